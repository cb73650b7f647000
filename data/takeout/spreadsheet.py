"""Records for spreadsheets: CSV files that open right in Excel, and a workbook that runs nothing."""

from datetime import UTC, datetime
from io import BytesIO

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from data.takeout.parcel import Parcel, UntakeableError, csv_bytes, zipped

MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767  # of a sheet and of a cell in Excel
WIDEST = 48  # columns of text are shown at most so wide
INK, MUTED, NOTE_PAPER, NOTE_INK = "#14202E", "#5B6776", "#FFF4E5", "#7A4B00"


def csv_zip(parcel: Parcel) -> bytes:
    """Return a zip: a CSV per table and README.txt, which states release and filters."""
    files = {f"{name}.csv": csv_bytes(frame) for name, frame in parcel.tables.items()}
    readme = parcel.readme(parcel.reader.t("takeout-csv-harmless"))
    return zipped({"README.txt": ("\ufeff" + readme).encode()} | files, parcel.day)


def xlsx(parcel: Parcel) -> bytes:
    """Return a workbook: a sheet that states what this is, then a sheet per table.

    Text is always written as text, dates and numbers as themselves. Raises UntakeableError where Excel has no room.
    """
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    made = datetime(parcel.day.year, parcel.day.month, parcel.day.day, tzinfo=UTC).replace(tzinfo=None)
    book.set_properties(
        {"title": parcel.reader.t("takeout-title"), "comments": parcel.release, "created": made}
    )
    forms = {
        "head": book.add_format({"bold": True, "font_color": INK, "bottom": 1, "valign": "top"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
        "baht": book.add_format({"num_format": "#,##0.00"}),
        "made_up": book.add_format({"bg_color": NOTE_PAPER, "font_color": NOTE_INK}),
        "title": book.add_format({"bold": True, "font_size": 14, "font_color": INK}),
        "label": book.add_format({"font_color": MUTED, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    _about(book.add_worksheet(parcel.reader.t("takeout-sheet")), parcel, forms)
    for name, frame in parcel.tables.items():
        _table(book.add_worksheet(name), name, frame, forms)
    book.close()
    return out.getvalue()


def check(name: str, frame: pd.DataFrame) -> None:
    """Raise UntakeableError for a table with more rows, or a longer text, than Excel has room for."""
    if len(frame) >= MOST_ROWS:
        raise UntakeableError("rows", name, len(frame), MOST_ROWS - 1)
    for column in frame.columns:
        if frame[column].dtype.kind not in "Mfiu" and len(frame):
            longest = int(frame[column].str.len().max())
            if longest > MOST_CHARACTERS:
                raise UntakeableError("cell", name, longest, MOST_CHARACTERS)


def _about(sheet: Worksheet, parcel: Parcel, forms: dict[str, Format]) -> None:
    t = parcel.reader.t
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 70)
    sheet.set_column(2, 3, 18)
    sheet.write_string(0, 0, t("takeout-title"), forms["title"])
    line = 2
    for line, (label, text) in enumerate(parcel.statement()[1:], start=2):
        sheet.write_string(line, 0, label, forms["label"])
        sheet.write_string(line, 1, text, forms["text"])
    heads = ("takeout-column-sheet", "takeout-column-table", "takeout-column-rows", "takeout-column-made-up")
    for column, head in enumerate(heads):
        sheet.write_string(line + 2, column, t(head), forms["head"])
    for at, (name, words, rows, made_up) in enumerate(parcel.counted(), start=line + 3):
        sheet.write_url(at, 0, f"internal:'{name}'!A1", string=name)
        sheet.write_string(at, 1, words)
        sheet.write_number(at, 2, rows)
        sheet.write_number(at, 3, made_up)


def _table(sheet: Worksheet, name: str, frame: pd.DataFrame, forms: dict[str, Format]) -> None:
    check(name, frame)
    for at, column in enumerate(frame.columns):
        cells = frame[column]
        sheet.write_string(0, at, column, forms["head"])
        longest = _column(sheet, at, cells, forms)
        sheet.set_column(at, at, min(max(longest, len(column)) + 2, WIDEST))
    sheet.freeze_panes(1, 1)
    if len(frame):
        last = len(frame.columns) - 1
        sheet.autofilter(0, 0, len(frame), last)
        marked = {"type": "cell", "criteria": "==", "value": '"illustrative"', "format": forms["made_up"]}
        sheet.conditional_format(1, last, len(frame), last, marked)


def _column(sheet: Worksheet, at: int, cells: pd.Series, forms: dict[str, Format]) -> int:
    """Write the cells of a column under its head; return how many characters the longest takes."""
    kind = cells.dtype.kind
    if kind == "M":
        for row, day in enumerate(cells.dt.to_pydatetime() if len(cells) else (), start=1):
            if not pd.isna(day):
                sheet.write_datetime(row, at, day, forms["day"])
        return 10
    if kind in "fiu":
        form = forms["baht"] if cells.name.endswith("_baht") else None
        for row, number in enumerate(cells, start=1):
            if not pd.isna(number):
                sheet.write_number(row, at, number, form)
        return 14
    longest = 0
    for row, text in enumerate(cells, start=1):
        if text != "":
            sheet.write_string(row, at, text)
            longest = max(longest, len(text))
    return longest
