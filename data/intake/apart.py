"""Work on a file in a process of its own: whatever is wrong with the file, readers go on.

`run` starts the worker at its first use and keeps it; each call is one forked process with a budget of processor time
and memory (`worker.Budget`). What takes more is ended, and the officer is told so like of any file that cannot be read.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

from data.intake.contents import refuse
from data.intake.grids import Progress, no_progress
from data.intake.worker import Budget, Work, receive, send

ROOT = Path(__file__).resolve().parents[2]
AT_ONCE = 2  # pieces of work; more would take from each other and from readers
BUDGET = Budget()
_turns = threading.BoundedSemaphore(AT_ONCE)


class _Worker:
    """The worker process of this process, started when first needed and again should it be gone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = ""
        self._owner = 0

    @property
    def is_idle(self) -> bool:
        """Whether no worker has been started yet, or it is gone."""
        return self._process is None or self._process.poll() is not None

    def connect(self) -> socket.socket:
        """Return a connection on which one piece of work can be asked for."""
        with self._lock:
            if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
                self._start()
            path = f"{self._folder}/work"
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(path)
        return connection

    def _start(self) -> None:
        self.stop()
        self._folder, self._owner = tempfile.mkdtemp(prefix="sti-work-"), os.getpid()
        threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
        self._process = subprocess.Popen(  # noqa: S603  our own module, with this interpreter
            [sys.executable, "-m", "data.intake.worker", f"{self._folder}/work"],
            cwd=ROOT, env={**os.environ, **threads}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        assert self._process.stdout is not None  # noqa: S101  a pipe was asked for
        if self._process.stdout.readline().strip() != b"ready":
            raise RuntimeError("the process that examines files did not start")

    def stop(self) -> None:
        """End the worker and what it works on."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        assert process.stdin is not None  # noqa: S101
        process.stdin.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
        if process.poll() is None:
            process.kill()
        with contextlib.suppress(OSError):
            os.unlink(f"{self._folder}/work")
            os.rmdir(self._folder)


_worker = _Worker()
atexit.register(_worker.stop)


def warm() -> None:
    """Start the worker behind the caller's back: whoever opens the desk is about to need it."""

    def start() -> None:
        with contextlib.suppress(OSError, RuntimeError):
            _worker.connect().close()

    if _worker.is_idle:
        threading.Thread(target=start, name="desk-worker", daemon=True).start()


def run(
    work: Work, *arguments: Any, name: str, progress: Progress | None = None, budget: Budget = BUDGET
) -> Any:
    """Return what `work(*arguments, progress=)` returns, done in a process of its own.

    work: a function of a module; arguments and result must be picklable. name: of the file, for what is told. What the
    work raises is raised here. Raises RefusedFileError (`too-much-time`, `too-much-memory`) where the budget is spent.
    """
    tell = progress or no_progress
    with _turns, contextlib.closing(_worker.connect()) as connection:
        pid = receive(connection)[1]
        try:
            send(connection, (work, arguments, budget))
            while True:
                kind, said = receive(connection)
                if kind == "progress":
                    tell(said)
                elif kind == "result":
                    pid = 0
                    return said
                elif kind == "raised":
                    pid = 0
                    raise said
                else:
                    pid = 0
                    _tell_end(name, said, budget)
        except (EOFError, ConnectionError):
            refuse(name, "too-much-memory", "", _size(budget))
        finally:
            if pid:  # whoever waited has gone: nobody wants the rest
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)


def _tell_end(name: str, code: int, budget: Budget) -> None:
    if -code in (signal.SIGXCPU, signal.SIGKILL):
        refuse(name, "too-much-time", "", str(budget.seconds))
    refuse(name, "too-much-memory", "", _size(budget))


def _size(budget: Budget) -> str:
    return f"{budget.memory // 2**20:,} MB"
