"""What stands behind a step of a phase: the rows that say so."""

import pandas as pd

from data.records import Records
from measures import areas, evidence, workshops
from measures.phases import STEPS, provinces_reached
from measures.selection import Selection


def evidence_of(
    records: Records, group_code: str, phase_code: str, step_code: str, selection: Selection
) -> pd.DataFrame:
    """Return what a cell of `progress` rests on: the workshops held, or one row per province.

    Columns: what (workshop_id of a workshop, else the step_code), title_th, title_en (of a workshop),
    area_code, where_th, where_en, state (reached, not_reached, not_reported, not_applicable), on (NaT if not
    reached), precision, evidence, source_id. Raises KeyError for an unknown phase, group or step.
    """
    if step_code not in STEPS[phase_code]:
        raise KeyError(step_code)
    judged = selection.but(asof=workshops.phase_day(records, selection, phase_code), groups=(), phase=None)
    names = areas.groups_on(records, judged.asof).set_index("area_code").loc[group_code]
    if step_code == "workshop":
        return _workshops_behind(records, group_code, phase_code, judged, names)
    rows = provinces_reached(records, judged, phase_code, step_code)
    rows = rows[rows["group_code"] == group_code]
    provinces = areas.provinces_on(records, judged.asof).set_index("area_code").loc[rows["area_code"]]
    state = rows["status"].where(rows["status"] != "", "not_reached").mask(rows["is_reached"], "reached")
    return pd.DataFrame({
        "what": step_code, "title_th": "", "title_en": "", "area_code": rows["area_code"],
        "where_th": provinces["name_th"].to_numpy(), "where_en": provinces["name_en"].to_numpy(),
        "state": state, "on": rows["reached_on"], "precision": "day", "evidence": rows["evidence"],
        "source_id": rows["source_id"],
    }).reset_index(drop=True)  # fmt: skip


def _workshops_behind(
    records: Records, group_code: str, phase_code: str, judged: Selection, names: pd.Series
) -> pd.DataFrame:
    rows = workshops.held(evidence.seen(records, judged))
    rows = rows[(rows["group_code"] == group_code) & (rows["phase_code"] == phase_code)]
    rows = rows[rows["held_on"] <= pd.Timestamp(judged.asof)].sort_values("held_on")
    return pd.DataFrame({
        "what": rows["workshop_id"], "title_th": rows["title_th"], "title_en": rows["title_en"],
        "area_code": group_code, "where_th": names["name_th"], "where_en": names["name_en"],
        "state": "reached", "on": rows["start_date"], "precision": rows["date_precision"],
        "evidence": rows["evidence"], "source_id": rows["source_id"],
    }).reset_index(drop=True)  # fmt: skip
