"""What is taken out, whatever the form: the tables, and the statement that goes with them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
import pandas as pd

from data.columns import table_message
from data.records import Records
from data.schema import TABLES
from locales import Reader

# What a spreadsheet takes for the start of a formula, also in full width, and any apostrophes before it.
_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")


class UntakeableError(ValueError):
    """A form cannot hold what was asked for: code (message `takeout-refused-<code>`), table, found and limit."""

    def __init__(self, code: str, table: str, found: int, limit: int) -> None:
        self.code, self.table, self.found, self.limit = code, table, found, limit
        super().__init__(f"{table}: {code}, {found} of at most {limit}")

    def sentence(self, reader: Reader) -> str:
        """Return what cannot be done and what to do instead."""
        table = reader.t(table_message(self.table))
        return reader.t(f"takeout-refused-{self.code}", table=table, found=self.found, limit=self.limit)


@dataclass(frozen=True)
class Parcel:
    """The tables to take out, in the schema's order, with what a reader of the file must know about them."""

    tables: Mapping[str, pd.DataFrame]
    release: str
    day: date
    words: str
    reader: Reader
    published: date | None = None

    def statement(self) -> list[tuple[str, str]]:
        """Return what every file says about itself, as label and text."""
        t = self.reader.t
        rows = sum(len(frame) for frame in self.tables.values())
        made_up = sum(int(frame["evidence"].eq("illustrative").sum()) for frame in self.tables.values())
        evidence = "takeout-evidence-mixed" if made_up else "takeout-evidence-documented"
        since = [] if self.published is None else [(t("takeout-published"), self._day(self.published))]
        return [
            (t("takeout-what"), t("takeout-title")),
            (t("takeout-release"), self.release),
            *since,
            (t("takeout-day"), self._day(self.day)),
            (t("takeout-filters"), self.words or t("takeout-filters-none")),
            (t("takeout-rows"), t("takeout-rows-counted", rows=rows, tables=len(self.tables))),
            (t("takeout-evidence"), t(evidence, n=made_up, of=rows)),
            (t("takeout-blank"), t("takeout-blank-means")),
            (t("takeout-dates"), t("takeout-dates-mean")),
        ]

    def _day(self, day: date) -> str:
        return f"{day:%Y-%m-%d} ({self.reader.date(day)})"

    def counted(self) -> Iterator[tuple[str, str, int, int]]:
        """Yield each table: its name, its name in the reader's language, its rows, its illustrative rows."""
        for name, frame in self.tables.items():
            words = self.reader.t(table_message(name))
            yield name, words, len(frame), int(frame["evidence"].eq("illustrative").sum())

    def readme(self, *more: str) -> str:
        """Return the statement as a plain text file; `more` are paragraphs about the form."""
        t = self.reader.t
        lines = [f"{label}: {text}" for label, text in self.statement()]
        tables = [
            t("takeout-readme-table", name=name, words=words, rows=rows, made_up=made_up)
            for name, words, rows, made_up in self.counted()
        ]
        return "\n".join([*lines, "", *(f"{text}\n" for text in more), *tables, ""])


def pack(
    records: Records,
    tables: Iterable[str] | None,
    words: str,
    reader: Reader,
    day: date,
    published: date | None = None,
) -> Parcel:
    """Return the parcel of some tables of the records. Raises ValueError for unknown tables, and for none at all."""
    asked = list(TABLES) if tables is None else list(tables)
    if unknown := [name for name in asked if name not in TABLES]:
        raise ValueError(f"no such tables: {unknown}")
    if not asked:
        raise ValueError("no table was asked for")
    frames = {name: getattr(records, name) for name in TABLES if name in asked}
    return Parcel(frames, records.release, day, words, reader, published)


def written(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame as the text that files of ours hold: ISO dates, plain numbers, "" for blank."""
    return pd.DataFrame({name: _written(frame[name]) for name in frame.columns}, index=frame.index)


def _written(cells: pd.Series) -> pd.Series:
    if cells.dtype.kind == "M":
        return cells.dt.strftime("%Y-%m-%d").fillna("").astype("str")
    if cells.dtype.kind == "f":
        return cells.map(lambda x: "" if np.isnan(x) else np.format_float_positional(x, trim="-")).astype(
            "str"
        )
    return cells.astype("str").where(cells.notna(), "").astype("str")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe goes in front of a would-be formula. See `as_meant`."""
    return f"'{text}" if _FORMULA.match(text) else text


def as_meant(text: str) -> str:
    """Return a text as it was before `harmless`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def csv_bytes(frame: pd.DataFrame, *, bom: bool = True) -> bytes:
    """Return a frame as CSV: UTF-8 with a BOM for spreadsheets, lines ended by CRLF, texts made harmless."""
    safe = written(frame)
    for column in frame.columns:
        if frame[column].dtype.kind not in "Mfiu":
            safe[column] = safe[column].map(harmless)
    safe.columns = [harmless(str(name)) for name in safe.columns]
    content = safe.to_csv(index=False, lineterminator="\r\n")
    return (("\ufeff" if bom else "") + content).encode()


def zipped(files: Mapping[str, bytes], day: date) -> bytes:
    """Return a zip of files by name; their time is the day of taking out, so that the same rows give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
