"""Numbers that were untrue or contradictory, as literals."""

from datetime import date

import pytest

from data.records import load
from exports.story import story
from figures import drawn
from figures.area import drawn as area_drawn
from figures.compare import words as compare_words
from locales import Reader
from measures import compare, gaps, overview, reconciliation, values, workshop_years
from measures.area import profile
from measures.selection import Selection
from views.area import ranking
from views.area import words as area_words

DAY = date(2011, 5, 26)
TH = Reader(lang="th", era="be")


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.mark.parametrize(
    ("groups", "evidence", "value", "state", "kind"),
    [
        (("2551-upper-north-2",), "all", 16, "value", "illustrative"),
        (("2551-upper-north-2",), "documented", None, "not_reported", ""),
        (("2551-east",), "all", 9, "value", "illustrative"),
        (("2551-south-andaman",), "all", 13, "value", "illustrative"),
        ((), "all", 657, "value", "partly"),
        ((), "documented", 400, "value", "documented"),
    ],
)
def test_the_400_of_a_national_meeting_are_never_a_groups(records, groups, evidence, value, state, kind):
    count = overview.participants(records, Selection(DAY, groups=groups, evidence=evidence))
    assert (count.value, count.state, count.evidence) == (value, state, kind)
    years = workshop_years.by_fiscal_year(records, Selection(DAY, groups=groups, evidence=evidence))
    row = years[years["fiscal_year_be"].eq(2554).fillna(False)].iloc[0]
    assert (None if value is None else int(row["participants"])) == value


def test_what_was_made_to_agree_is_not_counted_as_agreeing(records):
    found = reconciliation.compare(records)["verdict"].value_counts().to_dict()
    assert found == {"agrees": 8, "by_construction": 11, "own_count": 2, "cannot_compute": 14}


def test_beyond_the_records_nobody_came_is_not_claimed(records):
    count = overview.participants(records, Selection(date(2026, 9, 30)))
    assert (count.value, count.state) == (None, "not_reported")


def test_no_record_of_a_plan_is_not_called_no_progress(records):
    frame = gaps.plan_progress(records, Selection(DAY), 12)
    none = frame[frame["reason"] == "no_plan_stage"]
    assert len(none)
    assert set(none["state"]) == {"not_reported"}
    assert frame.loc[frame["state"] == "stalled", "reason"].str.startswith("plan_stalled_").all()


def test_what_is_kept(records):
    parts = overview.sentence_parts(records, Selection(DAY))
    assert (parts["covered"], parts["provinces"], parts["groups"], parts["groups_of"]) == (61, 76, 16, 18)


def test_steps_complete_are_one_number_on_page_and_slide(records):
    wanted = "ดำเนินการครบทุกกลุ่มจังหวัดแล้ว 1 จาก 4 ขั้นตอน อีก 1 ขั้นตอนไม่มีข้อมูล"
    assert drawn.steps_by_year(records, Selection(DAY), TH).title == wanted
    slides = {slide.kind: slide for slide in story.build(records, "nation", DAY, TH).slides}
    assert slides["phases"].title == wanted


def test_three_counts_of_workshops_have_three_names(records):
    # Upper Northern 2: held for the group 2, somebody of it came 5, its four provinces came 19 times in all.
    group = Selection(DAY, area="2551-upper-north-2")
    page = profile.profile(records, group)
    held = page.ranks[page.ranks["measure"] == "workshops"].iloc[0]
    came = int((page.workshops["state"] == "attended").sum())
    visits = compare.cell(records, group, "workshops")["value"]
    assert (held["value"], came, visits) == (2, 5, 19)
    names = (
        ranking.ranks(page, TH, lambda evidence, reader: "").rows[2][0],
        TH.t("area-key-workshops"),
        compare_words.name("workshops", TH),
    )
    assert names == (
        "การประชุมที่จัดให้กลุ่มจังหวัดโดยตรง",
        "การประชุมที่มีผู้เข้าร่วม",
        "การเข้าร่วมประชุม (นับรายจังหวัด)",
    )


def test_plans_add_up_to_the_provinces_of_the_day(records):
    states = values.by_area(records, Selection(DAY, measure="plan"))["state"].value_counts().to_dict()
    assert states == {
        "none": 54, "needs_collected": 11, "drafted": 6, "approved": 2, "in_provincial_plan": 3, "not_applicable": 1,
    }  # fmt: skip
    assert "71 จังหวัด" in drawn.area_map(records, Selection(DAY, measure="plan"), TH).title  # 54 + 11 + 6


def test_a_legend_counts_what_its_title_counts(records):
    figure = area_drawn.timeline(records, Selection(DAY, area="2551-upper-north-2"), TH, False)
    assert figure.title == "15 เหตุการณ์ของพื้นที่ถึงวันที่เลือก"
    assert [item.count for item in figure.legend] == [4, 11, None]


def test_one_matter_in_three_provinces_is_one_matter(records):
    group = Selection(DAY, area="2551-upper-central-2")
    said = area_words.lead(profile.profile(records, group), group, TH)
    assert "<gap>ยังขาด 1 เรื่อง</gap><mark>สมมติ</mark> ใน 3 จังหวัด" in said
