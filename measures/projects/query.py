"""What is asked of the projects, and which cells of the cube answer it."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from data.cube import book
from data.cube.coding import NO_YEAR
from data.cube.cube import Cube, Snapshot
from data.records import Records
from data.remember import lru_cache
from measures import evidence, scope
from measures.evidence import Evidence
from measures.folding import fold_words
from measures.projects import patterns as project_patterns
from measures.projects.patterns import KINDS, PART, UNKNOWN, WHOLE
from measures.selection import Selection

MONEY = ("allocated", "disbursed")
STATUSES = ("planned", "running", "completed", "cancelled")
DIMENSIONS = ("group", "province", "phase", "programme", "agency", "status", "fiscal_year")
MATCHES = 6  # remembered; one over the whole of ten million projects takes about 10 MB


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


@dataclass(frozen=True)
class RowCondition:
    """What no cell can tell: bounds of a project's money, folded words of its titles. nothing: no project can answer."""

    money: str
    baht_from: float | None
    baht_to: float | None
    words: tuple[str, ...]
    nothing: bool


@dataclass(frozen=True)
class Condition:
    """A question without its place: what a cell must have. `rows` is None where cells tell everything."""

    asof: date
    phase: str | None
    programme: str | None
    agency: str | None
    status: str | None
    year_from: int | None
    year_to: int | None
    rows: RowCondition | None


@dataclass(frozen=True, eq=False)
class Match:
    """The cells that answer, and how much of their money belongs to the area asked about.

    cells: their numbers; `count` and the like have one entry for each. weight: WHOLE, PART (the shares inside) or
    UNKNOWN (not attributable to the area), per pattern of places; inside: a flag per place of a pattern.
    """

    cube: Cube
    snapshot: Snapshot
    cells: np.ndarray
    weight: np.ndarray
    inside: np.ndarray

    @cached_property
    def count(self) -> np.ndarray:
        """Projects."""
        return self.snapshot.count[self.cells]

    @cached_property
    def total(self) -> int:
        """All projects that answer."""
        return int(self.count.sum())

    @cached_property
    def pattern(self) -> np.ndarray:
        """Pattern of places."""
        return self.cube.cells.pattern[self.cells]

    @cached_property
    def kind(self) -> np.ndarray:
        """Number in KINDS."""
        return project_patterns.kinds(self.cube.footprints)[self.pattern]

    @cached_property
    def known(self) -> np.ndarray:
        """Whether the money can be attributed to the area."""
        return self.weight[self.pattern] != UNKNOWN

    @cached_property
    def running(self) -> np.ndarray:
        """Projects running on the day; a cancelled one ran until its last day, if that is known."""
        cells = self.cube.cells
        open_end = cells.codes["status"][self.cells] == self.cube.code("status", "running")
        known = open_end | (cells.over_year[self.cells] != NO_YEAR)
        return np.where(known, self.count - self.snapshot.over[self.cells], 0)

    @cached_property
    def unsaid(self) -> np.ndarray:
        """Projects begun of which nobody says whether they still run: no status, no end."""
        blank = self.code("status") == self.cube.code("status", "")
        return np.where(blank & (self.cube.cells.over_year[self.cells] == NO_YEAR), self.count, 0)

    def code(self, dimension: str) -> np.ndarray:
        """Return the number of the word in `cube.words`, or the fiscal year (0: none)."""
        return self.cube.cells.codes[dimension][self.cells]

    def stated(self, money: str) -> np.ndarray:
        """Return how many projects state a sum."""
        values: np.ndarray = getattr(self.snapshot, f"stated_{money}")
        return values[self.cells]

    def baht(self, money: str) -> np.ndarray:
        """Return the sum of whole projects."""
        values: np.ndarray = getattr(self.snapshot, money)
        return values[self.cells]

    def inside_baht(self, money: str) -> np.ndarray:
        """Return the sum that belongs to the area; 0 where it is not known."""
        return self._inside[money]

    @cached_property
    def _inside(self) -> dict[str, np.ndarray]:
        kind = self.weight[self.pattern]
        made = {money: np.where(kind == WHOLE, self.baht(money), 0.0) for money in MONEY}
        parts = np.flatnonzero(kind == PART)
        if len(parts):
            cell, slot, place = self.slots(parts)
            cell, slot = cell[self.inside[place]], slot[self.inside[place]]
            for money in MONEY:
                values = getattr(self.snapshot, f"slot_{money}")
                made[money] += np.bincount(cell, values[slot], minlength=len(self.cells))
        return made

    def slots(self, which: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return for some of the cells their slots: (place among `cells`, number of the slot, place of the pattern)."""
        cells, found = self.cube.cells, self.cube.footprints
        own = self.cells[which]
        first = cells.slot_first[own]
        size = cells.slot_first[own + 1] - first
        step = np.arange(size.sum()) - np.repeat(np.cumsum(size) - size, size)
        pattern = np.repeat(cells.pattern[own], size)
        return np.repeat(which, size), np.repeat(first, size) + step, found.first[pattern] + step

    def evidence(self, where: np.ndarray | None = None) -> str:
        """Return the evidence of the cells, or of some of them: documented, partly, illustrative."""
        return evidence.combined(kind for kind, _ in self._sources(where))

    def documented(self, where: np.ndarray) -> Evidence:
        """Return how many of the projects in some cells documents state."""
        pairs, codes = self.cube.words["source"], self.code("source")[where]
        stated = np.array([kind == evidence.DOCUMENTED for kind, _ in pairs], dtype=bool)
        count = self.count[where]
        return Evidence(int(count[stated[codes]].sum()) if len(pairs) else 0, int(count.sum()))

    def source_id(self, where: np.ndarray | None = None) -> str:
        """Return the sources of the cells, or of some of them."""
        return evidence.join_sources(source for _, source in self._sources(where))

    def _sources(self, where: np.ndarray | None) -> list[tuple[str, str]]:
        codes = self.code("source") if where is None else self.code("source")[where]
        pairs = self.cube.words["source"]
        return list(pairs[np.bincount(codes, minlength=len(pairs)) > 0])


def condition(query: ProjectQuery) -> Condition:
    """Return a question without its place and without what only changes how it is drawn."""
    words = fold_words(query.text)
    nothing = bool(query.text.strip()) and not words  # nothing that could be found
    rows = None
    if words or nothing or query.baht_from is not None or query.baht_to is not None:
        asks_baht = query.baht_from is not None or query.baht_to is not None
        rows = RowCondition(query.money if asks_baht else "", query.baht_from, query.baht_to, words, nothing)
    chosen = query.selection
    return Condition(chosen.asof, chosen.phase, chosen.programme, chosen.agency, query.status, query.year_from,
                     query.year_to, rows)  # fmt: skip


def match(records: Records, query: ProjectQuery) -> Match:
    """Return the cells that answer a question, and how much of their money belongs to its area."""
    inside = scope.codes(records, query.selection)
    return _match(evidence.seen(records, query.selection), records, condition(query), inside)


@lru_cache(maxsize=MATCHES)
def _match(shown: Records, records: Records, asked: Condition, inside: frozenset[str] | None) -> Match:
    cube = book.of(shown).cube
    weight, places = project_patterns.weights(records, shown, asked.asof, inside)
    snapshot, masks = conditions(shown, asked)
    hit = both(masks)
    if inside is not None:
        hit &= cube.footprints.any_place(places)[cube.cells.pattern[: snapshot.size]]
    return Match(cube, snapshot, np.flatnonzero(hit), weight, places)


def conditions(shown: Records, asked: Condition) -> tuple[Snapshot, dict[str, np.ndarray]]:
    """Return what stood on the day and a flag per cell and condition; a facet leaves its own condition out."""
    cube = book.of(shown).cube
    snapshot = standing(shown, asked)
    size, codes = snapshot.size, cube.cells.codes
    masks = {"some": snapshot.count > 0}
    if asked.status:
        masks["status"] = codes["status"][:size] == cube.code("status", asked.status)
    for name in ("phase", "programme", "agency"):
        word = getattr(asked, name)
        if word:
            masks[name] = codes[name][:size] == cube.code(name, word)
    years = codes["fiscal_year"][:size]
    if asked.year_from is not None or asked.year_to is not None:
        low = max(1, asked.year_from or 1)
        masks["fiscal_year"] = (years >= low) & (years <= (asked.year_to or NO_YEAR))
    return snapshot, masks


def both(masks: dict[str, np.ndarray], but: str = "") -> np.ndarray:
    """Return where all conditions hold, but for one."""
    hit = masks["some"].copy()
    for name, mask in masks.items():
        if name != but:
            hit &= mask
    return hit


def standing(shown: Records, asked: Condition) -> Snapshot:
    """Return what had begun by the day among the rows asked for; planned projects if they are asked for."""
    cube = book.of(shown).cube
    flags = row_flags(shown, asked.rows)
    planned = asked.status == "planned"
    if flags is None:
        return cube.planned() if planned else cube.snapshot(np.datetime64(asked.asof))
    return _standing(shown, None if planned else asked.asof, asked.rows)


@lru_cache(maxsize=6)
def _standing(shown: Records, asof: date | None, rows: RowCondition | None) -> Snapshot:
    cube, flags = book.of(shown).cube, row_flags(shown, rows)
    return cube.planned(flags) if asof is None else cube.snapshot(np.datetime64(asof), flags)


@lru_cache(maxsize=6)
def row_flags(shown: Records, rows: RowCondition | None) -> np.ndarray | None:
    """Return a flag per row of the cube, None where every row is meant."""
    if rows is None:
        return None
    found = book.of(shown)
    flags = np.full(len(found), not rows.nothing)
    if rows.words:
        flags &= found.said(rows.words)
    if rows.money:
        baht = getattr(found.cube.rows, rows.money)
        if rows.baht_from is not None:
            flags &= baht >= rows.baht_from
        if rows.baht_to is not None:
            flags &= baht <= rows.baht_to
    return flags


__all__ = ["DIMENSIONS", "KINDS", "MONEY", "STATUSES", "Condition", "Match", "ProjectQuery", "both", "condition",
           "conditions", "match", "row_flags", "standing"]  # fmt: skip
