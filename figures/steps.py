"""How many groups had completed each step of the phases at the end of each fiscal year."""

from typing import Any

import pandas as pd

from figures import build, words
from figures.bars import year_axis
from figures.figure import Figure
from figures.matrix import step_name
from figures.tokens import Tokens, tokens
from locales import Reader


def finding(progress: pd.DataFrame, reader: Reader) -> str:
    """Return how many steps every group has completed on the day, of those that anybody reports.

    progress: `measures.phases.progress`, the groups in the filter.
    """
    due = progress[progress["in_filter"] & (progress["state"] != "not_applicable")]
    if due.empty:  # before the first phase
        return reader.t("figures-matrix-title-unknown")
    by_step = due.groupby(["phase_code", "step_code"])["state"]
    silent = int(by_step.apply(lambda states: states.eq("not_reported").all()).sum())
    full, of = int(by_step.apply(lambda states: states.eq("reached").all()).sum()), by_step.ngroups - silent
    if not of:
        return reader.t("figures-matrix-title-unknown")
    return reader.t("figures-steps-title", n=full, of=of) + (
        reader.t("story-phases-silent", n=silent) if silent else ""
    )


def by_year(*, frame: pd.DataFrame, reader: Reader, title: str = "") -> Figure:
    """Return how many groups had completed each step by the end of each fiscal year.

    title: the finding of the day, which the years alone do not know: they end on other days.
    frame: `measures.phases.by_fiscal_year`. One row of bars per step; each bar says its count, and a year
    without reports says "?". The denominator stands in the row's name where there is one.
    """
    sheet = tokens(reader)
    pairs = list(dict.fromkeys(zip(frame["phase_code"], frame["step_code"], strict=True)))
    years = sorted({int(year) for year in frame["fiscal_year_be"]})
    rows = [_step_row(frame, pair, years, reader) for pair in pairs]
    top = max([1, *(n for row in rows for n in row["counts"])])
    data = [_step_bars(i, row, years, top, sheet, reader) for i, row in enumerate(rows)]
    title = title or _steps_title(rows, reader)
    return Figure(
        name="steps-by-year",
        plot=build.plot(
            data=[*data, _row_names(rows)],
            sheet=sheet,
            height=max(len(rows), 1) * 84 + 26,
            margin={"l": 0, "r": 0, "t": 0, "b": 26},
            barmode="overlay",
            bargap=0.3,
            xaxis=year_axis(len(years), sheet)
            | {"tickvals": list(range(len(years))), "type": "linear"}
            | {"ticktext": [reader.year(year) for year in years]},
            yaxis=build.fixed_axis(-max(len(rows), 1), 0, showgrid=True, gridcolor=sheet.rule, dtick=1),
        ),
        table=_steps_table(rows, years, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=reader.t("figures-steps-subtitle"),
        alt=f"{title}: " + ", ".join(f"{row['name']} {_last_text(row, reader)}" for row in rows),
        sources=words.sources_of(frame.rename(columns={"source_ids": "source_id"})),
        documented=words.share_of(frame),
    )


def _row_names(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [-0.5] * len(rows),
        "y": [-(i + 0.12) for i in range(len(rows))],
        "text": [row["name"] for row in rows],
        "textposition": "middle right",
        "hoverinfo": "skip",
    }


def _step_row(frame: pd.DataFrame, pair: tuple[str, str], years: list[int], reader: Reader) -> dict[str, Any]:
    phase, step = pair
    own = frame[(frame["phase_code"] == phase) & (frame["step_code"] == step)]
    by_year = {int(row["fiscal_year_be"]): row for row in own.to_dict("records")}
    counts, texts = [], []
    for year in years:
        row = by_year.get(year)
        known = row is not None and pd.notna(row["reached_count"])
        counts.append(int(row["reached_count"]) if row is not None and known else 0)
        unknown = "?" if row is not None and row["state"] == "not_reported" else ""
        texts.append(str(counts[-1]) if known else unknown)
    name = f"{reader.t('figures-phase-' + phase)}: {step_name(step, reader)}"
    of = own["of_count"].dropna()
    suffix = f" ({reader.t('figures-of-groups', of=int(of.iloc[-1]))})" if len(of) else ""
    return {"name": name + suffix, "phase": phase, "counts": counts, "texts": texts, "of": of}


def _last_text(row: dict[str, Any], reader: Reader) -> str:
    """Return what the latest year says that says anything."""
    said = [text for text in row["texts"] if text]
    return said[-1].replace("?", reader.t("figures-state-not-reported")) if said else "–"


def _step_bars(
    i: int, row: dict[str, Any], years: list[int], top: int, sheet: Tokens, reader: Reader
) -> dict[str, Any]:
    """Return one row of bars, standing on the line below the row's name."""
    kept = [j for j, text in enumerate(row["texts"]) if text]
    fill = sheet.phases[int(row["phase"].rpartition("-")[2]) - 1]
    return {
        "type": "bar",
        "x": kept,
        "y": [round(row["counts"][j] / top * 0.56, 3) for j in kept],
        "base": -(i + 1),
        "text": [row["texts"][j] for j in kept],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 12, "color": sheet.ink},
        "marker": {"color": fill},
        "hoverinfo": "none",
    }


def _steps_title(rows: list[dict[str, Any]], reader: Reader) -> str:
    full = [
        r for r in rows if len(r["of"]) and r["counts"][-1:] and max(r["counts"]) == int(r["of"].iloc[-1])
    ]
    if not any(text not in ("", "?") for row in rows for text in row["texts"]):
        return reader.t("figures-matrix-title-unknown")
    return reader.t("figures-steps-title", n=len(full), of=len(rows))


def _steps_table(rows: list[dict[str, Any]], years: list[int], reader: Reader) -> pd.DataFrame:
    unknown = reader.t("figures-state-not-reported")
    return pd.DataFrame(
        [(row["name"], *(text.replace("?", unknown) for text in row["texts"])) for row in rows],
        columns=[reader.t("figures-column-step"), *(reader.year(year) for year in years)],
    )
