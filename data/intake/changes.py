"""What reading did to cells, and what it must ask: changes, questions, and the sentences for both."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from data.columns import table_message
from data.intake.plain import tidy
from data.intake.reading import Reading

if TYPE_CHECKING:
    from locales import Reader


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that was brought into written form: what stood there, what it became, by which rule."""

    file: str
    row: int
    column: str
    read: str
    became: str
    rule: str


@dataclass
class ColumnChanges:
    """The changed cells of one column: the lines, what stood there, and what each text became."""

    file: str
    column: str
    rows: array[int]
    read: list[str]
    readings: Mapping[str, Reading]

    def at(self, position: int) -> Change:
        """Return one of the changes."""
        read = self.read[position]
        reading = self.readings[read]
        return Change(self.file, self.rows[position], self.column, read, reading.text, reading.rule)


class Changes(Sequence[Change]):
    """Every change of a file, column by column; a million of them take little room until one is looked at."""

    def __init__(self, columns: Iterable[ColumnChanges] = ()) -> None:
        self.columns = tuple(columns)
        self._ends = list(accumulate(len(column.rows) for column in self.columns))
        self._total = self._ends[-1] if self._ends else 0

    def __len__(self) -> int:
        return self._total

    def first(self, most: int) -> Changes:
        """Return the first changes, which still know how many there are in all."""
        kept, left = [], most
        for column in self.columns:
            rows, read = column.rows[:left], column.read[:left]
            readings = {text: column.readings[text] for text in read}
            kept.append(replace(column, rows=rows, read=read, readings=readings))
            left -= len(rows)
        made = Changes(kept)
        made._total = len(self)
        return made

    def __iter__(self) -> Iterator[Change]:
        for column in self.columns:
            yield from map(column.at, range(len(column.rows)))

    @overload
    def __getitem__(self, at: int) -> Change: ...
    @overload
    def __getitem__(self, at: slice) -> list[Change]: ...
    def __getitem__(self, at: int | slice) -> Change | list[Change]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        if not 0 <= at < len(self):
            raise IndexError(at)
        column = bisect_right(self._ends, at)
        return self.columns[column].at(at - (self._ends[column - 1] if column else 0))

    def by_rule(self) -> dict[str, int]:
        """Return how many cells each rule changed."""
        counts: Counter[str] = Counter()
        for column in self.columns:
            for read, times in Counter(column.read).items():
                counts[column.readings[read].rule] += times
        return dict(counts)


@dataclass(frozen=True, slots=True)
class Question:
    """What one text means, for a person to say. Asked once per text, at its first cell; `count` cells wait.

    suggestions: codes, ISO dates, or "0" and "". asks: whose answer it is: provinces, places, another table, date, year;
    number:<column>, percent:<column> and word:<column>, once a column; list:<table>.<column> and same:projects, once for
    the whole file.
    """

    file: str
    row: int
    column: str
    read: str
    suggestions: tuple[str, ...]
    asks: str = ""
    count: int = 1

    @property
    def key(self) -> str:
        """The key under which its answer is given."""
        return answer_key(self.asks, self.read)


def answer_key(asks: str, read: str) -> str:
    """Return the key of an answer: what is asked and the text that was read."""
    return f"{asks}|{tidy(read)}"


def change_text(change: Change, reader: Reader) -> str:
    """Return the sentence for a change."""
    where = _where(change.file, change.row, change.column, reader)
    became = change.became or reader.t("intake-became-blank")
    what = reader.t(f"change-{change.rule}")
    return reader.t("change-sentence", where=where, read=change.read, became=became, what=what)


def question_text(question: Question, reader: Reader) -> str:
    """Return the sentence that asks; where it stands is in the question itself."""
    kind, _, rest = question.asks.partition(":")
    if kind == "same":
        return reader.t("question-same", n=question.count, title=question.suggestions[-1])
    if kind == "list":
        return reader.t(f"question-list-{rest.rpartition('.')[2].replace('_', '-')}")
    if kind in ("provinces", "places", "number", "date", "year", "word", "percent"):
        return reader.t(f"question-{kind}", read=question.read)
    table = reader.t(table_message(question.asks))
    return reader.t("question-record", read=question.read, table=table)


def _where(file: str, row: int, column: str, reader: Reader) -> str:
    where = reader.t("fault-where-row" if row else "fault-where-file", file=file, row=str(row))
    return reader.t("fault-where-column", where=where, column=column) if column else where
