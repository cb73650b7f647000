"""Personal data where none belongs: identity numbers, telephone numbers, e-mail addresses."""

import re

from data.intake.plain import plain

# (?<![\w/]) keeps out parts of codes and of web addresses.
_CITIZEN = re.compile(r"(?<![\w/.-])\d(?:[ -]?\d){12}(?![\w-])")
_PHONE = re.compile(
    r"(?<![\w/.-])(?:\+66[ -]?|0)"
    r"(?:[689]\d[ -]?\d{3}[ -]?\d{4}|2[ -]?\d{3}[ -]?\d{4}|[3-7]\d[ -]?\d{3}[ -]?\d{3})(?![\d/-])"
)
# Bounded and begun only where a word begins, so that a long text is gone through once.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,190}")
_CANDIDATE = re.compile(r"@|[0-9๐-๙](?:[ \-–]?[0-9๐-๙]){7}")


def is_citizen_id(digits: str) -> bool:
    """Say whether thirteen digits are a Thai identity number: the last one is a checksum of the others."""
    if not re.fullmatch(r"[1-8][0-9]{12}", digits):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return int(digits[12]) == (11 - total % 11) % 10


def find_personal(text: str) -> tuple[str, str]:
    """Return the kind of personal data in a text (citizen-id, phone, email) and it masked; ("", "") for none."""
    if not _CANDIDATE.search(text):
        return "", ""
    words = plain(text)
    for digits in _CITIZEN.finditer(words):
        if is_citizen_id(re.sub("[ -]", "", digits.group())):
            return "citizen-id", masked(digits.group())
    for kind, pattern in (("phone", _PHONE), ("email", _EMAIL)):
        if found := pattern.search(words):
            return kind, masked(found.group())
    return "", ""


def masked(text: str) -> str:
    """Return personal data with all but its first and last two signs hidden."""
    return text[:2] + "x" * max(0, len(text) - 4) + text[-2:]
