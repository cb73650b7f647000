"""A store as it is read: releases, their tables, and whether it is the one it was and whole."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow.dataset as pads

from data import records as folders
from data.records import Records
from data.schema import TABLES
from data.store import keeping, known, versions
from data.store.audit import Audit
from data.store.columnar import arrow_schema, to_frame
from data.store.errors import StoreError, said
from data.store.folders import is_used
from data.store.releases import Release, ReleaseLog

BIG = 100_000  # rows from which a table stays in its files until somebody asks for the frame
BEGINNING = ".beginning"  # there while a store is filled for the first time


class ReadableStore:
    """What a store holds. Any number of threads and processes may read one root; what cannot be done raises StoreError."""

    def __init__(self, root: str | Path, mark: str = "") -> None:
        """Open a store without looking at it. mark: the store that must be there, for a root named in a configuration."""
        is_url = "://" in str(root)
        self.folder = None if is_url else Path(root).expanduser().resolve()
        self.root = str(root).rstrip("/") if is_url else str(self.folder)
        self.log = ReleaseLog(f"{self.root}/releases")
        self.audit = Audit(self.folder / "audit.log" if self.folder else None)
        self._expected_mark = mark

    def current(self) -> Release | None:
        """Return the newest release; None while the store is empty. Cheap: asks whether anything was appended."""
        releases = self.log.all()
        return releases[-1] if releases else None

    def history(self) -> tuple[Release, ...]:
        """Return every release, newest first."""
        return self.log.all()[::-1]

    def history_as_read(self) -> tuple[Release, ...]:
        """Return every release, newest first; while the store cannot be read, those that were read last."""
        try:
            return self.history()
        except StoreError:
            if not self.log.as_read():
                raise
            return self.log.as_read()[::-1]

    def release(self, release_id: str) -> Release:
        """Return a release by its id, or by the beginning of it where that names one only."""
        found = [r for r in self.history() if release_id and r.release_id.startswith(release_id)]
        exact = [r for r in found if r.release_id == release_id] or found
        if len(exact) != 1:
            raise StoreError("no-release", release_id, f"{len(exact)} found in {self.root}")
        return exact[0]

    def dataset(self, table: str, release: Release | None = None) -> pads.Dataset:
        """Return a table of a release (the current one) where it lies, for queries that read what they need."""
        release = self._or_current(release)
        if table not in release.versions:
            return pads.dataset(arrow_schema(table).empty_table())
        return versions.dataset(self.place(table), release.versions[table])

    def records(self, release: Release | None = None) -> Records:
        """Return a release (the current one) as Records; tables of BIG rows and more are read when first asked for."""
        release = self._or_current(release)
        frames: dict[str, pd.DataFrame] = {}
        big: dict[str, pads.Dataset] = {}
        for name in TABLES:
            try:
                rows = self.dataset(name, release)
                if release.rows.get(name, 0) >= BIG:
                    big[name] = rows
                    continue
                frames[name] = to_frame(name, rows.to_table())
            except versions.FAILED as error:
                raise self._unreadable(error, name, release) from error
            if name in release.versions and not versions.is_sound(self.place(name), release.versions[name]):
                raise StoreError("damaged", release.release_id, f"{name}: not what was written")
        return folders.assemble(release.release_id, frames, big)

    def is_kept(self, release: Release) -> bool:
        """Say whether the rows of a release are all still there, so that it can be shown and restored."""
        return keeping.state(self, release) == "kept"

    @property
    def mark(self) -> str:
        """What tells this store from every other one: of its first release; "" while it is empty."""
        releases = self.log.all()
        return _mark(releases[0]) if releases else ""

    def standing(self) -> Release:
        """Return the current release of a store that is there and is the one it was; else raise StoreError.

        `unreachable`, `foreign`, or `corrupt`: a table's folder is missing, or releases that were told of elsewhere.
        """
        release = self.current()
        if release is None:
            raise StoreError("unreachable", self.root, "it holds no release any more")
        self._compare(release)
        for table in release.versions if self.folder else ():
            log = Path(self.place(table)) / "_delta_log"
            if not log.is_dir():
                raise StoreError("corrupt", self.root, f"{log} is not there")
        return release

    def _compare(self, release: Release) -> None:
        """Hold the log against what others remember of it: the configuration, this machine, the audit log."""
        if self._expected_mark and self.mark != self._expected_mark:
            raise StoreError("foreign", self.root, f"its mark is {self.mark}, not {self._expected_mark}")
        here = known.known(self.root)
        if here and here.store != self.mark:
            raise StoreError("foreign", self.root, f"its mark is {self.mark}, before it was {here.store}")
        told = max(here.number if here else 0, self.audit.newest_number())
        # What others remember is read after the log, and somebody may have published in between: the log has it by now.
        if told > release.number and told > (self.current() or release).number:
            raise StoreError(
                "stepped-back", self.root, f"release {told} is missing, {release.number} is the last"
            )

    def check(self, written: Iterable[str] = ()) -> Release:
        """Return the current release; raise StoreError unless all of it is there, but for tables about to be written.

        Nothing is built upon what has vanished: an empty folder in the place of the store would take the files.
        """
        release = self.standing()
        for table, version in release.versions.items():
            if table not in written and not versions.stands(self.place(table), version):
                raise StoreError("damaged", release.release_id, f"files of {table} are missing")
        return release

    def may_begin(self) -> None:
        """Raise StoreError `lost` unless this is the place of a new store: nothing lies there, nobody knows of one."""
        if self.folder and self.folder.exists() and not self.folder.is_dir():
            raise StoreError("corrupt", self.root, "it is no folder")
        here = known.known(self.root)
        if self._expected_mark or here:
            told = (
                self._expected_mark or f"{here.store}, release {here.number}" if here else self._expected_mark
            )
            raise StoreError("lost", self.root, f"store {told} has been here")
        for name in ("audit.log", "tables", "releases"):
            left = self.folder and self.folder / name
            if left and (left.is_file() or (left.is_dir() and is_used(left))) and not self._is_beginning():
                raise StoreError("lost", self.root, f"{left} is there without a release")

    def _is_beginning(self) -> bool:
        """Say whether a first filling died before its release: what it left is nobody's."""
        return bool(self.folder and (self.folder / BEGINNING).exists() and not self.audit.newest_number())

    def place(self, table: str) -> str:
        """Return the folder or address of a table."""
        return f"{self.root}/tables/{table}"

    def _or_current(self, release: Release | None) -> Release:
        found = release or self.current()
        if found is None:
            raise StoreError("empty", self.root)
        return found

    def _unreadable(self, error: BaseException, table: str, release: Release) -> StoreError:
        """Return why a table of a release cannot be read: let go on purpose, damaged, or out of reach."""
        told = said(error, self.place(table))
        if told.kind != "corrupt":
            return told
        state = keeping.state(self, release)
        return StoreError("gone" if state == "gone" else "damaged", release.release_id, told.detail)


def _mark(first: Release) -> str:
    told = f"{first.release_id} {first.published_at.isoformat()}"
    return hashlib.sha256(told.encode()).hexdigest()[:12]
