"""What changed between two days: representatives, workshops, plans, and the map itself."""

from datetime import date

import pandas as pd

from data.records import Records
from geo.names import short_group_name
from measures import areas, coverage, evidence, plans, workshops
from measures.memory import remembered_for_every_look
from measures.selection import Selection

COLUMNS = ["on", "kind", "area_code", "name_th", "name_en", "detail_th", "detail_en", "evidence", "source_id"]


@remembered_for_every_look
def between(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Return what happened after `since` and by the as-of day inside the filter, oldest first.

    Columns: on, kind (message `change-<kind>`): representative_gained, representative_lost, workshop_held,
    plan_<stage>, province_established, group_joined, scheme_changed; area_code (province, group or scheme; ""
    for a workshop of no single area), name_th, name_en, detail_th, detail_en (title of a workshop, group
    joined), evidence, source_id.
    """
    if since > selection.asof:
        raise ValueError(f"expected a day up to {selection.asof}, got {since}")
    parts = [
        _representatives(records, selection, since), _workshops(records, selection, since),
        _plans(records, selection, since), _map(records, selection, since),
    ]  # fmt: skip
    found = pd.concat([part.reindex(columns=COLUMNS) for part in parts if len(part)] or [_nothing()])
    words = [column for column in COLUMNS if column != "on"]
    found = found.astype(dict.fromkeys(words, object)).fillna(dict.fromkeys(words, ""))
    return found.sort_values(["on", "kind", "area_code"], ignore_index=True)


def _nothing() -> pd.DataFrame:
    return pd.DataFrame({column: pd.Series(dtype="str") for column in COLUMNS}).astype(
        {"on": "datetime64[us]"}
    )


def _named(records: Records, rows: pd.DataFrame) -> pd.DataFrame:
    names = records.provinces.set_index("province_code")[["name_th", "name_en"]]
    return rows.join(names, on="area_code")


def _within(days: pd.Series, selection: Selection, since: date) -> pd.Series:
    return (days > pd.Timestamp(since)) & (days <= pd.Timestamp(selection.asof))


def _representatives(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    rows = coverage.spells(evidence.seen(records, selection))
    rows = rows.assign(area_code=areas.then(records, rows["province_code"], selection.asof))
    rows = rows[areas.is_inside(records, selection, rows["area_code"], selection.asof)]
    gained = rows[_within(rows["start"], selection, since)]
    first_free = rows["end"] + pd.Timedelta(days=1)
    lost = rows.assign(on=first_free)[_within(first_free, selection, since)]
    both = [
        gained.assign(on=gained["start"], kind="representative_gained"),
        lost.assign(
            kind="representative_lost", evidence=lost["end_evidence"], source_id=lost["end_source_id"]
        ),
    ]
    return _named(records, pd.concat(both))


def _workshops(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    rows = workshops.listing(records, selection)
    rows = rows[rows["is_held"] & _within(rows["held_on"], selection, since)]
    return pd.DataFrame({
        "on": rows["held_on"], "kind": "workshop_held", "area_code": rows["group_code"],
        "name_th": rows["group_name_th"], "name_en": rows["group_name_en"], "detail_th": rows["title_th"],
        "detail_en": rows["title_en"], "evidence": rows["evidence"], "source_id": rows["source_id"],
    })  # fmt: skip


def _plans(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    rows = plans.reached_between(records, selection, since)
    rows = rows.rename(columns={"province_code": "area_code", "reached_on": "on"})
    return _named(records, rows.assign(kind="plan_" + rows["stage"]))


def _map(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Provinces born, memberships of single provinces, and new schemes; documented by nature."""
    born = records.provinces[_within(records.provinces["established_on"], selection, since)]
    born = born.assign(
        on=born["established_on"], area_code=born["province_code"], kind="province_established"
    )
    schemes = records.group_schemes[_within(records.group_schemes["valid_from"], selection, since)]
    schemes = schemes.assign(on=schemes["valid_from"], area_code=schemes["scheme"], kind="scheme_changed")
    joined = records.province_group_members
    # A new scheme moves everybody at once: that is one change, not seventy-six.
    joined = joined[_within(joined["valid_from"], selection, since)]
    joined = joined[~joined["valid_from"].isin(records.group_schemes["valid_from"])]
    groups = records.province_groups.set_index("group_code")
    joined = joined.assign(
        on=joined["valid_from"], area_code=joined["province_code"], kind="group_joined",
        detail_th=joined["group_code"].map(groups["short_name_th"]),
        detail_en=joined["group_code"].map(groups["name_en"].map(short_group_name)),
    )  # fmt: skip
    found = pd.concat([born, schemes, _named(records, joined.drop(columns=["note"]))])
    inside = areas.is_inside(records, selection, found["area_code"], selection.asof)
    return found[inside | (found["kind"] == "scheme_changed")]
