"""Status of projects over time: how many run, how many are done, at the end of each fiscal year."""

from datetime import date
from typing import Any

import pandas as pd

from figures import build, words
from figures.figure import Figure, LegendItem
from figures.money import MOST_LABELS, stacked
from figures.tokens import Tokens, tokens
from locales import Reader
from locales.dates import fiscal_year_be, fiscal_year_end

STATUSES = ("running", "completed", "cancelled", "unknown")  # from the baseline up: what runs can be compared


def by_status(
    *, frame: pd.DataFrame, reader: Reader, documented: float | None = None, sources: tuple[str, ...] = ()
) -> Figure:
    """Return the projects begun so far by their status at the end of each year, as stacked bars.

    frame: `measures.projects.explorer.status_flow`. documented, sources: of the projects behind it, since the frame holds
    counts over all of them. The last bar is the day asked about, where that is no year's end.
    """
    sheet = tokens(reader)
    rows = frame.to_dict("records")
    seen = [s for s in STATUSES if s in STATUSES[:2] or (len(rows) and frame[f"{s}_count"].sum())]
    top = max([1, *(_total(row) for row in rows)])
    title = _title(rows, reader)
    return Figure(
        name="status-by-year",
        plot=build.plot(
            data=[_bars(rows, status, top, sheet, reader) for status in seen]
            + [_totals(rows, sheet, reader)],
            **stacked(rows, round(top * 1.14, 2), sheet, reader),
        ),
        table=_table(rows, reader),
        rows=rows,
        title=title,
        subtitle=_subtitle(rows, reader),
        alt=_alt(rows, title, reader),
        sources=sources,
        documented=documented,
        legend=_legend(rows, seen, sheet, reader),
        keys=tuple(str(row["fiscal_year_be"]) for row in rows),
    )


def _legend(
    rows: list[dict[Any, Any]], seen: list[str], sheet: Tokens, reader: Reader
) -> tuple[LegendItem, ...]:
    return tuple(
        LegendItem(
            reader.t(f"project-status-{status}"),
            _colour(status, sheet),
            sheet.not_reported_line if status == "unknown" else "",
            count=int(rows[-1][f"{status}_count"]) if rows else 0,
            pattern="hatch" if status == "unknown" else "",
        )
        for status in seen
    )


def _total(row: dict[Any, Any]) -> int:
    return sum(int(row[f"{status}_count"]) for status in STATUSES)


def _colour(status: str, sheet: Tokens) -> str:
    colours = {"running": sheet.reached, "completed": sheet.partly, "cancelled": sheet.missing}
    return colours.get(status, sheet.not_reported)


def _bars(rows: list[dict[Any, Any]], status: str, top: int, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    counts = [int(row[f"{status}_count"]) for row in rows]
    marker: dict[str, Any] = {"color": _colour(status, sheet)}
    if status == "unknown":
        marker["pattern"] = {
            "shape": "/",
            "fgcolor": sheet.not_reported_line,
            "size": 5,
            "fillmode": "overlay",
        }
    trace: dict[str, Any] = {
        "type": "bar",
        "x": [reader.year(int(row["fiscal_year_be"])) for row in rows],
        "y": counts,
        "marker": marker,
        "hovertemplate": f"<b>%{{x}}</b><br>{reader.t(f'project-status-{status}')} %{{y:,}}<extra></extra>",
    }
    if status == "running" and len(rows) <= MOST_LABELS:
        trace |= {
            "text": [reader.number(n) if n >= top * 0.09 else "" for n in counts],
            "textposition": "inside",
            "textangle": 0,
            "constraintext": "none",
            "textfont": {"size": 12, "color": sheet.reached_on},
        }
    return trace


def _totals(rows: list[dict[Any, Any]], sheet: Tokens, reader: Reader) -> dict[str, Any]:
    totals = [_total(row) for row in rows]
    last = len(rows) - 1
    return {
        "type": "scatter",
        "mode": "text",
        "x": [reader.year(int(row["fiscal_year_be"])) for row in rows],
        "y": totals,
        "text": [
            reader.number(n) if n and (last < MOST_LABELS or i == last) else "" for i, n in enumerate(totals)
        ],
        "textposition": "top center",
        "textfont": {"size": 12, "color": sheet.ink},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _title(rows: list[dict[Any, Any]], reader: Reader) -> str:
    if not rows:
        return reader.t("projects-none")
    last = rows[-1]
    return reader.t("projects-flow-title", n=int(last["running_count"]), of=_total(last))


def _subtitle(rows: list[dict[Any, Any]], reader: Reader) -> str:
    parts = [reader.t("projects-flow-subtitle", era=reader.era)]
    if rows and not _is_year_end(rows[-1]):
        last = rows[-1]
        parts.append(
            reader.t(
                "projects-flow-partial",
                year=reader.year(int(last["fiscal_year_be"])),
                date=reader.date(last["on"].date()),
            )
        )
    return words.dots(parts)


def _is_year_end(row: dict[Any, Any]) -> bool:
    day: date = row["on"].date()
    return day == fiscal_year_end(fiscal_year_be(day))


def _alt(rows: list[dict[Any, Any]], title: str, reader: Reader) -> str:
    if not rows:
        return f"{title}: {reader.t('projects-flow-subtitle', era=reader.era)}"
    told = [
        f"{reader.year(int(row['fiscal_year_be']))} "
        + reader.t("projects-flow-alt", running=int(row["running_count"]), done=int(row["completed_count"]))
        for row in rows
    ]
    return f"{title}: " + ", ".join(told)


def _table(rows: list[dict[Any, Any]], reader: Reader) -> pd.DataFrame:
    t = reader.t
    columns = [t("figures-column-year"), t("projects-column-on"), t("projects-column-begun")]
    columns += [t(f"project-status-{status}") for status in STATUSES]
    made = [
        (
            reader.year(int(row["fiscal_year_be"])),
            reader.date(row["on"].date()),
            *(reader.number(int(row[f"{name}_count"])) for name in ("begun", *STATUSES)),
        )
        for row in rows
    ]
    return pd.DataFrame(made, columns=columns)
