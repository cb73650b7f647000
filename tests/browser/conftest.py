"""One server, one browser; every page that a test opens is watched."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import harness
from tests.browser.relay import Relay

expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def server() -> Iterator[harness.Server]:
    """The dashboard, served for the whole session."""
    with harness.serving() as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A chromium for the whole session."""
    with sync_playwright() as playwright:
        started = harness.chromium(playwright)
        yield started
        started.close()


class Reader:
    """Somebody at a browser. `open` gives a page that has come to rest; `watch` knows what it did.

    Their browser saves data unless a test is about the stops of the rail (`saves`): no page then asks for them.
    """

    saves = True

    def __init__(self, browser: Browser, server: harness.Server) -> None:
        self.browser = browser
        self.server = server
        self.watches: list[harness.Watch] = []
        self._contexts: list[object] = []

    def open(
        self, path: str = "/", *, server: harness.Server | None = None, wait: bool = True, **settings: object
    ) -> Page:
        """Open a path in a fresh browser context; `settings` are those of `harness.context`."""
        served = server or self.server
        context = harness.context(self.browser, **{"saves": self.saves, **settings})  # type: ignore[arg-type]
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        watch = harness.Watch(host=f"127.0.0.1:{served.port}")
        watch.attach(page)
        self.watches.append(watch)
        page.goto(served.url + path)
        if wait:
            harness.settle(page)
        return page

    @property
    def watch(self) -> harness.Watch:
        """What the page opened last did."""
        return self.watches[-1]

    def leave(self) -> list[str]:
        """Close everything and return what went wrong in any page."""
        # Said before closing: a fetch that closing cuts short is no fault of the page.
        problems = [problem for watch in self.watches for problem in watch.problems]
        for context in self._contexts:
            context.close()  # type: ignore[attr-defined]
        return problems


@pytest.fixture
def reader(browser: Browser, server: harness.Server) -> Iterator[Reader]:
    """A reader whose pages must stay on this host, without a failed request and without a console error."""
    somebody = Reader(browser, server)
    yield somebody
    assert somebody.leave() == []


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(reader: Reader) -> OpenPage:
    """Open a path as `Reader.open` does."""
    return reader.open


@pytest.fixture
def line(server: harness.Server) -> Iterator[Relay]:
    """A line to the server, quick until a test slows it down."""
    with Relay(server.port).running() as relay:
        yield relay
