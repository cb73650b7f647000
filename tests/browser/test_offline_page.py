"""The offline page as a reader opens it: from a file, in a real chromium, with the network off."""

from datetime import date

import pytest
from pypdf import PdfReader

from data.records import load
from exports.page import page
from exports.story import story
from locales import Reader

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def made():
    records = load()
    readers = [Reader("th", "be"), Reader("en", "ce"), Reader("th", "be", True), Reader("en", "ce", True)]
    stories = [story.build(records, "nation", date(2011, 5, 26), reader) for reader in readers]
    return page.render(*stories).decode("utf-8")


@pytest.fixture
def tab(browser, made, tmp_path):
    """The page opened from its file with the network off; what it says and asks for is kept in `tab.seen`."""
    path = tmp_path / "story.html"
    path.write_text(made, encoding="utf-8")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True, color_scheme="light")
    opened = context.new_page()
    opened.seen = []
    opened.on("request", lambda one: opened.seen.append(one.url))
    opened.on("console", lambda one: opened.seen.append(one.text))
    opened.on("pageerror", lambda one: opened.seen.append(str(one)))
    opened.goto(path.as_uri())
    opened.wait_for_function("document.documentElement.dataset.ready === 'yes'", timeout=60_000)
    opened.address = path.as_uri()
    yield opened
    context.close()


def drawn(tab, lang):
    """Return the number of different areas on the map that is shown."""
    return tab.evaluate(
        f"""new Set([...document.querySelectorAll('#main-{lang} [data-plot=map-coverage] path[data-code]')]
        .filter((path) => path.checkVisibility() && path.dataset.code.length === 2)
        .map((path) => path.dataset.code)).size"""
    )


def test_the_map_draws_77_areas_from_a_file_without_a_network_or_a_complaint(tab):
    assert drawn(tab, "th") == 77
    assert tab.seen == [tab.address]


def test_the_reader_changes_the_language_with_the_keyboard(tab):
    tab.focus("[data-lang=en]")
    tab.keyboard.press("Enter")
    assert drawn(tab, "en") == 77
    shown = tab.evaluate(
        "[document.documentElement.lang, document.title, document.querySelector('#main-th').hidden]"
    )
    assert shown == ["en", "Bringing STI to provinces and province groups: Whole country", True]
    assert tab.get_attribute("[data-lang=en]", "aria-pressed") == "true"
    assert tab.inner_text("[data-print]") == "Print"
    assert tab.seen == [tab.address]


def test_a_dark_sheet_is_dark_and_its_map_is_drawn_again(tab):
    drawn(tab, "th")
    tab.click("[data-theme-choice=dark]")
    assert drawn(tab, "th") == 77
    assert not tab.is_visible("#main-th [data-plot=map-coverage] .still.light")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(15, 23, 32)"
    assert tab.seen == [tab.address]


def test_an_area_says_what_it_is_under_the_pointer(tab):
    tab.emulate_media(reduced_motion="reduce")
    area = tab.locator("#main-th [data-plot=map-coverage] .still.light path[data-code='33']").first
    area.scroll_into_view_if_needed()
    tab.wait_for_timeout(200)
    area.hover()
    assert tab.inner_text(".tip") == "ศรีสะเกษ\nมีผู้แทน"
    tab.keyboard.press("Escape")
    assert not tab.is_visible(".tip")


def test_on_a_phone_the_sentence_is_seen_without_scrolling(tab):
    tab.set_viewport_size({"width": 390, "height": 844})
    box = tab.locator("#main-th .lead").bounding_box()
    assert box["y"] + box["height"] < 844


def test_printed_figures_are_whole(tab, tmp_path):
    path = tmp_path / "printed.pdf"
    tab.pdf(path=path, prefer_css_page_size=True)
    pages = [page.extract_text().replace("\n", "").replace(" ", "") for page in PdfReader(path).pages]
    assert len(pages) <= 8
    titled = next(text for text in pages if "15จังหวัดยังไม่มีผู้แทน" in text and "แม่ฮ่องสอน" in text)
    assert "8กลุ่มมีผู้แทนครบทุกจังหวัด" in titled


def test_paper_gets_the_still_pictures_on_white(tab):
    drawn(tab, "th")
    tab.click("[data-theme-choice=dark]")
    tab.emulate_media(media="print")
    assert tab.is_visible("#main-th [data-plot=map-coverage] .still.light > svg")
    assert not tab.is_visible("#main-th [data-plot=map-coverage] .still.dark")
    assert not tab.is_visible(".bar")
    assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("width", [390, 1920])
def test_nothing_is_wider_than_the_screen(tab, width):
    tab.set_viewport_size({"width": width, "height": 900})
    drawn(tab, "th")
    shown = "narrow" if width == 390 else "wide"
    other = "wide" if width == 390 else "narrow"
    assert tab.is_visible(f"#main-th [data-plot=chart-projects] .still.light.{shown}")
    assert not tab.is_visible(f"#main-th [data-plot=chart-projects] .still.{other}")
    tab.wait_for_function("width => document.documentElement.scrollWidth <= width", arg=width)


def test_without_script_both_languages_and_every_picture_are_there(browser, made, tmp_path):
    path = tmp_path / "story.html"
    path.write_text(made, encoding="utf-8")
    context = browser.new_context(java_script_enabled=False, offline=True)
    opened = context.new_page()
    opened.goto(path.as_uri())
    assert opened.is_visible("#main-th [data-plot=map-coverage] .still.light > svg")
    assert opened.is_visible("#main-en [data-plot=map-coverage] .still.light > svg")
    context.close()
