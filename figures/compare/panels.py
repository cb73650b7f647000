"""Areas side by side over time: every measure a small panel, every side a line."""

from collections.abc import Sequence
from math import ceil
from typing import Any

import pandas as pd

from figures import build, words
from figures.compare import words as compare_words
from figures.compare.words import count_text, rate_text
from figures.figure import Figure, LegendItem, Mark
from figures.fiscal import Span, span_of
from figures.tokens import Tokens, tokens
from locales import Reader
from measures.catalogue import SPECS

LINE_CELL, LINE_HEAD, LINE_FOOT = 128, 40, 26
SYMBOLS = ("circle", "square", "diamond", "circle-open")
MARKS: tuple[Mark, ...] = ("dot", "square", "diamond", "ring")
DASHES = ("solid", "5px,3px", "2px,2px", "8px,3px,2px,3px")


def side_colours(sheet: Tokens) -> tuple[str, str, str, str]:
    """Return the colour of each side; marks and dashes differ too, so that nothing hangs on colour."""
    return (sheet.reached_text, sheet.note_ink, sheet.muted, sheet.ink)


def over_time(
    *,
    frame: pd.DataFrame,
    labels: Sequence[str],
    marks: Sequence[pd.Timestamp],
    reader: Reader,
    columns: int = 4,
) -> Figure:
    """Return every measure over time, one small panel each, one line per side, on one time axis.

    frame: `measures.compare.over_time`. labels: the name of each side, in order. marks: days to mark. Lines show
    rates: the share of provinces reached, or an amount per province. A day nobody reports leaves a gap in a line.
    """
    sheet = tokens(reader)
    measures = list(dict.fromkeys(frame["measure"]))
    rows = ceil(len(measures) / columns)
    height = rows * (LINE_CELL + LINE_HEAD) + LINE_FOOT
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    heads: list[dict[str, Any]] = []
    span = span_of([day.date() for day in frame["day"]])
    for i, measure in enumerate(measures):
        own, key = frame[frame["measure"] == measure], "" if i == 0 else str(i + 1)
        scale = 1e6 if SPECS[measure].unit == "baht" else 0.01 if _is_share(measure) else 1
        box = _line_cell(i, columns, rows, height)
        top = _top(own["rate"], measure, scale)
        for number in range(len(labels)):
            data += _line(own[own["side"] == number], number, key, scale, sheet)
        low_row = i // columns == rows - 1 or i + columns >= len(measures)
        layout |= _panel_axes(key, box, top, span, low_row, sheet, reader)
        heads.append(_panel_head(measure, box, sheet, reader))
    kept = [day for day in marks if span.start <= day.date() <= span.end]
    shapes = [_day_line(day, i, sheet) for day in kept for i in range(len(measures))]
    title = _time_title(frame, labels, reader)
    return Figure(
        name="compare-over-time",
        plot=build.plot(
            data=data, sheet=sheet, height=height, hover=True, annotations=heads, shapes=shapes, **layout
        ),
        table=_time_table(frame, labels, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=reader.t("compare-time-subtitle"),
        alt=title,
        sources=words.sources_of(frame),
        documented=words.share_of(frame),
        legend=tuple(
            LegendItem(label, colour, colour, None, "", MARKS[i])
            for i, (label, colour) in enumerate(zip(labels, side_colours(sheet), strict=False))
        ),
    )


def _is_share(measure: str) -> bool:
    return SPECS[measure].kind == "categorical"


def _top(rates: pd.Series, measure: str, scale: float) -> float:
    if _is_share(measure):
        return 100
    highest = rates.max()
    return float(highest) / scale if pd.notna(highest) and highest else 1.0


def _line_cell(place: int, columns: int, rows: int, height: float) -> dict[str, list[float]]:
    row, column = divmod(place, columns)
    top = 1 - row * (LINE_CELL + LINE_HEAD) / height
    gap = 0.03 if columns > 1 else 0
    return {
        "x": [
            round(column / columns + (gap if column else 0) / 2, 4),
            round((column + 1) / columns - gap / 2, 4),
        ],
        "y": [round(top - (LINE_CELL + LINE_HEAD) / height, 4), round(top - LINE_HEAD / height, 4)],
    }


def _line(own: pd.DataFrame, number: int, key: str, scale: float, sheet: Tokens) -> list[dict[str, Any]]:
    """Return the line of one side and its mark on the last day known."""
    colour = side_colours(sheet)[number]
    days = [day.date().isoformat() for day in own["day"]]
    values = [None if pd.isna(rate) else round(float(rate) / scale, 3) for rate in own["rate"]]
    axes = {"xaxis": f"x{key}", "yaxis": f"y{key}"}
    line = {"shape": "hv", "color": colour, "width": 2, "dash": DASHES[number]}
    found: list[dict[str, Any]] = [
        {"type": "scatter", "mode": "lines", "x": days, "y": values, "line": line}
        | {"hovertemplate": "%{y}<extra></extra>"}
        | axes
    ]
    known = [i for i, value in enumerate(values) if value is not None]
    if known:
        marker = {
            "symbol": SYMBOLS[number],
            "size": 8,
            "color": colour,
            "line": {"width": 1.5, "color": colour},
        }
        last = {"x": [days[known[-1]]], "y": [values[known[-1]]], "marker": marker, "hoverinfo": "skip"}
        found.append({"type": "scatter", "mode": "markers", "cliponaxis": False} | last | axes)
    return found


def _panel_axes(
    key: str,
    box: dict[str, list[float]],
    top: float,
    span: Span,
    labelled: bool,
    sheet: Tokens,
    reader: Reader,
) -> dict[str, Any]:
    middles, years, _ = span.year_labels(reader, 150)
    ticks = [0, top / 2, top]
    decimals = 0 if top >= 10 or float(top / 2).is_integer() else 1 if top >= 1 else 2
    both = {"fixedrange": True, "zeroline": False, "tickfont": {"color": sheet.muted, "size": 11}}
    return {
        f"xaxis{key}": both
        | {
            "type": "date",
            "range": [span.start.isoformat(), span.end.isoformat()],
            "domain": box["x"],
            "anchor": f"y{key}",
            "showgrid": False,
            "showticklabels": labelled,
            "tickvals": [day.isoformat() for day in middles],
            "ticktext": years,
            "tickangle": 0,
        },
        f"yaxis{key}": both
        | {
            "range": [-top * 0.04, top * 1.24],
            "domain": box["y"],
            "anchor": f"x{key}",
            "showgrid": True,
            "gridcolor": sheet.rule,
            "tickvals": ticks,
            "ticktext": [reader.number(tick, decimals) for tick in ticks],
            "ticklabelposition": "inside top",
        },
    }


def _panel_head(measure: str, box: dict[str, list[float]], sheet: Tokens, reader: Reader) -> dict[str, Any]:
    unit = f'<span style="color:{sheet.muted}">{reader.t(f"compare-unit-{measure}")}</span>'
    return {
        "text": f"<b>{reader.t(f'compare-short-{measure}')}</b> {unit}",
        "x": box["x"][0],
        "y": box["y"][1],
        "xref": "paper",
        "yref": "paper",
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": 12.5},
    }


def _day_line(day: pd.Timestamp, place: int, sheet: Tokens) -> dict[str, Any]:
    at, key = day.date().isoformat(), "" if place == 0 else str(place + 1)
    line = {"color": sheet.muted, "width": 1, "dash": "2px,2px"}
    axes = {"xref": f"x{key}", "yref": f"y{key} domain"}
    return {"type": "line", "x0": at, "x1": at, "y0": 0, "y1": 1, "line": line} | axes


def _time_title(frame: pd.DataFrame, labels: Sequence[str], reader: Reader) -> str:
    if not frame["rate"].notna().any():
        return reader.t("compare-not-comparable")
    return reader.t("compare-time-title", sides=reader.join(labels))


def _time_table(frame: pd.DataFrame, labels: Sequence[str], reader: Reader) -> pd.DataFrame:
    """Return one row per measure, day and side: measure, day, side, count, rate, evidence."""
    t = reader.t
    columns = [t("area-column-measure"), t("figures-column-when"), t("compare-column-side"),
               t("compare-column-count"), t("compare-column-rate"), t("figures-column-evidence")]  # fmt: skip
    rows = [
        (
            compare_words.name(row["measure"], reader),
            reader.date(row["day"].date()),
            labels[row["side"]],
            count_text(row, reader),
            rate_text(row, reader),
            words.evidence_label(row["evidence"], reader),
        )
        for row in frame.to_dict("records")
    ]
    return pd.DataFrame(rows, columns=columns)
