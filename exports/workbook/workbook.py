"""The story as a spreadsheet: what was asked, the planners' sheets, and a sheet for every slide."""

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from data.records import Records
from exports.deck import fitting
from exports.deck.text import clean
from exports.packages import settled
from exports.story import cells, planners, versus
from exports.story.parts import KeyFigure, Slide, Story, Table
from exports.workbook import planner_sheets, tables
from exports.workbook.book import Book
from exports.workbook.tables import LETTER, NOTE_LINE, SIZE, TALLEST, WIDE
from figures import sentences
from figures.evidence import sentence
from measures.catalogue import SPECS

OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
MADE = datetime(2010, 1, 1)  # a stamp of the moment would make every workbook another file
PROPERTY = 255  # letters that a property of the file may have


def render(story: Story, records: Records | None = None) -> bytes:
    """Return the workbook of a story as .xlsx bytes; the same story gives the same bytes.

    records: those it was told of, for the planners' sheets: every province with every measure, every gap.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        book.set_properties(
            {
                "title": clean(f"{story.scope_name}: {story.reader.t('story-title')}")[:PROPERTY],
                "created": MADE,
            }
        )
        made = Book(book, story)
        _about(made)
        if records is not None and versus.SIDES not in story.scope:
            for name, make in (("provinces", planners.provinces), ("all-gaps", planners.all_gaps)):
                if (table := make(records, story)) is not None:
                    planner_sheets.write(made, name, table)
        for slide in story.slides:
            if slide.kind != "title":
                _sheet(made, slide)
    return settled(stream.getvalue())


def _about(book: Book) -> None:
    """Write the first sheet: what was asked, of which release, what stands on which sheet."""
    t, story = book.reader.t, book.story
    sheet = book.add(t("book-about"))
    book.write(sheet, 0, 0, t("story-title"), "title")
    rows = [
        (t("book-scope"), f"{story.scope_name} ({story.scope})"),
        *([(t("book-period"), story.when())] if story.period else []),
        (t("book-asof"), story.asof),
        (t("book-evidence"), t(f"story-evidence-{story.evidence}")),
        (t("book-since"), story.since),
        (t("book-release"), story.release),
        (t("book-language"), t(f"shell-lang-{book.reader.lang}")),
        (t("book-unit-baht"), ""),
        (t("badge-mixed" if story.evidence == "all" else "badge-documented"),
         t("badge-mixed-why" if story.evidence == "all" else "badge-documented-why")),
    ]  # fmt: skip
    for i, (name, value) in enumerate(rows, start=2):
        book.write(sheet, i, 0, name, "quiet")
        book.write(sheet, i, 1, value, "" if isinstance(value, date) else "wrap")
    if story.address:  # the way back to this very view
        book.write(sheet, len(rows) + 2, 0, t("book-back"), "quiet")
        sheet.write_url(len(rows) + 2, 1, story.address[:2000], book.formats["plain"])
    for i, slide in enumerate((s for s in story.slides if s.kind != "title"), start=len(rows) + 4):
        book.write(sheet, i, 0, t(f"book-sheet-{slide.kind}"), "quiet")
        book.write(sheet, i, 1, slide.title, "wrap")
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 90)


def _sheet(book: Book, slide: Slide) -> None:
    """Write a slide: finding, filters, table with frozen head, chart with its data beside it, notes below."""
    t, story = book.reader.t, book.story
    sheet = book.add(t(f"book-sheet-{slide.kind}"))
    sheet.set_row(0, 26)
    book.write(sheet, 0, 0, slide.title, "title")
    filters = t("story-note-filters", scope=story.scope_name, when=story.when(),
                evidence=t(f"story-evidence-{story.evidence}"))  # fmt: skip
    said = [slide.subtitle, filters, sentence(slide.documented, book.reader)]
    row = 1
    for line in (one for one in said if one):
        book.write(sheet, row, 0, line, "quiet")
        row += 1
    row += 1
    table, widths = slide.table or _keys(book, slide), [float(WIDE), 20.0, 20.0]
    if table is not None:
        row = tables.write_table(book, sheet, row, table)
        widths = [tables.width(table, str(name)) for name in table.data.columns]
    else:
        book.write(sheet, row, 0, t("book-no-table"), "quiet")
        row += 1
    if slide.chart:
        row = tables.write_chart(book, sheet, row + 1, slide.chart, sheet.get_name())
    for line in (*slide.bullets, *slide.notes):
        row += 1
        _note(book, sheet, row, sentences.plain(line), widths)
    sheet.print_area(0, 0, row, max(len(widths) - 1, 2))


def _note(book: Book, sheet: Any, row: int, text: str, widths: list[float]) -> None:
    """Write a sentence across the table's columns, as many lines high as it needs."""
    sheet.merge_range(row, 0, row, max(len(widths) - 1, 1), "", book.formats["note"])
    book.write(sheet, row, 0, text, "note")
    room = sum(widths) * LETTER if len(widths) > 1 else WIDE * LETTER
    sheet.set_row(row, min(TALLEST, fitting.lines(text, SIZE, room) * NOTE_LINE))


def _keys(book: Book, slide: Slide) -> Table | None:
    """Return the key figures as a table."""
    t = book.reader.t
    rows = [
        {
            t("book-item"): key.label,
            t("book-value"): (key.value, key.value if key.number is None else _in_unit(key, key.number)),
            **_then(book, key),
            t("book-of"): (key.of, key.of if key.denominator is None else key.denominator),
            t("book-note"): key.note,
            t("book-documented"): ("", key.documented),
        }
        for key in slide.key_figures
    ]
    return cells.table(t("book-keys"), rows, [False] * len(rows), ())


def _in_unit(key: KeyFigure, number: float) -> float:
    """Return a key figure's number in the unit that stands beside it: money in million baht."""
    money = key.code in SPECS and SPECS[key.code].unit == "baht"
    return round(number / 1e6, 6) if money else number


def _then(book: Book, key: KeyFigure) -> dict[str, cells.Cell]:
    """Return the cells of a period: what a key figure was, and the difference."""
    if not book.story.period:
        return {}
    t, known = book.reader.t, key.number is not None and key.then is not None
    absent = "" if key.number is None else t("period-no-comparison")
    then = _in_unit(key, key.then) if known and key.then is not None else None
    change = _in_unit(key, key.number - key.then) if key.number is not None and key.then is not None else None
    return {
        t("book-then"): cells.number(then, book.reader, absent=absent),
        t("book-difference"): cells.number(change, book.reader, absent=absent),
    }
