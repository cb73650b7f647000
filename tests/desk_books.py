"""Workbooks as an officer might drop them, for the tests of the desk: representatives under a title row."""

from io import BytesIO

import openpyxl

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = ("รหัสผู้แทน", "สถาบันเครือข่าย", "จังหวัด", "วันที่แต่งตั้ง", "วันที่สิ้นสุด")
# Mukdahan (49) has no representative in the shipped records on 26 May 2011.
GOOD = (("rep-49-2554", "nu", "มุกดาหาร", "1/10/2553", ""),)
FAULTY = (("rep-49-2554", "nu", "มุกดาหาร", "31/02/2554", ""),)
NEARLY = (("rep-49-2554", "nu", "มุกดาหาน", "1/10/2553", ""),)


def workbook(rows: tuple[tuple[str, ...], ...], headings: tuple[str, ...] = HEADINGS) -> bytes:
    """Return an XLSX of one sheet: a title, the headings in row 2, the rows from row 3 on."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "ผู้แทน"
    for row in (("รายชื่อผู้แทนกระทรวงฯ ประจำจังหวัด",), headings, *rows):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()
