"""The page of one area, run without a browser: on telling days, in both languages, with documents only."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import heading, is_thai, markup, show


def text(test: AppTest) -> str:
    """Return the page's own words without markup, and without the sheet for paper."""
    return re.sub(
        r"<[^>]+>", " ", re.sub(r"<style.*?</style>|<script.*?</script>", "", markup(test), flags=re.DOTALL)
    )


def sheet(test: AppTest) -> str:
    """Return the sheet for paper."""
    found = [element.value for element in test.markdown if "sti-sheet" in element.value]
    assert len(found) == 1
    return found[0]


def stands(test: AppTest) -> None:
    """Fail unless the page stands, and nothing of the link was taken out."""
    assert not test.exception
    assert not test.error
    assert not test.info


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("area", ["33", "10", "83", "2551-upper-north-2"])
def test_an_area_has_one_heading_with_its_name(area: str, lang: str) -> None:
    names = {
        "33": ("ศรีสะเกษ", "Si Sa Ket"),
        "10": ("กรุงเทพมหานคร", "Bangkok"),
        "83": ("ภูเก็ต", "Phuket"),  # an island: no neighbour by land
        "2551-upper-north-2": ("ภาคเหนือตอนบน 2", "Upper Northern 2"),
    }
    test = show("area", area=area, lang=lang)
    stands(test)
    assert names[area][lang == "en"] in heading(test)
    assert is_thai(heading(test)) is (lang == "th")


@pytest.mark.parametrize("day", ["2003-01-01", "2009-06-30", "2011-03-25", "2015-09-30", "2018-01-01"])
@pytest.mark.parametrize("evidence", ["all", "documented"])
def test_a_province_stands_on_every_telling_day(day: str, evidence: str) -> None:
    test = show("area", area="43", asof=day, evidence=evidence)
    stands(test)
    assert "หนองคาย" in heading(test)


def test_a_province_that_is_not_born_says_what_it_was_part_of() -> None:
    test = show("area", area="38", asof="2010-05-26")
    stands(test)
    assert "ยังไม่ได้ตั้ง" in heading(test)
    assert "หนองคาย" in text(test)
    assert "23 มี.ค. 2554" in text(test)  # the way to the day on which it begins
    assert "area=43" in markup(test)


def test_without_an_area_every_group_and_province_is_offered() -> None:
    test = show("area")
    stands(test)
    links = re.findall(r'href="area\?[^"]*area=([\w-]+)"', markup(test))
    assert len([code for code in links if "-" in code]) == 18
    assert len({code for code in links if "-" not in code}) == 77
    assert not [element for element in test.markdown if "sti-sheet" in element.value]


def test_the_documented_view_of_yala_claims_nothing_that_documents_do_not_say() -> None:
    test = show("area", area="95", evidence="documented")
    stands(test)
    assert "ไม่ได้ระบุ" in heading(test)
    shown = text(test)
    assert "มหาวิทยาลัยราชภัฏยะลา" in shown
    assert "สถาบันเครือข่ายสมมติ" not in shown + sheet(test)
    assert "สมมติ" not in re.sub("ข้อมูลสมมติ", "", shown)


def test_illustrative_rows_are_marked_on_the_screen_and_on_paper() -> None:
    test = show("area", area="95")
    assert 'class="sti-tag sample"' in markup(test)
    assert 'class="ring"' in sheet(test)
    assert "เป็นข้อมูลสมมติ ไม่ใช่ข้อเท็จจริง" in sheet(test)


def test_the_pcso_is_an_office_and_begins_with_the_agreement() -> None:
    assert "เป็นตำแหน่ง ไม่แสดงชื่อบุคคล" in text(show("area", area="33"))
    before = text(show("area", area="33", asof="2009-04-19"))
    assert "เริ่มเมื่อลงนามบันทึกข้อตกลง 20 เม.ย. 2552" in before


def test_a_gap_names_its_phase_its_reason_and_the_nearest_help() -> None:
    # Illustrative rows: Si Sa Ket has no stage of a plan on record; the nearest approved one is 166 km away.
    shown = text(show("area", area="33"))
    assert "ยังไม่มีบันทึกการจัดทำแผน" in shown
    assert re.search(r"จังหวัดใกล้ที่สุดที่แผนได้รับอนุมัติ\s+บุรีรัมย์\s+\(166 กม\.\)", shown)
    assert "ไม่ใช่ระยะเดินทาง" in shown


def test_the_phase_asked_for_is_the_one_in_the_list_of_gaps() -> None:
    shown = text(show("area", area="2551-upper-north-2", asof="2011-10-15", phase="phase-3"))
    assert "ไม่มีโครงการในระยะที่ 3" in shown
    assert "ไม่มีโครงการในระยะที่ 2" not in shown


def test_neighbours_are_links_that_keep_the_view() -> None:
    shown = markup(show("area", area="33", asof="2015-09-30", lang="en"))
    assert re.search(
        r'href="area\?lang=en&amp;asof=2015-09-30&amp;area=34" target="_self" data-go="1">Ubon', shown
    )


def test_the_sheet_has_the_map_the_money_and_the_timeline_as_pictures() -> None:
    pictures = re.findall(r"<svg[^>]*viewBox=\"0 0 [^\"]+\"", sheet(show("area", area="33")))
    assert len(pictures) >= 3
    assert "\n" not in sheet(show("area", area="33")).strip()  # a blank line would end its HTML


@pytest.mark.parametrize("area", ["99", "<script>alert(1)</script>", "2551-atlantis"])
def test_an_area_that_nobody_knows_is_taken_out_and_told(area: str) -> None:
    test = show("area", area=area)
    assert not test.exception
    assert ["area" in note.value for note in test.info] == [True]
    assert "alert(1)" not in markup(test)
    assert "เลือก" in heading(test)
