"""Every page, Present and the planner's three tasks on a slow line: they end where they end on a quick one."""

from collections.abc import Callable

import pytest
from conftest import Reader
from playwright.sync_api import Page, expect

from tests.browser import harness, test_planner_tasks
from tests.browser.relay import Relay, behind
from tests.browser.test_slow_line import SLOW, START, at_rest, press, query, segment

pytestmark = pytest.mark.browser


def test_two_quick_acts_count_on_every_page(line: Relay, server: harness.Server, reader: Reader) -> None:
    """A step of the day where the page has one, else the era; then, at once, the other language."""
    page = reader.open(f"/{START}", server=behind(server, line))
    lost = []
    for name in harness.PAGES.keys() - {"present"}:  # which shows no controls: it has a test of its own
        path = harness.PAGES[name]
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
    expect(page.locator("[data-slide='4']")).to_be_visible()


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

    def arrived(page: Page, **how: int) -> None:
        if line.delay and not how:
            at_rest(page, line)
        else:
            settle(page, **how)

    monkeypatch.setattr(harness, "settle", arrived)
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
