"""Where to go next: the country before and after, and the answer in a sentence."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from figures import build, maps, words
from figures.classes import OUTSIDE, MapClass, state_class
from figures.figure import Figure, LegendItem
from figures.findings import name_key
from figures.siting.said import answer, km, notes, subtitle
from figures.tokens import Tokens, tokens
from geo.boundaries import EXTENT, Layer, Window, window
from locales import Reader
from measures.catalogue import SPECS
from measures.siting_question import Placement

STATES = ("covered", "reached", "reached_by_existing", "uncovered", "not_reported", "not_applicable")
WIDTH, COMPACT_WIDTH = 320, 172  # px of one of the two maps
LEAST_HEIGHT, MOST_HEIGHT = 220, 510
HEAD = 0.06  # share of the height above the maps for their headings


def before_and_after(
    *,
    placement: Placement,
    points: pd.DataFrame,
    layer: Layer,
    group_layer: Layer | None = None,
    reader: Reader,
    compact: bool = False,
) -> Figure:
    """Return two maps in the same classes: the provinces as they are, and with the proposed places, numbered.

    placement: `measures.siting.place`, of state `value`. points: `geo.neighbours.representative_points` of the
    layer. A filter brings both maps closer. The table twin lists the provinces that had no representative.
    """
    sheet, frame = tokens(reader), placement.provinces
    all_classes, names = _classes(sheet, reader), _names(placement, reader)
    inside = frame[frame["in_filter"]]
    before, after = _states(placement)
    shown = EXTENT
    if len(inside) < len(frame):
        shown = window(layer, [*inside["area_code"], *placement.sites["area_code"]])
    data = _panel("geo", placement, before, [""] * len(frame), layer, group_layer, reader)
    ways = _ways(placement, after, names, reader)
    data += _panel("geo2", placement, after, ways, layer, group_layer, reader)
    data.append(_numbers(placement, points, sheet))
    title, k, rows = answer(placement, reader), len(placement.sites), _open_rows(placement, names, reader)
    sites = reader.join(names[code] for code in placement.sites["area_code"])
    return Figure(
        name="where-to-go-next",
        plot=_plot(data, shown, k, sheet, reader, compact),
        table=_table(rows, placement, all_classes, names, reader),
        rows=rows,
        title=title,
        subtitle=subtitle(placement, reader),
        alt=f"{title}. {reader.t('siting-alt', k=k, names=sites)}",
        sources=words.sources_of(inside),
        documented=words.share_of(inside),
        notes=notes(placement, reader),
        legend=_legend(all_classes, before, after, sheet, reader),
    )


def _plot(
    data: list[dict[str, Any]], shown: Window, k: int, sheet: Tokens, reader: Reader, compact: bool
) -> dict[str, Any]:
    return build.plot(
        data=data,
        sheet=sheet,
        height=_height(shown, COMPACT_WIDTH if compact else WIDTH),
        hover=True,
        annotations=[
            _heading(0.25, reader.t("siting-before")),
            _heading(0.75, reader.t("siting-after", k=k)),
        ],
        geo=maps.geo_box(shown) | {"domain": {"x": [0, 0.5], "y": [0, 1 - HEAD]}},
        geo2=maps.geo_box(shown) | {"domain": {"x": [0.5, 1], "y": [0, 1 - HEAD]}},
    )


def _classes(sheet: Tokens, reader: Reader) -> list[MapClass]:
    colours = {"covered": sheet.reached, "reached": sheet.partly, "uncovered": sheet.missing}
    # Near something that is there, yet without a representative: a paler gap, not a reached province.
    colours["reached_by_existing"] = sheet.zero
    made = []
    for state in STATES:
        label = reader.t(f"siting-state-{state}")
        if state in colours:
            made.append(MapClass(state, label, colours[state]))
        else:
            made.append(state_class(state, label, sheet))
    return [*made, state_class(OUTSIDE, reader.t("figures-state-outside"), sheet)]


def _states(placement: Placement) -> tuple[list[str], list[str]]:
    """Return the class of every province before and after; outside the filter it has none."""
    frame = placement.provinces
    before, after = (
        frame[name].where(frame["in_filter"], OUTSIDE).tolist() for name in ("state_before", "state")
    )
    return before, after


def _panel(
    geo: str,
    placement: Placement,
    states: list[str],
    ways: list[str],
    layer: Layer,
    group_layer: Layer | None,
    reader: Reader,
) -> list[dict[str, Any]]:
    """Return one map: the provinces in their classes, and the outlines of the groups asked about."""
    sheet, frame = tokens(reader), placement.provinces
    all_classes, codes = _classes(sheet, reader), frame["area_code"].tolist()
    hover = maps.hover_parts(ways, SPECS["coverage"], reader)
    traces = [maps.area_trace(codes, states, all_classes, layer, sheet) | hover]
    traces += maps.border_traces(codes, states, all_classes, layer)
    if group_layer is not None:
        asked = set(frame.loc[frame["in_filter"], "group_code"])
        outlined = [code for code in group_layer.codes if code in asked]
        colour = maps.group_line(states, all_classes, sheet)
        traces.append(maps.outline_trace(outlined, group_layer, colour))
    return [trace | {"geo": geo} for trace in traces]


def _height(shown: Window, width: int) -> int:
    """Return the height in px that two maps side by side need, each `width` px wide, with their headings."""
    (west, east), (south, north) = shown
    middle = math.radians((south + north) / 2)
    needed = width * (north - south) / math.cos(middle) / (east - west)
    return round(min(MOST_HEIGHT, max(LEAST_HEIGHT, needed)) / (1 - HEAD))


def _names(placement: Placement, reader: Reader) -> dict[str, str]:
    return {row["area_code"]: reader.pick(row, "name") for row in placement.provinces.to_dict("records")}


def _ways(placement: Placement, states: Sequence[str], names: dict[str, str], reader: Reader) -> list[str]:
    """Return what the pointer shows besides the name: the place that reaches a province, and how far it is."""
    rows = zip(states, placement.provinces.to_dict("records"), strict=True)
    return [
        f"← {names[row['site_code']]} {km(row['site_km'], reader)} {reader.t('siting-km')}"
        if state == "reached" and row["site_code"] != row["area_code"]
        else ""
        for state, row in rows
    ]


def _numbers(placement: Placement, points: pd.DataFrame, sheet: Tokens) -> dict[str, Any]:
    """Return the proposed places as numbered discs on the second map."""
    where = points.set_index("code").loc[placement.sites["area_code"].tolist()]
    return {
        "type": "scattergeo",
        "geo": "geo2",
        "mode": "markers+text",
        "lon": [round(float(lon), 3) for lon in where["lon"]],
        "lat": [round(float(lat), 3) for lat in where["lat"]],
        "text": [str(step) for step in placement.sites["step"]],
        "textfont": {"size": 11, "color": sheet.paper},
        "marker": {"size": 17, "color": sheet.ink, "line": {"width": 1.5, "color": sheet.paper}},
        "hoverinfo": "skip",
    }


def _heading(x: float, text: str) -> dict[str, Any]:
    return {
        "text": f"<b>{text}</b>",
        "x": x,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "xanchor": "center",
        "yanchor": "top",
        "showarrow": False,
    }


def _legend(
    all_classes: Sequence[MapClass], before: list[str], after: list[str], sheet: Tokens, reader: Reader
) -> tuple[LegendItem, ...]:
    """Return the classes on either map, counted on the second one, and the numbered disc."""
    kept = [one for one in all_classes if one.code in before or one.code in after]
    items = [LegendItem(one.label, one.colour, one.line, after.count(one.code), one.pattern) for one in kept]
    return (*items, LegendItem(reader.t("siting-site"), sheet.ink, mark="dot"))


def _open_rows(placement: Placement, names: dict[str, str], reader: Reader) -> list[dict[Any, Any]]:
    """Return the provinces without a representative before, by name."""
    rows = placement.provinces[placement.provinces["in_filter"]]
    rows = rows[~rows["state_before"].isin(("covered", "not_applicable"))]
    return sorted(rows.to_dict("records"), key=lambda row: name_key(names[row["area_code"]], reader))


def _table(
    rows: list[dict[Any, Any]],
    placement: Placement,
    all_classes: Sequence[MapClass],
    names: dict[str, str],
    reader: Reader,
) -> pd.DataFrame:
    labels = {one.code: one.label for one in all_classes}
    chosen = set(placement.sites["area_code"])
    made = [
        (
            names[row["area_code"]] + (f" ({reader.t('siting-site')})" if row["area_code"] in chosen else ""),
            labels[row["state_before"]],
            labels[row["state"]],
            names.get(row["site_code"], ""),
            km(row["site_km"], reader),
        )
        for row in rows
    ]
    columns = [reader.t("figures-column-province")]
    columns += [reader.t(f"siting-column-{name}") for name in ("before", "after", "site", "km")]
    return pd.DataFrame(made, columns=columns)
