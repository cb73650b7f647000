"""What a deck remembers of itself, so that it can be refreshed after people and other programs have worked on it.

Each slide says in the name of its source line which slide of the story it is and, in short digests, what stood in each
of its parts: names of shapes outlive PowerPoint and LibreOffice, alternative texts and layouts do not. A part that no
longer has its digest was edited by somebody.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from exports.story.parts import Story

SOURCE = "source"
GROUPS = ("map", "close-up", "locator", "legend", "squares")


class Origin(NamedTuple):
    """The question that a deck answers."""

    scope: str
    asof: date
    lang: str
    era: str
    evidence: str
    since: date


def origin_words(story: Story) -> str:
    """Return the question of a story for the file's properties."""
    reader = story.reader
    return (
        f"sti {story.scope} {story.asof.isoformat()} {reader.lang} {reader.era} {story.evidence} "
        f"{story.since.isoformat()}"
    )


def origin(deck: Any) -> Origin | None:
    """Return the question that an opened deck answers; None for a deck that is not one of ours."""
    found = re.fullmatch(r"sti (\S+) (\S+) (th|en) (be|ce) (\w+) (\S+)", deck.core_properties.keywords or "")
    if not found:
        return None
    scope, asof, lang, era, evidence, since = found.groups()
    return Origin(scope, date.fromisoformat(asof), lang, era, evidence, date.fromisoformat(since))


def parts(slide: Any) -> dict[str, Any]:
    """Return the parts of a slide that come from the records, by what they are: title, key X, table, chart, badge, groups."""
    found: dict[str, Any] = {}
    if slide.shapes.title is not None:
        found["title"] = slide.shapes.title
    for shape in slide.shapes:
        if getattr(shape, "has_table", False) and shape.has_table:
            found.setdefault("table", shape)
        elif getattr(shape, "has_chart", False) and shape.has_chart:
            found.setdefault("chart", shape)
        elif shape.name.startswith("key ") or shape.name == "badge" or shape.name in GROUPS:
            found.setdefault(shape.name, shape)
    return found


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
    """Return a short digest of a text without its blanks."""
    return hashlib.sha256(re.sub(r"[\s\x0b]+", "", text).encode()).hexdigest()[:8]


def mark(slide: Any, kind: str, number: int) -> None:
    """Write into a slide which slide of the story it is and what stands in its parts."""
    line = source_of(slide)
    if line is not None:
        said = [
            f"{name.replace(' ', '_')}={digest(content(name, part))}" for name, part in parts(slide).items()
        ]
        line.name = " ".join([SOURCE, kind, str(number), *said])


def source_of(slide: Any) -> Any | None:
    """Return the source line of a slide, None where there is none."""
    return next((shape for shape in slide.shapes if shape.name.split(" ")[0] == SOURCE), None)


def read(slide: Any) -> tuple[tuple[str, int], dict[str, str]] | None:
    """Return which slide of the story a slide is, and the digests of its parts; None where nobody wrote it down."""
    line = source_of(slide)
    said = line.name.split(" ") if line is not None else []
    if len(said) < 3 or not said[2].isdigit():
        return None
    digests = dict(one.split("=", 1) for one in said[3:] if "=" in one)
    return (said[1], int(said[2])), {name.replace("_", " "): value for name, value in digests.items()}
