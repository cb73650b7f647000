"""The reader's view and the browser's address, kept the same.

The address is the saved view: every choice stands in it, a deep link shows exactly that view, and what a
link holds that we do not know is taken out with a word to the reader, never an error.

One run of a page: `take` first (what the reader touched, or the link that was followed, goes into the view), then
the callbacks of buttons, the page, and `write`. The view itself lives in the session under `VIEW`.
"""

from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from addresses.parameter import Parameter, era_of, parsed, stands, written
from addresses.parameters import RELEASE, RELEASE_ID, settled
from data.records import Records
from data.remember import OnlyForAReaderError
from shell import acts
from shell.platform import get_script_run_ctx

VIEW = "_view"
SEEN = "_address_seen"
WRITTEN = "_addresses"  # those that the browser may stand at without having followed a link
TAKEN = "_taken"
CLEANED = "_address_cleaned"
UNKNOWN = "_unknown_choices"
ONLY = "only"  # in a link: these parameters of it are meant, the rest stays as it is
BROWSERS_OWN = ("slide",)  # the presentation turns its slides in the browser and writes the number itself
REMEMBERED = 64

Frozen = tuple[tuple[str, Any], ...]


def current() -> dict[str, Any]:
    """Return the view of this session: parameter name -> value. Outside of a page there is none to write links from."""
    if get_script_run_ctx(suppress_warning=True) is None:
        raise OnlyForAReaderError("the view is asked for outside of a page")
    view: dict[str, Any] = st.session_state.setdefault(VIEW, {})
    return view


def is_known() -> bool:
    """Say whether this session has a view already."""
    return VIEW in st.session_state


def frozen() -> Frozen:
    """Return the view as something that can be a key: what is written with links in it holds for one view."""
    return tuple(current().items())


def asked_release() -> str:
    """Return the release that this run is about, "" for the newest; known before anything of a release is."""
    asked = asked_for(RELEASE)
    return (
        asked if RELEASE_ID.fullmatch(asked) else ""
    )  # what has not the form of one is taken out of the view


def asked_for(name: str) -> str:
    """Return the one value that this run's address, or else the view, has for a parameter, "" for none; not yet read."""
    held = str(st.session_state.get(VIEW, {}).get(name) or "")
    if st.session_state.get(TAKEN):
        return held
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    if not query or (is_known() and not _is_link(query, acts.of_session())):
        return held
    meant = {name for names in query.get(ONLY, ()) for name in names.split(",")}
    if meant and name not in meant:
        return held
    return query.get(name, [""])[-1]


def read(parameters: Mapping[str, Parameter]) -> None:
    """Bring address, controls and view together at the start of a run; what `take` has done already is not done again."""
    if not st.session_state.pop(TAKEN, False):
        take(parameters)


def take(parameters: Mapping[str, Parameter]) -> None:
    """Bring what a request says into the view, before any callback of a control.

    An act is an act: a control that the reader touched speaks, whatever address the request came with, for on a slow
    line the address is older than what was answered meanwhile. A link, Back or Forward, and the first address of a
    session are the whole truth instead: what they leave out is at its default. `only=a,b` in a link means these
    parameters of it alone. An empty address comes from the navigation and keeps the view. Unknown names and values
    are remembered, to be told once.
    """
    heard = acts.of_session()
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    is_first = VIEW not in st.session_state
    view = current()
    for name, parameter in parameters.items():
        view.setdefault(name, parameter.default)
    if query and (is_first or _is_link(query, heard)):
        _follow(query, view, parameters)
    else:
        for name in BROWSERS_OWN:
            if query:
                view[name] = _parsed(query.get(name), parameters[name], view[name])
        for name in heard.acted & parameters.keys():
            view[name] = _chosen(st.session_state.get(name), parameters[name], view[name])
        if "lang" in heard.acted and "era" in parameters:  # years are written as readers of the language do
            view["era"] = era_of(view["lang"])
    note_unknown(*heard.unknown)
    st.session_state[TAKEN] = True


def _is_link(query: Mapping[str, list[str]], heard: acts.Heard) -> bool:
    """Say whether the reader followed a link or went back, rather than touched something."""
    run = get_script_run_ctx(suppress_warning=True)
    if run is not None and run.is_history_navigation:
        return True
    ours = st.session_state.get(WRITTEN, ())
    return not heard.acted and not heard.pressed and _without_own(query) not in ours


def _follow(
    query: Mapping[str, list[str]], view: dict[str, Any], parameters: Mapping[str, Parameter]
) -> None:
    meant = {name for names in query.get(ONLY, ()) for name in names.split(",")}
    asked, cleaned = parsed({name: values for name, values in query.items() if name != ONLY}, parameters)
    view.update({name: value for name, value in asked.items() if not meant or name in meant})
    note_cleaned(*cleaned)


def _parsed(raw: list[str] | None, parameter: Parameter, otherwise: Any) -> Any:
    try:
        return parameter.parse(raw) if raw else parameter.default
    except ValueError:
        return otherwise


def _chosen(value: Any, parameter: Parameter, otherwise: Any) -> Any:
    """Return what a control says where an address could say it too; else the choice stays as it was, with a word."""
    if value in (None, [], ()):
        if parameter.default is not None and value is None:
            return otherwise
        return parameter.default
    try:
        said = parameter.write(tuple(value) if isinstance(value, list) else value)
        return parameter.parse(said if isinstance(said, list) else [said])
    except (ValueError, TypeError, AttributeError):
        note_unknown(parameter.name)
        return otherwise


def write(parameters: Mapping[str, Parameter]) -> None:
    """Write the view to the address at the end of a run; defaults leave it, unless `always` says otherwise."""
    view = current()
    wanted: dict[str, Any] = {}
    for name, parameter in parameters.items():
        value = view.setdefault(name, parameter.default)
        if stands(name, parameter, view) or (parameter.always and value is not None):
            wanted[name] = parameter.write(value)
    before = {name: st.query_params.get_all(name) for name in st.query_params}
    now = {name: value if isinstance(value, list) else [value] for name, value in wanted.items()}
    # On a slow line the browser may stand at an address that is older than the last one written, or newer.
    if now != before or st.session_state.get(SEEN, now) != now:
        st.query_params.from_dict(wanted)
    st.session_state[SEEN] = now
    ours: deque[Frozen] = st.session_state.setdefault(WRITTEN, deque(maxlen=REMEMBERED))
    for one in (_without_own(before), _without_own(now)):
        if one not in ours:
            ours.append(one)


def _without_own(query: Mapping[str, list[str]]) -> Frozen:
    """Return a query as something to compare, without what the browser writes into it by itself."""
    return tuple(sorted((name, tuple(values)) for name, values in query.items() if name not in BROWSERS_OWN))


def set_values(**values: Any) -> None:
    """Change the view from code (a click on the map, a step button); the controls follow."""
    current().update(values)
    for name, value in values.items():
        if name in st.session_state:
            st.session_state[name] = list(value) if isinstance(value, tuple) else value


def step(name: str, to: Callable[[Any], Any]) -> Callable[[], None]:
    """Return the callback that moves a parameter on from where it stands when the button is pressed.

    Not from where it stood when the button was drawn: three quick presses are three steps.
    """
    return lambda: set_values(**{name: to(current()[name])})


def note_unknown(*names: str) -> None:
    """Remember controls whose choice was not on their list, to be told once."""
    if names:
        st.session_state[UNKNOWN] = tuple(dict.fromkeys((*st.session_state.get(UNKNOWN, ()), *names)))


def understood(name: str) -> None:
    """Forget that a control's choice was not on its list: the page has read it in its own way."""
    left = tuple(one for one in st.session_state.get(UNKNOWN, ()) if one != name)
    st.session_state[UNKNOWN] = left


def take_unknown() -> tuple[str, ...]:
    """Return the controls whose choice was not on their list, once."""
    names: tuple[str, ...] = st.session_state.pop(UNKNOWN, ())
    return names


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
