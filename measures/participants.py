"""How many people of an area came to the workshops."""

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, attendance, evidence
from measures.catalogue import GAPS
from measures.memory import remembered
from measures.selection import Selection


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of participants: people of an area at the workshops held by the day, added up.

    State value, none (nobody came), not_reported or not_applicable, by `attendance.by_province`; people who came for no
    province are nobody's. A seat of which nobody counted the people, and in a group a province that does not report,
    make the sum partly_reported.
    """
    provinces = _by_province(records, selection)
    return provinces if selection.level == "province" else _by_group(records, selection, provinces)


def _by_province(records: Records, selection: Selection) -> pd.DataFrame:
    frame = attendance.by_province(records, selection)
    known = ~frame["state"].isin(GAPS)
    frame = frame.assign(value=np.where(known, 0.0, np.nan), state=frame["state"].mask(known, "none"),
                         since=frame["since"].mask(known)).set_index("area_code", drop=False)  # fmt: skip
    frame.index.name = None
    rows = pd.DataFrame(attendance.until(records, selection))
    for code, own in rows[rows["area_code"].isin(frame.index[known])].groupby("area_code"):
        came = own[own["came"]]
        if came.empty:
            continue
        open_seats = bool(own["is_unknown"].any())
        told = {"state": "value", "value": float(came["attended_count"].sum()),
                "reason": "partly_reported" if open_seats else "",
                "evidence": evidence.combined(came["evidence"]),
                "source_id": evidence.join_sources(came["source_id"])}  # fmt: skip
        for column, value in told.items():
            frame.at[code, column] = value
    return frame[areas.COLUMNS].reset_index(drop=True)


def _by_group(records: Records, selection: Selection, provinces: pd.DataFrame) -> pd.DataFrame:
    draft = areas.group_draft(records, selection)
    for code, own in provinces.groupby("group_code"):
        place = draft.places([str(code)])
        silent, absent = own["state"].eq("not_reported"), own["state"].eq("not_applicable")
        if (silent | absent).all():
            gap = own[silent if silent.any() else absent].iloc[0]
            draft.put(place, state=gap["state"], reason=gap["reason"])
            continue
        told, total = own[~silent & ~absent], float(own["value"].sum())
        partly = silent.any() or own["reason"].eq("partly_reported").any()
        draft.put(place, state="value" if total else "none", value=total, reason="partly_reported" if partly else "",
                  evidence=evidence.combined(told["evidence"]),
                  source_id=evidence.join_sources(told["source_id"]))  # fmt: skip
    return draft.frame()
