"""The releases that this process has opened: one Records per release for all sessions, new ones noticed by themselves."""

import logging
import threading
import time
from collections.abc import Callable

from data import records as files
from data.records import Records
from data.releases import Release
from data.store import Store, default_folders, default_root
from data.store_errors import StoreError

LOG = logging.getLogger("sti")
EVERY = 2.0  # seconds between two looks for a new release
HELD = 2  # a page that is being drawn keeps the release it began with
UNWRITABLE = ("not-writable", "full")


class Shelf:
    """Opens the store of one root and folders. Thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.place = (default_root(), *default_folders())
        self.store: Store | None = None
        self._clock = clock
        self._lock = threading.RLock()
        self._looked = float("-inf")
        self._held: dict[str, Records] = {}
        self._newest = ""

    def newest(self) -> Records:
        """Return the records of the current release. Raises FaultsError and StoreError; neither is remembered."""
        with self._lock:
            if self._newest and self._clock() - self._looked < EVERY:
                return self._held[self._newest]
            if not self._newest:
                self._open()
            elif self.store is not None:
                self._look()
            self._looked = self._clock()
            return self._held[self._newest]

    def held(self, release_id: str) -> Records:
        """Return the records of a release that a page began with, or of the current one when it is long gone."""
        with self._lock:
            return self._held.get(release_id) or self.newest()

    def look_again(self) -> None:
        """Look for a new release at the next question: after a publish its author sees it at once."""
        with self._lock:
            self._looked = float("-inf")

    def _open(self) -> None:
        root, facts, sample = self.place
        store = Store(root)
        try:
            self._hold(store, store.seed(facts, sample))
            self.store = store
        except StoreError as error:
            if error.kind not in UNWRITABLE or _is_published(store):
                raise
            LOG.warning(
                "no store at %s (%s): the folders are served as they are, nothing can be published",
                root,
                error,
            )
            records = files.load(facts=facts, sample=sample)
            self._held, self._newest = {records.release: records}, records.release

    def _look(self) -> None:
        """Take up a newer release; what cannot be read now leaves the one that is shown, and is said in the log."""
        store = self.store
        try:
            release = store.current() if store else None
            if store and release and release.release_id != self._newest:
                self._hold(store, release)
        except StoreError as error:
            LOG.error("the store cannot be read, release %s stays: %s", self._newest, error)

    def _hold(self, store: Store, release: Release) -> None:
        records = store.records(release)
        kept = list(self._held.items())[-(HELD - 1) :]
        self._held = dict([*kept, (release.release_id, records)])
        self._newest = release.release_id


def _is_published(store: Store) -> bool:
    """Say whether a store holds more than a seed: then the folders may not stand in for it."""
    try:
        return any(release.kind != "seed" for release in store.history())
    except StoreError:
        return True
