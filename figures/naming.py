"""Which areas of a map are named, and where their names stand: one rule for screen, picture, slide and first picture.

Only while the hand moves does the browser follow the same rule by itself (shell/stage/map.js): its map has any size. A
browser test holds the two together.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from figures.labels import text_width
from figures.name_room import Coast, Project, Taken, points, spread, texts
from figures.tokens import Tokens
from geo import boundaries, mercator
from geo.boundaries import Layer, Window
from locales import Reader
from measures.catalogue import GAPS, MeasureSpec

MOST_NAMES = 26  # more would cover the map
CLOSE = 8.0  # degrees across, below which names stand inside their areas
INSET: Window = ((99.75, 101.35), (13.15, 14.55))  # Bangkok and its neighbours, too small to be seen
SIZE = 12.0  # px of a name on screen; all other lengths are of this size and grow with it
LINE, AWAY, BELOW = 15.0, 16.0, 26.0
FAR = 0.3  # how much a px of a line counts beside a px of land that a name covers

Kind = Literal["led", "within", "near"]
Room = tuple[float, float, float, float]
"""Left, top, width and height of what a name may not cover."""


@dataclass(frozen=True)
class Naming:
    """What the names of a map are made from.

    layer: whose areas. asked: codes of those to name. close: they stand inside their areas, their neighbours beside them.
    lang: of the names. ink, quiet, halo: colours of names beside the land, of neighbours, and around letters. inset:
    what the close-up of Bangkok is called.
    """

    layer: Layer
    asked: tuple[str, ...]
    close: bool
    lang: str
    ink: str
    quiet: str
    halo: str
    inset: str


@dataclass(frozen=True)
class Name:
    """A name in its place: x, y of its baseline in px; point: what it names. led: a line leads there."""

    code: str
    text: str
    x: float
    y: float
    anchor: Literal["start", "middle", "end"]
    kind: Kind
    point: tuple[float, float]


def asked(
    listed: Sequence[Mapping[Any, Any]], spec: MeasureSpec, level: str, everything: bool
) -> tuple[int, ...]:
    """Return the places of the areas to name: all where few are shown close, else what is missing while it is countable.

    listed: rows of the area frame. everything: a part of the country is shown.
    """
    if level == "group" or (spec.kind == "diverging" and not everything):
        return ()
    inside = [place for place, row in enumerate(listed) if row["in_filter"]]
    if not everything:
        lacks = set(spec.states) - {*spec.reached, *GAPS} if spec.kind == "categorical" else {"none"}
        inside = [place for place in inside if listed[place]["state"] in lacks]
    return tuple(inside) if len(inside) <= MOST_NAMES else ()


def of_map(
    frame: pd.DataFrame,
    spec: MeasureSpec,
    level: str,
    layer: Layer,
    window: Window,
    reader: Reader,
    sheet: Tokens,
) -> Naming | None:
    """Return what a map of provinces names; None for one that names nothing. window: what it shows."""
    if level == "group":
        return None
    listed = frame.to_dict("records")
    found = asked(listed, spec, level, window != boundaries.EXTENT)
    codes = tuple(str(listed[place]["area_code"]) for place in found)
    close = window[0][1] - window[0][0] < CLOSE
    inset = reader.t("stage-map-inset")
    return Naming(layer, codes, close, reader.lang, sheet.missing_text, sheet.muted, sheet.paper, inset)


def place(
    naming: Naming, to: Project, width: float, height: float, size: float = SIZE, taken: Room | None = None
) -> list[Name]:
    """Return the names of a map that is `width` by `height` px, in letters of `size` px.

    taken: what lies in its lower right corner (the close-up, a legend).
    """
    paper = _Paper(width, height, size, texts(naming.layer, naming.lang), _at(naming, to))
    seen = [code for code in naming.asked if code in paper.at and _inside(paper.at[code], width, height)]
    if naming.close:
        return list(_within(naming, seen, paper))
    return list(_beside(Coast(naming.layer, to, height, paper.unit), seen, paper, taken))


@dataclass(frozen=True)
class _Paper:
    """A map in px with letters of `size` px. called: names by code; at: where each area's point lies."""

    width: float
    height: float
    size: float
    called: Mapping[str, str]
    at: Mapping[str, tuple[float, float]]

    @property
    def unit(self) -> float:
        return self.size / SIZE

    def wide(self, code: str) -> float:
        return text_width(self.called[code], self.size)


def _at(naming: Naming, to: Project) -> dict[str, tuple[float, float]]:
    spots = points(naming.layer)
    placed = to(np.array(list(spots.values()), dtype=float))
    return {code: (float(x), float(y)) for code, (x, y) in zip(spots, placed, strict=True)}


def _inside(point: tuple[float, float], width: float, height: float) -> bool:
    return 0 < point[0] < width and 0 < point[1] < height


def _beside(coast: Coast, codes: Sequence[str], paper: _Paper, taken: Room | None) -> Iterator[Name]:
    """Names stand beside the land, left or right of it, one above the other; a line leads to each area."""
    unit, at, width = paper.unit, paper.at, paper.width
    sides: dict[bool, list[str]] = {False: [], True: []}
    wide = {code: paper.wide(code) for code in codes}
    for code in codes:
        x, y = at[code]
        left, right = coast.edge(y, False), coast.edge(y, True)
        left, right = x if left is None else left, x if right is None else right
        covered = (
            taken and y > taken[1] - SIZE * unit and right + AWAY * unit + wide[code] > taken[0]
        )  # something stands there
        over = (
            max(0.0, AWAY * unit + wide[code] + 4 - left) + FAR * (x - left),
            max(0.0, right + AWAY * unit + wide[code] + 4 - width) + FAR * (right - x),
        )  # px over the land, and of the way there
        sides[not (covered or over[0] < over[1])].append(code)
    for is_right, own in sides.items():
        own = sorted(own, key=lambda code: at[code][1])
        rows = spread([at[code][1] for code in own], LINE * unit, 12 * unit, paper.height - 8 * unit)
        for code, y in zip(own, rows, strict=True):
            edge = coast.edge(y, is_right)
            edge = width / 2 if edge is None else edge
            away = AWAY * unit
            x = min(edge + away, width - wide[code] - 4) if is_right else max(edge - away, wide[code] + 4)
            anchor: Literal["start", "end"] = "start" if is_right else "end"
            yield Name(code, paper.called[code], x, y, anchor, "led", at[code])


def _within(naming: Naming, codes: Sequence[str], paper: _Paper) -> Iterator[Name]:
    """Names stand inside the areas, a little up or down where another is; of the neighbours those that find room."""
    taken = Taken(paper.unit, 12, 3)
    others = [
        code
        for code, (x, y) in paper.at.items()
        if code not in naming.asked and 30 <= x <= paper.width - 30 and 10 <= y <= paper.height - 10
    ]
    both: tuple[tuple[Kind, Sequence[str]], ...] = (("within", codes), ("near", others))
    for kind, own in both:
        for code in own:
            x, y = paper.at[code]
            at_y = taken.put(x, y, paper.wide(code) / 2, (0, 12, -12, 22, -22), always=kind == "within")
            if at_y is not None:
                yield Name(code, paper.called[code], x, at_y + 4 * paper.unit, "middle", kind, paper.at[code])


def inset_room(width: float, height: float, size: float = SIZE) -> Room | None:
    """Return where the close-up of Bangkok stands on a map of the country; None where there is no room for it."""
    unit = size / SIZE
    side = min(190 * unit, width * 0.34, height * 0.4)
    return None if side < 90 * unit else (width - side - 2, height - side - BELOW * unit, side, side)


def in_inset(naming: Naming, to: Project, side: float, size: float = SIZE) -> list[Name]:
    """Return the names inside the close-up, as many as find room; places count from its own corner."""
    unit, called = size / SIZE, texts(naming.layer, naming.lang)
    taken, found = Taken(unit, 12, 0), []
    for code, (x, y) in _at(naming, to).items():
        half = text_width(called[code], size) * 0.42
        if half <= x <= side - half and 8 * unit <= y <= side - 6 * unit and taken.free(x, y, half):
            taken.put(x, y, half, (0,), always=True)
            found.append(Name(code, called[code], x, y + 3 * unit, "middle", "within", (x, y)))
    return found


def traces(naming: Naming, window: Window, width: float, height: float, size: float) -> list[dict[str, Any]]:
    """Return the names as traces of the plot itself, for a screen without the stage's glass: lines, then texts.

    window: what the map shows. width, height: px of the smallest place it will have, where names are still apart.
    """
    sheet = mercator.fitted(window, width, height)

    def back(x: float, y: float) -> tuple[float, float]:
        lon, lat = sheet.degrees(x, y)
        return round(lon, 3), round(lat, 3)

    found = [name for name in place(naming, sheet.points, width, height, size) if name.kind == "led"]
    if not found:
        return []
    line, middle = size / SIZE * 3, size / SIZE * 4
    ends = [back(name.x + (line if name.anchor == "end" else -line), name.y - middle) for name in found]
    at = [back(name.x, name.y - middle) for name in found]
    spots = [back(*name.point) for name in found]
    plain = {"type": "scattergeo", "hoverinfo": "skip", "showlegend": False}
    lines = {
        "mode": "lines",
        "lon": [lon for end, spot in zip(ends, spots, strict=True) for lon in (end[0], spot[0], None)],
        "lat": [lat for end, spot in zip(ends, spots, strict=True) for lat in (end[1], spot[1], None)],
        "line": {"color": naming.ink, "width": 1.2},
    }
    halo = f"0 0 3px {naming.halo}, 0 0 3px {naming.halo}"
    said = {
        "mode": "text",
        "lon": [lon for lon, _ in at],
        "lat": [lat for _, lat in at],
        "text": [name.text for name in found],
        "textposition": ["middle left" if name.anchor == "end" else "middle right" for name in found],
        "textfont": {"size": size, "color": naming.ink, "shadow": halo},
    }
    return [plain | lines, plain | said]
