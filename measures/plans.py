"""How far each province has come with its STI development plan.

Stages in order: needs collected, drafted, approved, in the provincial plan. A province stands at the
furthest stage it reached by the day; a later stage implies the earlier ones even where their day is blank.
"""

from datetime import date

import pandas as pd

from data.records import Records
from measures import areas, evidence
from measures.catalogue import PLAN_STAGES, SPECS
from measures.coverage import Count
from measures.memory import remembered, remembered_for_every_look
from measures.selection import Selection


@remembered
def reached(records: Records) -> pd.DataFrame:
    """Return the first day each province reached each stage: province_code, stage, rank (0 to 3),
    reached_on, evidence, source_id; by day. Shared: do not change."""
    parts = []
    for rank, stage in enumerate(PLAN_STAGES):
        rows = records.plans[["province_code", "evidence", "source_id"]]
        parts.append(rows.assign(stage=stage, rank=rank, reached_on=records.plans[f"{stage}_on"]))
    found = pd.concat(parts, ignore_index=True).dropna(subset=["reached_on"])
    return found.sort_values(["reached_on", "rank"], kind="stable", ignore_index=True)


def any_reached(records: Records, selection: Selection) -> bool:
    """Say whether any plan had reached any stage by the day, also of provinces that a limited reader does not see."""
    day = pd.Timestamp(selection.asof)
    if records.whole is not None:
        whole = records.whole.documented() if selection.evidence == evidence.DOCUMENTED else records.whole
        return any(first <= day for first in whole.first_stage.values())
    return bool((reached(evidence.seen(records, selection))["reached_on"] <= day).any())


@remembered_for_every_look
def by_province(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame: the furthest stage reached, none, not_reported or not_applicable."""
    draft = areas.province_draft(records, selection)
    if pd.Timestamp(selection.asof) < records.phases["start_date"].min():
        draft.put(slice(None), state="not_applicable", reason="programme_not_started")
        return draft.frame()
    kind, source_id = evidence.of_absence(records, "plans")
    draft.put(slice(None), state="none", reason="no_plan_stage", evidence=kind, source_id=source_id)
    areas.vouch(draft, records, selection, "plans")
    rows = reached(evidence.seen(records, selection))
    rows = rows[rows["reached_on"] <= pd.Timestamp(selection.asof)]
    codes = areas.then(records, rows["province_code"], selection.asof)
    rows = rows.assign(province_code=codes).sort_values(["rank", "reached_on"], ascending=[False, True])
    best = rows.drop_duplicates("province_code")
    draft.put(draft.places(best["province_code"]), state=best["stage"].to_numpy(dtype=object), reason="",
              since=best["reached_on"].to_numpy(), evidence=best["evidence"].to_numpy(),
              source_id=best["source_id"].to_numpy())  # fmt: skip
    draft.put(draft.places([areas.BANGKOK]), state="not_applicable", reason="bangkok",
              since=areas.NO_DAY, evidence="", source_id="")  # fmt: skip
    return draft.frame()


@remembered_for_every_look
def by_group(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of groups: provinces with an approved plan, of the provinces in the group."""
    return areas.k_of_n(records, selection, by_province(records, selection), SPECS["plan"].reached)


def at_least(stage: str) -> tuple[str, ...]:
    """Return a stage and those after it: what counts as having reached it."""
    return PLAN_STAGES[PLAN_STAGES.index(stage) :]


@remembered_for_every_look
def total(records: Records, selection: Selection, stage: str = "approved") -> Count:
    """Return how many provinces in the filter have reached a stage, of those that existed (no Bangkok)."""
    frame = by_province(records, selection)
    frame = frame[frame["in_filter"] & (frame["area_code"] != areas.BANGKOK)]
    silent, day = frame["state"].eq("not_reported"), selection.asof
    count = int(frame["state"].isin(at_least(stage)).sum())
    if frame["state"].eq("not_applicable").all():
        return Count(None, len(frame), day, state="not_applicable")
    if silent.any() and not count:
        return Count(None, len(frame), day, state="not_reported")
    kind, sources = evidence.combined(frame["evidence"]), evidence.join_sources(frame["source_id"])
    return Count(count, len(frame), day, "at_least" if silent.any() else "exact", kind, sources)


def reached_between(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Return the stages reached after `since` and by the day, inside the filter: columns of `reached`."""
    rows = reached(evidence.seen(records, selection))
    day = pd.Timestamp(selection.asof)
    rows = rows[(rows["reached_on"] > pd.Timestamp(since)) & (rows["reached_on"] <= day)]
    rows = rows.assign(province_code=areas.then(records, rows["province_code"], selection.asof))
    return rows[areas.is_inside(records, selection, rows["province_code"], selection.asof)]
