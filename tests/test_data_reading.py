"""Files as people save them: what can be read, and how every fault is told by row and column."""

import pytest

from data.reading import read_sheet
from data.schema import TABLES
from locales import Reader
from tests.data_files import PROVINCES, csv_text, found

PLAN = {"plan_id": "p1", "province_code": "54", "source_id": "s"}


def test_a_sound_file_gives_no_fault(tmp_path):
    assert found(tmp_path, {"provinces": PROVINCES}) == []


def test_a_byte_order_mark_and_windows_line_ends_are_read_like_any_file(tmp_path):
    content = b"\xef\xbb\xbf" + PROVINCES.replace("\n", "\r\n").encode()
    assert found(tmp_path, {"provinces": content}) == []


def test_the_province_nan_is_a_name_and_not_a_missing_value():
    sheet = read_sheet(PROVINCES.encode(), TABLES["provinces"], "provinces.csv")
    assert list(sheet.values["name_en"]) == ["Phrae", "Nan", "Bueng Kan"]
    assert list(sheet.values["province_code"]) == ["54", "55", "38"]


def test_codes_keep_their_leading_zero_and_lower_case_nan_stays_text():
    rows = [{"alias": "nan", "province_code": "05", "source_id": "s"}]
    sheet = read_sheet(csv_text("province_aliases", rows).encode(), TABLES["province_aliases"], "a.csv")
    assert sheet.values.iloc[0].to_dict() == {
        "alias": "nan",
        "province_code": "05",
        "kind": "",
        "source_id": "s",
        "note": "",
    }


def test_an_empty_file_is_told_as_a_whole(tmp_path):
    assert found(tmp_path, {"provinces": ""}) == [("facts/provinces.csv", 0, "", "", "", "empty-file")]


def test_a_file_in_the_old_thai_code_page_is_told_by_its_first_bad_line(tmp_path):
    content = b"province_code,name_th,name_en\n54,Phrae,Phrae\n55,\xb9\xe8\xd2\xb9,Nan\n"
    assert found(tmp_path, {"provinces": content}) == [
        ("facts/provinces.csv", 3, "", "b9", "UTF-8", "not-utf8")
    ]


def test_an_open_quotation_mark_is_told_as_no_table(tmp_path):
    assert found(tmp_path, {"plans": 'plan_id,province_code\np1,"54\n'}) == [
        ("facts/plans.csv", 0, "", "", "CSV", "not-csv")
    ]


def test_missing_unknown_and_repeated_columns_are_all_told_at_the_header(tmp_path):
    content = (
        "plan_id,plan_id,budget,needs_collected_on,drafted_on,approved_on,in_provincial_plan_on,source_id\n"
    )
    dates = "needs_collected_on, drafted_on, approved_on, in_provincial_plan_on"
    known = f"plan_id, province_code, {dates}, source_id"
    assert found(tmp_path, {"plans": content}) == [
        ("facts/plans.csv", 1, "province_code", "", "province_code", "missing-column"),
        ("facts/plans.csv", 1, "plan_id", "plan_id", "", "repeated-column"),
        ("facts/plans.csv", 1, "budget", "budget", known, "unknown-column"),
    ]


def test_blank_lines_count_as_rows_but_say_nothing(tmp_path):
    sound = csv_text("plans", [PLAN, PLAN | {"plan_id": "p2", "drafted_on": "soon"}])
    content = sound.replace("p2,", "\n,,,\np2,")
    assert found(tmp_path, {"plans": content}) == [
        ("facts/plans.csv", 5, "drafted_on", "soon", "YYYY-MM-DD", "bad-date")
    ]


def test_a_row_with_too_many_cells_is_told_with_both_counts(tmp_path):
    content = csv_text("plans", [PLAN]).rstrip("\n") + ",more,and more\n"
    assert found(tmp_path, {"plans": content}) == [("facts/plans.csv", 2, "", "9", "7", "ragged-row")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("2554-05-26", "buddhist-year"),
        ("2567-02-29", "buddhist-year"),  # a real day in BE, and no day at all if read as CE
        ("26/05/2011", "bad-date"),
        ("2011-02-29", "bad-date"),
        ("2011-5-26", "bad-date"),
        ("1066-10-14", "bad-date"),
        ("๒๕๕๔-๐๕-๒๖", "bad-date"),
    ],
)
def test_days_that_are_no_common_era_dates_are_told(tmp_path, written, code):
    content = csv_text("plans", [PLAN | {"needs_collected_on": written}])
    assert found(tmp_path, {"plans": content}) == [
        ("facts/plans.csv", 2, "needs_collected_on", written, "YYYY-MM-DD", code)
    ]


PROJECT = {
    "project_id": "j1",
    "title_th": "ก",
    "title_en": "a",
    "programme_code": "clinic",
    "status": "running",
    "started_on": "2011-01-10",
    "fiscal_year_be": "2554",
    "source_id": "s",
}


@pytest.mark.parametrize(
    ("column", "written", "expected", "code"),
    [
        ("allocated_baht", "538,800", "125000.50", "bad-number"),
        ("allocated_baht", "538800.0000ล้านบาท", "125000.50", "bad-number"),
        ("allocated_baht", "nan", "125000.50", "bad-number"),
        ("allocated_baht", "-1", "", "negative"),
        ("beneficiary_count", "12.5", "0, 1, 2 …", "not-whole"),
        ("beneficiary_count", "many", "0, 1, 2 …", "bad-number"),
        ("beneficiary_count", "-3", "", "negative"),
        ("fiscal_year_be", "", "", "blank"),
        ("fiscal_year_be", "2011", "2400-2699", "year-not-be"),
        ("status", "done", "planned, running, completed, cancelled", "not-allowed"),
        ("title_th", "", "", "blank"),
        ("project_id", "Project #1", "A-Z ก-ฮ 0-9 . - / ( )", "bad-code"),
    ],
)
def test_a_bad_cell_is_told_once_with_what_was_read(tmp_path, column, written, expected, code):
    content = csv_text("projects", [PROJECT, PROJECT | {"project_id": "j2", column: written}])
    faults = [fault for fault in found(tmp_path, {"projects": content}) if fault[5] != "year-date"]
    assert faults == [("facts/projects.csv", 3, column, written, expected, code)]


def test_attendance_must_be_a_number_of_people(tmp_path):
    rows = [
        {"workshop_id": "w1", "role": "pcso", "invited_count": "1", "attended_count": "yes", "source_id": "s"}
    ]
    assert found(tmp_path, {"participations": csv_text("participations", rows)}) == [
        ("facts/participations.csv", 2, "attended_count", "yes", "0, 1, 2 …", "bad-number")
    ]


def test_all_faults_of_a_file_are_collected_and_not_only_the_first(tmp_path):
    rows = [PLAN | {"needs_collected_on": "2554-01-01"}, PLAN | {"plan_id": "", "drafted_on": "x"}]
    faults = found(tmp_path, {"plans": csv_text("plans", rows)})
    assert {(row, column, code) for _, row, column, _, _, code in faults} == {
        (2, "needs_collected_on", "buddhist-year"),
        (3, "plan_id", "blank"),
        (3, "drafted_on", "bad-date"),
    }


def test_optional_columns_may_be_absent_and_are_then_blank():
    rows = [
        {"institution_code": "nu", "name_th": "ก", "name_en": "a", "province_code": "65", "source_id": "s"}
    ]
    content = csv_text("institutions", rows, without=("joined_on",)).encode()
    sheet = read_sheet(content, TABLES["institutions"], "institutions.csv")
    assert sheet.faults == []
    assert sheet.values["joined_on"].isna().all()
    assert str(sheet.values["joined_on"].dtype) == "datetime64[us]"


def test_an_office_may_keep_its_own_records_in_thai_alone():
    row = {name: cell for name, cell in PROJECT.items() if name != "title_en"}
    sheet = read_sheet(
        csv_text("projects", [row], without=("title_en",)).encode(), TABLES["projects"], "p.csv"
    )
    assert sheet.faults == []
    assert Reader("en").pick(sheet.values.iloc[0], "title") == "ก"
