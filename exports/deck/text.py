"""Texts of a slide: runs in the reader's language, placeholders filled, boxes beside them."""

from collections.abc import Iterable
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Length, Pt

from exports.deck import fitting
from exports.deck.template import Box
from figures import sentences
from figures.tokens import LIGHT

SMALLER = (0.86, 0.75)  # a long title is set smaller before it is shortened
LANGUAGES = {"th": "th-TH", "en": "en-GB"}
MEANINGS = {"good": LIGHT.reached_text, "gap": LIGHT.missing_text, "mark": LIGHT.note_ink}
# Characters that XML cannot hold; a name with one of them would make a file that nothing opens.
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))


def clean(text: str) -> str:
    """Return a text that an XML file can hold."""
    return str(text).translate(_FORBIDDEN)


def put(frame: Any, paragraphs: Iterable[str], lang: str, size: float = 0) -> None:
    """Fill a text frame with marked paragraphs; their good and gap stretches are bold and coloured.

    size: in points where it is not the placeholder's own.
    """
    for i, marked in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        for run in sentences.runs(clean(marked)):
            said = add_run(paragraph, run.text, lang, size)
            if run.meaning:
                said.font.bold = True
                said.font.color.rgb = rgb(MEANINGS[run.meaning])


def add_run(
    paragraph: Any, text: str, lang: str, size: float = 0, bold: bool = False, colour: str = ""
) -> Any:
    """Add a run of text; what is not given comes from the placeholder and the theme."""
    run = paragraph.add_run()
    run.text = clean(text)
    run._r.get_or_add_rPr().set("lang", LANGUAGES[lang])
    if size:
        run.font.size = Pt(size)
        spacing = paragraph.line_spacing
        if spacing is None or spacing < Pt(size * fitting.LINE):
            paragraph.line_spacing = Pt(size * fitting.LINE)
    if bold:
        run.font.bold = True
    if colour:
        run.font.color.rgb = rgb(colour)
    return run


def rgb(colour: str) -> RGBColor:
    """Return a "#RRGGBB" colour as python-pptx wants it."""
    return RGBColor.from_string(colour.lstrip("#"))


def emu(box: Box) -> tuple[Length, Length, Length, Length]:
    """Return a box in the unit of the file."""
    x, y, width, height = (Inches(value) for value in box)
    return x, y, width, height


def text_box(
    shapes: Any, box: Box, text: str, lang: str, size: float, *, bold: bool = False, colour: str = "",
    centred: bool = False, name: str = "", middle: bool = False,
) -> Any:  # fmt: skip
    """Add a text box without inner margins; middle: text in the middle of its height."""
    shape = shapes.add_textbox(*emu(box))
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if middle else MSO_ANCHOR.TOP
    for i, line in enumerate(clean(text).split("\n")):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if centred else PP_ALIGN.LEFT
        add_run(paragraph, line, lang, size, bold, colour)
    if name:
        shape.name = name
    return shape


def describe(shape: Any, alt: str) -> None:
    """Give a shape, group, chart or table its alternative text."""
    found = shape._element.xpath(".//*[local-name()='cNvPr']")[0]
    found.set("descr", clean(alt))


def fitted_title(text: str, box: Box, size: float) -> tuple[str, float]:
    """Return a title and the size at which it fits its two lines; one that never does is said in full in the notes."""
    room = box.width * 72
    for share in (1, *SMALLER):
        if fitting.lines(text, size * share, room, bold=True) <= 2:
            return text, size * share
    return fitting.shortened(text, size * SMALLER[-1], room, 2, bold=True), size * SMALLER[-1]
