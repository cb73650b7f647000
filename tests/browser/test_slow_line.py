"""On a slow line no act is lost, the order is kept, and none undoes the next."""

import time
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Reader
from playwright.sync_api import Page

from tests.browser import harness
from tests.browser.relay import Relay, behind

pytestmark = pytest.mark.browser
SLOW, VERY_SLOW = 0.8, 2.0
START = "?asof=2011-05-26&lang=en&era=ce"


def query(page: Page) -> dict[str, str]:
    """Return the query of the page's address, one value each."""
    return {name: ",".join(values) for name, values in parse_qs(urlsplit(page.url).query).items()}


def press(key: str) -> Callable[[Page], None]:
    """Return the act of pressing a button."""
    return lambda page: page.locator(f".st-key-{key} button").first.click()


def segment(key: str, label: str) -> Callable[[Page], None]:
    """Return the act of choosing a segment."""
    return lambda page: page.locator(f".st-key-{key} button", has_text=label).click()


def option(key: str, label: str) -> Callable[[Page], None]:
    """Return the act of choosing from a list."""

    def act(page: Page) -> None:
        page.locator(f".st-key-{key} input").first.click()
        page.locator("[role=option]", has_text=label).first.click()

    return act


def at_rest(page: Page, line: Relay) -> None:
    """Wait until everything under way has arrived, and the server had a second to say more."""
    until = time.monotonic() + 120
    while True:
        while time.monotonic() - line.last < 1.1:
            page.wait_for_timeout(50)
        last = line.last
        harness.settle(page, timeout_ms=90_000)
        if line.last == last:
            return
        assert time.monotonic() < until, "the line is never still"


@pytest.mark.parametrize(
    ("acts", "wanted", "delay", "jitter"),
    [
        ((segment("level", "Group"), option("evidence", "Documented")),
         {"level": "group", "evidence": "documented"}, SLOW, 0.0),
        ((press("asof_on"), segment("level", "Group")), {"asof": "2011-09-30", "level": "group"}, VERY_SLOW, 0.5),
        ((press("asof_back"),) * 3, {"asof": "2011-03-14"}, VERY_SLOW, 0.5),
        ((segment("level", "Group"), segment("level", "Province"), segment("lang", "ไทย")),
         {"level": None, "lang": None}, SLOW, 0.5),
    ],
    ids=["two-choices", "step-then-choice", "three-steps", "there-and-back"],
)  # fmt: skip
def test_quick_acts_all_count(
    acts: tuple[Callable[[Page], None], ...],
    wanted: dict[str, str | None],
    delay: float,
    jitter: float,
    line: Relay,
    server: harness.Server,
    reader: Reader,
) -> None:
    page = reader.open(f"/{START}", server=behind(server, line))
    line.delay, line.jitter = delay, jitter
    for act in acts:
        act(page)
        page.wait_for_timeout(150)
    at_rest(page, line)
    found = query(page)
    assert {name: found.get(name) for name in wanted} == wanted
