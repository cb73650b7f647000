"""Workbooks for officers: empty ones to fill in, and their own one back with every problem marked."""

from datetime import date
from pathlib import PurePath

import streamlit as st

from data.intake import steps
from data.intake.marked import is_kept
from data.intake.templates import template
from data.records import Records
from data.schema import TABLES
from data.takeout import MIMES
from locales import Reader
from measures.quality_cells import WORK_TABLES
from shell import address
from views.desk import common as desk
from views.desk.job import Job


def show(records: Records, reader: Reader) -> None:
    """Draw the choice of tables and the button that gives a template with drop-downs, notes and examples."""
    t = reader.t
    asked = address.current()["form"]
    if asked and st.session_state.get("template_asked") != asked:  # a link to one form, once
        st.session_state["template_asked"], st.session_state["template_tables"] = asked, [asked]
    with st.expander(
        t("desk-template"), expanded=bool(asked), key="desk_template", icon=":material/description:"
    ):
        desk.quiet(t("desk-template-sub"))
        names = {
            name: desk.table_name(name, reader)
            for name in (*WORK_TABLES, *(n for n in TABLES if n not in WORK_TABLES))
        }
        chosen = st.multiselect(
            t("desk-take-tables"),
            list(names),
            default=None if asked else ["projects", "project_locations"],
            format_func=names.__getitem__,
            key="template_tables",
            placeholder=t("desk-template-none"),
            width=620,
        )
        if chosen:
            st.download_button(
                t("desk-template-button"),
                data=lambda: template(chosen, records, reader),
                file_name=f"sti-template-{'-'.join(chosen)[:80].replace('_', '-')}.xlsx",
                mime=MIMES["xlsx"],
                key="template_button",
                on_click="ignore",
                icon=":material/download:",
            )


def corrected(job: Job, records: Records, today: date, reader: Reader) -> None:
    """Draw the button that gives the officer's own workbook back, each problem coloured and explained."""
    content = job.content
    book, asked = job.book, job.asked(today)
    st.download_button(
        reader.t("desk-corrected"),
        data=lambda: steps.marked(book, asked, records, reader, content),
        file_name=f"{PurePath(book.name).stem}-{reader.t('desk-corrected-name')}.xlsx",
        mime=MIMES["xlsx"],
        key="desk_corrected_file",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )


def corrected_told(job: Job, reader: Reader) -> str:
    """Return what comes back in that workbook: the file as it was, or only its rows, without charts and pictures."""
    return reader.t("desk-corrected-sub" if is_kept(job.content, job.book) else "desk-corrected-anew")
