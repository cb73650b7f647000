"""What officers said for every later list: what a name means, and how lists of the same headers are read; who and when."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.intake.changes import answer_key
from data.intake.known_lists import KnownList
from data.schema import TABLES

if TYPE_CHECKING:
    from data.store.store import Store

LONGEST = 2 * 2**20  # bytes of the file that are read back, from its end


@dataclass(frozen=True)
class Kept:
    """One name and what it means: asks (places, programmes ...), the text as it was read, the code; "" takes it back.

    who, at (ISO, UTC): who said so and when, once it is kept.
    """

    asks: str
    read: str
    meaning: str
    who: str = ""
    at: str = ""

    @property
    def key(self) -> str:
        """The key of the answer."""
        return answer_key(self.asks, self.read)


class Remembered:
    """Appends lines to a file beside the audit log; a store at a URL has no such file and remembers nothing."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def answers(self) -> dict[str, str]:
        """Return the answers that hold, by `answer_key`; the latest word on a name counts."""
        return {key: one.meaning for key, one in self.names().items()}

    def names(self) -> dict[str, Kept]:
        """Return the names that are known, by `answer_key`, in the order in which they were last said."""
        found: dict[str, Kept] = {}
        for told in self._lines():
            if (one := _name(told)) is None:
                continue
            found.pop(one.key, None)
            if one.meaning:
                found[one.key] = one
        return found

    def lists(self) -> dict[str, KnownList]:
        """Return how lists are read, by the key of their headers, in the order in which it was last said."""
        found: dict[str, KnownList] = {}
        for told in self._lines():
            if (one := _list(told)) is None:
                continue
            found.pop(one.key, None)
            if told["table"] is not None:
                found[one.key] = one
        return found

    def keep(self, who: str, names: Iterable[Kept]) -> None:
        """Write what names mean, one line each: when (UTC), who, what."""
        known = self.answers()
        self._append(
            who,
            [
                {"asks": one.asks, "read": one.read, "meaning": one.meaning}
                for one in names
                if known.get(one.key, "") != one.meaning
            ],
        )

    def keep_lists(self, who: str, lists: Iterable[KnownList]) -> None:
        """Write how lists are read, one line each; one that is read as before keeps who said so first."""
        known = self.lists()
        self._append(
            who,
            [
                {
                    "headers": one.headers,
                    "table": one.table,
                    "columns": dict(one.columns),
                    "words": dict(one.words),
                }
                for one in lists
                if not one.same_as(known.get(one.key))
            ],
        )

    def forget_list(self, who: str, one: KnownList) -> None:
        """Write that lists of these headers are read as ever again."""
        self._append(who, [{"headers": one.headers, "table": None, "columns": {}, "words": {}}])

    def _append(self, who: str, told: list[dict[str, Any]]) -> None:
        if self.path is None or not told:
            return
        stamp = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "who": who}
        lines = [json.dumps(stamp | one, ensure_ascii=False) for one in told]
        handle = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o640)
        try:
            os.write(handle, ("\n".join(lines) + "\n").encode())
        finally:
            os.close(handle)

    def _lines(self) -> Iterator[dict[str, Any]]:
        """Yield what can be read of the file, line by line."""
        if self.path is None or not self.path.exists():
            return
        with self.path.open("rb") as file:
            size = self.path.stat().st_size
            file.seek(max(0, size - LONGEST))
            lines = file.read().decode("utf-8", "replace").split("\n")
        for line in lines:
            try:
                told = json.loads(line)
            except json.JSONDecodeError:
                continue
            if isinstance(told, dict):
                yield told


def of_store(store: Store) -> Remembered:
    """Return what officers of a store said: the desk and the command line read lists alike."""
    return Remembered(store.folder / "readings.jsonl" if store.folder else None)


def _name(told: Mapping[str, Any]) -> Kept | None:
    try:
        one = Kept(str(told["asks"]), str(told["read"]), str(told["meaning"]))
    except KeyError:
        return None
    return replace(one, who=str(told.get("who", "")), at=str(told.get("at", "")))


def _list(told: Mapping[str, Any]) -> KnownList | None:
    """Return how a list was read as a line says; None for another line, or one of a table there is no more."""
    try:
        headers, table = tuple(map(str, told["headers"])), told["table"]
        columns, words = (
            {str(k): str(v) for k, v in dict(told[name]).items()} for name in ("columns", "words")
        )
    except (KeyError, TypeError, ValueError):
        return None
    if table not in (None, "", *TABLES):
        return None
    return KnownList(headers, table or "", columns, words, str(told.get("who", "")), str(told.get("at", "")))
