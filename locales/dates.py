"""Dates and fiscal years as Thai readers write them. Stored dates are CE; only the writing changes.

BE = CE + 543. The fiscal year runs 1 October to 30 September and is named by the BE year it ends in.
"""

from datetime import date

BE_OFFSET = 543
MONTHS = {
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split(),
    "en": "January February March April May June July August September October November December".split(),
}
SHORT_MONTHS = {
    "th": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}


def fiscal_year_be(day: date) -> int:
    """Return the fiscal year (BE) a day falls in: 2008-10-01 -> 2552."""
    return day.year + BE_OFFSET + (1 if day.month >= 10 else 0)


def fiscal_year_start(year_be: int) -> date:
    """Return the first day of a fiscal year: 2552 -> 2008-10-01."""
    return date(year_be - BE_OFFSET - 1, 10, 1)


def fiscal_year_end(year_be: int) -> date:
    """Return the last day of a fiscal year: 2552 -> 2009-09-30."""
    return date(year_be - BE_OFFSET, 9, 30)


def write_date(day: date, lang: str, era: str, precision: str = "day", short: bool = True) -> str:
    """Write a date in a language and era, never more exact than its precision.

    precision: day, month or year (a range is written by `write_span`).
    """
    year = day.year + (BE_OFFSET if era == "be" else 0)
    month = (SHORT_MONTHS if short else MONTHS)[lang][day.month - 1]
    if precision == "year":
        return str(year)
    if precision == "month":
        return f"{month} {year}"
    return f"{day.day} {month} {year}"


def write_span(start: date, end: date | None, lang: str, era: str, precision: str = "day") -> str:
    """Write an event's time: one day, several days, a month, or "some day between" for a range."""
    if end is None or end == start or precision in ("month", "year"):
        return write_date(start, lang, era, precision)
    first, last = write_date(start, lang, era), write_date(end, lang, era)
    if precision == "range":
        return f"ระหว่าง {first} ถึง {last}" if lang == "th" else f"between {first} and {last}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{last}"
    return f"{first} – {last}"
