"""How a deck opens and ends: the cover, the divider, and the way back to the view on the screen."""

import io
from collections.abc import Sequence

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn

from exports.deck import fitting, template, traces
from exports.deck.marks import qr
from exports.deck.slides import Slides
from exports.deck.template import FULL, MARGIN, TEXT, TOP, Box
from exports.deck.text import add_run, describe, emu, put
from exports.story.parts import Slide
from figures.tokens import LIGHT

COVER_SIZES = (20, 18, 16, 14)


def cover(slides: Slides, slide: Slide) -> None:
    """Add the opening slide."""
    made = slides.add("Cover", slide)
    places = slides.places(made)
    line = made.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(template.COVER_LINE))
    line.name = traces.TRACE
    line.fill.solid()
    line.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    line.line.fill.background()
    line._element.remove(line._element.find(qn("p:style")))  # no shadow
    put(
        places[1].text_frame,
        [fitting.shortened(slide.subtitle, 32, (FULL - 0.6) * 72, 1)],
        slides.reader.lang,
    )
    box = next(one for one in template.LAYOUTS["Cover"] if one.idx == TEXT).box
    high = box.height * 72
    size = next((s for s in COVER_SIZES if _height(slide.bullets, s, box) <= high), COVER_SIZES[-1])
    kept = list(slide.bullets)
    while len(kept) > 1 and _height(kept, size, box) > high:
        kept.pop()
    put(places[TEXT].text_frame, kept, slides.reader.lang, 0 if size == COVER_SIZES[0] else size)


def _height(lines: Sequence[str], size: float, box: Box) -> float:
    return sum(fitting.height(one, size, box.width * 72) + template.BETWEEN_PT for one in lines)


def way_back(slides: Slides) -> None:
    """Add the last slide: a link and a QR code to this very view, and when the deck was made."""
    story, t = slides.story, slides.reader.t
    if not story.address:
        return
    day = slides.reader.date(story.made_on)
    slide = Slide(
        traces.BACK,
        t("deck-back"),
        t("deck-back-sub", date=day),
        bullets=(story.address,),
        notes=general(slides),
    )
    made = slides.add("Text", slide)
    body = slides.places(made)[TEXT]
    body.left, body.top, body.width, body.height = emu(Box(MARGIN + 4.6, TOP + 0.3, FULL - 4.6, 3.6))
    frame = body.text_frame
    add_run(frame.paragraphs[0], story.address, slides.reader.lang, 16).hyperlink.address = story.address
    left = [t("downloads-leaves-out", said=story.unused)] if story.unused else []
    for line in (t("deck-footer-release", release=story.release), t("deck-back-how"), *left):
        add_run(frame.add_paragraph(), line, slides.reader.lang, 16, colour=LIGHT.muted)
    picture = made.shapes.add_picture(io.BytesIO(qr(story.address)), *emu(Box(MARGIN, TOP + 0.3, 4.2, 4.2)))
    picture.name = traces.QR
    describe(picture, t("deck-back-alt", address=story.address))


def general(slides: Slides) -> tuple[str, ...]:
    """Return what a speaker must know of the whole: the notes of the first slide."""
    return slides.story.slides[0].notes if slides.story.slides else ()
