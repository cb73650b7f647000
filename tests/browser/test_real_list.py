"""Lists as offices keep them, from drop to map, by mouse: a real one, and the five of a ministry's offices."""

import re
from pathlib import Path

import pytest
from conftest import Reader
from playwright.sync_api import Page

from tests import ministry_lists
from tests.browser import harness
from tests.browser.test_desk import comes_to, drop, officer, own  # noqa: F401  fixtures: a server on a store of its own

pytestmark = pytest.mark.browser
LIST = Path(__file__).parents[1] / "lists" / "provincial-budget-2565-part1.xlsx"
ANSWERS = (
    ("ทั้งรายการนี้อยู่ในแผนงานใด", "ไม่ระบุในรายการนี้"),
    ("โครงการทั้งรายการนี้มีสถานะใด", "ไม่ระบุในรายการนี้"),
    ("“กลุ่มจังหวัดภาคกลางตอนล่าง” หมายถึง", "ไม่ทราบว่ากลุ่มใดใน"),
    ("“กลุ่มจังหวัดภาคตะวันออก” หมายถึง", "ไม่ทราบว่ากลุ่มใดใน"),
)
MOST = 6  # questions that such a list may ask
PAGES = ("/?asof=2022-09-30&measure=allocated&evidence=documented", "/projects?asof=2022-09-30&evidence=documented",
         "/coverage?asof=2022-09-30", "/area?area=17&asof=2022-09-30", "/compare?asof=2022-09-30",
         "/data?part=quality", "/data?part=history")  # fmt: skip


def press(page: Page, key: str, step: str) -> None:
    """Press a button with the mouse and wait for the step it leads to."""
    page.locator(f".st-key-{key} button").click()
    page.locator(".sti-steps li[aria-current]", has_text=step).wait_for(timeout=120_000)
    harness.settle(page, timeout_ms=120_000)


def choose(page: Page, question: str, answer: str) -> None:
    """Open the list under a question and choose by the mouse."""
    box = page.locator("[data-testid=stSelectbox]", has_text=question).first
    box.locator("[role=combobox], input").first.click()
    page.locator("[role=option]", has_text=answer).first.click()


def questions(page: Page) -> int:
    """Return how many questions stand between the file and its publication."""
    shown = page.locator("[data-testid=stForm] [data-testid=stSelectbox]").all_inner_texts()
    return sum("ไม่บังคับ" not in text for text in shown)


def follow(officer: Reader, number: int) -> None:  # noqa: F811
    """Wait until readers are on the new release: they stay on the one they have while it is worked out."""
    comes_to(officer.open("/data"), f"รุ่นที่ {number}")


def in_table(page: Page, area: str) -> str:
    """Return an area's row of the map's table twin."""
    if not page.locator(".st-key-map_table table").count():
        page.locator(".st-key-map_table_open label").click()
    row = page.locator(".st-key-map_table table tr", has_text=area).first
    row.wait_for(timeout=60_000)
    return row.inner_text()


def publish(page: Page, title: str, note: str) -> None:
    """Fill in the last form and publish."""
    page.locator(".st-key-publish_title input").fill(title)
    page.locator(".st-key-publish_note textarea").fill(note)
    page.locator(".st-key-publish_button button").click()
    page.locator(".st-key-desk_undo button").wait_for(timeout=120_000)


def test_a_real_list_is_published_with_at_most_six_questions_and_stands_on_the_map(officer: Reader) -> None:  # noqa: F811
    page = officer.open("/data?part=bring")
    drop(page, "desk_file", LIST.name, LIST.read_bytes())
    press(page, "desk_on", "ตรวจข้อมูล")
    page.locator("[data-testid=stForm]").wait_for(timeout=120_000)
    asked = questions(page)
    assert asked == len(ANSWERS) <= MOST
    for question, answer in ANSWERS:
        choose(page, question, answer)
    page.locator("[data-testid=stFormSubmitButton] button").click()
    page.locator("p.sti-good", has_text="ไม่พบข้อผิดพลาด").wait_for(timeout=120_000)
    harness.settle(page, timeout_ms=120_000)
    press(page, "desk_on", "ผลที่จะเปลี่ยน")
    page.locator("#effect_map").wait_for(timeout=120_000)
    told = page.locator("#effect_map").inner_text()
    assert "8,413.8" in told
    assert "185 โครงการ (มีเอกสาร 185)" in told
    press(page, "desk_on", "เผยแพร่")
    publish(page, "ร่าง พ.ร.บ. งบประมาณรายจ่าย ปีงบประมาณ 2565 เล่มที่ 3.13(1)", "งบจังหวัดและกลุ่มจังหวัด ส่วนที่ 1")
    follow(officer, 2)
    for address in PAGES:
        other = officer.open(address)
        assert "แสดงหน้านี้ไม่ได้" not in other.locator("[data-testid=stMain]").inner_text()
    listing = (
        officer.open("/projects?asof=2022-09-30&evidence=documented")
        .locator("[data-testid=stMain]")
        .inner_text()
    )
    assert "185" in listing
    assert "8,413.8" in listing
    # The list says nothing of the provinces that it does not name, nor of years that it does not reach.
    for address, area in ((PAGES[0], "เชียงใหม่"), ("/?asof=2013-09-30&measure=projects", "ระยอง")):
        other = officer.open(address)
        assert "ไม่มีข้อมูล" in in_table(other, area)


SHORT = {  # what an officer says to each list: part of the question -> part of the answer
    "คลินิกเทคโนโลยี 2553.xlsx": {"ทั้งรายการนี้อยู่ในแผนงานใด": "เครือข่ายคลินิกเทคโนโลยี"},
    "บัญชีโครงการ.xlsx": {"“หมู่บ้านแม่ข่าย วท.”": "หมู่บ้านแม่ข่าย", "“อสวท.”": "อาสาสมัครวิทยาศาสตร์"},
    "การประชุม.xlsx": {"“-”": "ไม่ได้รายงาน"},
    "ผู้แทน.xlsx": {"“มรภ.ลำปาง”": "มหาวิทยาลัยราชภัฏลำปาง"},
    "แผนจังหวัด.xlsx": {"“จังหวัดเชียงรายย”": "เชียงราย"},
}
ON_MAP = {  # their projects by province, from the two lists, in fiscal year 2554
    "แพร่": 1, "น่าน": 1, "พิษณุโลก": 1, "ลำพูน": 1, "ขอนแก่น": 1, "ยโสธร": 1, "ร้อยเอ็ด": 1,
}  # fmt: skip


def test_five_lists_of_offices_are_published_each_with_at_most_four_questions(officer: Reader) -> None:  # noqa: F811
    page = officer.open("/data?part=bring", wait=False)
    harness.settle(page, timeout_ms=120_000)
    first = int(re.search(r"รุ่นที่ (\d+)", page.locator("h1").inner_text())[1])  # type: ignore[index]
    for listed in ministry_lists.ALL:
        if page.locator(".st-key-desk_another button").count():
            page.locator(".st-key-desk_another button").click()
            page.locator(".st-key-desk_file input[type=file]").wait_for(state="attached")
        drop(page, "desk_file", listed.name, listed.content)
        press(page, "desk_on", "ตรวจข้อมูล")
        page.locator("[data-testid=stForm]").wait_for(timeout=120_000)
        assert questions(page) == len(SHORT[listed.name]) <= 4
        for question, answer in SHORT[listed.name].items():
            choose(page, question, answer)
        page.locator("[data-testid=stFormSubmitButton] button").click()
        page.locator("p.sti-good", has_text="ไม่พบข้อผิดพลาด").wait_for(timeout=120_000)
        harness.settle(page, timeout_ms=120_000)
        press(page, "desk_on", "ผลที่จะเปลี่ยน")
        if listed.table == "projects":  # beside the real list, which no other list takes away
            page.locator("#effect_map").wait_for(timeout=120_000)
        press(page, "desk_on", "เผยแพร่")
        publish(page, f"{listed.name} (ทดสอบ)", "รายการของสำนักงาน")
    follow(officer, first + len(ministry_lists.ALL))
    listing = officer.open("/projects?asof=2012-09-30&evidence=documented")
    for province, count in ON_MAP.items():
        assert f"{count} โครงการ" in in_table(listing, province), province
