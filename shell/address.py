"""The reader's view and the browser's address, kept the same.

The address is the saved view: every choice stands in it, a deep link shows exactly that view, and what a
link holds that we do not know is taken out with a word to the reader, never an error.

One run of a page: `read` first (address or control, whichever the reader touched last, becomes the view and is
given to the controls), the page, then `write`. The view itself lives in the session under `VIEW`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from measures.selection import FIRST_DAY, LAST_DAY

VIEW = "_view"
SEEN = "_address_seen"
CLEANED = "_address_cleaned"

Parse = Callable[[list[str]], Any]
Frozen = tuple[tuple[str, Any], ...]


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


def choice(name: str, allowed: tuple[str, ...], default: str | None) -> Parameter:
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


def choices(name: str, allowed: tuple[str, ...]) -> Parameter:
    """Return a parameter that takes several codes, repeated or with commas between."""

    def parse(raw: list[str]) -> tuple[str, ...]:
        codes = [code for value in raw for code in value.split(",") if code]
        if any(code not in allowed for code in codes):
            raise ValueError(",".join(code for code in codes if code not in allowed))
        return tuple(code for code in allowed if code in codes)

    return Parameter(name, (), parse, list)


def sequence(name: str, allowed: tuple[str, ...]) -> Parameter:
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


def text(name: str, most: int = 100) -> Parameter:
    """Return a parameter that takes free text of a bounded length, without control characters."""

    def parse(raw: list[str]) -> str:
        if len(raw[-1]) > most or not raw[-1].isprintable():
            raise ValueError(raw[-1][:most])
        return raw[-1]

    return Parameter(name, "", parse)


def current() -> dict[str, Any]:
    """Return the view of this session: parameter name -> value."""
    view: dict[str, Any] = st.session_state.setdefault(VIEW, {})
    return view


def frozen() -> Frozen:
    """Return the view as something that can be a key: what is written with links in it holds for one view."""
    return tuple(current().items())


def read(parameters: Mapping[str, Parameter]) -> None:
    """Bring address, controls and view together at the start of a run.

    An address that changed since the last run is the whole truth (a link, back, forward): what it leaves out is at
    its default. An empty one comes from the navigation and keeps the view. Else a control that the reader touched
    speaks. Unknown names and values are remembered, to be told once.
    """
    view = current()
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    if query and query != st.session_state.get(SEEN):
        cleaned = [name for name in query if name not in parameters]
        for name, parameter in parameters.items():
            view[name] = parameter.default
            try:
                if name in query:
                    view[name] = parameter.parse(query[name])
            except ValueError:
                cleaned.append(name)
        note_cleaned(*cleaned)
    else:
        for name, parameter in parameters.items():
            view.setdefault(name, parameter.default)
            if name in st.session_state:
                value = _from_control(st.session_state[name])
                view[name] = parameter.default if value is None else value
    st.session_state[SEEN] = query


def write(parameters: Mapping[str, Parameter]) -> None:
    """Write the view to the address at the end of a run; defaults leave it, unless `always` says otherwise."""
    view = current()
    wanted: dict[str, Any] = {}
    for name, parameter in parameters.items():
        value = view.get(name, parameter.default)
        if value not in (None, (), "") and (parameter.always or value != parameter.default):
            wanted[name] = parameter.write(value)
    if wanted != {name: _one_or_list(name) for name in st.query_params}:
        st.query_params.from_dict(wanted)
    st.session_state[SEEN] = {name: st.query_params.get_all(name) for name in st.query_params}


def set_values(**values: Any) -> None:
    """Change the view from code (a click on the map, a step button); the controls follow."""
    current().update(values)
    for name, value in values.items():
        if name in st.session_state:
            st.session_state[name] = list(value) if isinstance(value, tuple) else value


def note_cleaned(*names: str) -> None:
    """Remember names whose value was taken out of the view."""
    st.session_state[CLEANED] = tuple(dict.fromkeys((*st.session_state.get(CLEANED, ()), *names)))


def take_cleaned() -> tuple[str, ...]:
    """Return what was taken out of the last link, once."""
    names: tuple[str, ...] = st.session_state.pop(CLEANED, ())
    return names


def query_of(parameters: Mapping[str, Parameter], **changes: Any) -> dict[str, Any]:
    """Return the query of the present view with some values changed, for a link."""
    values = {**current(), **changes}
    return {
        name: parameter.write(values[name])
        for name, parameter in parameters.items()
        if name in values and values[name] not in (None, (), parameter.default)
    }


def _from_control(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _one_or_list(name: str) -> Any:
    values = st.query_params.get_all(name)
    return values if len(values) > 1 else values[0]
