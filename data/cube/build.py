"""Make the cube of a release: read each column once, number its words, group."""

from dataclasses import dataclass

import duckdb
import numpy as np
import pandas as pd
import pyarrow as pa

from data.cube import footprints
from data.cube.coding import (
    NO_DAY,
    NO_YEAR,
    Words,
    combine,
    days,
    first_of,
    fiscal_years,
    inverse,
    narrow,
    numbers,
)
from data.cube.cube import DIMENSIONS, Cells, Cube, Rows
from data.cube.pieces import Pieces
from data.memory import give_back

_WORDS = {"programme": "programme_code", "agency": "agency_code", "phase": "phase_code", "status": "status"}
_PROJECT_COLUMNS = ["project_id", *_WORDS.values(), "source_id", "evidence", "started_on", "ended_on",
                    "fiscal_year_be", "allocated_baht", "disbursed_baht"]  # fmt: skip
_PLACE_COLUMNS = ["project_id", "province_code", "precision", "share"]


@dataclass
class _Projects:
    """The columns of the projects in the order they are stored."""

    hashed: np.ndarray
    in_order: bool
    codes: dict[str, np.ndarray]
    words: dict[str, np.ndarray]
    start: np.ndarray
    end: np.ndarray
    allocated: np.ndarray
    disbursed: np.ndarray


def build(projects: Pieces, locations: Pieces) -> Cube:
    """Return the cube of two tables. Raises ValueError where a project_id stands twice."""
    with duckdb.connect(config={"threads": 2}) as engine:
        read = _read_projects(projects, engine)
        rank = None if read.in_order else ranks(projects, engine)
        pattern, found, shares = _read_places(locations, read.hashed, engine)
    read.hashed = np.zeros(0, dtype=np.uint64)
    order, begun = _by_start(read, rank)
    pattern = pattern[order]
    row_of = inverse(order)
    start, end = read.start[order], read.end[order]
    over = over_days(start, end, begun)
    start_year, over_year = fiscal_years(start), fiscal_years(over)
    start_year[begun:] = NO_YEAR
    codes = {name: read.codes.pop(name)[order] for name in list(read.codes)}
    allocated, disbursed = (narrow(baht[order]) for baht in (read.allocated, read.disbursed))
    words, place = read.words, order if rank is None else rank[order]
    del read
    cell, one = _cells(start_year, pattern, over_year, codes)
    kinds = {name: column[one] for name, column in codes.items()}
    columns = {"start_year": start_year[one], "over_year": over_year[one], "pattern": pattern[one]}
    del codes, start_year, over_year
    share = _slots(cell, columns["pattern"], shares, row_of, found)
    money = {**_totals(cell, len(one), allocated, disbursed), **_slot_totals(share, allocated, disbursed)}
    by_end = np.argsort(over, kind="stable")[: int((over != NO_DAY).sum())]
    rows = Rows(
        cell, order, place, *firsts(start[:begun]), start[begun:], end, allocated, disbursed,
        *firsts(over[by_end]), cell[by_end], *share[:3],
    )  # fmt: skip
    return Cube(words, found, Cells(kinds, **columns, **money, first_row=one, slot_first=share[3]), rows)


def over_days(start: np.ndarray, end: np.ndarray, begun: int) -> np.ndarray:
    """Return the first day a project is over: the one after its last, never before its first."""
    over = np.where(end == NO_DAY, NO_DAY, np.maximum(end, start - 1) + 1).astype(np.int32)
    over[begun:] = NO_DAY
    return over


def begun_by_year(start: np.ndarray, fiscal_year: np.ndarray) -> np.ndarray:
    """Return first days; a project that names none stands from the first day of its fiscal year (BE, 0 for none)."""
    first = (fiscal_year.astype(int) - 544 - 1970).astype("datetime64[Y]").astype(
        "datetime64[M]"
    ) + np.timedelta64(9, "M")
    october = first.astype("datetime64[D]").astype(np.int32)
    return np.where((start == NO_DAY) & (fiscal_year > 0), october, start).astype(np.int32)


def _read_projects(pieces: Pieces, engine: duckdb.DuckDBPyConnection) -> _Projects:
    size = pieces.rows
    words = {column: Words() for column in (*_WORDS.values(), "source_id", "evidence")}
    codes = {column: np.zeros(size, np.int32 if column == "source_id" else np.int16) for column in words}
    years, hashed = np.zeros(size, np.int16), np.zeros(size, np.uint64)
    dates = {column: np.zeros(size, np.int32) for column in ("started_on", "ended_on")}
    baht: dict[str, list[np.ndarray]] = {column: [] for column in ("allocated_baht", "disbursed_baht")}
    last, in_order = "", True
    for first, rows in pieces.batches(_PROJECT_COLUMNS):
        part = slice(first, first + len(rows))
        for column, known in words.items():
            codes[column][part] = known.codes(rows[column])
        years[part] = pa.compute.fill_null(rows["fiscal_year_be"], 0).to_numpy()
        for column, day in dates.items():
            day[part] = days(rows[column])
        for column, sums in baht.items():
            sums.append(narrow(numbers(rows[column])))
        hashed[part] = _hashes(rows["project_id"], engine)
        in_order, last = _is_sorted(rows["project_id"], last, in_order)
    told = {column: known.sorted() for column, known in words.items()}
    for column, (_, place) in told.items():
        codes[column] = place.astype(codes[column].dtype)[codes[column]] if size else codes[column]
    source, pairs = _sources(codes["evidence"], codes["source_id"], told)
    own = {name: codes[column] for name, column in _WORDS.items()}
    own |= {"fiscal_year": years, "source": source}
    found = {name: told[column][0] for name, column in _WORDS.items()} | {"source": pairs}
    start = begun_by_year(dates["started_on"], years)
    allocated, disbursed = (np.concatenate([np.zeros(0, np.float32), *sums]) for sums in baht.values())
    give_back(size)
    return _Projects(hashed, in_order, own, found, start, dates["ended_on"], allocated, disbursed)


def _sources(
    kind: np.ndarray, source: np.ndarray, told: dict[str, tuple[np.ndarray, np.ndarray]]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the number of each row's pair of evidence and source_id, in order of first use, and the pairs."""
    both = combine([kind, source])  # numbers in order of first use
    first = first_of(both)
    pairs = np.empty(len(first), dtype=object)
    for number, row in enumerate(first):
        pairs[number] = (told["evidence"][0][kind[row]], told["source_id"][0][source[row]])
    return both, pairs


def _hashes(cells: pa.ChunkedArray, engine: duckdb.DuckDBPyConnection) -> np.ndarray:
    # DuckDB's own hash() takes ids that differ in two digits for equal: 98,000 of ten million.
    ids = pa.table({"id": cells})  # noqa: F841 - DuckDB finds it by its name
    return engine.execute("SELECT md5_number_lower(id) AS h FROM ids").fetchnumpy()["h"]


def _is_sorted(cells: pa.ChunkedArray, last: str, so_far: bool) -> tuple[bool, str]:
    if not so_far or not len(cells):
        return so_far, last
    column = cells.combine_chunks()
    column = column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
    rising = pa.compute.all(pa.compute.less(column[:-1], column[1:])).as_py()
    return rising is not False and last <= column[0].as_py(), column[-1].as_py()


def ranks(pieces: Pieces, engine: duckdb.DuckDBPyConnection) -> np.ndarray:
    """Return the place of each project by project_id."""
    parts = [chunk for _, rows in pieces.batches(["project_id"]) for chunk in rows["project_id"].chunks]
    ids = pa.table({"id": pa.chunked_array(parts), "n": np.arange(pieces.rows)})  # noqa: F841
    order = engine.execute("SELECT n FROM ids ORDER BY id, n").fetchnumpy()["n"]
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    return rank


def _read_places(
    pieces: Pieces, hashed: np.ndarray, engine: duckdb.DuckDBPyConnection
) -> tuple[np.ndarray, footprints.Footprints, footprints.Shares]:
    words = {column: Words() for column in ("province_code", "precision")}
    words["province_code"].known[""] = 0
    codes = {column: np.zeros(pieces.rows, np.int16) for column in words}
    share, keys = np.zeros(pieces.rows), np.zeros(pieces.rows, np.uint64)
    for first, rows in pieces.batches(_PLACE_COLUMNS):
        part = slice(first, first + len(rows))
        for column, known in words.items():
            codes[column][part] = known.codes(rows[column])
        share[part] = numbers(rows["share"])
        keys[part] = _hashes(rows["project_id"], engine)
    owner = _owners(keys, hashed)
    del keys
    provinces, place = words["province_code"].sorted()
    code = place.astype(np.int16)[codes["province_code"]]
    number = {name: i for i, name in enumerate(footprints.PRECISIONS)}
    kinds = np.array([number.get(word, 0) for word in words["precision"].known] or [0], dtype=np.int16)
    precision = kinds[codes["precision"]]
    kept = owner >= 0
    if not kept.all():
        owner, code, precision, share = owner[kept], code[kept], precision[kept], share[kept]
    del codes, kept
    give_back(pieces.rows)
    return footprints.find(owner, code, precision, share, len(hashed), provinces)


def _owners(keys: np.ndarray, projects: np.ndarray) -> np.ndarray:
    """Return the number of the project each place belongs to, -1 for none."""
    if not len(keys):
        return np.zeros(0, dtype=np.int32)
    is_new = np.ones(len(keys), dtype=bool)
    is_new[1:] = keys[1:] != keys[:-1]
    run = np.cumsum(is_new, dtype=np.int32) - np.int32(1)
    named = keys[is_new]
    if len(named) == len(projects) and np.array_equal(named, projects):  # stored side by side
        return run
    index = pd.Index(projects)
    if not index.is_unique:
        raise ValueError("a project_id stands twice")
    found: np.ndarray = index.get_indexer(named).astype(np.int32)[run]
    return found


def _by_start(read: _Projects, rank: np.ndarray | None) -> tuple[np.ndarray, int]:
    """Return the order by first day and project_id, and how many projects have begun at all."""
    planned = np.flatnonzero(read.words["status"] == "planned")
    late = (read.start == NO_DAY) | np.isin(read.codes["status"], planned)
    known = read.start[read.start != NO_DAY]
    low = int(known.min()) if len(known) else 0
    wide = (int(known.max()) - low + 2) if len(known) else 1
    key = np.where(read.start == NO_DAY, wide - 1, read.start - low) + late * wide
    if 2 * wide < 2**16:
        key = key.astype(np.uint16)  # sorted without comparing
    if rank is None:
        order = np.argsort(key, kind="stable")
    else:
        by_id = np.argsort(rank)
        order = by_id[np.argsort(key[by_id], kind="stable")]
    return order.astype(np.int32), int((~late).sum())


def _cells(
    start_year: np.ndarray, pattern: np.ndarray, over_year: np.ndarray, codes: dict[str, np.ndarray]
) -> tuple[np.ndarray, np.ndarray]:
    """Return the cell of each row, cells ordered by start_year, and the first row of each cell."""
    own = combine([codes[name] for name in DIMENSIONS])
    found = combine([start_year, over_year, pattern, own])
    first = first_of(found)
    order = np.argsort(start_year[first], kind="stable")
    place = np.empty(len(first), dtype=np.int32)
    place[order] = np.arange(len(first), dtype=np.int32)
    return place[found] if len(found) else found, first[order]


def _totals(
    cell: np.ndarray, size: int, allocated: np.ndarray, disbursed: np.ndarray
) -> dict[str, np.ndarray]:
    made: dict[str, np.ndarray] = {"count": np.bincount(cell, minlength=size).astype(np.int32)}
    for name, baht in (("allocated", allocated), ("disbursed", disbursed)):
        made[f"stated_{name}"] = np.bincount(cell[~np.isnan(baht)], minlength=size).astype(np.int32)
        made[name] = np.bincount(cell, np.nan_to_num(baht), minlength=size)
    return made


_Slots = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]


def _slots(
    cell: np.ndarray,
    pattern: np.ndarray,
    shares: footprints.Shares,
    row_of: np.ndarray,
    found: footprints.Footprints,
) -> _Slots:
    """Return row, slot and size of every share, by row, and where the slots of each cell begin."""
    sizes = np.where(found.slotted, np.diff(found.first), 0)[pattern]
    first = np.concatenate([[0], np.cumsum(sizes)])
    row = row_of[shares.project]
    order = np.argsort(row, kind="stable")
    row = row[order]
    return row, (first[cell[row]] + shares.place[order]).astype(np.int32), narrow(shares.share[order]), first


def _slot_totals(share: _Slots, allocated: np.ndarray, disbursed: np.ndarray) -> dict[str, np.ndarray]:
    row, slot, part, first = share
    return {
        f"slot_{name}": np.bincount(slot, np.nan_to_num(baht[row]) * part, minlength=first[-1])
        for name, baht in (("allocated", allocated), ("disbursed", disbursed))
    }


def firsts(days_in_order: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the days that occur and where the rows of each begin, with the end of the last."""
    is_new = np.ones(len(days_in_order), dtype=bool)
    is_new[1:] = np.diff(days_in_order) != 0
    turns = np.flatnonzero(is_new)
    return days_in_order[turns].astype(np.int32), np.append(turns, len(days_in_order))
