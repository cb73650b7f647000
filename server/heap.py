"""What the process holds for good, what it remembers of a release, and how it gives back the rest.

Nine objects of ten belong to libraries and live as long as the process. Set aside once, they are not looked at again,
so that the automatic collections, which find a page's own cycles, stay short: `runner.postScriptGC` is off.
"""

import atexit
import ctypes
import gc
import importlib
import pkgutil
import sys
import threading
from functools import _lru_cache_wrapper
from typing import Any

import shell

ARENAS = 2  # a run of a page is a thread of its own, and every arena keeps what its threads have freed
_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_SCRIPTS = ("server.main",)
_OF_RECORDS = (
    "data.",
    "measures.",
    "figures.",
    "shell.",
)  # packages whose memories are about the records of a release
_OTHERS = ("server.sign_in",)  # but this one: it knows which sign-ins are in the audit log

_memories: "list[_lru_cache_wrapper[Any]]" = []
_lock = threading.Lock()
_release = ""


def settle() -> None:
    """Load every module that a page may need, then set aside what is loaded; call before the records are.

    The records come later on purpose: an old release must be let go when a newer one is served.
    """
    if sys.platform == "linux":
        _few_arenas()
    for module in pkgutil.iter_modules(shell.__path__, "shell."):
        if module.name not in _SCRIPTS:
            importlib.import_module(module.name)
    gc.collect()
    _memories[:] = _found()
    gc.freeze()
    atexit.register(gc.unfreeze)  # else libraries that count their objects at the end miss some


def served(release: str) -> None:
    """Say which release a page begins with: what was remembered of one before is let go, and its records with it.

    release: the id, with or without the mark of a limited reader.
    """
    global _release
    release = release.split(".")[0]
    if release == _release:
        return
    with _lock:
        before, _release = _release, release
    if before:
        forget()


def forget() -> None:
    """Let go of every figure, text and frame that is remembered; each is made anew when it is asked for."""
    for memory in _memories or _found():
        memory.cache_clear()
    gc.collect()


def _found() -> "list[_lru_cache_wrapper[Any]]":
    """Return the memories of our modules, also those inside a decorated function."""
    # By type: asking a weak proxy for its class raises once what it stands for is gone.
    kept = [one for one in gc.get_objects() if type(one) is _lru_cache_wrapper]
    return [one for one in kept if one.__module__.startswith(_OF_RECORDS) and one.__module__ not in _OTHERS]


def _few_arenas() -> None:
    try:
        ctypes.CDLL("libc.so.6").mallopt(_ARENA_MAX, ARENAS)
    except (OSError, AttributeError):
        return  # another system's library: it keeps what it likes
