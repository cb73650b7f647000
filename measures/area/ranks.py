"""The place of an area among its group, its neighbours and the country."""

import math
from collections.abc import Hashable, Mapping, Sequence

import pandas as pd

from data.records import Records
from measures import areas, scope, values
from measures.catalogue import NO_VALUE, OF_WORK, SPECS, MeasureSpec
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
    for measure in OF_WORK:
        plain = selection.but(area=None, measure=measure, level=area.level)
        frame = values.by_area(records, plain).set_index("area_code")
        spec, own = SPECS[measure], frame.loc[area.code]
        states = dict(zip(frame.index, frame["state"].tolist(), strict=True))
        plain_rates = _rates(records, plain, frame).astype(float).to_dict()
        for among, codes in {**sets, "country": everyone}.items():
            peers = [code for code in codes if code in states]
            made.append(
                {"measure": measure, "among": among, **_place(own, states, plain_rates, spec, area, peers)}
            )
    return pd.DataFrame(made, columns=_RANK_COLUMNS).astype({"rank": "Int64", "reached_count": "Int64"})


_RANK_COLUMNS = ["measure", "among", "state", "value", "of", "rank", "tied_count", "reached_count", "known_count",
                 "peer_count", "evidence", "source_id"]  # fmt: skip


def _rates(records: Records, selection: Selection, frame: pd.DataFrame) -> pd.Series:
    """Return what areas are ranked by; NaN where it is not known."""
    spec = SPECS[selection.measure]
    if selection.level == "province":
        return frame["value"].where(~frame["state"].isin(NO_VALUE))
    if spec.kind == "categorical":
        return frame["value"] / frame["of"]
    if spec.unit == "workshop":  # held for the group as a whole
        return frame["value"]
    sizes = areas.groups_on(records, selection.asof).set_index("area_code")["province_count"]
    return frame["value"] / sizes.reindex(frame.index)


def _place(
    own: pd.Series,
    states: Mapping[Hashable, str],
    rates: Mapping[Hashable, float],
    spec: MeasureSpec,
    area: Area,
    peers: Sequence[str],
) -> dict[str, object]:
    """Return the place of the area among its peers. states and rates: of every area, by code."""
    known = [code for code in peers if states[code] not in NO_VALUE]
    shown = {"state": own["state"], "value": own["value"], "of": own["of"], "evidence": own["evidence"],
             "source_id": own["source_id"], "known_count": len(known), "peer_count": len(peers)}  # fmt: skip
    if spec.kind == "categorical" and area.level == "province":
        reached = sum(states[code] in spec.reached for code in peers) if known else None
        return shown | {"rank": None, "tied_count": 0, "reached_count": reached}
    mine, others = rates[area.code], [rates[code] for code in peers]
    if math.isnan(mine):
        return shown | {"rank": None, "tied_count": 0, "reached_count": None}
    tied = sum(_is_same(other, mine) for other in others)
    higher = sum(other > mine and not _is_same(other, mine) for other in others)
    return shown | {"rank": higher + 1, "tied_count": tied - 1, "reached_count": None}


def _is_same(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-5, abs_tol=1e-8)
