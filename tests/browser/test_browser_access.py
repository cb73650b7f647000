"""Everybody can use it: assistive technology, the keyboard alone, a phone, a dark room, paper."""

from pathlib import Path

import pytest
from conftest import OpenPage
from playwright.sync_api import Page, expect

from tests.browser import harness

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
PAGES = sorted(harness.PAGES.items())
TRACE = ("Traceback", "AttributeError", "KeyError", "TypeError", "ValueError", "{ $")
FOCUSED = """() => { const e = document.activeElement; if (!e || e === document.body) return '';
  const keyed = e.closest('[class*=st-key-]');
  return keyed ? [...keyed.classList].find((c) => c.startsWith('st-key-')).slice(7) : e.tagName; }"""


def serious(page: Page) -> list[str]:
    """Return what axe finds serious or critical: rule, places."""
    page.evaluate(AXE.read_text(encoding="utf-8") + "; null")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{rule['id']}: {[node['target'] for node in rule['nodes']][:4]} "
        f"{rule['nodes'][0]['failureSummary'][:300]}"
        for rule in found["violations"]
        if rule["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("path", ["/", "/coverage"])
def test_axe_finds_nothing_serious_in_an_open_table_either(path: str, open_page: OpenPage) -> None:
    page = open_page(f"{path}?lang=en")
    page.locator(".st-key-map_table_open label").click()
    harness.settle(page)
    assert serious(page) == []


def tab_to(page: Page, key: str, most: int = 80) -> None:
    """Press Tab until something in the element with this key has the focus."""
    seen = []
    for _ in range(most):
        page.keyboard.press("Tab")
        seen.append(page.evaluate(FOCUSED))
        if seen[-1] == key:
            return
    raise AssertionError(f"{key} is not reached with Tab: {seen}")


@pytest.mark.parametrize("path", ["/", "/coverage"])
def test_the_date_can_be_changed_with_the_keyboard_alone(path: str, open_page: OpenPage) -> None:
    page = open_page(path)
    tab_to(page, "asof")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(200)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "() => !location.search.includes('asof=2011-05-26') && location.search.includes('asof=')"
    )
    harness.settle(page)
    changed = page.url
    tab_to(page, "asof_on")
    page.keyboard.press("Enter")
    page.wait_for_function("(old) => location.href !== old", arg=changed)
    harness.settle(page)
    expect(page.locator("h1")).to_have_count(1)


def test_a_table_can_be_opened_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    tab_to(page, "map_table_open")
    page.keyboard.press("Space")
    page.locator(".st-key-map_table table").wait_for()  # a busy machine answers later
    harness.settle(page)
    expect(page.locator(".st-key-map_table table")).to_have_count(1)


def test_the_language_can_be_switched_and_the_document_follows(open_page: OpenPage) -> None:
    page = open_page("/?asof=2009-06-30")
    page.locator(".st-key-lang button", has_text="EN").click()
    page.wait_for_function("() => document.documentElement.lang === 'en'")
    harness.settle(page)
    assert "asof=2009-06-30" in page.url
    assert page.locator(".st-key-asof input").first.input_value().startswith("30 Jun 2009")


@pytest.mark.parametrize(("lang", "dark"), [("th", False), ("en", True)], ids=["th-light", "en-dark"])
@pytest.mark.parametrize(("name", "path"), PAGES)
def test_a_page_speaks_its_language_without_a_serious_flaw_fits_a_phone_and_has_whole_figures(
    name: str, path: str, lang: str, dark: bool, open_page: OpenPage
) -> None:
    page = open_page(f"{path}?lang={lang}", dark=dark)
    background = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert background == ("rgb(15, 23, 32)" if dark else "rgb(255, 255, 255)")
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert (min(int(part) for part in ink[4:-1].split(",")) > 200) is dark
    assert page.evaluate("document.documentElement.lang") == lang
    expect(page.locator("h1")).to_have_count(1)
    assert is_thai(page.locator("h1").inner_text()) is (lang == "th")
    shown = page.locator("[data-testid=stMain]").inner_text()
    assert [word for word in TRACE if word in shown] == []
    if name != "present":  # slides are no cards
        every_figure_has_table_downloads_and_link(page)
    assert serious(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    harness.settle(page, quiet_ms=600)
    fits(page)
    if name in harness.WITH_MAP:
        box = page.locator(".st-key-map").first.bounding_box()
        assert box is not None
        assert box["width"] >= 250
        assert box["height"] >= 250


def every_figure_has_table_downloads_and_link(page: Page) -> None:
    """Assert that no figure stands alone."""
    plots = page.locator("[data-testid=stPlotlyChart]").count()
    assert page.locator("[data-copy]").count() >= plots
    assert page.locator("[class*='_table_open']").count() >= plots
    assert page.locator("[class*='_take']").count() >= plots


def is_thai(text: str) -> bool:
    """Return whether a text holds Thai letters."""
    return any("\u0e01" <= letter <= "\u0e5b" for letter in text)


def fits(page: Page) -> None:
    """Assert that nothing stands out of a screen 390 pixels wide."""
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 390
    too_wide = page.evaluate(
        """() => { const main = document.querySelector('[data-testid=stMain]');
          if (main.scrollWidth <= main.clientWidth) return [];
          return [...main.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > 391)
            .map((e) => e.className || e.tagName).slice(-5).map(String); }"""
    )
    assert too_wide == []


def test_paper_shows_the_figures_without_the_controls(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    page.emulate_media(media="print")
    assert page.locator(".st-key-filters").is_hidden()
    assert page.locator("[data-testid=stHeader]").is_hidden()
    expect(page.locator(".st-key-map").first).to_be_visible()
    expect(page.locator("h1")).to_be_visible()
