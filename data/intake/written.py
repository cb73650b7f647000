"""Values back into the text a file would hold: what keys, differences and reports compare."""

import numpy as np
import pandas as pd

from data.columns import Table


def write_column(values: pd.Series) -> pd.Series:
    """Return values as the schema writes them: ISO days, plain numbers, "" for blank; same index."""
    if pd.api.types.is_datetime64_any_dtype(values):
        days = np.datetime_as_string(values.to_numpy().astype("datetime64[D]"))
        text = pd.Series(days, index=values.index, dtype="str")
        return text.where(values.notna(), "")
    if pd.api.types.is_float_dtype(values):
        unique = {value: _number(value) for value in values.dropna().unique()}
        return pd.Series([unique.get(value, "") for value in values], index=values.index, dtype="str")
    if pd.api.types.is_integer_dtype(values):
        return values.astype("object").where(values.notna(), "").astype("str")
    return values.astype("str").fillna("")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def write(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Return the schema's columns of a frame as text."""
    return pd.DataFrame({c.name: write_column(frame[c.name]) for c in table.columns}, index=frame.index)


def keys(frame: pd.DataFrame, table: Table) -> pd.Series:
    """Return the key of each row as one text, its parts joined by " + " as faults write it."""
    parts = [write_column(frame[name]) for name in table.key]
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + " + " + part
    return joined


class WrittenOnDemand:
    """The text of a frame, column by column, made only when somebody asks: most tables are never told about."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def __getitem__(self, columns: str | list[str]) -> pd.Series | pd.DataFrame:
        if isinstance(columns, str):
            return write_column(self._frame[columns])
        return pd.DataFrame({name: write_column(self._frame[name]) for name in columns})
