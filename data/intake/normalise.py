"""A sheet's cells into the schema's written form, every change kept, every doubt asked."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.columns import Column, Table
from data.faults import Fault
from data.intake.changes import Change, ColumnChanges, Question, answer_key, change_text, question_text
from data.intake.dates import read_date
from data.intake.headers import understand_header
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan
from data.intake.names import Names, read_province, read_reference
from data.intake.numbers import read_number, read_year
from data.intake.plain import plain, tidy
from data.intake.reading import Reading
from data.intake.words import read_word
from data.schema import TABLES

__all__ = [
    "Change", "Normalised", "Question", "answer_key", "change_text", "normalise", "question_text", "read_code",
    "read_text",
]  # fmt: skip
_PLAIN = Reading("")
Read = Callable[[str], Reading]


@dataclass
class Normalised:
    """One sheet after reading its cells; frames hold the schema's columns, one row per record.

    text: written form, blank where a cell is faulty or asked about. raw: as it stood in the file.
    open_cells: (row, column) of cells that wait for an answer. evidence: what the file itself says of a row.
    """

    sheet: RawSheet
    plan: SheetPlan
    label: str
    table: Table
    text: pd.DataFrame
    raw: pd.DataFrame
    faults: list[Fault] = field(default_factory=list)
    changes: list[ColumnChanges] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    open_cells: set[tuple[int, str]] = field(default_factory=set)
    answered: dict[str, str] = field(default_factory=dict)
    evidence: list[str] = field(default_factory=list)

    _cells: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def read(self, position: int, column: str) -> str:
        """Return a cell as it stood in the file."""
        if column not in self._cells:
            self._cells[column] = list(self.raw[column])
        return self._cells[column][position]

    @property
    def mapped(self) -> tuple[str, ...]:
        """The schema columns that the file has."""
        return tuple(column for column in self.plan.columns.values() if column)


def normalise(
    sheet: RawSheet, plan: SheetPlan, label: str, names: Mapping[str, Names], answers: Mapping[str, str],
    *, serials: bool = True,
) -> Normalised:  # fmt: skip
    """Return the cells of a planned sheet in written form. names: per table that columns refer to."""
    table = TABLES[plan.table or ""]
    blank = [""] * len(sheet.rows)
    result = Normalised(sheet, plan, label, table, pd.DataFrame(), pd.DataFrame())
    text, raw = {}, {}
    broken = {(f.row, f.column) for f in sheet.faults}
    for column in table.columns:
        header = plan.header_of(column.name)
        if not header:
            text[column.name], raw[column.name] = blank, blank
            continue
        at = sheet.header.index(header)
        cells = [row[at] for row in sheet.rows]
        read = _reader(column, header, cells, names, serials)
        raw[column.name] = cells
        text[column.name] = _column(
            result, column, cells, read, answers, {r for r, h in broken if h == header}
        )
    result.faults += [
        _replaced(f, plan.columns[f.column] or "") for f in sheet.faults if plan.columns.get(f.column)
    ]
    result.text, result.raw = _frame(text), _frame(raw)
    result.evidence = _evidence(sheet)
    return result


def _is_lost(cell: str) -> bool:
    """Say whether the letters of a cell were lost before it came here: replaced, or all of them question marks."""
    return "\ufffd" in cell or ("???" in cell and not cell.replace("?", "").strip())


def _frame(columns: Mapping[str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in columns.items()})


def _replaced(fault: Fault, column: str) -> Fault:
    return Fault(fault.file, fault.row, column, fault.read, fault.expected, fault.code)


def _evidence(sheet: RawSheet) -> list[str]:
    at = [n for n, header in enumerate(sheet.header) if header.strip().casefold() == "evidence"]
    return [row[at[0]].strip().casefold() for row in sheet.rows] if at else [""] * len(sheet.rows)


def _reader(column: Column, header: str, cells: list[str], names: Mapping[str, Names], serials: bool) -> Read:
    """Return the function that reads the cells of a column."""
    meant = understand_header(header)
    if column.kind == "province":
        return lambda cell: read_province(cell, names["provinces"])
    if column.refers_to:
        return lambda cell: read_reference(cell, names[column.refers_to])
    if column.allowed:
        return lambda cell: read_word(cell, column)
    if column.kind == "date":
        return lambda cell: read_date(cell, serials=serials)
    if column.kind == "year_be":
        return read_year
    if column.kind in ("count", "money", "share"):
        percent = meant.percent and _beyond_one(cells)
        return lambda cell: read_number(cell, column.kind, meant.factor, percent)
    return read_code if column.kind == "code" else read_text


def _beyond_one(cells: list[str]) -> bool:
    """Say whether a column headed per cent really counts in hundredths: some number in it is over 1."""
    for cell in dict.fromkeys(cells):
        number = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)", plain(cell)) if len(cell) <= 100 else None
        if number and float(number[1]) > 1:
            return True
    return False


def read_text(cell: str) -> Reading:
    """Return free text without blank ends and invisible characters."""
    written = tidy(cell)
    return Reading(written, "" if written == cell else "space")


def read_code(cell: str) -> Reading:
    """Return a code in small letters; what else is wrong with it the schema's own check tells."""
    written = plain(cell).casefold() if cell else cell
    if written == cell:
        return Reading(cell)
    return Reading(written, "space" if written == cell.strip() else "code-form")


def _column(
    result: Normalised,
    column: Column,
    cells: list[str],
    read: Read,
    answers: Mapping[str, str],
    broken: set[int],
) -> list[str]:
    """Read a column, each different text once; faults, changes and questions go into the result."""
    readings: dict[str, Reading] = {}
    for cell in dict.fromkeys(cells):
        reading = Reading(cell, fault="lost-characters") if _is_lost(cell) else read(cell)
        if reading.asks:
            reading = _answered(result, reading, cell, answers, read)
        if reading.rule or reading.fault or reading.asks:
            readings[cell] = reading
    if not readings and not broken:
        return cells
    asked: dict[str, list[int]] = {}
    changes = ColumnChanges(result.label, column.name, array("l"), [], readings)
    became = []
    for row, cell in zip(result.sheet.row_numbers, cells, strict=True):
        if row in broken:
            became.append("")
            continue
        reading = readings.get(cell, _PLAIN)
        if reading is _PLAIN:
            became.append(cell)
            continue
        if reading.fault:
            became.append("")
            result.faults.append(Fault(result.label, row, column.name, cell, reading.expected, reading.fault))
        elif reading.asks:
            became.append("")
            asked.setdefault(cell, []).append(row)
            result.open_cells.add((row, column.name))
        else:
            became.append(reading.text)
            changes.rows.append(row)
            changes.read.append(cell)
    if changes.rows:
        result.changes.append(changes)
    for cell, rows in asked.items():
        reading = readings[cell]
        result.questions.append(
            Question(result.label, rows[0], column.name, cell, reading.suggestions, reading.asks, len(rows))
        )
    return became


def _answered(
    result: Normalised, reading: Reading, cell: str, answers: Mapping[str, str], read: Read
) -> Reading:
    """Return the reading of the officer's answer, where there is one."""
    key = answer_key(reading.asks, cell)
    answer = answers.get(key, answers.get(tidy(cell)))
    if answer is None:
        # A fault an answer could settle stays a fault until there is one.
        return reading if not reading.fault else Reading(cell, fault=reading.fault, expected=reading.expected)
    said = Reading("") if answer == "" else read(answer)
    if said.fault or said.asks:
        expected = ", ".join(reading.suggestions) or reading.expected or reading.asks
        return Reading(cell, fault="bad-answer", expected=expected)
    result.answered[key] = said.text
    return Reading(said.text, "answer")
