"""What all tests share."""

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cache, wraps
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from data import records

# Files that take longest, the longest first: begun last, one of them would keep one worker busy and the others idle.
LONG = (
    "test_slow_walks.py", "test_area_compare.py", "test_planner_tasks.py", "test_browser_access.py",
    "test_present_mode.py", "test_stage.py", "test_faults.py", "test_real_list.py", "test_benchmarks.py",
    "test_replicas.py", "test_projects.py", "test_sign_in.py", "test_desk.py", "test_browser_proposals.py",
    "test_browser_links.py", "test_browser_cards.py", "test_broken_line.py", "test_walls_browser.py",
    "test_second_browser.py", "test_print.py", "test_browser_start.py", "test_slow_line.py",
    "test_pages.py", "test_exports_delivery.py", "test_labels.py", "test_intake_odd_files.py", "test_oracle.py",
    "test_links.py", "test_exports_own_deck.py", "test_soak.py", "test_store_crash.py", "test_measures_answers.py",
    "test_walls.py", "test_data_page.py", "test_engine.py", "test_exports_opened.py", "test_list_scopes.py",
    "test_intake_cost.py", "test_doors.py", "test_faults_server.py", "test_stage_frames.py", "test_one_number.py",
    "test_documented_commands.py", "test_proposals.py",
)  # fmt: skip


_read: dict[str, records.Records] = {}
_load = records.load


@wraps(_load)
def load_once(facts: Path = records.FACTS, sample: Path | None = records.SAMPLE) -> records.Records:
    """Load as the product does; files that were read before in this process, byte by byte the same, are not read again.

    Every caller gets frames of their own (what is written to one is written to no other). `load.__wrapped__` reads.
    """
    release = records.folders_hash(facts, sample)
    if release not in _read:
        _read[release] = _load(facts, sample)
    frames = {name: frame.copy(deep=False) for name, frame in _read[release].tables().items()}
    return records.Records(release, **frames)


# Before any test's own import of it: reading and checking takes a second of a processor.
records.load = load_once


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser tests last, for the browser's driver keeps an event loop to itself; the long files first."""
    astray = {
        item.path.name
        for item in items
        if item.get_closest_marker("browser") and item.path.parent.name != "browser"
    }
    if astray - {"test_benchmarks.py"}:
        raise pytest.UsageError(f"browser tests live in tests/browser/: {sorted(astray)}")
    rank = {name: place for place, name in enumerate(LONG)}
    items.sort(
        key=lambda item: (
            item.get_closest_marker("browser") is not None,
            rank.get(item.path.name, len(LONG)),
        )
    )


@pytest.fixture(scope="session", autouse=True)
def own_store() -> Iterator[None]:
    """Serve from a store in a folder that goes away, and remember it there; servers that tests start inherit both."""
    with tempfile.TemporaryDirectory() as folder:
        own = {"STI_STORE": f"{folder}/store", "STI_STATE": f"{folder}/state"}
        own["STI_EDIT_HERE"] = "1"  # as `make run` does on this machine
        own["STI_WARM"] = "0"  # a warm-up costs each server 17 s of a processor
        before = {name: os.environ.get(name) for name in own}
        os.environ.update(own)
        yield
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@pytest.fixture(scope="session", autouse=True)
def installed_once() -> Iterator[None]:
    """Look once for what is installed: the platform reads every package's description for each page run in a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


@pytest.fixture(autouse=True)
def own_main_module() -> Iterator[None]:
    """Give the main module back: a page that was run here takes its place, and new processes would run that page."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
