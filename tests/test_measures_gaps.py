"""Every province and expectation that is missing, why, since when, and what is near."""

import re
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from locales.reader import message_ids
from measures import gaps
from measures.catalogue import PLAN_STAGES
from measures.selection import Selection
from tests import tiny

DAY = Selection(asof=date(2011, 5, 26))

RECORDS = tiny.records(
    representatives=[tiny.representative(code, "2010-01-01") for code in ("38", "41", "42", "50")]
    + [tiny.representative("52", "2010-01-01", "2010-06-30")],
    institutions=[{"institution_code": "u1", "province_code": "41", "source_id": "sample"}],
    workshops=[tiny.workshop("w1", "2010-05-01")],
    participations=[
        tiny.seat("w1", "41", 3, 2), tiny.seat("w1", "42", 3, 0), tiny.seat("w1", "43", 3, None),
        tiny.seat("w1", "50", 2, 2), tiny.seat("w1", "52", 2, 1), tiny.seat("w1", "38", 1, 1),
    ],
    projects=[
        tiny.project("p1", "2009-01-01"), tiny.project("p2", "2005-01-01", "2006-01-01", phase_code="phase-1"),
        tiny.project("p3", "2012-01-01", status="planned"), tiny.project("p4", "2009-01-01"),
    ],
    project_locations=[
        tiny.location("p1", "41"), tiny.location("p1", "50"), tiny.location("p2", "42"),
        tiny.location("p3", "43"), tiny.location("p4", "", precision="nationwide"),
    ],
    plans=[
        {"plan_id": "a", "province_code": "41", "needs_collected_on": "2009-05-25", "source_id": "sample"},
        {"plan_id": "b", "province_code": "42", "drafted_on": "2010-05-27", "source_id": "sample"},
        {"plan_id": "c", "province_code": "43", "in_provincial_plan_on": "2009-01-01", "source_id": "sample"},
        {"plan_id": "d", "province_code": "50", "approved_on": "2010-05-25", "source_id": "sample"},
    ],
)  # fmt: skip


def of_kind(kind, selection=DAY, **more):
    rows = gaps.listing(RECORDS, selection, kinds=(kind,), **more)
    return dict(zip(rows["area_code"], rows["reason"], strict=True))


def row(kind, area_code):
    rows = gaps.listing(RECORDS, DAY, kinds=(kind,))
    return rows[rows["area_code"] == area_code].iloc[0]


def test_provinces_without_a_representative_have_a_reason():
    assert of_kind("no_representative") == {"43": "no_network_institution", "52": "representative_ended"}
    assert row("no_representative", "52")["since"] == pd.Timestamp("2010-07-01")


def test_never_at_a_workshop_is_not_the_same_as_nobody_counted():
    assert of_kind("never_at_workshop") == {"42": "invited_never_came"}
    assert of_kind("not_reported") == {
        "43": "attendance_not_recorded", "38": "no_plan_stage", "52": "no_plan_stage",
    }  # fmt: skip


def test_a_phase_without_a_project_tells_whether_there_ever_was_one():
    assert of_kind("no_project_in_phase") == {
        "38": "never_a_project", "42": "only_other_phases", "43": "only_planned", "52": "never_a_project",
    }  # fmt: skip


def test_a_nationwide_project_is_no_project_of_a_province_and_a_young_province_misses_it_since_its_birth():
    assert row("no_project_in_phase", "52")["since"] == pd.Timestamp("2007-10-01")
    assert row("no_project_in_phase", "38")["since"] == pd.Timestamp("2011-03-23")


def test_another_phase_is_asked_about_when_it_is_chosen():
    assert of_kind("no_project_in_phase", DAY.but(phase="phase-1"))["41"] == "only_other_phases"
    assert "42" not in of_kind("no_project_in_phase", DAY.but(phase="phase-1"))


def test_a_phase_that_has_not_begun_is_missed_by_nobody():
    assert of_kind("no_project_in_phase", DAY.but(phase="phase-3")) == {}


def test_a_plan_stands_still_after_twelve_months_and_is_done_in_the_provincial_plan():
    # On 26 May 2011: 41 since 25 May 2009; 42 since 27 May 2010, one day short; 50 since 25 May 2010.
    assert of_kind("plan_stalled") == {
        "41": "plan_stalled_needs_collected", "50": "plan_stalled_approved",
    }  # fmt: skip


def test_the_patience_with_plans_can_be_chosen():
    assert "42" in of_kind("plan_stalled", stalled_months=6)
    assert "41" not in of_kind("plan_stalled", stalled_months=36)
    with pytest.raises(ValueError, match="stalled_months"):
        gaps.listing(RECORDS, DAY, stalled_months=-1)


def test_the_nearest_help_is_named_with_its_distance():
    found = row("no_representative", "52")
    assert (found["nearest_code"], found["nearest_kind"]) == ("50", "representative")
    assert 90 < found["nearest_km"] < 120
    here = row("never_at_workshop", "42")
    assert (here["nearest_code"], here["nearest_km"], here["nearest_kind"]) == ("42", 0.0, "representative")


def test_an_approved_plan_of_its_own_is_no_help_to_a_province():
    assert row("plan_stalled", "50")["nearest_code"] == "43"
    assert row("plan_stalled", "50")["nearest_kind"] == "approved_plan"


def test_the_filter_and_the_area_bound_the_list():
    inside = gaps.listing(RECORDS, DAY.but(groups=(tiny.NORTH,)))
    assert set(inside["area_code"]) == {"50", "52"}
    assert set(gaps.listing(RECORDS, DAY.but(area="38"))["area_code"]) == {"38"}


def test_an_area_that_does_not_exist_yet_misses_nothing():
    assert gaps.listing(RECORDS, DAY.but(asof=date(2010, 12, 1), area="38")).empty
    assert set(gaps.counts(RECORDS, DAY.but(asof=date(2010, 12, 1), area="38"))["state"]) == {
        "not_applicable"
    }


def test_bangkok_is_expected_nothing_of():
    assert "10" not in set(gaps.listing(RECORDS, DAY)["area_code"])


def test_with_documents_only_every_gap_is_not_reported_and_none_is_claimed():
    found = gaps.listing(RECORDS, DAY.but(evidence="documented"))
    assert set(found["kind"]) == {"not_reported"}
    assert len(found) == 24  # six provinces, four expectations
    assert set(found["reason"]) == {"documents_do_not_say"}
    assert set(found["nearest_code"]) == {""}


def test_counts_carry_their_denominator():
    counted = gaps.counts(RECORDS, DAY).set_index("expectation")
    assert counted["missing_count"].to_dict() == {"representative": 2, "workshop": 1, "project": 4, "plan": 2}
    assert counted["not_reported_count"].to_dict() == {
        "representative": 0, "workshop": 1, "project": 0, "plan": 2,
    }  # fmt: skip
    assert set(counted["of_count"]) == {6}


def test_columns_are_those_promised():
    assert list(gaps.listing(RECORDS, DAY).columns) == [
        "area_code", "name_th", "name_en", "group_code", "kind", "expectation", "reason", "since",
        "nearest_code", "nearest_km", "nearest_kind", "evidence", "source_id",
    ]  # fmt: skip


REASON = re.compile(r'"(only_[a-z_]+|never_a_[a-z_]+|phase_not_begun|area_not_on_day)"')


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_kind_expectation_and_reason_has_a_message(lang):
    text = (Path(gaps.__file__)).read_text(encoding="utf-8")
    wanted = {f"reason-{code}" for code in REASON.findall(text)}
    wanted |= {f"reason-plan_stalled_{stage}" for stage in PLAN_STAGES[:-1]}
    wanted |= {f"gap-kind-{kind}" for kind in gaps.KINDS}
    wanted |= {f"gap-expectation-{expectation}" for expectation in gaps.EXPECTATIONS}
    assert len(wanted) == 16
    assert wanted - message_ids(lang) == set()
