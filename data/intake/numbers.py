"""A number as somebody wrote it: Thai digits, commas, units, per cent, into plain decimal notation."""

import re
from decimal import Decimal, InvalidOperation

from data.intake.dates import BE_OFFSET, BE_YEARS, CE_YEARS
from data.intake.plain import plain, thai_digits
from data.intake.reading import Reading
from data.intake.units import COUNT_UNITS, MONEY_UNITS
from data.reading import EXPECTED

_WHOLE = re.compile(r"[0-9]{1,15}")
_PLAIN = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]+)?")
_LEADING_POINT = re.compile(r"[+-]?\.[0-9]+")
_SCIENCE = re.compile(r"[+-]?[0-9](?:\.[0-9]+)?e[+-]?[0-9]{1,2}")
_BRACKETED = re.compile(r"\(([^()]+)\)")
_PARTS = re.compile(
    r"(?P<before>[^\d(+.-]*)(?P<number>[+(.-]{0,2}[\d.][\d., ]*(?:e[+-]?\d{1,2}(?!\d))?\)?)(?P<after>.*)"
)
_TRAILING_MINUS = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?) ?-")  # 5000- is a debt; 5,000.- is whole baht
_HEDGES = ("กว่า", "ประมาณ", "ราว", "เกือบ", "ไม่น้อยกว่า", "อย่างน้อย", "มากกว่า", "about", "approx", "more than", "at least",
           "over ", "nearly", "almost", "~", "≈", ">", "<", "≥", "≤")  # fmt: skip
_NOTHING = ("ไม่มีข้อมูล", "ไม่ทราบ", "ไม่รายงาน", "ไม่ได้รายงาน", "ยังไม่รายงาน", "ไม่ระบุ", "รอข้อมูล", "n/a", "na", "n.a.",
    "nan", "null",
            "none", "not reported", "unknown", "tbd")  # fmt: skip
_ZERO_OR_NOTHING = ("-", "--", "---", ".", "ไม่มี", "nil", "ว่าง")
_YEAR = re.compile(r"(?:ปีงบประมาณ|ปีงบ|ปี|fiscal year|fy|year|พ\.?\s?ศ\.?|ค\.?\s?ศ\.?|b\.?e\.?|a\.?d\.?|c\.?e\.?|[\s.])*"
                   r"([0-9]{4}|[0-9]{2})(?:\.0+)?\s*(?:b\.?e\.?|a\.?d\.?|c\.?e\.?|พ\.?ศ\.?|ค\.?ศ\.?)?")  # fmt: skip
LONGEST = 100  # characters of a cell that may be a number or a year; patterns see no longer text
LARGEST = Decimal(10) ** 15  # beyond it a spreadsheet no longer keeps every digit


def is_nothing(words: str) -> bool:
    """Say whether a cell says in words that there is no value."""
    return words in _NOTHING


def read_number(
    text: str, kind: str, factor: Decimal | None = None, percent: bool = False, rule: str = "header-unit"
) -> Reading:
    """Return a number in plain notation, "" for a blank cell, or why there is none.

    kind: count, money or share. factor: what the header says one unit is worth, in baht; a unit in the cell
    comes first. percent: the header counts in hundredths. rule: who named the
    factor. A lone dash is a question: zero, or not reported?
    """
    if len(text) > LONGEST:
        return Reading(text, fault="bad-number", expected=EXPECTED[kind])
    if _WHOLE.fullmatch(text) and kind in ("count", "money") and factor is None:
        return Reading(text)
    words = plain(text).casefold()
    if not words:
        return Reading("", "space" if text else "")
    if is_nothing(words):
        return Reading("", "no-value")
    if words in _ZERO_OR_NOTHING:
        return Reading(text, suggestions=("0", ""), asks="number")
    if any(hedge in words for hedge in _HEDGES):
        return Reading(text, fault="qualified-number", expected=EXPECTED[kind])
    if minus := _TRAILING_MINUS.fullmatch(words):
        words = f"-{minus[1]}"
    found = _PARTS.fullmatch(words)
    number = _decimal(found["number"]) if found else None
    if found is None or number is None:
        return Reading(text, fault="bad-number", expected=EXPECTED[kind])
    unit = (found["before"].strip() + found["after"].strip()).replace(" ", "")
    worth = _worth(unit, kind, factor, percent, rule)
    if worth is None:
        return Reading(text, fault="bad-number", expected=EXPECTED[kind])
    return _written(text, number * worth[0], worth[1], kind)


def _decimal(written: str) -> Decimal | None:
    """Return the number of its digits; commas only where they part thousands."""
    written = written.strip().rstrip("., ")
    if inside := _BRACKETED.fullmatch(written):
        written = "-" + inside[1].strip()
    if _GROUPED.fullmatch(written):
        written = re.sub("[, ]", "", written)
    elif not (_PLAIN.fullmatch(written) or _LEADING_POINT.fullmatch(written) or _SCIENCE.fullmatch(written)):
        return None
    try:
        return Decimal(written)
    except InvalidOperation:
        return None


def _worth(
    unit: str, kind: str, factor: Decimal | None, percent: bool, rule: str
) -> tuple[Decimal, str] | None:
    """Return what one of the unit is worth and the rule that says so; None for a unit of another kind."""
    unit = unit.strip(",;:")
    if kind == "share":
        if unit in ("%", "ร้อยละ", "เปอร์เซ็นต์", "percent") or (not unit and percent):
            return Decimal("0.01"), "percent"
        return (Decimal(1), "") if not unit else None
    if kind == "count":
        return (Decimal(1), "unit" if unit else "") if not unit or unit in COUNT_UNITS else None
    key = re.sub(r"[.\s]", "", unit).replace("-", "")
    if key:
        worth = MONEY_UNITS.get(key)
        return (worth, "unit") if worth is not None else None
    bare = unit in ("", ".-", "-", ".")
    if not bare:
        return None
    return (factor, rule) if factor not in (None, Decimal(1)) and factor else (Decimal(1), "")


def _written(text: str, number: Decimal, rule: str, kind: str) -> Reading:
    """Write a number in the schema's form; the cell stays as it is where it was in that form already."""
    if abs(number) >= LARGEST:
        return Reading(text, fault="too-large", expected=f"< {LARGEST:,}")
    if not rule and _PLAIN.fullmatch(text) and not (kind == "count" and "." in text):
        return Reading(text)
    if number == number.to_integral_value():
        became = str(int(number))
    elif kind == "count":
        return Reading(text, fault="not-whole", expected=EXPECTED[kind])
    else:
        became = format(number, "f").rstrip("0")
    if not rule:
        rule = "thai-digits" if thai_digits(text) != text and "," not in text else "number-form"
    return Reading(became, rule)


def read_year(text: str) -> Reading:
    """Return a year of the Buddhist Era; one of the Common Era is set forward, two digits are a question."""
    if len(text) > LONGEST:
        return Reading(text, fault="bad-number", expected=EXPECTED["year_be"])
    words = plain(text).casefold()
    if not words:
        return Reading("", "space" if text else "")
    if is_nothing(words):
        return Reading("", "no-value")
    found = _YEAR.fullmatch(words)
    if not found:
        return Reading(text, fault="bad-number", expected=EXPECTED["year_be"])
    if len(found[1]) == 2:
        return Reading(text, suggestions=(f"25{found[1]}",), asks="year")
    year = int(found[1])
    if year in CE_YEARS:
        return Reading(str(year + BE_OFFSET), "year-era")
    if year not in BE_YEARS:
        return Reading(text, fault="year-not-be", expected="2400-2699")
    if str(year) == text:
        return Reading(text)
    return Reading(str(year), "thai-digits" if thai_digits(text) != text else "number-form")
