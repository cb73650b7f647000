"""Rows of totals held against the sum of their rows: agreed is said, a difference is a doubt."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from data.intake.headers import key_of, understand_header
from data.intake.listed import unit_in
from data.intake.normalised import Normalised
from data.intake.notes import Note
from data.intake.numbers import read_number
from data.intake.suspicions import Suspicion
from data.intake.units import MONEY_UNITS

_SLACK = 0.005  # what rounding in a unit may leave, of one of it


def compare(reading: Normalised, values: pd.DataFrame) -> tuple[list[Note], list[Suspicion]]:
    """Return notes on totals that agree and doubts about those that do not.

    A total is that of all rows, or of the rows since the total before it.
    """
    notes, doubts = list[Note](), list[Suspicion]()
    for column, row, total, unit in _totals(reading):
        lines = pd.Series(reading.sheet.row_numbers)
        numbers = values[column].astype("float64").fillna(0).reset_index(drop=True)
        above = [n for n, _ in reading.sheet.totals if n < row]
        since = numbers[(lines > max(above, default=0)) & (lines < row)].sum()
        every = numbers[lines < row].sum() if (lines < row).any() else numbers.sum()
        slack = _SLACK * unit * max(1, len(lines))
        if any(abs(total - sum_) <= slack for sum_ in (since, every, numbers.sum())):
            notes.append(Note("total-agrees", rows=(row,), read=f"{total:,.0f}"))
        else:
            header = reading.plan.header_of(column) or column
            doubts.append(
                Suspicion(reading.label, row, header, f"{total:,.2f}", f"{every:,.2f}", "total-differs")
            )
    return notes, doubts


def _totals(reading: Normalised) -> Iterator[tuple[str, int, float, float]]:
    """Yield column, line, the total in written units and what one written unit is worth."""
    sheet, plan = reading.sheet, reading.plan
    title = unit_in(sheet.titles)
    for header, name in plan.columns.items():
        if (
            not name
            or name not in reading.table.names
            or reading.table.column(name).kind not in ("money", "count")
        ):
            continue
        if name in ("round_no", "display_order"):
            continue
        column, at = reading.table.column(name), sheet.header.index(header)
        factor = understand_header(header).factor
        if factor is None and column.kind == "money" and title:
            factor = MONEY_UNITS[key_of(title)]
        for row, cells in sheet.totals:
            said = read_number(cells[at], column.kind, factor)
            if said.text and not said.fault and not said.asks:
                yield name, row, float(said.text), float(factor or 1)
