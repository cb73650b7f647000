"""The list of projects: a page at a time, in the order asked for."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.cube import book
from data.cube import pages as book_pages
from data.records import Records
from measures import evidence
from measures.memory import remembered
from measures.projects import patterns as project_patterns
from measures.projects.patterns import KINDS, PART, UNKNOWN
from measures.projects.query import Match, ProjectQuery, condition, match, row_flags

SORTS = ("started_on", "ended_on", "fiscal_year_be", "title_th", "title_en", "status", "programme_code",
         "agency_code", "allocated_baht", "disbursed_baht", "beneficiary_count", "project_id")  # fmt: skip
SIZES = (20, 50, 100)
TITLES_UP_TO = (
    1_000_000  # putting so many titles into dictionary order takes about ten seconds, once per release
)


def has_title_order(records: Records, query: ProjectQuery) -> bool:
    """Say whether the list is offered by title; a registry of millions is not, its readers search and filter."""
    return len(book.of(evidence.seen(records, query.selection))) <= TITLES_UP_TO


@dataclass(frozen=True)
class Page:
    """One page of the list. rows: the projects' columns, and kind (province, nationwide, no_place), province_codes
    (tuple, of the day), inside_share (share of its money in the area asked about, NaN where not attributable).
    number: from 1, the page that was found; last: number of pages, at least 1; total: projects on all pages."""

    rows: pd.DataFrame
    number: int
    last: int
    total: int


def page(
    records: Records, query: ProjectQuery, number: int = 1, size: int = 20, sort: str = "-started_on"
) -> Page:
    """Return one page of the projects that answer; a number outside the pages gives the nearest page.

    sort: one of SORTS, with a leading "-" for descending; blanks stand last either way, ties by project_id.
    Raises ValueError for another sort or a size below 1.
    """
    if sort.removeprefix("-") not in SORTS or size < 1:
        raise ValueError(f"expected one of {SORTS} and a size of at least 1, got {sort!r}, {size}")
    make = _known_page if size <= max(SIZES) else _page
    return make(records, query, number, size, sort)


def _page(records: Records, query: ProjectQuery, number: int, size: int, sort: str) -> Page:
    column = sort.removeprefix("-")
    found = match(records, query)
    last = max(1, -(-found.total // size))
    number = min(max(1, number), last)
    first, end = (number - 1) * size, min(number * size, found.total)
    rows = _rows(records, query, found, column, sort.startswith("-"), first, end)
    return Page(_with_places(records, query, found, rows), number, last, found.total)


_known_page = remembered(_page)


def _rows(
    records: Records, query: ProjectQuery, found: Match, column: str, descending: bool, first: int, last: int
) -> np.ndarray:
    """Return the row numbers of one page."""
    shown, cube = evidence.seen(records, query.selection), found.cube
    flags = row_flags(shown, condition(query).rows)
    cells = np.zeros(len(cube.cells), dtype=bool)
    cells[found.cells] = True
    planned = query.status == "planned"
    day = int(np.datetime64(query.selection.asof).astype(int))
    end = len(cube.rows.cell) if planned else cube.rows.begun(day)
    if column == "started_on" and not planned:
        return book_pages.by_start(cube, cells, flags, end, descending, first, last)
    rows = book_pages.answering(cube, cells, flags, end)
    return book_pages.ordered(cube, rows, _key(shown, found, column), descending, first, last)


def _key(shown: Records, found: Match, column: str) -> Callable[[np.ndarray], np.ndarray]:
    known = book_pages.sort_key(found.cube, column)
    if known is not None:
        return known
    own = book.of(shown)
    if column.startswith("title"):
        ranks = own.title_order(column)
        return lambda rows: np.where(ranks[rows] < 0, np.nan, ranks[rows])
    values = own.column(column)
    return lambda rows: values[rows]


def _with_places(records: Records, query: ProjectQuery, found: Match, rows: np.ndarray) -> pd.DataFrame:
    shown, cube = evidence.seen(records, query.selection), found.cube
    footprints, pattern = cube.footprints, cube.cells.pattern[cube.rows.cell[rows]]
    codes = project_patterns.codes_on(records, shown, query.selection.asof)
    placed, kinds = project_patterns.placed(footprints), project_patterns.kinds(footprints)[pattern]
    province_codes, shares = [], []
    for row, one, kind in zip(rows, pattern, kinds, strict=True):
        own = np.arange(footprints.first[one], footprints.first[one + 1])
        province_codes.append(tuple(dict.fromkeys(code for code in codes[own[placed[own]]] if code)))
        shares.append(_share(found, int(row), int(one)) if kind == 0 else np.nan)
    return (
        book.of(shown)
        .take(rows)
        .assign(
            kind=[KINDS[kind] for kind in kinds],
            province_codes=province_codes,
            inside_share=np.array(shares, dtype=float),
        )
    )


def _share(found: Match, row: int, pattern: int) -> float:
    """Return the share of a project's money inside the area asked about, NaN where it cannot be told."""
    if found.weight[pattern] == UNKNOWN:
        return float("nan")
    if found.weight[pattern] != PART:
        return 1.0
    rows, cells, footprints = found.cube.rows, found.cube.cells, found.cube.footprints
    low, high = np.searchsorted(rows.share_row, np.array([row, row + 1], dtype=np.int32))
    place = rows.share_slot[low:high] - cells.slot_first[rows.cell[row]] + footprints.first[pattern]
    return float(rows.share[low:high][found.inside[place]].sum())
