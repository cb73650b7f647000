"""Remember what was written from a frame or a figure that every session shares."""

from data.remember import lru_cache

TEXTS = 256  # per function
once = lru_cache(maxsize=TEXTS)
