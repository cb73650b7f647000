"""The first ten seconds: the whole stage in the first screen, time under the hand, a map that talks."""

import os
import signal
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage, Reader
from playwright.sync_api import Page, expect

from data.records import load
from exports.drawing.axes import Box
from exports.drawing.outlines import sheet_of
from figures import drawn, naming
from locales import Reader as Reader_
from measures.selection import Selection
from tests.browser import harness

pytestmark = pytest.mark.browser
SCREENS = [(1366, 768), (1280, 720), (1920, 1080)]
TWINS = ["/", "/coverage"]
STAGES = [*TWINS, "/workshops", "/projects", "/area?area=50"]
BOX = """(what) => { const b = document.querySelector(what).getBoundingClientRect();
  return [b.left, b.top, b.right, b.bottom].map(Math.round); }"""
# The map has taken the room that its place has, which is at least so high.
GROWN = """(least) => { const [map, place] = [".st-key-map .main-svg", ".st-key-map"].map((e) =>
  document.querySelector(e).getBoundingClientRect().height); return map >= least && Math.abs(map - place) < 3; }"""
WIDER = """() => [...document.querySelectorAll('.sti-figures li')].filter((e) => e.scrollWidth > e.clientWidth + 1)
  .map((e) => e.innerText)"""
# What the reader sees of the stage: words, colours of the areas, names on the map, where the handle stands.
SEEN = """() => ({
  parts: Object.fromEntries([...document.querySelectorAll('[data-part]')].map((e) => [e.dataset.part, e.innerHTML])),
  fills: [...document.querySelectorAll('.st-key-map g.choropleth:first-child path')].map((p) => getComputedStyle(p).fill),
  names: [...document.querySelectorAll('.sti-glass .names text')].map((t) => t.textContent).sort(),
  said: [...document.querySelectorAll('.sti-glass [role=option]')].map((o) => o.getAttribute('aria-label')),
  handle: document.querySelector('[data-handle]').getAttribute('aria-valuetext'),
})"""
READY = "() => document.querySelector('template[data-stage-frames]')?.content.textContent.length > 100"
RESTS = "() => !window.stiStage.hand.moving"


@pytest.fixture(autouse=True)
def with_stops(reader: Reader) -> None:
    """Readers whose browser does not save data: the stops of the rail come ahead."""
    reader.saves = False


def ready(page: Page) -> None:
    """Wait until every stop lies in the page and the glass is over the map."""
    page.wait_for_function(READY, timeout=60_000)
    page.wait_for_selector(".sti-glass .names", state="attached")
    harness.settle(page)


def rests(page: Page) -> None:
    """Wait until the server has followed the hand."""
    page.wait_for_function(RESTS, timeout=30_000)
    harness.settle(page)


def differing(now: dict[str, Any], was: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what differs in two looks at a stage, by name, from a little before the first letter that does."""
    parts = [{f"part {name}": text for name, text in look["parts"].items()} for look in (now, was)]
    one, other = ({**look, **part, "parts": ""} for look, part in zip((now, was), parts, strict=True))
    found: dict[str, tuple[str, ...]] = {}
    for name in one | other:
        texts = [str(look.get(name)) for look in (one, other)]
        if texts[0] != texts[1]:
            alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*texts, strict=False)))
            found[name] = tuple(text[max(0, alike - 60) :][:200] for text in texts)
    return found


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("path", STAGES)
def test_map_sentence_five_marked_figures_and_rail_stand_in_the_first_screen(
    path: str, lang: str, open_page: OpenPage
) -> None:
    page = open_page(f"{path}{'&' if '?' in path else '?'}lang={lang}", width=1366, height=768)
    page.wait_for_selector(".sti-glass .names", state="attached")
    for width, height in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(GROWN, arg={768: 440, 720: 400, 1080: 700}[height])
        for what in (
            "h1",
            ".sti-figures",
            ".st-key-map .main-svg",
            ".sti-rail",
            "[data-handle] b",
            ".sti-rows",
        ):
            left, top, right, bottom = page.evaluate(BOX, what)
            assert left >= 0, what
            assert top >= 0, what
            assert right <= width, what
            assert bottom <= height, what
        assert page.evaluate(WIDER) == []  # nothing in a figure runs into the next one
    figures = page.locator(".sti-figures li").all()
    assert len(figures) == 5
    for figure in figures:
        expect(figure.locator(".sti-tag")).to_have_count(1)  # each number has its mark where it stands
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    assert page.locator("h1 .sti-tag, h1 b.mark").count() >= 1
    assert ("26 พ.ค. 2554" if lang == "th" else "26 May 2011") in page.locator("h1").inner_text()


@pytest.mark.parametrize("path", STAGES)
def test_on_a_phone_sentence_map_and_rail_stand_in_the_first_screen(path: str, open_page: OpenPage) -> None:
    page = open_page(path, width=390, height=844)
    page.wait_for_selector(".sti-glass .names", state="attached")
    for what in ("h1", ".st-key-map .main-svg", ".sti-rail .bands", "[data-handle] b"):
        left, top, right, bottom = page.evaluate(BOX, what)
        assert left >= 0, what
        assert top >= 0, what
        assert right <= 390, what
        assert bottom <= 844, what
    assert (
        page.locator(".sti-brand").inner_text().startswith("วทน. จังหวัด")
    )  # product and page are named in the head
    expect(page.locator(".sti-brand .page")).to_be_visible()
    expect(page.locator(".st-key-asof")).not_to_be_visible()
    page.locator("button[data-sheet]").click()
    expect(page.locator(".st-key-asof")).to_be_visible()
    assert page.locator("button[data-sheet]").get_attribute("aria-expanded") == "true"


LONG = "() => document.querySelector('[data-testid=stMain]').scrollHeight"


@pytest.mark.parametrize(
    ("path", "most"), [("/", 1333), ("/workshops", 2480), ("/projects", 1940), ("/sources", 5106)]
)
def test_a_page_is_half_as_long_as_it_was(path: str, most: int, open_page: OpenPage) -> None:
    page = open_page(path, width=1366, height=768)
    harness.settle(page)
    assert page.evaluate(LONG) <= most


def test_what_is_folded_opens_for_a_link_and_a_table_keeps_its_names_on_a_phone(open_page: OpenPage) -> None:
    page = open_page("/projects#circles", width=1366, height=768)
    page.wait_for_selector(".st-key-circles .main-svg", state="visible")
    page = open_page("/sources#documents", width=390, height=844)
    page.wait_for_selector("#documents details[open] .sti-table")
    page.evaluate("document.querySelector('#documents .sti-scroll').scrollLeft = 150")
    left, second = page.evaluate(
        "() => ['td', 'td:nth-child(2)'].map((e) => document.querySelector('#documents ' + e).getBoundingClientRect().left)"
    )
    assert left >= 0
    assert second < left


def test_the_button_of_the_filters_says_how_many_are_set(open_page: OpenPage) -> None:
    page = open_page("/?groups=2551-east&evidence=documented", width=390, height=844)
    assert "2" in page.locator("button[data-sheet]").inner_text()


def test_what_is_missing_is_named_without_a_click_or_a_scroll(open_page: OpenPage) -> None:
    page = open_page("/", width=1366, height=768)
    page.wait_for_selector(".sti-glass .names text")
    gaps = ["ชัยนาท", "ตราด", "บึงกาฬ", "พังงา", "พิจิตร", "มุกดาหาร", "ระนอง", "สตูล", "สมุทรสงคราม", "สิงห์บุรี",
            "หนองบัวลำภู", "อำนาจเจริญ", "อ่างทอง", "อุทัยธานี", "แม่ฮ่องสอน"]  # fmt: skip
    assert sorted(page.evaluate(SEEN)["names"]) == sorted(gaps)
    boxes = page.evaluate(
        "() => [...document.querySelectorAll('.sti-glass .names text')].map((t) => t.getBoundingClientRect().toJSON())"
    )
    for i, one in enumerate(boxes):
        assert one["left"] >= 0
        assert one["bottom"] <= 768
        for other in boxes[:i]:
            apart = one["left"] >= other["right"] or other["left"] >= one["right"]
            apart = apart or one["top"] >= other["bottom"] - 6 or other["top"] >= one["bottom"] - 6
            assert apart, (one, other)
    assert sorted(page.locator(".sti-rows .lacking a").all_inner_texts()) == sorted(gaps)


@pytest.mark.parametrize(("path", "chosen"), [("/", {}), ("/?groups=2551-east", {"groups": ("2551-east",)})])
def test_names_stand_where_every_other_medium_has_them(
    path: str, chosen: dict[str, tuple[str, ...]], open_page: OpenPage
) -> None:
    """The browser places names by itself while the hand moves: by the rule of figures/naming.py."""
    page = open_page(path, width=1366, height=768)
    page.wait_for_selector(".sti-glass .names text")
    width, height, *seen = page.evaluate(
        """() => [...['width', 'height'].map((side) => Number(document.querySelector('.sti-glass').getAttribute(side))),
        ...[...document.querySelectorAll('.sti-glass .names text')].map((t) => [t.textContent, t.getAttribute('text-anchor'),
          Number(t.getAttribute('y')), Number(t.getAttribute('x'))])]"""
    )
    view = Selection(asof=date(2011, 5, 26), **chosen)
    figure = drawn.stage_map(load(), view, Reader_("th", "be"))
    assert figure.naming is not None
    sheet = sheet_of(drawn.map_window(load(), view), Box(0, 0, width, height))
    inset = None if figure.naming.close else naming.inset_room(width, height)
    places = {
        name.text: name for name in naming.place(figure.naming, sheet.points, width, height, taken=inset)
    }
    own = [one for one in seen if places.get(one[0]) and places[one[0]].kind != "near"]
    assert len(own) == (15 if not chosen else 4)
    for text, anchor, y, x in own:
        assert (anchor, y) == (places[text].anchor, pytest.approx(places[text].y, abs=1)), text
        assert x == pytest.approx(places[text].x, abs=3), text


def drag(page: Page, start: float, end: float, steps: int = 120) -> None:
    """Hold the handle and move it over a part of the rail (0 to 1)."""
    box = page.locator("[data-track]").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * start, box["y"] + 14)
    page.mouse.down()
    for step in range(1, steps + 1):
        page.mouse.move(box["x"] + box["width"] * (start + (end - start) * step / steps), box["y"] + 14)


@pytest.mark.parametrize(
    "path", ["/?lang=en", "/coverage?measure=plan", "/?groups=2551-upper-northeast-1", "/area?area=38"]
)
def test_a_drag_over_twelve_years_asks_nothing_and_ends_at_what_the_server_says(
    path: str, reader: Reader
) -> None:
    page = reader.open(path, width=1366, height=768)
    sent: list[object] = []
    page.on("request", lambda request: sent.append(request.url))
    ready(page)
    start = page.url
    page.evaluate("""() => { window.states = new Set(); const look = () => {
      states.add(document.querySelector('[data-handle]').getAttribute('aria-valuetext') + '|' +
        document.querySelector('h1').innerText); requestAnimationFrame(look); }; look(); }""")
    sent.clear()
    drag(page, 0.02, 0.94)
    page.wait_for_timeout(100)
    under_the_hand = page.evaluate(SEEN)
    assert sent == []
    assert page.url == start
    assert page.evaluate("window.states.size") >= 20  # days that were really shown, one after the other
    page.mouse.up()
    rests(page)
    assert query(page)["asof"] == ["2015-09-30"]
    # The server's answer changes nothing any more.
    assert differing(page.evaluate(SEEN), under_the_hand) == {}
    page.go_back()
    harness.settle(page)
    assert query(page)["asof"] == ["2011-05-26"]


def test_the_rail_by_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("/?lang=en", width=1366, height=768)
    ready(page)
    handle = page.locator("[data-handle]")
    handle.focus()
    for key, day in (
        ("ArrowRight", "30 Sep 2011"),
        ("ArrowLeft", "26 May 2011"),
        ("PageUp", "30 Sep 2012"),
        ("PageDown", "30 Sep 2011"),
        ("Home", "17 May 2003"),
        ("End", "21 Nov 2022"),
    ):
        page.keyboard.press(key)
        page.wait_for_function(
            "(day) => document.querySelector('[data-handle]').ariaValueText === day", arg=day
        )
    rests(page)
    assert query(page)["asof"] == ["2022-11-21"]
    assert handle.get_attribute("role") == "slider"


def test_who_saves_data_asks_for_no_stops_and_the_rail_asks_for_each_day(open_page: OpenPage) -> None:
    page = open_page("/?lang=en&groups=2551-central-1", width=1366, height=768, saves=True)
    page.wait_for_timeout(100)
    asked = page.evaluate("window.testLine.asked")
    page.wait_for_timeout(2500)  # an ordinary page asks every second and a half until the stops are there
    assert page.evaluate("window.testLine.asked") == asked
    page.locator("[data-handle]").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**asof=2011-09-30*")
    harness.settle(page)
    assert "30 Sep 2011" in page.locator("h1").inner_text()


def test_a_key_pressed_while_the_server_works_is_not_lost(open_page: OpenPage) -> None:
    page = open_page("/?lang=en", width=1366, height=768)
    ready(page)
    page.locator("[data-handle]").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => window.stiStage.hand.asked")
    page.keyboard.press("ArrowLeft")
    rests(page)
    assert query(page)["asof"] == ["2011-05-26"]
    assert page.locator("[data-handle]").get_attribute("aria-valuetext") == "26 May 2011"


def test_space_plays_from_the_beginning_and_pauses(open_page: OpenPage) -> None:
    page = open_page("/", width=1366, height=768)
    ready(page)
    page.locator("[data-speed]").click()
    page.locator("[data-speed]").click()
    assert page.locator("[data-speed]").inner_text() == "4×"
    page.locator("[data-handle]").focus()
    page.evaluate("""() => { const handle = document.querySelector('[data-handle]'); window.stops = [];
      new MutationObserver(() => stops.push(handle.ariaValueNow)).observe(handle, {attributeFilter: ['aria-valuenow']}); }""")
    page.keyboard.press("Space")
    expect(page.locator(".sti-rail.playing")).to_have_count(1)
    page.wait_for_function("() => window.stops.length")
    assert page.evaluate("window.stops[0]") == "1"  # whatever it has come to since
    page.wait_for_function("() => Number(document.querySelector('[data-handle]').ariaValueNow) > 8")
    page.keyboard.press("Space")
    at = page.locator("[data-handle]").get_attribute("aria-valuetext")
    rests(page)
    expect(page.locator(".sti-rail.playing")).to_have_count(0)
    assert page.locator("[data-handle]").get_attribute("aria-valuetext") == at


@pytest.fixture(scope="module")
def own() -> Iterator[harness.Server]:
    with harness.serving() as running:
        yield running


@pytest.mark.parametrize("path", TWINS)
def test_a_step_is_painted_while_the_server_is_silent(path: str, reader: Reader, own: harness.Server) -> None:
    page = reader.open(f"{path}?lang=en&asof=2012-09-30", server=own)
    ready(page)
    before = page.evaluate(SEEN)
    os.kill(own.process.pid, signal.SIGSTOP)
    try:
        page.locator(".st-key-asof_on button").focus()
        page.keyboard.press("Enter")
        ahead = page.evaluate(SEEN)
        assert "asof=2012-09-30" in page.url
    finally:
        os.kill(own.process.pid, signal.SIGCONT)
    page.wait_for_function("() => !location.search.includes('asof=2012-09-30')")
    rests(page)
    assert ahead["parts"] != before["parts"]
    assert differing(page.evaluate(SEEN), ahead) == {}


def test_a_step_that_is_never_answered_is_taken_back(reader: Reader) -> None:
    with harness.serving() as gone:
        page = reader.open("/coverage?asof=2012-09-30", server=gone)
        ready(page)
        before = page.evaluate(SEEN)
        os.kill(gone.process.pid, signal.SIGSTOP)
        page.locator("[data-handle]").focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        assert page.evaluate(SEEN)["parts"] != before["parts"]
        os.kill(gone.process.pid, signal.SIGKILL)
        page.wait_for_function(RESTS)
        after = page.evaluate(SEEN)
        assert (after["parts"], after["fills"], after["handle"]) == (
            before["parts"],
            before["fills"],
            before["handle"],
        )
        page.context.close()
        reader.watch.problems.clear()  # the connection broke, as it was meant to


def test_pointer_and_keyboard_hear_the_same_of_an_area(open_page: OpenPage) -> None:
    page = open_page("/", width=1366, height=768)
    page.wait_for_selector(".sti-glass .options")
    place = page.evaluate(
        """() => { const o = [...document.querySelectorAll('.sti-glass [role=option]')]
          .find((e) => e.getAttribute('aria-label').startsWith('แม่ฮ่องสอน')); const b = o.getBoundingClientRect();
          return [b.x + b.width / 3, b.y + b.height / 4]; }"""
    )
    page.mouse.move(*place)
    page.wait_for_selector(".sti-tip:not([hidden])")
    told = page.locator(
        ".sti-tip > :not(.sti-past)"
    ).all_inner_texts()  # the line over the years has words of its own
    assert told[:3] == ["แม่ฮ่องสอน", "ภาคเหนือตอนบน 1", "ยังไม่มีผู้แทน"]
    assert "ตั้งแต่ 21 ธ.ค. 2552" in told[3]
    heard = page.locator(".sti-glass [role=option][aria-label^=แม่ฮ่องสอน]").get_attribute("aria-label")
    assert heard == ", ".join(told)


def test_by_keyboard_from_area_to_neighbour_into_its_card_and_out(open_page: OpenPage) -> None:
    page = open_page("/?area=50", width=1366, height=768)
    page.wait_for_selector(".sti-glass .options")
    page.locator(".sti-glass").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    active = page.locator(".sti-glass").get_attribute("aria-activedescendant")
    assert "แม่ฮ่องสอน" in (page.locator(f"#{active}").get_attribute("aria-label") or "")
    page.keyboard.press("Enter")
    page.wait_for_url("**area=58*")
    page.wait_for_selector(".sti-card[data-card='58']")
    assert page.locator(".sti-card h2").inner_text().startswith("แม่ฮ่องสอน")
    expect(page.locator(".sti-card .ways a")).to_have_count(2)
    page.keyboard.press("Escape")
    page.wait_for_selector(".sti-card", state="detached")
    assert "area" not in query(page)


def test_a_chosen_group_is_shown_close_and_all_speaks_of_it_alone(open_page: OpenPage) -> None:
    page = open_page("/", width=1366, height=768)
    page.wait_for_selector(".sti-glass .names", state="attached")
    page.locator(".sti-rows .what a", has_text="ภาคเหนือตอนล่าง 2").click()
    page.wait_for_url("**groups=2551-lower-north-2*")
    harness.settle(page)
    page.wait_for_selector(".sti-glass .names .within")
    assert sorted(page.locator(".sti-glass .names .within").all_text_contents()) == [
        "กำแพงเพชร", "นครสวรรค์", "พิจิตร", "อุทัยธานี",
    ]  # fmt: skip
    assert page.locator(".sti-glass .names .near").count() > 0
    assert "2 จาก 4 จังหวัด" in page.locator("h1").inner_text()
    expect(page.locator(".sti-rows li")).to_have_count(4)
    page.locator(".st-key-place [data-tag] button").click()
    page.wait_for_url(lambda url: "groups=" not in url)
    harness.settle(page)
    assert "61 จาก 76 จังหวัด" in page.locator("h1").inner_text()


@pytest.mark.parametrize("typed", ["1/7/2553", "1 July 2010", "๑ ก.ค. ๒๕๕๓"])
def test_any_day_can_be_typed(typed: str, open_page: OpenPage) -> None:
    page = open_page("/", width=1366, height=768)
    box = page.locator(".st-key-asof input")
    box.click()
    box.fill(typed)
    page.keyboard.press("Enter")
    page.wait_for_url("**asof=2010-07-01*")
    harness.settle(page)
    assert "ณ 1 ก.ค. 2553" in page.locator("h1").inner_text()


def test_the_legend_leaves_its_class_and_marks_that_of_the_area_meant(open_page: OpenPage) -> None:
    page = open_page("/coverage?lang=en&area=58")
    faded = """(n) => [...document.querySelectorAll('.st-key-map g.choropleth:first-child path')]
      .filter((path) => getComputedStyle(path).opacity < 0.5).length === n"""
    page.wait_for_selector(".sti-glass .names", state="attached")
    item = page.locator("[data-part=legend] li", has_text="No representative yet")
    marked = r"""() => [...document.querySelectorAll('[data-part=legend] li')]
      .filter((item) => getComputedStyle(item).boxShadow !== 'none').map((item) => item.innerText.replace(/\s+/g, ' '))"""
    assert page.evaluate(marked) == ["No representative yet 15"]  # Mae Hong Son, which is chosen, has none
    item.hover()
    page.wait_for_function(faded, arg=77 - 15)
    page.locator("h1").hover()
    page.wait_for_function(faded, arg=0)
    item.focus()
    page.wait_for_function(faded, arg=77 - 15)
    page.locator(".sti-glass").focus()
    page.wait_for_function(faded, arg=0)
    page.keyboard.press("ArrowRight")
    for _ in range(5):  # on to an area that has one: its class is marked beside that of the chosen
        if "Has a representative" in page.locator(".sti-tip").inner_text():
            break
        page.keyboard.press("ArrowRight")
    assert page.evaluate(marked) == ["Has a representative 61", "No representative yet 15"]


def test_what_an_area_was_over_the_years_stands_in_what_hovers_and_on_its_card(reader: Reader) -> None:
    page = reader.open("/?area=38")
    ready(page)
    bars = "() => [...document.querySelectorAll('%s .sti-past rect')].map((one) => one.getAttribute('fill'))"
    fills = {
        item.inner_text().split()[0]: item.locator(".sti-key").evaluate(
            "(e) => e.style.getPropertyValue('--fill')"
        )
        for item in page.locator(".sti-stage-legend li:has(.sti-key)").all()
    }
    # Bueng Kan became a province on 23 March 2554; before that it has no colour.
    assert page.evaluate(bars % ".sti-card") == [fills["ยังไม่มีผู้แทน"], fills["มีผู้แทน"]]
    page.locator(".sti-glass").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".sti-tip .sti-past")
    told = page.locator(".sti-glass [role=option].at")
    assert told.get_attribute("aria-label").startswith("บึงกาฬ")
    assert told.get_attribute("aria-description") == "23 มี.ค. 2554 ยังไม่มีผู้แทน; 18 มิ.ย. 2555 มีผู้แทน"
    assert page.evaluate(bars % ".sti-tip") == [fills["ยังไม่มีผู้แทน"], fills["มีผู้แทน"]]
    page.goto(page.url.replace("?", "?period=open&since=2009-12-21&"))
    harness.settle(page)
    page.locator(".sti-glass").focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector(".sti-tip b")
    assert page.locator(".sti-past").count() == 0  # over a period its own map tells what changed
