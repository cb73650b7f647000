"""Watching the runs: how often, how long, how they ended; told to the metrics and, at debug, to the log. And their turns:
pages that are worked out side by side only take the interpreter from each other, and all come late."""

import logging
import threading
import time
from collections.abc import Callable
from hashlib import blake2s
from typing import Any

from server import metrics, turns
from server.logs import DETAILS
from server.turns import InOrder
from shell import context, platform
from shell.platform import ScriptRunner, ScriptRunnerEvent, get_script_run_ctx

LOG = logging.getLogger("sti.runs")
ENDINGS = {
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_SUCCESS: "done",
    ScriptRunnerEvent.FRAGMENT_STOPPED_WITH_SUCCESS: "done",
    ScriptRunnerEvent.SCRIPT_STOPPED_FOR_RERUN: "overtaken",  # by a newer choice of the reader, or it asked for it
    ScriptRunnerEvent.SCRIPT_STOPPED_WITH_COMPILE_ERROR: "failed",
}
AT_ONCE = 2  # runs; one may wait for a disk while the other computes
LONGEST_WAIT = 2.0  # seconds; a run that hangs keeps nobody else waiting longer
_turns = threading.BoundedSemaphore(AT_ONCE)
_run = threading.local()
_lock = threading.Lock()
_under_way = 0


def is_busy() -> bool:
    """Say whether a reader's run is under way or waits for its turn: what can wait lets it pass."""
    return _under_way > 0


class WatchedRunner(ScriptRunner):
    """Streamlit's runner of one session's pages, which also says when a run begins and ends.

    Its events cover what the main script cannot see: callbacks, parts that run alone, runs that were overtaken.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on_event.connect(watcher(self._session_id), weak=False)

    def _run_script(self, rerun_data: Any) -> None:
        global _under_way
        with _lock:
            _under_way += 1
        its_turn = _turns.acquire(timeout=LONGEST_WAIT)
        try:
            super()._run_script(rerun_data)
        finally:
            if its_turn:
                _turns.release()
            with _lock:
                _under_way -= 1


class Runner(InOrder, WatchedRunner):
    """Both: a run waits for those before it of its session, and only then takes a turn of the process."""


def start() -> None:
    """Watch every session of this process; call before the server starts."""
    turns.ready()
    platform.replace("streamlit.runtime.app_session:ScriptRunner", Runner)
    metrics.start()


def failed() -> None:
    """Remember that the run of this thread failed; the reader has been told."""
    _run.outcome = "failed"


def watcher(session_id: str) -> Callable[..., None]:
    """Return what listens to the events of one session; they come in the thread of the run."""
    session = session_mark(session_id)

    def listen(_: object, *, event: ScriptRunnerEvent, **told: Any) -> None:
        if event is ScriptRunnerEvent.SCRIPT_STARTED:
            _run.begun, _run.outcome = time.perf_counter(), ""
            _run.part = "part" if told.get("fragment_ids_this_run") else "page"
        elif event in ENDINGS and getattr(_run, "begun", None) is not None:
            _ended(session, _run.outcome or ENDINGS[event], time.perf_counter() - _run.begun)
            _run.begun = None

    return listen


def session_mark(session_id: str) -> str:
    """Return a short mark of a session: enough to follow it through the log, not enough to take it over."""
    return blake2s(session_id.encode(), digest_size=4).hexdigest()


def current_session() -> str:
    """Return the mark of the session whose run this is; "" outside of a run."""
    run = get_script_run_ctx(suppress_warning=True)
    return session_mark(run.session_id) if run else ""


def current_page() -> str:
    """Return the page of this run by the name in its address, "none" before there is one."""
    run = get_script_run_ctx(suppress_warning=True)
    page = run.pages_manager.get_pages().get(run.page_script_hash) if run else None
    return (page["url_pathname"] or "overview") if page and "url_pathname" in page else "none"


def _ended(session: str, outcome: str, seconds: float) -> None:
    page = current_page()
    metrics.RUNS.labels(page, _run.part, outcome).inc()
    metrics.SECONDS.labels(page, _run.part).observe(seconds)
    if LOG.isEnabledFor(logging.DEBUG):
        release = context.shelf().release
        told = {"page": page, "part": _run.part, "outcome": outcome, "seconds": round(seconds, 4)}
        told |= {"session": session, "release": release.release_id if release else ""}
        LOG.debug("run", extra={DETAILS: told})
