"""One axis in fiscal years: phases as bars, events as dots whose labels never collide.

All events in tracks, zoomable. Heights are laid out in px from the top, labels as far apart as computed; x is real
time. Labels are placed for the narrowest width the form is meant for: any wider card only adds room.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from figures import build, events, labels, lanes, words
from figures.events import Event
from figures.figure import Figure, LegendItem
from figures.fiscal import Span, span_of
from figures.lanes import Band, Canvas
from figures.tokens import Tokens, tokens
from locales import Reader

WIDTH, COMPACT_WIDTH = 900, 344  # px the labels are placed for
BAND = Band(top=28, height=32, size=13, padding=10)
TRACK_HEAD, TRACK_FOOT = 30, 12
FIRST_BE = 2546  # the fiscal year of the first group scheme; older events are in the table only
MOST_ROWS = 6


def full(
    *,
    frame: pd.DataFrame,
    phases: pd.DataFrame,
    reader: Reader,
    asof: date | None = None,
    first_be: int = FIRST_BE,
    group_names: Mapping[str, str] | None = None,
    compact: bool = False,
) -> Figure:
    """Return every event in its track; labels where there is room, all texts in the table twin.

    The time axis zooms by dragging, heights stay. Events before fiscal year `first_be` and after the last phase are
    listed in the table and counted in notes; a day chosen after it draws the axis as far.
    """
    known = events.from_frame(frame, reader, group_names)
    end = last_day(phases, asof)
    begun = [event for event in known if event.end >= Span(first_be, first_be).start]
    shown = [event for event in begun if event.start <= end]
    canvas = _canvas(shown, phases, compact)
    canvas.y = BAND.bottom if len(phases) else BAND.top
    for track in events.TRACKS:
        marks = [event for event in shown if event.track == track]
        if marks:
            canvas.heads.append((reader.t(f"figures-track-{track}"), canvas.y + TRACK_HEAD - 8))
            canvas.y += TRACK_HEAD
            canvas.lane(marks, rows=MOST_ROWS)
            canvas.y += TRACK_FOOT
    earlier, later = len(known) - len(begun), len(begun) - len(shown)
    notes = [reader.t("figures-timeline-earlier", n=earlier, year=reader.year(first_be))] if earlier else []
    notes += [reader.t("figures-timeline-later", n=later, date=reader.date(end))] if later else []
    return _figure("timeline-full", canvas, frame, known, phases, asof, reader, notes=tuple(notes))


def last_day(phases: pd.DataFrame, asof: date | None) -> date:
    """Return the last day that is drawn: the end of the last phase, or a day chosen after it."""
    end = phases["end_date"].max().date() if len(phases) else date.max
    return max(end, asof) if asof else end


def _canvas(shown: Sequence[Event], phases: pd.DataFrame, compact: bool) -> Canvas:
    days = [event.middle for event in shown]
    for row in phases.itertuples():
        days += [row.start_date.date(), row.end_date.date()]
    span = span_of(days) if days else Span(2547, 2558)
    return Canvas(span, COMPACT_WIDTH if compact else WIDTH)


def _figure(
    name: str,
    canvas: Canvas,
    frame: pd.DataFrame,
    listed: Sequence[Event],
    phases: pd.DataFrame,
    asof: date | None,
    reader: Reader,
    notes: tuple[str, ...] = (),
) -> Figure:
    sheet = tokens(reader)
    height = round(canvas.y + TRACK_FOOT)
    ids = {event.event_id for event in listed}
    rows = frame[frame["event_id"].isin(ids)]
    return Figure(
        name=name,
        plot=build.plot(
            data=lanes.traces(canvas, sheet, reader),
            sheet=sheet,
            hover=True,
            height=height,
            shapes=lanes.phase_bars(phases, BAND, partial(_phase_label, reader=reader), canvas, sheet)
            + lanes.asof_line(asof, BAND, canvas.dots[-1][1] if canvas.dots else height, canvas, sheet),
            annotations=[_head(text, y, sheet) for text, y in canvas.heads],
            xaxis=lanes.time_axis(canvas.span, sheet, True),
            yaxis=build.fixed_axis(height, 0),
            dragmode="zoom",
        ),
        table=events.table(listed, reader),
        rows=_in_order(rows, listed),
        title=_title(listed, phases, canvas.span, reader),
        subtitle=words.dots(
            [reader.t("figures-timeline-subtitle", era=reader.era), reader.t("figures-timeline-drag")]
        ),
        alt=_alt(listed, canvas.span, reader),
        sources=words.sources_of(rows),
        documented=words.share_of(rows),
        notes=notes,
        legend=_legend(canvas, asof, sheet, reader),
        keys=tuple(event.event_id for event, _ in canvas.dots),
    )


def _phase_label(row: dict[Any, Any], room: float, reader: Reader) -> str:
    code = row["phase_code"]
    name = reader.pick(row, "name")
    if reader.has(f"figures-aim-{code}"):
        long = words.dots([name, reader.t(f"figures-aim-{code}")])
        if labels.text_width(long, BAND.size, bold=True) <= room:
            return long
    return name if labels.text_width(name, BAND.size, bold=True) <= room else ""


def _head(text: str, y: float, sheet: Tokens) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "y": y,
        "yref": "y",
        "xanchor": "left",
        "showarrow": False,
        "bgcolor": sheet.paper,
        "font": {"color": sheet.muted, "size": 12, "weight": 600},
    }


def _title(listed: Sequence[Event], phases: pd.DataFrame, span: Span, reader: Reader) -> str:
    if not listed:
        return reader.t("figures-timeline-empty")
    if phases.empty:
        return reader.t("figures-timeline-title-events", events=len(listed), years=len(span.years))
    years = span_of([d.date() for d in [phases["start_date"].min(), phases["end_date"].max()]]).years
    return reader.t("figures-timeline-title", phases=len(phases), years=len(years), events=len(listed))


def _alt(listed: Sequence[Event], span: Span, reader: Reader) -> str:
    if not listed:
        return reader.t("figures-timeline-empty")
    first, last = listed[0], listed[-1]
    return reader.t(
        "figures-timeline-alt",
        first=reader.year(span.first_be),
        last=reader.year(span.last_be),
        events=len(listed),
        documented=sum(event.documented for event in listed),
        **{"from": f"{first.title} ({first.when(reader)})", "to": f"{last.title} ({last.when(reader)})"},
    )


def _legend(canvas: Canvas, asof: date | None, sheet: Tokens, reader: Reader) -> tuple[LegendItem, ...]:
    documented = sum(event.documented for event, _ in canvas.dots)
    items = [LegendItem(reader.t("figures-legend-documented"), sheet.ink, "", documented, "", "dot")]
    if documented < len(canvas.dots):
        sample = len(canvas.dots) - documented
        items.append(
            LegendItem(reader.t("figures-legend-illustrative"), sheet.paper, sheet.ink, sample, "", "ring")
        )
    if any(event.is_span for event, _ in canvas.dots):
        items.append(LegendItem(reader.t("figures-legend-range"), sheet.outside_line, mark="line"))
    if asof is not None and canvas.span.start <= asof <= canvas.span.end:
        items.append(LegendItem(reader.t("figures-legend-asof"), sheet.missing_text, mark="line"))
    return tuple(items)


def _in_order(rows: pd.DataFrame, listed: Sequence[Event]) -> list[dict[Any, Any]]:
    """Return the rows of the events in the order of the table."""
    by_id = {row["event_id"]: row for row in rows.to_dict("records")}
    return [by_id[event.event_id] for event in listed]
