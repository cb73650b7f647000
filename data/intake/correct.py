"""The officer's own workbook back: normalised values filled in, each faulty cell coloured and explained."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter

from data.columns import Column, column_message
from data.faults import Fault
from data.intake.changes import Question, question_text
from data.intake.examination import Examination
from data.intake.files import Book
from data.intake.headers import key_of, understand_header
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan
from data.intake.normalised import Normalised
from data.intake.words import spoken, words_for
from data.schema import TABLES

if TYPE_CHECKING:
    from locales import Reader

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
COLOURS = {"fault": "#F8D0C8", "question": "#FCE8B2", "changed": "#DCEBFA"}
NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]+)?")
_NUMERIC = ("count", "money", "share", "year_be")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def corrected(book: Book, plans: tuple[SheetPlan, ...], examination: Examination, reader: Reader) -> bytes:
    """Return an XLSX with the officer's rows on the lines and in the columns they had.

    What could be read stands in written form (days as ISO text, baht as numbers); a faulty cell keeps what stood
    there, is coloured, and its note says what is wrong. Read again it gives the same values.
    """
    out = BytesIO()
    # A bare number that was no day must not become one: the book counts its days as the officer's did.
    counted = {"date_1904": any(note.code == "date-1904" for note in book.notes)}
    with xlsxwriter.Workbook(out, OPTIONS | counted) as workbook:
        paint = {name: workbook.add_format({"bg_color": colour}) for name, colour in COLOURS.items()}
        paint["header"] = workbook.add_format({"bold": True, "bottom": 1})
        taken: set[str] = set()
        for sheet, plan in zip(book.sheets, plans, strict=True):
            page = workbook.add_worksheet(sheet_name(sheet.name or "data", taken))
            _fill(page, sheet, plan, examination.readings.get(sheet.name), examination, paint, reader)
    return out.getvalue()


def sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that a workbook takes: 31 signs, none forbidden, none twice."""
    base = _FORBIDDEN.sub(" ", name).strip("' ")[:31] or "data"
    name, n = base, 2
    while name.casefold() in taken:
        name, n = f"{base[:27]} ({n})", n + 1
    taken.add(name.casefold())
    return name


def _fill(
    page: Any, sheet: RawSheet, plan: SheetPlan, reading: Normalised | None, examination: Examination,
    paint: dict[str, Any], reader: Reader,
) -> None:  # fmt: skip
    label = reading.label if reading else ""
    notes = notes_of(label, examination, reader)
    top = sheet.header_row - 1
    for at, header in enumerate(sheet.header):
        page.write_string(top, at, _header(header, plan, reading, reader), paint["header"])
        if note := notes.pop((sheet.header_row, header), None):
            page.write_comment(top, at, note[1])
    missing = [text for (row, _), (_, text) in notes.items() if row in (0, sheet.header_row)]
    if missing:
        page.write_comment(top, len(sheet.header), "\n".join(missing))
    changed = {c.column: set(c.rows) for c in examination.changes.columns if c.file == label}
    for at, header in enumerate(sheet.header):
        column, altered = _column(reading, plan, header), changed.get(header, set())
        became = reading.text[column.name].tolist() if reading and column else None
        for n, (number, cells) in enumerate(zip(sheet.row_numbers, sheet.rows, strict=True)):
            cell, note = cells[at], notes.get((number, header))
            if became is not None and not (note and not became[n]):
                cell = became[n]
            style = paint[note[0]] if note else paint["changed"] if number in altered else None
            _write(page, number - 1, at, cell, column, style)
            if note:
                page.write_comment(number - 1, at, note[1], {"x_scale": 2, "y_scale": 1.5})
    for number, whole in sheet.uneven:
        # Whole in one cell: laid out in columns the row would look like any other.
        note = notes.get((number, ""))
        page.write_string(number - 1, 0, ",".join(whole), paint["fault"])
        if note:
            page.write_comment(number - 1, 0, note[1], {"x_scale": 2, "y_scale": 1.5})
    page.freeze_panes(sheet.header_row, 0)
    page.autofit(max_width=320) if len(sheet.rows) <= 5_000 else page.set_column(0, len(sheet.header), 18)


def _column(reading: Normalised | None, plan: SheetPlan, header: str) -> Column | None:
    name = plan.columns.get(header)
    return reading.table.column(name) if reading and name in reading.table.names else None


def _header(header: str, plan: SheetPlan, reading: Normalised | None, reader: Reader) -> str:
    """Return the header, under another name where its unit no longer holds: the values are baht and shares now."""
    meant = understand_header(header)
    column = plan.columns.get(header)
    if reading and column and ((meant.factor and meant.factor != Decimal(1)) or meant.percent):
        named = reader.t(column_message(column))
        taken = {key_of(h) for h in plan.columns if h != header}
        return column if key_of(named) in taken else named
    return header


def _write(page: Any, row: int, at: int, cell: str, column: Column | None, style: Any) -> None:
    if not cell:
        if style is not None:
            page.write_blank(row, at, None, style)
    elif column is not None and column.kind in _NUMERIC and NUMBER.fullmatch(cell):
        page.write_number(row, at, float(cell), style)
    else:
        page.write_string(row, at, cell, style)


def notes_of(label: str, examination: Examination, reader: Reader) -> dict[tuple[int, str], tuple[str, str]]:
    """Return what is to be said at a cell, by row and header: a fault, or a question with its suggestions."""
    notes: dict[tuple[int, str], tuple[str, str]] = {}
    for fault in examination.faults:
        if fault.file == label:
            for column in fault.column.split(" + "):
                notes.setdefault((fault.row, column), ("fault", _what(fault, reader)))
    reading = next((r for r in examination.readings.values() if r.label == label), None)
    if reading is not None:
        by_text = {(q.column, q.read): q for q in reading.questions}
        lines = {row: n for n, row in enumerate(reading.sheet.row_numbers)}
        for row, name in reading.open_cells:
            question = by_text.get((name, reading.raw[name].iloc[lines[row]]))
            if question:
                told = _ask(question, examination, reader)
                notes[(row, reading.plan.header_of(name))] = ("question", told)
    return notes


def _what(fault: Fault, reader: Reader) -> str:
    read = fault.read or reader.t("fault-read-blank")
    return reader.t(f"fault-{fault.code}", read=read, expected=spoken(fault.expected, reader))


def _ask(question: Question, examination: Examination, reader: Reader) -> str:
    words = [
        _meaning(one, question, examination, reader) or reader.t("intake-became-blank")
        for one in question.suggestions
    ]
    return f"{question_text(question, reader)}  {', '.join(words)}"


def _meaning(suggestion: str, question: Question, examination: Examination, reader: Reader) -> str:
    """Return what a text may mean in words: the names of codes, an allowed word in the reader's language."""
    kind, _, column = question.asks.partition(":")
    if kind == "word":
        own = next(table.column(column) for table in TABLES.values() if column in table.names)
        return dict(zip(own.allowed, words_for(own, reader), strict=True)).get(suggestion, suggestion)
    tables = ("provinces", "province_groups") if kind == "places" else (kind,) if kind in TABLES else ()
    codes, names = suggestion.split() if tables else [suggestion], dict[str, str]()
    for table in tables:
        key, frame = TABLES[table].key[0], examination.current[table]
        for row in frame[frame[key].isin(codes)].to_dict("records"):
            names[row[key]] = reader.pick(row, "name" if "name_th" in row else "title")
    return reader.join(names.get(code, code) for code in codes)
