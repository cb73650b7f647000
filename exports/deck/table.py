"""A story's table as native tables: as many rows on a slide as have room, the rest on the next."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
from lxml import etree
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Pt

from exports.deck import fitting
from exports.deck.text import LANGUAGES, clean, describe
from exports.story.parts import Table
from locales import Reader

STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # no style, no grid: the lines are our own
MOST_LINES, HEAD_LINES = 7, 4
LONG = 24  # letters: a longer word may be broken
SIDE, ABOVE = 0.07, 0.035  # margins of a cell in inches


class Page(NamedTuple):
    """The rows of one slide: texts that fit their cells, and the height of each in inches; the first is the head."""

    cells: list[list[str]]
    heights: list[float]


def pages(
    table: Table, widths: Sequence[float], size: float, rooms: Sequence[float]
) -> tuple[list[Page], int]:
    """Return the rows dealt out to slides, and how many rows no slide has room for.

    widths: of the columns in inches. rooms: height of the table on each slide that may be used.
    """
    head = _fit(list(table.text.columns), widths, size, HEAD_LINES, bold=True)
    dealt: list[Page] = []
    rows = [
        _fit(list(row), widths, size, MOST_LINES) for row in table.text.itertuples(index=False, name=None)
    ]
    at = 0
    for room in rooms:
        page = Page([head[0]], [head[1]])
        while at < len(rows) and sum(page.heights) + rows[at][1] <= room:
            page.cells.append(rows[at][0])
            page.heights.append(rows[at][1])
            at += 1
        if len(page.cells) > 1:
            dealt.append(page)
        if at == len(rows):
            break
    return dealt, len(rows) - at


def evenly(table: Table, widths: Sequence[float], size: float, room: float) -> list[Page]:
    """Return every row dealt out to as few slides as hold them, about as many to each: no slide has a row or two."""
    count = len(pages(table, widths, size, [room] * (len(table.text) + 1))[0])
    dealt, _ = pages(table, widths, size, [room] * count)
    most, step = room, room / 40
    while count > 1 and most > room / 2:  # lower slides as long as no further one is needed
        tried, left = pages(table, widths, size, [most - step] * count)
        if left:
            break
        dealt, most = tried, most - step
    return dealt


def largest(table: Table, width: float, room: float, sizes: Sequence[float]) -> tuple[float, list[float]]:
    """Return the largest size at which the whole table has room on one slide, else the last of the sizes, and the
    widths of the columns at that size."""
    for size in sizes:
        widths = columns(table, width, size)
        if not pages(table, widths, size, [room])[1]:
            break
    return size, widths


def _fit(
    cells: Sequence[str], widths: Sequence[float], size: float, most: int, bold: bool = False
) -> tuple[list[str], float]:
    rooms = [(width - 2 * SIDE) * 72 for width in widths]
    texts = [
        fitting.shortened(_line(text), size, room, most, bold)
        for text, room in zip(cells, rooms, strict=True)
    ]
    count = max(fitting.lines(text, size, room, bold) for text, room in zip(texts, rooms, strict=True))
    return texts, count * size * fitting.LINE / 72 + 2 * ABOVE


def _line(text: Any) -> str:
    """Return a cell's text on one line."""
    blank = text is None or (not isinstance(text, str) and pd.isna(text))
    return "" if blank else " ".join(clean(str(text)).split())


def columns(table: Table, width: float, size: float) -> list[float]:
    """Return the width of each column in inches: its share, but no less than its longest word needs."""
    shares = table.widths or tuple(1.0 for _ in table.text.columns)
    least = [_least(table, name, size) for name in table.text.columns]
    wide = dict(enumerate(shares))
    given: dict[int, float] = {}
    while wide:  # columns whose share is too small take what they need; the others share the rest
        rest, whole = width - sum(given.values()), sum(wide.values())
        short = [i for i, share in wide.items() if rest * share / whole < least[i]]
        if not short or len(short) == len(wide):
            return [given.get(i, rest * shares[i] / whole) for i in range(len(shares))]
        for i in short:
            given[i] = least[i]
            del wide[i]
    return list(given.values())


def _least(table: Table, name: str, size: float) -> float:
    """Return the width that the longest unbreakable word of a column needs; Thai breaks inside, at words."""
    words = {(word, True) for word in str(name).split()}
    words |= {(word, False) for text in table.text[name] for word in _line(text).split()}
    names = name == table.text.columns[0]  # the first column holds names, which are not broken in Thai either
    whole = [word for word in words if (word[0].isascii() or names) and len(word[0]) < LONG]
    return (
        max((fitting.width(word, size, bold) for word, bold in whole), default=0) * fitting.SLACK / 72
        + 2 * SIDE
    )


def insert(
    placeholder: Any, page: Page, table: Table, widths: Sequence[float], size: float, reader: Reader
) -> Any:
    """Put one page of a table into its placeholder: a head row, light lines, numbers to the right."""
    frame = placeholder.insert_table(rows=len(page.cells), cols=len(widths))
    made = frame.table
    made._tbl.tblPr.find(qn("a:tableStyleId")).text = STYLE
    made.horz_banding = False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Inches(width)
    right = [name in table.numeric for name in table.text.columns]
    for i, (texts, height) in enumerate(zip(page.cells, page.heights, strict=True)):
        made.rows[i].height = Inches(height)
        for j, text in enumerate(texts):
            _cell(made.cell(i, j), text, size, right[j], i == 0, reader.lang)
    frame.height = Emu(sum(row.height for row in made.rows))
    describe(frame, reader.t("deck-table-alt", title=table.title, rows=len(page.cells) - 1))
    return frame


def _cell(cell: Any, text: str, size: float, right: bool, head: bool, lang: str) -> None:
    cell.margin_left = cell.margin_right = Inches(SIDE)
    cell.margin_top = cell.margin_bottom = Inches(ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.TOP
    paragraph = cell.text_frame.paragraphs[0]
    if right:
        paragraph.alignment = PP_ALIGN.RIGHT
    paragraph.line_spacing = Pt(size * fitting.LINE)
    properties: Any
    if text:
        run = paragraph.add_run()
        run.text = text
        run.font.size = Pt(size)
        if head:
            run.font.bold = True
        properties = run._r.get_or_add_rPr()
    else:  # an empty cell has a size too, or its row grows
        properties = etree.SubElement(paragraph._p, qn("a:endParaRPr"))
        properties.set("sz", str(int(size * 100)))
    properties.set("lang", LANGUAGES[lang])
    _line_below(cell, head)


def _line_below(cell: Any, head: bool) -> None:
    """Draw the line below a cell: ink below the head, a hairline below rows."""
    line = etree.SubElement(cell._tc.get_or_add_tcPr(), qn("a:lnB"), w="12700" if head else "6350")
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr"), val="tx1" if head else "accent4")
