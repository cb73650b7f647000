"""How far the records reach in time."""

from datetime import date

from data.cube import book
from data.records import Records
from data.remember import lru_cache

EVENTS = {
    "representatives": ("appointed_on", "ended_on"),
    "workshops": ("start_date",),
    "projects": ("started_on", "ended_on"),
    "plans": ("needs_collected_on", "drafted_on", "approved_on", "in_provincial_plan_on"),
}


@lru_cache(maxsize=16)
def last_record(records: Records) -> date | None:
    """Return the day of the last thing the records tell of, inside the three phases; None without records.

    What came after phase 3 (the 2022 workshop) does not make the other tables fresh, so it does not count.
    """
    end = records.phases["end_date"].max()
    days = []
    for table, columns in EVENTS.items():
        if table == "projects":
            days.append(book.of(records).last_day(end))
            continue
        frame = getattr(records, table)
        days += [frame.loc[frame[column] <= end, column].max() for column in columns]
    known = [day for day in days if day == day]
    return max(known).date() if known else None


def said_if_past(records: Records, asof: date) -> date | None:
    """Return the day of the last record if `asof` lies beyond it, else None."""
    last = last_record(records)
    return last if last is not None and asof > last else None
