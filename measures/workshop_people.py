"""Who was asked to workshops and who came: by role, and to one workshop."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, evidence
from measures.attendance import held, sum_known
from measures.memory import remembered_for_every_look
from measures.selection import Selection
from measures.workshops import listing

ROLES = ("pcso", "provincial_office", "strategy_group", "clinic_representative", "agency", "other")


@remembered_for_every_look
def by_role(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per role: role, state, workshop_count, invited_count, attended_count (NA: not
    recorded), attendance_pct (over rows that record both), evidence, source_id."""
    rows = evidence.seen(records, selection).participations
    shown = listing(records, selection)
    rows = rows[rows["workshop_id"].isin(shown.loc[shown["is_held"], "workshop_id"])]
    if (chosen := areas.filter_codes(records, selection)) is not None:
        rows = rows[rows["province_code"].isin(chosen)]
    made = []
    for role in ROLES:
        part = rows[rows["role"] == role]
        both = part.dropna(subset=["invited_count", "attended_count"])
        asked = int(both["invited_count"].sum())
        made.append({
            "role": role, "state": "value" if len(part) else "not_reported",
            "workshop_count": part["workshop_id"].nunique(),
            "invited_count": sum_known(part["invited_count"]),
            "attended_count": sum_known(part["attended_count"]),
            "attendance_pct": 100 * int(both["attended_count"].sum()) / asked if asked else np.nan,
            "evidence": evidence.combined(part["evidence"]),
            "source_id": evidence.join_sources(part["source_id"].unique()),
        })  # fmt: skip
    return pd.DataFrame(made).astype({"invited_count": "Int64", "attended_count": "Int64"})


@dataclass(frozen=True)
class WorkshopDetail:
    """One workshop: its row (with held_on), who was invited and came, and what the sources call it.

    participations: province_code, name_th, name_en (blank without a province), role, invited_count,
    attended_count, evidence, source_id. milestones: timeline rows about the same workshop.
    """

    workshop: pd.Series
    participations: pd.DataFrame
    milestones: pd.DataFrame


def detail(records: Records, workshop_id: str) -> WorkshopDetail:
    """Return everything the records hold about a workshop. Raises KeyError for an unknown one."""
    rows = held(records)
    rows = rows[rows["workshop_id"] == workshop_id]
    if rows.empty:
        raise KeyError(workshop_id)
    names = records.provinces.set_index("province_code")[["name_th", "name_en"]]
    people = records.participations[records.participations["workshop_id"] == workshop_id]
    people = people.join(names, on="province_code").fillna({"name_th": "", "name_en": ""})
    told = records.milestones[records.milestones["workshop_id"] == workshop_id]
    return WorkshopDetail(rows.iloc[0], people.reset_index(drop=True), told.reset_index(drop=True))
