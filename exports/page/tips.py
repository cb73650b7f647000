"""What an area of a map says when it is pointed at: the words of the screen's own hover label."""

import re
from html import unescape
from typing import Any

from figures.figure import Figure
from geo import boundaries

PROPERTY, TAG = re.compile(r"%\{properties\.(\w+)\}"), re.compile(r"<(?!br)[^>]+>|<extra>.*?</extra>")
BREAK = re.compile(r"<br\s*/?>")


def of_figure(figure: Figure) -> dict[str, str]:
    """Return code -> text, lines parted by a line break; {} for a figure without a map that says something."""
    found: dict[str, str] = {}
    for trace in figure.plot.to_plotly_json()["data"]:
        template = trace.get("hovertemplate")
        if trace.get("type") == "choropleth" and template:
            found |= _of_trace(trace, str(template))
    return found


def _of_trace(trace: dict[str, Any], template: str) -> dict[str, str]:
    layer = next(one for one in boundaries.layers() if one.url == trace["geojson"])
    shapes = boundaries.frame(layer).set_index("code")
    codes = list(trace["locations"])
    texts = trace.get("text") or [""] * len(codes)
    said = {}
    for code, text in zip(codes, texts, strict=True):
        row = shapes.loc[code]
        worded = PROPERTY.sub(lambda found, row=row: str(row[found[1]]), template)  # type: ignore[misc]
        said[code] = unescape(
            BREAK.sub("\n", TAG.sub("", worded)).replace("%{text}", BREAK.sub("\n", str(text)))
        )
    return said
