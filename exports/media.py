"""The four media by name, and files that are either whole or not there."""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from data.records import Records
from exports.story import story
from exports.story.scene import AND
from exports.story.versus import SIDES
from locales import Reader

SUFFIX = {"deck": ".pptx", "brief": ".pdf", "workbook": ".xlsx", "page": ".html"}
MEDIA = tuple(SUFFIX)
ERAS = {"th": "be", "en": "ce"}  # the usual one of each language


class MissingMediumError(RuntimeError):
    """A medium whose parts are not installed here; args are its name and what is missing."""


class TemplateError(ValueError):
    """A deck template that lacks what a deck needs; missing: what, as people find it in their program."""

    def __init__(self, *missing: str) -> None:
        """Keep what is missing, "pptx" where the file is none."""
        super().__init__(", ".join(missing))
        self.missing = missing


class UnwritableError(OSError):
    """A file that cannot be written; args are its path and why."""


def make(
    medium: str,
    records: Records,
    scope: str,
    asof: date,
    reader: Reader,
    evidence: str = "all",
    *,
    kinds: Sequence[str] | None = None,
    since: date | None = None,
    period: bool = False,
    address: str = "",
    template: bytes = b"",
    progress: Callable[[float], None] = lambda share: None,
) -> bytes:
    """Return one story as bytes: deck (.pptx), brief (.pdf), workbook (.xlsx) or page (.html).

    kinds, since, period, address: as `story.build` takes them. template: of a deck, somebody's own.
    The page holds both languages, light and dark, and opens in the
    reader's. progress: is told the share (0 to 1) of the steps done. Raises StoryError for a story that cannot be told,
    MissingMediumError where a library of the medium is not installed.
    """
    draw = renderer(medium)
    plain = replace(reader, dark=False)
    readers = _readers(plain) if medium == "page" else [plain]
    told = []
    for done, one in enumerate(readers, start=1):
        told.append(
            story.build(
                records, scope, asof, one, evidence, kinds, since=since, period=period, address=address
            )
        )
        progress(done / (len(readers) + 1))
    more: dict[str, object] = {"own": template} if template and medium == "deck" else {}
    more |= {"records": records} if medium == "workbook" else {}
    content = draw(*told, **more)
    progress(1)
    return content


def _readers(reader: Reader) -> list[Reader]:
    """Return the readers of a page: each language light, then each dark; the era follows the language."""
    langs = [reader.lang, *(lang for lang in ("th", "en") if lang != reader.lang)]
    eras = ERAS | {reader.lang: reader.era}
    return [Reader(lang, eras[lang], dark) for dark in (False, True) for lang in langs]


def renderer(medium: str) -> Callable[..., bytes]:
    """Return the function that draws a medium; its libraries are loaded only when they are needed."""
    try:
        if medium == "deck":
            from exports.deck.deck import render as draw
        elif medium == "workbook":
            from exports.workbook.workbook import render as draw  # type: ignore[assignment]
        elif medium == "brief":
            from exports.brief.brief import render as draw  # type: ignore[assignment]
        elif medium == "page":
            from exports.page.page import render as draw  # type: ignore[assignment]
        else:
            raise ValueError(f"expected one of {MEDIA}, got {medium!r}")
    except ImportError as error:
        raise MissingMediumError(medium, str(error)) from error
    return draw


def write(path: Path, content: bytes) -> None:
    """Write a file so that it is whole or not there: beside its place first, then moved. Raises UnwritableError."""
    part = ""
    try:
        handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, 0o644)
        os.replace(part, path)
    except OSError as error:
        if part and os.path.exists(part):
            os.unlink(part)
        raise UnwritableError(str(path), error.strerror or str(error)) from error


def filename(
    medium: str, scope: str, asof: date, lang: str, era: str = "", beginning: date | None = None
) -> str:
    """Return the name of an export's file: "sti-33-2011-05-26-th.pptx".

    beginning: the first day of a period, said too: "sti-33-2009-12-21-to-2011-05-26-th.pptx".

    era: said where it is not the language's usual one, "sti-33-2011-05-26-en-be.pptx": else one would replace the other.
    """
    several, sides = scope.split(AND), scope.split(SIDES)
    scope = f"{len(several)}-groups" if len(several) > 1 else scope
    scope = f"compare-{len(sides)}" if len(sides) > 1 else scope
    other = f"-{era}" if era and era != ERAS[lang] else ""
    days = f"{beginning.isoformat()}-to-{asof.isoformat()}" if beginning else asof.isoformat()
    return f"sti-{scope}-{days}-{lang}{other}{SUFFIX[medium]}"
