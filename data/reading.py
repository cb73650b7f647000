"""Read a CSV as text, then turn it into values column by column, keeping every fault on the way."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import pandas as pd

from data.columns import DATES, Column, Table
from data.faults import Fault

_WHOLE = r"[+-]?[0-9]+"  # not \d, which takes Thai digits too
_DECIMAL = r"[+-]?[0-9]+(?:\.[0-9]+)?"
_ISO_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_SLIPPED_BE = (2400, 2699)  # a year here is a Buddhist one: 2554 was meant as 2011
_CE = (1900, 2199)
EXPECTED = {
    "date": "YYYY-MM-DD",
    "count": "0, 1, 2 …",
    "year_be": "2547",
    "money": "125000.50",
    "share": "0.25",
}


@dataclass
class Sheet:
    """One table as it was read, rows in file order under a plain 0, 1, 2 … index.

    values: converted cells. text: the same cells as they stood in the file. file, row: where each row stands.
    """

    table: Table
    values: pd.DataFrame
    text: pd.DataFrame
    file: list[str]
    row: list[int]
    faults: list[Fault] = field(default_factory=list)
    _cells: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def fault(self, position: int, column: str, code: str, expected: str = "") -> Fault:
        """Return the fault at one cell; `read` is what stood in the file."""
        if column not in self._cells:  # a list answers a hundred thousand faults faster than a frame does
            self._cells[column] = [str(cell) for cell in self.text[column]]
        read = self._cells[column][position]
        return Fault(self.file[position], self.row[position], column, read, expected, code)


def read_sheet(content: bytes, table: Table, file: str) -> Sheet:
    """Read the bytes of one CSV against its table; never raises, all faults are in `faults`.

    file: the name to tell faults by. Columns the schema does not know are reported and left out.
    """
    header, rows, numbers, faults = _records(content, file)
    faults += _header_faults(header, table, file) if header else []
    text = _text_frame(header, rows, table)
    sheet = Sheet(table, pd.DataFrame(index=text.index), text, [file] * len(text), numbers, faults)
    values = {}
    for column in table.columns:
        values[column.name], wrong = convert(text[column.name], column)
        for code, positions in wrong.items():
            expected = EXPECTED.get(column.kind, "")
            sheet.faults += [sheet.fault(at, column.name, code, expected) for at in positions]
    sheet.values = pd.DataFrame(values)
    return sheet


def read_file(path: Path, table: Table) -> Sheet:
    """Read one CSV file; faults name it by its folder and name ("facts/workshops.csv")."""
    return read_sheet(path.read_bytes(), table, f"{path.parent.name}/{path.name}")


def _records(content: bytes, file: str) -> tuple[list[str], list[list[str]], list[int], list[Fault]]:
    """Split a file into header, rows and their row numbers; blank lines count but are no rows."""
    try:
        written = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        return [], [], [], [Fault(file, row, "", content[error.start : error.end].hex(), "UTF-8", "not-utf8")]
    try:
        lines = list(csv.reader(StringIO(written, newline=""), strict=True))
    except csv.Error:
        return [], [], [], [Fault(file, 0, "", "", "CSV", "not-csv")]
    if not lines or not any(cell.strip() for cell in lines[0]):
        return [], [], [], [Fault(file, 0, "", "", "", "empty-file")]
    header, rows, numbers, faults = lines[0], [], [], []
    for number, line in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(header):
            faults.append(Fault(file, number, "", str(len(line)), str(len(header)), "ragged-row"))
        rows.append((line + [""] * len(header))[: len(header)])
        numbers.append(number)
    return header, rows, numbers, faults


def _header_faults(header: list[str], table: Table, file: str) -> list[Fault]:
    needed = [c.name for c in table.columns if not c.optional]
    known = ", ".join(table.names)
    faults = [Fault(file, 1, name, "", name, "missing-column") for name in needed if name not in header]
    for at, name in enumerate(header):
        if name in header[:at]:
            faults.append(Fault(file, 1, name, name, "", "repeated-column"))
        elif name not in table.names:
            faults.append(Fault(file, 1, name, name, known, "unknown-column"))
    return faults


def _text_frame(header: list[str], rows: list[list[str]], table: Table) -> pd.DataFrame:
    """Return the table's columns as text; a column the file lacks is blank all the way down."""
    cells = {name: [row[header.index(name)] for row in rows] for name in table.names if name in header}
    blank = [""] * len(rows)
    return pd.DataFrame({name: pd.Series(cells.get(name, blank), dtype="str") for name in table.names})


def convert(text: pd.Series, column: Column) -> tuple[pd.Series, dict[str, list[int]]]:
    """Turn a column of text into values; return them with the positions of bad cells by fault code.

    A cell that cannot be read becomes blank, so that one fault does not bring others with it.
    """
    reader: Callable[[pd.Series], tuple[pd.Series, dict[str, pd.Series]]] = {
        "date": _dates,
        "count": _whole_numbers,
        "year_be": _whole_numbers,
        "money": _decimals,
        "share": _decimals,
    }.get(column.kind, _as_it_stands)
    values, wrong = reader(text)
    return values, {code: list(bad.to_numpy().nonzero()[0]) for code, bad in wrong.items() if bad.any()}


def _as_it_stands(text: pd.Series) -> tuple[pd.Series, dict[str, pd.Series]]:
    return text, {}


def _dates(text: pd.Series) -> tuple[pd.Series, dict[str, pd.Series]]:
    """Read ISO dates of the Common Era. Years 2400-2699 are Buddhist years written by mistake."""
    filled = text != ""
    shaped = text.str.fullmatch(_ISO_DATE)
    year = pd.to_numeric(text.str[:4].where(shaped, "0"))
    buddhist = shaped & year.between(*_SLIPPED_BE)
    usable = shaped & year.between(*_CE)
    days = pd.to_datetime(text.where(usable, None), format="%Y-%m-%d", errors="coerce").astype(DATES)
    return days, {"buddhist-year": buddhist, "bad-date": filled & ~buddhist & days.isna()}


def _whole_numbers(text: pd.Series) -> tuple[pd.Series, dict[str, pd.Series]]:
    whole = text.str.fullmatch(_WHOLE)
    broken = text.str.fullmatch(_DECIMAL) & ~whole
    numbers = pd.to_numeric(text.where(whole, None)).astype("Int64")
    return numbers, {"not-whole": broken, "bad-number": (text != "") & ~whole & ~broken}


def _decimals(text: pd.Series) -> tuple[pd.Series, dict[str, pd.Series]]:
    shaped = text.str.fullmatch(_DECIMAL)
    numbers = pd.to_numeric(text.where(shaped, None)).astype("float64")
    return numbers, {"bad-number": (text != "") & ~shaped}
