"""Small maps of several days: each with its own boundaries, all with the same classes."""

import pytest

from figures.figure import Figure
from figures.small_multiples import Panel, grid
from locales import Reader
from measures.catalogue import SPECS
from measures.selection import Selection
from tests.figure_frames import EN, TH, layer, provinces, whole

OLD = layer("old", ("10", "41", "42", "50", "52"))
BEFORE = provinces(p41="covered", p42="uncovered", p50="uncovered", p52="uncovered")
BEFORE = BEFORE[BEFORE["area_code"] != "38"].reset_index(drop=True)
AFTER = provinces(p38="uncovered", p41="covered", p42="covered", p50="covered", p52="uncovered")


def draw(reader: Reader = TH, columns: int = 2) -> Figure:
    panels = [Panel("2553", BEFORE, Selection(), OLD), Panel("2554", AFTER, Selection(), layer())]
    return grid(panels=panels, spec=SPECS["coverage"], reader=reader, columns=columns)


def test_each_day_is_drawn_with_the_boundaries_of_that_day() -> None:
    first, second = draw().plot.data
    assert (first.geojson, second.geojson) == (
        "app/static/geo/old.geojson",
        "app/static/geo/province.geojson",
    )
    assert (first.geo, second.geo) == ("geo", "geo2")
    assert "38" not in first.locations
    assert list(first.z) == [3, 0, 1, 1, 1]
    assert list(second.z) == [3, 1, 0, 0, 0, 1]


def test_all_panels_share_one_scale_and_one_legend_without_counts() -> None:
    figure = draw()
    assert figure.plot.data[0].colorscale == figure.plot.data[1].colorscale
    assert [(item.label, item.count) for item in figure.legend] == [
        ("มีผู้แทน", None),
        ("ยังไม่มีผู้แทน", None),
        ("ไม่นับรวม", None),
    ]


def test_every_heading_has_its_own_denominator() -> None:
    assert [a.text for a in draw().plot.layout.annotations] == [
        "<b>2553</b>  1 จาก 4",
        "<b>2554</b>  3 จาก 5",
    ]


def test_the_title_is_the_change_from_first_to_last() -> None:
    assert draw().title == "จาก 1 จังหวัดเมื่อ 2553 เป็น 3 จังหวัดเมื่อ 2554"
    assert draw(EN).title == "From 1 province (2553) to 3 (2554)"


def test_the_table_twin_has_a_column_per_day_and_a_blank_before_a_province_existed() -> None:
    table = draw().table
    assert list(table.columns) == ["จังหวัด", "2553", "2554"]
    assert table.set_index("จังหวัด").loc["บึงกาฬ"].tolist() == ["", "ยังไม่มีผู้แทน"]


def test_panels_fill_rows_from_the_top_left() -> None:
    layout = draw(columns=1).plot.layout
    assert layout.geo.domain.y[1] > layout.geo2.domain.y[1]
    assert layout.height == 668
    side = draw(columns=2).plot.layout
    assert (list(side.geo.domain.x), list(side.geo2.domain.x)) == ([0, 0.5], [0.5, 1])


def test_no_panel_is_a_broken_promise() -> None:
    with pytest.raises(ValueError, match="at least one panel"):
        grid(panels=[], spec=SPECS["coverage"], reader=TH)


@pytest.mark.parametrize("reader", [TH, EN])
def test_small_multiples_are_whole(reader: Reader) -> None:
    whole(draw(reader))
