"""The projects as a planner explores them: lists by the page, totals, and what they are made of.

A project in several provinces is one project. Its baht follow its stated shares; what cannot be given to the
area asked about stands beside the total, and so do nationwide projects. Allocated and disbursed are two
measures and never added. Years are the fiscal years projects began in: the records hold no payment dates.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data.cube.coding import NO_YEAR
from data.cube.cube import over_by
from data.records import Records
from locales.dates import fiscal_year_be, fiscal_year_end
from measures import areas, evidence, scope
from measures.evidence import Evidence
from measures.memory import remembered
from measures.projects.areas import by_pattern
from measures.projects.listing import SIZES, SORTS, Page, has_title_order, page
from measures.projects.patterns import KINDS, codes_on, groups_on, placed
from measures.projects.query import (
    DIMENSIONS,
    MONEY,
    STATUSES,
    Match,
    ProjectQuery,
    both,
    condition,
    conditions,
    match,
)

__all__ = ["DIMENSIONS", "MONEY", "SIZES", "SORTS", "STATUSES", "Page", "Part", "ProjectQuery", "Totals",
           "by_fiscal_year", "by_programme_agency", "facets", "has_title_order", "page",
           "status_flow", "totals", "with_names"]  # fmt: skip


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
    the same question but for the area. documents: how many of the counted projects
    documents state. state: value, none, not_reported, or not_applicable where the area does not
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
    documents: Evidence

    def unstated(self, whole_country: bool) -> int:
        """Return how many projects state no allocated sum: of the area, for the whole country nationwide ones too."""
        beside = self.nationwide.unstated_count if whole_country else 0
        return self.attributed.unstated_count + self.unattributed.unstated_count + beside


_PLACED, _NATIONWIDE, _NO_PLACE = range(len(KINDS))


@remembered
def totals(records: Records, query: ProjectQuery) -> Totals:
    """Return how many projects answer and their money, with what cannot be placed beside it."""
    found, anywhere = match(records, query), match(records, query.but(groups=(), area=None))
    here, known = found.kind == _PLACED, found.known
    silent = areas.is_silent(records, query.selection, "projects")
    inside = scope.codes(records, query.selection)
    absent = "not_applicable" if inside == frozenset() else "not_reported" if silent else "none"
    state = "value" if found.total else absent
    return Totals(
        state, int(found.count[here].sum()), _part(found, here & known, inside=True), _part(found, here & ~known),
        _part(anywhere, anywhere.kind == _NATIONWIDE), _part(anywhere, anywhere.kind == _NO_PLACE),
        found.evidence(), found.source_id(), found.documented(here),
    )  # fmt: skip


def _part(found: Match, where: np.ndarray, inside: bool = False) -> Part:
    count = int(found.count[where].sum())
    sums = []
    for money in MONEY:
        baht = found.inside_baht(money) if inside else found.baht(money)
        stated = found.stated(money)[where].any()
        sums.append(float(baht[where].sum()) if stated or not count else np.nan)
    return Part(count, sums[0], sums[1], count - int(found.stated("allocated")[where].sum()))


@remembered
def facets(records: Records, query: ProjectQuery) -> dict[str, pd.DataFrame]:
    """Return per dimension (see DIMENSIONS) the choices with records behind them: code, name_th, name_en (blank
    where a message names it), project_count, most first; each under all other conditions of the question."""
    shown = evidence.seen(records, query.selection)
    own = match(records, query)  # for the area asked about
    asked = condition(query)
    snapshot, masks = conditions(shown, asked)
    cells = own.cube.cells
    if scope.codes(records, query.selection) is not None:
        masks["area"] = own.cube.footprints.any_place(own.inside)[cells.pattern[: snapshot.size]]
    found = {}
    for name in DIMENSIONS:
        if name in ("group", "province"):
            counted = _area_facet(records, query, name)
        elif name == "status":  # a status not chosen now may be: planned projects too
            counted = _status_facet(records, query)
        else:
            count = np.where(both(masks, but=name), snapshot.count, 0)
            counted = _counted(cells.codes[name][: snapshot.size], count, None if name == "fiscal_year" else
                               own.cube.words[name])  # fmt: skip
        order = ["code"] if name == "fiscal_year" else ["project_count", "code"]
        counted = counted.sort_values(
            order, ascending=[name == "fiscal_year", True][: len(order)], ignore_index=True
        )
        found[name] = _named(records, query, name, counted)
    return found


def _counted(codes: np.ndarray, count: np.ndarray, words: np.ndarray | None) -> pd.DataFrame:
    """Return code and project_count of the words, or years, that occur; blank ones are left out."""
    sums = np.bincount(codes, count).astype(int)
    found = np.flatnonzero(sums)
    names = [str(number) for number in found] if words is None else [words[number] for number in found]
    counted = pd.DataFrame({"code": pd.Series(names, dtype="str"), "project_count": sums[found]})
    return counted[(counted["code"] != "") & (counted["code"] != "0")]


def _status_facet(records: Records, query: ProjectQuery) -> pd.DataFrame:
    parts = [match(records, query.but(status=status)) for status in (None, "planned")]
    words = parts[0].cube.words["status"]
    counted = [_counted(found.code("status"), found.count, words) for found in parts]
    return pd.concat(counted, ignore_index=True)


def _area_facet(records: Records, query: ProjectQuery, name: str) -> pd.DataFrame:
    shown, day = evidence.seen(records, query.selection), query.selection.asof
    found = by_pattern(match(records, query.but(groups=(), area=None)))
    footprints = found.cube.footprints
    codes = codes_on(records, shown, day)
    if name == "group":
        codes = groups_on(records, shown, areas.map_day(records, day))
    here = placed(footprints) & (codes != "")
    pairs = pd.DataFrame({"pattern": footprints.pattern[here], "code": pd.Series(codes[here], dtype="str")})
    pairs = pairs.drop_duplicates()
    counted = pairs.assign(project_count=found.count[pairs["pattern"]]).groupby("code")["project_count"].sum()
    return counted[counted > 0].reset_index()


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


@remembered
def by_fiscal_year(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return one row per fiscal year from the first to the last in which a project that answers began.

    Columns: fiscal_year_be, project_count (with a place in the area), baht (`query.money`, attributed to the
    area), unattributed_baht, nationwide_baht (whole; with no area chosen), unstated_count, state (value, none,
    not_reported: projects began and none states a sum), evidence, source_id. Projects of unknown year: NA, last.
    """
    found = match(records, query)
    year, money = found.code("fiscal_year").astype(int), query.money
    here = found.kind == _PLACED
    baht, size = found.baht(money), int(year.max(initial=0)) + 1

    def sums(values: np.ndarray) -> np.ndarray:
        return np.bincount(year, values, minlength=size)

    begun, stated = sums(found.count), sums(found.stated(money))
    columns = {
        "project_count": sums(np.where(here, found.count, 0)).astype(int),
        "baht": sums(np.where(here & found.known, found.inside_baht(money), 0.0)),
        "unattributed_baht": sums(np.where(here & ~found.known, baht, 0.0)),
        "nationwide_baht": sums(np.where(found.kind == _NATIONWIDE, baht, 0.0)),
        "unstated_count": (begun - stated).astype(int),
        "state": np.select([stated > 0, begun > 0], ["value", "not_reported"], "none"),
    }
    named = np.flatnonzero(begun[1:]) + 1
    listed = [*range(named[0], named[-1] + 1)] if len(named) else []
    listed += [0] if begun[0] else []
    rows = np.array(listed, dtype=int)
    where = [np.flatnonzero(year == one) for one in listed]
    return pd.DataFrame({
        "fiscal_year_be": pd.Series([one or None for one in listed], dtype="Int64"),
        **{name: values[rows] for name, values in columns.items()},
        "evidence": pd.Series([found.evidence(own) for own in where], dtype=object),
        "source_id": pd.Series([found.source_id(own) for own in where], dtype=object),
    })  # fmt: skip


@remembered
def by_programme_agency(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return one row per programme and agency with a project that answers, most projects first.

    Columns: programme_code, programme_name_th, programme_name_en, agency_code, agency_name_th, agency_name_en,
    project_count (each once, nationwide ones too), allocated_baht, disbursed_baht (attributed to the area, NaN
    where no project states a sum), unattributed_count, evidence, source_id.
    """
    found = match(records, query)
    words = found.cube.words
    pair = found.code("programme").astype(int) * len(words["agency"]) + found.code("agency")
    pairs, own = np.unique(pair, return_inverse=True)

    def sums(values: np.ndarray) -> np.ndarray:
        return np.bincount(own, values, minlength=len(pairs))

    made = {
        "programme_code": words["programme"][pairs // max(1, len(words["agency"]))],
        "agency_code": words["agency"][pairs % max(1, len(words["agency"]))],
        "project_count": sums(found.count).astype(int),
    }
    for money in MONEY:
        known = sums(np.where(found.known, found.stated(money), 0))
        made[f"{money}_baht"] = np.where(known > 0, sums(found.inside_baht(money)), np.nan)
    made["unattributed_count"] = sums(np.where(found.known, 0, found.count)).astype(int)
    seen = np.zeros((len(pairs), len(words["source"])), dtype=bool)
    seen[own, found.code("source")] = True
    behind = [words["source"][here] for here in seen]
    made["evidence"] = np.array([evidence.combined(kind for kind, _ in own) for own in behind], dtype=object)
    made["source_id"] = np.array([evidence.join_sources(i for _, i in own) for own in behind], dtype=object)
    rows = pd.DataFrame(made).astype({"programme_code": "str", "agency_code": "str"})
    rows = rows.sort_values("project_count", ascending=False, kind="stable", ignore_index=True)
    return with_names(records, rows)


def with_names(records: Records, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with programme_name_th/_en and agency_name_th/_en inserted after their codes."""
    rows = rows.copy()
    for name, source in (("programme", records.programmes), ("agency", records.agencies)):
        key = f"{name}_code"
        names = source.set_index(key)[["name_th", "name_en"]].reindex(rows[key]).fillna("")
        place = list(rows.columns).index(key) + 1
        for offset, lang in enumerate(("th", "en")):
            rows.insert(place + offset, f"{name}_name_{lang}", names[f"name_{lang}"].to_numpy())
    return rows


@remembered
def status_flow(records: Records, query: ProjectQuery) -> pd.DataFrame:
    """Return how projects stood at the end of each fiscal year (the last one: on the day asked about).

    Columns: fiscal_year_be, on (datetime64), running_count, completed_count, cancelled_count, unknown_count
    (over by now, but the day is not recorded), begun_count (in that year). `query.status` is left out of the
    question, since the records know only the latest status; planned projects are not counted.
    """
    found = match(records, query.but(status=None))
    cells, asof = found.cube.cells, query.selection.asof
    start, count = cells.start_year[found.cells], found.count
    status = found.code("status")
    cancelled = status == found.cube.code("status", "cancelled")
    ended = cancelled | (status == found.cube.code("status", "completed"))
    unknown = ended & (cells.over_year[found.cells] == NO_YEAR)
    made = []
    years = range(int(start.min()), fiscal_year_be(asof) + 1) if len(start) else range(0)
    for year in years:
        on = min(fiscal_year_end(year), asof)
        begun = np.where(start <= year, count, 0)
        past = over_by(cells, year)[found.cells]  # every project of a cell is over in the same fiscal year
        over = found.snapshot.over[found.cells] if on == asof else np.where(past, begun, 0)
        made.append({
            "fiscal_year_be": year, "on": pd.Timestamp(on),
            "running_count": int((begun - over)[~unknown].sum()),
            "completed_count": int(over[~cancelled].sum()), "cancelled_count": int(over[cancelled].sum()),
            "unknown_count": int(begun[unknown].sum()), "begun_count": int(count[start == year].sum()),
        })  # fmt: skip
    columns = ["fiscal_year_be", "on", "running_count", "completed_count", "cancelled_count", "unknown_count",
               "begun_count"]  # fmt: skip
    return pd.DataFrame(made, columns=columns)
