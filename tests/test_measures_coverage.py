"""Who has a representative, on which day, of how many provinces, and why the others have none."""

from datetime import date

import pytest

from measures import coverage, coverage_stated
from measures.coverage import Count
from measures.selection import Selection
from tests import tiny

MAY_2011 = Selection(asof=date(2011, 5, 26))


def states(records, selection):
    frame = coverage.by_province(records, selection)
    return dict(zip(frame["area_code"], frame["state"], strict=True))


def reasons(records, selection):
    frame = coverage.by_province(records, selection)
    return dict(zip(frame["area_code"], frame["reason"], strict=True))


REPRESENTATIVES = tiny.records(
    representatives=[
        tiny.representative("41", "2009-12-21"),
        tiny.representative("42", "2009-12-21", "2010-12-31"),
        tiny.representative("50", "2010-03-01", "2010-09-30"),
        tiny.representative("50", "2010-10-01", institution_code="u2"),
    ],
    institution_service_areas=[{"institution_code": "u1", "province_code": "52", "role": "host"}],
)


def test_each_province_is_covered_uncovered_or_not_asked():
    assert states(REPRESENTATIVES, MAY_2011) == {
        "10": "not_applicable",
        "38": "uncovered",
        "41": "covered",
        "42": "uncovered",
        "43": "uncovered",
        "50": "covered",
        "52": "uncovered",
    }


def test_every_gap_names_its_reason():
    assert reasons(REPRESENTATIVES, MAY_2011) == {
        "10": "bangkok",
        "38": "no_network_institution",
        "41": "",
        "42": "representative_ended",
        "43": "no_network_institution",
        "50": "",
        "52": "not_appointed",
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2010, 12, 30), "covered"),
        (date(2010, 12, 31), "covered"),  # the last day still counts
        (date(2011, 1, 1), "uncovered"),
    ],
)
def test_a_representative_holds_the_role_up_to_and_on_the_last_day(day, state):
    assert states(REPRESENTATIVES, Selection(asof=day))["42"] == state


def test_a_hand_over_without_a_free_day_is_one_unbroken_spell():
    frame = coverage.by_province(REPRESENTATIVES, MAY_2011).set_index("area_code")
    assert str(frame.loc["50", "since"].date()) == "2010-03-01"


def test_a_hand_over_with_a_gap_starts_a_new_spell():
    records = tiny.records(
        representatives=[
            tiny.representative("50", "2010-03-01", "2010-09-30"),
            tiny.representative("50", "2010-11-01"),
        ]
    )
    frame = coverage.by_province(records, MAY_2011).set_index("area_code")
    assert str(frame.loc["50", "since"].date()) == "2010-11-01"


def test_an_uncovered_province_waits_since_the_role_began_or_since_it_exists():
    frame = coverage.by_province(REPRESENTATIVES, MAY_2011).set_index("area_code")
    assert str(frame.loc["43", "since"].date()) == "2009-12-21"
    assert str(frame.loc["38", "since"].date()) == "2011-03-23"
    assert str(frame.loc["42", "since"].date()) == "2011-01-01"


def test_before_the_role_existed_coverage_does_not_apply():
    assert set(states(REPRESENTATIVES, Selection(asof=date(2009, 12, 20))).values()) == {"not_applicable"}
    count = coverage.total(REPRESENTATIVES, Selection(asof=date(2009, 12, 20)))
    assert (count.value, count.of, count.state) == (None, 5, "not_applicable")


def test_bueng_kan_counts_for_nong_khai_before_it_was_a_province_and_not_back():
    records = tiny.records(representatives=[tiny.representative("38", "2010-01-01")])
    before = states(records, Selection(asof=date(2011, 3, 22)))
    after = states(records, Selection(asof=date(2011, 3, 23)))
    assert "38" not in before
    assert before["43"] == "covered"
    assert (after["38"], after["43"]) == ("covered", "uncovered")


def test_the_denominator_is_the_provinces_of_the_day_without_bangkok():
    records = tiny.records(representatives=[tiny.representative("41", "2009-12-21")])
    assert coverage.total(records, Selection(asof=date(2011, 3, 22))).of == 5
    assert coverage.total(records, Selection(asof=date(2011, 3, 23))).of == 6


def test_groups_count_their_own_provinces_of_the_day():
    frame = coverage.by_group(REPRESENTATIVES, MAY_2011).set_index("area_code")
    northeast = frame.loc[tiny.NE]
    assert (northeast["covered_count"], northeast["province_count"], northeast["coverage_pct"]) == (
        1,
        4,
        25.0,
    )
    assert northeast["missing"] == ("38", "42", "43")


def test_bueng_kan_is_in_no_group_for_five_days_but_in_the_total():
    between = Selection(asof=date(2011, 3, 27))
    groups = coverage.by_group(REPRESENTATIVES, between).set_index("area_code")
    assert groups.loc[tiny.NE, "province_count"] == 3
    assert coverage.total(REPRESENTATIVES, between).of == 6


def test_the_filter_limits_the_total_and_not_the_rows():
    north = MAY_2011.but(groups=(tiny.NORTH,))
    assert len(coverage.by_province(REPRESENTATIVES, north)) == 7
    assert coverage.total(REPRESENTATIVES, north) == Count(
        1, 2, date(2011, 5, 26), evidence="illustrative", source_id="sample"
    )


def test_without_documents_nothing_is_reported_and_never_uncovered():
    documented = MAY_2011.but(evidence="documented")
    found = states(REPRESENTATIVES, documented)
    assert {state for code, state in found.items() if code != "10"} == {"not_reported"}
    assert set(reasons(REPRESENTATIVES, documented).values()) == {"documents_do_not_say", "bangkok"}
    groups = coverage.by_group(REPRESENTATIVES, documented)
    assert set(groups["state"]) == {"not_reported"}
    assert groups["value"].isna().all()


def test_a_document_that_names_one_province_is_silent_on_the_others():
    records = tiny.records(
        representatives=[
            tiny.representative("41", "2009-12-21", evidence="documented", source_id="seed-003"),
            tiny.representative("42", "2009-12-21"),
        ]
    )
    found = states(records, MAY_2011.but(evidence="documented"))
    assert (found["41"], found["42"], found["43"]) == ("covered", "not_reported", "not_reported")


STATED = [
    {"observation_id": "ob-01", "indicator": "provinces_with_representative", "scope": "country", "value": 4,
     "unit": "province", "qualifier": "exact", "as_of": "2011-05-26", "source_id": "seed-003"}
]  # fmt: skip


def test_the_stated_number_stands_where_documents_name_no_province():
    records = tiny.records(observations=STATED, representatives=[tiny.representative("41", "2009-12-21")])
    count = coverage.total(records, MAY_2011.but(evidence="documented"))
    assert count == Count(4, 6, date(2011, 5, 26), "exact", "documented", "seed-003")


def test_the_stated_number_holds_on_its_own_day_only():
    records = tiny.records(observations=STATED)
    count = coverage.total(records, Selection(asof=date(2011, 5, 27), evidence="documented"))
    assert (count.value, count.state) == (None, "not_reported")


def test_records_that_disagree_with_the_stated_number_are_not_hidden_by_it():
    records = tiny.records(observations=STATED, representatives=[tiny.representative("41", "2009-12-21")])
    count = coverage.total(records, MAY_2011)
    assert (count.value, count.evidence) == (1, "illustrative")


def test_over_time_follows_both_the_count_and_the_denominator():
    days = [date(2009, 12, 20), date(2010, 1, 1), date(2010, 6, 1), date(2011, 1, 1), date(2011, 5, 1)]
    frame = coverage.over_time(REPRESENTATIVES, MAY_2011, days)
    assert frame["state"].tolist() == ["not_applicable", "value", "value", "value", "value"]
    assert frame["covered_count"].tolist()[1:] == [2, 3, 2, 2]
    assert frame["province_count"].tolist() == [5, 5, 5, 5, 6]


def test_over_time_keeps_the_chosen_groups():
    days = [date(2010, 6, 1), date(2011, 5, 1)]
    frame = coverage.over_time(REPRESENTATIVES, MAY_2011.but(groups=(tiny.NE,)), days)
    assert frame["covered_count"].tolist() == [2, 1]
    assert frame["province_count"].tolist() == [3, 4]


def test_gaps_are_the_uncovered_provinces_with_their_group():
    frame = coverage.gaps(REPRESENTATIVES, MAY_2011)
    assert frame["area_code"].tolist() == ["38", "42", "43", "52"]
    assert frame["group_name_en"].tolist() == ["Upper Northeastern 1"] * 3 + ["Upper Northern 1"]


def test_points_of_different_units_stay_apart():
    records = tiny.records(
        network_growth=[
            {"as_of": "2011-05-26", "indicator": "provinces_with_representative", "value": 4, "qualifier": "exact"},
            {"as_of": "2013-01-01", "indicator": "networks", "value": 70, "qualifier": "at_least",
             "date_precision": "year"},
        ]
    )  # fmt: skip
    frame = coverage_stated.points(records)
    assert frame["unit"].tolist() == ["province", "network"]
    assert frame["of"].iloc[0] == 6
    assert frame["of"].isna().tolist() == [False, True]
