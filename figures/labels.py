"""Where labels of dots on a line can stand, so that no two of them and no leader collide.

A label hangs below its dot on a leader, in a row; its text starts at the leader, or ends there near the
right edge. Texts are measured with the advance widths of IBM Plex Sans Thai, the face on screen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Literal

from locales.phrases import pieces

Anchor = Literal["start", "end"]

# Advance widths in hundredths of the type size; marks above and below a consonant take no room.
_ZERO = dict.fromkeys(
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e", 0
)
_NARROW = dict.fromkeys("เโใไๅ .,'!:;ijlftrI()-/|·", 36) | dict.fromkeys("ะาำ", 47) | {" ": 24}
_WIDE = dict.fromkeys("ฌญณฒ๒๓๗mwMW@%—", 95) | dict.fromkeys("ผฝพฟAGHNOQUTDKVCXY&", 71)
_WIDTHS = _ZERO | _NARROW | _WIDE
_USUAL = 62
_BOLD = 1.04
PAD = 4  # px between a leader and its text, and free at the other end
GAP = 2  # px between two labels in a row, besides their PADs
MOST_TURNS = 16  # tries to improve a placement; more gain little and cost time


@dataclass(frozen=True)
class Label:
    """A label to place: x of its dot in px, width of its text in px."""

    x: float
    width: float


@dataclass(frozen=True)
class Place:
    """Where a label stands: row (0 is next to the dots) and whether its text starts or ends at x."""

    row: int
    anchor: Anchor


@dataclass(frozen=True)
class Box:
    """The px that a placed label takes in its row."""

    left: float
    right: float
    row: int
    x: float


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width in px of a text in the screen face, rounded up rather than down."""
    hundredths = sum(_WIDTHS.get(letter, _USUAL) for letter in text)
    return hundredths * size / 100 * (_BOLD if bold else 1)


def plain(text: str) -> str:
    """Return what a record says as a plot takes it: plots read a few tags of HTML and would take it for them."""
    return escape(text, quote=False)


def shorten(text: str, letters: int = 28) -> str:
    """Return a text of at most `letters` visible letters, cut with an ellipsis where a line might end.

    Only a word that is longer than half of that is cut itself, its marks left on their letters.
    """
    seen = 0
    for i, letter in enumerate(text):
        seen += letter not in _ZERO
        if seen > letters:
            return _cut(text, i, letters) + "…"
    return text


def _cut(text: str, most: int, letters: int) -> str:
    ends = list(accumulate(len(piece) for piece in pieces(text)))
    fitting = max((end for end in ends if end <= most), default=0)
    return text[: fitting if fitting > letters / 2 else most].rstrip(" ·-–(,:/")


def box(label: Label, place: Place) -> Box:
    """Return the px a label takes when it stands at a place."""
    left = label.x if place.anchor == "start" else label.x - label.width - 2 * PAD
    return Box(left, left + label.width + 2 * PAD, place.row, label.x)


def collide(one: Box, other: Box) -> bool:
    """Say whether two labels are in each other's way: text on text, or a leader through a text."""
    if one.row == other.row:
        return one.left < other.right + GAP and other.left < one.right + GAP
    deep, shallow = (one, other) if one.row > other.row else (other, one)
    return shallow.left < deep.x < shallow.right


def anchors(labels: Sequence[Label], width: float, turned: frozenset[int] = frozenset()) -> list[Anchor]:
    """Return the side of each label's leader that its text stands on.

    A text starts at its leader unless it would leave the card on the right, or is in `turned`. A text
    that starts before a leader of an ending one and runs across it ends at its own leader too: otherwise
    that leader could go nowhere.
    """
    found: list[Anchor] = ["start"] * len(labels)
    leaders: list[float] = []
    for i in sorted(range(len(labels)), key=lambda i: -labels[i].x):
        left, right = labels[i].x, labels[i].x + labels[i].width + 2 * PAD
        crossed = i in turned or right > width or any(left < x < right for x in leaders)
        if crossed and labels[i].x - labels[i].width - 2 * PAD >= 0:
            found[i] = "end"
            leaders.append(labels[i].x)
    return found


def place(labels: Sequence[Label], width: float, rows: int | None = None) -> list[Place | None]:
    """Return a place for each label, in its order; None for one that finds no room in `rows` rows.

    With rows=None every label finds a row: where a card is too narrow for that, the last resort is a row of
    its own at the bottom, with a leader that passes behind a text. Texts are turned to the other side of
    their leader, one after the other from the left, wherever that drops fewer labels or needs fewer rows.
    """
    turned: frozenset[int] = frozenset()
    best = _place(labels, anchors(labels, width, turned), rows)
    for i in sorted(range(len(labels)), key=lambda i: labels[i].x)[:MOST_TURNS]:
        if _cost(best) <= (0, 0, 0):
            break
        tried = _place(labels, anchors(labels, width, turned | {i}), rows)
        if _cost(tried) < _cost(best):
            best, turned = tried, turned | {i}
    return best if rows is not None else _complete(best, anchors(labels, width, turned))


def _complete(places: list[Place | None], sides: Sequence[Anchor]) -> list[Place | None]:
    """Give each label that found no row the next one below all others."""
    bottom = max((place.row for place in places if place is not None), default=-1)
    complete: list[Place | None] = []
    for place, side in zip(places, sides, strict=True):
        bottom += place is None
        complete.append(place or Place(bottom, side))
    return complete


def _cost(places: Sequence[Place | None]) -> tuple[int, int, int]:
    rows = [place.row for place in places if place is not None]
    return len(places) - len(rows), max(rows, default=0), sum(rows)


def _place(labels: Sequence[Label], sides: Sequence[Anchor], rows: int | None) -> list[Place | None]:
    """Place starting texts from right to left, ending ones from left to right, each in the nearest free row.

    In this order a leader only ever passes texts that lie beyond it.
    """
    starts = sorted((i for i, side in enumerate(sides) if side == "start"), key=lambda i: -labels[i].x)
    ends = sorted((i for i, side in enumerate(sides) if side == "end"), key=lambda i: labels[i].x)
    taken: list[Box] = []
    found: list[Place | None] = [None] * len(labels)
    for i in starts + ends:
        for row in range(len(labels) if rows is None else rows):
            here = box(labels[i], Place(row, sides[i]))
            if not any(collide(here, other) for other in taken):
                taken.append(here)
                found[i] = Place(row, sides[i])
                break
    return found
