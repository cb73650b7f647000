"""A line that is lost, a clipboard that is refused, a keyboard that is Thai: what is said is what happened."""

import pytest
from conftest import Reader
from playwright.sync_api import Page, expect

from tests.browser import harness
from tests.browser.relay import Relay, behind
from tests.browser.test_slow_line import at_rest, press, query, segment

pytestmark = pytest.mark.browser
LOST = {
    "th": "หน้านี้ยังอ่านได้ สิ่งที่ต้องใช้เซิร์ฟเวอร์จะรอ และทำงานต่อเองเมื่อเชื่อมต่อได้",
    "en": "What is shown can still be read; what needs the server waits and goes on by itself",
}
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true});"
NO_COPY = NO_CLIPBOARD + "document.execCommand = () => false;"
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
COPIED = "document.addEventListener('copy', () => { window.copied = String(document.activeElement.value); }, true);"


def broken(reader: Reader) -> None:
    """Forget what a browser writes about a line that the test itself has cut."""
    own = (
        "ERR_",
        "WebSocket",
        "Failed to fetch",
        "reaching server endpoint",
        "internet?",
        "onnection",
        "127.0.0.1",
    )
    for watch in reader.watches:
        watch.problems[:] = [one for one in watch.problems if not any(words in one for words in own)]


def test_a_lost_line_is_said_quietly_in_the_readers_language_and_the_page_stays_readable(
    line: Relay, server: harness.Server, reader: Reader
) -> None:
    """Three readers on one line, so that the platform's patience is waited for once."""
    seats = [(path, lang, reader.open(f"{path}?lang={lang}&asof=2011-05-26", server=behind(server, line)))
             for path, lang in (("/", "th"), ("/coverage", "en"), ("/projects", "th"))]  # fmt: skip
    headings = [page.locator("h1").inner_text() for _, _, page in seats]
    line.cut()
    for _, lang, page in seats:
        expect(page.locator("#sti-line")).to_contain_text(LOST[lang], timeout=15_000)
    seats[0][2].wait_for_timeout(12_000)  # the platform tries several times before it would open its dialog
    for (_, _, page), heading in zip(seats, headings, strict=True):
        expect(page.locator("[role=dialog]")).to_have_count(0)
        assert page.locator("h1").inner_text() == heading
    line.mend()
    for path, lang, page in seats:
        expect(page.locator("#sti-line")).to_be_hidden(timeout=60_000)
        harness.settle(page)
        act = (
            press("asof_back")
            if path == "/projects"
            else segment("level", {"en": "Group", "th": "กลุ่ม"}[lang])
        )
        act(page)
        harness.settle(page)
        assert query(page) != {"lang": lang, "asof": "2011-05-26"}, path
    broken(reader)


def test_what_was_done_as_the_line_broke_is_done_when_it_is_back(
    line: Relay, server: harness.Server, reader: Reader
) -> None:
    page = reader.open("/?lang=en&asof=2011-05-26", server=behind(server, line))
    line.delay = 0.8
    segment("level", "Group")(page)
    page.wait_for_timeout(1200)  # the server has heard it, its answer is on the way
    line.cut()
    expect(page.locator("#sti-line")).to_contain_text(LOST["en"], timeout=15_000)
    line.mend()
    expect(page.locator("#sti-line")).to_be_hidden(timeout=60_000)
    at_rest(page, line)
    assert query(page)["level"] == "group"
    assert page.locator(".st-key-level button[aria-checked=true]").inner_text().strip() == "Groups"
    broken(reader)


def test_a_link_followed_while_the_line_is_gone_is_followed_when_it_is_back(
    line: Relay, server: harness.Server, reader: Reader
) -> None:
    page = reader.open("/?lang=en&asof=2010-09-30", server=behind(server, line))
    line.cut()
    expect(page.locator("#sti-line")).to_contain_text(LOST["en"], timeout=15_000)
    page.locator("a[data-go][href*='coverage']").first.click()
    line.mend()
    expect(page.locator("#sti-line")).to_be_hidden(timeout=60_000)
    harness.settle(page)
    assert "/coverage" in page.url
    expect(page.locator(".st-key-card_map")).to_be_visible()
    broken(reader)


def test_a_silent_line_keeps_what_was_done_and_delivers_it(
    line: Relay, server: harness.Server, reader: Reader
) -> None:
    page = reader.open("/?lang=en&asof=2011-05-26", server=behind(server, line))
    line.hold()
    segment("level", "Group")(page)
    press("asof_back")(page)
    page.wait_for_timeout(3000)
    line.mend()
    at_rest(page, line)
    assert (query(page)["level"], query(page)["asof"] < "2011-05-26") == ("group", True)


def copy_link(page: Page) -> str:
    """Press the panel's button that copies the link; return what it says."""
    page.locator("details.sti-menu summary").click()
    page.locator("[data-view=copy]").click()
    said = page.locator("details.sti-menu [role=status]")
    expect(said).not_to_have_text("")
    return said.inner_text()


@pytest.mark.parametrize("missing", [NO_CLIPBOARD, REFUSED], ids=["no-https", "refused"])
def test_a_link_is_copied_by_the_old_way_where_the_new_one_fails(missing: str, reader: Reader) -> None:
    page = reader.open("/?lang=en&asof=2010-09-30")
    page.evaluate(missing + COPIED)
    assert copy_link(page) == "Copied"
    assert page.evaluate("window.copied") == page.url.split("#")[0]


def test_where_both_ways_fail_the_link_is_shown_and_chosen(reader: Reader) -> None:
    page = reader.open("/?lang=en&asof=2010-09-30")
    page.evaluate(NO_COPY)
    assert copy_link(page) != "Copied"
    field = page.locator("#sti-by-hand input")
    assert field.input_value() == page.url.split("#")[0]
    chosen = "(({value, selectionStart, selectionEnd}) => value.slice(selectionStart, selectionEnd))(document.activeElement)"
    assert page.evaluate(chosen) == page.url.split("#")[0]
    page.keyboard.press("Escape")
    expect(field).to_have_count(0)


def test_the_button_under_a_figure_says_what_happened_too(reader: Reader) -> None:
    page = reader.open("/coverage?lang=en")
    page.evaluate(NO_COPY)
    button = page.locator("[data-copy]").first
    before = button.inner_text()
    button.click()
    expect(button).not_to_have_text(before)
    assert button.inner_text() != "Copied"
    assert page.locator("#sti-by-hand input").input_value() == page.url


THAI = """([key, code]) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
  {key, code, bubbles: true, cancelable: true}))"""


def test_keys_go_by_their_place_while_the_keyboard_is_thai(reader: Reader) -> None:
    page = reader.open("/?lang=th")
    page.evaluate(THAI, ["ฝ", "Slash"])
    expect(page.locator("[data-testid=stPopoverBody] .st-key-search_text input")).to_be_visible()
    page = reader.open("/present?lang=th")
    for key, code, slide in (
        ("/", "Digit2", "2"),
        ("-", "Digit3", "3"),
        ("ภ", "Digit4", "4"),
        ("ๅ", "Digit1", None),
    ):
        page.evaluate(THAI, [key, code])
        page.wait_for_timeout(1500)
        assert query(page).get("slide") == slide
    page.evaluate(THAI, ["น", "KeyO"])
    assert page.evaluate("document.documentElement.classList.contains('sti-show-index')")
