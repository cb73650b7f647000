"""A page can reach its own server only, and a file that was made for one reader is nobody else's."""

import re
import socket
import urllib.error
import urllib.request

import pytest
from conftest import Reader
from playwright.sync_api import Browser, expect

from tests.browser import harness
from tests.browser.test_sign_in import EDITOR, LIMITED, guarded, signed_in, store_folder  # noqa: F401

pytestmark = pytest.mark.browser
TRY = """(url) => new Promise((done) => {
  let why = '';
  document.addEventListener('securitypolicyviolation', (event) => { why = event.effectiveDirective; });
  const end = (how) => setTimeout(() => done([how, why]), 300);
  try {
    const line = new WebSocket(url);
    line.onopen = () => end('open');
    line.onerror = () => end('refused');
  } catch { end('refused'); }
})"""


def test_a_websocket_to_another_port_of_this_machine_is_refused(reader: Reader) -> None:
    page = reader.open("/?lang=en")
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.settimeout(0.5)
        port = other.getsockname()[1]
        assert page.evaluate(TRY, f"ws://127.0.0.1:{port}/") == ["refused", "connect-src"]
        with pytest.raises(TimeoutError):
            other.accept()
    reader.watch.problems[:] = [
        one for one in reader.watch.problems if "Security Policy" not in one and "socket to another host" not in one
    ]  # fmt: skip


def fetched(url: str, cookie: str = "") -> tuple[int, str]:
    """Return status and Cache-Control of a file, asked by somebody who brings a cookie or none."""
    request = urllib.request.Request(url, headers={"Cookie": cookie} if cookie else {})  # noqa: S310
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=10) as found:
            return found.status, str(found.headers["Cache-Control"])
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, str(refused.headers["Cache-Control"])


def test_a_download_is_for_the_browser_it_was_made_for_and_ends_with_its_page(
    browser: Browser,
    guarded: harness.Server,  # noqa: F811
) -> None:
    page = signed_in(browser, guarded, LIMITED)
    expect(page.locator("h1")).to_contain_text(re.compile("จาก 4 จังหวัด"), timeout=20_000)
    harness.settle(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/media/" in request.url else None)
    harness.open_take(page, "map")
    with page.expect_download() as download:
        page.locator(".st-key-map_csv button").click()
    url = asked[-1] if asked else download.value.url
    own = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
    assert fetched(url)[0] == 404
    assert fetched(url, own) == (200, "private, no-store")
    other = signed_in(browser, guarded, EDITOR)
    expect(other.locator("h1")).to_contain_text("จาก 76 จังหวัด", timeout=20_000)
    theirs = "; ".join(f"{one['name']}={one['value']}" for one in other.context.cookies())
    assert fetched(url, theirs)[0] == 404
    page.close()
    other.wait_for_timeout(1500)
    assert fetched(url, own)[0] == 404
