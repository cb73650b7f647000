"""Lanes of dots on the time axis: where they are drawn, and the traces that draw them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from figures import labels
from figures.events import Event
from figures.fiscal import Span
from figures.tokens import Tokens
from locales import Reader

YEARS_AT = 12
TO_DOT, TO_LABEL, LABEL_ROW = 16, 20, 21
LABEL_SIZE = 12.5
CROWD = 24  # marks in a track above which only documented ones carry a label
YEAR_MS = 31_557_600_000  # 365.25 days


@dataclass
class Canvas:
    """What has been drawn so far; y runs down in px. leaders: their length for each dot, 0 for none."""

    span: Span
    width: float
    y: float = 0
    dots: list[tuple[Event, float]] = field(default_factory=list)
    texts: list[tuple[Event, float, labels.Anchor]] = field(default_factory=list)
    leaders: list[float] = field(default_factory=list)
    heads: list[tuple[str, float]] = field(default_factory=list)

    def x(self, day: date) -> float:
        """Return the px of a day at the width that labels are placed for."""
        return self.span.position(day) * self.width

    def lane(self, marks: Sequence[Event], rows: int | None) -> None:
        """Draw one line of dots with its labels below, and move down past them."""
        dot_y = self.y + TO_DOT
        named = marks if len(marks) <= CROWD else [event for event in marks if event.documented]
        wanted = [labels.Label(self.x(e.middle), labels.text_width(e.label, LABEL_SIZE)) for e in named]
        places = zip([e.event_id for e in named], labels.place(wanted, self.width, rows), strict=True)
        place_of = dict(places)
        deepest = -1
        for event in marks:
            found = place_of.get(event.event_id)
            self.dots.append((event, dot_y))
            self.leaders.append(0 if found is None else TO_LABEL + found.row * LABEL_ROW + 6)
            if found is not None:
                self.texts.append((event, dot_y + TO_LABEL + found.row * LABEL_ROW, found.anchor))
                deepest = max(deepest, found.row)
        self.y = dot_y + TO_LABEL + deepest * LABEL_ROW + LABEL_ROW / 2


@dataclass(frozen=True)
class Band:
    """Where the bars of the phases lie, in px from the top, and the size and padding of their names."""

    top: int
    height: int
    size: int
    padding: int

    @property
    def bottom(self) -> int:
        """Where the lanes may begin."""
        return self.top + self.height


def phase_bars(
    phases: pd.DataFrame,
    band: Band,
    label: Callable[[dict[Any, Any], float], str],
    canvas: Canvas,
    sheet: Tokens,
) -> list[dict[str, Any]]:
    """Return a bar per phase in the phase's own colour. label: the text of a phase for so many px of room."""
    bars = []
    for row in phases.to_dict("records"):
        own = (int(row["phase_code"].rpartition("-")[2]) - 1) % len(sheet.phases)
        start, end = row["start_date"].date(), row["end_date"].date()
        bars.append(
            {
                "type": "rect",
                "x0": start.isoformat(),
                "x1": end.isoformat(),
                "y0": band.top,
                "y1": band.bottom,
                "fillcolor": sheet.phases[own],
                "line": {"width": 2, "color": sheet.paper},
                "layer": "between",
                "label": {
                    "text": label(row, canvas.x(end) - canvas.x(start) - 2 * band.padding),
                    "textposition": "middle left",
                    "padding": band.padding,
                    "font": {"color": sheet.phases_on[own], "size": band.size, "weight": 600},
                },
            }
        )
    return bars


def asof_line(
    asof: date | None, band: Band, bottom: float, canvas: Canvas, sheet: Tokens
) -> list[dict[str, Any]]:
    """Return the line of the chosen day from above the bars down to `bottom`; nothing for a day outside the axis."""
    if asof is None or not canvas.span.start <= asof <= canvas.span.end:
        return []
    day, line = asof.isoformat(), {"color": sheet.missing_text, "width": 1.5, "dash": "2px,2px"}
    return [{"type": "line", "x0": day, "x1": day, "y0": band.top - 6, "y1": bottom, "line": line}]


def traces(canvas: Canvas, sheet: Tokens, reader: Reader) -> list[dict[str, Any]]:
    return [
        _dot_trace(canvas, sheet, reader),
        _span_trace(canvas, sheet),
        *(_text_trace(canvas, anchor) for anchor in ("start", "end")),
        _year_trace(canvas, sheet, reader),
    ]


def _dot_trace(canvas: Canvas, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    """Return the dots with their leaders (drawn as error bars: one number each instead of two points).

    Where a label stands by a dot, the pointer adds the time; where none does, it gives the label too, for
    sample rows the label alone. Full titles are in the table twin: on the wire they would weigh more than
    all the rest.
    """
    labelled = {event.event_id for event, _, _ in canvas.texts}
    dots = [event for event, _ in canvas.dots]
    said = {e.event_id: labels.plain(e.label) for e in dots}
    full = [f"{said[e.event_id]}<br>{e.when(reader)}" if e.documented else said[e.event_id] for e in dots]
    hovers = [e.when(reader) if e.event_id in labelled else text for e, text in zip(dots, full, strict=True)]
    leaders = {
        "array": canvas.leaders,
        "arrayminus": [],
        "width": 0,
        "thickness": 1,
        "color": sheet.outside_line,
    }
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [event.middle.isoformat() for event in dots],
        "y": [y for _, y in canvas.dots],
        "hovertext": hovers,
        "hoverinfo": "text",
        "marker": {
            "symbol": _one_or_all([0 if event.documented else 100 for event in dots]),
            "size": _one_or_all([7 if event.is_span else 9 for event in dots]),
            "color": sheet.ink,
            "opacity": 1,
        },
        "error_y": leaders | {"type": "data", "symmetric": False},
        "unselected": {"marker": {"opacity": 1}},
        "cliponaxis": False,
        "zorder": 1,
    }


def _one_or_all(values: list[int]) -> int | list[int]:
    """Return the one value that all points share, else the list."""
    return values[0] if len(set(values)) == 1 else values


def _lines(pieces: list[tuple[date, float, date, float]], colour: str, width: float) -> dict[str, Any]:
    x: list[str | None] = []
    y: list[float | None] = []
    for from_day, from_y, to_day, to_y in pieces:
        x += [from_day.isoformat(), to_day.isoformat(), None]
        y += [from_y, to_y, None]
    line = {"color": colour, "width": width}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _span_trace(canvas: Canvas, sheet: Tokens) -> dict[str, Any]:
    spans = [(e.start, y, e.end, y) for e, y in canvas.dots if e.is_span]
    return _lines(spans, sheet.outside_line, 5)


def _text_trace(canvas: Canvas, anchor: str) -> dict[str, Any]:
    """Return the labels that start (or end) at their leader; a fixed space keeps them 4 px off it."""
    own = [(event, y) for event, y, side in canvas.texts if side == anchor]
    starts = anchor == "start"
    return {
        "type": "scatter",
        "mode": "text",
        "x": [event.middle.isoformat() for event, _ in own],
        "y": [y for _, y in own],
        "text": [
            f"\u00a0{labels.plain(e.label)}" if starts else f"{labels.plain(e.label)}\u00a0" for e, _ in own
        ],
        "textposition": "middle right" if starts else "middle left",
        "textfont": {"size": LABEL_SIZE},
        "hoverinfo": "skip",
    }


def _year_trace(canvas: Canvas, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    """Return the numbers of the years in mid-year: the first day and a step instead of every day."""
    middles, years, step = canvas.span.year_labels(reader, canvas.width)
    return {
        "type": "scatter",
        "mode": "text",
        "x0": middles[0].isoformat(),
        "dx": YEAR_MS * step,
        "y": [YEARS_AT] * len(years),
        "text": years,
        "textfont": {"color": sheet.muted, "size": 12},
        "hoverinfo": "skip",
    }


def time_axis(span: Span, sheet: Tokens, zoom: bool) -> dict[str, Any]:
    """Return the axis: a line at each 1 October, bounded so that a zoom out never leaves the span."""
    ends = [span.start.isoformat(), span.end.isoformat()]
    return {
        "type": "date",
        "range": ends,
        "minallowed": ends[0],
        "maxallowed": ends[1],
        "fixedrange": not zoom,
        "tick0": ends[0],
        "dtick": "M12",
        "showgrid": zoom,
        "gridcolor": sheet.rule,
        "showticklabels": False,
        "zeroline": False,
    }
