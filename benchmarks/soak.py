"""Does it stay as it was? Hours of use on the real server, with memory watched.

`python -m benchmarks.soak --hours 3 [--rate 240]`, or `--minutes 5 --rate 300` for a quick look, prints memory over time,
its trend and a verdict, and writes benchmarks/results/soak.json. Time is compressed: a handful of sessions make as many
changes a minute as the rate says. They come and go, now and then one drops its line without a word, and releases are
published meanwhile into a store of its own. The first part of the run warms up; the trend is that of the rest.
"""

import argparse
import asyncio
import os
import platform
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks import people_server, results
from benchmarks.people_load import FAILED, PAGES, Found, Person
from benchmarks.socket_client import Session
from data.store.store import Store

WARM = 0.4  # share of a run that fills memories and heap
FLAT = 0.03  # share of resident memory by which the trend of the rest may rise
STAY = 12  # changes of one person, on average
DROPPED = 0.2  # share of the sessions that end without a word
READER_PER_MINUTE = 2  # changes of one person in real use: one every half minute


@dataclass
class Sample:
    """One look at the server: seconds since the start, resident MB, changes, sessions and releases so far."""

    at_s: float
    rss_mb: float
    changes: int
    sessions: int
    releases: int


@dataclass
class Soak:
    """A run under way."""

    port: int
    pid: int
    root: str
    seconds: float
    rate: float
    people: int
    publish_every: float
    started: float = field(default_factory=time.monotonic)
    found: Found = field(default_factory=Found)
    samples: list[Sample] = field(default_factory=list)
    sessions: int = 0
    releases: int = 0

    @property
    def elapsed(self) -> float:
        """Return the seconds since the start."""
        return time.monotonic() - self.started

    def look(self) -> Sample:
        """Look at the server and keep what was seen."""
        rss = people_server.read(self.pid).rss_mb
        sample = Sample(self.elapsed, rss, len(self.found.changes_ms), self.sessions, self.releases)
        self.samples.append(sample)
        return sample


async def play(soak: Soak, every: float) -> None:
    """Let people come and go until the time is over, and look at the server every so many seconds."""
    tasks = [asyncio.create_task(_seat(soak, number)) for number in range(soak.people)]
    publisher = asyncio.create_task(_publish(soak))
    while soak.elapsed < soak.seconds:
        one = soak.look()
        print(
            f"{one.at_s:>8.0f} s{one.rss_mb:>9.1f} MB{one.changes:>8} changes{one.sessions:>7} sessions"
            f"{one.releases:>5} releases{len(soak.found.errors):>5} errors",
            flush=True,
        )
        await asyncio.sleep(every)
    await asyncio.gather(*tasks)
    publisher.cancel()
    soak.look()


async def _seat(soak: Soak, number: int) -> None:
    """One seat at which person after person sits down."""
    rng = random.Random(number)  # noqa: S311 - the same people in every run
    pause = 60 * soak.people / soak.rate
    await asyncio.sleep(pause * number / soak.people)
    while soak.elapsed < soak.seconds:
        person = Person(Session(soak.port), rng, soak.found)
        soak.sessions += 1
        try:
            await person.arrive(rng.choice(PAGES))
            for _ in range(rng.randrange(1, 2 * STAY)):
                if soak.elapsed >= soak.seconds:
                    break
                began = time.monotonic()
                await person.change()
                await asyncio.sleep(max(0.0, pause * rng.uniform(0.5, 1.5) - (time.monotonic() - began)))
        except FAILED as error:
            soak.found.errors.append(f"{type(error).__name__}: {error}")
        finally:
            await (person.session.drop() if rng.random() < DROPPED else person.session.close())


async def _publish(soak: Soak) -> None:
    """Publish a release now and then: one project gets another amount."""
    while True:
        await asyncio.sleep(soak.publish_every)
        try:
            await asyncio.to_thread(_new_release, soak.root, soak.releases)
            soak.releases += 1
        except Exception as error:  # whatever it is, the run goes on and the verdict knows
            soak.found.errors.append(f"publish: {type(error).__name__}: {error}")


def _new_release(root: str, number: int) -> None:
    store = Store(root)
    current = store.current()
    assert current
    projects = store.records(current).projects.copy()
    row = projects.index[number % len(projects)]
    projects.loc[row, "allocated_baht"] = float(1_000_000 + number)
    store.publish({"projects": projects}, author="soak", note=f"number {number}", expected=current.release_id)


def trend(samples: Sequence[Sample], warm: float = WARM) -> dict[str, float]:
    """Return the straight line through the samples after the warm-up, by least squares.

    slope_mb_per_hour, rise_mb over that part, mean_mb, and mb_per_1000_changes.
    """
    rest = [one for one in samples if one.at_s >= warm * samples[-1].at_s]
    mean_s = sum(one.at_s for one in rest) / len(rest)
    mean_mb = sum(one.rss_mb for one in rest) / len(rest)
    spread = sum((one.at_s - mean_s) ** 2 for one in rest)
    slope = sum((one.at_s - mean_s) * (one.rss_mb - mean_mb) for one in rest) / spread if spread else 0.0
    rise = slope * (rest[-1].at_s - rest[0].at_s)
    changes = rest[-1].changes - rest[0].changes
    return {
        "slope_mb_per_hour": slope * 3600,
        "rise_mb": rise,
        "mean_mb": mean_mb,
        "mb_per_1000_changes": 1000 * rise / max(1, changes),
    }


def main() -> None:
    """Run, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--hours", type=float, default=0, help="how long, in hours")
    parser.add_argument("--minutes", type=float, default=0, help="how long, in minutes, on top of the hours")
    parser.add_argument("--rate", type=float, default=240, help="changes a minute (default 240)")
    parser.add_argument("--people", type=int, default=12, help="sessions open at a time (default 12)")
    parser.add_argument(
        "--publish", type=float, default=0, help="seconds between releases (default: a tenth)"
    )
    parser.add_argument(
        "--json", type=Path, default=results.RESULTS / "soak.json", help="where the figures go"
    )
    chosen = parser.parse_args()
    seconds = 3600 * chosen.hours + 60 * chosen.minutes or 300.0
    with tempfile.TemporaryDirectory() as root, people_server.serving(root) as server:
        publish_every = chosen.publish or max(20.0, seconds / 10)
        soak = Soak(server.port, server.process.pid, root, seconds, chosen.rate, chosen.people, publish_every)
        asyncio.run(play(soak, max(2.0, seconds / 60)))
        found = _result(soak)
        found["server_complaints"] = [
            line for line in server.said().splitlines() if "Traceback" in line or "ERROR" in line
        ][:20]
    _tell(found)
    results.write(chosen.json, found)


def _result(soak: Soak) -> dict[str, Any]:
    line = trend(soak.samples)
    changes = len(soak.found.changes_ms)
    return {
        "about": {
            "processors": os.cpu_count(),
            "python": platform.python_version(),
            "streamlit": version("streamlit"),
            "seconds": soak.seconds,
            "rate": soak.rate,
        },
        "changes": changes,
        "sessions": soak.sessions,
        "releases": soak.releases,
        "as_reader_hours": changes / READER_PER_MINUTE / 60,
        "errors": len(soak.found.errors),
        "error_kinds": sorted(set(soak.found.errors))[:10],
        **line,
        "flat": line["rise_mb"] <= FLAT * line["mean_mb"],
        "samples": [asdict(one) for one in soak.samples],
    }


def _tell(found: dict[str, Any]) -> None:
    print(
        f"\n{found['changes']} changes in {found['sessions']} sessions over {found['releases']} releases, "
        f"as many as one reader makes in {found['as_reader_hours']:.1f} hours; {found['errors']} errors"
    )
    for line in (*found["error_kinds"], *found["server_complaints"]):
        print("  ", line)
    print(
        f"after the warm-up: {found['mean_mb']:.0f} MB on average, trend {found['slope_mb_per_hour']:+.1f} MB an hour, "
        f"{found['rise_mb']:+.1f} MB over the part, {found['mb_per_1000_changes']:+.1f} MB per 1,000 changes"
    )
    print(f"verdict: {'flat' if found['flat'] else 'not flat'} (a rise of up to {FLAT:.0%} counts as flat)")


if __name__ == "__main__":
    main()
