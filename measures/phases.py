"""How far each province group came in each phase, step by step.

The documents describe what each phase was for (seed-000); the steps below make that countable:
phase 1 collected needs in workshops; phase 2 sought a model of work with representatives and first plans;
phase 3 tied plans to the provinces' own and put projects on the ground. A phase is judged on the as-of day
or on its last day, whichever is earlier, and by the groups of that day.
"""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from geo import calendar
from locales.dates import fiscal_year_be, fiscal_year_end
from measures import areas, coverage, evidence, plans, workshops
from measures.memory import remembered, remembered_for_every_look
from measures.plain import grouped
from measures.projects import begun
from measures.selection import Selection

STEPS: dict[str, tuple[str, ...]] = {
    "phase-1": ("workshop", "needs"),
    "phase-2": ("workshop", "representative", "plan_drafted"),
    "phase-3": ("workshop", "plan_approved", "plan_in_provincial", "project"),
}
PLAN_RANK = {"needs": 0, "plan_drafted": 1, "plan_approved": 2, "plan_in_provincial": 3}
TABLES = {"workshop": "workshops", "representative": "representatives", "project": "projects"}
COLUMNS = [
    "group_code", "name_th", "name_en", "phase_code", "step_code", "state", "reached_count", "of_count",
    "reached_on", "in_filter", "evidence", "source_ids",
]  # fmt: skip


@remembered_for_every_look
def progress(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per group, phase and step (all, or `selection.phase`).

    Columns: group_code, name_th, name_en, phase_code, step_code, state (reached, partly, not_reached,
    not_reported, not_applicable), reached_count and of_count (provinces, or the one workshop; NA where
    unknown), reached_on (day the last needed thing happened), in_filter, evidence, source_ids.
    """
    parts = []
    for phase_code in _phase_codes(records, selection):
        day = workshops.phase_day(records, selection, phase_code)
        found = _progress_on(records, phase_code, day, selection.evidence)
        groups = workshops.phase_groups(records, selection, phase_code).set_index("area_code")["in_filter"]
        parts.append(found.assign(in_filter=groups.loc[found["group_code"]].to_numpy()))
    return pd.concat(parts, ignore_index=True)[COLUMNS]


def _phase_codes(records: Records, selection: Selection) -> list[str]:
    codes = records.phases["phase_code"].tolist()
    return [code for code in codes if selection.phase in (None, code)]


@lru_cache(maxsize=256)
def _progress_on(records: Records, phase_code: str, day: date, evidence_choice: str) -> pd.DataFrame:
    selection = Selection(asof=day, evidence=evidence_choice)
    groups, made = areas.groups_on(records, day), []
    for step in STEPS.get(phase_code, ("workshop",)):
        rows = provinces_reached(records, selection, phase_code, step)
        by_group = grouped(
            rows, "group_code", ("is_reached", "reached_on", "status", "evidence", "source_id")
        )
        for group in groups.itertuples():
            part = by_group.get(group.area_code, [])
            made.append({"group_code": group.area_code, "name_th": group.name_th, "name_en": group.name_en,
                         "phase_code": phase_code, "step_code": step, **_state(part)})  # fmt: skip
    kinds = {"reached_count": "Int64", "of_count": "Int64", "reached_on": "datetime64[us]"}
    return pd.DataFrame(made).astype(kinds)


def _state(part: list[tuple[Any, ...]]) -> dict[str, object]:
    """Return the state of one group: of rows is_reached, reached_on, status, evidence, source_id."""
    reached, of = sum(row[0] for row in part), len(part)
    unknown = any(row[2] == "not_reported" for row in part)
    gone = all(row[2] == "not_applicable" for row in part)
    made: dict[str, object] = {
        "state": "reached" if reached == of else "partly" if reached else "not_reached",
        "reached_count": reached, "of_count": of, "reached_on": pd.NaT,
        "evidence": evidence.combined(row[3] for row in part),
        "source_ids": evidence.join_sources(row[4] for row in part),
    }  # fmt: skip
    if gone or (unknown and not reached):
        state = "not_applicable" if gone else "not_reported"
        return made | {"state": state, "reached_count": pd.NA, "of_count": of if unknown else pd.NA}
    days = [row[1] for row in part if pd.notna(row[1])]
    return made | {"reached_on": max(days, default=pd.NaT) if reached == of else pd.NaT}


def provinces_reached(records: Records, selection: Selection, phase_code: str, step: str) -> pd.DataFrame:
    """Return what a step needs, one row per province in a group (per group for `workshop`).

    Columns: area_code, group_code, is_reached, reached_on, status ("", not_reported, not_applicable),
    evidence, source_id. Judged on `selection.asof`. Raises KeyError for an unknown step.
    """
    if step == "workshop":
        return _workshop_rows(records, selection, phase_code)
    found = areas.provinces_on(records, selection.asof)[["area_code", "group_code"]]
    found = found[found["group_code"] != ""].reset_index(drop=True)
    seen, day = evidence.seen(records, selection), pd.Timestamp(selection.asof)
    table = TABLES.get(step, "plans")
    # A project may have begun on any day of the phase: only a list that reaches back to its first says that none did.
    since = _start(records, phase_code).date() if step == "project" else None
    absent = _absences(records, selection, table, found["area_code"], since)
    status = ""
    if day < _start(records, phase_code) or (step == "representative" and day < coverage.role_start(records)):
        status = "not_applicable"
    if step in PLAN_RANK:
        rows = plans.reached(seen)
        if not status and not plans.any_reached(records, selection):
            # Before the first plan anywhere nobody recorded such a step: that is silence, not failure.
            status = "not_reported"
        rows = rows[rows["rank"] >= PLAN_RANK[step]]
    elif step == "representative":
        rows = coverage.standing(seen, selection.asof).rename(columns={"start": "reached_on"})
    else:
        asked = Selection(selection.asof, evidence=selection.evidence)
        first = begun.first_begun(records, asked, phase_code, precision="province")
        # A project that names the group alone, or no place at all, may stand in any of its provinces.
        by_group = begun.first_begun(records, asked, phase_code, precision="group")["area_code"]
        hidden = found["area_code"].isin(by_group) | begun.has_unplaced(records, asked.but(phase=phase_code))
        return _joined(found, first, absent, status, hidden)
    return _first_rows(records, selection, found, rows[rows["reached_on"] <= day], absent, status)


def _absences(
    records: Records, selection: Selection, table: str, codes: pd.Series, since: date | None
) -> pd.DataFrame:
    """Return what a row that is not there says of each area: unsaid (nothing), and the evidence and source of a no."""
    told = areas.covered(records, selection, table, codes, since)
    kind, source_id = evidence.of_absence(records, table)
    made = evidence.absence_is_illustrative(records, selection, table)
    return pd.DataFrame({
        "unsaid": [code not in told and not made for code in codes],
        "evidence": [evidence.DOCUMENTED if code in told else kind for code in codes],
        "source_id": [told.get(code, source_id) for code in codes],
    })  # fmt: skip


def _first_rows(
    records: Records, selection: Selection, found: pd.DataFrame, rows: pd.DataFrame, absent: pd.DataFrame,
    status: str,
) -> pd.DataFrame:  # fmt: skip
    """Join each province to the first row that reached the step."""
    codes = areas.then(records, rows["province_code"], selection.asof)
    first = rows.assign(area_code=codes).sort_values("reached_on").drop_duplicates("area_code")
    return _joined(found, first, absent, status)


def _joined(
    found: pd.DataFrame, first: pd.DataFrame, absent: pd.DataFrame, status: str,
    unknown: pd.Series | None = None,
) -> pd.DataFrame:  # fmt: skip
    joined = found.merge(
        first[["area_code", "reached_on", "evidence", "source_id"]], on="area_code", how="left"
    )
    is_reached = joined["reached_on"].notna() & (status != "not_applicable")
    told = pd.Series(status, index=joined.index, dtype="str")
    hidden = absent["unsaid"].to_numpy() | (False if unknown is None else unknown.to_numpy())
    told = told.mask(hidden & (told == ""), "not_reported")
    kinds = [joined[name].fillna("").where(is_reached | (told != ""), absent[name])
             for name in ("evidence", "source_id")]  # fmt: skip
    return joined.assign(
        is_reached=is_reached, status=told.mask(is_reached, ""), evidence=kinds[0], source_id=kinds[1]
    )


def _workshop_rows(records: Records, selection: Selection, phase_code: str) -> pd.DataFrame:
    frame = workshops.by_group_phase(records, selection)
    frame = frame[frame["phase_code"] == phase_code].rename(columns={"first_on": "reached_on"})
    started = pd.Timestamp(selection.asof) >= _start(records, phase_code)
    status = frame["state"].map({"held": "", "no_source": "not_reported", "not_yet": ""})
    return pd.DataFrame(
        {
            "area_code": frame["group_code"],
            "group_code": frame["group_code"],
            "is_reached": frame["state"] == "held",
            "reached_on": frame["reached_on"],
            "status": status if started else "not_applicable",
            "evidence": frame["evidence"],
            "source_id": frame["source_id"],
        }
    ).reset_index(drop=True)


def _start(records: Records, phase_code: str) -> pd.Timestamp:
    rows = records.phases
    return rows.loc[rows["phase_code"] == phase_code, "start_date"].iloc[0]


@remembered_for_every_look
def by_fiscal_year(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the number of groups (in the filter) that had reached each step by the end of each year.

    Columns: fiscal_year_be, phase_code, step_code, state (value, not_reported, not_applicable),
    reached_count, of_count (groups; of_count is NA where the groups stand in for undocumented ones),
    evidence, source_ids. Years from the start of a phase to its end, none after the as-of day's.
    """
    made = []
    for phase in records.phases.itertuples():
        if selection.phase not in (None, phase.phase_code):
            continue
        for year in range(phase.fy_start_be, min(phase.fy_end_be, fiscal_year_be(selection.asof)) + 1):
            day = min(fiscal_year_end(year), selection.asof)
            found = _progress_on(records, phase.phase_code, day, selection.evidence)
            inside = _inside(records, selection, found, day)
            for step, part in found[inside].groupby("step_code", sort=False):
                row = {"fiscal_year_be": year, "phase_code": phase.phase_code, "step_code": step}
                made.append(row | _year_state(part, areas.is_stand_in(records, day)))
    names = ["fiscal_year_be", "phase_code", "step_code", "state", "reached_count", "of_count", "evidence",
             "source_ids"]  # fmt: skip
    return pd.DataFrame(made, columns=names).astype({"reached_count": "Int64", "of_count": "Int64"})


def _inside(records: Records, selection: Selection, found: pd.DataFrame, day: date) -> np.ndarray:
    provinces = areas.provinces_on(records, day)
    inside = provinces.loc[areas.is_inside(records, selection, provinces["area_code"], day), "group_code"]
    return found["group_code"].isin(inside).to_numpy()


def _year_state(part: pd.DataFrame, is_stand_in: bool) -> dict[str, object]:
    made: dict[str, object] = {
        "state": "value", "reached_count": int(part["state"].eq("reached").sum()),
        "of_count": pd.NA if is_stand_in else len(part), "evidence": evidence.combined(part["evidence"]),
        "source_ids": evidence.join_sources(part["source_ids"]),
    }  # fmt: skip
    for gap in ("not_applicable", "not_reported"):
        if part["state"].eq(gap).all():
            return made | {"state": gap, "reached_count": pd.NA}
    return made


@remembered
def stated(records: Records, phase_code: str) -> pd.DataFrame:
    """Return what documents state about a phase as a whole: indicator, value, unit, qualifier, as_of,
    date_precision, groups_then (groups of the scheme in force at its end), source_id, quote, note, evidence.

    Phase 1 is stated to have covered 18 groups while 19 existed: show the two numbers, never a percentage.
    """
    rows = records.observations[records.observations["scope"] == phase_code]
    schemes = records.group_schemes.set_index("scheme")["groups_count"]
    then = [schemes[calendar.scheme_on(records.group_schemes, day.date())] for day in rows["as_of"]]
    found = rows.assign(groups_then=pd.array(then, dtype="Int64"))
    return found[["indicator", "value", "unit", "qualifier", "as_of", "date_precision", "groups_then",
                  "source_id", "quote", "note", "evidence"]].reset_index(drop=True)  # fmt: skip
