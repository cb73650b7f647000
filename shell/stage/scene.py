"""One day of the stage as plain values: what `stage.js` needs to paint it, written by the functions that write the page."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from data.records import Records
from data.remember import lru_cache
from figures import classes, drawn, maps, naming, period, words
from figures.maps import group_line
from figures.tokens import tokens
from geo import boundaries, neighbours
from geo.boundaries import Layer
from locales import Reader
from measures.catalogue import MeasureSpec, spec_of
from measures.selection import DEFAULT_SINCE, Selection
from shell.stage import rail
from shell.stage.act import Act

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Look:
    """What the map shows of a day. z: a class per area as one digit; texts: what is said of each area, line by line."""

    layer: Layer
    groups: Layer | None
    codes: tuple[str, ...]
    z: str
    texts: tuple[str, ...]
    named: tuple[int, ...]
    line: str


@lru_cache(maxsize=512)
def look(act: Act, records: Records, selection: Selection, reader: Reader) -> Look:
    """Return what the map of the day shows, for the measure, level, groups and evidence chosen."""
    spec, level = act.spec or spec_of(selection), selection.level
    frame = act.frame(records, selection)
    known = classes.classes_of(spec, level, reader)
    codes = classes.codes_of(frame, spec, level)
    order = {one.code: place for place, one in enumerate(known)}
    groups = drawn.group_names(records, selection.but(area=None), reader)
    listed = frame.to_dict("records")
    return Look(
        layer=_layer(act, records, selection, level),
        groups=_layer(act, records, selection, "group") if level == "province" else None,
        codes=tuple(frame["area_code"]),
        z="".join(DIGITS[order[code]] for code in codes),
        texts=tuple(_text(row, groups, spec, level, reader) for row in listed),
        named=naming.asked(listed, spec, level, bool(act.near or selection.groups)),
        line=group_line(codes, known, tokens(reader)),
    )


def _layer(act: Act, records: Records, selection: Selection, level: str) -> Layer:
    if act.near:
        return boundaries.layer(level, selection.asof, "close")
    return drawn.map_layer(records, selection, level)


def _text(
    row: Mapping[Any, Any], groups: Mapping[str, str], spec: MeasureSpec, level: str, reader: Reader
) -> str:
    """Return group, state, since when and why, evidence: what pointer, keyboard and screen reader are told."""
    group = groups.get(row["group_code"], "") if level == "province" else ""
    state = maps.value_label(row, spec, level, reader)
    if "state_then" in row:  # a change: what it was on the earlier day and is on the later one
        told = period.ends(row, spec.code, level, reader)
    else:
        state = state if spec.kind == "categorical" else f"{reader.t(f'measure-{spec.code}')}: {state}"
        told = words.standing(row, reader)
    return "\n".join((group, state, told, words.evidence_label(row["evidence"], reader)))


@lru_cache(maxsize=64)
def fixed(act: Act, records: Records, selection: Selection, reader: Reader) -> dict[str, Any]:
    """Return what does not change with the day: names, points, colours, the words of the map. Shared: do not change."""
    names: dict[str, str] = {}
    points: dict[str, list[float]] = {}
    for layer in boundaries.layers():
        if layer.detail == "overview" and layer.level == selection.level:
            shapes = boundaries.frame(layer)
            names |= dict(zip(shapes["code"], shapes[f"name_{reader.lang}"], strict=True))
            spots = neighbours.representative_points(layer)
            points |= {row.code: [round(row.lon, 3), round(row.lat, 3)] for row in spots.itertuples()}
    known = classes.classes_of(act.spec or spec_of(selection), selection.level, reader)
    sheet = tokens(reader)
    return {
        "level": selection.level,
        "names": names,
        "points": points,
        "colours": [one.colour for one in known],
        "hatched": [place for place, one in enumerate(known) if one.pattern == "hatch"],
        "stripe": sheet.not_reported_line,
        "hair": sheet.paper,
        "label": reader.t("stage-map-label"),
        "inset": {"window": naming.INSET, "label": reader.t("stage-map-inset")},
    }


def ground(act: Act, records: Records, selection: Selection, reader: Reader) -> str:
    """Return what does not change with the day as a template: it travels again when level or language change, alone."""
    return _template("fixed", "", fixed(act, records, groundless(selection), reader))


def groundless(selection: Selection) -> Selection:
    """Return a selection without all that does not change the ground of its map."""
    since = DEFAULT_SINCE if selection.since else None
    return selection.but(area=None, asof=Selection.asof, groups=(), since=since)


def note(act: Act, records: Records, selection: Selection, reader: Reader) -> str:
    """Return the present day as a template that no reader sees."""
    return _template("now", str(selection.asof), now(act, records, selection, reader))


def now(act: Act, records: Records, selection: Selection, reader: Reader) -> dict[str, Any]:
    """Return the present day as plain values."""
    plain = selection if act.near else selection.but(area=None)
    shown = look(act, records, plain, reader)
    return {
        **rail.day(selection.asof, reader),
        "area": selection.area,
        "window": (act.near or drawn.map_window)(records, plain),
        **written(shown),
        **_lines(shown.texts),
    }


def _lines(texts: tuple[str, ...]) -> dict[str, Any]:
    """Return texts as the numbers of their lines: most lines stand in many of them, and each day sends all anew."""
    places: dict[str, int] = {}
    numbers = [[places.setdefault(line, len(places)) for line in text.split("\n")] for text in texts]
    return {"lines": list(places), "texts": numbers}


def _template(name: str, of: str, said: dict[str, Any]) -> str:
    told = escape(
        json.dumps(said, ensure_ascii=False, separators=(",", ":")), quote=False
    )  # it is text, no attribute
    return f'<template data-stage-{name}="{of}">{told}</template>'


def written(shown: Look) -> dict[str, Any]:
    """Return a look as plain values, without its texts."""
    return {
        "layer": shown.layer.url,
        "groups": shown.groups.url if shown.groups else "",
        "codes": shown.codes,
        "z": shown.z,
        "named": shown.named,
        "line": shown.line,
    }
