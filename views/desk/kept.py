"""What is kept of earlier lists: whose reading a sheet is read by, and the whole of it for editors to see and change."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from html import escape

import streamlit as st

from data.intake.known_lists import KnownList
from data.records import Records
from data.store.store import Store
from locales import Reader
from shell import markup
from views.desk import common as desk
from views.desk import job as desk_job
from views.desk import kept_change as desk_kept_change
from views.desk import questions as desk_questions
from views.desk import rights as desk_rights
from views.desk import tables as desk_tables
from views.desk.job import Job

SHOWN = 100  # kept readings and names listed at once; one can be chosen from all of them


def of_sheet(job: Job, at: int, sheet: str, records: Records, reader: Reader) -> None:
    """Say whose reading a sheet is read by, of when and in what; draw the way to read it afresh."""
    if (one := job.read_as(sheet)) is None:
        return
    items = "".join(f"<li>{escape(told)}</li>" for told in _told(one, records, reader))
    st.html(
        f'<div role="note"><p class="sti-note">{escape(by(one, reader))}</p><ul class="sti-notes">{items}</ul></div>'
    )
    st.button(
        reader.t("kept-afresh"),
        key=f"desk_afresh_{at}",
        on_click=partial(_afresh, sheet),
        icon=":material/restart_alt:",
    )


def of_answers(job: Job, reader: Reader) -> None:
    """Say whose the answers are that came with an earlier list's reading."""
    known = [job.read_as(sheet.name) for sheet in job.book.sheets]
    for told in dict.fromkeys(
        reader.t("kept-answers-by", who=one.who, when=when(one.at, reader)) for one in known if one and one.words
    ):  # fmt: skip
        desk.quiet(told)


def by(one: KnownList, reader: Reader) -> str:
    """Return whose reading it is and of when, as a sentence."""
    return reader.t("kept-read-as", who=one.who, when=when(one.at, reader))


def when(at: str, reader: Reader) -> str:
    """Return when something was said, as the reader writes moments."""
    try:
        return desk.moment(datetime.fromisoformat(at), reader)
    except ValueError:
        return "–"


def show(store: Store, records: Records, reader: Reader) -> None:
    """Draw for editors what is kept: how lists are read, what names mean, by whom and when; and the way to change it."""
    t, memory = reader.t, desk_rights.remembered(store)
    lists, names = memory.lists(), memory.names()
    desk_kept_change.told()
    with st.expander(t("kept", n=len(lists) + len(names)), key="desk_kept", icon=":material/history_edu:"):
        desk.quiet(t("kept-sub"))
        if memory.path is None or not (lists or names):
            desk.note(t("kept-nowhere" if memory.path is None else "kept-nothing"))
            return
        labels = [t(f"kept-column-{name}") for name in ("what", "meant", "who")]
        rows = [
            [escape(" · ".join(one.headers)), _lines(_told(one, records, reader)), _who(one.who, one.at, reader)]
            for one in reversed(lists.values())
        ]  # fmt: skip
        rows += [
            [f"“{escape(name.read)}”", escape(desk_questions.meant(name.key, name.meaning, records, reader)),
             _who(name.who, name.at, reader)] for name in reversed(names.values())
        ]  # fmt: skip
        shown = [[row[0], *map(desk_tables.labelled, labels[1:], row[1:])] for row in rows[:SHOWN]]
        table = markup.html_table(labels, shown, caption=t("kept-caption"))
        st.html(f'<div class="sti-tall">{desk_tables.stacked(table)}</div>')
        if len(rows) > SHOWN:
            desk.quiet(t("desk-more", shown=SHOWN, of=len(rows)))
        desk_kept_change.show(memory, lists, names, records, reader)


def _told(one: KnownList, records: Records, reader: Reader) -> list[str]:
    """Return what is kept of a list's reading, in sentences: table, corrected columns, answers."""
    t = reader.t
    if not one.table:
        return [t("kept-left-out")]
    told = [t("kept-table", table=desk.table_name(one.table, reader))]
    for header, column in one.columns.items():
        meaning = desk.column_name(column, reader) if column else t("desk-column-ignored")
        told.append(t("kept-header", header=header, column=meaning))
    told += [desk_questions.told(key, said, records, reader) for key, said in one.words.items()]
    return told


def _lines(told: Iterable[str]) -> str:
    return "<br>".join(map(escape, told))


def _who(who: str, at: str, reader: Reader) -> str:
    return f'{escape(who)}<br><span class="sti-sub">{escape(when(at, reader))}</span>'


def _afresh(sheet: str) -> None:
    if job := desk_job.current():
        job.read_afresh(sheet)
