"""XLSX into grids of text cells: every visible sheet, numbers and days as they are stored."""

import datetime as dt
from decimal import Decimal
from io import BytesIO

import python_calamine as calamine

from data.faults import Fault
from data.intake.archive import inspect
from data.intake.contents import refuse
from data.intake.grids import Grid, Progress, letter
from data.intake.limits import Limits
from data.intake.markup import Scan
from data.intake.notes import Note

_SHORT = 80  # texts up to this length are kept once however often they stand in a sheet


def read_workbook(
    name: str, content: bytes, limits: Limits, progress: Progress
) -> tuple[list[Grid], list[Note]]:
    """Return a grid per visible sheet and notes on the book. Raises RefusedFileError.

    The first half of the progress is unpacking and measuring, the second half reading cells.
    """
    inside = inspect(name, content, limits, lambda share: progress(share * 0.4))
    notes = [Note("date-1904")] if inside.counts_from_1904 else []
    try:
        book = calamine.CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == calamine.SheetTypeEnum.WorkSheet]
    except Exception:  # the reader raises many kinds, some of them not meant for callers
        refuse(name, "corrupt-file", "", "XLSX")
        raise
    if len(sheets) > limits.sheets:
        refuse(name, "too-many-sheets", f"{len(sheets)}", f"{limits.sheets}")
    grids = []
    for at, sheet in enumerate(sheets):
        if sheet.visible != calamine.SheetVisibleEnum.Visible:
            notes.append(Note("hidden-sheet", read=sheet.name))
            continue
        start, size = 0.4 + 0.6 * at / len(sheets), 0.6 / len(sheets)
        scan = inside.scans.get(inside.parts.get(sheet.name, ""), Scan())
        part = lambda share, start=start, size=size: progress(start + share * size)  # noqa: E731
        grids.append(_grid(name, book, sheet.name, scan, limits, part))
    return grids, notes


def _grid(
    name: str,
    book: calamine.CalamineWorkbook,
    sheet_name: str,
    scan: Scan,
    limits: Limits,
    progress: Progress,
) -> Grid:
    try:
        sheet = book.get_sheet_by_name(sheet_name)
        lines = sheet.iter_rows()
        total, left = max(1, sheet.total_height), (sheet.start or (0, 0))[1]
        merged = list(sheet.merged_cell_ranges or [])
    except BaseException as error:  # a panic of the reader is no Exception
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        refuse(name, "corrupt-file", sheet_name, "XLSX")
        raise
    rows: list[list[str]] = []
    shared: dict[str, str] = {}
    for line in lines:
        cells = [_written(cell) for cell in line]
        for at, cell in enumerate(cells):
            if len(cell) > limits.cell_characters:
                told = f"{len(cell):,}", f"{limits.cell_characters:,}", len(rows) + 1, letter(left + at)
                refuse(name, "cell-too-long", *told)
        rows.append([shared.setdefault(cell, cell) if len(cell) <= _SHORT else cell for cell in cells])
        if len(rows) % 5_000 == 0:
            progress(min(0.99, len(rows) / total))
    progress(1.0)
    faults = tuple(
        Fault(name, row, column, read, "", "formula-error" if read else "formula-without-value")
        for row, column, read in scan.unusable
    )
    return Grid(sheet_name, rows, 1, left, merged, (), faults)


def _written(cell: object) -> str:
    """Return a stored value as text: numbers without an exponent, days in ISO form."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        # Fifteen digits are what a spreadsheet keeps: 0.1 + 0.2 is shown, and meant, as 0.3.
        return format(Decimal(f"{cell:.15g}"), "f") if cell == cell and abs(cell) < 1e300 else str(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "seconds")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return "" if cell is None else str(cell)
