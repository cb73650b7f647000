"""Is knowledge growing? Completeness and documented share of a release, as one row of a line over releases."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import pandas as pd

from data.records import Records
from measures import quality
from measures.selection import Selection


@dataclass(frozen=True)
class Standing:
    """How a release stands. filled of wanted: cells; documented of rows: rows of the tables of work."""

    filled: int
    wanted: int
    documented: int
    rows: int


def standing(records: Records, table: str | None = None) -> Standing:
    """Return how a release stands, over all tables of work or one: the sums of the matrix (`quality.completeness`)."""
    frame = quality.completeness(records, Selection())
    own = frame[frame["table"] == table] if table else frame
    names = ("filled_count", "wanted_count", "documented_count", "row_count")
    return Standing(*(int(own[name].sum()) for name in names))


Span = tuple[datetime, datetime | None]  # from when a doubt was open until it was not, None: it still is


def over(releases: Iterable[tuple[int, datetime, Standing]], doubts: Iterable[Span]) -> pd.DataFrame:
    """Return a row per release, oldest first: number, published_at, filled_pct, documented_pct, open_doubts.

    releases: number, moment and standing of each. Percentages are NaN where there is nothing to fill or no row. open_doubts:
    those that were open when the next release came, or are now.
    """
    listed, spans = sorted(releases, key=lambda one: one[0]), list(doubts)
    ends = [when for _, when, _ in listed[1:]] + [None]
    made = []
    for (number, when, own), end in zip(listed, ends, strict=True):
        made.append({
            "number": number, "published_at": when,
            "filled_pct": own.filled / own.wanted * 100 if own.wanted else float("nan"),
            "documented_pct": own.documented / own.rows * 100 if own.rows else float("nan"),
            "open_doubts": sum(_is_open(one, end) for one in spans),
        })  # fmt: skip
    return pd.DataFrame(
        made, columns=["number", "published_at", "filled_pct", "documented_pct", "open_doubts"]
    )


def _is_open(span: Span, at: datetime | None) -> bool:
    began, ended = span
    return ended is None if at is None else began < at and (ended is None or ended >= at)
