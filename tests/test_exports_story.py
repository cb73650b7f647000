"""The story: which slides, which numbers, and what is said where nothing is known."""

from datetime import date

import pytest
import tiny

from data.records import load
from exports.story import story
from exports.story.story import build
from locales import Reader

DAY = date(2011, 5, 26)
TH, EN = Reader(), Reader("en", "ce")
EAST = "2551-east"


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture(scope="module")
def nation(records):
    return build(records, "nation", DAY, TH)


@pytest.fixture(scope="module")
def small():
    """Two groups on 31 August 2011: Udon Thani and Lampang have a representative, four others have none."""
    return tiny.records(
        institutions=[{"institution_code": "u1", "name_th": "มหาวิทยาลัยหนึ่ง", "name_en": "University One"}],
        representatives=[
            tiny.representative("41", "2010-02-01"),
            tiny.representative("52", "2010-03-01"),
            tiny.representative("43", "2010-01-01", "2011-01-31"),
        ],
        workshops=[tiny.workshop("w1", "2010-05-01", title_th="ประชุมหนึ่ง", title_en="First workshop")],
        participations=[tiny.seat("w1", "41", 3, 2), tiny.seat("w1", "42", 2, 0)],
    )


def table_of(one, kind):
    return one.slide(kind).table


def test_every_slide_comes_in_its_order(nation):
    assert [slide.kind for slide in nation.slides] == [
        "title", "where_we_are", "coverage_map", "gaps", "workshops", "phases", "projects", "comparison", "decide",
        "sources",
    ]  # fmt: skip


def test_slides_and_their_order_can_be_chosen(records):
    chosen = build(records, EAST, DAY, TH, kinds=("gaps", "where_we_are"))
    assert [slide.kind for slide in chosen.slides] == ["gaps", "where_we_are"]


def test_the_documented_count_is_the_first_number(nation):
    slide = nation.slide("where_we_are")
    assert slide.title == "มีผู้แทนกระทรวงฯ แล้ว 61 จาก 76 จังหวัด เหลือ 15 จังหวัดที่ยังไม่มีผู้แทน"
    key = slide.key_figures[0]
    assert (key.code, key.number, key.denominator, key.value, key.of) == ("coverage", 61, 76, "61", "จาก 76")


@pytest.mark.parametrize(("day", "count"), [(date(2011, 3, 22), 76), (date(2011, 3, 23), 77)])
def test_the_map_has_the_provinces_of_its_day(records, day, count):
    shown = build(records, "nation", day, TH, kinds=("coverage_map",)).slide("coverage_map").area_map
    codes = {area.code for area in shown.areas}
    assert len(codes) == count
    assert "10" in codes
    assert ("38" in codes) is (count == 77)


def test_colours_of_the_map_are_those_of_its_classes(small):
    shown = (
        build(small, "nation", date(2011, 8, 31), TH, kinds=("coverage_map",)).slide("coverage_map").area_map
    )
    states = {area.code: shown.classes[area.class_index].code for area in shown.areas}
    assert states == {
        "41": "covered", "52": "covered", "38": "uncovered", "42": "uncovered", "43": "uncovered",
        "50": "uncovered", "10": "not_applicable",
    }  # fmt: skip
    assert {area.colour for area in shown.areas if states[area.code] == "covered"} == {"#12616F"}


def test_a_group_is_told_about_its_own_provinces_only(small):
    told = build(small, tiny.NE, date(2011, 8, 31), EN)
    assert told.scope_name == "Upper Northeastern 1"
    assert told.slide("coverage_map").area_map.close == ("38", "41", "42", "43")
    assert set(table_of(told, "coverage_map").text["Province"]) == {
        "Bueng Kan",
        "Loei",
        "Nong Khai",
        "Udon Thani",
    }
    assert told.slide("where_we_are").key_figures[0].number == 1
    assert told.slide("where_we_are").key_figures[0].denominator == 4


def test_a_province_names_its_representative_and_since_when(small):
    lead = build(small, "41", date(2011, 8, 31), EN).slide("where_we_are").lead
    assert lead.startswith("<good>Represented by</good> University One since 1 Feb 2010.")


def test_a_province_without_one_says_why(small):
    lead = build(small, "43", date(2011, 8, 31), EN).slide("where_we_are").lead
    assert lead.startswith(
        "<gap>No representative yet</gap>: The representative's term ended and nobody has followed."
    )


def test_decisions_come_from_gaps_and_say_how_many_of_how_many(small):
    slide = build(small, "nation", date(2011, 8, 31), EN).slide("decide")
    said = dict(zip(slide.table.text["Matter"], slide.table.data["How many"], strict=True))
    assert said["Appoint a successor to the representative"] == 1  # Nong Khai
    assert said["Find an institution to join the network"] == 3  # Bueng Kan, Loei, Chiang Mai
    assert said["Ask why nobody came, and arrange another occasion"] == 1  # Loei was asked
    assert "Appoint a successor to the representative: 1 of 6 provinces (Nong Khai)" in slide.bullets


def test_nothing_known_asks_for_the_data_and_decides_nothing_else(records):
    told = build(records, "nation", DAY, EN, evidence="documented")
    matters = told.slide("decide").table.text["Matter"].tolist()
    assert len(matters) == 4
    assert all(matter.startswith("Collect the missing data: ") for matter in matters)
    assert told.slide("gaps").title == "The data do not say what is missing on this day"
    assert told.slide("gaps").table is None


def test_documented_rows_only_are_never_marked_illustrative(records):
    told = build(records, "nation", DAY, TH, evidence="documented")
    marks = [mark for slide in told.slides if slide.table for mark in slide.table.illustrative]
    assert len(marks) > 50
    assert not any(marks)


def test_a_number_that_is_not_known_is_words_in_the_text_and_none_in_the_data(records):
    table = table_of(build(records, "nation", DAY, EN, evidence="documented"), "coverage_map")
    column = "With (provinces)"
    assert set(table.text[column]) == {"not reported"}
    assert table.data[column].isna().all()


def test_text_and_data_of_a_table_have_the_same_cells(nation):
    for slide in nation.slides:
        if slide.table is not None:
            assert slide.table.text.shape == slide.table.data.shape
            assert len(slide.table.illustrative) == len(slide.table.text)


def test_each_step_counts_all_eighteen_groups(nation):
    chart = nation.slide("phases").chart
    assert len(chart.categories) == 9
    assert [sum(series.values[i] for series in chart.series) for i in range(9)] == [18.0] * 9


def test_allocated_and_disbursed_stay_two_series_and_nationwide_money_stands_beside(nation):
    slide = nation.slide("projects")
    assert [series.name for series in slide.chart.series] == ["งบประมาณที่ได้รับจัดสรร", "เงินที่เบิกจ่าย"]
    assert "โครงการระดับประเทศ ไม่รวมในยอดนี้ 18 โครงการ จัดสรร 13.2 ล้านบาท" in slide.bullets


def test_notes_carry_finding_filters_release_and_sources(nation):
    notes = nation.slide("where_we_are").notes
    assert notes[0].startswith("ข้อค้นพบ: มีผู้แทนกระทรวงฯ แล้ว 61 จาก 76 จังหวัด")
    assert "เงื่อนไข: ทั้งประเทศ ณ 26 พ.ค. 2554 ทุกแถว ทั้งที่มีเอกสารและที่เป็นข้อมูลสมมติ" in notes
    assert f"ชุดข้อมูล {nation.release}" in notes
    assert any(line.startswith("แหล่งข้อมูล: seed-003") for line in notes)


def test_sources_list_the_documents_of_the_other_slides(nation):
    listed = table_of(nation, "sources").text["รหัส"].tolist()
    assert listed == list(nation.sources)
    assert "seed-003" in listed
    assert "sample" not in listed


def test_bangkok_is_told_without_expectations(records):
    told = build(records, "10", DAY, EN)
    assert told.slide("gaps").title == "No expectation applies on this day"
    assert told.slide("coverage_map").area_map.close == ()
    assert told.slide("phases").title == "The area is in no province group, so no steps are counted for it"


@pytest.mark.parametrize(
    ("scope", "day", "error", "said"),
    [
        ("99", DAY, story.UnknownScopeError, "“99” is neither “nation” nor the code of a province or province group."),
        ("38", date(2011, 3, 22), story.ScopeNotOnDayError, "Bueng Kan does not exist on 22 Mar 2011."),
        ("2560-east-1", DAY, story.ScopeNotOnDayError, "Eastern 1 does not exist on 26 May 2011."),
        ("nation", date(2003, 9, 30), story.DateOutOfRangeError,
         "30 Sep 2003 is out of range: choose a day from 1 Oct 2003 to 30 Sep 2026."),
        ("nation", date(2026, 10, 1), story.DateOutOfRangeError,
         "1 Oct 2026 is out of range: choose a day from 1 Oct 2003 to 30 Sep 2026."),
    ],
)  # fmt: skip
def test_a_story_that_cannot_be_told_says_why(records, scope, day, error, said):
    with pytest.raises(error) as raised:
        build(records, scope, day, TH)
    assert raised.value.sentence(EN) == said
    assert raised.value.sentence(TH) != said


def test_an_unknown_slide_is_named(records):
    with pytest.raises(story.UnknownSlideError) as raised:
        build(records, "nation", DAY, TH, kinds=("title", "dance"))
    assert "“dance”" in raised.value.sentence(EN)


@pytest.mark.parametrize(
    "day", ["2003-10-01", "2008-01-15", "2009-12-21", "2011-03-25", "2017-11-17", "2026-09-30"]
)
def test_a_story_can_be_told_on_days_when_the_map_or_the_role_changes(records, day):
    for scope in ("nation", "33"):
        told = build(records, scope, date.fromisoformat(day), EN)
        assert all(slide.title and slide.notes for slide in told.slides)


def test_eighteen_groups_and_the_provinces_of_the_day_can_be_asked_for(records):
    assert len(story.scopes(records, DAY, "group")) == 18
    assert len(story.scopes(records, DAY, "province")) == 77


@pytest.mark.parametrize(
    ("lang", "said"),
    [("th", "จัดประชุมกับกลุ่มแล้ว</good><mark>สมมติ</mark> ใน"), ("en", "<good>has been held</good>")],
)
def test_of_one_group_the_workshop_is_held_or_not_and_never_counted(records, lang, said):
    told = build(records, "2551-lower-northeast-2", DAY, Reader(lang), kinds=["where_we_are"])
    assert said in told.slides[0].lead
    assert "1 กลุ่ม" not in told.slides[0].lead


@pytest.mark.parametrize(
    ("scope", "title"),
    [
        ("nation", "ดำเนินการครบทุกกลุ่มจังหวัดแล้ว 1 จาก 4 ขั้นตอน อีก 1 ขั้นตอนไม่มีข้อมูล"),
        (
            "2551-lower-northeast-2",
            "ภาคตะวันออกเฉียงเหนือตอนล่าง 2 ดำเนินการครบแล้ว 2 จาก 4 ขั้นตอนที่ถึงกำหนด อีก 1 ขั้นตอนไม่มีข้อมูล",
        ),
    ],
)
def test_the_phases_slide_counts_its_steps_once(records, scope, title):
    slide = build(records, scope, DAY, Reader(), kinds=["phases"]).slides[0]
    assert slide.title == title
    assert slide.figures[1].title == title
    assert "จาก 5" not in "".join((slide.title, *(figure.title + figure.alt for figure in slide.figures)))


def test_a_province_is_not_counted_out_of_one(records):
    slide = build(records, "33", DAY, Reader(), kinds=["gaps"]).slides[0]
    assert slide.title == "ไม่พบสิ่งที่ยังขาดในเรื่องที่มีข้อมูล อีก 1 เรื่องไม่มีข้อมูล"  # no record of its plan
    assert slide.bullets == ()
    assert len(slide.table.text) == 1
