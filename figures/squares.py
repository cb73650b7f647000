"""The cells of a matrix: a square each, what it says in the ink of its fill, and the names of the rows."""

from collections.abc import Sequence
from typing import Any

from figures.tokens import Tokens, ink_on

NAME_SHARE = 0.27  # of the width, for the names beside the cells
Grid = Sequence[tuple[int, int, Any]]
"""Column, row and what is in the cell, as many as are drawn."""


def squares(
    grid: Grid, kinds: Sequence[int], fills: Sequence[str], size: int, drop: float = 0
) -> dict[str, Any]:
    """Return the squares as one trace. kinds: the place of each cell's fill; drop: in rows, below the middle."""
    steps = len(fills)
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _, _ in grid],
        "y": [y + drop for _, y, _ in grid],
        "hoverinfo": "none",
        "marker": {
            "symbol": "square",
            "size": size,
            "color": list(kinds),
            "colorscale": [[(i + edge) / steps, fill] for i, fill in enumerate(fills) for edge in (0, 1)],
            "cmin": -0.5,
            "cmax": steps - 0.5,
            "opacity": 1,
        },
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
    }


def texts(
    grid: Grid, said: Sequence[str], fills: Sequence[str], sheet: Tokens, size: int, drop: float = 0
) -> list[dict[str, Any]]:
    """Return what the cells say, one trace per ink. fills: of each cell."""
    inks: dict[str, list[tuple[int, float, str]]] = {}
    for (x, y, _), text, fill in zip(grid, said, fills, strict=True):
        inks.setdefault(ink_on(fill, sheet), []).append((x, y + drop, text))
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [x for x, _, _ in own],
            "y": [y for _, y, _ in own],
            "text": [text for _, _, text in own],
            "textfont": {"color": ink, "size": size},
            "hoverinfo": "skip",
        }
        for ink, own in inks.items()
    ]


def left(columns: int, compact: bool) -> float:
    """Return where the names begin on the axis of the cells. A second axis would lie over them and take their clicks."""
    return -0.5 - (0 if compact else columns * NAME_SHARE / (1 - NAME_SHARE))


def names(said: Sequence[str], at: float, rise: float) -> dict[str, Any]:
    """Return the names of the rows, left aligned: beside the cells, or `rise` above them."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": [at] * len(said),
        "y0": -rise,
        "dy": 1,
        "text": list(said),
        "textposition": "middle right",
        "textfont": {"size": 13},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }
