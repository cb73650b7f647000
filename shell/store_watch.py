"""A store that may not answer: asked without waiting for ever."""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from functools import partial
from threading import Thread
from typing import TypeVar

from data.store.errors import StoreError
from data.store.releases import Release
from data.store.store import Store, default_root, expected_mark

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


def is_silent(root: str) -> StoreError:
    """Return the error of a store that has not answered in time."""
    return StoreError("unreachable", root, f"no answer within {PATIENCE:.0f} seconds")


class PatientStore(Store):
    """A store that is not waited for longer than PATIENCE before anything is written to it."""

    def check(self, written: Iterable[str] = ()) -> Release:
        """Check as Store.check does; a store that does not answer in time raises StoreError too."""
        try:
            return begin(partial(super().check, written)).result(PATIENCE)
        except TimeoutError:
            raise is_silent(self.root) from None


def configured(root: str) -> PatientStore:
    """Return the store at a root; where it is the configured one, it must bear the mark that the configuration names."""
    return PatientStore(root, expected_mark() if root == default_root() else "")
