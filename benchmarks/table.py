"""Every goal in one table, met or not: `make bench`, or `python -m benchmarks.table [--only NAME ...] [--read]`.

Runs the benchmarks one after another, says beforehand how long that takes, writes each one's figures to
benchmarks/results/NAME.json and prints the table from these files. `--read` prints what the last runs left, without
measuring. What was not measured stands in the table as not measured.
"""

import argparse
import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.browser_subjects import OURS, RIVALS
from benchmarks.results import RESULTS

# name -> its words, minutes on two quiet cores. In the order in which they run.
RUNS: dict[str, tuple[list[str], float]] = {
    "browser": (["browser", "--runs", "2", "--changes", "4"], 4),
    "acts": (["acts"], 3),
    "hall": (["hall"], 1),
    "hall-cold": (["hall", "--cold"], 1),
    "people": (["people", "--sessions", "50"], 3),
    "people-2": (["people", "--sessions", "50", "--replicas", "2", "--idle", "0"], 2),
    "publish": (["publish"], 2),
}
Figures = dict[str, Any]


@dataclass(frozen=True)
class Goal:
    """One goal. reached: from the figures of its benchmark; at_most: a number, or found in the same figures."""

    run: str
    what: str
    unit: str
    at_most: float | Callable[[Figures], float]
    reached: Callable[[Figures], float]


def _median(subject: str, name: str) -> Callable[[Figures], float]:
    return lambda told: statistics.median(told["samples"][subject][name])


def _best_rival(name: str, times: float = 1.0) -> Callable[[Figures], float]:
    return lambda told: times * min(_median(rival, name)(told) for rival in RIVALS)


def _p95(subject: str, name: str) -> Callable[[Figures], float]:
    return lambda told: sorted(told["samples"][subject][name])[-1 - len(told["samples"][subject][name]) // 20]


def _change(when: str) -> Callable[[Figures], float]:
    return lambda told: statistics.mean(cost["ms"] for cost in told[when] if not cost["act"].endswith("open"))


def _step(name: str) -> Callable[[Figures], float]:
    return lambda told: next(step for step in told["steps"] if step["sessions"] == 50)[name]


def goals() -> list[Goal]:
    """Return every goal, in the order of the table."""
    found = []
    for page in OURS:
        found += [
            Goal("browser", f"{page}: step until the map is repainted", "ms", _best_rival("change_ms"),
                 _median(page, "change_ms")),
            Goal("browser", f"{page}: step until the page rests", "ms",
                 lambda told: _median("panel", "change_rest_ms")(told), _median(page, "change_rest_ms")),
            Goal("browser", f"{page}: first live map, cold browser", "ms",
                 lambda told: _median("dash", "first_map_ms")(told), _median(page, "first_map_ms")),
            Goal("browser", f"{page}: sentence and map to read, cold", "ms",
                 lambda told: 0.5 * _median("dash", "first_map_ms")(told), _median(page, "first_paint_ms")),
            Goal("browser", f"{page}: first load", "MB", 2.0,
                 lambda told, page=page: _median(page, "first_load_wire_bytes")(told) / 1e6),
            Goal("browser", f"{page}: bytes of a step, p95", "B", 3_000, _p95(page, "change_wire_bytes")),
        ]  # fmt: skip
    return [
        *found,
        Goal("acts", "a change, asked before on this release", "ms", 8, _change("again")),
        Goal("acts", "a change, not asked before", "ms", 25, _change("fresh")),
        Goal("hall", "60 open one link, longest", "ms", 3_000, lambda told: told["longest_ms"]),
        Goal("hall-cold", "60 open one link, server just started", "ms", 6_000, lambda told: told["longest_ms"]),
        Goal("people", "50 people, one process, p95", "ms", 1_000, _step("p95_ms")),
        Goal("people", "50 people, one process, errors", "", 0, _step("errors")),
        Goal("people", "an idle session", "MB", 0.5, lambda told: told["idle"]["mb_per_session"]),
        Goal("people-2", "50 people, two replicas, p95", "ms", 1_000, _step("p95_ms")),
        Goal("publish", "longest wait after a publish over before", "", 1.5, lambda told: told["ratio"]),
    ]  # fmt: skip


def read(folder: Path) -> dict[str, Figures]:
    """Return the figures of each run whose file is there."""
    files = {name: folder / f"{name}.json" for name in RUNS}
    return {name: json.loads(file.read_text("utf-8")) for name, file in files.items() if file.is_file()}


def lines(found: dict[str, Figures]) -> list[str]:
    """Return the table: what, reached, goal, met or not."""
    told = [f"{'':<46}{'reached':>10}{'at most':>10}"]
    for goal in goals():
        try:
            figures = found[goal.run]
            reached = goal.reached(figures)
            most = goal.at_most(figures) if callable(goal.at_most) else goal.at_most
        except (KeyError, StopIteration):
            told.append(f"{goal.what:<46}{'–':>10}{'':>10}  not measured")
            continue
        verdict = "met" if reached <= most else "not met"
        told.append(f"{goal.what:<46}{reached:>10,.1f}{most:>10,.1f}  {verdict} {goal.unit}".rstrip())
    return told


def main(words: list[str]) -> int:
    """Measure what is asked for, print the table; return 1 where a benchmark did not end well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--only", nargs="+", choices=RUNS, default=[*RUNS], help="which benchmarks (default: all)"
    )
    parser.add_argument("--read", action="store_true", help="print what the last runs left, measure nothing")
    parser.add_argument("--folder", type=Path, default=RESULTS, help="where the figures lie")
    chosen = parser.parse_args(words)
    asked = [] if chosen.read else chosen.only
    if asked:
        minutes = sum(RUNS[name][1] for name in asked)
        print(f"{len(asked)} benchmarks, some {minutes:.0f} minutes on two quiet cores", flush=True)
    failed = []
    for number, name in enumerate(asked, 1):
        print(f"{number}/{len(asked)} {name}: some {RUNS[name][1]:.0f} min", flush=True)
        module, *rest = RUNS[name][0]
        command = [
            sys.executable,
            "-m",
            f"benchmarks.{module}",
            *rest,
            "--json",
            str(chosen.folder / f"{name}.json"),
        ]
        run = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        failed += [name] if run.returncode else []
    print("\n".join(lines(read(chosen.folder))))
    if failed:
        print(f"did not end well: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
