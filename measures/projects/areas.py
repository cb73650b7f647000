"""The projects that answer, by where they work: what maps of projects and of their money are made of."""

from dataclasses import dataclass

import numpy as np

from data.cube.cube import Cube
from measures import evidence
from measures.projects.query import MONEY, Match


@dataclass(frozen=True, eq=False)
class ByPattern:
    """A match added up per pattern of places; small, whatever the match. count, running: projects. stated, baht: per
    money, of whole projects. place_baht: per money and place of a pattern, the sum of the stated shares. seen,
    seen_running: per pattern and source, whether a project (a running one) is there. unsaid: begun projects of which
    nobody says whether they run."""

    cube: Cube
    count: np.ndarray
    running: np.ndarray
    stated: dict[str, np.ndarray]
    baht: dict[str, np.ndarray]
    place_baht: dict[str, np.ndarray]
    seen: np.ndarray
    seen_running: np.ndarray
    unsaid: np.ndarray

    def told(self, patterns: np.ndarray, running: bool = False) -> tuple[str, str]:
        """Return evidence and source_id of the projects (the running ones) of some patterns."""
        seen = self.seen_running if running else self.seen
        pairs = self.cube.words["source"][seen[patterns].any(axis=0)]
        return evidence.combined(kind for kind, _ in pairs), evidence.join_sources(
            source for _, source in pairs
        )


def by_pattern(found: Match) -> ByPattern:
    """Return a match added up per pattern of places."""
    size, footprints = len(found.cube.footprints), found.cube.footprints

    def sums(values: np.ndarray) -> np.ndarray:
        return np.bincount(found.pattern, values, minlength=size)

    def sources(count: np.ndarray) -> np.ndarray:
        made = np.zeros((size, len(found.cube.words["source"])), dtype=bool)
        kept = np.flatnonzero(count)
        made[found.pattern[kept], found.code("source")[kept]] = True
        return made

    _, slot, place = found.slots(np.flatnonzero(footprints.slotted[found.pattern]))
    by_place = {
        money: np.bincount(
            place, getattr(found.snapshot, f"slot_{money}")[slot], minlength=len(footprints.code)
        )
        for money in MONEY
    }
    return ByPattern(
        found.cube, sums(found.count).astype(int), sums(found.running).astype(int),
        {money: sums(found.stated(money)).astype(int) for money in MONEY},
        {money: sums(found.baht(money)) for money in MONEY}, by_place, sources(found.count), sources(found.running),
        sums(found.unsaid).astype(int),
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class Parts:
    """Parts of projects in areas, one entry per pattern and area or place. area: number of the area; pattern.

    count, stated: projects, and how many of them state the sum asked about; baht: what belongs to the area, NaN where
    it is not known.
    """

    area: np.ndarray
    pattern: np.ndarray
    count: np.ndarray
    stated: np.ndarray
    baht: np.ndarray


def told(parts: Parts, sources: np.ndarray, pairs: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Return evidence and source_id of each of `size` areas, from the sources of the patterns that have parts there."""
    kinds, ids = np.full(size, "", dtype=object), np.full(size, "", dtype=object)
    here = parts.count > 0
    seen = np.zeros((size, len(pairs)), dtype=bool)
    for number in range(len(pairs)):
        seen[parts.area[here & sources[parts.pattern, number]], number] = True
    for area in np.flatnonzero(seen.any(axis=1)):
        own = pairs[seen[area]]
        kinds[area] = evidence.combined(kind for kind, _ in own)
        ids[area] = evidence.join_sources(source for _, source in own)
    return kinds, ids


def per_area(area: np.ndarray, values: np.ndarray, size: int) -> np.ndarray:
    """Return the sum of the values of each area."""
    return np.bincount(area, values, minlength=size)
