"""Names of provinces and of other records into their codes: exactly, through an alias, or as a question."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from data.intake.likeness import core, likest
from data.intake.plain import plain, thai_digits, tidy
from data.intake.reading import Reading
from geo.names import AmbiguousAliasError, alias_table, fold

LONGEST = 200  # characters of a cell that may be a name; folding and patterns see no longer text
SUGGESTED = 3  # how many a question offers first
# Tables whose records are a vocabulary: a name that none of them bears is a question, whatever it looks like.
VOCABULARIES = ("provinces", "province_groups", "programmes", "agencies", "phases", "institutions", "sources")
ASKED = 200  # distinct unknown names of a column that are compared with all known ones; the rest are faults
_BOTH = re.compile(r"([0-9]{2})\s*[-:.() ]\s*(\D+)|(\D+?)\s*[-:.() ]\s*([0-9]{2})\)?")
_SEVERAL = re.compile(r"\s*(?:[,;/\n]|และ|\band\b)\s*")
_RUNS = re.compile(r"[0-9]+|[^0-9\s./_()-]+")
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

    def spelt(self, written: str) -> str:
        """Return the code that a written one is but for its signs and capitals: TC 53-001 -> tc53/001; "" for none."""
        found = self.by_sign.get(code_key(written), ())
        return found[0] if len(found) == 1 else ""

    @cached_property
    def by_sign(self) -> dict[str, tuple[str, ...]]:
        """Return code without signs and capitals -> codes."""
        found: dict[str, dict[str, None]] = {}
        for code in self.codes:
            found.setdefault(code_key(code), {})[code] = None
        return {key: tuple(codes) for key, codes in found.items() if key}

    @cached_property
    def by_core(self) -> dict[str, tuple[str, ...]]:
        """Return what tells a name from its kin -> codes; made when the first name is looked for."""
        found: dict[str, dict[str, None]] = {}
        for name, code in self.spelled:
            if name and code and (key := core(name)):
                found.setdefault(key, {})[code] = None
        return {name: tuple(codes) for name, codes in found.items()}


def code_key(text: str) -> str:
    """Return what ways to write an id have in common, its runs of letters and of digits: TC53/001 -> "tc-53-001"."""
    return "-".join(_RUNS.findall(thai_digits(plain(text[:LONGEST]).casefold())))


def province_names(provinces: pd.DataFrame, aliases: pd.DataFrame) -> Names:
    """Return the names of the provinces: registry names, codes (52, TH52, TH-52) and reviewed aliases."""
    spelled = _spelled(provinces, aliases)
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


def _spelled(provinces: pd.DataFrame, aliases: pd.DataFrame) -> dict[str, str]:
    """Return folded name -> code. An alias that is another province's name is passed over: nothing published stops
    the desk (`checking` tells it as a fault of the file that brings it)."""
    try:
        return dict(alias_table(provinces, aliases))
    except AmbiguousAliasError:
        spelled = dict(alias_table(provinces, aliases.iloc[:0]))
        for alias, code in zip(aliases["alias"], aliases["province_code"], strict=True):
            spelled.setdefault(fold(alias), code)
        return spelled


def record_names(table: str, key: str, frames: Iterable[pd.DataFrame], *, is_own: bool = False) -> Names:
    """Return the names of the records of a table, from the release and from the file itself.

    frames: each with the key column and any of the name columns. is_own: offices give these ids as they like.
    """
    frames = tuple(frames)
    # The first way to write an id is the way: the release's, then the file's own from the top.
    spelt: dict[str, str] = {}
    for frame in frames:
        for code in frame[key]:
            if code:
                spelt.setdefault(code_key(code) if is_own else code, code)
    codes = frozenset(spelt.values())
    columns = [(frame, column) for frame in frames for column in _NAME_COLUMNS if column in frame]
    spelled = [pair for frame, column in columns for pair in zip(frame[column], frame[key], strict=True)]
    # A phase is named by its number alone.
    spelled += [(code.removeprefix("phase-"), code) for code in codes if table == "phases"]
    spelled += [(code, code) for code in codes if table in VOCABULARIES]
    return Names(table, codes, tuple(spelled))


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
    return ask(text, written, names, "unknown-province")


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
    found = names.by_name.get(fold(written), ()) or names.by_name.get(fold(plain(written)), ())
    if len(found) == 1:
        return Reading(found[0], "name-to-code")
    if not found and (code := names.spelt(written)):
        return Reading(code, "code-form")
    if found:
        return Reading(text, suggestions=tuple(sorted(found))[:10], asks=names.table)
    return ask(text, written, names, "unknown-code")


def ask(text: str, written: str, names: Names, fault: str) -> Reading:
    """Return a question with the likest names first; a fault where there is no vocabulary to choose from."""
    expected = names.table
    names.asked += 1
    if names.asked > ASKED:
        return Reading(text, fault=fault, expected=expected, asks=names.table)
    if names.table == "provinces" and written.isascii() and written.isdigit():
        return Reading(text, fault=fault, expected=expected, asks=names.table)  # 58 is no misspelling of 57
    codes = tuple(likest(written, names.by_core, SUGGESTED))
    if not codes and names.table not in VOCABULARIES:
        return Reading(text, fault=fault, expected=expected, asks=names.table)
    return Reading(text, suggestions=codes, asks=names.table)
