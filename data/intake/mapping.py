"""What a book means: which table each sheet is, and which column each header."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.columns import Table
from data.intake.beside import columns_of, spared
from data.intake.contents import ending
from data.intake.files import Book
from data.intake.headers import columns_meant, key_of, table_meant
from data.intake.layout import RawSheet
from data.intake.spellings import CARRIED, NUMBERING
from data.schema import TABLES

PASSED_OVER = (*CARRIED, *NUMBERING)  # headers that are no data and need no word
SUPPLIED = ("source_id",)  # what the officer may name once for the whole file
HINT = 0.1  # what the name of a sheet or file adds to how well a table fits: content beats it
SAYING = 0.05  # what a header adds that speaks of the table's own things
_OWN_WORDS = {"projects": ("โครงการ", "project"), "workshops": ("ประชุม", "สัมมนา", "workshop"), "plans": ("แผน", "plan"),
              "representatives": ("ผู้แทน", "แต่งตั้ง", "representative"), "institutions": ("สถาบัน", "institution")}  # fmt: skip
ENOUGH = 0.5  # of the required columns a sheet must have before it is taken for a table


@dataclass(frozen=True)
class Choice:
    """What an officer says a sheet is: a table ("" to leave the sheet out, None to have it understood).

    columns: header -> column, or "" to leave the header out; headers not named here are understood.
    """

    table: str | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetPlan:
    """How one sheet will be read.

    table: None when no table fits or the officer left it out. columns: every header -> column or None.
    missing: required columns that no header names. unknown: headers that will not be read.
    repeated: headers that name a column another header names too. confidence: 0 to 1.
    """

    sheet: str
    table: str | None
    columns: Mapping[str, str | None]
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    confidence: float = 0.0

    def header_of(self, column: str) -> str:
        """Return the header that names a column, "" when none does."""
        return next((header for header, found in self.columns.items() if found == column), "")


def understand(book: Book, choices: Mapping[str, Choice] | None = None) -> tuple[SheetPlan, ...]:
    """Return a plan per sheet of a book, in its order. An officer's choice is stronger than any reading."""
    choices = choices or {}
    return tuple(_plan(book, sheet, choices.get(sheet.name, Choice())) for sheet in book.sheets)


def _plan(book: Book, sheet: RawSheet, choice: Choice) -> SheetPlan:
    if choice.table == "":
        return SheetPlan(sheet.name, None, dict.fromkeys(sheet.header), unknown=sheet.header)
    stem = book.name.removesuffix(ending(book.name))
    hinted = table_meant(sheet.name) or (table_meant(stem) if len(book.sheets) == 1 else "")
    chosen = [choice.table] if choice.table in TABLES else []
    candidates = list(TABLES) if choice.table is None else chosen
    left_out = SheetPlan(sheet.name, None, dict.fromkeys(sheet.header), unknown=sheet.header)
    plans = [_read_as(sheet, TABLES[name], choice) for name in candidates]
    if choice.table is not None:
        return plans[0] if plans else left_out
    fitting = [plan for plan in plans if plan.confidence >= ENOUGH]
    # Only where no table fits by what the sheet holds does its name alone decide.
    fitting = fitting or [plan for plan in plans if plan.table == hinted and plan.confidence > 0]
    return max(fitting, key=lambda plan: _score(plan, sheet, hinted), default=left_out)


def _score(plan: SheetPlan, sheet: RawSheet, hinted: str) -> float:
    words = _OWN_WORDS.get(plan.table or "", ())
    says = any(word in header.casefold() for header in sheet.header for word in words)
    return plan.confidence + (HINT if plan.table == hinted else 0.0) + (SAYING if says else 0.0)


def _read_as(sheet: RawSheet, table: Table, choice: Choice) -> SheetPlan:
    """Read the headers as columns of one table; the surest header wins a column, the others are told."""
    order = columns_of(table)
    names = set(order)
    claims: dict[str, list[tuple[int, str]]] = {}
    columns: dict[str, str | None] = dict.fromkeys(sheet.header)
    for header in sheet.header:
        if header in choice.columns:
            continue
        meant = {name: sure for name, sure in _meant(header).items() if name in names}
        # A spelling may stand for several columns; it goes to the first that is still free.
        for name in sorted(meant, key=lambda n: (-meant[n], order.index(n))):
            claims.setdefault(name, []).append((meant[name], header))
    chosen = {column: header for header, column in choice.columns.items() if column and column in names}
    for column, header in chosen.items():
        if header in columns:
            columns[header] = column
    repeated = _settle(table, claims, columns)
    mapped = {column for column in columns.values() if column}
    missing = tuple(c.name for c in table.columns
                    if c.required and c.name not in mapped and c.name not in (*SUPPLIED, *spared(table.name)))  # fmt: skip
    unknown = tuple(h for h, column in columns.items() if column is None and key_of(h) not in PASSED_OVER)
    return SheetPlan(
        sheet.name, table.name, columns, missing, unknown, repeated, _confidence(table, columns, unknown)
    )


def _meant(header: str) -> dict[str, int]:
    """Return what a header may mean; the number behind a repeated one is no part of its name."""
    stem, _, last = header.rpartition(" (")
    if stem and last.rstrip(")").isdigit():
        return columns_meant(stem)
    return columns_meant(header)


def _settle(
    table: Table, claims: dict[str, list[tuple[int, str]]], columns: dict[str, str | None]
) -> tuple[str, ...]:
    """Give each column to its surest header; return headers that had as good a claim and got nothing."""
    taken = {column for column in columns.values() if column}
    losers: dict[str, None] = {}
    for sureness in (3, 2, 1):
        for name in columns_of(table):
            able = [h for sure, h in claims.get(name, []) if sure == sureness and columns[h] is None]
            if not able:
                continue
            if name in taken:
                continue
            columns[able[0]] = name
            taken.add(name)
            losers.update(dict.fromkeys(able[1:]))
    return tuple(header for header in losers if columns[header] is None)


def _confidence(table: Table, columns: Mapping[str, str | None], unknown: tuple[str, ...]) -> float:
    """Return how well a table fits: the share of its required columns found, less what it does not know."""
    mapped = {column for column in columns.values() if column}
    if len(mapped) < min(2, len(columns)):
        return 0.0
    passed = (*SUPPLIED, *spared(table.name))
    required = [c.name for c in table.columns if c.required and c.name not in passed]
    found = sum(name in mapped for name in required) / max(1, len(required))
    known = 1 - len(unknown) / max(1, len(columns))
    rest = len(mapped) / len(table.columns)
    return round(0.6 * found + 0.3 * known + 0.1 * rest, 3)
