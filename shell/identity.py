"""Who is at the other end: Streamlit's sign-in and connection, turned into the plain rules of data/access/roles.py."""

import getpass
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from addresses.parameters import AS
from data.access import roles as access
from data.access.roles import LOCAL, NOBODY, Identity, Policy
from shell import address
from shell.platform import get_script_run_ctx

EDITS_HERE = "STI_EDIT_HERE"  # set by `make run` on a loopback address, and by nothing else
HERE = ("127.0.0.1", "localhost", "::1")
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Via")


def rules() -> Policy:
    """Return what whoever runs the server has decided; ValueError for an entry that cannot be read."""
    return access.policy(os.environ, _secrets())


def who() -> Identity:
    """Return who is looking; outside of a page it is nobody."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return NOBODY
    return access.tried(at_the_door(), address.asked_for(AS))


def at_the_door() -> Identity:
    """Return who is looking, whatever role they try."""
    return access.identify(rules(), is_local=is_local(), email=email())


def tries() -> str:
    """Return the role that whoever sits at this machine looks in, "" for their own."""
    own = at_the_door()
    asked = address.asked_for(AS)
    return asked if access.tried(own, asked) != own else ""


def author() -> str:
    """Return the name that a publish is signed with: the verified address, or the account of this machine."""
    name = who().name
    return name if name != LOCAL else f"{getpass.getuser()} ({LOCAL})"


def email() -> str | None:
    """Return the address that the provider has verified; None for somebody who is not signed in."""
    claims = claimed()
    verified = claims.get("email_verified", rules().vouched) in (True, "true")
    return str(claims["email"]) if claims.get("email") and verified else None


def claimed() -> dict[str, object]:
    """Return what the provider says about the reader; nothing for somebody who is not signed in."""
    return dict(st.user.to_dict()) if rules().sign_in and st.user.is_logged_in else {}


def is_local() -> bool:
    """Say whether whoever sits at this machine may edit without signing in.

    Whoever started the server has said so, it listens to this machine alone, and no proxy stands in front. Without the
    first a proxy that names no client and hands its own host on would make everybody an editor.
    """
    headers = st.context.headers
    host = urlsplit(f"//{headers.get('Host') or HERE[0]}").hostname
    return edits_here() and host in HERE and not any(headers.get(name) for name in FORWARDED)


def edits_here() -> bool:
    """Say whether this server was started for one person at this machine: told so, and listening to it alone."""
    return os.environ.get(EDITS_HERE) == "1" and st.get_option("server.address") in HERE


def why_not() -> str:
    """Return why the reader may not publish (`access.why_not`), "" when they may."""
    return access.why_not(who(), rules())


def _secrets() -> Mapping[str, object]:
    """Return the secrets; none without a file. A file that cannot be read raises: it may hold a limit."""
    if not any(Path(path).exists() for path in st.get_option("secrets.files")):
        return {}
    return st.secrets.to_dict()
