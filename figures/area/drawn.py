"""The figures of an area's page, remembered per release, view and reader, for the screen and for paper."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from data.records import Records
from data.remember import lru_cache
from figures.area import amounts as area_figures
from figures.area import locator as area_map
from figures.area import timeline as area_timeline
from figures.drawn import roomy
from figures.figure import Figure
from geo import boundaries, neighbours
from geo.boundaries import Layer, Window
from locales import Reader
from locales.dates import fiscal_year_be
from measures import scope, values
from measures.area import profile as area_profile
from measures.selection import Selection

REMEMBERED = 128
ROOM = 0.1  # share of the larger side left free around the areas shown


@lru_cache(maxsize=REMEMBERED)
def locator(
    records: Records, selection: Selection, reader: Reader, size: tuple[float, float] | None = None
) -> Figure:
    """Return the map of the chosen area among its neighbours; with a size, the picture for paper."""
    area = scope.area_on(records, selection.area, selection.asof)
    # On paper a coarser line is as good, and a tenth of the bytes.
    layer = boundaries.layer("province", selection.asof, "overview" if size else "close")
    inside = _coloured(area, selection)
    window = boundaries.window(layer, inside, ROOM)
    plain = _plain(selection)
    frame = values.by_area(records, plain)
    frame = frame[frame["area_code"].isin(boundaries.visible(layer, window))]
    return area_map.locator(
        frame=frame.assign(in_filter=frame["area_code"].isin(inside)).reset_index(drop=True),
        area=area,
        selection=plain,
        layer=layer,
        group_layer=boundaries.layer("group", selection.asof, layer.detail),
        window=window,
        points=neighbours.representative_points(boundaries.layer("province", selection.asof)),
        reader=reader,
        size=size,
    )


@lru_cache(maxsize=REMEMBERED)
def stage_map(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return the map of the stage: as `locator`, in the shape of its place; the glass over it writes the names."""
    area, layer, detail = _centre(records, selection), _close(selection), "close"
    return area_map.locator(
        frame=stage_frame(records, selection),
        area=area,
        selection=_plain(selection),
        layer=layer,
        group_layer=boundaries.layer("group", selection.asof, detail),
        window=stage_window(records, selection),
        points=neighbours.representative_points(boundaries.layer("province", selection.asof)),
        reader=reader,
        named=False,
    )


@lru_cache(maxsize=REMEMBERED)
def stage_frame(records: Records, selection: Selection) -> pd.DataFrame:
    """Return what `stage_map` draws: the provinces in its window. Shared: do not change."""
    inside = _coloured(_centre(records, selection), selection)
    frame = values.by_area(records, _plain(selection))
    frame = frame[
        frame["area_code"].isin(boundaries.visible(_close(selection), stage_window(records, selection)))
    ]
    return frame.assign(in_filter=frame["area_code"].isin(inside)).reset_index(drop=True)


def stage_window(records: Records, selection: Selection) -> Window:
    """Return the part of the world around an area that the stage shows."""
    inside = _coloured(_centre(records, selection), selection)
    return roomy(boundaries.window(_close(selection), inside, ROOM)) if inside else boundaries.EXTENT


def _close(selection: Selection) -> Layer:
    return boundaries.layer("province", selection.asof, "close")


def _plain(selection: Selection) -> Selection:
    return selection.but(area=None, groups=(), measure="coverage", level="province")


def _centre(records: Records, selection: Selection) -> scope.Area:
    """Return the area in the middle: of one that does not exist on the day, the province its land lay in."""
    area = scope.area_on(records, selection.area, selection.asof)
    before = area_profile.brief(records, selection).predecessor_code if not area.exists else ""
    return scope.area_on(records, before, selection.asof) if before else area


def _coloured(area: scope.Area, selection: Selection) -> tuple[str, ...]:
    """Return the provinces to colour: a group's own, or a province and those it borders on."""
    if area.level == "group":
        return area.provinces
    return (area.code, *scope.neighbour_codes("province", area.code, selection.asof))


@lru_cache(maxsize=REMEMBERED)
def money(records: Records, selection: Selection, reader: Reader, height: int = 330) -> Figure:
    """Return projects and money by year, from the first phase to the fiscal year of the day."""
    page = area_profile.profile(records, selection)
    first = fiscal_year_be(records.phases["start_date"].min().date())
    years = range(first, max(first, fiscal_year_be(selection.asof)) + 1)
    return area_figures.money(
        by_year=page.by_year, years=years, state=page.totals.state, reader=reader, height=height
    )


@lru_cache(maxsize=REMEMBERED)
def timeline(
    records: Records, selection: Selection, reader: Reader, compact: bool, paper: bool = False
) -> Figure:
    """Return what happened in the area up to the day; paper: the form that saves room."""
    page = area_profile.profile(records, selection)
    return area_timeline.timeline(
        frame=page.events,
        phases=records.phases,
        names=province_names(records, reader),
        many=page.area.level == "group",
        reader=reader,
        asof=selection.asof,
        compact=compact,
        paper=paper,
    )


@lru_cache(maxsize=16)
def province_names(records: Records, reader: Reader) -> Mapping[str, str]:
    """Return province_code -> name of every province that ever was, in the reader's language."""
    rows = records.provinces.to_dict("records")
    return MappingProxyType({row["province_code"]: reader.pick(row, "name") for row in rows})
