"""The projects of a release and where they work, asked without ever having all of them in a frame.

Counts and sums come from the cube (`data/cube/cube.py`); a page of a list is some row numbers in an order, then those few
rows from the files; one project is found by its id. A release of twenty projects and one of ten million take the same
way: only the source differs, rows in memory or Parquet files of the store.
"""

import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
import pyarrow as pa

from data.cube import grams, kept
from data.cube import titles as book_text
from data.cube.coding import NO_DAY
from data.cube.cube import Cube
from data.cube.engine_build import build
from data.cube.grams import Grams
from data.cube.pieces import Pieces
from data.memory import give_back
from data.records import Records
from data.remember import lru_cache
from data.schema import TABLES
from data.store.columnar import to_frame

_FEW_WORDS = ("programme_code", "agency_code", "phase_code", "status", "source_id", "evidence", "province_code",
              "precision")  # fmt: skip
_READ = ("project_id", "title_th", "title_en", "started_on", "beneficiary_count")
_ANSWERS = 256
INDEXED = 50_000  # projects from which looking through all titles is slow enough for an index
_KEPT = 6  # answers about single rows; one of ten million flags is 10 MB


class ProjectBook:
    """Two tables, `projects` and `project_locations`, of one release. Immutable and shared by all sessions."""

    def __init__(self, projects: Pieces, locations: Pieces) -> None:
        """Take the tables; the cube is made when first asked for."""
        self.projects = projects
        self.locations = locations
        self._lock = threading.Lock()
        self._cube: Cube | None = None
        self._grams: Grams | None = None
        self.said = lru_cache(maxsize=_KEPT)(self._said)
        self.holding = lru_cache(maxsize=_ANSWERS)(self._holding)
        self.has = lru_cache(maxsize=_ANSWERS)(self._has)
        self.title_order = lru_cache(maxsize=2)(self._title_order)

    def __len__(self) -> int:
        """Return how many projects there are."""
        return self.projects.rows

    @property
    def cube(self) -> Cube:
        """The projects, grouped once; the second to ask waits for the first."""
        with self._lock:
            if self._cube is None:
                self._cube = kept.cube(self._place(), lambda: build(self.projects, self.locations))
                give_back(len(self))
        return self._cube

    def index_titles(self, rest: Callable[[], None] = lambda: None) -> None:
        """Make the index of the titles' words, where there are enough of them; rest: called again and again meanwhile."""
        if self._grams is None and len(self) >= INDEXED:
            self._grams = kept.grams(self._place(), lambda: self._indexed(rest))

    def _indexed(self, rest: Callable[[], None]) -> Grams:
        return grams.build(self.projects.batches(book_text.TEXTS), book_text.TEXTS, len(self), rest)

    def _place(self) -> Path | None:
        """Return where the other replicas find what this one has made; a small book is made as fast as found."""
        return kept.place(self.projects, self.locations) if len(self) >= INDEXED else None

    @cached_property
    def evidence(self) -> tuple[str, ...]:
        """The kinds of evidence that occur among the projects."""
        return tuple(dict.fromkeys(kind for kind, _ in self.cube.words["source"]))

    def take(self, rows: np.ndarray) -> pd.DataFrame:
        """Return projects by the row numbers of the cube, in that order, as the frame of the records has them.

        Only what the cube does not hold is read: titles, ids, beneficiaries.
        """
        cube, own = self.cube, self.cube.rows
        names = [name for name in self.projects.schema.names if name in _READ]
        read = to_frame("projects", _plain(self.projects.take(own.place[rows].astype(np.int64), names)))
        cell = own.cell[rows]
        codes = {name: column[cell] for name, column in cube.cells.codes.items()}
        words = {f"{name}_code": cube.words[name][codes[name]] for name in ("programme", "agency", "phase")}
        words["status"] = cube.words["status"][codes["status"]]
        pairs = cube.words["source"][codes["source"]]
        words["evidence"], words["source_id"] = ([pair[n] for pair in pairs] for n in (0, 1))
        years = codes["fiscal_year"]
        return read.assign(
            **{name: pd.Series(column, dtype="str") for name, column in words.items()},
            ended_on=_dates(own.end[rows]),
            fiscal_year_be=pd.array(np.where(years == 0, None, years.astype(object)), dtype="Int64"),
            allocated_baht=own.allocated[rows].astype(float), disbursed_baht=own.disbursed[rows].astype(float),
        )  # fmt: skip

    def find(self, project_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Return the row of a project and its locations; no rows where there is no such project."""
        made = []
        for name, pieces in (("projects", self.projects), ("project_locations", self.locations)):
            names = [column for column in pieces.schema.names if column in _columns(name)]
            rows = pieces.where_equal("project_id", project_id)
            made.append(to_frame(name, _plain(pieces.take(rows, names))))
        return made[0], made[1]

    def last_day(self, end: pd.Timestamp) -> pd.Timestamp:
        """Return the last day, up to and with `end`, on which a project began or ended; NaT for none."""
        rows, last = self.cube.rows, int(np.datetime64(end.date()).astype(int))
        days = np.concatenate([own[own <= last] for own in (rows.start_days, rows.late_start, rows.end)])
        return pd.Timestamp(days.max().astype("datetime64[D]")) if len(days) else pd.NaT

    def _has(self, project_id: str) -> bool:
        """Say whether there is such a project."""
        return bool(project_id) and len(self.projects.where_equal("project_id", project_id)) > 0

    def _holding(self, words: tuple[str, ...], most: int) -> tuple[tuple[int, str, str, str], ...]:
        """Return (stored row, project_id, title_th, title_en) of the first projects that hold all folded words."""
        found = book_text.containing(self.projects, words, most, self._grams)
        columns = [found[name].to_pylist() for name in ("row", "project_id", "title_th", "title_en")]
        return tuple(zip(*columns, strict=True))

    def stored(self, rows: list[int]) -> pd.DataFrame:
        """Return projects by their stored rows, as the frame of the records has them."""
        names = [name for name in self.projects.schema.names if name in _columns("projects")]
        return to_frame("projects", _plain(self.projects.take(np.array(rows, dtype=np.int64), names)))

    def column(self, name: str) -> np.ndarray:
        """Return a column of numbers by the row numbers of the cube, NaN for a blank."""
        parts = [rows[name].cast(pa.float64()).to_numpy() for _, rows in self.projects.batches([name])]
        return np.concatenate(parts)[self.cube.rows.place] if parts else np.zeros(0)

    def _said(self, words: tuple[str, ...]) -> np.ndarray:
        """Return a flag per row of the cube: all the folded words stand in its titles or its id."""
        found = book_text.containing(self.projects, words, None, self._grams)
        flags = np.zeros(len(self), dtype=bool)
        flags[found["row"].to_numpy()] = True
        return flags[self.cube.rows.place]

    def _title_order(self, column: str) -> np.ndarray:
        """Return per row of the cube its place by title (Thai dictionary order for `title_th`); blanks stand last."""
        return book_text.title_ranks(self.projects, column)[self.cube.rows.place]


def _dates(days: np.ndarray) -> np.ndarray:
    return np.where(days == NO_DAY, np.datetime64("NaT", "D"), days.astype("datetime64[D]")).astype(
        "datetime64[us]"
    )


class _Shelved:
    """The place of one release's book: whoever comes first makes it, the next wait for that one and for no other."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.book: ProjectBook | None = None


_BOOKS: WeakKeyDictionary[Records, _Shelved] = WeakKeyDictionary()
_LOCK = threading.Lock()  # held while a place is looked up, never while anything is read


def of(records: Records) -> ProjectBook:
    """Return the book of a release, made once. Readers of one release never wait for the tables of another."""
    with _LOCK:
        place = _BOOKS.get(records) or _BOOKS.setdefault(records, _Shelved())
    with place.lock:
        if place.book is None:
            tables = (records.dataset("projects"), records.dataset("project_locations"))
            place.book = ProjectBook(*(Pieces(table, _FEW_WORDS) for table in tables))
        return place.book


def _columns(table: str) -> set[str]:
    return {column.name for column in TABLES[table].columns} | {"evidence"}


def _plain(rows: pa.Table) -> pa.Table:
    """Return the rows with words as text again."""
    kinds = [
        pa.field(f.name, f.type.value_type if pa.types.is_dictionary(f.type) else f.type) for f in rows.schema
    ]
    return rows.cast(pa.schema(kinds))
