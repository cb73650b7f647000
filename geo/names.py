"""Turn a province name as somebody wrote it into a province_code. Every join passes here."""

import re
import unicodedata
from collections.abc import Mapping

import pandas as pd

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_TITLES = re.compile(r"^(จังหวัด|จ\.)|\bprovince$")
_SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]+")
# Marks typed in another order look alike; each pair is brought into the order of a Thai keyboard.
_SWAPPED_MARKS = (
    (re.compile("\u0e4d([\u0e48-\u0e4b])"), "\\1\u0e4d"),  # nikhahit before its tone mark
    (re.compile("([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e37])"), r"\2\1"),  # tone mark before the vowel above
    (re.compile("\u0e4c([\u0e34\u0e38\u0e39])"), "\\1\u0e4c"),  # thanthakhat before its vowel
)


class UnknownProvinceError(LookupError):
    """No alias explains this text; args[0] is the text exactly as it was read."""


class AmbiguousAliasError(ValueError):
    """One folded alias would name two provinces; args: the alias, the two codes."""


def fold(text: str) -> str:
    """Return the comparison key of a name: what differs only to a machine is equal here."""
    key = unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold().strip()
    key = key.replace("เเ", "แ")  # two sara e typed for one sara ae
    for swapped, in_order in _SWAPPED_MARKS:
        key = swapped.sub(in_order, key)
    return _SEPARATORS.sub("", _TITLES.sub("", key))


def resolve(text: str, aliases: Mapping[str, str]) -> str:
    """Return the two-digit province_code that `text` names; never guess a near miss.

    aliases: folded name -> province_code, from `alias_table`.
    Raises UnknownProvinceError for blanks, regions and misspellings alike.
    """
    try:
        return aliases[fold(text)]
    except KeyError:
        raise UnknownProvinceError(text) from None


def alias_table(provinces: pd.DataFrame, province_aliases: pd.DataFrame) -> dict[str, str]:
    """Return folded name -> province_code for registry names, registry codes and reviewed aliases.

    provinces: province_code, name_th, name_en. province_aliases: alias, province_code.
    Holds the official two-letter codes (ลป, สป) too, some of which are also agency acronyms: use it on
    province columns only. Raises AmbiguousAliasError when one key would name two provinces.
    """
    table: dict[str, str] = {}
    written = [
        *zip(provinces["province_code"], provinces["province_code"], strict=True),
        *zip(provinces["name_th"], provinces["province_code"], strict=True),
        *zip(provinces["name_en"], provinces["province_code"], strict=True),
        *zip(province_aliases["alias"], province_aliases["province_code"], strict=True),
    ]
    for alias, province_code in written:
        known = table.setdefault(fold(alias), province_code)
        if known != province_code:
            raise AmbiguousAliasError(alias, known, province_code)
    return table


def short_group_name(name_en: str) -> str:
    """Return the English short name of a group: "Upper Central Provincial Cluster 1" -> "Upper Central 1"."""
    return " ".join(name_en.replace("Provincial Cluster", "").split())
