"""A measure's answers on every day: which areas there are and what each answers, from one event to the next.

Worked out once per release by asking the measure itself on each day on which an answer may change. An answer that stays
is kept once, however many days it holds; any day is found by bisection.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, attendance

FIRST = date(1900, 1, 1)  # before everything
# Tables whose dates change an answer; a day that is the last one of something changes it on the day after.
TABLES = {
    "coverage": ("representatives", "institution_service_areas", "programmes", "list_scopes"),
    "attendance": ("phases",),
    "workshops": ("phases",),
    "plan": ("plans", "phases", "list_scopes"),
}
_OF_THE_MAP = ("provinces", "province_group_members", "group_schemes", "province_groups")


@dataclass(frozen=True, eq=False)
class Table:
    """days: event days in order, an answer holds from its own to the day before the next. rows: every answer that some
    area gives on some day, columns as the measure's frame. places: per event day the rows of the areas that exist, in
    the order of the measure's frame. Shared: do not change."""

    days: np.ndarray
    rows: pd.DataFrame
    places: tuple[np.ndarray, ...]

    def on(self, day: date) -> np.ndarray:
        """Return the numbers of the rows that hold on a day."""
        return self.places[max(0, int(np.searchsorted(self.days, np.datetime64(day), side="right")) - 1)]

    def frame(self, day: date, inside: Callable[[pd.Series], np.ndarray]) -> pd.DataFrame:
        """Return the measure's frame of a day. inside: says of the areas' codes which lie in the reader's filter."""
        found = self.rows.take(self.on(day)).reset_index(drop=True)
        found["in_filter"] = inside(found["area_code"])
        return found


def event_days(records: Records, measure: str) -> list[date]:
    """Return the days on which an answer of a measure may change, in order, beginning with FIRST."""
    found = {FIRST, *(areas.change_days(records))}
    for name in (*_OF_THE_MAP, *TABLES[measure]):
        frame = getattr(records, name)
        for column in frame.select_dtypes("datetime"):
            found |= _with_next(day.date() for day in frame[column].dropna().unique())
    if measure in ("attendance", "workshops"):
        found |= _with_next(day.date() for day in attendance.held(records)["held_on"].dropna().unique())
    return sorted(found)


def _with_next(days: Iterable[date]) -> set[date]:
    return {after for day in days for after in (day, day + timedelta(days=1))}


def build(days: list[date], ask: Callable[[date], pd.DataFrame]) -> Table:
    """Return the table of a measure. ask: returns its frame of a day, for the whole country."""
    frames = [ask(day) for day in days]
    long = pd.concat(frames, ignore_index=True)
    codes = np.column_stack([pd.factorize(long[column])[0] for column in long.columns])
    _, first, same = np.unique(codes, axis=0, return_index=True, return_inverse=True)
    ends = np.cumsum([len(frame) for frame in frames])
    places = np.split(same.ravel(), ends[:-1])
    return Table(
        np.array(days, dtype="datetime64[D]"), long.iloc[first].reset_index(drop=True), tuple(places)
    )
