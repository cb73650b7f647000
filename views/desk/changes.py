"""The difference between two sets of records: counts per table, then rows added and removed and cells changed."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from data.columns import Table
from data.intake.difference import Difference, TableDifference, difference
from data.intake.written import keys, write
from data.records import Records
from data.remember import lru_cache
from data.schema import TABLES
from locales import Reader
from shell import amending, markup
from views.desk import common as desk
from views.desk import tables as desk_tables
from views.desk.job import PREVIEW

SHOWN = 100  # rows or cells listed at once
KINDS = ("added", "changed", "removed")


@lru_cache(maxsize=2)
def between(old: Records, new: Records) -> Difference:
    """Return what differs between two records; remembered, since a page asks again at every touch."""
    return difference(old, new)


def show(old: Records, new: Records, reader: Reader, *, key: str, without: tuple[str, ...] = ()) -> None:
    """Draw what differs. without: tables to leave aside. key: of the control that opens one table."""
    t = reader.t
    tables = {name: one for name, one in between(old, new).tables.items() if name not in without}
    st.html(markup.section(t("desk-difference"), t("desk-difference-sub"), level=3))
    if not tables:
        desk.quiet(t("desk-difference-none"))
        return
    st.html(_counts(tables, reader))
    names = {name: desk.table_name(name, reader) for name in tables}
    if st.session_state.get(f"{key}_table") not in names:
        st.session_state[f"{key}_table"] = next(iter(names))
    with st.container(key=f"{key}_open", horizontal=True, gap="small", vertical_alignment="bottom"):
        table = st.selectbox(
            t("desk-difference-table"),
            list(names),
            format_func=names.__getitem__,
            key=f"{key}_table",
            width=320,
        )
    found = tables[str(table)]
    for kind in KINDS:
        if part := _part(kind, found, amending.names(new, reader), reader):
            st.html(part)


def _counts(tables: dict[str, TableDifference], reader: Reader) -> str:
    labels = [reader.t(f"desk-difference-{name}") for name in ("column", *KINDS, "cells")]
    rows = []
    for name, one in tables.items():
        numbers = (len(one.added), one.changed_rows, len(one.removed), len(one.changed))
        cells = [f"<b>{escape(desk.table_name(name, reader))}</b>", *map(reader.number, numbers)]
        rows.append(
            [cells[0], *(desk_tables.labelled(n, c) for n, c in zip(labels[1:], cells[1:], strict=True))]
        )
    table = markup.html_table(labels, rows, numeric={1, 2, 3, 4}, caption=reader.t("desk-difference"))
    return desk_tables.stacked(table)


def _part(kind: str, found: TableDifference, names: amending.Names, reader: Reader) -> str:
    """Return the rows added or removed, or the cells changed, of one table; "" for none."""
    frame = {"added": found.added, "removed": found.removed, "changed": found.changed}[kind]
    if frame.empty:
        return ""
    head = markup.section(reader.t(f"desk-{kind}-rows", n=len(frame)), level=3)
    more = ""
    if len(frame) > SHOWN:
        more = f'<p class="sti-sub">{escape(reader.t("desk-more", shown=SHOWN, of=len(frame)))}</p>'
    table = (
        _cells(frame, found.table, names, reader)
        if kind == "changed"
        else _rows(TABLES[found.table], frame.head(SHOWN), names, reader)
    )
    return f'{head}<div class="sti-tall">{table}</div>{more}'


def _cells(frame: pd.DataFrame, table: str, names: amending.Names, reader: Reader) -> str:
    labels = [reader.t(f"desk-cell-{name}") for name in ("key", "column", "before", "after")]
    rows = []
    for row in frame.head(SHOWN).to_dict("records"):
        before, after = (
            escape(_said(table, row["column"], row[side], names, reader) or reader.t("fault-read-blank"))
            for side in ("before", "after")
        )
        cells = [
            f"<code>{escape(row['key'])}</code>",
            escape(amending.column_name(row["column"], reader)),
            f'<span class="sti-was">{before}</span>',
            f'<span class="sti-now">{after}</span>',
        ]
        rows.append(
            [cells[0], *(desk_tables.labelled(n, c) for n, c in zip(labels[1:], cells[1:], strict=True))]
        )
    return desk_tables.stacked(markup.html_table(labels, rows, caption=reader.t("desk-changed-caption")))


def _said(table: str, column: str, text: str, names: amending.Names, reader: Reader) -> str:
    """Return a cell as the reader says it; of a source that is still to be named, that it is."""
    if text == PREVIEW.source_id:  # the officer names it on publishing
        return reader.t("desk-source-to-come")
    return amending.written(table, column, text, names, reader)


def _rows(table: Table, frame: pd.DataFrame, names: amending.Names, reader: Reader) -> str:
    """Return rows with their key, what names them, and the columns that hold anything."""
    texts = write(frame, table)
    named = keys(frame, table)
    # A key made of codes of other tables is said in their names too.
    columns = [
        c.name
        for c in table.columns
        if (c.name not in table.key or c.refers_to in names) and (texts[c.name] != "").any()
    ]
    labels = [reader.t("desk-cell-key"), *(amending.column_name(name, reader) for name in columns)]
    rows: list[list[Any]] = []
    for at, key in zip(texts.index, named, strict=True):
        mark = markup.sample_tag(str(frame.at[at, "evidence"]), reader)
        cells = [
            desk_tables.labelled(n, escape(_short(_said(table.name, c, texts.at[at, c], names, reader))))
            for n, c in zip(labels[1:], columns, strict=True)
        ]
        rows.append([f"<code>{escape(key)}</code> {mark}", *cells])
    return desk_tables.stacked(markup.html_table(labels, rows, caption=desk.table_name(table.name, reader)))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"
