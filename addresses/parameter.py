"""One query parameter: what it takes, how it is read and written. What is not known is named, never an error."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from locales import ERAS
from measures.selection import FIRST_DAY, LAST_DAY

Parse = Callable[[list[str]], Any]


@dataclass(frozen=True)
class Parameter:
    """One query parameter.

    `parse` turns its raw values into a value and raises ValueError for an unknown one. `always`: stands in the
    address even at its default, so that an address of ours is never empty.
    """

    name: str
    default: Any
    parse: Parse
    write: Callable[[Any], Any] = str
    always: bool = False


def parsed(
    query: Mapping[str, list[str]], parameters: Mapping[str, Parameter]
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the view that an address asks for, and the names in it that are unknown or hold an unknown value."""
    unknown = [name for name in query if name not in parameters]
    view = {}
    for name, parameter in parameters.items():
        view[name] = parameter.default
        try:
            if name in query:
                view[name] = parameter.parse(query[name])
        except ValueError:
            unknown.append(name)
    if "era" in parameters and "era" not in query:
        view["era"] = era_of(view.get("lang"))
    return view, tuple(unknown)


def era_of(lang: str | None) -> str:
    """Return the era that readers of a language write their years in, as long as they have not chosen another."""
    return "ce" if lang == "en" else ERAS[0]


def stands(name: str, parameter: Parameter, view: Mapping[str, Any]) -> bool:
    """Say whether a value of a view stands in its address: what the address would say without it is left out."""
    value = view.get(name)
    if value in (None, (), ""):
        return False
    default = era_of(view.get("lang")) if name == "era" else parameter.default
    return bool(value != default)


def written(view: Mapping[str, Any], parameters: Mapping[str, Parameter]) -> dict[str, Any]:
    """Return the query of a view, for a link: what is at its default is left out."""
    return {
        name: parameter.write(view[name])
        for name, parameter in parameters.items()
        if stands(name, parameter, view)
    }


def choice(name: str, allowed: Sequence[str], default: str | None) -> Parameter:
    """Return a parameter that takes one of a fixed set of codes."""

    def parse(raw: list[str]) -> str:
        if raw[-1] not in allowed:
            raise ValueError(raw[-1])
        return raw[-1]

    return Parameter(name, default, parse)


def known(name: str, is_known: Callable[[str], bool]) -> Parameter:
    """Return a parameter that takes the id of something that exists; it is asked for, not listed."""

    def parse(raw: list[str]) -> str:
        if not raw[-1].isprintable() or not is_known(raw[-1]):
            raise ValueError(raw[-1])
        return raw[-1]

    return Parameter(name, None, parse)


def choices(name: str, allowed: Sequence[str]) -> Parameter:
    """Return a parameter that takes several codes, repeated or with commas between."""

    def parse(raw: list[str]) -> tuple[str, ...]:
        codes = [code for value in raw for code in value.split(",") if code]
        if any(code not in allowed for code in codes):
            raise ValueError(",".join(code for code in codes if code not in allowed))
        return tuple(code for code in allowed if code in codes)

    return Parameter(name, (), parse, list)


def sequence(name: str, allowed: Sequence[str]) -> Parameter:
    """Return a parameter that takes several codes in the order in which the reader put them."""

    def parse(raw: list[str]) -> tuple[str, ...]:
        codes = tuple(dict.fromkeys(code for value in raw for code in value.split(",") if code))
        if any(code not in allowed for code in codes):
            raise ValueError(",".join(code for code in codes if code not in allowed))
        return codes

    return Parameter(name, (), parse, list)


def day(name: str, default: date | None, first: date = FIRST_DAY, last: date = LAST_DAY) -> Parameter:
    """Return a parameter that takes a day, YYYY-MM-DD, between two days."""

    def parse(raw: list[str]) -> date:
        value = date.fromisoformat(raw[-1])
        if len(raw[-1]) != 10 or not first <= value <= last:
            raise ValueError(raw[-1])
        return value

    return Parameter(name, default, parse, date.isoformat, always=default is not None)


def whole(name: str, default: int | None, low: int, high: int) -> Parameter:
    """Return a parameter that takes a whole number between two bounds."""

    def parse(raw: list[str]) -> int:
        if not raw[-1].isascii() or not raw[-1].isdigit() or not low <= int(raw[-1]) <= high:
            raise ValueError(raw[-1])
        return int(raw[-1])

    return Parameter(name, default, parse)


def pattern(name: str, form: re.Pattern[str]) -> Parameter:
    """Return a parameter that takes what has a form; whether there is such a thing is asked by whoever uses it."""

    def parse(raw: list[str]) -> str:
        if not form.fullmatch(raw[-1]):
            raise ValueError(raw[-1][:100])
        return raw[-1]

    return Parameter(name, "", parse)


def text(name: str, most: int = 100) -> Parameter:
    """Return a parameter that takes free text of a bounded length, without control characters."""

    def parse(raw: list[str]) -> str:
        if len(raw[-1]) > most or not raw[-1].isprintable():
            raise ValueError(raw[-1][:most])
        return raw[-1]

    return Parameter(name, "", parse)
