"""From a dropped book to tables ready to publish: plans, modes, answers, sources, and the way back."""

import datetime as dt
from io import BytesIO

import openpyxl
import pytest

from data.columns import column_message, table_message
from data.intake.correct import corrected
from data.intake.difference import difference
from data.intake.examine import Examination, NotReadyError, examine
from data.intake.files import Book, open_file
from data.intake.mapping import Choice, understand
from data.intake.sourcing import Alias, Source, SourceError
from data.intake.templates import template
from data.records import FACTS, SAMPLE, Records, load
from data.schema import TABLES
from locales import Reader
from tests.intake_records import TODAY, base
from tests.odd_files import HEADER, KNOWN, PLACE, PLAN, ROW, csv, row, xlsx

TH, EN = Reader("th"), Reader("en")
SOURCE = Source("report-2554", "รายงานประจำปี 2554", "Annual report 2554")


def opened(content: bytes, name: str = "งาน.csv") -> Book:
    return open_file(name, content)


def tried(
    content: bytes, name: str = "งาน.csv", mode: str = "merge", records: Records | None = None, **more
) -> Examination:
    book = opened(content, name)
    return examine(
        book, understand(book), records or base(), more.pop("answers", None), mode, today=TODAY, **more
    )


def with_project(**changes) -> Records:
    """Return the base release with one documented project more, made by publishing it."""
    tables = tried(csv(HEADER, row(**changes))).proposed(SOURCE)
    return Records("aaaaaaaaaaaa", **(base().tables() | tables))


def test_a_sheet_is_understood_by_its_headers():
    plan = understand(opened(csv([*HEADER, "ผู้ประสานงาน"], [*ROW, "x"])))[0]
    assert plan.table == "projects"
    assert plan.columns["งบประมาณ"] == "allocated_baht"
    assert plan.columns["วันเริ่ม"] == "started_on"
    assert (plan.missing, plan.unknown) == ((), ("ผู้ประสานงาน",))


def test_every_table_is_understood_under_its_thai_and_english_names():
    for reader in (TH, EN):
        for name, table in TABLES.items():
            names = [reader.t(column_message(column.name)) for column in table.columns]
            content = xlsx(ข้อมูล=[names, ["x"] * len(names)])
            plan = understand(open_file(f"{reader.t(table_message(name))}.xlsx", content))
            found = next(p for p in plan if p.sheet == "ข้อมูล")
            assert (found.table, list(found.columns.values())) == (name, table.names)


def test_a_choice_of_the_officer_is_stronger_than_any_reading():
    book = opened(csv([*HEADER, "อื่น"], [*ROW, "หมายเหตุ"]))
    choice = Choice("projects", {"งบประมาณ": "disbursed_baht", "เบิกจ่าย": "allocated_baht", "สถานะ": ""})
    plan = understand(book, {book.sheets[0].name: choice})[0]
    assert (plan.columns["งบประมาณ"], plan.columns["เบิกจ่าย"]) == ("disbursed_baht", "allocated_baht")
    assert plan.missing == ()
    assert plan.header_of("status") == ""
    assert understand(book, {book.sheets[0].name: Choice("")})[0].table is None


def test_a_sheet_that_fits_no_table_can_be_given_one():
    book = opened(csv(("ก", "ข"), ("pl-1", "ลำปาง")), "x.csv")
    assert understand(book)[0].table is None
    plan = understand(book, {"": Choice("plans", {"ก": "plan_id", "ข": "province_code"})})
    assert (plan[0].table, plan[0].missing) == ("plans", ())
    assert len(examine(book, plan, base(), today=TODAY).proposed(SOURCE)["plans"]) == 1


def test_every_change_is_kept_with_what_stood_there():
    found = tried(csv(HEADER, row(START="๑๐ ม.ค. ๒๕๕๔", ALLOCATED="0.3 ล้านบาท")))
    told = [(c.row, c.column, c.read, c.became, c.rule) for c in found.changes]
    assert told == [
        (2, "วันเริ่ม", "๑๐ ม.ค. ๒๕๕๔", "2011-01-10", "era"),
        (2, "งบประมาณ", "0.3 ล้านบาท", "300000", "unit"),
    ]
    assert found.changes.by_rule() == {"era": 1, "unit": 1}
    assert found.changes[-1].became == "300000"
    with pytest.raises(IndexError):
        found.changes[2]


def test_a_question_is_asked_once_and_its_answer_settles_every_cell():
    rows = [("pl-1", "ลำปางง", ""), ("pl-2", "ลำปางง", "")]
    found = tried(csv(PLAN, *rows), "แผน.csv")
    assert [(q.row, q.column, q.read, q.suggestions, q.count) for q in found.questions] == [
        (2, "จังหวัด", "ลำปางง", ("52",), 2)
    ]
    answered = tried(csv(PLAN, *rows), "แผน.csv", answers={found.questions[0].key: "52"})
    assert (answered.questions, answered.faults) == ((), ())
    assert list(answered.sheets["plans"].values["province_code"]) == ["52", "52"]
    assert answered.aliases == (Alias("ลำปางง", "52"),)


def test_an_answer_is_kept_as_an_alias_and_understood_the_next_time():
    content = csv(PLAN, ("pl-1", "ลำปางง", ""))
    tables = tried(content, "แผน.csv", answers={"provinces|ลำปางง": "52"}).proposed(SOURCE)
    assert tables["province_aliases"].iloc[-1][["alias", "province_code", "kind", "source_id"]].tolist() == [
        "ลำปางง", "52", "spelling", "report-2554",
    ]  # fmt: skip
    later = Records("bbbbbbbbbbbb", **(base().tables() | tables))
    again = tried(content, "แผน.csv", records=later)
    assert again.is_clean
    assert tables.keys() == {"plans", "sources", "province_aliases"}
    forgotten = tried(content, "แผน.csv", answers={"provinces|ลำปางง": "52"}).proposed(
        SOURCE, keep_answers=False
    )
    assert forgotten.keys() == {"plans", "sources"}


def test_an_answer_that_is_no_province_is_a_fault():
    found = tried(csv(PLAN, ("pl-1", "ลำปางง", "")), "แผน.csv", answers={"provinces|ลำปางง": "99"})
    assert [(f.row, f.column, f.read, f.expected, f.code) for f in found.faults] == [
        (2, "จังหวัด", "ลำปางง", "52", "bad-answer")
    ]


def test_a_dash_can_be_answered_as_zero_or_as_not_reported():
    content = csv(HEADER, row(DISBURSED="-"))
    zero = (
        tried(content, answers={"number:disbursed_baht|-": "0"}).sheets["projects"].values["disbursed_baht"]
    )
    blank = (
        tried(content, answers={"number:disbursed_baht|-": ""}).sheets["projects"].values["disbursed_baht"]
    )
    assert list(zero) == [0.0]
    assert list(blank.isna()) == [True]


def test_merging_replaces_rows_with_the_same_key_and_keeps_the_others():
    proposed = tried(csv(HEADER, row(ID=KNOWN))).proposed(SOURCE)["projects"]
    assert list(proposed["project_id"]) == ["known-2", KNOWN]
    assert list(proposed["evidence"]) == ["illustrative", "documented"]


def test_replacing_illustrative_rows_takes_what_refers_to_them_along():
    found = tried(csv(HEADER, ROW), mode="replace_illustrative")
    tables = found.proposed(SOURCE)
    assert list(tables["projects"]["project_id"]) == ["p-1"]
    assert len(tables["project_locations"]) == 0
    assert found.removed == {"project_locations": 1}


def test_replacing_illustrative_rows_keeps_documented_ones():
    tables = tried(csv(HEADER, row(ID="p-2")), mode="replace_illustrative", records=with_project()).proposed(
        SOURCE
    )
    assert list(tables["projects"]["project_id"]) == ["p-1", "p-2"]


def test_replacing_makes_the_file_the_whole_table():
    tables = tried(csv(HEADER, row(ID="p-2")), mode="replace", records=with_project()).proposed(SOURCE)
    assert list(tables["projects"]["project_id"]) == ["p-2"]


def test_a_column_the_file_does_not_have_keeps_what_was_documented():
    short = [h for h in HEADER if h != "งบประมาณ"]
    cells = [c for c, h in zip(row(TITLE="ชื่อใหม่"), HEADER, strict=True) if h != "งบประมาณ"]
    proposed = tried(csv(short, cells), records=with_project()).proposed(SOURCE)["projects"]
    changed = proposed[proposed["project_id"] == "p-1"].iloc[0]
    assert (changed["title_th"], changed["allocated_baht"]) == ("ชื่อใหม่", 300000.0)
    blanked = tried(csv(HEADER, row(ALLOCATED="", DISBURSED="")), records=with_project()).proposed(SOURCE)[
        "projects"
    ]
    assert blanked[blanked["project_id"] == "p-1"]["allocated_baht"].isna().all()


def test_sheets_of_one_book_may_refer_to_each_other():
    book = xlsx(HEADER, ROW, พื้นที่=[PLACE, ("แปรรูปกล้วย", "ลำปาง", "จังหวัด", 1)])
    tables = tried(book, "งาน.xlsx").proposed(SOURCE)
    assert tables["project_locations"].iloc[-1][["project_id", "province_code"]].tolist() == ["p-1", "52"]


def test_rows_that_documented_rows_still_need_cannot_be_replaced_away():
    places = tried(
        csv(PLACE, ("p-1", "ลำปาง", "จังหวัด", "1")), "project_locations.csv", records=with_project()
    )
    records = Records("cccccccccccc", **(with_project().tables() | places.proposed(SOURCE)))
    found = tried(csv(HEADER, row(ID="p-2")), mode="replace", records=records)
    assert [(f.file, f.read, f.code) for f in found.faults] == [
        ("cccccccccccc/project_locations.csv", "p-1", "unknown-code")
    ]


def test_the_source_an_officer_names_is_a_new_row_that_every_row_cites():
    found = tried(csv(HEADER, ROW))
    assert found.needs_source
    with pytest.raises(NotReadyError, match="source"):
        found.proposed()
    source = Source("report-2554", "รายงาน", published_on=dt.date(2011, 10, 1), publisher="สป.วท.")
    cited = found.proposed(source)["sources"].iloc[-1]
    assert (cited["source_id"], cited["title_en"], cited["evidence"]) == (
        "report-2554",
        "รายงาน",
        "documented",
    )
    assert f"{cited['published_on']:%Y-%m-%d}" == "2011-10-01"


def test_a_source_of_the_release_is_cited_without_another_row():
    tables = tried(csv(HEADER, ROW)).proposed(Source("seed-003"))
    assert tables.keys() == {"projects"}
    assert tables["projects"].iloc[-1]["source_id"] == "seed-003"


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (Source("sample"), "illustrative"),
        (Source("Report 1", "ก"), "id"),
        (Source("", "ก"), "id"),
        (Source("new"), "title"),
    ],
)
def test_a_source_that_cannot_be_cited_is_refused(source, why):
    with pytest.raises(SourceError, match=why):
        tried(csv(HEADER, ROW)).proposed(source)


def test_a_row_that_calls_itself_illustrative_is_never_made_documented():
    found = tried(
        csv(
            [*HEADER, "source_id", "evidence"],
            [*ROW, "seed-003", "illustrative"],
            [*row(ID="p-2", TITLE="ข"), "sample", ""],
        )
    )
    assert list(found.proposed()["projects"]["evidence"].tail(2)) == ["illustrative", "illustrative"]
    assert not found.needs_source


def test_a_sheet_without_rows_changes_nothing():
    found = tried(csv(HEADER), mode="replace")
    assert (found.faults, [note.code for note in found.notes]) == ((), ["no-rows"])
    with pytest.raises(NotReadyError, match="nothing"):
        found.proposed(SOURCE)


def test_an_old_report_and_a_row_entered_twice_are_doubted():
    records = with_project(START="2020-01-10", END="2020-06-30", YEAR="2563")
    rows = [row(ID="p-2"), row(ID="p-3")]
    found = tried(csv(HEADER, *rows), records=records)
    assert [(w.row, w.code, w.read, w.value) for w in found.warnings] == [
        (0, "stale", "2011-06-30", "2020-06-30"),
        (3, "twice", "p-3", "2"),
    ]


def test_one_sum_far_above_the_others_is_doubted():
    rows = [row(ID=f"p-{n}", TITLE=f"ก{n}", ALLOCATED="300000") for n in range(8)]
    found = tried(csv(HEADER, *rows, row(ID="p-9", TITLE="ข", ALLOCATED="30000001")))
    assert [(w.row, w.column, w.code, w.value) for w in found.warnings] == [
        (10, "งบประมาณ", "spike", "300,000")
    ]


def test_progress_is_told_from_nothing_to_all():
    steps: list[float] = []
    open_file("งาน.xlsx", xlsx(HEADER, ROW), progress=steps.append)
    assert (steps[0], steps[-1], steps == sorted(steps)) == (0.0, 1.0, True)


def test_the_corrected_file_holds_the_officers_rows_where_they_were():
    content = xlsx(
        ("รายงาน",),
        HEADER,
        row(START="10 ม.ค. 2554", ALLOCATED=0.3),
        row(ID="p-2", TITLE="ข", END="31/02/2554"),
    )
    book = opened(content, "งาน.xlsx")
    plans = understand(book)
    found = examine(book, plans, base(), today=TODAY)
    page = openpyxl.load_workbook(BytesIO(corrected(book, plans, found, EN)))["โครงการ"]
    assert [cell.value for cell in page[2]][:3] == ["รหัสโครงการ", "ชื่อโครงการ", "title_en"]
    assert page["F3"].value == "2011-01-10"
    assert page["I3"].value == 0.3
    assert page["G4"].value == "31/02/2554"
    assert page["G4"].comment.text == "“31/02/2554” is not a real date; write it as 26 May 2011 or 2011-05-26"
    assert page["G4"].fill.fgColor.rgb == "FFF8D0C8"
    assert page["F4"].comment is None


@pytest.mark.parametrize(
    "content",
    [
        csv(
            [*HEADER[:8], "งบประมาณ (ล้านบาท)", "เบิกจ่าย"],
            row(ALLOCATED="๐.๓", START="๑๐ ม.ค. ๕๔", STATUS="แล้วเสร็จ", YEAR="2011"),
        ),
        csv(
            [*HEADER, "note"],
            [*row(TITLE="=1+1", PROGRAMME="เครือข่ายคลินิกเทคโนโลยี", DISBURSED="290,000.-"), "x"],
        ),
    ],
    ids=["million baht", "formula"],
)
def test_the_corrected_file_read_again_gives_the_same_values_and_no_change(content):
    book = opened(content)
    plans = understand(book)
    found = examine(book, plans, base(), today=TODAY)
    again = tried(corrected(book, plans, found, TH), "แก้แล้ว.xlsx", "replace_illustrative")
    assert found.is_clean
    assert again.is_clean
    assert len(again.changes) == 0
    first, second = found.sheets["projects"].values, again.sheets["projects"].values
    assert first["allocated_baht"].tolist() == second["allocated_baht"].tolist() == [300000.0]
    assert first.astype("str").equals(second.astype("str"))


@pytest.mark.parametrize("reader", [TH, EN], ids=["th", "en"])
def test_a_template_passes_the_check_unchanged(reader):
    content = template(TABLES, base(), reader)
    book = open_file("แบบฟอร์ม.xlsx", content)
    plans = understand(book)
    found = examine(book, plans, base(), today=TODAY)
    assert [plan.table for plan in plans[:-1]] == list(TABLES)
    assert all(not plan.unknown and not plan.missing and not plan.repeated for plan in plans[:-1])
    assert (plans[-1].table, found.faults, found.questions, found.changed) == (None, (), (), {})


@pytest.mark.parametrize("reader", [TH, EN], ids=["th", "en"])
def test_a_template_has_lists_notes_and_marked_examples_and_takes_a_row(reader):
    book = openpyxl.load_workbook(BytesIO(template(["plans"], base(), reader)))
    page = book.worksheets[0]
    assert page["A2"].value.startswith("ตัวอย่าง:")
    assert page["B1"].comment is not None
    assert len(page.data_validations.dataValidation) >= 1
    for at, cell in enumerate(("plan-1", "ลำปาง", "1/2/2554"), start=1):
        page.cell(3, at, cell)
    out = BytesIO()
    book.save(out)
    tables = tried(out.getvalue(), "แบบฟอร์ม.xlsx").proposed(SOURCE)
    assert tables["plans"][["plan_id", "province_code"]].to_numpy().tolist() == [["plan-1", "52"]]


def test_a_difference_names_rows_and_cells():
    before = with_project().tables()
    after = tried(
        csv(HEADER, row(TITLE="ชื่อใหม่", ALLOCATED="310000"), row(ID="p-2", TITLE="ข")), mode="replace_illustrative",
        records=with_project(),
    ).proposed(SOURCE)  # fmt: skip
    found = difference(before, after)
    projects = found.tables["projects"]
    assert found.tables.keys() == {"projects", "project_locations"}
    assert list(projects.added["project_id"]) == ["p-2"]
    assert list(projects.removed["project_id"]) == ["known-1", "known-2"]
    assert projects.changed.to_numpy().tolist() == [
        ["p-1", "title_th", "แปรรูปกล้วย", "ชื่อใหม่"],
        ["p-1", "allocated_baht", "300000", "310000"],
    ]
    assert projects.changed_rows == 1


def test_two_equal_releases_do_not_differ():
    assert difference(base(), base()).is_empty
    copies = {name: frame.copy() for name, frame in base().tables().items()}
    assert difference(base(), copies).is_empty


@pytest.mark.parametrize("folder", [FACTS, SAMPLE], ids=["facts", "sample"])
def test_the_shipped_files_come_back_without_a_change_or_a_difference(folder):
    shipped = load()
    for path in sorted(folder.glob("*.csv")):
        found = tried(path.read_bytes(), path.name, "merge", shipped)
        assert (path.name, found.faults, found.questions, list(found.changes)) == (path.name, (), (), [])
        assert difference(shipped, found.proposed()).is_empty
