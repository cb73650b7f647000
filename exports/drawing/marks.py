"""Bars, lines, marks and their texts, as pieces of a vector picture."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exports.drawing.axes import Axis, Scales
from exports.drawing.elements import tag, text
from exports.drawing.outlines import colour_of

SIDES = {"left": "end", "right": "start", "center": "middle"}
GAP = 3.0  # px between a mark and its text
OPEN = 100  # plotly's numbers of open symbols start here
SYMBOLS = {0: "circle", 1: "square", 2: "diamond"}


def one(values: Any, i: int) -> Any:
    """Return the i-th of a list, or the single value that serves all points."""
    return values[i] if isinstance(values, list | tuple) else values


def _coordinates(trace: Mapping[str, Any], letter: str, axis: Axis, count: int) -> list[float | None]:
    """Return the places of a trace's points in px; a list, or a start and a step."""
    if trace.get(letter) is not None:
        return [None if v is None else axis.at(v) for v in trace[letter]]
    start = axis.value(trace.get(f"{letter}0", 0))
    step = axis.step(trace.get(f"d{letter}", 1))
    return [axis.place(start + i * step) for i in range(count)]


def _count(trace: Mapping[str, Any]) -> int:
    return max(
        (len(trace[k]) for k in ("x", "y", "text") if isinstance(trace.get(k), list | tuple)), default=0
    )


def bars(trace: Mapping[str, Any], layout: Mapping[str, Any], scales: Scales) -> list[str]:
    """Return the bars of a trace with their texts; bars without length or colour draw nothing."""
    flat = trace.get("orientation") == "h"
    across, along = ("y", "x") if flat else ("x", "y")
    first, second = (scales.axes[trace.get(f"{k}axis", k)] for k in (across, along))
    values = list(trace[along])
    width = trace.get("width", 1 - layout.get("bargap", 0.2))
    offset = trace.get("offset", -width / 2 if not isinstance(width, list) else 0)
    base, drawn = trace.get("base", 0), []
    names = trace.get(across)
    start, step = first.value(trace.get(f"{across}0", 0)), first.step(trace.get(f"d{across}", 1))
    for i, value in enumerate(values):
        if value is None:
            continue
        middle = first.value(names[i]) if names is not None else start + i * step
        low = middle + one(offset, i)
        sides = sorted([first.place(low), first.place(low + one(width, i))])
        ends = [second.place(one(base, i)), second.place(one(base, i) + value)]
        lengths = sorted(ends)
        box = (lengths, sides) if flat else (sides, lengths)
        colour = one(trace.get("marker", {}).get("color"), i)
        if lengths[1] > lengths[0] and colour != "rgba(0,0,0,0)":
            (x, x2), (y, y2) = box
            drawn.append(tag("rect", x=x, y=y, width=x2 - x, height=y2 - y, fill=colour))
        if trace.get("textposition") == "outside" and trace.get("text") is not None:
            place = (ends[1], sum(sides) / 2) if flat else (sum(sides) / 2, ends[1])
            drawn.append(_beside(one(trace["text"], i), *place, trace.get("textfont", {}), flat, scales))
    return drawn


def _beside(said: Any, x: float, y: float, font: Mapping[str, Any], flat: bool, scales: Scales) -> str:
    style = font_of(font, scales)
    if flat:
        return text(said, x + GAP, y, anchor="start", **style)
    return text(said, x, y - GAP, anchor="middle", valign="bottom", **style)


def font_of(font: Mapping[str, Any], scales: Scales, i: int = 0) -> dict[str, Any]:
    """Return the size, colour and weight of the i-th text of a plotly font."""
    return {
        "size": one(font.get("size"), i),
        "colour": one(font.get("color"), i),
        "weight": font.get("weight"),
        "base_size": scales.font_size,
    }


def scatter(trace: Mapping[str, Any], scales: Scales) -> list[str]:
    """Return the line, error bars, marks and texts of a trace, in this order."""
    x_axis, y_axis = (scales.axes[trace.get(f"{k}axis", k)] for k in "xy")
    count = _count(trace)
    points = list(
        zip(_coordinates(trace, "x", x_axis, count), _coordinates(trace, "y", y_axis, count), strict=False)
    )
    return [*_errors(trace, points, y_axis), *placed(trace, points, scales)]


def placed(trace: Mapping[str, Any], points: "Points", scales: Scales) -> list[str]:
    """Return the line, marks and texts of a trace whose points have their places in px already."""
    mode, drawn = trace.get("mode", "lines"), []
    if "lines" in mode:
        drawn += _line(trace, points)
    if "markers" in mode:
        drawn += [
            _mark(trace["marker"], i, x, y)
            for i, (x, y) in enumerate(points)
            if x is not None and y is not None
        ]
    if "text" in mode:
        drawn += [
            _label(trace, i, x, y, scales, "markers" in mode)
            for i, (x, y) in enumerate(points)
            if x is not None and y is not None
        ]
    return drawn


Points = Sequence[tuple[float | None, float | None]]


def _line(trace: Mapping[str, Any], points: Points) -> list[str]:
    line, steps, pen = trace.get("line", {}), [], False
    before: float = 0
    for x, y in points:
        if x is None or y is None:
            pen = False
            continue
        if pen and line.get("shape") == "hv":
            steps.append(f"L{x:.1f},{before:.1f}")
        steps.append(f"{'L' if pen else 'M'}{x:.1f},{y:.1f}")
        pen, before = True, y
    return [tag("path", d="".join(steps), fill="none", **stroke(line))] if steps else []


def stroke(line: Mapping[str, Any]) -> dict[str, Any]:
    """Return how a plotly line is drawn."""
    dash = str(line.get("dash", "")).replace("px", "")
    known = {"dot": "2,3", "dash": "6,4", "dashdot": "6,3,2,3", "solid": ""}
    return {
        "stroke": line.get("color"),
        "stroke_width": line.get("width", 2),
        "stroke_dasharray": known.get(dash, dash),
    }


def _errors(trace: Mapping[str, Any], points: Points, axis: Axis) -> Iterator[str]:
    said = trace.get("error_y")
    if not said or said.get("visible") is False:
        return
    per_unit = (axis.end - axis.start) / (axis.high - axis.low)
    for i, (x, y) in enumerate(points):
        if x is None or y is None:
            continue
        up = one(said.get("array", []), i) if said.get("array") else 0
        down = one(said.get("arrayminus", []), i) if said.get("arrayminus") else 0
        yield tag(
            "line",
            x1=x,
            x2=x,
            y1=y + (up or 0) * per_unit,
            y2=y - (down or 0) * per_unit,
            stroke=said.get("color"),
            stroke_width=said.get("thickness", 1),
        )


def _mark(marker: Mapping[str, Any], i: int, x: float, y: float) -> str:
    symbol, size = one(marker.get("symbol", "circle"), i), float(one(marker.get("size", 6), i))
    hollow = isinstance(symbol, int) and symbol >= OPEN
    symbol = SYMBOLS.get(symbol % OPEN, "circle") if isinstance(symbol, int) else str(symbol)
    hollow, symbol = hollow or symbol.endswith("-open"), symbol.removesuffix("-open")
    colour = _mark_colour(marker, i)
    line = marker.get("line", {})
    edge = {"stroke": one(line.get("color"), i), "stroke_width": one(line.get("width"), i)}
    paint = {"fill": colour} | (edge if edge["stroke_width"] else {})
    if hollow:
        paint = {"fill": "none", "stroke": colour, "stroke_width": edge["stroke_width"] or 1}
    r = size / 2
    if symbol == "square":
        return tag("rect", x=x - r, y=y - r, width=size, height=size, **paint)
    if symbol == "diamond":
        r *= 1.3
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in ((x, y - r), (x + r, y), (x, y + r), (x - r, y)))
        return tag("polygon", points=points, **paint)
    return tag("circle", cx=x, cy=y, r=r, **paint)


def _mark_colour(marker: Mapping[str, Any], i: int) -> Any:
    colour = one(marker.get("color"), i)
    if isinstance(colour, int | float):
        low, high = marker.get("cmin", 0), marker.get("cmax", 1)
        return colour_of(marker["colorscale"], (colour - low) / (high - low))
    return colour


def _label(trace: Mapping[str, Any], i: int, x: float, y: float, scales: Scales, marked: bool) -> str:
    height, side = str(one(trace.get("textposition", "middle center"), i)).split(" ")
    away = float(one(trace.get("marker", {}).get("size", 6), i)) / 2 / 0.8 + 1 if marked else 0.0
    if side != "center" and not marked:
        away = 0.0
    x += {"left": -away, "right": away, "center": 0}[side]
    y += {"top": -away, "bottom": away, "middle": 0}[height]
    valign = {"top": "bottom", "bottom": "top", "middle": "middle"}[height]
    said = one(trace.get("text"), i)
    return text(
        said, x, y, anchor=SIDES[side], valign=valign, **font_of(trace.get("textfont", {}), scales, i)
    )
