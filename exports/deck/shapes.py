"""The map of a slide as native shapes: one freeform per province, named and coloured, editable in PowerPoint."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from xml.sax.saxutils import quoteattr

import numpy as np
import shapely
from lxml import etree
from pptx.oxml.ns import qn

from exports.deck import fitting
from exports.deck.template import NS, Box
from exports.deck.text import clean, describe, rgb, text_box
from exports.story.parts import AreaMap, MapArea
from figures.tokens import LIGHT, luminance
from geo import boundaries, mercator
from geo.boundaries import Layer, Window
from locales import Reader

EMU = 914_400
HAIRLINE, GROUP_LINE, FOCUS_LINE = 4_000, 12_700, 28_575
LABEL_PT, LABEL_HEIGHT = 12, 0.24


class Outline(NamedTuple):
    """One area as a path: where it lies on the slide in EMU, and its drawing inside that rectangle."""

    x: int
    y: int
    width: int
    height: int
    path: str


class Frame(NamedTuple):
    """How degrees become EMU: Mercator, fitted into the middle of a box."""

    window: Window
    box: Box

    def project(self, points: np.ndarray) -> np.ndarray:
        """Return EMU for longitudes and latitudes."""
        box = self.box
        return mercator.fitted(self.window, box.width, box.height, box.x, box.y).points(points) * EMU


@lru_cache(maxsize=128)
def outlines(layer: Layer, frame: Frame, codes: tuple[str, ...]) -> Mapping[str, Outline]:
    """Return code -> outline of the areas asked for; () asks for all of the layer."""
    shapes = boundaries.frame(layer)
    return {
        code: _outline(shapely.transform(shape, frame.project))
        for code, shape in zip(shapes["code"], shapes.geometry, strict=True)
        if not codes or code in codes
    }


def _outline(shape: Any) -> Outline:
    west, north, east, south = (int(value) for value in shape.bounds)
    parts = []
    for polygon in getattr(shape, "geoms", [shape]):
        for ring in (polygon.exterior, *polygon.interiors):
            points = np.asarray(ring.coords)[:-1].astype(int) - (west, north)
            drawn = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in points[1:].tolist())
            x, y = points[0].tolist()
            parts.append(f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo>{drawn}<a:close/>')
    width, height = max(1, east - west), max(1, south - north)
    return Outline(west, north, width, height, f'<a:path w="{width}" h="{height}">{"".join(parts)}</a:path>')


def _shape(number: int, name: str, alt: str, outline: Outline, fill: str, line: str, weight: int) -> str:
    """Return a freeform as XML; fill "" for an outline that lets clicks through to what lies below."""
    x, y, width, height, path = outline
    inside = f'<a:solidFill><a:srgbClr val="{fill[1:]}"/></a:solidFill>' if fill else "<a:noFill/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(clean(name))} descr={quoteattr(clean(alt))}/>'
        f'<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f"</a:xfrm><a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>{inside}'
        f'<a:ln w="{weight}"><a:solidFill><a:srgbClr val="{line[1:]}"/></a:solidFill><a:round/></a:ln></p:spPr></p:sp>'
    )


def _group(shapes: Any, name: str, alt: str, drawn: list[Outline], parts: list[str]) -> None:
    """Put shapes on the slide as one group whose own coordinates are the slide's."""
    number = _next_id(shapes)
    x, y = min(o.x for o in drawn), min(o.y for o in drawn)
    width, height = max(o.x + o.width for o in drawn) - x, max(o.y + o.height for o in drawn) - y
    place = f'x="{x}" y="{y}"/>', f'cx="{width}" cy="{height}"/>'
    xml = (
        f'<p:grpSp {NS}><p:nvGrpSpPr><p:cNvPr id="{number}" name={quoteattr(clean(name))} '
        f"descr={quoteattr(clean(alt))}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f"<a:off {place[0]}<a:ext {place[1]}<a:chOff {place[0]}<a:chExt {place[1]}</a:xfrm></p:grpSpPr>"
        f"{''.join(parts)}</p:grpSp>"
    )
    shapes._spTree.append(etree.fromstring(xml))


def _next_id(shapes: Any) -> int:
    return max(int(value) for value in shapes._spTree.xpath("//@id") if str(value).isdigit()) + 1


def country(shapes: Any, shown: AreaMap, box: Box, reader: Reader, locator: bool = False) -> None:
    """Draw every province of the day in one group, and the outlines of the province groups in another.

    locator: a small map beside a larger one; it has the same shapes but no group outlines.
    """
    frame = Frame(boundaries.EXTENT, box)
    first = _next_id(shapes) + 1
    drawn = outlines(shown.layer, frame, ())
    parts = [
        _province(first + i, area, drawn[area.code], shown, reader, locator)
        for i, area in enumerate(shown.areas)
    ]
    words = reader.t("deck-locator") if locator else reader.t("deck-map-group", alt=shown.alt)
    _group(shapes, "locator" if locator else "map", words, list(drawn.values()), parts)
    if shown.group_layer is not None and not locator:
        _outlines_of_groups(shapes, shown, shown.group_layer, frame, reader)
    if shown.focus and shown.focus in drawn and not shown.close:
        _focus(shapes, drawn[shown.focus], shown, reader)


def _province(
    number: int, area: MapArea, outline: Outline, shown: AreaMap, reader: Reader, locator: bool = False
) -> str:
    pale = shown.classes[area.class_index].line
    line = pale if pale and not locator else LIGHT.paper
    alt = reader.t("deck-map-shape", name=area.name, label=area.label)
    return _shape(number, f"{area.code} {area.name}", alt, outline, area.colour, line, HAIRLINE)


def _outlines_of_groups(shapes: Any, shown: AreaMap, layer: Layer, frame: Frame, reader: Reader) -> None:
    kept = outlines(layer, frame, ())
    names = boundaries.frame(layer).set_index("code")[f"name_{reader.lang}"]
    dark = [luminance(area.colour) < 0.25 for area in shown.areas]
    line = LIGHT.paper if sum(dark) * 2 > len(dark) else LIGHT.ink
    first = _next_id(shapes) + 1
    parts = [
        _shape(first + i, f"{code} {names[code]}", str(names[code]), o, "", line, GROUP_LINE)
        for i, (code, o) in enumerate(kept.items())
    ]
    if kept:
        _group(shapes, "group outlines", reader.t("table-group"), list(kept.values()), parts)


def _focus(shapes: Any, outline: Outline, shown: AreaMap, reader: Reader) -> None:
    name = next(area.name for area in shown.areas if area.code == shown.focus)
    number = _next_id(shapes)
    xml = _shape(number, f"focus {shown.focus}", name, outline, "", LIGHT.ink, FOCUS_LINE)
    shapes._spTree.append(etree.fromstring(f"<x {NS}>{xml}</x>")[0])


def close_up(shapes: Any, shown: AreaMap, box: Box, reader: Reader) -> None:
    """Draw the provinces of a group large, each with its name; the one asked for has a strong outline."""
    window = boundaries.window(shown.close_layer, shown.close, margin=0.02)
    frame = Frame(window, box)
    drawn = outlines(shown.close_layer, frame, shown.close)
    areas = [area for area in shown.areas if area.code in drawn]
    first = _next_id(shapes) + 1
    parts = [_province(first + i, area, drawn[area.code], shown, reader) for i, area in enumerate(areas)]
    _group(shapes, "close-up", reader.t("deck-map-group", alt=shown.alt), list(drawn.values()), parts)
    if shown.focus in drawn:
        _focus(shapes, drawn[shown.focus], shown, reader)
    _labels(shapes, shown, frame, areas, reader)


def _labels(shapes: Any, shown: AreaMap, frame: Frame, areas: list[MapArea], reader: Reader) -> None:
    """Write each province's name on a light ground, in the middle of its largest part, none over another."""
    found = boundaries.frame(shown.close_layer).set_index("code").geometry
    middles = {}
    for area in areas:
        point = shapely.maximum_inscribed_circle(found[area.code], tolerance=0.01).coords[0]
        middles[area.code] = (frame.project(np.array([point]))[0] / EMU).tolist()
    placed: list[Box] = []
    for area in sorted(areas, key=lambda one: middles[one.code][1]):
        x, y = middles[area.code]
        width = fitting.width(area.name, LABEL_PT) / 72 + 0.12
        left = min(max(frame.box.x, x - width / 2), frame.box.x + frame.box.width - width)
        box = Box(left, y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT)
        while hit := next((other for other in placed if _overlap(box, other)), None):
            box = box._replace(y=hit.y + hit.height + 0.01)
        placed.append(box)
        label = text_box(shapes, box, area.name, reader.lang, LABEL_PT, colour=LIGHT.ink, centred=True, middle=True,
                         name=f"label {area.code}")  # fmt: skip
        label.text_frame.word_wrap = False
        on_land(label)


def on_land(label: Any) -> None:
    """Give a name a light ground, so that it reads on any fill."""
    label.fill.solid()
    label.fill.fore_color.rgb = rgb(LIGHT.paper)
    etree.SubElement(label.fill._xPr.find(qn("a:solidFill"))[0], qn("a:alpha"), val="82000")


def _overlap(one: Box, other: Box) -> bool:
    beside = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (beside or one.y + one.height <= other.y or other.y + other.height <= one.y)


def legend(shapes: Any, shown: AreaMap, box: Box, reader: Reader) -> None:
    """Draw the legend downwards from the top of the box: a square and a label per class, with its count."""
    row = 0.27
    group = shapes.add_group_shape()
    group.name = "legend"
    labels = []
    y = box.y
    for item in shown.legend:
        label = item.label if item.count is None else f"{item.label} {reader.number(item.count)}"
        labels.append(label)
        swatch(group.shapes, Box(box.x, y + 0.05, 0.16, 0.16), item.colour, item.line)
        count = fitting.lines(label, 12, (box.width - 0.24) * 72)
        height = max(row, count * 12 * fitting.LINE / 72)
        text_box(group.shapes, Box(box.x + 0.24, y + 0.02, box.width - 0.24, height), label, reader.lang, 12)
        y += height
    describe(group, reader.t("deck-legend-alt", labels=", ".join(labels)))


def swatch(shapes: Any, box: Box, colour: str, line: str) -> None:
    number = _next_id(shapes)
    x, y, width, height = (int(value * EMU) for value in box)
    path = (
        f'<a:path w="{width}" h="{height}"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
        f'<a:lnTo><a:pt x="{width}" y="0"/></a:lnTo><a:lnTo><a:pt x="{width}" y="{height}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="0" y="{height}"/></a:lnTo><a:close/></a:path>'
    )
    xml = _shape(
        number, f"swatch {number}", "", Outline(x, y, width, height, path), colour, line or colour, 6_350
    )
    shapes._spTree.append(etree.fromstring(f"<x {NS}>{xml}</x>")[0])
