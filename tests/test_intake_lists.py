"""The five lists of a ministry's offices go in: understood, at most four questions, every row where it belongs."""

import base64
import datetime as dt
import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Font

from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.marked import marked
from data.intake.sourcing import Source
from data.intake.written import write
from data.records import Records, load
from data.schema import TABLES
from locales import Reader
from tests.ministry_lists import ALL, Listed, clinics, made, meetings, plans, villages

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
SOURCE = Source("office-list", "บัญชีของสำนักงาน", "")
every_list = pytest.mark.parametrize("listed", ALL, ids=[one.table + str(n) for n, one in enumerate(ALL)])


def tried(listed: Listed, answers: dict[str, str]) -> Examination:
    book = open_file(listed.name, listed.content)
    return examine(book, understand(book), load(), answers, "merge", today=dt.date(2026, 11, 30))


@every_list
def test_a_list_is_understood_and_asks_at_most_four_questions(listed: Listed) -> None:
    found = tried(listed, {})
    assert [(f.row, f.column, f.read, f.code) for f in found.faults] == []
    assert {question.key for question in found.questions} == set(listed.answers)
    assert len(found.questions) <= 4


@every_list
def test_a_list_is_ready_once_it_is_answered(listed: Listed) -> None:
    found = tried(listed, listed.answers)
    assert (found.faults, found.questions) == ((), ())
    assert {name: len(sheet.values) for name, sheet in found.sheets.items()}[listed.table] == listed.rows
    assert listed.table in found.proposed(SOURCE)


def cells(listed: Listed, table: str, *columns: str) -> list[tuple[str, ...]]:
    sheet = tried(listed, listed.answers).sheets[table]
    text = write(sheet.values, TABLES[table])
    return [tuple(row) for row in text[list(columns)].itertuples(index=False)]


def test_thousands_named_above_the_table_are_baht_and_places_are_those_of_the_row() -> None:
    assert cells(
        clinics(), "projects", "allocated_baht", "disbursed_baht", "beneficiary_count", "status"
    ) == [
        ("250000", "240000", "40", "completed"),
        ("300000", "300000", "35", "completed"),
        ("120500", "60000", "20", "running"),
    ]
    assert sorted(code for (code,) in cells(clinics(), "project_locations", "province_code")) == [
        "51",
        "54",
        "55",
        "65",
    ]


def test_a_group_is_its_provinces_on_the_rows_own_day() -> None:
    placed = cells(villages(), "project_locations", "province_code", "precision")
    assert [one for one in placed if one[1] == "province"] == [
        ("40", "province"),
        ("35", "province"),
        ("45", "province"),
    ]
    assert {code for code, precision in placed if precision == "group"} == {"39", "41", "42", "43"} | {
        code for code, precision in placed if precision == "group" and code == "38"
    }


def test_two_days_in_a_cell_and_a_month_alone() -> None:
    assert cells(
        meetings(), "workshops", "start_date", "end_date", "date_precision", "scope", "participants"
    ) == [
        ("2010-11-12", "2010-11-13", "day", "group", "80"),
        ("2010-11-30", "2010-12-02", "day", "group", "95"),
        ("2011-01-01", "", "month", "group", ""),
    ]


def test_an_officers_workbook_comes_back_as_it_was_with_the_places_marked() -> None:
    book = openpyxl.load_workbook(BytesIO(plans().content))
    page = book.active
    page["A1"].font = Font(bold=True, size=18)
    page["C3"].number_format = "@"
    page["B4"].comment = Comment("ถามอำเภอแล้ว", "สำนักงาน")
    page["D4"].value = "31/02/2554"
    page.column_dimensions["B"].width = 33
    page.freeze_panes = "C3"
    out = BytesIO()
    book.save(out)
    opened = open_file("แผนจังหวัด.xlsx", out.getvalue())
    found = examine(opened, understand(opened), load(), {}, "merge", today=dt.date(2026, 11, 30))
    back = openpyxl.load_workbook(
        BytesIO(marked(out.getvalue(), opened, understand(opened), found, Reader("th", "be")))
    )
    sheet = back.active
    assert [[cell.value for cell in row] for row in sheet] == [[cell.value for cell in row] for row in page]
    assert ([str(one) for one in sheet.merged_cells.ranges], sheet.freeze_panes) == (["A1:E1"], "C3")
    assert (sheet["A1"].font.size, sheet["C3"].number_format, sheet.column_dimensions["B"].width) == (
        18,
        "@",
        33,
    )
    said = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert set(said) == {"D4", "B4"}
    assert "ไม่ใช่วันที่ที่มีอยู่จริง" in said["D4"]
    assert said["B4"].startswith("ถามอำเภอแล้ว\n\n“จังหวัดเชียงรายย”")
    assert (sheet["D4"].fill.fgColor.rgb, sheet["B4"].fill.fgColor.rgb) == ("FFF8D0C8", "FFFCE8B2")


def test_charts_and_pictures_of_a_workbook_come_back_byte_for_byte() -> None:
    """Also with a note and a format of its own, a table, a chart on a sheet of its own and a sheet that is hidden."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page, unread = book.add_worksheet("แผน"), book.add_worksheet("คำนวณ")
        money = book.add_format({"num_format": "#,##0", "italic": True})
        page.write_row("A1", ["จังหวัด", "วันที่เก็บความต้องการ", "วันที่ร่างแผน", "วันที่อนุมัติ"])
        page.write_row("A2", ["เชียงใหม่", "1 ต.ค. 2553", "1 ธ.ค. 2553", "31/02/2554"], money)
        page.write_row("A3", ["เชียงรายย", "1 ต.ค. 2553", "1 ธ.ค. 2553", "1 ก.พ. 2554"])
        page.write_comment("A3", "ถามแล้ว")
        page.add_table("F1:G3", {"columns": [{"header": "ก"}, {"header": "ข"}]})
        page.insert_image("H2", "p.png", {"image_data": BytesIO(PICTURE)})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=แผน!$G$2:$G$3"})
        page.insert_chart("H9", chart)
        unread.hide()
        alone = book.add_chart({"type": "line"})
        alone.add_series({"values": "=แผน!$G$2:$G$3"})
        book.add_chartsheet("กราฟ").set_chart(alone)
    opened = open_file("แผน.xlsx", out.getvalue())
    found = examine(opened, understand(opened), load(), {}, "merge", today=dt.date(2026, 11, 30))
    came = marked(out.getvalue(), opened, understand(opened), found, Reader("th", "be"))
    before, after = (zipfile.ZipFile(BytesIO(one)) for one in (out.getvalue(), came))
    touched = {n for n in after.namelist() if n not in before.namelist() or before.read(n) != after.read(n)}
    # Notes stood here already, so nothing is added: sheet and styles for the colour, texts and boxes for the notes.
    assert touched == {
        "xl/worksheets/sheet1.xml",
        "xl/styles.xml",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }
    assert len([n for n in after.namelist() if "/charts/chart" in n or "/media/" in n]) == 3
    sheet = openpyxl.load_workbook(BytesIO(came))["แผน"]
    assert (len(sheet._charts), len(sheet._images), list(sheet.tables)) == (1, 1, ["Table1"])
    said = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert set(said) == {"D2", "A3"}
    assert said["A3"] == "ถามแล้ว\n\n“เชียงรายย” หมายถึงจังหวัดใด  เชียงราย"
    assert (sheet["D2"].number_format, sheet["D2"].font.italic, sheet["D2"].fill.fgColor.rgb) == (
        "#,##0", True, "FFF8D0C8",
    )  # fmt: skip
    assert sheet["D3"].fill.fill_type is None
    assert open_file("แผน.xlsx", came).sheets[0].rows == opened.sheets[0].rows


def test_who_came_stands_in_columns_of_roles_and_of_provinces() -> None:
    rows = (
        ("สรุปการประชุม ปีงบประมาณ ๒๕๕๔",),
        ("ครั้งที่", "ชื่อการประชุม", "กลุ่มจังหวัด", "วันที่จัด", "รองผู้ว่าฯ", "สำนักงานจังหวัด", "จังหวัดแพร่", "น่าน", "ผู้จด"),
        ("๑", "(ทดสอบ) ประชุม ก", "กลุ่มจังหวัดภาคเหนือตอนบน ๒", "๑๒ พ.ย. ๒๕๕๓", "๒ คน", "๔", "๑๐", "", "ก"),
        ("๒", "(ทดสอบ) ประชุม ข", "กลุ่มจังหวัดภาคเหนือตอนบน ๒", "๑๓ ธ.ค. ๒๕๕๓", "-", "สอง", "", "๕", "ข"),
    )
    book = open_file("การประชุม.xlsx", made(rows))
    first = examine(book, understand(book), load(), {}, "merge", today=dt.date(2026, 11, 30))
    assert [question.key for question in first.questions] == ["number:attended_count|-"]
    assert [(fault.row, fault.column, fault.read, fault.code) for fault in first.faults] == [
        (4, "สำนักงานจังหวัด", "สอง", "bad-number")
    ]
    assert [note.read for note in first.notes if note.code == "unknown-columns"] == ["ผู้จด"]
    answers = {"number:attended_count|-": ""}
    found = examine(book, understand(book), load(), answers, "merge", today=dt.date(2026, 11, 30))
    came = write(found.sheets["participations"].values, TABLES["participations"])
    assert [
        tuple(row)
        for row in came[["workshop_id", "province_code", "role", "attended_count"]].itertuples(index=False)
    ] == [
        ("ws-2010-11-12-2551-upper-north-2", "", "pcso", "2"),
        ("ws-2010-11-12-2551-upper-north-2", "", "provincial_office", "4"),
        ("ws-2010-11-12-2551-upper-north-2", "54", "other", "10"),
        ("ws-2010-12-13-2551-upper-north-2", "55", "other", "5"),
    ]


def test_a_project_that_is_like_an_old_one_is_asked_about_once() -> None:
    records, first = load(), tried(clinics(), clinics().answers)
    after = Records("after", **{**records.tables(), **first.proposed(SOURCE)})
    rows = (
        ("ชื่อโครงการ", "จังหวัด", "ปีงบประมาณ", "งบประมาณ (บาท)"),
        ("(ทดสอบ) แปรรูปกล้วยตาก", "เพชรบูรณ์", "2553", "260000"),  # the same title and year, elsewhere
        ("(ทดสอบ) ผ้าย้อมสีธรรมชาติ", "ลำพูน", "2554", "100000"),  # another year is another project
    )
    book, common = (
        open_file("รายการ.xlsx", made(rows)),
        {"list:projects.programme_code|": "clinic", "list:projects.status|": ""},
    )

    def asked(**answers: str) -> Examination:
        return examine(book, understand(book), after, common | answers, "merge", today=dt.date(2026, 11, 30))

    [question] = asked().questions
    assert (question.key, question.count, question.suggestions[-1]) == (
        "same:projects|",
        1,
        "(ทดสอบ) แปรรูปกล้วยตาก",
    )
    old = first.sheets["projects"].values.iloc[0]["project_id"]
    same, new = (asked(**{question.key: answer}) for answer in ("same", "new"))
    assert (same.questions, new.questions) == ((), ())
    assert same.sheets["projects"].values["project_id"].iloc[0] == old
    assert old not in set(new.sheets["projects"].values["project_id"])
    places = same.proposed(SOURCE)["project_locations"]
    assert list(places.loc[places["project_id"] == old, "province_code"]) == ["67"]


def test_an_institution_that_nobody_knows_comes_in_with_its_appointment() -> None:
    rows = (
        ("ที่", "สถาบันเครือข่าย", "จังหวัดที่ตั้ง", "จังหวัด", "วันที่แต่งตั้ง"),
        ("๑", "(ทดสอบ) สถาบันซักซ้อม", "แพร่", "น่าน", "๒๑ ธ.ค. ๒๕๕๒"),
        ("๒", "มหาวิทยาลัยราชภัฎลำปาง", "ลำปาง", "ลำปาง", "๒๑ ธ.ค. ๒๕๕๒"),  # one letter beside a known one
    )
    book = open_file("ผู้แทน.xlsx", made(rows))

    def asked(**answers: str) -> Examination:
        return examine(book, understand(book), load(), answers, "merge", today=dt.date(2026, 11, 30))

    known = asked()
    if (
        known.questions
    ):  # where the spelling is not settled by folding, it is asked, a new one among the answers
        assert [question.suggestions[0] for question in known.questions] == ["lpru"]
        assert known.questions[0].suggestions[-1] == "new"
        known = asked(**{known.questions[0].key: "lpru"})
    assert (known.faults, known.questions) == ((), ())
    institutions = known.sheets["institutions"].values
    assert list(institutions["name_th"]) == ["(ทดสอบ) สถาบันซักซ้อม"]
    assert list(institutions["province_code"]) == ["54"]
    appointed = known.sheets["representatives"].values
    assert list(appointed["institution_code"]) == [institutions["institution_code"].iloc[0], "lpru"]
    proposed = known.proposed(SOURCE)
    assert set(proposed["institutions"]["institution_code"]) >= set(load().institutions["institution_code"])
