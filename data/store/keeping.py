"""What is still there of a store: which releases are whole, let go on purpose or damaged; and letting go."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from data.records import Records
from data.schema import TABLES
from data.store import versions
from data.store.errors import StoreError
from data.store.folders import one_writer, write_whole
from data.store.quoted import Quoted

if TYPE_CHECKING:
    from data.store.readable import ReadableStore
    from data.store.releases import Release
    from data.store.store import Store

State = Literal["kept", "gone", "damaged"]
LET_GO = "let-go.json"  # by table, the versions that a vacuum was free to remove
GONE = "gone.json"  # by release, the day and the rule by which a vacuum let it go
BROKEN = ("damaged", "gone")


def state(store: ReadableStore, release: Release) -> State:
    """Say whether a release can be shown and restored, was let go by a vacuum, or has lost files that nobody let go.

    Asks for the files alone; a byte that changed in one is noticed when it is read, and by `sound`.
    """
    lost = [
        (table, version)
        for table, version in release.versions.items()
        if not versions.stands(store.place(table), version)
    ]
    if not lost:
        return "kept"
    gone = let_go(store.folder)
    return "gone" if all(version in gone.get(table, ()) for table, version in lost) else "damaged"


def sound(store: Store, release: Release) -> tuple[str, ...]:
    """Return the tables of a release whose files are not, byte for byte, what was written; reads all of them."""
    return tuple(t for t, v in sorted(release.versions.items()) if not versions.is_sound(store.place(t), v))


def newest_whole(store: Store) -> tuple[Release, Records]:
    """Return the newest release that can be read, with its records. Raises StoreError `damaged` when there is none."""
    broken: set[tuple[str, int]] = set()
    first: StoreError | None = None
    for release in store.history():
        named = set(release.versions.items())
        if named & broken:
            continue
        lost = {(t, v) for t, v in named if not versions.stands(store.place(t), v)}
        broken |= lost
        if lost:
            continue
        try:
            return release, store.records(release)
        except StoreError as error:
            if error.kind not in BROKEN:
                raise
            first = first or error
            broken |= {(t, v) for t, v in named if not versions.is_sound(store.place(t), v)}
    raise first or StoreError("damaged", store.root, "no release is whole")


@dataclass(frozen=True)
class LetGo:
    """What a vacuum did. removed: files. kept, gone, damaged: numbers of releases that can, or cannot, be restored.

    quoted: those that are kept because somebody has quoted them, and for nothing else.
    """

    removed: int
    kept: tuple[int, ...]
    gone: tuple[int, ...]
    damaged: tuple[int, ...]
    quoted: tuple[int, ...] = ()


@dataclass(frozen=True)
class Parting:
    """When a release was let go: the moment, and for how many days after it was replaced it had been kept."""

    at: datetime
    keep_days: int


def vacuum(store: Store, keep_days: int, grace_hours: int) -> LetGo:
    """Remove the files that no release of the last `keep_days` and no quoted one needs, and say what is left.

    The days of a release count from when it was replaced; the current one always stays, and so does what was written
    last to a table. History keeps its lines. What may go is written down before anything goes.
    """
    with one_writer(store.folder):
        now, quoted = datetime.now(UTC), Quoted(store).all()
        recent = in_force_since(store.log.all(), now - timedelta(days=keep_days))
        cited = [one for one in store.log.all() if one.release_id in quoted and one not in recent]
        kept, removed = [*cited, *recent], 0
        needed = {name: {r.versions[name] for r in kept if name in r.versions} for name in TABLES}
        if store.folder:
            _note(store.folder, {name: _free(store, name, own) for name, own in needed.items()})
        for name, own in needed.items():
            if own:
                removed += versions.vacuum(store.place(name), sorted(own), grace_hours)
        states: dict[str, list[int]] = {"kept": [], "gone": [], "damaged": []}
        for release in store.log.all():
            states[state(store, release)].append(release.number)
        if store.folder:
            _note_gone(store.folder, store.log.all(), set(states["gone"]), Parting(now, keep_days))
        known, gone, damaged = (tuple(states[name]) for name in ("kept", "gone", "damaged"))
        return LetGo(removed, known, gone, damaged, tuple(one.number for one in cited if one.number in known))


def parting(folder: Path | None, release_id: str) -> Parting | None:
    """Return when and by which rule a release was let go; None where nobody has written it down."""
    told = _parted(folder).get(release_id)
    with suppress(ValueError, TypeError, KeyError):
        if told:
            return Parting(datetime.fromisoformat(told["at"]), int(told["keep_days"]))
    return None


def _parted(folder: Path | None) -> dict[str, dict[str, str]]:
    with suppress(OSError, ValueError, TypeError):
        if folder:
            return dict(json.loads((folder / GONE).read_text(encoding="utf-8")))
    return {}


def _note_gone(folder: Path, releases: tuple[Release, ...], gone: set[int], how: Parting) -> None:
    known = _parted(folder)
    new = [one.release_id for one in releases if one.number in gone and one.release_id not in known]
    if new:
        told = {"at": how.at.isoformat(), "keep_days": str(how.keep_days)}
        write_whole(folder / GONE, json.dumps(known | dict.fromkeys(new, told)))


def in_force_since(oldest_first: tuple[Release, ...], day: datetime) -> list[Release]:
    """Return the releases that were current on the day or later."""
    replaced = [release.published_at for release in oldest_first[1:]]
    return list(oldest_first[sum(when < day for when in replaced) :])


def let_go(folder: Path | None) -> dict[str, list[int]]:
    """Return by table the versions that were let go; none for a store at an address, where nobody writes them down."""
    with suppress(OSError, ValueError, TypeError):
        if folder:
            return dict(json.loads((folder / LET_GO).read_text(encoding="utf-8")))
    return {}


def _free(store: Store, table: str, needed: set[int]) -> set[int]:
    """Return the versions of a table that no kept release names."""
    return {r.versions[table] for r in store.log.all() if table in r.versions} - needed


def _note(folder: Path, free: dict[str, set[int]]) -> None:
    before = let_go(folder)
    told = {name: sorted(own | set(before.get(name, ()))) for name, own in free.items()}
    write_whole(folder / LET_GO, json.dumps({name: own for name, own in told.items() if own}))
