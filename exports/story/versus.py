"""The story of a comparison: two to four sides beside each other, then each side's own sentence, map and gaps."""

from dataclasses import dataclass, replace
from datetime import date

from data.records import Records
from exports.story import comparison, coverage, gaps, now
from exports.story.parts import Slide
from exports.story.scene import Scene, UnknownScopeError, stage
from locales import Reader
from measures.compare import FEWEST, MOST

SIDES = "~"  # between the sides of a comparison; a side of another day says it: "33@2009-12-21"
DAY = "@"


@dataclass(frozen=True, eq=False)
class Versus:
    """The sides of a comparison, each as the scene of its own story."""

    sides: tuple[Scene, ...]

    @property
    def names(self) -> list[str]:
        """Return what each side is called: its area, or its day where all are one area."""
        if len({side.scope for side in self.sides}) == 1:
            return [side.reader.date(side.asof) for side in self.sides]
        days = len({side.asof for side in self.sides}) > 1
        return [f"{side.name} ({side.reader.date(side.asof)})" if days else side.name for side in self.sides]

    @property
    def name(self) -> str:
        """Return what the comparison is called."""
        one = self.sides[0]
        whole = " / ".join(self.names)
        return f"{one.name}: {whole}" if len({side.scope for side in self.sides}) == 1 else whole


def of(records: Records, code: str, asof: date, reader: Reader, evidence: str) -> Versus:
    """Return the sides that a scope like "33~50" names. Raises StoryError for one that cannot be told."""
    sides = []
    for one in code.split(SIDES):
        scope, _, day = one.partition(DAY)
        sides.append(stage(records, scope, date.fromisoformat(day) if day else asof, reader, evidence))
    if not FEWEST <= len(sides) <= MOST:
        raise UnknownScopeError(scope=code)
    return Versus(tuple(sides))


def slides(versus: Versus) -> tuple[Slide, ...]:
    """Return the slides but for the sources: title, the comparison, then for each side where it is, its map and its gaps."""
    first = versus.sides[0]
    opening = replace(now.title(first), subtitle=versus.name)
    beside = comparison.compared(first, [side.at for side in versus.sides], versus.names)
    made = [opening, beside]
    for side in versus.sides:
        made += [now.where_we_are(side), coverage.coverage_map(side), gaps.gaps(side)]
    return tuple(made)
