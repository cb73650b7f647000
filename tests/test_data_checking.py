"""Rules between cells, rows and tables, each broken once in a tiny file."""

import pytest

from tests.data_files import GROUPS, PHASES, PROVINCES, csv_text, found

WORKSHOP = {
    "workshop_id": "w1",
    "fiscal_year_be": "2554",
    "start_date": "2011-04-20",
    "date_precision": "day",
    "title_th": "ก",
    "title_en": "a",
    "scope": "national",
    "source_id": "s",
}
PROJECT = {
    "project_id": "j1",
    "title_th": "ก",
    "title_en": "a",
    "programme_code": "clinic",
    "status": "completed",
    "started_on": "2011-01-10",
    "ended_on": "2011-06-30",
    "fiscal_year_be": "2554",
    "allocated_baht": "300000",
    "disbursed_baht": "290000",
    "source_id": "s",
}
MEMBER = {
    "scheme": "2551",
    "group_code": "2551-north",
    "province_code": "54",
    "valid_from": "2008-01-15",
    "valid_to": "2017-11-16",
    "source_id": "s",
}


def place(project_id, province_code, share, precision="province"):
    return {
        "project_id": project_id,
        "province_code": province_code,
        "share": share,
        "precision": precision,
        "source_id": "s",
    }


@pytest.mark.parametrize(
    ("changes", "column", "read", "expected", "code"),
    [
        ({"end_date": "2011-04-19"}, "end_date", "2011-04-19", "2011-04-20", "end-before-start"),
        ({"fiscal_year_be": "2555"}, "fiscal_year_be", "2555", "2011-04-20", "year-date"),
        ({"start_date": "2011-10-01"}, "fiscal_year_be", "2554", "2011-10-01", "year-date"),
        ({"scope": "group"}, "group_code", "", "group", "group-missing"),
        ({"group_code": "2551-north"}, "group_code", "2551-north", "national", "group-not-wanted"),
        (
            {"scope": "group", "group_code": "2560-north"},
            "group_code",
            "2560-north",
            "2011-04-20",
            "group-not-in-force",
        ),
        (
            {"scope": "group", "group_code": "2551-nort"},
            "group_code",
            "2551-nort",
            "province_groups",
            "unknown-code",
        ),
        ({"province_code": "99"}, "province_code", "99", "provinces", "unknown-province"),
        ({"phase_code": "phase-9"}, "phase_code", "phase-9", "phases", "unknown-code"),
        (
            {"phase_code": "phase-2", "fiscal_year_be": "2555", "start_date": "2011-10-05"},
            "phase_code",
            "phase-2",
            "2555",
            "phase-year",
        ),
    ],
)
def test_a_workshop_that_breaks_a_rule_is_told_where(tmp_path, changes, column, read, expected, code):
    files = {
        "provinces": PROVINCES,
        "phases": PHASES,
        "province_groups": GROUPS,
        "workshops": csv_text("workshops", [WORKSHOP, WORKSHOP | {"workshop_id": "w2"} | changes]),
    }
    assert found(tmp_path, files) == [("facts/workshops.csv", 3, column, read, expected, code)]


def test_a_workshop_known_only_within_a_range_may_lie_in_another_fiscal_year(tmp_path):
    row = WORKSHOP | {"date_precision": "range", "start_date": "2010-09-01", "end_date": "2011-02-01"}
    assert found(tmp_path, {"workshops": csv_text("workshops", [row])}) == []


def test_the_groups_of_2551_stand_in_for_those_before_them(tmp_path):
    row = WORKSHOP | {
        "start_date": "2005-02-17",
        "fiscal_year_be": "2548",
        "scope": "group",
        "group_code": "2551-north",
    }
    assert found(tmp_path, {"province_groups": GROUPS, "workshops": csv_text("workshops", [row])}) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"programme_code": ""},
        {"status": ""},
        {"status": "", "started_on": "", "ended_on": ""},
        {"started_on": "", "ended_on": ""},
    ],
)
def test_what_a_list_does_not_state_of_a_project_may_stay_blank(tmp_path, changes):
    assert found(tmp_path, {"projects": csv_text("projects", [PROJECT | changes])}) == []


@pytest.mark.parametrize(
    ("changes", "column", "read", "expected", "code"),
    [
        ({"disbursed_baht": "300001"}, "disbursed_baht", "300001", "300000", "disbursed-over-allocated"),
        (
            {"status": "planned", "started_on": "", "ended_on": ""},
            "disbursed_baht",
            "290000",
            "",
            "spent-though-planned",
        ),
        ({"ended_on": "2010-12-31"}, "ended_on", "2010-12-31", "2011-01-10", "end-before-start"),
        ({"fiscal_year_be": "2553"}, "fiscal_year_be", "2553", "2011-01-10", "year-date"),
    ],
)
def test_a_project_that_breaks_a_rule_is_told_where(tmp_path, changes, column, read, expected, code):
    rows = [PROJECT, PROJECT | {"project_id": "j2"} | changes]
    assert found(tmp_path, {"projects": csv_text("projects", rows)}) == [
        ("facts/projects.csv", 3, column, read, expected, code)
    ]


def test_money_that_was_not_reported_breaks_no_rule(tmp_path):
    rows = [PROJECT | {"allocated_baht": ""}, PROJECT | {"project_id": "j2", "disbursed_baht": ""}]
    assert found(tmp_path, {"projects": csv_text("projects", rows)}) == []


def test_shares_that_do_not_add_up_to_one_are_told_with_their_sum(tmp_path):
    rows = [
        place("j1", "54", "0.5"),
        place("j1", "55", "0.25"),
        place("j2", "54", "0.75"),
        place("j2", "55", "0.5"),
        place("j3", "54", "0.1"),
        place("j3", "55", "0.2"),
        place("j3", "38", "0.7"),
        place("j4", "54", ""),
        place("j4", "55", ""),
        place("j5", "54", "1.5"),
    ]
    assert found(tmp_path, {"project_locations": csv_text("project_locations", rows)}) == [
        ("facts/project_locations.csv", 11, "share", "1.5", "", "share-over-one"),
        ("facts/project_locations.csv", 4, "share", "0.75", "1.25", "shares-over-one"),
        ("facts/project_locations.csv", 2, "share", "0.5", "0.75", "shares-not-one"),
    ]


def test_a_place_and_its_precision_must_agree(tmp_path):
    rows = [
        place("j1", "", "", "province"),
        place("j2", "54", "", "nationwide"),
        place("j3", "", "", "nationwide"),
    ]
    assert found(tmp_path, {"project_locations": csv_text("project_locations", rows)}) == [
        ("facts/project_locations.csv", 2, "province_code", "", "province", "place-missing"),
        ("facts/project_locations.csv", 3, "province_code", "54", "nationwide", "place-not-wanted"),
    ]


def test_a_province_in_two_groups_at_once_is_told_at_the_second(tmp_path):
    rows = [
        MEMBER,
        MEMBER | {"group_code": "2551-south", "valid_from": "2011-03-28"},
        MEMBER | {"province_code": "55", "valid_to": "2011-03-27"},
        MEMBER | {"province_code": "55", "group_code": "2551-south", "valid_from": "2011-03-28"},
    ]
    assert found(tmp_path, {"province_group_members": csv_text("province_group_members", rows)}) == [
        ("facts/province_group_members.csv", 3, "province_code", "54", "2551-north", "overlap")
    ]


def test_a_membership_without_an_end_overlaps_any_later_one(tmp_path):
    rows = [MEMBER | {"valid_to": ""}, MEMBER | {"group_code": "2551-south", "valid_from": "2016-01-01"}]
    assert found(tmp_path, {"province_group_members": csv_text("province_group_members", rows)}) == [
        ("facts/province_group_members.csv", 3, "province_code", "54", "2551-north", "overlap")
    ]


def test_the_same_province_may_be_in_groups_of_two_schemes(tmp_path):
    rows = [MEMBER, MEMBER | {"scheme": "2560", "group_code": "2560-north"}]
    assert found(tmp_path, {"province_group_members": csv_text("province_group_members", rows)}) == []


def test_a_key_that_is_there_already_is_told_with_the_first_place(tmp_path):
    rows = [WORKSHOP, WORKSHOP | {"workshop_id": "w2"}, WORKSHOP]
    assert found(tmp_path, {"workshops": csv_text("workshops", rows)}) == [
        ("facts/workshops.csv", 4, "workshop_id", "w1", "facts/workshops.csv:2", "duplicate-key")
    ]


def test_nothing_happens_in_a_province_before_it_exists(tmp_path):
    row = {
        "representative_id": "r1",
        "institution_code": "x",
        "province_code": "38",
        "appointed_on": "2011-03-22",
        "source_id": "s",
    }
    files = {"provinces": PROVINCES, "representatives": csv_text("representatives", [row])}
    assert found(tmp_path, files) == [
        ("facts/representatives.csv", 2, "appointed_on", "2011-03-22", "2011-03-23", "before-province")
    ]


def test_a_plan_cannot_reach_a_stage_before_an_earlier_one(tmp_path):
    row = {
        "plan_id": "p1",
        "province_code": "54",
        "needs_collected_on": "2010-03-01",
        "approved_on": "2010-02-01",
        "source_id": "s",
    }
    assert found(tmp_path, {"plans": csv_text("plans", [row])}) == [
        ("facts/plans.csv", 2, "approved_on", "2010-02-01", "2010-03-01", "stage-order")
    ]


def test_a_province_cannot_come_to_a_workshop_before_it_exists(tmp_path):
    row = {
        "workshop_id": "w1",
        "province_code": "38",
        "role": "pcso",
        "attended_count": "1",
        "source_id": "s",
    }
    files = {
        "provinces": PROVINCES,
        "workshops": csv_text("workshops", [WORKSHOP | {"start_date": "2011-02-20"}]),
        "participations": csv_text("participations", [row]),
    }
    assert found(tmp_path, files) == [
        ("facts/participations.csv", 2, "workshop_id", "w1", "2011-03-23", "before-province")
    ]


def test_a_short_membership_between_does_not_hide_a_long_one_that_overlaps(tmp_path):
    rows = [
        MEMBER,
        MEMBER | {"group_code": "2551-south", "valid_from": "2009-01-01", "valid_to": "2009-02-01"},
        MEMBER | {"group_code": "2551-east", "valid_from": "2012-01-01"},
    ]
    assert found(tmp_path, {"province_group_members": csv_text("province_group_members", rows)}) == [
        ("facts/province_group_members.csv", 3, "province_code", "54", "2551-north", "overlap"),
        ("facts/province_group_members.csv", 4, "province_code", "54", "2551-north", "overlap"),
    ]
