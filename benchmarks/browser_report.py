"""The table of the browser benchmark, and whether its goals are met."""

import math
import statistics
from dataclasses import dataclass, field

from benchmarks.browser_subjects import OURS, RIVALS

STEP_BYTES = 10_000


@dataclass
class Sample:
    """The measurements of one subject: an entry per visit (first_...) or per change (change_...)."""

    first_paint_ms: list[float] = field(default_factory=list)
    first_map_ms: list[float] = field(default_factory=list)
    change_ms: list[float] = field(default_factory=list)
    change_rest_ms: list[float] = field(default_factory=list)
    change_wire_bytes: list[float] = field(default_factory=list)
    first_load_wire_bytes: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Goal:
    """A goal of one of our pages: at most so much."""

    page: str
    what: str
    reached: float
    limit: float
    unit: str

    @property
    def met(self) -> bool:
        """Say whether it is met."""
        return self.reached <= self.limit


def percentile(values: list[float], share: float) -> float:
    """Return the nearest-rank percentile of values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return percentile(values, 0.95)


def goals(samples: dict[str, Sample]) -> list[Goal]:
    """Return the goals with what was reached in this run."""
    made = []
    for page in (name for name in OURS if name in samples):
        own = samples[page]
        first, change = (_fastest(samples, name) for name in ("first_map_ms", "change_ms"))
        made += [
            Goal(page, "change to repainted map, median", statistics.median(own.change_ms), change, "ms"),
            Goal(page, "bytes of a change, 95th percentile", p95(own.change_wire_bytes), STEP_BYTES, "B"),
            Goal(page, "first map, median", statistics.median(own.first_map_ms), first, "ms"),
        ]
    return made


def _fastest(samples: dict[str, Sample], name: str) -> float:
    return min(statistics.median(getattr(samples[rival], name)) for rival in RIVALS)


def table(samples: dict[str, Sample]) -> str:
    """Return best, median, 95th percentile and the median's ratio to the better rival's, per figure and subject."""
    lines = [f"{'':<24}{'':<12}{'best':>12}{'median':>12}{'p95':>12}{'ratio':>8}"]
    for name in Sample.__dataclass_fields__:
        base = _fastest(samples, name)
        for subject, sample in samples.items():
            values: list[float] = getattr(sample, name)
            median = statistics.median(values)
            cells = "".join(f"{value:>12,.0f}" for value in (min(values), median, p95(values)))
            lines.append(f"{name:<24}{subject:<12}{cells}{median / base:>8.2f}")
    return "\n".join([*lines, "ratio: to the median of the better of Panel and Dash", "", *_lines(samples)])


def _lines(samples: dict[str, Sample]) -> list[str]:
    return [
        f"{goal.page:<10}{goal.what:<36}{goal.reached:>9,.0f} {goal.unit:<3} goal {goal.limit:>9,.0f} {goal.unit:<3}"
        f"{'met' if goal.met else 'not met'}"
        for goal in goals(samples)
    ]
