"""Memory that large work took and needs no more, given back to the machine."""

import ctypes
import gc

import pyarrow as pa

LARGE = 1_000_000  # rows from which it is worth the milliseconds
# From now on large arrays get pages of their own, which go back the moment they are dropped; else they leave holes.
_MMAP_THRESHOLD, _OWN_PAGES = -3, 1 << 22


def give_back(rows: int) -> None:
    """Give back what is free after work on so many rows; does nothing after small work."""
    if rows < LARGE:
        return
    gc.collect()
    pa.default_memory_pool().release_unused()
    try:
        system = ctypes.CDLL("libc.so.6")
        system.mallopt(_MMAP_THRESHOLD, _OWN_PAGES)
        system.malloc_trim(0)
    except (OSError, AttributeError):
        return  # another system's library: it keeps what it likes
