"""What was taken out comes in again without a difference, for every table and every form that can be imported."""

import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest

from data import takeout
from data.intake.difference import difference
from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.records import Records, load
from data.schema import TABLES
from locales import Reader

DAY = date(2026, 11, 21)
UNFILLED = {"list_scopes", "populations"}  # nothing is published in them yet


@cache
def shipped() -> Records:
    return load()


@cache
def taken(form: str) -> bytes:
    return takeout.make(shipped(), form=form, reader=Reader("th"), day=DAY)[1]


def inside(content: bytes, name: str) -> bytes:
    """Return one file of a zip."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name)


def brought_in(name: str, content: bytes, records: Records) -> Examination:
    """Return what the desk finds in a file that is to be a whole table."""
    book = open_file(name, content)
    found = examine(book, understand(book), records, mode="replace", today=DAY)
    assert (found.faults, found.questions, found.needs_source) == ((), (), False)
    return found


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_workbook_of_every_table_comes_in_as_it_went_out(lang: str) -> None:
    _, content = takeout.make(shipped(), form="xlsx", reader=Reader(lang), day=DAY)
    found = brought_in("records.xlsx", content, shipped())
    assert sorted(found.changed) == sorted(set(TABLES) - UNFILLED)
    assert difference(shipped(), found.proposed()).is_empty
    assert len(found.changes) == 0


@pytest.mark.parametrize("table", [table for table in TABLES if table not in UNFILLED])
def test_a_csv_comes_in_as_it_went_out(table: str) -> None:
    found = brought_in(f"{table}.csv", inside(taken("csv"), f"{table}.csv"), shipped())
    assert list(found.changed) == [table]
    assert difference(shipped(), found.proposed()).is_empty


def test_a_table_of_the_data_package_comes_in_as_it_went_out() -> None:
    found = brought_in("projects.csv", inside(taken("datapackage"), "data/projects.csv"), shipped())
    assert list(found.changed) == ["projects"]
    assert difference(shipped(), found.proposed()).is_empty


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_texts_that_look_like_formulas_come_in_as_they_were(form: str) -> None:
    rows = shipped().milestones.copy()
    odd = ["=1+1", "-5 x", "@SUM(A1)", "'quoted'", "line 1\nline 2", "1,000", "๑๒๓", "+66 ก", "a;b\tc", '"']
    rows.loc[: len(odd) - 1, "note"] = odd
    records = replace(shipped(), milestones=rows)
    name, content = takeout.make(records, form=form, tables=["milestones"], reader=Reader("th"), day=DAY)
    if form == "csv":
        name, content = "milestones.csv", inside(content, "milestones.csv")
    found = brought_in(name, content, records)
    assert found.proposed()["milestones"]["note"].tolist()[: len(odd)] == odd
