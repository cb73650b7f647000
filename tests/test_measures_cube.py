"""The cube says what loops over every project say, for any day, filter and area."""

import random
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from data import records
from data.cube import book
from data.cube.pieces import Pieces
from data.records import Records
from measures.projects import amounts as on_map
from measures.projects import explorer
from measures.projects import places as project_places
from measures.projects.explorer import ProjectQuery
from measures.selection import Selection
from tests import project_loops, tiny

PROVINCES = ["10", "38", "41", "42", "43", "50", "52"]
TELLING_DAYS = [
    "2003-09-30",
    "2008-01-14",
    "2009-09-30",
    "2009-10-01",
    "2011-03-22",
    "2011-03-23",
    "2015-09-30",
]


def places(project_id: str, rng: random.Random) -> list[dict]:
    """Return one province, several with or without shares, a whole group, the nation, or nothing recorded."""
    shape = rng.random()
    if shape < 0.45:
        return [tiny.location(project_id, rng.choice(PROVINCES), rng.choice([None, 1.0]))]
    if shape < 0.55:
        return [tiny.location(project_id, "", precision="nationwide")] if shape < 0.5 else []
    if shape < 0.65:
        whole = rng.choice([["41", "42", "43"], ["50", "52"], ["41", "42", "43", "38"]])
        return [tiny.location(project_id, code, precision="group") for code in whole]
    codes = rng.sample(PROVINCES, rng.randrange(2, 5))
    cuts = [0, *sorted(rng.sample(range(1, 20), len(codes) - 1)), 20]
    shares = np.diff(cuts) / 20 if shape < 0.85 else [None] * len(codes)
    return [tiny.location(project_id, code, share) for code, share in zip(codes, shares, strict=True)]


def registry(seed: int) -> Records:
    """Return up to 120 projects as they come: stated and unstated, running, planned, broken off."""
    rng = random.Random(seed)  # noqa: S311
    projects, locations = [], []
    for number in range(rng.choice([3, 40, 120])):
        start = date(2003, 10, 1) + timedelta(rng.randrange(5500))
        status = rng.choice(["planned", "running", "completed", "completed", "cancelled"])
        ended = (start + timedelta(rng.randrange(900))).isoformat()
        open_end = status == "planned" or (status != "completed" and rng.random() < 0.4)
        project_id = f"p{rng.randrange(10**6):06d}-{number}"
        projects.append(tiny.project(
            project_id, None if status == "planned" else start.isoformat(), None if open_end else ended,
            status=status, phase_code=rng.choice(["phase-1", "phase-2", ""]), agency_code=rng.choice(["nstda", ""]),
            programme_code=rng.choice(["itap", "clinic"]), fiscal_year_be=start.year + 543 + (start.month >= 10),
            allocated_baht=rng.choice([None, *(float(1000 * n) for n in range(1, 9))]),
            disbursed_baht=rng.choice([None, 100.0, 200.0, 0.0]), title_th=f"น้ำ {number}", title_en=f"Salt {number}",
            evidence=rng.choice(["illustrative", "illustrative", "documented"]),
        ))  # fmt: skip
        locations += [row | {"evidence": projects[-1]["evidence"]} for row in places(project_id, rng)]
    whole = {"source_id": "s", "table_name": "projects", "valid_from": "1990-01-01", "valid_to": "2040-01-01"}
    return tiny.records(projects=projects, project_locations=locations, list_scopes=[whole])


def question(seed: int, turn: int) -> ProjectQuery:
    """Return some question about some day."""
    rng = random.Random(1000 * seed + turn)  # noqa: S311
    some_day = date(2003, 10, 1) + timedelta(rng.randrange(5500))
    day = rng.choice([some_day, date.fromisoformat(rng.choice(TELLING_DAYS))])
    selection = Selection(
        asof=day, groups=rng.choice([(), (), (tiny.NE,)]), area=rng.choice([None, None, "38", "43", tiny.NORTH, "10"]),
        phase=rng.choice([None, None, "phase-2"]), programme=rng.choice([None, None, "itap"]),
        agency=rng.choice([None, None, "nstda"]), evidence=rng.choice(["all", "all", "documented"]),
        level=rng.choice(["province", "group"]),
    )  # fmt: skip
    return ProjectQuery(
        selection, status=rng.choice([None, None, "planned", "running", "cancelled"]),
        year_from=rng.choice([None, None, 2551]), year_to=rng.choice([None, None, 2556]),
        money=rng.choice(["allocated", "disbursed"]), baht_from=rng.choice([None, None, 3000.0]),
        baht_to=rng.choice([None, None, 5000.0]), text=rng.choice(["", "", "", "น้ำ", "SALT ๑"]),
    )  # fmt: skip


CASES = [(seed, turn) for seed in range(8) for turn in range(12)]


def told(part: explorer.Part) -> tuple:
    """Return a part as the loops have it."""
    baht = (part.allocated_baht, part.disbursed_baht)
    return (
        part.project_count,
        *(None if np.isnan(sum_) else pytest.approx(sum_) for sum_ in baht),
        part.unstated_count,
    )


@pytest.fixture(scope="module")
def registries() -> dict[int, Records]:
    return {seed: registry(seed) for seed in range(8)}


@pytest.mark.parametrize(("seed", "turn"), CASES)
def test_totals_and_lists_are_those_of_the_loops(registries, seed, turn):
    source, query = registries[seed], question(seed, turn)
    found, expected = explorer.totals(source, query), project_loops.totals(source, query)
    assert found.project_count == expected["placed"]
    for name in ("attributed", "unattributed", "nationwide", "no_place"):
        assert expected[name] == told(getattr(found, name)), name
    listed = explorer.page(source, query, size=1000, sort="project_id").rows["project_id"]
    inside = explorer.scope.codes(source, query.selection)
    assert list(listed) == sorted(
        str(p.row.project_id) for p in project_loops.projects(source, query) if p.is_in(inside)
    )


@pytest.mark.parametrize(("seed", "turn"), CASES[::3])
def test_every_area_of_the_map_says_what_the_loops_say(registries, seed, turn):
    source, query = registries[seed], question(seed, turn).but(evidence="all")
    expected = project_loops.in_each_area(source, query, query.money)
    counts = project_places.by_area(source, query, "projects").set_index("area_code")["value"]
    baht = project_places.by_area(source, query, query.money).set_index("area_code")
    assert counts.to_dict() == {code: count for code, (count, _) in expected.items()}
    for code, (_, value) in expected.items():
        silent = value is None
        assert (baht.loc[code, "state"] == "not_reported") == silent
        assert silent or baht.loc[code, "value"] == pytest.approx(value)


@pytest.mark.parametrize(("seed", "turn"), CASES[1::3])
def test_running_projects_are_counted_on_the_day_itself(registries, seed, turn):
    source, day = registries[seed], question(seed, turn).selection.asof
    selection = Selection(asof=day)
    found = project_loops.projects(source, ProjectQuery(selection))
    assert on_map.running_total(source, selection).value == sum(p.is_running(day) for p in found)
    flow = explorer.status_flow(source, ProjectQuery(selection))
    if found:
        assert flow["begun_count"].sum() == len(found)
        known = [p for p in found if p.row.status == "running" or pd.notna(p.row.ended_on)]
        assert flow["running_count"].iloc[-1] == sum(p.is_running(day) for p in known)


def test_files_of_a_store_answer_like_frames_in_memory(tmp_path):
    """Row groups of seven rows, in another order than the ids: pieces, ranks and bounds all play a part."""
    source = registry(5)
    frames = {"projects": source.projects, "project_locations": source.project_locations}
    big = {}
    for name, frame in frames.items():
        path = tmp_path / f"{name}.parquet"
        shuffled = frame.sample(frac=1, random_state=4)
        pq.write_table(pa.Table.from_pandas(shuffled, preserve_index=False), path, row_group_size=7)
        big[name] = ds.dataset(path)
    rest = {name: frame for name, frame in source.tables().items() if name not in frames}
    stored = records.assemble("stored", rest, big)
    assert len(Pieces(stored.dataset("projects")).pieces) > 5
    for turn in range(12):
        query = question(5, turn)
        found, expected = explorer.totals(stored, query), project_loops.totals(source, query)
        assert expected["attributed"] == told(found.attributed)
        assert expected["unattributed"] == told(found.unattributed)
        for sort in ("-started_on", "title_th", "-allocated_baht", "beneficiary_count", "status"):
            one, other = (
                explorer.page(r, query, size=5, sort=sort).rows["project_id"] for r in (stored, source)
            )
            assert list(one) == list(other)
    everything = (
        book.of(stored).take(np.arange(len(source.projects))).sort_values("project_id", ignore_index=True)
    )
    expected = source.projects.sort_values("project_id", ignore_index=True)
    pd.testing.assert_frame_equal(everything[expected.columns], expected)
    wanted = source.projects["project_id"].iloc[3]
    project, locations = book.of(stored).find(wanted)
    assert list(project["project_id"]) == [wanted]
    assert len(locations) == (source.project_locations["project_id"] == wanted).sum()
    assert not book.of(stored).has("p-unknown")
