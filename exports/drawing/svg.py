"""A figure as one vector picture: the very plot that the screen shows, without a browser to draw it.

Only what the figures of this product use is known here: choropleths over our own boundaries, bars, lines, marks and
texts, shapes and annotations, on fixed axes. Anything else raises, so that nothing is left out in silence.
"""

from collections.abc import Mapping
from typing import Any

from exports.drawing import elements as svg_text
from exports.drawing import marks as svg_marks
from exports.drawing import names as svg_names
from exports.drawing import outlines as svg_maps
from exports.drawing import surroundings as svg_frame
from exports.drawing.axes import Scales
from figures.figure import Figure

FAMILY = "Sarabun Print, Sarabun, IBM Plex Sans Thai, sans-serif"


class UnknownMarkError(ValueError):
    """The plot holds a kind of trace that has no drawing here; args[0] names it."""


def of_figure(
    figure: Figure,
    width: float,
    height: float | None = None,
    family: str = FAMILY,
    hidden: bool = True,
    names: float | None = None,
) -> str:
    """Return the figure's plot as an SVG document, `width` px wide and as high as the figure says.

    height: overrides the height in px. family: of all texts. hidden: take the picture out of the reading order, for
    media that say the alternative text beside it; else it carries the figure's own. names: px of the names on a map,
    None for as large as its height allows. Text is text, not outlines.
    Raises UnknownMarkError for a trace of another kind than choropleth, bar, scatter and scattergeo.
    """
    plot = figure.plot.to_plotly_json()
    data, layout = plot["data"], plot["layout"]
    height = float(height or layout.get("height") or 400)
    scales = Scales(data, layout, width, height)
    parts = [
        *svg_frame.shapes(layout, scales, below=True),
        *svg_frame.grids(layout, scales),
        *_traces(data, layout, scales),
        *svg_frame.tick_labels(layout, scales),
        *svg_frame.shapes(layout, scales, below=False),
        *svg_frame.annotations(layout, scales),
        *svg_names.draw(figure, data, layout, scales.inner, names),
    ]
    font = layout.get("font", {})
    root: dict[str, Any] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": f"0 0 {width:g} {height:g}",
        "font-family": family,
        "font-size": font.get("size", 13),
        "fill": font.get("color", "#000000"),
    }
    root |= {"aria-hidden": "true"} if hidden else {"role": "img", "aria-label": figure.alt}
    return f"<svg{svg_text.attributes(root)}>{''.join(parts)}</svg>"


def _traces(data: list[Mapping[str, Any]], layout: Mapping[str, Any], scales: Scales) -> list[str]:
    """Return the drawing of every trace; bars lie below lines, and a `zorder` lifts a trace."""
    drawn: list[tuple[tuple[int, int], list[str]]] = []
    for place, trace in enumerate(data):
        kind = trace.get("type", "scatter")
        if kind == "choropleth":
            parts = svg_maps.draw_map(trace, layout[trace.get("geo", "geo")], scales.inner)
        elif kind == "bar":
            parts = svg_marks.bars(trace, layout, scales)
        elif kind == "scatter":
            parts = svg_marks.scatter(trace, scales)
        elif kind == "scattergeo":
            over = svg_maps.points(trace, layout[trace.get("geo", "geo")], scales.inner)
            parts = svg_marks.placed(trace, over, scales)
        else:
            raise UnknownMarkError(kind)
        drawn.append(((int(trace.get("zorder", 0)) + kind.startswith("scatter") * 100, place), parts))
    return [part for _, parts in sorted(drawn, key=lambda item: item[0]) for part in parts]


def swatch(colour: str, line: str = "", pattern: str = "", mark: str = "square", size: float = 12) -> str:
    """Return one legend mark as a small picture: square, dot, ring, diamond or line; "hatch" adds stripes."""
    edge = {"stroke": line, "stroke-width": 1} if line else {}
    middle, r = size / 2, size / 2 - 1
    if mark == "line":
        body = svg_text.tag("line", x1=0, x2=size, y1=middle, y2=middle, stroke=colour, stroke_width=2)
    elif mark in ("dot", "ring"):
        body = svg_text.tag("circle", cx=middle, cy=middle, r=r - 0.5, fill=colour, **_under(edge))
    elif mark == "diamond":
        points = f"{middle:g},1 {size - 1:g},{middle:g} {middle:g},{size - 1:g} 1,{middle:g}"
        body = svg_text.tag("polygon", points=points, fill=colour, **_under(edge))
    else:
        body = svg_text.tag(
            "rect", x=0.5, y=0.5, width=size - 1, height=size - 1, rx=1.5, fill=colour, **_under(edge)
        )
    if pattern == "hatch":
        stripes = "".join(f"M{x:g},{size - 1:g}L{x + size - 2:g},1" for x in (-size / 2, 1, size / 2))
        clip = svg_text.tag("path", d=stripes, stroke=line, stroke_width=1, fill="none")
        body += f'<svg x="1" y="1" width="{size - 2:g}" height="{size - 2:g}">{clip}</svg>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size:g} {size:g}" '
        f'width="{size:g}" height="{size:g}" aria-hidden="true">{body}</svg>'
    )


def _under(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {name.replace("-", "_"): value for name, value in attributes.items()}
