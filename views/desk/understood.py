"""What was understood of a file: which table a sheet is, which column a header; every guess can be corrected."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from data.intake.layout import RawSheet
from data.intake.mapping import Choice, SheetPlan
from data.intake.notes import Note, note_text
from data.intake.personal import find_personal
from data.records import Records
from data.schema import TABLES
from locales import Reader
from measures.quality_cells import WORK_TABLES
from shell import markup
from views.desk import common as desk
from views.desk import job as desk_job
from views.desk import kept as desk_kept
from views.desk import way as desk_way
from views.desk.job import Job

LEFT_OUT = ""


def show(job: Job, records: Records, reader: Reader) -> None:
    """Draw each sheet with its table and columns, and the way on."""
    plans = job.plans()
    if job.book.notes:
        st.html(_notes(job.book.notes, reader))
    for at, (sheet, plan) in enumerate(zip(job.book.sheets, plans, strict=True)):
        _sheet(job, at, sheet, plan, records, reader)
    used = [plan for plan in plans if plan.table]
    desk_way.show("understood", reader, on="check", label=reader.t("desk-check-now"), ready=bool(used))
    if not used:
        desk.note(reader.t("desk-no-sheet-used"))


def _sheet(job: Job, at: int, sheet: RawSheet, plan: SheetPlan, records: Records, reader: Reader) -> None:
    t = reader.t
    title = t("desk-sheet", name=sheet.name) if sheet.name else t("desk-sheet-only")
    st.html(
        '<div class="sti-desk-gap"></div>'
        + markup.section(
            title, t("desk-sheet-sub", rows=len(sheet.rows), header=str(sheet.header_row)), level=3
        )
    )
    desk_kept.of_sheet(job, at, sheet.name, records, reader)
    options = [LEFT_OUT, *WORK_TABLES, *(name for name in TABLES if name not in WORK_TABLES)]
    key = f"desk_table_{at}"
    st.session_state[key] = plan.table or LEFT_OUT
    st.selectbox(
        t("desk-sheet-table"),
        options,
        format_func=lambda table: desk.table_name(table, reader) if table else t("desk-sheet-left-out"),
        key=key,
        on_change=partial(_take_table, sheet.name, key),
        width=420,
    )
    if sheet.notes:
        st.html(_notes(sheet.notes, reader))
    if plan.table is None:
        return
    if plan.missing:
        names = reader.join(desk.column_name(column, reader) for column in plan.missing)
        st.html(f'<p class="sti-gap">{escape(t("desk-columns-missing", names=names))}</p>')
    st.html(_columns(sheet, plan, reader))
    with st.expander(t("desk-columns-correct"), expanded=bool(plan.missing), key=f"desk_columns_{at}"):
        _correct(at, sheet, plan, reader)


def _notes(notes: tuple[Note, ...], reader: Reader) -> str:
    items = "".join(f"<li>{escape(note_text(note, reader))}</li>" for note in notes)
    return f'<ul class="sti-notes">{items}</ul>' if items else ""


def _columns(sheet: RawSheet, plan: SheetPlan, reader: Reader) -> str:
    """Return which header is read as which column, with a value of it."""
    rows = []
    for at, header in enumerate(sheet.header):
        column = plan.columns.get(header)
        example = next((row[at].strip() for row in sheet.rows if row[at].strip()), "")
        meant = (
            f"<b>{escape(desk.column_name(column, reader))}</b> <code>{escape(column)}</code>"
            if column
            else f'<span class="sti-sub">{escape(reader.t("desk-column-ignored"))}</span>'
        )
        hidden = find_personal(example)[1]  # a whole identity number is shown nowhere
        example = hidden or example
        shown = example if len(example) <= 60 else f"{example[:59]}…"
        rows.append([escape(header), meant, f'<span class="sti-sub">{escape(shown)}</span>'])
    labels = [reader.t(f"desk-columns-{name}") for name in ("header", "meant", "example")]
    return f'<div class="sti-tall">{markup.html_table(labels, rows, caption=reader.t("desk-columns"))}</div>'


def _correct(at: int, sheet: RawSheet, plan: SheetPlan, reader: Reader) -> None:
    options = [LEFT_OUT, *TABLES[plan.table or ""].names]
    for start in range(0, len(sheet.header), 3):
        for place, (header, box) in enumerate(
            zip(sheet.header[start : start + 3], st.columns(3), strict=False)
        ):
            key = f"desk_column_{at}_{start + place}"
            st.session_state[key] = plan.columns.get(header) or LEFT_OUT
            with box:
                st.selectbox(
                    header or "–",
                    options,
                    format_func=lambda column: (
                        desk.column_name(column, reader) if column else reader.t("desk-column-ignored")
                    ),
                    key=key,
                    on_change=partial(_take_column, sheet.name, header, key),
                )


def _take_table(sheet: str, key: str) -> None:
    """Keep the officer's word on a table; what was said about its columns no longer holds."""
    if job := desk_job.current():
        job.choices[sheet] = Choice(table=st.session_state[key])


def _take_column(sheet: str, header: str, key: str) -> None:
    if job := desk_job.current():
        choice = job.choices.get(sheet, Choice())
        chosen = st.session_state[key]
        # A column has one header: the header that had it before is left out.
        kept = {h: ("" if c == chosen and chosen else c) for h, c in choice.columns.items()}
        job.choices[sheet] = replace(choice, columns={**kept, header: chosen})
