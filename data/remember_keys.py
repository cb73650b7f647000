"""By what an answer is remembered: what its arguments say, or which object they are."""

import weakref
from collections.abc import Callable
from typing import Any

Key = tuple[Any, ...]


class Same:
    """An object that equals itself only, held weakly where it can be."""

    __slots__ = ("__weakref__", "_mark", "it")

    def __init__(self, it: Any, gone: Callable[[Any], None] | None = None) -> None:
        self._mark = id(it)
        try:
            self.it: Callable[[], Any] = weakref.ref(it, gone)
        except TypeError:  # a list, a dict: held, so that its identity is given to no other
            self.it = lambda: it

    def __hash__(self) -> int:
        return self._mark

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._mark == other._mark and self.it() is other.it() is not None


_BY_IDENTITY: dict[type, bool] = {}


def key_of(arguments: Key, gone: Callable[[Any], None] | None = None) -> Key:
    key = tuple([Same(one, gone) if _stands_for_itself(type(one)) else one for one in arguments])
    try:
        hash(key)
    except TypeError:  # a frozen dataclass with a frame in it
        return tuple([one if says_the_same(one) else Same(one, gone) for one in key])
    return key


def _stands_for_itself(kind: type) -> bool:
    known = _BY_IDENTITY.get(kind)
    if known is None:
        known = _BY_IDENTITY[kind] = kind.__hash__ in (object.__hash__, None)
    return known


def says_the_same(argument: Any) -> bool:
    try:
        hash(argument)
    except TypeError:
        return False
    return True


def release_of(arguments: Key) -> str:
    """Return the release that some of the arguments belong to, "" for none."""
    for argument in arguments:
        release = getattr(argument, "release", None)
        if type(release) is str:
            return release.split(".")[0]
    return ""
