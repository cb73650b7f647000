"""Words as small numbers, and several columns of them as one."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

NO_DAY = np.iinfo(np.int32).max  # a day that is not known or never comes
NO_YEAR = 9999
_WIDEST = 2**62


class Words:
    """The words of a column, numbered as they are first met; a blank cell is ""."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def codes(self, cells: pa.ChunkedArray) -> np.ndarray:
        """Return the number of each cell's word; unknown words are added."""
        parts = [self._chunk(chunk) for chunk in cells.chunks]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)

    def _chunk(self, chunk: pa.Array) -> np.ndarray:
        if not pa.types.is_dictionary(chunk.type):
            chunk = chunk.dictionary_encode()
        words = [word or "" for word in chunk.dictionary.to_pylist()]
        numbers = np.array(
            [self.known.setdefault(word, len(self.known)) for word in [*words, ""]], dtype=np.int32
        )
        own = pc.fill_null(chunk.indices, len(words)) if chunk.null_count else chunk.indices
        return numbers[own.to_numpy(zero_copy_only=False)]

    def sorted(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the words in order and, for each number given so far, its place among them."""
        words = np.array(list(self.known), dtype=object)
        order = np.argsort(words) if len(words) else np.zeros(0, dtype=int)
        return words[order], inverse(order)


def inverse(order: np.ndarray) -> np.ndarray:
    """Return, for an order of rows, the place of each row in it, as int32."""
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return place


def days(cells: pa.ChunkedArray) -> np.ndarray:
    """Return days since 1970 as int32, NO_DAY for a blank."""
    whole = cells.cast(pa.date32(), safe=False).cast(pa.int32())
    return pc.fill_null(whole, NO_DAY).to_numpy().astype(np.int32, copy=False)


def numbers(cells: pa.ChunkedArray) -> np.ndarray:
    """Return float64, NaN for a blank."""
    return cells.cast(pa.float64()).to_numpy().astype(float, copy=False)


def fiscal_years(day: np.ndarray) -> np.ndarray:
    """Return the fiscal year (BE) of days since 1970 as int16, NO_YEAR for NO_DAY."""
    known = day != NO_DAY
    if not known.any():
        return np.full(len(day), NO_YEAR, dtype=np.int16)
    low, high = int(day.min()), int(day[known].max())
    month = np.arange(low, high + 1).astype("datetime64[D]").astype("datetime64[M]").astype(int)
    years = ((month + 3) // 12 + 1970 + 543).astype(np.int16)
    return np.where(known, years[np.minimum(day, high) - low], NO_YEAR).astype(np.int16)


def narrow(values: np.ndarray) -> np.ndarray:
    """Return float32 where it holds the very same numbers, else the values: half the memory, no other sums."""
    small = values.astype(np.float32)
    return small if np.array_equal(small, values, equal_nan=True) else values


def combine(columns: Sequence[np.ndarray]) -> np.ndarray:
    """Return one number (0, 1, ... in order of first use) per distinct row of some columns of small numbers."""
    key = np.zeros(len(columns[0]), dtype=np.int64)
    size = 1
    for column in columns:
        low = int(column.min()) if len(column) else 0
        wide = (int(column.max()) - low + 1) if len(column) else 1
        if size * wide > _WIDEST:
            key, distinct = pd.factorize(key)
            size = len(distinct)
        key *= wide
        key += column
        key -= low
        size *= wide
    return pd.factorize(key)[0].astype(np.int32)


def first_of(groups: np.ndarray) -> np.ndarray:
    """Return the first row of each group 0, 1, ..."""
    size = int(groups.max()) + 1 if len(groups) else 0
    first = np.zeros(size, dtype=np.int32)
    first[groups[::-1]] = np.arange(
        len(groups) - 1, -1, -1, dtype=np.int32
    )  # the last to write is the lowest
    return first
