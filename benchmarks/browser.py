"""How fast is it beside the same view in Panel and in Dash, and how much crosses the wire? In a real chromium.

`python -m benchmarks.browser [--runs N] [--changes M] [--only NAME ...] [--json FILE]` prints a table and the goals.
Our Overview and Coverage, the view of `benchmarks/rivals/` in Panel and in Dash, and a bare Streamlit page with a
slider and a map as a floor are visited in turn, N times each, on the same 20,000 projects:
- first paint: until the browser paints the first text or picture; on our pages that is sentence and map as the server
  drew them into the first page (`server/first_picture.py`), on the others a frame;
- first map: a chromium just started, nothing cached, a warm server: until every area of the live map is painted;
- change: a key on the control until every area has its final fill (`browser_probe.py`); rest: until nothing changes;
- bytes: of a first load and of one change, as sent, with compression and headers (`counting.py`).
What each map shows after each change is checked against the measure on that day.
"""

import argparse
import os
import platform
import signal
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from benchmarks import browser_probe, browser_report, results, scale
from benchmarks.browser_report import Sample
from benchmarks.browser_subjects import RIVALS, SUBJECTS, Subject, expected, serving, walk
from benchmarks.counting import Relay, relay
from tests.browser import harness

ROWS = 20_000


def measure(subjects: tuple[Subject, ...], runs: int, changes: int) -> dict[str, Sample]:
    """Measure every subject `runs` times in turn, with `changes` changes in each visit.

    Raises RuntimeError where a map shows something else than its day's records.
    """
    samples = {subject.name: Sample() for subject in subjects}
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        os.environ["STI_STORE"] = folder
        scale.publish(ROWS, folder)
        relays = {}
        for server in dict.fromkeys(subject.server for subject in subjects):
            port = stack.enter_context(serving(server, {"STI_STORE": folder}))
            relays[server] = stack.enter_context(relay(port))
        playwright = stack.enter_context(sync_playwright())
        for turn in range(runs + 1):
            print(f"round {turn} of {runs}" if turn else "warming up", file=sys.stderr, flush=True)
            for subject in subjects:
                kept = samples[subject.name] if turn else Sample()  # the first turn warms the servers up
                _visit(playwright, subject, relays[subject.server], kept, changes)
    return samples


def _visit(playwright: Playwright, subject: Subject, wire: Relay, sample: Sample, changes: int) -> None:
    chromium: Browser = harness.chromium(playwright)
    try:
        page = harness.context(chromium).new_page()
        watch = harness.Watch(host=f"127.0.0.1:{wire.port}")
        watch.attach(page)
        browser_probe.install(page, subject.scope)
        before = wire.received
        page.goto(f"http://127.0.0.1:{wire.port}{subject.path}", wait_until="commit")
        sample.first_map_ms.append(browser_probe.first_map(page))
        sample.first_paint_ms.append(browser_probe.first_paint(page))
        _at_rest(page, wire)
        sample.first_load_wire_bytes.append(wire.received - before)
        for forward, day in walk(changes):
            before = wire.received
            subject.step(page, forward)
            change = browser_probe.change(page)
            if subject.shows_day and change.fills != expected(day):
                raise RuntimeError(f"{subject.name} does not show {day}: {change.fills}")
            _at_rest(page, wire)
            sample.change_ms.append(change.repainted_ms)
            sample.change_rest_ms.append(change.rest_ms)
            sample.change_wire_bytes.append(wire.received - before)
        if watch.problems:
            raise RuntimeError(f"{subject.name}: {watch.problems}")
    except Exception as error:
        error.add_note(f"while measuring {subject.name}")
        raise
    finally:
        chromium.close()


def _at_rest(page: Page, wire: Relay) -> None:
    """Wait until nothing more comes over the wire."""
    seen = -1
    while seen != wire.received:
        seen = wire.received
        page.wait_for_timeout(200)


def _about(runs: int, changes: int) -> dict[str, object]:
    packages = ("streamlit", "plotly", "panel", "dash", "dash-ag-grid")
    return {
        "processors": os.cpu_count(),
        "load": [round(part, 1) for part in os.getloadavg()],
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
        "projects": ROWS,
        "runs": runs,
        "changes": changes,
    }


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=5, help="cold visits per subject (default 5)")
    parser.add_argument("--changes", type=int, default=6, help="changes in each visit (default 6)")
    names = [subject.name for subject in SUBJECTS]
    parser.add_argument("--only", nargs="+", choices=names, default=names, help="which of ours; rivals stay")
    parser.add_argument("--json", type=Path, help="where to write what was measured")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the servers are stopped on the way out
    subjects = tuple(subject for subject in SUBJECTS if subject.name in {*chosen.only, *RIVALS})
    samples = measure(subjects, chosen.runs, chosen.changes)
    print(browser_report.table(samples))
    if chosen.json:
        result = {
            "about": _about(chosen.runs, chosen.changes),
            "goals": [asdict(goal) | {"met": goal.met} for goal in browser_report.goals(samples)],
            "samples": {name: asdict(sample) for name, sample in samples.items()},
        }
        results.write(chosen.json, result)


if __name__ == "__main__":
    main()
