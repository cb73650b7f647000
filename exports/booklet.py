"""Many files as one: briefs as a bookmarked PDF, anything else as a zip."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from pypdf import PdfWriter

from data.records import Records
from exports import media
from exports.story import story
from locales import Reader

# What the screen offers: medium, which areas, ending.
KINDS = {"briefs": ("brief", "province", ".pdf"), "decks": ("deck", "group", ".zip")}
MADE = 0.85  # share of the work until a booklet is bound


def make(
    kind: str,
    records: Records,
    asof: date,
    reader: Reader,
    evidence: str = "all",
    progress: Callable[[float], None] = lambda share: None,
    template: bytes = b"",
) -> bytes:
    """Return every province's brief as one tagged PDF with cover, contents and bookmarks, or every group's deck as a zip.

    kind: one of KINDS. progress: is told the share done after each area; what it raises ends the work.
    template: of decks, somebody's own.
    """
    medium, level, _ = KINDS[kind]
    scopes = story.scopes(records, asof, level)
    if medium == "brief":
        from exports.brief.brief import booklet  # its libraries are for it alone

        stories = []
        for done, scope in enumerate(scopes, start=1):
            stories.append(story.build(records, scope, asof, reader, evidence))
            progress(MADE * done / len(scopes))
        return booklet(stories)
    with TemporaryDirectory() as folder:
        parts = []
        for done, scope in enumerate(scopes, start=1):
            path = Path(folder) / media.filename(medium, scope, asof, reader.lang, reader.era)
            path.write_bytes(media.make(medium, records, scope, asof, reader, evidence, template=template))
            parts.append((scope, path))
            progress(MADE * done / len(scopes))
        return _zipped(parts, asof)


def filename(kind: str, asof: date, lang: str, evidence: str = "all") -> str:
    """Return the name of a booklet: "sti-briefs-2011-05-26-th.pdf"."""
    some = "" if evidence == "all" else f"-{evidence}"
    return f"sti-{kind}{some}-{asof.isoformat()}-{lang}{KINDS[kind][2]}"


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
