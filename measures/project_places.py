"""Where the projects that answer a question work: the map of the project explorer."""

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, evidence
from measures.catalogue import AMOUNT_STATES, LEVELS, SPECS, MeasureSpec
from measures.memory import remembered
from measures.project_query import MONEY, Match, ProjectQuery, match, place_codes

# Projects begun, not only those running on the day (`projects`), so that an area's number is that of its list.
FOUND = MeasureSpec(
    "found", "sequential", "project", (5, 10, 20, 40), (20, 40, 80, 160), LEVELS, AMOUNT_STATES
)  # fmt: skip


def spec_of(measure: str) -> MeasureSpec:
    """Return the classes and words of what `by_area` gives: projects, allocated or disbursed."""
    return SPECS[measure] if measure in MONEY else FOUND


@remembered
def by_area(records: Records, query: ProjectQuery, measure: str) -> pd.DataFrame:
    """Return the uniform frame (`values.by_area`) of the projects that answer, in every area of the day.

    measure: projects (each once in every area where it has a place), allocated or disbursed (baht that belong
    to the area: `explorer.totals` asked for that area alone). `query.area` and `query.groups` are left out of
    the question, groups decide `in_filter`. An area whose only projects also work elsewhere without stated
    shares is not_reported (not_attributable); one of whose projects some state no sum is partly_reported.
    """
    selection = query.selection
    make = areas.province_draft if selection.level == "province" else areas.group_draft
    draft = make(records, selection)
    if evidence.is_silent(records, selection, "projects"):
        draft.put(slice(None), reason=evidence.silence_reason(selection))
        return draft.frame()
    kind, source_id = evidence.of_absence(records, "projects")
    draft.put(slice(None), state="none", value=0.0, evidence=kind, source_id=source_id)
    pairs = _pairs(records, query)
    pairs = pairs[pairs["code"].isin(list(draft.place))]
    projects = match(records, query.but(groups=(), area=None)).table.projects
    rows = projects.iloc[pairs["project"].to_numpy()]
    amount = pairs["weight"].to_numpy()
    amount = amount * rows[f"{measure}_baht"].to_numpy() if measure in MONEY else np.ones(len(pairs))
    told = pd.DataFrame(
        {
            "place": draft.places(pairs["code"]),
            "amount": amount,
            "known": ~np.isnan(pairs["weight"].to_numpy()) if measure in MONEY else True,
            "evidence": rows["evidence"].to_numpy(),
            "source_id": rows["source_id"].to_numpy(),
        }
    )
    _put(draft, told)
    return draft.frame()


def _pairs(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return one row per project and area: project (row number), code, weight (see `project_query.Match`)."""
    found: Match = match(records, query.but(groups=(), area=None))
    shown, size = found.table, len(found.table.projects)
    codes = place_codes(records, query, shown)
    if query.selection.level == "group":
        on_day = areas.provinces_on(records, query.selection.asof)
        codes = codes.map(dict(zip(on_day["area_code"], on_day["group_code"], strict=True))).fillna("")
    asked = np.zeros(size, dtype=bool)
    asked[found.where] = True
    project, share = shown.place_project, shown.place_share
    places = np.bincount(project, minlength=size)
    unstated = np.bincount(project[np.isnan(share)], minlength=size) > 0
    rows = pd.DataFrame({"project": project, "code": codes.to_numpy(), "share": np.nan_to_num(share)})
    rows = rows[asked[project] & (rows["code"] != "")]
    pairs = rows.groupby(["project", "code"], sort=True)["share"].agg(["size", "sum"]).reset_index()
    own = pairs["project"].to_numpy()
    whole = (pairs["size"].to_numpy() == places[own]) & (shown.kind[own] == "province")
    part = np.where(unstated[own], np.nan, pairs["sum"].to_numpy())
    return pairs.assign(weight=np.where(whole, 1.0, part))[["project", "code", "weight"]]


def _put(draft: areas.Draft, told: pd.DataFrame) -> None:
    for place, part in told.groupby("place"):
        known = part[part["known"]]
        stated = known["amount"].dropna()
        values: dict[str, object] = {"state": "value", "value": float(stated.sum()), "reason": ""}
        if known.empty:
            values = {"state": "not_reported", "value": np.nan, "reason": "not_attributable"}
        elif stated.empty:
            values = {"state": "not_reported", "value": np.nan, "reason": "no_record"}
        elif len(stated) < len(part):
            values["reason"] = "partly_reported"
        if values["value"] == 0:
            values["state"] = "none"
        draft.put(
            int(place),
            evidence=evidence.weakest(part["evidence"].unique()),
            source_id=evidence.join_sources(part["source_id"].unique()),
            **values,
        )
