"""A limit hides rows and never changes what a row means: one number for every reader who may see it."""

from datetime import date

import pytest
import tiny

from data.access.limited import within
from measures import phases, values, workshops
from measures.catalogue import SPECS
from measures.projects import amounts, detail, explorer
from measures.selection import Selection

DAY = date(2011, 5, 26)
NORTH = Selection(DAY, groups=(tiny.NORTH,))


@pytest.fixture(scope="module")
def records():
    shared = {"allocated_baht": 9_000_000.0, "disbursed_baht": 1.0}
    return tiny.records(
        projects=[
            tiny.project("own", "2010-01-01", allocated_baht=1_000_000.0, disbursed_baht=2.0),
            tiny.project("unshared", "2010-01-01", **shared), tiny.project("shares", "2010-01-01", **shared),
            tiny.project("group-only", "2010-01-01", **shared), tiny.project("nation", "2010-01-01", **shared),
        ],
        project_locations=[
            tiny.location("own", "50", 1.0),
            tiny.location("unshared", "50"), tiny.location("unshared", "41"),
            tiny.location("shares", "52", 0.25), tiny.location("shares", "42", 0.75),
            tiny.location("group-only", "50", precision="group"), tiny.location("group-only", "41", precision="group"),
            tiny.location("nation", "", precision="nationwide"),
        ],
    )  # fmt: skip


@pytest.fixture(scope="module")
def limited(records):
    return within(records, (tiny.NORTH,))


def test_a_shared_project_without_shares_is_not_one_provinces_alone(records, limited):
    asked = Selection(DAY, measure="allocated")
    frame = values.by_area(limited, asked).set_index("area_code")
    assert frame.loc["50", ["state", "value"]].tolist() == ["value", 1_000_000.0]
    assert frame.loc["52", ["state", "value"]].tolist() == ["value", 2_250_000.0]


@pytest.mark.parametrize("measure", list(SPECS))
@pytest.mark.parametrize("level", ["province", "group"])
def test_every_measure_is_the_same_number_for_whoever_may_see_it(records, limited, measure, level):
    if level not in SPECS[measure].levels:
        return
    asked = Selection(DAY, measure=measure, level=level)
    own = values.by_area(limited, asked).set_index("area_code")
    own = own.loc[[tiny.NORTH]] if level == "group" else own
    everybody = values.by_area(records, asked).set_index("area_code").loc[own.index]
    columns = ["state", "value", "of", "since", "reason", "evidence", "source_id"]
    assert own[columns].astype(str).equals(everybody[columns].astype(str))


def test_the_totals_of_the_explorer_are_those_of_the_readers_area(records, limited):
    own = explorer.totals(limited, explorer.ProjectQuery(Selection(DAY)))
    everybody = explorer.totals(records, explorer.ProjectQuery(NORTH))
    assert own.attributed == everybody.attributed
    assert (own.attributed.project_count, own.attributed.allocated_baht) == (2, 3_250_000.0)
    assert own.unattributed == everybody.unattributed
    assert own.nationwide == everybody.nationwide


def test_what_lies_outside_keeps_its_share_and_loses_its_name(limited):
    places = detail.detail(limited, Selection(DAY), "shares").locations
    assert sorted(zip(places["province_code"], places["share"], strict=True)) == [("", 0.75), ("52", 0.25)]
    assert set(limited.provinces["province_code"]) == {"50", "52"}
    listed = explorer.page(limited, explorer.ProjectQuery(Selection(DAY))).rows.set_index("project_id")
    assert listed.loc["shares", "province_codes"] == ("52",)


def test_what_the_map_cannot_place_does_not_name_hidden_places(records, limited):
    asked = Selection(DAY, measure="allocated", level="group")
    assert set(amounts.unattributed(limited, asked)["kind"]) == {
        "nationwide",
        "several_without_share",
        "group_only",
    }


def test_two_limits_never_share_a_release(records):
    marks = {within(records, (name,)).release for name in (tiny.NORTH, tiny.NE)}
    assert len({mark.partition(".")[2] for mark in marks}) == 2
    assert all(len(mark.partition(".")[2]) == 64 for mark in marks)


NORTHERN = ("50", "52")
ELSEWHERE = {
    "representatives": [tiny.representative("50", "2010-01-01")],
    "plans": [{"plan_id": "a", "province_code": "50", "needs_collected_on": "2009-05-25", "source_id": "sample"}],
    "projects": [tiny.project("north", "2010-01-01")], "project_locations": [tiny.location("north", "50", 1.0)],
    "workshops": [tiny.workshop("w1", "2010-05-01", group_code=tiny.NORTH),
                  tiny.workshop("w2", "2010-06-01", scope="national", group_code="")],
    "participations": [tiny.seat("w1", "50", 3, 3), tiny.seat("w2", "50", 5, 4), tiny.seat("w2", "41", 2, 1)],
}  # fmt: skip


@pytest.mark.parametrize(
    ("measure", "state"),
    [("coverage", "uncovered"), ("attendance", "never_invited"), ("plan", "none"), ("projects", "none"),
     ("allocated", "none")],
)  # fmt: skip
def test_a_reader_who_may_see_no_row_is_told_of_absence_and_not_of_silence(measure, state):
    records = tiny.records(**ELSEWHERE)
    for seen in (records, within(records, (tiny.NE,))):
        row = values.by_area(seen, Selection(DAY, measure=measure)).set_index("area_code").loc["42"]
        assert (row["state"], row["evidence"]) == (state, "illustrative")


def test_a_step_that_others_have_begun_is_not_reached_for_whoever_sees_no_plan():
    records = tiny.records(**ELSEWHERE)
    for seen in (records, within(records, (tiny.NE,))):
        frame = phases.progress(seen, Selection(DAY, phase="phase-2"))
        row = frame[(frame["step_code"] == "plan_drafted") & (frame["group_code"] == tiny.NE)].iloc[0]
        assert (row["state"], row["reached_count"]) == ("not_reached", 0)


def test_a_project_without_a_place_takes_zeros_back_for_every_reader():
    fact = {"evidence": "documented", "source_id": "seed-003"}
    records = tiny.records(projects=[tiny.project("north", "2010-01-01"), tiny.project("nowhere", "2010-01-01", **fact)],
                           project_locations=[tiny.location("north", "50", 1.0)])  # fmt: skip
    limited = within(records, (tiny.NE,))
    for seen in (records, limited):
        row = values.by_area(seen, Selection(DAY, measure="projects")).set_index("area_code").loc["42"]
        assert (row["state"], row["reason"], row["source_id"]) == (
            "not_reported",
            "place_not_stated",
            "seed-003",
        )
    assert "nowhere" not in set(limited.projects["project_id"])
    assert list(limited.whole.unplaced.projects["title_th"]) == [""]


def test_a_meeting_has_one_number_and_who_came_to_anothers_workshop_has_been_to_one():
    guests = {**ELSEWHERE, "participations": [*ELSEWHERE["participations"], tiny.seat("w1", "41", 2, 2)]}
    records = tiny.records(**guests)
    for seen in (records, within(records, (tiny.NE,))):
        listed = workshops.listing(seen, Selection(DAY)).set_index("workshop_id")["attended_count"]
        assert dict(listed) == {"w1": 5, "w2": 5}
        row = values.by_area(seen, Selection(DAY, measure="workshops")).set_index("area_code").loc["41"]
        assert row["value"] == 2


def test_the_step_of_projects_is_not_reported_where_only_the_group_is_named():
    records = tiny.records(projects=[tiny.project("p", "2012-01-01", phase_code="phase-3")],
                           project_locations=[tiny.location("p", code, precision="group") for code in NORTHERN])  # fmt: skip
    day = Selection(date(2012, 5, 26), phase="phase-3")
    frame = phases.progress(records, day)
    row = frame[frame["step_code"] == "project"].set_index("group_code")["state"]
    assert dict(row) == {tiny.NE: "not_reached", tiny.NORTH: "not_reported"}
