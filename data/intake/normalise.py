"""A sheet's cells into the schema's written form, every change kept, every doubt asked."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from data.columns import Column, Table
from data.faults import Fault
from data.intake import clusters
from data.intake.beside import PLACES
from data.intake.changes import Change, ColumnChanges, Question, answer_key, change_text, question_text
from data.intake.dates import month_alone, read_date
from data.intake.headers import key_of, understand_header
from data.intake.layout import RawSheet
from data.intake.listed import common, unit_in
from data.intake.mapping import SheetPlan
from data.intake.names import Names, read_province, read_reference
from data.intake.numbers import read_number, read_year
from data.intake.places import ASKS as PLACES_ASKED
from data.intake.places import Geography, Place, day_of
from data.intake.plain import plain, tidy
from data.intake.ranges import split_days
from data.intake.reading import Reading
from data.intake.units import MONEY_UNITS
from data.intake.words import read_word
from data.schema import TABLES

__all__ = [
    "Change", "Normalised", "Question", "answer_key", "change_text", "normalise", "question_text", "read_code",
    "read_text",
]  # fmt: skip
_PLAIN = Reading("")
LONGEST_CODE = 200  # characters of an id that are looked at
Read = Callable[[str], Reading]


@dataclass
class Normalised:
    """One sheet after reading its cells; frames hold the schema's columns, one row per record.

    text: written form, blank where a cell is faulty or asked about. raw: as it stood in the file.
    open_cells: (row, column) of cells that wait for an answer. common: what holds for every row of the list. places:
    where each row works, None where the list does not say. evidence: what the file itself says of a row.
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
    common: dict[str, str] = field(default_factory=dict)
    places: list[tuple[Place, ...]] | None = None
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
    geography: Geography, *, serials: bool = True,
) -> Normalised:  # fmt: skip
    """Return the cells of a planned sheet in written form. names: per table that columns refer to."""
    table = TABLES[plan.table or ""]
    result = Normalised(sheet, plan, label, table, pd.DataFrame(), pd.DataFrame())
    result.common, asked = common(
        table, set(result.mapped), sheet.titles, answers, label, sheet.header_row, len(sheet.rows)
    )
    result.questions += asked
    for question in asked:
        result.open_cells |= {(row, question.column) for row in sheet.row_numbers}
    source = _Cells(sheet, plan)
    broken = {(f.row, f.column) for f in sheet.faults}
    text, raw = {}, {}
    for column in _in_order(table):
        header = source.header_of(column.name)
        if not header:
            text[column.name] = raw[column.name] = [result.common.get(column.name, "")] * len(sheet.rows)
            continue
        cells = source.of(column.name)
        raw[column.name] = cells
        if column.name == "group_code" and table.name != "province_groups":
            cells = _groups_of_their_day(cells, text, geography)
        read = _reader(result, column, header, cells, names, answers, serials)
        rows = {r for r, h in broken if h == header}
        text[column.name] = _column(result, column, cells, read, answers, rows)
    if "date_precision" in table.names and not source.header_of("date_precision"):
        text["date_precision"] = source.precisions(text)
    result.faults += [
        _replaced(f, plan.columns[f.column] or "") for f in sheet.faults if plan.columns.get(f.column)
    ]
    result.faults += [_replaced(f, "") for f in sheet.faults if not f.column]
    result.text = _frame({name: text[name] for name in table.names})
    result.raw = _frame({name: raw[name] for name in table.names})
    read_places(result, source, geography, answers)
    result.evidence = _evidence(sheet)
    return result


def _in_order(table: Table) -> list[Column]:
    """Return the columns, days and years first: names of groups are read by them."""
    return sorted(table.columns, key=lambda column: column.kind not in ("date", "year_be"))


class _Cells:
    """The cells of a sheet by schema column; two days in one cell are parted where the list has no last day."""

    def __init__(self, sheet: RawSheet, plan: SheetPlan) -> None:
        self._sheet, self._plan = sheet, plan
        self._made: dict[str, list[str]] = {}
        self._months: set[int] = set()
        names = plan.columns.values()
        for first, last in (("start_date", "end_date"), ("started_on", "ended_on"), ("date", "end_date")):
            if first in names and last not in names and plan.table and last in TABLES[plan.table].names:
                self._part(first, last)

    def header_of(self, column: str) -> str:
        """Return the header under which a column stands, "" for none."""
        return self._plan.header_of(column) or (
            self._plan.header_of(self._first) if column in self._made else ""
        )

    def of(self, column: str) -> list[str]:
        """Return the cells of a column."""
        if column in self._made:
            return self._made[column]
        at = self._sheet.header.index(self._plan.header_of(column))
        return [row[at] for row in self._sheet.rows]

    def precisions(self, text: Mapping[str, list[str]]) -> list[str]:
        """Return how well each row's first day is known: a month alone is its first day, and says so."""
        days = text.get("start_date") or text.get("date") or []
        return ["" if not day else "month" if at in self._months else "day" for at, day in enumerate(days)]

    def _part(self, first: str, last: str) -> None:
        cells = self.of(first)
        parted = {cell: split_days(cell) for cell in dict.fromkeys(cells)}
        has_precision = "date_precision" in TABLES[self._plan.table or ""].names
        months = {cell: month for cell in parted if has_precision and (month := month_alone(cell))}
        self._months = {at for at, cell in enumerate(cells) if cell in months}
        if any(begin for begin, _ in parted.values()) or months:
            self._first = first
            self._made[last] = [parted[cell][1] for cell in cells]
            self._made[first] = [months.get(cell) or parted[cell][0] or cell for cell in cells]


def _groups_of_their_day(cells: list[str], text: Mapping[str, list[str]], geography: Geography) -> list[str]:
    """Return codes for names of groups that one group bears on the row's own day; other cells as they are."""
    days = text.get("start_date") or text.get("started_on") or [""] * len(cells)
    years = text.get("fiscal_year_be") or [""] * len(cells)
    return [
        geography.group(cell, day_of(day, year)) or cell
        for cell, day, year in zip(cells, days, years, strict=True)
    ]


def read_places(result: Normalised, source: _Cells, geography: Geography, answers: Mapping[str, str]) -> None:
    """Read where each row works, where a table's lists hold its places beside it; ask for every unknown name once."""
    columns = [c.name for c in PLACES.get(result.table.name, ()) if source.header_of(c.name)]
    if not columns:
        return
    cells = [source.of(name) for name in columns]
    days, years = list(result.text["started_on"]), list(result.text["fiscal_year_be"])
    unknown: dict[str, Question] = {}
    result.places = []
    for at, row in enumerate(result.sheet.row_numbers):
        column, cell = next(
            ((name, own[at]) for name, own in zip(columns, cells, strict=True) if own[at].strip()),
            (columns[0], ""),
        )
        reading = geography.read(cell, day_of(days[at], years[at]), answers)
        result.places.append(reading.places)
        if reading.too_long:
            result.faults.append(Fault(result.label, row, column, cell[:80], "provinces", "unknown-province"))
        for part, suggestions in reading.unknown:
            result.open_cells.add((row, column))
            known = unknown.get(part)
            unknown[part] = (
                replace(known, count=known.count + 1)
                if known
                else Question(result.label, row, column, part, suggestions, PLACES_ASKED)
            )
    result.questions += unknown.values()
    result.answered |= {key: said for key, said in answers.items() if key.startswith(f"{PLACES_ASKED}|")}


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


def _reader(
    result: Normalised, column: Column, header: str, cells: list[str], names: Mapping[str, Names],
    answers: Mapping[str, str], serials: bool,
) -> Read:  # fmt: skip
    """Return the function that reads the cells of a column."""
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
        return _number_reader(result, column, header, cells, answers)
    if column.own:
        known = names.get(result.table.name)
        return lambda cell: read_own_code(cell, known)
    if clusters.COLUMNS.get(result.table.name) == column.name:
        return lambda cell: _spelled(column, cell, answers)
    return read_code if column.kind == "code" else read_text


def _spelled(column: Column, cell: str, answers: Mapping[str, str]) -> Reading:
    """Return a title or a name, in the spelling that an officer chose for it."""
    said = answers.get(clusters.key(column.name, cell))
    return read_text(cell) if said is None else Reading(said, "answer")


def _number_reader(
    result: Normalised, column: Column, header: str, cells: list[str], answers: Mapping[str, str]
) -> Read:
    """Return the function that reads numbers: unit and per cent as header, title or officer say for the column."""
    meant = understand_header(header)
    factor, rule = meant.factor, "header-unit"
    if column.kind == "money" and factor is None and (unit := unit_in(result.sheet.titles)):
        factor, rule = MONEY_UNITS[key_of(unit)], "title-unit"
    percent = meant.percent and column.kind == "share"
    if percent and not _beyond_one(cells):
        said = answers.get(answer_key(f"percent:{column.name}", header))
        if said is None:
            filled = [row for row, cell in zip(result.sheet.row_numbers, cells, strict=True) if cell.strip()]
            if filled:
                asks = f"percent:{column.name}"
                result.questions.append(
                    Question(result.label, filled[0], column.name, header, ("1", "0.01"), asks, len(filled))
                )
                result.open_cells |= {(row, column.name) for row in filled}
        percent = said == "0.01"

    def read(cell: str) -> Reading:
        reading = read_number(cell, column.kind, factor, percent, rule)
        # What a dash means in one column it need not mean in another.
        return replace(reading, asks=f"number:{column.name}") if reading.asks == "number" else reading

    return read


def read_own_code(cell: str, known: Names | None) -> Reading:
    """Return an id that an office gave, as it is written; one of the release where only its spelling differs."""
    written = re.sub(r"\s+", " ", tidy(cell[:LONGEST_CODE]))
    if known is not None and written not in known.codes and (code := known.spelt(written)):
        return Reading(code, "code-form")
    return Reading(written, "" if written == cell else "space")


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
