"""The figures that can be shown elsewhere, by the names they have on their pages and the address of the view."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import Any
from urllib.parse import urlencode

from addresses import questions
from data.records import Records
from figures import drawn, projects, words
from figures.area import drawn as area
from figures.compare import drawn as compare
from figures.compare import sides
from figures.figure import Figure
from locales import Reader
from measures import areas, scope
from measures.catalogue import of_work
from measures.projects.query import ProjectQuery
from measures.selection import Selection

PARAMETERS = ("lang", "era", "asof", "since", "period", "groups", "area", "measure", "level", "evidence", "phase",
              "release", "programme", "agency", "status", "year_from", "year_to", "money", "baht_from", "baht_to",
              "q", "areas", "asof2")  # fmt: skip
HEIGHT = 560  # px of a frame until it says how high it is
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https://\*\.[a-z0-9.-]+")

View = Mapping[str, Any]
Draw = Callable[[Records, View, Reader], Figure]


@dataclass(frozen=True)
class Shown:
    """One figure: the pages that have it (the first is where its link leads), and how it is drawn from a view.

    key: its name on its page, where another page has a figure of that name too; "" is the name it has here.
    """

    pages: tuple[str, ...]
    draw: Draw
    key: str = ""


def _plain(draw: Callable[[Records, Selection, Reader], Figure]) -> Draw:
    return lambda records, view, who: draw(records, questions.selection(view), who)


def _timeless(selection: Selection, measure: str = "coverage") -> Selection:
    return selection.but(area=None, measure=measure, level="province")


def _placed(figure: Figure, records: Records, selection: Selection, who: Reader) -> Figure:
    """Return the figure with the chosen area or groups in its subtitle: away from its page nothing else names them."""
    codes = (selection.area,) if selection.area else selection.groups
    named = who.join(who.pick(vars(scope.area_on(records, code, selection.asof)), "name") for code in codes)
    return replace(figure, subtitle=words.dots([named, figure.subtitle]))


def _asked(draw: Callable[[Records, ProjectQuery, str, Reader], Figure], timeless: bool = True) -> Draw:
    """Return how a figure of the explorer is drawn. It is given the question and what is counted.

    timeless: the level changes nothing in it.
    """

    def drawn_of(records: Records, view: View, who: Reader) -> Figure:
        asked = questions.project_query(view)
        figure = draw(
            records, asked.but(level="province") if timeless else asked, questions.counted(view), who
        )
        return _placed(figure, records, asked.selection, who)

    return drawn_of


def _of_area(draw: Callable[[Records, Selection, Reader], Figure]) -> Draw:
    """Return how a figure of an area's page is drawn; where a view names no area, of the first group of its day.

    As on the page, what narrows projects down elsewhere does not count here.
    """

    def drawn_of(records: Records, view: View, who: Reader) -> Figure:
        one = view["area"] or areas.groups_on(records, view["asof"])["area_code"].iloc[0]
        plain = _timeless(questions.selection(view)).but(groups=(), programme=None, agency=None)
        selection = plain.but(area=one)
        return _placed(draw(records, selection, who), records, selection, who)

    return drawn_of


def _sides(draw: Callable[[Records, sides.Sides, View, Reader], Figure]) -> Draw:
    def drawn_of(records: Records, view: View, who: Reader) -> Figure:
        alone = sides.Sides((questions.selection(view).but(area=None),))
        return draw(
            records, sides.of_view(records, view, who) or sides.example(records, view) or alone, view, who
        )

    return drawn_of


FIGURES: dict[str, Shown] = {
    "map": Shown(("coverage", "overview"), lambda r, view, who: drawn.area_map(r, questions.over(view), who)),
    "two_days": Shown(
        ("coverage", "overview"),
        lambda r, view, who: drawn.two_days(r, questions.over({**view, "period": "open"}), who),
    ),
    "ranking": Shown(("overview", "coverage"), _plain(lambda r, s, who: drawn.group_ranking(r, s, who, False))),
    "growth": Shown(("coverage",), _plain(lambda r, s, who: drawn.growth(r, _timeless(s), who, False))),
    "stations": Shown(
        ("coverage",), _plain(lambda r, s, who: drawn.phase_maps(r, _timeless(s).but(measure=s.measure), who))
    ),
    "timeline": Shown(("phases",), _plain(lambda r, s, who: drawn.full_timeline(r, _timeless(s), who, False))),
    "matrix": Shown(("phases",), _plain(lambda r, s, who: drawn.progress(r, _timeless(s), who, False))),
    "steps": Shown(("phases",), _plain(lambda r, s, who: drawn.steps_by_year(r, _timeless(s), who))),
    "group_phase": Shown(
        ("workshops",), _plain(lambda r, s, who: drawn.group_phase(r, _timeless(s, "attendance"), who, False))
    ),
    "roles": Shown(("workshops",), _plain(lambda r, s, who: drawn.roles(r, _timeless(s, "attendance"), who))),
    "participants": Shown(
        ("workshops",), _plain(lambda r, s, who: drawn.participants(r, _timeless(s, "attendance"), who))
    ),
    "projects_map": Shown(("projects",), _asked(projects.area_map, timeless=False), "map"),
    "projects_circles": Shown(("projects",), _asked(projects.amounts, timeless=False), "circles"),
    "projects_status": Shown(
        ("projects",), _asked(lambda r, asked, _, who: projects.by_status(r, asked, who)), "status_flow"
    ),
    "projects_money": Shown(
        ("projects",), _asked(lambda r, asked, _, who: projects.by_year(r, asked, who)), "money_by_year"
    ),
    "projects_composition": Shown(("projects",), _asked(projects.by_programme), "composition"),
    "area_money": Shown(("area",), _of_area(area.money), "money_by_year"),
    "area_timeline": Shown(("area",), _of_area(lambda r, s, who: area.timeline(r, s, who, False)), "timeline"),
    "compare_map": Shown(
        ("compare",),
        _sides(lambda r, two, view, who: compare.side_maps(r, two, of_work(view["measure"]), who, False)),
        "map",
    ),
    "compare_over_time": Shown(
        ("compare",), _sides(lambda r, two, _, who: compare.over_time(r, two, who, False)), "over_time"
    ),
}  # fmt: skip


def named(page: str, key: str) -> str:
    """Return the name of the figure that a page has under a key, "" for none that can be shown elsewhere."""
    return next((name for name, one in FIGURES.items() if page in one.pages and key == (one.key or name)), "")


def frames(environ: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the origins that may show our figures in a frame: `STI_FRAMES`; nobody when it is not set.

    Raises ValueError for what is no origin: a rule that is not understood must not open a door.
    """
    named = tuple(environ.get("STI_FRAMES", "").replace(",", " ").split())
    if wrong := [origin for origin in named if not _ORIGIN.fullmatch(origin)]:
        raise ValueError(f"STI_FRAMES: expected origins such as https://www.most.go.th, read {wrong[0]!r}")
    return named


def snippet(url: str, figure: str, query: Mapping[str, Any], title: str) -> str:
    """Return the HTML that shows a figure in another page. url: where readers find us. query: of the view."""
    asked = urlencode({"figure": figure, **{k: v for k, v in query.items() if k in PARAMETERS}}, doseq=True)
    return (
        f'<iframe src="{escape(f"{url}/embed?{asked}", quote=True)}" title="{escape(title, quote=True)}" '
        f'width="100%" height="{HEIGHT}" style="border:0" loading="lazy" data-sti-embed></iframe>'
    )
