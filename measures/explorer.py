"""The projects as a planner explores them: lists by the page, totals, and what they are made of.

A project in several provinces is one project. Its baht follow its stated shares; what cannot be given to the
area asked about stands beside the total, and so do nationwide projects. Allocated and disbursed are two
measures and never added. Years are the fiscal years projects began in: the records hold no payment dates.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.records import Records
from locales.dates import fiscal_year_be, fiscal_year_end
from locales.sorting import thai_key
from measures import areas, evidence, scope
from measures.project_query import (
    COLUMN_OF,
    DIMENSIONS,
    MONEY,
    STATUSES,
    Match,
    ProjectQuery,
    conditions,
    match,
    place_codes,
    table,
)

__all__ = ["DIMENSIONS", "MONEY", "SIZES", "SORTS", "STATUSES", "Page", "Part", "ProjectQuery", "Totals",
           "by_fiscal_year", "by_programme_agency", "facets", "page", "status_flow", "totals", "with_names"]  # fmt: skip

SORTS = ("started_on", "ended_on", "fiscal_year_be", "title_th", "title_en", "status", "programme_code",
         "agency_code", "allocated_baht", "disbursed_baht", "beneficiary_count", "project_id")  # fmt: skip
SIZES = (20, 50, 100)


@dataclass(frozen=True)
class Page:
    """One page of the list. rows: the projects' columns, and kind (province, nationwide, no_place), province_codes
    (tuple, of the day), inside_share (share of its money in the area asked about, NaN where not attributable).
    number: from 1, the page that was found; last: number of pages, at least 1; total: projects on all pages."""

    rows: pd.DataFrame
    number: int
    last: int
    total: int


@dataclass(frozen=True)
class Part:
    """Some projects, each counted once. Baht are NaN when there are projects and none states a sum.

    unstated_count: projects that state no allocated sum."""

    project_count: int
    allocated_baht: float
    disbursed_baht: float
    unstated_count: int


@dataclass(frozen=True)
class Totals:
    """Totals of a question. project_count: distinct projects with a place in the area, attributable or not.

    attributed: their money as far as it belongs to the area. unattributed: projects that also work outside it
    without stated shares, with their whole money. nationwide, no_place: beside the map, whole money; asked with
    the same question but for the area. state: value, none, not_reported, or not_applicable where the area does not
    exist on the day.
    """

    state: str
    project_count: int
    attributed: Part
    unattributed: Part
    nationwide: Part
    no_place: Part
    evidence: str
    source_id: str


def page(
    records: Records, query: ProjectQuery, number: int = 1, size: int = 20, sort: str = "-started_on"
) -> Page:
    """Return one page of the projects that answer; a number outside the pages gives the nearest page.

    sort: one of SORTS, with a leading "-" for descending; blanks stand last either way, ties by project_id.
    Raises ValueError for another sort or a size below 1.
    """
    column = sort.removeprefix("-")
    if column not in SORTS or size < 1:
        raise ValueError(f"expected one of {SORTS} and a size of at least 1, got {sort!r}, {size}")
    found = match(records, query)
    last = max(1, -(-len(found.where) // size))
    number = min(max(1, number), last)
    order = _order(found.rows[column], ascending=not sort.startswith("-"))
    here = order[(number - 1) * size : number * size]
    places = place_codes(records, query, found.table)
    rows = found.rows.iloc[here].assign(
        kind=found.kind[here],
        province_codes=_places_of(found, places, found.where[here]),
        inside_share=np.where(found.kind[here] == "province", found.weight[here], np.nan),
    )
    return Page(rows.reset_index(drop=True), number, last, len(found.where))


def _order(values: pd.Series, ascending: bool) -> np.ndarray:
    """Return the row order; rows come by project_id, and the sort is stable."""
    key: Callable[[pd.Series], pd.Series] | None = None
    if values.name == "title_th":
        key = lambda titles: titles.map(lambda title: "\x00".join(thai_key(title)))  # noqa: E731
    elif values.name == "title_en":
        key = lambda titles: titles.str.casefold()  # noqa: E731
    plain = values.reset_index(drop=True)
    if str(plain.dtype) == "str":
        plain = plain.mask(plain == "")
    keyed = key(plain.fillna("")).mask(plain.isna()) if key else plain
    return keyed.sort_values(ascending=ascending, kind="stable", na_position="last").index.to_numpy()


def _places_of(found: Match, places: pd.Series, rows: np.ndarray) -> list[tuple[str, ...]]:
    wanted = pd.Series(places.to_numpy(), index=found.table.place_project)
    inside = wanted[wanted.index.isin(rows)]
    by_project = {row: tuple(dict.fromkeys(part)) for row, part in inside.groupby(level=0)}
    return [by_project.get(row, ()) for row in rows]


def totals(records: Records, query: ProjectQuery) -> Totals:
    """Return how many projects answer and their money, with what cannot be placed beside it."""
    found, anywhere = match(records, query), match(records, query.but(groups=(), area=None))
    placed, known = found.kind == "province", ~np.isnan(found.weight)
    rows, elsewhere = found.rows, anywhere.rows
    silent = evidence.is_silent(records, query.selection, "projects")
    inside = scope.codes(records, query.selection)
    absent = "not_applicable" if inside == frozenset() else "not_reported" if silent else "none"
    state = "value" if len(rows) else absent
    kind = evidence.weakest(rows["evidence"].unique())
    return Totals(
        state, int(placed.sum()),
        _part(rows[placed & known], found.weight[placed & known]), _part(rows[placed & ~known]),
        _part(elsewhere[anywhere.kind == "nationwide"]), _part(elsewhere[anywhere.kind == "no_place"]),
        kind, evidence.join_sources(rows["source_id"].unique()),
    )  # fmt: skip


def _part(rows: pd.DataFrame, weight: np.ndarray | float = 1.0) -> Part:
    sums = [_sum(rows[f"{money}_baht"] * weight) for money in MONEY]
    return Part(len(rows), sums[0], sums[1], int(rows["allocated_baht"].isna().sum()))


def _sum(values: pd.Series) -> float:
    return float(values.sum(min_count=1)) if len(values) else 0.0


def facets(records: Records, query: ProjectQuery) -> dict[str, pd.DataFrame]:
    """Return per dimension (see DIMENSIONS) the choices with records behind them: code, name_th, name_en (blank
    where a message names it), project_count, most first; each under all other conditions of the question."""
    shown, masks = table(evidence.seen(records, query.selection)), conditions(records, query)
    found = {}
    for name in DIMENSIONS:
        own = "area" if name in ("group", "province") else name
        hit = np.logical_and.reduce([mask for key, mask in masks.items() if key != own])
        if name == "status":  # a status not chosen now may be: planned projects too
            hit = hit & ((shown.projects["started_on"] <= pd.Timestamp(query.selection.asof)).to_numpy()
                         | (shown.projects["status"] == "planned").to_numpy())  # fmt: skip
        if own == "area":
            codes = _area_facet(records, query, hit, name)
        else:
            codes = shown.projects.loc[hit, COLUMN_OF[name]].dropna().astype(str)
        counted = codes[codes != ""].value_counts().rename("project_count").rename_axis("code").reset_index()
        counted = counted.sort_values(["project_count", "code"], ascending=[False, True], ignore_index=True)
        if name == "fiscal_year":
            counted = counted.sort_values("code", ignore_index=True)
        found[name] = _named(records, query, name, counted)
    return found


def _area_facet(records: Records, query: ProjectQuery, hit: np.ndarray, name: str) -> pd.Series:
    shown = table(evidence.seen(records, query.selection))
    codes = place_codes(records, query, shown)
    if name == "group":
        found = areas.provinces_on(records, query.selection.asof)
        codes = codes.map(dict(zip(found["area_code"], found["group_code"], strict=True))).fillna("")
    pairs = pd.DataFrame({"project": shown.place_project, "code": codes.to_numpy()})[hit[shown.place_project]]
    return pairs.drop_duplicates()["code"].astype("str")


def _named(records: Records, query: ProjectQuery, name: str, counted: pd.DataFrame) -> pd.DataFrame:
    day = query.selection.asof
    sources = {
        "phase": (records.phases, "phase_code"),
        "programme": (records.programmes, "programme_code"),
        "agency": (records.agencies, "agency_code"),
        "group": (areas.groups_on(records, day), "area_code"),
        "province": (areas.provinces_on(records, day), "area_code"),
    }
    names = pd.DataFrame({"name_th": "", "name_en": ""}, index=counted.index)
    if name in sources:
        rows, key = sources[name]
        names = rows.set_index(key)[["name_th", "name_en"]].reindex(counted["code"]).fillna("")
    return counted.assign(name_th=names["name_th"].to_numpy(), name_en=names["name_en"].to_numpy())[
        ["code", "name_th", "name_en", "project_count"]
    ]


def by_fiscal_year(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return one row per fiscal year from the first to the last in which a project that answers began.

    Columns: fiscal_year_be, project_count (with a place in the area), baht (`query.money`, attributed to the
    area), unattributed_baht, nationwide_baht (whole; with no area chosen), unstated_count, state (value, none,
    not_reported: projects began and none states a sum), evidence, source_id. Projects of unknown year: NA, last.
    """
    found = match(records, query)
    column = f"{query.money}_baht"
    rows = found.rows.assign(kind=found.kind, weight=found.weight)
    years = rows["fiscal_year_be"].dropna()
    listed: list[int | None] = list(range(int(years.min()), int(years.max()) + 1)) if len(years) else []
    if rows["fiscal_year_be"].isna().any():
        listed.append(None)
    by_year = dict(list(rows.groupby(rows["fiscal_year_be"].fillna(0).astype(int))))
    made = []
    for year in listed:
        part = by_year.get(year or 0, rows.iloc[:0])
        placed = part[part["kind"] == "province"]
        begun, stated = len(part), int(part[column].notna().sum())
        made.append({
            "fiscal_year_be": year, "project_count": len(placed),
            "baht": (placed[column] * placed["weight"]).sum(),
            "unattributed_baht": placed.loc[placed["weight"].isna(), column].sum(),
            "nationwide_baht": part.loc[part["kind"] == "nationwide", column].sum(),
            "unstated_count": begun - stated,
            "state": "value" if stated else "not_reported" if begun else "none",
            "evidence": evidence.weakest(part["evidence"].unique()),
            "source_id": evidence.join_sources(part["source_id"].unique()),
        })  # fmt: skip
    columns = ["fiscal_year_be", "project_count", "baht", "unattributed_baht", "nationwide_baht",
               "unstated_count", "state", "evidence", "source_id"]  # fmt: skip
    return pd.DataFrame(made, columns=columns).astype({"fiscal_year_be": "Int64"})


def by_programme_agency(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return one row per programme and agency with a project that answers, most projects first.

    Columns: programme_code, programme_name_th, programme_name_en, agency_code, agency_name_th, agency_name_en,
    project_count (each once, nationwide ones too), allocated_baht, disbursed_baht (attributed to the area, NaN
    where no project states a sum), unattributed_count, evidence, source_id.
    """
    found = match(records, query)
    rows = found.rows.assign(weight=found.weight, unattributed=np.isnan(found.weight))
    for money in MONEY:
        rows[f"{money}_baht"] = rows[f"{money}_baht"] * rows["weight"]
    grouped = rows.groupby(["programme_code", "agency_code"], sort=True)
    made = grouped[["allocated_baht", "disbursed_baht"]].sum(min_count=1)
    made.insert(0, "project_count", grouped.size())
    made["unattributed_count"] = grouped["unattributed"].sum().astype(int)
    made["evidence"] = grouped["evidence"].agg(lambda kinds: evidence.weakest(kinds.unique()))
    made["source_id"] = grouped["source_id"].agg(lambda ids: evidence.join_sources(ids.unique()))
    made = made.reset_index()
    made = made.sort_values("project_count", ascending=False, kind="stable", ignore_index=True)
    return with_names(records, made)


def with_names(records: Records, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with programme_name_th/_en and agency_name_th/_en inserted after their codes."""
    for name, source in (("programme", records.programmes), ("agency", records.agencies)):
        key = f"{name}_code"
        names = source.set_index(key)[["name_th", "name_en"]].reindex(rows[key]).fillna("")
        place = list(rows.columns).index(key) + 1
        for offset, lang in enumerate(("th", "en")):
            rows.insert(place + offset, f"{name}_name_{lang}", names[f"name_{lang}"].to_numpy())
    return rows


def status_flow(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return how projects stood at the end of each fiscal year (the last one: on the day asked about).

    Columns: fiscal_year_be, on (datetime64), running_count, completed_count, cancelled_count, unknown_count
    (over by now, but the day is not recorded), begun_count (in that year). `query.status` is left out of the
    question, since the records know only the latest status; planned projects are not counted.
    """
    rows = match(records, query.but(status=None)).rows
    start, end, status = rows["started_on"], rows["ended_on"], rows["status"]
    asof = query.selection.asof
    years = range(fiscal_year_be(start.min()), fiscal_year_be(asof) + 1) if len(rows) else range(0)
    begun_in = start.map(fiscal_year_be) if len(rows) else start
    made = []
    for year in years:
        on = pd.Timestamp(min(fiscal_year_end(year), asof))
        begun, over = start <= on, end < on
        unknown = end.isna() & status.isin(["completed", "cancelled"])
        made.append({
            "fiscal_year_be": year, "on": on,
            "running_count": int((begun & ~over & ~unknown).sum()),
            "completed_count": int((begun & over & (status != "cancelled")).sum()),
            "cancelled_count": int((begun & over & (status == "cancelled")).sum()),
            "unknown_count": int((begun & unknown).sum()),
            "begun_count": int((begun_in == year).sum()),
        })  # fmt: skip
    columns = ["fiscal_year_be", "on", "running_count", "completed_count", "cancelled_count", "unknown_count",
               "begun_count"]  # fmt: skip
    return pd.DataFrame(made, columns=columns)
