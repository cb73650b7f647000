"""The pieces of work on a file, as they are done in a process of their own (`apart.run`)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from data.intake import apart
from data.intake.examination import Examination
from data.intake.examine import examine
from data.intake.files import Book, open_file
from data.intake.grids import Progress, no_progress
from data.intake.limits import Limits
from data.intake.mapping import Choice, understand
from data.intake.marked import marked as marked_file
from data.intake.merging import Mode
from data.records import Records
from locales import Reader


@dataclass(frozen=True)
class Asked:
    """What an officer has said of a file so far: choices by sheet, answers by key, how rows are put together."""

    choices: Mapping[str, Choice]
    answers: Mapping[str, str]
    mode: Mode
    today: dt.date


def opened(name: str, content: bytes, limits: Limits, progress: Progress | None = None) -> Book:
    """Return a file as sheets of text (`files.open_file`), opened in a process of its own."""
    book: Book = apart.run(open_file, name, content, limits, name=name, progress=progress)
    return book


def examined(book: Book, asked: Asked, records: Records, progress: Progress | None = None) -> Examination:
    """Return what was found in a file (`examine.examine`), examined in a process of its own.

    Its readings stay there, and of faults and changes it brings the first ones with their number.
    """
    found: Examination = apart.run(
        _examine, book, asked, records.release, _told(records), name=book.name, progress=progress
    )
    found.current = records.tables()
    return found


def marked(
    book: Book, asked: Asked, records: Records, reader: Reader, content: bytes = b"", progress: Progress | None = None
) -> bytes:  # fmt: skip
    """Return the officer's own workbook with its places marked (`marked.marked`), made in a process of its own."""
    work = (book, asked, records.release, _told(records), reader.lang, reader.era, content)
    made: bytes = apart.run(_mark, *work, name=book.name, progress=progress)
    return made


def _told(records: Records) -> dict[str, Any]:
    return dict(records.tables())


def whole(
    book: Book, asked: Asked, release: str, tables: dict[str, Any], progress: Progress
) -> tuple[Book, Examination]:
    """Return a book with all its rows and what was found in it; for work in the process of an examination."""
    book = replace(book, sheets=tuple(replace(sheet, rows=list(sheet.rows)) for sheet in book.sheets))
    plans = understand(book, asked.choices)
    found = examine(
        book, plans, Records(release, **tables), asked.answers, asked.mode, today=asked.today, progress=progress
    )  # fmt: skip
    return book, found


def _examine(
    book: Book, asked: Asked, release: str, tables: dict[str, Any], progress: Progress = no_progress
) -> Examination:
    return whole(book, asked, release, tables, progress)[1].light()


def _mark(
    book: Book, asked: Asked, release: str, tables: dict[str, Any], lang: str, era: str, content: bytes,
    progress: Progress = no_progress,
) -> bytes:  # fmt: skip
    book, found = whole(book, asked, release, tables, progress)
    return marked_file(content, book, understand(book, asked.choices), found, Reader(lang, era))
