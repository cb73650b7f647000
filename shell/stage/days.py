"""Read a day as people type it: พ.ศ. or ค.ศ., Thai or English months, Thai or Arabic digits."""

import re
from datetime import date

from locales.dates import BE_OFFSET, MONTHS, SHORT_MONTHS
from measures.selection import FIRST_DAY, LAST_DAY

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_FIRST_BE = 2400  # a year from here on is Buddhist
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})")
_WRITTEN = re.compile(
    r"(\d{1,2})\s*([^\d\s]+)\s*(?:พ\.ศ\.|ค\.ศ\.|b\.?e\.?|c\.?e\.?)?\s*(\d{4})", re.IGNORECASE
)


def read(text: str) -> date | None:
    """Return the day a text means, None where it cannot be read or lies outside of what the product covers.

    "26 พ.ค. 2554", "26/5/2554", "26 May 2011", "2011-05-26" and "2554-05-26" are one day. A text may go on behind the
    day, as the labels of the days do.
    """
    plain = text.translate(_DIGITS).strip()
    if found := _ISO.match(plain):
        year, month, day = (int(part) for part in found.groups())
    elif found := _SLASHED.match(plain):
        day, month, year = (int(part) for part in found.groups())
    elif (found := _WRITTEN.match(plain)) and (named := _month(found[2])):
        day, month, year = int(found[1]), named, int(found[3])
    else:
        return None
    try:
        read_as = date(year - BE_OFFSET if year >= _FIRST_BE else year, month, day)
    except ValueError:
        return None
    return read_as if FIRST_DAY <= read_as <= LAST_DAY else None


def _month(word: str) -> int | None:
    """Return the number of a month by its full name, its short form, or how either begins."""
    asked = word.casefold().strip(".")
    for lang in ("th", "en"):
        for number, (short, full) in enumerate(zip(SHORT_MONTHS[lang], MONTHS[lang], strict=True), start=1):
            known = (short.casefold().strip("."), full.casefold())
            if asked in known or short.casefold().replace(".", "") == asked.replace(".", ""):
                return number
            if len(asked) >= 3 and full.casefold().startswith(asked):
                return number
    return None
