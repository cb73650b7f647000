"""The server that is measured: its own process, pinned, watched from outside."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser import harness

CORES = 2
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Reading:
    """One look at a process: resident memory in MB, seconds of processor time so far, threads."""

    rss_mb: float
    processor_s: float
    threads: int


def read(pid: int) -> Reading:
    """Look at a process. Raises FileNotFoundError when it has ended."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    told = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "Threads"))}
    spent = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    seconds = (int(spent[11]) + int(spent[12])) / _TICKS
    return Reading(int(told["VmRSS"]) / 1024, seconds, int(told["Threads"]))


def read_all(servers: Sequence[harness.Server]) -> Reading:
    """Return the sums over several servers."""
    found = [read(server.process.pid) for server in servers]
    return Reading(sum(one.rss_mb for one in found), sum(one.processor_s for one in found),
                   sum(one.threads for one in found))  # fmt: skip


def busy_elsewhere(since: tuple[float, float], now: tuple[float, float], own_s: float) -> float:
    """Return how many processors other work kept busy between two looks of `machine`."""
    seconds = max(now[0] - since[0], 0.001)
    return max(0.0, (now[1] - since[1] - own_s) / seconds)


def machine() -> tuple[float, float]:
    """Return the seconds since start, and the seconds of processor time spent by everything on the machine."""
    spent = Path("/proc/stat").read_text().splitlines()[0].split()[1:]
    idle = int(spent[3]) + int(spent[4])
    busy = sum(map(int, spent[:8])) - idle
    return float(Path("/proc/uptime").read_text().split()[0]), busy / _TICKS


def cores() -> tuple[set[int], set[int]]:
    """Return the processors of the server and of the readers; on a small machine they share them."""
    own = sorted(os.sched_getaffinity(0))
    rest = set(own[CORES:])
    return set(own[:CORES]), rest or set(own[:CORES])


@contextmanager
def serving(root: str, env: Mapping[str, str] | None = None) -> Iterator[harness.Server]:
    """Serve the dashboard from a store of its own on two processors until the block ends."""
    with harness.serving(env={"STI_STORE": root, **(env or {})}) as server:
        os.sched_setaffinity(server.process.pid, cores()[0])
        for task in Path(f"/proc/{server.process.pid}/task").iterdir():  # those it has begun already
            os.sched_setaffinity(int(task.name), cores()[0])
        yield server


@contextmanager
def replicas(root: str, count: int) -> Iterator[list[harness.Server]]:
    """Serve the dashboard by several processes on one store, all on the same two processors."""
    with ExitStack() as stack:
        yield [stack.enter_context(serving(root)) for _ in range(count)]
