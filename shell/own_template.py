"""The deck template that a reader brought: kept for the window, used for every deck that is made in it."""

import hashlib
from typing import NamedTuple

import streamlit as st

_KEY = "_own_template"


class OwnTemplate(NamedTuple):
    """A template that was examined. name: of its file; digest: what tells it from others."""

    name: str
    digest: str
    content: bytes


def current() -> OwnTemplate | None:
    """Return the template of this window, None where decks are made in ours."""
    kept: OwnTemplate | None = st.session_state.get(_KEY)
    return kept


def keep(name: str, content: bytes) -> None:
    """Use a template that lacks nothing from now on."""
    st.session_state[_KEY] = OwnTemplate(name, hashlib.sha256(content).hexdigest(), content)


def forget() -> None:
    """Make decks in our own template again (callback)."""
    st.session_state.pop(_KEY, None)
