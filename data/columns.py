"""The small words a schema is written in: a column, a row rule, a table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

Kind = Literal["text", "code", "province", "date", "count", "year_be", "money", "share"]

# How a kind is held in memory once it was read; blanks are "", NaT, <NA> and NaN.
DTYPES: dict[str, str] = {
    "text": "str",
    "code": "str",
    "province": "str",
    "date": "datetime64[us]",
    "count": "Int64",
    "year_be": "Int64",
    "money": "float64",
    "share": "float64",
}
DATES = DTYPES["date"]


@dataclass(frozen=True)
class Column:
    """One column of a table.

    required: no row may leave it blank. optional: a file may lack the column altogether.
    refers_to: the table whose key every filled cell must be found in. own: an id that offices give as they like.
    """

    name: str
    kind: Kind = "text"
    required: bool = False
    optional: bool = False
    allowed: tuple[str, ...] = ()
    refers_to: str = ""
    own: bool = False

    @property
    def dtype(self) -> str:
        """The pandas dtype of the column once read."""
        return DTYPES[self.kind]


@dataclass(frozen=True)
class Rule:
    """A named rule about one row: `broken` marks the rows that break it.

    The fault is told at `column`; what was expected is the cell `against` of the same row, or `expected`.
    """

    code: str
    column: str
    broken: Callable[[pd.DataFrame], pd.Series]
    against: str = ""
    expected: str = ""


@dataclass(frozen=True)
class Table:
    """One table: its columns in file order, the key no two rows share, and its row rules.

    documented: documents fill it, so the facts folder must hold its file.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    documented: bool = True

    def column(self, name: str) -> Column:
        """Return a column by its name; KeyError for one the table does not have."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def names(self) -> list[str]:
        """The column names in file order."""
        return [column.name for column in self.columns]


def text(
    name: str, *, required: bool = False, optional: bool = False, allowed: tuple[str, ...] = ()
) -> Column:
    """Declare a column of free text, or of one of a few words."""
    return Column(name, "text", required, optional, allowed)


def code(name: str, *, required: bool = False) -> Column:
    """Declare a column of codes that other tables may name."""
    return Column(name, "code", required)


def own_code(name: str) -> Column:
    """Declare the column of ids that offices give their records: any letters and signs but those of markup."""
    return Column(name, "code", required=True, own=True)


def ref(name: str, table: str, *, required: bool = False) -> Column:
    """Declare a column whose filled cells are keys of another table."""
    return Column(name, "code", required, refers_to=table)


def province(name: str = "province_code", *, required: bool = False) -> Column:
    """Declare a column of two-digit province codes."""
    return Column(name, "province", required, refers_to="provinces")


def day(name: str, *, required: bool = False, optional: bool = False) -> Column:
    """Declare a column of ISO dates, Common Era."""
    return Column(name, "date", required, optional)


def number(name: str, kind: Kind = "count", *, required: bool = False) -> Column:
    """Declare a column of numbers: count, year_be, money (baht) or share (0 to 1)."""
    return Column(name, kind, required)


def table_message(table: str) -> str:
    """Return the message that names a table: project_locations -> data-table-project-locations."""
    return f"data-table-{table.replace('_', '-')}"


def column_message(column: str) -> str:
    """Return the message that names a column: province_code -> column-province-code."""
    return f"column-{column.replace('_', '-')}"
