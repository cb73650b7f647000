"""What pages share about proposals: the ledger of the store, who somebody is when they write, how cells are shown."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from html import escape

import streamlit as st

from data.access.roles import Identity, may_publish
from data.columns import Column, column_message, table_message
from data.intake.words import spoken, words_for
from data.proposals.ledger import Ledger
from data.proposals.model import ProposalError, Row
from data.records import Records
from data.remember import lru_cache as remembered
from data.schema import TABLES
from data.store.errors import StoreError, store_error_text
from data.store.store import Store
from locales import Reader
from shell import identity, markup

HIDDEN = ("source_id", "evidence")


@lru_cache(maxsize=4)
def _ledger(root: str) -> Ledger:
    return Ledger(Store(root))


def ledger(store: Store) -> Ledger:
    """Return the proposals of a store; what was read of them stays read."""
    return _ledger(store.root)


def me() -> Identity:
    """Return who is here, under the name that a publish is signed with."""
    who = identity.who()
    return replace(who, name=identity.author()) if may_publish(who) else who


def may_propose() -> bool:
    """Say whether the reader may propose anything at all."""
    who = identity.who()
    return may_publish(who) or bool(who.name and who.role == "reader")


def failed(error: ProposalError | StoreError, reader: Reader) -> None:
    """Draw why something was not done; for faults, each in its words."""
    if isinstance(error, StoreError):
        st.error(store_error_text(error, reader))
        return
    st.error(markup.as_text(reader.t(f"proposal-error-{error.kind}", detail=error.detail)))
    for fault in error.faults:
        read = fault.read or reader.t("fault-read-blank")
        what = reader.t(f"fault-{fault.code}", read=read, expected=spoken(fault.expected, reader))
        name = " + ".join(column_name(column, reader) for column in fault.column.split(" + "))
        st.html(f'<p class="sti-note"><b>{escape(name)}</b>: {escape(what)}</p>')


def table_name(table: str, reader: Reader) -> str:
    """Return a table's name as the reader says it."""
    return reader.t(table_message(table))


def column_name(column: str, reader: Reader) -> str:
    """Return a column's name as the reader says it: of what its codes stand for, where they are shown by name."""
    message = column_message(column)
    named = f"{message}-named"
    if reader.has(named):
        return reader.t(named)
    return reader.t(message) if reader.has(message) else column


Names = Mapping[str, Mapping[str, str]]  # names of what codes stand for, by table and code
_NAMED = (
    "provinces",
    "province_groups",
    "group_schemes",
    "agencies",
    "programmes",
    "phases",
    "institutions",
    "workshops",
    "sources",
)


@remembered(maxsize=4)
def names(records: Records, reader: Reader) -> Names:
    """Return what the codes of small tables stand for in the reader's language; projects keep their codes."""
    found = {}
    for table in _NAMED:
        frame = getattr(records, table)
        kind = "name" if "name_th" in frame else "title"
        keys = frame[TABLES[table].key[0]]
        found[table] = {
            key: reader.pick(row, kind) for key, row in zip(keys, frame.to_dict("records"), strict=True)
        }
    return found


def word(column: Column, code: str, reader: Reader) -> str:
    """Return one of a column's few allowed words as a reader says it."""
    for message in (f"project-status-{code}", f"role-{code}"):
        if column.name in message and reader.has(message):
            return reader.t(message)
    said = dict(zip(column.allowed, words_for(column, reader), strict=True)).get(code, code)
    return said if reader.lang == "th" else said.replace("_", " ")


def written(table: str, column: str, text: str, names: Names, reader: Reader) -> str:
    """Return a stored cell as a reader writes it: days in their era, codes by name, numbers with separators."""
    if not text:
        return ""
    if column == "evidence":
        return reader.t(f"proposal-evidence-{text}")
    try:
        own = TABLES[table].column(column)
        if own.kind == "date":
            return reader.date(date.fromisoformat(text))
        if own.kind == "year_be":
            return reader.year(int(text))
        if own.kind in ("money", "count"):
            return reader.number(float(text), 0 if float(text).is_integer() else 2)
    except (KeyError, ValueError):  # what a proposal says may be anything
        return text
    if own.allowed:
        return word(own, text, reader)
    return names.get(own.refers_to, {}).get(text) or text


def cells(rows: Iterable[Row], names: Names, reader: Reader) -> str:
    """Return the cells that would change as a table: record, column, before, after."""
    labels = [reader.t(f"proposal-column-{name}") for name in ("record", "column", "before", "after")]
    blank = f"<i>{escape(reader.t('rows-blank'))}</i>"
    lines = []
    for row in rows:
        for name in row.changed:
            values = (row.before.get(name, ""), row.after.get(name, ""))
            told = [escape(written(row.table, name, value, names, reader)) or blank for value in values]
            if values[0] and row.before.get("evidence") == "illustrative":
                told[0] += f" {markup.sample_tag('illustrative', reader)}"
            lines.append([f"<code>{escape(row.key)}</code>", escape(column_name(name, reader)), *told])
    return markup.html_table(labels, lines, caption=reader.t("proposal-cells"))
