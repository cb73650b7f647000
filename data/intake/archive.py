"""The inside of an XLSX before anything opens it: kinds refused, sizes as declared and as they come out."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from data.intake.contents import ACCEPTED, refuse
from data.intake.grids import Progress, letter
from data.intake.limits import Limits
from data.intake.markup import Elements, MarkupError, Scan, SharedTexts, SheetCells, read_part

_CHUNK = 2**20
_LARGE = 10 * 2**20  # parts below this may be packed as tightly as they like
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_PARTS = 1_000  # relations and sheets that a book may name


@dataclass
class Inside:
    """What the markup says before a reader lays it out: a Scan per sheet part, the part of each sheet, the epoch."""

    scans: dict[str, Scan] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    counts_from_1904: bool = False


def inspect(name: str, content: bytes, limits: Limits, progress: Progress) -> Inside:
    """Return what is inside a workbook. Raises RefusedFileError for whatever must not be opened."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_entries(name, archive, entries, limits)
            inside = Inside()
            _read_book(archive, inside)
            _unpack(name, archive, entries, limits, progress, inside)
            return inside
    except MarkupError as error:
        refuse(name, "corrupt-file", error.args[0], "XLSX")
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        if hasattr(error, "fault"):
            raise
        refuse(name, "corrupt-file", "", "XLSX")
        raise


def _check_entries(
    name: str, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits
) -> None:
    names = {entry.filename.lower() for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        refuse(name, "encrypted")
    declared = sum(entry.file_size for entry in entries)
    if len(entries) > limits.entries or declared > limits.expanded_bytes:
        refuse(name, "expands-too-much", _megabytes(declared), _megabytes(limits.expanded_bytes))
    for entry in entries:
        if entry.file_size > _LARGE and entry.file_size > limits.ratio * max(1, entry.compress_size):
            refuse(name, "expands-too-much", _megabytes(declared), _megabytes(limits.expanded_bytes))
    if "mimetype" in names and b"opendocument" in archive.read("mimetype")[:200]:
        refuse(name, "ods", "ODS", ACCEPTED)
    if any(part.endswith("vbaproject.bin") for part in names):
        refuse(name, "macros", "XLSM", ACCEPTED)
    if "xl/workbook.bin" in names:
        refuse(name, "xlsb", "XLSB", ACCEPTED)
    for part, kind in (("word/document.xml", "DOCX"), ("ppt/presentation.xml", "PPTX")):
        if part in names:
            refuse(name, "wrong-content", kind, "XLSX")
    if "[content_types].xml" not in names or not any(_SHEET.fullmatch(part) for part in names):
        refuse(name, "wrong-content", "ZIP", "XLSX")
    if b"macroenabled" in archive.read("[Content_Types].xml").lower():
        refuse(name, "macros", "XLSM", ACCEPTED)


def _unpack(
    name: str, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits, progress: Progress,
    inside: Inside,
) -> None:  # fmt: skip
    """Unpack every part once, counting; sizes that were declared falsely end here."""
    left, done, total = limits.expanded_bytes, 0, sum(e.file_size for e in entries) or 1
    shared, names = SharedTexts(limits), {part: sheet for sheet, part in inside.parts.items()}

    def chunks(entry: zipfile.ZipInfo) -> Iterator[bytes]:
        nonlocal left, done
        with archive.open(entry) as part:
            while chunk := part.read(_CHUNK):
                left -= len(chunk)
                done += len(chunk)
                if left < 0:
                    refuse(name, "expands-too-much", f"> {_megabytes(limits.expanded_bytes)}",
                           _megabytes(limits.expanded_bytes))  # fmt: skip
                progress(min(1.0, done / total))
                yield chunk

    # The texts first: what a sheet holds is weighed by them.
    for entry in sorted(entries, key=lambda e: not e.filename.lower().endswith("sharedstrings.xml")):
        if entry.filename.lower().endswith("sharedstrings.xml"):
            read_part(shared, chunks(entry))
        elif _SHEET.fullmatch(entry.filename):
            sheet = SheetCells(shared, limits, lambda scan: _check_scan(name, scan, limits))
            try:
                read_part(sheet, chunks(entry))
            except MarkupError as error:
                refuse(name, "corrupt-file", error.args[0] or names.get(entry.filename, "")[:100], "XLSX")
            _check_scan(name, sheet.scan, limits)
            inside.scans[entry.filename] = sheet.scan
        else:
            for _ in chunks(entry):
                pass


def _read_book(archive: zipfile.ZipFile, inside: Inside) -> None:
    """Read which part each sheet is and from when the book counts its days."""
    try:
        book, relations = Elements(("sheet", "workbookPr"), _PARTS), Elements(("Relationship",), _PARTS)
        read_part(book, _pieces(archive, "xl/workbook.xml"))
        read_part(relations, _pieces(archive, "xl/_rels/workbook.xml.rels"))
    except KeyError:
        return
    targets = {r.get("Id", ""): r.get("Target", "").lstrip("/") for _, r in relations.found}
    for element, said in book.found:
        if element == "workbookPr":
            inside.counts_from_1904 = said.get("date1904") in ("1", "true")
            continue
        target = targets.get(said.get("id", ""), "")
        inside.parts[said.get("name", "")] = target if target.startswith("xl/") else f"xl/{target}"


def _pieces(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _check_scan(name: str, scan: Scan, limits: Limits) -> None:
    """Refuse before a reader lays the sheet out in memory: it keeps room for every cell up to the farthest."""
    if scan.rows > limits.rows + 50:
        refuse(name, "too-many-rows", f"{scan.rows:,}", f"{limits.rows:,}")
    if scan.columns > limits.columns:
        refuse(
            name, "too-many-columns", f"{scan.columns:,}", f"{limits.columns:,}", 0, letter(scan.columns - 1)
        )
    area = scan.rows * scan.columns if scan.columns > 26 else 0
    if max(scan.cells, area) > limits.cells:
        refuse(name, "too-many-cells", f"{max(scan.cells, area):,}", f"{limits.cells:,}")
    if scan.text > limits.text_bytes:
        refuse(name, "expands-too-much", f"> {_megabytes(limits.text_bytes)}", _megabytes(limits.text_bytes))


def _megabytes(size: int) -> str:
    return f"{size / 2**20:,.1f} MB"
