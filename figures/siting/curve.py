"""Where to go next: what each number of places achieves."""

from typing import Any

import pandas as pd

from figures import build, words
from figures.figure import Figure, LegendItem
from figures.siting import said
from figures.tokens import Tokens, ink_on, tokens
from locales import Reader
from measures.siting_question import Placement

HEIGHT = 260


def curve(*, frame: pd.DataFrame, placement: Placement, reader: Reader) -> Figure:
    """Return what 1 to n places achieve, each number the best answer of its own, the chosen one marked.

    frame: `measures.siting.curve`. Bars are provinces reached, or for the median the mean distance in km.
    keys: the number of places of each bar.
    """
    sheet = tokens(reader)
    rows = frame[frame["k"] > 0]
    median = placement.question.model == "median"
    heights = [round(float(v), 1) for v in rows["mean_km" if median else "reached_count"].fillna(0)]
    of = int(frame["open_count"].iloc[0])
    top = max([1.0, *heights, 0 if median else of])
    title = _curve_title(rows, of, median, placement, reader)
    inside = placement.provinces[placement.provinces["in_filter"]]
    return Figure(
        name="where-to-go-next-by-number",
        plot=build.plot(
            data=[_bars(rows, heights, placement.question.k, sheet, reader)],
            sheet=sheet,
            height=HEIGHT,
            bargap=0.25,
            margin={"l": 0, "r": 0, "t": 10, "b": 40},
            xaxis=_numbers_axis(len(rows), sheet, reader),
            yaxis=build.fixed_axis(0, top * 1.06),
            shapes=[] if median else [_open_line(of, sheet)],
        ),
        table=_curve_table(rows, reader),
        rows=rows.to_dict("records"),
        title=title,
        subtitle=words.dots([reader.t("siting-curve-subtitle"), said.rule_words(placement, reader)]),
        alt=title,
        sources=words.sources_of(inside),
        documented=words.share_of(inside),
        legend=_legend(of, median, sheet, reader),
        keys=tuple(str(k) for k in rows["k"]),
    )


def _legend(of: int, median: bool, sheet: Tokens, reader: Reader) -> tuple[LegendItem, ...]:
    legend = [
        LegendItem(reader.t("siting-curve-asked"), sheet.reached),
        LegendItem(reader.t("siting-curve-other"), sheet.partly),
    ]
    if not median:
        legend.append(LegendItem(reader.t("siting-curve-open"), sheet.muted, count=of, mark="line"))
    return tuple(legend)


def _bars(
    rows: pd.DataFrame, heights: list[float], asked: int, sheet: Tokens, reader: Reader
) -> dict[str, Any]:
    colours = [sheet.reached if k == asked else sheet.partly for k in rows["k"]]
    return {
        "type": "bar",
        "x": [int(k) for k in rows["k"]],
        "y": heights,
        "text": [reader.number(height) for height in heights],
        "textposition": "inside",
        "insidetextanchor": "end",
        "textangle": 0,
        "textfont": {"size": 12, "color": [ink_on(colour, sheet) for colour in colours]},
        "marker": {"color": colours},
        "hoverinfo": "none",
        "unselected": {"marker": {"opacity": 1}},
    }


def _numbers_axis(count: int, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    title = {"text": reader.t("siting-column-k"), "font": {"size": 12, "color": sheet.muted}}
    ticks = {"showticklabels": True, "dtick": 1, "tickfont": {"color": sheet.muted}}
    return build.fixed_axis(0.4, count + 0.6, **ticks, title=title)


def _curve_title(rows: pd.DataFrame, of: int, median: bool, placement: Placement, reader: Reader) -> str:
    if median:
        own = rows[rows["k"] == placement.question.k].iloc[0]
        return reader.t("siting-curve-median", k=int(own["k"]), km=said.km(own["mean_km"], reader))
    whole = rows[rows["reached_count"] == of]
    if len(whole):
        return reader.t("siting-curve-all", k=int(whole["k"].iloc[0]), of=of)
    last = rows.iloc[-1]
    return reader.t("siting-curve-part", k=int(last["k"]), reached=int(last["reached_count"]), of=of)


def _open_line(of: int, sheet: Tokens) -> dict[str, Any]:
    line = {"color": sheet.muted, "width": 1.2, "dash": "5px,4px"}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": of, "y1": of, "line": line}


def _curve_table(rows: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    columns = [reader.t(f"siting-column-{name}") for name in ("k", "reached", "of", "gain", "mean")]
    made = [
        (
            row["k"],
            row["reached_count"],
            row["open_count"],
            row["gain_count"],
            said.km(row["mean_km"], reader),
        )
        for row in rows.to_dict("records")
    ]
    return pd.DataFrame(made, columns=columns)
