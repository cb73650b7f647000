"""What differs between two sets of tables, row by row and cell by cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from data.intake.written import keys, write
from data.records import Records
from data.schema import TABLES


@dataclass(frozen=True)
class TableDifference:
    """What differs in one table.

    added, removed: whole rows, as in the tables. changed: one row per cell, with key, column, before and after
    as text; `evidence` counts as a column.
    """

    table: str
    added: pd.DataFrame
    removed: pd.DataFrame
    changed: pd.DataFrame

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (len(self.added) or len(self.removed) or len(self.changed))

    @property
    def changed_rows(self) -> int:
        """How many rows have at least one changed cell."""
        return int(self.changed["key"].nunique())


@dataclass(frozen=True)
class Difference:
    """What differs per table; tables without a difference are left out."""

    tables: Mapping[str, TableDifference] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not self.tables


def difference(
    old: Records | Mapping[str, pd.DataFrame], new: Records | Mapping[str, pd.DataFrame]
) -> Difference:
    """Return what `new` adds to, takes from and changes in `old`; tables that `new` does not hold stay."""
    before = old.tables() if isinstance(old, Records) else old
    after = new.tables() if isinstance(new, Records) else new
    found = {name: table_difference(name, before[name], frame) for name, frame in after.items()}
    return Difference({name: diff for name, diff in found.items() if not diff.is_empty})


def table_difference(name: str, before: pd.DataFrame, after: pd.DataFrame) -> TableDifference:
    """Return what differs between two frames of one table; rows are matched by its key."""
    if before is after:
        return TableDifference(name, after.iloc[:0], before.iloc[:0], _cells([]))
    old_keys, new_keys = keys(before, TABLES[name]), keys(after, TABLES[name])
    added = after[~new_keys.isin(set(old_keys))].reset_index(drop=True)
    removed = before[~old_keys.isin(set(new_keys))].reset_index(drop=True)
    old = _texts(name, before).set_axis(old_keys)
    new = _texts(name, after).set_axis(new_keys)
    shared = new.index[new.index.isin(set(old.index))]
    left, right = (
        old.loc[~old.index.duplicated()].reindex(shared),
        new.loc[~new.index.duplicated()].reindex(shared),
    )
    rows: list[tuple[str, str, str, str]] = []
    for column in right.columns:
        differs = (left[column] != right[column]).to_numpy()
        if differs.any():
            cells = zip(shared[differs], left[column][differs], right[column][differs], strict=True)
            rows += [(key, str(column), was, now) for key, was, now in cells]
    order = {key: at for at, key in enumerate(shared)}
    return TableDifference(name, added, removed, _cells(sorted(rows, key=lambda cell: order[cell[0]])))


def _texts(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    text = write(frame, TABLES[name])
    return text.assign(evidence=frame["evidence"].astype("str")) if "evidence" in frame else text


def _cells(rows: list[tuple[str, str, str, str]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["key", "column", "before", "after"]).astype("str")
