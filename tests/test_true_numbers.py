"""Numbers that were untrue or contradictory, as literals."""

from datetime import date

import pytest

from data.records import load
from measures import gaps, overview, reconciliation, workshops
from measures.selection import Selection

DAY = date(2011, 5, 26)


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.mark.parametrize(
    ("groups", "evidence", "value", "state", "kind"),
    [
        (("2551-upper-north-2",), "all", 16, "value", "illustrative"),
        (("2551-upper-north-2",), "documented", None, "not_reported", ""),
        (("2551-east",), "all", 9, "value", "illustrative"),
        (("2551-south-andaman",), "all", 13, "value", "illustrative"),
        ((), "all", 657, "value", "partly"),
        ((), "documented", 400, "value", "documented"),
    ],
)
def test_the_400_of_a_national_meeting_are_never_a_groups(records, groups, evidence, value, state, kind):
    count = overview.participants(records, Selection(DAY, groups=groups, evidence=evidence))
    assert (count.value, count.state, count.evidence) == (value, state, kind)
    years = workshops.by_fiscal_year(records, Selection(DAY, groups=groups, evidence=evidence))
    row = years[years["fiscal_year_be"].eq(2554).fillna(False)].iloc[0]
    assert (None if value is None else int(row["participants"])) == value


def test_what_was_made_to_agree_is_not_counted_as_agreeing(records):
    found = reconciliation.compare(records)["verdict"].value_counts().to_dict()
    assert found == {"agrees": 8, "by_construction": 11, "own_count": 2, "cannot_compute": 14}


def test_beyond_the_records_nobody_came_is_not_claimed(records):
    count = overview.participants(records, Selection(date(2026, 9, 30)))
    assert (count.value, count.state) == (None, "not_reported")


def test_no_record_of_a_plan_is_not_called_no_progress(records):
    frame = gaps.plan_progress(records, Selection(DAY), 12)
    none = frame[frame["reason"] == "no_plan_stage"]
    assert len(none)
    assert set(none["state"]) == {"not_reported"}
    assert frame.loc[frame["state"] == "stalled", "reason"].str.startswith("plan_stalled_").all()


def test_what_is_kept(records):
    parts = overview.sentence_parts(records, Selection(DAY))
    assert (parts["covered"], parts["provinces"], parts["groups"], parts["groups_of"]) == (61, 76, 16, 18)
