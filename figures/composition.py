"""What the projects are made of: one bar per programme, its agencies inside.

Bars rather than a treemap: lengths on one scale can be compared and carry the full Thai names, and the same
agency has the same colour and place in every bar.
"""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from figures import build, words
from figures.figure import Figure, LegendItem
from figures.labels import plain, shorten
from figures.tokens import Tokens, ink_on, tokens
from locales import Reader

ROW = 46
NAMED = 4  # agencies with a colour of their own; the others share one
ROOM_FOR_NUMBER = 0.075  # of the width
NAME_LETTERS = 46
GAP = 0.006
BAR_ROOM = 0.88  # of the width; the rest is for the amount at its end


@dataclass(frozen=True)
class Programme:
    """One programme: total of the measure, and whether any of its projects states one."""

    code: str
    name: str
    total: float
    stated: bool


@dataclass(frozen=True)
class Agency:
    """One agency, or the rest of them: its value in every programme, in the order of the programmes."""

    name: str
    colour: str
    values: list[float]


def by_programme(*, frame: pd.DataFrame, measure: str, reader: Reader) -> Figure:
    """Return programmes, the largest first, each split by agency.

    frame: `measures.projects.explorer.by_programme_agency`. measure: projects (each once), allocated or disbursed
    (baht attributed to the area asked about). A programme none of whose projects states a sum has words
    instead of a bar. keys: programme codes.
    """
    sheet = tokens(reader)
    column = "project_count" if measure == "projects" else f"{measure}_baht"
    programmes = _programmes(frame, column, reader)
    agencies = _agencies(frame, column, programmes, sheet, reader)
    top = max([1.0, *(programme.total for programme in programmes)])
    title, size = _title(programmes, measure, reader), max(len(programmes), 1)
    return Figure(
        name=f"composition-{measure}",
        plot=build.plot(
            data=[_bars(agency, programmes, top, measure, sheet, reader) for agency in agencies]
            + _texts(programmes, top, measure, reader),
            sheet=sheet,
            height=size * ROW,
            hover=True,
            barmode="stack",
            xaxis=build.fixed_axis(0, 1),
            yaxis=build.fixed_axis(size - 0.5, -0.5),
        ),
        table=_table(frame, column, measure, reader),
        rows=frame.to_dict("records"),
        title=title,
        subtitle=reader.t("projects-composition-subtitle", what=reader.t(f"projects-what-{measure}")),
        alt=f"{title}: " + ", ".join(f"{one.name} {_amount(one, measure, reader)}" for one in programmes),
        sources=words.sources_of(frame),
        documented=words.share_of(frame),
        legend=tuple(LegendItem(agency.name, agency.colour) for agency in agencies),
        keys=tuple(programme.code for programme in programmes),
    )


def _programmes(frame: pd.DataFrame, column: str, reader: Reader) -> list[Programme]:
    found = [
        Programme(
            str(code),
            _name(part.iloc[0], "programme", reader),
            float(part[column].sum()),
            bool(part[column].notna().any()),
        )
        for code, part in frame.groupby("programme_code", sort=True)
    ]
    return sorted(found, key=lambda programme: (-programme.total, programme.code))


def _name(row: Any, kind: str, reader: Reader) -> str:
    return reader.pick(row, f"{kind}_name") or str(row[f"{kind}_code"])


def _agencies(
    frame: pd.DataFrame, column: str, programmes: list[Programme], sheet: Tokens, reader: Reader
) -> list[Agency]:
    """Return the largest agencies, each with its colour, and one entry for all others where there are any."""
    values = (
        frame.astype({column: float})
        .pivot_table(
            index="agency_code", columns="programme_code", values=column, aggfunc="sum", fill_value=0.0
        )
        .reindex(columns=[programme.code for programme in programmes], fill_value=0.0)
    )
    sums = values.sum(axis=1)
    order = sorted(values.index, key=lambda code: (-sums[code], code))
    kept = order if len(order) <= NAMED + 1 else order[:NAMED]
    ramp = [*reversed(sheet.sequential[1:]), sheet.outside_line]
    first = frame.drop_duplicates("agency_code").set_index("agency_code", drop=False)
    found = [
        Agency(_name(first.loc[code], "agency", reader), colour, [float(value) for value in values.loc[code]])
        for code, colour in zip(kept, ramp, strict=False)
    ]
    if rest := order[len(kept) :]:
        name = reader.t("projects-other-agencies", n=len(rest))
        found.append(Agency(name, sheet.outside_line, [float(value) for value in values.loc[rest].sum()]))
    return found


def _bars(
    agency: Agency, programmes: list[Programme], top: float, measure: str, sheet: Tokens, reader: Reader
) -> dict[str, Any]:
    """Return the bars of one agency. A part has its number inside where there is room and it is not the whole."""
    parts = [value < programme.total for value, programme in zip(agency.values, programmes, strict=True)]
    shares = [round(BAR_ROOM * value / top, 3) for value in agency.values]
    # A part of no length cannot be pointed at: its number would only travel.
    numbers = [_number(value, measure, reader) if value else "" for value in agency.values]
    return {
        "type": "bar",
        "orientation": "h",
        "x": shares,
        "y0": 0,
        "dy": 1,
        "offset": 0.03,
        "width": 0.36,
        "marker": {"color": agency.colour, "line": {"color": sheet.paper, "width": 1}},
        "text": [
            number if share >= ROOM_FOR_NUMBER and is_part else ""
            for number, share, is_part in zip(numbers, shares, parts, strict=True)
        ],
        "textposition": "inside",
        "insidetextanchor": "start",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": 12, "color": ink_on(agency.colour, sheet)},
        "hovertext": numbers,
        "hovertemplate": f"{plain(agency.name)}<br>%{{hovertext}} {_unit(measure, reader)}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


def _texts(programmes: list[Programme], top: float, measure: str, reader: Reader) -> list[dict[str, Any]]:
    """Return the name above each bar and the amount at its end."""
    label = {"type": "scatter", "mode": "text", "y0": -0.2, "dy": 1, "hoverinfo": "skip"}
    size, unstated = len(programmes), reader.t("projects-sum-unstated")
    return [
        label
        | {
            "x": [0] * size,
            "text": [plain(shorten(programme.name, NAME_LETTERS)) for programme in programmes],
            "textposition": "middle right",
        },
        label
        | {
            "y0": 0.21,
            "x": [round(BAR_ROOM * programme.total / top + GAP, 3) for programme in programmes],
            "text": [
                _number(programme.total, measure, reader) if programme.stated else unstated
                for programme in programmes
            ],
            "textposition": "middle right",
        },
    ]


def _number(value: float, measure: str, reader: Reader) -> str:
    return reader.number(value) if measure == "projects" else reader.number(value / 1e6, 1)


def _unit(measure: str, reader: Reader) -> str:
    return reader.t("projects-unit" if measure == "projects" else "figures-unit-million")


def _amount(programme: Programme, measure: str, reader: Reader) -> str:
    if not programme.stated:
        return reader.t("projects-sum-unstated")
    return f"{_number(programme.total, measure, reader)} {_unit(measure, reader)}"


def _title(programmes: list[Programme], measure: str, reader: Reader) -> str:
    if not programmes:
        return reader.t("projects-none")
    known = [programme for programme in programmes if programme.stated]
    if not known:
        return reader.t("projects-money-unknown")
    total = sum(programme.total for programme in known)
    amount = f"{_number(total, measure, reader)} {_unit(measure, reader)}"
    if len(known) == 1:
        return reader.t("projects-composition-title-one", name=known[0].name, total=amount)
    best = _number(known[0].total, measure, reader)
    return reader.t("projects-composition-title", name=known[0].name, n=best, total=amount)


def _table(frame: pd.DataFrame, column: str, measure: str, reader: Reader) -> pd.DataFrame:
    t = reader.t
    rows = []
    for row in frame.to_dict("records"):
        silent = pd.isna(row[column])
        value = row[column] if measure == "projects" or silent else row[column] / 1e6
        rows.append(
            (
                _name(row, "programme", reader),
                _name(row, "agency", reader),
                t("projects-sum-unstated")
                if silent
                else reader.number(value, 0 if measure == "projects" else 2),
                reader.number(row["unattributed_count"]),
                words.evidence_label(row["evidence"], reader),
            )
        )
    columns = [
        t("projects-column-programme"),
        t("projects-column-agency"),
        f"{t(f'projects-what-{measure}')} ({_unit(measure, reader)})",
        t("projects-column-unattributed"),
        t("figures-column-evidence"),
    ]
    return pd.DataFrame(rows, columns=columns)
