"""Several maps in one plot: rows of cells of one size, a heading over each, one legend for all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from figures.figure import LegendItem

Box = dict[str, list[float]]


@dataclass(frozen=True)
class Cells:
    """`count` maps, `columns` to a row. cell, head: px of a map and of the heading over it; gap: share of the width
    that stays free between columns."""

    count: int
    columns: int
    cell: int
    head: int
    gap: float = 0.0

    @property
    def rows(self) -> int:
        """How many rows the maps take."""
        return ceil(self.count / self.columns)

    @property
    def height(self) -> int:
        """The px of the whole plot."""
        return self.rows * (self.cell + self.head)

    def box(self, place: int) -> Box:
        """Return the domain of a cell, counted in reading order, in shares of the plot."""
        row, column = divmod(place, self.columns)
        top, edge = 1 - row / self.rows, self.gap / 2
        return {
            "x": [round(column / self.columns + edge, 4), round((column + 1) / self.columns - edge, 4)],
            "y": [round(top - 1 / self.rows, 4), round(top - self.head / self.height, 4)],
        }


def axis(place: int) -> str:
    """Return plotly's name of the map in a cell: geo, geo2, geo3 …"""
    return "geo" if place == 0 else f"geo{place + 1}"


def heading(text: str, box: Box) -> dict[str, Any]:
    """Return the annotation over the middle of a cell."""
    return {
        "text": text,
        "x": sum(box["x"]) / 2,
        "y": box["y"][1],
        "xref": "paper",
        "yref": "paper",
        "xanchor": "center",
        "yanchor": "bottom",
        "showarrow": False,
    }


def uncounted(legend: Iterable[LegendItem]) -> tuple[LegendItem, ...]:
    """Return a legend for all maps together: it counts nothing."""
    return tuple(replace(item, count=None) for item in legend)
