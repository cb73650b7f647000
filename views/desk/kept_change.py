"""What is kept of earlier lists, changed or removed by an editor; each time a line more with who and when."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from data.intake.beside import columns_of
from data.intake.known_lists import KnownList
from data.intake.remembered import Kept, Remembered
from data.records import Records
from data.schema import TABLES
from figures.labels import shorten
from locales import Reader
from shell import context, identity, markup
from views.desk import common as desk
from views.desk import questions as desk_questions
from views.desk import rights as desk_rights

DONE = "_desk_kept_done"
LEFT_OUT = ""
LONGEST = 90  # letters of a choice


def told() -> None:
    """Draw once what was changed in the run before."""
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))


def show(
    memory: Remembered, lists: Mapping[str, KnownList], names: Mapping[str, Kept], records: Records, reader: Reader
) -> None:  # fmt: skip
    """Draw the choice of one of them, and its form: change what is meant, or remove it."""
    t = reader.t
    shown = {
        ("list", key): shorten(" · ".join(one.headers), LONGEST) for key, one in reversed(list(lists.items()))
    }
    shown |= {("name", key): shorten(f"“{one.read}”", LONGEST) for key, one in reversed(list(names.items()))}
    chosen = st.selectbox(t("kept-which"), list(shown), index=None, format_func=shown.__getitem__,
                          key="kept_which", placeholder=t("kept-which-none"), width=620)  # fmt: skip
    if chosen not in shown:
        return
    kind, key = chosen
    with st.form("desk_kept_change", border=False):
        one = _list(lists[key], records, reader) if kind == "list" else _name(names[key], records, reader)
        with st.container(horizontal=True, gap="small"):
            changed = st.form_submit_button(t("kept-change"), key="kept_change", type="primary")
            removed = st.form_submit_button(t("kept-remove"), key="kept_remove")
    if not (changed or removed) or not desk_rights.allowed(context.store()):
        return
    me = identity.author()
    if isinstance(one, KnownList):
        memory.keep_lists(me, [one]) if changed else memory.forget_list(me, one)
    else:
        memory.keep(me, [one if changed else replace(one, meaning="")])
    st.session_state[DONE] = t("kept-changed" if changed else "kept-removed", what=shown[chosen])
    st.session_state.pop("kept_which", None)
    st.rerun()


def _list(one: KnownList, records: Records, reader: Reader) -> KnownList:
    """Draw what each corrected header and each answer means; return the list as it is written now."""
    table, columns, words = one.table, dict(one.columns), dict(one.words)
    mark = _mark(one.key)
    if not columns:
        names = {LEFT_OUT: reader.t("desk-sheet-left-out")}
        names |= {name: desk.table_name(name, reader) for name in TABLES}
        options = [table] if words else list(names)
        table = _pick(reader.t("desk-sheet-table"), options, table, f"{mark}_table", names)
    for at, (header, column) in enumerate(columns.items()):
        options = [LEFT_OUT, *columns_of(TABLES[table])]
        names = {name: desk.column_name(name, reader) for name in options} | {
            LEFT_OUT: reader.t("desk-column-ignored")
        }
        columns[header] = _pick(header, options, column, f"{mark}_{at}", names)
    for key, said in words.items():
        names = desk_questions.possible(key, said, records, reader)
        words[key] = _pick(desk_questions.about(key, reader), list(names), said, f"{mark}_{key}", names)
    return replace(one, table=table, columns=columns, words=words)


def _name(one: Kept, records: Records, reader: Reader) -> Kept:
    names = desk_questions.possible(one.key, one.meaning, records, reader)
    names.pop("", None)  # a name that means nothing is not kept: it is removed
    return replace(
        one,
        meaning=_pick(desk_questions.about(one.key, reader), list(names), one.meaning, _mark(one.key), names),
    )


def _pick(label: str, options: list[str], current: str, key: str, names: Mapping[str, str]) -> str:
    options = options if current in options else [current, *options]
    return str(
        st.selectbox(label, options, index=options.index(current), key=f"kept_{key}", width=620,
                     format_func=lambda one: names.get(one, one))
    )  # fmt: skip


def _mark(key: str) -> str:
    """Return the part of a form's keys that tells what it changes: what was chosen for another holds for that alone."""
    return hashlib.sha256(key.encode()).hexdigest()[:8]
