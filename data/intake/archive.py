"""The inside of an XLSX before anything opens it: kinds refused, sizes as declared and as they come out."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from data.intake.contents import ACCEPTED, refuse
from data.intake.grids import Progress, column_number, letter
from data.intake.limits import Limits

_CHUNK = 2**20
_LARGE = 10 * 2**20  # parts below this may be packed as tightly as they like
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
# Attributes may stand in any order, in either quotes; a cell that closes itself holds nothing.
_CELL = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,8})["'][^>/]*>(?!</)""")
_FAR_CELL = re.compile(
    rb"""\br\s*=\s*["'](?:([A-Za-z]{2,3})([0-9]{1,8})|([A-Za-z])([3-9][0-9]{5}|[0-9]{7,8}))["'][^>/]*>(?!</)"""
)
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\b([^>]*\bt\s*=\s*["']e["'][^>]*)>.{0,4000}?<(?:\w+:)?v>([^<]*)<""", re.DOTALL
)
_EMPTY_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\b([^>/]*)><(?:\w+:)?f(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</"""
)
_SHARED = re.compile(rb"""\bt\s*=\s*["']s["'][^>]*>\s*(?:<f[^>]*>[^<]*</f>)?<(?:\w+:)?v>([0-9]+)<""")
_ITEM = re.compile(rb"<(?:\w+:)?si\b[^>]*>(.*?)</(?:\w+:)?si>", re.DOTALL)
_ROW = re.compile(rb"""row\s[^>]*?\br\s*=\s*["']([0-9]{1,8})["']""")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,8})["']""")


@dataclass
class Scan:
    """What one sheet holds by its markup: the farthest filled cell and cells without a usable value.

    unusable: row, column letters, what stood there ("" for a formula that was never computed).
    """

    rows: int = 0
    columns: int = 0
    cells: int = 0
    text: int = 0
    unusable: list[tuple[int, str, str]] = field(default_factory=list)


def inspect(name: str, content: bytes, limits: Limits, progress: Progress) -> dict[str, Scan]:
    """Return a Scan per sheet part of a workbook. Raises RefusedFileError for whatever must not be opened."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _check_entries(name, archive, entries, limits)
            return _unpack(name, archive, entries, limits, progress)
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
    name: str, archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], limits: Limits, progress: Progress
) -> dict[str, Scan]:
    """Unpack every part once, counting; sizes that were declared falsely end here."""
    left, done, total = limits.expanded_bytes, 0, sum(e.file_size for e in entries) or 1
    lengths: list[int] = []
    scans: dict[str, Scan] = {}
    for entry in sorted(entries, key=lambda e: not e.filename.lower().endswith("sharedstrings.xml")):
        is_shared = entry.filename.lower().endswith("sharedstrings.xml")
        scan = scans.setdefault(entry.filename, Scan()) if _SHEET.fullmatch(entry.filename) else None
        pending = b""
        for chunk in _chunks(archive, entry):
            left -= len(chunk)
            done += len(chunk)
            if left < 0:
                refuse(name, "expands-too-much", f"> {_megabytes(limits.expanded_bytes)}",
                       _megabytes(limits.expanded_bytes))  # fmt: skip
            progress(min(1.0, done / total))
            if not is_shared and scan is None:
                continue
            if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk or chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
                refuse(name, "corrupt-file", "DTD", "XLSX")
            pending += chunk
            cut = pending.rfind(b"</si>" if is_shared else b"<row")
            if cut <= 0 and len(pending) < 8 * _CHUNK:
                continue
            cut = len(pending) if cut <= 0 else cut + (5 if is_shared else 0)
            whole, pending = pending[:cut], pending[cut:]
            _look(name, whole, scan, lengths, limits)
        _look(name, pending, scan, lengths, limits)
    return scans


def _chunks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            yield chunk


def _look(name: str, markup: bytes, scan: Scan | None, lengths: list[int], limits: Limits) -> None:
    """Measure a stretch of markup: shared texts into `lengths`, or the cells of a sheet into `scan`."""
    if scan is None:
        lengths += [len(text) for text in _ITEM.findall(markup)]
        return
    scan.cells += markup.count(b"<c") + markup.count(b":c ")
    if first := _CELL.search(markup):
        _reach(scan, *first.groups())
    for wide, row, narrow, far in _FAR_CELL.findall(markup):
        _reach(scan, wide or narrow, row or far)
    # Up to Z and 99,999 the row of the last value tells enough; rows below it hold only styles.
    last = max(markup.rfind(b"v>"), markup.rfind(b"is>"))
    if last >= 0 and (row := _ROW.match(markup, max(0, markup.rfind(b"row ", 0, last)))):
        scan.rows = max(scan.rows, int(row[1]))
    scan.columns = max(scan.columns, 26 if scan.cells else 0)
    known = len(lengths)
    scan.text += sum(lengths[n] for at in _SHARED.findall(markup) if (n := int(at[:9])) < known)
    _find_unusable(markup, scan)
    _check_scan(name, scan, limits)


def _reach(scan: Scan, letters: bytes, row: bytes) -> None:
    scan.columns = max(scan.columns, column_number(letters.decode().upper()) + 1)
    scan.rows = max(scan.rows, int(row))


def _find_unusable(markup: bytes, scan: Scan) -> None:
    if b't="e"' in markup or b"t='e'" in markup:
        for attributes, value in _ERROR.findall(markup):
            if at := _REFERENCE.search(attributes):
                scan.unusable.append((int(at[2]), at[1].decode().upper(), value.decode("utf-8", "replace")))
    if b"<f" in markup or b":f" in markup:
        for attributes in _EMPTY_FORMULA.findall(markup):
            at = _REFERENCE.search(attributes)
            if at and b'"str"' not in attributes:
                scan.unusable.append((int(at[2]), at[1].decode().upper(), ""))


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
