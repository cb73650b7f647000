"""Texts that differ only in how they are spelled, put together with their counts; which one is meant only a person says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from rapidfuzz.distance import Levenshtein

from data.intake.changes import Question, answer_key
from data.intake.plain import thai_digits, tidy
from geo.names import fold

COLUMNS = {"projects": "title_th", "workshops": "title_th", "institutions": "name_th", "agencies": "name_th"}
LONGEST = 300  # letters of a text that are compared
SHORTEST = 10  # letters a text must have for one letter to be a slip
MOST = 5_000  # different texts that are compared letter by letter; of more, only those alike but for spaces and signs
ROWS = 300_000  # rows of a table whose texts are compared
_SIGNS = re.compile(r"[^\w\u0e31-\u0e4e]")  # Thai vowels and tones above and below are no letters to \w
_DIGITS = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class Cluster:
    """What may be one thing. spellings: (text, rows of the file, rows of the release), the most frequent first."""

    table: str
    column: str
    spellings: tuple[tuple[str, int, int], ...]

    def answers(self, chosen: str) -> dict[str, str]:
        """Return the answers by which every spelling is read as the chosen one; {} to leave them as they are."""
        others = [text for text, rows, _ in self.spellings if chosen and rows and text != chosen]
        return {key(self.column, text): chosen for text in others}


def key(column: str, text: str) -> str:
    """Return the key of the answer that says how a text is spelled."""
    return answer_key(f"spelling:{column}", text)


def found(
    table: str, written: Iterable[str], known: Iterable[str] = (), places: Sequence[str] = ()
) -> tuple[Cluster, ...]:
    """Return the clusters of a column that stand in a file, or, without one, in the release.

    known: texts of the release. places: names that are never a slip of one another (ระนอง, ระยอง).
    """
    here, there = (Counter(filter(None, map(tidy, texts))) for texts in (written, known))
    made = []
    for group in alike([*here, *(text for text in there if text not in here)], places):
        if not here or any(text in here for text in group):
            counted = [(text, here[text], there[text]) for text in group]
            made.append(
                Cluster(
                    table, COLUMNS[table], tuple(sorted(counted, key=lambda c: (-c[1] - c[2], -c[2], c[0])))
                )
            )
    return tuple(sorted(made, key=lambda one: -sum(rows + known for _, rows, known in one.spellings)))


def of_frame(table: str, frame: pd.DataFrame) -> Iterable[str]:
    """Return the documented texts of a table of the release; none of one that is too large to be compared at the page."""
    return frame.loc[frame["evidence"] == "documented", COLUMNS[table]] if len(frame) <= ROWS else ()


def together(questions: Sequence[Question]) -> list[tuple[Question, ...]]:
    """Return questions with those in one that ask the same of texts that differ only in spelling, in their order."""
    by_asks: dict[str, dict[str, Question]] = {}
    for question in questions:
        by_asks.setdefault(question.asks, {})[question.read] = question
    groups = {
        asked[text].key: tuple(asked[one] for one in group)
        for asked in by_asks.values() for group in alike(list(filter(None, asked))) for text in group
    }  # fmt: skip
    return list(dict.fromkeys(groups.get(question.key, (question,)) for question in questions))


def alike(texts: Sequence[str], places: Sequence[str] = ()) -> list[tuple[str, ...]]:
    """Return the groups of two and more texts that differ only in spaces, signs or one letter that is no number."""
    by_key: dict[str, list[str]] = {}
    for text in texts:
        by_key.setdefault(_key(text), []).append(text)
    by_key.pop("", None)
    joined: dict[str, str] = {}
    for one, other in _near([name for name in by_key if len(name) >= SHORTEST]):
        first, second = _root(one, joined), _root(other, joined)
        if first != second and _is_slip(by_key[one][0], by_key[other][0], places):
            joined[second] = first
    groups: dict[str, list[str]] = {}
    for name, own in by_key.items():
        groups.setdefault(_root(name, joined), []).extend(own)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def _near(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that are one letter away: those that are the same once a letter is left out of one or both."""
    known, without = set(names), dict[int, str]()
    for name in names if len(names) <= MOST else ():
        for at in range(len(name)):
            rest = name[:at] + name[at + 1 :]
            if rest in known:
                yield rest, name
            other = without.setdefault(hash((at, rest)), name)
            if other != name and Levenshtein.distance(other, name) == 1:
                yield other, name


def _root(name: str, joined: Mapping[str, str]) -> str:
    while name in joined:
        name = joined[name]
    return name


def _key(text: str) -> str:
    return _SIGNS.sub("", fold(thai_digits(text[:LONGEST])))


def _is_slip(one: str, other: str, places: Sequence[str]) -> bool:
    """Say whether one letter may be a slip: it is no digit, and no word of its own that numbers things ("ก", "ข", "II")."""
    named = [{place for place in places if place in text} for text in (one, other)]
    if all(named) and named[0] != named[1]:
        return False
    first, second = (thai_digits(text) for text in (one, other))
    if _DIGITS.sub("", first) != _DIGITS.sub("", second):
        return False
    words = [re.split(r"[\s()]+", text.strip()) for text in (first, second)]
    if len(words[0]) != len(words[1]):
        return True
    differ = [pair for pair in zip(*words, strict=True) if pair[0] != pair[1]]
    return any(min(map(len, pair)) > 2 for pair in differ)
