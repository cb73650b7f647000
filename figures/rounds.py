"""The map and the table of a round of collection: who has answered, who has not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd

from figures import maps
from figures.classes import MapClass, state_class
from figures.figure import Figure, LegendItem
from figures.tokens import tokens
from geo.boundaries import Layer
from locales import Reader

STATES = ("answered", "returned", "late", "waiting")
_TONES = {"answered": "covered", "returned": "kept", "late": "uncovered", "waiting": "not_reported"}
_ELSEWHERE = "outside"
HEIGHT = 520


def answered(
    title: str, rows: Sequence[Mapping[str, str]], layer: Layer, reader: Reader, subtitle: str, on: date
) -> Figure:
    """Return who has answered by a day. rows: area_code, name, state (of STATES), when, who, in the order to read them."""
    sheet = tokens(reader)
    labels = {state: reader.t(f"round-state-{state}") for state in STATES}
    kinds = [_class(state, labels[state], reader) for state in STATES]
    kinds.append(state_class(_ELSEWHERE, reader.t("round-not-asked"), sheet))
    states = {row["area_code"]: row["state"] for row in rows}
    codes = [states.get(area, _ELSEWHERE) for area in layer.codes]
    names = {row["area_code"]: row["name"] for row in rows}
    words = [" · ".join(filter(None, (names.get(area, ""), labels.get(code, "")))) for area, code in
             zip(layer.codes, codes, strict=True)]  # fmt: skip
    data = [maps.area_trace(list(layer.codes), codes, kinds, layer, sheet)
            | {"text": words, "hovertemplate": "%{text}<extra></extra>"}]  # fmt: skip
    data += maps.border_traces(list(layer.codes), codes, kinds, layer)
    counts = Counter(states.values())
    told = reader.join(f"{labels[state]} {counts[state]}" for state in STATES if counts[state])
    columns = [reader.t(f"round-column-{name}") for name in ("area", "state", "when", "who")]
    cells = [(row["name"], labels[row["state"]], row["when"], row["who"]) for row in rows]
    return Figure(
        name="round",
        plot=maps.map_plot(data, maps.EXTENT, HEIGHT, sheet),
        table=pd.DataFrame(cells, columns=columns),
        title=title,
        subtitle=subtitle,
        alt=f"{title}: {told}",
        legend=tuple(LegendItem(k.label, k.colour, k.line, counts[k.code], k.pattern)
                     for k in kinds if counts[k.code] or k.code in STATES),
        rows=tuple(rows),
        keys=tuple(layer.codes),
        on=on,
    )  # fmt: skip


def _class(state: str, label: str, reader: Reader) -> MapClass:
    made = state_class(_TONES[state], label, tokens(reader))
    return MapClass(state, label, made.colour, made.line, made.pattern)
