"""Sentences with meaning: runs of text, some of them good news, some of them a gap, some the mark of a number.

A catalogue message may mark a stretch `<good>61 of 76 provinces</good>` or `<gap>15 provinces</gap>`; behind a number
that no document states stands `<mark>illustrative</mark>`, read as "(illustrative)" wherever the sentence goes. Screen,
slide and brief colour the runs in their own way; nobody else parses the marks.
"""

import re
from typing import NamedTuple

_MARKED = re.compile(r"<(good|gap|mark)>(.*?)</\1>")


class Run(NamedTuple):
    """A stretch of a sentence. meaning: good, gap, mark or ""."""

    text: str
    meaning: str


def runs(marked: str) -> tuple[Run, ...]:
    """Split a marked message into runs, in order: "a <gap>b</gap>" -> ("a ", ""), ("b", "gap")."""
    found: list[Run] = []
    position = 0
    for match in _MARKED.finditer(marked):
        if match.start() > position:
            found.append(Run(marked[position : match.start()], ""))
        text = f"\u00a0({match[2]})" if match[1] == "mark" else match[2]
        found.append(Run(text, match[1]))
        position = match.end()
    if position < len(marked):
        found.append(Run(marked[position:], ""))
    return tuple(found)


def plain(marked: str) -> str:
    """Return a marked message as plain text."""
    return "".join(run.text for run in runs(marked))


def with_mark(clause: str, mark: str, last: bool = False) -> str:
    """Return a clause with a mark behind its first (or last) coloured number, at its end where it has none.

    mark: the word of the mark, "" for none.
    """
    if not mark:
        return clause
    found = list(_MARKED.finditer(clause))
    place = found[-1 if last else 0].end() if found else len(clause)
    rest = clause[place:]
    gap = " " if rest[:1].isalpha() else ""  # Thai writes on without a space
    return f"{clause[:place]}<mark>{mark}</mark>{gap}{rest}"
