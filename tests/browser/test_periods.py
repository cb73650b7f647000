"""The time rail's second handle: what changed between two days, by pointer and by keyboard, in the address and back."""

from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage, Reader
from playwright.sync_api import Page, expect

from tests.browser import harness
from tests.browser.test_stage import ready

pytestmark = pytest.mark.browser
LEAD = ".sti-said h1"


def between(page: Page) -> tuple[str, str]:
    """Return the two days that the address holds, "" where it is of one day."""
    query = parse_qs(urlsplit(page.url).query)
    return (query["since"][0] if query.get("period") else ""), query["asof"][0]


def reach(page: Page, since: str, asof: str) -> None:
    """Wait until the server shows this period: its handle stands where the address says."""
    page.wait_for_function(
        "([since, asof]) => document.querySelector('[data-from]')?.dataset.day === since"
        " && new URLSearchParams(location.search).get('since') === since"
        " && document.querySelector('[data-handle]').dataset.day === asof",
        arg=[since, asof],
    )
    harness.settle(page)


def drag(page: Page, what: str, to: float) -> None:
    """Take a part of the rail at its middle and put it down at a place, in px from the left."""
    box = page.locator(what).bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(to, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()


def test_a_day_becomes_a_period_and_is_told_as_one(open_page: OpenPage) -> None:
    page = open_page("/coverage?lang=en")
    page.locator("[data-period]").focus()
    page.keyboard.press("Enter")
    reach(page, "2010-05-26", "2011-05-26")
    expect(page.locator(LEAD)).to_have_text(
        "From 26 May 2010 to 26 May 2011: 22 provinces gained a representative; 14 without on both days (illustrative)"
    )
    rows = page.locator(".sti-rows li")
    assert rows.count() == 22
    assert rows.first.inner_text().split("\n")[0] == "5 Jul 2010"
    assert "was 39" in page.locator(".sti-figures li").first.inner_text()
    page.locator("[data-to]").click()
    expect(page.locator(".st-key-card_two_days")).to_be_in_viewport()
    assert page.locator(".st-key-two_days g.choropleth").count() == 2


def test_both_ends_move_under_keyboard_and_hand(open_page: OpenPage) -> None:
    page = open_page("/coverage?period=open&since=2010-09-30&asof=2011-09-30")
    reach(page, "2010-09-30", "2011-09-30")
    page.locator("[data-from]").focus()
    page.keyboard.press("PageDown")
    reach(page, "2009-09-30", "2011-09-30")
    assert page.locator("[data-from]").get_attribute("aria-valuetext") == "30 ก.ย. 2552"
    page.locator(".band.p2").dblclick(position={"x": 20, "y": 6})  # the phase as a whole
    reach(page, "2007-09-30", "2011-09-30")
    before = between(page)
    box = page.locator("[data-stretch]").bounding_box()
    assert box
    drag(page, "[data-stretch]", box["x"] + box["width"] / 2 + 90)
    page.wait_for_function(
        "(since) => new URLSearchParams(location.search).get('since') !== since", arg=before[0]
    )
    harness.settle(page)
    after = between(page)
    assert after[0] > before[0]
    assert after[1] > before[1]
    page.go_back()
    reach(page, *before)


def test_upon_the_last_day_the_two_are_one_again(open_page: OpenPage) -> None:
    page = open_page("/coverage?period=open&measure=projects")
    reach(page, "2010-05-26", "2011-05-26")
    end = page.locator("[data-handle]").bounding_box()
    assert end
    drag(page, "[data-from]", end["x"] + 60)
    expect(page.locator("[data-from]")).to_have_count(0)
    harness.settle(page)
    assert between(page) == ("", "2011-05-26")
    expect(page.locator(".st-key-card_two_days")).to_have_count(0)


def test_a_stop_of_a_period_is_shown_before_the_server_answers(reader: Reader) -> None:
    reader.saves = False
    page = reader.open("/coverage?period=open")
    ready(page)
    said = page.locator(LEAD).inner_text()
    page.locator("[data-handle]").focus()
    page.keyboard.press("End")
    ahead = page.wait_for_function(
        "(said) => { const now = document.querySelector('.sti-said h1').innerText;"
        " return window.stiStage.hand.moving && now !== said && now; }",
        arg=said,
        polling="raf",
    ).json_value()
    assert ahead.startswith("ตั้งแต่ 26 พ.ค. 2553 ถึง ")
    page.wait_for_function("() => !window.stiStage.hand.moving")
    harness.settle(page)
    assert page.locator(LEAD).inner_text() == ahead  # the server says the same
