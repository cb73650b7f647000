"""Which releases somebody has quoted: they are kept by a vacuum. One row a word, beside the records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, get_args

from data.store.errors import StoreError
from data.store.eventlog import EventLog

if TYPE_CHECKING:
    from data.store.store import Store

Way = Literal["address", "deck", "brief", "pin", "unpin", "let-go"]
BY_EDITORS = ("pin", "unpin", "let-go")


@dataclass(frozen=True)
class Quote:
    """Why a release is kept. ways: address (given out by the button), deck, brief, pin. since: the first of them.

    who, note: of the editor who pinned it; nobody writes down who quotes.
    """

    release_id: str
    since: datetime
    ways: tuple[str, ...] = ()
    who: str = ""
    note: str = ""


class _KnownError(Exception):
    """There is nothing to write down."""


class Quoted:
    """The quoted releases of one store. Thread-safe; any number of processes may write."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._log = EventLog(store, "quoted", ("release_id", "way", "who", "note"))

    def all(self) -> dict[str, Quote]:
        """Return what is quoted, by release. Raises StoreError."""
        found: dict[str, Quote] = {}
        for row in self._log.rows():
            _fold(found, row)
        return found

    def write(self, release_id: str, way: Way, who: str = "", note: str = "") -> bool:
        """Write down that a release is quoted, or is not any more; False when that is known already. Raises StoreError.

        A release that is not there any more cannot be quoted: `gone`, `damaged`.
        """
        from data.store import keeping

        if way not in get_args(Way):
            raise ValueError(f"no such way: {way!r}")

        def cells(seq: int, at: datetime) -> dict[str, str]:
            release = self.store.release(release_id)
            if not _is_new(self.all().get(release.release_id), way):
                raise _KnownError
            if way not in ("unpin", "let-go") and (state := keeping.state(self.store, release)) != "kept":
                raise StoreError(state, release.release_id)
            return {"release_id": release.release_id, "way": way, "who": who, "note": note}

        try:
            said = self._log.append(cells)
        except _KnownError:
            return False
        if way in BY_EDITORS:
            self.store.audit.write("quoted", who, of=way, release=said["release_id"], note=note)
        return True


def _is_new(known: Quote | None, way: str) -> bool:
    if way == "let-go":
        return known is not None
    has = known is not None and ("pin" if way == "unpin" else way) in known.ways
    return has if way == "unpin" else not has


def _fold(found: dict[str, Quote], row: dict[str, object]) -> None:
    name, way = str(row["release_id"]), str(row["way"])
    known = found.get(name)
    if way == "let-go":
        found.pop(name, None)
    elif way == "unpin":
        left = tuple(one for one in known.ways if one != "pin") if known else ()
        found.pop(name, None)
        if known and left:
            found[name] = replace(known, ways=left, who="", note="")
    else:
        at = row["at"]
        known = known or Quote(name, at.astimezone(UTC) if isinstance(at, datetime) else datetime.now(UTC))
        known = replace(known, ways=(*known.ways, way))
        found[name] = replace(known, who=str(row["who"]), note=str(row["note"])) if way == "pin" else known
