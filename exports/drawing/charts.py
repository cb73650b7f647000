"""A chart that is only data, as a figure: for the media that draw plots and not native charts."""

from math import ceil, floor, log10
from typing import Any

import pandas as pd

from exports.story.parts import Chart
from figures import build, labels
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader

ROW, EXTRA, BAR = 30, 13, 0.72  # px per category and per series beside the first; share of it that bars fill
COLUMN_HEIGHT, LOW_HEIGHT, FOOT = 230, 150, 26  # px; low where the chart is narrow
NAME_SIZE, SIZE = 13, 12
NAME_WIDTH, MOST_LETTERS = 240.0, 34  # px and letters of a name beside its bars
LETTER, LABEL = 7.5, 36.0  # px that a letter of a name, and a year below a column, take at most
NAME_ROW = 20.0  # px of a name above its bars
NARROW = 480.0  # px
ROOM_FOR_VALUE = 24.0  # px of a column above which its value can stand


def figure(
    name: str,
    chart: Chart,
    documented: float | None,
    sources: tuple[str, ...],
    reader: Reader,
    px: float = 660,
) -> Figure:
    """Return the chart as a figure; a value that is not known is written "?" and draws no bar. px: width it is for."""
    sheet = tokens(reader)
    drawn = (
        _lying(chart, sheet, reader, px)
        if chart.form in ("bars", "stacked_bars")
        else _standing(chart, sheet, reader, px)
    )
    several = len(chart.series) > 1
    table = pd.DataFrame({"": chart.categories} | {one.name: one.values for one in chart.series})
    return Figure(
        name=name,
        plot=drawn,
        table=_worded(table, chart, reader),
        title=chart.title,
        subtitle=chart.unit,
        alt=chart.alt,
        sources=sources,
        documented=documented,
        notes=chart.notes,
        legend=tuple(LegendItem(one.name, one.colour) for one in chart.series) if several else (),
    )


def written(value: float | None, chart: Chart, reader: Reader) -> str:
    """Return a value as the chart's number format asks, "?" where it is not known."""
    if value is None or pd.isna(value):
        return "?"
    decimals = len(chart.number_format.partition(".")[2])
    return reader.number(value, decimals)


def _short(value: float | None) -> str:
    """Return what stands where a column has no height, "" above the others: their scale says how high they are."""
    return "?" if value is None or pd.isna(value) else "" if value else "0"


def _worded(table: pd.DataFrame, chart: Chart, reader: Reader) -> pd.DataFrame:
    return table.assign(
        **{one.name: [written(value, chart, reader) for value in one.values] for one in chart.series}
    )


def _top(chart: Chart) -> float:
    rows = zip(*(one.values for one in chart.series), strict=True)
    known = [[value for value in row if value is not None and not pd.isna(value)] for row in rows]
    stacked = chart.form == "stacked_bars"
    return max([sum(row) if stacked else max(row) for row in known if row] or [0]) or 1


def _lying(chart: Chart, sheet: Tokens, reader: Reader, px: float) -> Any:
    """Return lying bars, the first category on top, its name above the axis on the left."""
    count, top, stacked = len(chart.categories), _top(chart), chart.form == "stacked_bars"
    parts = 1 if stacked else len(chart.series)
    over = px < NARROW  # names stand above their bars where there is no room beside them
    room = max([labels.text_width(name, NAME_SIZE) for name in chart.categories] or [0]) + 10
    room = 0.0 if over else min(room, NAME_WIDTH)
    unit = ROW + (0 if stacked else EXTRA * (len(chart.series) - 1)) + (NAME_ROW if over else 0)
    share = BAR * (1 - NAME_ROW / unit) if over else BAR
    lift = NAME_ROW / unit / 2 if over else 0.0
    data, bases = [], [0.0] * count
    for place, one in enumerate(chart.series):
        known = [0.0 if value is None or pd.isna(value) else float(value) for value in one.values]
        last = not stacked or place == len(chart.series) - 1
        texts = _totals(chart, reader) if stacked else [written(value, chart, reader) for value in one.values]
        bar: dict[str, Any] = {
            "type": "bar",
            "orientation": "h",
            "x": known,
            "y0": 0,
            "dy": 1,
            "width": share / parts,
            "offset": lift - share / 2 + (0 if stacked else place * share / parts),
            "base": list(bases) if stacked else 0,
            "marker": {"color": one.colour},
            "hoverinfo": "skip",
        }
        if last:
            bar |= {"text": texts, "textposition": "outside", "textfont": {"size": SIZE}, "cliponaxis": False}
        data.append(bar)
        bases = [base + value for base, value in zip(bases, known, strict=True)] if stacked else bases
    if over:
        data.append(
            {
                "type": "scatter",
                "mode": "text",
                "x": [0] * count,
                "y": [i - 0.5 + NAME_ROW / unit / 2 for i in range(count)],
                "text": [labels.shorten(name, int(px / LETTER)) for name in chart.categories],
                "textposition": "middle right",
                "textfont": {"size": NAME_SIZE, "color": sheet.ink},
                "hoverinfo": "skip",
            }
        )
    return build.plot(
        data=data,
        sheet=sheet,
        height=round(unit * max(count, 1)),
        barmode="overlay",
        margin={"l": round(room), "r": 4, "t": 0, "b": 0},
        xaxis=build.fixed_axis(0, top * 1.22),
        yaxis=build.fixed_axis(count - 0.5, -0.5)
        | {
            "showticklabels": not over,
            "tickvals": list(range(count)),
            "ticktext": [labels.shorten(name, MOST_LETTERS) for name in chart.categories],
            "tickfont": {"size": NAME_SIZE, "color": sheet.ink},
        },
    )


def _totals(chart: Chart, reader: Reader) -> list[str]:
    """Return the parts of every stack: "3 + 1"; their sum would hide which is which."""
    rows = zip(*(one.values for one in chart.series), strict=True)
    return [" + ".join(written(value, chart, reader) for value in row) for row in rows]


def _standing(chart: Chart, sheet: Tokens, reader: Reader, px: float) -> Any:
    """Return columns side by side, or lines, over the categories; where their values find no room, with a scale."""
    count, top, data = len(chart.categories), _top(chart), []
    several = len(chart.series)
    thick = 0.68 / several
    crowded = px * thick / max(count, 1) < ROOM_FOR_VALUE
    for place, one in enumerate(chart.series):
        known = [None if value is None or pd.isna(value) else float(value) for value in one.values]
        texts = [_short(value) if crowded else written(value, chart, reader) for value in one.values]
        common: dict[str, Any] = {
            "text": texts,
            "textfont": {"size": SIZE},
            "cliponaxis": False,
            "hoverinfo": "skip",
        }
        if chart.form == "lines":
            line = {"line": {"color": one.colour, "width": 2.5}, "marker": {"color": one.colour, "size": 8}}
            data.append(
                common
                | line
                | {"type": "scatter", "mode": "lines+markers+text", "x": list(range(count)), "y": known,
                   "textposition": "top center"}
            )  # fmt: skip
        else:
            bar = {"width": thick, "offset": -0.34 + place * thick, "marker": {"color": one.colour}}
            data.append(
                common
                | bar
                | {"type": "bar", "x": list(range(count)), "y": [value or 0 for value in known],
                   "textposition": "outside", "textangle": 0, "constraintext": "none"}
            )  # fmt: skip
    every = ceil(LABEL * count / px)
    axis = {
        "showticklabels": True,
        "tickvals": list(range(count - 1, -1, -every))[::-1],
        "ticktext": list(chart.categories)[::-1][::every][::-1],
        "tickfont": {"size": SIZE, "color": sheet.muted},
        "showline": True,
        "linecolor": sheet.rule,
    }
    return build.plot(
        data=data,
        sheet=sheet,
        height=COLUMN_HEIGHT if px > NARROW else LOW_HEIGHT,
        barmode="overlay",
        margin={"l": 34 if crowded else 0, "r": 0, "t": 8, "b": FOOT},
        xaxis=build.fixed_axis(-0.5, max(count, 1) - 0.5) | axis,
        yaxis=build.fixed_axis(0, top * (1.08 if crowded else 1.2)) | (_scale(top, sheet) if crowded else {}),
    )


def _scale(top: float, sheet: Tokens) -> dict[str, Any]:
    """Return a labelled axis with three to six round steps."""
    power = 10.0 ** floor(log10(top))
    step = next(power * part for part in (0.2, 0.25, 0.5, 1, 2) if top / (power * part) <= 5.5)
    return {
        "showticklabels": True,
        "showgrid": True,
        "gridcolor": sheet.rule,
        "dtick": step,
        "tick0": 0,
        "tickfont": {"size": SIZE - 1, "color": sheet.muted},
    }
