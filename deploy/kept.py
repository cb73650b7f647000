"""A process that is kept running."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deploy import ready
from deploy.front import ROOT

LOOK_EVERY = 5.0  # seconds between two questions whether a replica is alive
DEAF = 3  # questions without an answer until a replica is ended
SETTLED = 30.0  # a process that lived so long (seconds) is started again at once
LONGEST_PAUSE = 30.0
STOP_WITHIN = 10.0
PR_SET_PDEATHSIG = 1


def say(text: str) -> None:
    """Write one line for whoever started this."""
    print(text, flush=True)


@dataclass
class Kept:
    """A process that is kept running: started again when it dies, with growing pauses when it dies at once."""

    name: str
    command: list[str]
    env: Mapping[str, str]
    log: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    _started: float = 0.0
    _next: float = 0.0
    _pause: float = 0.0
    _looked: float = 0.0
    _silent: int = field(default=0)

    def start(self) -> None:
        """Start it; its output goes to its log, and it ends with us even when we are killed."""
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(  # noqa: S603
                self.command,
                cwd=ROOT,
                env=self.env,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C reaches us alone, and we end them in order
                preexec_fn=_end_with_parent,
            )
        self._started = self._looked = time.monotonic()
        self._silent = 0
        say(f"{self.name}: process {self.process.pid}" + (f", port {self.port}" if self.port else ""))

    def look(self) -> None:
        """Start it again if it is due, after a death; end it when it has been silent for too long."""
        now = time.monotonic()
        if self.process is None:
            if now >= self._next:
                self.start()
            return
        code = self.process.poll()
        if code is not None:
            lived = now - self._started
            self._pause = 0.0 if lived >= SETTLED else min(max(2 * self._pause, 0.5), LONGEST_PAUSE)
            self._next, self.process = now + self._pause, None
            say(f"{self.name} ended with {code}, starting it again; its log: {self.log}")
        elif self.port and now - self._looked >= LOOK_EVERY and lived_long(now, self._started):
            self._looked = now
            self._silent = 0 if ready.is_alive(self.port) else self._silent + 1
            if self._silent >= DEAF:
                say(f"{self.name} does not answer any more, ending it")
                self.process.kill()

    def stop(self) -> None:
        """End it: asked first, then made to."""
        if self.process is None or self.process.poll() is not None:
            return
        self.process.terminate()
        try:
            self.process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def lived_long(now: float, started: float) -> bool:
    """Say whether a process had the time to start."""
    return now - started >= SETTLED


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
