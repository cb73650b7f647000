"""One project with the places where it works."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.cube import book
from data.records import Records
from data.remember import lru_cache
from geo import boundaries, neighbours
from measures import areas, evidence
from measures.projects.explorer import with_names
from measures.selection import Selection


@dataclass(frozen=True)
class ProjectDetail:
    """One project. project: its row with programme_name_th/_en and agency_name_th/_en. locations: province_code,
    drawn_code (the province of the day it lies in), name_th, name_en, precision, share, allocated_baht,
    disbursed_baht (by the share; NaN where not attributable), lon, lat, evidence, source_id. kind: province,
    group_only, several_without_share, nationwide or no_place, as projects.placed has it."""

    project: pd.Series
    locations: pd.DataFrame
    kind: str


def detail(records: Records, selection: Selection, project_id: str) -> ProjectDetail:
    """Return everything the records hold about a project, drawn on the day asked about.

    Raises KeyError for an unknown one, also for an illustrative one while only documents are asked for.
    """
    rows, places = _found(evidence.seen(records, selection), project_id)
    if rows.empty:
        raise KeyError(project_id)
    project = with_names(records, rows).iloc[0]
    kind = _kind(places)
    whole = len(places) == 1 and kind == "province"
    share = places["share"].fillna(1.0) if whole else places["share"]
    weight = share if kind == "province" else share.mask(share.notna(), np.nan)
    drawn = areas.then(records, places["province_code"], selection.asof)
    names = records.provinces.set_index("province_code")[["name_th", "name_en"]]
    names = names.reindex(places["province_code"]).fillna("")
    points = neighbours.representative_points(boundaries.layer("province", selection.asof))
    points = points.set_index("code").reindex(drawn)
    locations = places.drop(columns="project_id").assign(
        drawn_code=drawn, name_th=names["name_th"].to_numpy(), name_en=names["name_en"].to_numpy(),
        allocated_baht=weight * project["allocated_baht"], disbursed_baht=weight * project["disbursed_baht"],
        lon=points["lon"].to_numpy(), lat=points["lat"].to_numpy(),
    )  # fmt: skip
    columns = ["province_code", "drawn_code", "name_th", "name_en", "precision", "share", "allocated_baht",
               "disbursed_baht", "lon", "lat", "evidence", "source_id"]  # fmt: skip
    return ProjectDetail(project, locations[columns].reset_index(drop=True), kind)


@lru_cache(maxsize=256)
def _found(shown: Records, project_id: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    return book.of(shown).find(project_id)


def _kind(places: pd.DataFrame) -> str:
    """Return why the money can or cannot be given to single provinces."""
    precision = set(places["precision"])
    for name, kind in (("nationwide", "nationwide"), ("group", "group_only")):
        if name in precision:
            return kind
    if places.empty:
        return "no_place"
    return "several_without_share" if len(places) > 1 and places["share"].isna().any() else "province"
