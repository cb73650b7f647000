"""Rows of a frame as plain values: for small groups, where a frame of its own for each costs more than all the counting."""

from collections.abc import Sequence
from typing import Any

import pandas as pd


def grouped(frame: pd.DataFrame, key: str, columns: Sequence[str]) -> dict[Any, list[tuple[Any, ...]]]:
    """Return key -> its rows in order, each a tuple of the columns; a key that is not known is None."""
    found: dict[Any, list[tuple[Any, ...]]] = {}
    values = zip(*(frame[column].tolist() for column in columns), strict=True)
    for code, row in zip(frame[key].tolist(), values, strict=True):
        found.setdefault(None if pd.isna(code) else code, []).append(row)
    return found
