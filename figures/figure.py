"""The one object that screen, slide, brief and workbook are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from figures.naming import Naming

# The kinds of trace that the browser is sent the code of; another one is named here, then `python -m deploy.chart_code`.
KINDS = ("scatter", "bar", "scattergeo", "choropleth")

Mark = Literal["square", "dot", "ring", "diamond", "line"]
Pattern = Literal["", "hatch"]


@dataclass(frozen=True)
class LegendItem:
    """One entry of a legend that the page draws as HTML, so that it wraps, prints and is read aloud.

    colour: fill. line: colour of the border, "" for none. count: how many marks have this class,
    None where counting says nothing. pattern: "hatch" asks for stripes of `line` over the fill.
    """

    label: str
    colour: str
    line: str = ""
    count: int | None = None
    pattern: Pattern = ""
    mark: Mark = "square"


@dataclass(frozen=True)
class Figure:
    """A figure ready to be shown, printed or exported.

    name: stable identifier in kebab case, used for file names, element keys and links.
    plot: the plotly figure, complete with colours for the reader's sheet.
    table: the same numbers in reading order; columns carry display names with units.
    title: states the finding where it can. subtitle: what, unit, as of when.
    alt: the finding in a sentence, for those who do not see the plot.
    sources: source_id of each document behind it. documented: share (0 to 1) of rows that a
    document states; None where there are no rows.
    notes: sentences a reader needs beside the plot. legend: drawn by the page, not by plotly.
    rows: what the rows of `table` were made from, as measures give them, for files: codes, days, evidence, sources.
    As many rows as the table in its order, or (a table that is wider than long) one for each of its cells.
    naming: which areas of a map are named; every medium writes them by `figures.naming.place`.
    keys: what each point of the clickable trace (the first one) stands for, in point order
    ("33", "2551-east", "group|phase|step"); kept here, so that the wire does not carry them.
    on: the day that it tells of, where that is not the chosen one: files say this day then. since: the first day of
    the period that it tells of, None for a day: its number is quoted, and its files are named, with both.

    Raises ValueError for a plot with a kind of trace outside KINDS.
    """

    name: str
    plot: go.Figure
    table: pd.DataFrame
    title: str
    subtitle: str
    alt: str
    sources: tuple[str, ...] = ()
    documented: float | None = None
    notes: tuple[str, ...] = ()
    legend: tuple[LegendItem, ...] = ()
    rows: Sequence[Mapping[Any, Any]] = ()
    naming: Naming | None = None
    keys: tuple[str, ...] = ()
    on: date | None = None
    since: date | None = None

    def __post_init__(self) -> None:
        if strange := {trace.type for trace in self.plot.data}.difference(KINDS):
            raise ValueError(f"no browser is sent the code of {sorted(strange)}: KINDS in figures/figure.py")

    def days(self, chosen: date) -> str:
        """Return the day or the period that it tells of, as the name of a file has it. chosen: the day of the view."""
        day = (self.on or chosen).isoformat()
        return f"{self.since.isoformat()}-to-{day}" if self.since else day

    def key_at(self, point_index: int) -> str | None:
        """Return what a clicked point of the first trace stands for, None for a stray index."""
        return self.keys[point_index] if 0 <= point_index < len(self.keys) else None
