"""How much room a text takes in the deck's typeface, so that nothing on a slide is cut or overlaps.

PowerPoint breaks lines itself; here only the number of lines is foreseen, a little on the safe side.
"""

from functools import cache, lru_cache
from math import ceil
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).resolve().parents[1] / "fonts" / "source"
SCALE = 100  # px the widths are measured at
LINE = 1.3  # height of a line of Sarabun, as a share of its size
# Another typeface takes the place of Sarabun where it is not installed: the usual ones are wider, bold ones most.
SPARE, SPARE_BOLD = 1.15, 1.28
SLACK = 1.08  # lines are not filled to the last point: words are not cut


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    style = "Bold" if bold else "Regular"
    return ImageFont.truetype(FONTS / f"Sarabun-{style}.ttf", SCALE, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=16384)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text on one line, in points, with room for another typeface in Sarabun's place."""
    return float(_font(bold).getlength(text)) * size / SCALE * (SPARE_BOLD if bold else SPARE)


def lines(text: str, size: float, room: float, bold: bool = False) -> int:
    """Return how many lines a text needs in `room` points; a line break in the text starts a new one."""
    return sum(max(1, ceil(width(part, size, bold) * SLACK / room)) for part in text.split("\n"))


def height(text: str, size: float, room: float, bold: bool = False) -> float:
    """Return the height of a text in points."""
    return lines(text, size, room, bold) * size * LINE


def shortened(text: str, size: float, room: float, most: int, bold: bool = False) -> str:
    """Return a text that needs no more than `most` lines; a longer one ends in "…", never inside a syllable."""
    if lines(text, size, room, bold) <= most:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = lines(text[:middle] + "…", size, room, bold) <= most
        low, high = (middle, high) if fits else (low, middle - 1)
    while low and _is_mark(text[low : low + 1]):
        low -= 1
    return text[:low].rstrip() + "…"


def _is_mark(letter: str) -> bool:
    return letter != "" and (
        letter == "\u0e31" or "\u0e34" <= letter <= "\u0e3a" or "\u0e47" <= letter <= "\u0e4e"
    )
