"""Where in ten million titles a word can stand at all: a small index of trigrams, so that few rows are read.

The rows of a table are taken in blocks. Per block one bit for each trigram (by a hash) says whether it occurs in some
title or id of the block, written plainly: small letters, Arabic digits, no spaces, signs, tones and marks. A word can
only stand in blocks that have all of its trigrams; there `titles.containing` looks as it would everywhere. Thai needs no
cutting into words for that.
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache

import numpy as np
import pyarrow as pa

BLOCK = 2048  # rows
BITS = 1 << 15  # trigrams told apart; ten million rows take 20 MB
_MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e32\u0e33"  # also sara aa and am, which are written in two ways
_SAME = {
    **{ord(mark): "" for mark in _MARKS},
    **{ord(digit): str(number) for number, digit in enumerate("๐๑๒๓๔๕๖๗๘๙")},
    ord("แ"): "เเ",
}
_SIGNS = re.compile(r"[^\w\u0E00-\u0E7F\n]+|_+")
_BETWEEN = "\n"
_MANY = np.uint32(0xFFFFFFFF)  # in `_letters`: a letter that becomes several


def plain(text: str) -> str:
    """Return text as the index knows it; what `titles.pattern` takes for equal is equal here."""
    return _SIGNS.sub("", text.casefold().translate(_SAME))


@cache
def _letters() -> np.ndarray:
    """Return what `plain` makes of each letter, 0 for nothing: a whole table is written plainly by looking letters up."""
    made = np.zeros(sys.maxunicode + 1, dtype=np.uint32)
    for number in range(sys.maxunicode + 1):
        said = plain(chr(number))
        made[number] = (ord(said) if len(said) == 1 else _MANY) if said else 0
    return made


def _plainly(text: str) -> np.ndarray:
    """Return the letters of `plain(text)` as numbers."""
    written = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    known = _letters()[written]
    several = np.flatnonzero(known == _MANY)
    if not len(several):
        return known[known > 0]
    letters = written[several]
    words = {int(letter): plain(chr(letter)) for letter in np.unique(letters)}
    long = np.zeros(len(several), dtype=np.int64)
    for letter, word in words.items():
        long[letters == letter] = len(word)
    firsts = several + np.cumsum(long - 1) - (long - 1)  # where each begins once all are written out
    times = np.ones(len(known), dtype=np.intp)
    times[several] = long
    spread = np.repeat(known, times)
    for letter, word in words.items():
        own = firsts[letters == letter]
        for at, one in enumerate(word):
            spread[own + at] = ord(one)
    return spread[spread > 0]


def _hashes(letters: np.ndarray) -> np.ndarray:
    """Return the bit of every trigram of plain letters; one that runs over a line's end does no harm."""
    if len(letters) < 3:
        return np.zeros(0, dtype=np.int64)
    mixed = (
        letters[:-2] * np.uint32(0x9E3779B1)
        ^ letters[1:-1] * np.uint32(0x85EBCA77)
        ^ letters[2:] * np.uint32(0xC2B2AE3D)
    )
    return ((mixed ^ (mixed >> np.uint32(15))) & np.uint32(BITS - 1)).astype(np.int64)


class Grams:
    """The index of a table: `bits` holds a row of bytes per trigram, a bit per block."""

    def __init__(self, rows: int, bits: np.ndarray) -> None:
        self.rows = rows
        self.bits = bits

    def blocks(self, words: Sequence[str]) -> np.ndarray | None:
        """Return the blocks in which all the folded words can stand; None where the words are too short to say."""
        asked = [_hashes(_plainly(word)) for word in words]
        hashes = np.unique(np.concatenate(asked)) if asked else np.zeros(0, dtype=np.int64)
        if not len(hashes):
            return None
        both = np.bitwise_and.reduce(self.bits[hashes], axis=0)
        found = np.flatnonzero(np.unpackbits(both, bitorder="little"))
        return found[found * BLOCK < self.rows]


def build(
    batches: Iterator[tuple[int, pa.Table]],
    texts: Sequence[str],
    rows: int,
    rest: Callable[[], None] = lambda: None,
) -> Grams:
    """Return the index of a table. batches: (number of the first row, rows) in order. rest: called after each block."""
    size = -(-rows // BLOCK)
    bits = np.zeros((BITS, -(-size // 8)), dtype=np.uint8)
    for first, part in batches:
        columns = [part[name].cast(pa.string()).to_pylist() for name in texts]
        at = 0
        while at < len(part):
            block = (first + at) // BLOCK
            end = min(len(part), (block + 1) * BLOCK - first)
            said = _BETWEEN.join(word for column in columns for word in column[at:end] if word)
            here = np.zeros(BITS, dtype=bool)
            here[_hashes(_plainly(said))] = True
            bits[here, block // 8] |= np.uint8(1 << (block % 8))
            at = end
            rest()
    return Grams(rows, bits)
