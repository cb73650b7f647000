"""Refresh a deck that people have edited: what still says what we wrote gets today's numbers, their edits stay.

`refreshed` works on a copy. What somebody changed by hand is left alone and named; so is what the records cannot say
any more.
"""

import copy
import io
from dataclasses import dataclass, field
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData

from data.records import Records
from exports.deck import deck as maker
from exports.deck import traces
from exports.story import story
from locales import Reader

TOP_LEFT = ("off", "ext")


class NotOursError(ValueError):
    """A deck that does not say which question it answers."""


@dataclass
class Report:
    """What happened, each as (number of the slide, its title, name of the part)."""

    changed: list[tuple[int, str, str]] = field(default_factory=list)
    left_alone: list[tuple[int, str, str]] = field(default_factory=list)
    cannot: list[tuple[int, str, str]] = field(default_factory=list)
    same: int = 0


def refreshed(content: bytes, records: Records) -> tuple[bytes, Report]:
    """Return a copy of a deck with the numbers of these records, and what happened. Raises NotOursError, StoryError."""
    theirs = Presentation(io.BytesIO(content))
    asked = traces.origin(theirs)
    if asked is None:
        raise NotOursError
    reader = Reader(asked.lang, asked.era)
    told = story.build(records, asked.scope, asked.asof, reader, asked.evidence, since=asked.since)
    ours = Presentation(io.BytesIO(maker.render(told)))
    fresh = {found[0]: slide for slide in ours.slides if (found := traces.read(slide))}
    report = Report()
    for number, slide in enumerate(theirs.slides, start=1):
        found = traces.read(slide)
        if found is None:
            continue  # a cover, or a slide of their own
        title = slide.shapes.title.text_frame.text if slide.shapes.title is not None else ""
        _slide(slide, fresh.get(found[0]), found, (number, title), report)
    stream = io.BytesIO()
    theirs.save(stream)
    return stream.getvalue(), report


def _slide(slide: Any, fresh: Any | None, found: Any, where: tuple[int, str], report: Report) -> None:
    (kind, place), digests = found
    new = traces.parts(fresh) if fresh is not None else {}
    here = traces.parts(slide)
    kept: dict[str, str] = {}
    for name, written in digests.items():
        shape = here.get(name)
        if shape is None:
            report.left_alone.append((*where, name))  # somebody took it away
        elif traces.digest(traces.content(name, shape)) != written:
            report.left_alone.append((*where, name))
            kept[name] = written
        elif name not in new:
            report.cannot.append((*where, name))
            kept[name] = written
        elif traces.content(name, new[name]) == traces.content(name, shape):
            report.same += 1
        else:
            before = traces.digest(traces.content(name, shape))
            _renew(name, shape, new[name])
            after = traces.digest(traces.content(name, traces.parts(slide)[name]))
            if before != after:
                report.changed.append((*where, name))
            else:
                report.same += 1
    line: Any = traces.source_of(slide)
    traces.mark(slide, kind, place)
    for name, written in kept.items():  # what is theirs stays theirs the next time too
        key = name.replace(" ", "_")
        line.name = " ".join(
            f"{key}={written}" if one.startswith(f"{key}=") else one for one in line.name.split(" ")
        )


def _renew(name: str, shape: Any, new: Any) -> None:
    if name == "table":
        _rows(shape.table, new.table)
    elif name == "chart":
        _chart(shape.chart, new.chart)
    elif name in traces.GROUPS:
        _group(shape, new)
    else:
        _text(shape.text_frame, new.text_frame)


def _text(frame: Any, new: Any) -> None:
    """Write texts anew in the form that the paragraphs have: who set them smaller or bolder keeps that."""
    wanted = list(new.paragraphs)
    while len(frame.paragraphs) > len(wanted):
        frame.paragraphs[-1]._p.getparent().remove(frame.paragraphs[-1]._p)
    while len(frame.paragraphs) < len(wanted):
        frame.paragraphs[-1]._p.addnext(copy.deepcopy(frame.paragraphs[-1]._p))
    for paragraph, source in zip(frame.paragraphs, wanted, strict=True):
        runs = list(paragraph.runs)
        texts = [run.text for run in source.runs]
        if not runs:
            paragraph.text = "".join(texts)
            continue
        if len(runs) != len(texts):  # other stretches than before: all in the form of the first
            texts = ["".join(texts)]
        for run, text in zip(runs, texts, strict=False):
            run.text = text
        for run in runs[len(texts) :]:
            run._r.getparent().remove(run._r)


def _rows(table: Any, new: Any) -> None:
    """Write the cells anew; rows are added below, or taken away from the end."""
    while len(table.rows) > len(new.rows):
        table._tbl.remove(table._tbl.tr_lst[-1])
    while len(table.rows) < len(new.rows):
        table._tbl.append(copy.deepcopy(table._tbl.tr_lst[-1]))
    for i, row in enumerate(new.rows):
        for j, cell in enumerate(row.cells):
            if j < len(table.columns):
                _text(table.cell(i, j).text_frame, cell.text_frame)


def _chart(chart: Any, new: Any) -> None:
    """Give a chart the numbers of another; colours and labels stay as they are."""
    plot = new.plots[0]
    data = CategoryChartData()
    data.categories = [str(label) for label in plot.categories]
    for one in plot.series:
        data.add_series(one.name, tuple(one.values))
    chart.replace_data(data)


def _group(shape: Any, new: Any) -> None:
    """Put our drawing in the place, and at the size, that theirs has."""
    element = copy.deepcopy(new._element)
    for name in TOP_LEFT:
        old = shape._element.grpSpPr.xfrm.find(f"{{*}}{name}")
        own = element.grpSpPr.xfrm.find(f"{{*}}{name}")
        if old is not None and own is not None:
            own.attrib.update(old.attrib)
    shape._element.getparent().replace(shape._element, element)
