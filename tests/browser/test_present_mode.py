"""In front of the hall: every slide by keyboard, read from the last row, with or without a connection."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser import harness
from tests.browser.test_browser_access import serious

pytestmark = pytest.mark.browser
GROUP = "2551-lower-northeast-2"
# The slide that is seen; its number must also be the only one.
SEEN = """() => [...document.querySelectorAll('.st-key-present [data-slide]')]
  .filter((one) => getComputedStyle(one).visibility === 'visible').map((one) => Number(one.dataset.slide))"""
# Every text of the seen slide: what it says, its size, and the contrast with what lies behind it; texts outside their slide.
TEXTS = """() => {
  const root = document.querySelector('.st-key-present');
  const rgb = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const said = walk.currentNode.textContent.trim(), node = walk.currentNode.parentElement;
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    if (!said || style.visibility !== 'visible' || !box.width || !box.height) continue;
    if (node.closest('.sti-sr, .buttons, style, script') || !node.checkVisibility({ opacityProperty: true })) continue;
    const svg = node.closest('svg'), ink = rgb(svg ? style.fill : style.color), ground = behind(node);
    const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b);
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const lines = [...range.getClientRects()];
    const out = lines.some((line) => line.left < -1 || line.right > innerWidth + 1 || line.bottom > innerHeight + 1);
    found.push([said.slice(0, 40), parseFloat(style.fontSize), svg ? 21 : (high + 0.05) / (low + 0.05), out]);
  }
  return found;
}"""
CUT = """() => [...document.querySelectorAll('.st-key-present [data-slide]')]
  .filter((one) => getComputedStyle(one).visibility === 'visible')
  .flatMap((one) => [...one.querySelectorAll('.sti-show-body > div, .sti-show-keys li, .sti-show-head')])
  .filter((box) => box.scrollHeight > box.clientHeight + 14).map((box) => box.textContent.slice(0, 60))"""


def query(page: Page) -> dict[str, list[str]]:
    """Return what stands in the address."""
    return parse_qs(urlsplit(page.url).query)


def at(page: Page, number: int) -> None:
    """Wait until one slide is seen and the address says which."""
    page.wait_for_function(
        f"(n) => {{ const seen = ({SEEN})(); return seen.length === 1 && seen[0] === n; }}", arg=number
    )
    page.wait_for_function(
        "(n) => (Number(new URLSearchParams(location.search).get('slide')) || 1) === n", arg=number
    )


def test_a_whole_deck_is_walked_by_keyboard_as_clickers_do(open_page: OpenPage) -> None:
    page = open_page("/present", width=1920, height=1080)
    at(page, 1)
    harness.wait_for_areas(page, 77)
    for number, key in enumerate(
        ("PageDown", "ArrowRight", "ArrowDown", "Space", "PageDown", "Enter"), start=2
    ):
        page.keyboard.press(key)
        at(page, number)
    for number in (8, 9, 10, 10):
        page.keyboard.press("PageDown")
        at(page, number)
    for number, key in ((9, "PageUp"), (8, "ArrowLeft"), (7, "ArrowUp"), (1, "Home"), (10, "End")):
        page.keyboard.press(key)
        at(page, number)
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    at(page, 4)
    page.keyboard.type("10")
    at(page, 10)  # without Enter, a moment later
    page.keyboard.press("o")
    page.locator(".overlay.index button", has_text="15 จังหวัดยังไม่มีผู้แทน").focus()
    page.keyboard.press("Enter")
    at(page, 3)
    expect(page.locator(".overlay.index")).not_to_be_visible()


def test_a_link_opens_its_slide_and_reload_and_back_keep_to_it(open_page: OpenPage) -> None:
    page = open_page("/present?area=33&slide=4&lang=en&era=ce")
    at(page, 4)
    # Represented, at a workshop, with a project; the first record of its plan is of 2012, so of the plan nothing is known.
    assert (
        page.locator("[data-slide='4'] h2").inner_text()
        == "Nothing is missing where it is reported; 1 not reported"
    )
    page.keyboard.press("PageDown")
    at(page, 5)
    page.reload()
    harness.settle(page)
    at(page, 5)
    assert query(page)["area"] == ["33"]


def test_chosen_slides_come_in_the_chosen_order(open_page: OpenPage) -> None:
    page = open_page("/present?slides=decide&slides=title&asof=2015-09-30")
    shown = page.evaluate(
        "() => [...document.querySelectorAll('[data-slide]')].map((one) => one.dataset.kind)"
    )
    assert shown == ["decide", "title"]
    assert query(page)["slides"] == ["decide", "title"]


def test_the_show_goes_on_without_a_connection_and_catches_up(
    browser: Browser, server: harness.Server
) -> None:
    context = harness.context(browser, width=1280, height=720)
    page = context.new_page()
    sockets: list[WebSocketRoute] = []

    def through(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    page.route_web_socket(re.compile("/_stcore/stream"), through)
    page.goto(f"{server.url}/present?lang=en&era=ce")
    harness.settle(page)
    page.keyboard.press("PageDown")
    at(page, 2)
    context.set_offline(True)
    sockets[-1].close()
    page.wait_for_function("() => document.querySelector('.state').textContent.startsWith('Connection lost')")
    assert page.evaluate(SEEN) == [2]
    for number in range(3, 11):
        page.keyboard.press("PageDown")
        at(page, number)
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    at(page, 3)
    page.wait_for_timeout(3_000)  # what a jump says is gone again by then; that the line is lost still holds
    assert page.locator(".state").inner_text().startswith("Connection lost")
    assert harness.areas_painted(page) == 77
    expect(page.locator("[data-testid=stDialog]")).not_to_be_visible()
    page.screenshot()  # the slide is painted, not only there
    context.set_offline(False)
    page.wait_for_function("() => document.querySelector('.state').textContent === ''", timeout=60_000)
    harness.settle(page)
    at(page, 3)
    page.keyboard.press("s")
    page.locator(".st-key-asof_on button").click()
    page.wait_for_function("() => !location.search.includes('asof=2011-05-26')")
    harness.settle(page)
    at(page, 3)  # the server answers again, and the slide is still the same one
    assert "26 May 2011" not in page.locator("[data-slide='3'] header p").inner_text()
    context.close()


@pytest.mark.parametrize(
    ("width", "height", "least", "path", "dark"),
    [
        (1920, 1080, 28.0, "/present", False),
        (1024, 768, 19.9, f"/present?area={GROUP}&lang=en&era=ce", True),
        (1024, 768, 19.9, "/present?asof=2015-09-30", False),
    ],
)
def test_the_last_row_can_read_every_text(
    width: int, height: int, least: float, path: str, dark: bool, open_page: OpenPage
) -> None:
    page = open_page(path, width=width, height=height, dark=dark)
    harness.settle(page)
    page.mouse.move(5, 5)
    for number in range(1, 11):
        at(page, number)
        page.wait_for_timeout(300)
        found = page.evaluate(TEXTS)
        assert len(found) >= 5
        assert [(said, size) for said, size, _, _ in found if size < least] == []
        assert [(said, round(contrast, 2)) for said, _, contrast, _ in found if contrast < 4.5] == []
        assert [said for said, _, _, out in found if out] == []
        assert page.evaluate(CUT) == []
        page.keyboard.press("PageDown")


def test_notes_help_and_a_dark_screen_come_and_go_with_a_key(open_page: OpenPage) -> None:
    page = open_page(f"/present?groups={GROUP}", width=1920, height=1080)
    at(page, 1)
    page.keyboard.press("PageDown")
    at(page, 2)
    notes = page.locator("[data-slide='2'] .sti-show-notes")
    page.keyboard.press("n")
    expect(notes).to_be_visible()
    assert "ข้อค้นพบ" in notes.inner_text()
    page.keyboard.press("n")
    expect(notes).not_to_be_visible()
    page.keyboard.press("b")
    expect(page.locator(".sti-show-tools .blank")).to_be_visible()
    page.keyboard.press("PageDown")
    expect(page.locator(".sti-show-tools .blank")).not_to_be_visible()
    page.keyboard.press(".")
    expect(page.locator(".sti-show-tools .blank")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".sti-show-tools .blank")).not_to_be_visible()
    page.keyboard.press("?")
    expect(page.locator(".overlay.help")).to_be_visible()
    sizes = page.evaluate(
        "() => [...document.querySelectorAll('.overlay.help dt')].map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) >= 28
    page.keyboard.press("Escape")
    expect(page.locator(".overlay.help")).not_to_be_visible()


def test_slides_change_by_themselves_when_asked_and_stop_again(open_page: OpenPage) -> None:
    page = open_page("/present?every=5&slides=title&slides=gaps&slides=decide&slide=2")
    at(page, 2)
    at(page, 3)
    at(page, 1)  # and from the beginning again
    page.keyboard.press("a")
    page.wait_for_timeout(5600)
    assert page.evaluate(SEEN) == [1]


def test_a_province_that_was_not_there_is_said_in_words(open_page: OpenPage) -> None:
    page = open_page("/present?area=38&asof=2010-05-26&lang=en&era=ce")
    assert "Bueng Kan does not exist" in page.locator(".cannot h2").inner_text()
    page.locator(".cannot a").click()
    page.wait_for_function("() => document.querySelectorAll('[data-slide]').length === 10")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(dark: bool, open_page: OpenPage) -> None:
    page = open_page("/present?slide=3", dark=dark, width=1920, height=1080)
    at(page, 3)
    assert serious(page) == []


@pytest.mark.parametrize("path", ["/", "/area?area=33", f"/compare?areas=33&areas={GROUP}"])
def test_the_presentation_is_one_click_away_and_stays_in_the_session(path: str, open_page: OpenPage) -> None:
    page = open_page(path)
    page.evaluate("window.stillHere = true")
    page.locator(".sti-present-link a").click()
    page.wait_for_url("**/present*")
    harness.settle(page)
    at(page, 1)
    assert page.evaluate("window.stillHere")
    wanted = {"/": None}.get(path, ["33"])
    assert query(page).get("area") == wanted
    page.mouse.move(300, 300)
    page.mouse.move(320, 320)
    page.locator(".sti-show-tools .buttons a").click()
    page.wait_for_selector("[data-testid=stHeader]")
    harness.settle(page)
    expect(page.locator("[data-testid=stHeader]")).to_be_visible()


def test_files_are_made_on_request_and_named_after_scope_day_and_language(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page(f"/?groups={GROUP}&lang=en&era=ce")
    page.locator(".st-key-take_away button").click()
    page.locator(".st-key-make_workbook button").click()
    page.locator(".st-key-save_workbook button").wait_for(timeout=60_000)
    with page.expect_download() as waiting:
        page.locator(".st-key-save_workbook button").click()
    assert waiting.value.suggested_filename == f"sti-{GROUP}-2011-05-26-en.xlsx"
    waiting.value.save_as(tmp_path / "book.xlsx")
    assert (tmp_path / "book.xlsx").read_bytes()[:2] == b"PK"
    harness.settle(page)


def test_of_a_comparison_each_side_can_be_taken_away(open_page: OpenPage) -> None:
    page = open_page(f"/compare?areas=33&areas={GROUP}&lang=en&era=ce")
    page.locator(".st-key-take_away button").click()
    page.locator(
        ".st-key-downloads_of label", has_text="Lower Northeastern 2"
    ).last.click()  # after the whole comparison
    page.locator(".st-key-make_brief button").click()
    page.locator(".st-key-save_brief button").wait_for(timeout=60_000)
    assert f"sti-{GROUP}-2011-05-26-en.pdf" in page.locator(".st-key-save_brief button").inner_text()
    harness.settle(page)


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1366, 768), (1920, 1080)])
def test_the_countrys_map_never_lies_over_its_legend_nor_cuts_a_name(
    width: int, height: int, browser: harness.Browser, server: harness.Server
) -> None:
    context = harness.context(browser, width=width, height=height)
    page = context.new_page()
    page.goto(f"{server.url}/present?lang=en&slide=3&period=open&since=2009-12-21")
    harness.settle(page)
    harness.wait_for_areas(page, 77)
    lowest, highest = page.evaluate(
        """() => {
          const legend = [...document.querySelectorAll(".sti-show.coverage_map .sti-show-map li")];
          const drawn = [...document.querySelectorAll(".st-key-map g.choropleth path")];
          return [Math.max(...legend.map((one) => one.getBoundingClientRect().bottom)),
                  Math.min(...drawn.map((one) => one.getBoundingClientRect().top))];
        }"""
    )
    cut = page.evaluate(
        """() => {
          const place = document.querySelector(".st-key-map .main-svg").getBoundingClientRect();
          return [...document.querySelectorAll(".st-key-map .geo text")].filter((one) => {
            const box = one.getBoundingClientRect();
            return box.left < place.left - 1 || box.right > place.right + 1;
          }).map((one) => one.textContent);
        }"""
    )
    context.close()
    assert lowest <= highest + 1
    assert cut == []


def test_a_period_is_presented_and_left_again_from_the_panel(open_page: OpenPage) -> None:
    page = open_page("/present?lang=en&period=open&since=2009-12-21&slide=2")
    at(page, 2)
    expect(page.locator(".sti-show.where_we_are h2")).to_contain_text("from 28 to 61")
    page.keyboard.press("s")
    for control in ("asof", "evidence", "since", "slides"):  # each within the panel, none under another
        expect(page.locator(f".st-key-present_panel .st-key-{control}")).to_be_in_viewport(ratio=1)
    page.get_by_role("link", name="Show the last day alone").click()
    expect(page.locator(".sti-show.where_we_are h2")).to_contain_text("15 provinces still without one")
    assert "period" not in query(page)


def test_the_presenter_has_a_window_of_their_own_that_needs_no_server(
    browser: Browser, server: harness.Server
) -> None:
    context = harness.context(browser, width=1366, height=768)
    hall = context.new_page()
    sockets: list[WebSocketRoute] = []

    def through(socket: WebSocketRoute) -> None:
        socket.connect_to_server()
        sockets.append(socket)

    hall.route_web_socket(re.compile("/_stcore/stream"), through)
    hall.goto(f"{server.url}/present?lang=en&era=ce&slide=2")
    harness.settle(hall)
    at(hall, 2)
    with context.expect_page() as opened:
        hall.keyboard.press("p")
    own = opened.value
    frame = own.frame_locator("#now iframe")
    frame.locator("h2", has_text="61 of 76 provinces").wait_for()
    own.frame_locator("#next iframe").locator(
        "h2", has_text="15 provinces have no representative yet"
    ).wait_for()
    assert "Finding" in own.locator("#notes").inner_text()
    context.set_offline(True)
    sockets[-1].close()
    hall.wait_for_function("() => document.querySelector('.state').textContent.startsWith('Connection lost')")
    for number in (3, 4):  # the presenter's keys turn the hall's slides
        own.keyboard.press("PageDown")
        at(hall, number)
    own.locator("#where", has_text="Slide 4 of 10").wait_for()
    own.locator("#next iframe[data-slide='5']").wait_for()
    hall.keyboard.press("PageUp")  # and so does whoever stands at the other machine
    own.locator("#where", has_text="Slide 3 of 10").wait_for()
    assert own.frame_locator("#now iframe").locator("g.choropleth path").count() >= 77
    own.locator("#times li").nth(2).wait_for()
    assert re.search(r"^\d+:\d\d$", own.locator("#elapsed").inner_text())
    assert re.search(r"\d:\d\d", own.locator("#clock").inner_text())
    hall.keyboard.press("n")  # the notes are for the presenter alone
    hall.locator(".state", has_text="The notes are in the presenter's window").wait_for()
    expect(hall.locator("[data-slide='3'] .sti-show-notes")).not_to_be_visible()
    box = own.locator("#now i").bounding_box()
    assert box
    own.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.5)
    dot = hall.locator(".sti-show-pointer")
    dot.wait_for()
    seen = dot.bounding_box()
    assert seen
    assert abs(seen["x"] + seen["width"] / 2 - 1366 * 0.25) < 8
    assert abs(seen["y"] + seen["height"] / 2 - 768 * 0.5) < 8
    own.mouse.move(5, 5)
    dot.wait_for(state="hidden")
    own.keyboard.press("b")
    hall.locator(".sti-show-tools .blank").wait_for()
    own.locator("#said", has_text="The hall's screen is dark").wait_for()
    own.close()
    hall.wait_for_function("() => !window.stiPresenter.open")
    context.close()
