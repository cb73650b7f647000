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
    """Serve from a store in a folder that goes away; the servers that tests start inherit it."""
    with tempfile.TemporaryDirectory() as folder:
        before = os.environ.get("STI_STORE")
        os.environ["STI_STORE"] = folder
        yield
        if before is None:
            del os.environ["STI_STORE"]
        else:
            os.environ["STI_STORE"] = before


@pytest.fixture(autouse=True)
def own_main_module() -> Iterator[None]:
    """Give the main module back: a page that was run here takes its place, and new processes would run that page."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main
