"""A deck that people edited gets the further slides that its longer lists need.

A new slide is a copy of one of theirs with a table, so that it has their layout and typeface; what it says is written
into it like into every other (`update`). Slides that somebody took away do not come back.
"""

import copy
from collections.abc import Mapping
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn

from exports.deck import traces

Key = tuple[str, int]
DIVIDER, COVER = "appendix", "title"
FIRST = 1


def grow(theirs: Any, fresh: Mapping[Key, Any]) -> tuple[set[Key], list[tuple[int, Key]]]:
    """Add the slides that are new in `fresh` (slides of the deck as it is made now, by what they are, in order).

    Return which were added, and which had no slide to be a copy of, each with the place it would have had.
    """
    there = {found[0]: slide for slide in theirs.slides if (found := traces.read(slide))}
    wanted = _new(there, fresh)
    added: set[Key] = set()
    wanting: list[tuple[int, Key]] = []
    anchor = 0
    for key, slide in fresh.items():
        if key in there:
            anchor = _place(theirs, there[key])
        elif key in wanted:
            pattern = _pattern(there, key)
            if pattern is None:
                wanting.append((anchor + 2, key))
                continue
            there[key] = _copy(theirs, pattern, slide, key)
            anchor += 1
            _move(theirs, anchor)
            added.add(key)
    return added, wanting


def _new(there: Mapping[Key, Any], fresh: Mapping[Key, Any]) -> set[Key]:
    """Return what the deck was not made with: further slides of kinds that it has, and the divider before the first."""
    known: dict[str, int] = {}
    for (kind, _), slide in there.items():
        known[kind] = max(known.get(kind, 0), traces.made_with(slide))
    wanted = {key for key in fresh if key[0] in known and key[1] > known[key[0]]}
    divided = any(kind == DIVIDER for kind, _ in there) or any(_is_table(slide) and n > FIRST
                                                                for (_, n), slide in there.items())  # fmt: skip
    if wanted and not divided and (DIVIDER, FIRST) in fresh:
        wanted.add((DIVIDER, FIRST))
    return wanted


def _is_table(slide: Any) -> bool:
    return "table" in traces.parts(slide)


def _pattern(there: Mapping[Key, Any], key: Key) -> Any | None:
    """Return the slide to copy: the last of the same kind with a table, else any with one; for the divider the cover."""
    if key[0] == DIVIDER:
        return there.get((COVER, FIRST))
    tables = {other: slide for other, slide in there.items() if _is_table(slide)}
    own = [slide for other, slide in sorted(tables.items()) if other[0] == key[0]]
    return own[-1] if own else next(iter(tables.values()), None)


def _place(theirs: Any, slide: Any) -> int:
    return next(i for i, one in enumerate(theirs.slides) if one.slide_id == slide.slide_id)


def _copy(theirs: Any, pattern: Any, fresh: Any, key: Key) -> Any:
    """Return a new slide at the end of the deck, like the pattern but for what somebody else put on it."""
    made = theirs.slides.add_slide(pattern.slide_layout)
    for shape in list(made.shapes):
        shape._element.getparent().remove(shape._element)
    for shape in pattern.shapes:
        if shape.is_placeholder or shape.name.split(" ")[0] in (*traces.CARRIERS, *traces.OURS):
            made.shapes._spTree.append(copy.deepcopy(shape._element))
    _relink(pattern, made)
    table, new = traces.parts(made).get("table"), traces.parts(fresh).get("table")
    if table is not None and new is not None:  # a table of other columns, and as high rows as its texts need
        held = table._element.graphic.graphicData
        held.replace(held.tbl, copy.deepcopy(new._element.graphic.graphicData.tbl))
    if fresh.has_notes_slide:
        made.notes_slide.notes_text_frame.text = ""
    traces.mark(made, *key, traces.made_with(fresh))
    return made


def _relink(pattern: Any, made: Any) -> None:
    """Give the links of the copied texts a place in the new slide's own list of links."""
    for link in made.shapes._spTree.iter(qn("a:hlinkClick")):
        told = pattern.part.rels.get(link.get(qn("r:id")))
        if told is not None and told.is_external:
            own = made.part.relate_to(told.target_ref, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), own)


def _move(theirs: Any, place: int) -> None:
    """Move the last slide of a deck to a place."""
    listed = theirs.slides._sldIdLst
    last = listed[-1]
    listed.remove(last)
    listed.insert(place, last)
