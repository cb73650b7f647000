"""Projects and their money, by the places where they work.

A project in three provinces counts in each of them and once nationally. Its baht are split by the stated
shares. What cannot be placed is never spread: it is listed beside the map (`unattributed`).
Planned projects are not counted. Allocated and disbursed are two measures and are never added; both are the
sums of the current release for projects begun by the day, since the records hold no payment dates.
"""

from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, evidence
from measures.coverage import Count
from measures.memory import remembered
from measures.selection import Selection

MONEY = {"allocated": "allocated_baht", "disbursed": "disbursed_baht"}
KINDS = ("nationwide", "group_only", "several_without_share", "no_place", "no_group")


@lru_cache(maxsize=16)
def placed(records: Records) -> pd.DataFrame:
    """Return one row per project and place, planned projects left out. Shared: do not change.

    Adds to the project's columns: province_code, weight (share of the money, NaN if not attributable to a
    province) and kind: province, or why it is not (see KINDS).
    """
    projects = records.projects[records.projects["status"] != "planned"]
    places = records.project_locations[["project_id", "province_code", "precision", "share"]]
    rows = projects.merge(places, on="project_id", how="left")
    rows = rows.fillna({"province_code": "", "precision": "no_place"})
    by_project = rows.groupby("project_id")
    alone = by_project["precision"].transform("size") == 1
    weight = rows["share"].mask(rows["share"].isna() & alone, 1.0)
    unknown = weight.isna().groupby(rows["project_id"]).transform("any")
    kind = pd.Series("province", index=rows.index).mask(unknown, "several_without_share")
    for precision, name in (("group", "group_only"), ("no_place", "no_place"), ("nationwide", "nationwide")):
        hit = rows["precision"].eq(precision).groupby(rows["project_id"]).transform("any")
        kind = kind.mask(hit, name)
    return rows.assign(kind=kind, weight=weight.where(kind == "province"))


@lru_cache(maxsize=32)
def _by_place(records: Records, level: str, map_day: date) -> pd.DataFrame:
    """Return `placed` with area_code, weight and kind for a level and a map, and is_first: the first row of
    the project in its area (projects are counted on it)."""
    rows = placed(records)
    codes = areas.then(records, rows["province_code"], map_day)
    if level == "province":
        area = codes.where(rows["kind"].isin(["province", "several_without_share"]), "")
        rows = rows.assign(area_code=area)
    else:
        found = areas.provinces_on(records, map_day)
        group_of = dict(zip(found["area_code"], found["group_code"], strict=True))
        group = codes.map(lambda code: group_of.get(code, "")).astype("str")
        rows = _settle_groups(rows.assign(area_code=group.where(rows["kind"] != "nationwide", "")))
    return rows.assign(is_first=~rows.duplicated(["project_id", "area_code"]))


def _settle_groups(rows: pd.DataFrame) -> pd.DataFrame:
    """Give a project without stated shares wholly to its group, if all its places lie in one group."""
    by_project = rows.groupby("project_id")["area_code"]
    one_group = (by_project.transform("nunique") == 1) & (rows["area_code"] != "")
    settled = rows["kind"].isin(["group_only", "several_without_share"]) & one_group
    whole = (~rows.duplicated("project_id")).astype(float)
    kind = rows["kind"].mask(settled, "province")
    no_group = (kind == "province") & (rows["area_code"] == "")
    return rows.assign(weight=rows["weight"].mask(settled, whole), kind=kind.mask(no_group, "no_group"))


def _chosen(rows: pd.DataFrame, selection: Selection) -> np.ndarray:
    """Mark rows of projects begun by the day, of the chosen phase, programme and agency."""
    mask = (rows["started_on"] <= pd.Timestamp(selection.asof)).to_numpy()
    for column, wanted in (
        ("phase_code", selection.phase),
        ("programme_code", selection.programme),
        ("agency_code", selection.agency),
    ):
        if wanted:
            mask = mask & (rows[column] == wanted).to_numpy()
    return mask


def _running(rows: pd.DataFrame, selection: Selection) -> np.ndarray:
    """Mark rows of projects running on the day; a cancelled one ran until its last day, if that is known."""
    ended = rows["ended_on"]
    open_end = ended.isna() & (rows["status"] == "running")
    return _chosen(rows, selection) & (open_end | (ended >= pd.Timestamp(selection.asof))).to_numpy()


def _rows_of(records: Records, selection: Selection, level: str) -> pd.DataFrame:
    return _by_place(evidence.seen(records, selection), level, areas.map_day(records, selection.asof))


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of `selection.measure` (projects, allocated, disbursed) at its level.

    Projects: distinct projects running in the area; in a group, each once. Baht: shares applied; `reason`
    is partly_reported where some project states no sum. An area whose only baht belong to several areas
    without stated shares is not_reported (not_attributable), not zero. Bangkok counts like any province.
    """
    make = areas.province_draft if selection.level == "province" else areas.group_draft
    draft, rows = make(records, selection), _rows_of(records, selection, selection.level)
    if evidence.is_silent(records, selection, "projects"):
        draft.put(slice(None), reason=evidence.silence_reason(selection))
    else:
        kind, source_id = evidence.of_absence(records, "projects")
        draft.put(slice(None), state="none", value=0.0, evidence=kind, source_id=source_id)
    inside = (rows["area_code"] != "").to_numpy()
    if selection.measure == "projects":
        rows = rows[_running(rows, selection) & inside & rows["is_first"].to_numpy()]
        _put_sums(draft, rows, np.ones(len(rows)))
        return draft.frame()
    rows = rows[_chosen(rows, selection) & inside]
    shared, rows = rows[rows["weight"].isna()], rows[rows["weight"].notna()]
    gap = {"state": "not_reported", "reason": "not_attributable", "value": np.nan}
    draft.put(draft.places(shared["area_code"].unique()), **gap)
    _put_sums(draft, rows, (rows[MONEY[selection.measure]] * rows["weight"]).to_numpy())
    return draft.frame()


def _put_sums(draft: areas.Draft, rows: pd.DataFrame, amount: np.ndarray) -> None:
    place, known = draft.places(rows["area_code"]), ~np.isnan(amount)
    size = len(draft.codes)
    sums = np.bincount(place[known], amount[known], minlength=size)
    said, all_rows = np.bincount(place[known], minlength=size), np.bincount(place, minlength=size)
    invented = np.bincount(place, (rows["evidence"] == evidence.ILLUSTRATIVE).to_numpy(), minlength=size)
    has = all_rows > 0
    draft.put(
        has, reason="", evidence=np.where(invented > 0, evidence.ILLUSTRATIVE, evidence.DOCUMENTED)[has]
    )
    draft.put(has & (said == 0), state="not_reported", reason="no_record", value=np.nan)
    draft.put(has & (said > 0) & (said < all_rows), reason="partly_reported")
    draft.put(said > 0, state="value", value=sums[said > 0])
    draft.put((said > 0) & (sums == 0), state="none")
    pairs = pd.DataFrame({"place": place, "source_id": rows["source_id"].to_numpy()}).drop_duplicates()
    sources = pairs.groupby("place")["source_id"].agg(" ".join)
    draft.put(sources.index.to_numpy(), source_id=sources.to_numpy())


@remembered
def unattributed(records: Records, selection: Selection) -> pd.DataFrame:
    """Return what the map of `selection.level` cannot place, one row per kind that occurs.

    Columns: kind (nationwide, group_only, several_without_share, no_place, no_group), project_count (running,
    each once), allocated_baht, disbursed_baht, evidence, source_id. Map plus this table is the national
    total of the baht. `several_without_share` projects *are* counted on the map, only their baht are not.
    """
    rows = _rows_of(records, selection, selection.level)
    begun = rows[_chosen(rows, selection) & (rows["kind"] != "province").to_numpy()]
    running = rows.loc[_running(rows, selection)]
    made = []
    for kind in KINDS:
        part = begun[begun["kind"] == kind]
        if part.empty:
            continue
        # Parts of a project in no group carry a share; all other kinds are whole projects, counted once.
        once = part if kind == "no_group" else part.drop_duplicates("project_id")
        weight = once["weight"].fillna(1.0)
        made.append({
            "kind": kind,
            "project_count": running.loc[running["kind"] == kind, "project_id"].nunique(),
            "allocated_baht": (once["allocated_baht"] * weight).sum(),
            "disbursed_baht": (once["disbursed_baht"] * weight).sum(),
            "evidence": evidence.weakest(part["evidence"].unique()),
            "source_id": evidence.join_sources(part["source_id"].unique()),
        })  # fmt: skip
    columns = ["kind", "project_count", "allocated_baht", "disbursed_baht", "evidence", "source_id"]
    return pd.DataFrame(made, columns=columns)


def _inside(records: Records, selection: Selection, rows: pd.DataFrame) -> pd.DataFrame:
    """Keep the projects with a place inside the filter; nationwide ones only for the whole country."""
    chosen = areas.filter_codes(records, selection)
    if chosen is None:
        return rows
    codes = areas.then(records, rows["province_code"], selection.asof)
    return rows[codes.isin(chosen)]


@remembered
def running_total(records: Records, selection: Selection) -> Count:
    """Return the number of projects running on the day, each once; a count without a denominator."""
    rows = placed(evidence.seen(records, selection))
    rows = _inside(records, selection, rows[_running(rows, selection)]).drop_duplicates("project_id")
    if rows.empty and evidence.is_silent(records, selection, "projects"):
        return Count(None, None, selection.asof, state="not_reported")
    kind = evidence.weakest(rows["evidence"].unique()) or evidence.of_absence(records, "projects")[0]
    sources = evidence.join_sources(rows["source_id"].unique())
    return Count(len(rows), None, selection.asof, "exact", kind, sources)


@remembered
def money_total(records: Records, selection: Selection) -> dict[str, float]:
    """Return the baht of projects begun by the day, each project whole and once: allocated_baht,
    disbursed_baht. NaN where nothing is reported."""
    rows = placed(evidence.seen(records, selection))
    rows = _inside(records, selection, rows[_chosen(rows, selection)]).drop_duplicates("project_id")
    silent = rows.empty and evidence.is_silent(records, selection, "projects")
    return {column: np.nan if silent else float(rows[column].sum()) for column in MONEY.values()}
