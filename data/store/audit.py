"""The audit log: one JSON line per publish, restore, refusal and sign-in."""

import json
import logging
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from data.store.releases import Release

TAIL = 256 * 1024
EVENTS = (
    "seed", "publish", "restore", "refusal", "vacuum", "accept", "proposal", "round", "quoted", "sign-in", "sign-out",
    "token-issued", "token-revoked", "delivery",
)  # fmt: skip


class Audit:
    """Appends lines to a file and says the same to the logger; a store at a URL has the logger only.

    An event is never held up by its line: when the file cannot be written, the logger says so.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.log = logging.getLogger("sti.audit")

    def write(self, event: str, who: str, **details: object) -> None:
        """Write one line: when (UTC), which event, who, and what else is to be said."""
        if event not in EVENTS:
            raise ValueError(f"no such event: {event!r}")
        told = {
            "at": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "event": event,
            "who": who,
            **details,
        }
        line = json.dumps(told, ensure_ascii=False, default=str)
        self.log.info("%s", line)
        if self.path is None:
            return
        try:
            _append(self.path, line.encode() + b"\n")
        except OSError as error:
            self.log.error("the audit log cannot be written: %s: %s", error, line)

    def catch_up(self, release: Release | None) -> None:
        """Write the line of a release whose author's process died before it could."""
        if release and self.path and self.path.exists() and release.release_id not in _tail(self.path):
            self._release(release, late=True)

    def published(self, release: Release) -> None:
        """Write the line of a release: seed, publish or restore."""
        self._release(release)

    def _release(self, release: Release, **more: object) -> None:
        told = {"release": release.release_id, "number": release.number, "note": release.note, **more}
        self.write(release.kind, release.author, **told)

    def newest_number(self) -> int:
        """Return the number of the release that was told of last; 0 where the file does not say."""
        for line in reversed(_tail(self.path).splitlines()) if self.path else ():
            if '"number": ' in line:
                with suppress(ValueError, TypeError, KeyError):
                    return int(json.loads(line)["number"])
        return 0

    def lines(self) -> list[dict[str, object]]:
        """Return every line of the file, oldest first; what a cut write left half is passed over."""
        if self.path is None or not self.path.exists():
            return []
        told = []
        for line in self.path.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                told.append(json.loads(line))
            except json.JSONDecodeError:
                continue
        return told


def _tail(path: Path) -> str:
    """Return the end of the file: the newest release stands there, if anywhere."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - TAIL))
            return file.read().decode("utf-8", errors="replace")
    except OSError:
        return ""


def _append(path: Path, line: bytes) -> None:
    """Append in one write, so that lines of several processes never mix; a half line before it is closed first."""
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
    try:
        size = os.fstat(handle).st_size
        if size and os.pread(handle, 1, size - 1) != b"\n":
            line = b"\n" + line
        os.write(handle, line)
    finally:
        os.close(handle)
