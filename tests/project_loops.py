"""What the project measures must say, worked out project by project in plain loops: slow, and easy to read."""

from collections import defaultdict
from datetime import date
from typing import Any

import pandas as pd

from data.records import Records
from measures import areas, scope
from measures.folding import fold_words, folded
from measures.projects.query import ProjectQuery


class Project:
    """One project with its places as the day sees them."""

    def __init__(self, row: Any, places: list[Any], territory: dict[str, str]) -> None:
        self.row = row
        self.nationwide = any(p.precision == "nationwide" for p in places)
        self.places = [
            (territory.get(p.province_code, p.province_code), p.share)
            for p in places
            if p.province_code and p.precision != "nationwide"
        ]
        self.kind = "nationwide" if self.nationwide else "province" if self.places else "no_place"

    def answers(self, query: ProjectQuery) -> bool:
        """Say whether the project answers a question, wherever it works."""
        row, chosen = self.row, query.selection
        if query.status == "planned":
            hit = row.status == "planned"
        else:
            hit = row.status != "planned" and pd.notna(row.started_on)
            hit = hit and row.started_on <= pd.Timestamp(chosen.asof) and query.status in (None, row.status)
        for wanted, own in (
            (chosen.phase, row.phase_code), (chosen.programme, row.programme_code), (chosen.agency, row.agency_code),
        ):  # fmt: skip
            hit = hit and (not wanted or wanted == own)
        baht = getattr(row, f"{query.money}_baht")
        for low, high, value in (
            (query.year_from, query.year_to, row.fiscal_year_be), (query.baht_from, query.baht_to, baht),
        ):  # fmt: skip
            hit = hit and (low is None or (pd.notna(value) and value >= low))
            hit = hit and (high is None or (pd.notna(value) and value <= high))
        words = fold_words(query.text)
        text = folded(f"{row.title_th}\n{row.title_en}\n{row.project_id}")
        return bool(hit and all(word in text for word in words) and (words or not query.text.strip()))

    def is_in(self, inside: frozenset[str] | None) -> bool:
        """Say whether it has a place in an area."""
        return inside is None or any(code in inside for code, _ in self.places)

    def weight(self, inside: frozenset[str] | None) -> float | None:
        """Return the part of its money that belongs to an area, None where nobody says."""
        own = [share for code, share in self.places if inside is not None and code in inside]
        if inside is None or (self.kind == "province" and len(own) == len(self.places)):
            return 1.0
        return None if any(pd.isna(share) for _, share in self.places) else float(sum(own))

    def is_running(self, day: date) -> bool:
        """Say whether a project that has begun runs on a day."""
        ended = self.row.ended_on
        return self.row.status == "running" if pd.isna(ended) else bool(ended >= pd.Timestamp(day))


def projects(records: Records, query: ProjectQuery) -> list[Project]:
    """Return the projects that answer a question, wherever they work."""
    shown = records.documented() if query.selection.evidence == "documented" else records
    places = defaultdict(list)
    for place in shown.project_locations.itertuples():
        places[place.project_id].append(place)
    territory = areas.territories_on(records, query.selection.asof)
    made = [Project(row, places[row.project_id], territory) for row in shown.projects.itertuples()]
    return [project for project in made if project.answers(query)]


def total(found: list[Project], weights: list[float], money: str) -> float | None:
    """Return the sum of their money, None where there are some and none states a sum."""
    sums = [getattr(p.row, f"{money}_baht") * w for p, w in zip(found, weights, strict=True)]
    known = [value for value in sums if pd.notna(value)]
    return float(sum(known)) if known or not found else None


def totals(records: Records, query: ProjectQuery) -> dict[str, Any]:
    """Return projects and baht of a question: placed, attributed, unattributed, nationwide, no_place."""
    inside = scope.codes(records, query.selection)
    everywhere = projects(records, query)
    here = [p for p in everywhere if p.is_in(inside) and p.kind == "province"]
    weights = [p.weight(inside) for p in here]
    parts = {
        "attributed": [(p, w) for p, w in zip(here, weights, strict=True) if w is not None],
        "unattributed": [(p, 1.0) for p, w in zip(here, weights, strict=True) if w is None],
        "nationwide": [(p, 1.0) for p in everywhere if p.kind == "nationwide"],
        "no_place": [(p, 1.0) for p in everywhere if p.kind == "no_place"],
    }
    made: dict[str, Any] = {"placed": len(here)}
    for name, part in parts.items():
        own, shares = [p for p, _ in part], [w for _, w in part]
        unstated = sum(pd.isna(p.row.allocated_baht) for p in own)
        made[name] = (len(own), total(own, shares, "allocated"), total(own, shares, "disbursed"), unstated)
    return made


def in_each_area(records: Records, query: ProjectQuery, money: str) -> dict[str, tuple[int, float | None]]:
    """Return per area of the day: projects with a place in it, and the baht that belong to it (None: nobody says)."""
    whole = projects(records, query.but(groups=(), area=None))
    level = areas.provinces_on if query.selection.level == "province" else areas.groups_on
    made = {}
    for code in level(records, query.selection.asof)["area_code"]:
        inside = frozenset(scope.area_on(records, code, query.selection.asof).provinces)
        here = [p for p in whole if p.is_in(inside)]
        known = [(p, w) for p in here if (w := p.weight(inside)) is not None]
        baht = total([p for p, _ in known], [w for _, w in known], money) if known else None
        made[code] = (len(here), baht if here else 0.0)
    return made


def running(records: Records, query: ProjectQuery) -> dict[str, int]:
    """Return per province of the day the projects that run there on it, whatever it is that cannot be divided."""
    made: dict[str, int] = defaultdict(int)
    for project in projects(records, query):
        if project.is_running(query.selection.asof) and not project.nationwide:
            for code in {code for code, _ in project.places}:
                made[code] += 1
    return made
