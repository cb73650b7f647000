"""The figures of the Compare page, remembered per release, sides and reader."""

import pandas as pd
import shapely

from data.records import Records
from data.remember import lru_cache
from figures import words
from figures.compare import maps as compare_maps
from figures.compare import panels as compare_figures
from figures.compare import sides as compare_sides
from figures.compare import words as compare_words
from figures.compare.maps import SideMap
from figures.compare.sides import Sides
from figures.figure import Figure
from geo import boundaries
from geo.boundaries import EXTENT, Layer, Window
from locales import Reader
from measures import compare, dates, scope, values
from measures.catalogue import SPECS
from measures.selection import Selection

REMEMBERED = 256


@lru_cache(maxsize=REMEMBERED)
def table(records: Records, found: Sides) -> pd.DataFrame:
    """Return every measure of every side (`measures.compare.table`). Shared: do not change."""
    return compare.table(records, found.sides)


@lru_cache(maxsize=REMEMBERED)
def side_maps(records: Records, found: Sides, measure: str, reader: Reader, compact: bool) -> Figure:
    """Return the sides as maps of one measure."""
    rows = table(records, found)
    rows = rows[rows["measure"] == measure].set_index("side")
    windows = _windows(records, found.sides)
    panels = []
    for i, (side, label) in enumerate(
        zip(found.sides, compare_sides.labels(records, found, reader), strict=True)
    ):
        row = rows.loc[i].to_dict()
        said = words.dots([compare_words.count_text(row, reader), compare_words.rate_text(row, reader)])
        panels.append(_panel(records, side.but(measure=measure), label, said, windows[i]))
    columns = 1 if compact else len(panels)
    return compare_maps.side_maps(sides=panels, spec=SPECS[measure], reader=reader, columns=columns)


def _layer(side: Selection, level: str = "province") -> Layer:
    return boundaries.layer(level, side.asof, "close" if side.area else "overview")


def _panel(records: Records, side: Selection, label: str, said: str, window: Window) -> SideMap:
    area, layer = scope.area_on(records, side.area, side.asof), _layer(side)
    plain = side.but(area=None, level="province")
    frame = values.by_area(records, plain)
    frame = frame[frame["area_code"].isin(boundaries.visible(layer, window))].reset_index(drop=True)
    own = _layer(side, area.level) if area.level == "group" else layer
    outline = (own, area.code) if area.exists and area.code in own.codes else None
    inside = frame["area_code"].isin(area.provinces)
    return SideMap(label, said, frame.assign(in_filter=inside), plain, layer, window, outline)


def _windows(records: Records, sides: tuple[Selection, ...]) -> list[Window]:
    """Return the window of each side: all areas in one scale, the whole country and absent areas in theirs."""
    boxes = []
    for side in sides:
        area = scope.area_on(records, side.area, side.asof)
        shapes = boundaries.frame(_layer(side))
        own = shapes.geometry[shapes["code"].isin(area.provinces)]
        boxes.append(None if side.area is None or own.empty else tuple(shapely.total_bounds(own.values)))
    found = iter(compare_maps.square_windows([box for box in boxes if box]))
    return [next(found) if box else EXTENT for box in boxes]


@lru_cache(maxsize=REMEMBERED)
def over_time(records: Records, found: Sides, reader: Reader, compact: bool) -> Figure:
    """Return every measure of every side at the end of each fiscal year of the three phases."""
    last = records.phases["end_date"].max()
    steps = dates.steps(records)
    days = [day.date() for day in steps.loc[steps["kind"] == "fiscal_year", "day"] if day <= last]
    asked = [side.asof for side in found.sides]
    days = sorted({*days, *(day for day in asked if days[0] <= day <= days[-1])})
    sides = found.sides[:1] if found.by_date else found.sides
    labels = tuple(compare_sides.area_name(records, side, reader) for side in sides)
    return compare_figures.over_time(
        frame=compare.over_time(records, sides, days),
        labels=labels,
        marks=[pd.Timestamp(day) for day in dict.fromkeys(asked)],
        reader=reader,
        columns=1 if compact else 4,
    )
