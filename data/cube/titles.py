"""Words in ten million titles: what a reader types, in any spelling, and titles in dictionary order.

Titles are searched as they are stored: no second, folded copy is kept. Instead the question becomes a pattern that
lets through what folding (geo.names.fold, measures.folding) would make equal: spaces and signs between letters, Thai or
Arabic digits, letter case, the two ways to write sara am and sara ae, marks in either order. Compatibility letters
(full width and the like) count in the question, not in stored titles.
"""

import re
from collections.abc import Callable, Iterator, Sequence

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.cube.grams import BLOCK, Grams
from data.cube.pieces import Pieces

TEXTS = ("title_th", "title_en", "project_id")
WORTH_IT = 3  # more than a third of the blocks: reading all in order is faster
TOGETHER = 64  # blocks
_BETWEEN = r"[^\p{L}\p{N}_\x{0E00}-\x{0E7F}]*"
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_NIKHAHIT, _AA, _AM = "\u0e4d", "\u0e32", "\u0e33"
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_LEADING_VOWELS = "เแโใไ"
_MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"


def pattern(key: str) -> str:
    """Return the regular expression (RE2) that finds a folded word in text as people write it."""
    made = []
    i = 0
    while i < len(key):
        piece, used = _letter(key, i)
        made.append(piece)
        i += used
    return _BETWEEN.join(made)


def _letter(key: str, i: int) -> tuple[str, int]:
    """Return the pattern of the letters at i, and how many of them it takes."""
    letter = key[i]
    # Folding writes sara am as nikhahit and sara aa, a tone mark before both.
    tone = letter if letter in _TONES else ""
    rest = key[i + len(tone) :]
    if rest.startswith(_NIKHAHIT):
        used = len(tone) + 1
        if rest[1:2] == _AA:
            two = f"{tone}{_NIKHAHIT}|{_NIKHAHIT}{tone}" if tone else _NIKHAHIT
            return f"(?:{tone}{_AM}|(?:{two}){_BETWEEN}{_AA})", used + 1
        return f"(?:{tone}[{_NIKHAHIT}{_AM}]|{_NIKHAHIT}{tone})", used
    if letter == _AA and i == 0:
        return f"[{_AA}{_AM}]", 1
    if letter == "แ":
        return "(?:แ|เเ)", 1
    if letter.isdigit() and letter.isascii():
        return f"[{letter}{_THAI_DIGITS[int(letter)]}]", 1
    return re.escape(letter), 1


def containing(
    pieces: Pieces, words: Sequence[str], most: int | None = None, grams: Grams | None = None
) -> pa.Table:
    """Return the stored rows whose titles or id hold all the folded words: TEXTS, and row (its number), in order.

    most: stop once so many are found. grams: says in which blocks of rows they can stand at all.
    """
    patterns = [pattern(word) for word in words]
    blocks = grams.blocks(words) if grams is not None else None

    def work(first: int | np.ndarray, rows: pa.Table) -> pa.Table:
        numbers = first if isinstance(first, np.ndarray) else np.arange(first, first + len(rows))
        rows = rows.append_column("row", pa.array(numbers.astype(np.int64)))
        for one in patterns:
            rows = rows.filter(_holds(rows, one))
        return rows

    if blocks is not None and len(blocks) * BLOCK * WORTH_IT <= pieces.rows:
        parts = _in_blocks(pieces, blocks, work)
    else:
        parts = pieces.map(TEXTS, work)
    found, count = [], 0
    for part in parts:
        found.append(part)
        count += len(part)
        if most is not None and count >= most:
            break
    if not found:
        nothing = {name: pa.array([], pa.string()) for name in TEXTS}
        return pa.table({**nothing, "row": pa.array([], pa.int64())})
    table = pa.concat_tables(found)
    return table.slice(0, most) if most is not None else table


def _in_blocks(
    pieces: Pieces, blocks: np.ndarray, work: Callable[[np.ndarray, pa.Table], pa.Table]
) -> Iterator[pa.Table]:
    """Return work(row numbers, rows) of some blocks, in order, so many at a time."""
    for begin in range(0, len(blocks), TOGETHER):
        some = blocks[begin : begin + TOGETHER]
        rows = (some[:, None] * BLOCK + np.arange(BLOCK)).ravel()
        rows = rows[rows < pieces.rows]
        yield work(rows, pieces.take(rows, TEXTS))


def _holds(rows: pa.Table, one: str) -> pa.ChunkedArray:
    """Return whether any of the texts matches; a column is only looked at in rows that are still open."""
    hit = np.zeros(len(rows), dtype=bool)
    for column in TEXTS:
        told = pc.match_substring_regex(rows[column], one, ignore_case=True)
        hit |= pc.fill_null(told, False).to_numpy()
    return pa.chunked_array([pa.array(hit)])


def title_ranks(pieces: Pieces, column: str) -> np.ndarray:
    """Return per stored row its place by title, ties by project_id; -1 for a blank title.

    Thai: a leading vowel sorts after its consonant, marks decide last (locales.sorting.thai_key). English: letter case
    plays no part.
    """
    if column == "title_th":
        key = f"regexp_replace(translate(t, '{_MARKS}', ''), '([{_LEADING_VOWELS}])(.)', '\\2\\1', 'gs')"
    else:
        key = "lower(t)"

    def parts() -> Iterator[pa.RecordBatch]:
        for first, rows in pieces.batches([column, "project_id"]):
            numbers = pa.array(np.arange(first, first + len(rows), dtype=np.int32))
            table = pa.table(
                {
                    "t": rows[column].cast(pa.string()),
                    "id": rows["project_id"].cast(pa.string()),
                    "n": numbers,
                }
            )
            yield from table.to_batches()

    schema = pa.schema([("t", pa.string()), ("id", pa.string()), ("n", pa.int32())])
    titles = pa.RecordBatchReader.from_batches(schema, parts())  # noqa: F841 - DuckDB finds it by its name
    with duckdb.connect(
        config={"threads": 2, "memory_limit": "600MB", "preserve_insertion_order": False}
    ) as engine:
        question = f"SELECT n FROM titles WHERE t <> '' ORDER BY {key}, t, id"  # noqa: S608 - key is ours
        found = engine.execute(question).fetchnumpy()["n"]
    ranks = np.full(pieces.rows, -1, dtype=np.int32)
    ranks[found] = np.arange(len(found), dtype=np.int32)
    return ranks
