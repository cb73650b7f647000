"""A random book in a store, and everything its cube and its measures say, in a form that does not depend on numbering.

`python -m tests.engine_books ROOT FILE` writes that with the engine of `STI_ENGINE`: Daft takes one runner per process.
"""

import pickle
import random
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from data.cube import book
from data.cube.cube import DIMENSIONS, Cube
from data.cube.footprints import PRECISIONS
from data.records import Records
from data.store import readable
from data.store.store import Store
from measures import overview
from measures.projects import explorer
from measures.projects import places as project_places
from measures.projects.explorer import ProjectQuery
from measures.selection import Selection
from tests import tiny
from tests.test_measures_cube import question, registry

REGISTRIES = 60
DAYS = ("2003-09-30", "2008-01-14", "2009-09-30", "2009-10-01", "2011-03-23", "2015-09-30", "2020-01-01")
Told = dict[str, Any]


def records() -> Records:
    """Return some three thousand projects in no order: blanks, satang, planned ones, every way to name places."""
    rng = random.Random(7)  # noqa: S311
    parts = [(seed, registry(seed)) for seed in range(100, 100 + REGISTRIES)]
    frames = {}
    for table in ("projects", "project_locations"):
        told = [
            getattr(part, table).assign(project_id=lambda f, s=seed: f"{s}-" + f["project_id"])
            for seed, part in parts
        ]
        frames[table] = pd.concat(told, ignore_index=True).sample(frac=1, random_state=3, ignore_index=True)
    projects = frames["projects"]
    satang = pd.Series([rng.randrange(100) / 100 for _ in range(len(projects))])
    projects["allocated_baht"] += satang
    projects.loc[::17, "fiscal_year_be"] = pd.NA
    projects.loc[::13, "programme_code"] = ""
    tables = tiny.records().tables() | frames
    return Records("random", **tables)


def write(root: Path) -> None:
    """Publish the random book into a store, twice: the older version of its tables must not be read."""
    own = Store(root)
    seeded = own.fill(records())
    half = own.records().projects.iloc[::2]
    own.publish({"projects": half}, author="a", note="half of it", expected=seeded.release_id)


def read(root: Path | str) -> Records:
    """Return the first release of the store; its projects lie in their files."""
    readable.BIG = 100
    own = Store(root)
    return own.records(own.history()[-1])


def of_cube(cube: Cube) -> dict[str, pd.DataFrame]:
    """Return cells, money by place and rows of a cube with words instead of numbers, sorted."""
    cells = cube.cells
    names = {name: cube.words[name][cells.codes[name]] for name in DIMENSIONS if name != "fiscal_year"}
    found = cube.footprints
    places = [
        f"{found.provinces[code]}/{PRECISIONS[precision]}/{stated}"
        for code, precision, stated in zip(found.code, found.precision, found.stated, strict=True)
    ]
    patterns = [" ".join(places[a:b]) for a, b in zip(found.first[:-1], found.first[1:], strict=True)]
    key = pd.DataFrame(names | {
        "fiscal_year": cells.codes["fiscal_year"], "start_year": cells.start_year, "over_year": cells.over_year,
        "pattern": np.array(patterns, dtype=object)[cells.pattern],
    }).astype(str).agg("|".join, axis=1)  # fmt: skip
    counts = ("count", "stated_allocated", "stated_disbursed")
    table = pd.DataFrame(
        {name: getattr(cells, name) for name in (*counts, "allocated", "disbursed", "first_row")}
    ).assign(key=key)
    owner = np.repeat(np.arange(len(cells)), np.diff(cells.slot_first))
    place = np.arange(len(owner)) - cells.slot_first[owner]
    slots = pd.DataFrame({"key": key.to_numpy()[owner], "place": place, "allocated": cells.slot_allocated,
                          "disbursed": cells.slot_disbursed})  # fmt: skip
    rows = cube.rows
    number = np.arange(len(rows.cell))
    projects = pd.DataFrame({"key": key.to_numpy()[rows.cell], "place": rows.place, "rank": rows.rank, "end": rows.end,
                             "start": rows.starts(number), "allocated": rows.allocated.astype(float),
                             "disbursed": rows.disbursed.astype(float)})  # fmt: skip
    slot = rows.share_slot - cells.slot_first[rows.cell[rows.share_row]]
    shares = pd.DataFrame({"row": rows.share_row, "place": slot, "share": rows.share.astype(float)})
    over = pd.DataFrame({"key": key.to_numpy()[rows.over_cell],
                         "day": np.repeat(rows.over_days, np.diff(rows.over_first))})  # fmt: skip
    return {
        "cells": table.sort_values("key", ignore_index=True),
        "slots": slots.sort_values(["key", "place"], ignore_index=True), "rows": projects,
        "shares": shares.sort_values(["row", "place"], ignore_index=True),
        "over": over.sort_values(["day", "key"], ignore_index=True),
    }  # fmt: skip


def of_measures(source: Records) -> Told:
    """Return what readers see: key figures, totals, lists and maps of some days and filters."""
    told: Told = {}
    for day in DAYS:
        selection = Selection(asof=date.fromisoformat(day))
        told[f"overview {day}"] = repr(overview.key_figures(source, selection, date(2008, 1, 1)))
        frame = project_places.by_area(source, ProjectQuery(selection), "allocated")
        told[f"map {day}"] = frame[["area_code", "state", "value", "of"]]
    for turn in range(20):
        query = question(3, turn)
        told[f"totals {turn}"] = pd.DataFrame([part for part in asdict(explorer.totals(source, query)).values()
                                               if isinstance(part, dict)])  # fmt: skip
        told[f"list {turn}"] = explorer.page(source, query, size=30, sort="-allocated_baht").rows
    return told


def everything(root: Path | str) -> Told:
    """Return all of it, with the engine that is configured."""
    source = read(root)
    return of_cube(book.of(source).cube) | of_measures(source)


def main(root: str, file: str) -> None:
    """Write everything, and on how many nodes of a cluster Daft had workers."""
    told = everything(root)
    import ray
    from ray._private.state import actors

    if ray.is_initialized():
        workers = [actor for actor in actors().values() if "Swordfish" in actor["ActorClassName"]]
        told["nodes"] = len({actor["Address"]["NodeID"] for actor in workers})
    Path(file).write_bytes(pickle.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
