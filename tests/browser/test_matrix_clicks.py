"""A click on a cell of a matrix does what its control does: nothing lies over the cells."""

from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage
from playwright.sync_api import Page

from tests.browser import harness

pytestmark = pytest.mark.browser
CELL = """([key, at]) => { const all = [...document.querySelectorAll(`.st-key-${key} .scatterlayer .points path.point`)];
  all[at].scrollIntoView({ block: "center" }); const box = all[at].getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2]; }"""


def click(page: Page, key: str, at: int) -> None:
    """Click on a cell, as a hand does: the pointer arrives, then presses."""
    page.evaluate(CELL, [key, at])
    page.wait_for_timeout(300)
    x, y = page.evaluate(CELL, [key, at])
    page.mouse.move(x, y)
    page.wait_for_timeout(150)
    page.mouse.click(x, y)


@pytest.mark.parametrize(
    ("path", "key", "wanted"),
    [
        ("/phases", "matrix", {"cell": ["2551-upper-central-1|phase-1|workshop"]}),
        ("/workshops", "group_phase", {"groups": ["2551-upper-central-1"], "phase": ["phase-1"]}),
        ("/data?part=quality", "quality", {"table": ["representatives"]}),
    ],
)
def test_a_click_on_a_cell_sets_what_it_shows(
    path: str, key: str, wanted: dict[str, list[str]], open_page: OpenPage
) -> None:
    page = open_page(path, width=1366, height=768)
    click(page, key, 0)
    page.wait_for_url(lambda url: next(iter(wanted)) in parse_qs(urlsplit(url).query))
    harness.settle(page)
    asked = parse_qs(urlsplit(page.url).query)
    assert {name: asked[name] for name in wanted} == wanted
