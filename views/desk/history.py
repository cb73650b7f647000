"""What was published when, by whom and why; the difference between two releases; and the way back."""

import math
from collections.abc import Callable, Mapping
from functools import partial
from html import escape

import streamlit as st

from data.access.roles import visible
from data.records import Records
from data.remember import lru_cache
from data.store.errors import StoreError
from data.store.releases import Release
from data.store.store import Store
from locales import Reader
from shell import address, identity, markup
from views.desk import changes as desk_changes
from views.desk import common as desk
from views.desk import quoted as desk_quoted
from views.desk import rights as desk_rights
from views.desk import tables as desk_tables
from views.desk.quoted import Quotes

DONE = "desk_restored"
SIZE = 20  # releases on a page


def show(store: Store | None, release: Release | None, reader: Reader) -> None:
    """Draw the releases, two of them side by side, and the restoring of one."""
    if store is None or release is None:
        desk_rights.explain("no-store", reader)
        return
    history = store.history_as_read()
    st.html(markup.section(reader.t("desk-history"), reader.t("desk-history-sub", n=len(history))))
    page = _page(history)
    quotes = desk_quoted.of_page(store, page)
    st.html(_listing(page, history, release, quotes, reader))
    _steps(len(history), reader)
    desk_quoted.show(store, page, quotes, {one.release_id: name_of(one, reader) for one in page}, reader)
    _compare(store, page, history, release, reader)
    _restore(store, page, quotes.kept, release, reader)


def told() -> None:
    """Draw once what was restored in the run before."""
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))


def _page(history: tuple[Release, ...]) -> tuple[Release, ...]:
    """Return the releases of the page that the address names: what is drawn does not grow with the history."""
    view = address.current()
    view["page"] = number = min(view["page"], _pages(len(history)))
    return history[(number - 1) * SIZE : number * SIZE]


def _pages(releases: int) -> int:
    return max(1, math.ceil(releases / SIZE))


def _steps(releases: int, reader: Reader) -> None:
    """Draw the steps to newer and older releases."""
    view, last = address.current(), _pages(releases)
    if last == 1:
        return
    ways = (("newer", -1, view["page"] > 1), ("older", 1, view["page"] < last))
    with st.container(key="history_steps", horizontal=True, gap="small", vertical_alignment="center"):
        for name, by, there in ways:
            turn = partial(address.current().update, page=view["page"] + by)
            label = reader.t(f"keeping-page-{name}")
            st.button(label, key=f"history_{name}", disabled=not there, on_click=turn)
        desk.quiet(reader.t("projects-page", n=view["page"], of=last))


def _listing(
    page: tuple[Release, ...],
    history: tuple[Release, ...],
    current: Release,
    quotes: Quotes,
    reader: Reader,
) -> str:
    by_id = {release.release_id: release for release in history}
    names = ("number", "when", "who", "why", "changed")
    labels = [reader.t(f"desk-history-{name}") for name in names]
    rows = []
    for release in page:
        here = f' <span class="sti-tag">{escape(reader.t("desk-history-shown"))}</span>'
        rows.append(
            [
                f"<b>{release.number}</b>{here if release.release_id == current.release_id else ''}"
                f"<br><code>{escape(release.release_id)}</code>{quotes.of(release, reader)}",
                desk_tables.labelled(labels[1], escape(desk.moment(release.published_at, reader))),
                desk_tables.labelled(labels[2], escape(_author(release, reader))),
                desk_tables.labelled(
                    labels[3], escape(release.note or reader.t(f"desk-kind-{release.kind}"))
                ),
                desk_tables.labelled(labels[4], _changed(release, by_id.get(release.parent), reader)),
            ]
        )
    return desk_tables.stacked(markup.html_table(labels, rows, caption=reader.t("desk-history")))


def _author(release: Release, reader: Reader) -> str:
    return reader.t("desk-author-seed") if release.kind == "seed" else release.author


def _changed(release: Release, parent: Release | None, reader: Reader) -> str:
    """Return the tables that differ from the release before, each with its rows then and now."""
    if parent is None:
        return escape(reader.t("desk-history-first", n=sum(release.rows.values())))
    items = []
    for table in release.differs(parent):
        was, now = parent.rows.get(table, 0), release.rows.get(table, 0)
        items.append(reader.t("desk-history-rows", table=desk.table_name(table, reader), was=was, now=now))
    return "<br>".join(map(escape, items))


def name_of(release: Release, reader: Reader) -> str:
    """Return a release as a choice: number, moment, who."""
    when = desk.moment(release.published_at, reader)
    return reader.t(
        "desk-release-name", number=str(release.number), when=when, author=_author(release, reader)
    )


def _compare(
    store: Store, page: tuple[Release, ...], history: tuple[Release, ...], current: Release, reader: Reader
) -> None:
    """Draw the difference between any two releases, as far as the reader may see them.

    Offered are those of the page, the one that is shown with its parent, and the two that the address names.
    """
    st.html(
        '<div class="sti-desk-gap"></div>'
        + markup.section(reader.t("desk-compare"), reader.t("desk-compare-sub"))
    )
    if len(history) < 2:
        desk.quiet(reader.t("desk-compare-one"))
        return
    view, on_page = address.current(), {release.release_id for release in page}
    offered = {current.release_id, current.parent, view["before"], view["after"]} | on_page
    names = {r.release_id: name_of(r, reader) for r in history if r.release_id in offered}
    with st.container(key="desk_compare", horizontal=True, gap="small", vertical_alignment="bottom"):
        before = _release("before", names, current.parent or history[-1].release_id, reader)
        after = _release("after", names, current.release_id, reader)
    if before == after:
        desk.quiet(reader.t("desk-compare-same"))
        return
    try:
        old, new = (_records(store, chosen) for chosen in (before, after))
    except StoreError as error:
        desk_rights.failed(error, reader)
        return
    who = identity.who()
    desk_changes.show(visible(old, who), visible(new, who), reader, key="history")


def _release(name: str, names: Mapping[str, str], default: str, reader: Reader) -> str:
    chosen = address.current()[name]
    address.current()[name] = chosen = chosen if chosen in names else default
    st.session_state[name] = chosen
    st.selectbox(
        reader.t(f"desk-compare-{name}"), list(names), format_func=names.__getitem__, key=name, width=420
    )
    return str(address.current()[name])


@lru_cache(maxsize=2)
def _records(store: Store, release_id: str) -> Records:
    return store.records(store.release(release_id))


def _restore(
    store: Store, page: tuple[Release, ...], kept: frozenset[str], shown: Release, reader: Reader
) -> None:
    """Draw the form. A release that is shown because a newer one is damaged can be gone back to as well.

    kept: the ids of those whose rows are there.
    """
    t, current = reader.t, store.current() or shown
    st.html('<div class="sti-desk-gap"></div>' + markup.section(t("desk-restore"), t("desk-restore-sub")))
    if why := desk_rights.reason(store):
        desk_rights.explain(why, reader)
        return
    older = [
        r for r in page if r.release_id != current.release_id and r.differs(current) and r.release_id in kept
    ]
    if not older:
        desk.quiet(t("desk-restore-none"))
        return
    names = {release.release_id: name_of(release, reader) for release in older}
    with st.form("desk_restore", border=False):
        chosen = st.selectbox(
            t("desk-restore-which"),
            list(names),
            format_func=names.__getitem__,
            key="restore_release",
            width=520,
        )
        note = st.text_input(
            t("desk-reason"), key="restore_note", max_chars=300, placeholder=t("desk-reason-hint"), width=520
        )
        if st.form_submit_button(t("desk-restore-button"), type="primary"):
            restore(store, str(chosen), note, current, reader)
    desk_rights.who(reader)


def restore(
    store: Store,
    release_id: str,
    note: str,
    current: Release,
    reader: Reader,
    then: Callable[[], None] | None = None,
) -> None:
    """Publish an older release once more, call `then`, and draw the page anew; what cannot be done is said."""
    if not note.strip():
        st.error(reader.t("desk-reason-missing"))
        return
    if not desk_rights.allowed(store):
        desk_rights.explain(desk_rights.reason(store), reader)
        return
    try:
        made = store.restore(
            release_id, author=identity.author(), note=note.strip(), expected=current.release_id
        )
    except StoreError as error:
        desk_rights.failed(error, reader)
        return
    st.session_state[DONE] = reader.t("desk-restored", number=str(made.number))
    desk_rights.published()
    address.current().update(before="", after="")
    if then is not None:
        then()
    st.rerun()
