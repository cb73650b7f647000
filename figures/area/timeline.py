"""What happened in one area, on one axis in fiscal years: each kind of event in its own track."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from figures import build, events, lanes, words
from figures.events import Event
from figures.figure import Figure, LegendItem
from figures.fiscal import span_of
from figures.labels import shorten, text_width
from figures.lanes import Band, Canvas
from figures.tokens import Tokens, tokens
from locales import Reader

WIDTH, COMPACT_WIDTH = 900, 344
BAND = Band(top=24, height=22, size=12, padding=8)
TRACK_HEAD, TRACK_FOOT = 28, 8
MOST_ROWS = 4
PAPER_WIDTH, PAPER_HEAD = 820, 180  # px of the axis and of the names beside it
TRACK_OF = {
    "milestone": "place",
    "province_established": "place",
    "group_joined": "place",
    "institution_joined": "network",
    "representative_appointed": "network",
    "representative_ended": "network",
    "workshop": "workshop",
    "needs_collected": "plan",
    "drafted": "plan",
    "approved": "plan",
    "in_provincial_plan": "plan",
}
TRACKS = ("place", "network", "workshop", "plan")
OWN_TITLE = ("milestone", "workshop")  # kinds that carry their own title


def timeline(
    *,
    frame: pd.DataFrame,
    phases: pd.DataFrame,
    names: Mapping[str, str],
    many: bool,
    reader: Reader,
    asof: date,
    compact: bool = False,
    paper: bool = False,
) -> Figure:
    """Return the timeline of an area.

    frame: `measures.area.facts.events`. phases: phase_code, name_*, start_date, end_date. names: province_code ->
    name. many: several provinces, so that a mark says which; what happened in several of them on one day is one
    mark. paper: one row of labels to a track and its name beside it, to save room. All texts are in the table twin.
    """
    sheet = tokens(reader)
    listed = [_event(row, names, many, reader) for row in frame.to_dict("records")]
    shown = _merged(frame, listed, names, many, reader)
    days = [event.middle for event in shown] + [asof]
    days += [day.date() for row in phases.itertuples() for day in (row.start_date, row.end_date)]
    canvas = Canvas(span_of(days), PAPER_WIDTH if paper else COMPACT_WIDTH if compact else WIDTH)
    canvas.y = BAND.bottom
    above = 0 if paper else TRACK_HEAD
    for track in TRACKS:
        marks = [event for event in shown if event.track == track]
        if marks:
            canvas.heads.append((reader.t(f"area-track-{track}"), canvas.y + (above - 8 if above else 16)))
            canvas.y += above
            canvas.lane(marks, rows=1 if paper else MOST_ROWS)
            canvas.y += 0 if paper else TRACK_FOOT
    height = round(canvas.y + TRACK_FOOT)
    title = reader.t("area-timeline-title", n=len(listed)) if listed else reader.t("area-timeline-none")
    return Figure(
        name="area-timeline",
        plot=build.plot(
            data=lanes.traces(canvas, sheet, reader),
            sheet=sheet,
            hover=True,
            height=height,
            shapes=lanes.phase_bars(phases, BAND, partial(_phase_name, reader=reader), canvas, sheet)
            + lanes.asof_line(asof, BAND, height - 8, canvas, sheet),
            annotations=[_head(text, y, paper, sheet) for text, y in canvas.heads],
            margin={"l": PAPER_HEAD if paper else 0, "r": 0, "t": 0, "b": 0},
            xaxis=lanes.time_axis(canvas.span, sheet, False),
            yaxis=build.fixed_axis(height, 0),
        ),
        table=_table(frame, listed, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=reader.t("figures-timeline-subtitle", era=reader.era),
        alt=f"{title}: " + "; ".join(f"{e.when(reader)} {e.title}" for e in listed[-12:])
        if listed
        else title,
        sources=words.sources_of(frame),
        documented=words.share_of(frame),
        legend=_legend(listed, sheet, reader),
    )


def title_of(row: Mapping[Any, Any], names: Mapping[str, str], reader: Reader) -> str:
    """Return an event of `measures.area.facts.events` as a sentence."""
    title = reader.pick(row, "title")
    if row["kind"] in OWN_TITLE:
        return title
    return reader.t(f"event-{row['kind']}", name=title, province=names.get(row["province_code"], ""))


def _event(row: Mapping[Any, Any], names: Mapping[str, str], many: bool, reader: Reader) -> Event:
    start, kind = row["on"].date(), row["kind"]
    title = title_of(row, names, reader)
    if kind in OWN_TITLE:
        label = events.short_label({"event_id": row["code"], "group_code": ""}, _bare(title), reader, {})
    else:
        label = reader.t(f"area-mark-{kind}")
        label += f" {names.get(row['province_code'], '')}" if many else ""
    return Event(
        event_id=f"{kind}-{row['code']}-{row['province_code']}",
        track=TRACK_OF[kind],
        kind=kind,
        start=start,
        end=_last_day(row),
        precision=row["precision"],
        label=shorten(label),
        title=title,
        documented=row["evidence"] == "documented",
    )


def _last_day(row: Mapping[Any, Any]) -> date:
    """Return the last day an event can have been on: its own, or that of the month or year it is known to."""
    if pd.notna(row["end"]):
        return row["end"].date()  # type: ignore[no-any-return]
    unit = {"month": "M", "year": "Y"}.get(row["precision"], "D")
    return pd.Period(row["on"], unit).end_time.date()  # type: ignore[no-any-return]


def _bare(title: str) -> str:
    """Return a title without the long words that all of them begin with: what follows the last colon."""
    return title.rpartition(": ")[2]


def _merged(
    frame: pd.DataFrame, listed: list[Event], names: Mapping[str, str], many: bool, reader: Reader
) -> list[Event]:
    """Return the marks: what several provinces did on one day is one of them, which says how many."""
    if not many:
        return listed
    found: dict[tuple[Any, ...], list[int]] = {}
    for i, event in enumerate(listed):
        key = (event.event_id,) if event.kind in OWN_TITLE else (event.kind, event.start, event.documented)
        found.setdefault(key, []).append(i)
    marks = []
    for places in found.values():
        own = listed[places[0]]
        provinces = sorted(set(frame["province_code"].iloc[places]))
        if len(provinces) > 1:
            label = reader.t(f"area-mark-{own.kind}")
            own = replace(own, label=f"{label} {reader.t('area-provinces', n=len(provinces))}")
        marks.append(own)
    return marks


def _phase_name(row: dict[Any, Any], room: float, reader: Reader) -> str:
    name = reader.pick(row, "name")
    return name if text_width(name, BAND.size, bold=True) < room else ""


def _head(text: str, y: float, paper: bool, sheet: Tokens) -> dict[str, Any]:
    return {
        "text": text,
        "x": -PAPER_HEAD / PAPER_WIDTH if paper else 0,
        "xref": "paper",
        "y": y,
        "yref": "y",
        "xanchor": "left",
        "showarrow": False,
        "bgcolor": sheet.paper,
        "font": {"color": sheet.muted, "size": 12, "weight": 600},
    }


def _legend(listed: list[Event], sheet: Tokens, reader: Reader) -> tuple[LegendItem, ...]:
    """Return the legend; it counts events, as the title does, of which one mark may hold several."""
    documented = sum(event.documented for event in listed)
    rest = len(listed) - documented
    items = [LegendItem(reader.t("figures-legend-documented"), sheet.ink, "", documented, "", "dot")]
    if rest:
        sample = reader.t("figures-legend-illustrative")
        items.append(LegendItem(sample, sheet.paper, sheet.ink, rest, "", "ring"))
    items.append(LegendItem(reader.t("figures-legend-asof"), sheet.missing_text, mark="line"))
    return tuple(items)


def _table(frame: pd.DataFrame, listed: list[Event], reader: Reader) -> pd.DataFrame:
    columns = [reader.t("figures-column-" + name) for name in ("when", "kind", "event", "evidence")]
    rows = [
        (
            event.when(reader),
            reader.t(f"area-track-{event.track}"),
            event.title,
            words.evidence_label(evidence, reader),
        )
        for event, evidence in zip(listed, frame["evidence"], strict=True)
    ]
    return pd.DataFrame(rows, columns=columns)
