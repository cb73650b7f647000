"""The same cube by every engine: what each takes, and whether they say the same.

`python -m benchmarks.engines [--rows 200000 2000000] [--engines duckdb daft ...] [--json FILE]` publishes generated
projects into a store per size and makes the cube of it with each engine, each in a process of its own. `daft+ray` gets
a cluster of two nodes with one core each on this machine. Processor seconds are those of the process that asked and of
the workers of the cluster; memory is the peak of the process that asked and what those workers held at the end. The
start of a cluster is told by itself. The JSON is written anew after each engine.
"""

import argparse
import hashlib
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks import results, scale
from data.cube import book, engine
from data.cube import build as cube_build
from data.cube import engine_build as engine_cube
from data.cube.cube import Cube
from data.store.store import Store
from tests import engine_books

ENGINES = ("duckdb", "duckdb+sql", "daft", "daft+ray")
LOOPBACK = "127.0.0.1"
OBJECTS = 1_000_000_000  # bytes each node may keep of what it works on
WARM = "SELECT DISTINCT status FROM projects"


def answer(cube: Cube) -> str:
    """Return a digest of all a cube says, in words, with baht to the satang."""
    digest = hashlib.sha256()
    for name, frame in engine_books.of_cube(cube).items():
        for column in frame:
            values = frame[column]
            if values.dtype.kind == "f":
                values = (values * 100).round().fillna(-1).astype("int64")
            digest.update(f"{name}.{column}".encode())
            digest.update(pd.util.hash_pandas_object(values, index=False).to_numpy(np.uint64).tobytes())
    return digest.hexdigest()[:16]


def measure(name: str, root: str) -> dict[str, Any]:
    """Make the cube of a store with an engine; return seconds, MB and what it says."""
    own = book.of(Store(root).records())
    started, used = time.perf_counter(), 0.0
    if name == "duckdb":
        ready, used = time.perf_counter(), time.process_time()
        cube = cube_build.build(own.projects, own.locations)
    else:
        with engine.opened(name) as session:
            session.read("projects", own.projects.source)
            session.ask(WARM)
            ready, used = time.perf_counter(), time.process_time() + _workers(name)[0]
            cube = engine_cube.made(session, own.projects, own.locations)
    worked, nodes = _workers(name)
    done, used = time.perf_counter(), time.process_time() + worked - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "start_s": ready - started, "cube_s": done - ready, "cpu_s": used, "peak_mb": peak, "nodes_mb": nodes,
        "cells": len(cube.cells), "answer": answer(cube),
    }  # fmt: skip


def _workers(name: str) -> tuple[float, float]:
    """Return the processor seconds and the MB of the workers of a cluster on this machine."""
    ticks, pages = 0, 0
    if name != "daft+ray":
        return 0.0, 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if (folder / "cmdline").read_bytes().startswith(b"ray::"):
                told = (folder / "stat").read_text().rsplit(")", 1)[1].split()
                ticks += int(told[11]) + int(told[12])
                pages += int((folder / "statm").read_text().split()[1])
        except OSError:
            continue
    return ticks / os.sysconf("SC_CLK_TCK"), pages * resource.getpagesize() / 1024**2


@contextmanager
def _environment(name: str, folder: str) -> Iterator[dict[str, str]]:
    """Start what an engine needs and return what its process must know."""
    if name != "daft+ray":
        yield {}
        return
    quiet = {
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
        "DAFT_ANALYTICS_ENABLED": "0",
    }
    os.environ.update(quiet)
    from ray.cluster_utils import Cluster

    each = {"num_cpus": 1, "node_ip_address": LOOPBACK, "object_store_memory": OBJECTS}
    cluster = Cluster(
        initialize_head=True, head_node_args=each | {"include_dashboard": False, "temp_dir": folder}
    )
    cluster.add_node(**each)
    try:
        yield {"RAY_ADDRESS": cluster.address}
    finally:
        cluster.shutdown()


def _child(name: str, root: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp") as folder, _environment(name, folder) as known:
        command = [sys.executable, "-m", "benchmarks.engines", "--task", name, root]
        told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | known)
    made: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return made


def _show(found: dict[int, dict[str, dict[str, Any]]]) -> bool:
    columns = (("start s", 9), ("cube s", 9), ("cpu s", 8), ("peak MB", 9), ("nodes MB", 10), ("cells", 9))
    print(
        f"{'projects':>10} {'engine':12}" + "".join(f"{name:>{wide}}" for name, wide in columns) + "  equal"
    )
    agree = True
    for rows, engines in found.items():
        first = next(iter(engines.values()))["answer"]
        for name, told in engines.items():
            told["equal"] = told["answer"] == first
            agree &= told["equal"]
            print(f"{rows:10,} {name:12}{told['start_s']:9.1f}{told['cube_s']:9.1f}{told['cpu_s']:8.1f}{told['peak_mb']:9.0f}"
                  f"{told['nodes_mb']:10.0f}{told['cells']:9,}  {'yes' if told['equal'] else 'NO'}")  # fmt: skip
    print(f"goal: every engine says the same: {'met' if agree else 'NOT met'}")
    return agree


def _write(file: Path, found: dict[int, dict[str, dict[str, Any]]]) -> None:
    machine = {"cores": os.cpu_count(), "load": os.getloadavg()[0], "python": platform.python_version()}
    results.write(file, {"machine": machine, "sizes": found})


def main() -> None:
    """Measure and report."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, nargs="+", default=[200_000, 2_000_000])
    options.add_argument("--engines", nargs="+", default=list(ENGINES), choices=ENGINES)
    options.add_argument("--keep", help="a folder for the stores; one that is filled is used again")
    options.add_argument("--json", type=Path, help="where to write the figures")
    options.add_argument("--task", nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.task:
        print(json.dumps(measure(*chosen.task)))
        return
    with tempfile.TemporaryDirectory() as folder:
        found: dict[int, dict[str, dict[str, Any]]] = {}
        for rows in chosen.rows:
            root = str(Path(chosen.keep or folder) / str(rows))
            if not Path(root).exists():
                scale.publish(rows, root)
            for name in chosen.engines:
                found.setdefault(rows, {})[name] = _child(name, root)
                if chosen.json:
                    _write(chosen.json, found)
    agree = _show(found)
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()
