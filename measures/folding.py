"""Text as it is compared in a search: what differs only to a machine, or in spelling habits, is equal here."""

import re

from geo.names import fold

LONGEST = 100  # characters of a question that are looked at; nobody types a longer name
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_LEFT_OUT = re.compile(r"[^\w\u0e00-\u0e7f]+")


def folded(text: str) -> str:
    """Return the comparison key of any text: geo.names.fold, Thai digits as 0-9, punctuation left out."""
    return _LEFT_OUT.sub("", fold(text.translate(_DIGITS)))


def fold_words(text: str) -> tuple[str, ...]:
    """Return the keys of the words of a question, without blanks; at most the first 100 characters count."""
    keys = (folded(word) for word in text[:LONGEST].split())
    return tuple(dict.fromkeys(key for key in keys if key))


def fold_question(text: str) -> str:
    """Return the key of a whole question; at most the first 100 characters count."""
    return folded(text[:LONGEST])
