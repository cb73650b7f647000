"""The order of a slide's shapes: in it they are read aloud, so it is the order in which the eye meets them."""

from typing import Any

from exports.deck.traces import QR, SOURCE, TRACE, texts

TITLE, BELOW, MARK, CONTENT, BESIDE, SOURCES, FOOTER, NUMBER = range(8)
MAPS = ("map", "close-up", "locator")
AT_THE_RIGHT = ("squares", "rest")
OF_KIND = {"title": TITLE, "ctrTitle": TITLE, "ftr": FOOTER, "sldNum": NUMBER}


def follow_the_eye(slide: Any) -> None:
    """Order the shapes: title, line below it, badge, what the slide shows from left to right, its sources, footer.

    Shapes of one place keep their order, in which they lie over one another.
    """
    tree, below = slide.shapes._spTree, texts(slide).get("below")
    has_map = any(shape.name in MAPS for shape in slide.shapes)
    ranked = sorted(slide.shapes, key=lambda shape: _rank(shape, below, has_map))
    for shape in ranked:
        tree.remove(shape._element)
        tree.append(shape._element)


def _rank(shape: Any, below: Any, has_map: bool) -> int:
    kind, first = _kind(shape), shape.name.split(" ")[0]
    if below is not None and shape.shape_id == below.shape_id:
        return BELOW
    if kind in OF_KIND:
        return OF_KIND[kind]
    if first in ("badge", TRACE, QR, SOURCE):  # the code stands left of its address
        return SOURCES if first == SOURCE else MARK
    # Beside a map lies its chart or table, whose place was there first.
    is_beside = has_map and kind in ("chart", "tbl")
    return BESIDE if is_beside or first in AT_THE_RIGHT else CONTENT


def _kind(shape: Any) -> str:
    """Return what kind of place a shape is or fills, "" for one of its own."""
    if getattr(shape, "has_chart", False):
        return "chart"
    if getattr(shape, "has_table", False):
        return "tbl"
    return str(shape.element.ph.get("type", "obj")) if shape.is_placeholder else ""
