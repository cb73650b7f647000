"""Firefox as it is installed, driven by WebDriver BiDi over its own socket: a second browser without a driver between.

Only what the walk in `test_second_browser.py` needs. Playwright's own way into an installed Firefox asks for commands
that the long-term release does not know yet.
"""

import itertools
import json
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from tests.browser import harness

PATIENCE = 60.0  # seconds for one step
PREFS = (
    'user_pref("browser.shell.checkDefaultBrowser", false);\n'
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
    'user_pref("app.update.enabled", false);\nuser_pref("browser.aboutwelcome.enabled", false);\n'
    'user_pref("network.captive-portal-service.enabled", false);\nuser_pref("network.connectivity-service.enabled", false);\n'
    'user_pref("browser.download.useDownloadDir", true);\nuser_pref("browser.download.folderList", 2);\n'
    'user_pref("browser.download.alwaysOpenPanel", false);\nuser_pref("remote.active-protocols", 1);\n'
    'user_pref("intl.accept_languages", "th");\n'
)


def found() -> str | None:
    """Return the path of an installed Firefox; None without one."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Tab:
    """One tab of a running Firefox."""

    def __init__(self, line: ClientConnection, downloads: Path) -> None:
        self.line, self.downloads = line, downloads
        self.ids = itertools.count(1)
        self.errors: list[str] = []
        self.ask(
            "session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "dismiss"}}}
        )
        self.ask("session.subscribe", events=["log.entryAdded"])
        self.context = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Send one command and return its result. What the page logs as an error meanwhile is kept."""
        number = next(self.ids)
        self.line.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            told = json.loads(self.line.recv(timeout=PATIENCE))
            if told.get("method") == "log.entryAdded" and told["params"]["level"] == "error":
                self.errors.append(str(told["params"].get("text"))[:300])
            if told.get("id") != number:
                continue
            if told["type"] == "error":
                raise RuntimeError(f"{method}: {told['error']}: {told['message']}")
            result: dict[str, Any] = told["result"]
            return result

    def size(self, width: int, height: int) -> None:
        """Set the viewport in CSS pixels."""
        self.ask(
            "browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height}
        )

    def run(self, script: str) -> Any:
        """Return the value of a JavaScript expression, by way of JSON."""
        told = self.ask(
            "script.evaluate", expression=f"JSON.stringify({script})", target={"context": self.context},
            awaitPromise=True, userActivation=True,
        )  # fmt: skip
        if told["type"] != "success":
            raise RuntimeError(str(told.get("exceptionDetails", {}).get("text")))
        value = told["result"].get("value")
        return None if value is None else json.loads(value)

    def until(self, script: str) -> Any:
        """Wait until an expression is true; return it. Raises TimeoutError."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if value := self.run(script):
                return value
            time.sleep(0.2)
        raise TimeoutError(f"never came true: {script}")

    def goto(self, url: str) -> None:
        """Open an address and wait until the page has come to rest."""
        self.ask("browsingContext.navigate", context=self.context, url=url, wait="interactive")
        self.settle()

    def settle(self) -> None:
        """Wait until the page has come to rest, and is still at rest a moment later."""
        for _ in range(2):
            self.until(f"({harness.IDLE})()")
            time.sleep(0.4)

    def click(self, selector: str) -> None:
        """Press the middle of the first element of a selector that can be seen, with a real pointer."""
        spot = self.until(
            f"(() => {{ const all = [...document.querySelectorAll({json.dumps(selector)})];"
            " const e = all.find(x => x.getClientRects().length);"
            " if (!e) return null; e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
            " return [Math.round(r.x + r.width / 2), Math.round(r.y + r.height / 2)]; })()"
        )
        moves = [
            {"type": "pointerMove", "x": spot[0], "y": spot[1]}, {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]  # fmt: skip
        self.ask(
            "input.performActions", context=self.context,
            actions=[{"type": "pointer", "id": "mouse", "actions": moves}],
        )  # fmt: skip

    def key(self, value: str) -> None:
        """Press and let go of a key."""
        actions = [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self.ask(
            "input.performActions", context=self.context,
            actions=[{"type": "key", "id": "keys", "actions": actions}],
        )  # fmt: skip


@contextmanager
def firefox() -> Iterator[Tab]:
    """Start a headless Firefox with a profile of its own; it goes when the block ends. Raises RuntimeError without one."""
    path = found()
    if path is None:
        raise RuntimeError("no firefox is installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        (home / "profile").mkdir()
        (home / "files").mkdir()
        saves = f'user_pref("browser.download.dir", {json.dumps(str(home / "files"))});\n'
        (home / "profile" / "user.js").write_text(PREFS + saves, encoding="utf-8")
        command = [
            path,
            "--headless",
            "--no-remote",
            "--profile",
            str(home / "profile"),
            "--remote-debugging-port",
            "0",
        ]
        with (home / "log").open("wb") as log:
            process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        try:
            with connect(f"{_address(process, home / 'log')}/session", max_size=None, proxy=None) as line:
                yield Tab(line, home / "files")
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        told = re.search(r"WebDriver BiDi listening on (ws://\S+)", log.read_text(errors="replace"))
        if told:
            return told[1]
        time.sleep(0.2)
    raise RuntimeError(f"firefox did not start:\n{log.read_text(errors='replace')}")
