"""`python -m benchmarks.releases build FOLDER --releases 1000`, then `… look FOLDER`: what a long history costs.

Processor time of this process in milliseconds, so that a busy machine changes little: the look for a new release that
a server takes every two seconds, the history as the Data page and the command line read it, which releases can be
restored, a publish.
"""

import argparse
import json
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from data.store.store import Store, default_folders

_DAY = pd.Timedelta(days=1)


def build(root: Path, releases: int) -> None:
    """Fill a store and publish until it has so many releases: each changes the stages of a plan, each tenth a project."""
    store = Store(root)
    store.check = lambda *_: None  # type: ignore[method-assign,assignment]  # nobody else writes here
    current = store.current() or store.seed(*default_folders())
    plans, projects = store.records().plans, store.records().projects
    for number in range(current.number, releases):
        plans = plans.copy()
        plans.loc[number % len(plans), "drafted_on"] = plans["drafted_on"].min() + (number % 400) * _DAY
        tables = {"plans": plans}
        if number % 10 == 0:
            projects = projects.copy()
            projects.loc[number % len(projects), "beneficiary_count"] = number
            tables["projects"] = projects
        current = store.publish(
            tables, author=f"officer {number % 7}", note=f"round {number}", expected=current.release_id
        )


def spent(work: Callable[[], object], times: int = 1) -> float:
    """Return the processor time of one call in milliseconds, the mean of `times`."""
    before = time.process_time()
    for _ in range(times):
        work()
    return round((time.process_time() - before) * 1000 / times, 1)


def look(root: Path) -> dict[str, float]:
    """Return what is measured, by name."""
    known = Store(root)
    opened = spent(lambda: known.history())
    told = {"releases": float(len(known.history())), "first history": opened}
    told["history again"] = spent(known.history, 20)
    told["look for a new release"] = spent(known.standing, 3)
    older = known.history()[1:]
    told["which can be restored: 20 releases"] = spent(lambda: [known.is_kept(r) for r in older[:20]])
    with tempfile.TemporaryDirectory() as folder:
        own = Store(shutil.copytree(root, Path(folder) / "store"))
        rows = own.records().plans.iloc[:-1]
        expected = own.current().release_id  # type: ignore[union-attr]
        told["publish"] = spent(lambda: own.publish({"plans": rows}, author="a", note="b", expected=expected))
    return told


def main() -> None:
    """Build a store or look at one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verb", choices=("build", "look"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--releases", type=int, default=1000)
    options = parser.parse_args()
    if options.verb == "build":
        build(options.folder, options.releases)
    else:
        print(json.dumps(look(options.folder), indent=1))


if __name__ == "__main__":
    main()
