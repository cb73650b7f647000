"""What the reader has chosen. Every field comes from a visible control and stands in the URL."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

LEVELS = ("province", "group")
EVIDENCE = ("all", "documented")
DEFAULT_ASOF = date(2011, 5, 26)  # the day of the one documented count of representatives
DEFAULT_SINCE = date(2010, 5, 26)  # one year before it: what changes are counted from
FIRST_DAY = date(2003, 1, 1)
LAST_DAY = date(2026, 9, 30)  # end of the last complete fiscal year


@dataclass(frozen=True)
class Selection:
    """One frozen set of choices; hashable, so that a measure can be remembered by it.

    groups: group_code of the scheme in force on `asof`; empty means the whole country.
    area: a province_code or a group_code, or None.
    since: the earlier end of a period; None where one day is asked about. What is asked of a period is what changed.
    """

    asof: date = DEFAULT_ASOF
    groups: tuple[str, ...] = ()
    area: str | None = None
    phase: str | None = None
    programme: str | None = None
    agency: str | None = None
    measure: str = "coverage"
    level: str = "province"
    evidence: str = "all"
    since: date | None = None

    def but(self, **changes: Any) -> "Selection":
        """Return the same choices with some of them changed."""
        return replace(self, **changes)


def compared_with(asof: date, since: date | None = None) -> date:
    """Return the earlier day that changes are counted from, on screen and in files: the one asked for or the default,
    a year before `asof` where that is no earlier day."""
    earlier = since or DEFAULT_SINCE
    if earlier < asof:
        return earlier
    return max(FIRST_DAY, asof.replace(year=asof.year - 1, day=min(asof.day, 28)))
