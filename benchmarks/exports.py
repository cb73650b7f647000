"""How long exports take and how large they are: `python -m benchmarks.exports [medium ...]`.

Prints one line per medium: every province group (brief: every province) with two processes, the time of a single
story, and the largest file. Seconds of computing say what two free cores would need,
whatever else runs. Nothing is asserted here: times differ from machine to machine.
"""

import argparse
import resource
import tempfile
import time
from pathlib import Path

from data.records import load
from exports import media
from exports.__main__ import main
from exports.story import story
from locales import Reader
from measures.selection import DEFAULT_ASOF

WORKERS = "2"
MANY = {
    "deck": "--all-groups",
    "workbook": "--all-groups",
    "brief": "--all-provinces",
    "page": "--all-groups",
}


def measure(medium: str) -> str:
    """Return a line: seconds and bytes of one story, seconds of many of them and the largest file."""
    records, reader = load(), Reader()
    code = story.scopes(records, DEFAULT_ASOF, "group")[0]
    began = time.perf_counter()
    one = media.make(medium, records, code, DEFAULT_ASOF, reader)
    single = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        main([medium, MANY[medium], "--out", folder, "--workers", WORKERS])
        every = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
        sizes = [path.stat().st_size for path in Path(folder).glob(f"*{media.SUFFIX[medium]}")]
    return (
        f"{medium}: one group {single:.2f} s, {len(one) / 1e6:.2f} MB; "
        f"{len(sizes)} files {every:.1f} s with {WORKERS} processes "
        f"({used:.1f} s of computing), largest {max(sizes) / 1e6:.2f} MB; "
        f"{warm(medium):.3f} s of computing each, in one process, warm"
    )


def warm(medium: str) -> float:
    """Return the processor seconds of one story in a process that has made three, over all areas of its level."""
    records, reader = load(), Reader()
    level = "province" if "province" in MANY[medium] else "group"
    codes = story.scopes(records, DEFAULT_ASOF, level)
    for code in codes[:3]:
        media.make(medium, records, code, DEFAULT_ASOF, reader)
    began = time.process_time()
    for code in codes[3:]:
        media.make(medium, records, code, DEFAULT_ASOF, reader)
    return (time.process_time() - began) / len(codes[3:])


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("medium", nargs="*", help=", ".join(MANY))
    media_asked = asked.parse_args().medium or ["deck", "workbook", "brief"]
    if unknown := set(media_asked) - set(MANY):
        asked.error(f"no such medium: {', '.join(sorted(unknown))}; there are {', '.join(MANY)}")
    print("\n".join(measure(medium) for medium in media_asked))
