"""Which column a header means: by the schema's name, a display name or a common spelling; and its unit."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from data.columns import column_message, table_message
from data.intake.beside import HOST
from data.intake.plain import plain
from data.intake.spellings import CARRIED, COLUMN_SPELLINGS, TABLE_SPELLINGS
from data.intake.units import MONEY_UNITS
from data.schema import TABLES
from locales import LANGUAGES, Reader

_BRACKETS = re.compile(r"[(\[（{]([^)\]）}]*)[)\]）}]")
_JOINTS = re.compile(r"[\s_./:;,*\-\"'“”]+")
_MARKS = ("พ.ศ.", "ค.ศ.", "พศ", "คศ", "be", "ce", "คน", "ราย", "วดป", "ว/ด/ป", "people", "persons")
SCHEMA, DISPLAY, SPELLING = 3, 2, 1  # how surely a header names a column
LONGEST = 250  # characters of a header that are looked at; patterns see no longer text


@dataclass(frozen=True)
class Header:
    """A header taken apart: the key of its words, the factor of a money unit, whether it counts per cent."""

    key: str
    factor: Decimal | None = None
    percent: bool = False


def key_of(text: str) -> str:
    """Return the comparison key of a header, a sheet name or a table name."""
    return _JOINTS.sub("", plain(text[:LONGEST]).casefold())


@lru_cache(maxsize=4096)
def understand_header(text: str) -> Header:
    """Take a header apart: "งบประมาณ (ล้านบาท)" -> words of งบประมาณ, factor 1,000,000."""
    words = plain(text[:LONGEST]).casefold()
    factor, percent = None, "%" in words or "ร้อยละ" in words
    for inside in _BRACKETS.findall(words):
        factor = factor or MONEY_UNITS.get(key_of(inside.replace("หน่วย", "")))
    words = _BRACKETS.sub(" ", words).replace("%", " ").strip()
    last = words.replace("หน่วย:", " ").split()[-1:] if " " in words else []
    if last and factor is None and (unit := MONEY_UNITS.get(key_of(last[0]))):
        factor, words = unit, words[: words.rfind(last[0])]
    for mark in _MARKS:
        if words.endswith(" " + mark):
            words = words[: -len(mark)]
    return Header(key_of(words), factor, percent)


@cache
def _names() -> dict[str, dict[str, int]]:
    """Return header key -> column -> how surely it is meant."""
    names: dict[str, dict[str, int]] = {}
    columns = dict.fromkeys((*(name for table in TABLES.values() for name in table.names), HOST))
    readers = [Reader(lang) for lang in LANGUAGES]
    for column in columns:
        written = [(column, SCHEMA), *((r.t(column_message(column)), DISPLAY) for r in readers)]
        written += [(spelling, SPELLING) for spelling in COLUMN_SPELLINGS.get(column, ())]
        for text, sureness in written:
            for key in {key_of(text), understand_header(text).key}:
                known = names.setdefault(key, {})
                known[column] = max(known.get(column, 0), sureness)
    return names


def columns_meant(text: str) -> dict[str, int]:
    """Return the columns a header may mean, each with how surely (SCHEMA, DISPLAY or SPELLING)."""
    names = _names()
    return names.get(key_of(text)) or names.get(understand_header(text).key) or {}


def recognised(text: str) -> bool:
    """Say whether a cell could be the header of some column."""
    if not text or len(text) > 120:
        return False
    return bool(columns_meant(text)) or key_of(text) in CARRIED


@cache
def _table_names() -> dict[str, str]:
    names = {}
    for table in TABLES:
        shown = (Reader(lang).t(table_message(table)) for lang in LANGUAGES)
        for text in (table, *shown, *TABLE_SPELLINGS.get(table, ())):
            names[key_of(text)] = table
    return names


def table_meant(text: str) -> str:
    """Return the table that a sheet or file name names, "" for none; a longer name may hold the table's."""
    key, names = key_of(text), _table_names()
    if key in names:
        return names[key]
    inside = [name for name in names if len(name) >= 5 and name in key]
    longest = max(inside, key=len, default="")
    return names.get(longest, "")
