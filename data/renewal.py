"""What readers hold of one release, worked out for the next one before they move to it.

Every answer that is remembered of the old release is asked of the new one: the same memory, the same choices, and in
the place of the records, frames and figures of the old release their counterparts. What has none is left out; it is
worked out when somebody asks.
"""

import logging
from collections.abc import Callable
from typing import Any

from data.records import Records
from data.remember import Memory, OnlyForAReaderError, memories
from data.remember_keys import Key, Same

LOG = logging.getLogger("sti")


class _NoCounterpartError(Exception):
    """An argument belongs to the old release, and nobody knows how it was made."""


class Renewal:
    """The way from one release to the next. Not shared between threads."""

    def __init__(self, old: Records, new: Records) -> None:
        self._old, self._new = old, new
        self._asked: list[tuple[float, Memory[Any, Any], Key]] = []
        self._made_by: dict[int, list[tuple[Memory[Any, Any], Key]]] = {}
        self._under_way: set[int] = set()
        self._all_of: dict[int, Records] = {}  # a documented view -> the records it is of
        self._look()

    def run(self, go_on: Callable[[], bool]) -> int:
        """Work out what was asked, the latest first, as long as `go_on` (called before each) says so; return how much."""
        done = 0
        for _, memory, key in sorted(self._asked, key=lambda one: -one[0]):
            if not go_on():
                break
            try:
                memory.asked(self._arguments(key))
                done += 1
            except (_NoCounterpartError, OnlyForAReaderError):
                continue
            except Exception:  # a reader who asks the same will see the calm message; the others lose nothing
                LOG.exception("%s cannot be worked out for the next release", memory.__qualname__)  # type: ignore[attr-defined]
        return done

    def _look(self) -> None:
        """Take down what is remembered of the old release, and which question made each shared object."""
        release = self._old.release.split(".")[0]
        views = [self._old]
        for memory in memories():
            for key, answer in memory.answers(release):
                if memory.renewed and (answer.release or any(type(part) is Same for part in key)):
                    self._asked.append((answer.used, memory, key))
                # A memory that hands one of its arguments back has not made it.
                if not any(type(part) is Same and part.it() is answer.value for part in key):
                    self._made_by.setdefault(id(answer.value), []).append((memory, key))
                if isinstance(answer.value, Records):
                    views.append(answer.value)
        for whole in views:
            documented = whole.__dict__.get("_documented")
            if documented is not None and documented is not whole:
                self._all_of[id(documented)] = whole

    def _arguments(self, key: Key) -> Key:
        return tuple(self._counterpart(part.it()) if type(part) is Same else part for part in key)

    def _counterpart(self, it: Any) -> Any:
        if it is self._old:
            return self._new
        if id(it) in self._all_of:
            counterpart: Records = self._counterpart(self._all_of[id(it)])
            return counterpart.documented()
        if id(it) in self._under_way:  # made of itself, by way of others: one of the other makers has to know
            raise _NoCounterpartError(type(it).__name__)
        self._under_way.add(id(it))
        try:
            for memory, key in self._made_by.get(id(it), ()):
                try:
                    return memory.asked(self._arguments(key))
                except _NoCounterpartError:
                    continue
        finally:
            self._under_way.discard(id(it))
        raise _NoCounterpartError(type(it).__name__)
