"""Projects as a planner explores them: counted once, their baht by shares, nationwide beside the map."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from measures.projects import detail as project_detail
from measures.projects import explorer
from measures.projects.explorer import Part, ProjectQuery
from measures.selection import Selection
from tests import tiny

END = Selection(asof=date(2015, 9, 30))

RECORDS = tiny.records(
    projects=[
        tiny.project("p1", "2009-01-01", "2010-06-30", status="completed", fiscal_year_be=2552,
                     title_th="(สมมติ) การทอผ้า รุ่นที่ ๒", title_en="Weaving, round 2"),
        tiny.project("p2", "2010-01-01", "2015-12-31", fiscal_year_be=2553, allocated_baht=300.0,
                     disbursed_baht=None, agency_code="ops", title_th="ปุ๋ยอินทรีย์", title_en="Fertiliser"),
        tiny.project("p3", "2012-01-01", "2012-12-31", status="cancelled", phase_code="phase-3",
                     fiscal_year_be=2555, allocated_baht=None, title_th="เกลือ", title_en="Salt"),
        tiny.project("p4", "2012-02-01", None, fiscal_year_be=2555, allocated_baht=1000.0, title_th="แผนที่",
                     title_en="Maps"),
        tiny.project("p5", "2016-01-01", None, status="planned", fiscal_year_be=2559, title_th="น้ำ",
                     title_en="Water"),
        tiny.project("p6", "2009-02-01", "2009-12-31", status="completed", fiscal_year_be=2552,
                     allocated_baht=60.0, disbursed_baht=60.0, title_th="กก", title_en="Reed"),
    ],
    project_locations=[
        # p1: three provinces with shares, two of them in the north-east
        tiny.location("p1", "41", 0.5), tiny.location("p1", "42", 0.25), tiny.location("p1", "50", 0.25),
        # p2: two provinces of two groups without shares
        tiny.location("p2", "41"), tiny.location("p2", "50"),
        tiny.location("p3", "52"),
        tiny.location("p4", "", precision="nationwide"),
        tiny.location("p5", "41"),
        # p6: in what became Bueng Kan
        tiny.location("p6", "38"),
    ],
    programmes=[{"programme_code": "itap", "name_th": "ไอแทป", "name_en": "ITAP"}],
    agencies=[{"agency_code": "nstda", "name_th": "สวทช.", "name_en": "NSTDA"},
              {"agency_code": "ops", "name_th": "สป.", "name_en": "OPS"}],
)  # fmt: skip


def ids(query, **more):
    return list(explorer.page(RECORDS, query, sort="project_id", **more).rows["project_id"])


def area(code, **more):
    return ProjectQuery(END.but(area=code), **more)


def test_planned_projects_answer_only_when_asked_for():
    assert ids(ProjectQuery(END)) == ["p1", "p2", "p3", "p4", "p6"]
    assert ids(ProjectQuery(END, status="planned")) == ["p5"]


def test_only_projects_begun_by_the_day_answer():
    assert ids(ProjectQuery(END.but(asof=date(2009, 1, 31)))) == ["p1"]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"phase": "phase-3"}, ["p3"]), ({"agency": "ops"}, ["p2"]), ({"status": "cancelled"}, ["p3"]),
        ({"area": "41"}, ["p1", "p2"]), ({"groups": (tiny.NORTH,)}, ["p1", "p2", "p3"]),
        ({"area": "50", "groups": (tiny.NE,)}, []), ({"year_from": 2553, "year_to": 2555}, ["p2", "p3", "p4"]),
        ({"baht_from": 100}, ["p1", "p2", "p4"]), ({"baht_to": 99}, ["p6"]),
        ({"baht_from": 1, "money": "disbursed"}, ["p1", "p3", "p4", "p6"]),
        ({"text": "ทอ ผ้า"}, ["p1"]), ({"text": "รุ่นที่2"}, ["p1"]), ({"text": "ROUND ๒"}, ["p1"]),
        ({"text": "p6"}, ["p6"]), ({"text": "<b>"}, []), ({"text": "ก" * 10_000}, []), ({"text": "%"}, []),
        ({"evidence": "documented"}, []),
    ],
)  # fmt: skip
def test_each_condition_narrows_the_answer(changes, found):
    assert ids(ProjectQuery(END).but(**changes)) == found


def test_shares_give_each_province_its_part():
    assert explorer.totals(RECORDS, area("42")).attributed == Part(1, 25.0, 10.0, 0)


def test_in_a_group_shares_add_up_and_what_has_none_stands_beside():
    found = explorer.totals(RECORDS, area(tiny.NE))
    assert found.project_count == 3
    assert found.attributed == Part(2, 75.0 + 60.0, 30.0 + 60.0, 0)
    assert (found.unattributed.project_count, found.unattributed.allocated_baht) == (1, 300.0)
    assert np.isnan(found.unattributed.disbursed_baht)


def test_the_whole_country_has_every_project_once_and_the_nationwide_one_apart():
    found = explorer.totals(RECORDS, ProjectQuery(END))
    assert found.project_count == 4
    assert found.attributed == Part(4, 100.0 + 300.0 + 60.0, 40.0 + 40.0 + 60.0, 1)
    assert found.unattributed.project_count == 0
    assert found.nationwide == Part(1, 1000.0, 40.0, 0)
    assert found.state == "value"


def test_a_project_in_bueng_kan_belonged_to_nong_khai_before_it_was_born():
    before = Selection(asof=date(2010, 6, 1))
    assert ids(ProjectQuery(before.but(area="43"))) == ["p6"]
    assert ids(ProjectQuery(before.but(area="38"))) == []
    assert explorer.totals(RECORDS, ProjectQuery(before.but(area="38"))).state == "not_applicable"
    assert ids(area("38")) == ["p6"]
    assert ids(area("43")) == []


def test_with_documents_only_nothing_is_reported_rather_than_none():
    assert explorer.totals(RECORDS, ProjectQuery(END.but(evidence="documented"))).state == "not_reported"


def test_pages_follow_each_other_and_never_run_out():
    first, third = (explorer.page(RECORDS, ProjectQuery(END), n, size=2, sort="project_id") for n in (1, 3))
    assert (first.number, first.last, first.total) == (1, 3, 5)
    assert list(first.rows["project_id"]) == ["p1", "p2"]
    assert list(third.rows["project_id"]) == ["p6"]
    assert explorer.page(RECORDS, ProjectQuery(END), 99, size=2).number == 3
    nothing = explorer.page(RECORDS, area("38", status="cancelled"))
    assert (nothing.number, nothing.last, nothing.total, len(nothing.rows)) == (1, 1, 0, 0)


def test_blanks_stand_last_in_either_order():
    def order(sort):
        return list(explorer.page(RECORDS, ProjectQuery(END), sort=sort).rows["project_id"])

    assert order("allocated_baht") == ["p6", "p1", "p2", "p4", "p3"]
    assert order("-allocated_baht") == ["p4", "p2", "p1", "p6", "p3"]


def test_thai_titles_sort_as_in_the_dictionary():
    titles = explorer.page(RECORDS, ProjectQuery(END), sort="title_th").rows["title_th"]
    assert list(titles) == ["(สมมติ) การทอผ้า รุ่นที่ ๒", "กก", "เกลือ", "ปุ๋ยอินทรีย์", "แผนที่"]


def test_a_row_tells_where_it_works_and_what_share_is_inside():
    rows = explorer.page(RECORDS, area(tiny.NE), sort="project_id").rows.set_index("project_id")
    assert rows.loc["p1", "province_codes"] == ("41", "42", "50")
    assert rows.loc["p1", "inside_share"] == 0.75
    assert np.isnan(rows.loc["p2", "inside_share"])
    everywhere = explorer.page(RECORDS, ProjectQuery(END), sort="project_id").rows.set_index("project_id")
    assert everywhere.loc["p4", "kind"] == "nationwide"
    assert everywhere.loc["p4", "province_codes"] == ()


def test_an_unknown_sort_is_refused():
    with pytest.raises(ValueError, match="colour"):
        explorer.page(RECORDS, ProjectQuery(END), sort="colour")


def test_facets_offer_only_what_has_records_behind_it():
    found = explorer.facets(RECORDS, ProjectQuery(END))
    assert found["status"].set_index("code")["project_count"].to_dict() == {
        "completed": 2, "running": 2, "cancelled": 1, "planned": 1,
    }  # fmt: skip
    assert found["agency"].to_dict("records") == [
        {"code": "nstda", "name_th": "สวทช.", "name_en": "NSTDA", "project_count": 4},
        {"code": "ops", "name_th": "สป.", "name_en": "OPS", "project_count": 1},
    ]
    assert found["group"].set_index("code")["project_count"].to_dict() == {tiny.NE: 3, tiny.NORTH: 3}
    assert list(found["fiscal_year"]["code"]) == ["2552", "2553", "2555"]


def test_a_facet_leaves_its_own_condition_out():
    found = explorer.facets(RECORDS, ProjectQuery(END.but(agency="ops")))
    assert list(found["agency"]["code"]) == ["nstda", "ops"]
    assert list(found["fiscal_year"]["code"]) == ["2553"]


def test_years_without_a_project_stay_in_the_row_of_years():
    years = explorer.by_fiscal_year(RECORDS, ProjectQuery(END)).set_index("fiscal_year_be")
    assert list(years.index) == [2552, 2553, 2554, 2555]
    assert years["project_count"].to_dict() == {2552: 2, 2553: 1, 2554: 0, 2555: 1}
    assert years["baht"].to_dict() == {2552: 160.0, 2553: 300.0, 2554: 0.0, 2555: 0.0}
    assert years["nationwide_baht"].to_dict() == {2552: 0.0, 2553: 0.0, 2554: 0.0, 2555: 1000.0}
    assert years["unstated_count"].to_dict() == {2552: 0, 2553: 0, 2554: 0, 2555: 1}
    assert years["state"].to_dict() == {2552: "value", 2553: "value", 2554: "none", 2555: "value"}


def test_a_year_whose_sums_nobody_states_is_not_a_year_of_zero():
    years = explorer.by_fiscal_year(RECORDS, ProjectQuery(END, money="disbursed")).set_index("fiscal_year_be")
    assert years.loc[2553, "state"] == "not_reported"


def test_in_a_group_years_hold_attributed_and_unattributed_apart():
    years = explorer.by_fiscal_year(RECORDS, area(tiny.NE)).set_index("fiscal_year_be")
    assert (years.loc[2552, "baht"], years.loc[2553, "baht"], years.loc[2553, "unattributed_baht"]) == (
        135,
        0,
        300,
    )


def test_composition_counts_each_project_once():
    found = explorer.by_programme_agency(RECORDS, ProjectQuery(END))
    pairs = zip(found["agency_code"], found["project_count"], found["allocated_baht"], strict=True)
    assert list(pairs) == [("nstda", 4, 1160.0), ("ops", 1, 300.0)]
    assert list(found["programme_name_th"]) == ["ไอแทป", "ไอแทป"]


def test_status_flows_from_running_to_over():
    flow = explorer.status_flow(RECORDS, ProjectQuery(END)).set_index("fiscal_year_be")
    assert list(flow.index) == [2552, 2553, 2554, 2555, 2556, 2557, 2558]
    assert list(flow["running_count"]) == [2, 1, 1, 3, 2, 2, 2]
    assert list(flow["completed_count"]) == [0, 2, 2, 2, 2, 2, 2]
    assert list(flow["cancelled_count"]) == [0, 0, 0, 0, 1, 1, 1]
    assert list(flow["begun_count"]) == [2, 1, 0, 2, 0, 0, 0]


def test_nothing_found_gives_empty_frames_with_their_columns():
    nothing = ProjectQuery(END, text="ไม่มีคำนี้")
    assert explorer.by_fiscal_year(RECORDS, nothing).empty
    assert explorer.status_flow(RECORDS, nothing).empty
    assert explorer.by_programme_agency(RECORDS, nothing).empty
    assert explorer.totals(RECORDS, nothing).state == "none"
    assert all(part.empty for name, part in explorer.facets(RECORDS, nothing).items())


def test_a_projects_own_page_splits_its_money_by_place():
    found = project_detail.detail(RECORDS, END, "p1")
    assert found.kind == "province"
    assert list(found.locations["allocated_baht"]) == [50.0, 25.0, 25.0]
    assert list(found.locations["name_en"]) == ["Udon Thani", "Loei", "Chiang Mai"]
    assert found.locations["lon"].between(97, 106).all()
    assert found.project["agency_name_en"] == "NSTDA"


def test_a_projects_own_page_does_not_split_what_has_no_shares():
    found = project_detail.detail(RECORDS, END, "p2")
    assert found.kind == "several_without_share"
    assert found.locations["allocated_baht"].isna().all()
    assert project_detail.detail(RECORDS, END, "p4").kind == "nationwide"


def test_an_old_project_is_drawn_in_the_province_of_the_day():
    found = project_detail.detail(RECORDS, Selection(asof=date(2010, 6, 1)), "p6")
    assert list(found.locations["province_code"]) == ["38"]
    assert list(found.locations["drawn_code"]) == ["43"]
    assert pd.notna(found.locations["lon"].iloc[0])


def test_an_unknown_project_is_refused():
    with pytest.raises(KeyError):
        project_detail.detail(RECORDS, END, "p9")


@pytest.mark.parametrize("bad", [{"status": "lost"}, {"money": "revised"}])
def test_questions_outside_the_words_are_refused(bad):
    with pytest.raises(ValueError, match="expected one of"):
        ProjectQuery(END, **bad)
