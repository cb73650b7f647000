"""A link opened cold, and what every page owes to everybody who opens it."""

import pytest
from conftest import OpenPage, Reader
from playwright.sync_api import expect

from tests.browser import harness

pytestmark = pytest.mark.browser
COLD = [(name, harness.PAGES[name]) for name in ("overview", "projects")]


@pytest.mark.parametrize(("name", "path"), COLD)
def test_a_page_is_whole_when_it_is_the_first_thing_a_new_server_is_asked(
    name: str, path: str, reader: Reader
) -> None:
    with harness.serving() as fresh:
        page = reader.open(path, server=fresh)
        expect(page.locator("h1")).to_have_count(1)
        assert "วทน. จังหวัด" in page.title()
        assert page.evaluate("document.documentElement.lang") == "th"
        expect(page.locator(".st-key-switches")).to_be_visible()
        expect(page.locator("footer.sti-foot")).to_be_visible()
        assert page.evaluate("document.querySelector('[data-testid=stAlertContentError]')") is None
        page.locator(".st-key-lang button", has_text="EN").click()  # a second run of the same session
        page.wait_for_function("() => document.documentElement.lang === 'en'")
        harness.settle(page)
        assert "page failed" not in fresh.said()
        page.context.close()


@pytest.mark.parametrize(
    ("name", "asof", "areas"),
    [
        ("overview", "2009-06-30", 76),
        ("coverage", "2018-01-01", 77),
        ("workshops", "2009-06-30", 76),
        ("workshops", "2011-05-26", 77),
    ],
)
def test_a_map_paints_every_province_that_existed_on_the_day(
    name: str, asof: str, areas: int, open_page: OpenPage
) -> None:
    page = open_page(f"{harness.PAGES[name]}?asof={asof}", wait=False)
    harness.wait_for_areas(page, areas)


@pytest.mark.parametrize("name", harness.WITH_MAP)
def test_a_map_says_its_finding_to_those_who_do_not_see_it(name: str, open_page: OpenPage) -> None:
    page = open_page(harness.PAGES[name])
    figure = page.locator(".st-key-map [role=figure]").first
    spoken = figure.get_attribute("aria-label") or ""
    assert "2554" in spoken
    assert len(spoken) > 60


def test_fonts_and_boundaries_come_from_this_server(reader: Reader) -> None:
    reader.open("/")
    fonts = [url for url in reader.watch.requests if "ibm-plex-sans-thai" in url]
    assert fonts
    assert [url for url in reader.watch.requests if "SourceSans" in url] == []  # the platform's own, 190 kB
    served = {url: status for url, status in reader.watch.responses if "/app/static/" in url}
    assert set(served.values()) <= {200, 304}
