"""People at work: each opens a page and changes something every few seconds. A process of its own.

`python -m benchmarks.people_load` reads one JSON object from its input (`Plan`) and writes one to its output (`Found`).
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from websockets.exceptions import ConnectionClosed

from benchmarks.socket_client import ProtocolError, Run, Session

PAGES = ("", "coverage", "workshops", "projects", "area", "", "coverage", "")
QUERIES = {"area": ("area=33", "area=50", "area=20", "area=43", "area=90", "area=2551-upper-north-1")}
MOVES_TO = ("", "coverage", "workshops", "projects")
# What people do, and how often: step through the days, choose one, filter, look at another measure, go on.
DEEDS = ("step",) * 8 + (
    "asof",
    "asof",
    "groups",
    "groups",
    "measure",
    "level",
    "evidence",
    "phase",
    "area",
    "page",
)
FAILED = (ConnectionClosed, ProtocolError, OSError, TimeoutError)
PATIENCE = 60.0  # seconds after which a reader gives up on a change


@dataclass
class Plan:
    """What to play.

    ports: of the servers, people take them in turn. every: seconds between two changes of one person.
    idle: only open, then sit still.
    """

    ports: list[int]
    sessions: int
    seconds: float
    every: float = 5.0
    seed: int = 26
    idle: bool = False


@dataclass
class Found:
    """What happened: milliseconds of every change and of every first view, bytes of every change, faults."""

    changes_ms: list[float] = field(default_factory=list)
    first_ms: list[float] = field(default_factory=list)
    change_bytes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    by_hash: int = 0
    messages: int = 0
    processor_s: float = 0.0
    late: int = 0  # changes that began after their moment, because the one before was still under way


class Person:
    """One reader with habits of their own, the same in every run of the same seed."""

    def __init__(self, session: Session, rng: random.Random, found: Found) -> None:
        self.session, self.rng, self.found = session, rng, found

    async def arrive(self, page: str) -> None:
        """Open a page by its address."""
        await self.session.open()
        query = self.rng.choice(QUERIES.get(page, ("",)))
        run = await asyncio.wait_for(self.session.visit(page, query), PATIENCE)
        self._note(run, self.found.first_ms, f"/{page}")

    async def change(self) -> None:
        """Change something that can be changed on the page."""
        deed = self.rng.choice(DEEDS)
        run = await asyncio.wait_for(self._do(deed), PATIENCE)
        self._note(run, self.found.changes_ms, deed)
        self.found.change_bytes.append(run.wire_bytes)

    async def _do(self, deed: str) -> Run:
        session, rng = self.session, self.rng
        if deed == "page":
            return await session.go(rng.choice([page for page in MOVES_TO if page in session.pages]))
        control = session.controls.get(deed)
        if control is None or len(control.options) < 2:
            steps = [key for key in ("asof_back", "asof_on") if key in session.controls]
            steps = [key for key in steps if not session.controls[key].disabled]
            if not steps:  # a page that could not be drawn has said so; the reader turns to another
                return await session.go(rng.choice([page for page in MOVES_TO if page in session.pages]))
            return await session.press(rng.choice(steps))
        if deed == "groups":
            return await session.choose(deed, rng.sample(control.options, rng.randrange(3)))
        return await session.choose(deed, rng.choice(control.options))

    def _note(self, run: Run, times: list[float], what: str) -> None:
        times.append(run.ms)
        self.found.messages += run.messages
        self.found.by_hash += run.by_hash
        self.found.errors += [f"{what}: {error}" for error in run.errors]


async def play(plan: Plan) -> Found:
    """Play the plan; people arrive over the first interval, so that nobody's rhythm is anybody else's."""
    found, deadline = Found(), time.monotonic() + plan.seconds
    await asyncio.gather(*(_live(plan, number, found, deadline) for number in range(plan.sessions)))
    found.processor_s = time.process_time()
    return found


async def _live(plan: Plan, number: int, found: Found, deadline: float) -> None:
    rng = random.Random(plan.seed * 1000 + number)  # noqa: S311 - the same people in every run
    person = Person(Session(plan.ports[number % len(plan.ports)]), rng, found)
    try:
        await asyncio.sleep(plan.every * number / plan.sessions)
        await person.arrive("" if plan.idle else PAGES[number % len(PAGES)])
        if plan.idle:
            await asyncio.sleep(max(0.0, deadline - time.monotonic()))
            return
        due = time.monotonic()
        while True:
            due += plan.every * rng.uniform(0.6, 1.4)
            if due >= deadline:
                return
            wait = due - time.monotonic()
            found.late += wait < 0
            await asyncio.sleep(max(0.0, wait))
            await person.change()
    except FAILED as error:
        found.errors.append(f"{type(error).__name__}: {error}")
    finally:
        await person.session.close()


def main(words: Sequence[str] = ()) -> None:
    """Read the plan, play it, write what was found."""
    plan = Plan(**json.load(sys.stdin))
    json.dump(asdict(asyncio.run(play(plan))), sys.stdout)


if __name__ == "__main__":
    main()
