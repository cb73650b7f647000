"""One area on a page and on a sheet of paper; areas side by side; the planner's tasks by mouse and by keyboard."""

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage
from PIL import Image
from playwright.sync_api import Page, expect

from measures.catalogue import OF_WORK
from tests.browser import harness
from tests.browser.test_browser_access import serious, tab_to

pytestmark = pytest.mark.browser
LARGEST = """() => {
  const boxes = [...document.querySelector('.st-key-map g.choropleth').querySelectorAll('path')]
    .map((path) => path.getBoundingClientRect()).sort((a, b) => b.height * b.width - a.height * a.width);
  return [boxes[0].x + boxes[0].width / 2, boxes[0].y + boxes[0].height / 2];
}"""
NORTH_EAST = "/compare?areas=2551-lower-northeast-1&areas=2551-lower-northeast-2&asof=2011-09-30"


def query(page: Page) -> dict[str, list[str]]:
    """Return what stands in the address."""
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, key: str, written: str) -> None:
    """Type into a select control and take the first answer, with the keyboard alone."""
    page.locator(f".st-key-{key} input").first.focus()
    page.keyboard.type(written)
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    harness.settle(page)


def test_an_area_is_chosen_from_the_list_without_loading_anew(open_page: OpenPage) -> None:
    page = open_page("/area")
    page.evaluate("window.stillHere = true")
    page.locator(".sti-groups a", has_text="ศรีสะเกษ").click()
    page.wait_for_function("() => document.querySelector('h1')?.textContent.includes('ศรีสะเกษ')")
    harness.settle(page)
    assert query(page)["area"] == ["33"]
    assert page.evaluate("window.stillHere")


def test_a_click_on_the_map_of_the_country_opens_the_province(open_page: OpenPage) -> None:
    page = open_page("/area")
    largest = page.evaluate(LARGEST)
    page.mouse.move(*largest)
    page.wait_for_timeout(150)
    page.mouse.click(*largest)
    page.wait_for_url("**area=*")
    harness.settle(page)
    assert re.fullmatch(r"[1-9]\d", query(page)["area"][0])
    assert page.locator(".st-key-area input").first.input_value() != ""


def test_a_neighbour_is_a_link_that_stays_in_the_session(open_page: OpenPage) -> None:
    page = open_page("/area?area=33&asof=2015-09-30&lang=en")
    page.evaluate("window.stillHere = true")
    page.locator(".sti-block .sti-near a", has_text="Surin").click()
    page.wait_for_function("() => document.querySelector('h1')?.textContent.includes('Surin')")
    harness.settle(page)
    assert query(page)["area"] == ["32"]
    assert query(page)["asof"] == ["2015-09-30"]
    assert page.evaluate("window.stillHere")


def test_the_locator_paints_the_area_and_its_surroundings(open_page: OpenPage) -> None:
    page = open_page("/area?area=33")
    # The page is idle a moment before a map has painted its outlines.
    page.wait_for_function(f"() => ({harness.AREAS})('map') > 0")
    assert 5 <= harness.areas_painted(page) < 20


def printed(page: Page, folder: Path) -> tuple[int, Path, str]:
    """Print a page; return how many sheets it takes, a picture of the first, and its text."""
    paper = folder / "area.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    told = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
    subprocess.run(
        ["pdftoppm", "-r", "60", "-png", "-f", "1", "-l", "1", paper, folder / "sheet"], check=True
    )
    words = subprocess.run(
        ["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = re.search(r"Pages:\s+(\d+)", told)
    assert sheets is not None
    assert "594.96 x 841.92" in told or "595" in told  # A4, upright
    return int(sheets[1]), next(folder.glob("sheet*.png")), words


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="needs poppler to look at a printed page")
@pytest.mark.parametrize(
    ("path", "dark"),
    [
        ("/area?area=33", True),
        ("/area?area=2551-upper-northeast-1&lang=en", False),  # five provinces, long names, many gaps
        ("/area?area=95&evidence=documented", True),
        ("/area?area=38&asof=2010-05-26", False),
    ],
)
def test_an_area_prints_on_one_sheet_without_a_control(
    path: str, dark: bool, open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(path, dark=dark)
    sheets, picture, words = printed(page, tmp_path)
    assert sheets == 1
    with Image.open(picture) as image:
        grey = image.convert("L")
        assert grey.getpixel((5, 5)) > 250  # white paper whatever the screen was
        assert grey.getextrema()[0] < 90  # and ink on it
    for control in ("CSV", "คัดลอกลิงก์", "Copy link", "ค.ศ."):
        assert control not in words


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs poppler to read a printed page")
def test_the_printed_sheet_says_what_the_page_says(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/area?area=33&lang=en")
    _, _, words = printed(page, tmp_path)
    for said in (
        "Si Sa Ket",
        "Provincial Chief Science Officer",
        "Surin",
        "Its place among others",
        "illustrative",
    ):
        assert said in words
    assert "166 km" in words


def test_the_sheet_is_not_there_on_the_screen(open_page: OpenPage) -> None:
    page = open_page("/area?area=33")
    expect(page.locator(".sti-sheet")).to_have_count(1)
    expect(page.locator(".sti-sheet")).not_to_be_visible()


@pytest.mark.parametrize(
    ("path", "dark"),
    [
        ("/area?area=33", True),
        ("/area?area=2551-upper-north-2&evidence=documented", False),
        (NORTH_EAST, False),
        (NORTH_EAST, True),
    ],
)
def test_axe_finds_nothing_serious(path: str, dark: bool, open_page: OpenPage) -> None:
    assert serious(open_page(path, dark=dark)) == []


@pytest.mark.parametrize("path", ["/area?area=2551-upper-north-2&lang=en", NORTH_EAST + "&lang=en"])
def test_a_narrow_screen_does_not_scroll_sideways(path: str, open_page: OpenPage) -> None:
    page = open_page(path, width=390, height=844)
    wide = "document.querySelector('[data-testid=stMain]').scrollWidth"
    assert page.evaluate(wide) <= 390


def test_two_groups_are_compared_by_mouse_from_an_example(open_page: OpenPage) -> None:
    page = open_page("/compare?lang=en")
    page.locator("a", has_text="Lower Northeastern 1 and 2").click()
    page.wait_for_function("() => document.querySelector('h1')?.textContent.includes('largest difference')")
    harness.settle(page)
    assert query(page)["areas"] == ["2551-lower-northeast-1", "2551-lower-northeast-2"]
    assert query(page)["asof"] == ["2011-09-30"]
    expect(page.locator(".sti-compare tbody tr")).to_have_count(len(OF_WORK))  # every measure of the work


def test_two_groups_are_compared_by_keyboard_and_the_link_says_so(open_page: OpenPage) -> None:
    page = open_page("/compare?lang=en&asof=2011-09-30")
    tab_to(page, "areas")
    choose(page, "areas", "Lower Northeastern 1")
    choose(page, "areas", "Lower Northeastern 2")
    assert query(page)["areas"] == ["2551-lower-northeast-1", "2551-lower-northeast-2"]
    again = open_page(page.url.split(str(urlsplit(page.url).port), 1)[1])
    assert again.locator("h1").inner_text() == page.locator("h1").inner_text()
    assert again.locator(".sti-compare").inner_text() == page.locator(".sti-compare").inner_text()


def test_one_area_gets_a_second_day(open_page: OpenPage) -> None:
    page = open_page("/compare?areas=33&lang=en&era=ce")
    choose(page, "asof2", "30 Sep 2015")
    assert query(page)["asof2"] == ["2015-09-30"]
    heads = page.locator(".sti-compare th").all_inner_texts()
    assert heads[1:3] == ["26 May 2011", "30 Sep 2015"]


def test_which_provinces_lack_a_project_in_a_phase_and_why_is_read_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/area?lang=en&asof=2011-10-15")
    tab_to(page, "area")
    choose(page, "area", "Upper Northern 2")
    choose(page, "phase", "Phase 3")
    gaps = page.locator("section", has=page.locator("h2", has_text="What is missing")).inner_text()
    assert "No project in Phase 3" in gaps
    assert "It had projects in other phases only" in gaps


def test_the_list_of_gaps_is_taken_away_as_a_file(open_page: OpenPage) -> None:
    page = open_page("/area?area=33&lang=en")
    with page.expect_download() as waiting:
        page.locator(".st-key-gaps_csv button").click()
    content = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
    heads = content.splitlines()[0].split(",")
    told = heads.index("Address of the view") + 1
    # First what is read, then its codes for programs, and what the row rests on at the end.
    assert heads[told : told + 4] == ["Province", "Missing", "Reason (text)", "Since"]
    assert {"area_code", "kind", "expectation", "reason"} <= set(heads[told + 4 :])
    assert heads[-2:] == ["evidence", "source_id"]
    [plan] = [row for row in csv.DictReader(io.StringIO(content)) if row["expectation"] == "plan"]
    # Of the plan the first record is of January 2012: in May 2011 nobody knows how it stands.
    assert plan["Province"] == "Si Sa Ket"
    assert plan["Missing"] == "Provincial STI plan: not reported"
    assert plan["Reason (text)"] == "No record of work on a plan"
    assert (plan["area_code"], plan["kind"], plan["reason"]) == ("33", "not_reported", "no_plan_stage")
    assert (plan["evidence"], plan["source_id"]) == ("illustrative", "sample")


def test_the_table_of_a_comparison_is_taken_away_as_a_file(open_page: OpenPage) -> None:
    page = open_page(NORTH_EAST + "&lang=en")
    with page.expect_download() as waiting:
        page.locator(".st-key-compare_csv button").click()
    content = Path(waiting.value.path()).read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    sides = [
        (row["side_name"], row["value"], row["of"], row["rate"])
        for row in rows
        if row["measure"] == "coverage"
    ]
    assert sides == [("Lower Northeastern 1", "4", "4", "1"), ("Lower Northeastern 2", "3", "4", "0.75")]
    assert {row["evidence"] for row in rows} <= {"illustrative", "documented", ""}
