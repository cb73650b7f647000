"""How much one file may hold. Whatever goes over a limit is refused in words, never cut short."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Bytes of the file and of what it expands to; sheets, rows, columns and cells; characters of one cell.

    ratio: how many times one large part of an archive may be larger than it is packed; spreadsheets reach 40.
    text_bytes: what the cells of one sheet hold together, a text repeated in many cells counted each time.
    """

    file_bytes: int = 50 * 2**20
    expanded_bytes: int = 300 * 2**20
    ratio: int = 200
    text_bytes: int = 300 * 2**20
    entries: int = 2_000
    sheets: int = 60
    rows: int = 300_000
    columns: int = 200
    cells: int = 5_000_000
    cell_characters: int = 32_767


LIMITS = Limits()
