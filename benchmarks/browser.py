"""How fast is it, and how much crosses the wire? Measured in a real chromium.

`python -m benchmarks.browser [--runs N]` prints a table and writes benchmarks/results/browser.json:
- cold: a chromium just started, nothing cached, a warm server: until the heading and the map are painted;
- change: one step of a control until the map's fills are set and the frame is drawn;
- bytes: of a first load and of one change, as messages (uncompressed) and on the wire (with headers).

The same is measured in turn on the floor, a bare Streamlit page with a slider and one map (`bare_app.py`),
so that what is ours can be told from what is Streamlit's and the machine's.
"""

import argparse
import json
import math
import os
import platform
import statistics
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from benchmarks.counting import Relay, relay
from tests.browser import harness

RESULTS = Path(__file__).resolve().parent / "results"
# Runs in the page before anything else. Times are in ms since navigation started, or since the key or click.
PROBE = """
window.bench = {heading: null, map: null, change: null};
const frame = (done) => requestAnimationFrame(() => setTimeout(done, 0));  // after the frame is drawn
let painting = false;
const areas = () => document.querySelectorAll('.st-key-map g.choropleth path[d]').length;
const look = () => {
  if (bench.heading === null && document.querySelector('h1')) bench.heading = performance.now();
  if (!painting && areas() >= 76) { painting = true; frame(() => { bench.map = performance.now(); }); }
  if (bench.heading === null || !painting) setTimeout(look, 8);
};
look();
let started = null;
const start = (event) => { if (event.isTrusted) { started = performance.now(); bench.change = null; } };
addEventListener('pointerdown', start, true);
addEventListener('keydown', start, true);
new MutationObserver((changes) => {
  if (started === null || bench.map === null) return;
  const painted = changes.some((c) => {
    const nodes = c.type === 'attributes' ? [c.target] : [...c.addedNodes];
    return nodes.some((n) => n.closest && n.closest('.st-key-map g.choropleth'));
  });
  if (painted && bench.change === null) {
    const from = started;
    started = null;
    frame(() => { bench.change = performance.now() - from; });
  }
}).observe(document, {
  subtree: true, childList: true, attributes: true, attributeFilter: ['fill', 'style', 'd'],
});
"""


@dataclass(frozen=True)
class Subject:
    """Something to measure: what to serve, where the map is and how to make one change."""

    name: str
    script: str
    path: str
    change: Callable[[Page, int], None]


@dataclass
class Sample:
    """The measurements of one subject, one entry per run."""

    heading_ms: list[float] = field(default_factory=list)
    first_map_ms: list[float] = field(default_factory=list)
    change_ms: list[float] = field(default_factory=list)
    first_load_wire_bytes: list[float] = field(default_factory=list)
    first_load_message_bytes: list[float] = field(default_factory=list)
    change_wire_bytes: list[float] = field(default_factory=list)
    change_message_bytes: list[float] = field(default_factory=list)


def _step(page: Page, turn: int) -> None:
    page.locator(f".st-key-asof_{'on' if turn % 2 == 0 else 'back'} button").click()


def _slide(page: Page, turn: int) -> None:
    page.locator(".st-key-step input").focus()
    page.keyboard.press("ArrowRight" if turn % 2 == 0 else "ArrowLeft")


# From 30 September 2012 to the next date and back: same boundaries, other coverage.
ASOF = "asof=2012-09-30"
SUBJECTS = (
    Subject("overview", "app.py", f"/?{ASOF}", _step),
    Subject("coverage", "app.py", f"/coverage?{ASOF}", _step),
    Subject("floor", "benchmarks/bare_app.py", "/", _slide),
)


def measure(runs: int, changes: int) -> dict[str, Sample]:
    """Measure every subject `runs` times in turn, with `changes` changes in each run."""
    samples = {subject.name: Sample() for subject in SUBJECTS}
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        relays = {}
        for script in dict.fromkeys(subject.script for subject in SUBJECTS):
            server = stack.enter_context(harness.serving(script))
            relays[script] = stack.enter_context(relay(server.port))
        for turn in range(runs + 1):
            for subject in SUBJECTS:
                kept = samples[subject.name] if turn else Sample()  # the first turn warms the servers up
                _visit(playwright, subject, relays[subject.script], kept, changes)
    return samples


def _visit(playwright: Playwright, subject: Subject, wire: Relay, sample: Sample, changes: int) -> None:
    chromium: Browser = harness.chromium(playwright)
    try:
        page = harness.context(chromium).new_page()
        watch = harness.Watch(host=f"127.0.0.1:{wire.port}")
        watch.attach(page)
        page.add_init_script(PROBE)
        before = wire.received
        page.goto(f"http://127.0.0.1:{wire.port}{subject.path}", wait_until="commit")
        page.wait_for_function(
            "() => window.bench && bench.map !== null && bench.heading !== null", timeout=60_000
        )
        harness.settle(page, quiet_ms=600)
        sample.heading_ms.append(page.evaluate("bench.heading"))
        sample.first_map_ms.append(page.evaluate("bench.map"))
        sample.first_load_wire_bytes.append(wire.received - before)
        sample.first_load_message_bytes.append(watch.frame_bytes)
        for turn in range(changes):
            wire_before, messages_before = wire.received, watch.frame_bytes
            subject.change(page, turn)
            page.wait_for_function("() => bench.change !== null", timeout=20_000)
            harness.settle(page, quiet_ms=500)
            sample.change_ms.append(page.evaluate("bench.change"))
            sample.change_wire_bytes.append(wire.received - wire_before)
            sample.change_message_bytes.append(watch.frame_bytes - messages_before)
    finally:
        chromium.close()


def percentile(values: list[float], share: float) -> float:
    """Return the nearest-rank percentile of values."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def report(samples: dict[str, Sample]) -> str:
    """Return the table: median and 95th percentile of each subject, and the median's ratio to the floor."""
    floor = samples["floor"]
    lines = [f"{'':<26}" + "".join(f"{name:>30}" for name in samples), f"{'':<26}" + _heads(len(samples))]
    for name in Sample.__dataclass_fields__:
        cells = ""
        for sample in samples.values():
            values, base = getattr(sample, name), statistics.median(getattr(floor, name))
            median = statistics.median(values)
            ratio = f"{median / base:.2f}" if base else "-"
            cells += f"{median:>12,.0f}{percentile(values, 0.95):>12,.0f}{ratio:>6}"
        lines.append(f"{name:<26}{cells}")
    return "\n".join(lines)


def _heads(count: int) -> str:
    return f"{'median':>12}{'p95':>12}{'x':>6}" * count


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=7, help="cold visits per subject (default 7)")
    parser.add_argument("--changes", type=int, default=6, help="changes in each visit (default 6)")
    chosen = parser.parse_args()
    samples = measure(chosen.runs, chosen.changes)
    print(report(samples))
    RESULTS.mkdir(exist_ok=True)
    about = {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "streamlit": version("streamlit"),
        "plotly": version("plotly"),
        "runs": chosen.runs,
    }
    result = {"about": about, "samples": {name: asdict(sample) for name, sample in samples.items()}}
    (RESULTS / "browser.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
