"""What reads the cells of a column: by its kind, its header and the officer's answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from data.columns import Column
from data.intake import clusters
from data.intake.changes import Question, answer_key
from data.intake.dates import read_date
from data.intake.headers import key_of, understand_header
from data.intake.listed import unit_in
from data.intake.names import Names, read_province, read_reference
from data.intake.normalised import Normalised
from data.intake.numbers import read_number, read_year
from data.intake.plain import plain, tidy
from data.intake.reading import Reading
from data.intake.units import MONEY_UNITS
from data.intake.words import read_word

LONGEST_CODE = 200  # characters of an id that are looked at
Read = Callable[[str], Reading]


def reader_of(
    result: Normalised, column: Column, header: str, cells: list[str], names: Mapping[str, Names],
    answers: Mapping[str, str], serials: bool,
) -> Read:  # fmt: skip
    """Return the function that reads the cells of a column."""
    if column.kind == "province":
        return lambda cell: read_province(cell, names["provinces"])
    if column.refers_to:
        return lambda cell: read_reference(cell, names[column.refers_to])
    if column.allowed:
        return lambda cell: read_word(cell, column)
    if column.kind == "date":
        return lambda cell: read_date(cell, serials=serials)
    if column.kind == "year_be":
        return read_year
    if column.kind in ("count", "money", "share"):
        return _number_reader(result, column, header, cells, answers)
    if column.own:
        known = names.get(result.table.name)
        return lambda cell: read_own_code(cell, known)
    if clusters.COLUMNS.get(result.table.name) == column.name:
        return lambda cell: _spelled(column, cell, answers)
    return read_code if column.kind == "code" else read_text


def _spelled(column: Column, cell: str, answers: Mapping[str, str]) -> Reading:
    """Return a title or a name, in the spelling that an officer chose for it."""
    said = answers.get(clusters.key(column.name, cell))
    return read_text(cell) if said is None else Reading(said, "answer")


def _number_reader(
    result: Normalised, column: Column, header: str, cells: list[str], answers: Mapping[str, str]
) -> Read:
    """Return the function that reads numbers: unit and per cent as header, title or officer say for the column."""
    meant = understand_header(header)
    factor, rule = meant.factor, "header-unit"
    if column.kind == "money" and factor is None and (unit := unit_in(result.sheet.titles)):
        factor, rule = MONEY_UNITS[key_of(unit)], "title-unit"
    percent = meant.percent and column.kind == "share"
    if percent and not _beyond_one(cells):
        said = answers.get(answer_key(f"percent:{column.name}", header))
        if said is None:
            filled = [row for row, cell in zip(result.sheet.row_numbers, cells, strict=True) if cell.strip()]
            if filled:
                asks = f"percent:{column.name}"
                result.questions.append(
                    Question(result.label, filled[0], column.name, header, ("1", "0.01"), asks, len(filled))
                )
                result.open_cells |= {(row, column.name) for row in filled}
        percent = said == "0.01"

    def read(cell: str) -> Reading:
        reading = read_number(cell, column.kind, factor, percent, rule)
        # What a dash means in one column it need not mean in another.
        return replace(reading, asks=f"number:{column.name}") if reading.asks == "number" else reading

    return read


def read_own_code(cell: str, known: Names | None) -> Reading:
    """Return an id that an office gave, as it is written; one of the release where only its spelling differs."""
    written = re.sub(r"\s+", " ", tidy(cell[:LONGEST_CODE]))
    if known is not None and written not in known.codes and (code := known.spelt(written)):
        return Reading(code, "code-form")
    return Reading(written, "" if written == cell else "space")


def _beyond_one(cells: list[str]) -> bool:
    """Say whether a column headed per cent really counts in hundredths: some number in it is over 1."""
    for cell in dict.fromkeys(cells):
        number = re.fullmatch(r"([0-9]+(?:\.[0-9]+)?)", plain(cell)) if len(cell) <= 100 else None
        if number and float(number[1]) > 1:
            return True
    return False


def read_text(cell: str) -> Reading:
    """Return free text without blank ends and invisible characters."""
    written = tidy(cell)
    return Reading(written, "" if written == cell else "space")


def read_code(cell: str) -> Reading:
    """Return a code in small letters; what else is wrong with it the schema's own check tells."""
    written = plain(cell).casefold() if cell else cell
    if written == cell:
        return Reading(cell)
    return Reading(written, "space" if written == cell.strip() else "code-form")
