"""The STI integration workshops: which were held, for which groups, and how many came.

A workshop known only to a month or a range counts as held from its last possible day. Only workshops with
scope `group` count for a group: "upper north" without 1 or 2, one province, or the whole country do not.
Documents name 7 of 18 groups; that is a gap in sources, not in work done, so a group without a document is
`no_source` ("no source yet"), never "not held".
"""

from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from geo.names import short_group_name
from measures import areas, evidence
from measures.attendance import by_province, count_by_province, held, never_came, seats
from measures.coverage import Count
from measures.memory import remembered, remembered_for_every_look
from measures.plain import grouped
from measures.selection import Selection

__all__ = [
    "by_group_phase", "by_province", "concerning", "count_by_group", "count_by_province",
    "groups_reached", "held", "listing", "never_came", "phase_day", "phase_groups",
]  # fmt: skip


@remembered_for_every_look
def count_by_group(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame: how many workshops were held for a group of the day's scheme.

    Workshops of an earlier scheme were held for other groups and are not carried over.
    """
    draft, rows = areas.group_draft(records, selection), _group_rows(records, selection)
    if evidence.is_silent(records, selection, "workshops"):
        draft.put(slice(None), reason="no_source_yet")
    else:
        kind, source_id = evidence.of_absence(records, "workshops")
        reason = "" if rows["group_code"].isin(draft.codes).any() or rows.empty else "scheme_changed"
        draft.put(slice(None), state="none", value=0, reason=reason, evidence=kind, source_id=source_id)
    for code, part in rows.groupby("group_code"):
        draft.put(draft.places([str(code)]), state="value", value=len(part), since=part["held_on"].min(),
                  reason="", evidence=evidence.combined(part["evidence"]),
                  source_id=evidence.join_sources(part["source_id"]))  # fmt: skip
    return draft.frame()


def _group_rows(records: Records, selection: Selection) -> pd.DataFrame:
    rows = held(evidence.seen(records, selection))
    rows = rows[(rows["scope"] == "group") & (rows["held_on"] <= pd.Timestamp(selection.asof))]
    return rows[rows["phase_code"] == selection.phase] if selection.phase else rows


def phase_day(records: Records, selection: Selection, phase_code: str) -> date:
    """Return the day a phase is judged on: the as-of day, or the end of the phase once it is over."""
    phases = records.phases
    end = phases.loc[phases["phase_code"] == phase_code, "end_date"].iloc[0].date()
    return min(selection.asof, end)


@remembered_for_every_look
def phase_groups(records: Records, selection: Selection, phase_code: str) -> pd.DataFrame:
    """Return the groups a phase is judged by (of its own time): area_code, names, group_code,
    province_count, in_filter. A group is in the filter if it has a province of the chosen groups."""
    day = phase_day(records, selection, phase_code)
    found = areas.provinces_on(records, day)
    inside = found.loc[areas.is_inside(records, selection, found["area_code"], day), "group_code"]
    groups = areas.groups_on(records, day)
    return groups.assign(in_filter=groups["area_code"].isin(inside))


@remembered_for_every_look
def by_group_phase(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per group and phase: group_code, name_th, name_en, phase_code, state (held, no_source,
    not_yet), workshop_count, documented_count, first_on, in_filter, evidence, source_id.

    not_yet: the phase has not begun, or the records know all workshops and this group had none so far.
    """
    whole = _by_group_phase(records, Selection(selection.asof, evidence=selection.evidence))
    inside = [phase_groups(records, selection, code)["in_filter"] for code in records.phases["phase_code"]]
    return whole.assign(in_filter=np.concatenate(inside))


@remembered
def _by_group_phase(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the rows of by_group_phase; a filter changes none of them but in_filter."""
    rows = _group_rows(records, selection)
    held_for = grouped(rows, "group_code", ("phase_code", "held_on", "evidence", "source_id"))
    silent = evidence.is_silent(records, selection, "workshops")
    made = []
    for phase in records.phases.itertuples():
        started = phase.start_date <= pd.Timestamp(selection.asof)
        empty = "no_source" if silent and started else "not_yet"
        for group in phase_groups(records, selection, phase.phase_code).itertuples():
            part = [row[1:] for row in held_for.get(group.area_code, []) if row[0] == phase.phase_code]
            kinds = [kind for _, kind, _ in part]
            made.append({
                "group_code": group.area_code, "name_th": group.name_th, "name_en": group.name_en,
                "phase_code": phase.phase_code, "state": "held" if part else empty,
                "workshop_count": len(part), "documented_count": kinds.count(evidence.DOCUMENTED),
                "first_on": min((day for day, _, _ in part), default=pd.NaT), "in_filter": True,
                "evidence": evidence.combined(kinds),
                "source_id": evidence.join_sources(source for _, _, source in part),
            })  # fmt: skip
    return pd.DataFrame(made).astype({"first_on": "datetime64[us]"})


@remembered_for_every_look
def groups_reached(records: Records, selection: Selection, phase_code: str) -> Count:
    """Return how many groups had a workshop in a phase, of how many groups of its time in the filter.

    `of` is None where the groups only stand in for a scheme without documented members (phase 1): such a
    count has no denominator. Where only documents are seen, the count is a lower bound.
    """
    frame = by_group_phase(records, selection)
    frame = frame[(frame["phase_code"] == phase_code) & frame["in_filter"]]
    day, reached = phase_day(records, selection, phase_code), frame[frame["state"] == "held"]
    of = None if areas.is_stand_in(records, day) else len(frame)
    if frame["state"].eq("no_source").all():
        return Count(None, of, selection.asof, state="not_reported")
    silent = evidence.is_silent(records, selection, "workshops")
    kind, sources = evidence.combined(reached["evidence"]), evidence.join_sources(reached["source_id"])
    return Count(len(reached), of, selection.asof, "at_least" if silent else "exact", kind, sources)


@remembered_for_every_look
def listing(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the workshops begun on or before the day, newest first, in the chosen phase and groups.

    Adds to the columns of the records: held_on, is_held (certainly held by the day), group_name_th,
    group_name_en, invited_count, attended_count (sums over what is recorded), attended_evidence (of the rows
    behind them). With groups chosen, a workshop
    is listed if its group shares a province with them, if it was national, or if one of theirs took part.
    """
    rows, day = _described(evidence.seen(records, selection)), pd.Timestamp(selection.asof)
    wanted = rows["workshop_id"].isin(concerning(records, selection)["workshop_id"])
    begun = rows[wanted & (rows["start_date"] <= day)].reset_index(drop=True)
    return begun.assign(is_held=begun["held_on"] <= day)


@lru_cache(maxsize=16)
def _described(records: Records) -> pd.DataFrame:
    """Return all workshops, newest first, with their groups' names and who came: what no day and no filter changes."""
    rows, groups = held(records), records.province_groups.set_index("group_code")
    found = rows.assign(
        is_held=False,  # said of a day
        group_name_th=rows["group_code"].map(groups["short_name_th"]).fillna(""),
        group_name_en=rows["group_code"].map(groups["name_en"].map(short_group_name)).fillna(""),
    ).merge(_sums(records), on="workshop_id", how="left")
    return found.sort_values(["start_date", "workshop_id"], ascending=False, ignore_index=True)


@remembered_for_every_look
def concerning(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the rows of `held` of any date that concern the chosen phase and groups."""
    rows = held(evidence.seen(records, selection))
    if selection.phase:
        rows = rows[rows["phase_code"] == selection.phase]
    if (chosen := areas.filter_codes(records, selection)) is not None:
        rows = rows[_concerns(records, selection, rows, chosen)]
    return rows


def _concerns(
    records: Records, selection: Selection, rows: pd.DataFrame, chosen: frozenset[str]
) -> pd.Series:
    took_part = seats(evidence.seen(records, selection))
    took_part = took_part.loc[took_part["province_code"].isin(chosen), "workshop_id"]
    return is_own(records, rows, chosen) | rows["scope"].eq("national") | rows["workshop_id"].isin(took_part)


def is_own(records: Records, rows: pd.DataFrame, chosen: frozenset[str]) -> pd.Series:
    """Say which workshops were held for the chosen provinces: for their group, or for one of them."""
    near = {code for code, provinces in areas.group_provinces(records).items() if provinces & chosen}
    return rows["group_code"].isin(near) | (rows["scope"].eq("province") & rows["province_code"].isin(chosen))


@lru_cache(maxsize=16)
def _sums(records: Records) -> pd.DataFrame:
    """Return who came to each workshop, from everywhere: a meeting has one number, whoever reads it."""
    return sums_of(records.participations if records.whole is None else records.whole.people)


def sums_of(people: pd.DataFrame) -> pd.DataFrame:
    grouped = people.groupby("workshop_id")
    counts = grouped[["invited_count", "attended_count"]].sum(min_count=1)
    return counts.assign(attended_evidence=grouped["evidence"].agg(evidence.combined)).reset_index()
