"""The figures that can be shown elsewhere, by the names they have on their pages and the address of the view."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any
from urllib.parse import urlencode

from data.records import Records
from figures import drawn
from figures.figure import Figure
from locales import Reader
from measures.selection import Selection

PARAMETERS = ("lang", "era", "asof", "groups", "area", "measure", "level", "evidence", "phase", "release")
HEIGHT = 560  # px of a frame until it says how high it is
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(:\d{1,5})?|https://\*\.[a-z0-9.-]+")

Draw = Callable[[Records, Selection, Reader], Figure]


@dataclass(frozen=True)
class Shown:
    """One figure: the pages that have it (the first is where its link leads), and how it is drawn from a view."""

    pages: tuple[str, ...]
    draw: Draw


def _timeless(selection: Selection, measure: str = "coverage") -> Selection:
    return selection.but(area=None, measure=measure, level="province")


FIGURES: dict[str, Shown] = {
    "map": Shown(("coverage", "overview"), drawn.area_map),
    "ranking": Shown(("overview", "coverage"), lambda r, s, who: drawn.group_ranking(r, s, who, False)),
    "growth": Shown(("coverage",), lambda r, s, who: drawn.growth(r, _timeless(s), who, False)),
    "stations": Shown(
        ("coverage",), lambda r, s, who: drawn.phase_maps(r, _timeless(s).but(measure=s.measure), who)
    ),
    "timeline": Shown(("phases",), lambda r, s, who: drawn.full_timeline(r, _timeless(s), who, False)),
    "matrix": Shown(("phases",), lambda r, s, who: drawn.progress(r, _timeless(s), who, False)),
    "steps": Shown(("phases",), lambda r, s, who: drawn.steps_by_year(r, _timeless(s), who)),
    "group_phase": Shown(
        ("workshops",), lambda r, s, who: drawn.group_phase(r, _timeless(s, "attendance"), who, False)
    ),
    "roles": Shown(("workshops",), lambda r, s, who: drawn.roles(r, _timeless(s, "attendance"), who)),
    "participants": Shown(
        ("workshops",), lambda r, s, who: drawn.participants(r, _timeless(s, "attendance"), who)
    ),
}


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
