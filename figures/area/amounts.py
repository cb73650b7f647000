"""An area's projects and money by fiscal year."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from figures import build, words
from figures.bars import year_axis
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader
from measures.catalogue import SPECS

HEIGHT, EMPTY_HEIGHT = 330, 60


def money(
    *,
    by_year: Mapping[str, pd.DataFrame],
    years: range,
    state: str,
    reader: Reader,
    height: int = HEIGHT,
) -> Figure:
    """Return the projects begun and their money in each fiscal year, counts above, baht below.

    by_year: `measures.projects.explorer.by_fiscal_year` under "allocated" and "disbursed". years: the fiscal years (BE) to
    show. state: that of `measures.projects.explorer.totals`, which tells silence from nothing. The disbursed bar stands
    inside the allocated one: the two are never added. A year without projects stays empty; one whose sums nobody states
    says "?". Money of projects that also work elsewhere without stated shares is in a note and in the table,
    projects of unknown year in a note.
    """
    sheet = tokens(reader)
    rows = _money_rows(by_year, years)
    title = _money_title(rows, state, reader)
    joined = by_year["allocated"]
    return Figure(
        name="area-money",
        plot=_money_plot(rows, sheet, reader, height if len(joined) else EMPTY_HEIGHT),
        table=_money_table(rows, reader),
        rows=[_stated(row, joined) for row in rows],
        title=title,
        subtitle=reader.t("area-money-subtitle", era=reader.era),
        alt=": ".join(part for part in (title, _money_alt(rows, reader)) if part),
        sources=words.sources_of(joined),
        documented=words.share_of(joined),
        notes=_money_notes(joined, reader),
        legend=(
            LegendItem(reader.t("area-projects-begun"), sheet.accent),
            LegendItem(reader.t("measure-allocated"), sheet.phases[0]),
            LegendItem(reader.t("measure-disbursed"), sheet.reached),
        )
        if len(joined)
        else (),
    )


def _money_notes(joined: pd.DataFrame, reader: Reader) -> tuple[str, ...]:
    apart = float(joined["unattributed_baht"].sum())
    undated = int(joined.loc[joined["fiscal_year_be"].isna(), "project_count"].sum())
    notes = [reader.t("area-money-apart", amount=reader.million_baht(apart))] if apart else []
    return (*notes, *([reader.t("area-money-undated", n=undated)] if undated else []))


def _stated(row: Mapping[str, Any], joined: pd.DataFrame) -> dict[str, Any]:
    """Return a year's sums in baht with what they rest on."""
    own = joined[joined["fiscal_year_be"] == row["year"]].to_dict("records")
    about = {key: own[0][key] for key in ("state", "evidence", "source_id") if own and key in own[0]}
    return {
        "fiscal_year_be": row["year"],
        "allocated_baht": row["allocated"],
        "disbursed_baht": row["disbursed"],
    } | about


def _money_rows(by_year: Mapping[str, pd.DataFrame], years: range) -> list[dict[str, Any]]:
    """Return one row per year shown: count, allocated, disbursed (None: not stated), apart."""
    frames = {
        kind: frame[frame["fiscal_year_be"].notna()].set_index("fiscal_year_be")
        for kind, frame in by_year.items()
    }
    rows = []
    for year in years:
        row: dict[str, Any] = {"year": year, "count": 0, "allocated": 0.0, "disbursed": 0.0, "apart": 0.0}
        for kind, frame in frames.items():
            if year in frame.index:
                own = frame.loc[year]
                row["count"] = int(own["project_count"])
                row[kind] = None if own["state"] == "not_reported" else float(own["baht"])
                row["apart"] = float(own["unattributed_baht"]) if kind == "allocated" else row["apart"]
        rows.append(row)
    return rows


def _baht_text(value: float | None, top: float, reader: Reader) -> str:
    if value is None:
        return "?"
    return reader.number(value / 1e6, 2 if top < 1e6 else 1) if value else ""


def _money_plot(rows: list[dict[str, Any]], sheet: Tokens, reader: Reader, height: int) -> Any:
    x = [reader.year(row["year"]) for row in rows]
    counts = [row["count"] for row in rows]
    allocated = [row["allocated"] or 0 for row in rows]
    disbursed = [row["disbursed"] or 0 for row in rows]
    top, most = max([1.0, *allocated, *disbursed]), max([1, *counts])
    texts = [_baht_text(row["allocated"] if row["count"] else 0, top, reader) for row in rows]
    base = {"type": "bar", "x": x, "hoverinfo": "none", "cliponaxis": False, "textangle": 0}
    outside = {"textposition": "outside", "constraintext": "none", "textfont": {"size": 12}}
    data = [
        base | outside | {"y": allocated, "text": texts, "marker": {"color": sheet.phases[0]}},
        base | {"y": disbursed, "marker": {"color": sheet.reached}, "width": 0.34},
        base
        | outside
        | {
            "y": counts,
            "yaxis": "y2",
            "text": [reader.number(n) if n else "" for n in counts],
            "marker": {"color": sheet.accent},
        },
    ]
    heads = [("area-projects-begun", 1.0), ("area-money-million", 0.54)]
    return build.plot(
        data=data,
        sheet=sheet,
        height=height,
        margin={"l": 0, "r": 0, "t": 18, "b": 26},
        barmode="overlay",
        bargap=0.3,
        annotations=[_head(reader.t(text), y, sheet) for text, y in heads if any(counts)],
        xaxis=year_axis(len(rows), sheet) | {"anchor": "y"},
        yaxis=build.fixed_axis(0, top * 1.22, domain=[0, 0.5]),
        yaxis2=build.fixed_axis(0, most * 1.35, domain=[0.7, 0.97]),
    )


def _head(text: str, y: float, sheet: Tokens) -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": y,
        "yref": "paper",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"color": sheet.muted, "size": 12, "weight": 600},
    }


def _money_title(rows: list[dict[str, Any]], state: str, reader: Reader) -> str:
    begun = [row for row in rows if row["count"]]
    if not begun:
        return reader.t("area-money-none" if state == "none" else "area-money-not-reported")
    best = max(begun, key=lambda row: row["allocated"] or 0)
    if not best["allocated"]:
        return reader.t("area-money-unstated", n=sum(row["count"] for row in begun))
    amount = words.amount(best["allocated"], SPECS["allocated"], reader)
    return reader.t("area-money-title", year=reader.year(best["year"]), amount=amount)


def _money_alt(rows: list[dict[str, Any]], reader: Reader) -> str:
    said = [
        reader.t(
            "area-money-alt",
            year=reader.year(row["year"]),
            n=row["count"],
            allocated=_table_baht(row["allocated"], reader),
            disbursed=_table_baht(row["disbursed"], reader),
        )
        for row in rows
        if row["count"]
    ]
    return ", ".join(said)


def _table_baht(value: float | None, reader: Reader) -> str:
    return reader.t("figures-state-not-reported") if value is None else reader.number(value / 1e6, 2)


def _money_table(rows: list[dict[str, Any]], reader: Reader) -> pd.DataFrame:
    columns = [
        reader.t("figures-column-year"),
        reader.t("area-column-begun"),
        reader.t("area-column-allocated"),
        reader.t("area-column-disbursed"),
        reader.t("area-column-apart"),
    ]
    made = [
        (
            reader.year(row["year"]),
            row["count"],
            *(_table_baht(row[kind], reader) for kind in ("allocated", "disbursed", "apart")),
        )
        for row in rows
    ]
    return pd.DataFrame(made, columns=columns)
