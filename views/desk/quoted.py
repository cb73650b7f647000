"""Which releases are quoted, and so kept: said in the history, pinned by editors, each with its view as published."""

from dataclasses import dataclass
from html import escape

import streamlit as st

from data.store.errors import StoreError
from data.store.quoted import Quote
from data.store.releases import Release
from data.store.store import Store
from locales import Reader
from shell import identity, lists, markup, quoting
from views.desk import common as desk
from views.desk import rights as desk_rights

DONE = "desk_pinned"


@dataclass(frozen=True)
class Quotes:
    """What is quoted of the releases of a page. kept: those whose rows are there."""

    known: dict[str, Quote]
    kept: frozenset[str]

    def of(self, release: Release, reader: Reader) -> str:
        """Return what the history says of a release: quoted in which ways, and the way to its view, or that it is gone."""
        quote = self.known.get(release.release_id)
        ways = reader.join(reader.t(f"quoted-way-{way}") for way in quote.ways) if quote else ""
        why = f' title="{escape(f"{quote.who}: {quote.note}", quote=True)}"' if quote and quote.who else ""
        tag = f'<br><span class="sti-tag"{why}>{escape(ways)}</span>' if ways else ""
        if release.release_id not in self.kept:
            return f'{tag}<br><span class="sti-sub">{escape(reader.t("quoted-gone"))}</span>'
        view = lists.go(
            reader.t("quoted-view"),
            "overview",
            release=release.release_id,
            part=None,
            before=None,
            after=None,
        )
        return f"{tag}<br>{view}"


def of_page(store: Store, page: tuple[Release, ...]) -> Quotes:
    """Return what is quoted of the releases of a page; nothing while that cannot be read."""
    kept = frozenset(one.release_id for one in page if store.is_kept(one))
    try:
        return Quotes(quoting.known(store).all(), kept)
    except StoreError:
        return Quotes({}, kept)


def show(
    store: Store, page: tuple[Release, ...], quotes: Quotes, names: dict[str, str], reader: Reader
) -> None:
    """Draw the form by which an editor pins a release or takes the pin back. names: of the releases of the page."""
    t = reader.t
    st.html('<div class="sti-desk-gap"></div>' + markup.section(t("quoted-head"), t("quoted-head-sub")))
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))
    if not desk_rights.allowed(store):
        desk.quiet(t("quoted-editors"))
        return
    with st.form("desk_pin", border=False):
        offered = [one.release_id for one in page if one.release_id in quotes.kept]
        chosen = st.selectbox(
            t("quoted-which"), offered, format_func=names.__getitem__, key="pin_release", width=520
        )
        note = st.text_input(
            t("desk-reason"), key="pin_note", max_chars=300, placeholder=t("quoted-hint"), width=520
        )
        with st.container(horizontal=True, gap="small"):
            pin = st.form_submit_button(t("quoted-pin"), type="primary", key="pin_button")
            unpin = st.form_submit_button(t("quoted-unpin"), key="unpin_button")
    if pin or unpin:
        _pin(store, str(chosen), note.strip(), bool(pin), reader)


def _pin(store: Store, release_id: str, note: str, pinned: bool, reader: Reader) -> None:
    if not note and pinned:
        st.error(reader.t("desk-reason-missing"))
        return
    try:
        done = quoting.known(store).write(release_id, "pin" if pinned else "unpin", identity.author(), note)
    except StoreError as error:
        desk_rights.failed(error, reader)
        return
    message = f"quoted-cli-{('pin' if pinned else 'unpin') if done else 'as-it-was'}"
    st.session_state[DONE] = reader.t(message, number=str(store.release(release_id).number))
    st.rerun()
