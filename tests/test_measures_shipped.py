"""The shipped records against what the documents say, and the honesty of the documented view."""

from datetime import date

import pytest

from data.records import load
from measures import coverage, overview, phases, reconciliation, timeline, values, workshops
from measures.selection import Selection

ASOF = Selection(asof=date(2011, 5, 26))
DOCUMENTED = ASOF.but(evidence="documented")
END = DOCUMENTED.but(asof=date(2016, 1, 1))


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.mark.parametrize("selection", [ASOF, DOCUMENTED])
def test_61_of_76_provinces_had_a_representative_on_26_may_2011(records, selection):
    count = coverage.total(records, selection)
    assert (count.value, count.of, count.qualifier) == (61, 76, "exact")
    assert (count.evidence, count.source_id) == ("documented", "seed-003")


def test_the_sixty_one_and_the_fifteen_are_on_the_map(records):
    states = values.by_area(records, ASOF)["state"].value_counts().to_dict()
    assert states == {"covered": 61, "uncovered": 15, "not_applicable": 1}


def test_groups_and_their_provinces_add_up_to_the_76(records):
    frame = coverage.by_group(records, ASOF)
    assert (len(frame), frame["province_count"].sum(), frame["covered_count"].sum()) == (18, 76, 61)


def test_documents_do_not_say_which_provinces(records):
    frame = values.by_area(records, DOCUMENTED)
    assert frame["state"].value_counts().to_dict() == {"not_reported": 76, "not_applicable": 1}


@pytest.mark.parametrize(("day", "areas", "of"), [(date(2011, 3, 22), 76, 75), (date(2011, 3, 23), 77, 76)])
def test_the_map_has_76_areas_before_bueng_kan_and_77_after(records, day, areas, of):
    selection = ASOF.but(asof=day)
    assert len(values.by_area(records, selection)) == areas
    assert coverage.total(records, selection).of == of


@pytest.mark.parametrize(("day", "grouped"), [(date(2011, 3, 27), 75), (date(2011, 3, 28), 76)])
def test_bueng_kan_joins_its_group_after_five_days(records, day, grouped):
    frame = values.by_area(records, ASOF.but(asof=day))
    assert (frame["group_code"] != "").sum() == grouped


def test_documents_name_seven_groups_with_a_workshop(records):
    frame = workshops.by_group_phase(records, END)
    held = frame[frame["state"] == "held"]
    assert held.groupby("phase_code").size().to_dict() == {"phase-2": 4, "phase-3": 3}
    assert held["group_code"].nunique() == 7
    assert set(frame["state"]) == {"held", "no_source"}


@pytest.mark.parametrize(("phase_code", "groups_then"), [("phase-1", 19), ("phase-2", 18)])
def test_both_phases_are_stated_to_have_covered_18_groups(records, phase_code, groups_then):
    row = phases.stated(records, phase_code).iloc[0]
    assert (row["value"], row["groups_then"], row["source_id"]) == (18, groups_then, "seed-000")


def test_phase_two_is_stated_complete_and_documented_for_four(records):
    frame = reconciliation.compare(records).set_index("observation_id")
    row = frame.loc["ob-06"]
    assert (row["value"], row["documented_value"]) == (18, 4)


def test_registry_counts_agree_with_the_gazette_from_documents_alone(records):
    frame = reconciliation.compare(records).set_index("observation_id")
    sure = frame[
        frame["verdict"].isin(["agrees", "own_count"]) & (frame["computed_evidence"] == "documented")
    ]
    assert sure["computed"].to_dict() == {
        "ob-08": 18, "ob-09": 18, "ob-10": 75, "ob-11": 76, "ob-12": 76, "ob-13": 76, "ob-14": 77, "ob-15": 5,
        "ob-16": 20, "ob-23": 16,
    }  # fmt: skip


def test_agreement_of_illustrative_rows_is_called_what_it_is(records):
    frame = reconciliation.compare(records).set_index("observation_id")
    assert frame.loc["ob-01", ["verdict", "reason"]].tolist() == ["by_construction", "illustrative_rows"]
    assert frame.loc["ob-07", ["verdict", "reason"]].tolist() == ["cannot_compute", "members_not_documented"]
    assert frame.loc["ob-31", "reason"] == "target_not_result"


def test_about_400_people_came_on_26_may_2011(records):
    row = workshops.listing(records, DOCUMENTED).iloc[0]
    assert (row["workshop_id"], row["participants"], row["participants_qualifier"]) == (
        "ws-2011-05-26-moi", 400, "about",
    )  # fmt: skip


def test_the_documented_overview_stays_useful_and_claims_no_more(records):
    frame = overview.key_figures(records, DOCUMENTED, date(2010, 9, 30)).set_index("code")
    assert frame.loc["coverage", ["value", "of"]].tolist() == [61, 76]
    assert frame.loc["workshops", ["value", "qualifier"]].tolist() == [4, "at_least"]
    assert frame.loc["participants", ["value", "qualifier"]].tolist() == [400, "at_least"]
    assert frame.loc[["projects", "plans"], "state"].tolist() == ["not_reported", "not_reported"]


def test_fifteen_provinces_are_missing_even_where_documents_name_none(records):
    row = overview.missing(records, DOCUMENTED).set_index("gap").loc["no_representative"]
    assert (row["value"], row["of"], row["evidence"]) == (15, 76, "documented")


def test_the_timeline_of_documents_has_every_milestone_once(records):
    frame = timeline.events(records, DOCUMENTED)
    assert frame["event_id"].is_unique
    told_as_workshops = (records.milestones["workshop_id"] != "").sum()
    assert (told_as_workshops, len(frame)) == (15, 3 + 39 + 15)


def test_uncertain_regional_workshops_count_for_no_group(records):
    frame = workshops.listing(records, END).set_index("workshop_id")
    assert frame.loc["ws-2009-01-14-upper-north", ["scope", "group_code"]].tolist() == ["region", ""]
    counts = workshops.count_by_group(records, DOCUMENTED).set_index("area_code")
    assert counts.loc["2551-upper-north-1", "state"] == "not_reported"


def test_a_gap_in_sources_does_not_contradict_the_statement():
    frame = reconciliation.compare(load(sample=None)).set_index("observation_id")
    assert frame.loc["ob-06", ["computed", "verdict", "reason"]].tolist() == [
        4,
        "cannot_compute",
        "no_source_yet",
    ]
    assert "differs" not in set(frame["verdict"])


def test_without_the_sample_the_61_of_76_still_stand():
    count = coverage.total(load(sample=None), ASOF)
    assert (count.value, count.of, count.source_id) == (61, 76, "seed-003")
