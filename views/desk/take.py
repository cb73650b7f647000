"""Take records out: which tables, in which form; the file is made when it is asked for."""

from datetime import date

import streamlit as st

from data import takeout
from data.records import Records
from data.schema import TABLES
from data.store.releases import Release
from locales import Reader
from shell import markup
from views.desk import common as desk


def show(records: Records, release: Release | None, reader: Reader, today: date) -> None:
    """Draw the choice of tables, evidence and form, and the button that gives the file."""
    t = reader.t
    st.html(markup.section(t("desk-take"), t("desk-take-sub")))
    chosen, documented, form = _asked(reader)
    shown, tables = records.documented() if documented else records, chosen or None
    if refused := takeout.refusal(shown, form=form, tables=tables):
        st.warning(markup.as_text(refused.sentence(reader)))
        return
    name = takeout.name(shown.release, form=form, tables=tables, day=today)
    published = release.published_at.astimezone(desk.BANGKOK).date() if release else None
    words = t("takeout-filters-documented") if documented else ""
    st.download_button(
        t("desk-take-button", name=name),
        # Made outside the session, when the reader takes it: everything it needs is handed over.
        data=lambda: takeout.make(
            shown, form=form, tables=tables, words=words, reader=reader, day=today, published=published
        )[1],
        file_name=name,
        mime=takeout.mime(name),
        key="take_button",
        on_click="ignore",
        type="primary",
        icon=":material/download:",
    )
    desk.note(t("desk-take-note"))


def _asked(reader: Reader) -> tuple[list[str], bool, str]:
    """Draw which tables, whether documented rows alone, and in which form."""
    t = reader.t
    names = {name: desk.table_name(name, reader) for name in TABLES}
    chosen = st.multiselect(
        t("desk-take-tables"),
        list(names),
        format_func=names.__getitem__,
        key="take_tables",
        placeholder=t("desk-take-tables-all", n=len(names)),
        persist_state="session",
    )
    documented = st.toggle(t("desk-take-documented"), key="take_documented", persist_state="session")
    form = st.radio(
        t("desk-take-form"),
        takeout.FORMS,
        format_func=lambda form: t(f"desk-form-{form}"),
        captions=[t(f"desk-form-{form}-why") for form in takeout.FORMS],
        key="take_form",
        persist_state="session",
    )
    return chosen, documented, form
