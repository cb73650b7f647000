"""What the process holds for good, and how little of the rest it keeps.

Nine objects of ten belong to libraries and live as long as the process. Set aside once, they are not looked at again,
so that the automatic collections, which find a page's own cycles, stay short: `runner.postScriptGC` is off. What is
remembered of a release: data/remember.py.
"""

import atexit
import ctypes
import gc
import importlib
import pkgutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[1]
FLOORS = ("shell", "views")  # what pages are made of, by name: the server knows no view
ARENAS = 2  # a run of a page is a thread of its own, and every arena keeps what its threads have freed
_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def settle() -> None:
    """Load every module that a page may need, then set aside what is loaded; call before the records are.

    The records come later on purpose: an old release must be let go when a newer one is served.
    """
    if sys.platform == "linux":
        _few_arenas()
    for floor in FLOORS:
        for module in pkgutil.walk_packages([str(HERE / floor)], f"{floor}."):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # else libraries that count their objects at the end miss some


def _few_arenas() -> None:
    try:
        ctypes.CDLL("libc.so.6").mallopt(_ARENA_MAX, ARENAS)
    except (OSError, AttributeError):
        return  # another system's library: it keeps what it likes
