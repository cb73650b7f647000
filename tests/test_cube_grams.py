"""The index of titles finds what the plain scan finds, in Thai and English, however it is written."""

import random

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.cube import book, grams, titles
from data.cube.pieces import Pieces
from measures.folding import fold_words

SYLLABLES = ("น้ำ", "ส้ม", "แปรรูป", "ข้าว", "เทคโนโลยี", "นวัตกรรม", "จังหวัด", "เเก้ว", "ก๋วยเตี๋ยว", "ไผ่", "ปี ๒๕๕๔", "ชุมชน",
             "คลินิก", "พลังงาน", "ทุเรียน", "กาแฟ", "สมุนไพร", "ผ้าไหม", "ประมง", "ดิน")  # fmt: skip
WORDS = (
    "water",
    "Solar-cell",
    "R&D",
    "µ-sensor",
    "Straße",
    "ΣΙΓΜΑΣ",
    "biomass",
    "o_rice",
    "RICE",
    "İstanbul",
    "co2",
    "x²",
)
RARE = ("หิ่งห้อย", "quasar", "ทองคำ")


def table(rows: int, seed: int) -> pa.Table:
    """Return titles made of common words, with a rare one here and there."""
    rng = random.Random(seed)  # noqa: S311 - the same titles in every run
    thai = ["".join(rng.choices(SYLLABLES, k=4)) for _ in range(rows)]
    english = [" ".join(rng.choices(WORDS, k=3)) for _ in range(rows)]
    for word in RARE:
        for _ in range(3):
            place = rng.randrange(rows)
            (thai if word != "quasar" else english)[place] += f" {word}"
    english[5] = ""
    return pa.table(
        {"title_th": thai, "title_en": english, "project_id": [f"P-{n:06d}" for n in range(rows)]}
    )


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> Pieces:
    """Return 30,000 rows in files of several row groups."""
    import pyarrow.dataset as ds
    import pyarrow.parquet as pq

    folder = tmp_path_factory.mktemp("titles")
    made = table(30_000, 1)
    pq.write_table(made.slice(0, 17_000), folder / "a.parquet", row_group_size=5_000)
    pq.write_table(made.slice(17_000), folder / "b.parquet", row_group_size=7_000)
    return Pieces(ds.dataset([str(folder / "a.parquet"), str(folder / "b.parquet")]))


@pytest.fixture(scope="module")
def index(pieces: Pieces) -> grams.Grams:
    return grams.build(pieces.batches(titles.TEXTS), titles.TEXTS, pieces.rows)


def questions(pieces: Pieces) -> list[str]:
    """Return pieces of the titles as readers might type them: cut anywhere, other case, other digits, signs between."""
    rng = random.Random(7)  # noqa: S311
    _, rows = next(iter(pieces.batches(titles.TEXTS)))
    made = [
        "quasar",
        "ทองคำ",
        "ทองค\u0e4d\u0e32",
        "หิ่ง-ห้อย",
        "QUASAR",
        "P-000123",
        "p 029 999",
        "ก",
        "๒๕๕๔",
        "ไม่มีคำนี้",
        "μ sensor",
        "strasse",
    ]
    for _ in range(120):
        text = rows[rng.choice(titles.TEXTS)][rng.randrange(len(rows))].as_py()
        begin = rng.randrange(max(1, len(text) - 3))
        word = text[begin : begin + rng.randrange(1, 14)]
        made.append(rng.choice([str.upper, str.lower, str.title, lambda t: "-".join(t), lambda t: t])(word))
    return made


def test_the_index_finds_what_the_scan_finds(pieces: Pieces, index: grams.Grams) -> None:
    by_index = 0
    for question in questions(pieces):
        words = fold_words(question)
        if not words:
            continue
        plain = titles.containing(pieces, words)
        found = titles.containing(pieces, words, grams=index)
        assert found["row"].to_pylist() == plain["row"].to_pylist(), question
        assert found.column_names == plain.column_names
        blocks = index.blocks(words)
        if blocks is not None:
            by_index += 1
            assert set(np.unique(plain["row"].to_numpy() // grams.BLOCK)) <= set(blocks), question
    assert by_index > 80


@given(st.text(max_size=60) | st.text(alphabet="แเกา ็ํ่๒2ßİﬃ_-\n", max_size=60))
def test_letters_looked_up_are_the_letters_written_plainly(text: str) -> None:
    assert "".join(map(chr, grams._plainly(text))) == grams.plain(text)


def test_a_rare_word_is_looked_for_in_few_rows(pieces: Pieces, index: grams.Grams, monkeypatch) -> None:
    read: list[int] = []
    take = Pieces.take
    monkeypatch.setattr(
        Pieces, "take", lambda self, rows, names: read.append(len(rows)) or take(self, rows, names)
    )
    monkeypatch.setattr(Pieces, "map", lambda *_: pytest.fail("all rows are read"))
    assert len(titles.containing(pieces, fold_words("quasar"), grams=index)) == 3
    assert 0 < sum(read) <= 3 * grams.BLOCK
    nothing = titles.containing(pieces, fold_words("ไม่มีคำนี้เลย"), grams=index)
    assert nothing.num_rows == 0
    assert nothing["row"].to_numpy().dtype == np.int64  # row numbers, also where there are none


def test_only_the_first_ones_are_returned_where_few_are_wanted(pieces: Pieces, index: grams.Grams) -> None:
    words = fold_words("ทองคำ")
    every = titles.containing(pieces, words)["row"].to_pylist()
    assert titles.containing(pieces, words, 2, index)["row"].to_pylist() == every[:2]


def test_a_book_asks_its_index_once_it_is_made(monkeypatch) -> None:
    own = table(4_000, 3)
    found = book.ProjectBook(Pieces(own), Pieces(pa.table({"project_id": pa.array([], pa.string())})))
    before = found.holding(("quasar",), 10)
    found.index_titles()
    assert found._grams is None  # so few are looked through as they are
    monkeypatch.setattr(book, "INDEXED", 100)
    rested = []
    found.index_titles(lambda: rested.append(1))
    assert found._grams is not None
    assert len(rested) == 2
    found.holding.cache_clear()
    assert found.holding(("quasar",), 10) == before != ()
