"""How wide the screen's typeface sets a text, and where a line of it may break."""

from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

from locales.phrases import pieces

FONTS = Path(__file__).resolve().parent / "fonts"
FAMILY = "IBM Plex Sans Thai"
SCALE = 100  # px the widths are measured at


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    name = f"IBMPlexSansThai-{'SemiBold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(FONTS / name, SCALE, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text on one line in px."""
    return float(_font(bold).getlength(text)) * size / SCALE


@lru_cache(maxsize=4096)
def lines(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of a text in `room` px; one piece that is wider than a line has a line of its own."""
    made, line = [], ""
    for piece in pieces(text):
        if line and width((line + piece).rstrip(), size, bold) > room:
            made.append(line.rstrip())
            line = piece
        else:
            line += piece
    return (*made, line.rstrip()) if line.strip() or not made else tuple(made)
