"""Bars of the workshops: who was asked and who came, and how many people a year."""

from typing import Any

import pandas as pd

from figures import build, words
from figures.figure import Figure, LegendItem
from figures.lines import stated
from figures.tokens import Tokens, tokens
from locales import Reader

ROW = 46
YEAR_HEIGHT = 280
MARKS = {"at_least": "≥", "about": "≈"}


def by_role(*, frame: pd.DataFrame, reader: Reader) -> Figure:
    """Return invited against attended by role (`measures.workshops.by_role`): one pale bar, one dark inside.

    The share is written only with its two counts. Roles nobody recorded have words instead of bars.
    """
    sheet = tokens(reader)
    rows = frame.to_dict("records")
    top = max([1, *(int(n) for name in ("invited_count", "attended_count") for n in frame[name].dropna())])
    texts = [_role_text(row, reader) for row in rows]
    invited = [_share(row["invited_count"], top) for row in rows]
    attended = [_share(row["attended_count"], top) for row in rows]
    names = [reader.t(f"figures-role-{row['role'].replace('_', '-')}") for row in rows]
    return Figure(
        name="attendance-by-role",
        plot=build.plot(
            data=[
                _lane(invited, sheet.partly, 0.34, 0.05),
                _lane(attended, sheet.reached, 0.34, 0.05),
                *_role_labels(names, texts, sheet),
            ],
            sheet=sheet,
            height=max(len(rows), 1) * ROW,
            barmode="overlay",
            xaxis=build.fixed_axis(0, 1),
            yaxis=build.fixed_axis(max(len(rows), 1) - 0.5, -0.5),
        ),
        table=_role_table(rows, names, reader),
        rows=rows,
        title=_role_title(rows, names, reader),
        subtitle=reader.t("figures-roles-subtitle"),
        alt=f"{_role_title(rows, names, reader)}: "
        + ", ".join(f"{name} {text}" for name, text in zip(names, texts, strict=True)),
        sources=words.sources_of(frame),
        documented=words.share_of(frame),
        legend=(
            LegendItem(reader.t("figures-roles-invited"), sheet.partly),
            LegendItem(reader.t("figures-roles-attended"), sheet.reached),
        ),
        keys=tuple(row["role"] for row in rows),
    )


def _role_labels(names: list[str], texts: list[str], sheet: Tokens) -> list[dict[str, Any]]:
    label = {"type": "scatter", "mode": "text", "y0": -0.2, "dy": 1, "hoverinfo": "skip"}
    name = {"x": [0] * len(names), "text": names, "textposition": "middle right"}
    said = {
        "x": [1] * len(texts),
        "text": texts,
        "textposition": "middle left",
        "textfont": {"color": sheet.muted},
    }
    return [label | name, label | said]


def _share(count: Any, top: int) -> float:
    return 0.0 if pd.isna(count) else round(int(count) / top, 3)


def _lane(lengths: list[float], colour: str, width: float, offset: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y0": 0,
        "dy": 1,
        "offset": offset,
        "width": width,
        "marker": {"color": colour},
        "hoverinfo": "none",
        "unselected": {"marker": {"opacity": 1}},
    }


def _role_text(row: dict[Any, Any], reader: Reader) -> str:
    came, asked = row["attended_count"], row["invited_count"]
    if pd.isna(came):
        return reader.t("figures-state-not-reported")
    if pd.isna(asked):
        return reader.t("figures-roles-came", n=int(came))
    return words.out_of(int(came), int(asked), reader)


def _role_title(rows: list[dict[Any, Any]], names: list[str], reader: Reader) -> str:
    known = [(row["attendance_pct"], i) for i, row in enumerate(rows) if pd.notna(row["attendance_pct"])]
    if not known:
        return reader.t("figures-roles-title-unknown")
    low, high = min(known)[1], max(known)[1]
    if len(known) == 1 or low == high:
        return reader.t("figures-roles-title-one", name=names[low], count=_role_text(rows[low], reader))
    return reader.t(
        "figures-roles-title",
        best=names[high],
        best_count=_role_text(rows[high], reader),
        worst=names[low],
        worst_count=_role_text(rows[low], reader),
    )


def _role_table(rows: list[dict[Any, Any]], names: list[str], reader: Reader) -> pd.DataFrame:
    t = reader.t
    unknown = t("figures-state-not-reported")
    columns = ["role", "invited", "attended", "workshops", "evidence"]
    return pd.DataFrame(
        [
            (
                name,
                unknown if pd.isna(row["invited_count"]) else reader.number(row["invited_count"]),
                unknown if pd.isna(row["attended_count"]) else reader.number(row["attended_count"]),
                row["workshop_count"],
                words.evidence_label(row["evidence"], reader),
            )
            for name, row in zip(names, rows, strict=True)
        ],
        columns=[t("figures-column-" + column) for column in columns],
    )


def participants(*, frame: pd.DataFrame, reader: Reader) -> Figure:
    """Return people at workshops by fiscal year (`measures.workshop_years.by_fiscal_year`), with qualifiers.

    A year with workshops but no count is marked "?", a year without workshops stays empty; the row of
    workshops of unknown year is in the table and a note.
    """
    sheet = tokens(reader)
    years = frame[frame["fiscal_year_be"].notna()]
    rows = years.to_dict("records")
    counts = [0 if pd.isna(row["participants"]) else int(row["participants"]) for row in rows]
    top = max([1, *counts])
    undated = int(frame.loc[frame["fiscal_year_be"].isna(), "workshop_count"].sum())
    title = _people_title(rows, reader)
    return Figure(
        name="participants-by-year",
        plot=build.plot(
            data=[_people_bars(rows, counts, sheet, reader)],
            sheet=sheet,
            height=YEAR_HEIGHT,
            margin={"l": 0, "r": 0, "t": 4, "b": 26},
            bargap=0.35,
            xaxis=year_axis(len(rows), sheet),
            yaxis=build.fixed_axis(0, top * 1.15),
        ),
        table=_people_table(frame, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=reader.t("figures-people-subtitle", era=reader.era),
        alt=f"{title}: " + ", ".join(_people_alt(row, reader) for row in rows if row["workshop_count"]),
        sources=words.sources_of(frame),
        documented=words.share_of(frame),
        notes=(reader.t("figures-people-undated", n=undated),) if undated else (),
        keys=tuple(str(row["fiscal_year_be"]) for row in rows),
    )


def _people_bars(
    rows: list[dict[Any, Any]], counts: list[int], sheet: Tokens, reader: Reader
) -> dict[str, Any]:
    return {
        "type": "bar",
        "x": [reader.year(int(row["fiscal_year_be"])) for row in rows],
        "y": counts,
        "text": [_people_mark(row, reader) for row in rows],
        "textposition": "outside",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 12},
        "marker": {"color": sheet.reached},
        "hoverinfo": "none",
        "cliponaxis": False,
        "unselected": {"marker": {"opacity": 1}},
    }


def year_axis(count: int, sheet: Tokens) -> dict[str, Any]:
    """Return an axis of fiscal years side by side, one unit each."""
    return {
        "type": "category",
        "fixedrange": True,
        "range": [-0.5, max(count, 1) - 0.5],
        "showgrid": False,
        "tickfont": {"color": sheet.muted, "size": 12},
        "tickangle": 0 if count <= 14 else -45,
        "linecolor": sheet.rule,
        "showline": True,
    }


def _people_mark(row: dict[Any, Any], reader: Reader) -> str:
    """Return the short form that fits above a bar: "428", "≥477", "≈657", "?"."""
    if pd.isna(row["participants"]):
        return "?" if row["workshop_count"] else ""
    return MARKS.get(row["participants_qualifier"], "") + reader.number(row["participants"])


def _people_text(row: dict[Any, Any], reader: Reader) -> str:
    if pd.isna(row["participants"]):
        return "?" if row["workshop_count"] else ""
    return stated(row["participants"], row["participants_qualifier"], reader, computed=True)


def _people_alt(row: dict[Any, Any], reader: Reader) -> str:
    count = _people_text(row, reader).replace("?", reader.t("figures-state-not-reported"))
    return f"{reader.year(int(row['fiscal_year_be']))} {count}"


def _people_title(rows: list[dict[Any, Any]], reader: Reader) -> str:
    known = [row for row in rows if pd.notna(row["participants"])]
    if not known:
        return reader.t("figures-people-title-unknown")
    best = max(known, key=lambda row: row["participants"])
    return reader.t(
        "figures-people-title",
        year=reader.year(int(best["fiscal_year_be"])),
        count=stated(best["participants"], best["participants_qualifier"], reader, computed=True),
    )


def _people_table(frame: pd.DataFrame, reader: Reader) -> pd.DataFrame:
    t = reader.t
    rows = [
        (
            t("figures-year-unknown")
            if pd.isna(row["fiscal_year_be"])
            else reader.year(int(row["fiscal_year_be"])),
            row["workshop_count"],
            row["documented_count"],
            _people_text(row, reader).replace("?", t("figures-state-not-reported")),
        )
        for row in frame.to_dict("records")
    ]
    columns = ["year", "workshops", "documented-workshops", "participants"]
    return pd.DataFrame(rows, columns=[t("figures-column-" + column) for column in columns])
