"""The map of a measure for a scope: the figure, and the same classes and colours as data."""

from dataclasses import replace
from datetime import date

import plotly.graph_objects as go

from data.records import Records
from data.remember import lru_cache
from exports.story.parts import AreaMap, MapArea
from exports.story.scene import Scene
from figures import classes, drawn, findings, maps, ranking
from figures.classes import MapClass
from figures.figure import Figure
from figures.tokens import tokens
from geo import boundaries
from geo.boundaries import Layer
from locales import Reader
from measures import values
from measures.catalogue import SPECS, spec_of
from measures.selection import Selection


def figure(scene: Scene, measure: str) -> Figure:
    """Return the map of a measure by province: the country, or a closer look at the scope's group or province;
    over a period of what changed in it."""
    asked, close = scene.over.but(measure=measure), close_codes(scene)
    shown = _unchosen(scene.records, asked, scene.reader, close)
    if scene.level == "country":
        return shown
    layers = _layer(scene.asof, close), boundaries.layer("group", scene.asof)
    chosen = maps.choice_traces(asked.but(area=scene.scope), *layers, tokens(scene.reader))
    bare = shown.plot.to_plotly_json()
    plot = go.Figure({"data": [*bare["data"], *chosen], "layout": bare["layout"]}, _validate=False)
    return replace(shown, plot=plot)


@lru_cache(maxsize=64)
def _unchosen(records: Records, asked: Selection, reader: Reader, close: tuple[str, ...]) -> Figure:
    """Return the map without the outline of the scope: the same for a group and each of its provinces."""
    layer = _layer(asked.asof, close)
    return maps.choropleth(
        frame=values.by_area(records, asked),
        spec=spec_of(asked),
        selection=asked,
        layer=layer,
        group_layer=boundaries.layer("group", asked.asof),
        reader=reader,
        group_names=drawn.group_names(records, asked, reader),
        window=boundaries.window(layer, close) if close else boundaries.EXTENT,
    )


def _layer(asof: date, close: tuple[str, ...]) -> Layer:
    return boundaries.layer("province", asof, "close" if close else "overview")


def group_ranking(scene: Scene, measure: str) -> Figure:
    """Return the groups in order of a measure."""
    if scene.period:
        return _changed_groups(scene, measure)
    spec, selection = SPECS[measure], scene.own.but(measure=measure)
    grouped = selection.but(level="group")
    frame = values.by_area(scene.records, grouped)
    if spec.kind != "categorical":
        return ranking.bars(frame=frame, spec=spec, selection=grouped, reader=scene.reader)
    provinces = values.by_area(scene.records, selection)
    return ranking.squares(
        frame=frame, provinces=provinces, spec=spec, selection=grouped, reader=scene.reader
    )


def _changed_groups(scene: Scene, measure: str) -> Figure:
    """Return the groups as squares by what changed in their provinces, under the finding of the map."""
    over = scene.over.but(measure=measure)
    grouped, provinces = over.but(level="group"), values.by_area(scene.records, over)
    shown = ranking.squares(
        frame=values.by_area(scene.records, grouped),
        provinces=provinces,
        spec=spec_of(over),
        selection=grouped,
        reader=scene.reader,
    )
    found = findings.of(provinces, spec_of(over), over, scene.reader)
    return replace(shown, title=found.title, alt=found.alt, since=over.since)


def close_codes(scene: Scene) -> tuple[str, ...]:
    """Return the provinces to show large: those of the scope's group; () for the country and an area in no group."""
    if not scene.area.group_code:
        return ()
    rows = values.by_area(scene.records, scene.own)
    return tuple(rows.loc[rows["in_filter"], "area_code"])


def area_map(scene: Scene, measure: str, shown: Figure) -> AreaMap:
    """Return a map as data: every province of the day with its class; shown: the same map as a figure."""
    areas, known = _areas(scene.records, scene.over.but(measure=measure), scene.reader)
    return AreaMap(
        measure=measure,
        layer=boundaries.layer("province", scene.asof),
        close_layer=boundaries.layer("province", scene.asof, "close"),
        group_layer=boundaries.layer("group", scene.asof),
        areas=areas,
        classes=known,
        legend=shown.legend,
        close=close_codes(scene),
        focus=scene.scope if scene.level == "province" else "",
        alt=shown.alt,
        naming=shown.naming,
    )


@lru_cache(maxsize=64)
def _areas(
    records: Records, selection: Selection, reader: Reader
) -> tuple[tuple[MapArea, ...], tuple[MapClass, ...]]:
    """Return every province of the day with its class and text, and the classes."""
    spec = spec_of(selection)
    frame = values.by_area(records, selection)
    known = classes.classes_of(spec, "province", reader)
    codes = classes.codes_of(frame, spec, "province")
    texts = maps.area_texts(frame, codes, known, spec, selection, reader)
    order = [one.code for one in known]
    areas = tuple(
        MapArea(
            code=row["area_code"],
            name=reader.pick(row, "name"),
            group_code=row["group_code"],
            class_index=order.index(code),
            colour=known[order.index(code)].colour,
            label=text,
        )
        for row, code, text in zip(frame.to_dict("records"), codes, texts, strict=True)
    )
    return areas, tuple(known)
