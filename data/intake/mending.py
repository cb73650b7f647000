"""Rows with faults alone, mended on the page: the cells that are wrong, and the book with what was written instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from data.faults import Fault
from data.intake.files import Book
from data.intake.layout import RawSheet
from data.intake.personal import find_personal

ABOUT = 3  # cells of a row that tell which one it is
Place = tuple[str, int, str]  # sheet, line, header


@dataclass(frozen=True)
class FaultyRow:
    """A row with faults. about: what else stands in it. cells: header -> what stands there, of those that are wrong.

    Identity numbers and the like are masked; a cell that is handed back so stays as it was.
    """

    sheet: str
    row: int
    about: tuple[str, ...]
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Mended:
    """A cell that was written anew on the page."""

    sheet: str
    row: int
    header: str
    read: str
    became: str


def faulty(book: Book, faults: Iterable[Fault]) -> tuple[FaultyRow, ...]:
    """Return the rows that can be mended cell by cell, in the order of the file; not those that are wider or narrower."""
    by_label = {book.label(sheet.name): sheet for sheet in book.sheets}
    wrong: dict[tuple[str, int], dict[str, None]] = {}
    for fault in faults:
        if (sheet := by_label.get(fault.file)) is not None:
            named = [header for header in fault.column.split(" + ") if header in sheet.header]
            wrong.setdefault((fault.file, fault.row), {}).update(dict.fromkeys(named))
    found = []
    for label, sheet in by_label.items():
        rows = {row: headers for (of, row), headers in wrong.items() if of == label and headers}
        for at, row in enumerate(sheet.row_numbers if rows else ()):
            if row in rows:
                found.append(_row(sheet, at, row, rows[row]))
    return tuple(found)


def _row(sheet: RawSheet, at: int, row: int, headers: Iterable[str]) -> FaultyRow:
    shown = {header: _shown(cell) for header, cell in zip(sheet.header, sheet.rows[at], strict=True)}
    wrong = {header: shown[header] for header in sheet.header if header in set(headers)}
    about = [cell.strip() for header, cell in shown.items() if header not in wrong and cell.strip()]
    return FaultyRow(sheet.name, row, tuple(about[:ABOUT]), wrong)


def _shown(cell: str) -> str:
    return find_personal(cell)[1] or cell


def mended(book: Book, said: Mapping[Place, str]) -> tuple[Book, tuple[Mended, ...]]:
    """Return the book with what was written in the place of cells, and which of them differ now."""
    done: list[Mended] = []
    sheets = tuple(_sheet(sheet, said, done) for sheet in book.sheets)
    return replace(book, sheets=sheets), tuple(done)


def _sheet(sheet: RawSheet, said: Mapping[Place, str], done: list[Mended]) -> RawSheet:
    own = {(row, header): text for (of, row, header), text in said.items() if of == sheet.name}
    if not own:
        return sheet
    rows, places = list(sheet.rows), {row: at for at, row in enumerate(sheet.row_numbers)}
    changed = set()
    for (row, header), text in own.items():
        at, column = places[row], sheet.header.index(header)
        read = rows[at][column]
        if text in (read, _shown(read)):
            continue
        rows[at] = [*rows[at][:column], text, *rows[at][column + 1 :]]
        done.append(Mended(sheet.name, row, header, _shown(read), text))
        changed.add((row, header))
    faults = tuple(fault for fault in sheet.faults if (fault.row, fault.column) not in changed)
    return replace(sheet, rows=rows, faults=faults)
