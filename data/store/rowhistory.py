"""The history of one row, or of one cell of it: what stood there, since which release, by whom, why, on which document."""

from dataclasses import dataclass

from data.store import changes, versions
from data.store.errors import StoreError
from data.store.releases import Release
from data.store.rowindex import Kind, RowIndex
from data.store.store import Store


@dataclass(frozen=True)
class Cell:
    """One cell that a release changed: its column, what stood there and what stands there now, as the schema writes it."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Entry:
    """What one release did to a row. source_id: the document the row cited from then on ("" for a row that went)."""

    release: Release
    kind: Kind
    cells: tuple[Cell, ...]
    source_id: str
    evidence: str


@dataclass(frozen=True)
class RowHistory:
    """Newest first, down to the release in which the row first stood. now: its filled cells, None for a row that is gone.

    behind: releases that were not read yet, so that the newest entries are missing.
    """

    table: str
    key: str
    entries: tuple[Entry, ...]
    now: dict[str, str] | None
    behind: int

    def of_cell(self, column: str) -> tuple[Entry, ...]:
        """Return the entries that touched one column, each with that cell alone."""
        own = ((entry, [cell for cell in entry.cells if cell.column == column]) for entry in self.entries)
        return tuple(Entry(e.release, e.kind, tuple(c), e.source_id, e.evidence) for e, c in own if c)


def row_history(index: RowIndex, table: str, key: str, catch_up: bool = True) -> RowHistory:
    """Return the history of the row with a key (its parts joined by " + "). Raises StoreError, KeyError for no such table.

    catch_up: read the releases first that the index has not read yet.
    """
    store = index.store
    behind = index.catch_up() if catch_up else index.behind()
    releases = store.log.all()
    read = releases[: len(releases) - behind]
    if not read:
        return RowHistory(table, key, (), None, behind)
    row = now = _stored(store, table, read[-1], key)
    entries = []
    for change in index.of(table, key):
        after = row or {}
        if change.kind == "unknown":
            entries.append(Entry(releases[change.number - 1], "unknown", (), "", ""))
            continue
        cells = tuple(
            Cell(name, change.before.get(name, ""), change.after.get(name, ""))
            for name in dict.fromkeys((*change.before, *change.after))
        )
        source, evidence = after.get("source_id", ""), after.get("evidence", "")
        entries.append(Entry(releases[change.number - 1], change.kind, cells, source, evidence))
        row = _before(after, change.kind, change.before, change.after)
    if row is not None and all(entry.kind != "unknown" for entry in entries):
        cells = tuple(Cell(name, "", cell) for name, cell in row.items())
        entries.append(Entry(releases[0], "added", cells, row.get("source_id", ""), row.get("evidence", "")))
    return RowHistory(table, key, tuple(entries), now, behind)


def stored_row(store: Store, table: str, key: str) -> dict[str, str]:
    """Return the filled cells of a row of the newest release; {} where there is none. Raises StoreError."""
    current = store.current()
    return (_stored(store, table, current, key) if current else None) or {}


def _before(
    row: dict[str, str], kind: Kind, before: dict[str, str], after: dict[str, str]
) -> dict[str, str] | None:
    """Return the row as it stood before a change; None where there was none."""
    if kind == "added":
        return None
    return {name: cell for name, cell in (row | dict.fromkeys(after, "") | before).items() if cell}


def _stored(store: Store, table: str, release: Release, key: str) -> dict[str, str] | None:
    if table not in release.versions:
        return None
    place = store.place(table)
    try:
        return changes.find(table, versions.addresses(place, release.versions[table]), key)
    except changes.FAILED as error:
        raise StoreError("damaged", release.release_id, str(error)) from error
