"""Whether a store still stands: asked without waiting for ever, and before anything is written to it."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future, wait
from threading import Thread
from typing import TypeVar

from data.releases import Release
from data.store import Frame, Store
from data.store_errors import StoreError

PATIENCE = 2.0  # seconds that anybody waits for a store that does not answer
T = TypeVar("T")


def begin(work: Callable[[], T]) -> Future[T]:
    """Begin work in a thread that nobody has to wait for, not even the end of the process."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    Thread(target=run, name="store", daemon=True).start()
    return future


def wait_for(future: Future[T], seconds: float) -> bool:
    """Wait for a work to end; say whether it did."""
    return bool(wait([future], timeout=seconds).done)


def standing(store: Store) -> Release:
    """Return the current release of a store whose tables are there; else raise StoreError.

    The store must be a fresh object: one that has been read before goes on from what it remembers and does not notice
    that its folder was taken away.
    """
    release = store.current()
    if release is None:
        raise StoreError("unreachable", store.root, "it holds no release any more")
    for table in release.versions if store.folder else ():
        place = store.folder / "tables" / table / "_delta_log"  # type: ignore[operator]
        if not place.is_dir():
            raise StoreError("corrupt", store.root, f"{place} is not there")
    return release


def is_silent(root: str) -> StoreError:
    """Return the error of a store that has not answered in time."""
    return StoreError("unreachable", root, f"no answer within {PATIENCE:.0f} seconds")


class GuardedStore(Store):
    """A store that is looked at before it is written to: nothing is built upon what has vanished.

    An empty folder in the place of the store, for example of a disk that is not mounted, would take the files.
    """

    def publish(self, tables: Mapping[str, Frame], *, author: str, note: str, expected: str) -> Release:
        """Publish as Store.publish does, on top of a release that is whole."""
        self._check()
        return super().publish(tables, author=author, note=note, expected=expected)

    def restore(self, release_id: str, *, author: str, note: str, expected: str) -> Release:
        """Restore as Store.restore does, on top of a release that is whole."""
        self._check()
        return super().restore(release_id, author=author, note=note, expected=expected)

    def _check(self) -> None:
        def whole() -> None:
            fresh = Store(self.root)
            if not fresh.is_kept(standing(fresh)):
                raise StoreError("corrupt", self.root, "files of the current release are missing")

        try:
            begin(whole).result(PATIENCE)
        except TimeoutError:
            raise is_silent(self.root) from None
