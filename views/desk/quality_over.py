"""Quality over releases on the Data page: read from the releases that are kept, in the background, once each."""

from concurrent.futures import Future
from threading import Lock

import streamlit as st

from data.proposals.doubts import Doubt
from data.store import keeping
from data.store.errors import StoreError
from data.store.releases import Release
from data.store.store import Store
from figures import quality_over as figures
from locales import Reader
from measures import quality_over
from measures.quality_cells import WORK_TABLES
from measures.quality_over import Span, Standing
from shell import context, doubting, figure_card, identity
from shell.store_watch import begin
from views.desk import common as desk

MOST = 24  # releases at most: the newest, and back from there
_LOCK = Lock()
_read: dict[tuple[str, str], dict[str | None, Standing]] = {}
_reading: dict[str, Future[None]] = {}


def show(table: str | None, reader: Reader) -> None:
    """Draw the lines of all tables or one. Limited readers get none: a sum over all rows tells of others' rows."""
    store = context.store()
    if store is None or identity.who().groups is not None:
        return
    try:
        releases = _kept(store)
    except StoreError:
        return
    if len(releases) < 2:
        desk.quiet(reader.t("quality-over-one"))
        return
    left = [one for one in releases if (store.root, one.release_id) not in _read]
    if left:
        _begin(store, left)
        desk.quiet(reader.t("quality-over-reading", n=len(left)))
        _again(store.root, tuple(one.release_id for one in left))
        return
    standings = [(one.number, one.published_at, _of(store, one, table)) for one in releases]
    frame = quality_over.over(
        standings, [_span(one) for one in doubting.known() if table in (None, one.place.table)]
    )
    about = desk.table_name(table, reader) if table else reader.t("quality-over-all")
    figure_card.show(figures.over_releases(frame=frame, reader=reader, about=about), key="quality_over")


@st.fragment(run_every=1.0)
def _again(root: str, waiting: tuple[str, ...]) -> None:
    """Draw the page anew when everything has been read."""
    if all((root, one) in _read for one in waiting):
        st.rerun()


def _kept(store: Store) -> list[Release]:
    return [one for one in store.history_as_read()[:MOST] if keeping.state(store, one) == "kept"]


def _begin(store: Store, left: list[Release]) -> None:
    with _LOCK:
        if store.root not in _reading or _reading[store.root].done():
            _reading[store.root] = begin(lambda: _read_all(store, left))


def _read_all(store: Store, left: list[Release]) -> None:
    """Read releases one after the other; one that cannot be read stands as one without rows."""
    for release in left:
        try:
            records = store.records(release)
            found = {name: quality_over.standing(records, name) for name in (None, *WORK_TABLES)}
        except StoreError:
            found = {}
        _read[store.root, release.release_id] = found


def _of(store: Store, release: Release, table: str | None) -> Standing:
    return _read[store.root, release.release_id].get(table, Standing(0, 0, 0, 0))


def _span(doubt: Doubt) -> Span:
    """Return from when until when a doubt was open."""
    return doubt.note.sent_at, doubt.note.answered_at if doubt.state != "open" else None
