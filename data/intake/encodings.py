"""Bytes into text: UTF-8, UTF-16 and the Thai code page, each recognised, and damage told instead of passed on."""

import codecs
import re

from data.intake.contents import refuse

ENCODINGS = "UTF-8, UTF-16, CP874"
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_THAI_BYTES = bytes(range(0xA1, 0xFC))
# A vowel or tone mark that sits on no Thai letter: text of another code page that was read as Thai.
_LOOSE_MARK = re.compile("(?:^|[^ก-๎])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
# UTF-8 Thai once read as Western, or as CP874, and then saved: every letter became two or three.
_TWICE = re.compile("(?:à[¸¹º].){2}|(?:เ[ธน].){4}", re.DOTALL)
# The Thai code page once read as Western: a run of accented letters and signs that is a Thai word when read back.
_WESTERN = re.compile("[\u00a1-\u00da\u00df-\u00fb]{4,}")
_TRIED = 50  # such runs that are looked at


def decode(name: str, content: bytes) -> tuple[str, str]:
    """Return a file's text and the encoding it was in (UTF-8, UTF-16 or CP874).

    Raises RefusedFileError for bytes in none of them and for text that was damaged before it came here.
    """
    text, encoding = _decode(name, content)
    if twice := _TWICE.search(text) or _as_western(text):
        row = text.count("\n", 0, twice.start()) + 1
        refuse(name, "mojibake", twice.group()[:12], "", row)
    return text, encoding


def _as_western(text: str) -> re.Match[str] | None:
    """Return the first run of Western signs that is Thai by its bytes, None for a text without one."""
    for _, run in zip(range(_TRIED), _WESTERN.finditer(text), strict=False):
        thai = run.group().encode("latin-1").decode("cp874", "replace")
        if "\ufffd" not in thai and not _LOOSE_MARK.search(thai):
            return run
    return None


def _decode(name: str, content: bytes) -> tuple[str, str]:
    for bom, codec in _BOMS:
        if content.startswith(bom):
            try:
                return content.decode(codec), "UTF-16" if codec == "utf-16" else "UTF-8"
            except UnicodeDecodeError as error:
                refuse(name, "unknown-encoding", _bytes_of(error), ENCODINGS, _row_of(error))
    if wide := _without_bom(content):
        return wide, "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError as error:
        text = _thai_code_page(content)
        if text is None:
            refuse(name, "unknown-encoding", _bytes_of(error), ENCODINGS, _row_of(error))
            raise
        return text, "CP874"


def _thai_code_page(content: bytes) -> str | None:
    """Return the text of a CP874 or TIS-620 file, or None when it makes no Thai."""
    try:
        text = content.decode("cp874")
    except UnicodeDecodeError:
        return None
    letters = len(content) - len(content.translate(None, _THAI_BYTES))
    loose = sum(1 for _ in _LOOSE_MARK.finditer(text))
    return text if letters and loose <= letters // 50 else None


def _without_bom(content: bytes) -> str:
    """Return the text of UTF-16 without its mark: half of the bytes are the same high byte, or zero."""
    sample = content[:4096]
    if len(content) % 2 or len(sample) < 4:
        return ""
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if (high.count(0) + high.count(0x0E)) / len(high) > 0.9 and high.count(0):
            try:
                return content.decode(codec)
            except UnicodeDecodeError:
                continue
    return ""


def _bytes_of(error: UnicodeDecodeError) -> str:
    return error.object[error.start : error.end].hex()


def _row_of(error: UnicodeDecodeError) -> int:
    return error.object[: error.start].count(b"\n") + 1
