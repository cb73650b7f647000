"""The read interface as published then: the bytes of a release, its limits, and what is said of one that is gone."""

import pytest
from starlette.applications import Starlette

from api.house import House
from api.routes import routes
from data.access.roles import Policy
from data.store import fixed
from data.store.quoted import Quoted
from data.store.store import Store
from tests import tiny
from tests.api.asking import LIMITED, ask, key

PLAN = {"plan_id": "p1", "province_code": "50", "source_id": "sample"}
TABLE = "/api/v1/tables/plans"


@pytest.fixture
def store(tmp_path):
    found = Store(tmp_path / "store")
    found.fill(tiny.records(plans=[PLAN]))
    for number in (2, 3):
        publish(found, number)
    return found


def publish(store, plans):
    rows = [
        PLAN | {"plan_id": f"p{n}", "province_code": "50" if n < 3 else "41"} for n in range(1, plans + 1)
    ]
    tables = {"plans": tiny.frame("plans", rows)}
    return store.publish(tables, author="a", note="", expected=store.current().release_id)


def house(store, rules=None):
    def as_published(asked):
        return fixed.records(store, fixed.find(store.history(), asked).release_id)

    return Starlette(
        routes=routes(House(store.records, lambda: store, lambda: rules or Policy(), as_published))
    )


def plans(answer):
    return [line.split(",")[0] for line in answer.text.splitlines()[1:]]


def test_an_answer_of_a_release_is_the_same_bytes_after_others_came(store):
    old = store.history()[1].release_id
    own = house(store)
    Quoted(store).write(old, "address")
    before = ask(own, f"{TABLE}?release={old}")
    assert (plans(before), before.headers["x-sti-release"]) == (["p1", "p2"], old)
    for number in range(4, 9):
        publish(store, number)
    store.vacuum(keep_days=0, grace_hours=0)
    assert ask(own, f"{TABLE}?release={old[:6]}").content == before.content
    assert len(plans(ask(own, TABLE))) == 8


def test_a_release_that_is_gone_or_unknown_is_told_of_and_never_another_one(store):
    gone = store.history()[1].release_id
    store.vacuum(keep_days=0, grace_hours=0)
    own = house(store)
    answer = ask(own, f"{TABLE}?release={gone}")
    assert (answer.status_code, answer.json()["title"]) == (410, "release-gone")
    assert store.current().release_id in answer.json()["detail"]
    assert "They were removed on " in answer.json()["detail"]
    for asked, status, title in (("f" * 12, 404, "no-such-release"), ("x", 400, "unknown-value")):
        for address in (
            f"{TABLE}?release={asked}",
            f"/embed?release={asked}",
            f"/api/figure/map.svg?release={asked}",
        ):
            answer = ask(own, address)
            assert (answer.status_code, answer.json()["title"]) == (status, title)


def test_a_limited_reader_sees_their_part_of_an_older_release_too(store):
    publish(store, 4)
    own, brought = house(store, LIMITED), key(store, (tiny.NORTH,))
    old = store.history()[1].release_id  # three plans, one of them in a province of another group
    assert plans(ask(own, f"{TABLE}?release={old}", brought)) == ["p1", "p2"]
    assert ask(own, f"{TABLE}?release={old}").status_code == 401
