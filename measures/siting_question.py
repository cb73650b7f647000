"""Where to go next, as asked and as answered."""

from dataclasses import dataclass

import pandas as pd

MODELS = ("coverage", "median")
RULES = ("radius", "neighbours")
MOST_SITES = 15
RADII_KM = (40.0, 60.0, 80.0, 100.0, 120.0, 150.0)


@dataclass(frozen=True)
class Question:
    """What is asked of a placement; hashable.

    k: sites to place, 1 to 15. model: `coverage` reaches the most provinces, `median` makes the mean distance
    to the nearest site smallest. rule: what a site reaches beside its own province: `radius` (within
    radius_km) or `neighbours` (a common land border). count_existing: provinces that an institution or a
    representative already reaches by the same rule need no new site. candidates: where a site may stand;
    empty means every province but Bangkok. weights: (province_code, weight) pairs, 1 where not named, 0 to
    leave a province out. Raises ValueError for anything outside these bounds.
    """

    k: int = 5
    model: str = "coverage"
    rule: str = "radius"
    radius_km: float = 80.0
    count_existing: bool = False
    candidates: tuple[str, ...] = ()
    weights: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= self.k <= MOST_SITES:
            raise ValueError(f"k must be 1 to {MOST_SITES}, got {self.k}")
        if self.model not in MODELS or self.rule not in RULES:
            raise ValueError(f"expected one of {MODELS} and one of {RULES}, got {self.model}, {self.rule}")
        if not 0 <= self.radius_km <= 2000 or any(not 0 <= weight < 1e6 for _, weight in self.weights):
            raise ValueError("radius_km must be 0 to 2000 and weights 0 or more")


@dataclass(frozen=True)
class Placement:
    """The answer. state: value; nothing_open (every province asked about is reached already); out_of_reach (no
    candidate reaches an open province); not_reported or not_applicable, as coverage says for the day.

    sites: one row per chosen province, in order of gain: step, area_code, name_th, name_en, group_code,
    gain_count, gain_weight (open provinces first reached by this step), gained (their codes), reaches (codes
    of all open provinces it reaches), mean_km (from open provinces to their nearest site after the step),
    action (appoint where an institution is there or serves it, else find), reason, evidence, source_id.
    provinces: one row per province of the day: area_code, name_th, name_en, group_code, state_before and state
    (covered, reached_by_existing, reached, uncovered, not_reported, not_applicable), site_code, site_km (the
    nearest new site that reaches it), in_filter, evidence, source_id: the map before and after.
    uncovered_count: provinces without a representative in the filter; open_count: those still to be reached;
    reached_count: of these, by the placement. spare_count: sites of k that would add nothing.
    """

    question: Question
    state: str
    reason: str
    sites: pd.DataFrame
    provinces: pd.DataFrame
    uncovered_count: int
    open_count: int
    reached_count: int
    spare_count: int
