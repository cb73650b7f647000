"""Faults as data: where, what was read, what was expected; and the sentence that tells a reader so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from locales import Reader


_FILE_CODES = ("missing-file", "empty-file", "not-utf8", "not-csv", "ragged-row")
_HEADER_CODES = ("missing-column", "unknown-column", "repeated-column")
_CELL_CODES = (
    "blank", "not-allowed", "bad-code", "bad-date", "buddhist-year", "bad-number", "not-whole", "negative",
    "year-not-be", "share-over-one",
)  # fmt: skip
_ROW_CODES = (
    "end-before-start", "year-date", "group-missing", "group-not-wanted", "stage-order", "status-needs-date",
    "disbursed-over-allocated", "spent-though-planned", "place-missing", "place-not-wanted",
)  # fmt: skip
_BETWEEN_CODES = (
    "unknown-province", "unknown-code", "duplicate-key", "overlap", "phase-year", "group-not-in-force",
    "before-province", "shares-over-one", "shares-not-one",
)  # fmt: skip
_REFUSED_CODES = (
    "file-too-big", "unknown-form", "wrong-content", "old-xls", "ods", "xlsb", "macros", "encrypted",
    "corrupt-file", "expands-too-much", "too-many-rows", "too-many-columns", "too-many-cells",
    "too-many-sheets", "cell-too-long", "unknown-encoding", "mojibake", "too-much-time", "too-much-memory",
)  # fmt: skip
_INTAKE_CODES = (
    "no-table", "lost-characters", "formula-error", "formula-without-value", "day-missing",
    "qualified-number", "too-large", "several-provinces", "bad-answer", "row-too-wide", "row-too-short",
    "alias-of-another",
)  # fmt: skip
CODES = frozenset(
    (
        *_FILE_CODES,
        *_HEADER_CODES,
        *_CELL_CODES,
        *_ROW_CODES,
        *_BETWEEN_CODES,
        *_REFUSED_CODES,
        *_INTAKE_CODES,
    )
)


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with one file.

    row: the line as a spreadsheet counts it, the header being 1; 0 when the whole file is meant.
    expected: the bare value or list that would have been right; `code`, one of CODES, names the sentence
    (`fault-<code>`).
    """

    file: str
    row: int
    column: str
    read: str
    expected: str
    code: str

    def __post_init__(self) -> None:
        """Refuse a code that no catalogue could put into words."""
        if self.code not in CODES:
            raise ValueError(f"no such fault: {self.code!r}")


class FaultsError(ValueError):
    """Files could not become records; `faults` holds every fault that was found, in file order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        first = "; ".join(f"{f.file}:{f.row} {f.column} {f.code} {f.read!r}" for f in self.faults[:5])
        super().__init__(f"{len(self.faults)} faults: {first}")


def fault_text(fault: Fault, reader: Reader) -> str:
    """Return the sentence for a fault: file, row, column, what was read and what was expected."""
    where = reader.t(
        "fault-where-file" if fault.row == 0 else "fault-where-row", file=fault.file, row=str(fault.row)
    )
    if fault.column:
        where = reader.t("fault-where-column", where=where, column=fault.column)
    read = fault.read if fault.read else reader.t("fault-read-blank")
    from data.intake.words import spoken  # words of the schema, which knows faults

    what = reader.t(f"fault-{fault.code}", read=read, expected=spoken(fault.expected, reader))
    return reader.t("fault-sentence", where=where, what=what)
