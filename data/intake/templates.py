"""Workbooks to fill in: a sheet per table with drop-downs, notes on every column, and example rows."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pandas as pd
import xlsxwriter

from data.columns import Column, Table, column_message, table_message
from data.intake.correct import OPTIONS, sheet_name
from data.intake.no_records import EXAMPLE_MARKS
from data.intake.words import words_for
from data.records import Records
from data.schema import TABLES

if TYPE_CHECKING:
    from locales import Reader

ROWS = 5_000  # rows that carry drop-downs
_LISTED = 3_000  # a longer list of codes is no help to anyone
_EXAMPLES = {"date": "26/5/2554", "count": "120", "year_be": "2554", "money": "250000", "share": "0.5"}
# Cells of an example row that hang together: in order, of one year, and no more spent than given.
_TOGETHER: dict[str, dict[str, str]] = {
    "projects": {"phase_code": "phase-2", "fiscal_year_be": "2554",
                 "status": "completed", "started_on": "1/11/2553", "ended_on": "30/9/2554", "disbursed_baht": "240000"},
    "representatives": {"appointed_on": "26/5/2554", "ended_on": ""},
    "institution_service_areas": {"valid_to": ""},
    "plans": {"needs_collected_on": "5/1/2554", "drafted_on": "10/3/2554", "approved_on": "20/5/2554",
              "in_provincial_plan_on": "30/9/2554"},
    "project_locations": {"precision": "province", "share": "1"},
    "workshops": {"phase_code": "phase-2", "scope": "province", "group_code": "",
                  "start_date": "26/5/2554", "end_date": "27/5/2554"},
    "participations": {"attended_count": "100"},
}  # fmt: skip
_NOT_FILLED = ("source_id_en",)


def template(tables: Iterable[str], records: Records, reader: Reader) -> bytes:
    """Return an XLSX to fill in for the given tables, in the reader's language.

    Codes and provinces to choose from are those of the release. Example rows begin with "ตัวอย่าง:" and are passed
    over when the file comes back, so that an untouched template changes nothing.
    """
    out, taken = BytesIO(), set[str]()
    with xlsxwriter.Workbook(out, OPTIONS) as workbook:
        paint = {
            "header": workbook.add_format({"bold": True, "bg_color": "#E8EEF4", "border": 1, "text_wrap": True,
            "valign": "top"}),
            "required": workbook.add_format({"bold": True, "bg_color": "#FCE8B2", "border": 1,
            "text_wrap": True, "valign": "top"}),
            "example": workbook.add_format({"italic": True, "font_color": "#5F6B76"}),
            "text": workbook.add_format({"num_format": "@"}),
            "title": workbook.add_format({"bold": True, "font_size": 14}),
            "wrap": workbook.add_format({"text_wrap": True, "valign": "top"}),
        }  # fmt: skip
        names = [name for name in TABLES if name in set(tables)]
        pages = {n: workbook.add_worksheet(sheet_name(reader.t(table_message(n)), taken)) for n in names}
        help_page = workbook.add_worksheet(sheet_name(reader.t("template-help-sheet"), taken))
        lists = Lists(workbook.add_worksheet(sheet_name(reader.t("template-lists-sheet"), taken)))
        for name in names:
            _fill(pages[name], TABLES[name], records, reader, paint, lists)
        _help(help_page, names, reader, paint)
        lists.page.hide()
    return out.getvalue()


class Lists:
    """The hidden sheet that drop-downs choose from, one list per column."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.ranges: dict[str, str] = {}

    def range(self, key: str, words: list[str]) -> str:
        """Return the range that holds a list, written there the first time it is asked for."""
        if key not in self.ranges:
            at = len(self.ranges)
            self.page.write_column(0, at, words)
            column = xlsxwriter.utility.xl_col_to_name(at, col_abs=True)
            self.ranges[key] = f"='{self.page.get_name()}'!{column}$1:{column}${max(1, len(words))}"
        return self.ranges[key]


def _columns(table: Table) -> list[Column]:
    return [column for column in table.columns if column.name not in _NOT_FILLED]


def _fill(
    page: Any, table: Table, records: Records, reader: Reader, paint: dict[str, Any], lists: Lists
) -> None:
    for at, column in enumerate(_columns(table)):
        needed = column.required and column.name != "source_id"
        page.write_string(0, at, _display(table, column, reader), paint["required" if needed else "header"])
        page.write_comment(0, at, _note(column, reader), {"x_scale": 2})
        page.set_column(at, at, 22, paint["text"] if column.kind in ("code", "province", "text") else None)
        page.write_string(1, at, _example(table, at, column, records, reader), paint["example"])
        _validate(page, at, column, records, reader, lists)
    page.freeze_panes(1, 1)


def _display(table: Table, column: Column, reader: Reader) -> str:
    """Return a header that is understood again; the schema's name where two columns would share one."""
    names = [reader.t(column_message(c.name)) for c in table.columns]
    name = reader.t(column_message(column.name))
    return name if names.count(name) == 1 else column.name


def _note(column: Column, reader: Reader) -> str:
    needed = column.required and column.name != "source_id"
    return reader.t(
        "template-header-note",
        name=reader.t(column_message(column.name)),
        column=column.name,
        need=reader.t("template-required" if needed else "template-optional"),
        what=how(column, reader),
    )


def how(column: Column, reader: Reader) -> str:
    """Return how to fill in a column, in a short sentence."""
    if column.name == "source_id":
        return reader.t("template-source")
    if column.kind == "province":
        return reader.t("template-province")
    if column.refers_to:
        return reader.t("template-reference", table=reader.t(table_message(column.refers_to)))
    if column.allowed:
        return reader.t("template-one-of", words=", ".join(words_for(column, reader)))
    return reader.t("template-" + column.kind.replace("_", "-"))


def _example(table: Table, at: int, column: Column, records: Records, reader: Reader) -> str:
    """Return a cell of the example row, which keeps the rules of its table."""
    mark = f"{EXAMPLE_MARKS[0]} " if at == 0 else ""
    told = _TOGETHER.get(table.name, {}).get(column.name)
    if told is not None:
        if column.allowed and told:
            told = dict(zip(column.allowed, words_for(column, reader), strict=True))[told]
        return mark + told
    if column.kind == "province":
        return mark + reader.pick(records.provinces.iloc[-1], "name")
    if column.allowed:
        return mark + words_for(column, reader)[0]
    if column.refers_to:
        codes = _codes(column, records)
        return mark + (codes[0] if codes else "")
    if column.kind == "code":
        return mark + column.name.split("_")[0] + "-2554-01"
    return mark + _EXAMPLES.get(column.kind, reader.t("template-example-text"))


def _codes(column: Column, records: Records) -> list[str]:
    frame: pd.DataFrame = records.tables()[column.refers_to]
    documented = frame[frame["evidence"] == "documented"]
    chosen = documented if len(documented) else frame
    return [str(code) for code in chosen[TABLES[column.refers_to].key[0]]]


def _validate(page: Any, at: int, column: Column, records: Records, reader: Reader, lists: Lists) -> None:
    """Offer a list to choose from. It advises and never refuses: the check knows more spellings than a list."""
    if column.kind == "province":
        source = lists.range("provinces", [str(name) for name in records.provinces["name_th"]])
    elif column.allowed:
        source = lists.range(column.name + ":" + ",".join(column.allowed), list(words_for(column, reader)))
    elif column.refers_to and (codes := _codes(column, records)) and len(codes) <= _LISTED:
        source = lists.range(column.refers_to, codes)
    else:
        return
    page.data_validation(1, at, ROWS, at, {"validate": "list", "source": source, "error_type": "warning",
                                           "show_error": False})  # fmt: skip


def _help(page: Any, names: list[str], reader: Reader, paint: dict[str, Any]) -> None:
    page.set_column(0, 1, 32)
    page.set_column(2, 2, 70)
    page.write_string(0, 0, reader.t("template-help-sheet"), paint["title"])
    for n in range(1, 6):
        page.write_string(n, 0, reader.t(f"template-help-{n}"))
    row = 7
    for at, what in enumerate(("table", "column", "how")):
        page.write_string(row, at, reader.t(f"template-column-{what}"), paint["header"])
    for name in names:
        for column in _columns(TABLES[name]):
            row += 1
            page.write_string(row, 0, reader.t(table_message(name)))
            page.write_string(row, 1, reader.t(column_message(column.name)))
            page.write_string(row, 2, _note(column, reader), paint["wrap"])
