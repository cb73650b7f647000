"""What marks a slide: the amber badge, the line of its sources, the QR code back to the view."""

import io
from collections.abc import Sequence
from typing import Any

import segno
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches

from exports.deck import fitting
from exports.deck.shapes import swatch
from exports.deck.template import Box
from exports.deck.text import add_run, clean, describe, emu, rgb, text_box
from exports.story.charts import out_of
from exports.story.parts import Chart
from figures.tokens import LIGHT
from locales import Reader

SOURCE_PT = 10  # the one text below 12 pt
BADGE_PT, ROW_PT = 13, 12
COUNTABLE = 8  # a row of at most so many is drawn as squares to count


def badge(shapes: Any, box: Box, said: str, lang: str) -> Any:
    """Add the mark of illustrative data as on the screen: an amber pill that no one can overlook."""
    shape = shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *emu(box))
    shape.name, shape.adjustments[0] = "badge", 0.5
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(LIGHT.note_paper)
    shape.line.fill.background()
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.08)
    frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    add_run(frame.paragraphs[0], said, lang, BADGE_PT, bold=True, colour=LIGHT.note_ink)
    describe(shape, said)
    return shape


def is_countable(chart: Chart) -> bool:
    """Say whether each row of a chart is few enough things to be counted."""
    totals = [sum(one.values[i] or 0 for one in chart.series) for i in range(len(chart.categories))]
    return chart.form == "stacked_bars" and 0 < max(totals, default=0) <= COUNTABLE


def squares(shapes: Any, box: Box, chart: Chart, reader: Reader) -> None:
    """Add a row for each category: its name, a square for each thing, and "k of n" beside them."""
    row = min(0.34, box.height / len(chart.categories))
    side, lang = min(0.2, row * 0.72), reader.lang
    name, start = box.width * 0.5, box.x + box.width * 0.52
    group = shapes.add_group_shape()
    group.name = "squares"
    for i, category in enumerate(chart.categories):
        y, x = box.y + i * row, start
        said = fitting.shortened(category, ROW_PT, name * 72, 1)
        text_box(
            group.shapes, Box(box.x, y, name, row), said, lang, ROW_PT, middle=True, name=f"group {i + 1}"
        )
        for one in chart.series:
            for _ in range(int(one.values[i] or 0)):
                swatch(group.shapes, Box(x, y + (row - side) / 2, side, side), one.colour, "")
                x += side * 1.3
        place = Box(box.x + box.width - 1.3, y, 1.3, row)
        text_box(
            group.shapes, place, out_of(chart, i, reader), lang, ROW_PT, middle=True, name=f"count {i + 1}"
        )
    describe(group, chart.alt)


def source_line(shapes: Any, box: Box, cited: Sequence[tuple[str, str]], reader: Reader) -> Any:
    """Add one line with the publisher and date of each document, each a link where its address is known.

    Those that find no room are counted: the slide of sources names them all.
    """
    shape = text_box(shapes, box, "", reader.lang, SOURCE_PT, name="source")
    paragraph = shape.text_frame.paragraphs[0]
    colour = LIGHT.muted
    if not cited:
        add_run(paragraph, reader.t("picture-no-source"), reader.lang, SOURCE_PT, colour=colour)
        return shape
    head = reader.t("picture-sources", named="").rstrip()
    add_run(paragraph, f"{head} ", reader.lang, SOURCE_PT, colour=colour)
    room = box.width * 72 - fitting.width(head + reader.t("deck-more-sources", n=len(cited)), SOURCE_PT) - 24
    for at, (said, address) in enumerate(cited):
        room -= fitting.width(f"{said}; ", SOURCE_PT)
        if room < 0 and at:
            add_run(
                paragraph,
                reader.t("deck-more-sources", n=len(cited) - at),
                reader.lang,
                SOURCE_PT,
                colour=colour,
            )
            break
        whole = clean(said) if room > 0 else fitting.shortened(clean(said), SOURCE_PT, box.width * 60, 1)
        run = add_run(paragraph, whole, reader.lang, SOURCE_PT, colour=colour)
        if address:
            run.hyperlink.address = address
        if at + 1 < len(cited):
            add_run(paragraph, "; ", reader.lang, SOURCE_PT, colour=colour)
    return shape


def qr(address: str) -> bytes:
    """Return the QR code of an address as PNG, dark on white with its quiet border."""
    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(stream, kind="png", scale=12, border=3, dark=LIGHT.ink)
    return stream.getvalue()
