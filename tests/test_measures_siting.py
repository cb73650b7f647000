"""Where to go next: exact placements, told apart by rule, over the provinces that are really uncovered."""

from datetime import date
from itertools import combinations

import numpy as np
import pytest

from locales.reader import message_ids
from measures import location_models as models
from measures import siting, siting_question
from measures.selection import Selection
from measures.siting_question import Question
from tests import tiny

DAY = Selection(asof=date(2011, 5, 26))

# Six places to reach; X reaches four of them, Y and Z three each and together all six.
X, Y, Z = 0, 1, 2
TRAP = np.array([[1, 1, 0], [1, 1, 0], [1, 0, 1], [1, 0, 1], [0, 1, 0], [0, 0, 1]], dtype=bool)
ONES = np.ones(6)


def test_two_sites_that_share_nothing_beat_the_greedy_choice():
    assert models.greedy_coverage(TRAP, ONES, 2) == (X, Y)
    assert TRAP[:, [X, Y]].any(axis=1).sum() == 5
    assert models.maximal_coverage(TRAP, ONES, 2, TRAP * 1.0) == (Y, Z)


def test_one_site_goes_where_most_is_reached():
    assert models.maximal_coverage(TRAP, ONES, 1, TRAP * 1.0) == (X,)


def test_weights_decide():
    heavy_last = np.array([1, 1, 1, 1, 1, 9.0])
    assert models.maximal_coverage(TRAP, heavy_last, 1, TRAP * 1.0) == (Z,)
    assert models.best_weight(TRAP, heavy_last, 1) == 11.0


def test_no_more_sites_are_named_than_are_needed():
    assert models.maximal_coverage(TRAP, ONES, 3, TRAP * 1.0) == (Y, Z)


def test_of_equally_good_sites_the_nearer_wins_and_then_the_first():
    both = np.ones((1, 3), dtype=bool)
    assert models.maximal_coverage(both, np.ones(1), 1, np.array([[50.0, 20.0, 20.0]])) == (1,)


def test_nothing_to_reach_needs_no_site():
    assert models.maximal_coverage(np.zeros((0, 3), dtype=bool), np.ones(0), 2, np.zeros((0, 3))) == ()
    assert models.maximal_coverage(np.zeros((2, 3), dtype=bool), np.ones(2), 2, np.zeros((2, 3))) == ()
    assert models.p_median(np.zeros((0, 3)), np.ones(0), 2) == ()


def test_the_median_of_a_line_of_three_is_the_middle():
    line = np.abs(np.subtract.outer([0.0, 10.0, 30.0], [0.0, 10.0, 30.0]))
    assert models.p_median(line, np.ones(3), 1) == (1,)
    assert models.p_median(line, np.array([1.0, 1.0, 5.0]), 1) == (2,)


def test_a_site_that_shortens_nothing_is_not_named():
    line = np.abs(np.subtract.outer([0.0, 10.0], [0.0, 10.0]))
    assert models.p_median(line, np.ones(2), 2, standing=np.array([0.0, 10.0])) == (1,)
    assert models.p_median(line, np.ones(2), 2, standing=np.zeros(2)) == ()


def random_problem(seed):
    draw = np.random.default_rng(seed)
    distances = draw.uniform(1, 100, (9, 8)).round(1)
    return distances <= 35, draw.integers(1, 5, 9).astype(float), distances


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("k", [1, 2, 3, 4])
def test_coverage_is_as_good_as_trying_everything_and_never_worse_than_greedy(seed, k):
    reach, weights, distances = random_problem(seed)

    def weight(sites):
        return weights[reach[:, list(sites)].any(axis=1)].sum()

    found = models.maximal_coverage(reach, weights, k, distances)
    assert len(found) <= k
    assert weight(found) == max(weight(sites) for sites in combinations(range(8), k))
    assert weight(found) >= weight(models.greedy_coverage(reach, weights, k))


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("k", [1, 2, 3])
def test_the_median_is_as_good_as_trying_everything(seed, k):
    _, weights, distances = random_problem(seed)

    def cost(sites):
        return weights @ distances[:, list(sites)].min(axis=1)

    best = min(cost(sites) for sites in combinations(range(8), k))
    assert cost(models.p_median(distances, weights, k)) == pytest.approx(best)


def test_sites_stand_in_order_of_what_they_add():
    assert models.by_gain(TRAP, np.array([1, 1, 1, 1, 1, 5.0]), (Y, Z), TRAP * 1.0) == (Z, Y)


# In the tiny country: 41, 42, 43 and 38 in the north-east border on each other in a chain, 50 and 52 too.
SERVED = tiny.records(
    representatives=[tiny.representative("41", "2010-01-01"), tiny.representative("52", "2010-01-01")],
    institutions=[
        {"institution_code": "u1", "province_code": "41", "source_id": "sample"},
        {"institution_code": "u2", "province_code": "43", "source_id": "sample"},
    ],
)


def test_the_question_is_asked_about_uncovered_provinces_only():
    placement = siting.place(SERVED, DAY, Question(k=15, radius_km=0))
    assert sorted(placement.sites["area_code"]) == ["38", "42", "43", "50"]
    assert (placement.uncovered_count, placement.open_count, placement.reached_count) == (4, 4, 4)
    assert placement.spare_count == 11
    assert set(placement.sites["reason"]) == {"reaches_itself"}


def test_one_site_among_neighbours_reaches_both_sides_of_nong_khai():
    placement = siting.place(SERVED, DAY, Question(k=1, rule="neighbours"))
    site = placement.sites.iloc[0]
    assert (site["area_code"], site["gain_count"], site["gained"]) == ("43", 3, ("38", "42", "43"))
    assert (site["action"], site["reason"]) == ("appoint", "reaches_itself_and_others")


def test_the_map_tells_before_and_after():
    placement = siting.place(SERVED, DAY, Question(k=1, rule="neighbours"))
    provinces = placement.provinces.set_index("area_code")
    assert provinces["state_before"].to_dict() == {
        "10": "not_applicable", "38": "uncovered", "41": "covered", "42": "uncovered", "43": "uncovered",
        "50": "uncovered", "52": "covered",
    }  # fmt: skip
    assert provinces["state"].to_dict() == {
        "10": "not_applicable", "38": "reached", "41": "covered", "42": "reached", "43": "reached",
        "50": "uncovered", "52": "covered",
    }  # fmt: skip
    assert provinces.loc["38", "site_code"] == "43"
    assert provinces.loc["50", "site_code"] == ""


def test_what_stands_nearby_already_needs_no_new_site():
    question = Question(k=3, rule="neighbours", count_existing=True)
    placement = siting.place(SERVED, DAY, question)
    # 42 borders on 41 (representative) and 43 (institution), 38 on 43, and 50 on 52.
    assert (placement.state, placement.reason) == ("nothing_open", "existing_reach_all")
    assert (placement.uncovered_count, placement.open_count, len(placement.sites)) == (4, 0, 0)
    assert placement.provinces.set_index("area_code").loc["42", "state"] == "reached_by_existing"


def test_weights_and_candidates_bound_the_answer():
    only_there = siting.place(SERVED, DAY, Question(k=2, rule="neighbours", candidates=("52",)))
    assert list(only_there.sites["area_code"]) == ["52"]
    assert only_there.sites.iloc[0]["reason"] == "reaches_others"
    left_out = tuple((code, 0.0) for code in ("38", "42", "43"))
    weighted = siting.place(SERVED, DAY, Question(k=1, radius_km=0, weights=left_out))
    assert list(weighted.sites["area_code"]) == ["50"]


def test_out_of_reach_is_said():
    placement = siting.place(SERVED, DAY, Question(k=1, radius_km=0, candidates=("41",)))
    assert (placement.state, placement.reason) == ("out_of_reach", "no_candidate_reaches")


def test_the_filter_says_which_provinces_are_to_be_reached():
    north = siting.place(SERVED, DAY.but(groups=(tiny.NORTH,)), Question(k=5, radius_km=0))
    assert list(north.sites["area_code"]) == ["50"]
    assert siting.place(SERVED, DAY.but(area="38"), Question(k=5, radius_km=0)).uncovered_count == 1


def test_without_reports_nothing_is_proposed():
    silent = siting.place(SERVED, DAY.but(evidence="documented"), Question(k=3))
    assert (silent.state, silent.reason) == ("not_reported", "documents_do_not_say")
    assert len(silent.sites) == 0
    assert siting.place(SERVED, DAY.but(asof=date(2005, 1, 1)), Question()).state == "not_applicable"


def test_the_curve_tells_what_each_further_site_adds():
    curve = siting.curve(SERVED, DAY, Question(rule="neighbours"), most=4)
    assert list(curve["k"]) == [0, 1, 2, 3, 4]
    assert list(curve["reached_count"]) == [0, 3, 4, 4, 4]
    assert list(curve["gain_count"]) == [0, 3, 1, 0, 0]


def test_other_radii_are_answered_with_the_same_number_of_sites():
    other = siting.by_radius(SERVED, DAY, Question(k=1, radius_km=0.0), radii_km=(0, 500))
    assert list(other["reached_count"]) == [1, 4, 3]
    assert list(other["rule"]) == ["radius", "radius", "neighbours"]
    assert list(other["is_asked"]) == [True, False, False]


def test_the_median_says_how_far_it_is_to_the_nearest_site():
    placement = siting.place(SERVED, DAY, Question(k=4, model="median"))
    assert sorted(placement.sites["area_code"]) == ["38", "42", "43", "50"]
    assert placement.sites["mean_km"].iloc[-1] == 0
    assert placement.sites["mean_km"].is_monotonic_decreasing


@pytest.mark.parametrize("bad", [{"k": 0}, {"k": 16}, {"model": "x"}, {"rule": "x"}, {"radius_km": -1}])
def test_questions_outside_the_bounds_are_refused(bad):
    with pytest.raises(ValueError):
        Question(**bad)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_word_of_a_placement_has_a_message(lang):
    reasons = ("reaches_itself", "reaches_itself_and_others", "reaches_others", "shortens", "adds_nothing")
    states = ("covered", "reached_by_existing", "reached", "uncovered", "not_reported", "not_applicable")
    empty = ("no_candidate_reaches", "existing_reach_all", "all_covered", "nothing_in_filter")
    wanted = {f"siting-reason-{code}" for code in reasons} | {f"siting-state-{code}" for code in states}
    wanted |= {f"reason-{code}" for code in empty} | {f"siting-action-{code}" for code in ("appoint", "find")}
    wanted |= {f"siting-model-{code}" for code in siting_question.MODELS} | {
        f"siting-rule-{code}" for code in siting_question.RULES
    }
    assert wanted - message_ids(lang) == set()
