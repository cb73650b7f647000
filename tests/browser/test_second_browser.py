"""The ten pages, a filter, a step of the day, a download and Present in Firefox: what is shown is no matter of one engine."""

import time
from collections.abc import Iterator

import pytest

from tests.browser import firefox, harness

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        firefox.found() is None, reason="no Firefox is installed (tests/browser-ready.sh installs one)"
    ),
]
DAY = "asof=2011-05-26&lang=th&era=be"


@pytest.fixture(scope="module")
def tab() -> Iterator[firefox.Tab]:
    """One tab of one Firefox for all of them."""
    with firefox.firefox() as opened:
        opened.size(1366, 768)
        yield opened


def test_the_ten_pages_stand_and_log_no_error(tab: firefox.Tab, server: harness.Server) -> None:
    for name, path in harness.PAGES.items():
        tab.goto(f"{server.url}{path}?{DAY}")
        assert tab.run("document.querySelector('h1').innerText.trim()"), name
        wide = tab.run("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, name
        if name in harness.WITH_MAP:
            areas = tab.run(
                "Math.max(0, ...[...document.querySelectorAll('g.choropleth')].map(t => t.childElementCount))"
            )
            assert areas >= 76, name
    assert tab.errors == []


def test_a_filter_and_a_step_are_taken_and_stand_in_the_address(
    tab: firefox.Tab, server: harness.Server
) -> None:
    tab.goto(f"{server.url}/?{DAY}")
    before = tab.run("document.querySelector('h1').innerText")
    assert "61" in before
    tab.click(".st-key-asof_on button")
    tab.until("new URL(location).searchParams.get('asof') === '2011-09-30'")
    tab.settle()
    assert tab.run("document.querySelector('h1').innerText") != before
    tab.click(".st-key-level button:last-of-type")
    tab.until("new URL(location).searchParams.get('level') === 'group'")
    tab.settle()
    tab.run("history.back()")
    tab.until("new URL(location).searchParams.get('level') !== 'group'")
    tab.settle()
    assert tab.errors == []


def test_a_list_is_taken_away_as_a_file(tab: firefox.Tab, server: harness.Server) -> None:
    tab.goto(f"{server.url}/coverage?gap=no_representative&{DAY}")
    tab.click(".st-key-gaps_csv button")
    end = time.monotonic() + firefox.PATIENCE
    while not (files := [one for one in tab.downloads.glob("*.csv") if one.stat().st_size]):
        assert time.monotonic() < end
        time.sleep(0.2)
    said = files[0].read_text(encoding="utf-8-sig")
    assert "2011-05-26" in said
    assert len(said.splitlines()) > 15  # 15 provinces without a representative


def test_present_steps_by_key_and_says_the_same_number(tab: firefox.Tab, server: harness.Server) -> None:
    tab.goto(f"{server.url}/present?{DAY}")
    tab.key("\ue014")  # the right arrow
    tab.until("new URL(location).searchParams.get('slide') === '2'")
    assert "61 จาก 76" in tab.run("document.querySelector(\"[data-slide='2']\").innerText")
    assert tab.run("document.querySelector(\"[data-slide='2']\").getClientRects().length") > 0
    assert tab.errors == []
