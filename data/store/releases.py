"""Releases: one row names one version of every table. Appending that row is what publishes, all at once."""

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal

import pyarrow as pa

from data.store.errors import StoreError
from data.store.rowlog import RowLog

Kind = Literal["seed", "publish", "restore"]
BANGKOK = timezone(timedelta(hours=7))  # how people read a release's moment; Thailand has no summer time
_SCHEMA = pa.schema(
    [
        ("release_id", pa.string()),
        ("number", pa.int64()),
        ("published_at", pa.timestamp("us", "UTC")),
        *((name, pa.string()) for name in ("author", "note", "kind", "parent")),
        *((name, pa.string()) for name in ("versions", "rows", "content", "folders", "proposals")),
    ]
)
_JSON = ("versions", "rows", "content", "proposals")


@dataclass(frozen=True)
class Release:
    """One published set of tables.

    release_id: twelve hex digits. number: 1, 2, 3 … published_at: UTC. parent: the release before ("" for the
    first). versions, rows, content: by table, the version of its Delta table, its rows, its content hash.
    folders: for a seed, the hash of the files it was made of. proposals: the ids of those accepted in it.
    """

    release_id: str
    number: int
    published_at: datetime
    author: str
    note: str
    kind: Kind
    parent: str
    versions: Mapping[str, int] = field(hash=False)
    rows: Mapping[str, int] = field(hash=False)
    content: Mapping[str, str] = field(default_factory=dict, hash=False)
    folders: str = ""
    proposals: tuple[str, ...] = ()

    def differs(self, other: "Release") -> tuple[str, ...]:
        """Return the tables whose rows are not the same in another release."""
        names = sorted(self.content.keys() | other.content.keys())
        return tuple(name for name in names if self.content.get(name) != other.content.get(name))


class ConflictError(StoreError):
    """Somebody published in between; nothing is lost, the author may look at `found` and publish on top of it.

    found: the release that is current now. changed: its tables that are not as they were in `expected`.
    """

    def __init__(self, expected: str, found: Release, changed: tuple[str, ...]) -> None:
        self.expected, self.found, self.changed = expected, found, changed
        super().__init__("conflict", found.release_id, f"expected {expected}")


class ReleaseLog:
    """The table of releases, as releases."""

    def __init__(self, place: str) -> None:
        self.place = place
        self._log = RowLog(place, _SCHEMA)
        self._lock = threading.Lock()
        self._read = -1
        self._releases: tuple[Release, ...] = ()
        self._known: dict[tuple[str, int, datetime], Release] = {}

    def all(self) -> tuple[Release, ...]:
        """Return every release, oldest first; none for a store that is still empty. Raises StoreError."""
        rows = self._log.rows()
        with self._lock:
            if self._read != self._log.generation:
                releases = sorted(map(self._parsed, rows), key=lambda release: release.number)
                if [release.number for release in releases] != list(range(1, len(releases) + 1)):
                    raise StoreError("corrupt", self.place, "a release is missing from the log")
                self._read, self._releases = self._log.generation, tuple(releases)
            return self._releases

    def as_read(self) -> tuple[Release, ...]:
        """Return what was read last, oldest first; asks nothing of the disk."""
        return self._releases

    def _parsed(self, row: dict[str, Any]) -> Release:
        key = (row["release_id"], row["number"], row["published_at"])
        if key not in self._known:
            self._known[key] = _release(row)
        return self._known[key]

    def append(self, release: Release) -> bool:
        """Append a release right after its parent; False when another one came first. Raises StoreError.

        After an error the row may stand or not: ask `all`.
        """
        last = self._releases[-1].release_id if self._releases else ""
        return last == release.parent and self._log.append(_cells(release))


def _cells(release: Release) -> dict[str, Any]:
    cells = {name: getattr(release, name) for name in _SCHEMA.names}
    cells["proposals"] = list(release.proposals)
    return cells | {name: json.dumps(_plain(cells[name]), sort_keys=True) for name in _JSON}


def _plain(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value


def _release(row: dict[str, Any]) -> Release:
    told = {name: json.loads(row[name]) for name in _JSON if row[name]}  # an older row has no proposals
    told["proposals"] = tuple(told.get("proposals", ()))
    return Release(**(row | told | {"published_at": row["published_at"].astimezone(UTC)}))
