"""From a grid to a sheet: where the header is, what merged cells mean, and rows that are no records."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from data.columns import Column
from data.faults import Fault
from data.intake.grids import Grid, letter
from data.intake.headers import LONGEST, columns_meant, recognised
from data.intake.no_records import is_number, no_record, one_line
from data.intake.notes import Note
from data.intake.packed import PackedRows
from data.intake.plain import tidy
from data.intake.spellings import OWN_EXPORT
from data.schema import TABLES
from data.takeout.parcel import as_meant

SEARCHED = 40  # rows among which the header must stand
_QUANTITIES = ("count", "money", "share")
_KINDS: dict[str, Column] = {c.name: c for table in TABLES.values() for c in table.columns}


@dataclass
class RawSheet:
    """One sheet as text: its header, its records in file order and the line each stands on.

    header: one unique name per column. columns: the column letter of each. header_row, row_numbers: as a
    spreadsheet counts. notes: what was left out or filled in. faults: cells that hold no usable value, and rows that
    are not as wide as the header. titles: what stands above the header. totals, uneven: the line and the cells of total rows,
    and of rows that are not as wide as the header.
    """

    name: str
    header: tuple[str, ...]
    header_row: int
    rows: Sequence[list[str]]
    row_numbers: list[int]
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()
    columns: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    totals: tuple[tuple[int, tuple[str, ...]], ...] = ()
    uneven: tuple[tuple[int, tuple[str, ...]], ...] = ()

    def __getstate__(self) -> dict[str, Any]:
        """Travel between processes column by column: a million cells as a few buffers, not as a million objects."""
        return self.__dict__ | {"rows": PackedRows.of(self.rows, len(self.header))}


@dataclass
class _Left:
    """Rows left out, by why; totals whole, since they are checked; rows of another width than the header's."""

    rows: dict[str, list[int]] = field(default_factory=dict)
    totals: list[tuple[int, list[str]]] = field(default_factory=list)
    uneven: list[tuple[int, list[str]]] = field(default_factory=list)
    read: dict[str, str] = field(default_factory=dict)

    def out(self, why: str, row: int, read: str) -> None:
        self.rows.setdefault(why, []).append(row)
        self.read.setdefault(why, read)

    def notes(self) -> list[Note]:
        return [Note(why, len(rows), tuple(rows), self.read[why]) for why, rows in self.rows.items()]


def lay_out(grid: Grid) -> RawSheet | None:
    """Return the sheet of a grid, None when no cell holds anything."""
    if not any(cell.strip() for row in grid.rows for cell in row):
        return None
    at, depth = _find_header(grid)
    width = max(len(row) for row in grid.rows)
    names = _header(grid, at, depth, width)
    notes = list(grid.notes)
    if at:
        notes.append(Note("title-rows", at))
    if depth == 2:
        notes.append(Note("two-row-header"))
    filled, kept_out = _fill_merged(grid, at + depth, names)
    notes += [Note("merged-filled", filled)] if filled else []
    notes += [Note("merged-number", len(kept_out), tuple(kept_out))] if kept_out else []
    records, numbers, left = _records(grid, at + depth, names, width)
    notes += left.notes()
    used = [c for c in range(width) if names[c] or any(row[c].strip() for row in records)]
    header = _unique([names[c] or letter(grid.first_column + c) for c in used], notes)
    totals = tuple(
        (row, tuple(cells[c] if c < len(cells) else "" for c in used)) for row, cells in left.totals
    )
    uneven = tuple(_uneven(grid, at, row, len(cells)) for row, cells in left.uneven)
    faults = _faults(grid, dict(zip((letter(grid.first_column + c) for c in used), header, strict=True)),
                     set(numbers))  # fmt: skip
    rows = records if len(used) == width else [[row[c] for c in used] for row in records]
    if OWN_EXPORT in {name.casefold() for name in header}:
        # Our own export put a guard before what a spreadsheet would run; in other files an apostrophe is the officer's.
        rows = [[as_meant(cell) if cell.startswith("'") else cell for cell in row] for row in rows]
    return RawSheet(
        grid.name, header, grid.first_row + at, rows, numbers, tuple(notes), (*faults, *uneven),
        tuple(letter(grid.first_column + c) for c in used), _titles(grid, at), totals,
        tuple((row, tuple(cells)) for row, cells in left.uneven),
    )  # fmt: skip


def _titles(grid: Grid, at: int) -> tuple[str, ...]:
    """Return the texts above the header, and the name of the sheet."""
    above = (tidy(cell)[:LONGEST] for row in grid.rows[:at][-SEARCHED:] for cell in row if cell.strip())
    return (*dict.fromkeys(above), *([grid.name] if grid.name else []))


def _uneven(grid: Grid, at: int, row: int, found: int) -> Fault:
    width = len(grid.rows[at])
    code = "row-too-wide" if found > width else "row-too-short"
    return Fault(grid.name, row, "", str(found), str(width), code)


def _find_header(grid: Grid) -> tuple[int, int]:
    """Return the position of the header and how many rows it takes (1, or 2 under merged headings)."""
    best, choice = (0, 0, 0), (-1, 1)
    spanning = {first[0] - grid.first_row + 1 for first, last in grid.merged if last[1] > first[1]}
    for at, row in enumerate(grid.rows[:SEARCHED]):
        known, filled = sum(recognised(cell) for cell in row), sum(bool(cell.strip()) for cell in row)
        if (known, 0, -at) > best and known >= min(2, filled):
            best, choice = (known, 0, -at), (at, 1)
        if at in spanning and at + 1 < len(grid.rows):
            pairs = _paired(grid, at, len(row))
            below = sum(not cell.strip() or not is_number(cell) for cell in grid.rows[at + 1])
            known_pairs = sum(recognised(cell) for cell in pairs)
            if known_pairs > best[0] and below == len(grid.rows[at + 1]):
                best, choice = (known_pairs, 1, -at), (at, 2)
    if choice[0] >= 0 and best[0]:
        return choice
    widths = [sum(bool(cell.strip()) for cell in row) for row in grid.rows[:SEARCHED]]
    return widths.index(max(widths)), 1


def _paired(grid: Grid, at: int, width: int) -> list[str]:
    """Return a header of two rows as one: the lower cell where it names a column itself, else both."""
    upper, lower = list(grid.rows[at]), list(grid.rows[at + 1])
    upper += [""] * (width - len(upper))
    lower += [""] * (width - len(lower))
    for first, last in grid.merged:
        if first[0] == grid.first_row - 1 + at:
            for column in range(first[1], last[1] + 1):
                here = column - grid.first_column
                if 0 <= here < width:
                    upper[here] = grid.rows[at][first[1] - grid.first_column]
    joined = []
    for over, under in zip(upper, lower, strict=True):
        both = f"{tidy(over)}{tidy(under)}" if under.strip() else tidy(over)
        joined.append(tidy(under) if under.strip() and not recognised(both) else both)
    return joined


def _header(grid: Grid, at: int, depth: int, width: int) -> list[str]:
    row = _paired(grid, at, width) if depth == 2 else list(grid.rows[at])
    row += [""] * (width - len(row))
    return [one_line(cell) for cell in row]


def _unique(names: list[str], notes: list[Note]) -> tuple[str, ...]:
    """Return the names with a number behind those that stood there before."""
    seen: dict[str, int] = {}
    unique = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        unique.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    for name, times in seen.items():
        if times > 1:
            notes.append(Note("repeated-header", times, read=name))
    return tuple(unique)


def _fill_merged(grid: Grid, first: int, names: list[str]) -> tuple[int, list[int]]:
    """Write a merged cell into every row it covers; sums are never repeated. Return fills and rows kept out."""
    filled, kept_out = 0, []
    for (top, left), (bottom, _) in grid.merged:
        at, column = top - grid.first_row + 1, left - grid.first_column
        if bottom == top or at < first or at >= len(grid.rows) or not 0 <= column < len(names):
            continue
        value = grid.rows[at][column] if column < len(grid.rows[at]) else ""
        kinds = [_KINDS[name].kind for name in columns_meant(names[column]) if name in _KINDS]
        is_sum = is_number(value)
        if not value.strip() or (is_sum and (not kinds or any(kind in _QUANTITIES for kind in kinds))):
            kept_out += [top + 1] if value.strip() else []
            continue
        for row in grid.rows[at + 1 : bottom - grid.first_row + 2]:
            if any(cell.strip() for cell in row) and not row[column].strip():
                row[column] = value
                filled += 1
    return filled, kept_out


def _records(
    grid: Grid, first: int, names: list[str], width: int
) -> tuple[list[list[str]], list[int], _Left]:
    """Return the rows that are records; blank ones count as lines but are none."""
    left, records, numbers = _Left(), [], []
    own = len(grid.rows[first - 1])
    for number, row in enumerate(grid.rows[first:], start=grid.first_row + first):
        cells = [cell for cell in row if cell and not cell.isspace()]
        if not cells:
            continue
        if why := no_record(cells, row, names, width):
            left.out(why, number, tidy(cells[0])[:60])
            if why == "total-rows":
                left.totals.append((number, row))
            continue
        if grid.delimited and (wide := _cells_of(row, own)) != own:
            left.uneven.append((number, row[:wide]))
            continue
        if len(row) != width:
            row = row + [""] * (width - len(row))
        records.append(row)
        numbers.append(number)
    return records, numbers, left


def _cells_of(row: list[str], own: int) -> int:
    """Return how many cells a row has; blank ones beyond the header's do not count."""
    wide = len(row)
    while wide > own and not row[wide - 1].strip():
        wide -= 1
    return wide


def _faults(grid: Grid, names: dict[str, str], records: set[int]) -> tuple[Fault, ...]:
    """Return unusable cells of records under the name of their column."""
    return tuple(
        Fault(f.file, f.row, names[f.column], f.read, f.expected, f.code)
        for f in grid.faults
        if f.column in names and f.row in records
    )
