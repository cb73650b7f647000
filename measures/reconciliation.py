"""Published totals beside what the records give, so that a reader can see where they part.

A figure that agrees only because illustrative rows were fitted to it proves nothing: `computed_evidence`
says what the computed value rests on, and `documented_value` what the documented rows alone would give.
"""

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd

from data.cube import book
from data.records import Records
from geo import calendar
from locales.dates import fiscal_year_be
from measures import attendance, coverage, evidence, workshops
from measures.memory import remembered
from measures.selection import Selection

ABOUT = 0.05  # "about 400" is met by 380 to 420
COLUMNS = [
    "observation_id", "indicator", "scope", "unit", "value", "qualifier", "as_of", "date_precision",
    "source_id", "quote", "note", "computed", "computed_evidence", "documented_value", "verdict", "reason",
]  # fmt: skip
OWN_COUNT = "compiled"  # a statement that was counted from these very files: it tests them, no document does
# Documents never list all workshops: fewer groups than stated is a gap in sources, no contradiction.
LOWER_BOUNDS = ("groups_with_workshop",)
Result = tuple[float | None, str]  # the number and what it rests on
Compute = Callable[[Records, pd.Series], Result]


@remembered
def compare(records: Records) -> pd.DataFrame:
    """Return one row per observation, in file order.

    Columns: those of the observation; computed (float, NaN), computed_evidence, documented_value (float,
    NaN), verdict (agrees; by_construction: illustrative rows were made to agree; own_count: the statement is a count of
    these very records; differs; cannot_compute; message `verdict-<code>`), reason (message
    `reason-<code>`, "" when documented rows suffice).
    """
    made = []
    for _, row in records.observations.iterrows():
        refused = _refusal(row)
        computed, kind = (None, "") if refused else _COMPUTE[row["indicator"]](records, row)
        stated_only, _ = (None, "") if refused else _COMPUTE[row["indicator"]](records.documented(), row)
        found = verdict(float(row["value"]), row["qualifier"], computed)
        reason = refused or ("illustrative_rows" if evidence.needs_mark(kind) else "")
        if computed is None and not refused:
            reason = "no_record"
        elif found == "differs" and row["indicator"] in LOWER_BOUNDS and kind == evidence.DOCUMENTED:
            found, reason = "cannot_compute", "no_source_yet"
        if found == "agrees" and evidence.needs_mark(kind):
            found = "by_construction"
        elif found == "agrees" and row["source_id"] == OWN_COUNT:
            found = "own_count"
        made.append({
            **row.to_dict(), "computed": computed, "computed_evidence": kind, "documented_value": stated_only,
            "verdict": found, "reason": reason,
        })  # fmt: skip
    return pd.DataFrame(made, columns=COLUMNS).astype({"computed": float, "documented_value": float})


def verdict(stated: float, qualifier: str, computed: float | None) -> str:
    """Return agrees, differs or cannot_compute. "about" allows 5 %, "at least" any number from there up."""
    if computed is None:
        return "cannot_compute"
    if qualifier == "at_least":
        agrees = computed >= stated
    elif qualifier == "about":
        agrees = abs(computed - stated) <= ABOUT * stated
    else:
        agrees = computed == stated
    return "agrees" if agrees else "differs"


def _refusal(row: pd.Series) -> str:
    if "target" in row["indicator"]:
        return "target_not_result"
    if row["indicator"] == "groups_in_scheme" and row["scope"] == "scheme:2546":
        return "members_not_documented"
    if "other counting rule" in row["note"] or row["indicator"] == "places":
        return "other_counting_rule"
    return "" if row["indicator"] in _COMPUTE else "no_record"


def _day(row: pd.Series) -> date:
    """Return the day an observation speaks of: the last one its date may mean."""
    end = {"month": pd.offsets.MonthEnd(0), "year": pd.offsets.YearEnd(0)}.get(row["date_precision"])
    moment = row["as_of"] if end is None else row["as_of"] + end
    return moment.date()


def _representatives(records: Records, row: pd.Series) -> Result:
    if records.representatives.empty:
        return None, ""
    states = coverage.by_province(records, Selection(asof=_day(row)))
    wanted = "covered" if row["indicator"] == "provinces_with_representative" else "uncovered"
    rows = states[states["state"] == wanted]
    return float(len(rows)), evidence.combined(states["evidence"])


def _participants(records: Records, row: pd.Series) -> Result:
    rows = records.participations
    rows = rows[rows["workshop_id"] == row["scope"].removeprefix("workshop:")]
    total = attendance.sum_known(rows["attended_count"])
    return (None, "") if total is None else (float(total), evidence.combined(rows["evidence"]))


def _groups_with_workshop(records: Records, row: pd.Series) -> Result:
    count = workshops.groups_reached(records, Selection(asof=_day(row)), row["scope"])
    return (None, "") if count.value is None else (float(count.value), count.evidence)


def _groups_in_scheme(records: Records, row: pd.Series) -> Result:
    scheme = row["scope"].removeprefix("scheme:")
    return float((records.province_groups["scheme"] == scheme).sum()), evidence.DOCUMENTED


def _provinces_in_groups(records: Records, row: pd.Series) -> Result:
    members = calendar.members_on(records.province_group_members, _day(row))
    return float(members["province_code"].nunique()), evidence.DOCUMENTED


def _provinces_total(records: Records, row: pd.Series) -> Result:
    return float(len(calendar.provinces_on(records.provinces, _day(row)))), evidence.DOCUMENTED


def _days_without_group(records: Records, row: pd.Series) -> Result:
    code = row["scope"].removeprefix("province:")
    born = records.provinces.loc[records.provinces["province_code"] == code, "established_on"].iloc[0]
    members = records.province_group_members
    joined = members.loc[members["province_code"] == code, "valid_from"].min()
    return float((joined - born).days), evidence.DOCUMENTED


def _new_group_names(records: Records, row: pd.Series) -> Result:
    day = _day(row)
    names = records.province_groups.set_index("group_code")["short_name_th"]
    now = calendar.members_on(records.province_group_members, day).set_index("province_code")["group_code"]
    before = calendar.members_on(records.province_group_members, calendar.day_before(day))
    old = before.set_index("province_code")["group_code"].reindex(now.index)
    return float((now.map(names) != old.map(names)).sum()), evidence.DOCUMENTED


def _networks(records: Records, row: pd.Series) -> Result:
    """Count institutions known to have joined by the day; those without a date cannot be placed in time."""
    rows = records.institutions
    rows = rows[rows["joined_on"] <= pd.Timestamp(_day(row))]
    return (float(len(rows)), evidence.combined(rows["evidence"])) if len(rows) else (None, "")


def _provinces_with_network(records: Records, row: pd.Series) -> Result:
    """Count provinces that host or are served by an institution by the day, as far as days are known."""
    rows, day = records.institution_service_areas, pd.Timestamp(_day(row))
    rows = rows[(rows["valid_from"] <= day) & (rows["valid_to"].isna() | (rows["valid_to"] >= day))]
    found = float(rows["province_code"].nunique())
    return (found, evidence.combined(rows["evidence"])) if len(rows) else (None, "")


def _agencies(records: Records, row: pd.Series) -> Result:
    return float(len(records.agencies)), evidence.DOCUMENTED


def _itap_projects(records: Records, row: pd.Series) -> Result:
    cube = book.of(records).cube
    codes, count = cube.cells.codes, cube.cells.count
    hit = (codes["programme"] == cube.code("programme", "itap")) & (
        codes["status"] != cube.code("status", "planned")
    )
    hit &= codes["fiscal_year"] == fiscal_year_be(_day(row))
    pairs = cube.words["source"][np.unique(codes["source"][hit])]
    return (
        (float(count[hit].sum()), evidence.combined(kind for kind, _ in pairs)) if hit.any() else (None, "")
    )


_COMPUTE: dict[str, Compute] = {
    "provinces_with_representative": _representatives,
    "provinces_without_representative": _representatives,
    "participants": _participants,
    "groups_with_workshop": _groups_with_workshop,
    "groups_in_scheme": _groups_in_scheme,
    "provinces_in_groups": _provinces_in_groups,
    "provinces_total": _provinces_total,
    "days_without_group": _days_without_group,
    "provinces_with_new_group_name": _new_group_names,
    "networks": _networks,
    "provinces_with_network": _provinces_with_network,
    "agencies_listed": _agencies,
    "itap_projects": _itap_projects,
}
