"""What the map of projects says of a set of records: to be told before and after, when a list is about to come in."""

from dataclasses import dataclass
from datetime import date

from data.records import Records
from measures.projects import explorer, places
from measures.projects.query import ProjectQuery
from measures.selection import Selection


@dataclass(frozen=True)
class OnMap:
    """Projects begun by a day. project_count: all of them; stated_count: those that documents state; unplaced_count:
    those of which nobody says where; allocated_baht: NaN where none states a sum; area_count: provinces that have any,
    of `of` on that day.
    """

    project_count: int
    stated_count: int
    unplaced_count: int
    allocated_baht: float
    area_count: int
    of: int


def told(records: Records, day: date) -> OnMap:
    """Return what the map shows of a day."""
    every = ProjectQuery(Selection(day))
    totals = explorer.totals(records, every)
    stated = explorer.totals(records, ProjectQuery(Selection(day, evidence="documented")))
    areas = places.by_area(records, every, "projects")
    own = areas["value"].fillna(0) > 0
    return OnMap(
        totals.project_count, stated.project_count, totals.no_place.project_count, totals.attributed.allocated_baht,
        int(own.sum()), len(areas),
    )  # fmt: skip


def day_for(records: Records, today: date) -> date:
    """Return the day on which what documents say of projects is all there: the end of its newest fiscal year."""
    years = records.projects.loc[records.projects["evidence"] == "documented", "fiscal_year_be"].dropna()
    return min(today, date(int(years.max()) - 543, 9, 30)) if len(years) else today
