"""The first picture stands before any script has come, where the page will stand, and goes when the page is there."""

import pytest
from conftest import Reader
from playwright.sync_api import expect

from tests.browser import harness

pytestmark = pytest.mark.browser
TOPS = """(sel) => sel.map((s) => Math.round(document.querySelector(s).getBoundingClientRect().y))"""


@pytest.mark.parametrize("size", [(1366, 768), (1440, 1000), (390, 844)])
@pytest.mark.parametrize("path", ["/", "/coverage"])
def test_the_answer_is_there_before_any_script(path: str, size: tuple[int, int], reader: Reader) -> None:
    # A page of the same reader; the next one gets no script.
    page = reader.open("/sources", wait=False, width=size[0], height=size[1])
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(reader.server.url + path, wait_until="commit")
    page.wait_for_selector("#sti-poster svg path")
    assert "61 จาก 76 จังหวัด" in page.locator("#sti-poster").inner_text()
    expect(page.locator("h1")).to_have_count(0)
    before = page.evaluate(TOPS, ["#sti-poster .h1", "#sti-poster .sti-legend", "#sti-poster svg"])
    page.unroute("**/static/js/**")
    page.reload()
    harness.wait_for_areas(page, 77)
    harness.settle(page)
    expect(page.locator("#sti-poster")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    after = page.evaluate(TOPS, ["h1", ".st-key-stage .sti-legend", ".st-key-map .main-svg"])
    reader.watch.problems[:] = [
        one for one in reader.watch.problems if "/static/js/" not in one and "ERR_FAILED" not in one
    ]
    assert [abs(a - b) <= 6 for a, b in zip(after, before, strict=True)] == [True] * 3
