"""Rows of text cells in few buffers: what a file holds, while nobody looks at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import pyarrow as pa

_AT_ONCE = 1_000


class PackedRows(Sequence[list[str]]):
    """Rows as columns of Arrow; a row is made when it is asked for."""

    def __init__(self, columns: tuple[pa.Array, ...], count: int) -> None:
        self.columns, self.size = columns, count

    @classmethod
    def of(cls, rows: Sequence[list[str]], width: int) -> PackedRows:
        """Return rows packed; each has `width` cells."""
        if isinstance(rows, PackedRows):
            return rows
        # A lone surrogate is no text that could be packed; it stands for a letter that was lost before.
        columns = (pa.array([_whole(row[at]) for row in rows], pa.large_string()) for at in range(width))
        return cls(tuple(columns), len(rows))

    def __len__(self) -> int:
        return self.size

    @overload
    def __getitem__(self, at: int) -> list[str]: ...
    @overload
    def __getitem__(self, at: slice) -> list[list[str]]: ...
    def __getitem__(self, at: int | slice) -> list[str] | list[list[str]]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(self.size))]
        if at < 0:
            at += self.size
        if not 0 <= at < self.size:
            raise IndexError(at)
        return [column[at].as_py() for column in self.columns]

    def __iter__(self) -> Iterator[list[str]]:
        for start in range(0, self.size, _AT_ONCE):
            parts = [column.slice(start, _AT_ONCE).to_pylist() for column in self.columns]
            if not parts:
                yield from ([] for _ in range(min(_AT_ONCE, self.size - start)))
            for cells in zip(*parts, strict=True):
                yield list(cells)


def _whole(cell: str) -> str:
    return cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")
