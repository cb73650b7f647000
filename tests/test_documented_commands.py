"""Every command that README and docs name exists, and those of the README's own example do what they say."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "data/README.md",
          ROOT / "geo/README.md", ROOT / "benchmarks/README.md"]  # fmt: skip
BLOCK = re.compile(r"```(?:sh)?\n(.*?)```", flags=re.DOTALL)
INLINE = re.compile(r"`([^`\n]+)`")
NEEDS_A_MACHINE = (
    "systemctl",
    "install",
    "podman",
)  # judged by tests/test_deploy.py as far as they can be here


def named() -> list[str]:
    """Return every command of the papers: lines of code blocks and code in the text, without comments."""
    found = []
    for path in PAPERS:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
        for line in lines + INLINE.findall(BLOCK.sub("", text)):
            command = re.sub(r"\s+#.*|\s{3,}.*", "", line.strip())
            if re.match(r"(make|python3? -m|\.venv/bin/python -m) ", command):
                found.append(command.removeprefix(".venv/bin/"))
    return sorted(set(found))


def test_the_papers_name_commands():
    assert {"make run", "make test", "make unit", "python -m data history"} <= set(named())


@pytest.mark.parametrize("command", [one for one in named() if one.startswith("make ")])
def test_a_make_command_of_the_papers_can_be_made(command):
    words = [word for word in shlex.split(command)[1:] if "…" not in word]
    told = subprocess.run(
        ["make", "--dry-run", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("command", [one for one in named() if one.startswith("python")])
def test_a_module_that_the_papers_run_is_there_and_knows_the_word(command):
    words = command.split()
    module, rest = words[2], words[3:]
    found = importlib.util.find_spec(module)
    assert found, module
    if found.submodule_search_locations is not None:
        assert importlib.util.find_spec(f"{module}.__main__"), f"{module} cannot be run"
    if module in ("data", "exports") and rest and rest[0].isalpha():
        told = subprocess.run(
            [sys.executable, "-m", module, rest[0], "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        for option in re.findall(r"(--[a-z-]+)", command):
            assert option in told.stdout, f"{command}: {option}"


def run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command of the README from the repository's root, on a store of its own."""
    words = [word.replace("FILE.xlsx", str(folder / "FILE.xlsx")) for word in shlex.split(command)]
    words = [str(folder / word) if word == "deck.pptx" else word for word in words]
    return subprocess.run(
        [sys.executable, *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False,
        env=os.environ | {"STI_STORE": str(folder / "store"), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def test_the_commands_of_the_readme_do_what_it_says(tmp_path):
    from data.intake import templates
    from data.records import load
    from locales import Reader

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = next(one for one in BLOCK.findall(readme) if "-m data check" in one)
    commands = [
        re.sub(r"\s+#.*", "", line)
        for line in block.splitlines()
        if " -m data " in line or " -m exports " in line
    ]
    assert len(commands) >= 4
    made = templates.template(["projects"], load(), Reader("th"))
    (tmp_path / "FILE.xlsx").write_bytes(made)
    assert run("python -m data seed", tmp_path).returncode == 0  # as the first `make run` does
    told = {command: run(command, tmp_path) for command in commands}
    for command, answer in told.items():
        assert "Traceback" not in answer.stdout + answer.stderr, command
        assert answer.returncode in ((0, 1) if " check " in command or " import " in command else (0,)), (
            answer.stderr
        )
    assert (tmp_path / "deck.pptx").stat().st_size > 50_000
