"""The place of an area among its group, its neighbours and the country."""

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, scope, values
from measures.catalogue import GAPS, SPECS
from measures.scope import Area
from measures.selection import Selection


def ranks(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the place of the area among its group, its neighbours and the country, for every measure.

    Columns: measure, among (group, neighbours, country; a group has no group), state, value, of, rank (1: most;
    NA where not known, and for yes-or-no measures of a province), tied_count (others with the same value),
    reached_count (peers that have it, the area included; yes-or-no measures only, NA where no peer is known),
    known_count (peers with a known value, the area included), peer_count (all of them), evidence, source_id.
    Groups are ranked by value / of, by projects and baht per province, and by workshops held for them.
    """
    area = scope.area_on(records, selection.area, selection.asof)
    if not area.exists:
        return pd.DataFrame(columns=_RANK_COLUMNS)
    sets = {"neighbours": (*scope.neighbour_codes(area.level, area.code, selection.asof), area.code)}
    listed = areas.provinces_on if area.level == "province" else areas.groups_on
    everyone = tuple(listed(records, selection.asof)["area_code"])
    if area.level == "province" and area.group_code:
        sets = {"group": scope.area_on(records, area.group_code, selection.asof).provinces, **sets}
    made = []
    for measure in SPECS:
        plain = selection.but(area=None, measure=measure, level=area.level)
        frame = values.by_area(records, plain).set_index("area_code")
        rates = _rates(records, plain, frame)
        for among, codes in {**sets, "country": everyone}.items():
            peers = tuple(code for code in codes if code in frame.index)
            made.append({"measure": measure, "among": among, **_place(frame, rates, measure, area, peers)})
    return pd.DataFrame(made, columns=_RANK_COLUMNS).astype({"rank": "Int64", "reached_count": "Int64"})


_RANK_COLUMNS = ["measure", "among", "state", "value", "of", "rank", "tied_count", "reached_count", "known_count",
                 "peer_count", "evidence", "source_id"]  # fmt: skip


def _rates(records: Records, selection: Selection, frame: pd.DataFrame) -> pd.Series:
    """Return what areas are ranked by; NaN where it is not known."""
    spec = SPECS[selection.measure]
    if selection.level == "province":
        return frame["value"].where(~frame["state"].isin(GAPS))
    if spec.kind == "categorical":
        return frame["value"] / frame["of"]
    if spec.unit == "workshop":  # held for the group as a whole
        return frame["value"]
    sizes = areas.groups_on(records, selection.asof).set_index("area_code")["province_count"]
    return frame["value"] / sizes.reindex(frame.index)


def _place(frame: pd.DataFrame, rates: pd.Series, measure: str, area: Area, codes: tuple[str, ...]) -> dict:
    own, peers = frame.loc[area.code], frame.loc[list(codes)]
    yes_or_no = SPECS[measure].kind == "categorical" and area.level == "province"
    known = ~peers["state"].isin(GAPS)
    shown = {"state": own["state"], "value": own["value"], "of": own["of"], "evidence": own["evidence"],
             "source_id": own["source_id"], "known_count": int(known.sum()), "peer_count": len(peers)}  # fmt: skip
    if yes_or_no:
        reached = int(peers["state"].isin(SPECS[measure].reached).sum()) if known.any() else None
        return shown | {"rank": None, "tied_count": 0, "reached_count": reached}
    mine, others = rates[area.code], rates.loc[list(codes)]
    if np.isnan(mine):
        return shown | {"rank": None, "tied_count": 0, "reached_count": None}
    tied = int(np.isclose(others, mine).sum()) - 1
    higher = int((others > mine).sum() - (np.isclose(others, mine) & (others > mine)).sum())
    return shown | {"rank": higher + 1, "tied_count": tied, "reached_count": None}
