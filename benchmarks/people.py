"""How many people can work at once? Real sessions over real websockets, on a server of two processors.

`python -m benchmarks.people [--sessions 10 25 50 100] [--seconds 60] [--json FILE]` prints a table and writes
benchmarks/results/people.json. Every person opens a page (Overview, Coverage, Workshops, Projects, Area) and changes
a filter every five seconds, give or take two; a change is timed from the click's message to the end of the run. The
people live in a process of their own; where the machine has two processors only, they share them with the server,
and what they and other work take is told beside the figures. Idle memory: people who have opened the Overview and
sit still, the growth of the server's resident memory divided by their number.
"""

import argparse
import json
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import people_server, results
from benchmarks.people_load import Found, Plan
from benchmarks.people_server import Reading
from tests.browser import harness

ROOT = Path(__file__).resolve().parents[1]
STEPS = (10, 25, 50, 100)
GOALS = {"sessions": 50, "p95_ms": 1000, "errors": 0, "idle_mb_per_session": 4.0}
FIRST = 6  # people who come before memory is looked at: what the first readers load stays for all


def percentile(values: list[float], share: float) -> float:
    """Return the nearest-rank percentile of values; NaN where there are none."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)] if ordered else math.nan


def played(plan: Plan, servers: list[harness.Server]) -> tuple[Found, Reading, Reading, float]:
    """Play a plan in a process of its own; return what it found, the server before and at its end, and MB at most."""
    before, most = people_server.read_all(servers), 0.0
    command = [sys.executable, "-m", "benchmarks.people_load"]
    player = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=sys.stderr
    )
    assert player.stdin
    assert player.stdout
    os.sched_setaffinity(player.pid, people_server.cores()[1])
    player.stdin.write(json.dumps(asdict(plan)).encode())
    player.stdin.close()
    ends, after = time.monotonic() + plan.seconds - 0.5, before
    while player.poll() is None and time.monotonic() < ends:
        after = people_server.read_all(servers)
        most = max(most, after.rss_mb)
        time.sleep(0.5)
    raw = player.stdout.read()
    if player.wait() != 0:
        raise RuntimeError("the people did not finish")
    return Found(**json.loads(raw)), before, after, most


def step(servers: list[harness.Server], sessions: int, seconds: float, every: float) -> dict[str, Any]:
    """Return the figures of so many people at work."""
    since = people_server.machine()
    found, before, after, most = played(
        Plan([server.port for server in servers], sessions, seconds, every), servers
    )
    now = people_server.machine()
    spent = after.processor_s - before.processor_s
    times = found.changes_ms
    return {
        "sessions": sessions,
        "changes": len(times),
        "changes_per_s": len(times) / max(1.0, seconds - every),
        "p50_ms": percentile(times, 0.50),
        "p95_ms": percentile(times, 0.95),
        "p99_ms": percentile(times, 0.99),
        "first_p95_ms": percentile(found.first_ms, 0.95),
        "bytes_p50": percentile([float(size) for size in found.change_bytes], 0.5),
        "errors": len(found.errors),
        "error_kinds": sorted(set(found.errors))[:10],
        "late": found.late,
        "server_cpu": spent / seconds,
        "server_cpu_ms_per_run": 1000 * spent / max(1, len(times) + len(found.first_ms)),
        "people_cpu": found.processor_s / seconds,
        "others_cpu": people_server.busy_elsewhere(since, now, spent + found.processor_s),
        "rss_mb": after.rss_mb,
        "peak_mb": most,
        "mb_per_session": (after.rss_mb - before.rss_mb) / sessions,
    }


def idle(root: str, sessions: int) -> dict[str, Any]:
    """Return what a person who sits still takes: a fresh server, some first readers, then so many more."""
    with people_server.serving(root) as server:
        calm(server)
        first = max(20.0, FIRST * 2.0)
        played(Plan([server.port], FIRST, first, idle=True), [server])
        time.sleep(2)
        found, before, after, _ = played(
            Plan([server.port], sessions, sessions * 0.5 + 15, every=sessions * 0.4, idle=True), [server]
        )
        return {
            "sessions": sessions,
            "before_mb": before.rss_mb,
            "with_mb": after.rss_mb,
            "mb_per_session": (after.rss_mb - before.rss_mb) / sessions,
            "errors": len(found.errors),
            "threads": after.threads,
        }


def calm(server: harness.Server, longest: float = 120) -> None:
    """Wait until a server has done what it does in the background after its start."""
    quiet, end = 0, time.monotonic() + longest
    while quiet < 3 and time.monotonic() < end:
        before = people_server.read(server.process.pid).processor_s
        time.sleep(1)
        quiet = quiet + 1 if people_server.read(server.process.pid).processor_s - before < 0.1 else 0


def measure(
    sessions: list[int], seconds: float, every: float, still: int, replicas: int = 1
) -> dict[str, Any]:
    """Measure every step on one set of servers, then the idle people on a fresh one."""
    found: dict[str, Any] = {"steps": []}
    with tempfile.TemporaryDirectory() as root:
        with people_server.replicas(root, replicas) as servers:
            for server in servers:
                calm(server)
            step(servers, 5 * replicas, min(20.0, seconds), 2.0)  # warms the servers up
            for count in sessions:
                found["steps"].append(step(servers, count, seconds, every))
                print(_row(found["steps"][-1]), flush=True)
            found["server_complaints"] = _complaints("\n".join(server.said() for server in servers))
        if still:
            found["idle"] = idle(root, still)
    return found


def _complaints(said: str) -> list[str]:
    return [line for line in said.splitlines() if "Traceback" in line or "ERROR" in line][:20]


HEAD = (
    f"{'people':>6}{'changes':>9}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}{'first p95':>11}{'errors':>8}{'late':>6}"
    f"{'MB':>7}{'peak':>7}{'cpu':>6}{'ms/run':>8}{'people':>8}{'others':>8}"
)


def _row(one: dict[str, Any]) -> str:
    return (
        f"{one['sessions']:>6}{one['changes']:>9}{one['p50_ms']:>9.0f}{one['p95_ms']:>9.0f}{one['p99_ms']:>9.0f}"
        f"{one['first_p95_ms']:>11.0f}{one['errors']:>8}{one['late']:>6}{one['rss_mb']:>7.0f}{one['peak_mb']:>7.0f}"
        f"{one['server_cpu']:>6.2f}{one['server_cpu_ms_per_run']:>8.0f}{one['people_cpu']:>8.2f}{one['others_cpu']:>8.2f}"
    )


def verdicts(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each goal with the figure reached and whether it is met."""
    told = []
    at = next((one for one in found["steps"] if one["sessions"] == GOALS["sessions"]), None)
    if at:
        for name in ("p95_ms", "errors"):
            told.append(
                {"goal": f"50 sessions, {name}", "reached": at[name], "at_most": GOALS[name],
                 "met": at[name] <= GOALS[name]}
            )  # fmt: skip
    if "idle" in found:
        reached, most = found["idle"]["mb_per_session"], GOALS["idle_mb_per_session"]
        told.append(
            {"goal": "MB per idle session", "reached": reached, "at_most": most, "met": reached <= most}
        )
    return told


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--sessions", type=int, nargs="+", default=list(STEPS), help="people at work, per step"
    )
    parser.add_argument("--seconds", type=float, default=60, help="seconds of each step (default 60)")
    parser.add_argument(
        "--every", type=float, default=5, help="seconds between a person's changes (default 5)"
    )
    parser.add_argument(
        "--idle", type=int, default=50, help="people who sit still (default 50; 0: not measured)"
    )
    parser.add_argument("--replicas", type=int, default=1, help="server processes on one store (default 1)")
    parser.add_argument(
        "--json", type=Path, default=results.RESULTS / "people.json", help="where the figures go"
    )
    chosen = parser.parse_args()
    print(HEAD)
    found = measure(chosen.sessions, chosen.seconds, chosen.every, chosen.idle, chosen.replicas)
    if "idle" in found:
        print(
            "\nidle: {sessions} sessions, {before_mb:.0f} -> {with_mb:.0f} MB, {mb_per_session:.2f} MB each".format(
                **found["idle"]
            )
        )
    for line in found["server_complaints"]:
        print("server:", line)
    found["goals"] = verdicts(found)
    for goal in found["goals"]:
        print(
            f"{goal['goal']:<24}{goal['reached']:>10.1f}{goal['at_most']:>10}  {'met' if goal['met'] else 'not met'}"
        )
    about = {
        "processors": os.cpu_count(),
        "python": platform.python_version(),
        "streamlit": version("streamlit"),
        "every_s": chosen.every,
        "seconds": chosen.seconds,
        "replicas": chosen.replicas,
    }
    results.write(chosen.json, {"about": about, **found})


if __name__ == "__main__":
    main()
