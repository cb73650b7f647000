"""Growth over time: the computed line breaks where nothing is known, stated counts are never joined."""

from datetime import date

import pandas as pd
import pytest

from exports.drawing.svg import of_figure
from figures import lines
from figures.figure import Figure
from locales import Reader
from measures import borders
from measures.selection import Selection
from tests import tiny
from tests.figure_frames import DARK, EN, TH, whole

COUNTED = pd.DataFrame(
    {
        "day": pd.to_datetime(["2009-10-01", "2010-10-01", "2011-05-26"]),
        "covered_count": pd.array([None, 48, 61], dtype="Int64"),
        "province_count": pd.array([None, 75, 76], dtype="Int64"),
        "state": ["not_applicable", "value", "value"],
        "qualifier": ["exact", "exact", "exact"],
        "evidence": ["", "illustrative", "documented"],
        "source_id": ["", "sample", "seed-003"],
    }
)
POINTS = pd.DataFrame(
    {
        "day": pd.to_datetime(["2003-01-01", "2011-05-26", "2013-01-01", "2013-01-01"]),
        "date_precision": ["month", "day", "year", "year"],
        "indicator": ["networks", "provinces_with_representative", "networks", "provinces_with_network"],
        "unit": ["network", "province", "network", "province"],
        "value": [18, 61, 70, 67],
        "qualifier": ["exact", "exact", "at_least", "exact"],
        "of": pd.array([None, 76, None, None], dtype="Int64"),
        "evidence": ["documented"] * 4,
        "source_id": ["rae-mju-996", "seed-003", "rae-mju-997", "rae-mju-997"],
        "note": [""] * 4,
    }
)


def draw(reader: Reader = TH, counted: pd.DataFrame = COUNTED) -> Figure:
    return lines.growth(frame=counted, points=POINTS, reader=reader, asof=date(2011, 5, 26))


def test_the_computed_line_is_a_step_and_has_a_gap_where_nothing_is_known() -> None:
    line = draw().plot.data[0]
    assert (line.line.shape, line.mode) == ("hv", "lines")
    assert list(line.y) == [None, 48, 61]
    assert line.connectgaps is None


def test_the_denominator_is_drawn_beside_it() -> None:
    assert list(draw().plot.data[1].y) == [75, 76]


def test_stated_counts_of_provinces_are_marks_and_never_a_line() -> None:
    marks = [trace for trace in draw().plot.data if trace.mode == "markers+text"]
    assert [(trace.marker.symbol, list(trace.text)) for trace in marks] == [
        ("diamond", ["67"]),
        ("diamond", ["61"]),
    ]


def test_one_unit_is_drawn_and_the_others_are_in_the_table() -> None:
    assert draw().notes == ("เอกสารระบุจำนวนหน่วยอื่น (เครือข่าย แห่งที่ให้บริการ) ไว้อีก 2 ครั้ง อยู่ในตาราง",)
    assert [item.label for item in draw().legend if "เครือข่ายคลินิก" in item.label] == []


def test_a_count_known_to_a_year_stands_in_its_middle() -> None:
    assert list(draw().plot.data[2].x) == ["2013-07-01"]


def test_the_title_has_its_denominator_and_day() -> None:
    assert draw().title == "มีผู้แทน 61 จาก 76 จังหวัด ณ 26 พ.ค. 2554"
    assert draw(EN).title == "61 of 76 provinces have a representative on 26 May 2011"


def test_without_counted_days_the_title_speaks_of_the_documents() -> None:
    assert draw(counted=COUNTED.iloc[:1]).title == "เอกสารระบุขนาดเครือข่ายไว้ 4 ครั้ง นับคนละหน่วย"


def test_the_table_twin_holds_both_kinds_in_order_of_time_with_qualifiers() -> None:
    table = draw().table
    assert table.iloc[0].tolist() == ["ม.ค. 2546", "เครือข่ายคลินิกเทคโนโลยี", "18", "", "มีเอกสาร"]
    assert table.iloc[1].tolist() == ["1 ต.ค. 2552", "จังหวัดที่มีผู้แทน นับจากข้อมูล", "ไม่นับรวม", "", ""]
    assert table.iloc[-2]["จำนวน"] == "กว่า 70"
    assert len(table) == 7


def test_a_computed_lower_bound_is_worded_differently_from_a_stated_one() -> None:
    assert lines.stated(70, "at_least", TH) == "กว่า 70"
    assert lines.stated(70, "at_least", TH, computed=True) == "อย่างน้อย 70"
    assert lines.stated(400, "about", EN) == "about 400"
    assert lines.stated(1200, "exact", EN) == "1,200"


def test_sources_of_points_come_without_the_sample() -> None:
    assert draw().sources == ("rae-mju-996", "seed-003", "rae-mju-997")


@pytest.mark.parametrize("reader", [TH, EN, DARK])
def test_growth_is_whole(reader: Reader) -> None:
    whole(draw(reader))
    whole(lines.growth(frame=COUNTED, points=POINTS, reader=reader, compact=True))


@pytest.mark.parametrize(
    ("reader", "words", "heard"),
    [
        (TH, "แยกจังหวัดบึงกาฬ", "แยกจังหวัดบึงกาฬ (23 มี.ค. 2554)"),
        (EN, "Bueng Kan divided off", "Bueng Kan divided off (23 Mar 2011)"),
    ],
)
def test_a_province_that_is_divided_off_breaks_the_series_in_picture_and_words(reader, words, heard):
    divided = pd.DataFrame({"day": pd.to_datetime(["1993-12-01", "2011-03-23"]), "name_th": ["สระแก้ว", "บึงกาฬ"],
                            "name_en": ["Sa Kaeo", "Bueng Kan"], "source_id": ["x", "x"]})  # fmt: skip
    figure = lines.growth(frame=COUNTED, points=POINTS, borders=divided, reader=reader)
    layout = figure.plot.layout
    assert [shape.x0 for shape in layout.shapes] == ["2011-03-23"]
    assert [one.text for one in layout.annotations[1:]] == [words]
    assert heard in figure.alt
    assert words in of_figure(figure, 760)


def test_the_growth_of_other_groups_has_no_border_of_the_north_east():
    asked = Selection(date(2011, 5, 26), groups=(tiny.NORTH,))
    assert borders.divided(tiny.records(), asked).empty
    assert list(borders.divided(tiny.records(), asked.but(groups=(tiny.NE,)))["name_en"]) == ["Bueng Kan"]
