"""Make the slide template: `python -m exports.deck.template` writes templates/sti.pptx, the same bytes every time.

python-pptx brings an empty presentation; its theme, master and layouts are replaced by our own, so that a deck has
real layouts and placeholders, and a colour or font changed in the master changes every slide.
"""

import io
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches

from exports.packages import settled
from figures.tokens import LIGHT

TARGET = Path(__file__).resolve().parents[1] / "templates" / "sti.pptx"
FONT = "Sarabun"
WIDTH, HEIGHT = 13.333, 7.5  # inches: 16:9
MARGIN = 0.6
FULL = WIDTH - 2 * MARGIN
TOP, BOTTOM = 1.98, 6.82  # of the content
TITLE_PT, SUBTITLE_PT, BODY_PT = 28, 16, 18
LINE = 1.3  # height of a line, as a share of its size: the same in whatever typeface takes the place of ours
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


class Box(NamedTuple):
    """A place on a slide, in inches."""

    x: float
    y: float
    width: float
    height: float


class Place(NamedTuple):
    """A placeholder of a layout. kind: title, ctrTitle, subTitle, body, chart, tbl, ftr or sldNum."""

    kind: str
    idx: int
    name: str
    box: Box
    size: int = BODY_PT
    columns: int = 1


TITLE = Place("title", 0, "Title", Box(MARGIN, 0.3, FULL, 1.1), TITLE_PT)
SUBTITLE = Place("body", 13, "Subtitle", Box(MARGIN, 1.49, FULL, 0.4), SUBTITLE_PT)
FOOTER = Place("ftr", 11, "Footer", Box(MARGIN, 7.08, FULL - 1, 0.3), 12)
NUMBER = Place("sldNum", 12, "Slide Number", Box(WIDTH - MARGIN - 0.9, 7.08, 0.9, 0.3), 12)
COMMON = (TITLE, SUBTITLE, FOOTER, NUMBER)
CONTENT = Box(MARGIN, TOP, FULL, BOTTOM - TOP)
MAP = Box(MARGIN, TOP, 5.2, BOTTOM - TOP)
BESIDE_MAP = Box(MARGIN + 5.4, TOP, FULL - 5.4, BOTTOM - TOP)
COVER_LINE = Box(MARGIN + 0.3, 4.36, 1.4, 0.03)
TEXT, CHART, TABLE = 14, 15, 16  # idx of the placeholders that hold content
STRIP = 0.62  # height of two lines of text above a table
BETWEEN_PT = 6  # between the paragraphs of a text

# The map as high as the slide, its title beside it.
BIG_MAP = Box(0.35, 0.25, 3.6, 6.5)
BIG_LEFT = 4.75
IN_THE_SEA = Box(2.65, 4.9, 2.0, 1.6)
BIG_TITLE = Place("title", 0, "Title", Box(BIG_LEFT, 0.3, WIDTH - MARGIN - BIG_LEFT, 1.1), TITLE_PT)
BIG_SUBTITLE = Place("body", 13, "Subtitle", Box(BIG_LEFT, 1.49, WIDTH - MARGIN - BIG_LEFT, 0.4), SUBTITLE_PT)
BESIDE_BIG_MAP = Box(BIG_LEFT, TOP, WIDTH - MARGIN - BIG_LEFT, BOTTOM - TOP)

LAYOUTS: dict[str, tuple[Place, ...]] = {
    "Cover": (
        Place("ctrTitle", 0, "Title", Box(MARGIN + 0.3, 1.5, FULL - 0.6, 1.9), 40),
        Place("subTitle", 1, "Subtitle", Box(MARGIN + 0.3, 3.5, FULL - 0.6, 0.8), 32),
        Place("body", TEXT, "Facts", Box(MARGIN + 0.3, 4.5, FULL - 0.6, 1.7), 20),
    ),
    "Numbers": (*COMMON, Place("body", TEXT, "Sentence", Box(MARGIN, TOP, FULL, 1.5), 24)),
    "Map and chart": (*COMMON, Place("chart", CHART, "Chart", BESIDE_MAP)),
    "Map and table": (*COMMON, Place("tbl", TABLE, "Table", BESIDE_MAP)),
    "Map": COMMON,
    "Big map": (BIG_TITLE, BIG_SUBTITLE, FOOTER, NUMBER),
    "Chart": (*COMMON, Place("chart", CHART, "Chart", CONTENT)),
    "Chart and text": (
        *COMMON,
        Place("chart", CHART, "Chart", Box(MARGIN, TOP, 8.3, BOTTOM - TOP)),
        Place("body", TEXT, "Text", Box(MARGIN + 8.6, TOP, FULL - 8.6, BOTTOM - TOP), 16),
    ),
    "Text and table": (
        *COMMON,
        Place("body", TEXT, "Text", Box(MARGIN, TOP, FULL, STRIP), 16, 2),
        Place("tbl", TABLE, "Table", Box(MARGIN, TOP + STRIP + 0.1, FULL, BOTTOM - TOP - STRIP - 0.1)),
    ),
    "Table": (*COMMON, Place("tbl", TABLE, "Table", CONTENT)),
    "Text": (*COMMON, Place("body", TEXT, "Text", CONTENT, 20)),
}
COLOURS = {
    "dk1": LIGHT.ink, "lt1": LIGHT.paper, "dk2": LIGHT.reached, "lt2": LIGHT.plain, "accent1": LIGHT.reached,
    "accent2": LIGHT.partly, "accent3": LIGHT.missing, "accent4": LIGHT.not_reported, "accent5": LIGHT.phases[1],
    "accent6": LIGHT.missing_text, "hlink": LIGHT.reached, "folHlink": LIGHT.muted,
}  # fmt: skip


def _theme(blob: bytes) -> bytes:
    """Return a theme with our colours and typeface, Thai and Latin alike."""
    root = etree.fromstring(blob)
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    root.set("name", "STI")
    for name, colour in COLOURS.items():
        slot = root.find(f".//{a}clrScheme/{a}{name}")
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, f"{a}srgbClr", val=colour[1:])
    for kind in ("majorFont", "minorFont"):
        font = root.find(f".//{a}{kind}")
        for old in list(font):
            font.remove(old)
        for script in ("latin", "ea", "cs"):
            etree.SubElement(font, f"{a}{script}", typeface="" if script == "ea" else FONT)
        etree.SubElement(font, f"{a}font", script="Thai", typeface=FONT)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _xfrm(box: Box) -> str:
    x, y, width, height = (int(Inches(v)) for v in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _placeholder(place: Place, number: int) -> str:
    """Return one placeholder as XML: where it is, and the size and weight of its text."""
    anchor = {"title": "b", "ctrTitle": "b", "ftr": "ctr", "sldNum": "ctr"}.get(place.kind, "t")
    bold = "1" if place.kind in ("title", "ctrTitle") else "0"
    tone = "tx1" if place.kind not in ("ftr", "sldNum") and place.idx != 13 else "folHlink"
    if place.kind == "subTitle":
        tone = "tx2"
    align = ' algn="r"' if place.kind == "sldNum" else ' algn="l"'
    before = BETWEEN_PT * 100 if place.idx == TEXT and place.columns == 1 else 0
    level = (
        f'<a:lvl1pPr marL="0" indent="0"{align}><a:lnSpc><a:spcPts val="{round(place.size * LINE * 100)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef><a:buNone/><a:defRPr sz="{place.size * 100}" b="{bold}">'
        f'<a:solidFill><a:schemeClr val="{tone}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    field = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
        if place.kind == "sldNum"
        else f"<a:r><a:rPr/><a:t>{place.name}</a:t></a:r>"
    )
    idx = f' idx="{place.idx}"' if place.idx else ""
    size = ' sz="quarter"' if place.kind not in ("title", "ctrTitle") else ""
    columns = f' numCol="{place.columns}" spcCol="182880"' if place.columns > 1 else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{place.name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{place.kind}"{size}{idx}/></p:nvPr></p:nvSpPr><p:spPr>{_xfrm(place.box)}</p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"{columns} anchor="{anchor}"><a:normAutofit/>'
        f"</a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{field}</a:p></p:txBody></p:sp>"
    )


def _bar(number: int, box: Box, colour: str, name: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _fill(tree: Any, places: tuple[Place, ...], bars: list[str]) -> None:
    for old in list(tree)[2:]:
        tree.remove(old)
    parts = [*bars, *(_placeholder(place, 20 + i) for i, place in enumerate(places))]
    for part in etree.fromstring(f"<x {NS}>{''.join(parts)}</x>"):
        tree.append(part)


def _retheme(part: Any) -> None:
    theme = part.part_related_by(RELATIONSHIP_TYPE.THEME)
    if hasattr(theme, "_element"):
        theme._element = etree.fromstring(_theme(theme.blob))
    else:
        theme._blob = _theme(theme.blob)


def _leave_out(relations: Any, *kinds: str) -> None:
    """Drop what python-pptx's own template carries along: thumbnail, printer settings, another program's name."""
    for number, relation in list(relations.items()):
        if relation.reltype.rsplit("/", 1)[-1] in kinds:
            relations.pop(number)


def build() -> bytes:
    """Return the template as bytes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(int(Inches(WIDTH))), Emu(int(Inches(HEIGHT)))
    deck.part._element.sldSz.attrib.pop("type", None)  # the empty presentation is 4:3 and says so
    master = deck.slide_masters[0]
    _retheme(master.part)
    body = Place("body", 1, "Text", CONTENT)
    line = _bar(10, Box(0, 0, WIDTH, 0.12), "accent1", "Line")
    _fill(master._element.cSld.spTree, (TITLE, body, FOOTER, NUMBER), [line])
    for spare in list(deck.slide_layouts)[len(LAYOUTS) :]:
        deck.slide_layouts.remove(spare)
    for layout, (name, places) in zip(deck.slide_layouts, LAYOUTS.items(), strict=True):
        layout.name = name
        layout._element.attrib.pop("type", None)
        layout._element.set("userDrawn", "1")
        side = [_bar(10, Box(MARGIN, 1.5, 0.08, 4.7), "accent1", "Line")] if name == "Cover" else []
        _fill(layout._element.cSld.spTree, places, side)
    _retheme(deck.notes_master.part)
    _leave_out(deck.part.rels, "printerSettings")
    _leave_out(deck.part.package._rels, "thumbnail", "extended-properties")
    deck.core_properties.title, deck.core_properties.author = "", ""
    stream = io.BytesIO()
    deck.save(stream)
    return settled(stream.getvalue())


if __name__ == "__main__":
    TARGET.write_bytes(build())
