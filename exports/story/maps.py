"""The map of a measure for a scope: the figure, and the same classes and colours as data."""

from dataclasses import replace

from exports.story.parts import AreaMap, MapArea
from exports.story.scene import Scene
from figures import classes, findings, maps, ranking
from figures.figure import Figure
from geo import boundaries
from measures import values
from measures.catalogue import SPECS, spec_of


def figure(scene: Scene, measure: str) -> Figure:
    """Return the map of a measure by province: the country, or a closer look at the scope's group or province;
    over a period of what changed in it."""
    asked = scene.over.but(measure=measure)
    close = close_codes(scene)
    layer = boundaries.layer("province", scene.asof, "close" if close else "overview")
    return maps.choropleth(
        frame=values.by_area(scene.records, asked),
        spec=spec_of(asked),
        selection=asked.but(area=None if scene.level == "country" else scene.scope),
        layer=layer,
        group_layer=boundaries.layer("group", scene.asof),
        reader=scene.reader,
        group_names=scene.group_names,
        window=boundaries.window(layer, close) if close else boundaries.EXTENT,
    )


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
    selection = scene.over.but(measure=measure)
    spec = spec_of(selection)
    frame = values.by_area(scene.records, selection)
    known = classes.classes_of(spec, "province", scene.reader)
    codes = classes.codes_of(frame, spec, "province")
    texts = maps.area_texts(frame, codes, known, spec, selection, scene.reader)
    order = [one.code for one in known]
    areas = tuple(
        MapArea(
            code=row["area_code"],
            name=scene.reader.pick(row, "name"),
            group_code=row["group_code"],
            class_index=order.index(code),
            colour=known[order.index(code)].colour,
            label=text,
        )
        for row, code, text in zip(frame.to_dict("records"), codes, texts, strict=True)
    )
    return AreaMap(
        measure=measure,
        layer=boundaries.layer("province", scene.asof),
        close_layer=boundaries.layer("province", scene.asof, "close"),
        group_layer=boundaries.layer("group", scene.asof),
        areas=areas,
        classes=tuple(known),
        legend=shown.legend,
        close=close_codes(scene),
        focus=scene.scope if scene.level == "province" else "",
        alt=shown.alt,
        naming=shown.naming,
    )
