"""What crosses the wire when a reader changes one control: messages, answers and their headers, as sent."""

import dataclasses

import pytest
from conftest import Reader
from playwright.sync_api import expect

from benchmarks.counting import relay
from tests.browser import harness

pytestmark = pytest.mark.browser
MOST = (
    11 * 1024
)  # bytes for one filter change; the first pays for what the stops of the rail pushed out of the packer's memory
LATER = 9 * 1024
FILLS = """() => [...document.querySelectorAll('.st-key-map g.choropleth path')]
  .map((path) => path.style.fill || path.getAttribute('fill')).join()"""
# Map and glass both ask for boundaries; what the browser's memory answers has travelled once.
TRAVELLED = """() => performance.getEntriesByType('resource').filter((one) => one.transferSize > 0)
  .map((one) => one.name).filter((name) => name.endsWith('.geojson') && name.includes('provinces'))"""


@pytest.mark.parametrize(("path", "lang"), [("/", "th"), ("/coverage", "en")])
def test_a_step_in_time_costs_few_kilobytes_on_the_wire(
    path: str, lang: str, reader: Reader, server: harness.Server
) -> None:
    with relay(server.port) as wire:
        passed_on = dataclasses.replace(server, port=wire.port)
        page = reader.open(f"{path}?lang={lang}&asof=2012-09-30", server=passed_on)
        harness.wait_for_areas(page, 77)
        harness.settle(page, quiet_ms=800)
        # The stops of the rail come when the page has rested, beside the change: while something is open, none do.
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<div role=dialog hidden></div>')")
        for step in ("asof_back", "asof_on", "asof_on"):
            before, address = wire.received, page.url
            page.locator(f".st-key-{step} button").click()
            page.wait_for_function("(old) => location.href !== old", arg=address)
            harness.settle(page, quiet_ms=600)
            assert wire.received - before <= MOST, step
            assert harness.areas_painted(page) == 77
        travelled = page.evaluate(TRAVELLED)
        assert travelled
        assert len(travelled) == len(set(travelled))
        page.context.close()


def test_the_map_is_painted_anew_by_the_browser(reader: Reader) -> None:
    page = reader.open("/coverage?asof=2011-03-14")  # six provinces had no representative the stop before
    harness.wait_for_areas(page, 76)
    before = page.evaluate(FILLS)
    day = page.locator(".st-key-growth .sti-day b")  # drawn over a chart that is not sent again
    expect(day).to_have_text("14 มี.ค. 2554")
    page.locator(".st-key-asof_back button").click()
    page.wait_for_function(f"(old) => ({FILLS})() !== old", arg=before)
    expect(day).not_to_have_text("14 มี.ค. 2554")
    harness.settle(page)
    expect(day).to_have_text(page.locator("[data-handle]").get_attribute("aria-valuetext") or "")


def test_boundaries_of_another_time_are_fetched_once_and_kept(reader: Reader) -> None:
    page = reader.open("/coverage?asof=2011-03-23")
    harness.wait_for_areas(page, 77)
    for step, areas in (("asof_back", 76), ("asof_on", 77), ("asof_back", 76)):
        page.locator(f".st-key-{step} button").click()
        harness.wait_for_areas(page, areas)
        harness.settle(page)
    boundaries = {url for url in reader.watch.fetched(".geojson") if "provinces" in url}
    assert len(boundaries) == 2
    assert sorted(page.evaluate(TRAVELLED)) == sorted(boundaries)
