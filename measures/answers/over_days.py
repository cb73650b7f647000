"""The answers of all areas at several days at once: what a time rail, a sparkline or a feed is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.records import Records
from measures import areas, values
from measures.selection import Selection

COLUMNS = ("state", "value", "of", "since", "reason", "evidence", "source_id", "group_code", "in_filter")
_NAMES = ("area_code", "name_th", "name_en")
_BLANK = {"value": np.nan, "of": np.nan, "since": areas.NO_DAY, "in_filter": False}


@dataclass(frozen=True, eq=False)
class OverDays:
    """A measure's answers: one row per day, one column per area. Shared: do not change.

    days; codes: every area that exists on one of them, in the order of the map, those of a later map after the others;
    name_th, name_en: per area. columns: by name (COLUMNS) an array of days × areas; state "" (and every other text)
    where the area does not exist on the day, numbers then NaN, `since` NaT, `in_filter` False.
    """

    days: tuple[date, ...]
    codes: tuple[str, ...]
    name_th: tuple[str, ...]
    name_en: tuple[str, ...]
    columns: dict[str, np.ndarray]


def over_days(records: Records, selection: Selection, days: Iterable[date]) -> OverDays:
    """Return what `values.by_area` answers on each of the days, for the measure, level, groups and evidence chosen.

    The groups are those chosen, as of each day (a group that is not in force then stands for its provinces).
    """
    asked = tuple(days)
    table = values.table_of(records, selection)
    if table is None:
        frames = [values.by_area(records, selection.but(asof=day, area=None)) for day in asked]
        held = {name: [frame[name].to_numpy() for frame in frames] for name in (*_NAMES, *COLUMNS)}
    else:
        rows = {name: table.rows[name].to_numpy() for name in (*_NAMES, *COLUMNS)}
        places = [table.on(day) for day in asked]
        held = {name: [values_of[place] for place in places] for name, values_of in rows.items()}
        held["in_filter"] = [
            values.inside(records, selection.but(asof=day), table.rows["area_code"].iloc[place])
            for day, place in zip(asked, places, strict=True)
        ]
    return _together(asked, held)


def _together(asked: tuple[date, ...], held: dict[str, list[np.ndarray]]) -> OverDays:
    names: dict[str, tuple[str, str]] = {}
    for day in zip(*(held[name] for name in _NAMES), strict=True):
        for code, th, en in zip(*day, strict=True):
            names.setdefault(code, (th, en))
    place = {code: number for number, code in enumerate(names)}
    where = [np.array([place[code] for code in codes], dtype=int) for codes in held["area_code"]]
    columns: dict[str, np.ndarray] = {}
    for name in COLUMNS:
        blank = _BLANK.get(name, "")
        kind = object if isinstance(blank, str) else np.asarray(blank).dtype
        columns[name] = np.full((len(asked), len(names)), blank, dtype=kind)
        for row, own in enumerate(held[name]):
            columns[name][row, where[row]] = own
    th, en = (tuple(pair[n] for pair in names.values()) for n in (0, 1))
    return OverDays(asked, tuple(names), th, en, columns)
