"""The map of the house and the folders say the same."""

import ast
import re
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
