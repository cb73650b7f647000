"""The reader's view and the browser's address, kept the same.

The address is the saved view: every choice stands in it, a deep link shows exactly that view, and what a
link holds that we do not know is taken out with a word to the reader, never an error.

One run of a page: `read` first (address or control, whichever the reader touched last, becomes the view and is
given to the controls), the page, then `write`. The view itself lives in the session under `VIEW`.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from addresses.parameter import Parameter, parsed, written
from addresses.parameters import settled
from data.records import Records
from data.remember import OnlyForAReaderError

VIEW = "_view"
SEEN = "_address_seen"
CLEANED = "_address_cleaned"

Frozen = tuple[tuple[str, Any], ...]


def current() -> dict[str, Any]:
    """Return the view of this session: parameter name -> value. Outside of a page there is none to write links from."""
    if get_script_run_ctx(suppress_warning=True) is None:
        raise OnlyForAReaderError("the view is asked for outside of a page")
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
        asked, cleaned = parsed(query, parameters)
        view.update(asked)
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
    return written({**current(), **changes}, parameters)


def settle(records: Records) -> None:
    """Drop from the view what cannot go together, and remember it, to be told once."""
    view, dropped = settled(records, current())
    current().update(view)
    if dropped:
        note_cleaned(*dropped)


def _from_control(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _one_or_list(name: str) -> Any:
    values = st.query_params.get_all(name)
    return values if len(values) > 1 else values[0]
