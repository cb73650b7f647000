"""The names on the map of a slide, as native text and lines: they can be moved and retyped."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from exports.deck import fitting
from exports.deck.shapes import EMU, LABEL_HEIGHT, LABEL_PT, Frame, on_land
from exports.deck.template import Box
from exports.deck.text import describe, rgb, text_box
from exports.story.parts import AreaMap
from figures import naming
from figures.tokens import LIGHT
from geo import boundaries
from locales import Reader


def write(shapes: Any, shown: AreaMap, box: Box, right: float, legend: Box, reader: Reader) -> None:
    """Write the names of what is missing beside the country's map, with a line to each.

    right: x in inches that no name reaches over. legend: what stands in the sea; no name covers it.
    """
    if shown.naming is None or shown.naming.close:
        return
    frame, group = Frame(boundaries.EXTENT, box), shapes.add_group_shape()
    group.name = "names"
    taken = ((legend.x - box.x) * 72, (legend.y - box.y) * 72, legend.width * 72, legend.height * 72)
    found = naming.place(shown.naming, lambda degrees: frame.project(degrees) / EMU * 72 - (box.x * 72, box.y * 72),
                         (right - box.x) * 72, box.height * 72, LABEL_PT, taken)  # fmt: skip
    for name in found:
        width = fitting.width(name.text, LABEL_PT) / 72 + 0.02
        x, y = box.x + name.x / 72, box.y + (name.y - 4) / 72
        left = x if name.anchor == "start" else x - width
        end = box.x + name.point[0] / 72, box.y + name.point[1] / 72
        line = group.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, *(int(value * EMU) for value in (x, y, *end))
        )
        line._element.remove(line._element.find(qn("p:style")))  # its shadow
        line.line.color.rgb, line.line.width, line.name = (
            rgb(LIGHT.missing_text),
            Pt(0.75),
            f"line {name.code}",
        )
        label = text_box(group.shapes, Box(left, y - LABEL_HEIGHT / 2, width, LABEL_HEIGHT), name.text, reader.lang, LABEL_PT,
                         colour=LIGHT.missing_text, middle=True, name=f"label {name.code}")  # fmt: skip
        label.text_frame.word_wrap = False
        on_land(label)
        if name.anchor == "end":
            label.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    describe(group, reader.join([name.text for name in found]))
