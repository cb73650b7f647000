"""The reader: language, era and light or dark, with everything that depends on them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

from locales import dates
from locales.sorting import thai_key

HERE = Path(__file__).resolve().parent
LANGUAGES = ("th", "en")
ERAS = ("be", "ce")
MOST = 1000  # letters of a value in a message (fluent.runtime's bound on a placeable)


class MissingMessageError(KeyError):
    """No catalogue holds this message id; args are the language and the id."""


@cache
def _bundle(lang: str) -> FluentBundle:
    bundle = FluentBundle(["th-TH" if lang == "th" else "en-GB"], use_isolating=False)
    for path in sorted((HERE / lang).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


def message_ids(lang: str) -> frozenset[str]:
    """Return every message id of a language's catalogues."""
    return frozenset(_bundle(lang)._messages)


@cache
def _plain(lang: str, message_id: str) -> str:
    """Return a message without values: most of what a page says, and always the same."""
    return _message(lang, message_id, {})


def _message(lang: str, message_id: str, values: dict[str, Any]) -> str:
    bundle = _bundle(lang)
    pattern = bundle.get_message(message_id).value if bundle.has_message(message_id) else None
    if pattern is None:
        raise MissingMessageError(lang, message_id)
    text, errors = bundle.format_pattern(pattern, {name: _bounded(value) for name, value in values.items()})
    if errors:
        raise ValueError(f"{lang}:{message_id}: {errors[0]}")
    return str(text)


def _bounded(value: Any) -> Any:
    """Return a value that the catalogue takes: a name longer than it allows is cut where one sees it, never a fault."""
    return value[: MOST - 1] + "…" if isinstance(value, str) and len(value) > MOST else value


@dataclass(frozen=True)
class Reader:
    """Who is reading: language (th, en), era (be, ce), and whether the sheet is dark."""

    lang: str = "th"
    era: str = "be"
    dark: bool = False

    def t(self, message_id: str, **values: Any) -> str:
        """Return a message with its values filled in; whole numbers get thousands separators.

        Raises MissingMessageError for an unknown id and ValueError for a value that is missing.
        """
        return _message(self.lang, message_id, values) if values else _plain(self.lang, message_id)

    def has(self, message_id: str) -> bool:
        """Say whether a message exists."""
        return _bundle(self.lang).has_message(message_id)

    def pick(self, row: Any, stem: str) -> str:
        """Return the column `<stem>_th` or `<stem>_en` of a row or mapping, the other where blank."""
        for lang in (self.lang, *LANGUAGES):
            value = row[f"{stem}_{lang}"]
            if isinstance(value, str) and value:
                return value
        return ""

    def date(self, day: dt.date, precision: str = "day", short: bool = True) -> str:
        """Write a date, never more exact than its precision (day, month, year)."""
        return dates.write_date(day, self.lang, self.era, precision, short)

    def span(self, start: dt.date, end: dt.date | None, precision: str = "day") -> str:
        """Write an event's time, "between ... and ..." where only a range is known."""
        return dates.write_span(start, end, self.lang, self.era, precision)

    def year(self, year_be: int) -> str:
        """Write a year given in BE in the reader's era: 2554 -> "2554" or "2011"."""
        return str(year_be if self.era == "be" else year_be - dates.BE_OFFSET)

    def number(self, value: float, decimals: int = 0) -> str:
        """Write a number with thousands separators."""
        return f"{value:,.{decimals}f}"

    def million_baht(self, baht: float) -> str:
        """Write money as million baht with one decimal and its unit."""
        return f"{baht / 1e6:,.1f} " + ("ล้านบาท" if self.lang == "th" else "million baht")

    def join(self, words: Iterable[str]) -> str:
        """Join words to a list: "ก ข และ ค", "a, b and c"."""
        words = list(words)
        if len(words) < 2:
            return "".join(words)
        if self.lang == "th":
            return " ".join(words[:-1]) + " และ" + words[-1]
        return ", ".join(words[:-1]) + " and " + words[-1]

    def sorted(self, words: Iterable[str]) -> list[str]:
        """Sort words in dictionary order."""
        return sorted(words, key=thai_key if self.lang == "th" else str.casefold)
