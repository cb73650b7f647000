"""The projects of a release, grouped once by everything a filter asks about, so that no question meets them one by one.

A *cell* is what projects have in common: pattern of places, programme, agency, phase, status, fiscal year, source, and
the fiscal years they began and were over in. How a day finds the cells is `Snapshot`: cells of earlier fiscal years
count whole, those of the day's own year by an exact look at that year's rows. So answers hold for any day.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.cube.coding import NO_DAY, NO_YEAR, fiscal_years
from data.cube.footprints import Footprints
from data.remember import lru_cache

DIMENSIONS = ("programme", "agency", "phase", "status", "fiscal_year", "source")
SNAPSHOTS = 4  # kept per release; a registry of 10 million has about 10 MB in one


@dataclass(frozen=True, eq=False)
class Cells:
    """One entry per cell, by the fiscal year of its start; cells never begun (planned projects) come last.

    codes: per dimension the number of the word in `Cube.words` (fiscal_year: the year itself, 0 for none). pattern: of
    places. start_year, over_year: fiscal years (BE) of the first day and of the day after the last one, NO_YEAR for
    none. count: projects. allocated, disbursed: baht of whole projects; stated_*: how many state a sum.
    first_row: the row of the project that began first. slot_first: cell i keeps its money by place in the slots
    slot_first[i]:slot_first[i + 1].
    """

    codes: Mapping[str, np.ndarray]
    pattern: np.ndarray
    start_year: np.ndarray
    over_year: np.ndarray
    count: np.ndarray
    stated_allocated: np.ndarray
    stated_disbursed: np.ndarray
    allocated: np.ndarray
    disbursed: np.ndarray
    first_row: np.ndarray
    slot_first: np.ndarray
    slot_allocated: np.ndarray
    slot_disbursed: np.ndarray

    def __len__(self) -> int:
        """Return how many cells there are."""
        return len(self.pattern)


@dataclass(frozen=True, eq=False)
class Rows:
    """One entry per project, by first day, then project_id; projects never begun come last, by first day too.

    cell; place: where the table stores it; rank: its place by project_id. start_days, start_first: the rows that began
    on start_days[i] are start_first[i]:start_first[i + 1]; later rows never began, late_start holds the day they name.
    end: last day, NO_DAY for none. over_days, over_first, over_cell: cells of projects by the day after their last.
    share_row, share_slot, share: stated shares of projects in several places, by row.
    """

    cell: np.ndarray
    place: np.ndarray
    rank: np.ndarray
    start_days: np.ndarray
    start_first: np.ndarray
    late_start: np.ndarray
    end: np.ndarray
    allocated: np.ndarray
    disbursed: np.ndarray
    over_days: np.ndarray
    over_first: np.ndarray
    over_cell: np.ndarray
    share_row: np.ndarray
    share_slot: np.ndarray
    share: np.ndarray

    def begun(self, day: int) -> int:
        """Return how many rows, from the first, began by a day."""
        return int(self.start_first[np.searchsorted(self.start_days, day, side="right")])

    def over(self, day: int) -> int:
        """Return how many of `over_cell`, from the first, were over by a day."""
        return int(self.over_first[np.searchsorted(self.over_days, day, side="right")])

    def starts(self, rows: np.ndarray) -> np.ndarray:
        """Return the first day of some rows, NO_DAY for none."""
        begun = int(self.start_first[-1])
        days = np.append(self.start_days, NO_DAY)
        found = days[np.searchsorted(self.start_first, np.minimum(rows, begun), side="right") - 1]
        late = rows >= begun
        found[late] = self.late_start[rows[late] - begun]
        return found


@dataclass(frozen=True, eq=False)
class Snapshot:
    """What had begun by a day, per cell; the cells after `size` had not. `over`: projects that were over by then."""

    day: int
    size: int
    count: np.ndarray
    over: np.ndarray
    stated_allocated: np.ndarray
    stated_disbursed: np.ndarray
    allocated: np.ndarray
    disbursed: np.ndarray
    slot_allocated: np.ndarray
    slot_disbursed: np.ndarray


@dataclass(frozen=True, eq=False)
class Cube:
    """Cells and rows of a release. words: per dimension its words in order; source: pairs (evidence, source_id)."""

    words: Mapping[str, np.ndarray]
    footprints: Footprints
    cells: Cells
    rows: Rows

    def code(self, dimension: str, word: str) -> int:
        """Return the number of a word, -1 where it does not occur."""
        words = self.words[dimension]
        place = int(np.searchsorted(words, word)) if len(words) else 0
        return place if place < len(words) and words[place] == word else -1

    def snapshot(self, day: np.datetime64, only: np.ndarray | None = None) -> Snapshot:
        """Return what had begun by a day; only: a flag per row, for questions that no cell can answer."""
        number = int(day.astype("datetime64[D]").astype(int))
        return _standing(self, number) if only is None else among(self, number, only)

    def planned(self, only: np.ndarray | None = None) -> Snapshot:
        """Return every project, begun or not; planned ones have a status and no day."""
        return _everything(self) if only is None else among(self, NO_DAY - 1, only, whole=True)


@lru_cache(maxsize=4)
def _everything(cube: Cube) -> Snapshot:
    cells = cube.cells
    return Snapshot(
        NO_DAY - 1, len(cells), cells.count, np.zeros(len(cells), np.int32), cells.stated_allocated,
        cells.stated_disbursed, cells.allocated, cells.disbursed, cells.slot_allocated, cells.slot_disbursed,
    )  # fmt: skip


@lru_cache(maxsize=SNAPSHOTS)
def _standing(cube: Cube, day: int) -> Snapshot:
    """Take the cells of earlier fiscal years whole and add up the rows of this one."""
    cells, rows = cube.cells, cube.rows
    year = int(fiscal_years(np.array([day], dtype=np.int32))[0])
    own_year = cells.start_year.dtype.type(year)  # a number of another width would copy the column
    whole, size = (int(np.searchsorted(cells.start_year, own_year, side=side)) for side in ("left", "right"))
    size = whole if rows.begun(day) == rows.begun(_day_before(year)) else size
    low, high = rows.begun(_day_before(year)), rows.begun(day)
    own = rows.cell[low:high].astype(np.intp) - whole  # once: counting would turn them again each time

    def sums(told: np.ndarray, values: np.ndarray | None) -> np.ndarray:
        part = np.bincount(own, values, minlength=size - whole)
        return np.concatenate([told[:whole], part.astype(told.dtype, copy=False)])

    allocated, disbursed = rows.allocated[low:high], rows.disbursed[low:high]
    count = sums(cells.count, None)

    def stated(told: np.ndarray, baht: np.ndarray) -> np.ndarray:
        silent = np.bincount(own[np.flatnonzero(np.isnan(baht))], minlength=size - whole)  # they are few
        return np.concatenate([told[:whole], count[whole:] - silent.astype(told.dtype)])

    slots = cells.slot_first[size]
    cut, ends = (int(np.searchsorted(rows.share_row, np.int32(row))) for row in (low, high))
    pieces = slice(cut, ends)
    slot = rows.share_slot[pieces] - cells.slot_first[whole]

    def slot_sums(told: np.ndarray, baht: np.ndarray) -> np.ndarray:
        amount = np.nan_to_num(baht[rows.share_row[pieces]]) * rows.share[pieces]
        first = cells.slot_first[whole]
        return np.concatenate([told[:first], np.bincount(slot, amount, minlength=slots - first)])

    return Snapshot(
        day, size, count, _over(cube, day, year, size),
        stated(cells.stated_allocated, allocated), stated(cells.stated_disbursed, disbursed),
        sums(cells.allocated, np.nan_to_num(allocated)), sums(cells.disbursed, np.nan_to_num(disbursed)),
        slot_sums(cells.slot_allocated, rows.allocated), slot_sums(cells.slot_disbursed, rows.disbursed),
    )  # fmt: skip


def _over(cube: Cube, day: int, year: int, size: int) -> np.ndarray:
    cells, rows = cube.cells, cube.rows
    low, high = rows.over(_day_before(year)), rows.over(day)
    over_year = cells.over_year[:size]
    partial = np.bincount(rows.over_cell[low:high], minlength=size)[:size]
    return np.where(over_year < year, cells.count[:size], partial).astype(np.int32)


def _day_before(fiscal_year: int) -> int:
    """Return the last day before a fiscal year (BE), in days since 1970."""
    return int(np.datetime64(f"{fiscal_year - 544}-09-30").astype(int))


def among(cube: Cube, day: int, only: np.ndarray, whole: bool = False) -> Snapshot:
    """Add up the flagged rows that began by the day (or, with `whole`, all of them), one by one."""
    cells, rows = cube.cells, cube.rows
    high = len(rows.cell) if whole else rows.begun(day)
    kept = np.flatnonzero(only[:high])
    own, size = rows.cell[kept], len(cells)
    allocated, disbursed = rows.allocated[kept], rows.disbursed[kept]
    shared = np.flatnonzero(only[rows.share_row] & (rows.share_row < high))
    slot, owner, share = rows.share_slot[shared], rows.share_row[shared], rows.share[shared]
    slots = len(cells.slot_allocated)

    def count(flag: np.ndarray) -> np.ndarray:
        return np.bincount(own[flag], minlength=size).astype(np.int32)

    def sums(baht: np.ndarray) -> np.ndarray:
        return np.bincount(own, np.nan_to_num(baht), minlength=size)

    def slot_sums(baht: np.ndarray) -> np.ndarray:
        return np.bincount(slot, np.nan_to_num(baht[owner]) * share, minlength=slots)

    return Snapshot(
        day, size, np.bincount(own, minlength=size).astype(np.int32), count(rows.end[kept] < day),
        count(~np.isnan(allocated)), count(~np.isnan(disbursed)), sums(allocated), sums(disbursed),
        slot_sums(rows.allocated), slot_sums(rows.disbursed),
    )  # fmt: skip


def over_by(cells: Cells, years_end: int) -> np.ndarray:
    """Say per cell whether its projects were over by the last day of a fiscal year (BE)."""
    return (cells.over_year != NO_YEAR) & (cells.over_year <= years_end)
