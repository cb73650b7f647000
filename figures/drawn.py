"""The figures that several pages draw, from the reader's choices; remembered per release, view and reader.

Measures and builders are pure and their arguments are frozen, so a figure drawn once serves every session.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from data.records import Records
from data.remember import lru_cache
from figures import bars, lines, maps, matrix, ranking, small_multiples, steps
from figures import timeline as timelines
from figures.figure import Figure
from geo import boundaries
from geo.boundaries import Layer, Window
from locales import Reader
from measures import (
    areas,
    borders,
    coverage,
    coverage_stated,
    dates,
    phases,
    timeline,
    values,
    workshop_people,
    workshop_years,
)
from measures.catalogue import SPECS, spec_of
from measures.selection import DEFAULT_ASOF, Selection, compared_with

REMEMBERED = 256  # a figure takes 50 to 270 KB


@lru_cache(maxsize=REMEMBERED)
def area_map(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return the map of the chosen measure at the chosen level; over a period, of what changed in it."""
    return maps.choropleth(
        frame=values.by_area(records=records, selection=selection),
        spec=spec_of(selection),
        selection=selection,
        layer=boundaries.layer(selection.level, selection.asof),
        group_layer=boundaries.layer("group", selection.asof) if selection.level == "province" else None,
        reader=reader,
        group_names=group_names(records, selection, reader),
    )


@lru_cache(maxsize=REMEMBERED)
def stage_map(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return the map of the stage: as `area_map`, but chosen groups are shown close, among their neighbours."""
    if not selection.groups:
        return area_map(records, selection, reader)
    return maps.choropleth(
        frame=values.by_area(records=records, selection=selection),
        spec=spec_of(selection),
        selection=selection,
        layer=map_layer(records, selection, selection.level),
        group_layer=map_layer(records, selection, "group") if selection.level == "province" else None,
        reader=reader,
        group_names=group_names(records, selection, reader),
        window=map_window(records, selection),
    )


def map_layer(records: Records, selection: Selection, level: str) -> Layer:
    """Return the boundaries of a level that the stage draws: finer ones where groups are shown close."""
    return boundaries.layer(level, selection.asof, "close" if selection.groups else "overview")


def map_window(records: Records, selection: Selection) -> Window:
    """Return the part of the world that the stage shows: the country, or the chosen groups with room around them."""
    inside = areas.filter_codes(records, selection)
    if inside is None:
        return boundaries.EXTENT
    layer = boundaries.layer("province", selection.asof, "overview")
    return roomy(boundaries.window(layer, sorted(inside), 0.16))


def roomy(window: Window, shape: float = 1.2) -> Window:
    """Return a window widened to a shape (width to height): that of the stage's map, a little wider than high."""
    (west, east), (south, north) = window
    spare = (shape * (north - south) - (east - west)) / 2
    wide, high = max(spare, 0.0), max(-spare / shape, 0.0)
    return (
        (round(west - wide, 3), round(east + wide, 3)),
        (round(south - high, 3), round(north + high, 3)),
    )


@lru_cache(maxsize=REMEMBERED)
def group_ranking(records: Records, selection: Selection, reader: Reader, compact: bool) -> Figure:
    """Return the groups in order of the chosen measure: squares to count, or bars for amounts."""
    spec, grouped = SPECS[selection.measure], selection.but(level="group")
    frame = values.by_area(records=records, selection=grouped)
    if spec.kind != "categorical":
        return ranking.bars(frame=frame, spec=spec, selection=grouped, reader=reader, compact=compact)
    provinces = values.by_area(records=records, selection=selection.but(level="province"))
    return ranking.squares(
        frame=frame, provinces=provinces, spec=spec, selection=grouped, reader=reader, compact=compact
    )


@lru_cache(maxsize=256)
def group_names(records: Records, selection: Selection, reader: Reader) -> Mapping[str, str]:
    """Return group_code -> short name on the chosen day."""
    rows = areas.groups_on(records, selection.asof).to_dict("records")
    return MappingProxyType({row["area_code"]: reader.pick(row, "name") for row in rows})


def growth(records: Records, selection: Selection, reader: Reader, compact: bool) -> Figure:
    """Return coverage at every day worth stopping at, with the documented counts."""
    # The chosen day says which provinces the chosen groups have; without groups the curve is the same on every day.
    asked = Selection(selection.asof if selection.groups else DEFAULT_ASOF, groups=selection.groups,
                      evidence=selection.evidence)  # fmt: skip
    return _growth(records, asked, reader, compact)


@lru_cache(maxsize=256)
def _growth(records: Records, selection: Selection, reader: Reader, compact: bool) -> Figure:
    days = [
        day.date()
        for day in dates.steps(records)["day"]
        if day.date() <= records.phases["end_date"].max().date()
    ]
    return lines.growth(
        frame=coverage.over_time(records=records, selection=selection, days=days),
        points=coverage_stated.points(records),
        borders=borders.divided(records, selection),
        reader=reader,
        compact=compact,
    )


def phase_maps(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return small maps of the measure at four stations: the MoU that made the role, and three later days.

    They are of the whole country and of their own days, whatever the reader's day and groups are.
    """
    asked = selection.but(asof=DEFAULT_ASOF, level="province", groups=(), area=None)
    return _phase_maps(records, asked, reader)


@lru_cache(maxsize=256)
def _phase_maps(records: Records, selection: Selection, reader: Reader) -> Figure:
    panels = []
    for day in dates.stations(records):
        then = selection.but(asof=day)
        frame = values.by_area(records=records, selection=then)
        panels.append(small_multiples.Panel(reader.date(day), frame, then, boundaries.layer("province", day)))
    return small_multiples.grid(panels=panels, spec=SPECS[selection.measure], reader=reader)


@lru_cache(maxsize=REMEMBERED)
def two_days(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return the measure at both ends of a period, side by side in the same colours."""
    panels = []
    for day in (compared_with(selection.asof, selection.since), selection.asof):
        own = selection.but(asof=day, since=None, area=None)
        if selection.level == "group":  # the groups of another scheme are other groups
            there = set(areas.groups_on(records, day)["area_code"])
            own = own.but(groups=tuple(code for code in own.groups if code in there))
        frame = values.by_area(records=records, selection=own)
        layer = boundaries.layer(own.level, day)
        panels.append(small_multiples.Panel(reader.date(day), frame, own, layer))
    spec = SPECS[selection.measure]
    figure = small_multiples.grid(panels=panels, spec=spec, reader=reader, columns=2, name="two-days")
    return replace(figure, since=panels[0].selection.asof)


@lru_cache(maxsize=REMEMBERED)
def full_timeline(records: Records, selection: Selection, reader: Reader, compact: bool) -> Figure:
    """Return every event in its track."""
    events = timeline.events(records=records, selection=selection)
    return timelines.full(
        frame=events, phases=records.phases, reader=reader, asof=selection.asof, compact=compact
    )


@lru_cache(maxsize=REMEMBERED)
def progress(records: Records, selection: Selection, reader: Reader, compact: bool) -> Figure:
    """Return the matrix of groups and steps."""
    frame = phases.progress(records=records, selection=selection)
    return matrix.progress(frame=frame, reader=reader, compact=compact)


@lru_cache(maxsize=REMEMBERED)
def steps_by_year(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return how many groups had reached each step by the end of each fiscal year."""
    title = steps.finding(phases.progress(records=records, selection=selection), reader)
    frame = phases.by_fiscal_year(records=records, selection=selection)
    return steps.by_year(frame=frame, reader=reader, title=title)


@lru_cache(maxsize=REMEMBERED)
def roles(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return invited and attended by role."""
    return bars.by_role(frame=workshop_people.by_role(records=records, selection=selection), reader=reader)


@lru_cache(maxsize=REMEMBERED)
def participants(records: Records, selection: Selection, reader: Reader) -> Figure:
    """Return people at workshops by fiscal year."""
    return bars.participants(
        frame=workshop_years.by_fiscal_year(records=records, selection=selection), reader=reader
    )


@lru_cache(maxsize=REMEMBERED)
def group_phase(records: Records, selection: Selection, reader: Reader, compact: bool) -> Figure:
    """Return which groups had their workshop in which phase."""
    frame = phases.progress(records=records, selection=selection)
    figure = matrix.progress(frame=frame[frame["step_code"] == "workshop"], reader=reader, compact=compact)
    return replace(figure, name="workshops-by-phase")
