"""One area on one page, and what documents say about it by name."""

from datetime import date

import pandas as pd
import pytest

from data.records import load
from measures import scope
from measures.area import facts as area_facts
from measures.area import profile as area_profile
from measures.selection import Selection
from tests import tiny

DAY = Selection(asof=date(2011, 5, 26))

RECORDS = tiny.records(
    institutions=[
        {"institution_code": "u1", "name_th": "ม.อุดร", "name_en": "Udon U", "province_code": "41",
         "joined_on": "2009-01-01", "source_id": "sample"},
        {"institution_code": "u2", "name_th": "ม.เลย", "name_en": "Loei U", "province_code": "42",
         "source_id": "loei-site", "evidence": "documented"},
    ],
    institution_service_areas=[
        {"institution_code": "u2", "province_code": "41", "role": "service_area", "source_id": "loei-site",
         "evidence": "documented"},
    ],
    representatives=[
        tiny.representative("41", "2010-01-01", "2010-12-31", institution_code="u2"),
        tiny.representative("41", "2011-01-01", institution_code="u1"),
        tiny.representative("42", "2010-01-01", institution_code="u2"),
    ],
    workshops=[tiny.workshop("w1", "2010-05-01"), tiny.workshop("w2", "2011-05-01"),
               tiny.workshop("w3", "2010-06-01", scope="national", group_code="")],
    participations=[
        tiny.seat("w1", "41", 3, 2), tiny.seat("w1", "41", 1, 1, role="pcso"),
        tiny.seat("w3", "41", 2, 0), tiny.seat("w1", "42", 1, 1),
    ],
    projects=[tiny.project("p1", "2010-11-01", fiscal_year_be=2554)],
    project_locations=[tiny.location("p1", "41", 0.6), tiny.location("p1", "42", 0.4)],
    plans=[{"plan_id": "a", "province_code": "41", "needs_collected_on": "2010-01-01",
            "drafted_on": "2011-06-01", "source_id": "sample"}],
)  # fmt: skip


@pytest.fixture(scope="module")
def udon():
    return area_profile.profile(RECORDS, DAY.but(area="41"))


def test_the_representative_of_the_day_is_named_with_since_when(udon):
    row = udon.representatives.iloc[0]
    assert (row["state"], row["institution_code"], row["institution_name_en"]) == ("covered", "u1", "Udon U")
    # One institution followed the other without a free day: the province is covered since 2010.
    assert row["since"] == pd.Timestamp("2010-01-01")
    assert list(udon.history["institution_code"]) == ["u2", "u1"]


def test_hosts_and_serving_institutions_stand_apart(udon):
    rows = udon.institutions
    assert list(zip(rows["institution_code"], rows["role"], rows["home_code"], strict=True)) == [
        ("u1", "host", "41"), ("u2", "service_area", "42"),
    ]  # fmt: skip


def test_workshops_tell_whether_the_area_came_and_in_which_roles(udon):
    rows = udon.workshops.set_index("workshop_id")
    assert rows["state"].to_dict() == {"w2": "not_reported", "w3": "invited_never_came", "w1": "attended"}
    assert rows.loc["w1", "roles"] == ("pcso", "provincial_office")
    assert rows.loc["w1", "attended_count"] == 3
    assert pd.isna(rows.loc["w2", "attended_count"])


def test_roles_are_counted_and_nobody_is_named(udon):
    rows = udon.roles.set_index("role")
    assert (rows.loc["pcso", "workshop_count"], rows.loc["pcso", "attended_count"]) == (1, 1)
    assert rows.loc["agency", "state"] == "not_reported"


def test_a_plan_stage_of_a_later_day_is_not_yet_reached(udon):
    row = udon.plans.iloc[0]
    assert row["state"] == "needs_collected"
    assert pd.isna(row["drafted_on"])


def test_projects_and_money_follow_the_share(udon):
    assert udon.totals.attributed.allocated_baht == 60.0
    assert udon.by_year["disbursed"]["baht"].to_list() == [24.0]


def test_the_place_among_the_group_is_a_rank_with_its_denominator(udon):
    rows = udon.ranks.set_index(["measure", "among"])
    money = rows.loc[("allocated", "group")]
    assert (money["rank"], money["tied_count"], money["known_count"], money["peer_count"]) == (1, 0, 4, 4)
    covered = rows.loc[("coverage", "group")]
    assert pd.isna(covered["rank"])
    assert (covered["reached_count"], covered["peer_count"]) == (2, 4)
    assert rows.loc[("coverage", "country"), "peer_count"] == 7


def test_equal_areas_share_a_rank():
    loei = area_profile.profile(RECORDS, DAY.but(area="42")).ranks.set_index(["measure", "among"])
    projects = loei.loc[("projects", "group")]  # p1 of the two provinces is not running: no end is known
    assert (projects["rank"], projects["tied_count"]) == (1, 1)


def test_neighbours_are_those_across_a_land_border(udon):
    assert {"42", "43"} <= set(udon.neighbours["area_code"])
    assert "50" not in set(udon.neighbours["area_code"])
    assert udon.neighbours["km"].is_monotonic_increasing
    assert udon.neighbours.set_index("area_code").loc["42", "is_same_group"]


def test_the_areas_own_events_stand_in_order(udon):
    assert list(zip(udon.events["kind"], udon.events["on"].dt.year, strict=True)) == [
        ("group_joined", 2008), ("institution_joined", 2009), ("needs_collected", 2010),
        ("representative_appointed", 2010), ("workshop", 2010), ("representative_ended", 2010),
        ("representative_appointed", 2011), ("workshop", 2011),
    ]  # fmt: skip


def test_facts_are_documented_rows_only(udon):
    assert list(zip(udon.facts["fact"], udon.facts["code"], strict=True)) == [("service_area", "u2")]
    assert list(udon.facts["source_id"]) == ["loei-site"]


def test_a_group_has_a_row_per_province():
    page = area_profile.profile(RECORDS, DAY.but(area=tiny.NE))
    assert list(page.representatives["area_code"]) == ["38", "41", "42", "43"]
    assert page.totals.attributed.allocated_baht == 100.0
    coverage = page.ranks.set_index(["measure", "among"]).loc[("coverage", "country")]
    assert (coverage["rank"], coverage["value"], coverage["of"]) == (1, 2, 4)


def test_an_area_that_does_not_exist_yet_says_where_its_land_lay():
    page = area_profile.profile(RECORDS, DAY.but(area="38", asof=date(2010, 1, 1)))
    assert not page.area.exists
    assert (page.area.name_en, page.predecessor_code) == ("Bueng Kan", "43")
    assert page.representatives.empty
    assert page.ranks.empty
    assert page.neighbours.empty
    assert page.totals.state == "not_applicable"


def test_a_profile_needs_an_area_that_is_known():
    with pytest.raises(ValueError, match="area"):
        area_profile.profile(RECORDS, DAY)
    with pytest.raises(KeyError):
        area_profile.profile(RECORDS, DAY.but(area="99"))


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.mark.parametrize(
    ("province_code", "codes"),
    [
        # By hand from milestones.csv, workshops.csv and institutions.csv.
        ("43", {"ms-2011-03-23-bk-law"}),
        ("42", set()),  # "เลย" is also an ordinary word
        ("63", set()),  # so is "ตาก"
        ("26", {"ms-2010-09-21-scivol", "wangree"}),
        ("64", {"ws-2014-06-sukhothai"}),
    ],
)
def test_only_documents_that_name_the_province_are_listed(shipped, province_code, codes):
    found = area_facts.documented_facts(shipped, scope.area_on(shipped, province_code, date(2016, 1, 1)))
    assert set(found["code"]) == codes
    assert (found["evidence"] == "documented").all()
    assert (found["source_id"] != "").all()


def test_the_documented_view_of_yala_claims_nothing_that_documents_do_not_say(shipped):
    page = area_profile.profile(shipped, DAY.but(area="95", evidence="documented"))
    assert page.representatives["state"].to_list() == ["not_reported"]
    assert set(page.institutions["institution_code"]) == {"yru"}
    assert set(page.gaps["kind"]) == {"not_reported"}
    assert page.totals.state == "not_reported"
    assert list(page.facts["code"]) == ["ws-2010-03-29-south-border", "yru", "yru"]
