"""A workbook to fill in for one area of a round: a sheet per table, prefilled with what documents say, with drop-downs."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import xlsxwriter

from data.columns import Column, column_message, table_message
from data.intake.correct import OPTIONS, sheet_name
from data.intake.templates import Lists, how
from data.intake.words import words_for
from data.proposals.drafting import DOCUMENTED, asked, rows_in
from data.proposals.merging import standing
from data.records import Records
from data.rounds.book import Round
from data.schema import TABLES

if TYPE_CHECKING:
    from locales import Reader

ROWS = 200  # rows that carry drop-downs
LISTED = 300


def workbook(one: Round, area: str, records: Records, reader: Reader) -> bytes:
    """Return the XLSX of a province: what documents state stands in it, what is blank is asked for.

    Illustrative rows are not in it: nobody makes them documented by leaving them. Its first sheet says what to do.
    """
    out, taken = BytesIO(), set[str]()
    name = _name(area, records, reader)
    with xlsxwriter.Workbook(out, OPTIONS) as made:
        paint = {
            "header": made.add_format({"bold": True, "bg_color": "#FCE8B2", "border": 1, "text_wrap": True}),
            "quiet": made.add_format({"font_color": "#5F6B76", "num_format": "@"}),
            "title": made.add_format({"bold": True, "font_size": 14}),
            "wrap": made.add_format({"text_wrap": True, "valign": "top"}),
            "text": made.add_format({"num_format": "@"}),
        }
        pages = {t: made.add_worksheet(sheet_name(reader.t(table_message(t)), taken)) for t in one.tables}
        guide = made.add_worksheet(sheet_name(reader.t("template-help-sheet"), taken))
        lists = Lists(made.add_worksheet(sheet_name(reader.t("template-lists-sheet"), taken)))
        for table, page in pages.items():
            _fill(page, table, area, name, records, reader, paint, lists)
        _guide(guide, one, name, reader, paint)
        lists.page.hide()
    return out.getvalue()


def _name(area: str, records: Records, reader: Reader) -> str:
    rows = records.provinces.set_index("province_code")
    return reader.pick(rows.loc[area], "name")


def columns(table: str) -> list[Column]:
    """Return the columns of a round's sheet: the place, what forms ask for, and last the id, which nobody fills in."""
    own = TABLES[table]
    first = [Column("province_code", "province", refers_to="provinces")]
    keys = [column for column in own.columns if column.name in own.key and column.own]
    joined = [column for column in own.columns if column.name in own.key and not column.own]
    middle = [c for c in (*joined, *asked(table, False)) if c.name != "province_code"]
    return [*first, *middle, *keys]


def _fill(
    page: Any, table: str, area: str, name: str, records: Records, reader: Reader, paint: dict[str, Any], lists: Lists
) -> None:  # fmt: skip
    own = columns(table)
    for at, column in enumerate(own):
        page.write_string(0, at, reader.t(column_message(column.name)), paint["header"])
        page.write_comment(
            0, at, reader.t("round-key-note") if column.own else how(column, reader), {"x_scale": 2}
        )
        page.set_column(at, at, 24, paint["quiet" if column.own else "text"])
        if words := _words(column, name, records, reader):
            source = lists.range(f"{column.refers_to}:{column.name}", words)
            page.data_validation(1, at, ROWS, at, {"validate": "list", "source": source, "show_error": False})
    rows = [standing(table, key, records) for key in rows_in(table, area, records)]
    documented = [cells for cells in rows if cells.get("evidence") == DOCUMENTED]
    if table == "plans" and not documented:  # each province has one: its row waits to be filled in
        documented = [{}]
    for row, cells in enumerate(documented, 1):
        for at, column in enumerate(own):
            told = name if column.name == "province_code" else _cell(column, cells, records, reader)
            page.write_string(row, at, told)
    page.freeze_panes(1, 1)


def _cell(column: Column, cells: dict[str, str], records: Records, reader: Reader) -> str:
    """Return a cell as people write it: names for codes, the reader's words; days stay as they are stored."""
    text = cells.get(column.name, "")
    if text and column.allowed:
        return dict(zip(column.allowed, words_for(column, reader), strict=True)).get(text, text)
    if text and column.refers_to:
        return _names(column, records, reader).get(text, text)
    return text


def _words(column: Column, name: str, records: Records, reader: Reader) -> list[str]:
    if column.name == "province_code":
        return [name]
    if column.allowed:
        return list(words_for(column, reader))
    if column.refers_to:
        names = list(_names(column, records, reader).values())
        return names if len(names) <= LISTED else []
    return []


def _names(column: Column, records: Records, reader: Reader) -> dict[str, str]:
    """Return code -> name; the code itself where two records bear one name, or a meeting whose name repeats."""
    frame, key = records.tables()[column.refers_to], TABLES[column.refers_to].key[0]
    frame = frame[frame["evidence"] == DOCUMENTED]
    if "name_th" not in frame:
        return {str(code): str(code) for code in frame[key]}
    once = ~frame["name_th"].duplicated(keep=False)
    return dict(
        zip(frame[key].astype(str), frame["name_th"].where(once, frame[key]).astype(str), strict=True)
    )


def _guide(page: Any, one: Round, name: str, reader: Reader, paint: dict[str, Any]) -> None:
    page.set_column(0, 0, 100)
    page.write_string(0, 0, reader.t("round-book-title", title=one.title, area=name), paint["title"])
    told = [reader.t("round-book-until", day=reader.date(one.until)), one.note]
    told += [reader.t(f"round-book-{n}") for n in range(1, 5)]
    for row, line in enumerate(filter(None, told), 2):
        page.write_string(row, 0, line, paint["wrap"])
