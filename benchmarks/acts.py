"""What does one act cost the server? Processor time of the process, per kind of act, asked first and asked again.

`python -m benchmarks.acts [--rounds 3] [--json FILE]` serves the dashboard from an empty store, lets it come to rest, then
one reader over a real websocket does each act; a second reader does the very same after that. Processor time does not
depend on the neighbours, so the figures hold on a busy machine too.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import people_server, results
from benchmarks.people import calm
from benchmarks.socket_client import Run, Session
from tests.browser import harness

SETTLE = 0.25  # seconds after the last message in which the run's own tail ends
Act = Callable[[Session], Awaitable[Run]]


@dataclass(frozen=True)
class Cost:
    """One act: its name, milliseconds of the server's processor time, messages, bytes on the wire."""

    act: str
    ms: float
    messages: int
    wire_bytes: int


def processor_ms(pid: int) -> float:
    """Return the processor time of a process so far, all its threads together, to the microsecond."""
    return (
        time.clock_gettime((~pid << 3) | 2) * 1000
    )  # the clock id of another process: clock_getcpuclockid(3)


def acts() -> list[tuple[str, Act]]:
    """Return the acts of one reader in order; every one of them changes something."""
    made: list[tuple[str, Act]] = []
    for page in ("", "coverage", "workshops"):
        name = page or "overview"
        made.append((f"{name} open", lambda s, page=page: s.visit(page, "asof=2011-05-26")))  # type: ignore[misc]
        made += [(f"{name} step", lambda s: s.press("asof_back"))] * 3
        for control, places in (
            ("measure", (3, 4)),
            ("level", (1, 0)),
            ("groups", (2, 7)),
            ("evidence", (1, 0)),
        ):
            made += [(f"{name} {control}", _chooses(control, place)) for place in places]
    return made


def _chooses(control: str, place: int) -> Act:
    async def act(session: Session) -> Run:
        found = session.controls.get(control)
        if found is None:
            return await session.press("asof_back")
        label = found.options[place % len(found.options)]
        return await session.choose(control, [label] if control == "groups" else label)

    return act


async def reader(server: harness.Server, most: int | None = None) -> list[Cost]:
    """Do every act once, or the first ones, and return what each cost."""
    session, found = Session(server.port), []
    for name, act in acts()[:most]:
        if name.endswith("open"):  # a tab of its own for each page
            await session.close()
            session = Session(server.port)
            await session.open()
            await asyncio.sleep(SETTLE)
        before = processor_ms(server.process.pid)
        run = await act(session)
        await asyncio.sleep(SETTLE)
        if run.errors:
            raise RuntimeError(f"{name}: {run.errors}")
        found.append(Cost(name, processor_ms(server.process.pid) - before, run.messages, run.wire_bytes))
    await session.close()
    return found


def measure(rounds: int, most: int | None = None) -> dict[str, list[Cost]]:
    """Return the costs of the first reader (`fresh`) and of those who ask the same after (`again`)."""
    with tempfile.TemporaryDirectory() as root, people_server.serving(root) as server:
        calm(server)
        fresh = asyncio.run(reader(server, most))
        again = [cost for _ in range(rounds) for cost in asyncio.run(reader(server, most))]
    return {"fresh": fresh, "again": again}


def table(found: dict[str, list[Cost]]) -> str:
    """Return the medians per kind of act."""
    lines = [f"{'act':<22}{'fresh ms':>10}{'again ms':>10}{'messages':>10}{'bytes':>9}"]
    for act in dict.fromkeys(cost.act for cost in found["fresh"]):
        fresh, again = ([cost for cost in found[when] if cost.act == act] for when in ("fresh", "again"))
        lines.append(
            f"{act:<22}{statistics.median(c.ms for c in fresh):>10.1f}{statistics.median(c.ms for c in again):>10.1f}"
            f"{statistics.median(c.messages for c in again):>10.0f}{statistics.median(c.wire_bytes for c in again):>9.0f}"
        )
    changes = {when: [c.ms for c in costs if not c.act.endswith("open")] for when, costs in found.items()}
    mean = {when: statistics.mean(costs) for when, costs in changes.items()}
    return "\n".join([*lines, f"{'every change (mean)':<22}{mean['fresh']:>10.1f}{mean['again']:>10.1f}"])


def main() -> None:
    """Measure, print and write the results."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=3, help="readers who ask the same again (default 3)")
    parser.add_argument("--acts", type=int, help="only so many of the acts, from the first")
    parser.add_argument(
        "--json", type=Path, default=results.RESULTS / "acts.json", help="where the figures go"
    )
    chosen = parser.parse_args()
    found = measure(chosen.rounds, chosen.acts)
    print(table(found))
    plain = {when: [vars(cost) for cost in costs] for when, costs in found.items()}
    results.write(chosen.json, plain)


if __name__ == "__main__":
    main()
