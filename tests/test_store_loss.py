"""What a store does when it, or a part of it, is gone: nothing is begun in its place, nothing is passed over in silence."""

import contextlib
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from data.__main__ import main
from data.access.tokens import Tokens
from data.intake.remembered import Kept, Remembered
from data.proposals import attachments
from data.proposals.ledger import Ledger
from data.records import FACTS, SAMPLE
from data.store import keeping, versions
from data.store import known as known_stores
from data.store.errors import StoreError, store_error_text
from data.store.rowindex import RowIndex
from data.store.store import Store, open_store
from exports import jobs
from locales import Reader
from shell.shelf import Shelf
from tests import tiny
from tests.test_shelf import Clock

PLAN = {"plan_id": "p1", "province_code": "50", "source_id": "sample"}


def plans(*ids):
    return tiny.frame("plans", [PLAN | {"plan_id": plan} for plan in ids])


@pytest.fixture
def store(tmp_path, monkeypatch):
    """Return a store of three releases: a seed and two that somebody has published."""
    monkeypatch.setenv("STI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))
    store = Store(tmp_path / "store")
    current = store.fill(tiny.records(plans=[PLAN]))
    for number in (2, 3):
        new = plans(*(f"p{n}" for n in range(number)))
        current = store.publish({"plans": new}, author="ก", note="", expected=current.release_id)
    return store


def unmount(store):
    """Leave an empty folder, as a disk that is not mounted does."""
    store.folder.rename(store.folder.with_name("disk"))
    store.folder.mkdir()


def lose_the_log(store):
    shutil.rmtree(store.folder / "releases")


def lose_all_but_the_audit_log(store):
    for name in ("releases", "tables"):
        shutil.rmtree(store.folder / name)
    known_stores.forget(store.root)


def contents(folder):
    return sorted(str(path) for path in folder.rglob("*"))


@pytest.mark.parametrize("befalls", [unmount, lose_the_log, lose_all_but_the_audit_log])
def test_nothing_is_filled_where_a_store_has_been(store, befalls):
    befalls(store)
    before = contents(store.folder)
    for begin in (lambda: open_store(store.root, FACTS, SAMPLE), Shelf(Clock()).newest):
        with pytest.raises(StoreError) as error:
            begin()
        assert error.value.kind == "lost"
    assert contents(store.folder) == before


@pytest.mark.parametrize(
    "words", [["history"], ["status"], ["check", "x.csv"], ["export", "--format", "csv", "--out", "out"],
              ["diff", "a", "b"], ["restore", "a"], ["vacuum"]]
)  # fmt: skip
@pytest.mark.parametrize("known", [True, False])
def test_reading_commands_fill_nothing(store, capsys, tmp_path, monkeypatch, words, known):
    unmount(store)
    if not known:
        known_stores.forget(store.root)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_text("plan_id\np\n")
    assert main(["--lang", "en", *words]) == 2
    assert ("There has been a store here" if known else "still empty") in capsys.readouterr().err
    assert contents(store.folder) == []


def test_a_deck_is_made_of_the_folders_where_no_store_was_ever_and_fills_none(tmp_path, monkeypatch):
    monkeypatch.setenv("STI_STORE", str(tmp_path / "none"))
    jobs.records.cache_clear()
    assert len(jobs.records().provinces) == 77
    jobs.records.cache_clear()
    assert not (tmp_path / "none").exists()


def test_a_first_filling_that_died_is_begun_again(tmp_path):
    store = Store(tmp_path / "store")
    (store.folder / "tables" / "plans").mkdir(parents=True)
    (store.folder / "tables" / "plans" / "part-0.parquet").write_bytes(b"half")
    with pytest.raises(StoreError) as error:
        store.may_begin()
    assert error.value.kind == "lost"
    (store.folder / ".beginning").touch()
    store.may_begin()
    assert store.fill(tiny.records(plans=[PLAN])).number == 1
    assert not (store.folder / ".beginning").exists()


def test_the_configuration_may_name_the_store_that_must_be_there(store, monkeypatch):
    known_stores.forget(store.root)
    monkeypatch.setenv("STI_STORE_ID", store.mark)
    assert open_store().current().number == 3
    unmount(store)
    with pytest.raises(StoreError) as error:
        open_store()
    assert error.value.kind == "lost"
    Store(store.root).fill(tiny.records(plans=[PLAN]))
    with pytest.raises(StoreError) as error:
        open_store()
    assert error.value.kind == "foreign"


def test_a_seed_that_nobody_published_on_may_be_made_again(tmp_path, monkeypatch):
    monkeypatch.setenv("STI_STATE", str(tmp_path / "state"))
    store = open_store(tmp_path / "store", FACTS, tmp_path / "none")
    shutil.rmtree(store.folder)
    assert open_store(store.root, FACTS, tmp_path / "none").current().number == 1


def put_another_in_its_place(store):
    store.folder.rename(store.folder.with_name("elsewhere"))
    other = Store(store.root)
    current = other.fill(tiny.records(plans=[PLAN]))
    known_stores.forget(store.root)
    return other, current


def test_a_server_follows_no_release_that_does_not_descend_from_its_own(store, caplog):
    clock = Clock()
    shelf = Shelf(clock)
    shown = shelf.newest()
    other, current = put_another_in_its_place(store)
    for number in range(2, 6):  # also when it overtakes ours
        clock.now += 3
        assert shelf.newest() is shown
        assert shelf.trouble.kind == "foreign"
        new = plans(*(f"q{n}" for n in range(number)))
        current = other.publish({"plans": new}, author="x", note="", expected=current.release_id)
    with pytest.raises(StoreError):
        shelf.store.publish({"plans": plans("z")}, author="a", note="", expected=shown.release)


def test_a_release_that_is_missing_from_the_end_of_the_log_is_told_and_nothing_is_built_on_the_rest(store):
    third = store.current()
    (store.folder / "releases" / "_delta_log" / f"{3:020}.json").unlink()
    for forgets in (False, True):  # by what this machine remembers, and by the audit log alone
        if forgets:
            known_stores.forget(store.root)
        clock = Clock()
        shelf = Shelf(clock)
        assert len(shelf.newest().plans) == 2
        assert (shelf.trouble.kind, shelf.release.number) == ("stepped-back", 2)
        clock.now += 3
        shelf.newest()
        assert shelf.trouble.kind == "stepped-back"
    second = Store(store.root).current()
    assert second.number == 2 != third.number
    with pytest.raises(StoreError) as error:
        Store(store.root).publish({"plans": plans("z")}, author="a", note="", expected=second.release_id)
    assert error.value.kind == "stepped-back"


def test_a_release_that_comes_while_the_store_is_looked_at_is_no_loss(store, monkeypatch):
    other, before = Store(store.root), store.audit.newest_number

    def meanwhile():
        current = other.current()
        other.publish({"plans": plans("p7")}, author="ข", note="", expected=current.release_id)
        return before()

    monkeypatch.setattr(store.audit, "newest_number", meanwhile)
    assert store.standing().number == 3
    monkeypatch.undo()
    assert store.standing().number == 4


def test_a_loss_that_was_looked_at_can_be_accepted_and_the_store_goes_on(store, capsys):
    (store.folder / "releases" / "_delta_log" / f"{3:020}.json").unlink()
    assert main(["--lang", "en", "status"]) == 2
    assert "The newest release is missing" in capsys.readouterr().err
    assert main(["--lang", "en", "accept", "--note", "disk lost its last minute"]) == 0
    second = Store(store.root).current()
    made = Store(store.root).publish({"plans": plans("z")}, author="a", note="", expected=second.release_id)
    assert made.number == 3
    events = [line["event"] for line in store.audit.lines()]
    assert events == ["seed", "publish", "publish", "accept", "publish"]


def files_of(store, release):
    return map(Path, versions.addresses(store.place("plans"), release.versions["plans"]))


def lose_a_file(store, release):
    for path in files_of(store, release):
        path.unlink()


def flip_a_byte(store, release):
    for path in files_of(store, release):
        content = bytearray(path.read_bytes())
        content[len(content) // 3] ^= 0xFF
        path.write_bytes(content)


@pytest.mark.parametrize("damage", [lose_a_file, flip_a_byte])
def test_a_damaged_release_is_told_and_the_newest_whole_one_served_and_restored(store, damage):
    third = store.current()
    damage(store, third)
    fresh = Store(store.root)
    with pytest.raises(StoreError) as error:
        fresh.records()
    assert error.value.kind == "damaged"
    for lang in ("th", "en"):
        assert str(store.folder) not in store_error_text(error.value, Reader(lang))
    clock = Clock()
    shelf = Shelf(clock)
    assert len(shelf.newest().plans) == 2
    assert (shelf.trouble.kind, shelf.release.number) == ("damaged", 2)
    clock.now += 3
    shelf.newest()
    assert shelf.trouble.kind == "damaged"
    back = shelf.store.restore(
        shelf.release.release_id, author="ก", note="แฟ้มเสียหาย", expected=third.release_id
    )
    clock.now += 3
    assert shelf.newest().release == back.release_id
    assert (shelf.trouble, back.number, len(shelf.newest().plans)) == (None, 4, 2)
    with pytest.raises(StoreError) as error:
        shelf.store.restore(third.release_id, author="ก", note="", expected=back.release_id)
    assert error.value.kind == "damaged"


def test_damage_to_the_newest_release_does_not_reach_a_server_that_holds_it(store):
    clock = Clock()
    shelf = Shelf(clock)
    shown = shelf.newest()
    lose_a_file(store, store.current())
    clock.now += 3
    assert shelf.newest() is shown
    assert shelf.trouble.kind == "damaged"


def test_a_lost_table_may_be_published_anew(store):
    third = store.current()
    lose_a_file(store, third)
    made = Store(store.root).publish({"plans": plans("n")}, author="a", note="", expected=third.release_id)
    assert Store(store.root).records(made).plans["plan_id"].tolist() == ["n"]
    lose_a_file(store, made)
    agencies = tiny.frame("agencies", [{"agency_code": "n", "name_th": "น", "name_en": "N"}])
    with pytest.raises(StoreError) as error:
        Store(store.root).publish({"agencies": agencies}, author="a", note="", expected=made.release_id)
    assert error.value.kind == "damaged"


def test_vacuum_tells_what_was_let_go_from_what_is_damaged(store, capsys):
    lose_a_file(store, store.release("tiny"))
    assert main(["--lang", "en", "vacuum", "--keep-days", "90"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "0 files that nothing needs were removed.",
        "3 releases: 2 can be shown and restored · 0 past their time · 1 damaged",
        "Damaged releases: 1",
    ]
    assert main(["--lang", "en", "vacuum", "--keep-days", "0", "--grace-hours", "0"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1 files that nothing needs were removed.",
        "3 releases: 1 can be shown and restored · 2 past their time · 0 damaged",
    ]
    states = [keeping.state(store, release) for release in store.history()]
    assert states == ["kept", "gone", "gone"]
    assert store.audit.lines()[-1]["removed"] == 1


def test_status_reads_every_byte_of_the_current_release(store, capsys):
    assert main(["--lang", "en", "status"]) == 0
    told = capsys.readouterr().out
    assert f"mark {store.mark}" in told
    assert "Every file of the current release is what was written." in told
    flip_a_byte(store, store.current())
    assert main(["--lang", "en", "status"]) == 1
    assert "what was written: plans" in capsys.readouterr().out


def test_rows_in_another_order_are_no_release(store):
    turned = store.records().plans.iloc[::-1].reset_index(drop=True)
    with pytest.raises(StoreError) as error:
        store.publish({"plans": turned}, author="a", note="", expected=store.current().release_id)
    assert error.value.kind == "nothing-new"


def test_who_reads_enough_of_the_history_ends_it_quietly(store):
    command = f"{sys.executable} -c 'from data.__main__ import main; main([\"history\"])' | true"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_history_is_paged_on_the_command_line(store, capsys):
    assert main(["--lang", "en", "history", "--last", "1"]) == 0
    told = capsys.readouterr()
    assert (told.out.split()[0], told.err) == ("3", "2 older releases are not shown (--last)\n")
    assert main(["history", "--last", "5", "--before", "3", "--json"]) == 0
    assert [release["number"] for release in json.loads(capsys.readouterr().out)] == [2, 1]


def test_a_summary_of_the_log_that_lies_or_is_gone_is_not_believed(store, monkeypatch):
    monkeypatch.setattr("data.store.rowlog.FROM_FILES", 1)
    current = store.current()
    made = store.publish({"plans": plans("s")}, author="a", note="", expected=current.release_id)
    summary = store.folder / "releases" / "summary.json"
    assert summary.exists()
    for told in (summary.read_text().replace('"author": "\\u0e01"', '"author": "b"'), "", "{}", "\n[1]"):
        summary.write_text(told.replace("ก", "ข"))
        assert [r.author for r in Store(store.root).history()] == ["a", "ก", "ก", "facts + sample"]
        assert Store(store.root).current() == made


WRITERS = {
    "publish": lambda store: store.publish({"plans": plans("p9")}, author="ก", note="", expected="x"),
    "restore": lambda store: store.restore("x", author="ก", note="", expected="x"),
    "vacuum": lambda store: keeping.vacuum(store, 30, 1),
    "audit": lambda store: store.audit.write("sign-in", "ก"),
    "rows": lambda store: RowIndex(store).behind(),
    "names": lambda store: Remembered(store.folder / "readings.jsonl").keep("ก", [Kept("places", "x", "50")]),
    "file": lambda store: attachments.keep(store, "a.pdf", b"%PDF-1.7\n"),
    "proposal": lambda store: Ledger(store).write("sent", "ก", {}),
    "key": lambda store: Tokens(store).issue("สื่อ", None, "ก", date(2030, 1, 1)),
}


@pytest.mark.parametrize("writer", list(WRITERS))
def test_no_writer_makes_the_folder_of_a_store_that_went_away(store, writer):
    store.folder.rename(store.folder.with_name("disk"))
    with contextlib.suppress(StoreError, OSError):
        WRITERS[writer](store)
    assert not store.folder.exists()
