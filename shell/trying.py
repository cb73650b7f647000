"""Looking in another role: whoever sits at this machine sees the pages as contributors and readers do, and is told so."""

from html import escape

import streamlit as st

from addresses.parameters import AS
from data.access.roles import LOCAL, TRIED
from locales import Reader
from shell import identity, lists


def bar(page: str, reader: Reader) -> None:
    """Draw above every page in which role it is shown, with the way back; nothing in one's own role."""
    if role := identity.tries():
        told, name = reader.t("trying-as", role=reader.t(f"role-name-{role}")), reader.t("trying-name")
        back = lists.go(reader.t("trying-back"), page, **{AS: None})
        st.html(
            f'<aside class="sti-fixed" aria-label="{escape(name, quote=True)}"><b>{escape(told)}</b> {back}</aside>'
        )


def ways(page: str, reader: Reader, **more: str) -> None:
    """Draw the links into the other roles, for whoever sits at this machine alone."""
    own = identity.at_the_door()
    if own.name != LOCAL or own.role != "editor" or identity.tries():
        return
    links = " · ".join(lists.go(reader.t(f"role-name-{role}"), page, **{AS: role}, **more) for role in TRIED)
    st.html(f'<p class="sti-sub">{escape(reader.t("trying-ways"))} {links}</p>')
