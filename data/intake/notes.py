"""What reading did or noticed that is neither a fault nor a changed value; and faults that refuse a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.faults import Fault

if TYPE_CHECKING:
    from locales import Reader


class RefusedFileError(ValueError):
    """A file cannot be read at all; `fault` says why, in words a reader can be told."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(f"{fault.file}: {fault.code} {fault.read!r}")

    def __reduce__(self) -> tuple[type[RefusedFileError], tuple[Fault]]:
        """Be made again from the fault: a refusal may come from another process."""
        return RefusedFileError, (self.fault,)


@dataclass(frozen=True)
class Note:
    """One thing to tell an officer about a sheet: message `intake-note-<code>`.

    count: how many. rows: the lines meant, as a spreadsheet counts them. read: what stood there.
    """

    code: str
    count: int = 0
    rows: tuple[int, ...] = ()
    read: str = ""


def note_text(note: Note, reader: Reader) -> str:
    """Return the sentence for a note; of many rows the first ten are named."""
    rows = ", ".join(str(row) for row in note.rows[:10]) + (", …" if len(note.rows) > 10 else "")
    return reader.t(f"intake-note-{note.code}", n=note.count, rows=rows, read=note.read)
