"""The cube is the same wherever it is made: in this process, by Daft, or by Daft on a cluster of several workers."""

import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from data.cube import book, engine
from data.cube import build as cube_build
from data.cube import engine_build as engine_cube
from data.cube.pieces import Pieces
from data.store import readable
from data.store.errors import StoreError, store_error_text
from locales import Reader
from tests import engine_books, tiny

ROOT = Path(__file__).resolve().parents[1]
AT_HOME = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",
}
SATANG = 0.005


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("random-book")
    engine_books.write(folder)
    return folder


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STI_ENGINE", raising=False)
    monkeypatch.setattr(readable, "BIG", readable.BIG)  # what a test lowers comes back


@pytest.fixture(scope="module")
def expected(root: Path) -> engine_books.Told:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("STI_ENGINE", raising=False)
        patch.setattr(readable, "BIG", readable.BIG)
        return engine_books.everything(root)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """Start a head and a second node, each a worker of its own, on the loopback address."""
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory(prefix="ray", dir="/tmp") as folder,
    ):
        # Ray writes its current address beside the sessions, into a folder that only an earlier Ray has made.
        (Path(folder) / "ray").mkdir()
        for name, value in (AT_HOME | {"RAY_TMPDIR": folder}).items():
            patch.setenv(name, value)
        from ray.cluster_utils import Cluster

        before = signal.getsignal(signal.SIGTERM)  # Ray puts its own in place
        each = {"num_cpus": 1, "node_ip_address": "127.0.0.1", "object_store_memory": 100_000_000}
        head = {"include_dashboard": False}
        made = Cluster(initialize_head=True, head_node_args=each | head)
        made.add_node(**each)
        try:
            yield made.address
        finally:
            made.shutdown()
            signal.signal(signal.SIGTERM, before)


def same(found: engine_books.Told, expected: engine_books.Told) -> None:
    """Compare all of it: whole numbers and words exactly, baht to the satang."""
    assert found.keys() == expected.keys()
    for name, answer in expected.items():
        if isinstance(answer, pd.DataFrame):
            pd.testing.assert_frame_equal(
                found[name], answer, check_dtype=False, rtol=0, atol=SATANG, obj=name
            )
        else:
            assert found[name] == answer, name


def test_the_random_book_holds_every_odd_case(expected):
    """Or else the engines would agree about too little."""
    cells, rows = expected["cells"]["key"], expected["rows"]
    assert len(rows) > 3000
    for case in (
        "/nationwide/",
        "/group/",
        "/province/True",
        "|planned|",
        "|cancelled|",
        "documented",
        "|9999|",
        "||",
    ):
        assert cells.str.contains(case, regex=False).any(), case
    assert cells.str.endswith("|").any()  # a project of which nobody recorded a place
    assert rows["allocated"].isna().any()
    assert (rows["allocated"] % 1 > 0.001).any()
    assert expected["slots"]["allocated"].gt(0).any()
    assert not np.array_equal(rows["place"], rows["rank"])


@pytest.mark.parametrize("name", ["duckdb+sql", "daft"])
def test_an_engine_in_this_process_says_what_duckdb_says(root, expected, name, monkeypatch):
    monkeypatch.setenv("STI_ENGINE", name)
    asked = []
    made = engine.opened
    monkeypatch.setattr(engine, "opened", lambda name: asked.append(name) or made(name))
    same(engine_books.everything(root), expected)
    assert asked == [name]


def test_a_cluster_of_two_workers_says_what_duckdb_says(root, expected, cluster, tmp_path):
    answer = tmp_path / "answer"
    subprocess.run(
        [sys.executable, "-m", "tests.engine_books", str(root), str(answer)],
        env=os.environ | AT_HOME | {"STI_ENGINE": "daft+ray", "RAY_ADDRESS": cluster},
        cwd=ROOT, check=True, timeout=240,
    )  # fmt: skip
    found = pickle.loads(answer.read_bytes())  # noqa: S301 - written by the process above
    assert found.pop("nodes") == 2
    same(found, expected)


def test_cells_are_the_sum_of_the_cells_of_parts(root, expected):
    """What docs/scaling.md builds on: a project and its places on one side, and only the changed side is made anew."""
    source = engine_books.read(root)
    projects, locations = (source.dataset(name).to_table() for name in ("projects", "project_locations"))
    halves = []
    for half in (0, 1):
        own = [
            table.filter([int(name[-1], 16) % 2 == half for name in table["project_id"].to_pylist()])
            for table in (projects, locations)
        ]
        halves.append(engine_books.of_cube(cube_build.build(*(Pieces(table) for table in own))))
    assert min(len(half["cells"]) for half in halves) > 500
    for name, key in (("cells", ["key"]), ("slots", ["key", "place"])):
        both = pd.concat([half[name] for half in halves]).drop(columns="first_row", errors="ignore")
        summed = both.groupby(key, as_index=False).sum()
        whole = expected[name].drop(columns="first_row", errors="ignore")[summed.columns]
        pd.testing.assert_frame_equal(summed, whole, check_dtype=False, rtol=0, atol=SATANG, obj=name)


def test_what_lies_in_memory_is_grouped_here_whatever_the_engine(monkeypatch):
    monkeypatch.setenv("STI_ENGINE", "ray://127.0.0.1:1")
    source = tiny.records(
        projects=[tiny.project("p", "2010-01-01")], project_locations=[tiny.location("p", "50")]
    )
    assert book.of(source).cube.cells.count.tolist() == [1]


def test_a_project_id_that_stands_twice_is_refused_by_every_engine(root, monkeypatch):
    source = engine_books.read(root)
    tables = [source.dataset(name).to_table() for name in ("projects", "project_locations")]
    tables[0] = tables[0].take([0, 1, 0])
    for name in ("duckdb+sql", "daft"):
        with engine.opened(name) as session, pytest.raises(ValueError, match="stands twice"):
            engine_cube.made(session, *(Pieces(table) for table in tables))


@pytest.mark.parametrize("name", ["dukdb", "spark", "ray://", "ray://host:port"])
def test_an_engine_nobody_knows_is_said_in_words(name, monkeypatch):
    monkeypatch.setenv("STI_ENGINE", name)
    with pytest.raises(StoreError) as error:
        engine.chosen()
    assert error.value.kind == "engine-unknown"
    assert "daft+ray" in store_error_text(error.value, Reader("th"))


def test_an_engine_that_is_not_installed_says_what_to_install(monkeypatch):
    monkeypatch.setenv("STI_ENGINE", "daft+ray")
    monkeypatch.setattr(sys, "path", [str(ROOT)])
    monkeypatch.delitem(sys.modules, "daft", raising=False)
    monkeypatch.delitem(sys.modules, "ray", raising=False)
    with pytest.raises(StoreError) as error:
        engine.chosen()
    assert error.value.kind == "engine-missing"
    for language in ("th", "en"):
        assert "pip install -r requirements-scale.txt" in store_error_text(error.value, Reader(language))


def test_what_an_engine_cannot_do_is_an_error_with_its_name():
    with pytest.raises(StoreError) as error, engine.opened("duckdb+sql") as session:
        session.ask("SELECT * FROM nowhere")
    assert (error.value.kind, error.value.place) == ("engine-failed", "duckdb+sql")
    assert "nowhere" in error.value.detail
