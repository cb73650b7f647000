"""Killed, without room, without permission, two at once: the store is always at a whole release."""

import multiprocessing
import random
import shutil
import subprocess
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from data.store.audit import Audit
from data.store.store import Store
from tests import store_child, tiny
from tests.store_child import BEGUN, row

PUBLISHES = 200
IN_A_LIFE = 10  # at most so many publishes are begun before the kill
LONGEST = 0.04  # seconds from the beginning of the last one to the kill; a publish takes about that long

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.store_child"])


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("filled") / "store")
    store.fill(tiny.records(plans=[row("first")]))
    return store


@pytest.fixture
def store(filled, tmp_path):
    return Store(shutil.copytree(filled.folder, tmp_path / "store"))


def run(target, *args):
    process = PROCESSES.Process(target=target, args=args)
    process.start()
    return process


def answer(target, *args):
    here, there = PROCESSES.Pipe(duplex=False)
    process = run(target, *args, there)
    there.close()
    told = here.recv()
    process.join()
    return told


def test_killed_at_any_moment_of_200_publishes_nothing_acknowledged_is_lost(store):
    moments = random.Random(2551)  # noqa: S311
    begun, life, standing, known = 0, 0, "first", 1
    acknowledged: dict[str, str] = {}
    while begun < PUBLISHES:
        life += 1
        told = one_life(store.root, life, moments.randint(1, IN_A_LIFE), moments.uniform(0, LONGEST))
        tried = [plan for word, plan in told if word == BEGUN]
        done = {word: plan for word, plan in told if word != BEGUN}
        fresh = Store(store.root)
        releases = fresh.history()
        # The last one may stand although its author never heard so: one, and no other.
        assert len(done) <= len(releases) - known <= len(done) + 1
        plans = fresh.dataset("plans").to_table()["plan_id"].to_pylist()
        assert plans in ([[standing, *done.values()][-1]], [tried[-1]])
        begun, known, standing = begun + len(tried), len(releases), plans[0]
        acknowledged |= done
    by_id = {release.release_id: release for release in Store(store.root).history()}
    shown = {
        key: store.dataset("plans", by_id[key]).to_table()["plan_id"].to_pylist() for key in acknowledged
    }
    assert shown == {key: [plan] for key, plan in acknowledged.items()}
    assert len(acknowledged) > PUBLISHES / 2


def one_life(root: str, life: int, publishes: int, seconds: float) -> list[tuple[str, str]]:
    """Let a process publish, kill it some moment after it began one, and return all it managed to say."""
    here, there = PROCESSES.Pipe(duplex=False)
    process = run(store_child.publish_until_killed, root, life, there)
    there.close()
    told = []
    while sum(word == BEGUN for word, _ in told) < publishes:
        told.append(here.recv())
    time.sleep(seconds)
    process.kill()
    process.join()
    return told + list(rest(here))


def rest(here: Connection):
    while True:
        try:
            yield here.recv()
        except (EOFError, OSError):
            return


@pytest.mark.parametrize(
    ("commits", "plan", "agencies", "number"),
    [(0, "first", 0, 1), (1, "first", 0, 1), (2, "first", 0, 1), (3, "new", 1, 2)],
)
def test_killed_between_any_two_steps_all_of_a_release_is_there_or_nothing(
    store, commits, plan, agencies, number
):
    process = run(store_child.publish_and_die, store.root, commits)
    process.join()
    assert process.exitcode == -9
    current, records = store.current(), store.records()
    assert current.number == number
    assert (records.plans["plan_id"].tolist(), len(records.agencies)) == ([plan], agencies)
    again = tiny.frame("plans", [row("after")])
    store.publish({"plans": again}, author="b", note="", expected=current.release_id)
    assert store.records().plans["plan_id"].tolist() == ["after"]


def test_a_publish_that_died_before_its_line_is_told_by_the_next_one(store):
    process = run(store_child.publish_and_die, store.root, 3)
    process.join()
    died = store.current()
    store.publish({"plans": tiny.frame("plans", [row("b")])}, author="b", note="", expected=died.release_id)
    lines = Audit(store.folder / "audit.log").lines()
    assert [(line["event"], line["who"]) for line in lines] == [
        ("seed", "facts + sample"), ("publish", "a"), ("publish", "b"),
    ]  # fmt: skip
    assert lines[1]["release"] == died.release_id


def test_two_writers_that_start_again_after_a_conflict_lose_no_row(store):
    writers = [run(store_child.add_rows, store.root, name, 8) for name in ("a", "b")]
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    wanted = {"first", *(f"{name}{n}" for name in ("a", "b") for n in range(8))}
    plans = store.records().plans["plan_id"].tolist()
    assert len(plans) == 17
    assert set(plans) == wanted
    assert [release.number for release in store.history()] == list(range(17, 0, -1))


def test_three_processes_that_find_it_empty_fill_it_once(tmp_path):
    fillers = [run(store_child.fill, str(tmp_path / "store")) for _ in range(3)]
    for filler in fillers:
        filler.join()
    assert [filler.exitcode for filler in fillers] == [0, 0, 0]
    assert [release.number for release in Store(tmp_path / "store").history()] == [1]


@pytest.mark.parametrize("most_bytes", [0, 3_000, 100_000])
def test_without_room_nothing_is_published_and_the_store_goes_on(store, most_bytes):
    assert answer(store_child.publish_without_room, store.root, most_bytes) == "full"
    still_whole(store)


def test_a_full_disk_publishes_nothing_and_keeps_what_was_there(filled):
    with tempfile.TemporaryDirectory() as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("this account may not mount a small disk")
        try:
            store = Store(shutil.copytree(filled.folder, Path(folder) / "store"))
            leave_room(Path(folder), 4096)
            assert answer(store_child.publish_without_room, store.root, None) == "full"
            assert store.current().release_id == "tiny"
            assert store.records().plans["plan_id"].tolist() == ["first"]
        finally:
            subprocess.run(["umount", folder], check=True)


def leave_room(folder: Path, room: int) -> None:
    """Fill a small disk but for so many bytes."""
    with (folder / "ballast").open("wb", buffering=0) as ballast:
        free = shutil.disk_usage(folder).free
        ballast.write(bytes(free - room))


def test_in_a_folder_that_may_only_be_read_the_release_is_shown_and_nothing_is_published(filled):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        store = Store(shutil.copytree(filled.folder, Path(folder) / "store"))
        for path in (store.folder, *store.folder.rglob("*")):
            path.chmod(0o555 if path.is_dir() else 0o444)
        assert answer(store_child.publish_as_nobody, store.root) == "not-writable"
        for path in (store.folder, *store.folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        still_whole(store)


def still_whole(store: Store) -> None:
    fresh = Store(store.root)
    assert [release.release_id for release in fresh.history()] == ["tiny"]
    assert fresh.records().plans["plan_id"].tolist() == ["first"]
    fresh.publish({"plans": tiny.frame("plans", [row("after")])}, author="b", note="", expected="tiny")
    assert fresh.records().plans["plan_id"].tolist() == ["after"]
