"""Smaller promises of the desk: garbled text, damaged containers, example rows, provinces before their day, who may check."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest

from data.access.roles import Identity, may_check, policy
from data.faults import Fault, fault_text
from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.mapping import Choice, understand
from data.intake.notes import RefusedFileError
from data.intake.templates import template
from data.records import Records, load
from locales import Reader
from tests.ministry_lists import made
from tests.odd_files import compound

TH = Reader("th", "be")
TODAY = dt.date(2026, 11, 30)


@pytest.fixture(scope="module")
def records() -> Records:
    return load()


def tried(content: bytes, records: Records, table: str = "", **answers: str) -> Examination:
    book = open_file("รายการ.xlsx", content)
    choices = {sheet.name: Choice(table) for sheet in book.sheets[:1]} if table else {}
    return examine(book, understand(book, choices), records, answers, "merge", today=TODAY)


def refused(name: str, content: bytes) -> Fault:
    with pytest.raises(RefusedFileError) as error:
        open_file(name, content)
    return error.value.fault


def test_thai_that_was_once_read_as_western_is_told_among_codes_in_ascii() -> None:
    garbled = "โครงการกล้วยตาก".encode("cp874").decode("latin-1")
    fault = refused("a.csv", f"project_id,title_th\nTC53-001,{garbled}\n".encode())
    assert (fault.code, fault.row) == ("mojibake", 2)
    assert (
        open_file("a.csv", "project_id,title_th\nTC53-001,Café Zürich ÄÖÜ\n".encode())
        .sheets[0]
        .rows[0][1]
        .startswith("Café")
    )


def test_a_password_is_told_only_of_a_container_that_has_one() -> None:
    assert refused("a.xlsx", compound(0xFFFFFFFE)).code == "encrypted"
    assert refused("a.xlsx", compound(1)).code == "old-xls"  # its directory goes round in a circle


@pytest.mark.parametrize("lang", ["th", "en"])
def test_example_rows_of_templates_keep_the_rules(records: Records, lang: str) -> None:
    for table in ("projects", "project_locations", "plans", "representatives", "workshops", "participations"):
        book = openpyxl.load_workbook(BytesIO(template([table], records, Reader(lang))))
        sheet = book.worksheets[0]
        first = str(sheet.cell(2, 1).value)
        sheet.cell(2, 1).value = first.partition(":")[2].strip()  # as an officer does who takes it for a row
        out = BytesIO()
        book.save(out)
        found = tried(out.getvalue(), records, table)
        assert [(f.column, f.read, f.code) for f in found.faults if f.code != "unknown-code"] == [], table
        assert [question.read for question in found.questions if question.asks.startswith("word:")] == []


def test_nothing_takes_place_in_a_province_before_it_is_there(records: Records) -> None:
    meetings = [
        ("ชื่อการประชุม", "จังหวัด", "วันที่จัด"),
        ("(ทดสอบ) ก", "บึงกาฬ", "5 ม.ค. 2554"),
        ("(ทดสอบ) ข", "บึงกาฬ", "5 เม.ย. 2554"),
    ]
    assert [(f.row, f.code) for f in tried(made(meetings), records).faults] == [(2, "before-province")]
    projects = [("ชื่อโครงการ", "จังหวัด", "ปีงบประมาณ", "สถานะ"), ("(ทดสอบ) ก", "บึงกาฬ", "2553", "แล้วเสร็จ"),
                ("(ทดสอบ) ข", "บึงกาฬ", "2553", "อยู่ระหว่างดำเนินการ"), ("(ทดสอบ) ค", "บึงกาฬ", "2554", "แล้วเสร็จ")]  # fmt: skip
    found = tried(made(projects), records, **{"list:projects.programme_code|": "clinic"})
    assert [(f.row, f.code) for f in found.faults] == [(2, "before-province")]


def test_faults_name_tables_and_words_in_thai() -> None:
    said = fault_text(
        Fault("f", 2, "สถานะ", "เสร็จมั้ง", "planned, running, completed, cancelled", "not-allowed"), TH
    )
    assert "อยู่ในแผน, กำลังดำเนินการ, แล้วเสร็จ, ยกเลิก" in said
    assert "institutions" not in fault_text(Fault("f", 2, "สถาบัน", "x", "institutions", "unknown-code"), TH)


@pytest.mark.parametrize(
    ("checks", "allowed"), [("editors", "e"), ("", "ec"), ("contributors", "ec"), ("readers", "ecr")]
)
def test_who_may_have_a_file_checked_is_a_setting(checks: str, allowed: str) -> None:
    rules = policy({"STI_CHECKS": checks} if checks else {}, {"auth": {"x": 1}})
    people = {"e": Identity("editor", "e"), "c": Identity("reader", "c", None, ("54",)), "r": Identity("reader", "r"),
              "n": Identity("nobody")}  # fmt: skip
    assert "".join(key for key, who in people.items() if may_check(who, rules)) == allowed


def test_a_setting_that_is_not_understood_opens_no_door() -> None:
    with pytest.raises(ValueError, match="checks"):
        policy({}, {"access": {"checks": "everybody"}})
