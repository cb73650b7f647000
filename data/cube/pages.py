"""A page of a list: which rows of the cube stand on it, in an order, without sorting all of them."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from data.cube.coding import NO_DAY
from data.cube.cube import Cube

CHUNK = 200_000  # rows looked at together while walking through a list by date


def by_start(
    cube: Cube, cells: np.ndarray, flags: np.ndarray | None, end: int, descending: bool, first: int, last: int
) -> np.ndarray:
    """Return the rows first..last (from 0, last excluded) of those that answer, by first day, then project_id.

    cells: a flag per cell; flags: per row, or None; end: rows from here on had not begun. Walks from the end asked
    for and stops as soon as the page is full.
    """
    rows = cube.rows
    bounds = rows.start_first[: int(np.searchsorted(rows.start_first, end)) + 1]
    found: list[np.ndarray] = []
    count = 0
    for low, high in _chunks(bounds, descending):
        hit = cells[rows.cell[low:high]]
        if flags is not None:
            hit &= flags[low:high]
        own = np.flatnonzero(hit) + low
        if descending:
            day = np.searchsorted(rows.start_first, own, side="right")
            own = own[np.argsort(-day, kind="stable")]
        found.append(own)
        count += len(own)
        if count >= last:
            break
    return np.concatenate([np.zeros(0, dtype=np.int64), *found])[first:last]


def _chunks(bounds: np.ndarray, descending: bool) -> list[tuple[int, int]]:
    """Return ranges of rows made of whole days, in the order to walk."""
    cuts = [0]
    for bound in bounds[1:]:
        if bound - cuts[-1] >= CHUNK:
            cuts.append(int(bound))
    if len(bounds) and cuts[-1] != int(bounds[-1]):
        cuts.append(int(bounds[-1]))
    ranges = list(pairwise(cuts))
    return ranges[::-1] if descending else ranges


def answering(cube: Cube, cells: np.ndarray, flags: np.ndarray | None, end: int) -> np.ndarray:
    """Return every row that answers, by number."""
    hit = cells[cube.rows.cell[:end]]
    if flags is not None:
        hit &= flags[:end]
    return np.flatnonzero(hit)


def ordered(
    cube: Cube,
    rows: np.ndarray,
    key: Callable[[np.ndarray], np.ndarray],
    descending: bool,
    first: int,
    last: int,
) -> np.ndarray:
    """Return first..last of some rows by a key; NaN stands last either way, ties go by project_id."""
    values = key(rows).astype(float)
    values = -values if descending else values
    blank = np.isnan(values)
    known, unknown = rows[~blank], rows[blank]
    values = values[~blank]
    top = _smallest(values, cube.rows.rank[known], last)
    page = known[top][first:]
    missing = last - max(first, len(known))
    if missing > 0:
        start = max(0, first - len(known))
        by_id = _smallest(np.zeros(len(unknown)), cube.rows.rank[unknown], start + missing)
        page = np.concatenate([page, unknown[by_id][start:]])
    return page


def _smallest(values: np.ndarray, rank: np.ndarray, size: int) -> np.ndarray:
    """Return the places of the `size` smallest, in order, ties by rank."""
    size = min(size, len(values))
    if 0 < size < len(values) // 4:
        border = np.partition(values, size - 1)[size - 1]
        below, at = np.flatnonzero(values < border), np.flatnonzero(values == border)
        wanted = size - len(below)
        if wanted < len(at):
            at = at[np.argpartition(rank[at], wanted - 1)[:wanted]] if wanted else at[:0]
        kept = np.concatenate([below, at])
    else:
        kept = np.arange(len(values))
    return kept[np.lexsort((rank[kept], values[kept]))][:size]


def sort_key(cube: Cube, column: str) -> Callable[[np.ndarray], np.ndarray] | None:
    """Return what a column the cube knows is sorted by, NaN for a blank; None for another column."""
    rows = cube.rows
    if column in ("allocated_baht", "disbursed_baht"):
        baht = getattr(rows, column.removesuffix("_baht"))
        return lambda own: baht[own]
    if column in ("started_on", "ended_on"):
        return lambda own: _days(rows.starts(own) if column == "started_on" else rows.end[own])
    if column == "project_id":
        return lambda own: rows.rank[own]
    if column == "fiscal_year_be":
        years = cube.cells.codes["fiscal_year"].astype(float)
        return lambda own: np.where(years == 0, np.nan, years)[rows.cell[own]]
    name = column.removesuffix("_code")
    if name in cube.words and name in cube.cells.codes:
        order = np.array([np.nan if word == "" else number for number, word in enumerate(cube.words[name])])
        return lambda own: order[cube.cells.codes[name][rows.cell[own]]]
    return None


def _days(days: np.ndarray) -> np.ndarray:
    return np.where(days == NO_DAY, np.nan, days.astype(float))
