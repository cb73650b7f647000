"""Steps of the phases by group, the timeline and the days worth stopping at."""

from datetime import date

import pytest

from measures import dates, phase_evidence, phases, timeline
from measures.selection import Selection
from tests import tiny

RECORDS = tiny.records(
    workshops=[
        tiny.workshop("w1", "2010-01-15"),
        tiny.workshop("w2", "2012-01-15", phase_code="phase-3", group_code=tiny.NORTH),
        tiny.workshop("w3", "2010-02-01", scope="national", group_code="", evidence="documented"),
    ],
    representatives=[
        tiny.representative("50", "2010-01-01"),
        tiny.representative("52", "2010-05-01"),
        tiny.representative("41", "2010-06-01"),
    ],
    plans=[
        {"plan_id": "a", "province_code": "50", "drafted_on": "2011-02-01", "approved_on": "2012-02-01"},
        {"plan_id": "b", "province_code": "52", "drafted_on": "2011-03-01"},
    ],
    projects=[tiny.project("p", "2012-03-01", phase_code="phase-3"), tiny.project("q", "2010-03-01")],
    project_locations=[tiny.location("p", "50"), tiny.location("q", "52")],
    observations=[
        {"observation_id": "ob", "indicator": "groups_with_workshop", "scope": "phase-1", "value": 18,
         "unit": "province group", "qualifier": "exact", "as_of": "2007-09-30", "source_id": "seed-000"}
    ],
)  # fmt: skip
END = Selection(asof=date(2016, 1, 1))


def cells(selection, group):
    frame = phases.progress(RECORDS, selection)
    frame = frame[frame["group_code"] == group]
    return {(row.phase_code[-1], row.step_code): row.state for row in frame.itertuples()}


def test_the_north_reached_some_steps_wholly_and_some_in_part():
    assert cells(END, tiny.NORTH) == {
        ("1", "workshop"): "not_reached",
        ("1", "needs"): "not_reported",
        ("2", "workshop"): "not_reached",
        ("2", "representative"): "reached",
        ("2", "plan_drafted"): "reached",
        ("3", "workshop"): "reached",
        ("3", "plan_approved"): "partly",
        ("3", "plan_in_provincial"): "not_reached",
        ("3", "project"): "partly",
    }


def test_a_step_is_reached_on_the_day_its_last_province_got_there():
    frame = phases.progress(RECORDS, END).set_index(["group_code", "phase_code", "step_code"])
    row = frame.loc[(tiny.NORTH, "phase-2", "plan_drafted")]
    assert (row["reached_count"], row["of_count"], str(row["reached_on"].date())) == (2, 2, "2011-03-01")
    partly = frame.loc[(tiny.NE, "phase-2", "representative")]
    assert (partly["state"], partly["reached_count"], partly["of_count"]) == ("partly", 1, 4)


def test_a_phase_is_judged_on_its_last_day_not_today():
    late = tiny.records(
        plans=[
            {"plan_id": "a", "province_code": "50", "drafted_on": "2011-10-01"},
            {"plan_id": "b", "province_code": "52", "needs_collected_on": "2011-09-30"},
        ]
    )
    frame = phases.progress(late, END.but(phase="phase-2"))
    assert set(frame.loc[frame["step_code"] == "plan_drafted", "state"]) == {"not_reached"}


def test_before_the_first_plan_anywhere_a_plan_step_is_not_reported_rather_than_failed():
    late = tiny.records(plans=[{"plan_id": "a", "province_code": "50", "drafted_on": "2011-10-01"}])
    frame = phases.progress(late, END.but(phase="phase-2"))
    assert set(frame.loc[frame["step_code"] == "plan_drafted", "state"]) == {"not_reported"}


def test_a_phase_that_has_not_begun_does_not_apply_yet():
    found = cells(Selection(asof=date(2011, 9, 30)), tiny.NORTH)
    assert {state for (phase, _), state in found.items() if phase == "3"} == {"not_applicable"}


def test_representatives_do_not_apply_before_the_role_existed():
    assert cells(Selection(asof=date(2009, 12, 20)), tiny.NORTH)["2", "representative"] == "not_applicable"


def test_documents_that_are_silent_make_a_step_not_reported():
    found = cells(END.but(evidence="documented"), tiny.NORTH)
    assert set(found.values()) == {"not_reported"}


def test_years_count_the_groups_that_had_reached_a_step():
    frame = phases.by_fiscal_year(RECORDS, END).set_index(["fiscal_year_be", "step_code"])
    assert frame.loc[(2553, "representative"), ["reached_count", "of_count"]].tolist() == [1, 2]
    assert frame.loc[(2552, "representative"), "state"] == "not_applicable"
    assert frame.loc[(2553, "plan_drafted"), "state"] == "not_reported"
    assert frame.loc[(2554, "plan_drafted"), "reached_count"] == 1


def test_years_of_phase_one_have_no_denominator():
    frame = phases.by_fiscal_year(RECORDS, END.but(phase="phase-1"))
    assert frame["fiscal_year_be"].unique().tolist() == [2547, 2548, 2549, 2550]
    assert frame["of_count"].isna().all()


def test_the_statement_on_phase_one_stands_beside_the_groups_of_its_time():
    row = phases.stated(RECORDS, "phase-1").iloc[0]
    assert (row["value"], row["groups_then"], row["source_id"]) == (18, 19, "seed-000")


def test_a_cell_can_be_traced_to_its_provinces():
    frame = phase_evidence.evidence_of(RECORDS, tiny.NORTH, "phase-3", "plan_approved", END)
    assert frame[["area_code", "state"]].to_numpy().tolist() == [["50", "reached"], ["52", "not_reached"]]
    assert str(frame["on"].iloc[0].date()) == "2012-02-01"


def test_a_cell_of_workshops_can_be_traced_to_the_workshop():
    frame = phase_evidence.evidence_of(RECORDS, tiny.NE, "phase-2", "workshop", END)
    assert frame[["what", "where_en", "state"]].to_numpy().tolist() == [
        ["w1", "Upper Northeastern 1", "reached"]
    ]


def test_an_unknown_step_is_refused():
    with pytest.raises(KeyError):
        phase_evidence.evidence_of(RECORDS, tiny.NE, "phase-1", "representative", END)


MILESTONES = tiny.records(
    workshops=[tiny.workshop("w1", "2010-01-15")],
    milestones=[
        {"milestone_id": "m1", "date": "2009-04-20", "kind": "mou", "title_en": "First MoU"},
        {"milestone_id": "m2", "date": "2010-01-15", "kind": "meeting", "workshop_id": "w1"},
        {"milestone_id": "m3", "date": "2011-03-28", "kind": "gazette", "title_en": "Joins"},
        {"milestone_id": "m4", "date": "2010-01-01", "date_precision": "year", "kind": "law"},
        {"milestone_id": "m5", "date": "2009-02-18", "kind": "gazette"},
    ],
    observations=[
        {"observation_id": "ob", "indicator": "provinces_with_representative", "scope": "country", "value": 4,
         "as_of": "2011-05-26", "source_id": "seed-003"}
    ],
)  # fmt: skip


def test_a_workshop_on_the_timeline_appears_once():
    frame = timeline.events(MILESTONES, Selection(asof=date(2010, 1, 1)))
    assert frame["event_id"].tolist() == [
        "phase-1", "phase-2", "m5", "m1", "m4", "w1", "m3", "phase-3",
    ]  # fmt: skip
    assert frame.loc[frame["event_id"] == "w1", "track"].item() == "workshop"
    assert frame["is_past"].tolist() == [True] * 5 + [False] * 3


def test_steps_stop_at_year_ends_agreements_and_days_on_which_the_map_changed():
    frame = dates.steps(MILESTONES)
    days = {str(day.date()): kind for day, kind in zip(frame["day"], frame["kind"], strict=True)}
    assert len(days) == 16
    assert days["2003-09-30"] == days["2015-09-30"] == "fiscal_year"
    assert days["2009-04-20"] == days["2011-03-28"] == "milestone"
    assert days["2011-05-26"] == "observation"
    assert "2010-01-01" not in days  # known to the year only
    assert "2009-02-18" not in days  # the map stayed the same
    assert frame["day"].is_monotonic_increasing
