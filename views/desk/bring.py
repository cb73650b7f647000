"""Bring data in, step by step: drop a file, what was understood, what is wrong, what would change, publish."""

from datetime import date
from html import escape

import streamlit as st

from data.records import Records
from data.store.store import Store
from locales import Reader
from shell import markup
from views.desk import check as desk_check
from views.desk import drop as desk_drop
from views.desk import effect as desk_effect
from views.desk import job as desk_job
from views.desk import kept as desk_kept
from views.desk import publish as desk_publish
from views.desk import rights as desk_rights
from views.desk import templates as desk_templates
from views.desk import understood as desk_understood
from views.desk import way as desk_way
from views.desk.job import STEPS, Job


def show(store: Store | None, records: Records, reader: Reader, today: date) -> None:
    """Draw the step at hand; whoever may not publish reads why, and may take the templates."""
    st.html(markup.section(reader.t("desk-bring"), reader.t("desk-bring-sub")))
    why = desk_rights.reason(store)
    if why and not desk_rights.may_check(store):
        desk_rights.explain(why, reader)
        desk_templates.show(records, reader)
        return
    if why:
        st.html(f'<p class="sti-note">{escape(reader.t("desk-checks-only"))}</p>')
    assert store is not None  # noqa: S101  reason() has said so
    job = desk_job.current()
    if job is not None and job.published:
        desk_publish.done(store, job, reader)
        return
    step = job.step if job else STEPS[0]
    if job is not None and not job.standing:
        job.standing = desk_rights.remembered(store).answers()
    if job is not None and job.known is None:
        job.propose(desk_rights.remembered(store).lists())
    _steps(step, reader)
    if job is None or step == STEPS[0]:
        desk_drop.drop(reader)
        desk_templates.show(records, reader)
        if not why:
            desk_kept.show(store, records, reader)
            desk_rights.who(reader)
        return
    _file(job, reader)
    if step == "understood":
        desk_understood.show(job, records, reader)
    elif step == "check":
        desk_check.show(job, records, reader, today)
    elif step == "effect":
        desk_effect.show(job, records, reader, today)
    elif why:
        desk_rights.explain(why, reader)
        desk_way.show("publish", reader)
    else:
        desk_publish.show(store, job, records, reader, today)


def _steps(step: str, reader: Reader) -> None:
    """Draw the five steps: those behind, the one at hand, those to come."""
    at = STEPS.index(step)
    marks = (
        ' class="done"' if i < at else ' aria-current="step"' if i == at else "" for i in range(len(STEPS))
    )
    items = "".join(
        f"<li{mark}>{escape(reader.t(f'desk-step-{name}'))}</li>"
        for mark, name in zip(marks, STEPS, strict=True)
    )
    st.html(f'<ol class="sti-steps" aria-label="{escape(reader.t("desk-steps"), quote=True)}">{items}</ol>')


def _file(job: Job, reader: Reader) -> None:
    rows = sum(len(sheet.rows) for sheet in job.book.sheets)
    told = reader.t("desk-file-told", name=job.book.name, sheets=len(job.book.sheets), rows=rows)
    with st.container(key="desk_file_line", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f"<p><b>{escape(told)}</b></p>")
        st.button(
            reader.t("desk-forget"),
            key="desk_forget",
            on_click=desk_job.forget,
            type="tertiary",
            icon=":material/close:",
        )
