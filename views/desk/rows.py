"""The history of one row: chosen by table and row, or named in the address by whoever links here."""

from concurrent.futures import Future
from functools import lru_cache
from html import escape

import pandas as pd
import streamlit as st

from data.intake.written import keys
from data.records import Records
from data.schema import TABLES
from data.store.errors import StoreError, store_error_text
from data.store.releases import Release
from data.store.rowhistory import Cell, Entry, RowHistory, row_history, stored_row
from data.store.rowindex import RowIndex
from data.store.store import Store
from locales import Reader
from measures.quality_cells import WORK_TABLES
from shell import address, amending, identity, markup
from shell.store_watch import begin
from views.desk import common as desk
from views.desk import tables as desk_tables

SOON = 30  # releases that are read while the reader waits; more are read in the background
LISTED = 3000  # rows that can be chosen from; of larger tables the code is typed
_NAMES = ("title", "name")
_reading: dict[str, Future[int]] = {}


def show(store: Store, records: Records, reader: Reader) -> None:
    """Draw the choice of a row and what each release did to it. Limited readers get none: old rows may not be theirs."""
    if identity.who().groups is not None:
        return
    t = reader.t
    st.html('<div class="sti-desk-gap"></div>' + markup.section(t("rows-head"), t("rows-head-sub")))
    try:
        _of_a_row(_index(store.root), store, records, reader)
    except StoreError as error:
        desk.quiet(store_error_text(error, reader))


def _of_a_row(index: RowIndex, store: Store, records: Records, reader: Reader) -> None:
    t = reader.t
    if left := _behind(index):
        desk.quiet(t("rows-reading", n=left))
        return
    table, key = _chosen(index, records, reader)
    if not key:
        return
    history = row_history(index, table, key)
    if not history.entries:
        desk.quiet(t("rows-never", key=key))
        return
    columns = [c for c in (*TABLES[table].names, "evidence") if history.of_cell(c)]
    column = st.selectbox(
        t("rows-column"),
        ["", *columns],
        format_func=lambda c: amending.column_name(c, reader) if c else t("rows-every-column"),
        key="row_column",
        width=320,
    )
    st.html(_listing(history, history.of_cell(column) if column else history.entries, store, records, reader))


@lru_cache(maxsize=4)
def _index(root: str) -> RowIndex:
    return RowIndex(Store(root))


def _behind(index: RowIndex) -> int:
    """Return how many releases are still being read in the background; a few are read at once."""
    left = index.behind()
    if left <= SOON:
        return 0
    root = index.store.root
    if root not in _reading or _reading[root].done():
        _reading[root] = begin(index.catch_up)
    return left


def _chosen(index: RowIndex, records: Records, reader: Reader) -> tuple[str, str]:
    """Draw the choice of table and row; the address names both."""
    t, view = reader.t, address.current()
    table, _, key = view["row"].partition("|")
    table = table if table in TABLES else "projects"
    offered = WORK_TABLES if table in WORK_TABLES else (*WORK_TABLES, table)
    st.session_state["row_table"], st.session_state["row_key"] = table, key or None
    with st.container(key="desk_row", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            t("rows-table"),
            offered,
            format_func=lambda name: desk.table_name(name, reader),
            key="row_table",
            on_change=lambda: view.update(row=f"{st.session_state['row_table']}|"),
            width=280,
        )
        rows = records.count(table)
        turn = lambda: view.update(row=f"{table}|{st.session_state['row_key'] or ''}")  # noqa: E731
        if rows > LISTED:
            st.text_input(
                t("rows-key"), key="row_key", on_change=turn, width=420, help=t("rows-too-many", n=rows)
            )
        else:
            names = _names(records, table, reader)
            names |= {gone: f"{gone} ({t('rows-gone-tag')})" for gone, _ in index.gone(table)}
            names.setdefault(key, key)
            names.pop("", None)
            st.selectbox(
                t("rows-which"),
                list(names),
                format_func=names.__getitem__,
                index=None,
                placeholder=t("rows-choose"),
                key="row_key",
                on_change=turn,
                width=520,
            )
    return table, key


def _names(records: Records, table: str, reader: Reader) -> dict[str, str]:
    """Return every row of a table by its key: its name, or its place, and the key."""
    frame = getattr(records, table)
    codes = keys(frame, TABLES[table])
    named = next((f"{name}_{reader.lang}" for name in _NAMES if f"{name}_{reader.lang}" in frame), "")
    provinces = _provinces(records, reader)
    if named:
        words = frame[named].where(frame[named] != "", frame[named.replace("_en", "_th")])
    elif "province_code" in frame:
        words = frame["province_code"].map(lambda code: provinces.get(code, code))
    else:
        words = pd.Series([""] * len(frame))
    return {key: f"{word} ({key})" if word else key for key, word in zip(codes, words, strict=True)}


def _provinces(records: Records, reader: Reader) -> dict[str, str]:
    return {row["province_code"]: reader.pick(row, "name") for row in records.provinces.to_dict("records")}


def _listing(
    history: RowHistory, entries: tuple[Entry, ...], store: Store, records: Records, reader: Reader
) -> str:
    t = reader.t
    labels = [t(f"rows-{name}") for name in ("release", "what", "who", "why", "document")]
    known = amending.names(records, reader)
    titles = {row["source_id"]: reader.pick(row, "title") for row in records.sources.to_dict("records")}
    for source in {entry.source_id for entry in entries} - titles.keys() - {""}:
        cited = stored_row(store, "sources", source)  # of a release that readers have not moved to yet
        titles[source] = reader.pick({"title_th": source, "title_en": source} | cited, "title")
    rows = []
    for entry in entries:
        when = escape(desk.moment(entry.release.published_at, reader))
        head = f"<b>{entry.release.number}</b><br>{when}"
        what = f"<b>{escape(t(f'rows-{entry.kind}'))}</b>"
        what += "".join(f"<br>{_cell(cell, history.table, known, reader)}" for cell in entry.cells)
        document = titles.get(entry.source_id, entry.source_id) or "–"
        cells = [
            what,
            escape(_author(entry.release, reader)),
            escape(entry.release.note or "–"),
            escape(document),
        ]
        named = zip(labels[1:], cells, strict=True)
        rows.append([head, *(desk_tables.labelled(label, cell) for label, cell in named)])
    state = t("rows-now") if history.now is not None else t("rows-now-gone")
    table = markup.html_table(labels, rows, caption=t("rows-caption", key=history.key))
    return f'<p class="sti-sub">{escape(state)}</p>{desk_tables.stacked(table)}'


def _author(release: Release, reader: Reader) -> str:
    return reader.t("desk-author-seed") if release.kind == "seed" else release.author


def _cell(cell: Cell, table: str, names: amending.Names, reader: Reader) -> str:
    before, after = (
        escape(amending.written(table, cell.column, text, names, reader))
        or f"<i>{escape(reader.t('rows-blank'))}</i>"
        for text in (cell.before, cell.after)
    )
    return f"{escape(amending.column_name(cell.column, reader))}: {before} → {after}"
