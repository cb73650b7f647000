"""Many files as one: briefs as a bookmarked PDF, anything else as a zip."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from pypdf import PdfWriter


def bound(parts: Sequence[tuple[str, Path]], suffix: str, day: date) -> bytes:
    """Return the files as one, in their order. parts: title and file. suffix: ".pdf" binds pages, else a zip holds them.

    The same files of the same day give the same bytes. Raises OSError where a file cannot be read.
    """
    return _pages(parts) if suffix == ".pdf" else _zipped(parts, day)


def _pages(parts: Sequence[tuple[str, Path]]) -> bytes:
    with PdfWriter() as book:
        for title, path in parts:
            book.append(path, outline_item=title, import_outline=False)
        stream = io.BytesIO()
        book.write(stream)
    return stream.getvalue()


def _zipped(parts: Sequence[tuple[str, Path]], day: date) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as archive:  # decks and workbooks are packed already
        for _, path in parts:
            archive.writestr(ZipInfo(path.name, (day.year, day.month, day.day, 0, 0, 0)), path.read_bytes())
    return stream.getvalue()
