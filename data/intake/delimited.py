"""CSV and TSV into a grid of text cells, whichever mark separates the cells."""

import csv
from io import StringIO

from data.intake.contents import ending, refuse
from data.intake.encodings import decode
from data.intake.grids import Grid, Progress, letter
from data.intake.headers import recognised
from data.intake.limits import Limits
from data.intake.notes import Note

_DELIMITERS = (",", ";", "\t", "|")
_NAMES = {",": ",", ";": ";", "\t": "TAB", "|": "|"}
csv.field_size_limit(2**24)  # a longer cell is found and told by its row, not cut


def read_delimited(name: str, content: bytes, limits: Limits, progress: Progress) -> Grid:
    """Return the one grid of a CSV or TSV file. Raises RefusedFileError."""
    text, encoding = decode(name, content)
    notes = [Note("encoding", read=encoding)] if encoding != "UTF-8" else []
    delimiter, text, skipped = _declared(text)
    delimiter = delimiter or _delimiter(text, "\t" if ending(name) in (".tsv", ".tab") else ",")
    if delimiter != ",":
        notes.append(Note("delimiter", read=_NAMES.get(delimiter, delimiter)))
    rows: list[list[str]] = []
    cells, expected = 0, text.count("\n") + 1
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    shared: dict[str, str] = {}
    try:
        for number, line in enumerate(lines, start=1 + skipped):
            cells += _check_row(name, line, number, cells, limits)
            rows.append([shared.setdefault(cell, cell) if len(cell) < 64 else cell for cell in line])
            if number % 5_000 == 0:
                progress(min(0.99, lines.line_num / expected))
    except csv.Error:
        refuse(name, "not-csv", "", "CSV", len(rows) + 1 + skipped)
    if text and not text.endswith(("\n", "\r")) and rows and len(rows) > 1:
        last = rows[-1][-1] if rows[-1] else ""
        notes.append(Note("no-line-end", rows=(len(rows) + skipped,), read=last[:60]))
    return Grid("", rows, first_row=1 + skipped, notes=tuple(notes), delimited=True)


def _check_row(name: str, line: list[str], number: int, cells: int, limits: Limits) -> int:
    """Return how many cells a row has; RefusedFileError when it goes over a limit."""
    if number > limits.rows + 50:  # titles stand above the header
        refuse(name, "too-many-rows", f"> {limits.rows:,}", f"{limits.rows:,}")
    width = len(line)
    if width > limits.columns:
        while width and not line[width - 1].strip():
            width -= 1
        if width > limits.columns:
            refuse(name, "too-many-columns", f"{width:,}", f"{limits.columns:,}", number)
    if cells + width > limits.cells:
        refuse(name, "too-many-cells", f"> {limits.cells:,}", f"{limits.cells:,}")
    for at, cell in enumerate(line):
        if len(cell) > limits.cell_characters:
            refuse(name, "cell-too-long", f"{len(cell):,}", f"{limits.cell_characters:,}", number, letter(at))
    return width


def _declared(text: str) -> tuple[str, str, int]:
    """Take off the line `sep=;` that Excel understands; return delimiter, the rest, lines taken off."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[-1], rest, 1
    return "", text, 0


def _delimiter(text: str, likely: str) -> str:
    """Return the mark under which most header cells are known, else the one that gives most columns."""
    head = text[:20_000]

    def score(delimiter: str) -> tuple[int, int, bool]:
        try:
            lines = list(csv.reader(StringIO(head, newline=""), delimiter=delimiter))[:30]
        except csv.Error:
            return (0, 0, delimiter == likely)
        known = max((sum(recognised(cell) for cell in line) for line in lines), default=0)
        widths = sorted(len(line) for line in lines if line)
        return (known, widths[len(widths) // 2] if widths else 0, delimiter == likely)

    return max(_DELIMITERS, key=score)
