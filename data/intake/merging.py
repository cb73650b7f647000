"""New rows and the release's rows of a table put together, by one of three modes."""

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from data.intake.written import keys
from data.schema import TABLES

Mode = Literal["merge", "replace_illustrative", "replace"]
MODES: tuple[Mode, ...] = ("merge", "replace_illustrative", "replace")
Tables = dict[str, pd.DataFrame]


def merge(
    name: str, current: pd.DataFrame, new: pd.DataFrame, mapped: pd.Series, mode: Mode
) -> tuple[Tables, int]:
    """Return {"kept": rows of the release that stay, "new": the new rows} and how many documented rows they meet.

    mapped: per new row the columns its file had, as a tuple. A column that the file did not have keeps what a
    documented row with the same key says; a blank cell in a column it had is blank. merge: rows with the same
    key are replaced. replace_illustrative: illustrative rows leave besides. replace: the file is the table.
    """
    table = TABLES[name]
    if mode == "replace":
        return {"kept": current.iloc[:0], "new": new}, 0
    new_keys, old_keys = keys(new, table), keys(current, table)
    met = old_keys.isin(set(new_keys) & set(old_keys))
    kept = (
        current[~met & (current["evidence"] == "documented")]
        if mode == "replace_illustrative"
        else current[~met]
    )
    earlier = current[met & (current["evidence"] == "documented")]
    if len(earlier):
        new = _inherit(new, new_keys, earlier.set_axis(old_keys[earlier.index]), mapped, table.names)
    return {"kept": kept, "new": new}, len(earlier)


def _inherit(
    new: pd.DataFrame, new_keys: pd.Series, earlier: pd.DataFrame, mapped: pd.Series, names: list[str]
) -> pd.DataFrame:
    """Fill columns that a row's file did not have from the documented row with the same key."""
    new = new.copy()
    earlier = earlier[~earlier.index.duplicated()]
    for columns, rows in mapped.groupby(mapped, sort=False).groups.items():
        absent = [name for name in names if name not in columns and name != "source_id"]
        met = new_keys.loc[rows]
        met = met[met.isin(earlier.index)]
        for name in absent:
            values = earlier[name].reindex(met).set_axis(met.index)
            new.loc[met.index, name] = values
    return new


def drop_dangling(tables: Mapping[str, pd.DataFrame]) -> tuple[Tables, dict[str, int]]:
    """Return the tables without illustrative rows whose references are gone, and how many left each table.

    An illustrative project that is replaced takes its illustrative places along; documented rows never leave.
    """
    tables, left = dict(tables), dict[str, int]()
    while True:
        before = dict(left)
        for name, frame in tables.items():
            samples = frame[frame["evidence"] == "illustrative"]
            dangling = pd.Series(False, index=samples.index)
            for column in TABLES[name].columns if len(samples) else ():
                if column.refers_to:
                    known = set(tables[column.refers_to][TABLES[column.refers_to].key[0]])
                    cells = samples[column.name]
                    dangling |= cells.isin({cell for cell in cells.unique() if cell and cell not in known})
            if dangling.any():
                tables[name] = frame.drop(index=samples.index[dangling])
                left[name] = left.get(name, 0) + int(dangling.sum())
        if left == before:
            return tables, left
