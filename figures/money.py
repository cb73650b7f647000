"""Money by fiscal year: allocated or disbursed, one at a time, in million baht."""

from collections.abc import Mapping, Sequence
from datetime import date
from math import ceil
from typing import Any

import pandas as pd

from figures import build, words
from figures.bars import year_axis
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader
from locales.dates import fiscal_year_be, fiscal_year_end

HEIGHT = 214
FEWEST_YEARS = 6  # a single year stays a bar among years, not a wall
MOST_YEARS = 12  # written below the bars, also on a narrow screen
MARGIN = {"l": 8, "r": 8, "t": 4, "b": 26}
MOST_LABELS = 12  # more bars than this leave no room for a number above each
PARTS = ("baht", "nationwide_baht", "unattributed_baht")


def by_year(*, frame: pd.DataFrame, money: str, asof: date, reader: Reader) -> Figure:
    """Return the baht of projects by the fiscal year they began in, as stacked bars.

    frame: `measures.projects.explorer.by_fiscal_year`, asked with the same money. The dark part belongs to the area, the
    pale one to nationwide projects, which no sum of an area holds; the hatched one to projects that also work
    elsewhere without stated shares, so that the area's money lies between the dark part and both. The numbers
    above a bar are the dark part, or these two bounds. "?": projects began and none states a sum. Years without a project
    stay empty.
    """
    sheet = tokens(reader)
    rows = frame[frame["fiscal_year_be"].notna()].to_dict("records")
    parts = [part for part in PARTS if part == "baht" or (frame[part] > 0).any()]
    top = max([1.0, *(sum(row[part] for part in parts) for row in rows)])
    title = _title(rows, money, reader)
    shown = [row for row in rows if row["state"] != "none"]
    return Figure(
        name=f"money-by-year-{money}",
        plot=build.plot(
            data=[_bars(rows, part, sheet, reader) for part in parts] + [_labels(rows, parts, sheet, reader)],
            **stacked(rows, round(top / 1e6 * 1.16, 3), sheet, reader),
        ),
        table=_table(frame, money, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=_subtitle(rows, money, asof, parts, reader),
        alt=f"{title}: " + ", ".join(f"{_year(row, reader)} {_amount(row, reader)}" for row in shown),
        sources=words.sources_of(frame),
        documented=words.share_of(frame),
        notes=_notes(frame, reader),
        legend=_legend(parts, sheet, reader),
        keys=tuple(str(row["fiscal_year_be"]) for row in rows),
    )


def stacked(rows: Sequence[Mapping[Any, Any]], top: float, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    """Return what every figure of stacked bars by fiscal year has: its size, its years, its height up to `top`."""
    return {
        "sheet": sheet,
        "height": HEIGHT,
        "hover": True,
        "margin": MARGIN,
        "barmode": "stack",
        "bargap": 0.35,
        "xaxis": years([row["fiscal_year_be"] for row in rows], sheet, reader),
        "yaxis": build.fixed_axis(0, top),
    }


def years(listed: Sequence[int], sheet: Tokens, reader: Reader) -> dict[str, Any]:
    """Return the axis of fiscal years (BE) side by side, with as many of them written as stay readable."""
    axis = year_axis(max(len(listed), FEWEST_YEARS), sheet) | {"tickangle": 0}
    step = ceil(len(listed) / MOST_YEARS)
    if step > 1:
        axis["tickvals"] = [reader.year(int(year)) for year in list(listed)[::-step]]
    return axis


def _year(row: dict[Any, Any], reader: Reader) -> str:
    return reader.year(int(row["fiscal_year_be"]))


def _part_name(part: str, reader: Reader) -> str:
    return reader.t(f"projects-money-{part.replace('_', '-')}")


def _own(row: dict[Any, Any]) -> float:
    """Return the baht that certainly belong to the area: what is called allocated or disbursed everywhere."""
    return float(row["baht"])


def _amount(row: dict[Any, Any], reader: Reader) -> str:
    if row["state"] == "not_reported":
        return reader.t("figures-state-not-reported")
    return reader.million_baht(_own(row))


def _bars(rows: list[dict[Any, Any]], part: str, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    marker: dict[str, Any] = {"color": {"baht": sheet.reached, "nationwide_baht": sheet.partly}.get(part)}
    if part == "unattributed_baht":
        marker = {
            "color": sheet.not_reported,
            "pattern": {"shape": "/", "fgcolor": sheet.not_reported_line, "size": 5, "fillmode": "overlay"},
        }
    name = _part_name(part, reader)
    unit = reader.t("figures-unit-million")
    return {
        "type": "bar",
        "x": [_year(row, reader) for row in rows],
        "y": [round(row[part] / 1e6, 3) for row in rows],
        "marker": marker,
        "hovertemplate": f"<b>%{{x}}</b><br>{name} %{{y:,.1f}} {unit}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _labels(rows: list[dict[Any, Any]], parts: list[str], sheet: Tokens, reader: Reader) -> dict[str, Any]:
    best = max(rows, key=_own, default=None)
    texts = []
    for row in rows:
        wanted = len(rows) <= MOST_LABELS or row is best or row is rows[-1]
        mark = "?" if row["state"] == "not_reported" else _mark(row, reader)
        texts.append(mark if wanted and row["state"] != "none" else "")
    return {
        "type": "scatter",
        "mode": "text",
        "x": [_year(row, reader) for row in rows],
        "y": [round(sum(row[part] for part in parts) / 1e6, 3) for row in rows],
        "text": texts,
        "textposition": "top center",
        "textfont": {"size": 12, "color": sheet.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _mark(row: dict[Any, Any], reader: Reader) -> str:
    """Return "8.2", or "8.2–9.0" where some of the money cannot be divided."""
    low = reader.number(_own(row) / 1e6, 1)
    high = reader.number((_own(row) + row["unattributed_baht"]) / 1e6, 1)
    return low if low == high else f"{low}–{high}"


def _title(rows: list[dict[Any, Any]], money: str, reader: Reader) -> str:
    known = [row for row in rows if row["state"] == "value"]
    if not known:
        return reader.t("projects-money-unknown" if rows else "projects-none")
    best = max(known, key=_own)
    key = "projects-money-title-one" if len(rows) == 1 else "projects-money-title"
    return reader.t(
        key, year=_year(best, reader), money=reader.t(f"projects-{money}-verb"), amount=_amount(best, reader)
    )


def _subtitle(rows: list[dict[Any, Any]], money: str, asof: date, parts: list[str], reader: Reader) -> str:
    year = fiscal_year_be(asof)
    partial = rows and int(rows[-1]["fiscal_year_be"]) == year and asof != fiscal_year_end(year)
    return words.dots(
        [
            reader.t("projects-money-subtitle", money=reader.t(f"measure-{money}"), era=reader.era),
            reader.t("projects-money-partial", year=reader.year(year), date=reader.date(asof))
            if partial
            else "",
            reader.t("projects-money-dark") if PARTS[1] in parts else "",
            reader.t("projects-money-range") if PARTS[2] in parts else "",
        ]
    )


def _notes(frame: pd.DataFrame, reader: Reader) -> tuple[str, ...]:
    unstated = int(frame["unstated_count"].sum())
    undated = frame[frame["fiscal_year_be"].isna()]
    notes = [reader.t("projects-money-unstated", n=unstated)] if unstated else []
    if len(undated):
        notes.append(reader.t("projects-money-undated", amount=reader.million_baht(_own(undated.iloc[0]))))
    return tuple(notes)


def _legend(parts: list[str], sheet: Tokens, reader: Reader) -> tuple[LegendItem, ...]:
    if len(parts) == 1:
        return ()
    items = {
        "baht": LegendItem(_part_name("baht", reader), sheet.reached),
        "nationwide_baht": LegendItem(_part_name("nationwide_baht", reader), sheet.partly),
        "unattributed_baht": LegendItem(
            _part_name("unattributed_baht", reader),
            sheet.not_reported,
            sheet.not_reported_line,
            pattern="hatch",
        ),
    }
    return tuple(items[part] for part in parts)


def _table(frame: pd.DataFrame, money: str, reader: Reader) -> pd.DataFrame:
    t = reader.t
    unit = t("figures-unit-million")
    rows = []
    for row in frame.to_dict("records"):
        unknown = pd.isna(row["fiscal_year_be"])
        silent = row["state"] == "not_reported"
        rows.append(
            (
                t("figures-year-unknown") if unknown else _year(row, reader),
                reader.number(row["project_count"]),
                *(
                    t("figures-state-not-reported") if silent else reader.number(row[part] / 1e6, 2)
                    for part in PARTS
                ),
                reader.number(row["unstated_count"]),
                words.evidence_label(row["evidence"], reader),
            )
        )
    columns = [
        t("figures-column-year"),
        t("projects-column-count"),
        f"{t(f'measure-{money}')} ({unit})",
        *(f"{_part_name(part, reader)} ({unit})" for part in PARTS[1:]),
        t("projects-column-unstated"),
        t("figures-column-evidence"),
    ]
    return pd.DataFrame(rows, columns=columns)
