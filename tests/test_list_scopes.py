"""What a list covers: only there, only on its days, is the absence of a row documented."""

import datetime as dt

import pandas as pd
import pytest

from data.intake import scopes
from data.intake.examine import examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.sourcing import Source
from data.records import Records, load
from measures import coverage, gaps, phases, plans
from measures.projects import amounts as projects
from measures.selection import Selection
from tests.ministry_lists import Listed, clinics, representatives
from tests.ministry_lists import plans as plan_list

FIRST = dt.date(2010, 9, 1)  # in fiscal year 2553, the year of the list


def published(listed: Listed, covers: str) -> Records:
    """Return the shipped release with a list in place of the illustrative rows of its table."""
    records, book = load(), open_file(listed.name, listed.content)
    answers = listed.answers | {scopes.key(listed.table): covers}
    found = examine(book, understand(book), records, answers, today=dt.date(2026, 11, 30))
    made = found.proposed(Source("the-list", "บัญชี", published_on=dt.date(2011, 9, 30)))
    return Records("with-list", **{**records.tables(), **made})


def said(records: Records, code: str, **asked: object) -> tuple[str, str, str]:
    frame = projects.by_area(records, Selection(**{"asof": FIRST, "measure": "projects"} | asked))  # type: ignore[arg-type]
    row = frame.set_index("area_code").loc[code]
    return row["state"], row["evidence"], row["source_id"]


@pytest.mark.parametrize(
    ("covers", "asked", "expected"),
    [
        ("", {"programme": "clinic"}, ("not_reported", "", "")),
        ("country", {"programme": "clinic"}, ("none", "documented", "the-list")),
        ("country", {}, ("not_reported", "", "")),  # it lists the projects of one programme
        ("country", {"programme": "clinic", "asof": dt.date(2013, 9, 1)}, ("not_reported", "", "")),  # another year
        ("country", {"programme": "clinic", "measure": "allocated"}, ("not_reported", "", "")),  # baht since 2547
        ("named", {"programme": "clinic"}, ("not_reported", "", "")),
        ("50 51 57", {"programme": "clinic"}, ("none", "documented", "the-list")),
    ],
)  # fmt: skip
def test_an_area_that_a_list_does_not_name(covers: str, asked: dict, expected: tuple[str, str, str]) -> None:
    assert said(published(clinics(), covers), "50", **asked) == expected


def test_a_count_of_nothing_is_known_only_where_a_list_covers_all_of_it() -> None:
    day = Selection(asof=dt.date(2013, 9, 1), programme="volunteers")
    assert projects.running_total(published(clinics(), "country"), day).state == "not_reported"
    day = Selection(asof=FIRST, programme="clinic", groups=("2551-south-andaman",))
    groups = set(load().province_groups["group_code"])
    assert "2551-south-andaman" in groups
    assert projects.running_total(published(clinics(), "country"), day).value == 0
    assert projects.running_total(published(clinics(), ""), day).state == "not_reported"


def test_representatives_and_plans_outside_of_a_list_are_not_reported() -> None:
    day = Selection(asof=dt.date(2011, 6, 1))
    for listed, measure, absent in ((representatives(), coverage, "uncovered"), (plan_list(), plans, "none")):
        for covers, expected in (("", ("not_reported", "")), ("country", (absent, "documented"))):
            frame = measure.by_province(published(listed, covers), day).set_index("area_code")
            assert tuple(frame.loc["96", ["state", "evidence"]]) == expected
    late = Selection(asof=dt.date(2013, 6, 1))  # after the last day that the list tells of
    frame = coverage.by_province(published(representatives(), "country"), late).set_index("area_code")
    assert frame.loc["96", "state"] == "not_reported"


def of_provinces(listed: Listed, *provinces: str, since: str) -> Records:
    """Return the release with a list that covers these provinces whole from a day on, all programmes alike."""
    records = published(listed, "country")
    told = records.list_scopes[records.list_scopes["table_name"] == listed.table].head(1)
    rows = [
        told.assign(
            province_code=code,
            programme_code="",
            valid_from=pd.Timestamp(since),
            valid_to=pd.Timestamp("2011-09-30"),
        )
        for code in provinces
    ]
    scopes_of = pd.concat(rows, ignore_index=True).astype(told.dtypes)
    return Records("scoped", **{**records.tables(), "list_scopes": scopes_of})


def test_gap_lists_and_phases_know_single_provinces_that_a_list_covers() -> None:
    """As the maps do: a documented no there, "not reported" in the province next door."""
    day = Selection(asof=dt.date(2011, 6, 1))
    named = of_provinces(representatives(), "95", "96", since="2010-10-01")
    listed = gaps.listing(named, day).set_index(["area_code", "expectation"])
    assert tuple(listed.loc[("96", "representative"), ["kind", "evidence", "source_id"]]) == (
        "no_representative", "documented", "the-list",
    )  # fmt: skip
    assert listed.loc[("94", "representative"), "kind"] == "not_reported"
    steps = phases.provinces_reached(named, day, "phase-2", "representative").set_index("area_code")
    assert tuple(steps.loc["96", ["status", "evidence", "source_id"]]) == ("", "documented", "the-list")
    assert tuple(steps.loc["94", ["status", "evidence"]]) == ("not_reported", "")


def test_no_project_in_a_phase_is_known_only_where_lists_reach_back_to_its_first_day() -> None:
    day = Selection(asof=dt.date(2011, 6, 1))
    for since, kind in (("2007-10-01", "no_project_in_phase"), ("2009-10-01", "not_reported")):
        records = of_provinces(clinics(), "95", "96", since=since)
        listed = gaps.listing(records, day).set_index(["area_code", "expectation"])
        assert listed.loc[("96", "project"), "kind"] == kind
        assert listed.loc[("94", "project"), "kind"] == "not_reported"
