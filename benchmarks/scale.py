"""Does it stay as quick when the projects are ten million? Measured on the real server, over its websocket.

`python -m benchmarks.scale [--rows 2400 10000000] [--turns N] [--keep FOLDER]` prints a table and writes
benchmarks/results/scale.json. For each size it generates project records, publishes them into a store, makes the cube,
starts the server on that store and reads pages as a browser would: the same questions in turn on each server, so that
the machine's moods fall on all of them. Times are of whole reruns, from the question to the last element received.
"""

import argparse
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks import results, scale_data
from data.cube import book
from data.store.store import Store, default_folders
from measures.projects.listing import TITLES_UP_TO
from tests.browser import harness

PAGES = ("overview", "coverage", "projects", "area")
GOALS = {"ratio": 1.25, "rss_mb": 1500, "cube_s": 15}
SEED = 26


def publish(rows: int, root: str) -> dict[str, float]:
    """Generate records and publish them into a store; return the seconds of each."""
    store = Store(root)
    seeded = store.seed(*default_folders())
    records = store.records(seeded)
    started = time.perf_counter()
    made = list(scale_data.chunks(records, rows))
    tables = {
        "projects": pa.concat_tables([projects for projects, _ in made]),
        "project_locations": pa.concat_tables([locations for _, locations in made]),
    }
    del made
    generated = time.perf_counter()
    store.publish(tables, author="benchmark", note=f"{rows} generated projects", expected=seeded.release_id)
    return {"generate_s": generated - started, "publish_s": time.perf_counter() - generated}


def cube(root: str) -> dict[str, float]:
    """Open a store and make the cube in this process; return seconds (wall and processor), MB and cells."""
    store = Store(root)
    records = store.records()
    before, used = time.perf_counter(), time.process_time()
    found = book.of(records).cube
    seconds, worked = time.perf_counter() - before, time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"cube_s": seconds, "cube_cpu_s": worked, "cube_peak_mb": peak, "cells": len(found.cells)}


def rows_only(root: str) -> dict[str, float]:
    """Return the seconds of what no cell answers, asked once on a fresh process: words, bounds, order by title."""
    store = Store(root)
    own = book.of(store.records())
    assert own.cube
    made = {}
    for name, work in {
        "text_rare_s": lambda: own.said(("แม่ฮ่องสอน", "77")),
        "text_common_s": lambda: own.said(("solar",)),
        "box_common_s": lambda: own.holding(("ข้าว",), 2000),
        "box_rare_s": lambda: own.holding(("ไม่มีคำนี้",), 2000),
        "one_project_s": lambda: own.find("sample-clinic-2555-00000003"),
        "title_order_s": lambda: own.title_order("title_th") if len(own) <= TITLES_UP_TO else None,
    }.items():
        started = time.perf_counter()
        work()
        made[name] = time.perf_counter() - started
    return made


class Reader:
    """One session on a server: asks for a page with a query and waits until all of it has come."""

    def __init__(self, server: harness.Server) -> None:
        """Open the session."""
        self.server = server
        address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
        self.line: ClientConnection = connect(address, subprotocols=["streamlit"], max_size=None, legacy=True)  # type: ignore

    def ask(self, page: str, query: Mapping[str, Any]) -> tuple[float, int]:
        """Return milliseconds and bytes of one rerun. Raises RuntimeError where the page shows an error."""
        question = BackMsg()
        question.rerun_script.query_string = urlencode(query, doseq=True)
        question.rerun_script.page_name = "" if page == "overview" else page
        started, size = time.perf_counter(), 0
        self.line.send(question.SerializeToString())
        while True:
            raw = self.line.recv(timeout=600)
            size += len(raw)
            message = ForwardMsg()
            message.ParseFromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type")
            if kind == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(message.delta.new_element.exception.message)
            if kind == "script_finished" and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return (time.perf_counter() - started) * 1000, size


def questions(turns: int) -> dict[str, list[dict[str, Any]]]:
    """Return the queries of each page: other days and other filters every time, so that nothing was asked before."""
    rng = random.Random(SEED)  # noqa: S311 - the same days in every run
    provinces = ["50", "33", "43", "90", "20", "65", "44", "84"]
    groups = ["2551-upper-north-2", "2551-upper-northeast-1", "2551-upper-central-1", "2551-lower-north-1"]

    def day() -> str:
        return (date(2008, 2, 1) + timedelta(rng.randrange(2790))).isoformat()

    made: dict[str, list[dict[str, Any]]] = {page: [] for page in PAGES}
    for turn in range(turns):
        made["overview"].append({"asof": day(), "groups": groups[turn % 4] if turn % 3 == 2 else []})
        made["coverage"].append({"asof": day(), "measure": ("projects", "allocated", "disbursed")[turn % 3],
                                 "level": ("province", "group")[turn % 2]})  # fmt: skip
        asked: dict[str, Any] = {"asof": day()}
        asked |= (
            {}, {"programme": "clinic"}, {"area": provinces[turn % 8]}, {"groups": groups[turn % 4]},
            {"status": "completed", "measure": "allocated"}, {"agency": "nstda", "phase": "phase-2"},
        )[turn % 6]  # fmt: skip
        made["projects"].append(asked)
        made["area"].append({"asof": day(), "area": [*provinces, *groups][turn % 12]})
    return made


def _memory(server: harness.Server) -> dict[str, float]:
    lines = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    told = {line.split(":")[0]: line.split()[1] for line in lines if line.startswith(("VmRSS", "VmHWM"))}
    return {"rss_mb": int(told["VmRSS"]) / 1024, "peak_mb": int(told["VmHWM"]) / 1024}


def _processor(server: harness.Server) -> float:
    told = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def _calm(server: harness.Server, longest: float = 900) -> None:
    """Wait until a server has done what it does in the background after its start."""
    quiet, end = 0, time.monotonic() + longest
    while quiet < 3 and time.monotonic() < end:
        before = _processor(server)
        time.sleep(1)
        quiet = quiet + 1 if _processor(server) - before < 0.1 else 0


@contextmanager
def _serving(root: str) -> Iterator[harness.Server]:
    with harness.serving(env={"STI_STORE": root}) as server:
        yield server


def measure(roots: dict[int, str], turns: int) -> dict[int, dict[str, Any]]:
    """Return what reading the pages took on a server per size: first_<page>_ms, lists of ms and of processor ms."""
    found: dict[int, dict[str, Any]] = {}
    with ExitStack() as stack:
        readers = {}
        for size, root in roots.items():
            started = time.perf_counter()
            server = stack.enter_context(_serving(root))
            readers[size] = Reader(server)
            found[size] = {"first_view_ms": readers[size].ask("overview", {"asof": "2011-05-26"})[0],
                           "start_s": time.perf_counter() - started}  # fmt: skip
        for reader in readers.values():
            _calm(reader.server)
        for page, queries in questions(turns + 2).items():
            for turn, query in enumerate(queries):
                for size, reader in readers.items():
                    used = _processor(reader.server)
                    spent, _ = reader.ask(page, query)
                    if turn >= 2:  # the first two open the page
                        found[size].setdefault(f"{page}_ms", []).append(spent)
                        worked = (_processor(reader.server) - used) * 1000
                        found[size].setdefault(f"{page}_cpu_ms", []).append(worked)
        for size, reader in readers.items():
            found[size] |= _memory(reader.server)
    return found


def _child(task: str, *arguments: str) -> dict[str, float]:
    """Do a task in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "benchmarks.scale", "--task", task, *arguments]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=harness.ROOT)
    made: dict[str, float] = json.loads(answer.stdout.splitlines()[-1])
    return made


def _show(found: dict[int, dict[str, Any]]) -> None:
    sizes = list(found)
    small, large = sizes[0], sizes[-1]
    print("".join([f"{'':24}", *(f"{size:>14,}" for size in sizes), f"{'ratio':>9}"]))
    for name in found[small]:
        values = [found[size].get(name) for size in sizes]
        numbers = [statistics.median(v) if isinstance(v, list) else float(v) for v in values if v is not None]
        ratio = numbers[-1] / numbers[0] if numbers[0] else float("nan")
        print("".join([f"{name:24}", *(f"{number:14,.2f}" for number in numbers), f"{ratio:9.2f}"]))
    for page in PAGES:
        wall, processor = (
            statistics.median(found[large][f"{page}_{kind}"])
            / statistics.median(found[small][f"{page}_{kind}"])
            for kind in ("ms", "cpu_ms")
        )
        met = "met" if wall <= GOALS["ratio"] else "NOT met"
        print(f"goal: {page} within {GOALS['ratio']} of its time with {small:,}: {wall:.2f} {met}", end="")
        print(f" (processor time {processor:.2f})")
    for name in ("rss_mb", "cube_s"):
        met = "met" if found[large][name] <= GOALS[name] else "NOT met"
        print(f"goal: {name} at most {GOALS[name]}: {found[large][name]:.1f} {met}")


def main() -> None:
    """Measure and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, nargs="+", default=[2400, 10_000_000])
    options.add_argument("--turns", type=int, default=12)
    options.add_argument("--keep", help="a folder for the stores; one that is filled is used again")
    options.add_argument(
        "--json", type=Path, default=results.RESULTS / "scale.json", help="where the figures go"
    )
    options.add_argument("--task", nargs="+", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.task:
        name, *arguments = chosen.task
        made = publish(int(arguments[0]), arguments[1]) if name == "publish" else globals()[name](*arguments)
        print(json.dumps(made))
        return
    with tempfile.TemporaryDirectory() as folder:
        found: dict[int, dict[str, Any]] = {}
        roots = {size: str(Path(chosen.keep or folder) / str(size)) for size in chosen.rows}
        for size, root in roots.items():
            found[size] = {} if Path(root).exists() else _child("publish", str(size), root)
            found[size] |= _child("cube", root)
            found[size] |= _child("rows_only", root)
        for size, told in measure(roots, chosen.turns).items():
            found[size] |= told
    _show(found)
    machine = {"cores": os.cpu_count(), "load": os.getloadavg()[0], "python": platform.python_version()}
    results.write(chosen.json, {"machine": machine, "sizes": found})


if __name__ == "__main__":
    main()
