"""One ordered set of slides for a scope and a day: the story that deck, brief, workbook and page all tell."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from data.records import Records
from exports import choices
from exports.story import cited as slides_cited
from exports.story import comparison, coverage, decide, gaps, money, now, period, phases, versus, workshops
from exports.story.parts import AreaMap, Chart, KeyFigure, MapArea, Series, Slide, Story, Table
from exports.story.scene import (
    NATION,
    DateOutOfRangeError,
    Scene,
    ScopeNotOnDayError,
    StoryError,
    UnknownScopeError,
    UnknownSlideError,
    stage,
)
from figures import sentences
from figures.evidence import sentence
from locales import Reader
from measures import areas
from measures.compare import MOST as MOST_SIDES

__all__ = [
    "KINDS", "NATION", "AreaMap", "Chart", "DateOutOfRangeError", "KeyFigure", "MapArea", "ScopeNotOnDayError",
    "Series", "Slide", "Story", "StoryError", "Table", "UnknownScopeError", "UnknownSlideError", "build", "scopes",
]  # fmt: skip

MAKERS: dict[str, Callable[[Scene], Slide]] = {
    "title": now.title,
    "where_we_are": now.where_we_are,
    "coverage_map": coverage.coverage_map,
    "changes": period.changes,
    "gaps": gaps.gaps,
    "workshops": workshops.workshops,
    "phases": phases.phases,
    "projects": money.projects,
    "comparison": comparison.comparison,
    "decide": decide.decide,
}
KINDS = (*MAKERS, "sources")
OF_PERIODS = ("changes",)  # told by themselves of a period alone


def usual(*, period: bool) -> tuple[str, ...]:
    """Return the slides that a story has where nobody chose any."""
    return tuple(kind for kind in KINDS if period or kind not in OF_PERIODS)


def build(
    records: Records,
    scope: str,
    asof: date,
    reader: Reader,
    evidence: str = "all",
    kinds: Sequence[str] | None = None,
    *,
    since: date | None = None,
    period: bool = False,
    address: str = "",
) -> Story:
    """Return the story of a scope on a day, or of a period.

    scope: "nation", a group_code or a province_code that exists on the day, several groups
    joined by "+", or the two to four sides of a comparison joined by "~" (exports/story/versus.py).
    evidence: all or documented. kinds: which slides, in which order (KINDS); None for all of them. since: the earlier
    day that changes are counted from; period: the story is of what changed, and what makes no sense of a period speaks of
    its last day and says so. address: the whole address of the view, for the way back. The slide of sources
    lists what the other chosen slides rest on. Raises UnknownScopeError, ScopeNotOnDayError, DateOutOfRangeError or
    UnknownSlideError (all are StoryError and say why in the reader's language).
    """
    if versus.SIDES in scope:
        return _versus(records, scope, asof, reader, evidence, address)
    scene = stage(records, scope, asof, reader, evidence, since, period=period)
    chosen = tuple(kinds) if kinds is not None else usual(period=period)
    for kind in chosen:
        if kind not in KINDS:
            raise UnknownSlideError(kind=kind, known=", ".join(KINDS))
    if len(scene.several) > MOST_SIDES:  # as many groups as that are not set beside each other
        chosen = tuple(kind for kind in chosen if kind != "comparison")
    made = {kind: MAKERS[kind](scene) for kind in dict.fromkeys(chosen) if kind != "sources"}
    cited = tuple(dict.fromkeys(one for slide in made.values() for one in slide.sources))
    if "sources" in chosen:
        made["sources"] = slides_cited.sources(scene, cited)
    slides = tuple(replace(made[kind], notes=notes(made[kind], scene)) for kind in chosen)
    return Story(
        scope=scope, level=scene.level, scope_name=scene.name, asof=asof, since=scene.since, reader=reader,
        release=records.release.partition(".")[0], evidence=evidence, selection=scene.own, slides=slides, sources=cited,
        address=address, documents=records.sources[records.sources["source_id"].isin(cited)],
        unused=choices.unused(records, address, reader), period=period,
    )  # fmt: skip


def _versus(records: Records, scope: str, asof: date, reader: Reader, evidence: str, address: str) -> Story:
    """Return the story of a comparison; `slide` of a kind finds the first side's."""
    sides = versus.of(records, scope, asof, reader, evidence)
    first = sides.sides[0]
    made = versus.slides(sides)
    cited = tuple(dict.fromkeys(one for slide in made for one in slide.sources))
    told = (*made, slides_cited.sources(first, cited))
    return Story(
        scope=scope, level=first.level, scope_name=sides.name, asof=asof, since=first.since, reader=reader,
        release=records.release.partition(".")[0], evidence=evidence, selection=first.own,
        slides=tuple(replace(slide, notes=notes(slide, first)) for slide in told), sources=cited,
        address=address, documents=records.sources[records.sources["source_id"].isin(cited)],
        unused=choices.unused(records, address, reader),
    )  # fmt: skip


def notes(slide: Slide, scene: Scene) -> tuple[str, ...]:
    """Return what a speaker must know: finding, what was asked, how much is documented, release, sources."""
    t, reader = scene.reader.t, scene.reader
    said = [t("story-note-finding", text=sentences.plain(slide.lead) or slide.title)]
    said += [figure.alt for figure in slide.figures[:1] if figure.alt and slide.kind != "where_we_are"]
    said += [note for figure in slide.figures for note in figure.notes]
    said += slide.chart.notes if slide.chart else ()
    said += slide.notes
    said.append(
        t("story-note-filters", scope=scene.name, when=scene.when(),
          evidence=t(f"story-evidence-{scene.evidence}"))
    )  # fmt: skip
    said.append(sentence(slide.documented, reader))
    said.append(t("story-note-release", release=scene.records.release))
    said.append(
        t("story-note-sources", ids=", ".join(slide.sources)) if slide.sources else t("story-note-no-source")
    )
    return tuple(dict.fromkeys(line for line in said if line))


def scopes(records: Records, asof: date, level: str) -> tuple[str, ...]:
    """Return the codes of every group or province on a day, in display order; Bangkok is a province too."""
    listed = areas.groups_on if level == "group" else areas.provinces_on
    return tuple(listed(records, asof)["area_code"])
