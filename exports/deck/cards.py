"""The key figures as cards, as large as their words allow."""

from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Inches

from exports.deck import fitting
from exports.deck.slides import Slides
from exports.deck.template import FULL, MARGIN, TEXT, Box
from exports.deck.text import add_run, describe, emu, put, rgb
from exports.story.parts import KeyFigure, Slide
from figures import sentences
from figures.evidence import number_words
from figures.tokens import LIGHT

LEAD_PT, LEAD_LINES = 24, 3
NUMBERS = Box(MARGIN, 3.55, FULL, 3.2)
VALUE_SIZES = (34, 30, 26, 22, 18)
TONES = {"good": LIGHT.reached_text, "gap": LIGHT.missing_text, "": LIGHT.ink}


def numbers(slides: Slides, slide: Slide) -> None:
    """Add the sentence and the key figures as cards."""
    made = slides.add("Numbers", slide)
    room, plain = FULL * 72, sentences.plain(slide.lead)
    fits = fitting.lines(plain, LEAD_PT, room) <= LEAD_LINES
    lead = slide.lead if fits else fitting.shortened(plain, LEAD_PT, room, LEAD_LINES)
    put(slides.places(made)[TEXT].text_frame, [lead], slides.reader.lang)
    across = 3
    width, gap = (NUMBERS.width - (across - 1) * 0.2) / across, 0.2
    height = (NUMBERS.height - gap) / 2
    for i, key in enumerate(slide.key_figures):
        row, column = divmod(i, across)
        x, y = NUMBERS.x + column * (width + gap), NUMBERS.y + row * (height + gap)
        _card(slides, made, key, Box(x, y, width, height))


def _card(slides: Slides, made: Any, key: KeyFigure, box: Box) -> None:
    lang = slides.reader.lang
    card = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(box))
    card.name = f"key {key.code}"
    card.fill.solid()
    card.fill.fore_color.rgb = rgb(LIGHT.plain)
    card.line.fill.background()
    card._element.remove(card._element.find(qn("p:style")))  # no shadow, no centred white text
    frame = card.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(0.18)
    frame.margin_top = frame.margin_bottom = Inches(0.05)
    room = (box.width - 0.36) * 72
    known = number_words(key.evidence, key.documented, slides.reader)
    below = [part for part in (key.note, known) if part]
    label = 14 if fitting.lines(key.label, 14, room) <= 1 else 12
    named = fitting.shortened(key.label, label, room, 2)
    add_run(frame.paragraphs[0], named, lang, label, colour=LIGHT.muted)
    value = frame.add_paragraph()
    tail = fitting.width(f" {key.of}", 18) if key.of else 0
    left = (box.height - 0.1) * 72 - fitting.height(named, label, room) - len(below) * 12 * fitting.LINE
    most = left / fitting.LINE
    size = next(
        (s for s in VALUE_SIZES if s <= most and fitting.width(key.value, s, bold=True) + tail <= room),
        18,
    )
    unknown = key.number is None and not key.tone
    tone = LIGHT.muted if unknown else TONES[key.tone]
    add_run(value, key.value, lang, min(size, 24) if unknown else size, bold=not unknown, colour=tone)
    if key.of:
        add_run(value, f" {key.of}", lang, 18, colour=LIGHT.muted)
    for line in below:
        add_run(frame.add_paragraph(), fitting.shortened(line, 12, room, 1), lang, 12, colour=LIGHT.muted)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
    describe(card, " ".join(part for part in (key.label, key.value, key.of, *below) if part))
