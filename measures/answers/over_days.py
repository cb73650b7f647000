"""The answers of all areas at several days at once: what a time rail, a sparkline or a feed is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.records import Records
from measures import values
from measures.selection import Selection

COLUMNS = ("state", "value", "of", "since", "reason", "evidence", "source_id", "group_code", "in_filter")
_BLANK = {"value": np.nan, "of": np.nan, "since": np.datetime64("NaT", "us"), "in_filter": False}


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
    frames = [values.by_area(records, selection.but(asof=day, area=None)) for day in asked]
    names: dict[str, tuple[str, str]] = {}
    for frame in frames:
        for code, th, en in zip(frame["area_code"], frame["name_th"], frame["name_en"], strict=True):
            names.setdefault(code, (th, en))
    place = {code: number for number, code in enumerate(names)}
    shape = (len(asked), len(names))
    columns: dict[str, np.ndarray] = {}
    for name in COLUMNS:
        blank = _BLANK.get(name, "")
        kind = object if isinstance(blank, str) else np.asarray(blank).dtype
        columns[name] = np.full(shape, blank, dtype=kind)
    for row, frame in enumerate(frames):
        where = [place[code] for code in frame["area_code"]]
        for name, table in columns.items():
            table[row, where] = frame[name].to_numpy()
    return OverDays(
        asked,
        tuple(names),
        tuple(th for th, _ in names.values()),
        tuple(en for _, en in names.values()),
        columns,
    )
