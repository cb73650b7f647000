"""How much of what an area shows documents state: where knowledge is real, and where to collect first."""

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, coverage, evidence, network, plans, workshops
from measures.catalogue import GAPS
from measures.memory import remembered
from measures.projects import amounts
from measures.selection import Selection

WHOLE = 100.0


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of `documented`: percent of the records shown of an area that a document states.

    Counted are the representative, the workshops attended, the institutions, the plan and the projects running, as
    their own measures count them on the day (those of a group: its provinces' representatives and plans, and each
    workshop, institution and project once). A percentage is whole; 0 and 100 stand for none and all alone. An area of
    which nothing is shown is not_reported. More columns: documented_count, shown_count. evidence is "": the number
    is about our records, not about the world; source_id names the documents it counts.
    """
    make = areas.province_draft if selection.level == "province" else areas.group_draft
    draft = make(records, selection)
    shown, stated = np.zeros(len(draft.codes)), np.zeros(len(draft.codes))
    cited = [""] * len(draft.codes)
    for every, own in zip(
        _counts(records, selection),
        _counts(records, selection.but(evidence=evidence.DOCUMENTED)),
        strict=True,
    ):
        count = own["count"].reindex(draft.codes).fillna(0).to_numpy()
        most = every["count"].reindex(draft.codes).fillna(0).to_numpy()
        shown, stated = shown + np.maximum(most, count), stated + count
        told = own["source_id"].reindex(draft.codes).fillna("")
        cited = [
            evidence.join_sources((one, source if n else ""))
            for one, source, n in zip(cited, told, count, strict=True)
        ]
    share = np.where(shown > 0, stated / np.maximum(shown, 1) * WHOLE, np.nan)
    inner = np.clip(np.round(share), 1, WHOLE - 1)
    draft.put(slice(None), reason="no_record")
    draft.put(
        shown > 0,
        state="value",
        reason="",
        value=np.where(np.isin(share, [0, WHOLE]), share, inner)[shown > 0],
    )
    draft.put((shown > 0) & (stated == 0), state="none", reason="no_document")
    draft.put(slice(None), source_id=np.array(cited, dtype=object))
    return draft.frame(documented_count=stated.astype(int), shown_count=shown.astype(int))


def _counts(records: Records, selection: Selection) -> list[pd.DataFrame]:
    """Return per subject a frame by area code: count (of records shown), source_id."""
    plain = selection.but(area=None)
    is_group = selection.level == "group"
    yes_or_no = [coverage.by_province(records, plain), plans.by_province(records, plain)]
    counted = [
        (workshops.count_by_group if is_group else workshops.count_by_province)(records, plain),
        (network.count_by_group if is_group else network.count_by_province)(records, plain),
        amounts.by_area(records, plain.but(measure="projects")),
    ]
    return [_held(frame, is_group) for frame in yes_or_no] + [_amount(frame) for frame in counted]


def _held(frame: pd.DataFrame, is_group: bool) -> pd.DataFrame:
    """Count the provinces of which there is a record: a representative, a plan at any stage."""
    here = ~frame["state"].isin([*GAPS, "uncovered", "none"])
    code = "group_code" if is_group else "area_code"
    made = frame.assign(count=here.astype(float))[[code, "count", "source_id"]][here]
    return made.groupby(code).agg(count=("count", "sum"), source_id=("source_id", evidence.join_sources))


def _amount(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(count=frame["value"].fillna(0.0)).set_index("area_code")[["count", "source_id"]]
