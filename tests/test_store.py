"""The store: whole releases, conflicts with their reason, restoring, letting go, and what it says when it cannot."""

import json
import shutil
import threading
from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from data.records import FACTS, SAMPLE, StoredRecords, load
from data.schema import TABLES
from data.store import readable, versions
from data.store.columnar import in_memory, to_arrow, to_frame
from data.store.errors import KINDS, StoreError, store_error_text
from data.store.keeping import in_force_since
from data.store.releases import ConflictError
from data.store.store import Store, default_root, open_store
from locales import Reader
from tests import tiny

PLAN = {"plan_id": "p1", "province_code": "50", "approved_on": "2013-05-01", "source_id": "sample"}


def plans(*codes: str) -> pd.DataFrame:
    return tiny.frame("plans", [PLAN | {"plan_id": f"p-{code}", "province_code": code} for code in codes])


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("filled") / "store")
    store.fill(tiny.records(plans=[PLAN]))
    return store


@pytest.fixture
def store(filled, tmp_path):
    return Store(shutil.copytree(filled.folder, tmp_path / "ที่เก็บ 100%"))  # a folder as people name them


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    return open_store(tmp_path_factory.mktemp("store"))


def test_the_shipped_records_come_back_cell_by_cell_with_their_types(shipped):
    loaded, stored = load(), shipped.records()
    assert stored.release == loaded.release
    for name in TABLES:
        pd.testing.assert_frame_equal(stored.tables()[name], loaded.tables()[name])


def test_opening_again_adds_no_release(shipped):
    again = open_store(shipped.root)
    assert [release.number for release in again.history()] == [1]
    assert again.current().kind == "seed"


def test_a_publish_changes_its_tables_and_leaves_the_others(store):
    first = store.current()
    second = store.publish({"plans": plans("50", "52")}, author="ก", note="เพิ่มลำปาง", expected="tiny")
    assert (second.number, second.kind, second.parent, second.author) == (2, "publish", "tiny", "ก")
    assert second.differs(first) == ("plans",)
    assert second.rows["plans"] == 2
    assert store.records().plans["province_code"].tolist() == ["50", "52"]
    assert store.records(first).plans["plan_id"].tolist() == ["p1"]
    assert second.versions["provinces"] == first.versions["provinces"]


def test_another_process_sees_what_was_published(store):
    other = Store(store.root)
    assert other.current().number == 1
    published = store.publish({"plans": plans()}, author="a", note="", expected="tiny")
    assert other.current() == published
    assert [release.number for release in other.history()] == [2, 1]
    assert len(other.records().plans) == 0


def test_the_second_of_two_authors_hears_who_came_first_and_what_changed(store):
    other = Store(store.root)
    first = store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    with pytest.raises(ConflictError) as error:
        other.publish({"agencies": tiny.frame("agencies", [])}, author="b", note="", expected="tiny")
    assert error.value.found == first
    assert error.value.changed == ("plans",)
    assert store.history()[0] == first
    second = other.publish({"plans": plans("41")}, author="b", note="", expected=first.release_id)
    assert (second.number, second.parent) == (3, first.release_id)


def test_the_commit_itself_lets_one_writer_win_where_nothing_can_be_locked(store, monkeypatch):
    monkeypatch.setattr("data.store.folders.fcntl", None)
    meet, results = threading.Barrier(4), []

    def publish(code: str) -> None:
        writer = Store(store.root)
        writer.current()
        meet.wait()
        try:
            results.append(writer.publish({"plans": plans(code)}, author=code, note="", expected="tiny"))
        except ConflictError as error:
            results.append(error)

    threads = [threading.Thread(target=publish, args=(code,)) for code in ("41", "42", "43", "52")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    won = [result for result in results if not isinstance(result, ConflictError)]
    lost = [result for result in results if isinstance(result, ConflictError)]
    assert (len(won), len(lost)) == (1, 3)
    assert {error.found for error in lost} == set(won)
    assert store.records().plans["province_code"].tolist() == [won[0].author]
    assert [release.number for release in store.history()] == [2, 1]


def test_publishing_what_is_there_already_makes_no_release(store):
    with pytest.raises(StoreError) as error:
        store.publish({"plans": store.records().plans}, author="a", note="", expected="tiny")
    assert error.value.kind == "nothing-new"
    assert store.current().number == 1


def test_a_frame_without_a_column_is_refused_before_anything_is_written(store):
    with pytest.raises(KeyError, match="approved_on"):
        store.publish(
            {"plans": plans("50").drop(columns="approved_on")}, author="a", note="", expected="tiny"
        )
    assert store.current().versions["plans"] == versions_of(store, "plans")[-1]


def versions_of(store, table):
    log = store.folder / "tables" / table / "_delta_log"
    return sorted(int(path.stem) for path in log.glob("*.json"))


def test_restoring_publishes_the_older_rows_once_more(store):
    changed = store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    restored = store.restore("tiny", author="b", note="ผิดแฟ้ม", expected=changed.release_id)
    assert (restored.number, restored.kind, restored.note) == (3, "restore", "ผิดแฟ้ม")
    assert restored.release_id not in ("tiny", changed.release_id)
    assert store.records().plans["plan_id"].tolist() == ["p1"]
    with pytest.raises(StoreError) as error:
        store.restore("tiny", author="b", note="", expected=restored.release_id)
    assert error.value.kind == "nothing-new"


def test_a_release_is_found_by_a_beginning_that_names_one_only(store):
    published = store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    assert store.release("ti").release_id == "tiny"
    assert store.release(published.release_id[:6]) == published
    for unknown in ("", "zzz"):
        with pytest.raises(StoreError) as error:
            store.release(unknown)
        assert error.value.kind == "no-release"


def test_vacuum_lets_go_of_what_no_kept_release_needs(store):
    second = store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    third = store.publish({"plans": plans("41")}, author="a", note="", expected=second.release_id)
    back = store.restore("tiny", author="a", note="", expected=third.release_id)
    assert store.vacuum(keep_days=1, grace_hours=0) == 0
    assert store.vacuum(keep_days=0, grace_hours=0) == 1
    # What was written last to a table stays as well, until something else is written.
    assert [store.is_kept(release) for release in (back, third, second)] == [True, True, False]
    assert Store(store.root).records().plans["plan_id"].tolist() == ["p1"]
    with pytest.raises(StoreError) as error:
        store.restore(second.release_id, author="a", note="", expected=back.release_id)
    assert error.value.kind == "gone"
    with pytest.raises(StoreError) as error:
        store.records(second)
    assert error.value.kind == "gone"


def test_vacuum_leaves_young_files_for_a_publish_under_way(store):
    second = store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    store.publish({"plans": plans("41")}, author="a", note="", expected=second.release_id)
    assert store.vacuum(keep_days=0) == 0


def test_a_release_counts_its_days_from_when_it_was_replaced(store):
    store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    now = datetime.now(UTC)
    assert [release.number for release in in_force_since(store.log.all(), now - timedelta(hours=1))] == [1, 2]
    assert [release.number for release in in_force_since(store.log.all(), now + timedelta(hours=1))] == [2]


def test_a_table_is_asked_where_it_lies(store):
    rows = store.dataset("provinces")
    assert rows.to_table(columns=["province_code"]).column(0).to_pylist() == [
        "10", "38", "41", "42", "43", "50", "52",
    ]  # fmt: skip
    assert rows.count_rows() == 7
    assert all(file.endswith(".parquet") for file in rows.files)


def test_big_tables_stay_in_their_files_until_the_frame_is_asked_for(store, monkeypatch):
    monkeypatch.setattr(readable, "BIG", 5)
    records = store.records()
    assert isinstance(records, StoredRecords)
    assert "provinces" not in vars(records)
    assert records.count("provinces") == 7
    assert records.dataset("provinces").count_rows() == 7
    assert "provinces" not in vars(records)
    pd.testing.assert_frame_equal(records.provinces, tiny.records().provinces)
    assert (
        records.documented().provinces["province_code"].tolist()
        == records.provinces["province_code"].tolist()
    )


def test_rows_that_are_illustrative_leave_a_big_table_too(store, monkeypatch):
    mixed = plans("50", "52", "41").assign(evidence=["documented", "illustrative", "documented"])
    store.publish({"plans": mixed}, author="a", note="", expected="tiny")
    monkeypatch.setattr(readable, "BIG", 3)
    assert store.records().documented().plans["province_code"].tolist() == ["50", "41"]


def test_records_read_from_files_give_datasets_too():
    rows = tiny.records(plans=[PLAN]).dataset("plans").to_table()
    assert str(rows.schema.field("approved_on").type) == "date32[day]"
    assert rows.column("drafted_on").null_count == 1
    assert rows.column("approved_on").to_pylist()[0].isoformat() == "2013-05-01"


def test_a_column_that_an_older_release_lacks_is_blank():
    table = to_arrow("plans", plans("50"))
    older = table.drop_columns(["approved_on", "source_id"]).append_column("dropped_since", table["plan_id"])
    frame = to_frame("plans", older)
    assert frame.dtypes.equals(plans("50").dtypes)
    assert frame["approved_on"].isna().all()
    assert frame["source_id"].tolist() == [""]


def test_rows_keep_their_order_however_the_frame_was_put_together():
    pieces = pd.concat([plans("52"), plans("41"), plans("50")], ignore_index=True)
    assert in_memory("plans", pieces).to_table()["province_code"].to_pylist() == ["52", "41", "50"]
    assert to_arrow("plans", pieces)["province_code"].num_chunks == 1


def test_changed_folders_renew_a_seed_but_never_what_somebody_published(tmp_path):
    facts = shutil.copytree(FACTS, tmp_path / "facts")
    store = open_store(tmp_path / "store", facts, tmp_path / "none")
    note = facts / "conflicts.csv"
    note.write_text("\n".join(note.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    renewed = open_store(store.root, facts, tmp_path / "none").current()
    assert (renewed.number, renewed.kind, renewed.rows["conflicts"]) == (2, "seed", 10)
    assert renewed.differs(store.history()[1]) == ("conflicts",)
    aliases = store.records().province_aliases.iloc[:-1]
    mine = store.publish({"province_aliases": aliases}, author="a", note="", expected=renewed.release_id)
    shutil.copy(FACTS / "conflicts.csv", note)
    assert open_store(store.root, facts, tmp_path / "none").current() == mine


def test_two_processes_may_fill_one_store_at_once(tmp_path):
    records, meet, seen = tiny.records(plans=[PLAN]), threading.Barrier(3), []

    def fill() -> None:
        meet.wait()
        seen.append(Store(tmp_path).fill(records).release_id)

    threads = [threading.Thread(target=fill) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == ["tiny", "tiny", "tiny"]
    assert len(Store(tmp_path).history()) == 1


def test_a_long_log_is_summed_up_and_every_release_stays_readable(store, monkeypatch):
    monkeypatch.setattr(versions, "CHECKPOINT_EVERY", 4)
    expected = "tiny"
    for n in range(10):
        rows = plans("50").assign(source_id=f"s{n}")
        expected = store.publish({"plans": rows}, author="a", note="", expected=expected).release_id
    assert list((store.folder / "tables" / "plans" / "_delta_log").glob("*.checkpoint.parquet"))
    fresh = Store(store.root)
    assert [fresh.records(release).plans["source_id"][0] for release in fresh.history()] == [
        "s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2", "s1", "s0", "sample",
    ]  # fmt: skip


@pytest.mark.parametrize("damage", ["no log", "half a line", "bytes", "a row is missing", "a file"])
def test_a_damaged_table_of_releases_is_told_in_words_and_never_filled_anew(store, damage):
    store.publish({"plans": plans("52")}, author="a", note="", expected="tiny")
    releases = store.folder / "releases"
    last = releases / "_delta_log" / f"{2:020}.json"
    if damage == "no log":
        shutil.rmtree(releases / "_delta_log")
    elif damage == "half a line":
        last.write_text(last.read_text()[:40])
    elif damage == "bytes":
        for path in releases.glob("*.parquet"):
            path.write_bytes(b"\0" * path.stat().st_size)
    elif damage == "a row is missing":
        last.write_text("")
    else:
        shutil.rmtree(releases)
        releases.write_text("x")
    with pytest.raises(StoreError) as error:
        open_store(store.root, FACTS, SAMPLE)
    assert error.value.kind == "corrupt"
    for lang in ("th", "en"):  # who runs the server hears where, a reader does not
        assert str(releases) in store_error_text(error.value, Reader(lang), where=True)
        assert str(store.folder) not in store_error_text(error.value, Reader(lang))


def test_nothing_is_published_onto_a_store_that_has_lost_a_table(store):
    shutil.rmtree(store.folder / "tables" / "plans")
    before = sorted(store.folder.rglob("*"))
    for write in (
        lambda: store.publish({"plans": plans("52")}, author="a", note="", expected="tiny"),
        lambda: store.restore("tiny", author="a", note="", expected="tiny"),
    ):
        with pytest.raises(StoreError) as error:
            write()
        assert error.value.kind == "corrupt"
    assert sorted(store.folder.rglob("*")) == before


def test_every_kind_of_error_has_words_in_both_languages():
    for kind in KINDS:
        error = StoreError(kind, "/srv/store")
        thai, english = (store_error_text(error, Reader(lang)) for lang in ("th", "en"))
        assert thai != english
        assert "store-error" not in thai + english


def test_other_folders_have_a_store_of_their_own(monkeypatch, tmp_path):
    monkeypatch.delenv("STI_STORE")
    usual = default_root()
    monkeypatch.setenv("STI_FACTS", str(tmp_path / "facts"))
    assert default_root().startswith(usual + "/of-")
    monkeypatch.setenv("STI_STORE", "/srv/sti")
    assert default_root() == "/srv/sti"


def test_refused_and_accepted_publishes_are_lines_of_the_audit_log(store):
    with pytest.raises(ConflictError):
        store.publish({"plans": plans()}, author="b", note="", expected=store.publish(
            {"plans": plans("52")}, author="ก", note="เหตุผล", expected="tiny").parent)  # fmt: skip
    lines = [json.loads(line) for line in (store.folder / "audit.log").read_text().splitlines()]
    assert [(line["event"], line["who"]) for line in lines] == [
        ("seed", "facts + sample"), ("publish", "ก"), ("refusal", "b"),
    ]  # fmt: skip
    assert lines[1]["note"] == "เหตุผล"
    assert lines[2]["why"] == "conflict"
