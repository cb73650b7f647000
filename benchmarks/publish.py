"""What do readers feel of a publish? The longest wait of a change before and after one, as a ratio.

`python -m benchmarks.publish [--sessions 20] [--seconds 30] [--replicas 1] [--json FILE]` lets people work as in
`benchmarks.people`, then somebody publishes one project's amount by the store, and the people go on. Told: the longest
and the 95th percentile of what a change took in both halves, the server's processor time of each, and how long after the
publish the first and the last reader had the new release.
"""

import argparse
import asyncio
import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import people_server, results
from benchmarks.acts import processor_ms
from benchmarks.people import calm, percentile
from benchmarks.people_load import FAILED, PAGES, PATIENCE, Found, Person
from benchmarks.socket_client import Session
from data.store.store import Store
from tests.browser import harness

GOAL = 1.5  # times the longest wait before


@dataclass
class Told:
    """What was seen: (when it ended, ms) of each change, when each session first heard the new release, faults."""

    changes: list[tuple[float, float]] = field(default_factory=list)
    moved: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    release: str = ""


async def _live(port: int, number: int, told: Told, ends: float, every: float) -> None:
    rng = random.Random(26_000 + number)  # noqa: S311 - the same people in every run
    session, found = Session(port, hears=True), Found()
    person = Person(session, rng, found)
    moved = False
    try:
        await asyncio.sleep(every * rng.random())
        await person.arrive(PAGES[number % len(PAGES)])
        while time.monotonic() < ends:
            await asyncio.sleep(every * rng.uniform(0.6, 1.4))
            session.heard.clear()
            await asyncio.wait_for(person.change(), PATIENCE)
            told.changes.append((time.monotonic(), found.changes_ms[-1]))
            if not moved and told.release and any(told.release in text for text in session.heard):
                moved = True
                told.moved.append(time.monotonic())
    except FAILED as error:
        told.errors.append(f"{type(error).__name__}: {error}")
    finally:
        told.errors += found.errors
        await session.close()


def publish(root: str, amount: float) -> str:
    """Publish another amount of the first project; return the id of the release."""
    store = Store(root)
    current = store.current()
    if current is None:
        raise RuntimeError("the store is empty")
    projects = store.records(current).projects.copy()
    projects.loc[0, "allocated_baht"] = amount
    made = store.publish(
        {"projects": projects}, author="bench", note="one amount", expected=current.release_id
    )
    return made.release_id


async def play(
    servers: list[harness.Server], root: str, sessions: int, seconds: float, every: float
) -> dict[str, Any]:
    """Let people work, publish in the middle, and return what both halves were like."""
    told, begins = Told(), time.monotonic()
    warm = every * 3
    half = begins + warm + seconds
    people = [
        asyncio.create_task(_live(servers[n % len(servers)].port, n, told, half + seconds, every))
        for n in range(sessions)
    ]
    await asyncio.sleep(warm)
    spent = [sum(processor_ms(server.process.pid) for server in servers)]
    await asyncio.sleep(seconds)
    spent.append(sum(processor_ms(server.process.pid) for server in servers))
    told.release = await asyncio.to_thread(publish, root, 1_234_567.0)
    published = time.monotonic()
    await asyncio.sleep(max(0.0, half + seconds - published))
    spent.append(sum(processor_ms(server.process.pid) for server in servers))
    await asyncio.gather(*people)
    before = [ms for when, ms in told.changes if begins + warm <= when < published]
    after = [ms for when, ms in told.changes if when >= published]
    return {
        "sessions": sessions, "replicas": len(servers), "changes_before": len(before), "changes_after": len(after),
        "longest_before_ms": max(before), "longest_after_ms": max(after), "ratio": max(after) / max(before),
        "p95_before_ms": percentile(before, 0.95), "p95_after_ms": percentile(after, 0.95),
        "processor_before_ms": (spent[1] - spent[0]) / max(1, len(before)),
        "processor_after_ms": (spent[2] - spent[1]) / max(1, len(after)),
        "first_moved_s": min(told.moved, default=published) - published,
        "moved": len(told.moved), "last_moved_s": max(told.moved, default=published) - published,
        "errors": told.errors[:10], "goal": GOAL, "met": max(after) <= GOAL * max(before) and not told.errors,
    }  # fmt: skip


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sessions", type=int, default=20, help="people at work (default 20)")
    parser.add_argument("--seconds", type=float, default=30, help="seconds before and after (default 30)")
    parser.add_argument(
        "--every", type=float, default=5, help="seconds between a person's changes (default 5)"
    )
    parser.add_argument("--replicas", type=int, default=1, help="server processes on one store (default 1)")
    parser.add_argument(
        "--json", type=Path, default=results.RESULTS / "publish.json", help="where the figures go"
    )
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as root, people_server.replicas(root, chosen.replicas) as servers:
        for server in servers:
            calm(server)
        found = asyncio.run(play(servers, root, chosen.sessions, chosen.seconds, chosen.every))
        found["server_said"] = [
            line for server in servers for line in server.said().splitlines() if "release" in line
        ]
    for name, value in found.items():
        print(f"{name:<22}{value:>12.1f}" if isinstance(value, float) else f"{name:<22}{value!s:>12}")
    results.write(chosen.json, found)


if __name__ == "__main__":
    main()
