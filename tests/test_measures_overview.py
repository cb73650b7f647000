"""The first page: five figures, what is missing, what changed; and the comparison with documents."""

from datetime import date

import pandas as pd
import pytest

from measures import evidence, overview, reconciliation
from measures.selection import Selection
from tests import tiny

ASOF = Selection(asof=date(2011, 5, 26))
SINCE = date(2010, 9, 30)
RECORDS = tiny.records(
    workshops=[
        tiny.workshop("w1", "2010-01-15", title_en="First"),
        tiny.workshop("w2", "2011-01-15", group_code=tiny.NORTH, fiscal_year_be=2554, participants=80,
                      participants_qualifier="about", title_en="Second"),
    ],
    participations=[tiny.seat("w1", "41", 3, 2), tiny.seat("w1", "42", 3, 0)],
    representatives=[
        tiny.representative("41", "2009-12-21"),
        tiny.representative("42", "2009-12-21", "2010-12-31"),
        tiny.representative("50", "2011-02-01"),
        tiny.representative("52", "2011-02-01"),
    ],
    plans=[{"plan_id": "a", "province_code": "50", "drafted_on": "2010-01-01", "approved_on": "2011-02-01"}],
    projects=[tiny.project("p", "2011-01-01"), tiny.project("q", "2009-01-01", "2010-12-31")],
    project_locations=[tiny.location("p", "50"), tiny.location("q", "50")],
)  # fmt: skip


def figures(selection, since=SINCE):
    return overview.key_figures(RECORDS, selection, since).set_index("code")


def test_the_five_key_figures_carry_value_denominator_and_change():
    frame = figures(ASOF)
    assert frame.index.tolist() == ["coverage", "workshops", "participants", "projects", "plans"]
    assert frame.loc["coverage", ["value", "of", "change"]].tolist() == [3, 6, 1]
    assert frame.loc["workshops", ["value", "of", "change"]].tolist() == [2, 2, 1]
    assert frame.loc["participants", ["value", "qualifier"]].tolist() == [80, "about"]
    assert pd.isna(frame.loc["participants", "change"])  # the earlier day lies in another fiscal year
    assert frame.loc["projects", ["value", "change"]].tolist() == [1, 0]
    assert frame.loc["plans", ["value", "of", "change"]].tolist() == [1, 6, 1]


def test_key_figures_lead_to_the_page_that_explains_them():
    frame = figures(ASOF)
    assert frame.loc["workshops", "page"] == "workshops"
    assert frame.loc["workshops", "params"] == {"phase": "phase-2"}
    assert frame.loc["plans", "params"] == {"measure": "plan"}


def test_key_figures_without_documents_are_not_reported():
    frame = figures(ASOF.but(evidence="documented"))
    assert set(frame["state"]) == {"not_reported"}
    assert frame["value"].isna().all()


def test_coverage_since_a_day_before_the_role_is_counted_from_nobody():
    assert figures(ASOF, since=date(2008, 1, 1)).loc["coverage", "change"] == 3


def test_the_sentence_has_the_numbers_of_the_day_and_the_phase():
    parts = overview.sentence_parts(RECORDS, ASOF)
    assert (parts["covered"], parts["provinces"], parts["missing"]) == (3, 6, 3)
    assert (parts["phase_code"], parts["groups"], parts["groups_of"]) == ("phase-2", 2, 2)


def test_before_the_first_phase_there_is_no_phase_to_speak_of():
    parts = overview.sentence_parts(RECORDS, Selection(asof=date(2003, 9, 30)))
    assert (parts["phase_code"], parts["groups_state"], parts["missing"]) == (None, "not_applicable", None)


def test_gaps_are_counted_by_kind():
    frame = overview.missing(RECORDS, ASOF).set_index("gap")
    assert frame["value"].to_dict() == {
        "no_representative": 3,
        "no_workshop": 0,
        "never_came": 1,
        "never_invited": 4,
        "no_plan": 5,
        "no_project": 5,
    }
    assert set(frame["of"]) == {6, 2}


def test_gaps_that_no_document_mentions_are_not_claimed():
    frame = overview.missing(RECORDS, ASOF.but(evidence="documented"))
    assert set(frame["state"]) == {"not_reported"}
    assert frame["value"].isna().all()


def test_changes_tell_of_people_plans_workshops_and_the_map():
    frame = overview.changes(RECORDS, ASOF, SINCE)
    found = [(str(row.on.date()), row.kind, row.area_code) for row in frame.itertuples()]
    assert found == [
        ("2011-01-01", "representative_lost", "42"),
        ("2011-01-15", "workshop_held", tiny.NORTH),
        ("2011-02-01", "plan_approved", "50"),
        ("2011-02-01", "representative_gained", "50"),
        ("2011-02-01", "representative_gained", "52"),
        ("2011-03-23", "province_established", "38"),
        ("2011-03-28", "group_joined", "38"),
    ]
    assert frame["detail_en"].iloc[6] == "Upper Northeastern 1"


def test_changes_of_one_group_leave_the_others_out():
    frame = overview.changes(RECORDS, ASOF.but(groups=(tiny.NE,)), SINCE)
    assert set(frame["area_code"]) == {"42", "38"}


def test_a_new_scheme_is_one_change_not_one_per_province():
    frame = overview.changes(RECORDS, Selection(asof=date(2018, 1, 1)), date(2017, 1, 1))
    assert frame[["kind", "area_code"]].to_numpy().tolist() == [["scheme_changed", "2560"]]


def test_changes_backwards_in_time_are_refused():
    with pytest.raises(ValueError, match="2011-05-26"):
        overview.changes(RECORDS, ASOF, date(2012, 1, 1))


@pytest.mark.parametrize(
    ("stated", "qualifier", "computed", "expected"),
    [
        (61.0, "exact", 61.0, "agrees"),
        (61.0, "exact", 60.0, "differs"),
        (70.0, "at_least", 72.0, "agrees"),
        (70.0, "at_least", 69.0, "differs"),
        (400.0, "about", 380.0, "agrees"),
        (400.0, "about", 379.0, "differs"),
        (5.0, "exact", None, "cannot_compute"),
    ],
)
def test_a_verdict_respects_the_qualifier(stated, qualifier, computed, expected):
    assert reconciliation.verdict(stated, qualifier, computed) == expected


def test_the_share_of_documented_rows_ignores_rows_without_evidence():
    frame = pd.DataFrame({"evidence": ["documented", "illustrative", "illustrative", "illustrative", ""]})
    assert evidence.documented_share(frame) == 0.25
    assert evidence.documented_share(frame.iloc[4:]) is None


def test_a_figure_of_several_rows_is_documented_partly_or_illustrative():
    assert evidence.combined(["documented", "illustrative"]) == "partly"
    assert evidence.combined(["illustrative", "illustrative"]) == "illustrative"
    assert evidence.combined(["partly", ""]) == "partly"
    assert evidence.combined(["documented", ""]) == "documented"
    assert evidence.combined([]) == ""


def test_before_the_work_with_provinces_began_nobody_says_how_many_came() -> None:
    first, before = (
        overview.participants(RECORDS, Selection(day)) for day in (date(2003, 10, 1), date(2003, 9, 30))
    )
    assert (first.state, first.value) == ("value", 0)
    assert (before.state, before.value) == ("not_reported", None)
