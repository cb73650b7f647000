"""The libraries' insides that ours stands in or leans on: what moves is told in words, and nobody else reaches in."""

import re
import subprocess
import sys
from importlib.metadata import version as installed_version
from pathlib import Path

import pytest

from deploy import upgrade
from shell import platform

ROOT = Path(__file__).resolve().parents[1]
INSIDE = re.compile(
    r"^\s*(?:from|import) (?:streamlit\.(?!testing|components|column_config|delta_generator)|uvicorn|websockets)"
    r"|^from streamlit import (?:runtime|config|logger)",
    re.MULTILINE,
)
ROOMS = (
    "pages",
    "views",
    "shell",
    "server",
    "api",
    "exports",
    "figures",
    "measures",
    "data",
    "geo",
    "locales",
)


def test_every_reach_fits_the_installed_libraries():
    assert platform.moved() == []


def test_no_other_file_imports_the_insides_of_a_library():
    files = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")] + [ROOT / "app.py"]
    assert len(files) > 300
    reaching = {
        str(path.relative_to(ROOT)) for path in files if INSIDE.search(path.read_text(encoding="utf-8"))
    }
    assert reaching == {"shell/platform.py"}


@pytest.mark.parametrize(
    ("place", "takes", "said"),
    [
        (
            "streamlit.runtime.runtime:Runtime._enqueued_some_message",
            "self session",
            "takes (self), not (self session); because",
        ),
        ("streamlit.runtime.runtime:Runtime._nowhere", "self", "is gone"),
        ("streamlit.runtime.runtime:Runtime._nothing", "", "is gone"),
        ("streamlit.nowhere:Runtime", "self", "is gone"),
    ],
)
def test_a_part_that_has_moved_is_told_in_words_and_not_replaced(monkeypatch, place, takes, said):
    reach = platform.Reach(place, takes, "because", "", "")
    monkeypatch.setattr(platform, "REACHES", (reach,))
    assert len(platform.moved()) == 1
    assert place in platform.moved()[0]
    assert said in platform.moved()[0]
    with pytest.raises(platform.MovedError, match="because"):
        platform.replace(place, lambda self: None)


def test_nothing_is_replaced_that_is_not_listed():
    with pytest.raises(KeyError):
        platform.replace("streamlit.runtime.runtime:Runtime.start", None)


def test_a_process_that_serves_stands_in_every_part_it_says():
    """In a process of its own: the parts of this one are other tests' too."""
    asks = (
        "import app\n"
        "from shell import platform\n"
        "ours = [r.place for r in platform.REACHES if r.takes and platform._is_ours(getattr(*platform._owner(r.place)))]\n"
        "print(len(ours), platform.moved())"
    )
    run = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert run.stdout.strip() == "12 []", run.stderr[-2000:]


def test_what_is_newer_than_its_pin_is_told_by_name():
    pinned = {
        "streamlit": "1.67.0",
        "uvicorn[standard]": "0.54.0",
        "prometheus_client": "0.26.0",
        "gone": "1",
    }
    found = {"streamlit": "1.68.0", "uvicorn": "0.54.0", "prometheus-client": "0.27.0", "other": "3"}
    assert upgrade.newer(pinned, found) == [
        "prometheus-client 0.26.0 -> 0.27.0",
        "streamlit 1.67.0 -> 1.68.0",
    ]
    assert upgrade.pins()["streamlit"] == installed_version("streamlit")
    assert all((ROOT / name).is_file() for name in upgrade.TESTS)
