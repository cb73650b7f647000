"""A sheet as it stands, before anyone knows which row is the header."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from data.faults import Fault
from data.intake.notes import Note

_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Progress = Callable[[float], None]
Range = tuple[tuple[int, int], tuple[int, int]]  # first and last cell, row and column from 0


@dataclass
class Grid:
    """Cells of one sheet as text, all rows from `first_row` on, blank ones too.

    first_column: the column of the first cell of each row, from 0. merged: ranges by row and
    column of the sheet. faults: cells that could not be read, by row and column letter. delimited: rows
    say themselves how many cells they have, and one of another width than the header was cut, or holds a mark that parts
    cells.
    """

    name: str
    rows: list[list[str]]
    first_row: int = 1
    first_column: int = 0
    merged: list[Range] = field(default_factory=list)
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()
    delimited: bool = False


def no_progress(share: float) -> None:
    """Take a share of the work done and do nothing with it."""


def letter(column: int) -> str:
    """Return the letters of a column counted from 0: 0 -> "A", 27 -> "AB"."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_of(place: str) -> tuple[int, int]:
    """Return the row, from 1, and the column, from 0, of a cell: "AB7" -> (7, 27). Raises ValueError for no place."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise ValueError(place)
    return int(found[2]), column_number(found[1])


def column_number(letters: str) -> int:
    """Return the column of its letters, counted from 0: "A" -> 0, "AB" -> 27."""
    number = 0
    for sign in letters:
        number = number * 26 + ord(sign) - 64
    return number - 1
