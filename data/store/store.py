"""The store: every table versioned, every release a whole, nothing applied in part."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as pads

from data import records as folders
from data.records import Records
from data.schema import TABLES
from data.store import versions
from data.store.audit import Audit
from data.store.columnar import arrow_schema, content_hash, to_arrow, to_frame
from data.store.errors import StoreError, said
from data.store.folders import one_writer
from data.store.releases import ConflictError, Kind, Release, ReleaseLog

DEFAULT = Path(__file__).resolve().parents[2] / "store"
BIG = 100_000  # rows from which a table stays in its files until somebody asks for the frame
KEEP_DAYS = 90
GRACE_HOURS = 24  # a file younger than this may belong to a publish that is still under way
SEEDED_BY = "facts + sample"

Frame: TypeAlias = pd.DataFrame | pa.Table
_NONE = Release("", 0, datetime.min.replace(tzinfo=UTC), "", "", "seed", "", {}, {})


class Store:
    """A folder or address with one Delta table per record table, and the table of releases.

    Any number of threads and processes may read and write one root. What cannot be done raises StoreError.
    """

    def __init__(self, root: str | Path) -> None:
        is_url = "://" in str(root)
        self.folder = None if is_url else Path(root).expanduser().resolve()
        self.root = str(root).rstrip("/") if is_url else str(self.folder)
        self.log = ReleaseLog(f"{self.root}/releases")
        self.audit = Audit(self.folder / "audit.log" if self.folder else None)

    def current(self) -> Release | None:
        """Return the newest release; None while the store is empty. Cheap: asks whether anything was appended."""
        releases = self.log.all()
        return releases[-1] if releases else None

    def history(self) -> tuple[Release, ...]:
        """Return every release, newest first."""
        return self.log.all()[::-1]

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
        return versions.dataset(self._place(table), release.versions[table])

    def records(self, release: Release | None = None) -> Records:
        """Return a release (the current one) as Records; tables of BIG rows and more are read when first asked for."""
        release = self._or_current(release)
        frames: dict[str, pd.DataFrame] = {}
        big: dict[str, pads.Dataset] = {}
        for name in TABLES:
            rows = self.dataset(name, release)
            if release.rows.get(name, 0) >= BIG:
                big[name] = rows
                continue
            try:
                frames[name] = to_frame(name, rows.to_table())
            except FileNotFoundError as error:
                raise StoreError("gone", release.release_id, str(error)) from error
            except versions.FAILED as error:
                raise said(error, self._place(name)) from error
        return folders.assemble(release.release_id, frames, big)

    def is_kept(self, release: Release) -> bool:
        """Say whether the rows of a release are all still there, so that it can be shown and restored."""
        try:
            return all(versions.stands(self.dataset(name, release)) for name in release.versions)
        except StoreError:
            return False

    def standing(self) -> Release:
        """Return the current release of a store whose tables are there; else raise StoreError.

        Asked anew: a log that has been read before goes on from what it remembers and does not notice that its folder
        was taken away.
        """
        release = Store(self.root).current()
        if release is None:
            raise StoreError("unreachable", self.root, "it holds no release any more")
        for table in release.versions if self.folder else ():
            place = Path(self._place(table)) / "_delta_log"
            if not place.is_dir():
                raise StoreError("corrupt", self.root, f"{place} is not there")
        return release

    def check(self) -> None:
        """Raise StoreError unless all of the current release is there: nothing is built upon what has vanished.

        An empty folder in the place of the store, for example of a disk that is not mounted, would take the files.
        """
        if not self.is_kept(self.standing()):
            raise StoreError("corrupt", self.root, "files of the current release are missing")

    def publish(self, tables: Mapping[str, Frame], *, author: str, note: str, expected: str) -> Release:
        """Publish whole new frames of some tables as one release; the other tables stay as they are.

        expected: the release that the author has looked at. Raises ConflictError when another one is current now,
        StoreError `nothing-new` when no row differs. Whatever is raised, the release before stands untouched.
        """
        self.check()
        arrow = {name: to_arrow(name, frame) for name, frame in tables.items()}
        with self._writing("publish", author):
            return self._publish(arrow, self._expected(expected), author, note, "publish")

    def restore(self, release_id: str, *, author: str, note: str, expected: str) -> Release:
        """Publish the tables of an older release once more; StoreError `gone` when its rows were let go."""
        self.check()
        with self._writing("restore", author):
            parent, old = self._expected(expected), self.release(release_id)
            if not old.differs(parent):
                raise StoreError("nothing-new", old.release_id)
            if not self.is_kept(old):
                raise StoreError("gone", old.release_id)
            return self._commit(replace(old, author=author, note=note, kind="restore", folders=""), parent)

    def seed(self, facts: Path, sample: Path | None) -> Release:
        """Fill an empty store from the folders, or renew one that holds nothing but an older seed.

        Raises FaultsError with every fault of the files.
        """
        current = self.current()
        if current and _is_settled(current, folders.folders_hash(facts, sample)):
            return current
        return self.fill(folders.load(facts=facts, sample=sample))

    def fill(self, records: Records) -> Release:
        """Make records the seed of a store in which nobody has published yet; else return what is current."""
        arrow = {name: to_arrow(name, frame) for name, frame in records.tables().items()}
        with one_writer(self.folder):
            current = self.current()
            if current and _is_settled(current, records.release):
                return current
            try:
                return self._publish(arrow, current, SEEDED_BY, "", "seed", records.release)
            except ConflictError as conflict:  # an address without locks: somebody else has just seeded
                return conflict.found

    def vacuum(self, keep_days: int = KEEP_DAYS, grace_hours: int = GRACE_HOURS) -> int:
        """Remove the files that no release of the last `keep_days` needs; return how many were removed.

        The days of a release count from when it was replaced; the current one always stays, and so does what was
        written last to a table. History keeps its lines.
        """
        with one_writer(self.folder):
            kept = self._in_force_since(datetime.now(UTC) - timedelta(days=keep_days))
            removed = 0
            for name in TABLES:
                needed = sorted({release.versions[name] for release in kept if name in release.versions})
                if needed:
                    removed += versions.vacuum(self._place(name), needed, grace_hours)
        return removed

    def _publish(
        self,
        tables: Mapping[str, pa.Table],
        parent: Release | None,
        author: str,
        note: str,
        kind: Kind,
        digest: str = "",
    ) -> Release:
        base = parent or _NONE
        content = {name: content_hash(table) for name, table in tables.items()}
        changed = [name for name in tables if base.content.get(name) != content[name]]
        if not changed and kind != "seed":
            raise StoreError("nothing-new", base.release_id)
        written = {name: versions.write(self._place(name), tables[name]) for name in changed}
        release = replace(
            base,
            author=author,
            note=note,
            kind=kind,
            versions={**base.versions, **written},
            rows={**base.rows, **{name: tables[name].num_rows for name in changed}},
            content={**base.content, **content},
            folders=digest,
        )
        return self._commit(release, parent)

    def _commit(self, release: Release, parent: Release | None) -> Release:
        """Append the one row that makes a release; everything written before it is seen by nobody."""
        base = parent or _NONE
        now = datetime.now(UTC)
        release = replace(release, number=base.number + 1, parent=base.release_id, published_at=now)
        release = replace(release, release_id=self._name(release))
        if not self._append(release):
            found = self._or_current(None)
            raise ConflictError(base.release_id, found, found.differs(base))
        self.audit.published(release)
        return release

    def _append(self, release: Release) -> bool:
        try:
            return self.log.append(release)
        except StoreError:
            if self._is_published(release.release_id):  # the row stands, only the answer was lost
                return True
            raise

    def _is_published(self, release_id: str) -> bool:
        try:
            return any(release.release_id == release_id for release in self.log.all())
        except StoreError:
            return False

    def _name(self, release: Release) -> str:
        """Return twelve hex digits: of its files for a seed, else of its content and its place in the history."""
        if release.folders and all(r.release_id != release.folders for r in self.history()):
            return release.folders
        place = (
            release.parent,
            release.number,
            release.author,
            release.note,
            release.published_at.isoformat(),
        )
        return hashlib.sha256(repr((place, sorted(release.content.items()))).encode()).hexdigest()[:12]

    @contextmanager
    def _writing(self, event: str, author: str) -> Iterator[None]:
        """Hold the folder while something is published; what is refused is a line in the audit log."""
        try:
            with one_writer(self.folder):
                self.audit.catch_up(self.current())
                yield
        except StoreError as error:
            self.audit.write("refusal", author, of=event, why=error.kind, place=error.place)
            raise

    def _place(self, table: str) -> str:
        return f"{self.root}/tables/{table}"

    def _or_current(self, release: Release | None) -> Release:
        found = release or self.current()
        if found is None:
            raise StoreError("no-release", self.root)
        return found

    def _expected(self, release_id: str) -> Release:
        current = self._or_current(None)
        if current.release_id != release_id:
            raise ConflictError(release_id, current, current.differs(self.release(release_id)))
        return current

    def _in_force_since(self, day: datetime) -> list[Release]:
        """Return the releases that were current on the day or later."""
        oldest_first = self.log.all()
        replaced = [release.published_at for release in oldest_first[1:]]
        old = sum(when < day for when in replaced)
        return list(oldest_first[old:])


def _is_settled(current: Release, digest: str) -> bool:
    """Say whether the folders have nothing to add: somebody has published since, or they are what is there."""
    return current.kind != "seed" or current.folders == digest


def default_root() -> str:
    """Return `STI_STORE`, or the store of the folders that are served; other folders have another store."""
    named = os.environ.get("STI_STORE")
    facts, sample = default_folders()
    if named or (facts, sample) == (folders.FACTS, folders.SAMPLE):
        return named or str(DEFAULT)
    other = hashlib.sha256(f"{facts.resolve()}\0{sample.resolve()}".encode()).hexdigest()[:12]
    return str(DEFAULT / f"of-{other}")


def default_folders() -> tuple[Path, Path]:
    """Return the folders that fill an empty store: `STI_FACTS` and `STI_SAMPLE`, or those shipped."""
    facts = Path(os.environ.get("STI_FACTS") or folders.FACTS)
    return facts, Path(os.environ.get("STI_SAMPLE") or folders.SAMPLE)


def open_store(
    root: str | Path | None = None, facts: Path | None = None, sample: Path | None = None
) -> Store:
    """Open a store, and fill it from the folders if it is empty.

    Raises StoreError when it can neither be read nor filled, FaultsError when the folders hold faults.
    """
    usual = default_folders()
    store = Store(root or default_root())
    store.seed(facts or usual[0], sample or usual[1])
    return store
