"""What is measured: two of our pages, the same view in Panel and in Dash, and the least that Streamlit needs."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page

from benchmarks.rivals import view
from tests.browser import harness

STARTS_WITHIN_S = 120.0


@dataclass(frozen=True)
class Subject:
    """Something to measure: who serves it, where its map stands and how one step of its control is made by key.

    shows_day: its map shows coverage on the control's day, so that what is painted can be checked.
    """

    name: str
    server: str
    path: str
    scope: str
    step: Callable[[Page, bool], None]
    shows_day: bool = True


def _button(page: Page, forward: bool) -> None:
    page.locator(f".st-key-asof_{'on' if forward else 'back'} button").focus()
    page.keyboard.press("Enter")


def _arrow(handle: str) -> Callable[[Page, bool], None]:
    def press(page: Page, forward: bool) -> None:
        page.locator(handle).focus()
        page.keyboard.press("ArrowRight" if forward else "ArrowLeft")

    return press


OURS = ("overview", "coverage")
RIVALS = ("panel", "dash")
SUBJECTS = (
    Subject("overview", "ours", f"/?asof={view.START}", ".st-key-map", _button),
    Subject("coverage", "ours", f"/coverage?asof={view.START}", ".st-key-map", _button),
    Subject("panel", "panel", "/view", "", _arrow(".noUi-handle")),
    Subject("dash", "dash", "/", "", _arrow(".dash-slider-thumb")),
    Subject("floor", "floor", "/", ".st-key-map", _arrow(".st-key-step input"), shows_day=False),
)
COMMANDS = {
    "panel": ("-m", "benchmarks.rivals.panel_app", "{port}"),
    "dash": ("-m", "gunicorn", "--bind=127.0.0.1:{port}", "--preload",
        "--threads=4", "--keep-alive=75",
             "--log-level=warning", "benchmarks.rivals.dash_app:server"),
}  # fmt: skip
SCRIPTS = {"ours": "app.py", "floor": "benchmarks/bare_app.py"}


@contextmanager
def serving(name: str, env: Mapping[str, str]) -> Iterator[int]:
    """Serve a subject's server until the block ends; yields its port. Raises RuntimeError where it does not start."""
    if name in SCRIPTS:
        with harness.serving(SCRIPTS[name], env=env) as server:
            yield server.port
        return
    port = harness.free_port()
    command = [sys.executable, *(part.format(port=port) for part in COMMANDS[name])]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=harness.ROOT, env={**os.environ, **env}, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            if not _answers(process, port):
                log.seek(0)
                raise RuntimeError(f"{name} did not start:\n{log.read().decode(errors='replace')}")
            yield port
        finally:
            process.terminate()
            process.wait()


def _answers(process: subprocess.Popen[bytes], port: int) -> bool:
    deadline = time.monotonic() + STARTS_WITHIN_S
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return True
        except OSError:
            time.sleep(0.1)
    return False


def expected(day: str) -> dict[str, str]:
    """Return province_code -> fill, as a browser writes colours, of the map on a day."""
    states, colours = view.classes()
    written = dict(zip(states, map(_rgb, colours), strict=True))
    return {code: written[state] for code, state in view.states(day).items()}


def _rgb(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def walk(changes: int) -> list[tuple[bool, str]]:
    """Return the steps of one visit, (forward, the day arrived at): on to the last day that changes, and back."""
    days = list(view.days())
    first = days.index(view.START)
    last = next(n for n in range(first + 1, len(days)) if n + 1 == len(days) or _same(days[n], days[n + 1]))
    here, forward, made = first, True, []
    for _ in range(changes):
        forward = here == first or (forward and here != last)
        here += 1 if forward else -1
        made.append((forward, days[here]))
    return made


def _same(day: str, other: str) -> bool:
    return view.states(day) == view.states(other)
