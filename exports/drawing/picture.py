"""A figure in its frame, as a picture that can leave the screen alone: finding, day, legend, plot, mark, source, release.

SVG holds its texts as text and the screen's typeface inside; PNG is drawn from that very SVG, without a browser.
"""

import re
from functools import cache
from html import escape

import typst

from exports.drawing import svg as plots
from exports.drawing.elements import tag, text
from exports.drawing.framing import Framing, Kind, Shape, cited, file_name
from exports.drawing.layout import KEY, LEGEND, Page, Place, label, page_of, scale_of
from exports.drawing.lettering import FAMILY, FONTS
from exports.page.bundle import font_faces
from figures.figure import Figure, LegendItem
from figures.tokens import Tokens, tokens
from locales import Reader

__all__ = ["Framing", "Kind", "Shape", "cited", "file_name", "page_of", "png", "svg"]
DENSITY = 2  # px of a PNG for each px of the layout
_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
POINTS = 72  # of an inch: one px of the layout is one point of the page
_PAPER = b"""#let size(name) = float(sys.inputs.at(name)) * 1pt
#set page(width: size("width"), height: size("height"), margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%)"""


def svg(figure: Figure, framing: Framing, *, fonts: bool = True) -> str:
    """Return the framed figure as an SVG document.

    fonts: put the screen's typeface inside, so that it looks the same wherever it is opened. Raises UnknownMarkError
    for a plot that has no drawing.
    """
    return _drawn(figure, framing, page_of(figure, framing), fonts)


def png(figure: Figure, framing: Framing, scale: float = DENSITY) -> bytes:
    """Return the framed figure as a PNG of `scale` px for each px of its layout. Raises UnknownMarkError."""
    page = page_of(figure, framing)
    made = typst.compile(
        _PAPER,
        font_paths=_fonts(),
        format="png",
        ppi=POINTS * scale,
        sys_inputs={
            "svg": _shapable(_drawn(figure, framing, page, fonts=False)),
            "width": f"{page.width}",
            "height": f"{page.height}",
        },
    )
    if not isinstance(made, bytes):
        raise TypeError(f"expected one page, got {type(made).__name__}")
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _shapable(drawing: str) -> str:
    """Return a drawing whose sara am is written as the two signs it is drawn with: the renderer stacks them else."""
    return _SARA_AM.sub("\u0e4d\\1\u0e32", drawing)


def _drawn(figure: Figure, framing: Framing, page: Page, fonts: bool) -> str:
    sheet, reader = tokens(framing.reader), framing.reader
    parts = [
        f"<title>{escape(figure.title)}</title><desc>{escape(figure.alt)}</desc>",
        f"<style>{font_faces()}</style>" if fonts else "",
        tag("rect", width=page.width, height=page.height, fill=sheet.paper),
        _plot(figure, page),
        *(_line(place, sheet) for place in page.texts),
        _badge(page, sheet),
        *(_entry(item, x, y, reader, sheet) for item, x, y in page.legend),
        tag("line", x1=56, x2=page.width - 56, y1=page.rule, y2=page.rule, stroke=sheet.rule),
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width} {page.height}" width="{page.width}" '
        f'height="{page.height}" font-family="{FAMILY}, sans-serif" fill="{sheet.ink}" role="img" '
        f'xml:lang="{reader.lang}">{"".join(parts)}</svg>'
    )


def _plot(figure: Figure, page: Page) -> str:
    """Return the plot, enlarged as a whole so that its letters grow with it."""
    x, y, width, height = page.plot
    scale, across = scale_of(figure, width, height)
    own = height / scale
    if not figure.plot.layout.height or own > figure.plot.layout.height:
        own = float(figure.plot.layout.height or 400)
    drawn = plots.of_figure(figure, across, own, f"{FAMILY}, sans-serif")
    place = f'x="{x:g}" y="{y:g}" width="{across * scale:g}" height="{own * scale:g}"'
    return drawn.replace("<svg ", f"<svg {place} ", 1)


def _line(place: Place, sheet: Tokens) -> str:
    colour = sheet.ink if place.role == "title" else sheet.muted
    weight = 600 if place.role == "title" else None
    return text(
        escape(place.text, quote=False), place.x, place.y, anchor=place.anchor, size=place.size, colour=colour, weight=weight
    )  # fmt: skip


def _badge(page: Page, sheet: Tokens) -> str:
    if page.badge is None:
        return ""
    said, x, middle, width, warns = page.badge
    if not warns:
        return text(escape(said), x, middle, size=19, colour=sheet.muted)
    pill = tag("rect", x=x, y=middle - 17, width=width, height=34, rx=17, fill=sheet.note_paper)
    return pill + text(escape(said), x + 14, middle, size=19, colour=sheet.note_ink, weight=600)


def _entry(item: LegendItem, x: float, middle: float, reader: Reader, sheet: Tokens) -> str:
    mark = plots.swatch(item.colour, item.line, item.pattern, item.mark, KEY)
    place = f'x="{x:g}" y="{middle - KEY / 2:g}"'
    said = text(escape(label(item, reader)), x + KEY + 9, middle, size=LEGEND, colour=sheet.ink)
    return mark.replace("<svg ", f"<svg {place} ", 1) + said
