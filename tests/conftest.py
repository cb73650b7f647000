"""What all tests share."""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser tests last: quick answers first, and the browser's driver keeps an event loop to itself."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
