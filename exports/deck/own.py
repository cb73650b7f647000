"""Somebody's own deck template: what one needs, and what a given one lacks, in words."""

from collections.abc import Sequence
from typing import Any

from pptx.util import Inches

from exports.deck.opening import MOST_FILE, NotADeckError, presentation
from exports.deck.template import HEIGHT, LAYOUTS, WIDTH, Place
from exports.media import TemplateError
from locales import Reader

SIZE = "13.333 × 7.5 in"
NEAR = 20_000  # EMU: programs round


def opened(content: bytes) -> Any:
    """Return somebody's template as an empty presentation. Raises TemplateError with all that is missing in it.

    It needs a slide of 13.333 by 7.5 inches and each layout of LAYOUTS under its name, with the placeholders of the same
    idx. What else it has (logos, colours, typefaces, more layouts, slides) is its own; slides are left out.
    """
    try:
        deck = presentation(content)
    except NotADeckError as error:
        raise TemplateError("pptx") from error
    missing = []
    wanted = (Inches(WIDTH), Inches(HEIGHT))
    if any(
        abs(a - b) > NEAR
        for a, b in zip((deck.slide_width or 0, deck.slide_height or 0), wanted, strict=True)
    ):
        missing.append(SIZE)
    layouts: dict[str, Any] = {layout.name: layout for layout in deck.slide_layouts}
    for name, places in LAYOUTS.items():
        if name not in layouts:
            missing.append(name)
            continue
        missing += [
            f"{name}: {place.name} (idx {place.idx})" for place in places if not _has(layouts[name], place)
        ]
    if missing:
        raise TemplateError(*missing)
    slides = deck.slides._sldIdLst
    for one in list(slides):
        deck.part.drop_rel(one.rId)
        slides.remove(one)
    return deck


def lacking(content: bytes, progress: object = None) -> tuple[str, ...]:
    """Return what a template lacks as `TemplateError.missing` has it, () for one that can be used.

    progress: taken from whoever examines files, and not told of so short a work.
    """
    try:
        opened(content)
    except TemplateError as error:
        return error.missing
    return ()


def words(missing: Sequence[str], reader: Reader) -> list[str]:
    """Return what a template lacks in the reader's language, each thing as its program calls it."""
    said = []
    for one in missing:
        layout, _, place = one.partition(": ")
        if one == "pptx":
            said.append(reader.t("template-no-pptx", most=MOST_FILE // 2**20))
        elif one == SIZE:
            said.append(reader.t("template-size", size=SIZE))
        elif layout not in LAYOUTS:
            said.append(one)
        elif place:
            said.append(reader.t("template-place", layout=layout, place=place))
        else:
            said.append(reader.t("template-layout", layout=layout))
    return said


def _has(layout: Any, wanted: Place) -> bool:
    """Say whether a layout has a placeholder; a chart or table goes only into one that is for it."""
    kinds = [
        shape.element.ph.get("type", "obj")
        for shape in layout.placeholders
        if shape.placeholder_format.idx == wanted.idx
    ]
    if wanted.kind in ("chart", "tbl", "ftr", "sldNum"):
        return wanted.kind in kinds
    return bool(kinds) and not {"chart", "tbl", "pic"} & set(kinds)
