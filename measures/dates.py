"""The days worth stopping at: ends of fiscal years and days that documents name."""

from datetime import date

import pandas as pd

from data.records import Records
from geo import calendar
from locales.dates import fiscal_year_end
from measures.memory import remembered
from measures.selection import FIRST_DAY, LAST_DAY

FISCAL_YEARS = range(2546, 2559)  # from the year before phase 1 to the last year of phase 3
KINDS = ("mou", "law", "cabinet_resolution")


@remembered
def steps(records: Records) -> pd.DataFrame:
    """Return one row per day for the as-of control, in order.

    Columns: day (datetime64), kind (fiscal_year, milestone, observation), message (id of the label,
    `date-step-<kind>`), fiscal_year_be (NA unless fiscal_year), milestone_id, title_th, title_en (""
    unless a milestone names the day), source_id. On one day the documented count comes before a
    milestone, and a milestone before the end of a fiscal year.
    """
    rows = [_observations(records), _milestones(records), _years()]
    found = pd.concat(rows, ignore_index=True).drop_duplicates("day")
    found = found.fillna({"milestone_id": "", "title_th": "", "title_en": "", "source_id": ""})
    found["message"] = ["date-step-" + kind.replace("_", "-") for kind in found["kind"]]
    columns = [
        "day",
        "kind",
        "message",
        "fiscal_year_be",
        "milestone_id",
        "title_th",
        "title_en",
        "source_id",
    ]
    return found.astype({"fiscal_year_be": "Int64"}).sort_values("day", ignore_index=True)[columns]


def _years() -> pd.DataFrame:
    days = pd.to_datetime([fiscal_year_end(year) for year in FISCAL_YEARS]).astype("datetime64[us]")
    return pd.DataFrame({"day": days, "kind": "fiscal_year", "fiscal_year_be": list(FISCAL_YEARS)})


def _milestones(records: Records) -> pd.DataFrame:
    """Return day-exact milestones: agreements, laws, resolutions, and days on which the map changed."""
    rows = records.milestones.rename(columns={"date": "day"})
    changes = pd.to_datetime(calendar.change_days(records.provinces, records.province_group_members))
    wanted = rows["kind"].isin(KINDS) | rows["day"].isin(changes)
    wanted &= rows["date_precision"].eq("day") & rows["day"].between(str(FIRST_DAY), str(LAST_DAY))
    return rows.loc[wanted, ["day", "milestone_id", "title_th", "title_en", "source_id"]].assign(
        kind="milestone"
    )


def _observations(records: Records) -> pd.DataFrame:
    rows = records.observations.rename(columns={"as_of": "day"})
    rows = rows[rows["indicator"].eq("provinces_with_representative") & rows["date_precision"].eq("day")]
    return rows[["day", "source_id"]].assign(kind="observation")


def stations(records: Records) -> list[date]:
    """Return the four days a story of the representatives stops at: the start of the role, the documented count,
    the ends of phases 2 and 3."""
    programmes, observed = records.programmes, _observations(records)
    start = programmes.loc[programmes["programme_code"] == "representative", "started_on"]
    ends = records.phases.loc[records.phases["phase_code"].isin(["phase-2", "phase-3"]), "end_date"]
    return sorted({day.date() for day in [*start, *observed["day"], *ends]})
