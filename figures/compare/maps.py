"""The sides of a comparison as maps: one set of classes, one scale, the boundaries of each side's own day."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi
from typing import Any

import pandas as pd

from figures import build, cells, classes, findings, maps, words
from figures.figure import Figure
from figures.tokens import Tokens, tokens
from geo.boundaries import Layer, Window
from geo.mercator import latitude, northing
from locales import Reader
from measures.catalogue import MeasureSpec
from measures.selection import Selection

MAP_CELL, MAP_HEAD, MAP_GAP = 340, 46, 0.02


@dataclass(frozen=True)
class SideMap:
    """One side as a map: its heading, what it says of the measure, its provinces, boundaries and window.

    frame: `measures.values.by_area` of provinces to draw; `in_filter` says which belong to the side.
    outline: the layer and code of the area itself, None for the whole country.
    """

    heading: str
    said: str
    frame: pd.DataFrame
    selection: Selection
    layer: Layer
    window: Window
    outline: tuple[Layer, str] | None = None


def side_maps(*, sides: Sequence[SideMap], spec: MeasureSpec, reader: Reader, columns: int) -> Figure:
    """Return the sides as maps, `columns` to a row, all in the same classes. Raises ValueError without sides."""
    if not sides:
        raise ValueError("expected at least one side, got none")
    sheet = tokens(reader)
    all_classes = classes.classes_of(spec, "province", reader)
    grid = cells.Cells(len(sides), columns, MAP_CELL, MAP_HEAD, MAP_GAP)
    data, heads, seen = list[dict[str, Any]](), list[dict[str, Any]](), list[str]()
    layout: dict[str, Any] = {}
    for i, side in enumerate(sides):
        axis = cells.axis(i)
        codes = classes.codes_of(side.frame, spec, "province")
        seen += codes
        data += [
            trace | {"geo": axis} for trace in _side_traces(side, codes, all_classes, spec, sheet, reader)
        ]
        box = grid.box(i)
        layout[axis] = maps.geo_box(side.window) | {"domain": box}
        said = f'<span style="color:{sheet.muted}">{side.said}</span>'
        heads.append(cells.heading(f"<b>{side.heading}</b><br>{said}", box))
    around = reader.t("figures-state-outside")  # what lies around a side needs no key
    inside = pd.concat([side.frame[side.frame["in_filter"]] for side in sides])
    named = words.dots(side.heading for side in sides)
    title = reader.t("compare-maps-title", measure=findings.measure_name(spec, reader), sides=named)
    return Figure(
        name="compare-maps",
        plot=build.plot(data=data, sheet=sheet, hover=True, height=grid.height, annotations=heads, **layout),
        table=_maps_table(sides, spec, reader),
        rows=[row for side in sides for row in side.frame[side.frame["in_filter"]].to_dict("records")],
        title=title,
        subtitle=reader.t("compare-maps-subtitle"),
        alt=f"{title}: " + " | ".join(f"{side.heading} {side.said}" for side in sides),
        sources=words.sources_of(inside),
        documented=words.share_of(inside),
        legend=cells.uncounted(
            item for item in classes.legend_of(all_classes, seen, spec) if item.label != around
        ),
    )


def _side_traces(
    side: SideMap,
    codes: list[str],
    all_classes: list[classes.MapClass],
    spec: MeasureSpec,
    sheet: Tokens,
    reader: Reader,
) -> list[dict[str, Any]]:
    texts = maps.area_texts(side.frame, codes, all_classes, spec, side.selection, reader)
    area_codes, hover = side.frame["area_code"].tolist(), maps.hover_parts(texts, spec, reader)
    found = [maps.area_trace(area_codes, codes, all_classes, side.layer, sheet) | hover]
    found += maps.border_traces(area_codes, codes, all_classes, side.layer)
    if side.outline:
        layer, code = side.outline
        found.append(maps.outline_trace([code], layer, sheet.paper, maps.CHOICE_LINE + 2))
        found.append(maps.outline_trace([code], layer, sheet.ink, maps.CHOICE_LINE - 0.6))
    return found


def _maps_table(sides: Sequence[SideMap], spec: MeasureSpec, reader: Reader) -> pd.DataFrame:
    """Return one row per side and province of it: side, province, value, evidence."""
    t = reader.t
    columns = [t("compare-column-side"), t("figures-column-province"), findings.measure_name(spec, reader),
               t("figures-column-evidence")]  # fmt: skip
    rows = [
        (
            side.heading,
            reader.pick(row, "name"),
            maps.value_label(row, spec, "province", reader),
            words.evidence_label(row["evidence"], reader),
        )
        for side in sides
        for row in side.frame[side.frame["in_filter"]].to_dict("records")
    ]
    return pd.DataFrame(rows, columns=columns)


def square_windows(boxes: Sequence[tuple[float, float, float, float]], margin: float = 0.16) -> list[Window]:
    """Return a window around each box (west, south, east, north), all as many km wide and high, on a Mercator map.

    margin: share of the largest box to leave free.
    """
    centres = [
        ((west + east) / 2, (northing(south) + northing(north)) / 2) for west, south, east, north in boxes
    ]
    stretch = [cos(latitude(middle) * pi / 180) for _, middle in centres]
    sizes = [
        max(east - west, northing(north) - northing(south)) * shrunk
        for (west, south, east, north), shrunk in zip(boxes, stretch, strict=True)
    ]
    found = []
    for (lon, middle), shrunk in zip(centres, stretch, strict=True):
        half = max(sizes) * (1 + margin) / shrunk / 2
        lats = (round(latitude(middle - half), 3), round(latitude(middle + half), 3))
        found.append(((round(lon - half, 3), round(lon + half, 3)), lats))
    return found
