"""In a real browser: the network drops, the server is started anew, the disk is full, the store is gone, clocks differ."""

import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from data import records as files
from data.store.store import Store
from tests import tiny
from tests.browser import harness

pytestmark = pytest.mark.browser
VIEW = "/coverage?asof=2009-06-30&level=group&evidence=documented"
PLAN = {"plan_id": "p1", "province_code": "50", "source_id": "sample"}
CONNECTED = "[data-testid=stApp][data-test-connection-state=CONNECTED]"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with two releases."""
    store = Store(tmp_path_factory.mktemp("faults") / "store")
    first = store.seed(files.FACTS, files.SAMPLE)
    store.publish({"plans": tiny.frame("plans", [PLAN])}, author="a", note="", expected=first.release_id)
    return store


@pytest.fixture(scope="module")
def server(store: Store) -> Iterator[harness.Server]:
    """A server whose clock stands fourteen hours before Greenwich, where it is already tomorrow."""
    with harness.serving(env={"STI_STORE": store.root, "TZ": "Pacific/Kiritimati"}) as running:
        yield running


def opened(browser: Browser, url: str, zone: str = "Asia/Bangkok") -> Page:
    """Open an address in a browser of its own in this zone."""
    page = browser.new_context(
        viewport={"width": 1440, "height": 1000}, locale="th-TH", timezone_id=zone
    ).new_page()
    page.set_default_timeout(20_000)
    page.goto(url)
    harness.settle(page)
    return page


def view(page: Page) -> tuple[dict[str, list[str]], str, str, int]:
    """Return what the reader has chosen, as address, control, heading and painted areas show it."""
    query = parse_qs(urlsplit(page.url).query)
    asof = page.locator(".st-key-asof input").first.input_value()
    return query, asof, page.locator("h1").inner_text(), harness.areas_painted(page)


def step(page: Page) -> None:
    """Step on to the next day and wait for it."""
    before = page.url
    page.locator(".st-key-asof_on button").click()
    page.wait_for_function("(old) => location.href !== old", arg=before)
    harness.settle(page)


def wait_for_run(page: Page, server: harness.Server) -> None:
    """Wait until a server has drawn a page; what is shown until then is the old one."""
    for _ in range(400):
        if "sti.runs: run page=coverage" in server.said():
            return
        page.wait_for_timeout(100)
    raise AssertionError(server.said())


class Line:
    """The network between browser and server, which can be cut and mended."""

    def __init__(self, server: harness.Server) -> None:
        self.to, self.port, self.is_cut = server.port, harness.free_port(), False
        self._open: set[socket.socket] = set()
        self._door = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._serve, daemon=True).start()

    def cut(self) -> None:
        """Drop every connection and take no new one."""
        self.is_cut = True
        for end in list(self._open):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Take the line down."""
        self._door.close()
        self.cut()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                near = self._door.accept()[0]
                if self.is_cut:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.to))
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        self._open |= {one, other}
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def test_after_the_network_dropped_the_view_is_still_there_and_goes_on(
    browser: Browser, server: harness.Server
) -> None:
    with closing(Line(server)) as line:
        page = opened(browser, f"http://127.0.0.1:{line.port}{VIEW}")
        step(page)
        before = view(page)
        assert before[0]["asof"] != ["2009-06-30"]
        page.evaluate("window.before = true")
        line.cut()
        page.wait_for_selector(CONNECTED, state="detached")
        assert view(page) == before  # what was read stays readable
        line.is_cut = False
        page.wait_for_selector(CONNECTED, timeout=60_000)
        harness.settle(page)
        assert view(page) == before
        assert page.evaluate("window.before")  # the same page: what was typed or opened in it is not lost
        step(page)
        after = view(page)
        assert after[0] == before[0] | {"asof": after[0]["asof"]}
        assert after[1] != before[1]
        page.context.close()


def test_after_a_new_start_of_the_server_the_view_comes_back_from_the_address(
    browser: Browser, store: Store
) -> None:
    env = {"STI_STORE": store.root, "STI_LOG_LEVEL": "debug"}
    with harness.serving(env=env) as first:
        page = opened(browser, first.url + VIEW)
        step(page)
        before = view(page)
    page.wait_for_selector(CONNECTED, state="detached")
    with harness.serving(env=env, port=first.port) as second:
        page.wait_for_selector(CONNECTED, timeout=60_000)
        wait_for_run(page, second)
        harness.settle(page)
        assert view(page) == before
        step(page)
        assert view(page)[0] == before[0] | {"asof": view(page)[0]["asof"]}
        page.context.close()


@contextmanager
def no_room(server: harness.Server, most_bytes: int = 100) -> Iterator[None]:
    """Let the server write no file beyond so many bytes: the system says so as it says that a disk is full."""
    before = resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (most_bytes, before[1]))
    try:
        yield
    finally:
        resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, before)


def restore(page: Page, answer: str) -> str:
    """Publish the release before once more on the page of the history, and return what is said of this kind."""
    form = page.locator("[data-testid=stForm]").last  # the one before it pins a release
    form.get_by_label("เหตุผล").fill("ทดสอบ")
    form.locator("[data-testid=stFormSubmitButton] button").click()
    page.wait_for_selector(f"[data-testid=stAlertContent{answer}]")
    harness.settle(page)
    return page.locator(f"[data-testid=stAlertContent{answer}]").inner_text()


def test_on_a_full_disk_nothing_is_published_and_the_officer_is_told_why(
    browser: Browser, server: harness.Server, store: Store
) -> None:
    page = opened(browser, f"{server.url}/data?part=history")
    before = Store(store.root).history()
    with no_room(server):
        assert "พื้นที่จัดเก็บเต็ม" in restore(page, "Error")
    assert Store(store.root).history() == before
    page.reload()
    harness.settle(page)
    expect(page.locator("[data-testid=stAlert]")).to_have_count(0)
    assert before[0].release_id in page.locator("footer.sti-foot").inner_text()
    page.context.close()


def test_on_a_store_that_is_gone_nothing_is_published_and_page_and_officer_are_told(
    browser: Browser, server: harness.Server, store: Store
) -> None:
    page = opened(browser, f"{server.url}/data?part=history")
    before = Store(store.root).history()
    folder = Path(store.root)
    folder.rename(folder.with_name("away"))
    page.wait_for_timeout(2500)  # the next look at the store
    try:
        assert "ยังเผยแพร่ข้อมูลไม่ได้" in restore(page, "Warning")
        assert not folder.exists()
        warning = page.locator("[data-testid=stAlertContentWarning]")
        page.reload()
        harness.settle(page)
        expect(warning).to_contain_text("อาจไม่ใช่รุ่นล่าสุด")
        assert before[0].release_id in page.locator("footer.sti-foot").inner_text()
    finally:
        folder.with_name("away").rename(folder)
    page.wait_for_timeout(2500)
    page.reload()
    harness.settle(page)
    expect(warning).to_have_count(0)
    assert Store(store.root).history() == before
    page.context.close()


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_day_figures_and_times_are_those_of_thailand_wherever_server_and_browser_stand(
    browser: Browser, server: harness.Server, store: Store, zone: str
) -> None:
    page = opened(browser, f"{server.url}/?asof=2011-05-26", zone)
    query, asof, heading, areas = view(page)
    assert (query["asof"], asof, areas) == (["2011-05-26"], "26 พ.ค. 2554 · วันที่มีตัวเลขทางการ", 77)
    assert "61" in heading
    page.goto(f"{server.url}/data")
    harness.settle(page)
    current = Store(store.root).current()
    assert current is not None
    assert (
        f"{current.published_at + timedelta(hours=7):%H:%M} น."
        in page.locator("[data-testid=stMain]").inner_text()
    )
    page.context.close()
