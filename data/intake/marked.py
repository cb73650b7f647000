"""The officer's own workbook back as it was, charts, pictures, formats and notes, and the places marked that need a look.

Only the markup of sheets, styles and notes is touched; every other part of the workbook stays byte for byte.
"""

from __future__ import annotations

import copy
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from data.intake.correct import COLOURS, corrected, notes_of
from data.intake.examination import Examination
from data.intake.files import Book
from data.intake.grids import cell_of
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan
from data.intake.parts import Element, Package, child, local, within
from data.intake.remarks import Remarks

if TYPE_CHECKING:
    from locales import Reader

MOST_CELLS = 300_000  # beyond it the book is written anew: holding its markup would take too much
_ZIP = b"PK\x03\x04"


def is_kept(content: bytes, book: Book) -> bool:
    """Say whether a file comes back as it was: a workbook that is not too large. Others are written anew, rows alone."""
    cells = sum(len(sheet.rows) * len(sheet.header) for sheet in book.sheets)
    return content.startswith(_ZIP) and cells <= MOST_CELLS


def marked(
    content: bytes, book: Book, plans: tuple[SheetPlan, ...], examination: Examination, reader: Reader
) -> bytes:
    """Return the workbook that was dropped with its places marked; one that is not kept (`is_kept`), or whose parts are
    not as a workbook's should be, comes as `correct.corrected` writes it."""
    if is_kept(content, book):
        try:
            return _on_the_original(content, book, examination, reader)
        except (
            KeyError,
            ValueError,
            TypeError,
            AttributeError,
            OSError,
            etree.LxmlError,
            zipfile.BadZipFile,
        ):
            pass  # parts that only a spreadsheet program understands: the rows can still be given back
    return corrected(book, plans, examination, reader)


def _on_the_original(content: bytes, book: Book, examination: Examination, reader: Reader) -> bytes:
    package = Package(content)
    parts, fills = package.sheets(), _Fills(package)
    for sheet in book.sheets:
        reading = examination.readings.get(sheet.name)
        label = reading.label if reading else book.label(sheet.name)
        if notes := notes_of(label, examination, reader):
            part = parts[sheet.name] if sheet.name else next(iter(parts.values()))
            page, remarks = _Page(package.tree(part)), Remarks(package, part)
            for (row, header), (kind, text) in notes.items():
                place = page.corner(_place(sheet, row, header))
                page.fill(place, kind, fills)
                remarks.say(place, text)
    return package.packed()


def _place(sheet: RawSheet, row: int, header: str) -> str:
    letters = dict(zip(sheet.header, sheet.columns, strict=True))
    return f"{letters.get(header, sheet.columns[0])}{row or sheet.header_row}"


class _Fills:
    """The formats of a book, and for each the same with one of our colours behind it."""

    def __init__(self, package: Package) -> None:
        related = package.related("xl/workbook.xml").values()
        part = next((name for kind, name in related if kind == "styles"), "")
        self._root = package.tree(part) if part else None
        self._made: dict[tuple[int, str], int] = {}
        self._colours: dict[str, int] = {}

    def with_colour(self, style: int, kind: str) -> int:
        """Return the number of a format that is `style` on the colour of a kind; without formats, that of none."""
        if self._root is None:
            return style
        if (style, kind) not in self._made:
            formats = child(self._root, "cellXfs")
            if formats is None:
                raise ValueError("cellXfs")
            made = copy.deepcopy(formats[style])
            made.set("fillId", str(self._colour(kind)))
            made.set("applyFill", "1")
            formats.append(made)
            formats.set("count", str(len(formats)))
            self._made[style, kind] = len(formats) - 1
        return self._made[style, kind]

    def _colour(self, kind: str) -> int:
        if kind not in self._colours:
            fills = child(self._root, "fills")
            if fills is None:
                raise ValueError("fills")
            pattern = etree.SubElement(
                etree.SubElement(fills, within(fills, "fill")), within(fills, "patternFill")
            )
            pattern.set("patternType", "solid")
            front = etree.SubElement(pattern, within(fills, "fgColor"))
            front.set("rgb", f"FF{COLOURS[kind].removeprefix('#')}")
            fills.set("count", str(len(fills)))
            self._colours[kind] = len(fills) - 1
        return self._colours[kind]


class _Page:
    """The cells of one sheet in its markup."""

    def __init__(self, root: Element) -> None:
        self._root = root
        data = child(root, "sheetData")
        if data is None:
            raise ValueError("sheetData")
        self._data = data
        self._rows: dict[int, Element] = {}
        last = 0
        for row in data:
            last = int(row.get("r") or last + 1)
            self._rows[last] = row
        merged = child(root, "mergeCells")
        self._merged = [one.get("ref", "").split(":") for one in merged] if merged is not None else []

    def corner(self, place: str) -> str:
        """Return the place, or the corner of the merged cell that it is in: there it is said."""
        row, column = cell_of(place)
        for ends in self._merged:
            (top, left), (bottom, right) = cell_of(ends[0]), cell_of(ends[-1])
            if top <= row <= bottom and left <= column <= right:
                return ends[0]
        return place

    def fill(self, place: str, kind: str, fills: _Fills) -> None:
        """Put a colour behind a cell, keeping everything else of its format."""
        cell = self._cell(place)
        cell.set("s", str(fills.with_colour(int(cell.get("s") or 0), kind)))

    def _cell(self, place: str) -> Element:
        number, column = cell_of(place)
        row, at = self._row(number), 0
        for at, cell in enumerate(row):
            there = cell_of(cell.get("r"))[1] if cell.get("r") else at
            if there == column:
                return cell
            if there > column:
                break
        else:
            at = len(row)
        made = etree.Element(within(row, "c"))
        made.set("r", place)
        if style := self._standing(row, column):
            made.set("s", style)
        row.insert(at, made)
        return made

    def _row(self, number: int) -> Element:
        if number not in self._rows:
            made = etree.Element(within(self._data, "row"))
            made.set("r", str(number))
            self._data.insert(sum(known < number for known in self._rows), made)
            self._rows[number] = made
        return self._rows[number]

    def _standing(self, row: Element, column: int) -> str:
        """Return the format of a cell that is not written: its row's, else its column's."""
        if row.get("customFormat") in ("1", "true"):
            return str(row.get("s") or "")
        columns = child(self._root, "cols")
        for one in columns if columns is not None else ():
            if local(one) == "col" and int(one.get("min", 0)) <= column + 1 <= int(one.get("max", 0)):
                return str(one.get("style") or "")
        return ""
