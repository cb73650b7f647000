"""Signing in and out: the page for somebody who may see nothing, the quiet line under every page."""

import logging
from functools import lru_cache

import streamlit as st

from data.store.audit import Audit
from data.store.store import Store, default_root
from locales import Reader
from server import faulty
from shell import identity, markup

LOG = logging.getLogger("sti")


def gate() -> None:
    """Draw the whole page for somebody who may read nothing: who may, and the way to sign in."""
    reader = faulty.bare_page()
    name = identity.claimed().get("email")
    kind = "refused" if name else "wanted" if identity.rules().sign_in else "closed"
    below = reader.t(f"sign-in-{kind}-below", name=str(name or ""))
    st.html(markup.lead(reader.t(f"sign-in-{kind}"), below))
    _noted("refusal" if name else "")
    _button(reader)


def announce() -> None:
    """Say in the log who may publish on this server, and how that is changed; once, when it starts."""
    try:
        rules = identity.rules()
    except ValueError as error:
        LOG.error("nobody may read or publish: the access rules cannot be read: %s", error)
        return
    if rules.sign_in:
        LOG.info("publishing: who is signed in and an editor (%d listed)", len(rules.editors))
    elif identity.edits_here():
        LOG.info("publishing: whoever sits at this machine, without signing in (%s)", identity.EDITS_HERE)
    else:
        LOG.warning(
            "publishing is off: no sign-in is configured. Set [auth] and editors under [access] in "
            ".streamlit/secrets.toml (docs/operating.md, Who may read and write); alone at this machine: make run"
        )


def controls(reader: Reader) -> None:
    """Draw who is signed in, with the way out; or the way in. Nothing where sign-in is not configured."""
    if identity.rules().sign_in:
        _noted("sign-in")
        _button(reader)


def _button(reader: Reader) -> None:
    if not identity.rules().sign_in:
        return
    name = str(identity.claimed().get("email") or "")
    if identity.claimed():
        st.button(reader.t("sign-in-out", name=name), key="sign_out", type="tertiary", on_click=st.logout)
    else:
        st.button(reader.t("sign-in-in"), key="sign_in", type="tertiary", on_click=st.login)


def _noted(event: str) -> None:
    """Write one line to the audit log for each time somebody signs in, not for each page they open."""
    claims = identity.claimed()
    if claims and event:
        _once(event, str(claims.get("email") or claims.get("sub")), str(claims.get("iat")))


@lru_cache(maxsize=4096)
def _once(event: str, name: str, moment: str) -> None:
    audit: Audit = Store(default_root()).audit
    audit.write(event, name, **({"of": "sign-in"} if event == "refusal" else {}))
