"""Elements and texts of a vector picture, escaped: a name with markup in it is printed as text."""

import re
from collections.abc import Mapping
from html import escape, unescape
from typing import Any

LINE = 1.3  # line height, in sizes; Thai has marks above and below
MIDDLE = 0.34  # baseline below the middle of a line, in sizes
_BREAK, _BOLD = re.compile(r"<br\s*/?>"), re.compile(r"(</?b>)")
_TAG = re.compile(r"</?(?:i|em|sup|sub|span)\b[^>]*>")


def number(value: Any) -> str:
    """Write a coordinate with at most two decimals and no trailing zeros; other values as they are."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def attributes(values: Mapping[str, Any]) -> str:
    """Return attributes, each with a space before it; None and "" are left out."""
    return "".join(
        f' {name.replace("_", "-")}="{escape(number(value))}"'
        for name, value in values.items()
        if value is not None and value != ""
    )


def tag(name: str, **values: Any) -> str:
    """Return an empty element; underscores in attribute names become hyphens."""
    keep = {key if key in ("viewBox",) else key.replace("_", "-"): value for key, value in values.items()}
    return f"<{name}{attributes(keep)}/>"


def rich(text: str, escaped: bool = False) -> list[str]:
    """Return the lines of a plotly text as SVG content: <b> becomes bold, other markup plain text."""
    lines = []
    for line in _BREAK.split(_TAG.sub("", text)):
        bold, parts = False, []
        for piece in _BOLD.split(line):
            if piece in ("<b>", "</b>"):
                bold = piece == "<b>"
            elif piece:
                said = escape(unescape(piece), quote=False)
                parts.append(f'<tspan font-weight="700">{said}</tspan>' if bold else said)
        lines.append("".join(parts))
    return lines


def text(
    said: Any,
    x: float,
    y: float,
    *,
    anchor: str = "start",
    valign: str = "middle",
    size: float | None = None,
    colour: str | None = None,
    weight: Any = None,
    angle: float = 0,
    base_size: float = 13,
) -> str:
    """Return a text of one or more lines at a point.

    anchor: start, middle, end. valign: where the point lies at the whole block: top, middle, bottom. weight: from 600
    on bold, since paper has two weights. angle: degrees clockwise around the point.
    """
    if said is None or said == "":
        return ""
    lines, used = rich(str(said)), float(size or base_size)
    block = LINE * used * (len(lines) - 1)
    first = {"top": 0.86 * used, "middle": MIDDLE * used - block / 2, "bottom": -0.24 * used - block}[valign]
    heavy = "700" if weight in ("bold", "700") or (isinstance(weight, int) and weight >= 600) else None
    turned = f"rotate({number(float(angle))} {number(float(x))} {number(float(y))})" if angle else None
    style = {"text-anchor": anchor if anchor != "start" else None, "font-size": size, "fill": colour}
    style |= {"font-weight": heavy, "transform": turned}
    places = [{"x": float(x), "y": y + first + i * LINE * used} for i in range(len(lines))]
    return "".join(
        f"<text{attributes(place | style)}>{line}</text>"
        for place, line in zip(places, lines, strict=True)
        if line
    )
