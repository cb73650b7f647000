"""The keys of programs that read: which there are, who issued them, until when; an editor issues and revokes them."""

from datetime import date, timedelta
from html import escape

import streamlit as st

from data.access.tokens import DAYS, NoTokensError, Token, Tokens
from data.store.errors import StoreError
from data.store.store import Store
from locales import Reader
from measures import areas
from shell import context, identity, markup
from views.desk import common as desk
from views.desk import rights as desk_rights
from views.desk import tables as desk_tables

SCOPES = ("everything", "groups")
LONGEST = 3 * DAYS


def show(store: Store | None, reader: Reader, today: date) -> bool:
    """Draw the keys and the two forms; say whether the reader may see this part of the desk at all."""
    st.html(markup.section(reader.t("keys"), reader.t("keys-sub")))
    if why := desk_rights.reason(store):
        desk_rights.explain(why, reader)
        return False
    if store is None or identity.who().groups is not None:  # who sees a part cannot give away more
        desk.note(reader.t("keys-limited"))
        return False
    try:
        keys = Tokens(store)
    except NoTokensError:
        desk.note(reader.t("api-token-no-place"))
        return True
    listing = st.container()
    try:
        _issue(keys, reader, today)
        _revoke(keys, reader, today)
        known = keys.all()
    except StoreError as error:
        desk_rights.failed(error, reader)
        return True
    with listing:
        st.html(
            _table(known, reader, today)
            if known
            else f'<p class="sti-sub">{escape(reader.t("api-token-none"))}</p>'
        )
    return True


def _issue(keys: Tokens, reader: Reader, today: date) -> None:
    """Draw the form of a new key; once sent, the key itself, which nobody is shown again."""
    t, names = reader.t, _group_names(reader, today)
    with st.form("keys_issue", clear_on_submit=True):
        st.html(f"<h3>{escape(t('keys-issue'))}</h3>")
        name = st.text_input(t("keys-name"), key="keys_name", max_chars=80, help=t("keys-name-help"))
        scope = st.radio(
            t("keys-scope"),
            SCOPES,
            format_func=lambda one: t(f"keys-scope-{one}"),
            key="keys_scope",
            horizontal=True,
        )
        groups = st.multiselect(
            t("keys-groups"), list(names), format_func=names.__getitem__, key="keys_groups"
        )
        days = st.number_input(t("keys-days"), 1, LONGEST, DAYS, key="keys_days")
        sent = st.form_submit_button(t("keys-issue-button"), key="keys_issue_button", type="primary")
    if not sent or not desk_rights.allowed(context.store()):
        return
    chosen = tuple(sorted(groups)) if scope == "groups" else None
    if not name.strip() or chosen == ():
        st.error(t("keys-issue-lacks"))
        return
    made, text = keys.issue(name, chosen, identity.author(), today + timedelta(days=int(days)))
    st.success(
        markup.as_text(t("keys-issued", name=made.name, until=reader.date(date.fromisoformat(made.ends_on))))
    )
    st.code(text, language=None)


def _revoke(keys: Tokens, reader: Reader, today: date) -> None:
    good = {one.token_id: one for one in keys.all() if one.is_good(today)}
    if not good:
        return
    with st.form("keys_revoke", clear_on_submit=True):
        st.html(f"<h3>{escape(reader.t('keys-revoke'))}</h3>")
        chosen = st.selectbox(
            reader.t("keys-which"), list(good), index=None, key="keys_which",
            format_func=lambda one: f"{good[one].name} ({one})", placeholder=reader.t("keys-which-none"),
        )  # fmt: skip
        sent = st.form_submit_button(reader.t("keys-revoke-button"), key="keys_revoke_button")
    if sent and chosen in good and desk_rights.allowed(context.store()):
        ended = keys.revoke(chosen, identity.author())
        st.success(markup.as_text(reader.t("keys-revoked", name=ended.name)))


def _table(known: tuple[Token, ...], reader: Reader, today: date) -> str:
    names = ("name", "scope", "who", "until", "state")
    labels = [reader.t(f"keys-column-{name}") for name in names]
    rows = []
    for one in reversed(known):  # newest first
        cells = [
            f'<b>{escape(one.name)}</b> <span class="sti-sub">{escape(one.token_id)}</span>',
            escape(_scope(one, reader)),
            escape(
                reader.t("keys-by", who=one.issued_by, on=reader.date(date.fromisoformat(one.issued_at[:10])))
            ),
            escape(reader.date(date.fromisoformat(one.ends_on))),
            escape(_state(one, reader, today)),
        ]
        rows.append([cells[0], *map(desk_tables.labelled, labels[1:], cells[1:])])
    return desk_tables.stacked(markup.html_table(labels, rows, caption=reader.t("keys")))


def _scope(one: Token, reader: Reader) -> str:
    if one.groups is None:
        return reader.t("api-token-everything")
    named = context.everything().province_groups.set_index("group_code")[
        "short_name_th" if reader.lang == "th" else "name_en"
    ]
    return reader.join([str(named.get(code, code)) for code in one.groups])


def _state(one: Token, reader: Reader, today: date) -> str:
    if one.revoked_at:
        on = reader.date(date.fromisoformat(one.revoked_at[:10]))
        return reader.t("keys-revoked-told", who=one.revoked_by, on=on)
    return reader.t("api-token-good" if one.is_good(today) else "api-token-ended")


def _group_names(reader: Reader, today: date) -> dict[str, str]:
    rows = areas.groups_on(context.everything(), today)
    return {row.area_code: reader.pick(row._asdict(), "name") for row in rows.itertuples()}
