"""Areas side by side: counts with their denominators, rates, and the main difference."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from measures import compare
from measures.selection import Selection
from tests import tiny

DAY = Selection(asof=date(2011, 5, 26))
NE, NORTH = DAY.but(area=tiny.NE), DAY.but(area=tiny.NORTH)

RECORDS = tiny.records(
    representatives=[tiny.representative(code, "2010-01-01") for code in ("41", "42", "50", "52")],
    workshops=[tiny.workshop("w1", "2010-05-01"), tiny.workshop("w2", "2010-06-01", group_code=tiny.NORTH)],
    participations=[
        tiny.seat("w1", "41", 1, 1), tiny.seat("w2", "50", 1, 1), tiny.seat("w2", "52", 1, 1),
        tiny.seat("w1", "50", 1, 1),
    ],
    projects=[tiny.project("p1", "2011-01-01"), tiny.project("p2", "2011-01-01")],
    project_locations=[
        tiny.location("p1", "41"), tiny.location("p1", "42"), tiny.location("p2", "50"),
    ],
    institutions=[{"institution_code": "CMU", "province_code": "50", "source_id": "sample"}],
    plans=[{"plan_id": "a", "province_code": "50", "approved_on": "2010-05-25", "source_id": "sample"}],
)  # fmt: skip


def values(sides, column):
    frame = compare.table(RECORDS, sides)
    return {m: list(part.sort_values("side")[column]) for m, part in frame.groupby("measure")}


def test_counts_and_denominators_of_two_groups():
    assert values([NE, NORTH], "value") == {
        "coverage": [2, 2], "attendance": [1, 2], "workshops": [1, 3], "institutions": [0, 1], "plan": [0, 1],
        "projects": [1, 1],
        "allocated": [100, 100], "disbursed": [40, 40],
    }  # fmt: skip
    assert set(map(tuple, values([NE, NORTH], "of").values())) == {(4.0, 2.0)}


def test_rates_make_four_provinces_and_two_compare_fairly():
    rates = values([NE, NORTH], "rate")
    assert rates["coverage"] == [0.5, 1.0]
    assert rates["workshops"] == [0.25, 1.5]
    assert rates["allocated"] == [25.0, 50.0]


def test_differences_are_to_the_first_side():
    assert values([NE, NORTH], "difference")["workshops"] == [0, 2]
    assert values([NE, NORTH], "rate_difference")["coverage"] == [0, 0.5]


def test_one_province_at_two_dates():
    then = DAY.but(area="41", asof=date(2010, 4, 1))
    found = values([then, DAY.but(area="41")], "value")
    assert found["workshops"] == [0, 1]
    assert found["projects"] == [0, 1]


def test_the_whole_country_is_a_side_without_bangkok_but_for_projects():
    country = [row for row in compare.table(RECORDS, [DAY, NE]).to_dict("records") if row["side"] == 0]
    assert {row["measure"]: row["of"] for row in country} == {
        "coverage": 6, "attendance": 6, "workshops": 6, "institutions": 7, "plan": 6, "projects": 7,
        "allocated": 7, "disbursed": 7,
    }  # fmt: skip
    assert {row["measure"]: row["value"] for row in country}["projects"] == 2


def test_an_area_that_does_not_exist_on_its_day_is_not_applicable():
    early = DAY.but(area="38", asof=date(2010, 1, 1))
    frame = compare.table(RECORDS, [early, DAY.but(area="38")])
    old = frame[frame["side"] == 0]
    assert set(old["state"]) == {"not_applicable"}
    assert set(old["reason"]) == {"area_not_on_day"}
    assert set(old["name_en"]) == {"Bueng Kan"}
    assert frame["difference"].isna().all()


def test_with_documents_only_nothing_is_claimed():
    sides = [side.but(evidence="documented") for side in (NE, NORTH)]
    frame = compare.table(RECORDS, sides)
    assert set(frame["state"]) == {"not_reported"}
    assert compare.main_difference(RECORDS, sides, frame).state == "not_comparable"


def test_the_main_difference_is_the_widest_against_how_much_areas_differ():
    sides = [NE, NORTH]
    found = compare.main_difference(RECORDS, sides, compare.table(RECORDS, sides, ("coverage",)))
    # Two groups with 0.5 and 1.0: standard deviation 0.25, so they lie two of them apart.
    assert (found.state, found.measure, found.high, found.low) == ("value", "coverage", 1, 0)
    assert (found.high_rate, found.low_rate) == (1.0, 0.5)
    assert found.spread == pytest.approx(2.0)


def test_among_provinces_the_measure_that_rarely_differs_weighs_more():
    sides = [DAY.but(area="50"), DAY.but(area="52")]
    frame = compare.table(RECORDS, sides, ("coverage", "plan", "attendance", "workshops"))
    # 50 alone has an approved plan (1 of 6: deviation 0.373, spread 2.68); workshops are 2 against 1, and
    # (1, 2, 1, 0, 0, 0) deviates by 0.745: spread 1.34.
    found = compare.main_difference(RECORDS, sides, frame)
    assert (found.measure, found.high, found.low) == ("plan", 0, 1)
    assert found.spread == pytest.approx(2.683, abs=0.001)


def test_equal_sides_have_no_main_difference():
    sides = [NE, NE]
    assert compare.main_difference(RECORDS, sides, compare.table(RECORDS, sides)).state == "same"


def test_small_multiples_follow_each_side_through_the_days():
    days = [date(2009, 1, 1), date(2010, 1, 1), date(2011, 5, 26)]
    frame = compare.over_time(RECORDS, [NE, NORTH], days, ("coverage",))
    assert list(frame["state"][:3]) == ["not_applicable", "value", "value"]
    assert list(frame["value"][1:3]) == [2, 2]
    assert list(frame["of"][1:3]) == [3, 4]  # Bueng Kan joined the group in between
    assert np.isnan(frame["rate"].iloc[0])
    assert frame["day"].iloc[0] == pd.Timestamp("2009-01-01")


@pytest.mark.parametrize("count", [1, 5])
def test_one_side_or_five_are_refused(count):
    with pytest.raises(ValueError, match="sides"):
        compare.table(RECORDS, [NE] * count)
