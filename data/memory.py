"""Memory that large work took and needs no more, given back to the machine."""

import ctypes
import gc

import pyarrow as pa

LARGE = 1_000_000  # rows from which it is worth the milliseconds


def give_back(rows: int) -> None:
    """Give back what is free after work on so many rows; does nothing after small work."""
    if rows < LARGE:
        return
    gc.collect()
    pa.default_memory_pool().release_unused()
    try:
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    except (OSError, AttributeError):
        return  # another system's library: it keeps what it likes
