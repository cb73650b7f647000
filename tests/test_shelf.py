"""Releases as a server holds them: new ones noticed, a page kept whole, nothing shown that is half there."""

import logging
import os
import shutil
import threading
import time

import pytest
from streamlit.testing.v1 import AppTest

from data.store.errors import StoreError
from data.store.store import Store
from shell import context
from shell.shelf import Shelf
from tests import tiny
from tests.pages.test_pages import ROOT, heading

PLAN = {"plan_id": "p1", "province_code": "50", "source_id": "sample"}


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("filled") / "store")
    store.fill(tiny.records(plans=[PLAN]))
    first = store.current().release_id
    store.publish({"plans": plans("p1", "p2")}, author="a", note="", expected=first)
    return store


@pytest.fixture
def store(filled, tmp_path, monkeypatch):
    store = Store(shutil.copytree(filled.folder, tmp_path / "store"))
    monkeypatch.setenv("STI_STORE", store.root)
    return store


def plans(*ids):
    return tiny.frame("plans", [PLAN | {"plan_id": plan} for plan in ids])


def publish(store, *ids):
    expected = store.current().release_id
    return store.publish({"plans": plans(*ids)}, author="a", note="", expected=expected)


def test_all_sessions_share_one_object_and_a_new_release_is_there_after_two_seconds(store):
    clock = Clock()
    shelf = Shelf(clock)
    first = shelf.newest()
    new = publish(Store(store.root), "p1", "p2", "p3")
    clock.now += 1.9
    assert shelf.newest() is first
    clock.now += 0.2
    assert shelf.newest().release == new.release_id
    assert len(shelf.newest().plans) == 3
    assert shelf.newest() is shelf.newest()


def test_an_author_sees_their_own_release_at_once(store):
    shelf = Shelf(Clock())
    shelf.newest()
    new = publish(store, "p1")
    shelf.look_again()
    assert shelf.newest().release == new.release_id


def test_a_page_that_is_being_drawn_keeps_the_release_it_began_with(store):
    clock = Clock()
    shelf = Shelf(clock)
    first = shelf.newest()
    for number in range(2):
        publish(store, f"p{number}")
        clock.now += 3
        newest = shelf.newest()
        assert (shelf.held(first.release) is first) is (number == 0)  # the last two are held, no more
    assert shelf.held(first.release) is newest


def test_readers_stay_until_a_new_release_is_worked_out_and_its_author_sees_it_at_once(store):
    clock, worked_out, asked = Clock(), threading.Event(), []

    def prepare(old, new, go_on):
        asked.append((old.release, new.release, go_on()))
        assert worked_out.wait(10)

    shelf = Shelf(clock, prepare)
    first = shelf.newest()
    new = publish(store, "p1", "p2", "p3")
    shelf.look_again()
    assert shelf.newest(first=True).release == new.release_id
    assert shelf.newest() is first
    clock.now += 5
    assert shelf.newest() is first
    assert shelf.held(new.release_id).release == new.release_id  # the author's page in the middle of its run
    worked_out.set()
    for _ in range(200):
        if shelf.newest() is not first:
            break
        time.sleep(0.02)
    assert shelf.newest() is shelf.newest(first=True)
    assert len(shelf.newest().plans) == 3
    assert asked == [(first.release, new.release_id, True)]


def test_a_release_that_cannot_be_worked_out_beforehand_is_shown_all_the_same(store, caplog):
    def prepare(old, new, go_on):
        raise ValueError("no figure")

    shelf = Shelf(Clock(), prepare)
    first = shelf.newest()
    new = publish(store, "p1", "p2", "p3")
    shelf.look_again()
    for _ in range(200):
        if shelf.newest() is not first:
            break
        time.sleep(0.02)
    assert shelf.newest().release == new.release_id
    assert "could not be worked out beforehand" in caplog.text


def take_away(store):
    store.folder.rename(store.folder.with_name("elsewhere"))


def empty(store):
    take_away(store)
    store.folder.mkdir()


def lose_the_tables(store):
    shutil.rmtree(store.folder / "tables" / "plans")


def garble_the_log(store):
    for path in (store.folder / "releases" / "_delta_log").glob("*.json"):
        path.write_bytes(b"garbage")


@pytest.mark.parametrize(
    ("befalls", "kind"),
    [
        (take_away, "unreachable"),
        (empty, "unreachable"),
        (lose_the_tables, "corrupt"),
        (garble_the_log, "corrupt"),
    ],
)
def test_a_store_that_is_lost_leaves_what_is_shown_and_takes_no_release(store, caplog, befalls, kind):
    clock = Clock()
    shelf = Shelf(clock)
    shown = shelf.newest()
    befalls(store)
    clock.now += 3
    assert shelf.newest() is shown
    assert shelf.trouble.kind == kind
    assert f"release {shown.release} stays: {kind}" in caplog.text
    before = sorted(store.folder.rglob("*"))
    with pytest.raises(StoreError) as error:
        shelf.store.publish({"plans": plans("p9")}, author="a", note="", expected=shown.release)
    assert error.value.kind == kind
    assert sorted(store.folder.rglob("*")) == before


def test_a_store_that_comes_back_is_followed_again(store, caplog):
    clock = Clock()
    shelf = Shelf(clock)
    shelf.newest()
    take_away(store)
    clock.now += 3
    shelf.newest()
    store.folder.with_name("elsewhere").rename(store.folder)
    new = publish(Store(store.root), "p9")
    clock.now += 3
    assert shelf.newest().release == new.release_id
    assert shelf.trouble is None
    assert f"the store answers again, release {new.release_id} is shown" in caplog.text


def test_a_store_that_does_not_answer_holds_up_one_reader_shortly_and_the_others_not_at_all(
    store, monkeypatch
):
    monkeypatch.setattr("shell.shelf.PATIENCE", 0.2)
    clock = Clock()
    shelf = Shelf(clock)
    shown = shelf.newest()
    pipe = store.folder / "releases" / "_delta_log" / "_last_checkpoint"
    os.mkfifo(pipe)  # whoever opens it waits until somebody writes
    clock.now += 3
    assert shelf.newest() is shown
    assert shelf.trouble.kind == "unreachable"
    monkeypatch.setattr("shell.shelf.PATIENCE", 3600)  # nobody waits that long: nobody waits
    clock.now += 3
    assert shelf.newest() is shown
    assert sum(thread.name == "store" for thread in threading.enumerate()) == 1
    pipe.write_bytes(b"")


def test_a_damaged_store_is_an_error_and_never_the_folders_instead(store):
    shutil.rmtree(store.folder / "releases" / "_delta_log")
    shelf = Shelf(Clock())
    with pytest.raises(StoreError) as error:
        shelf.newest()
    assert error.value.kind == "corrupt"


def test_where_nothing_can_be_written_the_folders_are_served_and_publishing_is_off(
    tmp_path, monkeypatch, caplog
):
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))

    def refuse(self, facts, sample):
        raise StoreError("not-writable", self.root)

    monkeypatch.setattr(Store, "seed", refuse)
    with caplog.at_level(logging.WARNING, "sti"):
        shelf = Shelf(Clock())
        assert len(shelf.newest().provinces) == 77
    assert shelf.store is None
    assert "nothing can be published" in caplog.text


def test_records_are_for_pages_only():
    with pytest.raises(RuntimeError, match="outside of a page"):
        context.records()


def test_a_page_says_in_words_that_the_store_is_damaged(store):
    shutil.rmtree(store.folder / "releases" / "_delta_log")
    page = AppTest.from_file(str(ROOT / "server" / "main.py"), default_timeout=60).run()
    assert not page.exception
    assert heading(page) == "เปิดที่เก็บข้อมูลไม่ได้"
    assert str(store.folder) not in "".join(element.proto.body for element in page.get("html"))


def test_the_page_follows_a_release_that_somebody_publishes(store):
    first = Store(store.root).current()
    page = AppTest.from_file(str(ROOT / "server" / "main.py"), default_timeout=60)
    page.run()
    assert first.release_id in foot(page)
    new = publish(store, "p9")
    context.shelf().look_again()
    page.run()
    assert new.release_id in foot(page)


def foot(page):
    (text,) = [
        element.proto.body for element in page.get("html") if '<footer class="sti-foot"' in element.proto.body
    ]
    return text.removesuffix("</span></footer>")
