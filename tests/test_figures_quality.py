"""The matrix of completeness: classes, signs, names, and what a click means."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from figures import quality
from measures.quality import COLUMNS, PLACELESS
from tests.figure_frames import DARK, EN, TH, whole


def frame(rows: list[tuple[str, str, str, int | None, int, int]]) -> pd.DataFrame:
    """Return a completeness frame: table, group code, name, year, filled and wanted cells."""
    made = [
        {
            "table": table, "group_code": group, "name_th": name, "name_en": name, "fiscal_year_be": year, "row_count": 2,
            "wanted_count": wanted, "filled_count": filled, "share": filled / wanted if wanted else float("nan"),
            "state": "value" if wanted else "nothing_wanted", "documented_count": 1, "evidence": "illustrative",
            "source_id": "sample",
        }
        for table, group, name, year, filled, wanted in rows
    ]  # fmt: skip
    return pd.DataFrame(made, columns=COLUMNS).astype({"fiscal_year_be": "Int64"})


TABLES = frame(
    [
        ("projects", "", "", 2552, 5, 8),
        ("projects", "", "", 2554, 999, 1000),
        ("plans", "", "", 2552, 4, 4),
        ("plans", "", "", None, 0, 0),
        ("institutions", "", "", 2553, 1, 3),
    ]
)
GROUPS = frame([("projects", "ne", "อีสาน", 2552, 3, 4), ("projects", PLACELESS, "", 2552, 1, 4)])


def test_a_cell_says_its_percent_rounded_down_and_its_class() -> None:
    figure = quality.completeness(frame=TABLES, reader=TH)
    signs = {
        (x, y): text
        for trace in figure.plot.data[1:-1]
        for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)
    }
    # years 2552, 2553, 2554, undated; tables projects, plans, institutions
    assert [signs[x, 0] for x in range(4)] == ["62", "–", "99", "–"]
    assert [signs[x, 1] for x in range(4)] == ["100", "–", "–", "·"]
    assert signs[1, 2] == "33"
    assert list(figure.plot.data[0].marker.color) == [2, 5, 1, 5, 0, 5, 5, 4, 5, 3, 5, 5]


def test_the_title_names_the_least_complete_row() -> None:
    figure = quality.completeness(frame=TABLES, reader=EN)
    assert figure.title == "Network institutions: 33% of the expected cells are filled, the least of all"
    assert "Projects 1,004 of 1,008 cells" in figure.alt
    assert figure.documented == 0.5


def test_a_click_means_a_table_and_a_year_or_a_group_and_a_year() -> None:
    by_table = quality.completeness(frame=TABLES, reader=TH)
    assert (by_table.key_at(0), by_table.key_at(7), by_table.key_at(12)) == ("projects|2552", "plans|", None)
    assert quality.completeness(frame=GROUPS, reader=TH, by="group").keys == ("ne|2552", "placeless|2552")


def test_groups_stand_by_name_and_rows_without_a_province_say_so() -> None:
    figure = quality.completeness(frame=GROUPS, reader=TH, by="group")
    assert list(figure.table["กลุ่มจังหวัด"]) == ["อีสาน", "ไม่ระบุจังหวัด"]
    assert list(figure.table["2552"]) == ["3 จาก 4", "1 จาก 4"]


def test_years_follow_the_era_and_the_legend_counts() -> None:
    figure = quality.completeness(frame=TABLES, reader=EN)
    assert list(figure.table.columns) == ["Table", "2009", "2010", "2011", "No year"]
    assert {item.label: item.count for item in figure.legend} == {
        "Every cell filled": 1, "90% and more": 1, "50–89%": 1, "Below 50%": 1, "No cell to fill": 1, "No rows": 7,
    }  # fmt: skip


def test_all_filled_and_nothing_at_all_are_said_plainly() -> None:
    assert quality.completeness(frame=TABLES.iloc[2:3], reader=EN).title == "Every expected cell is filled"
    empty = quality.completeness(frame=TABLES.iloc[:0], reader=EN)
    assert empty.title == "There are no rows to judge"
    assert empty.documented is None


@pytest.mark.parametrize("reader", [TH, EN, DARK])
@pytest.mark.parametrize("compact", [False, True])
def test_a_figure_is_whole_and_plotly_takes_it(reader: object, compact: bool) -> None:
    figure = quality.completeness(frame=TABLES, reader=reader, compact=compact)  # type: ignore[arg-type]
    go.Figure(figure.plot.to_dict())
    whole(figure)


def test_another_side_is_refused() -> None:
    with pytest.raises(ValueError):
        quality.completeness(frame=TABLES, reader=TH, by="village")
