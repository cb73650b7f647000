"""What the tests of crashes run in processes of their own."""

import os
import resource
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from data.store import versions
from data.store.errors import StoreError
from data.store.releases import ConflictError
from data.store.store import Store
from tests import tiny

BEGUN = "begun"
NOBODY = 65534


def row(plan_id: str) -> dict[str, str]:
    """Return a plan of Chiang Mai."""
    return {"plan_id": plan_id, "province_code": "50", "source_id": "sample"}


def publish_until_killed(root: str, life: int, to: Connection) -> None:
    """Publish one release after the other; say before each that it begins, and afterwards which one it is."""
    store = Store(root)
    for n in range(1000):
        current = store.current()
        assert current is not None
        plans = tiny.frame("plans", [row(f"p{life}-{n}")])
        to.send((BEGUN, f"p{life}-{n}"))
        done = store.publish({"plans": plans}, author="a", note="", expected=current.release_id)
        to.send((done.release_id, f"p{life}-{n}"))


def publish_and_die(root: str, after_commits: int) -> None:
    """Publish two tables and kill this process when so many of the three commits are done."""
    commit, done = versions.commit, 0

    def counted(*args: object) -> None:
        nonlocal done
        if done == after_commits:
            os.kill(os.getpid(), signal.SIGKILL)
        commit(*args)  # type: ignore[arg-type]
        done += 1
        if done == after_commits == 3:
            os.kill(os.getpid(), signal.SIGKILL)

    versions.commit = counted
    tables = {"plans": tiny.frame("plans", [row("new")]), "agencies": tiny.frame("agencies", [])}
    agency = {"agency_code": "new", "name_th": "ใหม่", "name_en": "New"}
    tables["agencies"] = tiny.frame("agencies", [agency])
    Store(root).publish(tables, author="a", note="", expected="tiny")


def add_rows(root: str, writer: str, count: int) -> None:
    """Add rows to one table, one release each, against another process that does the same."""
    store, added = Store(root), 0
    while added < count:
        current = store.current()
        assert current is not None
        known = store.records(current).plans["plan_id"].tolist()
        plans = tiny.frame("plans", [row(plan) for plan in (*known, f"{writer}{added}")])
        try:
            store.publish({"plans": plans}, author=writer, note="", expected=current.release_id)
        except ConflictError:
            continue
        added += 1


def publish_without_room(root: str, most_bytes: int | None, to: Connection) -> None:
    """Publish more rows than fit, and say what the store said. None: the disk itself is small."""
    store = Store(root)
    store.current()
    if most_bytes is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    plans = tiny.frame("plans", [row(os.urandom(16).hex()) for _ in range(60_000)])
    _try(store, plans, to)


def publish_as_nobody(root: str, to: Connection) -> None:
    """Publish as an account that may read the folder but not write to it."""
    store = Store(root)
    store.records()
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    _try(store, tiny.frame("plans", [row("new")]), to)


def fill(root: str) -> None:
    """Fill a store that may be empty."""
    Store(Path(root)).fill(tiny.records(plans=[row("first")]))


def _try(store: Store, plans: object, to: Connection) -> None:
    try:
        store.publish({"plans": plans}, author="a", note="", expected="tiny")  # type: ignore[dict-item]
        to.send("published")
    except StoreError as error:
        to.send(error.kind)
