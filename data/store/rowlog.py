"""A table that only grows, one row a commit: read again only when it has changed, appended to by compare and swap."""

import hashlib
import json
import threading
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.dataset as pads
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, TableNotFoundError

from data.store import versions
from data.store.errors import StoreError, said
from data.store.folders import is_used, write_whole

SUMMARY = (
    "summary.json"  # rows that were read before, by the file that holds them; may be removed at any time
)
FROM_FILES = 24  # so many files are read one by one rather than looked up in the summary


class RowLog:
    """Rows in the order they were appended, as dictionaries. Thread-safe; any number of processes may append."""

    def __init__(self, place: str, schema: pa.Schema) -> None:
        self.place = place
        self._schema = schema
        self._lock = threading.RLock()
        self._table: DeltaTable | None = None
        self._read_version = -1
        self._rows: dict[str, dict[str, Any]] = {}  # by file: each commit has added one with one row
        self._mark: tuple[int, ...] = ()
        self.generation = 0  # grows whenever other rows are known

    def rows(self) -> list[dict[str, Any]]:
        """Return every row, oldest commit last read last; none for a log that is still empty. Raises StoreError."""
        with self._lock:
            try:
                self._refresh()
            except versions.FAILED as error:
                self._forget()
                raise said(error, self.place) from error
            return list(self._rows.values())

    def append(self, cells: dict[str, Any]) -> bool:
        """Append a row right after those that were read; False when another one came first. Raises StoreError.

        After an error the row may stand or not: ask `rows`.
        """
        with self._lock:
            if self._table is not None and self._table.version() != self._read_version:
                return False
            try:
                if self._table is None:
                    self._table = versions.create(self.place, self._schema)
                    if self._table.version():
                        return False
                row = pa.Table.from_pylist([cells], schema=self._schema)
                versions.commit(self.place, self._table, row, "append")
                if versions.tidy(self._table) or self._has_no_summary():
                    self._sum_up()
            except CommitFailedError:
                return False
            except versions.FAILED as error:
                self._forget()
                raise said(error, self.place) from error
            return True

    def _forget(self) -> None:
        self._table, self._read_version, self._rows, self._mark = None, -1, {}, ()
        self.generation += 1

    def _refresh(self) -> None:
        known = self._read_version
        if self._table is not None and self._mark != self._marked():
            self._forget()  # what was read last is not there any more: another log may lie in its place
        if self._table is None:
            self._table = self._open()
        if self._table is None:
            if known > 0:
                raise StoreError(
                    "unreachable", self.place, "the log that was read before is not there any more"
                )
            return
        self._table.update_incremental()
        if self._table.version() != self._read_version:
            self._read_new(self._table)
            if len(self._rows) != self._table.version():
                raise StoreError("corrupt", self.place, "a row is missing from the log")
            self._read_version = self._table.version()
            self._mark = self._marked()

    def _marked(self) -> tuple[int, ...]:
        """Return what tells the commit that was read last from another one in its place; () where it cannot be told."""
        folder = versions.local(self.place)
        if folder is None:
            return ()
        with suppress(FileNotFoundError, NotADirectoryError):
            found = (folder / "_delta_log" / f"{max(self._read_version, 0):020}.json").stat()
            return found.st_ino, found.st_mtime_ns, found.st_size
        return ()

    def _open(self) -> DeltaTable | None:
        """Open the table; None where there is none yet. A folder that holds something else is no log."""
        try:
            return DeltaTable(self.place)
        except TableNotFoundError as error:
            folder = versions.local(self.place)
            if folder and folder.exists() and (not folder.is_dir() or is_used(folder)):
                raise StoreError("corrupt", self.place, str(error)) from error
            return None

    def _read_new(self, table: DeltaTable) -> None:
        """Read the files that were not read yet; none ever changes."""
        files = [uri.rpartition("/")[2] for uri in table.file_uris()]
        new = [file for file in files if file not in self._rows]
        known = self._summed_up() if len(new) > FROM_FILES else {}
        if unread := [file for file in new if file not in known]:
            known |= self._read(table, unread)
        self._rows |= {file: known[file] for file in new if file in known}
        self.generation += 1

    def _read(self, table: DeltaTable, files: list[str]) -> dict[str, dict[str, Any]]:
        """Return the row of each file."""
        folder = versions.local(self.place)
        where = None if folder else table.to_pyarrow_dataset().filesystem
        paths = [str(folder / file) if folder else file for file in files]
        parts = pads.dataset(paths, schema=self._schema, filesystem=where, format="parquet")
        read = parts.to_table(columns=[*self._schema.names, "__filename"]).to_pylist()
        return {row.pop("__filename").rpartition("/")[2]: row for row in read}

    def _summed_up(self) -> dict[str, dict[str, Any]]:
        """Return the rows that the summary holds, by file; none where there is none or it cannot be understood."""
        folder = versions.local(self.place)
        with suppress(OSError, ValueError, TypeError, AttributeError):
            if folder:
                digest, _, text = (folder / SUMMARY).read_text(encoding="utf-8").partition("\n")
                told = json.loads(text) if digest == _digest(text) else {}
                return {name: _from_text(row, self._schema) for name, row in told.items()}
        return {}

    def _has_no_summary(self) -> bool:
        folder = versions.local(self.place)
        return bool(folder and len(self._rows) > FROM_FILES and not (folder / SUMMARY).exists())

    def _sum_up(self) -> None:
        """Write down what is known, for those who come later; where that fails they read the files."""
        folder = versions.local(self.place)
        if folder is None:
            return
        text = json.dumps(self._rows, default=_text, ensure_ascii=False)
        with suppress(OSError):
            write_whole(folder / SUMMARY, f"{_digest(text)}\n{text}")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _text(value: Any) -> str:
    return str(value.isoformat())


def _from_text(row: dict[str, Any], schema: pa.Schema) -> dict[str, Any]:
    """Return a row with its moments as moments; raises ValueError for a row of another shape."""
    if set(row) - set(schema.names):
        raise ValueError("columns that the log does not have")
    moments = {f.name for f in schema if pa.types.is_timestamp(f.type)}
    cells: Iterable[tuple[str, Any]] = ((name, row.get(name)) for name in schema.names)
    return {n: datetime.fromisoformat(v) if n in moments and v is not None else v for n, v in cells}
