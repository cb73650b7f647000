"""A column's cells read, each different text once: faults, changes and questions."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from data.columns import Column
from data.faults import Fault
from data.intake.cell_readers import Read
from data.intake.changes import ColumnChanges, Question, answer_key
from data.intake.normalised import Normalised
from data.intake.plain import tidy
from data.intake.reading import Reading


def _is_lost(cell: str) -> bool:
    """Say whether the letters of a cell were lost before it came here: replaced, or all of them question marks."""
    return "\ufffd" in cell or ("???" in cell and not cell.replace("?", "").strip())


def read_column(
    result: Normalised, column: Column, cells: list[str], read: Read, answers: Mapping[str, str], broken: set[int]
) -> list[str]:  # fmt: skip
    """Read a column, each different text once; faults, changes and questions go into the result."""
    readings: dict[str, Reading] = {}
    for cell in dict.fromkeys(cells):
        reading = Reading(cell, fault="lost-characters") if _is_lost(cell) else read(cell)
        if reading.asks:
            reading = _answered(result, reading, cell, answers, read)
        if reading.rule or reading.fault or reading.asks:
            readings[cell] = reading
    if not readings and not broken:
        return cells
    asked: dict[str, list[int]] = {}
    changes = ColumnChanges(result.label, column.name, array("l"), [], readings)
    became = []
    for row, cell in zip(result.sheet.row_numbers, cells, strict=True):
        found = readings.get(cell)
        if row in broken or found is None:
            became.append("" if row in broken else cell)
            continue
        became.append("" if found.fault or found.asks else found.text)
        if found.fault:
            result.faults.append(Fault(result.label, row, column.name, cell, found.expected, found.fault))
        elif found.asks:
            asked.setdefault(cell, []).append(row)
            result.open_cells.add((row, column.name))
        else:
            changes.rows.append(row)
            changes.read.append(cell)
    if changes.rows:
        result.changes.append(changes)
    for cell, rows in asked.items():
        reading = readings[cell]
        result.questions.append(
            Question(result.label, rows[0], column.name, cell, reading.suggestions, reading.asks, len(rows))
        )
    return became


def _answered(
    result: Normalised, reading: Reading, cell: str, answers: Mapping[str, str], read: Read
) -> Reading:
    """Return the reading of the officer's answer, where there is one."""
    key = answer_key(reading.asks, cell)
    answer = answers.get(key, answers.get(tidy(cell)))
    if answer is None:
        # A fault an answer could settle stays a fault until there is one.
        return reading if not reading.fault else Reading(cell, fault=reading.fault, expected=reading.expected)
    said = Reading("") if answer == "" else read(answer)
    if said.fault or said.asks:
        expected = ", ".join(reading.suggestions) or reading.expected or reading.asks
        return Reading(cell, fault="bad-answer", expected=expected)
    result.answered[key] = said.text
    return Reading(said.text, "answer")
