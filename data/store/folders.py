"""The folder of a store: one writer at a time, small files that are whole or not there.

Only who fills a store makes its folder. Everybody else finds it or writes nothing: a folder that comes back by itself
after its disk went away would look like a store in which nobody has published yet.
"""

import errno
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.store.errors import StoreError, said

try:
    import fcntl
except ImportError:  # Windows: the commit itself still lets one writer win
    fcntl = None  # type: ignore[assignment]

PATIENCE = 30.0  # seconds to wait for another writer


@contextmanager
def one_writer(folder: Path | None, patience: float = PATIENCE, makes_folder: bool = False) -> Iterator[None]:
    """Hold the folder's lock during the block; a process that dies lets go of it.

    Courtesy, not safety: it saves two writers from doing the same work, the commit decides who was first. None (a
    store at a URL) has no lock, nor has a folder that is not there, unless the block is what makes it. Raises
    StoreError: `busy` after `patience` seconds, `not-writable`, `full`.
    """
    if folder and makes_folder:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise said(error, str(folder)) from error
    if folder is None or fcntl is None or not folder.exists():
        yield
        return
    try:
        handle = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise said(error, str(folder)) from error
    try:
        _wait(handle, folder, patience)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() > until:
                raise StoreError("busy", str(folder)) from None
            time.sleep(0.01)
        except OSError:  # a file system without locks
            return


def make_within(store: Path, folder: Path) -> None:
    """Make a folder below the store's own. Raises FileNotFoundError when the store's is not there."""
    if not store.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(store))
    folder.mkdir(parents=True, exist_ok=True)


def is_used(folder: Path) -> bool:
    """Say whether any file of a folder bears a name; what a writer leaves that died in its first moment does not."""
    return any(path.is_file() and "#" not in path.name for path in folder.rglob("*"))


def write_whole(path: Path, text: str, settle: bool = True) -> None:
    """Write a small file so that others see the old one or the new one; settle: also after a power cut."""
    own = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        with own.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            if settle:
                os.fsync(file.fileno())
        own.replace(path)
    finally:
        own.unlink(missing_ok=True)
