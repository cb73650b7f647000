"""Amounts as amounts: a circle in each area whose area is the amount, one scale over all days; states keep their fills."""

from collections.abc import Mapping
from dataclasses import replace
from math import sqrt
from typing import Any

import pandas as pd

from figures import classes, maps, words
from figures.figure import Figure
from figures.tokens import Tokens, tokens
from geo.boundaries import EXTENT, Layer, Window
from locales import Reader
from measures.catalogue import MeasureSpec
from measures.selection import Selection

DIAMETER = (
    18.0  # px of the circle of an amount on the last bound of the classes, at either level and on every day
)
KEYS = (0.1, 1.0, 4.0)  # circles of the legend, as parts of that amount
EDGE = 0.8


def most(spec: MeasureSpec, level: str) -> float:
    """Return the amount whose circle has DIAMETER: the last bound of the classes, a literal and the same on every day."""
    return (spec.group_breaks if level == "group" else spec.breaks)[-1]


def diameter(value: float, spec: MeasureSpec, level: str) -> float:
    """Return the diameter in px of an amount's circle: its area is to the amount as every other circle's."""
    return DIAMETER * sqrt(max(value, 0.0) / most(spec, level))


def amounts(
    *,
    frame: pd.DataFrame,
    spec: MeasureSpec,
    selection: Selection,
    layer: Layer,
    points: pd.DataFrame,
    group_layer: Layer | None = None,
    reader: Reader,
    group_names: Mapping[str, str] | None = None,
    window: Window = EXTENT,
) -> Figure:
    """Return the map of an amount on one day, as circles; table, sentence and sources are those of the filled map.

    frame, spec, selection, layer, group_layer, group_names, window: as `maps.choropleth` takes them. points:
    `geo.neighbours.representative_points` of the layer. Raises ValueError for a measure that is no amount.
    """
    if spec.kind != "sequential":
        raise ValueError(f"expected an amount, got {spec.code}")
    sheet, level = tokens(reader), selection.level
    filled = maps.choropleth(
        frame=frame, spec=spec, selection=selection, layer=layer, group_layer=group_layer, reader=reader,
        group_names=group_names, window=window,
    )  # fmt: skip
    codes = classes.codes_of(frame, spec, level)
    known = classes.classes_of(spec, level, reader)
    amount_of = {row["area_code"]: row for row in frame.to_dict("records")}
    shown = [
        code
        for code, kind in zip(frame["area_code"], codes, strict=True)
        if _is_amount(amount_of[code], kind)
    ]
    shown.sort(
        key=lambda code: -amount_of[code]["value"]
    )  # the smaller lie on the larger: none hides another
    pale = {one.code: _ground(one, codes, sheet, amount_of) for one in known}
    ground = [replace(one, colour=pale[one.code]) for one in known]
    area_codes = frame["area_code"].tolist()
    texts = maps.area_texts(frame, codes, known, spec, selection, reader)
    data = [maps.area_trace(area_codes, codes, ground, layer, sheet) | maps.hover_parts(texts, spec, reader)]
    data[0]["marker"] = {"line": {"color": sheet.rule, "width": maps.HAIRLINE}}
    data += maps.border_traces(area_codes, codes, known, layer)
    if group_layer is not None:
        outlined = [c for c in group_layer.codes if not selection.groups or c in selection.groups]
        data.append(maps.outline_trace(outlined, group_layer, sheet.muted))
    data += maps.choice_traces(selection, layer, group_layer, sheet)
    data.append(_circles(shown, amount_of, points, spec, level, sheet))
    data.append(_key(spec, level, window, sheet, reader))
    states = [item for item in filled.legend if item.label in _labels_of_states(known, amount_of, codes)]
    return replace(
        filled,
        name=f"circles-{spec.code}",
        plot=maps.map_plot(data, window, maps.HEIGHT, sheet),
        subtitle=words.dots([filled.subtitle, reader.t("circles-scale")]),
        legend=tuple(states),
    )


def _is_amount(row: Mapping[Any, Any], kind: str) -> bool:
    return kind != classes.OUTSIDE and row["state"] == "value" and row["value"] > 0


def _codes_of_states(amount_of: Mapping[Any, Mapping[Any, Any]], codes: list[str]) -> set[str]:
    return {kind for row, kind in zip(amount_of.values(), codes, strict=True) if not _is_amount(row, kind)}


def _labels_of_states(
    known: list[classes.MapClass], amount_of: Mapping[Any, Mapping[Any, Any]], codes: list[str]
) -> set[str]:
    states = _codes_of_states(amount_of, codes)
    return {one.label for one in known if one.code in states}


def _ground(
    one: classes.MapClass, codes: list[str], sheet: Tokens, amount_of: Mapping[Any, Mapping[Any, Any]]
) -> str:
    """Return the fill under the circles: states keep theirs, areas with an amount are pale."""
    return one.colour if one.code in _codes_of_states(amount_of, codes) else sheet.outside


def _circles(
    shown: list[str],
    amount_of: Mapping[Any, Mapping[Any, Any]],
    points: pd.DataFrame,
    spec: MeasureSpec,
    level: str,
    sheet: Tokens,
) -> dict[str, Any]:
    where = points.set_index("code").loc[shown]
    return {
        "type": "scattergeo",
        "mode": "markers",
        "lon": [round(float(lon), 2) for lon in where["lon"]],
        "lat": [round(float(lat), 2) for lat in where["lat"]],
        "hoverinfo": "skip",
        "marker": {
            "size": [round(diameter(amount_of[code]["value"], spec, level), 3) for code in shown],
            "color": sheet.reached,
            "opacity": 1,  # the library's own would be another one, and pictures have none
            "line": {"color": sheet.paper, "width": EDGE},
        },
    }


def _key(spec: MeasureSpec, level: str, window: Window, sheet: Tokens, reader: Reader) -> dict[str, Any]:
    """Return the legend of circles, in the free corner of the window: the same circles with their amounts."""
    (west, east), (south, north) = window
    values = [most(spec, level) * part for part in KEYS]
    low = south + (north - south) * 0.14  # the gulf, where the whole country is shown
    steps = [low + (north - south) * at for at in (0, 0.05, 0.125)]
    return {
        "type": "scattergeo",
        "mode": "markers+text",
        "lon": [round(west + (east - west) * 0.66, 3)] * len(values),
        "lat": [round(lat, 3) for lat in steps],
        "text": [words.amount(value, spec, reader) for value in values],
        "textposition": "middle right",
        "textfont": {"size": 11, "color": sheet.muted},
        "hoverinfo": "skip",
        "marker": {
            "size": [round(diameter(value, spec, level), 3) for value in values],
            "color": sheet.paper,
            "opacity": 1,
            "line": {"color": sheet.reached, "width": 1.4},
        },
    }
