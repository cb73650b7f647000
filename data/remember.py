"""One memory for everything that is worked out from a release: by decorator, bounded, known to one registry.

What is remembered is never changed, so that every session shares it. Arguments that are equal when they say the same
(choices, readers, words) are told apart by what they say; objects that stand for themselves (records, a frame, a figure)
by their identity, held weakly: when they go, what was made of them goes. Two who ask the same at once are one question:
the second waits for the first.
"""

import threading
import time
import weakref
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import update_wrapper
from inspect import Parameter, signature
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from data.remember_keys import Key, Same, key_of, release_of, says_the_same

P = ParamSpec("P")
R = TypeVar("R")
MOST = 160  # answers per memory where nothing else is said; a frame of 77 areas takes about 50 KB


class OnlyForAReaderError(RuntimeError):
    """Something that only a reader's page knows was asked for outside of one; nothing of it can be worked out beforehand."""


class Info(NamedTuple):
    """How a memory did: answers given from it, answers worked out, most it holds, how many it holds."""

    hits: int
    misses: int
    maxsize: int
    currsize: int


class Answer:
    """One answer, or the promise of one: `ready` is set when it is there, or when it has failed."""

    __slots__ = ("failed", "owner", "ready", "release", "used", "value")

    def __init__(self, release: str) -> None:
        self.release, self.used = release, time.monotonic()
        self.owner, self.ready = threading.get_ident(), threading.Event()
        self.value: Any = None
        self.failed = False


class Memory(Generic[P, R]):
    """A function with a memory of its last answers. Called as the function is."""

    def __init__(self, work: Callable[P, R], most: int, renewed: bool = True) -> None:
        self._work, self._most, self.renewed = work, most, renewed
        form = signature(work).parameters
        self._form = {name: one.default for name, one in form.items()}  # what each is where it is not given
        self._named = [name for name, one in form.items() if one.kind is Parameter.KEYWORD_ONLY]
        if any(one.kind in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD) for one in form.values()):
            raise TypeError(f"{work} takes any arguments: they cannot be put into one order")
        self._held: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = threading.RLock()  # what is gone is told in whatever thread the garbage is collected
        self._hits = self._misses = 0
        update_wrapper(self, work)
        with _lock:
            _memories.add(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Return the answer, from memory where it is there."""
        return self.asked(self._bound(args, kwargs) if kwargs or self._named else args)

    def asked(self, plain: Key) -> R:
        """Return the answer to arguments in the order of the function's own."""
        key = key_of(plain)
        with self._lock:
            found = self._held.get(key)
            mine = found is None or found.failed
            if mine:
                found = Answer(release_of(plain))
                self._misses += 1
                self._put(key_of(plain, self._gone), found)
            else:
                self._held.move_to_end(key)
                self._hits += 1
        if mine or found is None:
            return self._worked_out(found or Answer(""), key, plain)
        if not found.ready.is_set():
            if found.owner == threading.get_ident():  # it asks for itself: its own business
                return self._do(plain)
            found.ready.wait()
            if found.failed:
                return self.asked(plain)
        found.used = time.monotonic()
        value: R = found.value
        return value

    def peek(self, *args: P.args, **kwargs: P.kwargs) -> R | None:
        """Return the answer where it is there, None where it would have to be worked out."""
        key = key_of(self._bound(args, kwargs) if kwargs or self._named else args)
        with self._lock:
            found = self._held.get(key)
        return found.value if found is not None and found.ready.is_set() and not found.failed else None

    def keep(self, value: R, *args: P.args, **kwargs: P.kwargs) -> None:
        """Remember an answer that is known without asking."""
        plain = self._bound(args, kwargs) if kwargs or self._named else args
        answer = Answer(release_of(plain))
        answer.value = value
        answer.ready.set()
        with self._lock:
            self._put(key_of(plain, self._gone), answer)

    def cache_info(self) -> Info:
        """Return how it did so far."""
        with self._lock:
            return Info(self._hits, self._misses, self._most, len(self._held))

    def cache_clear(self) -> None:
        """Forget every answer."""
        with self._lock:
            self._held.clear()

    def forget(self, release: str) -> None:
        """Forget the answers of a release (its id without a mark)."""
        with self._lock:
            for key in [key for key, answer in self._held.items() if answer.release == release]:
                del self._held[key]

    def answers(self, release: str) -> list[tuple[Key, Answer]]:
        """Return the answers of a release, and those that name none; oldest first."""
        with self._lock:
            return [
                (key, a) for key, a in self._held.items() if a.release in ("", release) and a.ready.is_set()
            ]

    def _worked_out(self, answer: Answer, key: Key, plain: Key) -> R:
        try:
            answer.value = value = self._do(plain)
        except BaseException:
            answer.failed = True
            with self._lock:
                if self._held.get(key) is answer:
                    del self._held[key]
            raise
        finally:
            answer.ready.set()
        return value

    def _do(self, plain: Key) -> R:
        named = len(self._named)
        if not named:
            return self._work(*plain)  # type: ignore[call-arg]
        by_name = dict(zip(self._named, plain[-named:], strict=True))
        return self._work(*plain[:-named], **by_name)  # type: ignore[call-arg]

    def _put(self, key: Key, answer: Answer) -> None:
        self._held.pop(key, None)  # the key of a failed one may hold another's end
        self._held[key] = answer
        while len(self._held) > self._most:
            self._held.popitem(last=False)

    def _gone(self, _: Any) -> None:
        with self._lock:
            for key in [
                key for key in self._held if any(type(part) is Same and part.it() is None for part in key)
            ]:
                del self._held[key]

    def _bound(self, args: Key, kwargs: Mapping[str, Any]) -> Key:
        """Return the arguments in the order of the function's own: by name or by place, it is one question."""
        names = list(self._form)[len(args) :]
        plain = (*args, *(kwargs.get(name, self._form[name]) for name in names))
        if any(one is Parameter.empty for one in plain) or not kwargs.keys() <= set(names):
            signature(self._work).bind(*args, **kwargs)  # raises, with its own words
        return plain


_memories: "weakref.WeakSet[Memory[Any, Any]]" = weakref.WeakSet()
_lock = threading.Lock()


def remembered(work: Callable[P, R]) -> Memory[P, R]:
    """Return the function with a memory of its last answers."""
    return Memory(work, MOST)


def lru_cache(maxsize: int = MOST, *, renewed: bool = True) -> Callable[[Callable[P, R]], Memory[P, R]]:
    """Return the decorator for a function that remembers so many answers; used as that of functools.

    renewed: what was asked of one release is worked out for the next one before readers move to it (data/renewal.py).
    """
    return lambda work: Memory(work, maxsize, renewed)


def memories() -> list[Memory[Any, Any]]:
    """Return every memory of the process, by module and name."""
    with _lock:
        return sorted(_memories, key=lambda one: (one.__module__, one.__qualname__))  # type: ignore[attr-defined]


def asked_again(it: Any, release: str, instead: Mapping[Any, Any]) -> Any:
    """Return the answer to the question whose answer `it` is, asked with some arguments in the place of others.

    release: of the records it was made of. instead: argument -> the one in its place. None where nobody remembers how it
    was made, or no such argument was among those it was made of.
    """
    for memory in memories():
        for key, answer in memory.answers(release.split(".")[0]):
            if answer.value is it:
                plain = tuple(part.it() if type(part) is Same else part for part in key)
                swapped = tuple(instead.get(one, one) if says_the_same(one) else one for one in plain)
                if swapped != plain and all(
                    one is not None for one, part in zip(plain, key, strict=True) if part is not None
                ):
                    return memory.asked(swapped)
    return None


def forget(release: str) -> None:
    """Let go of everything that is remembered of a release; release: its id, with or without a reader's mark."""
    for memory in memories():
        memory.forget(release.split(".")[0])
