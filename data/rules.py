"""Row rules: what must hold between the cells of one row, each under the name of its fault."""

import pandas as pd

from data.columns import Rule

COVERED_BY_DAY = ("day", "month")  # precisions that settle the fiscal year


def fiscal_years(days: pd.Series) -> pd.Series:
    """Return the fiscal year (BE) of each day: CE year + 543, and one more from October on."""
    return (days.dt.year + 543 + (days.dt.month >= 10)).astype("Int64")


def in_order(earlier: str, later: str, code: str) -> Rule:
    """One day never comes before another; either may be unknown."""
    return Rule(code, later, lambda rows: rows[later] < rows[earlier], against=earlier)


def end_before_start(start: str, end: str) -> Rule:
    """A span may be open, but never end before it starts."""
    return in_order(start, end, "end-before-start")


def year_of_date(start: str) -> Rule:
    """The stated fiscal year is the one the first day falls in, where that day is known well enough."""

    def broken(rows: pd.DataFrame) -> pd.Series:
        wrong = (rows["fiscal_year_be"] != fiscal_years(rows[start])).fillna(False).astype(bool)
        if "date_precision" in rows:
            wrong &= rows["date_precision"].isin(COVERED_BY_DAY)
        return wrong

    return Rule("year-date", "fiscal_year_be", broken, against=start)


def _overspent(rows: pd.DataFrame) -> pd.Series:
    return rows["disbursed_baht"] > rows["allocated_baht"]


def _started_though_planned(rows: pd.DataFrame) -> pd.Series:
    return (rows["status"] == "planned") & (rows["disbursed_baht"] > 0)


def no_start(rows: pd.DataFrame) -> pd.Series:
    """Say where a project that has begun by its status names no first day."""
    return rows["status"].isin(["running", "completed", "cancelled"]) & rows["started_on"].isna()


def no_end(rows: pd.DataFrame) -> pd.Series:
    """Say where a completed project names no last day."""
    return (rows["status"] == "completed") & rows["ended_on"].isna()


def _place_missing(rows: pd.DataFrame) -> pd.Series:
    return rows["precision"].isin(["province", "group"]) & (rows["province_code"] == "")


def _place_too_many(rows: pd.DataFrame) -> pd.Series:
    return (rows["precision"] == "nationwide") & (rows["province_code"] != "")


def _group_missing(rows: pd.DataFrame) -> pd.Series:
    return (rows["scope"] == "group") & (rows["group_code"] == "")


def _group_too_many(rows: pd.DataFrame) -> pd.Series:
    return (rows["scope"] != "group") & (rows["group_code"] != "")


PROJECT_RULES = (
    end_before_start("started_on", "ended_on"),
    year_of_date("started_on"),
    Rule("disbursed-over-allocated", "disbursed_baht", _overspent, against="allocated_baht"),
    Rule("spent-though-planned", "disbursed_baht", _started_though_planned),
)
LOCATION_RULES = (
    Rule("place-missing", "province_code", _place_missing, against="precision"),
    Rule("place-not-wanted", "province_code", _place_too_many, against="precision"),
)
WORKSHOP_RULES = (
    end_before_start("start_date", "end_date"),
    year_of_date("start_date"),
    Rule("group-missing", "group_code", _group_missing, against="scope"),
    Rule("group-not-wanted", "group_code", _group_too_many, against="scope"),
)
STAGES = ("needs_collected_on", "drafted_on", "approved_on", "in_provincial_plan_on")
PLAN_RULES = tuple(
    in_order(earlier, later, "stage-order") for i, earlier in enumerate(STAGES) for later in STAGES[i + 1 :]
)
