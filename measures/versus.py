"""The same view of two releases: which of its numbers are not the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data.records import Records
from measures import overview, values
from measures.catalogue import OF_WORK
from measures.selection import Selection

Row = Mapping[Any, Any]
SAID = ("state", "value", "of")  # what makes a number another one; since and reason follow from it


@dataclass(frozen=True)
class Differing:
    """One number that differs. code: of the key figure or area. then, now: its rows, None where it was not there."""

    code: str
    then: Row | None
    now: Row | None

    @property
    def row(self) -> Row:
        """The newer of its rows."""
        found = self.now if self.now is not None else self.then
        return found if found is not None else {}


def key_figures(then: Records, now: Records, selection: Selection, since: date) -> tuple[Differing, ...]:
    """Return the key figures (`overview.key_figures`) that differ between two releases, in their order."""
    frames = [overview.key_figures(records, selection, since) for records in (then, now)]
    return _differing(frames[0], frames[1], "code")


def areas(then: Records, now: Records, selection: Selection) -> dict[str, tuple[Differing, ...]]:
    """Return by measure the areas inside the filter whose number differs (`values.by_area`); only measures with some."""
    found = {}
    for code in OF_WORK:
        frames = [_inside(records, selection.but(measure=code)) for records in (then, now)]
        if differing := _differing(frames[0], frames[1], "area_code"):
            found[code] = differing
    return found


def _inside(records: Records, selection: Selection) -> pd.DataFrame:
    frame = values.by_area(records=records, selection=selection)
    return frame[frame["in_filter"].astype(bool)]


def _differing(then: pd.DataFrame, now: pd.DataFrame, key: str) -> tuple[Differing, ...]:
    old, new = ({str(row[key]): row for row in frame.to_dict("records")} for frame in (then, now))
    found = []
    for code in dict.fromkeys((*old, *new)):
        before, after = old.get(code), new.get(code)
        if _said(before) != _said(after):
            found.append(Differing(code, before, after))
    return tuple(found)


def _said(row: Row | None) -> tuple[Any, ...] | None:
    if row is None:
        return None
    return tuple(None if pd.isna(row[name]) else row[name] for name in SAID)
