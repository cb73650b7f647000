"""Controls of a part of a page that reruns alone (`st.fragment`): the view and the address follow at once.

The main script does not run then, so such a control brings its own value into the view when it is touched, and the
part writes the address at its end.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from addresses.parameters import parameters
from shell import acts, address, context

TOUCHED = "_part_touched"


def give(name: str) -> None:
    """Give a control the value that the view holds; call before drawing it."""
    st.session_state[name] = address.current()[name]


def take(name: str) -> Callable[[], None]:
    """Return the callback of the control of a parameter: the address will have to follow the view."""

    def taken() -> None:
        st.session_state[TOUCHED] = True  # `address.take` has brought it into the view

    return taken


def put(name: str, value: Any) -> None:
    """Change the view from code inside a part, as a click on its figure does."""
    address.set_values(**{name: value})
    st.session_state[TOUCHED] = True


def touched() -> bool:
    """Say whether a control of this part was touched and the address does not say so yet."""
    return bool(st.session_state.get(TOUCHED))


def finish(part: str) -> None:
    """Write the address where a control of this part was touched; call at the part's end, with its name."""
    acts.answered(part)
    if st.session_state.pop(TOUCHED, False):
        address.write(parameters(context.records()))
