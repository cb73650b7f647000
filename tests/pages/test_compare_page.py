"""The page that compares, run without a browser: areas, dates, and choices that cannot be compared."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from measures.catalogue import OF_WORK
from tests.pages.test_area_page import stands, text
from tests.pages.test_pages import heading, is_thai, markup, show

NORTH_EAST = ["2551-lower-northeast-1", "2551-lower-northeast-2"]


def rows(test: AppTest) -> list[list[str]]:
    """Return the cells of the table of all measures, without its head."""
    table = re.search(r'class="sti-compare".*?<tbody>(.*?)</tbody>', markup(test), flags=re.DOTALL)
    assert table is not None
    return [
        [re.sub(r"<[^>]+>", " ", cell).strip() for cell in re.findall(r"<td.*?</td>", row, flags=re.DOTALL)]
        for row in re.findall(r"<tr>(.*?)</tr>", table[1], flags=re.DOTALL)
    ]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_two_groups_open_with_their_main_difference(lang: str) -> None:
    test = show("compare", areas=NORTH_EAST, asof="2011-09-30", lang=lang)
    stands(test)
    # By hand from the illustrative rows: 12 projects in 4 provinces against 1 in 4.
    assert re.search(r"\b3\b.*0\.25", heading(test))
    assert is_thai(heading(test)) is (lang == "th")


def test_the_table_has_every_measure_with_count_rate_and_difference() -> None:
    found = rows(show("compare", areas=NORTH_EAST, asof="2011-09-30"))
    assert len(found) == len(OF_WORK)
    coverage = found[0]
    assert re.match(r"4 จาก 4 จังหวัด\s+100%", coverage[1])
    assert re.match(r"3 จาก 4 จังหวัด\s+75%\s+−1 จังหวัด · −25 จุดร้อยละ", coverage[2])
    assert coverage[3] == "สมมติ"


def test_what_is_known_is_not_compared_and_a_link_that_asks_it_still_opens() -> None:
    test = show("compare", areas=NORTH_EAST, asof="2011-09-30", measure="documented")
    stands(test)
    assert test.selectbox(key="measure").value == "coverage"


def test_the_sides_stand_in_the_same_order_however_the_link_names_them() -> None:
    one = show("compare", areas=NORTH_EAST, asof="2011-09-30")
    other = show("compare", areas=NORTH_EAST[::-1], asof="2011-09-30")
    assert rows(one) == rows(other)


def test_one_area_on_two_days_has_the_earlier_one_first() -> None:
    test = show("compare", areas="33", asof="2015-09-30", asof2="2011-05-26")
    stands(test)
    assert heading(test).startswith("ศรีสะเกษ:")
    columns = re.findall(r'<th scope="col">(.*?)</th>', markup(test))
    assert columns[1:3] == ["26 พ.ค. 2554", "30 ก.ย. 2558"]


def test_the_whole_country_on_two_days_has_its_own_denominators() -> None:
    test = show("compare", asof="2009-12-21", asof2="2015-09-30")
    stands(test)
    coverage = rows(test)[0]
    assert re.match(r"\d+ จาก 75 จังหวัด", coverage[1])
    assert re.match(r"\d+ จาก 76 จังหวัด", coverage[2])


def test_one_area_alone_stands_beside_the_whole_country() -> None:
    test = show("compare", areas="33")
    stands(test)
    assert re.findall(r'<th scope="col">(.*?)</th>', markup(test))[1:3] == ["ศรีสะเกษ", "ทั้งประเทศ"]


def test_without_a_choice_there_are_examples_to_open() -> None:
    test = show("compare")
    stands(test)
    links = re.findall(r'href="compare\?([^"]*)"', markup(test))
    assert any("asof=2011-09-30" in link and link.count("areas=") == 2 for link in links)
    assert any("asof2=2015-09-30" in link for link in links)


def test_with_documents_only_nothing_is_compared_and_nothing_is_claimed() -> None:
    test = show("compare", areas=NORTH_EAST, evidence="documented")
    stands(test)
    assert "ยังเทียบกันไม่ได้" in heading(test)
    assert all("จาก 4" not in cell for row in rows(test) for cell in row)


def test_an_area_that_is_not_there_on_the_day_is_said_and_stands_last() -> None:
    test = show("compare", areas=["38", "43"], asof="2010-05-26")
    stands(test)
    assert "ไม่มีบึงกาฬในวันที่ 26 พ.ค. 2553" in text(test)
    assert re.findall(r'<th scope="col">(.*?)</th>', markup(test))[1:3] == ["หนองคาย", "บึงกาฬ"]


def test_groups_of_another_scheme_are_said_not_dropped() -> None:
    test = show("compare", areas=["2551-east", "2560-east-1"], asof="2011-05-26")
    stands(test)
    assert "จึงเทียบไม่ได้" in text(test)


def test_more_than_four_areas_are_cut_to_four_with_a_word() -> None:
    test = show("compare", areas=["30", "31", "32", "33", "34"])
    stands(test)
    assert "จึงแสดง 4 พื้นที่แรก" in text(test)
    assert len(rows(test)[0]) == 6


def test_a_second_day_beside_two_areas_is_not_used_and_told() -> None:
    test = show("compare", areas=["30", "31"], asof2="2015-09-30")
    stands(test)
    assert "จึงเทียบ ณ วันเดียว" in text(test)


@pytest.mark.parametrize("measure", ["attendance", "workshops", "plan", "projects", "allocated", "disbursed"])
def test_the_maps_show_the_measure_asked_for(measure: str) -> None:
    test = show("compare", areas=["2551-upper-north-1", "33"], measure=measure)
    stands(test)


@pytest.mark.parametrize("areas", ["99", "<script>alert(1)</script>", "33,99"])
def test_an_area_that_nobody_knows_is_taken_out_and_told(areas: str) -> None:
    test = show("compare", areas=areas)
    assert not test.exception
    assert ["areas" in note.value for note in test.info] == [True]
    assert "alert(1)" not in markup(test)
