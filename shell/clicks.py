"""A click on a figure sets a visible control; the control is the truth, the click a shortcut."""

from collections.abc import Callable

import streamlit as st

from figures.figure import Figure
from shell import address


def sets(parameter: str, key: str, figure: Figure) -> Callable[[], None]:
    """Return the callback that puts what was clicked in the plot `key` into a parameter of the view."""
    return then(lambda code: address.set_values(**{parameter: code}), key, figure)


def then(act: Callable[[str], None], key: str, figure: Figure) -> Callable[[], None]:
    """Return the callback that acts on the code of what was clicked in the plot `key`."""

    def clicked() -> None:
        points = st.session_state[key].selection.points
        # An empty selection only says that the figure changed; clearing is the control's own cross.
        if points and (code := figure.key_at(points[0]["point_index"])):
            act(code)

    return clicked
