"""The illustrative sample: the same bytes every time, marked as such, and true to every documented total."""

import pandas as pd
import pytest

from data.records import SAMPLE, load
from data.sample import write


@pytest.fixture(scope="module")
def records():
    return load()


def covered(records, day):
    rows = records.representatives
    running = (rows["appointed_on"] <= day) & ~(rows["ended_on"] < day)
    return set(rows.loc[running, "province_code"])


def with_network(records, day):
    rows = records.institution_service_areas
    return set(rows.loc[~(rows["valid_from"] > day) & ~(rows["valid_to"] < day), "province_code"])


def networks(records, day):
    return int((records.institutions["joined_on"] <= day).sum())


def test_writing_the_sample_again_gives_the_same_bytes(tmp_path):
    written = write(folder=tmp_path)
    assert sorted(path.name for path in written) == sorted(path.name for path in SAMPLE.glob("*.csv"))
    for path in written:
        assert path.read_bytes() == (SAMPLE / path.name).read_bytes(), path.name


def test_sixty_one_of_seventy_six_provinces_have_a_representative_on_26_may_2011(records):
    provinces = set(records.provinces["province_code"]) - {"10"}
    reached = covered(records, "2011-05-26")
    assert len(provinces) == 76
    assert len(reached) == 61
    assert sorted(provinces - reached) == [
        "15",
        "17",
        "18",
        "23",
        "37",
        "38",
        "39",
        "49",
        "58",
        "61",
        "66",
        "75",
        "82",
        "85",
        "91",
    ]


def test_provinces_without_a_representative_had_no_network_institution_that_day(records):
    assert with_network(records, "2011-05-26") == covered(records, "2011-05-26")


def test_provinces_with_a_documented_institution_are_covered(records):
    documented = records.documented().institution_service_areas["province_code"]
    assert set(documented) <= covered(records, "2011-05-26")


def test_no_representative_before_the_role_existed(records):
    assert covered(records, "2009-12-20") == set()
    assert len(covered(records, "2009-12-21")) == 28


def test_coverage_grows_in_steps_and_some_representatives_end(records):
    days = ["2010-05-26", "2011-01-31", "2011-05-26", "2013-12-31", "2015-09-30"]
    assert [len(covered(records, day)) for day in days] == [39, 55, 61, 65, 68]
    assert records.representatives["ended_on"].notna().sum() == 7


def test_every_representative_serves_its_province_when_appointed(records):
    areas = records.institution_service_areas[["institution_code", "province_code", "valid_from"]]
    pairs = records.representatives.merge(areas, on=["institution_code", "province_code"])
    able = pairs[pairs["valid_from"] <= pairs["appointed_on"]]
    assert set(able["representative_id"]) == set(records.representatives["representative_id"])


@pytest.mark.parametrize(
    ("day", "count"),
    [("2002-12-31", 0), ("2003-01-01", 18), ("2009-11-01", 42), ("2009-11-30", 42), ("2013-01-01", 72)],
)
def test_networks_grow_as_documented(records, day, count):
    assert networks(records, day) == count


@pytest.mark.parametrize("day", ["2013-01-01", "2013-07-01", "2013-12-31"])
def test_sixty_seven_provinces_have_a_network_in_2013(records, day):
    assert len(with_network(records, day)) == 67


def test_no_real_institution_has_an_invented_role(records):
    assert records.representatives["institution_code"].str.startswith("sample-").all()
    made_up = records.institutions[records.institutions["evidence"] == "illustrative"]
    assert made_up["name_th"].str.startswith("สถาบันเครือข่ายสมมติ จ.").all()
    assert made_up["name_en"].str.startswith("Illustrative network institution, ").all()
    added = records.institution_service_areas
    added = added[added["evidence"] == "illustrative"]
    assert added["institution_code"].str.startswith("sample-").all()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2007-09-30", {"phase-1": 18}),
        ("2011-05-26", {"phase-1": 18, "phase-2": 16}),
        ("2011-09-30", {"phase-1": 18, "phase-2": 18}),
        ("2015-09-30", {"phase-1": 18, "phase-2": 18, "phase-3": 14}),
    ],
)
def test_groups_with_a_workshop_in_each_phase(records, day, expected):
    held = records.workshops[
        (records.workshops["scope"] == "group") & (records.workshops["start_date"] <= day)
    ]
    assert held.groupby("phase_code")["group_code"].nunique().to_dict() == expected


def test_rounds_restart_every_fiscal_year_and_none_is_used_twice(records):
    rounds = records.workshops[records.workshops["round_no"].notna()]
    assert not rounds.duplicated(["fiscal_year_be", "round_no"]).any()
    by_year = rounds.groupby("fiscal_year_be")["round_no"].apply(sorted).to_dict()
    assert by_year[2552] == [1, 2, 3, 4, 5, 6]
    assert by_year[2553] == [1, 2, 3, 4]
    assert by_year[2554] == [1, 2, 3, 4]


def test_sample_workshops_are_marked_and_held_on_working_days_outside_the_new_year_of_april(records):
    made_up = records.workshops[records.workshops["evidence"] == "illustrative"]
    assert made_up["title_th"].str.startswith("(สมมติ) ").all()
    assert made_up["title_en"].str.startswith("(Illustrative) ").all()
    assert set(made_up["start_date"].dt.day_of_week) <= {0, 1, 2, 3, 4}
    assert not made_up["start_date"].dt.month.isin([4, 9, 10]).any()
    before_scheme = made_up[made_up["phase_code"] == "phase-1"]
    assert before_scheme["note"].str.contains("ใช้แทนกลุ่มของ พ.ศ. 2546").all()


def test_four_hundred_people_came_on_26_may_2011(records):
    came = records.participations[records.participations["workshop_id"] == "ws-2011-05-26-moi"]
    assert came["attended_count"].sum() == 400
    assert came["attended_count"].notna().all()
    assert set(came["role"]) == {
        "pcso",
        "provincial_office",
        "strategy_group",
        "clinic_representative",
        "agency",
        "other",
    }
    clinics = came[came["role"] == "clinic_representative"]
    assert set(clinics["province_code"]) == covered(records, "2011-05-26")


def test_three_provinces_were_invited_in_phase_2_and_never_came(records):
    rows = records.participations.merge(records.workshops[["workshop_id", "phase_code"]])
    asked = rows[(rows["phase_code"] == "phase-2") & (rows["province_code"] != "")]
    people = asked.groupby("province_code")["attended_count"].sum()
    assert sorted(people[people == 0].index) == ["23", "58", "85"]


def test_bueng_kan_is_not_invited_before_it_exists(records):
    rows = records.participations.merge(records.workshops[["workshop_id", "start_date"]])
    first = rows.loc[rows["province_code"] == "38", "start_date"].min()
    assert first == pd.Timestamp("2011-05-26")


def test_seventy_to_ninety_five_of_a_hundred_invited_people_come(records):
    rows = records.participations[records.participations["attended_count"].notna()]
    rate = rows["attended_count"].sum() / rows["invited_count"].sum()
    assert 0.70 < rate < 0.95
    assert (rows["attended_count"] <= rows["invited_count"]).all()


@pytest.mark.parametrize(
    ("programme", "year", "count"),
    [("itap", 2558, 400), ("host-village", 2552, 30), ("host-village", 2551, 0)],
)
def test_documented_numbers_of_projects_are_met(records, programme, year, count):
    rows = records.projects
    assert len(rows[(rows["programme_code"] == programme) & (rows["fiscal_year_be"] == year)]) == count


def test_five_regional_centres_are_set_up_on_the_day_of_the_resolution(records):
    rows = records.projects[records.projects["programme_code"] == "regional-centre"]
    assert (rows["started_on"] == "2011-12-13").sum() == 5
    assert rows["started_on"].min() == pd.Timestamp("2011-12-13")


def test_no_programme_starts_before_its_documented_start(records):
    starts = records.programmes.set_index("programme_code")["started_on"]
    rows = records.projects.assign(since=records.projects["programme_code"].map(starts))
    early = rows[rows["started_on"] < rows["since"]]
    # The one exception is documented too: the 30 S&T villages of 2009 came before the host villages of 2010.
    assert set(early["programme_code"]) == {"host-village"}
    assert early["title_th"].str.startswith("(สมมติ) หมู่บ้านวิทยาศาสตร์และเทคโนโลยีนำร่อง").all()
    assert len(early) == 30


def test_the_sample_ends_with_phase_3(records):
    assert records.projects[["started_on", "ended_on"]].max().max() <= pd.Timestamp("2015-09-30")
    assert records.plans.filter(like="_on").max().max() <= pd.Timestamp("2015-09-30")
    made_up = records.workshops[records.workshops["evidence"] == "illustrative"]
    assert made_up["start_date"].max() <= pd.Timestamp("2015-09-30")
    assert records.representatives["appointed_on"].max() <= pd.Timestamp("2015-09-30")


def test_projects_have_money_places_and_states_to_show(records):
    rows, places = records.projects, records.project_locations
    assert len(rows) == 2370
    assert set(rows["status"]) == {"planned", "running", "completed", "cancelled"}
    assert rows["title_th"].str.startswith("(สมมติ) ").all()
    assert rows["allocated_baht"].isna().any()
    assert rows["disbursed_baht"].isna().any()
    per_project = places.groupby("project_id").size()
    assert 0.13 < (per_project > 1).mean() < 0.17
    assert (places["precision"] == "nationwide").sum() == 42
    assert set(places["project_id"]) == set(rows["project_id"])


def test_some_provinces_have_no_plan_record_at_all(records):
    assert len(records.plans) == 54
    assert not records.plans["province_code"].duplicated().any()
    assert records.plans["needs_collected_on"].min() >= pd.Timestamp("2009-10-01")
