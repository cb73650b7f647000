"""Events of the timeline as marks: where in time, how exactly known, what to call them in few letters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from figures import words
from figures.labels import shorten
from locales import Reader

TRACKS = ("law", "mou", "committee", "workshop", "programme")  # in the order of the page


@dataclass(frozen=True)
class Event:
    """One mark. start, end: first and last possible or actual day; middle: where its dot stands."""

    event_id: str
    track: str
    kind: str
    start: date
    end: date
    precision: str
    label: str
    title: str
    documented: bool

    @property
    def is_span(self) -> bool:
        """Say whether only a stretch of time is known, not the days."""
        return self.precision != "day"

    @property
    def middle(self) -> date:
        """Return the day the dot stands on: the first day, or the middle of a stretch."""
        return self.start + (self.end - self.start) / 2 if self.is_span else self.start

    def when(self, reader: Reader) -> str:
        """Return its time, never more exact than known."""
        return reader.span(self.start, self.end, self.precision)


def from_frame(
    frame: pd.DataFrame, reader: Reader, group_names: Mapping[str, str] | None = None
) -> list[Event]:
    """Return the events of `measures.timeline.events` by date; phases are bars, not events.

    group_names: group_code -> short name, the label of a group's workshop.
    """
    rows = frame[frame["track"].isin(TRACKS)].to_dict("records")
    found = [_event(row, reader, group_names or {}) for row in rows]
    return sorted(found, key=lambda event: (event.start, event.event_id))


def _event(row: Mapping[Any, Any], reader: Reader, group_names: Mapping[str, str]) -> Event:
    start = row["start"].date()
    title = reader.pick(row, "title")
    return Event(
        event_id=row["event_id"],
        track=row["track"],
        kind=row["kind"],
        start=start,
        end=_end(start, row["end"], row["precision"]),
        precision=row["precision"],
        label=short_label(row, title, reader, group_names),
        title=title,
        documented=row["evidence"] == "documented",
    )


def _end(start: date, end: pd.Timestamp, precision: str) -> date:
    if pd.notna(end):
        return end.date()
    if precision == "month":
        return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return start.replace(month=12, day=31) if precision == "year" else start


def short_label(row: Mapping[Any, Any], title: str, reader: Reader, group_names: Mapping[str, str]) -> str:
    """Return at most 28 letters: the written short label, the name of the group, or the cut title."""
    for key in (row["event_id"], f"ms-{row['event_id']}"):
        if reader.has(f"figures-event-{key}"):
            return reader.t(f"figures-event-{key}")
    return shorten(group_names.get(row["group_code"]) or title)


def table(events: Sequence[Event], reader: Reader) -> pd.DataFrame:
    """Return the table twin: when, kind, event, evidence; in order of time."""
    t = reader.t
    columns = [t("figures-column-" + name) for name in ("when", "kind", "event", "evidence")]
    rows = [
        (
            event.when(reader),
            t("figures-kind-" + event.kind.replace("_", "-")),
            event.title,
            words.evidence_label("documented" if event.documented else "illustrative", reader),
        )
        for event in events
    ]
    return pd.DataFrame(rows, columns=columns)
