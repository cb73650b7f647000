"""Tables and charts on a sheet: numbers as numbers, days as days, every line of a cell in sight."""

from typing import Any

from exports.deck import fitting
from exports.deck.text import clean
from exports.story.parts import Chart, Table
from exports.workbook.book import BASE, FONT, SIZE, Book
from figures.tokens import LIGHT

NARROW, WIDE = 8, 60  # width of a column in characters
NOTE_LINE = 18  # points of a line
TALLEST = 400  # points: the most that a row can have is 409
LETTER = 5.6  # points that a character of the column width stands for
FORMS = {
    "columns": {"type": "column"},
    "stacked_columns": {"type": "column", "subtype": "stacked"},
    "bars": {"type": "bar"},
    "stacked_bars": {"type": "bar", "subtype": "stacked"},
}


def write_table(book: Book, sheet: Any, row: int, table: Table) -> int:
    """Write a table with a frozen head and a filter; return the row below it."""
    widths = [width(table, str(name)) for name in table.data.columns]
    for column, name in enumerate(table.data.columns):
        book.write(sheet, row, column, name, "head_right" if name in table.numeric else "head")
        for i, (value, shown) in enumerate(zip(table.data[name], table.text[name], strict=True)):
            _cell(book, sheet, row + 1 + i, column, value, str(shown), str(name), table)
        sheet.set_column(column, column, widths[column])
    sheet.set_row(row, _height([str(name) for name in table.data.columns], widths, bold=True))
    for i, texts in enumerate(table.text.itertuples(index=False, name=None)):
        sheet.set_row(row + 1 + i, _height([str(text) for text in texts], widths))
    last = row + len(table.data)
    sheet.freeze_panes(row + 1, 1)
    sheet.autofilter(row, 0, last, len(table.data.columns) - 1)
    sheet.repeat_rows(row)
    return last + 1


def _cell(
    book: Book, sheet: Any, row: int, column: int, value: Any, shown: str, name: str, table: Table
) -> None:
    if value is None:
        book.write(sheet, row, column, shown, "absent")
    elif isinstance(value, str):
        book.text(sheet, row, column, value, "wrap")
    else:
        share = isinstance(value, float) and (name == book.reader.t("book-documented") or "%" in shown)
        book.write(sheet, row, column, value, "share" if share else _said(book, value, shown))


def _said(book: Book, value: Any, shown: str) -> str:
    """Return the format of a number written with words ("about 400"), which stay beside it; "" for others."""
    plain = f"{value:,}" if isinstance(value, int) else ""
    if not plain or plain == shown or plain not in shown:
        return ""
    before, _, after = clean(shown).replace('"', "").partition(plain)
    name = f"{before}|{after}"
    if name not in book.formats:
        written = f'"{before}"#,##0' + (f'"{after}"' if after else "")
        book.formats[name] = book.book.add_format(BASE | {"num_format": written})
    return name


def write_chart(book: Book, sheet: Any, row: int, chart: Chart, name: str) -> int:
    """Write a chart's data and the chart beside it; return the row below both."""
    unit = f" ({chart.unit})"
    book.write(sheet, row, 0, chart.title.removesuffix(unit) + unit, "head")
    for j, series in enumerate(chart.series, start=1):
        book.write(sheet, row, j, series.name, "head_right")
    for i, category in enumerate(chart.categories, start=1):
        book.write(sheet, row + i, 0, category)
        for j, series in enumerate(chart.series, start=1):
            if series.values[i - 1] is not None:  # a blank cell leaves a gap, a zero would be a claim
                book.write(sheet, row + i, j, series.values[i - 1])
    sheet.set_row(row, 3 * NOTE_LINE)
    count = len(chart.categories)
    made = book.book.add_chart(FORMS[chart.form])
    for j, series in enumerate(chart.series, start=1):
        made.add_series({
            "name": [name, row, j], "categories": [name, row + 1, 0, row + count, 0],
            "values": [name, row + 1, j, row + count, j], "fill": {"color": series.colour}, "gap": 60,
            "data_labels": {"value": True, "num_format": chart.number_format + (";;" if "stacked" in chart.form
                                                                              else "")},
        })  # fmt: skip
    face = {"name": FONT, "size": 10}
    made.set_title({"name": clean(chart.title), "name_font": face | {"size": 12}})
    made.set_legend({"position": "bottom", "font": face, "none": len(chart.series) == 1})
    lying = chart.form.endswith("bars")
    made.set_x_axis(
        {"num_font": face, "line": {"color": LIGHT.rule}, "reverse": lying}
        if not lying
        else {"num_font": face, "visible": False, "major_gridlines": {"visible": False}}
    )
    made.set_y_axis({"num_font": face, "reverse": True} if lying else {"visible": False,
                    "major_gridlines": {"visible": False}})  # fmt: skip
    height = max(320, 26 * count + 120) if lying else 320
    made.set_size({"width": 720, "height": height})
    below = row + count + 2
    sheet.insert_chart(below, 0, made, {"description": clean(chart.alt), "object_position": 3})
    return int(below + height // 20 + 1)


def width(table: Table, name: str) -> float:
    """Return the width of a column in characters: of its longest text, within bounds."""
    texts = [" ".join(str(value).split()) for value in table.text[name]]
    points = max((fitting.width(text, SIZE) for text in texts), default=0)
    return float(
        min(
            WIDE,
            max(
                NARROW, 4 + points * fitting.SLACK / LETTER, 3 + fitting.width(name, SIZE, True) / LETTER / 2
            ),
        )
    )


def _height(texts: list[str], widths: list[float], bold: bool = False) -> float:
    """Return the height of a row in points, so that no line of a wrapped cell is hidden."""
    rooms = [(width - 3) * LETTER for width in widths]
    count = max(fitting.lines(text, SIZE, room, bold) for text, room in zip(texts, rooms, strict=True))
    return float(min(TALLEST, count * NOTE_LINE))
