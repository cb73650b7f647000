"""Remember what a measure returned: the same question of the same release has the same answer.

Records, Selection and dates are immutable, so they serve as keys. A remembered frame is shared by every session:
nobody changes one in place.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
ANSWERS = 160  # per measure; a frame of 77 areas takes about 50 KB


def remembered(measure: Callable[P, R]) -> Callable[P, R]:
    """Return the measure with a memory of its last answers; keyword and positional calls are one question."""
    known = lru_cache(maxsize=ANSWERS)(measure)
    form = signature(measure)

    @wraps(measure)
    def answer(*args: P.args, **kwargs: P.kwargs) -> R:
        if kwargs:
            bound = form.bind(*args, **kwargs)
            bound.apply_defaults()
            return cast(R, known(*bound.args, **bound.kwargs))
        return cast(R, known(*args))

    return answer
