"""Where a project works, as lists say it: a province, a province group, several of either in one cell, everywhere.

Group names are read by the row's own day: the same name has other members under another scheme.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from data.intake.changes import answer_key
from data.intake.dates import NO_DAY
from data.intake.likeness import core, likest
from data.intake.names import Names
from data.intake.plain import plain, tidy
from geo.names import fold

ASKS = "places"
LONGEST = 2_000  # characters of a cell that names places
MOST = 100  # places of one cell
_TOGETHER = 4  # words that one name is at most made of
_APART = re.compile(r"[,;/|&+\n•]|และ|\band\b")
_EVERYWHERE = frozenset(
    map(fold, ("ทั่วประเทศ", "ทั้งประเทศ", "ทุกจังหวัด", "ระดับประเทศ", "nationwide", "national", "whole country"))
)
_NOWHERE = frozenset((*NO_DAY, "ไม่ทราบพื้นที่", "พื้นที่ไม่ทราบ", "not stated"))
NATIONWIDE = ("", "nationwide")
Place = tuple[str, str]  # province_code, precision


@dataclass(frozen=True)
class Reading:
    """What a cell of places says: places, or the parts of it that no name explains, each with what it may mean."""

    places: tuple[Place, ...] = ()
    unknown: tuple[tuple[str, tuple[str, ...]], ...] = ()
    too_long: bool = False


class Geography:
    """The names of provinces, and of groups with their members, for any day."""

    def __init__(self, provinces: Names, groups: pd.DataFrame, members: pd.DataFrame) -> None:
        self.provinces = provinces
        self._groups, self._members = groups, members
        self._known: dict[tuple[str, str], Reading] = {}
        self._one: dict[tuple[str, str], str] = {}

    @cached_property
    def _first(self) -> pd.Timestamp:
        """The first day on which members of groups are documented; earlier days are read by those of this one."""
        return self._members["valid_from"].min()

    def scheme_on(self, day: pd.Timestamp) -> str:
        """Return the scheme in force on a day, "" for none."""
        rows = self._in_force(self._groups, day)
        return str(rows["scheme"].iloc[-1]) if len(rows) else ""

    def _in_force(self, rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
        day = max(day, self._first)
        return rows[(rows["valid_from"] <= day) & (rows["valid_to"].isna() | (rows["valid_to"] >= day))]

    def groups_on(self, day: pd.Timestamp) -> dict[str, tuple[str, ...]]:
        """Return core of a group's name -> group codes in force on a day."""
        found: dict[str, dict[str, None]] = {}
        for row in self._in_force(self._groups, day).to_dict("records"):
            for name in (row["group_code"], row["name_th"], row["short_name_th"], row["name_en"]):
                found.setdefault(core(str(name)), {})[row["group_code"]] = None
        return {name: tuple(codes) for name, codes in found.items() if name}

    def members(self, group_code: str, day: pd.Timestamp) -> list[str]:
        """Return the provinces of a group on a day; of a group no longer in force, those it had last."""
        own = self._members[self._members["group_code"] == group_code]
        now = self._in_force(own, day)
        return sorted(set((now if len(now) else own)["province_code"]))

    def group(self, cell: str, day: pd.Timestamp) -> str:
        """Return the one group that a name means on a day, "" for none or several."""
        key = (cell, f"{day:%Y-%m-%d}")
        if key not in self._one:
            own = self.groups_on(day).get(core(tidy(cell[:LONGEST])), ())
            self._one[key] = own[0] if len(own) == 1 else ""
        return self._one[key]

    def read(self, cell: str, day: pd.Timestamp, answers: Mapping[str, str]) -> Reading:
        """Return the places of a cell on a day; answers: by `answer_key("places", part)`."""
        key = (cell, f"{day:%Y-%m-%d}")
        if key not in self._known:
            self._known[key] = self._read(cell, day, answers)
        return self._known[key]

    def _read(self, cell: str, day: pd.Timestamp, answers: Mapping[str, str]) -> Reading:
        written = tidy(cell)
        if not written or plain(written).casefold() in _NOWHERE:
            return Reading()
        if len(written) > LONGEST:
            return Reading(too_long=True)
        found, unknown = dict[Place, None](), dict[str, tuple[str, ...]]()
        groups = self.groups_on(day)
        for part in self._parts(written, groups, answers):
            if part is None:
                continue
            said = answers.get(answer_key(ASKS, part))
            codes = self._codes(part, groups) if said is None else said.split()
            if codes is None:
                unknown[part] = self._offered(part, groups)
                continue
            found.update(dict.fromkeys(place for code in codes for place in self._places(code, day)))
        if len(found) > MOST:
            return Reading(too_long=True)
        return Reading(tuple(found), tuple(unknown.items()))

    def _parts(
        self, written: str, groups: Mapping[str, Sequence[str]], answers: Mapping[str, str]
    ) -> list[str]:
        """Return the names in a cell: whole where it is one, else what stands between marks, else word by word."""
        whole = plain(written)
        if self._is_known(whole, groups, answers):
            return [whole]
        parts = []
        for between in _APART.split(written):
            part = plain(between).strip(" .-:()")
            if not part:
                continue
            parts += [part] if self._is_known(part, groups, answers) else self._words(part, groups, answers)
        return parts

    def _words(self, part: str, groups: Mapping[str, Sequence[str]], answers: Mapping[str, str]) -> list[str]:
        """Return names that stand one after the other; where not one of them is known, the whole is one name."""
        words, found, known, at = part.split(" ")[:MOST], list[str](), False, 0
        while at < len(words):
            for size in range(min(_TOGETHER, len(words) - at), 0, -1):
                name = " ".join(words[at : at + size])
                if self._is_known(name, groups, answers):
                    found.append(name)
                    known, at = True, at + size
                    break
            else:
                found.append(words[at])
                at += 1
        return found if known else [part]

    def _is_known(self, name: str, groups: Mapping[str, Sequence[str]], answers: Mapping[str, str]) -> bool:
        return answer_key(ASKS, name) in answers or self._codes(name, groups) is not None

    def _codes(self, name: str, groups: Mapping[str, Sequence[str]]) -> list[str] | None:
        """Return the code a name means, None where it is none or several."""
        if len(name) > LONGEST // 10:
            return None
        key = fold(name.removeprefix("changwat ").removeprefix("Changwat "))
        if key in _EVERYWHERE:
            return ["nationwide"]
        codes = self.provinces.by_name.get(key, ())
        if name in self.provinces.codes:
            return [name]
        if len(codes) == 1:
            return [codes[0]]
        own = groups.get(core(name), ())
        return [own[0]] if len(own) == 1 and not name.startswith("จังหวัด") else None

    def _places(self, code: str, day: pd.Timestamp) -> list[Place]:
        if code == "nationwide":
            return [NATIONWIDE]
        if code in self.provinces.codes:
            return [(code, "province")]
        return [(province, "group") for province in self.members(code, day)]

    def _offered(self, part: str, groups: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
        """Return what a name may mean: provinces and groups by likeness, and several groups that begin so together."""
        if part.startswith(("จังหวัด", "จ.")):
            return tuple(likest(part, self.provinces.by_core, 3))
        key = core(part)
        # A name without its number: each of them, and all of them where nobody knows which.
        begun = sorted({c for name, codes in groups.items() if name.startswith(key) and name[len(key) :].isdigit()
                        for c in codes})  # fmt: skip
        if len(begun) > 1:
            return (*begun, " ".join(begun))
        near = likest(part, {**self.provinces.by_core, **groups}, 3)
        return tuple(near)


def day_of(started: str, fiscal_year: str) -> pd.Timestamp:
    """Return the day by which a row's groups are read: its first day, else the last of its fiscal year, else today."""
    if started:
        return pd.Timestamp(started)
    if fiscal_year.isdigit() and len(fiscal_year) == 4:
        return pd.Timestamp(dt.date(int(fiscal_year) - 543, 9, 30))
    return pd.Timestamp(dt.date.today())
