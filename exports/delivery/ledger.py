"""What was sent: so that nothing is sent twice, whenever a run was cut short. It holds no address, only hashes."""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

FILE = "ledger.json"


class Ledger:
    """Marks by occasion and recipient: `sending` before a mail is handed over, `sent` after; the last states of areas.

    A run that died between the two marks may or may not have sent that one mail: it is not sent again, but told.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        told: dict[str, Any] = json.loads(self.path.read_text(encoding="utf-8")) if self.path.exists() else {}
        self.marks: dict[str, str] = told.get("marks", {})
        self.states: dict[str, dict[str, Any]] = told.get("states", {})

    def mark(self, key: str, word: str) -> None:
        """Keep a mark, on the disk before it counts."""
        self.marks[key] = word
        self._write()

    def remember(self, rule: str, states: dict[str, Any]) -> None:
        """Keep how the areas of a rule stood."""
        self.states[rule] = states
        self._write()

    def _write(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=f".{FILE}.", dir=self.path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump({"marks": self.marks, "states": self.states}, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, self.path)


def key(rule: str, occasion: str, address: str) -> str:
    """Return the name of one mail: the rule, the occasion, and a hash of the address."""
    return f"{rule}|{occasion}|{hashlib.sha256(address.casefold().encode()).hexdigest()[:16]}"
