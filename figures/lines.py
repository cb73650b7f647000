"""How the network grew: what the records count day by day, and what documents state, unit by unit."""

from datetime import date
from typing import Any

import pandas as pd

from figures import borders as border_marks
from figures import build, words
from figures.figure import Figure, LegendItem
from figures.fiscal import Span, span_of
from figures.tokens import Tokens, tokens
from locales import Reader

HEIGHT, COMPACT_HEIGHT = 320, 280
WIDTH, COMPACT_WIDTH = 760, 344


def growth(
    *,
    frame: pd.DataFrame,
    points: pd.DataFrame,
    reader: Reader,
    borders: pd.DataFrame | None = None,
    asof: date | None = None,
    compact: bool = False,
) -> Figure:
    """Return coverage over time: a computed step line, its denominator, and documented counts as diamonds.

    frame: `measures.coverage.over_time`. points: `measures.coverage.points`. One unit is drawn, provinces; what documents
    state of networks and service places is in the table and counted in a note. Stated counts are never joined by a
    line, since each counts something else. Days nobody reports leave a gap in the line. borders: `measures.borders.divided`,
    marked where the denominator is of another map than before.
    """
    sheet = tokens(reader)
    provinces = points[points["unit"] == "province"]
    days = [day.date() for day in [*frame["day"], *provinces["day"]]]
    span = span_of(days) if days else Span(2547, 2558)
    others = len(points) - len(provinces)
    last = _last_known(frame)
    title = _title(last, points, reader)
    borders = borders if borders is not None else pd.DataFrame()
    lines_of, texts_of = border_marks.marks(borders, span, sheet, reader)
    return Figure(
        name="coverage-growth",
        plot=build.plot(
            data=[
                _steps(frame, sheet),
                _denominator(frame, sheet),
                *_stated(provinces, sheet, reader),
            ],
            sheet=sheet,
            hover=True,
            height=COMPACT_HEIGHT if compact else HEIGHT,
            margin={"l": 34, "r": 52, "t": 22, "b": 24},
            annotations=[*_head(sheet, reader), *texts_of],
            shapes=[*lines_of, *_asof(asof, span, sheet)],
            **_axes(frame, provinces, span, sheet, reader, compact),
        ),
        table=_table(frame, points, reader),
        rows=_listed(frame, points),
        title=title,
        subtitle=reader.t("figures-growth-subtitle"),
        alt=_alt(title, points, border_marks.said(borders, span, reader), reader),
        sources=words.sources_of(pd.concat([points[["source_id"]], frame[["source_id"]]])),
        documented=words.share_of(pd.concat([points[["evidence"]], frame[["evidence"]]])),
        notes=(reader.t("figures-growth-others", n=others),) if others else (),
        legend=_legend(provinces, sheet, reader),
    )


def stated(value: float, qualifier: str, reader: Reader, computed: bool = False) -> str:
    """Return a count with its qualifier: "61", "กว่า 70" (a document), "อย่างน้อย 70" (computed), "ประมาณ 400"."""
    number = reader.number(value)
    if computed and qualifier == "at_least":
        return reader.t("figures-no-less", value=number)
    return (
        number
        if qualifier in ("", "exact")
        else reader.t(f"figures-{qualifier.replace('_', '-')}", value=number)
    )


def _last_known(frame: pd.DataFrame) -> dict[Any, Any] | None:
    known = frame[frame["covered_count"].notna()]
    return known.iloc[-1].to_dict() if len(known) else None


def _steps(frame: pd.DataFrame, sheet: Tokens) -> dict[str, Any]:
    """Return the computed count as a step line; None where not reported, so that the line breaks there."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day.date().isoformat() for day in frame["day"]],
        "y": [None if pd.isna(value) else int(value) for value in frame["covered_count"]],
        "line": {"shape": "hv", "color": sheet.reached, "width": 2.5},
        "hovertemplate": "%{y}<extra></extra>",
    }


def _denominator(frame: pd.DataFrame, sheet: Tokens) -> dict[str, Any]:
    known = frame[frame["province_count"].notna()]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [day.date().isoformat() for day in known["day"]],
        "y": [int(value) for value in known["province_count"]],
        "line": {"shape": "hv", "color": sheet.muted, "width": 1.2, "dash": "5px,4px"},
        "hoverinfo": "skip",
    }


def _stated(points: pd.DataFrame, sheet: Tokens, reader: Reader) -> list[dict[str, Any]]:
    """Return the documented counts: a marker shape per unit, the number beside it, no line."""
    traces = []
    for indicator, own in points.groupby("indicator", sort=True):
        shape, colour = _mark(str(indicator), sheet)
        traces.append(
            {
                "type": "scatter",
                "mode": "markers+text",
                "x": [_middle(*pair) for pair in zip(own["day"], own["date_precision"], strict=True)],
                "y": [int(value) for value in own["value"]],
                "text": [stated(v, q, reader) for v, q in zip(own["value"], own["qualifier"], strict=True)],
                "textposition": "top left",
                "textfont": {"size": 12},
                "marker": {
                    "symbol": shape,
                    "size": 11,
                    "color": colour,
                    "line": {"width": 1.5, "color": sheet.ink},
                },
                "hoverinfo": "skip",
                "cliponaxis": False,
            }
        )
    return traces


def _middle(day: pd.Timestamp, precision: str) -> str:
    """Return where to draw a count that is known to a month or a year only: in the middle of it."""
    middle = {"month": day.replace(day=15), "year": day.replace(month=7, day=1)}.get(precision, day)
    return middle.date().isoformat()


MARKS = {
    "provinces_with_representative": ("diamond", "reached"),
    "provinces_with_network": ("diamond", "paper"),
    "networks": ("circle", "accent"),
    "places": ("square", "paper"),
}


def _mark(indicator: str, sheet: Tokens) -> tuple[str, str]:
    shape, field = MARKS.get(indicator, ("triangle-up", "paper"))
    return shape, str(getattr(sheet, field))


def _axes(
    frame: pd.DataFrame,
    provinces: pd.DataFrame,
    span: Span,
    sheet: Tokens,
    reader: Reader,
    compact: bool,
) -> dict[str, Any]:
    middles, years, _ = span.year_labels(reader, COMPACT_WIDTH if compact else WIDTH)
    every = slice(1, None, 3) if compact else slice(None)  # on a phone plotly would turn and cut them
    grid = {"showgrid": True, "gridcolor": sheet.rule, "showticklabels": True}
    ticks = {"tickfont": {"size": 11, "color": sheet.muted}}
    top = max([80.0, *provinces["value"], *frame["province_count"].dropna()]) * 1.1
    axes: dict[str, Any] = {
        "xaxis": {
            "type": "date",
            "range": [span.start.isoformat(), span.end.isoformat()],
            "fixedrange": True,
            "showgrid": False,
            "tickvals": [day.isoformat() for day in middles[every]],
            "ticktext": years[every],
            "tickangle": 0,
        }
        | ticks,
        "yaxis": build.fixed_axis(0, top, dtick=20, **grid, **ticks),
    }
    return axes


def _head(sheet: Tokens, reader: Reader) -> list[dict[str, Any]]:
    place = {"x": 0, "y": 1, "xref": "paper", "yref": "paper", "xanchor": "left", "yanchor": "bottom"}
    said = {"text": reader.t("figures-growth-provinces"), "font": {"size": 12, "color": sheet.muted}}
    return [place | said | {"showarrow": False}]


def _asof(asof: date | None, span: Span, sheet: Tokens) -> list[dict[str, Any]]:
    if asof is None or not span.start <= asof <= span.end:
        return []
    line = {"color": sheet.missing_text, "width": 1.5, "dash": "2px,2px"}
    day = asof.isoformat()
    return [{"type": "line", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "line": line}]


def _title(last: dict[Any, Any] | None, points: pd.DataFrame, reader: Reader) -> str:
    if last is None:
        return reader.t("figures-growth-title-stated", n=len(points))
    count = words.out_of(last["covered_count"], last["province_count"], reader)
    return reader.t("figures-growth-title", count=count, date=reader.date(last["day"].date()))


def _alt(title: str, points: pd.DataFrame, borders: list[str], reader: Reader) -> str:
    said = [
        reader.t(
            "figures-growth-alt-point",
            what=reader.t(f"figures-indicator-{row['indicator'].replace('_', '-')}"),
            count=stated(row["value"], row["qualifier"], reader),
            date=reader.date(row["day"].date(), row["date_precision"]),
        )
        for row in points.to_dict("records")
    ]
    return f"{title}. {reader.t('figures-growth-alt')} {', '.join([*said, *borders])}"


def _listed(frame: pd.DataFrame, points: pd.DataFrame) -> list[dict[Any, Any]]:
    """Return stated and computed counts in order of time, as the table has them."""
    computed = [
        row | {"value": row["covered_count"], "of": row["province_count"], "indicator": "computed"}
        for row in frame.to_dict("records")
    ]
    return sorted([*points.to_dict("records"), *computed], key=lambda row: row["day"])


def _table(frame: pd.DataFrame, points: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    """Return both kinds of numbers in order of time: when, what, count, of, evidence."""
    t = reader.t
    rows = [
        (
            row["day"],
            reader.date(row["day"].date(), row["date_precision"]),
            t(f"figures-indicator-{row['indicator'].replace('_', '-')}"),
            stated(row["value"], row["qualifier"], reader),
            "" if pd.isna(row["of"]) else reader.number(row["of"]),
            words.evidence_label(row["evidence"], reader),
        )
        for row in points.to_dict("records")
    ]
    for row in frame.to_dict("records"):
        missing = pd.isna(row["covered_count"])
        state = "not-applicable" if row["state"] == "not_applicable" else "not-reported"
        rows.append(
            (
                row["day"],
                reader.date(row["day"].date()),
                t("figures-growth-computed"),
                t(f"figures-state-{state}")
                if missing
                else stated(row["covered_count"], row["qualifier"], reader, computed=True),
                "" if pd.isna(row["province_count"]) else reader.number(row["province_count"]),
                words.evidence_label(row["evidence"], reader),
            )
        )
    columns = ["when", "what", "count", "denominator", "evidence"]
    ordered = [row[1:] for row in sorted(rows, key=lambda row: row[0])]
    return pd.DataFrame(ordered, columns=[t("figures-column-" + column) for column in columns])


def _legend(points: pd.DataFrame, sheet: Tokens, reader: Reader) -> tuple[LegendItem, ...]:
    items = [
        LegendItem(reader.t("figures-growth-computed"), sheet.reached, mark="line"),
        LegendItem(reader.t("figures-growth-denominator"), sheet.muted, mark="line"),
    ]
    marks = {"diamond": "diamond", "circle": "dot", "square": "square"}
    for indicator in sorted(set(points["indicator"])):
        shape, colour = _mark(indicator, sheet)
        label = reader.t(f"figures-indicator-{indicator.replace('_', '-')}")
        items.append(LegendItem(label, colour, sheet.ink, mark=marks.get(shape, "square")))  # type: ignore[arg-type]
    return tuple(items)
