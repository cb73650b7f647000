"""A step in time is painted before the server answers; the server has the last word."""

import os
import re
import signal
from collections.abc import Iterator

import pytest
from conftest import Reader

from tests.browser import harness

pytestmark = pytest.mark.browser
FILLS = """() => [...document.querySelectorAll('.st-key-map g.choropleth:first-child path')]
  .map((path) => getComputedStyle(path).fill)"""
BOTH = """() => { for (const key of ['asof_on', 'asof_back'])
  document.querySelector(`.st-key-${key} button`).click(); }"""


@pytest.fixture(scope="module")
def own() -> Iterator[harness.Server]:
    with harness.serving() as running:
        yield running


def sentence(page: harness.Page) -> str:
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("path", ["/", "/coverage"])
def test_a_step_is_painted_while_the_server_is_silent(path: str, reader: Reader, own: harness.Server) -> None:
    page = reader.open(f"{path}?lang=en&asof=2012-09-30", server=own)
    harness.wait_for_areas(page, 77)
    harness.settle(page)
    fills, said = page.evaluate(FILLS), sentence(page)
    os.kill(own.process.pid, signal.SIGSTOP)
    try:
        page.locator(".st-key-asof_on button").focus()
        page.keyboard.press("Enter")
        ahead, ahead_said = page.evaluate(FILLS), sentence(page)
        head = page.locator(".st-key-card_map .sti-card-head").inner_text()
        assert page.locator(".st-key-asof input").input_value() != ""
        assert "asof=2012-09-30" in page.url
    finally:
        os.kill(own.process.pid, signal.SIGCONT)
    page.wait_for_url(re.compile("asof=2013-09-30"))
    harness.settle(page)
    assert ahead != fills
    assert ahead_said != said
    assert "30 Sep 2556" in head
    assert page.evaluate(FILLS) == ahead  # the server's answer changes nothing any more
    assert sentence(page) == ahead_said
    assert page.locator(".st-key-card_map .sti-card-head").inner_text() == head


def test_two_steps_at_once_end_at_what_the_address_says(reader: Reader, own: harness.Server) -> None:
    page = reader.open("/coverage?asof=2012-09-30", server=own)
    harness.wait_for_areas(page, 77)
    harness.settle(page)
    page.evaluate(BOTH)
    harness.settle(page, quiet_ms=1000)
    fills, said = page.evaluate(FILLS), sentence(page)
    page.reload()
    harness.wait_for_areas(page, 77)
    harness.settle(page)
    assert page.evaluate(FILLS) == fills
    assert sentence(page) == said


def test_a_step_that_is_never_answered_is_taken_back(reader: Reader) -> None:
    with harness.serving() as gone:
        page = reader.open("/coverage?asof=2012-09-30", server=gone)
        harness.wait_for_areas(page, 77)
        harness.settle(page)
        fills, said = page.evaluate(FILLS), sentence(page)
        os.kill(gone.process.pid, signal.SIGSTOP)
        page.locator(".st-key-asof_on button").click()
        assert page.evaluate(FILLS) != fills
        os.kill(gone.process.pid, signal.SIGKILL)
        page.wait_for_function("(old) => document.querySelector('h1').innerText === old", arg=said)
        assert page.evaluate(FILLS) == fills
        page.context.close()
        reader.watch.problems.clear()  # the connection broke, as it was meant to
