"""Every benchmark runs from a fresh clone, with the smallest numbers: a newcomer's first command ends in figures."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import table

ROOT = Path(__file__).resolve().parents[1]
# benchmark -> its smallest runs; `{out}`: a file below a folder that is not there yet, `{dir}`: a folder of the test.
SMALLEST = {
    "acts": [["--rounds", "1", "--acts", "2", "--json", "{out}"]],
    "browser": [["--runs", "1", "--changes", "1", "--only", "overview", "--json", "{out}"]],
    "engines": [["--rows", "2400", "--engines", "duckdb", "--json", "{out}"]],
    "exports": [["brief"]],
    "hall": [["--people", "2", "--cold", "--json", "{out}"]],
    "intake": [["--make", "{dir}/60.csv"], ["--measure", "{dir}/60.csv"]],
    "people": [["--sessions", "2", "--seconds", "6", "--every", "2", "--idle", "0", "--json", "{out}"]],
    "publish": [["--sessions", "2", "--seconds", "5", "--every", "1", "--json", "{out}"]],
    "releases": [["build", "{dir}/store", "--releases", "3"], ["look", "{dir}/store"]],
    "scale": [["--rows", "2400", "--turns", "1", "--json", "{out}"]],
    "siting": [[]],
    "table": [["--only", "hall", "--folder", "{dir}/figures"], ["--read", "--folder", "{dir}/figures"]],
    "soak": [["--minutes", "0.2", "--people", "2", "--rate", "30", "--json", "{out}"]],
}
PARTS = {"people_load"}  # run by another one
ELSEWHERE = {"objects"}  # fetches a server of its own, so it runs where packages can be fetched
DEAR = {
    "browser",
    "exports",
    "siting",
    "soak",
    "engines",
    "scale",
    "table",
}  # minutes: with STI_BENCHMARKS=all, as CI does


def _clone(folder: Path) -> Path:
    """Copy what the repository holds, and nothing that a run has left."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    for name in filter(None, listed):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    return folder


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _clone(tmp_path_factory.mktemp("fresh") / "clone")


def test_every_benchmark_has_a_smallest_run() -> None:
    runnable = {
        path.stem for path in (ROOT / "benchmarks").glob("*.py") if "__main__" in path.read_text("utf-8")
    }
    assert runnable - PARTS - ELSEWHERE == set(SMALLEST)


def test_the_table_tells_every_goal_as_met_not_met_or_not_measured() -> None:
    found = {
        "hall": {"longest_ms": 2_900.0},
        "hall-cold": {"longest_ms": 6_000.1},
        "acts": {
            "fresh": [{"act": "overview open", "ms": 900.0}, {"act": "overview step", "ms": 20.0}],
            "again": [{"act": "overview step", "ms": 7.0}, {"act": "overview level", "ms": 10.0}],
        },
    }
    told = {line[:46].strip(): line[46:].split(maxsplit=2) for line in table.lines(found)}
    assert told["60 open one link, longest"] == ["2,900.0", "3,000.0", "met ms"]
    assert told["60 open one link, server just started"] == ["6,000.1", "6,000.0", "not met ms"]
    assert told["a change, asked before on this release"] == ["8.5", "8.0", "not met ms"]
    assert told["a change, not asked before"] == ["20.0", "25.0", "met ms"]
    assert told["longest wait after a publish over before"] == ["–", "not", "measured"]
    assert len(told) == 1 + len(table.goals())


@pytest.mark.browser
@pytest.mark.parametrize("name", SMALLEST)
def test_it_runs_from_a_fresh_clone(name: str, clone: Path, tmp_path: Path) -> None:
    if name in DEAR and os.environ.get("STI_BENCHMARKS") != "all":
        pytest.skip("minutes: STI_BENCHMARKS=all runs it")
    if name == "browser" and not all(importlib.util.find_spec(rival) for rival in ("dash", "panel")):
        pytest.skip("the rivals are not installed: requirements-bench.txt")
    out = tmp_path / "not" / "there" / "yet.json"
    env = {key: value for key, value in os.environ.items() if not key.startswith("STI_")}
    env["STI_WARM"] = "0"  # servers that are warm are for figures; here a benchmark has to end in some
    for words in SMALLEST[name]:
        told = [word.format(out=out, dir=tmp_path) for word in words]
        command = [sys.executable, "-m", f"benchmarks.{name}", *told]
        run = subprocess.run(
            command, cwd=clone, env=env, capture_output=True, text=True, timeout=600, check=False
        )
        assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-4000:]
    if any("{out}" in word for words in SMALLEST[name] for word in words):
        assert json.loads(out.read_text("utf-8"))
