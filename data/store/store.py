"""The store: every table versioned, every release a whole, nothing applied in part."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pandas as pd
import pyarrow as pa
import pyarrow.dataset as pads

from data import records as folders
from data.records import Records
from data.schema import TABLES
from data.store import keeping, known, versions
from data.store.audit import Audit
from data.store.columnar import arrow_schema, content_hash, same_rows, to_arrow, to_frame
from data.store.errors import StoreError, said
from data.store.folders import is_used, one_writer
from data.store.known import Known
from data.store.releases import ConflictError, Kind, Release, ReleaseLog

DEFAULT = Path(__file__).resolve().parents[2] / "store"
BIG = 100_000  # rows from which a table stays in its files until somebody asks for the frame
KEEP_DAYS = 90
GRACE_HOURS = 24  # a file younger than this may belong to a publish that is still under way
BEGINNING = ".beginning"  # there while a store is filled for the first time
SEEDED_BY = "facts + sample"

Frame: TypeAlias = pd.DataFrame | pa.Table
_NONE = Release("", 0, datetime.min.replace(tzinfo=UTC), "", "", "seed", "", {}, {})


class Store:
    """A folder or address with one Delta table per record table, and the table of releases.

    Any number of threads and processes may read and write one root. What cannot be done raises StoreError.
    """

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

    def _is_beginning(self) -> bool:
        """Say whether a first filling died before its release: what it left is nobody's."""
        return bool(self.folder and (self.folder / BEGINNING).exists() and not self.audit.newest_number())

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
        if name not in base.versions or base.rows.get(name) != rows.num_rows or rows.num_rows > BIG:
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

    def place(self, table: str) -> str:
        """Return the folder or address of a table."""
        return f"{self.root}/tables/{table}"

    def _or_current(self, release: Release | None) -> Release:
        found = release or self.current()
        if found is None:
            raise StoreError("empty", self.root)
        return found

    def _expected(self, release_id: str) -> Release:
        current = self._or_current(None)
        if current.release_id != release_id:
            raise ConflictError(release_id, current, current.differs(self.release(release_id)))
        return current

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
