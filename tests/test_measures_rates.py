"""Rates per 100,000 people, counted by hand on a country and on counts of people that are made up for this file."""

from datetime import date

import pytest

from data.intake.examine import examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.sourcing import Source
from data.records import load
from figures import drawn, words
from locales import Reader
from measures import values
from measures.catalogue import RATES
from measures.selection import Selection
from tests import tiny

DAY = date(2012, 5, 1)
# Fictitious on purpose: round numbers that no province has.
PEOPLE = [("41", 2555, 400_000), ("42", 2554, 200_000), ("43", 2553, 900_000), ("43", 2555, 300_000), ("38", 2555, 100_000),
          ("50", 2556, 500_000), ("52", 2551, 250_000)]  # fmt: skip


def populations(rows=PEOPLE, **more):
    return [{"province_code": code, "year_be": year, "people": people, "source_id": "made-up", **more}
            for code, year, people in rows]  # fmt: skip


def _project(code: str, province: str, baht: float) -> tuple[dict, dict]:
    return (
        {"project_id": code, "status": "running", "started_on": "2010-01-01", "fiscal_year_be": 2553,
         "allocated_baht": baht, "source_id": "sample"},
        {"project_id": code, "province_code": province, "precision": "province", "source_id": "sample"},
    )  # fmt: skip


MADE = [_project("p1", "41", 2e6), _project("p2", "41", 4e6), _project("p3", "43", 3e6)]
WORK = {
    "projects": [one for one, _ in MADE],
    "project_locations": [place for _, place in MADE],
    "workshops": [{"workshop_id": "w", "start_date": "2010-06-01", "scope": "region", "source_id": "sample"}],
    "participations": [
        {"workshop_id": "w", "province_code": "41", "role": "pcso", "invited_count": 9, "attended_count": 6},
        {"workshop_id": "w", "province_code": "41", "role": "other", "invited_count": 2, "attended_count": 2},
    ],
}  # fmt: skip


def rated(measure: str, level: str = "province", asof: date = DAY, people=None, **more) -> dict[str, tuple]:
    """Return area -> state, value, reason, year of the people."""
    records = tiny.records(**WORK, populations=populations() if people is None else people)
    frame = values.by_area(records, Selection(asof, measure=measure, level=level, **more))
    return {
        row.area_code: (row.state, None if row.value != row.value else round(row.value, 6), row.reason,
                        None if row.people_year != row.people_year else int(row.people_year))
        for row in frame.itertuples()
    }  # fmt: skip


def test_an_amount_is_divided_by_the_people_of_the_year_of_the_day():
    assert rated("projects_rate")["41"] == ("value", 0.5, "", 2555)
    assert rated("allocated_rate")["41"] == ("value", 1_500_000, "", 2555)
    assert rated("participants_rate")["41"] == ("value", 2, "", 2555)


def test_an_earlier_year_is_said_and_a_later_one_never_used():
    found = rated("projects_rate")
    assert found["42"] == ("none", 0, "population_of_earlier_year", 2554)
    assert found["50"] == ("not_reported", None, "population_lacking", None)  # only of 2556
    assert found["52"] == ("none", 0, "population_of_earlier_year", 2551)


@pytest.mark.parametrize("measure", RATES)
@pytest.mark.parametrize("level", ["province", "group"])
def test_without_any_people_nothing_is_reported_and_nothing_is_zero(measure, level):
    found = rated(measure, level, people=[])
    assert {(state, value) for state, value, _, _ in found.values()} <= {
        ("not_reported", None),
        ("not_applicable", None),
    }
    assert found[tiny.NE if level == "group" else "41"] == ("not_reported", None, "no_population", None)


def test_a_count_made_before_a_province_was_divided_is_not_that_of_its_parts():
    rows = populations([("43", 2553, 900_000)])
    assert rated("projects_rate", asof=date(2010, 12, 1), people=rows)["43"] == ("value", 0.111111, "", 2553)
    after = rated("projects_rate", people=rows)
    assert after["43"] == after["38"] == ("not_reported", None, "population_of_other_area", None)
    # Counts of both parts are those of the whole before.
    parts = populations([("43", 2554, 300_000), ("38", 2554, 100_000)])
    assert rated("projects_rate", asof=date(2011, 1, 5), people=parts)["43"] == ("value", 0.25, "", 2554)


def test_a_group_needs_every_province_in_one_year():
    whole = populations(
        [("41", 2554, 400_000), ("42", 2554, 200_000), ("43", 2554, 300_000), ("38", 2554, 100_000)]
    )
    assert rated("projects_rate", "group", people=whole)[tiny.NE] == (
        "value",
        0.3,
        "population_of_earlier_year",
        2554,
    )
    assert rated("allocated_rate", "group", people=whole)[tiny.NE][1] == 900_000
    # Counted before the division, the group is still whole.
    before = populations([("41", 2553, 400_000), ("42", 2553, 200_000), ("43", 2553, 400_000)])
    assert rated("projects_rate", "group", people=before)[tiny.NE][:2] == ("value", 0.3)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("th", "ไม่มีจำนวนประชากรของวันที่เลือกหรือก่อนหน้า: เลย"),
        ("en", "No count of people by the chosen day: Loei"),
    ],
)
def test_a_group_names_the_province_that_lacks_a_count(lang, told):
    lacking = tiny.records(**WORK, populations=populations([row for row in PEOPLE if row[0] != "42"]))
    frame = values.by_area(lacking, Selection(DAY, measure="projects_rate", level="group"))
    row = frame.set_index("area_code").loc[tiny.NE]
    assert (row["state"], words.why(row, Reader(lang))) == ("not_reported", told)


def test_a_rate_is_documented_as_far_as_both_numbers_are():
    records = tiny.records(**WORK, populations=populations(evidence="documented"))
    row = values.by_area(records, Selection(DAY, measure="projects_rate")).set_index("area_code").loc["41"]
    assert (row["evidence"], row["source_id"]) == ("partly", "sample made-up")
    alone = values.by_area(records, Selection(DAY, measure="projects_rate", evidence="documented"))
    assert set(alone["state"]) == {"not_reported"}


def test_over_a_period_it_is_the_difference_of_two_rates():
    people = populations([("41", 2550, 200_000), ("41", 2555, 400_000)])
    records = tiny.records(**WORK, populations=people)
    asked = Selection(DAY, measure="allocated_rate", since=date(2010, 6, 1))
    row = values.by_area(records, asked).set_index("area_code").loc["41"]
    assert (row["value_then"], row["value_now"], row["value"]) == (3_000_000, 1_500_000, -1_500_000)


@pytest.mark.parametrize(
    ("lang", "title", "year"),
    [
        ("th", "ยังไม่มีจำนวนประชากร", "ใช้จำนวนประชากรปี 2551–2555"),
        ("en", "No population has been brought", "by the population of 2551–2555"),
    ],
)
def test_the_map_says_what_is_missing_and_which_year_it_used(lang, title, year):
    reader = Reader(lang, era="be")
    bare = drawn.area_map(tiny.records(**WORK), Selection(DAY, measure="projects_rate"), reader)
    assert title in bare.title
    brought = drawn.area_map(
        tiny.records(**WORK, populations=populations()), Selection(DAY, measure="projects_rate"), reader
    )
    assert year in brought.subtitle
    assert "400,000 (2555)" in set(brought.table.iloc[:, 2]) | set(brought.table.iloc[:, 3])


def test_an_office_brings_the_people_as_it_writes_them():
    text = 'จังหวัด,ปี พ.ศ.,จำนวนประชากร\nเลย,๒๕๕๔,"600,001"\nลำปาง,2554,700002\n'.encode()
    book = open_file("ประชากร.csv", text)
    found = examine(book, understand(book), load(), {}, "merge", today=date(2026, 11, 30))
    assert (found.faults, found.questions) == ((), ())
    rows = found.proposed(Source("made-up-list", "บัญชีสมมติ", ""))["populations"]
    brought = [(row.province_code, int(row.year_be), int(row.people)) for row in rows.itertuples()]
    assert brought == [("42", 2554, 600_001), ("52", 2554, 700_002)]
