"""On a slow line no act is lost, the order is kept, and none undoes the next."""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Reader
from playwright.sync_api import Page, expect

from tests.browser import harness, test_planner_tasks
from tests.browser.relay import Relay, behind

pytestmark = pytest.mark.browser
SLOW, VERY_SLOW = 0.8, 2.0
START = "?asof=2011-05-26&lang=en&era=ce"


@pytest.fixture
def line(server: harness.Server) -> Iterator[Relay]:
    """A line to the server, quick until a test slows it down."""
    with Relay(server.port).running() as relay:
        yield relay


def query(page: Page) -> dict[str, str]:
    """Return the query of the page's address, one value each."""
    return {name: ",".join(values) for name, values in parse_qs(urlsplit(page.url).query).items()}


def press(key: str) -> Callable[[Page], None]:
    """Return the act of pressing a button."""
    return lambda page: page.locator(f".st-key-{key} button").first.click()


def segment(key: str, label: str) -> Callable[[Page], None]:
    """Return the act of choosing a segment."""
    return lambda page: page.locator(f".st-key-{key} button", has_text=label).click()


def option(key: str, label: str) -> Callable[[Page], None]:
    """Return the act of choosing from a list."""

    def act(page: Page) -> None:
        page.locator(f".st-key-{key} input").first.click()
        page.locator("[role=option]", has_text=label).first.click()

    return act


def at_rest(page: Page, line: Relay) -> None:
    """Wait until everything under way has arrived."""
    harness.settle(page, quiet_ms=int(2600 * (line.delay + line.jitter)) + 600, timeout_ms=90_000)


@pytest.mark.parametrize(("delay", "jitter"), [(SLOW, 0.0), (VERY_SLOW, 0.5)], ids=["0.8s", "2s-uneven"])
@pytest.mark.parametrize(
    ("acts", "wanted"),
    [
        ((segment("level", "Group"), option("evidence", "Documented")), {"level": "group", "evidence": "documented"}),
        ((press("asof_on"), segment("level", "Group")), {"asof": "2011-09-30", "level": "group"}),
        ((press("asof_back"),) * 3, {"asof": "2011-03-14"}),
        ((segment("level", "Group"), segment("level", "Province"), segment("lang", "ไทย")), {"level": None, "lang": None}),
    ],
    ids=["two-choices", "step-then-choice", "three-steps", "there-and-back"],
)  # fmt: skip
def test_quick_acts_all_count(
    acts: tuple[Callable[[Page], None], ...],
    wanted: dict[str, str | None],
    delay: float,
    jitter: float,
    line: Relay,
    server: harness.Server,
    reader: Reader,
) -> None:
    page = reader.open(f"/{START}", server=behind(server, line))
    line.delay, line.jitter = delay, jitter
    for act in acts:
        act(page)
        page.wait_for_timeout(150)
    at_rest(page, line)
    found = query(page)
    assert {name: found.get(name) for name in wanted} == wanted


def test_two_quick_acts_count_on_every_page(line: Relay, server: harness.Server, reader: Reader) -> None:
    """A step of the day where the page has one, else the era; then, at once, the other language."""
    page = reader.open(f"/{START}", server=behind(server, line))
    lost = []
    for name, path in harness.PAGES.items():
        if name == "present":  # has no head; its own keys are walked below
            continue
        more = {"area": "&area=33", "compare": "&areas=33&areas=50"}.get(name, "")
        line.delay = 0.0
        page.goto(f"http://127.0.0.1:{line.port}{path}{START}{more}")
        harness.settle(page)
        step = page.locator(".st-key-asof_on button").first
        steps = step.count() > 0 and step.is_visible()
        line.delay = SLOW
        (press("asof_on") if steps else segment("era", "BE"))(page)
        page.wait_for_timeout(150)
        segment("lang", "ไทย")(page)
        at_rest(page, line)
        found = query(page)
        if found.get("lang") or (found.get("asof") != "2011-09-30" if steps else found.get("era")):
            lost.append((name, found))
    assert lost == []


def test_present_goes_on_at_once_and_the_address_follows(
    line: Relay, server: harness.Server, reader: Reader
) -> None:
    page = reader.open(f"/present{START}", server=behind(server, line))
    line.delay, line.jitter = SLOW, 0.3
    for number in (2, 3, 4):
        page.keyboard.press("ArrowRight")
        page.locator(f"[data-slide='{number}']").wait_for(state="visible", timeout=1000)
    at_rest(page, line)
    assert query(page)["slide"] == "4"
    assert page.locator("[data-slide='4']").is_visible()


TASKS = (
    test_planner_tasks.test_which_provinces_of_a_group_had_no_project_in_a_phase_and_why,
    test_planner_tasks.test_compare_two_groups_at_the_end_of_a_phase_and_send_the_link,
    test_planner_tasks.test_five_institutions_can_be_added_and_the_tool_says_where,
)


@pytest.mark.parametrize("task", TASKS, ids=["gaps", "compare", "siting"])
def test_the_three_tasks_end_where_they_end_on_a_quick_line(
    task: Callable[..., None],
    line: Relay,
    server: harness.Server,
    reader: Reader,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The very walks of test_planner_tasks.py, by mouse, each answer two times 0.8 s away."""
    settle = harness.settle
    monkeypatch.setattr(harness, "settle", lambda page, **_: settle(page, quiet_ms=2700, timeout_ms=120_000))
    expect.set_options(timeout=60_000)

    def opened(path: str) -> Page:
        line.delay = 0.0
        page = reader.open(path, server=behind(server, line))
        page.set_default_timeout(60_000)
        line.delay = SLOW
        return page

    try:
        task(test_planner_tasks.Mouse, opened)
    finally:
        expect.set_options(timeout=5_000)
