"""The planners' sheets of a workbook: Excel tables that filter, sort and add up, with real dates and baht as baht."""

from datetime import date, datetime
from typing import Any

from exports.deck.text import clean
from exports.story.parts import Table

MILLIONS = "#,##0.00,,"  # baht, shown in millions
MOST_WIDTH = 42


def write(writer: Any, name: str, table: Table) -> None:
    """Write a table as a sheet of its own: head and codes stay in sight, numbers have a total, it prints on whole pages."""
    t = writer.reader.t
    sheet = writer.add(t(f"planner-sheet-{name}"))
    writer.write(sheet, 0, 0, table.title, "title")
    writer.write(sheet, 1, 0, t("planner-unit"), "quiet")
    columns = [str(column) for column in table.data.columns]
    formats = [_format(writer, table, column) for column in columns]
    first, last = 3, 3 + len(table.data)
    heads: list[dict[str, Any]] = []
    for i, column in enumerate(columns):
        head: dict[str, Any] = {"header": clean(column), "header_format": writer.formats["head"]}
        if i == 0:
            head["total_string"] = t("planner-total")
        elif column.endswith(f"({t('planner-baht')})"):  # projects of several provinces count in each of them
            head["total_function"], head["format"] = "sum", formats[i]
        heads.append(head)
    sheet.add_table(
        first, 0, last + 1, len(columns) - 1,
        {"name": f"sti_{name.replace('-', '_')}", "columns": heads, "total_row": True, "style": "Table Style Light 1"},
    )  # fmt: skip
    for i, column in enumerate(columns):
        longest = 0
        for row, (value, shown) in enumerate(
            zip(table.data[column], table.text[column], strict=True), start=first + 1
        ):
            longest = max(longest, len(str(shown)))
            _cell(writer, sheet, (row, i), value, str(shown), formats[i])
        sheet.set_column(i, i, min(MOST_WIDTH, max(9, longest * 1.1 + 2, len(column) * 0.6)))
    sheet.set_row(first, 54)
    sheet.freeze_panes(first + 1, 2)
    sheet.repeat_rows(first)
    sheet.print_area(0, 0, last + 1, len(columns) - 1)


def _format(writer: Any, table: Table, column: str) -> Any:
    baht = f"({writer.reader.t('planner-baht')})"
    if column in table.numeric and column.endswith(baht):
        if "millions" not in writer.formats:
            writer.formats["millions"] = writer.book.add_format({"num_format": MILLIONS, "valign": "top"})
        return writer.formats["millions"]
    if column not in table.numeric:
        return writer.formats["plain"]
    rates = any(value is not None and value != int(value) for value in table.data[column])
    return writer.formats["decimal" if rates else "whole"]  # 0.6 per 100,000 people is not 1


def _cell(writer: Any, sheet: Any, place: tuple[int, int], value: Any, shown: str, form: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*place, datetime(value.year, value.month, value.day), writer.formats["day"])
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(*place, value, form)
    elif value in writer.links:
        writer.text(sheet, *place, str(value), "plain")
    else:
        sheet.write_string(
            *place, clean(shown), writer.formats["absent" if value is None and shown else "plain"]
        )
