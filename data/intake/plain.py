"""Text as a person meant it: Thai digits, invisible characters and odd spaces brought into plain form."""

import re

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９．，－／", "0123456789.,-/")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
# Marks of direction and width that no reader sees; joiners inside Thai text are among them.
INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")


def thai_digits(text: str) -> str:
    """Return the text with Thai digits as 0-9."""
    return text.translate(_THAI_DIGITS)


def plain(text: str) -> str:
    """Return the key in which dates and numbers are read: ASCII digits, one kind of space and of dash."""
    text = INVISIBLE.sub("", text).translate(_WIDE_DIGITS).translate(_THAI_DIGITS).translate(_DASHES)
    return _SPACES.sub(" ", text).strip()


def tidy(text: str) -> str:
    """Return free text without blank ends and invisible characters; its words and digits stay as they are."""
    return INVISIBLE.sub("", text.replace("\r\n", "\n")).strip(" \t\n\r\u00a0\u3000")
