"""The map of the house and the folders say the same."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FLOORS = (
    "server",
    "views",
    "shell",
    "api",
    "addresses",
    "exports",
    "figures",
    "measures",
    "data",
    "geo",
    "locales",
)
ROW = re.compile(
    r"^\| \[`([a-z_/]+)/`\]\(\.\./\1/__init__\.py\) \| (.+?) \| (?:\[\w+\]\(([\w/.]+)\))? ?\|$", re.MULTILINE
)
MAP = (ROOT / "docs" / "contracts.md").read_text(encoding="utf-8")
FOLDERS = [
    str(path.parent.relative_to(ROOT)) for floor in FLOORS for path in (ROOT / floor).rglob("__init__.py")
]


def said(folder: str) -> str:
    """Return what a folder says of itself."""
    return ast.get_docstring(ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))) or ""


def test_the_map_names_every_folder_with_its_own_words():
    assert {folder: words for folder, words, _ in ROW.findall(MAP)} == {
        folder: said(folder).splitlines()[0] for folder in FOLDERS
    }
    assert len(MAP.splitlines()) < 70


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_folder_says_what_it_may_import(folder):
    assert re.search(r"[Mm]ay import", said(folder))


def test_what_the_map_leads_to_is_there():
    pages = {page for _, _, page in ROW.findall(MAP) if page}
    assert pages == {f"contracts/{path.name}" for path in (ROOT / "docs" / "contracts").glob("*.md")}


# What a reader of the code takes in at a time. These are still longer; a name leaves the list and never comes.
LINES, FUNCTION_LINES = 250, 40
LONGER_FILES = {
    "data/cube/build.py",
    "exports/story/scene.py",
    "figures/lines.py",
    "figures/maps.py",
    "measures/areas.py",
    "measures/projects/amounts.py",
    "measures/projects/explorer.py",
    "measures/projects/query.py",
    "shell/stage/map.js",
    "shell/style.css",
    "views/present/present.js",
}
LONGER_FUNCTIONS = {
    "exports/__main__.py:main",
    "exports/drawing/charts.py:_lying",
    "exports/drawing/charts.py:_standing",
    "exports/story/story.py:build",
    "figures/area/locator.py:locator",
    "figures/area/timeline.py:timeline",
    "figures/circles.py:amounts",
    "figures/compare/panels.py:over_time",
    "figures/lines.py:growth",
    "figures/maps.py:choropleth",
    "figures/ranking.py:bars",
    "figures/timeline.py:_figure",
    "shell/stage/composition.py:show",
}


def own_files() -> list[str]:
    """Return the files of the product: no tests, no benchmarks."""
    listed = ["git", "ls-files", "*.py", "*.js", "*.css", ":!tests", ":!benchmarks"]
    done = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [name for name in done.splitlines() if (ROOT / name).is_file()]


def test_a_file_and_a_function_are_read_at_one_sitting():
    files, functions = set(), set()
    for name in own_files():
        text = (ROOT / name).read_text(encoding="utf-8")
        if len(text.splitlines()) > LINES:
            files.add(name)
        for node in ast.walk(ast.parse(text)) if name.endswith(".py") else ():
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if (node.end_lineno or node.lineno) - node.lineno >= FUNCTION_LINES:
                functions.add(f"{name}:{node.name}")
    assert (files - LONGER_FILES, functions - LONGER_FUNCTIONS) == (set(), set())
