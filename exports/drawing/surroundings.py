"""What stands around the marks of a plot: shapes, grids, labels of axes, annotations."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from exports.drawing.axes import Axis, Scales, day_number
from exports.drawing.elements import tag, text
from exports.drawing.marks import GAP, font_of, stroke

_PATH = re.compile(r"([MLHVZ])([^MLHVZ]*)")


def shapes(layout: Mapping[str, Any], scales: Scales, below: bool) -> list[str]:
    """Return the shapes of a layout: those below the traces, or those above."""
    drawn = []
    for shape in layout.get("shapes", ()):
        if (shape.get("layer", "above") != "above") == below:
            drawn.append(_shape(shape, scales))
    return drawn


def _shape(shape: Mapping[str, Any], scales: Scales) -> str:
    line = shape.get("line", {})
    paint = stroke(line) | {"fill": shape.get("fillcolor", "none")}
    if shape["type"] == "path":
        return tag("path", d=_path(shape, scales), **paint)
    xs = [scales.x(shape[k], shape.get("xref", "x")) for k in ("x0", "x1")]
    ys = [scales.y(shape[k], shape.get("yref", "y")) for k in ("y0", "y1")]
    if shape["type"] == "line":
        return tag("line", x1=xs[0], y1=ys[0], x2=xs[1], y2=ys[1], **stroke(line))
    (left, right), (top, bottom) = sorted(xs), sorted(ys)
    drawn = tag("rect", x=left, y=top, width=right - left, height=bottom - top, **paint)
    label = shape.get("label")
    if label:
        inset = left + label.get("padding", 3)
        drawn += text(label["text"], inset, (top + bottom) / 2, **font_of(label.get("font", {}), scales))
    return drawn


def _path(shape: Mapping[str, Any], scales: Scales) -> str:
    """Return the path of a shape; in pixel mode its numbers are px from the anchor, upwards."""
    x_ref, y_ref = shape.get("xref", "x"), shape.get("yref", "y")
    left = scales.x(shape["xanchor"], x_ref) if shape.get("xsizemode") == "pixel" else None
    floor = scales.y(shape["yanchor"], y_ref) if shape.get("ysizemode") == "pixel" else None

    def at_x(raw: str) -> str:
        return f"{scales.x(raw, x_ref) if left is None else left + float(raw):.1f}"

    def at_y(raw: str) -> str:
        return f"{scales.y(raw, y_ref) if floor is None else floor - float(raw):.1f}"

    made = []
    for command, rest in _PATH.findall(shape["path"]):
        numbers = [part for part in re.split(r"[ ,]+", rest.strip()) if part]
        if command in "HV":
            made += [command + (at_x if command == "H" else at_y)(raw) for raw in numbers]
        else:
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            made.append(command + " ".join(f"{at_x(x)},{at_y(y)}" for x, y in pairs))
    return "".join(made)


def _ticks(said: Mapping[str, Any], axis: Axis) -> list[tuple[float, str]]:
    """Return value and text of every tick inside the range; only ticks that a figure asks for."""
    if said.get("tickvals") is not None:
        texts = said.get("ticktext", said["tickvals"])
        return [(axis.value(v), str(t)) for v, t in zip(said["tickvals"], texts, strict=True)]
    low, high = sorted([axis.low, axis.high])
    if axis.kind == "category":
        return [(float(i), name) for name, i in axis.categories.items()]
    dtick = said.get("dtick")
    if isinstance(dtick, str) and dtick.startswith("M"):
        return [
            (v, "") for v in _months(day_number(said.get("tick0", "2000-01-01")), int(dtick[1:]), low, high)
        ]
    if not dtick:
        return []
    step, value = float(dtick), float(said.get("tick0", 0))
    value += -(-(low - value) // step) * step
    found = []
    while value <= high + 1e-9:
        found.append((value, f"{value:,.10g}"))
        value += step
    return found


def _months(first: float, step: int, low: float, high: float) -> Iterator[float]:
    day = date.fromordinal(int(first))
    months = day.year * 12 + day.month - 1
    while (at := date(months // 12, months % 12 + 1, 1).toordinal()) <= high:
        if at >= low:
            yield float(at)
        months += step


def grids(layout: Mapping[str, Any], scales: Scales) -> list[str]:
    """Return grid lines and axis lines, below everything."""
    drawn = []
    for name, axis in scales.axes.items():
        said = layout[name[0] + "axis" + name[1:]]
        flat = name[0] == "y"
        other = _opposite(name, said, scales)
        ends = sorted([other.start, other.end])
        if said.get("showgrid"):
            for value, _ in _ticks(said, axis):
                drawn.append(_rule(axis.place(value), ends, flat, said.get("gridcolor"), 1))
        if said.get("showline"):
            edge = ends[0] if flat or said.get("side") == "top" else ends[1]
            drawn.append(_rule(edge, sorted([axis.start, axis.end]), not flat, said.get("linecolor"), 1))
    return drawn


def _opposite(name: str, said: Mapping[str, Any], scales: Scales) -> Axis:
    """Return the axis that this one stands on: the one it names, else the first."""
    letter = "x" if name[0] == "y" else "y"
    return scales.axes.get(str(said.get("anchor", letter)), scales.axes[letter])


def _rule(at: float, ends: Sequence[float], flat: bool, colour: Any, width: float) -> str:
    if flat:
        return tag("line", x1=ends[0], x2=ends[1], y1=at, y2=at, stroke=colour, stroke_width=width)
    return tag("line", y1=ends[0], y2=ends[1], x1=at, x2=at, stroke=colour, stroke_width=width)


def tick_labels(layout: Mapping[str, Any], scales: Scales) -> list[str]:
    """Return the labels of every axis that shows them, outside the plot."""
    drawn = []
    for name, axis in scales.axes.items():
        said = layout[name[0] + "axis" + name[1:]]
        if said.get("showticklabels") is False:
            continue
        other = _opposite(name, said, scales)
        edges, style = sorted([other.start, other.end]), font_of(said.get("tickfont", {}), scales)
        low, high = sorted([axis.low, axis.high])
        for value, said_text in _ticks(said, axis):
            if not low - 1e-9 <= value <= high + 1e-9:
                continue
            at = axis.place(value)
            if name[0] == "y":
                right = said.get("side") == "right"
                x = edges[1] + GAP + 2 if right else edges[0] - GAP - 2
                drawn.append(text(said_text, x, at, anchor="start" if right else "end", **style))
            else:
                drawn.append(_below(said_text, at, edges, said, style))
    return drawn


def _below(said_text: str, at: float, edges: Sequence[float], said: Mapping[str, Any], style: Any) -> str:
    """Return a label of a horizontal axis; turned ones start (or end) at their tick."""
    top, angle = said.get("side") == "top", float(said.get("tickangle") or 0)
    y = edges[0] - GAP - 2 if top else edges[1] + GAP + 1
    if angle:
        upwards = (angle < 0) == top
        anchor = "start" if upwards else "end"
        return text(said_text, at, y + (0 if top else 6), anchor=anchor, angle=angle, **style)
    return text(said_text, at, y, anchor="middle", valign="bottom" if top else "top", **style)


def annotations(layout: Mapping[str, Any], scales: Scales) -> list[str]:
    """Return the texts that a layout places by itself."""
    drawn = []
    for note in layout.get("annotations", ()):
        x_ref, y_ref = note.get("xref", "x"), note.get("yref", "y")
        x = scales.x(note["x"], x_ref) + note.get("xshift", 0)
        y = scales.y(note["y"], y_ref) - note.get("yshift", 0)
        side = note.get("xanchor", "auto")
        if side == "auto":
            thirds = "left" if note["x"] < 1 / 3 else "right" if note["x"] > 2 / 3 else "center"
            side = thirds if x_ref == "paper" else "center"
        # The anchor is the side of the text at the point: "left" means that the text starts there.
        anchor = {"left": "start", "center": "middle", "right": "end"}[side]
        valign = note.get("yanchor", "middle")
        valign = valign if valign in ("top", "middle", "bottom") else "middle"
        style = font_of(note.get("font", {}), scales)
        drawn.append(
            text(note["text"], x, y, anchor=anchor, valign=valign, angle=note.get("textangle", 0), **style)
        )
    return drawn
