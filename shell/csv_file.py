"""A table as CSV that opens right in a spreadsheet."""

from collections.abc import Sequence
from typing import Any

import pandas as pd


def content(frame: pd.DataFrame, notes: Sequence[str]) -> bytes:
    """Return a frame as CSV: UTF-8 with BOM, a row per line, then a blank line and the notes, one to a row.

    A text that a spreadsheet would run as a formula gets an apostrophe in front, headings too; numbers stay numbers.
    """
    safe = frame.rename(columns=harmless)
    safe = safe.map(lambda cell: harmless(cell) if isinstance(cell, str) else cell)
    tail = "".join('\r\n"' + harmless(note).replace('"', '""') + '"' for note in notes)
    return ("\ufeff" + safe.to_csv(index=False, lineterminator="\r\n") + tail + "\r\n").encode()


def harmless(text: Any) -> str:
    """Return a text that no spreadsheet runs as a formula."""
    text = str(text)
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text
