"""Quality over releases: completeness and documented share as two lines, open doubts below on a scale of their own."""

from typing import Any

import pandas as pd

from data.store.releases import BANGKOK
from figures import build
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader

HEIGHT = 320
LINES = ("filled_pct", "documented_pct")


def over_releases(*, frame: pd.DataFrame, reader: Reader, about: str) -> Figure:
    """Return the lines. frame: `measures.quality_over.over`. about: the table in words, or all of them."""
    sheet, t = tokens(reader), reader.t
    colours = {"filled_pct": sheet.reached, "documented_pct": sheet.ink, "open_doubts": sheet.missing}
    numbers = [str(number) for number in frame["number"]]
    most = max([1, *frame["open_doubts"]])
    data = [_line(numbers, frame[name], colours[name], "y", "%{y:.1f}%") for name in LINES]
    data.append(_line(numbers, frame["open_doubts"], colours["open_doubts"], "y2", "%{y}"))
    title = _title(frame, about, reader)
    return Figure(
        name="quality-over-releases",
        plot=build.plot(
            data=data,
            sheet=sheet,
            hover=True,
            height=HEIGHT,
            margin={"l": 42, "r": 12, "t": 8, "b": 26},
            xaxis=build.fixed_axis(
                -0.5, len(numbers) - 0.5, type="category", showticklabels=True, anchor="y2", nticks=12
            ),
            yaxis=_axis(sheet, 0, 100, [0.36, 1], [0, 50, 100], "%"),
            yaxis2=_axis(sheet, 0, most, [0, 0.24], [0, most], ""),
        ),
        table=_table(frame, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=t("quality-over-sub"),
        alt=title,
        legend=tuple(
            LegendItem(t(f"quality-over-{name.replace('_', '-')}"), colours[name], mark="line")
            for name in colours
        ),
    )


def _line(x: list[str], values: "pd.Series[Any]", colour: str, axis: str, hover: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": x,
        "y": [None if pd.isna(value) else round(float(value), 2) for value in values],
        "yaxis": axis,
        "line": {"color": colour, "width": 2.2, "shape": "linear"},
        "marker": {"size": 6, "color": colour},
        "hovertemplate": f"{hover}<extra></extra>",
    }


def _axis(
    sheet: Tokens, low: float, high: float, domain: list[float], ticks: list[int], unit: str
) -> dict[str, Any]:
    texts = [f"{tick}{unit}" for tick in ticks]
    room = (high - low) * 0.06
    return build.fixed_axis(
        low - room, high + room, domain=domain, showticklabels=True, tickvals=ticks, ticktext=texts, showgrid=True,
        gridcolor=sheet.rule, tickfont={"color": sheet.muted},
    )  # fmt: skip


def _title(frame: pd.DataFrame, about: str, reader: Reader) -> str:
    first, last = frame.iloc[0], frame.iloc[-1]
    said = {
        "first": str(first["number"]), "last": str(last["number"]), "about": about,
        "before": reader.number(first["documented_pct"], 1), "now": reader.number(last["documented_pct"], 1),
        "filled": reader.number(last["filled_pct"], 1), "doubts": int(last["open_doubts"]),
    }  # fmt: skip
    return reader.t("quality-over-title", **said)


def _table(frame: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    t = reader.t
    days = [reader.date(when.astimezone(BANGKOK).date()) for when in frame["published_at"]]
    shares = {
        t(f"quality-over-{name.replace('_', '-')}"): [
            "–" if pd.isna(v) else f"{reader.number(v, 1)}%" for v in frame[name]
        ]
        for name in LINES
    }
    told: dict[str, Any] = {
        t("quality-over-release"): [str(number) for number in frame["number"]],
        t("quality-over-day"): days,
    }
    return pd.DataFrame(told | shares | {t("quality-over-open-doubts"): frame["open_doubts"].tolist()})
