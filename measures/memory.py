"""Remember what a measure returned: the same question of the same release has the same answer.

Records, Selection and dates are immutable, so they serve as keys. A remembered frame is shared by every session:
nobody changes one in place.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from data.remember import lru_cache
from measures.selection import Selection

P = ParamSpec("P")
R = TypeVar("R")
ANSWERS = 160  # per measure; a frame of 77 areas takes about 50 KB
# What a reader chooses to look at, which changes no count: a click on the map or another measure asks nothing anew.
LOOK: dict[str, Any] = {"area": None, "measure": Selection.measure, "level": Selection.level}

_asks = threading.local()


def remembered(measure: Callable[P, R]) -> Callable[P, R]:
    """Return the measure with a memory of its last answers; keyword and positional calls are one question."""
    return _with_memory(measure, {})


def remembered_for_every_look(measure: Callable[P, R]) -> Callable[P, R]:
    """Return the measure with a memory, for one that counts the same whatever area, measure or level is looked at.

    It is called with these three at their defaults, so that it cannot depend on them.
    """
    return _with_memory(measure, LOOK)


@contextmanager
def aside() -> Iterator[None]:
    """Ask measures many days in a row without remembering the answers: they would push out what readers asked."""
    _asks.aside = True
    try:
        yield
    finally:
        _asks.aside = False


def _with_memory(measure: Callable[P, R], at_default: dict[str, Any]) -> Callable[P, R]:
    known = lru_cache(maxsize=ANSWERS)(measure)

    def plain(argument: Any) -> Any:
        return argument.but(**at_default) if at_default and isinstance(argument, Selection) else argument

    @wraps(measure)
    def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        asked, named = map(plain, args), {name: plain(value) for name, value in kwargs.items()}
        if getattr(_asks, "aside", False) and any(isinstance(one, Selection) for one in args):
            return measure(*asked, **named)  # type: ignore[arg-type]
        return known(*asked, **named)  # type: ignore[arg-type]

    return answer
