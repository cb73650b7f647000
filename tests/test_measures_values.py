"""The uniform area frame: plans, projects and baht, classes, and changes between two days."""

from datetime import date

import pandas as pd
import pytest

from measures import areas, plans, values
from measures.catalogue import SPECS, breaks_for, classify
from measures.projects import amounts as projects
from measures.selection import Selection
from tests import tiny

ASOF = Selection(asof=date(2010, 6, 30))
PLANS = tiny.records(
    plans=[
        {"plan_id": "a", "province_code": "41", "needs_collected_on": "2005-01-10", "drafted_on": "2010-01-10",
         "approved_on": "2010-06-30"},
        {"plan_id": "b", "province_code": "42", "needs_collected_on": "2005-02-10"},
        {"plan_id": "c", "province_code": "50", "in_provincial_plan_on": "2009-02-10"},
    ]
)  # fmt: skip
PROJECTS = tiny.records(
    projects=[
        tiny.project("shared", "2010-01-01"),
        tiny.project("vague", "2010-01-01"),
        tiny.project("ended", "2009-01-01", "2009-12-31", status="completed"),
        tiny.project("country", "2010-01-01"),
        tiny.project("group", "2010-01-01"),
        tiny.project("later", "2010-07-01"),
        tiny.project("idea", "2010-01-01", status="planned"),
        tiny.project("capital", "2010-01-01", disbursed_baht=None),
    ],
    project_locations=[
        tiny.location("shared", "41", 0.75),
        tiny.location("shared", "50", 0.25),
        tiny.location("vague", "42"),
        tiny.location("vague", "43"),
        tiny.location("ended", "52"),
        tiny.location("country", "", precision="nationwide"),
        tiny.location("group", "41", precision="group"),
        tiny.location("group", "42", precision="group"),
        tiny.location("later", "41"),
        tiny.location("idea", "41"),
        tiny.location("capital", "10"),
    ],
)


def column(records, selection, name):
    frame = values.by_area(records, selection)
    return dict(zip(frame["area_code"], frame[name], strict=True))


@pytest.mark.parametrize("measure", SPECS)
@pytest.mark.parametrize("level", ["province", "group"])
@pytest.mark.parametrize("evidence", ["all", "documented"])
def test_every_measure_has_the_uniform_columns_and_known_states(measure, level, evidence):
    frame = values.by_area(PROJECTS, ASOF.but(measure=measure, level=level, evidence=evidence))
    assert frame.columns[: len(areas.COLUMNS)].tolist() == areas.COLUMNS
    assert len(frame) == {"province": 6, "group": 2}[level]
    allowed = {*SPECS[measure].states, "none"} | ({"value"} if level == "group" else set())
    assert set(frame["state"]) <= allowed


def test_an_unknown_measure_is_refused():
    with pytest.raises(KeyError):
        values.by_area(PROJECTS, ASOF.but(measure="happiness"))


def test_a_plan_stands_at_its_furthest_stage():
    found = column(PLANS, ASOF.but(measure="plan"), "state")
    assert found == {
        "10": "not_applicable",
        "41": "approved",
        "42": "needs_collected",
        "43": "none",
        "50": "in_provincial_plan",
        "52": "none",
    }


def test_a_group_counts_plans_that_are_approved_or_further():
    assert column(PLANS, ASOF.but(measure="plan", level="group"), "value") == {tiny.NE: 1, tiny.NORTH: 1}
    assert plans.total(PLANS, ASOF).value == 2
    assert plans.total(PLANS, ASOF, "needs_collected").value == 3


def test_projects_running_on_the_day_are_counted_in_each_province():
    found = column(PROJECTS, ASOF.but(measure="projects"), "value")
    assert found == {"10": 1, "41": 1, "42": 1, "43": 1, "50": 1, "52": 0}


def test_a_group_counts_a_project_once_and_knows_its_own():
    found = column(PROJECTS, ASOF.but(measure="projects", level="group"), "value")
    assert found == {tiny.NE: 3, tiny.NORTH: 1}  # shared, vague and group; shared


def test_the_national_number_counts_each_project_once():
    assert projects.running_total(PROJECTS, ASOF).value == 5


def test_baht_follow_the_stated_shares():
    found = column(PROJECTS, ASOF.but(measure="allocated"), "value")
    assert (found["41"], found["50"], found["52"], found["10"]) == (75.0, 25.0, 100.0, 100.0)


def test_baht_without_shares_are_not_reported_rather_than_zero():
    states = column(PROJECTS, ASOF.but(measure="allocated"), "state")
    reasons = column(PROJECTS, ASOF.but(measure="allocated"), "reason")
    assert (states["42"], reasons["42"]) == ("not_reported", "not_attributable")


def test_a_group_takes_the_whole_sum_when_all_places_lie_in_it():
    assert column(PROJECTS, ASOF.but(measure="allocated", level="group"), "value") == {
        tiny.NE: 275.0,  # 75 of shared, all of vague and of group
        tiny.NORTH: 125.0,  # 25 of shared, all of ended
    }


@pytest.mark.parametrize("level", ["province", "group"])
def test_map_and_list_beside_it_make_the_national_total(level):
    selection = ASOF.but(measure="allocated", level=level)
    placed = values.by_area(PROJECTS, selection)["value"].sum()
    beside = projects.unattributed(PROJECTS, selection)["allocated_baht"].sum()
    assert placed + beside == 600.0
    assert projects.money_total(PROJECTS, selection)["allocated_baht"] == 600.0


def test_what_the_map_cannot_place_is_listed_by_kind():
    frame = projects.unattributed(PROJECTS, ASOF)
    assert frame[["kind", "project_count", "allocated_baht"]].to_numpy().tolist() == [
        ["nationwide", 1, 100.0],
        ["group_only", 1, 100.0],
        ["several_without_share", 1, 100.0],
    ]
    at_group = projects.unattributed(PROJECTS, ASOF.but(level="group"))
    assert at_group["kind"].tolist() == ["nationwide", "no_group"]  # Bangkok is in no group


def test_a_sum_that_nobody_recorded_is_not_reported():
    found = column(PROJECTS, ASOF.but(measure="disbursed"), "state")
    assert (found["10"], found["41"]) == ("not_reported", "value")


def test_programme_agency_and_phase_filter_the_projects():
    for changed in ({"programme": "clinic"}, {"agency": "dss"}, {"phase": "phase-3"}):
        assert projects.running_total(PROJECTS, ASOF.but(**changed)).value == 0


def test_documents_without_projects_say_nothing_about_projects():
    documented = ASOF.but(measure="projects", evidence="documented")
    assert set(column(PROJECTS, documented, "state").values()) == {"not_reported"}
    assert projects.running_total(PROJECTS, documented).value is None


def test_bueng_kan_projects_counted_for_nong_khai_before_2011():
    records = tiny.records(
        projects=[tiny.project("p", "2010-01-01")], project_locations=[tiny.location("p", "38")]
    )
    assert column(records, ASOF.but(measure="projects"), "value")["43"] == 1
    later = column(records, ASOF.but(measure="projects", asof=date(2011, 3, 23)), "value")
    assert (later["38"], later["43"]) == (1, 0)


def test_a_value_on_a_bound_is_in_the_lower_class():
    found = classify(pd.Series([1.0, 2.0, 2.5, 6.0, 7.0, None]), (1, 2, 4, 6))
    assert found.tolist()[:5] == [0, 1, 2, 3, 4]
    assert pd.isna(found.iloc[5])


def test_every_amount_has_four_bounds_at_both_levels():
    for code, spec in SPECS.items():
        assert len(breaks_for(code, "group")) == 4
        assert len(breaks_for(code, "province")) == (0 if spec.kind == "categorical" else 4)


CHANGING = tiny.records(
    representatives=[
        tiny.representative("41", "2009-12-21"),
        tiny.representative("42", "2009-12-21", "2010-12-31"),
        tiny.representative("50", "2011-01-15"),
    ]
)


def test_coverage_between_two_days_is_gained_kept_lost_or_still_missing():
    frame = values.change_since(CHANGING, Selection(asof=date(2011, 5, 26)), date(2010, 6, 30))
    assert dict(zip(frame["area_code"], frame["state"], strict=True)) == {
        "10": "not_applicable",
        "38": "not_applicable",  # no province on the earlier day
        "41": "kept",
        "42": "lost",
        "43": "still_missing",
        "50": "gained",
        "52": "still_missing",
    }
    assert frame.set_index("area_code").loc["38", "reason"] == "not_yet_a_province"


def test_a_role_that_did_not_exist_yet_makes_today_s_representative_a_gain():
    frame = values.change_since(CHANGING, Selection(asof=date(2010, 6, 30)), date(2008, 6, 30))
    assert dict(zip(frame["area_code"], frame["state"], strict=True))["41"] == "gained"


def test_an_amount_changes_by_now_minus_then():
    frame = values.change_since(PROJECTS, ASOF.but(measure="projects"), date(2009, 6, 30))
    found = frame.set_index("area_code")
    assert found.loc["52", ["state", "value"]].tolist() == ["value", -1]
    assert found.loc["41", ["state", "value"]].tolist() == ["value", 1]
    same = values.change_since(PROJECTS, ASOF.but(measure="projects"), date(2010, 6, 1))
    assert set(same["state"]) == {"none"}


def test_groups_of_another_scheme_are_not_compared():
    frame = values.change_since(
        PROJECTS, Selection(asof=date(2018, 1, 1), measure="projects", level="group"), date(2017, 1, 1)
    )
    assert set(frame["state"]) == {"not_applicable"}
    assert set(frame["reason"]) == {"scheme_changed"}


def test_the_filter_of_a_later_scheme_means_the_same_provinces_earlier():
    later = Selection(asof=date(2010, 6, 30), groups=("2560-upper-north-1",))
    assert areas.filter_codes(PROJECTS, later) == {"50", "52"}
