"""Names of provinces and of other records into their codes: exactly, through an alias, or as a question."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from data.intake.plain import plain, tidy
from data.intake.reading import Reading
from geo.names import alias_table, fold

LONGEST = 200  # characters of a cell that may be a name; folding and patterns see no longer text
SUGGESTED = 3  # how many a question offers
ASKED = 200  # distinct unknown names of a column that are compared with all known ones; the rest are faults
_BOTH = re.compile(r"([0-9]{2})\s*[-:.() ]\s*(\D+)|(\D+?)\s*[-:.() ]\s*([0-9]{2})\)?")
_SEVERAL = re.compile(r"\s*(?:[,;/\n]|และ|\band\b)\s*")
_NAME_COLUMNS = ("name_th", "name_en", "short_name_th", "acronym_th", "acronym_en", "title_th", "title_en")


@dataclass
class Names:
    """What may be written for the codes of one table.

    spelled: every spelling with its code. registry: folded official names. A spelling of two records has two codes.
    """

    table: str
    codes: frozenset[str]
    spelled: Iterable[tuple[str, str]] = ()
    registry: frozenset[str] = frozenset()
    asked: int = field(default=0, compare=False)

    @cached_property
    def by_name(self) -> dict[str, tuple[str, ...]]:
        """Return folded spelling -> codes; made when the first cell is no code itself."""
        found: dict[str, dict[str, None]] = {}
        for name, code in self.spelled:
            if name and code:
                found.setdefault(fold(name), {})[code] = None
        return {name: tuple(codes) for name, codes in found.items() if name}


def province_names(provinces: pd.DataFrame, aliases: pd.DataFrame) -> Names:
    """Return the names of the provinces: registry names, codes (52, TH52, TH-52) and reviewed aliases."""
    spelled = dict(alias_table(provinces, aliases))
    for column in ("pcode", "iso_3166_2"):
        for written, code in zip(provinces[column], provinces["province_code"], strict=True):
            spelled.setdefault(fold(written), code)
    registry = (*provinces["name_th"], *provinces["name_en"])
    return Names(
        "provinces",
        frozenset(provinces["province_code"]),
        tuple(spelled.items()),
        frozenset(fold(name) for name in registry),
    )


def record_names(table: str, key: str, frames: Iterable[pd.DataFrame]) -> Names:
    """Return the names of the records of a table, from the release and from the file itself.

    frames: each with the key column and any of the name columns.
    """
    frames = tuple(frames)
    codes = frozenset(code for frame in frames for code in frame[key] if code)
    columns = [(frame, column) for frame in frames for column in _NAME_COLUMNS if column in frame]
    spelled = (pair for frame, column in columns for pair in zip(frame[column], frame[key], strict=True))
    return Names(table, codes, spelled)


def read_province(text: str, names: Names) -> Reading:
    """Return a province_code. A name that is nearly right is a question; several in one cell are a fault."""
    if text in names.codes:
        return Reading(text)
    written = tidy(text)
    if not written:
        return Reading("", "space" if text else "")
    if len(written) > LONGEST:
        return Reading(text, fault="unknown-province", expected=names.table)
    if code := _only(fold(plain(written)), names):
        return Reading(code, "province-name" if fold(written) in names.registry else "province-alias")
    if both := _BOTH.fullmatch(plain(written)):
        meant = {code for part in both.groups() if part and (code := _only(fold(part), names))}
        if len(meant) > 1:  # code and name disagree
            return Reading(text, suggestions=tuple(sorted(meant)), asks="provinces")
        if meant and all(_only(fold(part), names) for part in both.groups() if part):
            return Reading(meant.pop(), "province-name")
    parts = [part for part in _SEVERAL.split(written) if part]
    if len(parts) > 1 and all(_only(fold(part), names) for part in parts):
        return Reading(text, fault="several-provinces", expected=str(len(parts)))
    return _ask(text, written, names, "unknown-province")


def _only(key: str, names: Names) -> str:
    found = names.by_name.get(key, ())
    return found[0] if len(found) == 1 else ""


def read_reference(text: str, names: Names) -> Reading:
    """Return the code of another table's record, written as code or as a name that only one record has."""
    if not text or text in names.codes:
        return Reading(text)
    written = tidy(text)
    if not written or written in names.codes:
        return Reading(written, "space")
    if len(written) > LONGEST:
        return Reading(text, fault="unknown-code", expected=names.table)
    if (lower := plain(written).casefold()) in names.codes:
        return Reading(lower, "code-form")
    found = names.by_name.get(fold(written), ())
    if len(found) == 1:
        return Reading(found[0], "name-to-code")
    if found:
        return Reading(text, suggestions=tuple(sorted(found))[:10], asks=names.table)
    return _ask(text, written, names, "unknown-code")


def _ask(text: str, written: str, names: Names, fault: str) -> Reading:
    """Return a question with the nearest names, or a fault when none is near."""
    expected = names.table
    names.asked += 1
    if names.asked > ASKED:
        return Reading(text, fault=fault, expected=expected, asks=names.table)
    key = fold(written)
    near = difflib.get_close_matches(key, names.by_name, n=SUGGESTED * 3, cutoff=0.72)
    near_codes = difflib.get_close_matches(plain(written).casefold(), names.codes, n=SUGGESTED, cutoff=0.85)
    if names.table == "provinces":
        near_codes = []  # 58 is no misspelling of 57
        if written.isascii() and written.isdigit():
            near = []
    codes = dict.fromkeys([*near_codes, *(code for name in near for code in names.by_name[name])])
    if not codes:
        return Reading(text, fault=fault, expected=expected, asks=names.table)
    return Reading(text, suggestions=tuple(codes)[:SUGGESTED], asks=names.table)
