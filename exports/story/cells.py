"""Tables in the making: each cell once as the reader sees it and once as the number or date it is."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from exports.story.parts import Table
from figures import words
from locales import Reader

Cell = tuple[str, Any]  # what is shown, what it is (None: not known)


def table(
    title: str,
    rows: Sequence[Mapping[str, Any]],
    illustrative: Sequence[bool],
    widths: Sequence[float],
) -> Table | None:
    """Return a table from rows of cells by column name; None without rows. A plain text stands for itself."""
    if not rows:
        return None
    columns = list(rows[0])
    pairs = [[_pair(row[column]) for column in columns] for row in rows]
    text = pd.DataFrame([[shown for shown, _ in row] for row in pairs], columns=columns, dtype="object")
    data = pd.DataFrame([[is_ for _, is_ in row] for row in pairs], columns=columns, dtype="object")
    numeric = tuple(column for column in columns if data[column].map(_may_be_number).all())
    return Table(title, text, data, numeric, tuple(illustrative), tuple(widths))


def _pair(cell: Cell | str) -> Cell:
    return (cell, cell) if isinstance(cell, str) else cell


def _may_be_number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def number(value: Any, reader: Reader, decimals: int = 0, absent: str = "") -> Cell:
    """Return a number's cell; `absent` is said where it is not known."""
    if value is None or pd.isna(value):
        return absent, None
    kept = int(value) if decimals == 0 and float(value).is_integer() else float(value)
    return reader.number(kept, decimals), kept


def baht(value: Any, reader: Reader, absent: str = "") -> Cell:
    """Return a cell of baht, shown and kept in million baht."""
    return (absent, None) if pd.isna(value) else (reader.number(value / 1e6, 2), float(value) / 1e6)


def day(value: Any, reader: Reader, absent: str = "") -> Cell:
    """Return a day's cell."""
    return (absent, None) if pd.isna(value) else (reader.date(value.date()), value.date())


def evidence(kind: str, reader: Reader) -> str:
    """Return how a row is known: document, sample data, or "" where no row stands behind it."""
    return words.evidence_label(kind, reader)
