"""Releases: one row names one version of every table. Appending that row is what publishes, all at once."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.dataset as pads
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError, TableNotFoundError

from data.store import versions
from data.store.errors import StoreError, said

Kind = Literal["seed", "publish", "restore"]
BANGKOK = timezone(timedelta(hours=7))  # how people read a release's moment; Thailand has no summer time
_SCHEMA = pa.schema(
    [
        ("release_id", pa.string()),
        ("number", pa.int64()),
        ("published_at", pa.timestamp("us", "UTC")),
        *((name, pa.string()) for name in ("author", "note", "kind", "parent")),
        *((name, pa.string()) for name in ("versions", "rows", "content", "folders")),
    ]
)
_MAPS = ("versions", "rows", "content")


@dataclass(frozen=True)
class Release:
    """One published set of tables.

    release_id: twelve hex digits. number: 1, 2, 3 … published_at: UTC. parent: the release before ("" for the
    first). versions, rows, content: by table, the version of its Delta table, its rows, its content hash.
    folders: for a seed, the hash of the files it was made of.
    """

    release_id: str
    number: int
    published_at: datetime
    author: str
    note: str
    kind: Kind
    parent: str
    versions: Mapping[str, int] = field(hash=False)
    rows: Mapping[str, int] = field(hash=False)
    content: Mapping[str, str] = field(default_factory=dict, hash=False)
    folders: str = ""

    def differs(self, other: "Release") -> tuple[str, ...]:
        """Return the tables whose rows are not the same in another release."""
        names = sorted(self.content.keys() | other.content.keys())
        return tuple(name for name in names if self.content.get(name) != other.content.get(name))


class ConflictError(StoreError):
    """Somebody published in between; nothing is lost, the author may look at `found` and publish on top of it.

    found: the release that is current now. changed: its tables that are not as they were in `expected`.
    """

    def __init__(self, expected: str, found: Release, changed: tuple[str, ...]) -> None:
        self.expected, self.found, self.changed = expected, found, changed
        super().__init__("conflict", found.release_id, f"expected {expected}")


class ReleaseLog:
    """The table of releases: read again only when it has changed, appended to by compare and swap."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._lock = threading.RLock()
        self._table: DeltaTable | None = None
        self._read_version = -1
        self._releases: tuple[Release, ...] = ()
        self._files: set[str] = set()

    def all(self) -> tuple[Release, ...]:
        """Return every release, oldest first; none for a store that is still empty. Raises StoreError."""
        with self._lock:
            try:
                self._refresh()
            except versions.FAILED as error:
                self._forget()
                raise said(error, self.place) from error
            return self._releases

    def append(self, release: Release) -> bool:
        """Append a release right after its parent; False when another one came first. Raises StoreError.

        After an error the row may stand or not: ask `all`.
        """
        with self._lock:
            last = self._releases[-1].release_id if self._releases else ""
            if last != release.parent or (self._table and self._table.version() != self._read_version):
                return False
            try:
                if self._table is None:
                    self._table = versions.create(self.place, _SCHEMA)
                    if self._table.version():
                        return False
                versions.commit(self.place, self._table, _row(release), "append")
                versions.tidy(self._table)
            except CommitFailedError:
                return False
            except versions.FAILED as error:
                self._forget()
                raise said(error, self.place) from error
            return True

    def _forget(self) -> None:
        self._table, self._read_version, self._releases, self._files = None, -1, (), set()

    def _refresh(self) -> None:
        if self._table is None:
            self._table = _open(self.place)
        if self._table is None:
            return
        self._table.update_incremental()
        if self._table.version() != self._read_version:
            self._read_new(self._table.to_pyarrow_dataset())
            if [release.number for release in self._releases] != list(range(1, self._table.version() + 1)):
                raise StoreError("corrupt", self.place, "a release is missing from the log")
            self._read_version = self._table.version()

    def _read_new(self, rows: pads.Dataset) -> None:
        """Read the files that were not read yet: each commit has added one with one row, and none ever changes."""
        new = [file for file in rows.files if file not in self._files]
        if not new:
            return
        parts = pads.dataset(new, schema=_SCHEMA, filesystem=rows.filesystem, format="parquet")
        releases = (*self._releases, *map(_release, parts.to_table().to_pylist()))
        self._releases = tuple(sorted(releases, key=lambda release: release.number))
        self._files |= set(new)


def _open(place: str) -> DeltaTable | None:
    """Open the table of releases; None where there is none yet. A folder that holds something else is no store."""
    try:
        return DeltaTable(place)
    except TableNotFoundError as error:
        folder = versions.local(place)
        if folder and folder.exists() and (not folder.is_dir() or _is_used(folder)):
            raise StoreError("corrupt", place, str(error)) from error
        return None


def _is_used(folder: Path) -> bool:
    """Say whether any file of a folder bears a name; what a writer leaves that died in its first moment does not."""
    return any(path.is_file() and "#" not in path.name for path in folder.rglob("*"))


def _row(release: Release) -> pa.Table:
    cells = {name: getattr(release, name) for name in _SCHEMA.names}
    cells |= {name: json.dumps(dict(cells[name]), sort_keys=True) for name in _MAPS}
    return pa.Table.from_pylist([cells], schema=_SCHEMA)


def _release(row: dict[str, Any]) -> Release:
    maps = {name: json.loads(row[name]) for name in _MAPS}
    return Release(**(row | maps | {"published_at": row["published_at"].astimezone(UTC)}))
