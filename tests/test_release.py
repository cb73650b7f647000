"""What a release of the program promises: one version everywhere, a lock that holds what is asked for, plain refusals."""

import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from data.version import VERSION
from deploy import before

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"^([\w.-]+)(?:\[[\w,-]+\])?==([\w.+!-]+)", flags=re.M)


def pins(name: str) -> dict[str, str]:
    """Return library -> version as a requirements file or a lock says them."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {
        library.lower().replace("_", "-").replace(".", "-"): version for library, version in PIN.findall(text)
    }


def test_the_version_is_the_same_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.M)
    assert newest
    assert newest[1] == VERSION


@pytest.mark.parametrize(
    ("lock", "sources"),
    [
        ("requirements.lock", ["requirements.txt"]),
        ("requirements-dev.lock", ["requirements.txt", "requirements-dev.txt", "requirements-scale.txt"]),
    ],
)
def test_a_lock_holds_every_pin_and_a_hash_for_each(lock, sources):
    asked = {name: version for source in sources for name, version in pins(source).items()}
    locked = pins(lock)
    assert len(asked) > 20
    assert {name: locked.get(name) for name in asked} == asked, "make lock"
    text = (ROOT / lock).read_text(encoding="utf-8")
    parts = re.split(r"^(?=[\w.-]+==)", re.sub(r"^[ \t]*#.*\n", "", text, flags=re.M), flags=re.M)[1:]
    assert [part for part in parts if "--hash=sha256:" not in part] == []


def test_a_python_that_is_too_old_is_told_in_one_line():
    assert before.python((3, 10), True, "/usr/bin/python3") == (
        "Python 3.11 to 3.14 is needed; /usr/bin/python3 is Python 3.10. "
        "Name another: make PYTHON=/path/to/python3.11 ..."
    )
    assert before.python((3, 15), True, "python3").startswith(
        "Python 3.11 to 3.14 is needed; python3 is Python 3.15."
    )


def test_a_python_without_venv_is_told_what_to_install():
    assert before.python((3, 11), False, "/usr/bin/python3") == (
        "/usr/bin/python3 has no venv module. On Debian: apt-get install python3.11-venv"
    )


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_the_supported_pythons_are_taken(version):
    assert before.python(version, True, "python3") == ""


def test_a_busy_port_is_told_in_one_line_with_another():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = subprocess.run(
            [sys.executable, "deploy/before.py", "port", "127.0.0.1", str(port)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert told.returncode == 1
    assert told.stderr.startswith(f"Port {port} on 127.0.0.1 cannot be used (")
    assert told.stderr.endswith("Choose another: make run PORT=8502\n")
    assert told.stderr.count("\n") == 1
    assert before.port("127.0.0.1", port) == ""


def test_make_says_so_before_anything_is_installed(tmp_path):
    """A Python too old is said by make itself, in one line; no environment is begun."""
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\necho "Python 3.11 to 3.14 is needed; this is Python 3.8." >&2\nexit 1\n')
    old.chmod(0o755)
    made = subprocess.run(
        ["make", "run", f"PYTHON={old}", f"VENV={tmp_path / 'env'}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode != 0
    assert "Python 3.11 to 3.14 is needed" in made.stderr
    assert not (tmp_path / "env").exists()
    assert "Traceback" not in made.stderr + made.stdout


def test_the_readme_says_what_must_be_settled_before_it_is_given_away():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "No licence of the code itself has been chosen yet" in readme
