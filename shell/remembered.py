"""Remember what was written from a frame or a figure that every session shares.

A measure's frame and a drawn figure are remembered and never changed (`measures.memory`, `figures.drawn`), but they cannot
be hashed. They stand for themselves here: the same object gives the same text.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
TEXTS = 256  # per function


class _Same:
    """An object that equals itself only; holding it keeps its identity from being given to another."""

    __slots__ = ("it",)

    def __init__(self, it: Any) -> None:
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it


def once(write: Callable[P, R]) -> Callable[P, R]:
    """Return the function with a memory of its last answers; what cannot be hashed is known by its identity."""

    @lru_cache(maxsize=TEXTS)
    def known(args: tuple[Any, ...], named: tuple[tuple[str, Any], ...]) -> R:
        return write(*map(_plain, args), **{name: _plain(value) for name, value in named})

    @wraps(write)
    def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        return known(tuple(map(_key, args)), tuple((name, _key(kwargs[name])) for name in sorted(kwargs)))

    return answer


def _key(value: Any) -> Any:
    try:
        hash(value)
    except TypeError:
        return _Same(value)
    return value


def _plain(value: Any) -> Any:
    return value.it if isinstance(value, _Same) else value
