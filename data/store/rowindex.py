"""Which rows each release has changed, kept beside the store so that the history of one row is found at once.

Everything in it is made from the releases and can be made again: it may be removed at any time, and one that does not fit
the store is. What it has read stays known when a vacuum lets the rows of old releases go.
"""

import json
import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from data.store import changes, versions
from data.store.errors import StoreError
from data.store.known import state_folder
from data.store.releases import Release
from data.store.store import Store

LOG = logging.getLogger("sti.store")
NAME = "rows.sqlite"
Kind = Literal["added", "changed", "removed", "unknown"]
_TABLES = """
CREATE TABLE IF NOT EXISTS told (number INTEGER PRIMARY KEY, release TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS changes (tbl TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, PRIMARY KEY (tbl, key, number)) WITHOUT ROWID;
"""
_UNKNOWN = ""  # the key of a line that says: what this release did to the table cannot be read any more


@dataclass(frozen=True)
class Change:
    """What one release did to a row. before, after: the cells that differ, by column, as the schema writes them.

    added: `after` is the whole row. removed: `before` is. unknown: the rows of that release were let go unread.
    """

    number: int
    kind: Kind
    before: dict[str, str]
    after: dict[str, str]


class RowIndex:
    """The changes of all rows of one store. Thread-safe; several processes may share the file."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._lock = threading.Lock()
        self._path = _place(store)

    def behind(self) -> int:
        """Return how many releases were not read yet."""
        return len(self.store.log.all()) - self._told()

    def catch_up(self, most: int | None = None) -> int:
        """Read the releases that were not read yet, oldest first, at most so many; return how many are left."""
        with self._lock:
            releases = self.store.log.all()
            done = self._told()
            until = len(releases) if most is None else min(len(releases), done + most)
            for number in range(done + 1, until + 1):
                self._read(releases[number - 2] if number > 1 else None, releases[number - 1])
        return len(releases) - until

    def of(self, table: str, key: str) -> tuple[Change, ...]:
        """Return what the releases did to one row, newest first, as far as they were read."""
        with self._open() as base:
            found = base.execute(
                "SELECT number, kind, before, after FROM changes WHERE tbl = ? AND key IN (?, ?) ORDER BY number DESC",
                (table, key, _UNKNOWN),
            ).fetchall()
        return tuple(Change(n, kind, json.loads(was), json.loads(now)) for n, kind, was, now in found)

    def gone(self, table: str, most: int = 500) -> tuple[tuple[str, int], ...]:
        """Return the keys of rows that are not in the newest release any more, and the release that took each."""
        with self._open() as base:
            return tuple(
                base.execute(
                    "SELECT key, MAX(number) FROM changes AS c WHERE tbl = ? AND kind = 'removed' AND NOT EXISTS (SELECT 1 "
                    "FROM changes AS l WHERE l.tbl = c.tbl AND l.key = c.key AND l.number > c.number) "
                    "GROUP BY key ORDER BY 2 DESC, key LIMIT ?",
                    (table, most),
                ).fetchall()
            )

    def _read(self, parent: Release | None, release: Release) -> None:
        lines = [
            line
            for name in (release.differs(parent) if parent else ())
            for line in self._lines(name, parent, release)
        ]
        with self._open() as base:
            base.executemany("INSERT OR REPLACE INTO changes VALUES (?, ?, ?, ?, ?, ?)", lines)
            base.execute("INSERT OR REPLACE INTO told VALUES (?, ?)", (release.number, release.release_id))

    def _lines(
        self, table: str, parent: Release | None, release: Release
    ) -> Iterator[tuple[str, str, int, str, str, str]]:
        try:
            old, new = (self._files(table, one) for one in (parent, release))
            for key, kind, before, after in changes.between(table, old, new):
                yield table, key, release.number, kind, json.dumps(before), json.dumps(after)
        except (StoreError, *changes.FAILED) as error:
            LOG.warning("what release %s did to %s cannot be read: %s", release.number, table, error)
            yield table, _UNKNOWN, release.number, "unknown", "{}", "{}"

    def _files(self, table: str, release: Release | None) -> list[str]:
        if release is None or table not in release.versions:
            return []
        return versions.addresses(self.store.place(table), release.versions[table])

    def _told(self) -> int:
        """Return the number of the last release that was read; an index of another history is emptied first."""
        releases = self.store.log.all()
        with self._open() as base:
            number, release = base.execute("SELECT COALESCE(MAX(number), 0), release FROM told").fetchone()
            if number and (number > len(releases) or releases[number - 1].release_id != release):
                base.execute("DELETE FROM told")
                base.execute("DELETE FROM changes")
                return 0
        return int(number)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the file for one transaction; one that is damaged is begun anew. Raises StoreError `lost`."""
        if self.store.folder and not self.store.folder.is_dir():
            raise StoreError("lost", self.store.root)
        try:
            base = _opened(self._path)
        except sqlite3.DatabaseError as error:
            LOG.warning("%s is begun anew: %s", self._path, error)
            self._path.unlink(missing_ok=True)
            base = _opened(self._path)
        with closing(base), base:
            yield base


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    base = sqlite3.connect(path, timeout=30)
    try:
        base.executescript(_TABLES)
        base.execute("SELECT COUNT(*) FROM told").fetchone()
    except sqlite3.DatabaseError:
        base.close()
        raise
    return base


def _place(store: Store) -> Path:
    """Return where the index lies: beside the store's tables, or with what this machine remembers of others."""
    if store.folder:
        return store.folder / NAME
    mark = store.mark or "empty"
    return state_folder() / f"{mark}-{NAME}"
