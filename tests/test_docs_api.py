"""docs/api.md and the notebooks are true: every example is run."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from api.routes import DOORS
from data.records import load
from tests.api.asking import app, ask
from tests.browser import harness

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sh\n(.*?)```(?:\n```(json|csv)\n(.*?)```)?", TEXT, flags=re.DOTALL)


def holds(told: Any, wanted: Any) -> bool:
    """Say whether an answer holds what the page says: objects in part, of lists any row."""
    if isinstance(wanted, dict):
        return isinstance(told, dict) and all(k in told and holds(told[k], v) for k, v in wanted.items())
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], dict):
        return all(any(holds(row, one) for row in told) for one in wanted)
    return bool(told == wanted)


def test_every_example_of_the_page_is_answered_as_it_says() -> None:
    own, seen = app(load()), 0
    for commands, kind, expected in EXAMPLES:
        for address in re.findall(r"curl 'http://localhost:8501([^']+)'", commands):
            answer = ask(own, address)
            seen += 1
            if kind == "json":
                assert holds(answer.json(), json.loads(expected)), address
            else:
                assert answer.status_code == 200, address
            if kind == "csv":
                assert answer.content.decode("utf-8-sig").splitlines()[0] == expected.strip()
    assert seen >= 12


def test_every_address_is_named_on_the_page() -> None:
    named = [door.path.removeprefix("/api/v1").split("{")[0].rstrip("/") for door in DOORS]
    assert [path for path in named if path not in TEXT] == []


def code(notebook: Path) -> str:
    """Return the code of a notebook as one script."""
    import nbformat  # here: see tests/api/test_api_answers.py

    cells = nbformat.read(notebook, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells if cell.cell_type == "code")


def run(notebook: str, **env: str) -> str:
    """Run a notebook from the folder of the code; return what it prints."""
    import os

    done = subprocess.run(
        [sys.executable, "-c", code(ROOT / "examples" / notebook)],
        cwd=ROOT,
        env={**os.environ, "no_proxy": "*", **env},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_notebook_over_the_measures_says_61_of_76_and_draws_the_map() -> None:
    told = run("use_the_measures.ipynb")
    assert told.startswith("61 of 76, documented, seed-003\n")
    assert told.rstrip().endswith("True <svg")


def test_the_notebook_over_the_interface_says_61_of_76() -> None:
    with harness.serving() as server:
        told = run("read_the_interface.ipynb", STI_URL=server.url)
    assert told.startswith("61 of 76\n")
    assert "2015-09-30" in told


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_is_kept_without_output(path: Path) -> None:
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert all(
        not cell.outputs and cell.execution_count is None
        for cell in notebook.cells
        if cell.cell_type == "code"
    )
