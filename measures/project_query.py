"""What is asked of the projects, and which projects answer it: the part a store of another kind would replace."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, evidence, scope
from measures.folding import fold_words, folded
from measures.selection import Selection

MONEY = ("allocated", "disbursed")
STATUSES = ("planned", "running", "completed", "cancelled")
DIMENSIONS = ("group", "province", "phase", "programme", "agency", "status", "fiscal_year")
COLUMN_OF = {"phase": "phase_code", "programme": "programme_code", "agency": "agency_code", "status": "status",
            "fiscal_year": "fiscal_year_be"}  # fmt: skip


@dataclass(frozen=True)
class ProjectQuery:
    """Which projects are asked for; hashable. selection: groups, area, phase, programme, agency, asof, evidence.

    Only projects begun by `asof` answer; planned ones, which no map counts, only when status is `planned`.
    year_from, year_to: fiscal year (BE) the project began in, both included. baht_from, baht_to: bounds of the
    whole project's money, both included; a project that states no sum then does not answer. money: which sum
    (allocated, disbursed). text: words that must all stand in the titles or the id, in any spelling.
    """

    selection: Selection = field(default_factory=Selection)
    status: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    money: str = "allocated"
    baht_from: float | None = None
    baht_to: float | None = None
    text: str = ""

    def __post_init__(self) -> None:
        if self.money not in MONEY or self.status not in (None, *STATUSES):
            raise ValueError(
                f"expected one of {MONEY} and one of {STATUSES}, got {self.money}, {self.status}"
            )

    def but(self, **changes: Any) -> "ProjectQuery":
        """Return the same question with some of it changed; fields of the selection may be named too."""
        own = {name: changes.pop(name) for name in list(changes) if name in self.__dataclass_fields__}
        base = replace(self, **own)
        return replace(base, selection=base.selection.but(**changes)) if changes else base


@dataclass(frozen=True, eq=False)
class Table:
    """The projects as the questions need them. Shared: do not change.

    projects: the records' columns, by project_id. place_project (row of the project), place_code, place_share:
    one per place in a province. kind: province, nationwide or no_place, per project.
    """

    projects: pd.DataFrame
    text: list[str]
    place_project: np.ndarray
    place_code: pd.Series
    place_share: np.ndarray
    kind: np.ndarray


@dataclass(frozen=True, eq=False)
class Match:
    """Which projects answer. where: row numbers of all; weight: for each, the share of its money that belongs to
    the area asked about (1 for the whole country), NaN where it cannot be told; kind as in Table."""

    table: Table
    where: np.ndarray
    weight: np.ndarray
    kind: np.ndarray

    @property
    def rows(self) -> pd.DataFrame:
        """The projects that answer, with all columns of the records."""
        return self.table.projects.iloc[self.where]


@lru_cache(maxsize=16)
def table(records: Records) -> Table:
    """Return the projects of a release, indexed once."""
    projects = records.projects.sort_values("project_id", ignore_index=True)
    row_of = pd.Series(projects.index.to_numpy(), index=projects["project_id"])
    places = records.project_locations[records.project_locations["project_id"].isin(row_of.index)]
    rows = row_of.loc[places["project_id"]].to_numpy()
    nationwide = (places["precision"] == "nationwide").to_numpy()
    placed = (places["province_code"] != "").to_numpy() & ~nationwide
    kind = np.full(len(projects), "no_place", dtype=object)
    kind[rows[placed]] = "province"
    kind[rows[nationwide]] = "nationwide"
    titles = zip(projects["title_th"], projects["title_en"], projects["project_id"], strict=True)
    return Table(
        projects, [folded("\n".join(words)) for words in titles], rows[placed],
        places["province_code"][placed].reset_index(drop=True), places["share"].to_numpy()[placed], kind,
    )  # fmt: skip


@lru_cache(maxsize=128)
def match(records: Records, query: ProjectQuery) -> Match:
    """Return the projects that answer a question, and how much of their money belongs to its area."""
    shown = table(evidence.seen(records, query.selection))
    masks = conditions(records, query)
    hit = np.logical_and.reduce(list(masks.values()))
    where = np.flatnonzero(hit)
    return Match(shown, where, _weights(records, query, shown)[where], shown.kind[where])


def conditions(records: Records, query: ProjectQuery) -> dict[str, np.ndarray]:
    """Return one boolean array over all projects per condition; a facet leaves its own condition out."""
    shown, selection = table(evidence.seen(records, query.selection)), query.selection
    projects = shown.projects
    begun = (projects["started_on"] <= pd.Timestamp(selection.asof)).to_numpy()
    planned = (projects["status"] == "planned").to_numpy()
    everything = np.ones(len(projects), dtype=bool)
    masks = {"status": planned if query.status == "planned" else begun & ~planned}
    if query.status not in (None, "planned"):
        masks["status"] = masks["status"] & (projects["status"] == query.status).to_numpy()
    for name in ("phase", "programme", "agency"):
        code = getattr(selection, name)
        masks[name] = (projects[COLUMN_OF[name]] == code).to_numpy() if code else everything
    masks["fiscal_year"] = _between(projects["fiscal_year_be"], query.year_from, query.year_to)
    masks["baht"] = _between(projects[f"{query.money}_baht"], query.baht_from, query.baht_to)
    masks["text"] = _says(shown, query.text)
    masks["area"] = _in_area(records, query, shown)
    return masks


def _between(values: pd.Series, low: float | None, high: float | None) -> np.ndarray:
    numbers = values.to_numpy(dtype=float, na_value=np.nan)
    hit = np.ones(len(numbers), dtype=bool)
    if low is not None:
        hit &= numbers >= low
    if high is not None:
        hit &= numbers <= high
    return hit


def _says(shown: Table, text: str) -> np.ndarray:
    words = fold_words(text)
    if not words:  # nothing was asked, or nothing that could be found
        return np.full(len(shown.text), not text.strip())
    return np.fromiter((all(word in title for word in words) for title in shown.text), bool, len(shown.text))


def place_codes(records: Records, query: ProjectQuery, shown: Table) -> pd.Series:
    """Return the province each place counts for on the day of the question."""
    return areas.then(records, shown.place_code, query.selection.asof)


def _inside(records: Records, query: ProjectQuery, shown: Table) -> np.ndarray | None:
    codes = scope.codes(records, query.selection)
    return None if codes is None else place_codes(records, query, shown).isin(codes).to_numpy()


def _in_area(records: Records, query: ProjectQuery, shown: Table) -> np.ndarray:
    inside = _inside(records, query, shown)
    if inside is None:
        return np.ones(len(shown.projects), dtype=bool)
    return np.bincount(shown.place_project[inside], minlength=len(shown.projects)) > 0


def _weights(records: Records, query: ProjectQuery, shown: Table) -> np.ndarray:
    """Return per project the share of its money inside the area.

    All its places inside: the whole. Else the sum of the stated shares inside, if every place states one.
    Else NaN: not attributable to this area. Nationwide projects belong to no area.
    """
    size, inside = len(shown.projects), _inside(records, query, shown)
    if inside is None:
        return np.ones(size)
    place, share = shown.place_project, shown.place_share
    places = np.bincount(place, minlength=size)
    within = np.bincount(place[inside], minlength=size)
    unstated = np.bincount(place[np.isnan(share)], minlength=size) > 0
    part = np.bincount(place[inside], np.nan_to_num(share[inside]), minlength=size)
    weight = np.where(unstated, np.nan, part)
    return np.where((within == places) & (places > 0) & (shown.kind == "province"), 1.0, weight)
