"""The map of the project explorer: an area's number is what its own list says."""

from datetime import date

import pandas as pd
import pytest

from data import records as data_records
from data.records import Records
from measures.projects import explorer
from measures.projects import places as project_places
from measures.projects.query import ProjectQuery
from measures.selection import Selection
from tests.tiny import NE, NORTH, location, project, records

DAY = date(2011, 5, 26)
SHARED, PLAIN, OPEN, COUNTRY = "shared", "plain", "open", "country"
TINY = records(
    projects=[
        project(SHARED, "2010-01-01"),
        project(PLAIN, "2010-01-01", allocated_baht=30.0, disbursed_baht=None, status="completed"),
        project(OPEN, "2010-01-01", allocated_baht=70.0),
        project(COUNTRY, "2010-01-01"),
        project("later", "2012-01-01"),
    ],
    project_locations=[
        location(SHARED, "41", 0.5),
        location(SHARED, "42", 0.3),
        location(SHARED, "50", 0.2),
        location(PLAIN, "41"),
        location(OPEN, "42"),
        location(OPEN, "43"),
        location(COUNTRY, "", precision="nationwide"),
        location("later", "52", 1.0),
    ],
)


def shown(measure: str, source: Records = TINY, **changes: object) -> pd.DataFrame:
    query = ProjectQuery(Selection(asof=DAY)).but(**changes)
    return project_places.by_area(source, query, measure).set_index("area_code")


def test_a_project_counts_once_in_every_area_where_it_has_a_place() -> None:
    counts = shown("projects")["value"]
    assert counts.to_dict() == {"10": 0, "38": 0, "41": 2, "42": 2, "43": 1, "50": 1, "52": 0}


def test_a_group_counts_a_project_with_two_of_its_provinces_once() -> None:
    counts = shown("projects", level="group")["value"]
    assert counts.to_dict() == {NE: 3, NORTH: 1}


def test_baht_follow_the_stated_shares() -> None:
    baht = shown("allocated")
    assert baht.loc["41", "value"] == 80  # half of 100 and the whole of 30
    assert baht.loc["42", "value"] == 30  # three tenths of 100; the 70 shared without a share stand beside
    assert baht.loc["50", "value"] == 20
    assert baht.loc["42", "reason"] == "partly_reported"


def test_a_group_that_holds_every_place_gets_all_the_money() -> None:
    baht = shown("allocated", level="group")["value"]
    assert baht.to_dict() == {NE: 180, NORTH: 20}  # 0.8 of 100, 30 and 70


def test_money_that_cannot_be_divided_is_not_reported_never_zero() -> None:
    row = shown("allocated").loc["43"]
    assert (row["state"], row["reason"]) == ("not_reported", "not_attributable")
    assert pd.isna(row["value"])


def test_a_province_without_a_project_is_a_true_zero() -> None:
    row = shown("projects").loc["52"]
    assert (row["state"], row["value"]) == ("none", 0)


def test_a_sum_that_no_project_states_is_not_reported() -> None:
    row = shown("disbursed", status="completed").loc["41"]
    assert (row["state"], row["reason"]) == ("not_reported", "no_record")


def test_the_chosen_area_does_not_empty_the_map_and_groups_only_mark_it() -> None:
    whole, narrowed = shown("projects"), shown("projects", area="50", groups=(NORTH,))
    assert narrowed["value"].to_dict() == whole["value"].to_dict()
    assert narrowed.index[narrowed["in_filter"]].tolist() == ["50", "52"]


def test_conditions_of_the_page_hold_on_the_map() -> None:
    assert shown("projects", status="completed")["value"].sum() == 1
    assert shown("projects", baht_from=80)["value"].to_dict()["41"] == 1
    assert shown("projects", text="plain")["value"].sum() == 1


def test_before_the_new_province_its_projects_count_in_the_old_one() -> None:
    source = records(projects=[project("new", "2008-01-01")], project_locations=[location("new", "38", 1.0)])
    before = shown("allocated", source, asof=date(2009, 6, 30))
    assert before.loc["43", "value"] == 100
    assert "38" not in before.index


def test_documents_that_list_no_project_leave_every_area_unknown() -> None:
    frame = shown("projects", evidence="documented")
    assert set(frame["state"]) == {"not_reported"}
    assert set(frame["reason"]) == {"documents_do_not_say"}


@pytest.mark.parametrize("level", ["province", "group"])
def test_each_area_of_the_shipped_map_says_what_its_own_totals_say(level: str) -> None:
    shipped = data_records.load()
    query = ProjectQuery(Selection(asof=DAY, level=level), status="completed")
    counts = project_places.by_area(shipped, query, "projects").set_index("area_code")["value"]
    baht = project_places.by_area(shipped, query, "disbursed").set_index("area_code")["value"]
    assert len(counts) == (77 if level == "province" else 18)
    for code in counts.index[::5]:
        own = explorer.totals(shipped, query.but(area=code))
        assert counts[code] == own.project_count
        assert baht.fillna(0)[code] == pytest.approx(own.attributed.disbursed_baht or 0)
