"""The releases that this process has opened: one Records per release for all sessions, new ones noticed by themselves."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future

from data import records as files
from data import remember
from data.records import Records
from data.store import fixed, keeping
from data.store.errors import StoreError, said
from data.store.releases import Release
from data.store.store import Store, default_folders, default_root
from shell.store_watch import PATIENCE, PatientStore, begin, configured, is_silent, wait_for

LOG = logging.getLogger("sti")
EVERY = 2.0  # seconds between two looks for a new release
LOADING = 30.0  # seconds that an author waits at most to see what they have published
HELD = 2  # a page that is being drawn keeps the release it began with
GRACE = 30.0  # seconds after which nobody draws a page on the release before any longer
Prepare = Callable[[Records, Records, Callable[[], bool]], None]
UNWRITABLE = ("not-writable", "full")
TRIED_AGAIN = 60.0  # seconds after which a damaged release is read once more: somebody may have mended it
DAMAGED = ("damaged", "gone", "stepped-back")  # what is left of the store is served meanwhile


class Shelf:
    """Opens the store of one root and folders. Thread-safe.

    trouble: why the store could not be read at the last look, while the release that is held is still served.
    release: what the store says about that release; None where the folders are served without a store.
    prepare: works out for a release that has come what readers hold of the one before, as long as it is told to go on
    (old, new, go_on); they move when it is done. Without it they move at once.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic, prepare: Prepare | None = None) -> None:
        self.prepare = prepare
        self.place = (default_root(), *default_folders())
        self.store: Store | None = None
        self.release: Release | None = None
        self.trouble: StoreError | None = None
        self._clock = clock
        self._lock = threading.RLock()
        self._looked = float("-inf")
        self._looking: Future[None] | None = None
        self._answered = False
        self._held: dict[str, Records] = {}
        self._newest = ""
        self._coming = ""  # loaded, not yet worked out: its author sees it, the others stay where they are
        self._opening = False
        self._mark = ""  # of the store whose releases are served
        self._watcher: PatientStore | None = None  # asks for new releases; what it has read stays with it
        self._broken: dict[str, tuple[StoreError, float]] = {}  # releases that were found damaged, and when

    @property
    def is_open(self) -> bool:
        """Say whether there is a release to serve; asks nothing and waits for nobody."""
        return bool(self._newest)

    @property
    def is_opening(self) -> bool:
        """Say whether somebody is loading the first release at this moment."""
        return self._opening

    def newest(self, first: bool = False) -> Records:
        """Return the records of the current release. Raises FaultsError and StoreError; neither is remembered.

        Once a release is held nobody waits long for the store: what it does not answer in time is taken up later.
        first: also a release that is still being worked out for the readers, for those who have published.
        """
        if not self._newest:
            with self._lock:
                if not self._newest:
                    self._opening = True
                    try:
                        self._open()
                    finally:
                        self._opening = False
                    self._looked = self._clock()
        elif self.store is not None and self._clock() - self._looked >= EVERY:
            self._look_soon()
        with self._lock:
            return self._held[(first and self._coming) or self._newest]

    def held(self, release_id: str) -> Records:
        """Return the records of a release that a page began with, or of the current one when it is long gone."""
        with self._lock:
            found = self._held.get(release_id)
        return found or self.newest()

    def fixed(self, asked: str) -> tuple[Release | None, Records]:
        """Return an older release, or the current one, by its id or the beginning of it, and its records.

        None for the release where folders are served without a store. Raises StoreError: `no-release`, `gone`, `damaged`,
        or why the store cannot be read.
        """
        newest = self.newest()
        if self.store is None:
            if newest.release != asked:
                raise StoreError("no-release", asked)
            return None, newest
        release = fixed.find(self.store.history_as_read(), asked)
        with self._lock:
            held = self._held.get(release.release_id)
        return release, held or fixed.records(self.store, release.release_id)

    def look_again(self) -> None:
        """Look for a new release at the next question: after a publish its author sees it at once."""
        with self._lock:
            self._looked = float("-inf")

    def _open(self) -> None:
        root, facts, sample = self.place
        store = configured(root)
        try:
            release = store.seed(facts, sample)
            self._hold(store, release, store.records(release))
        except StoreError as error:
            if error.kind in DAMAGED:
                self._hold(store, *keeping.newest_whole(store))
                self._say(error)
                return
            if error.kind not in UNWRITABLE or _is_published(store):
                raise
            LOG.warning(
                "no store at %s (%s): the folders are served as they are, nothing can be published",
                root,
                error,
            )
            records = files.load(facts=facts, sample=sample)
            self._held, self._newest = {records.release: records}, records.release

    def _look_soon(self) -> None:
        """Begin a look and wait for it a little; while one gets no answer, nobody else begins or waits for another."""
        awaited = self._looked == float("-inf")  # by an author: a look that had begun before does not count
        for _ in range(2 if awaited else 1):
            with self._lock:
                begins = self._looking is None or self._looking.done()
                if begins:
                    self._answered = False
                    self._looking = begin(self._look)
                looking, self._looked = self._looking, self._clock()
            if looking is None or not (begins or (awaited and self.trouble is None)):
                return
            if not wait_for(looking, PATIENCE) and not self._answered:
                self._say(is_silent(self.place[0]), looking)
            elif awaited:
                wait_for(looking, LOADING)
            if begins:
                return

    def _look(self) -> None:
        """Take up a newer release; what cannot be read now leaves the one that is shown."""
        trouble = None
        # A look that hangs keeps its store to itself; the next one asks with another.
        store, self._watcher = self._watcher or configured(self.place[0]), None
        try:
            release = Store.check(store)
            self._answered = True
            if store.mark != self._mark or self.release not in store.log.all():
                raise StoreError(
                    "foreign", store.root, f"release {release.release_id} does not descend from ours"
                )
            if release.release_id not in (self._newest, self._coming):
                self._take_up(store, release)
            self._watcher = store
        except Exception as error:
            trouble = said(error, self.place[0])
        self._say(trouble)

    def _take_up(self, store: Store, release: Release) -> None:
        """Serve a newer release. Raises StoreError where it is damaged; that is not found out anew at every look."""
        error, seen = self._broken.get(release.release_id, (None, 0.0))
        if error and self._clock() - seen < TRIED_AGAIN:
            raise error
        try:
            self._arrive(store, release, store.records(release))
        except StoreError as error:
            self._broken = {release.release_id: (error, self._clock())} if error.kind in DAMAGED else {}
            raise

    def _say(self, trouble: StoreError | None, unless_done: Future[None] | None = None) -> None:
        """Remember how the look went; the log hears of it when it changes."""
        with self._lock:
            if unless_done and unless_done.done():
                return
            before, self.trouble = self.trouble, trouble
        if trouble and (before is None or before.kind != trouble.kind):
            LOG.error("the store cannot be read, release %s stays: %s", self._newest, trouble)
        elif before and not trouble:
            LOG.warning("the store answers again, release %s is shown", self._newest)

    def _arrive(self, store: Store, release: Release, records: Records) -> None:
        """Take up a release that has been loaded: readers move to it once it is worked out, in the background."""
        if self.prepare is None:
            self._hold(store, release, records)
            return
        with self._lock:
            self._coming = release.release_id
            self._held = {self._newest: self._held[self._newest], release.release_id: records}
            self.store = store
        threading.Thread(
            target=self._move, args=(store, release, records), name="release", daemon=True
        ).start()

    def _move(self, store: Store, release: Release, records: Records) -> None:
        """Work out what readers hold for the coming release, then let them move; a still newer one ends it."""
        with self._lock:
            old = self._held[self._newest]

        def go_on() -> bool:
            return self._coming == release.release_id

        try:
            if self.prepare is not None:
                self.prepare(old, records, go_on)
        except Exception:  # they move all the same: each answer is worked out when it is asked for
            LOG.exception("release %s could not be worked out beforehand", release.release_id)
        with self._lock:
            if not go_on():
                return
            self._hold(store, release, records)
        after = threading.Timer(GRACE, remember.forget, [old.release])
        after.daemon = True
        after.start()

    def _hold(self, store: Store, release: Release, records: Records) -> None:
        with self._lock:
            others = [(key, one) for key, one in self._held.items() if key != release.release_id]
            self._held = dict([*others[-(HELD - 1) :], (release.release_id, records)])
            self.store, self.release, self._newest = store, release, release.release_id
            self._mark = self._mark or store.mark
            self._coming = ""


def _is_published(store: Store) -> bool:
    """Say whether a store holds more than a seed: then the folders may not stand in for it."""
    try:
        return any(release.kind != "seed" for release in store.history())
    except StoreError:
        return True
