"""Money and shares as lists write them: what stands in the title, in the header and in the cell, and how it is read."""

import datetime as dt

import pytest

from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.listed import key
from data.intake.mapping import understand
from data.intake.written import write
from data.records import Records, load
from data.schema import TABLES
from tests.ministry_lists import made

BAHT, BARE, THOUSAND, MILLION = "งบประมาณ (บาท)", "งบประมาณ", "งบประมาณ (พันบาท)", "งบประมาณ (ล้านบาท)"
PLAIN_TITLE, TITLE_THOUSAND, TITLE_MILLION = "รายชื่อโครงการ", "รายชื่อโครงการ (หน่วย : พันบาท)", "หน่วย: ล้านบาท"
ALWAYS = {
    key("projects", "programme_code"): "clinic",
    key("projects", "status"): "",
    key("projects", "fiscal_year_be"): "2553",
}


@pytest.fixture(scope="module")
def records() -> Records:
    return load()


def tried(rows: list[tuple[object, ...]], records: Records, **answers: str) -> Examination:
    book = open_file("รายการ.xlsx", made(rows))
    return examine(book, understand(book), records, ALWAYS | answers, "merge", today=dt.date(2026, 11, 30))


TABLE = [  # title, header, cell -> baht as stored, or what is said
    (PLAIN_TITLE, BARE, "250000", "250000"),
    (PLAIN_TITLE, BARE, "250,000", "250000"),
    (PLAIN_TITLE, BARE, "๒๕๐,๐๐๐", "250000"),
    (PLAIN_TITLE, BARE, "250 000", "250000"),
    (PLAIN_TITLE, BARE, "150,000.-", "150000"),
    (PLAIN_TITLE, BARE, "150,000.50", "150000.5"),
    (PLAIN_TITLE, BARE, "2,500 พันบาท", "2500000"),
    (PLAIN_TITLE, BARE, "2.5 ล้านบาท", "2500000"),
    (PLAIN_TITLE, BARE, "๑.๒ ลบ.", "1200000"),
    (PLAIN_TITLE, BARE, "3 แสน", "300000"),
    (PLAIN_TITLE, BARE, "฿5,000", "5000"),
    (PLAIN_TITLE, BARE, "5000 บาท", "5000"),
    (PLAIN_TITLE, BARE, "1.5e6", "1500000"),
    (PLAIN_TITLE, THOUSAND, "2,500", "2500000"),
    (PLAIN_TITLE, MILLION, "2.5", "2500000"),
    (PLAIN_TITLE, MILLION, "2,500 บาท", "2500"),  # the cell's own unit comes first
    (TITLE_THOUSAND, BARE, "250", "250000"),
    (TITLE_THOUSAND, MILLION, "250", "250000000"),  # the header speaks of its column alone
    (TITLE_THOUSAND, BAHT, "250", "250"),
    (TITLE_MILLION, BARE, "0.25", "250000"),
    (PLAIN_TITLE, BARE, "0", "0"),
    (PLAIN_TITLE, BARE, "", ""),
    (PLAIN_TITLE, BARE, "ไม่ได้รายงาน", ""),
    (PLAIN_TITLE, BARE, "5000-", "fault:negative"),  # a debt, not 5,000
    (PLAIN_TITLE, BARE, "5,000 -", "fault:negative"),
    (PLAIN_TITLE, BARE, "(5,000)", "fault:negative"),
    (PLAIN_TITLE, BARE, "-5000", "fault:negative"),
    (PLAIN_TITLE, BARE, "ประมาณ 5,000", "fault:qualified-number"),
    (PLAIN_TITLE, BARE, "5,000 คน", "fault:bad-number"),
    (PLAIN_TITLE, BARE, "2,50,000", "fault:bad-number"),
    (PLAIN_TITLE, BARE, "1.250.000", "fault:bad-number"),
    (PLAIN_TITLE, BARE, "1000000000000000", "fault:too-large"),
    (PLAIN_TITLE, BARE, "-", "asked"),
]  # fmt: skip


def test_money_is_read_as_the_table_says(records: Records) -> None:
    read = {}
    for title, header in dict.fromkeys((title, header) for title, header, _, _ in TABLE):
        cells = [cell for t, h, cell, _ in TABLE if (t, h) == (title, header)]
        rows = [(title,), ("ชื่อโครงการ", "จังหวัด", header), *(
            (f"(ทดสอบ) โครงการ {n}", "แพร่", cell) for n, cell in enumerate(cells)
        )]  # fmt: skip
        found = tried(rows, records)
        faults = {fault.row: fault.code for fault in found.faults}
        asked = {question.row for question in found.questions}
        stored = write(found.sheets["projects"].values, TABLES["projects"])["allocated_baht"]
        for at, (row, cell) in enumerate(zip(found.sheets["projects"].row, cells, strict=True)):
            told = f"fault:{faults[row]}" if row in faults else "asked" if row in asked else stored[at]
            read[title, header, cell] = told
    assert read == {(title, header, cell): told for title, header, cell, told in TABLE}


def test_a_dash_is_asked_once_a_column(records: Records) -> None:
    rows = [("ชื่อโครงการ", "จังหวัด", "งบประมาณ (บาท)", "เบิกจ่าย (บาท)", "จำนวนผู้รับบริการ"),
            ("(ทดสอบ) ก", "แพร่", "-", "-", "-"), ("(ทดสอบ) ข", "น่าน", "-", "100", "5")]  # fmt: skip
    found = tried(rows, records)
    assert {q.key for q in found.questions} == {
        "number:allocated_baht|-", "number:disbursed_baht|-", "number:beneficiary_count|-"
    }  # fmt: skip
    answered = {
        "number:allocated_baht|-": "0",
        "number:disbursed_baht|-": "",
        "number:beneficiary_count|-": "",
    }
    text = write(tried(rows, records, **answered).sheets["projects"].values, TABLES["projects"])
    assert list(text["allocated_baht"]) == ["0", "0"]
    assert list(text["disbursed_baht"]) == ["", "100"]


@pytest.mark.parametrize(
    ("cells", "asks", "answer", "shares"),
    [
        (("60", "40"), [], "", ["0.6", "0.4"]),
        (("0.6", "0.4"), ["percent:share|สัดส่วน (ร้อยละ)"], "1", ["0.6", "0.4"]),
        (("1", "1"), ["percent:share|สัดส่วน (ร้อยละ)"], "0.01", ["0.01", "0.01"]),
    ],
)
def test_a_share_headed_per_cent_with_values_up_to_one_is_asked_once(
    records: Records, cells: tuple[str, str], asks: list[str], answer: str, shares: list[str]
) -> None:
    rows = [("รหัสโครงการ", "จังหวัด", "ระดับพื้นที่", "สัดส่วน (ร้อยละ)"),
            *((str(code), "แพร่", "จังหวัด", cell) for code, cell in zip(records.projects["project_id"], cells))]  # fmt: skip  # noqa: B905
    found = tried(rows, records)
    assert [question.key for question in found.questions] == asks
    found = tried(rows, records, **({asks[0]: answer} if asks else {}))
    assert (
        list(write(found.sheets["project_locations"].values, TABLES["project_locations"])["share"]) == shares
    )


def test_a_phase_is_read_by_its_number_and_a_trailing_minus_is_no_sum_above_nothing(records: Records) -> None:
    rows = [("ชื่อโครงการ", "จังหวัด", "ระยะ", "งบประมาณ"), ("(ทดสอบ) ก", "แพร่", "2", "5000-"),
            ("(ทดสอบ) ข", "แพร่", "ระยะที่ ๒", "5000")]  # fmt: skip
    found = tried(rows, records)
    assert list(found.sheets["projects"].values["phase_code"]) == ["phase-2", "phase-2"]
    assert [(fault.row, fault.read, fault.code) for fault in found.faults] == [(2, "5000-", "negative")]


def test_an_alias_that_is_another_provinces_name_is_told_with_both(records: Records) -> None:
    rows = [("alias", "province_code", "kind", "source_id"), ("Chiang-Mai", "57", "spelling", "seed-000")]
    [fault] = tried(rows, records).faults
    assert (fault.code, fault.column, fault.read) == ("alias-of-another", "alias", "Chiang-Mai")
    assert fault.expected == "เชียงใหม่ (50) ≠ เชียงราย (57)"
