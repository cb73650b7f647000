"""How wide the screen's typeface sets a text, and where a line of it may break."""

import re
from functools import cache, lru_cache
from pathlib import Path

import budoux
from PIL import ImageFont

FONTS = Path(__file__).resolve().parent / "fonts"
FAMILY = "IBM Plex Sans Thai"
SCALE = 100  # px the widths are measured at
THAI = re.compile("[\u0e01-\u0e5b]")
# Words of ours that a model of the language may cut, and numbers with what they count.
WHOLE = re.compile(
    "กลุ่มจังหวัด|ล้านบาท|จัดทำ|นวัตกรรม|ผู้แทน|วทน\\.|ปฏิบัติการ|ระยะที่[ \u00a0]\\d|\\d[\\d,.]*[ \u00a0](?:จาก|of)[ \u00a0]\\d+"
    "|\\d{1,2} [^\\s\\d]+ \\d{4}"
)


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    name = f"IBMPlexSansThai-{'SemiBold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(FONTS / name, SCALE, layout_engine=ImageFont.Layout.BASIC)


@cache
def _thai() -> budoux.Parser:
    return budoux.load_default_thai_parser()


@lru_cache(maxsize=8192)
def width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of a text on one line in px."""
    return float(_font(bold).getlength(text)) * size / SCALE


def pieces(text: str) -> list[str]:
    """Return a text cut where a line may end: after a space, between Thai phrases, never inside a word of ours."""
    cuts: set[int] = set()
    at = 0
    for word in re.findall(r"\S+\s*|\s+", text):
        parts = _thai().parse(word) if THAI.search(word) else [word]
        for part in parts:
            at += len(part)
            cuts.add(at)
    for found in WHOLE.finditer(text):
        cuts -= set(range(found.start() + 1, found.end()))
    ends = sorted(cuts | {len(text)})
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False) if end > start]


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
