"""A workbook of a round that comes back: what its rows say beside what the release says, as rows of a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from data.intake import apart, steps
from data.intake.examination import Examination
from data.intake.files import Book
from data.intake.grids import Progress, no_progress
from data.intake.written import keys, write
from data.proposals.merging import standing
from data.proposals.model import TABLES as PROPOSABLE
from data.proposals.model import ProposalError, Row
from data.records import Records
from data.rounds.book import Round
from data.schema import TABLES

MOST_ROWS = 500  # of one answer; more comes in as a list of its own
_GIVEN = ("province_code", "scope", "evidence", "source_id")  # what says nothing by itself


@dataclass(frozen=True)
class Returned:
    """What a filled workbook says. found: as the desk has it. rows: those that say something new."""

    found: Examination
    rows: tuple[Row, ...]


def read(book: Book, asked: steps.Asked, records: Records, progress: Progress | None = None) -> Returned:
    """Return what a filled workbook says, examined in a process of its own. Raises RefusedFileError, ProposalError."""
    tables = dict(records.tables())
    found, rows = apart.run(_read, book, asked, records.release, tables, name=book.name, progress=progress)
    if len(rows) > MOST_ROWS:
        raise ProposalError("too-big", str(MOST_ROWS))
    return Returned(found, rows)


def _read(
    book: Book, asked: steps.Asked, release: str, tables: dict[str, Any], progress: Progress = no_progress
) -> tuple[Examination, tuple[Row, ...]]:
    _, found = steps.whole(book, asked, release, tables, progress)
    return found.light(), rows_of(found, Records(release, **tables)) if found.is_clean else ()


def rows_of(found: Examination, records: Records) -> tuple[Row, ...]:
    """Return the rows of a clean examination that differ from the release, blank cells of the file left as they are."""
    rows = []
    for table in (name for name in TABLES if name in found.sheets and name in PROPOSABLE):
        values = found.sheets[table].values
        text = write(values, TABLES[table])
        for key, cells in zip(keys(values, TABLES[table]), text.to_dict("records"), strict=True):
            after = {str(name): str(cell) for name, cell in cells.items() if cell and name != "source_id"}
            if row := _row(table, str(key), after, records):
                rows.append(row)
    return tuple(rows)


def _row(table: str, key: str, after: dict[str, str], records: Records) -> Row | None:
    before = standing(table, key, records)
    if not before and table == "plans":  # a province has one plan: the illustrative one makes room
        own = records.plans[records.plans["province_code"] == after.get("province_code", "")]
        if len(own):
            after = after | {"plan_id": str(own["plan_id"].iloc[0])}
            before = standing(table, after["plan_id"], records)
    told = set(after) - {*TABLES[table].key, *_GIVEN}
    if not told and table != "project_locations":
        return None
    if before.get("evidence") == "documented":
        after = {name: cell for name, cell in before.items() if name not in ("evidence", "source_id")} | after
    row = Row(table, before, after)
    return row if row.changed else None


def areas_of(rows: tuple[Row, ...], one: Round) -> tuple[str, ...]:
    """Return the areas of a round that some rows speak about."""
    named = {cells.get("province_code", "") for row in rows for cells in (row.before, row.after)}
    return tuple(area for area in one.areas if area in named)
