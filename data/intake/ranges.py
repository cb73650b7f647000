"""Two days in one cell: "๑๒ - ๑๓ พ.ย. ๒๕๕๒" is a first and a last day."""

import re

from data.intake.dates import LONGEST, read_date
from data.intake.plain import plain

# first day of the same month; first day and month of the same year; two whole days
_SAME_MONTH = re.compile(r"(\d{1,2}) ?(?:-|–|ถึง|to|และ|,) ?(\d{1,2})([ /].+)")
_APART = re.compile(r" ?(?:ถึง| - |\bto\b|–) ?|(?<=\d)-(?=\d{1,2} )|(?<=[^\d\s])-(?=\d)")
_LEAD = re.compile(r"^(?:ระหว่าง)?(?:วันที่|วัน)? ?")


def split_days(text: str) -> tuple[str, str]:
    """Return the cells of a first and a last day; ("", "") where the cell does not hold two days."""
    if not 8 <= len(text) <= LONGEST or not (read_date(text).fault or read_date(text).asks):
        return "", ""
    words = _LEAD.sub("", plain(text))
    if found := _SAME_MONTH.fullmatch(words):
        first, last = found[1] + found[3], found[2] + found[3]
        if _is_day(first) and _is_day(last) and int(found[1]) < int(found[2]):
            return first, last
    parts = [part.strip() for part in _APART.split(words) if part and part.strip()]
    if len(parts) != 2:
        return "", ""
    first, last = parts
    if not _is_day(last):
        return "", ""
    if _is_day(first):
        return first, last
    for year in re.findall(r"\d{4}|\d{2}$", last)[-1:]:
        if _is_day(f"{first} {year}"):
            return f"{first} {year}", last
    return "", ""


def _is_day(text: str) -> bool:
    reading = read_date(text, serials=False)
    return bool(reading.text) and not reading.fault and not reading.asks
