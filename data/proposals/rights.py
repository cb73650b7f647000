"""Who may propose what: by province, group of provinces or agency, asked for every proposal where it is written."""

from collections.abc import Iterable, Mapping

import pandas as pd

from data.access.roles import EVERYTHING, Identity, may_publish
from data.proposals.model import Row
from data.records import Records

AGENCY = "agency:"


def why_not(who: Identity, rows: Iterable[Row], areas: Iterable[str], records: Records) -> str:
    """Return why somebody may not propose this, "" when they may: `signed-out` or `rights`.

    A row counts as it stands now and as it would stand: nobody takes a row from, or gives one to, a province that is not
    theirs. A note needs nothing but a name and the right to read about its area.
    """
    if may_publish(who):
        return ""
    if not who.name or who.role == "nobody":
        return "signed-out"
    if not _reads(who, areas, records):
        return "rights"
    if EVERYTHING in who.proposes:
        return ""
    own = provinces_of(who.proposes, records)
    agencies = {entry.removeprefix(AGENCY) for entry in who.proposes if entry.startswith(AGENCY)}
    rows = tuple(rows)
    return (
        "" if all(_is_theirs(row, rows, own, agencies, who.proposes, records) for row in rows) else "rights"
    )


def provinces_of(entries: Iterable[str], records: Records) -> frozenset[str]:
    """Return the provinces that entries name: by code, or as those that are or were in a group."""
    named = set(entries)
    members = records.province_group_members
    return frozenset(named) | frozenset(members.loc[members["group_code"].isin(named), "province_code"])


def _reads(who: Identity, areas: Iterable[str], records: Records) -> bool:
    if who.groups is None:
        return True
    return set(areas) <= provinces_of(who.groups, records) | set(who.groups)


def _is_theirs(
    row: Row,
    all_rows: tuple[Row, ...],
    provinces: frozenset[str],
    agencies: set[str],
    entries: Iterable[str],
    records: Records,
) -> bool:
    states = [state for state in (_standing(row, records), row.after) if state]
    if row.table in ("projects", "project_locations"):
        codes = _project_provinces(row.after["project_id"], all_rows, records)
        by_place = bool(codes) and codes <= provinces
        return by_place or _project_agencies(row, states, records) <= agencies
    if row.table == "agencies":  # of no place: an agency speaks for itself alone
        return row.after["agency_code"] in agencies
    if row.table == "workshops":
        return all(
            state.get("province_code", "") in provinces or state.get("group_code", "") in entries
            for state in states
        )
    return all(state.get("province_code", "") in provinces for state in states)


def _standing(row: Row, records: Records) -> dict[str, str]:
    """Return the cells of the row as it is in the release, whatever the proposal says it was."""
    from data.proposals.merging import standing

    return standing(row.table, row.key, records)


def _project_provinces(project_id: str, rows: tuple[Row, ...], records: Records) -> set[str]:
    places = records.project_locations
    now = set(places.loc[places["project_id"] == project_id, "province_code"])
    new = {
        row.after.get("province_code", "")
        for row in rows
        if row.table == "project_locations" and row.after["project_id"] == project_id
    }
    return now | new


def _project_agencies(
    row: Row, states: list[dict[str, str] | Mapping[str, str]], records: Records
) -> set[str]:
    if row.table == "projects":
        return {state.get("agency_code", "") for state in states}
    projects: pd.DataFrame = records.projects
    return set(projects.loc[projects["project_id"] == row.after["project_id"], "agency_code"]) or {""}
