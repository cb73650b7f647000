"""A real server and a real chromium, for the browser tests, the benchmark and the screenshots.

Nothing here asserts; `Watch` collects what a page did wrong, the caller decides.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "overview": "/",
    "coverage": "/coverage",
    "workshops": "/workshops",
    "phases": "/phases",
    "projects": "/projects",
    "area": "/area",
    "compare": "/compare",
    "present": "/present",
    "data": "/data",
    "sources": "/sources",
}
WITH_MAP = ("overview", "coverage", "workshops")
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The browser's own address bar is a page of its own since 2026: a tenth of what it costs to open one of ours.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
]
# When the page asked its server last, and when it heard from it last.
LISTEN = """(() => {
  const Plain = window.WebSocket;
  if (window !== window.top || !Plain) return;
  window.testLine = { asked: 0, heard: 0 };
  window.WebSocket = class extends Plain {
    constructor(...how) {
      super(...how);
      this.addEventListener('message', () => { window.testLine.heard = performance.now(); });
    }
    send(what) {
      window.testLine.asked = performance.now();
      super.send(what);
    }
  };
})();"""
# A reader whose browser saves data. The page does not ask for the stops of the rail, which cost its server one to six
# seconds of a processor for every view that is new to it.
SAVES = "Object.defineProperty(Navigator.prototype, 'connection', {get: () => ({ saveData: true })});"
# The application is idle: connected, what was asked is answered (a server at work may be silent for seconds; what was
# asked on a line that broke is never answered), no script running, nothing stale, every plot drawn, and in every map
# the areas: plotly paints them a moment after the rest.
IDLE = """() => {
  const line = window.testLine;
  if (line && line.asked > line.heard && performance.now() - line.asked < 10_000) return false;
  const app = document.querySelector('[data-testid=stApp]');
  if (!app || app.dataset.testConnectionState !== 'CONNECTED') return false;
  if (app.dataset.testScriptState !== 'notRunning') return false;
  if (!document.querySelector('h1') || document.querySelector('[data-stale=true]')) return false;
  if (document.querySelector('[data-testid=stSkeleton], #sti-poster')) return false;
  const plots = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];
  const areas = (plot) => (plot.querySelector('.js-plotly-plot')?._fullData ?? [])
    .filter((trace) => trace.type === 'choropleth' && trace.visible === true && trace.locations.length).length;
  return plots.every((plot) =>
    plot.querySelector('.main-svg') && plot.querySelectorAll('g.choropleth').length >= areas(plot));
}"""
# It has stood idle for so many milliseconds; whoever waits sets `testCalm` back first.
CALM = f"""(quiet) => {{
  if (!({IDLE})()) {{ window.testCalm = null; return false; }}
  window.testCalm ??= performance.now();
  return performance.now() - window.testCalm >= quiet;
}}"""
# How many areas the map with an element key has painted; the outline of a choice is a trace of its own.
AREAS = """(key) => Math.max(0, ...[...document.querySelectorAll(`.st-key-${key} g.choropleth`)]
  .map((trace) => [...trace.querySelectorAll('path')].filter((path) => path.getAttribute('d')).length))"""


def chromium(playwright: Playwright) -> Browser:
    """Start a headless chromium; the environment variable CHROMIUM names another one than the system's."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    return playwright.chromium.launch(executable_path=found, args=ARGS)


def free_port() -> int:
    """Return a port that nobody listens on, of the many that the system hands out in turn."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True)
class Server:
    """A running server: its address and what it has written so far."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    @property
    def url(self) -> str:
        """The address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        """Return the server's output."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@contextmanager
def serving(
    script: str = "app.py", *, env: Mapping[str, str] | None = None, port: int | None = None
) -> Iterator[Server]:
    """Serve the dashboard, or another script, until the block ends; its proxies lead nowhere.

    env: more environment variables. port: one that had to be known before.
    """
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    port = port or free_port()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
        with log.open("wb") as out:
            process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, **nowhere, **(env or {})},
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        server = Server(port, log, process)
        try:
            _wait_for(server)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_for(server: Server) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(400):
        if server.process.poll() is not None:
            break
        try:
            with direct.open(f"{server.url}/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{server.said()}")


@dataclass
class Watch:
    """What one page asked for, received and complained about."""

    host: str
    requests: list[str] = field(default_factory=list)
    responses: list[tuple[str, int]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    frame_bytes: int = 0
    frames: int = 0

    def attach(self, page: Page) -> None:
        """Start watching a page."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("requestfailed", lambda request: self._failed(request.url, request.failure or ""))
        page.on("response", lambda response: self._answered(response.url, response.status))
        page.on("console", lambda message: self._wrote(message.type, message.text))
        page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        page.on("websocket", self._socket)

    def fetched(self, ending: str) -> list[str]:
        """Return the addresses asked for whose path ends so."""
        return [url for url in self.requests if urlsplit(url).path.endswith(ending)]

    def _asked(self, url: str) -> None:
        self.requests.append(url)
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob") and parts.netloc != self.host:
            self.problems.append(f"request to another host: {url}")

    def _failed(self, url: str, failure: str) -> None:
        if failure != "net::ERR_ABORTED":  # what leaving a page or a download cuts short
            self.problems.append(f"request failed: {url} {failure}")

    def _answered(self, url: str, status: int) -> None:
        self.responses.append((url, status))
        if status >= 400:
            self.problems.append(f"answer {status}: {url}")

    def _wrote(self, kind: str, text: str) -> None:
        if kind == "error":
            self.problems.append(f"console error: {text[:400]}")

    def _socket(self, socket: Any) -> None:
        if urlsplit(socket.url).netloc != self.host:
            self.problems.append(f"socket to another host: {socket.url}")
        socket.on("framereceived", self._received)

    def _received(self, payload: str | bytes) -> None:
        self.frames += 1
        self.frame_bytes += len(payload.encode() if isinstance(payload, str) else payload)


def context(
    browser: Browser,
    *,
    width: int = 1440,
    height: int = 1000,
    dark: bool = False,
    lang: str = "th-TH",
    saves: bool = False,
) -> BrowserContext:
    """Open a reader's browser: nothing cached, a viewport, a colour scheme, a language; saves: it saves data."""
    opened = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale=lang,
        accept_downloads=True,
    )
    opened.add_init_script(LISTEN)
    if saves:
        opened.add_init_script(SAVES)
    return opened


def settle(page: Page, *, quiet_ms: int = 300, timeout_ms: int = 30_000) -> None:
    """Wait until the page has stood idle for a while: a change starts a little after the key or click."""
    page.evaluate("window.testCalm = null")
    page.wait_for_function(CALM, arg=quiet_ms, polling=50, timeout=timeout_ms)


def asked(page: Page, url: str) -> APIResponse:
    """Ask for an address beside the page, on a line of its own: a server may close a kept one just as it is used again."""
    return page.request.get(url, headers={"Connection": "close"})


def open_take(page: Page, key: str) -> None:
    """Open what can be taken from a figure: its picture and its table."""
    page.locator(f".st-key-{key}_take button").first.click()
    page.locator(f".st-key-{key}_csv button").wait_for()
    settle(page)


def areas_painted(page: Page, key: str = "map") -> int:
    """Return how many areas the map with this element key has painted."""
    return int(page.evaluate(AREAS, key))


def wait_for_areas(page: Page, count: int, key: str = "map") -> None:
    """Wait until a map has painted exactly so many areas."""
    page.wait_for_function(f"([key, count]) => ({AREAS})(key) === count", arg=[key, count], timeout=20_000)
