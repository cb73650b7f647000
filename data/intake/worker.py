"""The process in which files are examined: it has everything loaded and forks once for each piece of work.

Nothing of what a file does reaches the server: a piece of work has a budget of processor time and memory of its own, is
nice to everybody else, and dies alone. Started by `apart`, spoken to over a socket that only this user can open:
the request is a pickled (function, arguments, budget); the answers are ("pid", n), ("progress", share), and at the
end one of ("result", value), ("raised", error), ("died", signal).
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import selectors
import signal
import socket
import struct
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_HEAD = struct.Struct(">Q")
_MB = 2**20
NICENESS = 5


@dataclass(frozen=True)
class Budget:
    """What one piece of work may take: seconds of processor time, bytes of memory beyond what is loaded."""

    seconds: int = 180
    memory: int = 3 * 2**30


def send(connection: socket.socket, message: object) -> None:
    """Send one message; large buffers go as they are."""
    buffers: list[pickle.PickleBuffer] = []
    body = pickle.dumps(message, protocol=5, buffer_callback=buffers.append)
    parts = [memoryview(body), *(buffer.raw() for buffer in buffers)]
    connection.sendall(_HEAD.pack(len(parts)))
    for part in parts:
        connection.sendall(_HEAD.pack(part.nbytes))
        connection.sendall(part)


def receive(connection: socket.socket) -> Any:
    """Return one message; EOFError when the other side is gone."""
    count = _HEAD.unpack(_exactly(connection, _HEAD.size))[0]
    parts = [_exactly(connection, _HEAD.unpack(_exactly(connection, _HEAD.size))[0]) for _ in range(count)]
    # The socket lies in a folder that only this user may enter.
    return pickle.loads(parts[0], buffers=parts[1:])  # noqa: S301


def _exactly(connection: socket.socket, size: int) -> bytearray:
    content = bytearray(size)
    view, got = memoryview(content), 0
    while got < size:
        read = connection.recv_into(view[got:], min(size - got, 64 * _MB))
        if not read:
            raise EOFError
        got += read
    return content


def main(path: str) -> None:
    """Serve until the process that started this one is gone."""
    _load()
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen(64)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(woken, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    working: dict[int, socket.socket] = {}
    with selectors.DefaultSelector() as ready:
        ready.register(listening, selectors.EVENT_READ)
        ready.register(woken, selectors.EVENT_READ)
        ready.register(0, selectors.EVENT_READ)  # closed when the server ends, however it ends
        print("ready", flush=True)
        while True:
            for key, _ in ready.select():
                if key.fd == 0:
                    for pid in working:
                        os.kill(pid, signal.SIGKILL)
                    return
                if key.fd == woken:
                    with contextlib.suppress(BlockingIOError):
                        os.read(woken, 4096)
                    _reap(working)
                else:
                    _fork(listening, working)


def _load() -> None:
    """Import what the work needs, once, with as few threads as can be: forks do not carry them along."""
    import pyarrow as pa

    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)
    import data.intake.steps  # noqa: F401


def _fork(listening: socket.socket, working: dict[int, socket.socket]) -> None:
    connection, _ = listening.accept()
    pid = os.fork()
    if pid:
        working[pid] = connection
        return
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        listening.close()
        for other in working.values():
            other.close()
        _work(connection)
        status = 0
    except (ConnectionError, EOFError):
        pass  # nobody waits any more
    except BaseException:  # told where the server's own faults are told, not lost with the process
        traceback.print_exc()
    finally:
        os._exit(status)


def _reap(working: dict[int, socket.socket]) -> None:
    """Tell whoever waits for a process that is gone how it ended; who has the result already no longer listens."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not pid:
            return
        if connection := working.pop(pid, None):
            with contextlib.suppress(OSError):
                if status:
                    send(connection, ("died", os.waitstatus_to_exitcode(status)))
            connection.close()


def _work(connection: socket.socket) -> None:
    """Do one piece of work within its budget."""
    os.nice(NICENESS)
    send(connection, ("pid", os.getpid()))
    function, arguments, budget = receive(connection)
    limited(budget)
    try:
        answer = (
            "result",
            function(*arguments, progress=lambda share: send(connection, ("progress", share))),
        )
    except MemoryError:
        answer = ("died", -signal.SIGSEGV)
    except Exception as error:
        answer = ("raised", error)
    send(connection, answer)


def limited(budget: Budget) -> None:
    """Hold this process to a budget; what it took so far does not count."""
    spent = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(spent.ru_utime + spent.ru_stime) + budget.seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[0])
    most = pages * resource.getpagesize() + budget.memory
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


Work = Callable[..., Any]

if __name__ == "__main__":
    # The functions named in requests live in the modules' own names, not in this one's.
    from data.intake import worker

    worker.main(sys.argv[1])
