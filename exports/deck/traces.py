"""What a deck remembers of itself, so that it can be refreshed after people and other programs have worked on it.

Each slide says in the name of its source line (a cover: of the line below its title, the last slide: of its QR code)
which slide of the story it is and, in short digests, what stood in each of its parts: names of shapes outlive
PowerPoint and LibreOffice, alternative texts and layouts do not. A part that no longer has its digest was edited.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from exports.story.parts import Story

SOURCE, TRACE, QR = "source", "trace", "qr"
CARRIERS = (SOURCE, TRACE, QR)  # first word of the name of the shape that carries what a slide says of itself
DIGITS = 6
OF = "of="  # before the number of slides of a kind that the deck was made with
BACK = "back"  # the slide with the way back
OTHERS = (
    "title",
    "ctrTitle",
    "ftr",
    "sldNum",
    "dt",
    "chart",
    "tbl",
    "pic",
)  # placeholders that hold no text of ours
TEXTS = ("below", "body")  # names of those that do, in their order
OURS = ("badge", "rest")  # names of what we draw beside the places of a layout, drawings and figures apart
GROUPS = ("map", "names", "close-up", "locator", "legend", "squares")


class Origin(NamedTuple):
    """The question that a deck answers."""

    scope: str
    asof: date
    lang: str
    era: str
    evidence: str
    since: date
    period: bool = False


def origin_words(story: Story) -> str:
    """Return the question of a story for the file's properties."""
    reader = story.reader
    return (
        f"sti {story.scope} {story.asof.isoformat()} {reader.lang} {reader.era} {story.evidence} "
        f"{story.since.isoformat()}{' period' if story.period else ''}"
    )


def origin(deck: Any) -> Origin | None:
    """Return the question that an opened deck answers; None for a deck that is not one of ours."""
    found = re.fullmatch(
        r"sti (\S+) (\S+) (th|en) (be|ce) (\w+) (\S+)( period)?", deck.core_properties.keywords or ""
    )
    if not found:
        return None
    scope, asof, lang, era, evidence, since, period = found.groups()
    try:
        return Origin(
            scope, date.fromisoformat(asof), lang, era, evidence, date.fromisoformat(since), bool(period)
        )
    except ValueError:  # written by somebody else
        return None


def way_back(deck: Any) -> str:
    """Return the address on a deck's last slide, "" where there is none any more."""
    for slide in deck.slides:
        found = read(slide)
        if found is not None and found[0][0] == BACK:
            for part in texts(slide).values():
                runs = [run for paragraph in part.text_frame.paragraphs for run in paragraph.runs]
                links = [run.hyperlink.address for run in runs if run.hyperlink.address]
                if links:
                    return str(links[0])
    return ""


def texts(slide: Any) -> dict[str, Any]:
    """Return the text placeholders below the title: below, body. Only their order outlives other programs."""
    held = [
        shape
        for shape in slide.placeholders
        if shape.has_text_frame and shape.element.ph.get("type", "obj") not in OTHERS
    ]
    return dict(zip(TEXTS, held, strict=False))


def parts(slide: Any) -> dict[str, Any]:
    """Return the parts of a slide that come from the records, by what they are.

    title, below, body, footer, notes, source, rest, badge, key X, table, chart, and the groups of GROUPS.
    """
    found: dict[str, Any] = {}
    if slide.shapes.title is not None:
        found["title"] = slide.shapes.title
    found |= texts(slide)
    for shape in slide.shapes:
        if getattr(shape, "has_table", False) and shape.has_table:
            found.setdefault("table", shape)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            found.setdefault("chart", shape)
        elif shape.is_placeholder and shape.element.ph.get("type") == "ftr":
            found.setdefault("footer", shape)
        elif shape.name.startswith("key ") or shape.name in ("badge", "rest", *GROUPS):
            found.setdefault(shape.name, shape)
        elif shape.name.split(" ")[0] == SOURCE:
            found.setdefault(SOURCE, shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        found["notes"] = _Notes(slide.notes_slide.notes_text_frame)
    return found


class _Notes(NamedTuple):
    """The notes of a slide, as a part like any other."""

    text_frame: Any


def content(name: str, shape: Any) -> str:
    """Return what a part says, so that the same words in another layout are the same."""
    if name == "table":
        return "|".join(cell.text_frame.text for row in shape.table.rows for cell in row.cells)
    if name == "chart":
        plot = shape.chart.plots[0]
        series = [
            f"{one.name}:{','.join('' if v is None else f'{v:.4f}' for v in one.values)}"
            for one in plot.series
        ]
        return "|".join([*(str(label) for label in plot.categories), *series])
    if name in GROUPS:
        return "|".join(f"{one.text_frame.text}{_fill(one)}" for one in _leaves(shape) if one.has_text_frame)
    return str(shape.text_frame.text)


def _leaves(group: Any) -> Iterator[Any]:
    for shape in group.shapes:
        if hasattr(shape, "shapes"):
            yield from _leaves(shape)
        else:
            yield shape


def _fill(shape: Any) -> str:
    colours = shape._element.spPr.xpath("./a:solidFill/a:srgbClr/@val")
    return f" {colours[0].upper()}" if colours else ""


def digest(text: str) -> str:
    """Return a digest of a text without its blanks; so short that a slide's name stays within 255 letters."""
    return hashlib.sha256(re.sub(r"[\s\x0b]+", "", text).encode()).hexdigest()[:DIGITS]


def is_as_written(written: str, name: str, shape: Any) -> bool:
    """Say whether a part still says what we wrote; earlier decks carry longer digests."""
    return digest(content(name, shape)) == written[:DIGITS]


def mark(slide: Any, kind: str, number: int, of: int) -> None:
    """Write into a slide which slide of the story it is, of how many of its kind, and what stands in its parts."""
    line = source_of(slide)
    if line is not None:
        said = [
            f"{name.replace(' ', '_')}={digest(content(name, part))}" for name, part in parts(slide).items()
        ]
        line.name = " ".join([line.name.split(" ")[0], kind, str(number), f"{OF}{of}", *said])


def source_of(slide: Any) -> Any | None:
    """Return the shape of a slide whose name carries what it says, None where there is none."""
    return next((shape for shape in slide.shapes if shape.name.split(" ")[0] in CARRIERS), None)


def read(slide: Any) -> tuple[tuple[str, int], dict[str, str]] | None:
    """Return which slide of the story a slide is, and the digests of its parts; None where nobody wrote it down."""
    line = source_of(slide)
    said = line.name.split(" ") if line is not None else []
    if len(said) < 3 or not said[2].isdigit():
        return None
    digests = dict(one.split("=", 1) for one in said[3:] if "=" in one and not one.startswith(OF))
    return (said[1], int(said[2])), {name.replace("_", " "): value for name, value in digests.items()}


def made_with(slide: Any) -> int:
    """Return how many slides of its kind the deck had when this one was written; earlier decks know no more than its own
    number. 0 for a slide of somebody else."""
    line, found = source_of(slide), read(slide)
    if line is None or found is None:
        return 0
    told = [one.removeprefix(OF) for one in line.name.split(" ")[3:] if one.startswith(OF)]
    return int(told[0]) if told and told[0].isdigit() else found[0][1]
