"""The projects page in a browser: by mouse and by keyboard, one project, the list as a file, the wire."""

import csv
import dataclasses
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage, Reader
from playwright.sync_api import Page, expect

from benchmarks.counting import relay
from tests.browser import harness

pytestmark = pytest.mark.browser
MOST = 14_500  # bytes for one change of a filter: map, circles and list change with it
ONE_PROVINCE = """() => {
  const boxes = [...document.querySelector('.st-key-map g.choropleth').querySelectorAll('path')]
    .map((path) => path.getBoundingClientRect()).sort((a, b) => b.height * b.width - a.height * a.width);
  return [boxes[0].x + boxes[0].width / 2, boxes[0].y + boxes[0].height / 2];
}"""


def query(page: Page) -> dict[str, list[str]]:
    """Return the query of the page's address."""
    return parse_qs(urlsplit(page.url).query)


def sentence(page: Page) -> str:
    """Return the opening sentence."""
    return page.locator("h1").inner_text().replace("\n", " ")


def ids(page: Page) -> list[str]:
    """Return the ids of the listed projects."""
    return page.eval_on_selector_all("a[data-open]", "links => links.map((a) => a.dataset.open)")


def choose(page: Page, name: str, text: str, says: str = "") -> None:
    """Choose in a control by keyboard: type a part of the name, then Enter. says: its parameter, if not its key."""
    page.locator(f".st-key-{name} input").first.focus()
    page.keyboard.type(text, delay=20)
    page.locator("[role=option]", has_text=text).first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{says or name}=*")
    harness.settle(page)


def test_a_planner_finds_projects_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/projects")
    choose(page, "place", "เชียงใหม่", "area")
    choose(page, "programme", "คลินิก")
    page.locator(".st-key-q input").focus()
    page.keyboard.type("ข้าว")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=*")
    harness.settle(page)
    asked = query(page)
    assert (asked["area"], asked["programme"], asked["q"]) == (["50"], ["clinic"], ["ข้าว"])
    found = int(re.search(r"พบ (\d+) โครงการ", sentence(page))[1])  # type: ignore[index]
    assert 0 < len(ids(page)) == min(found, 20)


def test_a_click_on_the_map_asks_for_that_area_and_the_numbers_agree(open_page: OpenPage) -> None:
    page = open_page("/projects")
    harness.wait_for_areas(page, 77)
    place = page.evaluate(ONE_PROVINCE)
    page.mouse.move(*place)
    page.wait_for_timeout(150)
    page.mouse.click(*place)
    page.wait_for_url("**area=*")
    harness.settle(page)
    name = page.locator(".st-key-place [data-tag]").first.get_attribute("aria-label") or ""
    assert name
    assert re.match(rf"ณ \S+\s\S+\s\S+\s{re.escape(name)}:", sentence(page))  # the day, then the area
    page.locator(".st-key-map_table_open label").click()
    harness.settle(page)
    row = page.locator(".st-key-map_table table tr", has_text=name).first.inner_text()
    counted = re.search(r"พบ (\d+) โครงการ", sentence(page))[1]  # type: ignore[index]
    assert f"{counted} โครงการ" in row


def test_the_money_of_the_figures_changes_and_the_projects_do_not(open_page: OpenPage) -> None:
    page = open_page("/projects")
    assert "ได้รับจัดสรร 316.0 ล้านบาท" in sentence(page)
    page.locator(".st-key-money button", has_text="เบิกจ่าย").click()
    page.wait_for_url("**money=disbursed*")
    harness.settle(page)
    assert "เบิกจ่ายแล้ว 271.5 ล้านบาท" in sentence(page)
    assert "827 โครงการ" in sentence(page)
    assert "เบิกจ่าย" in page.locator(".st-key-card_money_by_year h2").inner_text()


def test_pages_turn_in_place_and_back_brings_the_earlier_page(open_page: OpenPage) -> None:
    page = open_page("/projects")
    first = ids(page)
    page.locator(".st-key-page_on button").click()
    page.wait_for_url("**page=2*")
    harness.settle(page)
    second = ids(page)
    assert len(second) == 20
    assert not set(first) & set(second)
    page.go_back()
    harness.settle(page)
    assert ids(page) == first
    assert page.locator(".sti-page").inner_text() == "หน้า 1 จาก 43"


def test_a_title_opens_its_project_where_the_reader_is(open_page: OpenPage) -> None:
    page = open_page("/projects?area=50&page=2")
    link = page.locator("a[data-open]").nth(2)
    wanted, title = link.get_attribute("data-open"), link.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**project=*")
    harness.settle(page)
    page.wait_for_function(
        "() => { const y = document.querySelector('.st-key-project_detail').getBoundingClientRect().top;"
        " return y >= 0 && y < 200; }"
    )
    asked = query(page)
    assert (asked["project"], asked["area"], asked["page"]) == ([wanted], ["50"], ["2"])
    assert page.locator(".st-key-project_detail h3").first.inner_text() == title
    harness.wait_for_areas(page, 77, key="project_map")
    page.locator(".st-key-project_close button").click()
    page.wait_for_url(lambda url: "project=" not in url)
    harness.settle(page)
    expect(page.locator(".st-key-project_detail")).to_have_count(0)


def test_the_csv_is_the_whole_filtered_list_not_the_page(open_page: OpenPage) -> None:
    page = open_page("/projects?area=50")
    with page.expect_download() as waiting:
        page.locator(".st-key-projects_csv button").click()
    content = Path(waiting.value.path()).read_bytes()
    assert re.fullmatch(r"sti-projects-50-2011-05-26-th\.csv", waiting.value.suggested_filename)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert sum(row[4].startswith("sample-") for row in rows[1:]) == 48
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)


def test_a_deep_link_shows_the_same_view_after_a_reload(open_page: OpenPage) -> None:
    path = (
        "/projects?lang=en&asof=2014-09-30&groups=2551-upper-north-1&phase=phase-3&status=completed"
        "&year_from=2555&year_to=2556&money=disbursed&measure=disbursed&baht_from=100000&sort=title"
    )
    page = open_page(path)
    for _ in range(2):
        assert {**parse_qs(urlsplit(path).query), "since": query(page)["since"]} == query(page)
        assert page.locator(".st-key-year_from input").first.input_value() == "2012"
        assert page.locator(".st-key-status input").first.input_value() == "Completed"
        assert "Upper Northern 1" in sentence(page)
        page.reload()
        harness.settle(page)


@pytest.mark.parametrize(("width", "dark"), [(390, True), (1440, False)])
def test_nothing_is_wider_than_the_screen(width: int, dark: bool, open_page: OpenPage) -> None:
    page = open_page("/projects?area=50&project=sample-clinic-2547-001", width=width, dark=dark)
    wide = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= width


def test_on_a_phone_the_sentence_stands_before_the_filters_of_the_page(open_page: OpenPage) -> None:
    page = open_page("/projects", width=390, height=844)
    heading = page.locator("h1").bounding_box()
    filters = page.locator(".st-key-project_filters").bounding_box()
    assert heading
    assert filters
    assert heading["y"] < filters["y"]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_change_of_filter_costs_little_on_the_wire(
    lang: str, reader: Reader, server: harness.Server
) -> None:
    with relay(server.port) as wire:
        passed_on = dataclasses.replace(server, port=wire.port)
        page = reader.open(f"/projects?lang={lang}", server=passed_on)
        harness.wait_for_areas(page, 77)
        harness.settle(page, quiet_ms=800)
        # The stops of the rail come when the page has rested, beside the change: while something is open, none do.
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div role=dialog hidden></div>')")
        for button in (
            ".st-key-page_on button",
            ".st-key-money button >> nth=1",
            ".st-key-level button >> nth=1",
        ):
            before, address = wire.received, page.url
            page.locator(button).click()
            page.wait_for_function("(old) => location.href !== old", arg=address)
            harness.settle(page, quiet_ms=600)
            assert wire.received - before <= MOST, button
        page.context.close()
