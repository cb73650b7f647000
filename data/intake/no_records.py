"""Rows of a sheet that are no records: totals, footers, repeated headers, examples."""

import re

from data.intake.headers import LONGEST
from data.intake.plain import plain, tidy

EXAMPLE_MARKS = ("ตัวอย่าง:", "example:")  # a template's example rows begin so
_TOTAL = re.compile(
    r"(?:ยอด|ผล)?รวม(?:ทั้งสิ้น|ทั้งหมด|ทั้งประเทศ|เงิน|งบประมาณ|ทุกจังหวัด)?|(?:grand|sub)?-?\s?totals?|sum",
    re.IGNORECASE,
)
_TOTAL_START = re.compile(r"(?:ยอด|ผล)?รวม|(?:grand |sub-?)?total|sum\b", re.IGNORECASE)
_FOOTER = re.compile(
    r"(?:หมายเหตุ|ที่มา|แหล่งข้อมูล|แหล่งที่มา|ข้อมูล ณ|ผู้จัดทำ|ผู้รายงาน|note|source|remark|prepared by)", re.IGNORECASE
)
_LOOKED_AT = 120  # characters of a cell that decide whether its row is a record
_NUMBER = re.compile(r"[-+(]?[\d,. ]*\d[\d,. ]*\)?%?|-")


def is_number(cell: str) -> bool:
    """Say whether a cell holds a number and nothing else, or a dash for none."""
    return len(cell) <= _LOOKED_AT and bool(_NUMBER.fullmatch(plain(cell)))


def one_line(cell: str) -> str:
    """Return a header as one line; no more of it than is looked at."""
    return re.sub(r"\s+", " ", tidy(cell[:LONGEST]))


def no_record(cells: list[str], row: list[str], header: list[str], width: int) -> str:
    """Return why a row is no record: a total, a footer, a repeated header, an example; "" for a record."""
    first = tidy(cells[0][:_LOOKED_AT])
    start = first[:20].casefold()
    if start.startswith(EXAMPLE_MARKS):
        return "example-rows"
    if len(cells) == 1 and width >= 3 and _FOOTER.match(first):
        return "footer-rows"
    if _TOTAL_START.match(start):
        others = cells[1:]
        if (_TOTAL.fullmatch(re.sub(r"\s+", "", first)) and len(cells) <= max(2, width // 2 + 1)) or (
            others and all(is_number(cell) for cell in others)
        ):
            return "total-rows"
    if first in header and [one_line(cell) for cell in row] == header[: len(row)]:
        return "repeated-header-rows"
    return ""
