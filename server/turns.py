"""One session's runs, one after another, and what its reader did comes first in each.

The platform lets a newer request stop the run of the one before. What the stopped request said must not go with it:
its acts and the callbacks of its buttons are taken before it may be stopped, in the order in which requests came.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from addresses.parameters import parameters
from data.faults import FaultsError
from data.store.errors import StoreError
from shell import acts, address, context, platform
from shell.platform import SafeSessionState, ScriptRunner, SessionState

LONGEST_WAIT = 10.0  # seconds; a run that hangs keeps the reader's next act waiting no longer
_acting = threading.local()


class Queue:
    """The runs of one session in the order in which they were asked for."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: deque[object] = deque()

    def join(self) -> object:
        """Take a place at the end."""
        place = object()
        with self._changed:
            self._waiting.append(place)
        return place

    def wait(self, place: object) -> None:
        """Wait until all before have left."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting[0] is place, LONGEST_WAIT)

    def leave(self, place: object) -> None:
        """Give the place up."""
        with self._changed:
            self._waiting.remove(place)
            self._changed.notify_all()


class InOrder(ScriptRunner):
    """The platform's runner of one session's pages: in order, and never stopped before it has heard its request."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        state: SessionState = self._session_state._state
        self._queue: Queue = state._old_state.setdefault("_sti_queue", Queue())
        self._place: object | None = self._queue.join()
        self._gate = threading.Lock()
        self._has_begun = self._shall_stop = False

    def request_stop(self) -> None:
        """Stop at the next chance, but not before the first request has been taken up."""
        with self._gate:
            if not self._has_begun:
                self._shall_stop = True
                return
        super().request_stop()

    def _run_script(self, rerun_data: Any) -> None:
        with self._gate:
            self._has_begun = True
        if self._shall_stop:
            super().request_stop()
        place = self._place or self._queue.join()
        self._place = None
        self._queue.wait(place)
        try:
            super()._run_script(rerun_data)
        finally:
            self._queue.leave(place)

    def _maybe_handle_execution_control_request(self) -> None:
        if not getattr(_acting, "on", False):
            super()._maybe_handle_execution_control_request()


def ready() -> None:
    """Let every session of this process be served so; once, before the first of them."""
    acts.ready()
    if SessionState._call_callbacks is _acts_first:
        return
    platform.replace("streamlit.runtime.state.session_state:SessionState._call_callbacks", _acts_first)
    platform.replace(
        "streamlit.runtime.state.safe_session_state:SafeSessionState.on_script_will_rerun", _unstopped
    )


_callbacks_before = SessionState._call_callbacks


def _acts_first(self: SessionState, **told: Any) -> None:
    if address.is_known():
        with suppress(FaultsError, StoreError):  # the page itself says so
            address.take(parameters(context.ahead()))
    _callbacks_before(self, **told)


def _unstopped(self: SafeSessionState, *args: Any, **told: Any) -> None:
    with _all_ears(), self._lock:
        self._state.on_script_will_rerun(*args, **told)


@contextmanager
def _all_ears() -> Iterator[None]:
    _acting.on = True
    try:
        yield
    finally:
        _acting.on = False
