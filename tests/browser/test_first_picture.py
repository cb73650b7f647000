"""The first picture stands before any script has come, answers hand and keyboard, and gives its place to the page."""

import pytest
from conftest import Reader
from playwright.sync_api import Page, expect

from tests.browser import harness

pytestmark = pytest.mark.browser
PLACES = """(sel) => sel.map((s) => {
  const box = document.querySelector(s).getBoundingClientRect();
  return [box.x, box.y, box.width, box.height].map(Math.round);
})"""
PICTURE = ("#sti-poster .h1", "#sti-poster .plot", "#sti-poster .options #sti-first-0", "#sti-poster .track")
LIVE = ("h1", ".st-key-map .main-svg", "#sti-area-0", ".st-key-stage .track")


def held(reader: Reader, path: str, **settings: object) -> Page:
    """Open a path whose page gets no script of the platform until `released`."""
    page = reader.open("/sources", wait=False, **settings)
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(reader.server.url + path, wait_until="commit")
    page.wait_for_selector("#sti-poster .options path")
    return page


def forgive(reader: Reader) -> None:
    """Take what the test itself broke out of what went wrong."""
    reader.watch.problems[:] = [
        one for one in reader.watch.problems if "/static/js/" not in one and "ERR_FAILED" not in one
    ]


class Socket:
    """The line to the server, held back: the page is put together, but hears nothing until `let_go`."""

    def __init__(self, page: Page) -> None:
        self.waiting: list[object] = []
        self.free = False
        page.route_web_socket("**/_stcore/stream", self._open)

    def _open(self, line: object) -> None:
        server = line.connect_to_server()  # type: ignore[attr-defined]
        line.on_message(server.send)  # type: ignore[attr-defined]
        server.on_message(lambda said: line.send(said) if self.free else self.waiting.append((line, said)))

    def let_go(self) -> None:
        self.free = True
        for line, said in self.waiting:
            line.send(said)  # type: ignore[attr-defined, index]


@pytest.fixture
def slow(reader: Reader) -> tuple[Page, Socket]:
    """Overview on a line whose answers wait; the first picture is there."""
    page = reader.open("/sources", wait=False, width=1366, height=768)
    line = Socket(page)
    page.goto(reader.server.url + "/?lang=en", wait_until="commit")
    page.wait_for_selector("#sti-poster .options path")
    return page, line


@pytest.mark.parametrize(
    ("path", "settings", "says"),
    [
        ("/", {"width": 1366, "height": 768}, "61 จาก 76 จังหวัด"),
        ("/coverage", {"width": 1440, "height": 1000}, "61 จาก 76 จังหวัด"),
        ("/", {"width": 390, "height": 844}, "61 จาก 76 จังหวัด"),
        ("/?lang=en&groups=2551-east", {"width": 390, "height": 844, "dark": True}, "3 of 4 provinces"),
        (
            "/coverage?period=open&asof=2012-09-30",
            {"width": 1366, "height": 768, "dark": True},
            "25 จังหวัดมีผู้แทนเพิ่ม",
        ),
    ],
)
def test_it_stands_where_the_page_will_stand(path: str, settings: dict, says: str, reader: Reader) -> None:
    page = held(reader, path, **settings)
    assert says in page.locator("#sti-poster").inner_text()
    expect(page.locator("h1")).to_have_count(0)
    paper = page.evaluate("getComputedStyle(document.querySelector('#sti-poster')).backgroundColor")
    assert paper == ("rgb(15, 23, 32)" if settings.get("dark") else "rgb(255, 255, 255)")
    before = page.evaluate(PLACES, PICTURE)
    page.unroute("**/static/js/**")
    page.reload()
    harness.settle(page)
    page.wait_for_selector("#sti-area-0")
    expect(page.locator("#sti-poster")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    after = page.evaluate(PLACES, LIVE)
    forgive(reader)
    off = [[abs(a - b) <= 6 for a, b in zip(*pair, strict=True)] for pair in zip(before, after, strict=True)]
    assert off == [[True] * 4] * 4, (before, after)


def test_hand_and_keyboard_are_answered_before_any_script_of_the_platform(reader: Reader) -> None:
    page = held(reader, "/?lang=en", width=1366, height=768)
    page.locator("#sti-poster .options path[data-code='50']").hover()
    assert page.locator("#sti-poster .sti-tip").inner_text().split("\n")[0] == "Chiang Mai"
    assert "Has a representative" in page.locator("#sti-poster .sti-tip").inner_text()
    page.keyboard.press("Tab")
    map_ = page.get_by_role("listbox")
    expect(map_).to_be_focused()
    page.keyboard.press("ArrowDown")
    meant = page.locator("#sti-poster .options path.at")
    said = "Lamphun, Upper Northern 1, Has a representative, since 8 Nov 2010, illustrative"
    assert meant.get_attribute("aria-label") == said
    assert map_.get_attribute("aria-activedescendant") == meant.get_attribute("id")
    page.locator("#sti-poster .options path[data-code='50']").click()
    expect(page.locator("#sti-poster .chosen b")).to_have_text("Chiang Mai")
    assert page.url.endswith("/?lang=en&area=50")
    time = page.get_by_role("slider")
    time.focus()
    page.keyboard.press("Home")
    expect(page.locator("#sti-poster .h1")).to_contain_text("17 May 2003")
    assert page.url.endswith("area=50&asof=2003-05-17")
    assert time.get_attribute("aria-valuetext") == "17 May 2003"
    expect(time).to_be_focused()
    forgive(reader)


def test_the_page_takes_over_what_was_asked_of_the_picture(slow: tuple[Page, Socket]) -> None:
    page, line = slow
    page.locator("#sti-poster .options path[data-code='50']").click()
    time = page.locator("#sti-poster [data-handle]")
    time.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#sti-poster .h1")).not_to_contain_text("26 May 2011")
    said = time.get_attribute("aria-valuetext")
    line.let_go()
    expect(page.locator("#sti-poster")).to_have_count(0)
    expect(page.locator("h1")).to_contain_text(said)
    expect(page.locator(".sti-card h2")).to_contain_text("Chiang Mai")
    expect(page.locator(".st-key-stage [data-handle]")).to_be_focused()


def test_the_area_under_the_keyboard_stays_under_it(slow: tuple[Page, Socket]) -> None:
    page, line = slow
    page.locator("#sti-poster .plot > svg").focus()
    page.keyboard.press("ArrowDown")
    meant = page.locator("#sti-poster .options path.at").get_attribute("aria-label")
    line.let_go()
    expect(page.locator("#sti-poster")).to_have_count(0)
    expect(page.locator(".sti-glass")).to_be_focused()
    assert page.locator(".sti-glass .options path.at").get_attribute("aria-label") == meant
