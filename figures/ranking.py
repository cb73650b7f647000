"""Areas in order: squares that can be counted where counts are small, bars where they are amounts."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from figures import build, classes, findings, words
from figures.classes import MapClass
from figures.figure import Figure
from figures.square_rows import square_rows, square_table
from figures.tokens import Tokens, tokens
from locales import Reader
from measures.catalogue import MeasureSpec
from measures.selection import Selection

ROW, COMPACT_ROW = 28, 48  # height of a row in px; compact: the name above its squares
SQUARE, PITCH = 14, 19
COUNT_WIDTH = 78  # room for "3 จาก 4" at the right edge
BAR_START, BAR_ROOM = 0.42, 0.44  # of the width: names before, values after


def squares(
    *,
    frame: pd.DataFrame,
    provinces: pd.DataFrame,
    spec: MeasureSpec,
    selection: Selection,
    reader: Reader,
    compact: bool = False,
) -> Figure:
    """Return groups as rows of squares, one per province, those lacking most first.

    frame: area frame of the groups; provinces: area frame of the provinces, same measure and day, which
    gives each square its own state: a province nobody reported is never drawn as one without.
    compact: the name stands above its squares, for narrow screens.
    """
    sheet = tokens(reader)
    all_classes = classes.classes_of(spec, "province", reader)
    rows = square_rows(frame, provinces, spec, reader)
    states = [state for row in rows for state in row["states"]]
    finding = findings.of(frame, spec, selection.but(level="group"), reader)
    inside = provinces[provinces["in_filter"]]
    return Figure(
        name=f"ranking-{spec.code}",
        plot=build.plot(
            data=_row_traces([row["name"] for row in rows], [row["count"] for row in rows], sheet, compact),
            sheet=sheet,
            height=max(len(rows) * (COMPACT_ROW if compact else ROW), ROW),
            shapes=_square_shapes(rows, all_classes, compact),
            **_row_axes(len(rows), sheet),
        ),
        table=square_table(rows, spec, reader),
        rows=_in_order(frame, [row["code"] for row in rows]),
        title=finding.title,
        subtitle=words.dots([finding.subtitle, reader.t("figures-ranking-order")]),
        alt=finding.alt,
        sources=words.sources_of(inside),
        documented=words.share_of(inside),
        legend=classes.legend_of([c for c in all_classes if c.code != classes.OUTSIDE], states, spec),
        keys=tuple(row["code"] for row in rows),
    )


def _in_order(frame: pd.DataFrame, codes: Sequence[str]) -> list[dict[Any, Any]]:
    by_code = {row["area_code"]: row for row in frame.to_dict("records")}
    return [by_code[code] for code in codes]


def _row_traces(names: list[str], counts: list[str], sheet: Tokens, compact: bool) -> list[dict[str, Any]]:
    """Return a clear bar per row that carries the name and takes the click, and the count at its end."""
    height = len(names)
    size = 13
    shift = -0.24 if compact else 0
    bars: dict[str, Any] = {
        "type": "bar",
        "orientation": "h",
        "x": [1] * height,
        "y0": 0,
        "dy": 1,
        "width": 1,
        "marker": {"color": build.CLEAR},
        "hoverinfo": "none",
        "unselected": {"marker": {"opacity": 1}},
    }
    label: dict[str, Any] = {"type": "scatter", "mode": "text", "y0": shift, "dy": 1, "hoverinfo": "skip"}
    name = label | {
        "x": [0] * height,
        "text": names,
        "textposition": "middle right",
        "textfont": {"size": size},
    }
    count = label | {
        "x": [1] * height,
        "text": counts,
        "textposition": "middle left",
        "textfont": {"color": sheet.muted, "size": size},
    }
    return [bars, name, count]


def _row_axes(count: int, sheet: Tokens) -> dict[str, Any]:
    rows = {"showgrid": True, "gridcolor": sheet.rule, "tick0": -0.5, "dtick": 1}
    return {
        "xaxis": build.fixed_axis(0, 1),
        "yaxis": build.fixed_axis(max(count, 1) - 0.5, -0.5, **rows),
        "barmode": "overlay",
    }


def _square_shapes(
    rows: list[dict[str, Any]], all_classes: list[MapClass], compact: bool
) -> list[dict[str, Any]]:
    """Return ONE dashed path per state: a line as thick as a square, drawn 14 px on and 5 px off.

    Pixels from the right (compact: left) edge keep squares square and close together at every width;
    a shape for each square would cost 20 times as many bytes.
    """
    widest = max((row["of"] for row in rows), default=0)
    step = COMPACT_ROW if compact else ROW
    middle = 32 if compact else ROW // 2
    left = 2 if compact else -(COUNT_WIDTH + widest * PITCH)
    paths: dict[str, str] = {}
    for i, row in enumerate(rows):
        x, y = left, (len(rows) - i) * step - middle
        for state in dict.fromkeys(row["states"]):
            run = row["states"].count(state) * PITCH
            paths[state] = paths.get(state, "") + f"M{x},{y}H{x + run - PITCH + SQUARE}"
            x += run
    return [
        {
            "type": "path",
            "path": paths[c.code],
            "xsizemode": "pixel",
            "ysizemode": "pixel",
            "xanchor": 0 if compact else 1,
            "yanchor": len(rows) - 0.5,
            "line": {"width": SQUARE, "dash": f"{SQUARE}px,{PITCH - SQUARE}px", "color": c.colour},
        }
        for c in all_classes
        if c.code in paths
    ]


def bars(
    *,
    frame: pd.DataFrame,
    spec: MeasureSpec,
    selection: Selection,
    reader: Reader,
    limit: int = 20,
    compact: bool = False,
) -> Figure:
    """Return the areas with the largest amounts as bars, largest first, at most `limit` of them.

    frame: area frame of a sequential measure. The table twin always holds every area inside the filter.
    Areas nobody reported follow with their words instead of a bar, never with a bar of length 0.
    """
    sheet = tokens(reader)
    ordered = _amount_order(frame, spec, reader)
    shown = ordered[:limit]
    top = max((row["value"] for row in shown if row["value"] == row["value"]), default=0.0)
    texts = [_amount_text(row, spec, reader) for row in shown]
    lengths = [row["value"] / top if top and row["value"] == row["value"] else 0.0 for row in shown]
    data = _row_traces([reader.pick(row, "name") for row in shown], texts, sheet, compact)
    data.append(_bar_trace(lengths, sheet, compact))
    finding = findings.of(frame, spec, selection, reader)
    inside = frame[frame["in_filter"]]
    cut = len(shown) < len(ordered)
    rest = reader.t("figures-ranking-first", n=len(shown), of=len(ordered)) if cut else ""
    return Figure(
        name=f"ranking-{spec.code}",
        plot=build.plot(
            data=data,
            sheet=sheet,
            height=max(len(shown), 1) * (COMPACT_ROW if compact else ROW),
            **_row_axes(len(shown), sheet),
        ),
        table=_amount_table(ordered, spec, selection, reader),
        rows=ordered,
        title=finding.title,
        subtitle=words.dots(
            [finding.subtitle, "" if spec.least_first else reader.t("figures-ranking-order-amount"), rest]
        ),
        alt=finding.alt,
        sources=words.sources_of(inside),
        documented=words.share_of(inside),
        keys=tuple(row["area_code"] for row in shown),
    )


def _amount_order(frame: pd.DataFrame, spec: MeasureSpec, reader: Reader) -> list[dict[str, Any]]:
    kept = frame[frame["in_filter"] & (frame["state"] != "not_applicable")]

    sign = 1 if spec.least_first else -1

    def order(row: dict[Any, Any]) -> tuple[Any, ...]:
        known, name = row["value"] == row["value"], findings.name_key(reader.pick(row, "name"), reader)
        return not known, sign * row["value"] if known else 0, -row.get("shown_count", 0), name

    return sorted(kept.to_dict("records"), key=order)


def _amount_text(row: dict[str, Any], spec: MeasureSpec, reader: Reader) -> str:
    if row["value"] != row["value"]:
        return reader.t("figures-state-not-reported")
    return words.bare_amount(row["value"], spec, reader)


def _bar_trace(lengths: list[float], sheet: Tokens, compact: bool) -> dict[str, Any]:
    start, room = (0.0, 0.99) if compact else (BAR_START, BAR_ROOM)
    return {
        "type": "bar",
        "orientation": "h",
        "base": start,
        "x": [round(length * room, 3) for length in lengths],
        "y0": 0,
        "dy": 1,
        "offset": 0.08 if compact else -0.22,
        "width": 0.24 if compact else 0.44,
        "marker": {"color": sheet.reached},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }


def _amount_table(
    ordered: list[dict[str, Any]], spec: MeasureSpec, selection: Selection, reader: Reader
) -> pd.DataFrame:
    name = f"{findings.measure_name(spec, reader)} ({words.unit(spec, reader)})"
    area = reader.t("figures-column-" + selection.level)
    rows = [
        (
            reader.pick(row, "name"),
            _amount_text(row, spec, reader),
            words.evidence_label(row["evidence"], reader),
        )
        for row in ordered
    ]
    return pd.DataFrame(rows, columns=[area, name, reader.t("figures-column-evidence")])
