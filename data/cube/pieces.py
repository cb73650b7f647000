"""A table read a piece at a time: one in memory, or Parquet files row group by row group."""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

AT_ONCE = 400_000  # rows of small row groups that are read together
# One pool each for the process: new threads for every page would each keep memory of their own. Searches read all there
# is, so that lists, which read a few rows, do not stand in their queue.
_SEARCHES = ThreadPoolExecutor(2, thread_name_prefix="searches")
_LISTS = ThreadPoolExecutor(2, thread_name_prefix="lists")
_AHEAD = 2  # runs of one search that wait at once: two searches take turns


@dataclass(frozen=True)
class Piece:
    """Some rows that are read together. place: number of the file and of its row group; first: of its rows."""

    file: int
    group: int
    first: int
    rows: int


class Pieces:
    """The rows of one table in the order they are stored, never all of them in memory at once.

    source: a pyarrow Table, or a pyarrow Dataset: one in memory, or Parquet files on any filesystem.
    """

    def __init__(self, source: pa.Table | ds.Dataset, words: Sequence[str] = ()) -> None:
        """Look at the footers of the files; no rows are read. words: columns of few distinct words, read as codes."""
        self._words = [word for word in words if word in source.schema.names]
        self.source = source
        if isinstance(source, ds.Dataset) and not isinstance(source, ds.FileSystemDataset):
            source = source.to_table()
        self._table = source.combine_chunks() if isinstance(source, pa.Table) else None
        self._files = [] if self._table is not None else _files(source)
        self.schema: pa.Schema = source.schema
        self.pieces = self._listed()
        self.rows = sum(piece.rows for piece in self.pieces)

    @property
    def in_files(self) -> bool:
        """Say whether the rows lie in files rather than in memory."""
        return self._table is None

    def _listed(self) -> tuple[Piece, ...]:
        if self._table is not None:
            return (Piece(0, 0, 0, self._table.num_rows),)
        made, first = [], 0
        for number, file in enumerate(self._files):
            for group in range(file.footer.num_row_groups):
                rows = file.footer.row_group(group).num_rows
                made.append(Piece(number, group, first, rows))
                first += rows
        return tuple(made)

    def batches(self, columns: Sequence[str]) -> Iterator[tuple[int, pa.Table]]:
        """Return (number of the first row, rows) in order, some hundred thousand rows at a time."""
        runs = self._runs()
        # The next rows are read while the caller works on these.
        ahead = [_SEARCHES.submit(self._read, run, columns, True) for run in runs[:1]]
        for number, run in enumerate(runs):
            rows = ahead.pop().result()
            if number + 1 < len(runs):
                ahead.append(_SEARCHES.submit(self._read, runs[number + 1], columns, True))
            yield run[0].first, rows

    def map(self, columns: Sequence[str], work: Any) -> Iterator[Any]:
        """Return work(first row, rows) of every piece, in order, made by several threads."""
        runs = iter(self._runs(AT_ONCE // 8))
        made = deque(_SEARCHES.submit(self._work, run, columns, work) for run in islice(runs, _AHEAD))
        try:
            while made:  # what was handed over is let go
                done = made.popleft().result()
                made.extend(_SEARCHES.submit(self._work, run, columns, work) for run in islice(runs, 1))
                yield done
        finally:
            for one in made:
                one.cancel()

    def _work(self, run: list[Piece], columns: Sequence[str], work: Any) -> Any:
        return work(run[0].first, self._read(run, columns))

    def _runs(self, most: int = AT_ONCE) -> list[list[Piece]]:
        runs: list[list[Piece]] = []
        size = 0
        for piece in self.pieces:
            if runs and runs[-1][0].file == piece.file and size + piece.rows <= most:
                runs[-1].append(piece)
                size += piece.rows
            else:
                runs.append([piece])
                size = piece.rows
        return runs

    def _read(self, run: list[Piece], columns: Sequence[str], use_threads: bool = False) -> pa.Table:
        if self._table is not None:
            return self._table.select(list(columns))
        groups = [piece.group for piece in run]
        file = self._files[run[0].file].open(self._words)
        return file.read_row_groups(groups, list(columns), use_threads=use_threads)

    def take(self, rows: np.ndarray, columns: Sequence[str]) -> pa.Table:
        """Return some rows by their numbers, in the order asked; only their pieces are read."""
        firsts = np.array([piece.first for piece in self.pieces])
        numbers = np.searchsorted(firsts, rows, side="right") - 1
        needed = np.unique(numbers)

        def some(number: int) -> pa.Table:
            return self._some(self.pieces[number], rows[numbers == number], columns)

        read = list(map(some, needed) if len(needed) < 2 else _LISTS.map(some, needed))
        if not read:
            return self.schema.empty_table().select(list(columns))
        order = np.concatenate([np.flatnonzero(numbers == n) for n in needed])
        return pa.concat_tables(read).take(np.argsort(order))

    def _some(self, piece: Piece, rows: np.ndarray, columns: Sequence[str]) -> pa.Table:
        return self._read([piece], columns).take(rows - piece.first)

    def where_equal(self, column: str, value: str) -> np.ndarray:
        """Return the numbers of the rows with this text; pieces whose bounds exclude it are not read."""
        lows, highs = self._bounds(column)
        found = []
        for piece, low, high in zip(self.pieces, lows, highs, strict=True):
            if (low is None or low <= value) and (high is None or value <= high):
                cells = self._read([piece], [column]).column(0)
                hit = pa.compute.equal(cells, pa.scalar(value, cells.type)).to_numpy()
                found.append(np.flatnonzero(hit) + piece.first)
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)

    def _bounds(self, column: str) -> tuple[list[str | None], list[str | None]]:
        if column not in self._known_bounds:
            both = [self._bounds_of(piece, column) for piece in self.pieces]
            self._known_bounds[column] = ([low for low, _ in both], [high for _, high in both])
        return self._known_bounds[column]

    @cached_property
    def _known_bounds(self) -> dict[str, tuple[list[str | None], list[str | None]]]:
        return {}

    def _bounds_of(self, piece: Piece, column: str) -> tuple[str | None, str | None]:
        if self._table is not None:
            return None, None
        footer = self._files[piece.file].footer
        place = footer.schema.names.index(column)
        told = footer.row_group(piece.group).column(place).statistics
        # A writer may cut a long bound short: the lower one stays lower, the upper one it must have raised.
        return (told.min, told.max) if told is not None and told.has_min_max else (None, None)


@dataclass(frozen=True, eq=False)
class _File:
    path: str
    filesystem: Any
    footer: Any

    def open(self, words: list[str]) -> pq.ParquetFile:
        """Open the file; its footer is not read again."""
        source = self.filesystem.open_input_file(self.path)
        return pq.ParquetFile(source, metadata=self.footer, read_dictionary=words)


def _files(source: ds.FileSystemDataset) -> list[_File]:
    made = []
    for path in source.files:
        with source.filesystem.open_input_file(path) as file:
            made.append(_File(path, source.filesystem, pq.read_metadata(file)))
    return made
