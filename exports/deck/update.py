"""Refresh a deck that people have edited: what still says what we wrote gets today's numbers, their edits stay.

`refreshed` works on a copy. What somebody changed by hand is left alone and named; so is what the records cannot say
any more.
"""

import copy
import io
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pptx import Presentation
from pptx.chart.data import CategoryChartData

from data.records import Records
from exports.deck import deck as maker
from exports.deck import growing, traces
from exports.deck.opening import presentation
from exports.story import story
from locales import Reader

TOP_LEFT = ("off", "ext")
BY_NEED = ("badge", "rest", "names")  # stand on a slide only where there is something to mark


class NotOursError(ValueError):
    """A deck that does not say which question it answers."""


@dataclass
class Report:
    """What happened, each as (number of the slide, its title, name of the part).

    added: slides that a longer list needs now. wanting: those that no slide of the deck could be the pattern of.
    unused: what the view behind the deck had chosen and no story takes, in words.
    """

    changed: list[tuple[int, str, str]] = field(default_factory=list)
    left_alone: list[tuple[int, str, str]] = field(default_factory=list)
    cannot: list[tuple[int, str, str]] = field(default_factory=list)
    added: list[tuple[int, str, str]] = field(default_factory=list)
    wanting: list[tuple[int, str, str]] = field(default_factory=list)
    same: int = 0
    unused: str = ""


def is_ours(content: bytes, progress: object = None) -> bool:
    """Say whether a deck says which question it answers; progress: not told of so short a work. Raises NotADeckError."""
    return traces.origin(presentation(content)) is not None


def refreshed(content: bytes, records: Records) -> tuple[bytes, Report]:
    """Return a copy of a deck with the numbers of these records, and what happened.

    Raises NotADeckError, NotOursError, StoryError.
    """
    theirs = presentation(content)
    asked = traces.origin(theirs)
    if asked is None:
        raise NotOursError
    reader = Reader(asked.lang, asked.era)
    address = _at_release(traces.way_back(theirs), records.release.partition(".")[0])
    told = story.build(
        records,
        asked.scope,
        asked.asof,
        reader,
        asked.evidence,
        since=asked.since,
        period=asked.period,
        address=address,
    )
    ours = Presentation(io.BytesIO(maker.render(told)))
    fresh = {found[0]: slide for slide in ours.slides if (found := traces.read(slide))}
    report = Report(unused=told.unused)
    grown, wanting = growing.grow(theirs, fresh)
    report.wanting = [(number, _title(fresh[key]), "table") for number, key in wanting]
    for number, slide in enumerate(theirs.slides, start=1):
        found = traces.read(slide)
        if found is None:
            continue  # a slide of their own
        own = Report() if found[0] in grown else report
        _slide(slide, fresh.get(found[0]), found, (number, _title(slide)), own)
        if found[0] in grown:
            report.added.append((number, _title(slide), "table"))
    stream = io.BytesIO()
    theirs.save(stream)
    return stream.getvalue(), report


def _title(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text) if slide.shapes.title is not None else ""


def _at_release(address: str, release: str) -> str:
    """Return the way back to a view with the release whose numbers the deck now has."""
    whole = urlsplit(address)
    query = parse_qsl(whole.query, keep_blank_values=True)
    named = [(name, release if name == "release" else value) for name, value in query]
    return urlunsplit(whole._replace(query=urlencode(named)))


def _slide(slide: Any, fresh: Any | None, found: Any, where: tuple[int, str], report: Report) -> None:
    (kind, place), digests = found
    new = traces.parts(fresh) if fresh is not None else {}
    here = traces.parts(slide)
    kept: dict[str, str] = {}
    for name, written in digests.items():
        shape = here.get(name)
        if shape is None:
            report.left_alone.append((*where, name))  # somebody took it away
        elif not traces.is_as_written(written, name, shape):
            report.left_alone.append((*where, name))
            kept[name] = written
        elif name in new:
            _part(name, shape, new[name], slide, where, report)
        elif name in BY_NEED and fresh is not None:
            shape._element.getparent().remove(shape._element)  # what it marked is not there any more
            report.changed.append((*where, name))
        else:
            report.cannot.append((*where, name))
            kept[name] = written
    for name in BY_NEED:
        if name in new and name not in digests and name not in here:
            slide.shapes._spTree.append(copy.deepcopy(new[name]._element))
            report.changed.append((*where, name))
    if kind == traces.BACK and fresh is not None and (*where, "body") in report.changed:
        _picture(slide, fresh)
    line: Any = traces.source_of(slide)
    traces.mark(slide, kind, place, traces.made_with(slide if fresh is None else fresh))
    for name, written in kept.items():  # what is theirs stays theirs the next time too
        key = name.replace(" ", "_")
        line.name = " ".join(
            f"{key}={written}" if one.startswith(f"{key}=") else one for one in line.name.split(" ")
        )


def _part(name: str, shape: Any, new: Any, slide: Any, where: tuple[int, str], report: Report) -> None:
    """Give one part that nobody edited what it says now."""
    before = traces.digest(traces.content(name, shape))
    if before != traces.digest(traces.content(name, new)):
        _renew(name, shape, new)
    if traces.digest(traces.content(name, traces.parts(slide)[name])) != before:
        report.changed.append((*where, name))
    else:
        report.same += 1


def _picture(slide: Any, fresh: Any) -> None:
    """Put the QR code of the new address in the place of the old one."""
    old, new = (
        next((shape for shape in one.shapes if shape.name.split(" ")[0] == traces.QR), None)
        for one in (slide, fresh)
    )
    if old is None or new is None:
        return
    _, part = slide.part.get_or_add_image_part(io.BytesIO(new.image.blob))
    old._element.blipFill.blip.rEmbed = part


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
        _runs(paragraph, list(source.runs))


def _runs(paragraph: Any, wanted: list[Any]) -> None:
    """Write a paragraph's stretches anew, each with its link; other stretches than before come in our own form."""
    runs = list(paragraph.runs)
    if not runs:
        paragraph.text = "".join(run.text for run in wanted)
        return
    if len(runs) != len(wanted):
        size = runs[0].font.size
        for run in wanted:
            runs[0]._r.addprevious(copy.deepcopy(run._r))
        for run in runs:
            run._r.getparent().remove(run._r)
        runs = list(paragraph.runs)
        for run in runs:
            _unlink(run)
            run.font.size = size
    for run, source in zip(runs, wanted, strict=True):
        run.text = source.text
        if run.hyperlink.address != source.hyperlink.address:
            run.hyperlink.address = source.hyperlink.address


def _unlink(run: Any) -> None:
    """Take away a link that points into another file's list of links."""
    properties = run._r.rPr
    if properties is not None and properties.hlinkClick is not None:
        properties.remove(properties.hlinkClick)


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
