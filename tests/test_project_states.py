"""A zero of projects is claimed only where it is known: none here, known to the group alone, place or status unknown."""

from datetime import date

import pytest
import tiny

from data.records import load
from figures import drawn
from locales import Reader
from measures import gaps, overview, values
from measures.selection import Selection

DAY = date(2011, 5, 26)
ASKED = Selection(DAY, measure="projects")
DOC = {"evidence": "documented", "source_id": "seed-003"}


@pytest.fixture(scope="module")
def shipped():
    return load()


def states(records, code, selection=ASKED):
    row = values.by_area(records, selection).set_index("area_code").loc[code]
    return row["state"], row["reason"]


@pytest.mark.parametrize(
    ("day", "none", "group_only"),
    [
        (date(2009, 12, 21), 24, {"39", "58"}), (date(2011, 3, 22), 10, {"44", "63", "82", "85"}),
        (DAY, 7, {"51", "63", "75", "85"}), (date(2014, 9, 30), 3, {"17", "63"}),
    ],
)  # fmt: skip
def test_where_its_group_works_a_province_is_not_a_zero(shipped, day, none, group_only):
    frame = values.by_area(shipped, Selection(day, measure="projects"))
    frame = frame[frame["area_code"] != "10"]
    assert int(frame["state"].eq("none").sum()) == none
    found = frame[frame["state"] == "group_only"]
    assert set(found["area_code"]) == group_only
    assert found["value"].isna().all()
    assert found["group_count"].ge(1).all()
    row = overview.missing(shipped, Selection(day)).set_index("gap").loc["no_project"]
    assert (row["value"], row["group_only"]) == (none, len(group_only))


def test_title_legend_and_alternative_text_say_which_they_mean(shipped):
    figure = drawn.area_map(shipped, ASKED, Reader("th"))
    assert "7 จังหวัดไม่มีโครงการ" in figure.title
    assert "อีก 4 จังหวัดทราบเพียงโครงการของกลุ่ม" in figure.title
    counts = {item.label: item.count for item in figure.legend}
    assert counts["ทราบเพียงโครงการของกลุ่มจังหวัด"] == 4
    told = figure.table.set_index("จังหวัด")["โครงการที่กำลังดำเนินการ"]
    assert told["ตาก"] == "ทราบเพียงโครงการของกลุ่มจังหวัด (2 โครงการ)"
    assert (
        "of 4 more provinces only their group's projects are known"
        in drawn.area_map(shipped, ASKED, Reader("en")).title
    )


def test_a_gap_list_does_not_say_that_such_a_province_has_no_project():
    records = tiny.records(
        projects=[tiny.project("p", "2010-01-01")],
        project_locations=[tiny.location("p", "50", precision="group")],
    )
    frame = gaps.project_in_phase(records, Selection(DAY)).set_index("area_code")
    assert frame.loc["50", ["state", "reason"]].tolist() == ["not_reported", "known_only_to_group"]
    assert frame.loc["52", "state"] == "no_project"


def test_a_stated_sum_of_zero_stands_also_while_documented_projects_have_no_place():
    records = tiny.records(
        projects=[
            tiny.project("p", "2010-01-01", **DOC),
            tiny.project("q", "2010-01-01", allocated_baht=0.0, **DOC),
        ],
        project_locations=[tiny.location("q", "50", 1.0, **DOC)],
    )
    money = ASKED.but(measure="allocated")
    assert states(records, "50", money) == ("none", "")
    assert states(records, "41", money) == ("not_reported", "place_not_stated")


def test_a_zero_is_never_documented_while_documented_projects_have_no_place():
    records = tiny.records(
        projects=[tiny.project("p", "2010-01-01", **DOC), tiny.project("q", "2010-01-01", **DOC)],
        project_locations=[tiny.location("q", "50", 1.0, **DOC)],
    )
    for selection in (ASKED, ASKED.but(evidence="documented"), ASKED.but(level="group")):
        frame = values.by_area(records, selection)
        assert not frame["state"].eq("none").any()
    assert states(records, "41") == ("not_reported", "place_not_stated")
    assert states(records, "50") == ("value", "")


def test_a_project_without_a_status_is_no_zero():
    records = tiny.records(
        projects=[tiny.project("p", "2010-01-01", status="")],
        project_locations=[tiny.location("p", "50", 1.0)],
    )
    assert states(records, "50") == ("not_reported", "status_not_stated")
    assert states(records, "52") == ("none", "")


def test_money_of_the_group_alone_is_no_zero_of_the_province_either():
    records = tiny.records(
        projects=[tiny.project("p", "2010-01-01", allocated_baht=5.0)],
        project_locations=[
            tiny.location("p", "50", precision="group"),
            tiny.location("p", "52", precision="group"),
        ],
    )
    asked = Selection(DAY, measure="allocated")
    assert states(records, "50", asked) == ("group_only", "known_only_to_group")
    assert states(records, tiny.NORTH, asked.but(level="group")) == ("value", "")


def test_a_change_cannot_be_taken_from_what_is_known_of_the_group_alone(shipped):
    frame = values.change_since(shipped, ASKED, date(2010, 5, 26)).set_index("area_code")
    assert frame.loc["51", "state"] == "not_reported"
