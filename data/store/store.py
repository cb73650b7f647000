"""The store: every table versioned, every release a whole, nothing applied in part."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import pyarrow as pa

from data import records as folders
from data.records import Records
from data.store import keeping, known, readable, versions
from data.store.columnar import content_hash, same_rows, to_arrow
from data.store.errors import StoreError
from data.store.folders import one_writer
from data.store.known import Known
from data.store.readable import BEGINNING, ReadableStore
from data.store.releases import ConflictError, Kind, Release

DEFAULT = Path(__file__).resolve().parents[2] / "store"
KEEP_DAYS = 90
GRACE_HOURS = 24  # a file younger than this may belong to a publish that is still under way
SEEDED_BY = "facts + sample"

Frame: TypeAlias = pd.DataFrame | pa.Table
_NONE = Release("", 0, datetime.min.replace(tzinfo=UTC), "", "", "seed", "", {}, {})


class Store(ReadableStore):
    """A folder or address with one Delta table per record table, and the table of releases.

    Any number of threads and processes may read and write one root. What cannot be done raises StoreError.
    """

    def publish(
        self,
        tables: Mapping[str, Frame],
        *,
        author: str,
        note: str,
        expected: str,
        proposals: tuple[str, ...] = (),
    ) -> Release:
        """Publish whole new frames of some tables as one release; the other tables stay as they are.

        proposals: the ids of those it accepts. expected: the release that the author has looked at. Raises
        ConflictError when another one is current now, StoreError `nothing-new` when no row differs. Whatever is
        raised, the release before stands untouched.
        """
        self.check(tables)
        arrow = {name: to_arrow(name, frame) for name, frame in tables.items()}
        with self._writing("publish", author):
            parent = self._expected(expected)
            return self._publish(arrow, parent, author, note, "publish", proposals=proposals)

    def restore(self, release_id: str, *, author: str, note: str, expected: str) -> Release:
        """Publish the tables of an older release once more; StoreError `gone` when its rows were let go."""
        self.standing()  # a damaged current release is a reason to go back, not against it
        with self._writing("restore", author):
            parent, old = self._expected(expected), self.release(release_id)
            if not old.differs(parent):
                raise StoreError("nothing-new", old.release_id)
            if (state := keeping.state(self, old)) != "kept" or keeping.sound(self, old):
                raise StoreError("gone" if state == "gone" else "damaged", old.release_id)
            made = replace(old, author=author, note=note, kind="restore", folders="", proposals=())
            return self._commit(made, parent)

    def seed(self, facts: Path, sample: Path | None) -> Release:
        """Fill an empty store from the folders, or renew one that holds nothing but an older seed.

        Raises FaultsError with every fault of the files, StoreError `lost` where a store has been before.
        """
        current = self.current()
        if current is None:
            self.may_begin()
        else:
            self._compare(current)
            self._remember(current)
            if _is_settled(current, folders.folders_hash(facts, sample)):
                return current
        return self.fill(folders.load(facts=facts, sample=sample))

    def fill(self, records: Records) -> Release:
        """Make records the seed of a store in which nobody has published yet; else return what is current."""
        arrow = {name: to_arrow(name, frame) for name, frame in records.tables().items()}
        with one_writer(self.folder, makes_folder=True):
            current = self.current()
            if current and _is_settled(current, records.release):
                return current
            if self.folder and current is None:
                (self.folder / BEGINNING).touch()
            try:
                done = self._publish(arrow, current, SEEDED_BY, "", "seed", records.release)
            except ConflictError as conflict:  # an address without locks: somebody else has just seeded
                done = conflict.found
            if self.folder:
                (self.folder / BEGINNING).unlink(missing_ok=True)
            return done

    def vacuum(self, keep_days: int = KEEP_DAYS, grace_hours: int = GRACE_HOURS) -> int:
        """Remove the files that no release of the last `keep_days` needs; return how many (keeping.vacuum says more)."""
        return keeping.vacuum(self, keep_days, grace_hours).removed

    def _publish(
        self,
        tables: Mapping[str, pa.Table],
        parent: Release | None,
        author: str,
        note: str,
        kind: Kind,
        digest: str = "",
        proposals: tuple[str, ...] = (),
    ) -> Release:
        base = parent or _NONE
        content = {name: content_hash(table) for name, table in tables.items()}
        changed = [name for name in tables if base.content.get(name) != content[name]]
        changed = [name for name in changed if not self._holds(base, name, tables[name])]
        if not changed and kind != "seed":
            raise StoreError("nothing-new", base.release_id)
        written = {name: versions.write(self.place(name), tables[name]) for name in changed}
        release = replace(
            base,
            author=author,
            note=note,
            kind=kind,
            versions={**base.versions, **written},
            rows={**base.rows, **{name: tables[name].num_rows for name in changed}},
            content={**base.content, **{name: content[name] for name in changed}},
            folders=digest,
            proposals=proposals,
        )
        return self._commit(release, parent)

    def _holds(self, base: Release, name: str, rows: pa.Table) -> bool:
        """Say whether a release holds the very rows already, in whatever order: merging a file twice changes nothing."""
        if name not in base.versions or base.rows.get(name) != rows.num_rows or rows.num_rows > readable.BIG:
            return False
        try:
            return same_rows(self.dataset(name, base).to_table(), rows)
        except (StoreError, *versions.FAILED):
            return False  # what is damaged is written anew

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
        self._remember(release)
        return release

    def _remember(self, release: Release) -> None:
        """Remember outside of the store what somebody has published in it; a seed can be made again and is no loss."""
        if release.kind != "seed":
            known.remember(Known(self.root, self.mark, release.number, release.release_id))

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

    def _expected(self, release_id: str) -> Release:
        current = self._or_current(None)
        if current.release_id != release_id:
            raise ConflictError(release_id, current, current.differs(self.release(release_id)))
        return current


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


def expected_mark() -> str:
    """Return `STI_STORE_ID`: the mark of the store that must be there, so that none is ever begun in its place."""
    return os.environ.get("STI_STORE_ID", "").strip()


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
    store = Store(root or default_root(), "" if root else expected_mark())
    store.seed(facts or usual[0], sample or usual[1])
    return store
