"""Opening files: every limit is told and none cuts, and what layout passes over is named."""

from dataclasses import replace

import pytest

from data.faults import Fault
from data.intake import mending
from data.intake.files import LIMITS, open_file
from data.intake.grids import column_number, letter
from data.intake.headers import understand_header
from data.intake.notes import Note, RefusedFileError, note_text
from locales import Reader
from tests.odd_files import HEADER, ROW, csv, row, xlsx

TWO = [HEADER, ROW, row(ID="p-2", TITLE="ข")]


@pytest.mark.parametrize(
    ("limit", "value", "name", "content", "code", "read", "expected"),
    [
        ("rows", 1, "a.csv", csv(*TWO), "too-many-rows", "2", "1"),
        ("rows", 1, "a.xlsx", xlsx(*TWO), "too-many-rows", "2", "1"),
        ("columns", 9, "a.csv", csv(*TWO), "too-many-columns", "10", "9"),
        ("cells", 25, "a.csv", csv(*TWO), "too-many-cells", "> 25", "25"),
        ("cells", 25, "a.xlsx", xlsx(*TWO), "too-many-cells", "30", "25"),
        ("file_bytes", 2**20, "a.csv", b"x" * 2**21, "file-too-big", "2.0 MB", "1.0 MB"),
        ("sheets", 1, "a.xlsx", xlsx(*TWO, b=TWO), "too-many-sheets", "2", "1"),
        ("cell_characters", 10, "a.xlsx", xlsx(*TWO), "cell-too-long", "11", "10"),
    ],
)
def test_whatever_goes_over_a_limit_is_refused_with_both_numbers(
    limit, value, name, content, code, read, expected
):
    with pytest.raises(RefusedFileError) as error:
        open_file(name, content, replace(LIMITS, **{limit: value}))
    fault = error.value.fault
    assert (fault.code, fault.read, fault.expected) == (code, read, expected)


def test_a_file_at_its_limits_is_read_whole():
    limits = replace(LIMITS, rows=2, columns=10, cells=30, sheets=1)
    assert len(open_file("a.csv", csv(*TWO), limits).sheets[0].rows) == 2


def test_rows_keep_the_number_a_spreadsheet_gives_them():
    content = csv(("รายงาน",), ("",), HEADER, ROW, ("",), row(ID="p-2"))
    sheet = open_file("a.csv", content).sheets[0]
    assert (sheet.header_row, sheet.row_numbers, sheet.header) == (3, [4, 6], HEADER)


def test_totals_footers_and_examples_are_left_out_by_name():
    content = csv(
        HEADER, ROW, ("ตัวอย่าง: p-9", "x"), ("รวม 1 โครงการ", *[""] * 7, "300,000"), ("ที่มา: สป.วท.",)
    )
    sheet = open_file("a.csv", content).sheets[0]
    assert sheet.rows == [list(ROW)]
    assert sheet.notes == (
        Note("example-rows", 1, (3,), "ตัวอย่าง: p-9"),
        Note("total-rows", 1, (4,), "รวม 1 โครงการ"),
        Note("footer-rows", 1, (5,), "ที่มา: สป.วท."),
    )
    assert note_text(sheet.notes[1], Reader("th")) == "ไม่นับแถวรวม 1 แถว “รวม 1 โครงการ” (แถว 4)"


def test_a_merged_sum_is_not_repeated_over_the_rows_it_covers():
    rows = [HEADER, row(ALLOCATED=""), row(ID="p-2", TITLE="ข", ALLOCATED="")]
    sheet = open_file("a.xlsx", xlsx(*rows, merge=[("I2:I3", 600000)])).sheets[0]
    assert [cells[8] for cells in sheet.rows] == ["600000", ""]
    assert sheet.notes == (Note("merged-number", 1, (2,)),)


def test_a_file_in_the_thai_code_page_is_read_letter_by_letter():
    book = open_file("a.csv", "จังหวัด,หมายเหตุ\nน่าน,“ดี”…\n".encode("cp874"))
    assert book.sheets[0].rows == [["น่าน", "“ดี”…"]]


@pytest.mark.parametrize(
    ("header", "key", "factor", "percent"),
    [
        ("งบประมาณ (ล้านบาท)", "งบประมาณ", 1_000_000, False),
        ("งบประมาณ ล้านบาท", "งบประมาณ", 1_000_000, False),
        ("งบประมาณ (หน่วย: พันบาท)", "งบประมาณ", 1_000, False),
        ("Budget (million baht)", "budget", 1_000_000, False),
        ("งบประมาณ (บาท)", "งบประมาณ", 1, False),
        ("สัดส่วน (%)", "สัดส่วน", None, True),
        ("ปีงบประมาณ (พ.ศ.)", "ปีงบประมาณ", None, False),
        ("ปีงบประมาณ พ.ศ.", "ปีงบประมาณ", None, False),
    ],
)
def test_a_header_is_taken_apart_into_words_and_unit(header, key, factor, percent):
    meant = understand_header(header)
    assert (meant.key, meant.factor, meant.percent) == (key, factor, percent)


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")]
)
def test_columns_have_the_letters_of_a_spreadsheet(number, letters):
    assert (letter(number), column_number(letters)) == (letters, number)


def test_only_wrong_cells_are_mended_and_what_is_masked_stays_as_it_was():
    book = open_file(
        "a.csv",
        csv(["ชื่อโครงการ", "วันเริ่ม", "ผู้ติดต่อ"], ["ก", "31/02/2554", "081-234-5678"], ["ข", "1/1/2554", ""]),
    )
    faults = [
        Fault("a.csv", 2, "วันเริ่ม + ผู้ติดต่อ", "", "", "bad-answer"),
        Fault("a.csv", 9, "วันเริ่ม", "", "", "bad-answer"),
        Fault("a.csv", 1, "", "", "", "bad-answer"),
    ]
    assert mending.faulty(book, faults) == (
        mending.FaultyRow("", 2, ("ก",), {"วันเริ่ม": "31/02/2554", "ผู้ติดต่อ": "08xxxxxxxx78"}),
    )
    said = {("", 2, "วันเริ่ม"): "28/02/2554", ("", 2, "ผู้ติดต่อ"): "08xxxxxxxx78"}
    made, done = mending.mended(book, said)
    assert list(made.sheets[0].rows) == [["ก", "28/02/2554", "081-234-5678"], ["ข", "1/1/2554", ""]]
    assert done == (mending.Mended("", 2, "วันเริ่ม", "31/02/2554", "28/02/2554"),)
    assert book.sheets[0].rows[0][1] == "31/02/2554"
