"""What all tests share."""

import os
import sys
import tempfile
from collections.abc import Iterator

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser tests last: quick answers first, and the browser's driver keeps an event loop to itself."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


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


@pytest.fixture(autouse=True)
def own_main_module() -> Iterator[None]:
    """Give the main module back: a page that was run here takes its place, and new processes would run that page."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
