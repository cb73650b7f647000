"""A figure in the page of somebody else: shown where that is allowed, refused where it is not, with the page's number."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import harness
from tests.browser.harness import Server

pytestmark = pytest.mark.browser
QUERY = "figure=map&lang=th&asof=2011-05-26"


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, Path]]:
    """Serve a folder from two origins of this machine; return both and the folder."""
    folder = tmp_path_factory.mktemp("foreign")
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), handler) for _ in range(2)]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield *(f"http://127.0.0.1:{server.server_address[1]}" for server in servers), folder
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="module")
def served(hosts: tuple[str, str, Path]) -> Iterator[Server]:
    """Serve the dashboard; only the first of the two origins may frame it."""
    with harness.serving(env={"STI_FRAMES": hosts[0]}) as server:
        yield server


def framed(
    browser: Browser, host: str, folder: Path, served: Server, query: str = QUERY, width: int = 900
) -> Page:
    """Open a page of another origin that frames a figure of ours and makes the frame as high as it asks for."""
    (folder / "index.html").write_text(
        f'<!doctype html><body style="margin:0"><iframe src="{served.url}/embed?{query}" style="width:100%;border:0">'
        "</iframe><script>addEventListener('message',e=>{if(e.data.type==='sti-embed')"
        "document.querySelector('iframe').style.height=e.data.height+'px'})</script>",
        encoding="utf-8",
    )
    page = harness.context(browser, width=width, height=900).new_page()
    page.goto(f"{host}/index.html")
    return page


def test_a_page_that_is_named_shows_the_figure_as_high_as_it_is_with_the_pages_number(
    browser: Browser, hosts: tuple[str, str, Path], served: Server
) -> None:
    page = framed(browser, hosts[0], hosts[2], served)
    frame = page.frame_locator("iframe")
    image = frame.locator("picture img")
    image.wait_for()
    page.wait_for_function("document.querySelector('iframe').offsetHeight > 400")
    assert frame.locator("html").evaluate("e => e.scrollHeight - e.clientHeight") == 0
    assert image.evaluate("e => e.complete && e.naturalWidth > 0 && e.currentSrc.includes('shape=wide')")
    title = frame.locator("h1").inner_text()
    link = frame.locator("p a").get_attribute("href")
    assert link == f"{served.url}/coverage?asof=2011-05-26"
    own = harness.context(browser).new_page()
    own.goto(link)
    harness.settle(own)
    assert own.locator(".st-key-stage h2").first.inner_text().startswith(title)  # a mark stands behind it
    assert "15" in title


def test_a_narrow_frame_gets_the_square_picture(
    browser: Browser, hosts: tuple[str, str, Path], served: Server
) -> None:
    page = framed(browser, hosts[0], hosts[2], served, width=390)
    image = page.frame_locator("iframe").locator("picture img")
    image.wait_for()
    page.wait_for_function("document.querySelector('iframe').offsetHeight > 300")
    assert image.evaluate("e => e.currentSrc.includes('shape=square')")


def test_a_page_that_is_not_named_shows_nothing_of_ours(
    browser: Browser, hosts: tuple[str, str, Path], served: Server
) -> None:
    refused: list[str] = []
    page = harness.context(browser).new_page()
    page.on("console", lambda message: refused.append(message.text))
    framed_page = framed(
        browser, hosts[0], hosts[2], served
    )  # writes the page; the other origin serves it too
    framed_page.close()
    page.goto(f"{hosts[1]}/index.html")
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in text for text in refused)
    assert page.frames[-1].url.startswith("chrome-error") or page.frames[-1].locator("h1").count() == 0


def test_no_page_of_the_dashboard_itself_can_be_framed_by_who_may_frame_figures(
    browser: Browser, hosts: tuple[str, str, Path], served: Server
) -> None:
    (hosts[2] / "whole.html").write_text(f'<iframe src="{served.url}/coverage"></iframe>', encoding="utf-8")
    refused: list[str] = []
    page = harness.context(browser).new_page()
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"{hosts[0]}/whole.html")
    page.wait_for_timeout(500)
    assert any("frame-ancestors" in text for text in refused)


def test_the_reader_copies_the_code_from_the_figures_footer(browser: Browser, served: Server) -> None:
    page = harness.context(browser).new_page()
    page.goto(f"{served.url}/coverage?lang=th&asof=2013-09-30")
    harness.settle(page)
    expect(page.locator("head link[type='application/json+oembed']")).to_have_count(1)
    page.locator(".st-key-map_take button").first.click()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("button[data-copy-code]:not([data-what])")
    button.wait_for()
    button.click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.includes('iframe'))")
    code = page.evaluate("navigator.clipboard.readText()")
    assert f'src="{served.url}/embed?figure=map&amp;asof=2013-09-30' in code


def test_the_page_to_try_the_interface_asks_no_other_host(browser: Browser, served: Server) -> None:
    page = harness.context(browser).new_page()
    watch = harness.Watch(served.url.removeprefix("http://"))
    watch.attach(page)
    page.goto(f"{served.url}/api/v1/try")
    page.locator(".opblock").first.wait_for()
    expect(page.locator(".opblock")).to_have_count(17)
    page.locator("#operations-measures-measured_measures__measure__get .opblock-summary-control").click()
    page.locator("#operations-measures-measured_measures__measure__get button.execute").click()
    page.locator(".live-responses-table .microlight", has_text="allocated").or_(
        page.locator(".live-responses-table .microlight", has_text="covered")
    ).first.wait_for()
    assert watch.problems == []
