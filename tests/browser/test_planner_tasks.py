"""Three tasks of a planner, step by step, with the mouse and with the keyboard alone; and the head's tools."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage
from playwright.sync_api import Locator, Page, expect
from test_browser_access import serious

from tests.browser import harness

pytestmark = pytest.mark.browser
FOCUSED = """() => { const e = document.activeElement; if (!e || e === document.body) return '';
  const keyed = e.closest('[class*=st-key-]');
  return keyed ? [...keyed.classList].find((c) => c.startsWith('st-key-')).slice(7) : e.tagName; }"""


def query(page: Page) -> dict[str, list[str]]:
    """Return the query of the page's address."""
    return parse_qs(urlsplit(page.url).query)


class Mouse:
    """Somebody who points and clicks, and types only into boxes."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def go(self, nav: str) -> None:
        self.page.locator("[data-testid=stTopNavLink]", has_text=nav).first.click()
        harness.settle(self.page)

    def choose(self, key: str, text: str) -> None:
        """Choose an option of a select box or add one to a multi-select."""
        box = self.page.locator(f".st-key-{key} input").first
        box.click()
        box.fill(text)
        listed = self.page.locator("[role=option]:not(path)")  # the areas of the map are options too
        expect(listed.first).to_contain_text(text)  # the list has been filtered
        listed.filter(has_text=text).first.click()
        harness.settle(self.page)

    def press(self, key: str, text: str) -> None:
        """Press a button, a pill or a switch."""
        place = self.page.locator(f".st-key-{key}")
        (place.locator("button", has_text=text) if text else place.locator("label")).first.click()
        harness.settle(self.page)

    def write(self, key: str, text: str) -> None:
        """Write a number into its box."""
        box = self.page.locator(f".st-key-{key} input").first
        box.fill(text)
        box.press("Enter")
        harness.settle(self.page)

    def copy_link(self) -> None:
        self.page.locator(".sti-menu summary").click()
        self.page.locator("[data-view=copy]").click()


class Keyboard(Mouse):
    """Somebody who never touches a mouse."""

    def tab_to(self, wanted: Callable[[], bool], what: str, most: int = 120) -> None:
        """Press Tab until the focus is where it is wanted."""
        for _ in range(most):
            if wanted():
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{what} is not reached with Tab")

    def key(self, key: str) -> None:
        self.tab_to(lambda: self.page.evaluate(FOCUSED) == key, key)

    def on(self, place: Locator, what: str) -> None:
        self.tab_to(lambda: bool(place.evaluate("e => e === document.activeElement")), what)

    def go(self, nav: str) -> None:
        self.on(self.page.locator("[data-testid=stTopNavLink]", has_text=nav).first, nav)
        self.page.keyboard.press("Enter")
        harness.settle(self.page)

    def choose(self, key: str, text: str) -> None:
        self.on(self.page.locator(f".st-key-{key} input").first, key)
        self.page.keyboard.type(text)
        self.page.locator("[role=option]", has_text=text).first.wait_for()
        self.page.keyboard.press("Enter")
        harness.settle(self.page)

    def press(self, key: str, text: str) -> None:
        place = self.page.locator(f".st-key-{key}")
        target = (place.locator("button", has_text=text) if text else place.locator("input")).first
        self.key(key)
        for _ in range(place.locator("button").count()):  # inside a row of choices the arrows walk
            if target.evaluate("e => e === document.activeElement"):
                break
            self.page.keyboard.press("ArrowRight")
        assert target.evaluate("e => e === document.activeElement"), text
        self.page.keyboard.press("Space")
        harness.settle(self.page)

    def write(self, key: str, text: str) -> None:
        self.on(self.page.locator(f".st-key-{key} input").first, key)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")
        harness.settle(self.page)

    def copy_link(self) -> None:
        self.on(self.page.locator(".sti-menu summary"), "the views")
        self.page.keyboard.press("Enter")
        self.on(self.page.locator("[data-view=copy]"), "copy the link")
        self.page.keyboard.press("Enter")


HANDS = pytest.mark.parametrize("hand", [Mouse, Keyboard], ids=["mouse", "keyboard"])


@HANDS
def test_which_provinces_of_a_group_had_no_project_in_a_phase_and_why(
    hand: type[Mouse], open_page: OpenPage
) -> None:
    page = open_page("/")
    planner = hand(page)
    planner.choose("asof", "30 ก.ย. 2555")
    planner.choose("place", "ภาคเหนือตอนบน 2")
    planner.press("gap", "ไม่มีโครงการในระยะ")
    planner.choose("phase", "ระยะที่ 3")
    card = page.locator(".st-key-card_gaps")
    # Nobody is left in this group, and that is an answer too; in the group beside it somebody is.
    expect(card).to_contain_text("ทั้ง 4 จังหวัดมีโครงการในระยะที่ 3 แล้ว")
    planner.choose("place", "ภาคเหนือตอนบน 1")
    expect(card).to_contain_text("1 จาก 8 จังหวัดยังไม่มีโครงการในระยะที่ 3")
    harness.settle(page)
    # the way to amend the row stands below what it says
    cells = [cell.strip().partition("\n")[0] for cell in card.locator("tbody tr td").all_inner_texts()]
    assert cells == [
        "แม่ฮ่องสอน",
        "ภาคเหนือตอนบน 1",
        "มีโครงการเฉพาะในระยะอื่น",
        "1 ต.ค. 2554",
        "สถาบันเครือข่ายที่ใกล้ที่สุด เชียงใหม่ (69 กม.)",
        "สมมติ",
    ]
    assert query(page) == {
        "asof": ["2012-09-30"],
        "since": ["2010-05-26"],
        "groups": ["2551-upper-north-1", "2551-upper-north-2"],  # in their own order, whichever came first
        "phase": ["phase-3"],
        "gap": ["no_project_in_phase"],
    }


@HANDS
def test_compare_two_groups_at_the_end_of_a_phase_and_send_the_link(
    hand: type[Mouse], open_page: OpenPage
) -> None:
    page = open_page("/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    planner = hand(page)
    planner.go("เปรียบเทียบ")
    planner.choose("areas", "ภาคตะวันออกเฉียงเหนือตอนล่าง 1")
    planner.choose("areas", "ภาคตะวันออกเฉียงเหนือตอนล่าง 2")
    planner.choose("asof", "30 ก.ย. 2554")
    page.wait_for_function("() => location.search.includes('asof=2011-09-30')")
    harness.settle(page)
    said = page.locator("h1").inner_text()
    planner.copy_link()
    page.locator(".sti-menu [role=status]", has_text="คัดลอกแล้ว").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    parts = urlsplit(link)
    assert parts.path == "/compare"
    assert parse_qs(parts.query)["areas"] == ["2551-lower-northeast-1", "2551-lower-northeast-2"]
    assert parse_qs(parts.query)["asof"] == ["2011-09-30"]
    received = open_page(f"{parts.path}?{parts.query}")
    assert received.locator("h1").inner_text() == said
    assert "ตอนล่าง 1" in said or "ตอนล่าง 2" in said


@HANDS
def test_five_institutions_can_be_added_and_the_tool_says_where(
    hand: type[Mouse], open_page: OpenPage
) -> None:
    page = open_page("/")
    planner = hand(page)
    planner.go("ผู้แทน")
    planner.press("siting_open", "")
    planner.write("k", "5")
    places = page.locator(".sti-sites li")
    expect(places).to_have_count(5)
    assert [place.locator(".gain b").inner_text() for place in places.all()] == [
        "+4 จังหวัด", "+2 จังหวัด", "+1 จังหวัด", "+1 จังหวัด", "+1 จังหวัด",
    ]  # fmt: skip
    assert "สะสม 9 จาก 15" in places.last.inner_text()
    planner.press("siting_more", "")
    expect(page.locator(".st-key-siting_curve .bars path")).to_have_count(15)
    planner.write("k", "15")
    expect(places).to_have_count(11)
    page.wait_for_function("() => location.search.includes('k=15')")
    assert query(page)["k"] == ["15"]
    assert query(page)["next"] == ["open"]
    page.reload()
    harness.settle(page)
    expect(page.locator(".sti-sites li")).to_have_count(11)


def test_the_tools_controls_rerun_neither_the_page_nor_its_maps(open_page: OpenPage) -> None:
    page = open_page("/coverage?next=open")
    page.wait_for_selector(".sti-glass .names", state="attached")  # drawn once before anything is counted
    harness.settle(page)
    page.evaluate("document.querySelector('.st-key-map').dataset.mark = 'same'")
    page.evaluate("""() => { window.changes = 0; new MutationObserver((seen) => { window.changes += seen.length; })
      .observe(document.querySelector('.st-key-map'), {subtree: true, childList: true, attributes: true}); }""")
    page.locator(".st-key-k button").last.click()
    page.wait_for_function("() => location.search.includes('k=6')")
    harness.settle(page)
    expect(page.locator(".sti-sites li")).to_have_count(6)
    assert page.evaluate("window.changes") == 0
    page.go_back()
    expect(page.locator(".sti-sites li")).to_have_count(5)


def test_the_list_of_gaps_can_be_taken_away(open_page: OpenPage) -> None:
    page = open_page("/coverage?gap=no_representative&groups=2551-upper-northeast-1")
    with page.expect_download() as waiting:
        page.locator(".st-key-gaps_csv button").click()
    name = (
        "sti-gaps-no_representative-2551-upper-northeast-1-2011-05-26-th.csv"  # another group, another name
    )
    assert waiting.value.suggested_filename == name
    content = Path(waiting.value.path()).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    assert "บึงกาฬ" in content.decode()


def test_the_search_opens_with_a_key_and_goes_where_the_arrow_points(open_page: OpenPage) -> None:
    page = open_page("/workshops?evidence=documented")
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.type === 'search'")
    page.keyboard.type("ubon rat")
    page.locator(".sti-hits a").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/area*")
    harness.settle(page)
    assert query(page)["area"] == ["34"]
    assert query(page)["evidence"] == ["documented"]
    assert "อุบลราชธานี" in page.locator("h1").inner_text()
    expect(page.locator("[data-testid=stPopoverBody]")).to_have_count(0)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_heads_tools_never_lie_over_the_navigation(lang: str, open_page: OpenPage) -> None:
    page = open_page(f"/?lang={lang}", width=1440, height=800)
    for width in (1440, 1024, 390):
        page.set_viewport_size({"width": width, "height": 800})
        harness.settle(page)
        left = page.locator(".st-key-switches").bounding_box()
        assert left is not None
        links = page.locator("[data-testid=stTopNav] > *, [data-testid=stExpandSidebarButton]").all()
        boxes = [box for link in links if link.is_visible() and (box := link.bounding_box())]
        assert boxes
        assert max(box["x"] + box["width"] for box in boxes) <= left["x"], width


def test_views_are_kept_in_the_browser_and_travel_as_a_file(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/coverage?asof=2009-06-30&groups=2551-east")
    page.locator(".sti-menu summary").click()
    page.locator(".sti-menu input[type=text]").fill("ตะวันออก <b>2552</b>")
    page.keyboard.press("Enter")
    saved = page.locator(".sti-panel li a")
    assert saved.all_inner_texts() == ["ตะวันออก <b>2552</b>"]
    page.evaluate("document.querySelector('.st-key-stage_ahead button').click()")  # as the page does
    with page.expect_download() as waiting:
        page.locator("[data-view=export]").click()
    held = json.loads(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert held["views"] == [
        {"name": "ตะวันออก <b>2552</b>", "page": "coverage", "query": urlsplit(page.url).query}
    ]
    page.reload()
    harness.settle(page)
    page.locator(".sti-menu summary").click()
    page.locator(".sti-panel li button").click()
    expect(page.locator(".sti-panel li a")).to_have_count(0)
    held["views"].append({"name": "elsewhere", "page": "//evil.example/", "query": ""})
    (tmp_path / "views.json").write_text(json.dumps(held), encoding="utf-8")
    page.locator(".sti-menu input[type=file]").set_input_files(tmp_path / "views.json")
    page.locator(".sti-menu [role=status]", has_text="นำเข้าแล้ว").wait_for()
    expect(saved).to_have_count(1)  # the address that is none of ours is left out
    page.locator("[data-testid=stTopNavLink]", has_text="การประชุม").click()
    harness.settle(page)
    page.locator(".sti-menu summary").click()
    saved.click()
    page.wait_for_url("**/coverage*")
    harness.settle(page)
    assert query(page)["groups"] == ["2551-east"]
    expect(page.locator(".sti-panel")).not_to_be_visible()


def test_a_file_that_holds_no_views_is_refused_calmly(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_page("/")
    page.locator(".sti-menu summary").click()
    (tmp_path / "views.json").write_text("[1, 2", encoding="utf-8")
    page.locator(".sti-menu input[type=file]").set_input_files(tmp_path / "views.json")
    page.locator(".sti-menu [role=status]", has_text="อ่านไฟล์นี้ไม่ได้").wait_for()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious_in_the_open_tools(dark: bool, open_page: OpenPage) -> None:
    page = open_page("/coverage?next=open&gap=all", dark=dark)
    page.locator(".st-key-siting_more label").click()
    page.locator(".st-key-siting_curve .bars path").first.wait_for()
    harness.settle(page)
    assert serious(page) == []
    page.locator(".sti-menu summary").click()
    assert serious(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.wait_for_function("() => document.activeElement.type === 'search'")
    page.keyboard.type("chiang")
    page.locator(".sti-hits a").first.wait_for()
    assert serious(page) == []
