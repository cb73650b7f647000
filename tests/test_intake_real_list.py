"""A list as an office keeps it goes in: the budget of provinces and groups of 2565, part 1, as it was read by machine."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from data.intake import clusters
from data.intake.changes import Question
from data.intake.examine import Examination, examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.sourcing import Source
from data.records import Records, load
from measures.projects import amounts as projects
from measures.projects import explorer
from measures.projects.query import ProjectQuery
from measures.selection import Selection

LIST = Path(__file__).parent / "lists" / "provincial-budget-2565-part1.xlsx"
TOTAL = 8_413_816_223
DAY = date(2022, 9, 30)
ANSWERS = {
    "list:projects.programme_code|": "",
    "list:projects.status|": "",
    "places|กลุ่มจังหวัดภาคกลางตอนล่าง": "2560-lower-central-1 2560-lower-central-2",
    "places|กลุ่มจังหวัดภาคตะวันออก": "2560-east-1 2560-east-2",
}
SOURCE = Source("budget-fy2565-part1", "งบประมาณจังหวัดและกลุ่มจังหวัด 2565", "")


def tried(answers: dict[str, str], records: Records | None = None) -> Examination:
    book = open_file(LIST.name, LIST.read_bytes())
    return examine(book, understand(book), records or load(), answers, today=date(2026, 11, 30))


@pytest.fixture(scope="module")
def published() -> Records:
    before = load()
    tables = tried(ANSWERS).proposed(SOURCE)
    return Records("after", **{**before.tables(), **tables})


def test_it_is_understood_as_projects_and_asks_four_questions():
    found = tried({})
    assert found.faults == ()
    assert [(q.asks, q.read, q.count) for q in found.questions] == [
        ("list:projects.programme_code", "", 185),
        ("list:projects.status", "", 185),
        ("places", "กลุ่มจังหวัดภาคกลางตอนล่าง", 6),
        ("places", "กลุ่มจังหวัดภาคตะวันออก", 9),
    ]
    assert "total-agrees" in {note.code for note in found.notes}
    assert found.warnings == ()


def test_every_project_gets_an_id_that_finds_it_again_next_year(published: Records):
    own = published.projects[published.projects["evidence"] == "documented"]
    assert (len(own), own["project_id"].is_unique) == (185, True)
    again = tried(ANSWERS, published).proposed(SOURCE)
    assert set(again["projects"]["project_id"]) == set(own["project_id"])
    pd.testing.assert_frame_equal(again["projects"], own.reset_index(drop=True))


def test_map_lists_and_totals_agree_with_the_lists_own_total(published: Records):
    seen = Selection(DAY, measure="allocated", level="province", evidence="documented")
    assert projects.money_total(published, seen)["allocated_baht"] == TOTAL
    for level in ("province", "group"):
        chosen = Selection(DAY, measure="allocated", level=level, evidence="documented")
        on_map = projects.by_area(published, chosen)["value"].sum()
        beside = projects.unattributed(published, chosen)["allocated_baht"].sum()
        assert on_map + beside == TOTAL
    query = ProjectQuery(Selection(DAY, evidence="documented"))
    totals = explorer.totals(published, query)
    assert (totals.project_count, totals.attributed.allocated_baht) == (185, TOTAL)
    page = explorer.page(published, query, size=200)
    assert (len(page.rows), page.rows["allocated_baht"].sum()) == (185, TOTAL)


def test_what_the_list_does_not_state_stays_unstated(published: Records):
    own = published.projects[published.projects["evidence"] == "documented"]
    assert (
        set(own["status"])
        == set(own["programme_code"])
        == set(own["agency_code"])
        == set(own["phase_code"])
        == {""}
    )
    assert own["started_on"].isna().all()
    assert set(own["fiscal_year_be"]) == {2565}


def test_no_zero_is_claimed_where_nobody_says_whether_projects_run(published: Records):
    seen = Selection(DAY, measure="projects", level="province", evidence="documented")
    assert projects.running_total(published, seen).state == "not_reported"
    shown = projects.by_area(published, seen).set_index("area_code")
    assert tuple(shown.loc["17", ["state", "reason"]]) == ("not_reported", "status_not_stated")


def test_a_province_has_what_its_rows_say(published: Records):
    chosen = Selection(DAY, measure="allocated", level="province", evidence="documented")
    found = projects.by_area(published, chosen).set_index("area_code")
    # จังหวัดสิงค์บุรี, as the machine read it: 39,005,600 + 67,750,000 + 36,300,000
    assert found.loc["17", "value"] == 143_055_600
    assert found.loc["17", "evidence"] == "documented"


def test_titles_that_differ_only_in_spelling_stand_together_and_are_read_as_one_when_chosen():
    found = tried(ANSWERS).clusters
    assert [one.spellings for one in found[:2]] == [
        (("โครงการบริหารจัดการด้านทรัพยากรธรรมชาติและสิ่งแวดล้อม", 8, 0),
         ("โครงการบริหารจัดการด้านทรัพยากรธรรมชาติ และสิ่งแวดล้อม", 3, 0)),
        (("โครงการเสริมสร้างความมั่นคงและความปลอดภัย", 7, 0), ("โครงการเสริมสร้างความมันคงและความปลอดภัย", 1, 0)),
    ]  # fmt: skip
    assert len(found) == 6
    chosen = found[1].answers("โครงการเสริมสร้างความมั่นคงและความปลอดภัย")
    assert chosen == {
        "spelling:title_th|โครงการเสริมสร้างความมันคงและความปลอดภัย": "โครงการเสริมสร้างความมั่นคงและความปลอดภัย"
    }
    again = tried(ANSWERS | chosen)
    titles = again.sheets["projects"].values["title_th"].value_counts()
    assert titles["โครงการเสริมสร้างความมั่นคงและความปลอดภัย"] == 8
    assert len(again.clusters) == 5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ส่งเสริมการเลี้ยงไหม", "ส่งเสริมการเลี้ยงใหม", True),
        ("มหาวิทยาลัยราชภัฏลำปาง", "มหาวิทยาลัยราชภัฎลำปาง", True),
        ("สวทช", "สวทช.", True),
        ("อบรมเกษตรกร รุ่นที่ 1", "อบรมเกษตรกร รุ่นที่ ๒", False),  # another number is another thing
        ("โครงการวิจัยพืช ก", "โครงการวิจัยพืช ข", False),
        ("ที่ปรึกษา SME จ.ระยอง", "ที่ปรึกษา SME จ.ระนอง", False),  # another province, one letter away
        ("กรม ก", "กรม ข", False),
    ],
)
def test_what_differs_by_one_letter_may_be_one_thing_and_numbers_and_provinces_never_are(
    one: str, other: str, same: bool
):
    assert clusters.alike([one, other], ["ระยอง", "ระนอง"]) == ([(one, other)] if same else [])


def test_names_that_differ_only_in_spelling_are_asked_about_once():
    asked = [
        Question("f", 2, "c", read, (), "agencies", n)
        for read, n in (("สำนักงานนวัตกรรมใหม่", 3), ("กรมหม่อน", 1), ("สำนักงานนวัตกรรมไหม่", 2))
    ]
    assert [[one.read for one in group] for group in clusters.together(asked)] == [
        ["สำนักงานนวัตกรรมใหม่", "สำนักงานนวัตกรรมไหม่"], ["กรมหม่อน"],
    ]  # fmt: skip
