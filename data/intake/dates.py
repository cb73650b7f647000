"""A day as somebody wrote it, either era, into an ISO date of the Common Era.

The year is converted before the date is built: 29/02/2567 is 29 Feb 2024 and exists, 29/02/2568 is not.
Years 2400-2699 are Buddhist, 1900-2199 Common Era; anything else is no year. Before 1941 the Buddhist year
began in April, so days written in that era before 2484 are refused.
"""

import datetime as dt
import re

from data.intake.plain import plain, thai_digits
from data.intake.reading import Reading
from locales.dates import MONTHS, SHORT_MONTHS

EXPECTED = "YYYY-MM-DD"
BE_OFFSET = 543
BE_YEARS, CE_YEARS = range(2400, 2700), range(1900, 2200)
NO_DAY = frozenset(
    (
        "-",
        "--",
        "---",
        "ไม่มี",
        "ไม่มีข้อมูล",
        "ไม่ทราบ",
        "ไม่ระบุ",
        "ยังไม่กำหนด",
        "n/a",
        "na",
        "none",
        "unknown",
        "tbd",
    )
)
LONGEST = 100  # characters of a cell that may be a day; patterns see no longer text
FIRST_BE_YEAR = 2484  # 1 Jan 1941: from here on both eras begin their year on the same day
_EPOCH = dt.date(1899, 12, 30)  # day 0 of spreadsheets, right from 1 Mar 1900 on
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"[t ]\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:น|z|am|pm|\+\d\d:?\d\d)?\.?$")
_WEEKDAYS = re.compile(
    r"^(?:วัน)?(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์|อาทิตย์)(?:ที่)?\s*,?\s*"
    r"|^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?,?\s+"
)
_LEAD = re.compile(r"^(?:เมื่อ)?(?:วันที่|วัน)\s*")
_BE = re.compile(r"พ\s*\.?\s*ศ\s*\.?|\bb\.?\s?e\.?(?=\s|\d|$)")
_CE = re.compile(r"ค\s*\.?\s*ศ\s*\.?|\b(?:a\.?\s?d|c\.?\s?e)\.?(?=\s|\d|$)")
_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s*[-/., ]?\s*([^\d\s/,-]+?)\s*[-/., ]?\s*(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})")
_MONTH_ONLY = re.compile(r"([^\d\s/,-]+?)\s*[-/., ]?\s*(\d{4}|\d{2})")
_EIGHT = re.compile(r"\d{8}")
_SERIAL = re.compile(r"(\d{5,6})(?:\.\d+)?")


def _month_names() -> dict[str, int]:
    """Return every way to write a month, dots left out, with its number."""
    names: dict[str, int] = {}
    for written in (*MONTHS.values(), *SHORT_MONTHS.values()):
        names.update({_letters(name): n for n, name in enumerate(written, start=1)})
    names.update({"sept": 9, "เมษา": 4, "มกรา": 1, "กุมภา": 2, "มีนา": 3, "พฤษภา": 5, "มิถุนา": 6, "กรกฎา": 7,
                  "กรกฏาคม": 7, "สิงหา": 8, "กันยา": 9, "ตุลา": 10, "พฤศจิกา": 11, "ธันวา": 12})  # fmt: skip
    return names


def _letters(name: str) -> str:
    return re.sub(r"[.\s]", "", name).casefold()


_MONTH = _month_names()


def read_date(text: str, *, serials: bool = True) -> Reading:
    """Return a day in ISO form, "" for a blank cell, or why there is none.

    serials: bare numbers may be days of a spreadsheet (40653 is 2011-04-20). A year of two digits is a
    question unless a Thai month stands before it.
    """
    if len(text) > LONGEST:
        return Reading(text, fault="bad-date", expected=EXPECTED)
    if _ISO.fullmatch(text) and (made := _build(text[:4], text[5:7], text[8:], "")):
        return Reading(made[0], made[1])
    words = plain(text).casefold()
    if not words:
        return Reading("", "space" if text else "")
    if words in NO_DAY:
        return Reading("", "no-value")
    digits_changed = thai_digits(text) != text
    words, rule = _undress(words)
    era, words = _era(words)
    found = _by_numbers(words, era) or _by_name(words, era) or (_serial(words) if serials else None)
    if found is None:
        coarse = _MONTH_ONLY.fullmatch(words)
        is_coarse = (coarse and _letters(coarse[1]) in _MONTH) or re.fullmatch(r"\d{4}", words)
        return Reading(text, fault="day-missing" if is_coarse else "bad-date", expected=EXPECTED)
    if found.fault or found.suggestions:
        return Reading(
            text, fault=found.fault, expected=found.expected, suggestions=found.suggestions, asks=found.asks
        )
    if found.rule in ("", "date-form"):
        return Reading(found.text, rule or ("thai-digits" if digits_changed else "date-form"))
    return found


def month_alone(text: str) -> str:
    """Return the first day of a month that stands without a day ("พ.ย. 2552"), in ISO form; "" for anything else."""
    if len(text) > LONGEST:
        return ""
    era, words = _era(plain(text).casefold())
    found = _MONTH_ONLY.fullmatch(words.removeprefix("เดือน").strip())
    if not found or _letters(found[1]) not in _MONTH:
        return ""
    is_thai = found[1][0] >= "ก"
    made = _told(found[2], str(_MONTH[_letters(found[1])]), "1", era or ("be2" if is_thai else ""))
    return "" if made.fault or made.asks else made.text


def _undress(words: str) -> tuple[str, str]:
    """Take off a time of day, the name of the weekday and "วันที่"; return the rule a lost time brings."""
    rule = ""
    if (time := _TIME.search(words)) and len(words) - len(time.group()) >= 6:
        words, rule = words[: time.start()].strip(), "time-dropped"
    words = _LEAD.sub("", _WEEKDAYS.sub("", words)).strip()
    return re.sub(r"^ที่\s*", "", words), rule


def _era(words: str) -> tuple[str, str]:
    """Take an era mark off; return it ("be", "ce", "" for none) and the rest."""
    for era, mark in (("be", _BE), ("ce", _CE)):
        if mark.search(words):
            return era, re.sub(r"\s+", " ", mark.sub(" ", words)).strip(" .")
    return "", words


def _by_numbers(words: str, era: str) -> Reading | None:
    if found := _YEAR_FIRST.fullmatch(words):
        return _told(found[1], found[2], found[3], era)
    if found := _DAY_FIRST.fullmatch(words):
        return _told(found[3], found[2], found[1], era)
    if _EIGHT.fullmatch(words):
        for year, month, day in ((words[:4], words[4:6], words[6:]), (words[4:], words[2:4], words[:2])):
            if _build(year, month, day, era):
                return _told(year, month, day, era)
        return Reading("", fault="bad-date", expected=EXPECTED)
    return None


def _by_name(words: str, era: str) -> Reading | None:
    if (found := _MONTH_FIRST.fullmatch(words)) and _letters(found[1]) in _MONTH:
        return _told(found[3], str(_MONTH[_letters(found[1])]), found[2], era, "month-name")
    if (found := _NAMED.fullmatch(words)) and _letters(found[2]) in _MONTH:
        is_thai = found[2][0] >= "ก"
        return _told(
            found[3],
            str(_MONTH[_letters(found[2])]),
            found[1],
            era or ("be2" if is_thai else ""),
            "month-name",
        )
    return None


def _serial(words: str) -> Reading | None:
    """Read a spreadsheet's day number; one typed in พ.ศ. lies in the years 2400-2699 and is set back."""
    found = _SERIAL.fullmatch(words)
    if not found:
        return None
    try:
        day = _EPOCH + dt.timedelta(days=int(found[1]))
    except OverflowError:
        return None
    made = _build(str(day.year), str(day.month), str(day.day), "")
    return Reading(made[0], "excel-serial") if made else None


def _told(year: str, month: str, day: str, era: str, rule: str = "date-form") -> Reading:
    """Return the reading of three numbers: a day, a question about its century, or a fault."""
    if len(year) == 2:
        if era not in ("be", "be2"):
            years = (f"25{year}", f"19{year}", f"20{year}") if not era else (f"19{year}", f"20{year}")
            made = [found[0] for y in years if (found := _build(y, month, day, era))]
            likely = tuple(dict.fromkeys(day for day in made if day >= "1941"))
            return (
                Reading("", suggestions=likely, asks="date")
                if likely
                else Reading("", fault="bad-date", expected=EXPECTED)
            )
        year, rule = f"25{year}", "short-year"
    found = _build(year, month, day, "" if era == "be2" else era)
    if not found:
        return Reading("", fault="bad-date", expected=EXPECTED)
    return Reading(found[0], "short-year" if rule == "short-year" else found[1] or rule)


def _build(year: str, month: str, day: str, era: str) -> tuple[str, str] | None:
    """Return an ISO date and "era" when the year was set back by 543; None when there is no such day."""
    number = int(year)
    is_be = number in BE_YEARS and era != "ce"
    if is_be and number < FIRST_BE_YEAR:
        return None
    if not is_be and (number not in CE_YEARS or era == "be"):
        return None
    try:
        made = dt.date(number - BE_OFFSET if is_be else number, int(month), int(day))
    except ValueError:
        return None
    return made.isoformat(), "era" if is_be else ""
