"""The parts the project book is made of: words in any spelling, days as fiscal years, tables read in pieces."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from data.cube import book
from data.cube import titles as book_text
from data.cube.coding import NO_DAY, NO_YEAR, combine, first_of, fiscal_years, narrow
from data.cube.pieces import Pieces
from measures.folding import fold_words
from tests import tiny


def rows_with(question: str, *titles: str) -> list[int]:
    """Return the numbers of the titles that hold every word of a question."""
    table = pa.table(
        {"title_th": list(titles), "title_en": [""] * len(titles), "project_id": ["0"] * len(titles)}
    )
    return book_text.containing(Pieces(table), fold_words(question))["row"].to_pylist()


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("ทอผ้า", "การทอ ผ้า"), ("ทอ ผ้า", "ผ้าที่ทอ"), ("รุ่นที่2", "รุ่นที่ ๒"), ("รุ่นที่ ๒", "รุ่นที่2"),
        ("ROUND", "round 2"), ("bio gas", "Bio-gas"), ("น้ำ", "น\u0e49\u0e4d\u0e32"), ("น้ำ", "น\u0e4d\u0e49\u0e32"),
        ("น\u0e4d\u0e49\u0e32", "น้ำ"), ("ลำปาง", "ล\u0e4d\u0e32ปาง"), ("แพร่", "เเพร่"), ("เเพร่", "แพร่"),
        ("ลำปาง", "\u200bลำ\u200bปาง"), ("a.b", "A B"), ("(x)", "X"), ("p+q", "P&Q"),
    ],
)  # fmt: skip
def test_a_word_is_found_in_any_spelling(question: str, title: str) -> None:
    assert rows_with(question, "อื่น", title) == [1]


@pytest.mark.parametrize(
    ("question", "title"),
    [("ลำปาง", "ลพบุรี"), ("รุ่นที่ 3", "รุ่นที่ ๒"), (".*", "อะไรก็ได้"), ("กก", "ก"), ("a|b", "a")],
)
def test_what_is_not_there_is_not_found(question: str, title: str) -> None:
    assert fold_words(question) == () or rows_with(question, title) == []


def test_fiscal_years_begin_in_october() -> None:
    days = [date(2009, 9, 30), date(2009, 10, 1), date(2010, 1, 1), date(1969, 12, 31)]
    numbers = np.array([(day - date(1970, 1, 1)).days for day in days] + [NO_DAY], dtype=np.int32)
    assert fiscal_years(numbers).tolist() == [2552, 2553, 2553, 2513, NO_YEAR]


def test_half_the_memory_only_for_the_very_same_numbers() -> None:
    assert narrow(np.array([1000.0, np.nan, 90_000_000.0])).dtype == np.float32
    assert narrow(np.array([0.1])).dtype == np.float64
    assert narrow(np.array([90_000_001.0])).dtype == np.float64


def test_rows_that_agree_share_a_number_in_order_of_first_use() -> None:
    groups = combine([np.array([7, 7, 2, 7]), np.array([-1, 3, 3, -1])])
    assert groups.tolist() == [0, 1, 2, 0]
    assert first_of(groups).tolist() == [0, 1, 2]


def test_combining_wide_columns_does_not_run_over() -> None:
    wide = np.array([0, 2**31 - 1, 0, 5])
    assert combine([wide, wide, wide, np.array([1, 1, 1, 2])]).tolist() == [0, 1, 0, 2]


def test_pieces_of_a_file_are_taken_in_the_order_asked(tmp_path) -> None:
    path = tmp_path / "rows.parquet"
    frame = pd.DataFrame({"code": [f"c{n:02d}" for n in range(20)], "n": range(20)})
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), path, row_group_size=3)
    pieces = Pieces(ds.dataset(path), words=["code"])
    assert (pieces.rows, len(pieces.pieces)) == (20, 7)
    assert pieces.take(np.array([19, 0, 7, 7]), ["n"])["n"].to_pylist() == [19, 0, 7, 7]
    assert pieces.where_equal("code", "c11").tolist() == [11]
    assert pieces.where_equal("code", "zz").tolist() == []
    assert [first for first, _ in pieces.batches(["n"])] == [0]


def test_a_book_of_nothing_answers() -> None:
    empty = book.of(tiny.records())
    assert len(empty) == 0
    assert not empty.has("p1")
    assert empty.cube.snapshot(np.datetime64("2011-05-26")).count.sum() == 0
    assert empty.find("p1")[0].empty


def test_a_project_id_that_stands_twice_is_refused() -> None:
    twice = tiny.records(
        projects=[tiny.project("p", "2010-01-01"), tiny.project("p", "2011-01-01")],
        project_locations=[tiny.location("p", "50")],
    )
    with pytest.raises(ValueError, match="stands twice"):
        _ = book.of(twice).cube


def test_ids_that_differ_in_two_digits_are_two_projects() -> None:
    one, other = "sample-itap-2555-00058599", "sample-itap-2552-00058549"
    both = tiny.records(
        projects=[tiny.project(one, "2010-01-01"), tiny.project(other, "2011-01-01")],
        project_locations=[tiny.location(other, "50"), tiny.location(one, "33")],
    )
    found = book.of(both).cube.snapshot(np.datetime64("2011-05-26"))
    assert found.count.sum() == 2


def test_a_book_that_takes_long_keeps_only_its_own_readers_waiting(monkeypatch) -> None:
    slow, quick = tiny.records(), tiny.records()
    go_on, begun = threading.Event(), threading.Event()
    dataset = type(slow).dataset

    def slowly(self, table):
        if self is slow:
            begun.set()
            go_on.wait(30)
        return dataset(self, table)

    monkeypatch.setattr(type(slow), "dataset", slowly)
    first = threading.Thread(target=book.of, args=(slow,))
    first.start()
    assert begun.wait(30)
    other = ThreadPoolExecutor(1).submit(book.of, quick)
    assert len(other.result(30)) == 0
    assert not go_on.is_set()
    go_on.set()
    first.join()
    assert book.of(slow) is book.of(slow)


def test_a_page_of_a_list_does_not_stand_in_the_queue_of_a_search(tmp_path) -> None:
    pq.write_table(pa.table({"id": [str(n) for n in range(40)]}), tmp_path / "a.parquet", row_group_size=10)
    pieces = Pieces(ds.dataset(tmp_path, format="parquet"))
    go_on, busy = threading.Event(), threading.Semaphore(0)

    def work(first: int, rows: pa.Table) -> int:
        busy.release()
        go_on.wait(30)
        return len(rows)

    searches = [ThreadPoolExecutor(1).submit(list, pieces.map(["id"], work)) for _ in range(2)]
    for _ in range(2):
        assert busy.acquire(timeout=30)
    page = ThreadPoolExecutor(1).submit(pieces.take, np.array([35, 1]), ["id"]).result(30)
    assert page["id"].to_pylist() == ["35", "1"]
    go_on.set()
    assert [sum(search.result(30)) for search in searches] == [40, 40]
