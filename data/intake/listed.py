"""What a whole list has in common: read where its title says so, else asked once for the file."""

from __future__ import annotations

import re
from collections.abc import Mapping

from data.columns import Table
from data.intake.beside import COMMON, OFFERED
from data.intake.changes import Question, answer_key
from data.intake.dates import BE_OFFSET, BE_YEARS, CE_YEARS
from data.intake.headers import key_of
from data.intake.plain import plain
from data.intake.units import MONEY_UNITS

LONGEST = 300  # characters of a title that are looked at
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_UNIT = re.compile(
    r"หน่วย(?:นับ|เงิน)? ?[:：=]? ?([^\s)\]:：]{1,20}(?: ?บาท)?)|\(([^()]{1,20})\)|in (thousand|million) baht"
)
_FISCAL = ("ปีงบประมาณ", "ปีงบ", "fiscal year", "fy")


def asks(table: str, column: str) -> str:
    """Return whose answer settles a column of a whole list."""
    return f"list:{table}.{column}"


def key(table: str, column: str) -> str:
    """Return the key of that answer; it holds for every sheet of the file."""
    return answer_key(asks(table, column), "")


def column_of(asked: str) -> str:
    """Return the column that a question about a whole list asks for, "" for another question."""
    return asked.rpartition(".")[2] if asked.startswith("list:") else ""


def unit_in(titles: tuple[str, ...]) -> str:
    """Return the money unit that the rows above the header name, "" for none."""
    for title in titles:
        for found in _UNIT.finditer(plain(title[:LONGEST]).casefold()):
            unit = "".join(part for part in found.groups() if part)
            unit = re.sub(r"หน่วย(?:นับ|เงิน)?|[:：=\s]", "", unit)
            if key_of(unit) in MONEY_UNITS or unit in ("thousand", "million"):
                return unit if key_of(unit) in MONEY_UNITS else f"{unit}baht"
    return ""


def year_in(titles: tuple[str, ...]) -> str:
    """Return the one fiscal year (BE) that the rows above the header name, "" for none or several."""
    years = set()
    for title in titles:
        words = plain(title[:LONGEST]).casefold()
        if not any(word in words for word in _FISCAL):
            continue
        for digits in _YEAR.findall(words):
            year = int(digits)
            if year in BE_YEARS or year in CE_YEARS:
                years.add(year if year in BE_YEARS else year + BE_OFFSET)
    return str(years.pop()) if len(years) == 1 else ""


def columns(table: Table) -> tuple[str, ...]:
    """Return the columns of a table that a whole list may have in common, asked or offered."""
    return (*COMMON.get(table.name, ()), *OFFERED.get(table.name, ()))


def common(
    table: Table,
    mapped: set[str],
    titles: tuple[str, ...],
    answers: Mapping[str, str],
    label: str,
    row: int,
    rows: int,
) -> tuple[dict[str, str], list[Question]]:
    """Return what holds for every row of a sheet, by column, and what must be asked.

    mapped: the columns that headers name. An answer of "" says that it is not stated.
    """
    said, asked = dict[str, str](), list[Question]()
    if not rows:
        return said, asked
    for column in columns(table):
        if column in mapped:
            continue
        answer = answers.get(key(table.name, column))
        if answer is None and column == "fiscal_year_be":
            answer = year_in(titles) or None
        if answer is not None:
            said[column] = answer
        elif column in COMMON.get(table.name, ()):
            asked.append(Question(label, row, column, "", (), asks(table.name, column), rows))
    return said, asked
