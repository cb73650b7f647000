"""The cells of a sheet by schema column."""

from __future__ import annotations

from collections.abc import Mapping

from data.intake.dates import month_alone
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan
from data.intake.ranges import split_days
from data.schema import TABLES


class Cells:
    """The cells of a sheet by schema column; two days in one cell are parted where the list has no last day."""

    def __init__(self, sheet: RawSheet, plan: SheetPlan) -> None:
        self._sheet, self._plan = sheet, plan
        self._made: dict[str, list[str]] = {}
        self._months: set[int] = set()
        names = plan.columns.values()
        for first, last in (("start_date", "end_date"), ("started_on", "ended_on"), ("date", "end_date")):
            if first in names and last not in names and plan.table and last in TABLES[plan.table].names:
                self._part(first, last)

    def header_of(self, column: str) -> str:
        """Return the header under which a column stands, "" for none."""
        return self._plan.header_of(column) or (
            self._plan.header_of(self._first) if column in self._made else ""
        )

    def of(self, column: str) -> list[str]:
        """Return the cells of a column."""
        if column in self._made:
            return self._made[column]
        at = self._sheet.header.index(self._plan.header_of(column))
        return [row[at] for row in self._sheet.rows]

    def precisions(self, text: Mapping[str, list[str]]) -> list[str]:
        """Return how well each row's first day is known: a month alone is its first day, and says so."""
        days = text.get("start_date") or text.get("date") or []
        return ["" if not day else "month" if at in self._months else "day" for at, day in enumerate(days)]

    def _part(self, first: str, last: str) -> None:
        cells = self.of(first)
        parted = {cell: split_days(cell) for cell in dict.fromkeys(cells)}
        has_precision = "date_precision" in TABLES[self._plan.table or ""].names
        months = {cell: month for cell in parted if has_precision and (month := month_alone(cell))}
        self._months = {at for at, cell in enumerate(cells) if cell in months}
        if any(begin for begin, _ in parted.values()) or months:
            self._first = first
            self._made[last] = [parted[cell][1] for cell in cells]
            self._made[first] = [months.get(cell) or parted[cell][0] or cell for cell in cells]
