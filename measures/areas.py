"""The areas a measure speaks about on a day: provinces, their groups, and which of them are in the filter."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from geo import calendar
from geo.names import short_group_name
from measures import evidence
from measures.selection import Selection

NO_DAY = np.datetime64("NaT", "us")  # in the unit of every column of days
BANGKOK = "10"  # in no province group under any scheme; no representative is expected
COLUMNS = [
    "area_code", "name_th", "name_en", "group_code", "state", "value", "of", "since", "reason",
    "in_filter", "evidence", "source_id",
]  # fmt: skip


@lru_cache(maxsize=16)
def change_days(records: Records) -> list[date]:
    """Return the days on which the map changes: provinces, groups, memberships; in order."""
    return calendar.change_days(records.provinces, records.province_group_members)


def map_day(records: Records, day: date) -> date:
    """Return the first day of the map that is valid on `day`: same provinces and same memberships since."""
    days = change_days(records)
    place = bisect_right(days, day)
    return days[place - 1] if place else date.min.replace(year=1900)


def provinces_on(records: Records, day: date) -> pd.DataFrame:
    """Return one row per province that existed on `day`, Bangkok included. Shared: do not change.

    Columns: area_code, name_th, name_en, group_code ("" for none), established_on. Before 2008 the
    groups are those of the stand-in scheme (`is_stand_in`).
    """
    return _provinces(records, map_day(records, day))


@lru_cache(maxsize=64)
def _provinces(records: Records, day: date) -> pd.DataFrame:
    found = calendar.provinces_on(records.provinces, day)
    found = found[["province_code", "name_th", "name_en", "established_on"]]
    drawn = calendar.grouping_on(records.group_schemes, day).day
    members = calendar.members_on(records.province_group_members, drawn)
    group_of = dict(zip(members["province_code"], members["group_code"], strict=True))
    found = found.rename(columns={"province_code": "area_code"})
    return found.assign(group_code=[group_of.get(code, "") for code in found["area_code"]])


def groups_on(records: Records, day: date) -> pd.DataFrame:
    """Return one row per group to draw with on `day`, in display order. Shared: do not change.

    Columns: area_code, name_th, name_en (short names), group_code, province_count.
    """
    return _groups(records, map_day(records, day))


@lru_cache(maxsize=64)
def _groups(records: Records, day: date) -> pd.DataFrame:
    found = calendar.groups_on(records.province_groups, calendar.grouping_on(records.group_schemes, day).day)
    sizes = _provinces(records, day)["group_code"].value_counts()
    return pd.DataFrame(
        {
            "area_code": found["group_code"],
            "name_th": found["short_name_th"],
            "name_en": found["name_en"].map(short_group_name),
            "group_code": found["group_code"],
            "province_count": found["group_code"].map(sizes).fillna(0).astype(int),
        }
    )


@lru_cache(maxsize=1024)
def is_stand_in(records: Records, day: date) -> bool:
    """Say whether the groups shown on `day` stand in for a scheme whose members are not documented."""
    return calendar.grouping_on(records.group_schemes, day).is_stand_in


def territories_on(records: Records, day: date) -> dict[str, str]:
    """Return province_code -> the code its territory had on `day` (38 is part of 43 before 2011-03-23)."""
    return _territories(records, map_day(records, day))


@lru_cache(maxsize=64)
def _territories(records: Records, day: date) -> dict[str, str]:
    return calendar.territories_on(records.provinces, day)


def then(records: Records, codes: pd.Series, day: date) -> pd.Series:
    """Return the codes that rows count for on `day`; "" stays "" (nationwide)."""
    if provinces_on(records, day)["area_code"].size == records.provinces.shape[0]:
        return codes
    names = territories_on(records, day)
    return codes.map(lambda code: names.get(code, code)).astype(codes.dtype)


@lru_cache(maxsize=16)
def group_provinces(records: Records) -> dict[str, frozenset[str]]:
    """Return group_code -> every province that was ever a member of it."""
    members = records.province_group_members.groupby("group_code")["province_code"]
    return {str(code): frozenset(provinces) for code, provinces in members}


@lru_cache(maxsize=256)
def _filtered(records: Records, asof: date, groups: tuple[str, ...]) -> frozenset[str]:
    found = provinces_on(records, asof)
    in_force = set(found["group_code"])
    codes = set(found.loc[found["group_code"].isin(groups), "area_code"])
    for group in set(groups) - in_force:
        codes |= group_provinces(records).get(group, frozenset())
    return frozenset(codes)


def filter_codes(records: Records, selection: Selection) -> frozenset[str] | None:
    """Return the province codes inside `selection.groups`; None for the whole country.

    A group that is not in force on the day stands for the provinces it has, or had, in its own time, so that
    "the same area, earlier" can be asked across a change of scheme.
    """
    return _filtered(records, selection.asof, selection.groups) if selection.groups else None


def covered(
    records: Records, selection: Selection, table: str, codes: Iterable[str], since: date | None = None
) -> dict[str, str]:
    """Return which areas of the day (provinces or groups) documents cover whole (`evidence.covered`) -> source ids."""
    told = evidence.covered(records, selection, table, since)
    if not told:
        return {}
    if evidence.WHOLE in told:
        return dict.fromkeys(codes, told[evidence.WHOLE])
    groups = (
        _provinces(records, map_day(records, selection.asof)).groupby("group_code")["area_code"].agg(list)
    )
    found = {}
    for code in codes:
        parts = groups.get(code, [code])
        if all(part in told for part in parts):
            found[code] = evidence.join_sources(told[part] for part in parts)
    return found


def is_silent(records: Records, selection: Selection, table: str, since: date | None = None) -> bool:
    """Say whether the absence of a row in the whole filter says nothing about the world."""
    if evidence.absence_is_illustrative(records, selection, table):
        return False
    inside = filter_codes(records, selection)
    told = evidence.covered(records, selection, table, since)
    return evidence.WHOLE not in told and (inside is None or not all(code in told for code in inside))


def is_inside(records: Records, selection: Selection, codes: pd.Series, day: date) -> pd.Series:
    """Say for each province code of `day` whether it lies inside the groups chosen for `selection.asof`."""
    chosen = filter_codes(records, selection)
    if chosen is None:
        return pd.Series(True, index=codes.index)
    old_codes = {territories_on(records, day).get(code, code) for code in chosen}
    return codes.isin(chosen | old_codes)


class Draft:
    """A uniform frame in the making: plain arrays, one place per area, every state still not_reported."""

    def __init__(self, found: pd.DataFrame, inside: np.ndarray) -> None:
        """Start from rows with area_code, name_th, name_en, group_code; `inside`: in the filter."""
        size = len(found)
        self.found = found
        self.codes = found["area_code"].to_numpy(dtype=object)
        self.place = {code: i for i, code in enumerate(self.codes)}
        self.columns: dict[str, np.ndarray] = {
            "state": np.full(size, "not_reported", dtype=object),
            "value": np.full(size, np.nan),
            "of": np.full(size, np.nan),
            "since": np.full(size, "NaT", dtype="datetime64[us]"),
            "reason": np.full(size, "", dtype=object),
            "in_filter": inside,
            "evidence": np.full(size, "", dtype=object),
            "source_id": np.full(size, "", dtype=object),
        }

    def put(self, rows: Any, **values: Any) -> None:
        """Set several columns of some rows (a boolean array, a list of places, or slice(None))."""
        for column, value in values.items():
            self.columns[column][rows] = value

    def places(self, codes: Iterable[str]) -> np.ndarray:
        """Return the row number of each code; codes that are no area of the day are left out."""
        return np.array([self.place[code] for code in codes if code in self.place], dtype=int)

    def frame(self, **more: Any) -> pd.DataFrame:
        """Return the uniform frame, with more columns if given."""
        base = {name: self.found[name].to_numpy() for name in self.found.columns}
        return pd.DataFrame({**base, **self.columns, **more})


def province_draft(records: Records, selection: Selection) -> Draft:
    """Return an empty draft with one row per province of the day."""
    found = provinces_on(records, selection.asof)[["area_code", "name_th", "name_en", "group_code"]]
    inside = is_inside(records, selection, found["area_code"], selection.asof)
    return Draft(found, inside.to_numpy(dtype=bool))


def group_draft(records: Records, selection: Selection) -> Draft:
    """Return an empty draft with one row per group of the day; its frame also has province_count."""
    found = groups_on(records, selection.asof)
    inside = found["area_code"].isin(selection.groups) | (not selection.groups)
    return Draft(found, inside.to_numpy(dtype=bool))


def k_of_n(
    records: Records, selection: Selection, provinces: pd.DataFrame, reached: tuple[str, ...]
) -> pd.DataFrame:
    """Return the group frame "k of n provinces have reached it" from a categorical province frame.

    value: provinces whose state is in `reached`; of: provinces in the group that day; missing: codes of
    those that are known not to be, unknown: codes of those that nobody reports, as tuples. A group none of whose
    provinces report is `not_reported`, never 0; one that reports in part says so in `reason`.
    """
    draft = group_draft(records, selection)
    missing, unknown = (np.full(len(draft.codes), None, dtype=object) for _ in range(2))
    arrays = {name: provinces[name].to_numpy() for name in provinces.columns}
    for place, code in enumerate(draft.codes):
        inside = arrays["group_code"] == code
        part = {name: values[inside] for name, values in arrays.items()}
        summary = _summary(part, reached)
        missing[place], unknown[place] = summary.pop("missing"), summary.pop("unknown")
        draft.put(place, **summary)
    return draft.frame(missing=missing, unknown=unknown)


def _summary(part: dict[str, np.ndarray], reached: tuple[str, ...]) -> dict[str, Any]:
    states = part["state"]
    if not len(states):
        return {"state": "not_applicable", "missing": (), "unknown": ()}
    is_reached = np.isin(states.astype(str), reached)
    silent, absent = states == "not_reported", states == "not_applicable"
    if (silent | absent).all():
        kind = "not_applicable" if absent.all() else "not_reported"
        return {"state": kind, "reason": part["reason"][silent if silent.any() else absent][0], "missing": (),
                "unknown": tuple(part["area_code"][silent])}  # fmt: skip
    count = int(is_reached.sum())
    return {
        "state": "value" if count else "none",
        "value": count,
        "of": len(states),
        "since": part["since"].max() if is_reached.all() else NO_DAY,
        "reason": "partly_reported" if silent.any() else "",
        "evidence": evidence.combined(part["evidence"]),
        "source_id": evidence.join_sources(part["source_id"]),
        "missing": tuple(part["area_code"][~is_reached & ~absent & ~silent]),
        "unknown": tuple(part["area_code"][silent]),
    }


def vouch(
    draft: Draft, records: Records, selection: Selection, table: str, since: date | None = None
) -> None:
    """Keep a state that rests on a row not being there only where something says so: illustrative rows, which are
    made whole, or a list that covers the area (documented then). Everywhere else nothing is reported."""
    told = covered(records, selection, table, draft.codes, since)
    if not evidence.absence_is_illustrative(records, selection, table):
        silent = ~np.isin(draft.codes.astype(str), list(told))
        draft.put(silent, state="not_reported", value=np.nan, since=NO_DAY, evidence="", source_id="",
                  reason=evidence.silence_reason(selection))  # fmt: skip
    draft.put(
        draft.places(told),
        evidence=evidence.DOCUMENTED,
        source_id=np.array(list(told.values()), dtype=object),
    )
