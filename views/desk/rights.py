"""Who may publish here, and in words why not and what would have to be set up."""

from html import escape

import streamlit as st

from data.access.roles import may_check as access_may_check
from data.access.roles import may_publish, why_not
from data.intake.remembered import Remembered, of_store
from data.store.errors import StoreError, store_error_text
from data.store.releases import ConflictError, Release
from data.store.store import Store
from locales import Reader
from shell import context, identity, markup
from views.desk import common as desk

HOW = {
    "no-store": ("STI_STORE",),
    "no-sign-in": ("[auth]", '[access]\neditors = ["name@example.go.th"]'),
    "not-an-editor": ('[access]\neditors = ["name@example.go.th"]', "STI_EDITORS"),
    "signed-out": (),
}


def reason(store: Store | None) -> str:
    """Return why the reader may not publish, a key of HOW; "" when they may."""
    if store is None:
        return "no-store"
    return why_not(identity.who(), identity.rules())


def allowed(store: Store | None) -> bool:
    """Say whether the reader may publish and restore; asked again at the moment of doing so."""
    return store is not None and may_publish(identity.who())


def may_check(store: Store | None) -> bool:
    """Say whether the reader may have a file checked, though perhaps not publish it."""
    return store is not None and access_may_check(identity.who(), identity.rules())


def remembered(store: Store) -> Remembered:
    """Return what officers of this store said names mean."""
    return of_store(store)


def explain(why: str, reader: Reader) -> None:
    """Draw why nothing can be published here, what to set up, and the way to sign in."""
    t, name = reader.t, identity.who().name
    settings = "".join(f"<li><code>{escape(line)}</code></li>" for line in HOW[why])
    st.html(
        f'<div class="sti-off" role="note"><h3>{escape(t(f"desk-off-{why}"))}</h3>'
        f"<p>{escape(t(f'desk-off-{why}-how', name=name))}</p>"
        + (f"<ul>{settings}</ul>" if settings else "")
        + f"<p>{escape(t('desk-off-readable'))}</p></div>"
    )
    if why == "signed-out":
        st.button(t("desk-sign-in"), on_click=st.login, key="desk_sign_in", type="primary")


def who(reader: Reader) -> None:
    """Draw under which name the reader publishes."""
    desk.quiet(reader.t("desk-as", author=identity.author()))


def failed(error: StoreError, reader: Reader) -> None:
    """Draw what the store could not do; for a conflict, who published what in between."""
    if isinstance(error, ConflictError):
        tables = reader.join(desk.table_name(table, reader) for table in error.changed)
        found: Release = error.found
        when = desk.moment(found.published_at, reader)
        told = reader.t(
            "desk-conflict", author=found.author, when=when, number=str(found.number), tables=tables
        )
    else:
        told = store_error_text(error, reader)
    st.error(markup.as_text(told))


def published() -> None:
    """Let this reader see the new release at once."""
    context.published()
