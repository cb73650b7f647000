"""Values that break no rule and are worth a second look before they are published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from data.intake.headers import key_of
from data.intake.normalised import Normalised
from data.intake.personal import find_personal
from data.intake.spellings import PERSONAL_HEADERS

if TYPE_CHECKING:
    from locales import Reader

LARGE_BAHT = 5e9  # one entry above this is more than the ministry's programmes ever spent on one project
SMALL_BAHT = 1_000  # a sum below this was most likely counted in thousands or millions
SPIKE, SPIKE_OF = 100, 8  # times the median of a column, which must have so many values
STALE = pd.Timedelta(days=365)
_PLANNED_AHEAD = ("valid_to", "end_date")
_UNSCANNED = ("url", "file")


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One thing to look at: message `warning-<code>`. value: what it is compared with. row 0: the whole file."""

    file: str
    row: int
    column: str
    read: str
    value: str
    code: str


def suspicion_text(suspicion: Suspicion, reader: Reader) -> str:
    """Return the sentence for a suspicion."""
    where = reader.t(
        "fault-where-row" if suspicion.row else "fault-where-file",
        file=suspicion.file,
        row=str(suspicion.row),
    )
    if suspicion.column:
        where = reader.t("fault-where-column", where=where, column=suspicion.column)
    what = reader.t(f"warning-{suspicion.code}", read=suspicion.read, value=suspicion.value)
    return reader.t("warning-sentence", where=where, what=what)


def suspect(
    sheet: Normalised, values: pd.DataFrame, current: pd.DataFrame, today: dt.date
) -> list[Suspicion]:
    """Return what is worth a look in one sheet. current: the release's rows of its table.

    Columns are named as the schema names them.
    """
    found = [*_money(sheet, values), *_spikes(sheet, values), *_future(sheet, values, today)]
    found += [*_stale(sheet, values, current), *_twice(sheet, values), *_attendance(sheet, values)]
    found += _cut(sheet)
    found += [*_personal(sheet), *_personal_headers(sheet)]
    told: dict[tuple[int, str], Suspicion] = {}
    for suspicion in found:
        told.setdefault((suspicion.row, suspicion.column), suspicion)
    return sorted(told.values(), key=lambda s: (s.row, s.column))


def _at(sheet: Normalised, position: int, column: str, value: str, code: str) -> Suspicion:
    row, read = sheet.sheet.row_numbers[position], sheet.read(position, column)
    return Suspicion(sheet.label, row, column, read, value, code)


def _where(bad: pd.Series) -> list[int]:
    return [int(at) for at in bad.fillna(False).to_numpy(dtype=bool).nonzero()[0]]


def _of_kind(sheet: Normalised, *kinds: str) -> list[str]:
    mapped = set(sheet.mapped)
    return [c.name for c in sheet.table.columns if c.kind in kinds and c.name in mapped]


def _money(sheet: Normalised, values: pd.DataFrame) -> Iterator[Suspicion]:
    for column in _of_kind(sheet, "money"):
        baht = values[column]
        for at in _where(baht > LARGE_BAHT):
            yield _at(sheet, at, column, f"{baht[at]:,.0f}", "unit-large")
        for at in _where((baht > 0) & (baht < SMALL_BAHT)):
            yield _at(sheet, at, column, f"{baht[at]:,.2f}", "unit-small")


def _spikes(sheet: Normalised, values: pd.DataFrame) -> Iterator[Suspicion]:
    for column in _of_kind(sheet, "money", "count"):
        numbers = values[column].astype("float64")
        positive = numbers[numbers > 0]
        if len(positive) < SPIKE_OF:
            continue
        median = float(positive.median())
        for at in _where(numbers > SPIKE * median):
            yield _at(sheet, at, column, f"{median:,.0f}", "spike")


def _future(sheet: Normalised, values: pd.DataFrame, today: dt.date) -> Iterator[Suspicion]:
    for column in _of_kind(sheet, "date"):
        if column not in _PLANNED_AHEAD:
            for at in _where(values[column] > pd.Timestamp(today)):
                yield _at(sheet, at, column, today.isoformat(), "future-date")


def _stale(sheet: Normalised, values: pd.DataFrame, current: pd.DataFrame) -> Iterator[Suspicion]:
    columns = [name for name in _of_kind(sheet, "date") if name not in ("valid_from", "valid_to")]
    current = current[current["evidence"] == "documented"]  # made-up rows make no file old
    if not columns or not len(values) or not len(current):
        return
    newest, known = values[columns].max().max(), current[columns].max().max()
    if pd.notna(newest) and pd.notna(known) and newest < known - STALE:
        yield Suspicion(sheet.label, 0, "", f"{newest:%Y-%m-%d}", f"{known:%Y-%m-%d}", "stale")


def _twice(sheet: Normalised, values: pd.DataFrame) -> Iterator[Suspicion]:
    """Rows that differ in nothing but their code, where the table names its rows."""
    named = [name for name in ("title_th", "name_th") if name in sheet.mapped]
    if not named or len(sheet.table.key) != 1:
        return
    rest = [name for name in sheet.table.names if name != sheet.table.key[0]]
    again = values.duplicated(rest) & (values[named[0]] != "")
    if not again.any():
        return
    first: dict[tuple[object, ...], int] = {}
    wanted = values[values.duplicated(rest, keep=False)]
    for at, cells in zip(
        wanted.index, wanted[rest].astype("str").itertuples(index=False, name=None), strict=True
    ):
        earlier = first.setdefault(cells, at)
        if earlier != at and again[at]:
            yield _at(sheet, at, sheet.table.key[0], str(sheet.sheet.row_numbers[earlier]), "twice")


def _attendance(sheet: Normalised, values: pd.DataFrame) -> Iterator[Suspicion]:
    if sheet.table.name == "participations":
        for at in _where(values["attended_count"] > values["invited_count"]):
            yield _at(sheet, at, "attended_count", str(values["invited_count"][at]), "attended-over-invited")


def _cut(sheet: Normalised) -> Iterator[Suspicion]:
    """A last line without an end may be half a line."""
    for note in sheet.sheet.notes:
        if note.code == "no-line-end":
            yield Suspicion(sheet.label, note.rows[0], "", note.read, "", "no-line-end")


def _personal(sheet: Normalised) -> Iterator[Suspicion]:
    """Look into every text that was read, and into columns that will not be taken in as well."""
    for at, header in enumerate(sheet.sheet.header):
        column = sheet.plan.columns.get(header)
        is_own = column in sheet.table.names
        if column in _UNSCANNED or (column and is_own and sheet.table.column(column).kind != "text"):
            continue
        found = {
            c: hit for c in dict.fromkeys(r[at] for r in sheet.sheet.rows) if (hit := find_personal(c))[0]
        }
        if found:
            for row, cells in zip(sheet.sheet.row_numbers, sheet.sheet.rows, strict=True):
                if cells[at] in found:
                    kind, hidden = found[cells[at]]
                    yield Suspicion(sheet.label, row, column or header, hidden, "", kind)


def _personal_headers(sheet: Normalised) -> Iterator[Suspicion]:
    known = {key_of(text) for text in PERSONAL_HEADERS}
    for header in sheet.plan.unknown:
        if key_of(header) in known:
            yield Suspicion(sheet.label, sheet.sheet.header_row, header, header, "", "personal-header")
