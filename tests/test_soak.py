"""People come and go on a real server: what they leave behind must not add up."""

import asyncio
import gc
import time
import weakref

import pytest

from benchmarks import people_server
from benchmarks.socket_client import Session
from data import records as folders
from data import remember
from data.access.limited import within
from data.store.store import Store
from figures import drawn
from locales import Reader
from measures import coverage, values
from measures.selection import Selection
from tests.browser import harness

WARM, THEN, AT_ONCE = 32, 64, 4
# A session that left its figures behind would cost 280 KB, one that left a copy of the records 540 KB.
MOST_KB_PER_SESSION = 200
AREA = "area=33&asof=2011-05-26"


async def _visit(port: int, page: str, query: str) -> list[str]:
    """Read a page, step a day back, and leave; return what went wrong."""
    session = Session(port)
    await session.open()
    runs = [await session.visit(page, query), await session.press("asof_back")]
    await session.close()
    return [error for run in runs for error in run.errors]


async def _people(port: int, count: int) -> list[str]:
    """Let so many sessions come and go, some at a time."""
    seats = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> list[str]:
        async with seats:
            page, query = (("", ""), ("coverage", ""), ("workshops", ""), ("area", AREA))[number % 4]
            return await _visit(port, page, query)

    return [fault for faults in await asyncio.gather(*map(one, range(count))) for fault in faults]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A warmed server with a store of its own that forgets a closed tab at once instead of after two minutes."""
    root = str(tmp_path_factory.mktemp("soak") / "store")
    env = {"STI_STORE": root, "STI_WARM": "1", "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"}
    with harness.serving(env=env) as one:
        yield one, root


def _resident_kb(server: harness.Server) -> float:
    return people_server.read(server.process.pid).rss_mb * 1024


def test_sessions_that_come_and_go_leave_no_memory_behind_and_meet_no_error(server):
    one, _ = server
    for _ in range(1200):  # until it has answered the commonest questions for itself
        if "warmed up: " in one.said():
            break
        time.sleep(0.1)
    assert "warmed up: " in one.said()
    assert "warming up" not in one.said()  # which would be a day that failed
    assert asyncio.run(_people(one.port, WARM)) == []
    before = _resident_kb(one)
    assert asyncio.run(_people(one.port, THEN)) == []
    assert (_resident_kb(one) - before) / THEN < MOST_KB_PER_SESSION


def test_an_open_session_takes_up_a_release_that_is_published_meanwhile(server):
    one, root = server

    async def read_publish_read() -> tuple[str, str]:
        session, store = Session(one.port, hears=True), Store(root)
        await session.open()
        assert (await session.visit("projects")).errors == []
        current = store.current()
        assert current
        projects = store.records(current).projects.copy()
        projects.loc[0, "allocated_baht"] = 1_234_567.0
        release = store.publish({"projects": projects}, author="a", note="n", expected=current.release_id)
        for _ in range(20):
            await asyncio.sleep(0.5)
            assert (await session.press("asof_back")).errors == []
            assert (await session.press("asof_on")).errors == []
            if any(release.release_id in text for text in session.heard):
                break
        await session.close()
        return release.release_id, "".join(session.heard)

    release, texts = asyncio.run(read_publish_read())
    assert release in texts


def test_an_old_release_is_let_go_when_readers_have_moved_on():
    old = folders.load(facts=folders.FACTS, sample=folders.SAMPLE)
    coverage.by_group(records=old, selection=Selection(level="group"))
    values.by_area(old, Selection(measure="projects", evidence="documented"))
    within(old, ("2551-upper-north-1",))
    drawn.area_map(old, Selection(), Reader("th"))
    watched, name = weakref.ref(old), old.release
    remember.forget("another-one")
    assert sum(memory.cache_info().currsize for memory in remember.memories()) > 5
    remember.forget(f"{name}.6402")  # with the mark of a limited reader
    del old
    gc.collect()
    assert watched() is None
