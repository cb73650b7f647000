"""What is missing: every province and expectation that is not met on a day, with the reason and what is near.

Four things are expected of a province (Bangkok apart): a representative, a part in a workshop, a project in
the phase, a plan that moves. Where the records are silent the row is of kind `not_reported`: nobody knows
whether anything is missing. Where an expectation does not apply on the day there is no row.
"""

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from geo import boundaries, distance
from measures import areas, attendance, coverage, evidence, network, plans, scope
from measures.catalogue import PLAN_STAGES
from measures.memory import remembered_for_every_look
from measures.projects import begun
from measures.selection import Selection

KINDS = ("no_representative", "never_at_workshop", "no_project_in_phase", "plan_stalled", "not_reported")
EXPECTATIONS = ("representative", "workshop", "project", "plan")
STALLED_MONTHS = 12
COLUMNS = [
    "area_code", "name_th", "name_en", "group_code", "kind", "expectation", "reason", "since",
    "nearest_code", "nearest_km", "nearest_kind", "evidence", "source_id",
]  # fmt: skip

# Nearest help by kind of gap, in order of preference where two stand equally near.
_HELP = {
    "no_representative": ("institution", "representative"),
    "never_at_workshop": ("representative",),
    "no_project_in_phase": ("institution", "representative"),
    "plan_stalled": ("approved_plan",),
}


def listing(
    records: Records,
    selection: Selection,
    kinds: Iterable[str] = KINDS,
    stalled_months: int = STALLED_MONTHS,
) -> pd.DataFrame:
    """Return one row per province and unmet expectation inside the groups and area chosen, by kind, then code.

    Columns: area_code, name_th, name_en, group_code, kind (see KINDS), expectation (representative, workshop,
    project, plan), reason (message `reason-<code>`), since (first day of the gap, NaT where not known),
    nearest_code, nearest_km, nearest_kind (institution, representative, approved_plan: the nearest that could
    help, in a straight line, 0 km where it stands in the province itself; "" and NaN where none is known), evidence,
    source_id.
    no_project_in_phase asks about `selection.phase`, or the phase of the day. stalled_months: a plan stands
    still when its last stage is more than so many months old. Raises ValueError for a negative number.
    """
    if stalled_months < 0:
        raise ValueError(f"stalled_months must not be negative, got {stalled_months}")
    found = _all(records, selection, stalled_months)
    return found[found["kind"].isin(list(kinds))].reset_index(drop=True)


def counts(records: Records, selection: Selection, stalled_months: int = STALLED_MONTHS) -> pd.DataFrame:
    """Return one row per expectation: expectation, kind, missing_count, not_reported_count, of_count (provinces in
    the filter that day, Bangkok apart), state (value, none, not_reported, not_applicable), evidence, source_id.
    """
    found = _all(records, selection, stalled_months)
    frames = _states(records, selection, stalled_months)
    made = []
    for kind, expectation in zip(KINDS, EXPECTATIONS, strict=False):
        part, frame = found[found["expectation"] == expectation], frames[expectation]
        missing, silent = int((part["kind"] == kind).sum()), int((part["kind"] == "not_reported").sum())
        state = "value" if missing else "none"
        if not missing and silent:
            state = "not_reported"
        if frame["state"].eq("not_applicable").all():  # or no province in the filter exists on the day
            state = "not_applicable"
        made.append({
            "expectation": expectation, "kind": kind, "missing_count": missing, "not_reported_count": silent,
            "of_count": len(frame), "state": state, "evidence": evidence.combined(frame["evidence"]),
            "source_id": evidence.join_sources(frame["source_id"].unique()),
        })  # fmt: skip
    return pd.DataFrame(made)


def phase_asked(records: Records, selection: Selection) -> str | None:
    """Return the phase whose projects are expected: the chosen one, else the last one begun by the day."""
    if selection.phase:
        return selection.phase
    rows = records.phases[records.phases["start_date"] <= pd.Timestamp(selection.asof)]
    return str(rows.sort_values("start_date")["phase_code"].iloc[-1]) if len(rows) else None


@remembered_for_every_look
def project_in_phase(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame: has_project, no_project, not_reported, not_applicable, for `phase_asked`.

    A project begun by the day with a place in the province counts, whether or not it still runs and whether
    or not its money can be split; nationwide and planned ones do not. `since` of no_project: the first day of
    the phase, or of the province. reason: only_planned, only_other_phases or never_a_project.
    """
    draft, phase = areas.province_draft(records, selection), phase_asked(records, selection)
    start = _phase_start(records, phase)
    if phase is None or start > pd.Timestamp(selection.asof):
        draft.put(slice(None), state="not_applicable", reason="phase_not_begun")
        return draft.frame()
    kind, source_id = evidence.of_absence(records, "projects")
    born = areas.provinces_on(records, selection.asof)["established_on"].to_numpy()
    draft.put(slice(None), state="no_project", reason="never_a_project", evidence=kind,
              source_id=source_id, since=np.fmax(born, np.datetime64(start, "us")))  # fmt: skip
    _put_other_projects(draft, records, selection, phase)
    # None so far is known only where lists reach from the phase's first day to its last, or to the day.
    last = records.phases.set_index("phase_code")["end_date"][phase]
    judged = selection.but(asof=min(selection.asof, last.date()))
    areas.vouch(draft, records, judged, "projects", start.date())
    if begun.has_unplaced(records, selection.but(phase=phase)):
        gap = {"state": "not_reported", "reason": "place_not_stated", "since": areas.NO_DAY}
        claimed = draft.columns["state"] == "no_project"
        draft.put(claimed, **gap, evidence="", source_id="")
    group = begun.first_begun(records, selection, phase, precision="group")
    draft.put(draft.places(group["area_code"]), state="not_reported", reason="known_only_to_group")
    first = begun.first_begun(records, selection, phase, precision="province")
    first = first[first["area_code"].isin(list(draft.place))]
    draft.put(draft.places(first["area_code"]), state="has_project", reason="",
              since=first["reached_on"].to_numpy(), evidence=first["evidence"].to_numpy(),
              source_id=first["source_id"].to_numpy())  # fmt: skip
    return draft.frame()


def _phase_start(records: Records, phase: str | None) -> pd.Timestamp:
    starts = records.phases.set_index("phase_code")["start_date"]
    return starts[phase] if phase is not None else pd.NaT


def _put_other_projects(draft: areas.Draft, records: Records, selection: Selection, phase: str) -> None:
    """Say why a province has none in the phase: it had some in others, or one is planned."""
    others = begun.first_begun(records, selection, phase, other_phases=True)["area_code"]
    draft.put(draft.places(others), reason="only_other_phases")
    draft.put(draft.places(begun.planned_places(records, selection, phase)), reason="only_planned")


@remembered_for_every_look
def plan_progress(records: Records, selection: Selection, stalled_months: int) -> pd.DataFrame:
    """Return the plan frame with state `stalled` where the last stage is more than n months old; reason then:
    plan_stalled_<stage>. Without any record of a plan it is not_reported (no_plan_stage): a missing record is no
    missing progress. In the provincial plan means done."""
    frame = plans.by_province(records, selection)
    last_day = pd.Timestamp(selection.asof) - pd.DateOffset(months=stalled_months)
    waiting = frame["state"].isin(PLAN_STAGES[:-1]) & (frame["since"] < last_day)
    reason = frame["reason"].mask(waiting, "plan_stalled_" + frame["state"].astype(str))
    return frame.assign(
        reason=reason, state=frame["state"].mask(waiting, "stalled").replace("none", "not_reported")
    )


def _states(records: Records, selection: Selection, stalled_months: int) -> dict[str, pd.DataFrame]:
    """Return the state of each expectation, one row per province in the filter, Bangkok left out."""
    frames: dict[str, pd.DataFrame] = {
        "representative": coverage.by_province(records, selection),
        "workshop": attendance.by_province(records, selection.but(phase=None)),  # never is never
        "project": project_in_phase(records, selection),
        "plan": plan_progress(records, selection, stalled_months),
    }
    inside = scope.codes(records, selection)
    kept = {}
    for name, frame in frames.items():
        mask = frame["area_code"] != areas.BANGKOK
        kept[name] = frame[mask if inside is None else mask & frame["area_code"].isin(inside)]
    return kept


_MISSING = {
    "representative": ("uncovered",),
    "workshop": ("invited_never_came", "never_invited"),
    "project": ("no_project",),
    "plan": ("stalled",),
}


@lru_cache(maxsize=64)
def _all(records: Records, selection: Selection, stalled_months: int) -> pd.DataFrame:
    frames = _states(records, selection, stalled_months)
    parts = []
    for kind, expectation in zip(KINDS, EXPECTATIONS, strict=False):
        frame = frames[expectation]
        gap, silent = frame["state"].isin(_MISSING[expectation]), frame["state"].eq("not_reported")
        part = frame[gap | silent]
        parts.append(
            part.assign(kind=np.where(gap[gap | silent], kind, "not_reported"), expectation=expectation)
        )
    found = pd.concat(parts, ignore_index=True)
    order = found["kind"].map({kind: place for place, kind in enumerate(KINDS)})
    found = found.assign(order=order).sort_values(["order", "area_code"], kind="stable", ignore_index=True)
    return found.assign(**_nearest(records, selection, found))[COLUMNS]


def _nearest(records: Records, selection: Selection, found: pd.DataFrame) -> dict[str, list]:
    """Return the nearest help of each gap as columns. Help may stand outside the groups chosen."""
    whole = selection.but(groups=(), area=None)
    makers: dict[str, Callable[[], Iterable[str]]] = {
        "institution": lambda: network.hosts(records, whole),
        "representative": lambda: _with_state(coverage.by_province(records, whole), ("covered",)),
        "approved_plan": lambda: _with_state(plans.by_province(records, whole), plans.at_least("approved")),
    }
    # Whoever has no record of a plan is helped by the same as whoever stands still.
    kinds = found["kind"].mask(found["reason"] == "no_plan_stage", "plan_stalled")
    needed = {help_kind for kind in kinds.unique() for help_kind in _HELP.get(kind, ())}
    places = {help_kind: frozenset(makers[help_kind]()) for help_kind in needed}
    layer = boundaries.layer("province", selection.asof)
    made: dict[str, list] = {"nearest_code": [], "nearest_km": [], "nearest_kind": []}
    for code, kind in zip(found["area_code"], kinds, strict=True):
        best: tuple[str, float, str] = ("", float("nan"), "")
        for help_kind in _HELP.get(kind, ()):
            # An institution in the province itself can help it; a plan it has itself cannot.
            others = places[help_kind] - {code} if help_kind == "approved_plan" else places[help_kind]
            near = distance.nearest(layer, code, others)
            if near and not near[1] >= best[1]:
                best = (*near, help_kind)
        for column, value in zip(made, best, strict=True):
            made[column].append(value)
    return made


def _with_state(frame: pd.DataFrame, states: tuple[str, ...]) -> frozenset[str]:
    return frozenset(frame.loc[frame["state"].isin(states), "area_code"])
