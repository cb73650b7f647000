"""The officer's own workbook back as it was, formats, titles and notes, and the places marked that need a look."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from data.intake.correct import COLOURS, corrected, notes_of
from data.intake.examination import Examination
from data.intake.files import Book
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan

if TYPE_CHECKING:
    from locales import Reader

MOST_CELLS = 300_000  # beyond it the book is written anew: holding every format of it would take too much
_ZIP = b"PK\x03\x04"
AUTHOR = "วทน. จังหวัด"  # who speaks in the notes
AUTHOR = "วทน. จังหวัด"  # who speaks in the notes
_WIDTH, _HEIGHT = 320, 120  # pixels of a note


def marked(
    content: bytes, book: Book, plans: tuple[SheetPlan, ...], examination: Examination, reader: Reader
) -> bytes:
    """Return the workbook that was dropped with its places marked; a text file, or one that cannot be written back as
    it was, comes as `correct.corrected` writes it."""
    cells = sum(len(sheet.rows) * len(sheet.header) for sheet in book.sheets)
    if content.startswith(_ZIP) and cells <= MOST_CELLS:
        try:
            return _on_the_original(content, book, examination, reader)
        except (KeyError, ValueError, TypeError, AttributeError, OSError):
            pass  # parts that only a spreadsheet program understands: the rows can still be given back
    return corrected(book, plans, examination, reader)


def _on_the_original(content: bytes, book: Book, examination: Examination, reader: Reader) -> bytes:
    made = openpyxl.load_workbook(BytesIO(content))
    for sheet in book.sheets:
        reading = examination.readings.get(sheet.name)
        label = reading.label if reading else book.label(sheet.name)
        for (row, header), (kind, text) in notes_of(label, examination, reader).items():
            _mark(made[sheet.name or made.sheetnames[0]], sheet, row, header, kind, text)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _mark(page: Any, sheet: RawSheet, row: int, header: str, kind: str, text: str) -> None:
    letters = dict(zip(sheet.header, sheet.columns, strict=True))
    cell = page[f"{letters.get(header, sheet.columns[0])}{row or sheet.header_row}"]
    if isinstance(cell, MergedCell):  # what is said of a merged cell is said at its corner
        at = next(r for r in page.merged_cells.ranges if cell.coordinate in r)
        cell = page.cell(at.min_row, at.min_col)
    cell.fill = PatternFill("solid", fgColor=COLOURS[kind].removeprefix("#"))
    told = f"{cell.comment.text}\n\n{text}" if cell.comment else text
    cell.comment = Comment(told, AUTHOR, width=_WIDTH, height=_HEIGHT)
