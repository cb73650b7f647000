"""The five lists of a ministry's offices go in: understood, at most four questions, every row where it belongs."""

import datetime as dt

import pytest

from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.sourcing import Source
from data.intake.written import write
from data.records import load
from data.schema import TABLES
from tests.ministry_lists import ALL, Listed, clinics, meetings, villages

SOURCE = Source("office-list", "บัญชีของสำนักงาน", "")
every_list = pytest.mark.parametrize("listed", ALL, ids=[one.table + str(n) for n, one in enumerate(ALL)])


def tried(listed: Listed, answers: dict[str, str]) -> Examination:
    book = open_file(listed.name, listed.content)
    return examine(book, understand(book), load(), answers, "merge", today=dt.date(2026, 11, 30))


@every_list
def test_a_list_is_understood_and_asks_at_most_four_questions(listed: Listed) -> None:
    found = tried(listed, {})
    assert [(f.row, f.column, f.read, f.code) for f in found.faults] == []
    assert {question.key for question in found.questions} == set(listed.answers)
    assert len(found.questions) <= 4


@every_list
def test_a_list_is_ready_once_it_is_answered(listed: Listed) -> None:
    found = tried(listed, listed.answers)
    assert (found.faults, found.questions) == ((), ())
    assert {name: len(sheet.values) for name, sheet in found.sheets.items()}[listed.table] == listed.rows
    assert listed.table in found.proposed(SOURCE)


def cells(listed: Listed, table: str, *columns: str) -> list[tuple[str, ...]]:
    sheet = tried(listed, listed.answers).sheets[table]
    text = write(sheet.values, TABLES[table])
    return [tuple(row) for row in text[list(columns)].itertuples(index=False)]


def test_thousands_named_above_the_table_are_baht_and_places_are_those_of_the_row() -> None:
    assert cells(
        clinics(), "projects", "allocated_baht", "disbursed_baht", "beneficiary_count", "status"
    ) == [
        ("250000", "240000", "40", "completed"),
        ("300000", "300000", "35", "completed"),
        ("120500", "60000", "20", "running"),
    ]
    assert sorted(code for (code,) in cells(clinics(), "project_locations", "province_code")) == [
        "51",
        "54",
        "55",
        "65",
    ]


def test_a_group_is_its_provinces_on_the_rows_own_day() -> None:
    placed = cells(villages(), "project_locations", "province_code", "precision")
    assert [one for one in placed if one[1] == "province"] == [
        ("40", "province"),
        ("35", "province"),
        ("45", "province"),
    ]
    assert {code for code, precision in placed if precision == "group"} == {"39", "41", "42", "43"} | {
        code for code, precision in placed if precision == "group" and code == "38"
    }


def test_two_days_in_a_cell_and_a_month_alone() -> None:
    assert cells(
        meetings(), "workshops", "start_date", "end_date", "date_precision", "scope", "participants"
    ) == [
        ("2010-11-12", "2010-11-13", "day", "group", "80"),
        ("2010-11-30", "2010-12-02", "day", "group", "95"),
        ("2011-01-01", "", "month", "group", ""),
    ]
