"""Workshops: held or only announced, for a group or for none, and who came."""

from datetime import date

import pytest

from measures import workshop_people, workshop_years, workshops
from measures.selection import Selection
from tests import tiny

SEPT_2010 = Selection(asof=date(2010, 9, 30))
RECORDS = tiny.records(
    workshops=[
        tiny.workshop("w1", "2010-01-15", participants=120, participants_qualifier="exact"),
        tiny.workshop(
            "w2", "2010-06-01", end_date="2010-06-30", date_precision="month", group_code=tiny.NORTH
        ),
        tiny.workshop("w3", "2010-02-01", end_date="2010-12-31", date_precision="range"),
        tiny.workshop("w4", "2010-03-01", scope="national", group_code=""),
        tiny.workshop("w5", "2010-03-02", scope="region", group_code=""),
    ],
    participations=[
        tiny.seat("w1", "41", 3, 2),
        tiny.seat("w1", "41", 1, 0, role="pcso"),
        tiny.seat("w1", "42", 2, 0),
        tiny.seat("w1", "43", 2, None),
        tiny.seat("w4", "41", 5, 5),
        tiny.seat("w3", "52", 2, 2),
    ],
)


def test_attendance_tells_came_from_invited_from_unknown():
    frame = workshops.by_province(RECORDS, SEPT_2010).set_index("area_code")
    assert frame["state"].to_dict() == {
        "10": "not_applicable",
        "41": "attended",
        "42": "invited_never_came",
        "43": "not_reported",
        "50": "never_invited",
        "52": "never_invited",  # w3 is some day until December: not certainly held yet
    }
    assert frame.loc["43", "reason"] == "attendance_not_recorded"


def test_a_workshop_known_to_a_range_counts_from_the_last_possible_day():
    before = workshops.by_province(RECORDS, Selection(asof=date(2010, 12, 30))).set_index("area_code")
    after = workshops.by_province(RECORDS, Selection(asof=date(2010, 12, 31))).set_index("area_code")
    assert (before.loc["52", "state"], after.loc["52", "state"]) == ("never_invited", "attended")


def test_several_roles_of_a_province_at_one_workshop_are_one_attendance():
    frame = workshops.count_by_province(RECORDS, SEPT_2010).set_index("area_code")
    assert frame.loc["41", "value"] == 2  # w1 and w4
    assert (frame.loc["42", "state"], frame.loc["42", "value"]) == ("none", 0)
    assert frame.loc["43", "state"] == "not_reported"


def test_only_group_workshops_count_for_a_group():
    frame = workshops.count_by_group(RECORDS, SEPT_2010).set_index("area_code")
    assert frame["value"].to_dict() == {tiny.NE: 1, tiny.NORTH: 1}


def test_workshops_of_an_earlier_scheme_are_not_carried_over():
    frame = workshops.count_by_group(RECORDS, Selection(asof=date(2018, 1, 1)))
    assert frame["value"].tolist() == [0, 0]
    assert set(frame["reason"]) == {"scheme_changed"}


def test_a_province_born_after_the_last_workshop_was_not_left_out():
    frame = workshops.by_province(RECORDS, Selection(asof=date(2011, 5, 26))).set_index("area_code")
    assert frame.loc["38", ["state", "reason"]].tolist() == ["never_invited", "not_yet_a_province"]


def test_before_phase_one_attendance_does_not_apply():
    frame = workshops.by_province(RECORDS, Selection(asof=date(2003, 9, 30)))
    assert set(frame["state"]) == {"not_applicable"}


def test_the_chosen_phase_limits_attendance():
    frame = workshops.by_province(RECORDS, SEPT_2010.but(phase="phase-3")).set_index("area_code")
    assert frame.loc["41", "state"] == "never_invited"


def test_never_came_lists_the_invited_who_stayed_away():
    frame = workshops.never_came(RECORDS, SEPT_2010)
    assert frame[["area_code", "invited_workshops"]].to_numpy().tolist() == [["42", 1]]


def test_the_listing_shows_what_has_begun_and_says_what_is_certainly_held():
    frame = workshops.listing(RECORDS, SEPT_2010)
    assert dict(zip(frame["workshop_id"], frame["is_held"], strict=True)) == {
        "w2": True, "w5": True, "w4": True, "w3": False, "w1": True,
    }  # fmt: skip


def test_the_listing_of_a_group_has_its_own_and_the_national_ones():
    frame = workshops.listing(RECORDS, SEPT_2010.but(groups=(tiny.NORTH,)))
    assert frame["workshop_id"].tolist() == ["w2", "w4", "w3"]  # w3: Lampang took part


def test_roles_are_summed_over_rows_that_record_both_numbers():
    frame = workshop_people.by_role(RECORDS, SEPT_2010).set_index("role")
    office = frame.loc["provincial_office"]
    assert (office["invited_count"], office["attended_count"]) == (12, 7)  # 3+2+2+5 and 2+0+5
    assert office["attendance_pct"] == 70.0  # 7 of 10; the row without attendance is left out
    assert frame.loc["agency", "state"] == "not_reported"


def test_years_add_stated_and_counted_people_and_say_when_some_are_unknown():
    frame = workshop_years.by_fiscal_year(RECORDS, SEPT_2010).set_index("fiscal_year_be")
    row = frame.loc[2553]
    assert (row["workshop_count"], row["participants"], row["participants_qualifier"]) == (4, 125, "at_least")
    assert (frame.loc[2552, "state"], frame.loc[2552, "workshop_count"]) == ("none", 0)


DOCUMENTED = tiny.records(
    workshops=[
        tiny.workshop("w1", "2010-01-15", evidence="documented", source_id="news"),
        tiny.workshop("w2", "2010-01-16", group_code=tiny.NORTH),
    ]
)


@pytest.mark.parametrize(("choice", "north"), [("all", "held"), ("documented", "no_source")])
def test_a_group_without_a_document_has_no_source_yet(choice, north):
    frame = workshops.by_group_phase(DOCUMENTED, SEPT_2010.but(evidence=choice))
    found = frame[frame["phase_code"] == "phase-2"].set_index("group_code")["state"].to_dict()
    assert found == {tiny.NE: "held", tiny.NORTH: north}


def test_documents_alone_never_prove_that_a_group_had_none():
    records = tiny.records(workshops=[tiny.workshop("w1", "2010-01-15", evidence="documented")])
    frame = workshops.by_group_phase(records, SEPT_2010)
    states = frame.set_index(["group_code", "phase_code"])["state"]
    assert states[tiny.NORTH, "phase-2"] == "no_source"
    assert states[tiny.NORTH, "phase-3"] == "not_yet"


def test_the_documented_count_of_groups_is_a_lower_bound():
    count = workshops.groups_reached(DOCUMENTED, SEPT_2010.but(evidence="documented"), "phase-2")
    assert (count.value, count.of, count.qualifier, count.source_id) == (1, 2, "at_least", "news")


def test_phase_one_has_no_denominator_since_its_groups_stand_in_for_others():
    records = tiny.records(workshops=[tiny.workshop("w1", "2005-01-15", phase_code="phase-1")])
    count = workshops.groups_reached(records, SEPT_2010, "phase-1")
    assert (count.value, count.of) == (1, None)


def test_detail_has_everyone_at_the_workshop():
    found = workshop_people.detail(RECORDS, "w1")
    assert found.workshop["participants"] == 120
    assert found.participations["province_code"].tolist() == ["41", "41", "42", "43"]
    assert found.participations["name_en"].iloc[0] == "Udon Thani"


def test_an_unknown_workshop_is_refused_by_name():
    with pytest.raises(KeyError) as error:
        workshop_people.detail(RECORDS, "w99")
    assert error.value.args == ("w99",)
