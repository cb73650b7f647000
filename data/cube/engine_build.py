"""Make the cube of a release with an engine: it joins, groups and sorts; here its answers become the arrays of a `Cube`.

What comes back is what the product keeps anyway: one entry per cell, and some thirty bytes per project.
"""

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from data.cube import build as cube_build
from data.cube import engine, engine_query, footprints
from data.cube.coding import NO_DAY, NO_YEAR, days, first_of, inverse, narrow, numbers
from data.cube.cube import DIMENSIONS, Cells, Cube, Rows
from data.cube.engine import Session
from data.cube.pieces import Pieces
from data.memory import give_back

_SEED = 1971
_PRECISION = {name: number for number, name in enumerate(footprints.PRECISIONS)}


def build(projects: Pieces, locations: Pieces) -> Cube:
    """Return the cube of two tables, made where `STI_ENGINE` says.

    What lies in memory is grouped here: there is nothing an engine could read. Raises EngineError, and ValueError
    where a project_id stands twice.
    """
    name = engine.chosen()
    if name == engine.DEFAULT or not projects.in_files:
        return cube_build.build(projects, locations)
    with engine.opened(name) as session:
        return made(session, projects, locations)


def made(session: Session, projects: Pieces, locations: Pieces) -> Cube:
    """Return the cube of two tables by the answers of a session."""
    session.read("projects", projects.source)
    session.read("project_locations", locations.source)
    session.keep("places", engine_query.PLACES)
    labels = _Labels(session.ask(engine_query.KINDS_OF_PLACES).to_pandas())
    session.put("marks", labels.marks())
    session.keep("patterns", engine_query.PATTERNS)
    session.keep("placed", engine_query.PLACED)
    if session.ask(engine_query.TWICE).num_rows:
        raise ValueError("a project_id stands twice")
    cells = session.ask(engine_query.CELLS).to_pandas()
    cells = cells.sort_values(list(engine_query.KEYS), ignore_index=True)
    found = _Found(session.ask(engine_query.CONTENTS).to_pandas(), labels)
    session.put("numbers", _numbers(cells))
    session.put("positions", found.positions())
    session.keep("numbered", engine_query.NUMBERED)
    session.keep("shared", engine_query.SHARED)
    rows, row_of = _rows(session.ask(engine_query.ROWS), cells["start_year"].to_numpy(), projects)
    pattern = cells["pattern"].map(found.number).to_numpy(np.int32)
    sizes = np.where(found.footprints.slotted, np.diff(found.footprints.first), 0)[pattern]
    first = np.concatenate([[0], np.cumsum(sizes)])
    rows |= _shares(session.ask(engine_query.SHARES), rows["cell"], row_of, sizes, first)
    words, codes = _words(cells)
    told = Cells(
        codes, pattern, first_row=first_of(rows["cell"]), slot_first=first, **_totals(cells),
        **_slots(session.ask(engine_query.SLOTS).to_pandas(), first),
    )  # fmt: skip
    return Cube(words, found.footprints, told, Rows(**rows))


class _Labels:
    """Every kind of place as a number, as `data.cube.footprints` has it, and a random mark for each.

    The sum of the marks of a project's places tells patterns apart; those of 77 places stay below 2 ** 63.
    """

    def __init__(self, kinds: pd.DataFrame) -> None:
        self.kinds = kinds.sort_values(["province", "kind", "told"], ignore_index=True)
        self.provinces = np.unique(np.append(kinds["province"].to_numpy(object), ""))

    def of(self, places: pd.DataFrame, stated: np.ndarray) -> np.ndarray:
        """Return the number of each place, given whether its share counts as stated."""
        code = np.searchsorted(self.provinces, places["province"].to_numpy(object))
        precision = places["kind"].map(_PRECISION).fillna(0).to_numpy(int)
        return (code * len(_PRECISION) + precision) * 2 + stated

    def marks(self) -> pa.Table:
        """Return per kind of place its mark among several places and as the sole one, which may say "all of it"."""
        size = len(self.provinces) * len(_PRECISION) * 2
        mark = np.random.default_rng(_SEED).integers(1, 2**56, size, dtype=np.int64)
        told = self.kinds["told"].to_numpy(int)
        return _table(
            mark_province=self.kinds["province"], mark_kind=self.kinds["kind"], mark_told=told,
            several_mark=mark[self.of(self.kinds, told > 0)], sole_mark=mark[self.of(self.kinds, told == 2)],
        )  # fmt: skip


class _Found:
    """The patterns that occur. places: those of one project of each pattern."""

    def __init__(self, places: pd.DataFrame, labels: _Labels) -> None:
        many = places.groupby("pattern")["told"].transform("size").to_numpy()
        told = places["told"].to_numpy(int)
        stated = np.where(many > 1, told > 0, told == 2)
        ordered = places.assign(label=labels.of(places, stated), stated=stated)
        self._places = ordered.sort_values(["pattern", "label"], ignore_index=True)
        groups = self._places.groupby("pattern")["label"].agg(np.array)
        self.number = {0: 0} | {int(mark): number for number, mark in enumerate(groups.index, start=1)}
        listed = [np.zeros(0, dtype=np.int64), *groups]
        self.footprints = footprints.of_labels(listed, labels.provinces)

    def positions(self) -> pa.Table:
        """Return which place of its pattern a place is, for patterns whose money is kept by place."""
        places = self._places
        places = places.assign(position=places.groupby("pattern").cumcount())
        slotted = self.footprints.slotted[places["pattern"].map(self.number).to_numpy(int)]
        places = places[slotted].drop_duplicates(["pattern", "label"])
        # Among several places "all of it" is a share like any other.
        places = pd.concat([
            places[~places["stated"]].assign(told=0),
            *(places[places["stated"]].assign(told=told) for told in (1, 2)),
        ])  # fmt: skip
        return _table(
            of_pattern=places["pattern"].to_numpy(np.int64), of_province=places["province"], of_kind=places["kind"],
            of_told=places["told"].to_numpy(int), position=places["position"].to_numpy(np.int64),
        )  # fmt: skip


def _table(**columns: pd.Series | np.ndarray) -> pa.Table:
    """Return a table of text and whole numbers, with a type even where it has no rows."""
    return pa.table({
        name: pa.array(column, pa.int64() if isinstance(column, np.ndarray) else pa.string())
        for name, column in columns.items()
    })  # fmt: skip


def _numbers(cells: pd.DataFrame) -> pa.Table:
    keys = {f"of_{key}": cells[key] for key in engine_query.KEYS}
    whole = ("start_year", "over_year", "pattern", "fiscal_year")
    named = {name: c.to_numpy(np.int64) if name[3:] in whole else c for name, c in keys.items()}
    return _table(cell=np.arange(len(cells)), **named)


def _rows(
    told: pa.Table, start_year: np.ndarray, projects: Pieces
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Return the arrays of `Rows` but those of shares, and the row of each project by its id."""
    cell, start = told["cell"].to_numpy().astype(np.int32), days(told["started"])
    late = start_year[cell] == NO_YEAR
    order = np.lexsort((start, late)).astype(np.int32)  # stable: by project_id among equals
    begun = int((~late).sum())
    cell, start, end = cell[order], start[order], days(told["ended"])[order]
    allocated, disbursed = (narrow(numbers(told[name])[order]) for name in ("allocated", "disbursed"))
    over = cube_build.over_days(start, end, begun)
    by_end = np.argsort(over, kind="stable")[: int((over != NO_DAY).sum())]
    start_days, start_first = cube_build.firsts(start[:begun])
    ends, over_first = cube_build.firsts(over[by_end])
    return {
        "cell": cell, "place": _stored(projects)[order], "rank": order, "start_days": start_days,
        "start_first": start_first, "late_start": start[begun:], "end": end, "allocated": allocated,
        "disbursed": disbursed, "over_days": ends, "over_first": over_first, "over_cell": cell[by_end],
    }, inverse(order)  # fmt: skip


def _stored(projects: Pieces) -> np.ndarray:
    """Return where the table stores each project, by project_id; only that column is read."""
    with duckdb.connect(config={"threads": 2}) as connection:
        rank = cube_build.ranks(projects, connection)
    stored = inverse(rank)
    give_back(len(rank))
    return stored


def _shares(
    told: pa.Table, cell: np.ndarray, row_of: np.ndarray, sizes: np.ndarray, first: np.ndarray
) -> dict[str, np.ndarray]:
    """Return the arrays of shares by row. told: by project_id, as many for each as its pattern has places."""
    many = sizes[cell[row_of]]
    row = np.repeat(row_of, many)
    if len(row) != told.num_rows:
        raise ValueError(f"{told.num_rows} shares for {len(row)} places")
    order = np.argsort(row, kind="stable")
    row, position = row[order], told["position"].to_numpy()[order]
    slot = (first[cell[row]] + position).astype(np.int32)
    return {
        "share_row": row,
        "share_slot": slot,
        "share": narrow(np.nan_to_num(numbers(told["share"])[order])),
    }


def _words(cells: pd.DataFrame) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Return per dimension its words in order and the number of each cell's word."""
    words: dict[str, np.ndarray] = {}
    codes: dict[str, np.ndarray] = {"fiscal_year": cells["fiscal_year"].to_numpy(np.int16)}
    for name in DIMENSIONS[:4]:
        known, numbered = np.unique(cells[name].to_numpy(object), return_inverse=True)
        words[name], codes[name] = known, numbered.astype(np.int16)
    pairs = pd.MultiIndex.from_frame(cells[["evidence", "source_id"]])
    numbered, known = pd.factorize(pairs, sort=True)
    words["source"] = np.empty(len(known), dtype=object)
    words["source"][:] = list(known)
    return words, codes | {"source": numbered.astype(np.int32)}


def _totals(cells: pd.DataFrame) -> dict[str, np.ndarray]:
    years = {name: cells[name].to_numpy(np.int16) for name in ("start_year", "over_year")}
    counts = {name: cells[name].to_numpy(np.int32) for name in ("stated_allocated", "stated_disbursed")}
    baht = {name: cells[name].to_numpy(float) for name in ("allocated", "disbursed")}
    return {**years, "count": cells["projects"].to_numpy(np.int32), **counts, **baht}


def _slots(told: pd.DataFrame, first: np.ndarray) -> dict[str, np.ndarray]:
    slot = first[told["cell"].to_numpy(np.int64)] + told["position"].to_numpy(np.int64)
    made = {f"slot_{name}": np.zeros(int(first[-1])) for name in ("allocated", "disbursed")}
    for name in ("allocated", "disbursed"):
        made[f"slot_{name}"][slot] = np.nan_to_num(told[name].to_numpy(float))
    return made
