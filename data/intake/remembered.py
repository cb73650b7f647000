"""What officers said a name means, kept for every later list: "always read it so", with who and when."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.intake.changes import answer_key

LONGEST = 2 * 2**20  # bytes of the file that are read back, from its end


@dataclass(frozen=True)
class Kept:
    """One name and what it means: asks (places, programmes ...), the text as it was read, the code; "" takes it back."""

    asks: str
    read: str
    meaning: str


class Remembered:
    """Appends lines to a file beside the audit log; a store at a URL has no such file and remembers nothing."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def answers(self) -> dict[str, str]:
        """Return the answers that hold, by `answer_key`; the latest word on a name counts."""
        found: dict[str, str] = {}
        for line in self._lines():
            try:
                told = json.loads(line)
                key, meaning = answer_key(str(told["asks"]), str(told["read"])), str(told["meaning"])
            except (json.JSONDecodeError, KeyError, TypeError):
                continue
            if meaning:
                found[key] = meaning
            else:
                found.pop(key, None)
        return found

    def keep(self, who: str, names: Iterable[Kept]) -> None:
        """Write what names mean, one line each: when (UTC), who, what."""
        if self.path is None:
            return
        at = datetime.now(UTC).isoformat(timespec="seconds")
        known = self.answers()
        lines = [
            json.dumps(
                {"at": at, "who": who, "asks": one.asks, "read": one.read, "meaning": one.meaning},
                ensure_ascii=False,
            )
            for one in names
            if known.get(answer_key(one.asks, one.read), "") != one.meaning
        ]
        if not lines:
            return
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
        try:
            os.write(handle, ("\n".join(lines) + "\n").encode())
        finally:
            os.close(handle)

    def _lines(self) -> list[str]:
        if self.path is None or not self.path.exists():
            return []
        with self.path.open("rb") as file:
            size = self.path.stat().st_size
            file.seek(max(0, size - LONGEST))
            return file.read().decode("utf-8", "replace").splitlines()
