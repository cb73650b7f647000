"""The history of one row and of one cell, over all releases: what stood there, who, when, why, on which document."""

import json
import shutil
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.__main__ import main
from data.store.rowhistory import row_history
from data.store.rowindex import RowIndex
from data.store.store import Store
from tests import tiny

PLAN = {"plan_id": "p1", "province_code": "50", "drafted_on": "2010-01-05", "source_id": "sample"}


def publish(store, author, note, *rows):
    current = store.current()
    frame = tiny.frame("plans", list(rows)).assign(evidence="documented")
    return store.publish({"plans": frame}, author=author, note=note, expected=current.release_id)


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("STI_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))
    store = Store(tmp_path / "store")
    store.fill(tiny.records(plans=[PLAN]))
    publish(store, "ก", "แก้วัน", PLAN | {"drafted_on": "2010-02-05", "source_id": "doc-1"})
    publish(
        store, "ข", "เพิ่ม", PLAN | {"drafted_on": "2010-02-05", "source_id": "doc-1"}, PLAN | {"plan_id": "p2"}
    )
    publish(store, "ค", "ไม่มีจริง", PLAN | {"plan_id": "p2"})
    publish(store, "ก", "มีจริง", PLAN | {"plan_id": "p2"}, PLAN | {"drafted_on": None, "source_id": "doc-2"})
    publish(store, "ง", "ตัดออก", PLAN | {"plan_id": "p2"})
    return store


def told(entries):
    return [
        (
            e.release.number,
            e.kind,
            e.release.author,
            e.source_id,
            [(c.column, c.before, c.after) for c in e.cells],
        )
        for e in entries
    ]


def test_each_release_that_touched_a_row_is_told_with_both_values(store):
    history = row_history(RowIndex(store), "plans", "p1")
    assert (history.now, history.behind) == (None, 0)
    whole = [
        ("plan_id", "p1", ""),
        ("province_code", "50", ""),
        ("source_id", "doc-2", ""),
        ("evidence", "documented", ""),
    ]
    assert told(history.entries) == [
        (6, "removed", "ง", "", whole),
        (5, "added", "ก", "doc-2", [(name, after, before) for name, before, after in whole]),
        (4, "removed", "ค", "", [
            ("plan_id", "p1", ""), ("province_code", "50", ""), ("drafted_on", "2010-02-05", ""),
            ("source_id", "doc-1", ""), ("evidence", "documented", ""),
        ]),
        (2, "changed", "ก", "doc-1", [
            ("drafted_on", "2010-01-05", "2010-02-05"), ("source_id", "sample", "doc-1"),
            ("evidence", "illustrative", "documented"),
        ]),
        (1, "added", "facts + sample", "sample", [
            ("plan_id", "", "p1"), ("province_code", "", "50"), ("drafted_on", "", "2010-01-05"),
            ("source_id", "", "sample"), ("evidence", "", "illustrative"),
        ]),
    ]  # fmt: skip
    assert [entry.release.note for entry in history.entries] == ["ตัดออก", "มีจริง", "ไม่มีจริง", "แก้วัน", ""]


def test_the_history_of_one_cell(store):
    cell = row_history(RowIndex(store), "plans", "p1").of_cell("drafted_on")
    assert told(cell) == [
        (4, "removed", "ค", "", [("drafted_on", "2010-02-05", "")]),
        (2, "changed", "ก", "doc-1", [("drafted_on", "2010-01-05", "2010-02-05")]),
        (1, "added", "facts + sample", "sample", [("drafted_on", "", "2010-01-05")]),
    ]


def test_rows_that_are_gone_are_listed_with_the_release_that_took_them(store):
    index = RowIndex(store)
    index.catch_up()
    assert index.gone("plans") == (("p1", 6),)
    assert index.gone("projects") == ()


def test_a_row_that_never_was_has_no_history(store):
    for key in ("p9", "", "p1 + p2", "' OR 1=1 --"):
        assert row_history(RowIndex(store), "plans", key).entries == ()


def test_a_key_of_several_parts_with_a_day(store):
    first = store.records().province_group_members.iloc[0]
    day = "" if pd.isna(first["valid_from"]) else str(first["valid_from"].date())
    key = f"{first['group_code']} + {first['province_code']} + {day}"
    (entry,) = row_history(RowIndex(store), "province_group_members", key).entries
    assert (entry.release.number, entry.kind) == (1, "added")


def test_what_was_read_stays_known_after_the_rows_were_let_go_and_what_was_not_is_said(store):
    before = told(row_history(RowIndex(store), "plans", "p1").entries)
    assert store.vacuum(keep_days=0, grace_hours=0) > 0
    assert told(row_history(RowIndex(store), "plans", "p1").entries) == before
    (store.folder / "rows.sqlite").unlink()
    kinds = [entry.kind for entry in row_history(RowIndex(store), "plans", "p1").entries]
    assert kinds == ["unknown"] * 5
    assert {entry.kind for entry in row_history(RowIndex(store), "plans", "p2").entries} == {"unknown"}


@pytest.mark.parametrize("damage", [b"", b"garbage" * 400])
def test_an_index_that_is_damaged_is_made_anew(store, damage):
    before = told(row_history(RowIndex(store), "plans", "p1").entries)
    (store.folder / "rows.sqlite").write_bytes(damage)
    assert told(row_history(RowIndex(store), "plans", "p1").entries) == before


def test_an_index_of_another_history_is_not_believed(store, tmp_path):
    row_history(RowIndex(store), "plans", "p1")
    other = Store(tmp_path / "other")
    other.fill(tiny.records(plans=[PLAN]))
    publish(other, "x", "y", PLAN | {"plan_id": "p1", "approved_on": "2011-01-01"})
    shutil.copy(store.folder / "rows.sqlite", other.folder / "rows.sqlite")
    numbers = [entry.release.number for entry in row_history(RowIndex(other), "plans", "p1").entries]
    assert numbers == [2, 1]


def test_a_restored_row_is_told_as_what_the_restoring_did(store):
    first = store.history()[-1]
    store.restore(first.release_id, author="จ", note="กลับ", expected=store.current().release_id)
    newest = row_history(RowIndex(store), "plans", "p1").entries[0]
    assert (newest.kind, newest.release.kind, newest.release.author) == ("added", "restore", "จ")


def test_the_command_tells_a_row_and_a_cell(store, capsys):
    assert main(["--lang", "en", "history", "--row", "plans", "p1", "--column", "drafted_on"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 6
    assert "release 4" in lines[0]
    assert "removed  by ค  reason: ไม่มีจริง  document: –" in lines[0]
    assert lines[3].strip().endswith("2010-01-05 → 2010-02-05")
    assert main(["history", "--row", "plans", "p1", "--json"]) == 0
    assert [e["number"] for e in json.loads(capsys.readouterr().out)["entries"]] == [6, 5, 4, 2, 1]
    assert main(["history", "--row", "plans", "p9"]) == 1
    assert main(["history", "--row", "nothing", "p9"]) == 2
    assert main(["history", "--row", "plans", "p1", "--column", "nothing"]) == 2


ROW = st.fixed_dictionaries(
    {
        "plan_id": st.sampled_from(["a", "b", "c"]),
        "province_code": st.sampled_from(["50", "52"]),
        "approved_on": st.sampled_from([None, "2011-01-01", "2012-02-02"]),
        "source_id": st.sampled_from(["sample", "d+1", "ด"]),
    }
)
TABLE = st.lists(ROW, max_size=3, unique_by=lambda row: row["plan_id"])


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(releases=st.lists(TABLE, min_size=1, max_size=8))
def test_walked_back_the_history_gives_every_release_its_rows(tmp_path_factory, releases):
    store = Store(tmp_path_factory.mktemp("made") / "store")
    store.fill(tiny.records(plans=releases[0]))
    kept = [releases[0]]
    for rows, after in pairwise(releases):
        if sorted(map(repr, rows)) != sorted(map(repr, after)):
            frame = tiny.frame("plans", after)
            store.publish({"plans": frame}, author="a", note="", expected=store.current().release_id)
            kept.append(after)
    index = RowIndex(store)
    for key in ("a", "b", "c"):
        history = row_history(index, "plans", key)
        row = history.now
        by_number = {entry.release.number: entry for entry in history.entries}
        for number in range(len(kept), 0, -1):
            (found,) = [r for r in kept[number - 1] if r["plan_id"] == key] or [None]
            wanted = found and {k: v for k, v in found.items() if v} | {"evidence": "illustrative"}
            assert row == wanted
            if entry := by_number.get(number):
                row = dict(row or {})
                for cell in entry.cells:
                    assert row.get(cell.column, "") == cell.after
                    row[cell.column] = cell.before
                row = {name: value for name, value in row.items() if value} or None
        assert row is None
