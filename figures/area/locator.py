"""Where an area lies: a map of it and its surroundings, with names, for a screen or for paper."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd

from figures import build, classes, maps, naming, words
from figures.figure import Figure, LegendItem
from figures.labels import text_width
from figures.tokens import Tokens, ink_on, tokens
from geo.boundaries import Layer, Window
from geo.mercator import northing
from locales import Reader
from measures.catalogue import SPECS
from measures.scope import Area
from measures.selection import Selection

Size = tuple[float, float]
MAP_HEIGHT = 470
LABEL, SMALL = 12, 9.5  # px of names on a screen, in a picture for paper
STEPS = (0, 12, -12)  # px that a name moves up or down where another is in its way
OUTLINE = 2.2


def locator(
    *,
    frame: pd.DataFrame,
    area: Area,
    selection: Selection,
    layer: Layer,
    group_layer: Layer,
    window: Window,
    points: pd.DataFrame,
    reader: Reader,
    height: int = MAP_HEIGHT,
    size: Size | None = None,
    named: bool = True,
) -> Figure:
    """Return the map of an area and its surroundings, coloured by who has a representative.

    frame: `measures.values.by_area` of coverage, the provinces to draw; `in_filter` says which are coloured.
    points: code, lon, lat of the names to write (`geo.neighbours.representative_points`). size: width and height in
    px of a picture that never changes its size: names then stand where this size has them; on a screen the map
    finds their places itself. named: False where something else writes the names.
    """
    sheet, spec = tokens(reader), SPECS["coverage"]
    all_classes = classes.classes_of(spec, "province", reader)
    codes = classes.codes_of(frame, spec, "province")
    texts = maps.area_texts(frame, codes, all_classes, spec, selection, reader)
    drawn, hover = frame["area_code"].tolist(), maps.hover_parts(texts, spec, reader)
    data = [maps.area_trace(drawn, codes, all_classes, layer, sheet) | hover]
    data += maps.border_traces(drawn, codes, all_classes, layer)
    data += _area_outline(area, layer, group_layer, sheet)
    inks = {c.code: ink_on(c.colour, sheet) for c in all_classes} | {classes.OUTSIDE: sheet.muted}
    names = _names(frame, [inks[code] for code in codes], points, window, reader)
    inside = frame[frame["in_filter"]]
    listed = maps.area_rows(inside, classes.codes_of(inside, spec, "province"), spec, reader)
    notes: list[dict[str, Any]] = []
    if size is None and named:
        data.append(_name_trace(names))
    elif size is not None:
        notes, height = _name_notes(names, window, size), int(size[1])
    title = _locator_title(area, inside, reader)
    counted = classes.legend_of(all_classes, codes, spec)
    unsaid = reader.t("figures-state-outside")  # what lies around needs no key
    return Figure(
        name="area-map",
        plot=build.plot(
            data=data, sheet=sheet, height=height, hover=True, geo=maps.geo_box(window), annotations=notes
        ),
        table=maps.area_table(listed, spec, selection, reader, None),
        rows=listed,
        title=title,
        subtitle=words.dots(
            [reader.t("measure-coverage"), reader.t("figures-as-of", date=reader.date(selection.asof))]
        ),
        alt=f"{title}: {_states(inside, reader)}",
        sources=words.sources_of(inside),
        documented=words.share_of(inside),
        legend=tuple(
            LegendItem(i.label, i.colour, i.line, None, i.pattern, i.mark)
            for i in counted
            if i.label != unsaid
        ),
        keys=tuple(drawn),
        naming=None
        if notes or named
        else naming.of_map(frame, spec, "province", layer, window, reader, sheet),
    )


def _area_outline(area: Area, layer: Layer, group_layer: Layer, sheet: Tokens) -> list[dict[str, Any]]:
    own = group_layer if area.level == "group" else layer
    if area.code not in own.codes:
        return []
    return [
        maps.outline_trace([area.code], own, sheet.paper, OUTLINE + 2.4),
        maps.outline_trace([area.code], own, sheet.ink, OUTLINE),
    ]


def _locator_title(area: Area, inside: pd.DataFrame, reader: Reader) -> str:
    name = reader.t("area-name", name=reader.pick(vars(area), "name"), level=area.level)
    if area.level == "group":
        return reader.t("area-map-group", name=name, n=len(area.provinces))
    others = len(inside) - 1
    if not others:
        return reader.t("area-map-alone", name=name)
    return reader.t("area-map-province", name=name, n=others)


def _states(inside: pd.DataFrame, reader: Reader) -> str:
    spec = SPECS["coverage"]
    rows = inside.to_dict("records")
    return ", ".join(
        f"{reader.pick(r, 'name')} {maps.value_label(r, spec, 'province', reader)}" for r in rows
    )


class Name(NamedTuple):
    """The name of a province on the map: where it stands, in which ink, whether its province is coloured."""

    text: str
    lon: float
    lat: float
    ink: str
    coloured: bool


def _names(
    frame: pd.DataFrame, inks: Sequence[str], points: pd.DataFrame, window: Window, reader: Reader
) -> list[Name]:
    """Return the names that stand inside the window."""
    known = points.set_index("code")
    (west, east), (south, north) = window
    found = []
    for row, ink in zip(frame.to_dict("records"), inks, strict=True):
        lon, lat = known.loc[row["area_code"], ["lon", "lat"]]
        if west < lon < east and south < lat < north:
            found.append(Name(reader.pick(row, "name"), float(lon), float(lat), ink, bool(row["in_filter"])))
    return found


def _name_trace(names: Sequence[Name]) -> dict[str, Any]:
    return {
        "type": "scattergeo",
        "mode": "text",
        "lon": [name.lon for name in names],
        "lat": [name.lat for name in names],
        "text": [f"<b>{name.text}</b>" if name.coloured else name.text for name in names],
        "textfont": {"size": LABEL, "color": [name.ink for name in names]},
        "hoverinfo": "skip",
    }


def _name_notes(names: Sequence[Name], window: Window, size: Size) -> list[dict[str, Any]]:
    """Return the names as annotations in shares of a picture of known size; coloured areas first;
    one that finds no room is left out."""
    (west, east), (south, north) = window
    low, high = northing(south), northing(north)
    scale = min(size[0] / (east - west), size[1] / (high - low))
    taken: list[tuple[float, float, float]] = []
    found = []
    for name in sorted(names, key=lambda name: not name.coloured):
        x = size[0] / 2 + (name.lon - (west + east) / 2) * scale
        y = size[1] / 2 + (northing(name.lat) - (low + high) / 2) * scale
        half = text_width(name.text, SMALL, bold=name.coloured) / 2
        free = (y + step for step in STEPS if _is_free(x, y + step, half, taken, size))
        if (at := next(free, None)) is not None:
            taken.append((x, at, half))
            found.append(_note(name, x / size[0], at / size[1]))
    return found


def _is_free(
    x: float, y: float, half: float, taken: Sequence[tuple[float, float, float]], size: Size
) -> bool:
    """Say whether a name has room: inside the picture and clear of those already there."""
    inside = half < x < size[0] - half and SMALL / 2 < y < size[1] - SMALL / 2
    clear = all(abs(y - b) > SMALL * 1.2 or abs(x - a) > half + other + 2 for a, b, other in taken)
    return inside and clear


def _note(name: Name, x: float, y: float) -> dict[str, Any]:
    return {
        "text": f"<b>{name.text}</b>" if name.coloured else name.text,
        "x": round(x, 4),
        "y": round(y, 4),
        "xref": "paper",
        "yref": "paper",
        "xanchor": "center",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": SMALL, "color": name.ink},
    }
