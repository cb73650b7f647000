"""Groups against the steps of the phases: one square per cell, with its count, never by colour alone."""

from typing import Any

import pandas as pd

from figures import build, squares, words
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader

STATES = ("reached", "partly", "not_reached", "not_reported", "not_applicable")
ROW, COMPACT_ROW, HEAD, COMPACT_HEAD = 32, 52, 66, 104
CELL = 26


def progress(*, frame: pd.DataFrame, reader: Reader, compact: bool = False) -> Figure:
    """Return the matrix of `measures.phases.progress`: rows are groups, columns steps in phase order.

    A cell says "3/4" (provinces reached of those in the group), "✓" (the one workshop was held), "0",
    "?" (no source) or "–" (does not apply). keys: "group|phase|step" in row order. compact: the name
    stands above its cells.
    """
    sheet = tokens(reader)
    shown = frame[frame["in_filter"]] if "in_filter" in frame else frame
    columns = list(dict.fromkeys(zip(shown["phase_code"], shown["step_code"], strict=True)))
    groups = list(dict.fromkeys(shown["group_code"]))
    names = {row["group_code"]: reader.pick(row, "name") for row in shown.to_dict("records")}
    found = {(r["group_code"], r["phase_code"], r["step_code"]): r for r in shown.to_dict("records")}
    places = [(g, *c) for g in groups for c in columns if (g, *c) in found]
    grid = [(columns.index(place[1:]), groups.index(place[0]), found[place]) for place in places]
    row, head = (COMPACT_ROW, COMPACT_HEAD) if compact else (ROW, HEAD)
    return Figure(
        name="phase-matrix",
        plot=build.plot(
            data=[
                *_cells(grid, sheet, compact),
                squares.names([names[g] for g in groups], _left(columns, compact), 0.28 if compact else 0),
            ],
            sheet=sheet,
            height=head + max(len(groups), 1) * row,
            margin={"l": 0, "r": 0, "t": head, "b": 0},
            shapes=[] if compact else _phase_rules(columns, sheet),
            annotations=_phase_heads(columns, head, reader),
            **_axes(columns, len(groups), sheet, reader, compact),
        ),
        table=_table(groups, columns, found, names, reader),
        rows=[found[place] for place in places],
        title=_title(shown, reader),
        subtitle=reader.t("figures-matrix-subtitle"),
        alt=_alt(shown, columns, reader),
        sources=words.sources_of(shown.rename(columns={"source_ids": "source_id"})),
        documented=words.share_of(shown),
        legend=_legend(shown, sheet, reader),
        keys=tuple("|".join(place) for place in places),
    )


def colours(sheet: Tokens) -> tuple[str, ...]:
    """Return the fill of each state, in the order of STATES."""
    return (sheet.reached, sheet.partly, sheet.missing, sheet.not_reported, sheet.not_applicable)


def cell_text(cell: dict[Any, Any]) -> str:
    """Return what a cell says: "3/4", "✓", "0", "?" or "–"."""
    state, of = cell["state"], cell["of_count"]
    if state in ("not_reported", "not_applicable"):
        return "?" if state == "not_reported" else "–"
    if pd.isna(of) or of == 1:
        return "✓" if state == "reached" else "0"
    return f"{cell['reached_count']}/{of}"


def _cells(grid: squares.Grid, sheet: Tokens, compact: bool) -> list[dict[str, Any]]:
    drop, fills = 0.2 if compact else 0, colours(sheet)
    kinds = [STATES.index(cell["state"]) for _, _, cell in grid]
    said, own = [cell_text(cell) for _, _, cell in grid], [fills[kind] for kind in kinds]
    return [squares.squares(grid, kinds, fills, CELL, drop), *squares.texts(grid, said, own, sheet, 11, drop)]


def _left(columns: list[tuple[str, str]], compact: bool) -> float:
    return squares.left(max(len(columns), 1), compact)


def _axes(
    columns: list[tuple[str, str]], rows: int, sheet: Tokens, reader: Reader, compact: bool
) -> dict[str, Any]:
    top = {
        "showticklabels": True,
        "side": "top",
        "tickvals": list(range(len(columns))),
        "ticktext": [step_name(step, reader, "" if compact else "<br>") for _, step in columns],
        "tickangle": -50 if compact else 0,
        "tickfont": {"size": 11, "color": sheet.muted},
        "ticks": "",
    }
    lines = {"showgrid": True, "gridcolor": sheet.rule, "tick0": -0.5, "dtick": 1}
    return {
        "xaxis": build.fixed_axis(_left(columns, compact), max(len(columns), 1) - 0.5, **top),
        "yaxis": build.fixed_axis(max(rows, 1) - 0.5, -0.5, **lines),
    }


def step_name(step: str, reader: Reader, turn: str = "") -> str:
    """Return the name of a step; `turn` goes where the line may break (Thai has no space there)."""
    plain = "" if reader.lang == "th" else " "
    return reader.t(f"figures-step-{step.replace('_', '-')}").replace("|", turn or plain)


def _phase_heads(columns: list[tuple[str, str]], head: int, reader: Reader) -> list[dict[str, Any]]:
    heads = []
    for phase in dict.fromkeys(phase for phase, _ in columns):
        own = [i for i, (code, _) in enumerate(columns) if code == phase]
        heads.append(
            {
                "text": reader.t(f"figures-phase-{phase}"),
                "x": (own[0] + own[-1]) / 2,
                "xref": "x",
                "y": 1,
                "yref": "paper",
                "yanchor": "bottom",
                "yshift": head - 24,
                "showarrow": False,
                "font": {"size": 13, "weight": 600},
            }
        )
    return heads


def _phase_rules(columns: list[tuple[str, str]], sheet: Tokens) -> list[dict[str, Any]]:
    """Return a thin line between two phases."""
    turns = [i for i in range(1, len(columns)) if columns[i][0] != columns[i - 1][0]]
    line = {"color": sheet.not_reported_line, "width": 1}
    return [
        {"type": "line", "x0": i - 0.5, "x1": i - 0.5, "yref": "paper", "y0": 0, "y1": 1, "line": line}
        for i in turns
    ]


def _counts(frame: pd.DataFrame) -> dict[str, int]:
    found = frame["state"].value_counts()
    return {state: int(found.get(state, 0)) for state in STATES}


def _title(frame: pd.DataFrame, reader: Reader) -> str:
    count = _counts(frame)
    judged = count["reached"] + count["partly"] + count["not_reached"]
    if not judged:
        return reader.t("figures-matrix-title-unknown")
    groups = frame.loc[frame["state"].isin(["reached", "partly", "not_reached"]), "group_code"].nunique()
    parts = [reader.t("figures-matrix-title", n=count["reached"], of=judged, groups=groups)]
    if count["not_reported"]:
        parts.append(reader.t("figures-matrix-title-rest", n=count["not_reported"]))
    return reader.t("figures-title-joint").join(parts)


def _alt(frame: pd.DataFrame, columns: list[tuple[str, str]], reader: Reader) -> str:
    said = []
    for phase, step in columns:
        own = frame[(frame["phase_code"] == phase) & (frame["step_code"] == step)]
        said.append(
            reader.t(
                "figures-matrix-alt-step",
                phase=reader.t(f"figures-phase-{phase}"),
                step=step_name(step, reader),
                n=int((own["state"] == "reached").sum()),
                of=int((~own["state"].isin(["not_reported", "not_applicable"])).sum()),
            )
        )
    return f"{_title(frame, reader)}: {', '.join(said)}"


def _table(
    groups: list[str],
    columns: list[tuple[str, str]],
    found: dict[Any, dict[Any, Any]],
    names: dict[str, str],
    reader: Reader,
) -> pd.DataFrame:
    heads = [f"{reader.t(f'figures-phase-{phase}')}: {step_name(step, reader)}" for phase, step in columns]
    rows = [
        (names[group], *(_cell_words(found.get((group, *column)), reader) for column in columns))
        for group in groups
    ]
    return pd.DataFrame(rows, columns=[reader.t("figures-column-group"), *heads])


def _cell_words(cell: dict[Any, Any] | None, reader: Reader) -> str:
    if cell is None:
        return ""
    name = reader.t("figures-cell-" + cell["state"].replace("_", "-"))
    if (
        cell["state"] in ("not_reported", "not_applicable")
        or pd.isna(cell["of_count"])
        or cell["of_count"] == 1
    ):
        return name
    return words.out_of(cell["reached_count"], cell["of_count"], reader)


def _legend(frame: pd.DataFrame, sheet: Tokens, reader: Reader) -> tuple[LegendItem, ...]:
    count = _counts(frame)
    lines = ("", "", "", sheet.not_reported_line, sheet.not_applicable_line)
    return tuple(
        LegendItem(reader.t("figures-cell-" + state.replace("_", "-")), fill, line, count[state])
        for state, fill, line in zip(STATES, colours(sheet), lines, strict=True)
        if count[state] or state in ("reached", "not_reached")
    )
