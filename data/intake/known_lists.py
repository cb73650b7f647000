"""How a whole list was read, kept by its set of headers and proposed for the next list that has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from data.columns import Table
from data.intake import listed, wide
from data.intake.beside import PLACES
from data.intake.changes import answer_key
from data.intake.headers import key_of
from data.intake.layout import RawSheet
from data.intake.mapping import Choice, SheetPlan
from data.intake.names import VOCABULARIES
from data.intake.places import ASKS as PLACES_ASKED
from data.schema import TABLES

_YEAR = re.compile(r"(?<!\d)(?:25[4-9]\d|20[0-4]\d)(?!\d)")
YEARLY = "fiscal_year_be"  # what each list has anew: that of an earlier one is no proposal


@dataclass(frozen=True)
class KnownList:
    """How a list was read, as far as an officer said so.

    headers: as they stood in the file. table: "" for a sheet that was left out. columns: header -> column, "" left out,
    for headers that were corrected; the others are read as ever. words: meanings by `answer_key`, of what holds for the
    whole list. who, at (ISO, UTC): whose reading it is and of when.
    """

    headers: tuple[str, ...]
    table: str
    columns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    who: str = ""
    at: str = ""

    @property
    def key(self) -> str:
        """The key of its set of headers."""
        return key_of_set(self.headers)

    def same_as(self, other: KnownList | None) -> bool:
        """Say whether both read a list alike, whoever said so and when."""
        return other is not None and self._compared() == other._compared()

    def _compared(self) -> tuple[object, ...]:
        marks = _marks(self.headers)
        columns = {marks.get(header, header): column for header, column in self.columns.items()}
        return self.key, self.table, columns, _in_headers(self.words, marks)


def key_of_set(headers: Iterable[str]) -> str:
    """Return the key of a set of headers: their order, spaces and signs do not count, nor which year stands in them."""
    return "\n".join(sorted(set(_marks(headers).values())))


def proposed(sheet: RawSheet, known: Mapping[str, KnownList]) -> KnownList | None:
    """Return how a list with these headers was read before, in the headers of this sheet; None when none is known."""
    headers = _named(sheet)
    kept = known.get(key_of_set(headers)) if headers else None
    if kept is None:
        return None
    own = {mark: header for header, mark in _marks(headers).items()}
    here = {header: own[mark] for header, mark in _marks(kept.headers).items()}
    columns = {here[header]: column for header, column in kept.columns.items() if header in here}
    return replace(kept, headers=headers, columns=columns, words=_in_headers(kept.words, here))


def as_said(sheet: RawSheet, plan: SheetPlan, choice: Choice, answers: Mapping[str, str]) -> KnownList | None:
    """Return what an officer said of how a sheet is read; None when nothing was said or no header names a column."""
    headers = _named(sheet)
    columns = {h: column or "" for h, column in choice.columns.items() if h in headers}
    words = {k: said for k, said in answers.items() if plan.table and _of_list(k, said, plan)}
    left_out = choice.table == ""
    if not headers or not (choice.table is not None or columns or words) or not (plan.table or left_out):
        return None
    return KnownList(headers, plan.table or "", columns, words)


def _of_list(key: str, meaning: str, plan: SheetPlan) -> bool:
    """Say whether an answer tells how this list is read, whatever rows it has.

    A name that means something holds for every list and is kept as such (`remembered.Kept`); which day a text is, which
    rows are the same and what the list covers are of one file alone.
    """
    asks = key.partition("|")[0]
    kind, _, rest = asks.partition(":")
    table = TABLES[plan.table or ""]
    if kind == "list":
        return asks.startswith(f"list:{table.name}.") and listed.column_of(asks) != YEARLY
    if kind in ("number", "percent"):
        return bool(plan.header_of(rest)) or (asks == wide.ASKS and table.name == "workshops")
    return not meaning and _may_name(asks, rest, table, plan)


def _may_name(asks: str, column: str, table: Table, plan: SheetPlan) -> bool:
    """Say whether names of this kind stand in the list."""
    if asks.startswith("word:"):
        return bool(plan.header_of(column))
    if asks == PLACES_ASKED:
        return table.name in PLACES
    return asks in VOCABULARIES and any(c.refers_to == asks for c in table.columns if plan.header_of(c.name))


def _in_headers(words: Mapping[str, str], headers: Mapping[str, str]) -> dict[str, str]:
    """Return answers with other headers in those that are asked by a header: how a column counts."""
    parted = ((*key.partition("|")[::2], said) for key, said in words.items())
    return {
        answer_key(asks, headers.get(read, read) if asks.startswith("percent:") else read): said
        for asks, read, said in parted
    }


def _named(sheet: RawSheet) -> tuple[str, ...]:
    """Return the headers that stand in the file; a column without one bears its letter."""
    return tuple(h for h, letter in zip(sheet.header, sheet.columns, strict=True) if h != letter)


def _marks(headers: Iterable[str]) -> dict[str, str]:
    """Return header -> what of it is compared; the year counts only where it is all that tells two of them apart."""
    written = {header: key_of(header) for header in headers}
    without = {header: _YEAR.sub("#", key) for header, key in written.items()}
    return without if len(set(without.values())) == len(set(written.values())) else written
