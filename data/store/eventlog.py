"""What is said of a store beside its records, one event a commit: appended in turn, and never where the store is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from data.store.errors import StoreError
from data.store.folders import one_writer
from data.store.rowlog import RowLog

if TYPE_CHECKING:
    from data.store.store import Store

TRIES = 20
Cells = dict[str, Any]


class EventLog:
    """The events of one kind. Thread-safe; any number of processes may write.

    columns: those besides `seq` (1, 2, …) and `at` (when, UTC), all of them text.
    """

    def __init__(self, store: Store, name: str, columns: tuple[str, ...]) -> None:
        self.store = store
        fields = [("seq", pa.int64()), *((column, pa.string()) for column in columns)]
        fields.insert(3, ("at", pa.timestamp("us", "UTC")))  # where the tables that are there have it
        self._log = RowLog(f"{store.root}/{name}", pa.schema(fields))

    def rows(self) -> list[Cells]:
        """Return every event in order. Raises StoreError."""
        return sorted(self._log.rows(), key=lambda row: int(row["seq"]))

    def append(self, event: Callable[[int, datetime], Cells]) -> Cells:
        """Append one event and return its cells.

        event: asked for the cells once the store is known to stand, and again when somebody else was first; raises
        what must not be said. Raises StoreError `busy` when others are always first.
        """
        with one_writer(self.store.folder):
            self.store.standing()
            for _ in range(TRIES):
                seq, at = len(self._log.rows()) + 1, datetime.now(UTC)
                cells = event(seq, at)
                if self._log.append({"seq": seq, "at": at} | cells):
                    return cells
        raise StoreError("busy", self.store.root)
