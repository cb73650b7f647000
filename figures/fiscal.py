"""The one time axis: fiscal years, 1 October to 30 September, named where they are, not where they begin."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from locales import Reader
from locales.dates import BE_OFFSET, fiscal_year_be, fiscal_year_end, fiscal_year_start

READABLE_YEAR = 34  # px that the number of a year needs for itself


@dataclass(frozen=True)
class Span:
    """The fiscal years (BE) an axis shows, first and last included."""

    first_be: int
    last_be: int

    @property
    def start(self) -> date:
        """Return the first day: 1 October of the first fiscal year."""
        return fiscal_year_start(self.first_be)

    @property
    def end(self) -> date:
        """Return the day after the last: 1 October."""
        return fiscal_year_end(self.last_be) + timedelta(days=1)

    @property
    def years(self) -> range:
        """Return every fiscal year (BE) shown."""
        return range(self.first_be, self.last_be + 1)

    def position(self, day: date) -> float:
        """Return where a day lies, from 0 (start) to 1 (end)."""
        return (day - self.start).days / (self.end - self.start).days

    def year_labels(self, reader: Reader, width: float) -> tuple[list[date], list[str], int]:
        """Return (days in mid-year, years as text in the reader's era, years from one to the next).

        As many as stand clear of each other at this width in px; none that the edges would cut.
        """
        step = ceil(READABLE_YEAR * len(self.years) / width)
        middles = {year: date(year - BE_OFFSET, 4, 1) for year in list(self.years)[::step]}
        edge = READABLE_YEAR / 2 / width
        shown = {year: day for year, day in middles.items() if edge <= self.position(day) <= 1 - edge}
        return list(shown.values()), [reader.year(year) for year in shown], step


def span_of(days: list[date]) -> Span:
    """Return the whole fiscal years that hold all these days. Raises ValueError for no day."""
    return Span(fiscal_year_be(min(days)), fiscal_year_be(max(days)))
