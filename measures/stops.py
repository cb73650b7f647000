"""The days at which a time rail stops, and the days on which something happened."""

from datetime import date, timedelta

import pandas as pd

from data.records import Records
from measures import dates, evidence
from measures.memory import remembered
from measures.selection import FIRST_DAY, LAST_DAY, Selection

HELD = ("appointed_on", "ended_on")
STAGES = ("needs_collected_on", "drafted_on", "approved_on", "in_provincial_plan_on")


@remembered
def stops(records: Records, selection: Selection) -> tuple[date, ...]:
    """Return the days worth stopping at, in order: those of the as-of control and each change of a representative.

    Of a selection `evidence` and `since` matter: a period ends on a day after its beginning. Between two stops the
    map of representatives does not change.
    """
    known = {day.date() for day in dates.steps(records)["day"]}
    rows = evidence.seen(records, selection).representatives
    for column in HELD:
        known |= {day.date() for day in rows[column].dropna()}
    first = selection.since or FIRST_DAY - timedelta(days=1)
    return tuple(sorted(day for day in known if first < day <= LAST_DAY))


@remembered
def ticks(records: Records, selection: Selection) -> pd.DataFrame:
    """Return each day on which a record says that something happened: day (datetime64), documented (bool), count.

    Meetings, appointments, stages of plans and milestones known to the day; a day is documented when one of its
    events is.
    """
    seen = evidence.seen(records, selection)
    exact = [frame[frame["date_precision"] == "day"] for frame in (seen.workshops, seen.milestones)]
    parts = [exact[0].rename(columns={"start_date": "day"}), exact[1].rename(columns={"date": "day"})]
    parts += [seen.representatives.rename(columns={column: "day"}) for column in HELD]
    parts += [seen.plans.rename(columns={column: "day"}) for column in STAGES]
    found = pd.concat([part[["day", "evidence"]] for part in parts], ignore_index=True).dropna()
    found = found[found["day"].between(str(FIRST_DAY), str(LAST_DAY))]
    stated = found.assign(documented=found["evidence"] == evidence.DOCUMENTED).groupby("day")["documented"]
    return pd.DataFrame({"documented": stated.any(), "count": stated.size()}).reset_index()
