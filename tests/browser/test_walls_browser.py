"""A page can reach its own server only, and a file that was made for one reader is nobody else's."""

import asyncio
import re
import socket
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import Reader
from playwright.sync_api import Browser, expect

from data.store.store import Store
from tests import test_walls
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


def test_who_is_signed_in_and_limited_finds_nothing_of_others_on_any_page(
    browser: Browser,
    guarded: harness.Server,  # noqa: F811
    store_folder: Path,  # noqa: F811
) -> None:
    """The walk of tests/test_walls.py with the cookies of two people: the mark is there for one of them alone."""
    test_walls.publish_mark(Store(store_folder))
    cookies = {}
    for email in (LIMITED, EDITOR):
        page = signed_in(browser, guarded, email)
        expect(page.locator("h1")).to_contain_text("จังหวัด", timeout=20_000)
        harness.settle(page)
        cookies[email] = {one["name"]: one["value"] for one in page.context.cookies()}
        page.context.close()
    own = f"asof=2026-09-30&project={test_walls.PROJECT}"

    async def walk() -> None:
        for _ in range(60):  # until the new release has been worked out
            raw, _ = await test_walls.page(guarded, "projects", own, cookies[EDITOR])
            if test_walls.MARK.encode() in raw:
                break
            await asyncio.sleep(1)
        assert test_walls.MARK.encode() in raw
        for name, query in test_walls.ADDRESSES:
            raw, faults = await test_walls.page(guarded, name, query, cookies[LIMITED])
            assert (faults, test_walls.MARK.encode() in raw) == ([], False), (name, query)
            assert "ลงชื่อเข้าใช้เพื่อดูข้อมูล".encode() not in raw, name  # it is really the reader who is signed in

    # Playwright's own loop runs in this thread.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, walk()).result()
    assert test_walls.MARK not in guarded.said()
