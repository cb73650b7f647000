"""Our own boundaries as paths: Mercator like the map on screen, rounded to a tenth of a px."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from exports.drawing.axes import Box
from exports.drawing.elements import attributes
from geo import boundaries, mercator
from geo.boundaries import EXTENT, Layer, Window
from geo.mercator import Sheet

CLEAR = "rgba(0,0,0,0)"


def sheet_of(window: Window, box: Box) -> Sheet:
    """Return how a window lies in a box."""
    return mercator.fitted(window, box.width, box.height, box.x, box.y)


def points(trace: Mapping[str, Any], geo: Mapping[str, Any], inner: Box) -> list[tuple[float, float]]:
    """Return the places in px of a trace over a map that names its points by longitude and latitude."""
    window: Window = (tuple(geo["lonaxis"]["range"]), tuple(geo["lataxis"]["range"]))
    if not len(trace["lon"]):
        return []
    degrees = np.column_stack([np.asarray(trace["lon"], float), np.asarray(trace["lat"], float)])
    return [
        (float(x), float(y)) for x, y in sheet_of(window, inner.part(geo.get("domain", {}))).points(degrees)
    ]


@lru_cache(maxsize=64)
def paths(layer: Layer, window: Window, box: Box) -> Mapping[str, str]:
    """Return code -> path data of every area that reaches into the window, fitted into the middle of the box.

    The box may be wider or higher than the window: what can be seen beside the window is drawn too, and areas at the
    edge reach beyond the box, so whoever draws clips them.
    """
    (west, east), (south, north) = window
    sheet = sheet_of(window, box)
    left, above, scale, project = sheet.left, sheet.above, sheet.scale, sheet.points
    seen = shapely.box(
        west - (left - box.x) / scale, south - (above - box.y) / scale,
        east + (left - box.x) / scale, north + (above - box.y) / scale,
    )  # fmt: skip
    shapes = boundaries.frame(layer)
    shapes = shapes[shapes.geometry.intersects(seen)]
    return {
        code: _path(shapely.transform(shape, project))
        for code, shape in zip(shapes["code"], shapes.geometry, strict=True)
    }


def _path(shape: Any) -> str:
    rings = []
    for polygon in getattr(shape, "geoms", [shape]):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.round(np.asarray(ring.coords)[:-1], 1).tolist()
            kept = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if len(kept) > 2:
                rings.append("M" + "L".join(f"{x:g},{y:g}" for x, y in kept) + "Z")
    return "".join(rings)


@lru_cache(maxsize=1)
def _layers() -> Mapping[str, Layer]:
    return {layer.url: layer for layer in boundaries.layers()}


def colour_of(scale: list[list[Any]], share: float) -> str:
    """Return the colour of a stepped scale at a share of it (0 to 1); the last step that begins there wins."""
    return str([colour for at, colour in scale if at <= share + 1e-9][-1])


def draw_map(trace: Mapping[str, Any], geo: Mapping[str, Any], inner: Box) -> list[str]:
    """Return a choropleth trace as one group of named paths, clipped to its window.

    Every path carries the area's code as `data-code`; areas out of sight are left out. Raises KeyError for boundaries
    that are not ours.
    """
    box = inner.part(geo.get("domain", {}))
    window: Window = (tuple(geo["lonaxis"]["range"]), tuple(geo["lataxis"]["range"]))
    drawn = paths(_layers()[trace["geojson"]], window, box)
    low, high = trace.get("zmin", 0), trace.get("zmax", 1)
    line = trace.get("marker", {}).get("line", {})
    found = []
    for code, z in zip(trace["locations"], trace["z"], strict=True):
        if code not in drawn:
            continue
        fill = colour_of(trace["colorscale"], (z - low) / (high - low))
        fill = "none" if fill == CLEAR else fill
        found.append(f"<path{attributes({'data-code': code, 'fill': fill, 'd': drawn[code]})}/>")
    style = {
        "stroke": line.get("color"),
        "stroke-width": line.get("width"),
        "stroke-linejoin": "round",
        "fill-rule": "evenodd",
    }
    inside = "".join(found)
    if window == EXTENT:
        return [f"<g{attributes(style)}>{inside}</g>"]
    frame = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    view = f"{box.x:g} {box.y:g} {box.width:g} {box.height:g}"
    return [f"<svg{attributes(frame | {'viewBox': view})}><g{attributes(style)}>{inside}</g></svg>"]
