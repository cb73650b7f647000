"""Put a plot together with as few bytes as it needs: plain dictionaries, no template, no defaults."""

from typing import Any

import plotly.graph_objects as go

from figures.tokens import FONT, Tokens

CLEAR = "rgba(0,0,0,0)"


def font(sheet: Tokens, size: int = 13, colour: str = "") -> dict[str, Any]:
    """Return the font of a plot; parts of it name only what differs."""
    return {"family": FONT, "size": size, "color": colour or sheet.ink}


def hover_label(sheet: Tokens) -> dict[str, Any]:
    """Return the look of what appears under the pointer: the sheet's ink as ground."""
    return {"bgcolor": sheet.ink, "bordercolor": sheet.ink, "font": {"color": sheet.paper}, "align": "left"}


def plot(
    *, data: list[dict[str, Any]], sheet: Tokens, height: int, hover: bool = False, **layout: Any
) -> go.Figure:
    """Return a plotly figure from traces and layout as dictionaries.

    hover: whether anything appears under the pointer. Empty traces, shapes and annotations are left out.

    An empty template keeps plotly's default one (6 kB) off the wire. Validation is skipped, since it
    costs more than everything else together; tests/test_figures_payload.py validates every builder once.
    """
    base: dict[str, Any] = {
        "template": {},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": font(sheet),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "dragmode": False,
        "uirevision": 1,
        "height": height,
    }
    if hover:
        base["hoverlabel"] = hover_label(sheet)
    drawn = [trace for trace in data if trace.get("x") != []]
    wanted = {name: value for name, value in layout.items() if value != []}
    return go.Figure({"data": drawn, "layout": base | wanted}, _validate=False)


def fixed_axis(low: float, high: float, **more: Any) -> dict[str, Any]:
    """Return an axis that shows exactly low to high, cannot be dragged and draws nothing by itself."""
    return {
        "range": [low, high],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showticklabels": False,
    } | more
