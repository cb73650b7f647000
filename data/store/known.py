"""Which stores were served here, remembered outside of them: an empty folder in the place of one is a loss."""

import hashlib
import json
import logging
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from data.store.folders import write_whole

LOG = logging.getLogger("sti.store")
PROGRAM = "sti-provinces"


@dataclass(frozen=True)
class Known:
    """A store as it was when it was last written to or opened.

    root: its folder or address. store: its own mark (`Store.mark`). number, release: its newest release.
    """

    root: str
    store: str
    number: int
    release: str


def state_folder() -> Path:
    """Return `STI_STATE`, the folder that systemd gives, or the account's own folder for what programs remember."""
    if named := os.environ.get("STI_STATE") or os.environ.get("STATE_DIRECTORY", "").partition(":")[0]:
        return Path(named)
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / PROGRAM


def known(root: str) -> Known | None:
    """Return what is remembered of the store at a root; None where nothing is, or it cannot be read."""
    try:
        told = Known(**json.loads(_path(root).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, RuntimeError):
        return None
    return told if told.root == root else None


def remember(told: Known) -> None:
    """Remember a store; where that cannot be done the log says so, and nothing else waits for it."""
    if known(told.root) == told:
        return
    try:
        path = _path(told.root)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(told), ensure_ascii=False))
    except (OSError, RuntimeError) as error:
        LOG.warning("that there is a store at %s cannot be remembered: %s", told.root, error)


def forget(root: str) -> None:
    """Forget the store at a root: whoever runs the server has said that it is gone for good."""
    _path(root).unlink(missing_ok=True)


def _path(root: str) -> Path:
    return state_folder() / f"{hashlib.sha256(root.encode()).hexdigest()[:16]}.json"
