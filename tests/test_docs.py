"""What the documentation says is so, where a test can tell."""

import re
from pathlib import Path

from addresses.parameters import parameters
from data import records
from shell.lists import PAGES

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_page_stands_in_the_readme_with_its_address():
    listed = re.findall(r"`(/[a-z]*)` \|", README)
    assert listed == ["/" if page == "overview" else f"/{page}" for page in PAGES]


def test_every_page_has_a_script_and_every_script_is_a_page():
    assert sorted(path.stem for path in (ROOT / "pages").glob("*.py")) == sorted(PAGES)


def test_the_first_screen_of_the_readme_has_a_picture_and_both_commands():
    first = README.split("\n## ")[0]
    picture = re.search(r"!\[.+\]\((.+)\)", first)
    assert picture
    assert (ROOT / picture[1]).stat().st_size > 10_000
    assert "make run" in first
    assert "make test" in first


def test_every_link_of_the_documentation_leads_somewhere():
    for path in [
        ROOT / "README.md",
        *(ROOT / "docs").glob("*.md"),
        ROOT / "geo/README.md",
        ROOT / "data/README.md",
    ]:
        for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_make_target_the_readme_names_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), flags=re.M))
    assert set(re.findall(r"`?make ([a-z-]+)", README)) <= targets


def test_every_query_parameter_is_documented():
    known = parameters(records.load())
    listed = set(re.findall(r"`([a-z_0-9]+)`", "\n".join(
        line.split("|")[1] for line in (ROOT / "docs/addresses.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    )))  # fmt: skip
    assert listed == set(known)


def test_every_folder_of_code_is_on_the_map_of_the_readme():
    folders = {path.parent.name for path in ROOT.glob("*/__init__.py")} | {"pages", "static", "tests"}
    assert {folder for folder in folders if f"`{folder}/`" not in README} == set()


def test_every_pinned_requirement_says_why_it_is_there():
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text().splitlines() if "==" in line]
        assert lines
        assert [line for line in lines if not re.match(r"^[\w.-]+==\S+\s+# .{8,}", line)] == []
