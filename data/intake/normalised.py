"""One sheet after reading its cells."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from data.columns import Table
from data.faults import Fault
from data.intake.changes import ColumnChanges, Question
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan
from data.intake.places import Place


@dataclass
class Normalised:
    """One sheet after reading its cells; frames hold the schema's columns, one row per record.

    text: written form, blank where a cell is faulty or asked about. raw: as it stood in the file.
    open_cells: (row, column) of cells that wait for an answer. common: what holds for every row of the list. places:
    where each row works, None where the list does not say. evidence: what the file itself says of a row.
    """

    sheet: RawSheet
    plan: SheetPlan
    label: str
    table: Table
    text: pd.DataFrame
    raw: pd.DataFrame
    faults: list[Fault] = field(default_factory=list)
    changes: list[ColumnChanges] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    open_cells: set[tuple[int, str]] = field(default_factory=set)
    answered: dict[str, str] = field(default_factory=dict)
    common: dict[str, str] = field(default_factory=dict)
    places: list[tuple[Place, ...]] | None = None
    evidence: list[str] = field(default_factory=list)

    _cells: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def read(self, position: int, column: str) -> str:
        """Return a cell as it stood in the file."""
        if column not in self._cells:
            self._cells[column] = list(self.raw[column])
        return self._cells[column][position]

    @property
    def mapped(self) -> tuple[str, ...]:
        """The schema columns that the file has."""
        return tuple(column for column in self.plan.columns.values() if column)
