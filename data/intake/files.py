"""Open a file that an officer dropped: whatever its shape, sheets of text come out, or a refusal in words."""

from dataclasses import dataclass, replace

from data.intake.contents import check_content, refuse
from data.intake.delimited import read_delimited
from data.intake.grids import Progress, no_progress
from data.intake.layout import RawSheet, lay_out
from data.intake.limits import LIMITS, Limits
from data.intake.notes import Note, RefusedFileError
from data.intake.workbooks import read_workbook

__all__ = ["LIMITS", "Book", "Limits", "RawSheet", "RefusedFileError", "open_file"]


@dataclass(frozen=True)
class Book:
    """A file that was read: its sheets that hold anything, and notes on the whole of it."""

    name: str
    sheets: tuple[RawSheet, ...]
    notes: tuple[Note, ...] = ()

    def label(self, sheet: str) -> str:
        """Return how faults name a sheet: the file, and the sheet too where there is more than one."""
        return self.name if len(self.sheets) == 1 else f"{self.name} [{sheet}]"


def open_file(name: str, content: bytes, limits: Limits = LIMITS, progress: Progress | None = None) -> Book:
    """Read the bytes of a CSV, TSV or XLSX file. Raises RefusedFileError, and nothing else, for any other.

    progress: called with the share of the work done, 0 to 1.
    """
    tell = progress or no_progress
    tell(0.0)
    if check_content(name, content, limits) == "workbook":
        grids, notes = read_workbook(name, content, limits, tell)
    else:
        grids, notes = [read_delimited(name, content, limits, tell)], []
    laid = []
    for grid in grids:
        sheet = lay_out(grid)
        grid.rows = []
        if sheet is None:
            notes.append(Note("empty-sheet", read=grid.name))
            continue
        if len(sheet.rows) > limits.rows:
            refuse(name, "too-many-rows", f"{len(sheet.rows):,}", f"{limits.rows:,}")
        laid.append(sheet)
    if not laid:
        refuse(name, "empty-file")
    tell(1.0)
    book = Book(name, tuple(laid), tuple(notes))
    sheets = tuple(
        replace(sheet, faults=tuple(replace(f, file=book.label(sheet.name)) for f in sheet.faults))
        for sheet in laid
    )
    return replace(book, sheets=sheets)
