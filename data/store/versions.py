"""One Delta table: write a version, read a version, let old versions go."""

import hashlib
import json
import logging
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal
from weakref import WeakKeyDictionary

import pyarrow as pa
import pyarrow.dataset as pads
from deltalake import (
    CommitProperties,
    DeltaTable,
    PostCommitHookProperties,
    WriterProperties,
    write_deltalake,
)
from deltalake.exceptions import CommitFailedError, DeltaError, TableNotFoundError

from data.store.errors import StoreError, said
from data.store.folders import write_whole

# Old versions must stay readable until `vacuum` lets them go, so the log is never trimmed by itself.
CONFIGURATION = {
    "delta.enableExpiredLogCleanup": "false",
    "delta.logRetentionDuration": "interval 36500 days",
}
# Nothing but the commit happens in a commit: tidying may fail by itself, and then nobody is misled.
PLAIN = PostCommitHookProperties(create_checkpoint=False, cleanup_expired_logs=False)
ONCE = CommitProperties(max_commit_retries=0)  # compare and swap: the very next version, or nothing
FAILED = (DeltaError, OSError, pa.ArrowException, ValueError, KeyError)
CHECKPOINT_EVERY = 50
# A page of a list takes twenty rows from anywhere: small pieces keep that a matter of milliseconds.
PIECES = WriterProperties(max_row_group_size=4096, compression="ZSTD", compression_level=3)
TRIES = 20
LOG = logging.getLogger("sti.store")
_FROM: WeakKeyDictionary[pads.Dataset, tuple[str, int]] = WeakKeyDictionary()


def write(place: str, rows: pa.Table) -> int:
    """Write the rows as a new version of the table and return its number; nobody reads it until a release names it.

    Raises StoreError.
    """
    for _ in range(TRIES):
        try:
            table = _opened(place, rows.schema)
            commit(place, table, rows, "overwrite")
        except CommitFailedError:
            continue  # another writer took this number: take the next
        except FAILED as error:
            raise said(error, place) from error
        tidy(table)
        note_sums(place, table.version())
        return table.version()
    raise StoreError("busy", place)


def commit(place: str, table: DeltaTable, rows: pa.Table, mode: Literal["append", "overwrite"]) -> None:
    """Write rows as the version right after the one that `table` stands at, down to the disk, or raise.

    CommitFailedError: another writer has taken that version.
    """
    write_deltalake(
        table,
        rows,
        mode=mode,
        schema_mode="overwrite" if mode == "overwrite" else "merge",
        commit_properties=ONCE,
        post_commithook_properties=PLAIN,
        writer_properties=PIECES,
    )
    if folder := local(place):
        _settle(folder, table.version())


def create(place: str, schema: pa.Schema) -> DeltaTable:
    """Create a table, or open the one that another writer has just created."""
    try:
        return DeltaTable.create(place, schema, mode="error", configuration=CONFIGURATION)
    except DeltaError:
        return DeltaTable(place)


def _opened(place: str, schema: pa.Schema) -> DeltaTable:
    try:
        return DeltaTable(place)
    except TableNotFoundError:
        return create(place, schema)


def dataset(place: str, version: int) -> pads.Dataset:
    """Return a version where it lies; raises StoreError, `gone` when its log was let go."""
    try:
        found = DeltaTable(place, version=version).to_pyarrow_dataset()
    except FAILED as error:
        raise said(error, place) from error
    _FROM[found] = (place, version)
    return found


def files(rows: pa.Table | pads.Dataset) -> list[str]:
    """Return the addresses of the files of a `dataset`, for engines that read them themselves; none for other rows."""
    if isinstance(rows, pads.Dataset) and rows in _FROM:
        place, version = _FROM[rows]
        return DeltaTable(place, version=version).file_uris()
    return [str(Path(name).resolve()) for name in getattr(rows, "files", ())]


def came_from(rows: pa.Table | pads.Dataset) -> tuple[str, int] | None:
    """Return the place and the number of the version that a `dataset` reads, None for other rows."""
    return _FROM.get(rows) if isinstance(rows, pads.Dataset) else None


def stands(place: str, version: int) -> bool:
    """Say whether the files of a version are all there; their content is not looked at."""
    folder = local(place)
    names = _added(folder, version) if folder else None
    if folder and names is not None:
        return all((folder / name).is_file() for name in names)
    try:
        rows = dataset(place, version)
    except StoreError:
        return False
    files = list(getattr(rows, "files", ()))
    return not files or all(found.is_file for found in rows.filesystem.get_file_info(files))


def addresses(place: str, version: int) -> list[str]:
    """Return where the files of a version lie, in order. Raises StoreError."""
    folder = local(place)
    names = _added(folder, version) if folder else None
    if folder and names is not None:
        return [str(folder / name) for name in names]
    try:
        return DeltaTable(place, version=version).file_uris()
    except FAILED as error:
        raise said(error, place) from error


def is_sound(place: str, version: int) -> bool:
    """Say whether the files of a version are, byte for byte, what was written; True where no sums were kept."""
    folder = local(place)
    if folder is None:
        return True
    try:
        told = dict(json.loads(_sums(folder, version).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # none were kept, or a power cut has taken them
        return stands(place, version)
    try:
        return all(_sum(folder / name) == digest for name, digest in told.items())
    except OSError:
        return False


def _added(folder: Path, version: int) -> list[str] | None:
    """Return the names of a version's files from its own commit, which replaced all there was; None without it."""
    try:
        return [action["add"]["path"] for action in _actions(folder, version) if "add" in action]
    except (OSError, ValueError):
        return None


def _actions(folder: Path, version: int) -> list[dict[str, Any]]:
    told = (folder / "_delta_log" / f"{version:020}.json").read_text(encoding="utf-8")
    return [json.loads(line) for line in told.splitlines()]


def _sums(folder: Path, version: int) -> Path:
    return folder / "_sums" / f"{version:020}.json"


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def tidy(table: DeltaTable) -> bool:
    """Sum up a long log so that opening stays quick, and say whether it was time to; a failed one is tried again later."""
    if table.version() == 0 or table.version() % CHECKPOINT_EVERY:
        return False
    try:
        table.create_checkpoint()
    except FAILED as error:
        LOG.warning("the log of %s could not be summed up: %s", table.table_uri, error)
    return True


def vacuum(place: str, versions: list[int], grace_hours: int) -> int:
    """Remove the files that none of the versions needs and return how many; younger files than the grace stay."""
    folder = local(place)
    before = set(folder.glob("*.parquet")) if folder else set()
    try:
        gone = DeltaTable(place).vacuum(
            retention_hours=grace_hours,
            dry_run=False,
            enforce_retention_duration=False,
            full=True,
            keep_versions=versions,
            post_commithook_properties=PLAIN,
        )
    except FAILED as error:
        raise said(error, place) from error
    # The list names files, too, that were lost before.
    return len(before - set(folder.glob("*.parquet"))) if folder else len(gone)


def local(uri: str) -> Path | None:
    """Return the folder of a table on this machine; None for a table at another address."""
    return None if "://" in uri else Path(uri)


def _settle(place: Path, version: int) -> None:
    """Bring the files of one commit down to the disk itself, so that a power cut takes nothing back."""
    added = [place / action["add"]["path"] for action in _actions(place, version) if "add" in action]
    log = place / "_delta_log"
    for path in (*added, log / f"{version:020}.json", log, place):
        with suppress(FileNotFoundError):
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def note_sums(place: str, version: int) -> None:
    """Keep the sums of a version's files beside them, so that a byte that changes later is noticed."""
    folder = local(place)
    if folder is None:
        return
    names = _added(folder, version) or []
    _sums(folder, version).parent.mkdir(exist_ok=True)
    write_whole(
        _sums(folder, version), json.dumps({name: _sum(folder / name) for name in names}), settle=False
    )
