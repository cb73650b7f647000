"""Sentences with meaning: runs of text, some of them good news, some of them a gap.

A catalogue message may mark a stretch `<good>61 of 76 provinces</good>` or `<gap>15 provinces</gap>`. Screen, slide
and brief colour the runs in their own way; nobody else parses the marks.
"""

import re
from typing import NamedTuple

_MARKED = re.compile(r"<(good|gap)>(.*?)</\1>")


class Run(NamedTuple):
    """A stretch of a sentence. meaning: good, gap or ""."""

    text: str
    meaning: str


def runs(marked: str) -> tuple[Run, ...]:
    """Split a marked message into runs, in order: "a <gap>b</gap>" -> ("a ", ""), ("b", "gap")."""
    found: list[Run] = []
    position = 0
    for match in _MARKED.finditer(marked):
        if match.start() > position:
            found.append(Run(marked[position : match.start()], ""))
        found.append(Run(match[2], match[1]))
        position = match.end()
    if position < len(marked):
        found.append(Run(marked[position:], ""))
    return tuple(found)


def plain(marked: str) -> str:
    """Return a marked message as plain text."""
    return "".join(run.text for run in runs(marked))
