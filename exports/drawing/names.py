"""The names of a map in a vector picture: beside the land with lines, inside the areas, and in the close-up of Bangkok."""

from collections.abc import Mapping
from html import escape
from typing import Any

from exports.drawing.axes import Box
from exports.drawing.elements import attributes, tag
from exports.drawing.outlines import CLEAR, colour_of, draw_map
from figures import naming
from figures.figure import Figure
from figures.naming import Name, Naming
from figures.tokens import luminance
from geo import mercator
from geo.boundaries import Window

SIZE = 14.0  # px of a name where a picture is laid out for 640 px of height
SMALLEST, OWN = 9.0, 640.0
READS_ON = 0.28  # luminance of a fill below which white letters read better
WHITE, BLACK = "#ffffff", "#14202e"


def draw(
    figure: Figure, data: list[Mapping[str, Any]], layout: Mapping[str, Any], inner: Box, size: float | None
) -> list[str]:
    """Return the names of a figure's one map, nothing for a figure that names none.

    size: px of their letters; None for as large as the height of the map allows.
    """
    own, maps = figure.naming, [trace for trace in data if trace.get("type") == "choropleth"]
    if own is None or not maps:
        return []
    geo = layout[maps[0].get("geo", "geo")]
    box = inner.part(geo.get("domain", {}))
    letters = size or max(SMALLEST, SIZE * min(1.0, box.height / OWN))
    window: Window = (tuple(geo["lonaxis"]["range"]), tuple(geo["lataxis"]["range"]))
    sheet = mercator.fitted(window, box.width, box.height)
    fills = _fills(maps[0])
    inset = None if own.close else naming.inset_room(box.width, box.height, letters)
    names = naming.place(own, sheet.points, box.width, box.height, letters, inset)
    drawn = [_name(name, own, fills, letters) for name in names]
    if inset:
        drawn = [*_inset(own, maps[0], geo, inset, fills, letters), *drawn]
    place = f"translate({box.x:g} {box.y:g})"
    return [f"<g{attributes({'class': 'names', 'transform': place})}>{''.join(drawn)}</g>"] if drawn else []


def _fills(trace: Mapping[str, Any]) -> Mapping[str, str]:
    low, high = trace.get("zmin", 0), trace.get("zmax", 1)
    return {
        code: colour_of(trace["colorscale"], (z - low) / (high - low))
        for code, z in zip(trace["locations"], trace["z"], strict=True)
    }


def _name(name: Name, own: Naming, fills: Mapping[str, str], letters: float) -> str:
    if name.kind == "within":
        return _on_fill(name, letters, fills.get(name.code, own.halo))
    if name.kind == "near":
        return _text(name, letters * 11 / 12, own.quiet, own.halo)
    unit = letters / naming.SIZE
    start = (name.x + (-3 if name.anchor == "start" else 3) * unit, name.y - 4 * unit)
    line = tag("line", x1=start[0], y1=start[1], x2=name.point[0], y2=name.point[1], stroke=own.ink,
               stroke_width=0.8 * unit, opacity=0.8)  # fmt: skip
    return line + _text(name, letters, own.ink, own.halo)


def _on_fill(name: Name, letters: float, fill: str) -> str:
    return _text(name, letters, WHITE if luminance(fill) < READS_ON else BLACK, fill)


def _text(name: Name, letters: float, colour: str, halo: str) -> str:
    style = {
        "x": float(name.x), "y": float(name.y), "font-size": round(letters, 2), "fill": colour, "font-weight": 500,
        "text-anchor": name.anchor if name.anchor != "start" else None, "data-name": name.code,
        "stroke": halo, "stroke-width": round(letters * 0.22, 2), "stroke-linejoin": "round", "paint-order": "stroke",
    }  # fmt: skip
    return f"<text{attributes(style)}>{escape(name.text, quote=False)}</text>"


def _inset(
    own: Naming,
    trace: Mapping[str, Any],
    geo: Mapping[str, Any],
    room: naming.Room,
    fills: Mapping[str, str],
    letters: float,
) -> list[str]:
    """Return a part of the same map, closer, in a frame of its own."""
    left, top, side, _ = room
    (west, east), (south, north) = naming.INSET
    closer = {**geo, "domain": {}, "lonaxis": {"range": [west, east]}, "lataxis": {"range": [south, north]}}
    box = Box(left, top, side, side)
    sheet = mercator.fitted(naming.INSET, side, side)
    small = letters * 10 / naming.SIZE
    names = "".join(
        _on_fill(name, small, fills.get(name.code, own.halo))
        for name in naming.in_inset(own, sheet.points, side, letters)
    )
    caption = {"x": left + side, "y": top + side + letters * 1.15, "text-anchor": "end", "fill": own.quiet}
    line = trace.get("marker", {}).get("line", {}).get("color")
    return [
        tag("rect", x=left, y=top, width=side, height=side, fill=own.halo),
        *draw_map(trace, closer, box),
        f"<g{attributes({'transform': f'translate({left:g} {top:g})'})}>{names}</g>",
        tag("rect", x=left, y=top, width=side, height=side, fill="none", stroke=own.quiet or line or CLEAR, stroke_width=0.8),
        f"<text{attributes(caption | {'font-size': round(letters * 11 / 12, 2)})}>{escape(own.inset)}</text>",
    ]  # fmt: skip
