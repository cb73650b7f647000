"""Doubts: notes that stand at one value, by table, row and column, with what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data.proposals.merging import standing
from data.proposals.model import TABLES, Proposal
from data.records import Records
from data.schema import TABLES as SCHEMA

State = Literal["open", "answered", "corrected", "withdrawn"]
STATES: tuple[State, ...] = ("open", "answered", "corrected")
_STATES: dict[str, State] = {"accepted": "corrected", "answered": "answered", "withdrawn": "withdrawn"}


@dataclass(frozen=True)
class Place:
    """A value: the row of a table by its key, and a column. value: what stands there now, as the schema writes it."""

    table: str
    key: str
    column: str
    value: str = ""

    def __str__(self) -> str:
        return f"{self.table}|{self.key}|{self.column}"


@dataclass(frozen=True)
class Doubt:
    """A doubt about a value. note: as it was sent. state: open, answered, or corrected (by release `note.number`)."""

    note: Proposal
    place: Place
    state: State


def place_of(text: str, records: Records) -> Place | None:
    """Return the value that "table|key|column" names; None where there is no such table, row or column."""
    table, _, rest = text.partition("|")
    key, _, column = rest.rpartition("|")
    if table not in TABLES or column not in SCHEMA[table].names:
        return None
    cells = standing(table, key, records)
    return Place(table, key, column, cells.get(column, "")) if cells else None


def listed(notes: Iterable[Proposal]) -> tuple[Doubt, ...]:
    """Return the doubts among some proposals, the open ones first, each state oldest first; those taken back are left out."""
    found = []
    for note in notes:
        if note.place and note.is_note:
            table, _, rest = note.place.partition("|")
            key, _, column = rest.rpartition("|")
            state: State = _STATES.get(note.state, "open")
            if state != "withdrawn":
                found.append(Doubt(note, Place(table, key, column), state))
    return tuple(sorted(found, key=lambda one: (STATES.index(one.state), one.note.sent_at)))


def areas_of(place: Place, records: Records) -> tuple[str, ...]:
    """Return the codes of the provinces, or of the group, that a value is about; () for one of no area."""
    cells = standing(place.table, place.key, records)
    if place.table in ("projects", "project_locations"):
        places = records.project_locations
        own = places.loc[places["project_id"] == cells.get("project_id", ""), "province_code"]
        return tuple(code for code in dict.fromkeys(own) if code)
    return tuple(code for name in ("province_code", "group_code") if (code := cells.get(name, "")))[:1]
