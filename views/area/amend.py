"""Add or correct what an area's page says: a form of the schema's own columns, sent as a proposal or published at once."""

from collections.abc import Mapping

import streamlit as st

from data.access.roles import may_publish
from data.columns import Column, table_message
from data.proposals import drafting, work
from data.proposals.drafting import UnreadableError
from data.proposals.merging import standing
from data.proposals.model import ProposalError
from data.proposals.work import Draft
from data.records import Records
from data.schema import TABLES
from data.store.errors import StoreError
from locales import Reader
from shell import address, amending, context, identity, lists, markup

NOTE = "note"
NEW = ""
DONE = "amend_done"
_OPENED = "_amend_opened"
FILES = ["pdf", "png", "jpg", "jpeg", "docx", "xlsx", "pptx"]


def show(area_code: str, name: str, reader: Reader) -> None:
    """Draw the button; whoever may not propose reads why. An address with `row=amend|table|key` opens the form there."""
    t = reader.t
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))
    if context.store() is None or context.fixed() is not None:  # corrections are made to the newest release
        return
    if not amending.may_propose():
        if identity.rules().sign_in:
            st.button(t("amend-sign-in"), key="amend_sign_in", on_click=st.login, icon=":material/login:")
        return
    asked = _asked_for(area_code)
    if st.button(t("amend-open"), key="amend_open", icon=":material/edit:") or asked:
        st.dialog(t("amend-title", area=name), width="large")(_form)(area_code, reader)


def _asked_for(area_code: str) -> bool:
    """Say whether the address asks for the form at a row, once a visit; the form then begins with it."""
    row = address.current()["row"] or ""
    if not row.startswith(lists.AMEND) or st.session_state.get(_OPENED) == (area_code, row):
        return False
    st.session_state[_OPENED] = (area_code, row)
    table, _, key = row.removeprefix(lists.AMEND).partition("|")
    if table not in _tables(area_code) or table == NOTE:
        return False
    own = drafting.rows_in(table, area_code, context.records())
    if table == "plans" and own and not key:  # a province has one
        key = own[0]
    if key not in (NEW, *own):
        return False
    st.session_state["amend_table"], st.session_state[f"amend_row_{table}"] = table, key
    return True


def _tables(area_code: str) -> tuple[str, ...]:
    """Return the tables whose rows an area may change here: of a group, its meetings."""
    own = drafting.FORMS if area_code.isdigit() else drafting.OF_GROUPS
    return (*own, NOTE) if _may_change() else (NOTE,)


def _form(area_code: str, reader: Reader) -> None:
    t, records = reader.t, context.records()
    table = st.selectbox(
        t("amend-what"), _tables(area_code), format_func=lambda one: _table(one, reader), key="amend_table"
    )
    key, typed = NEW, dict[str, str]()
    if table != NOTE:
        key = _row(table, area_code, records, reader)
    with st.form(f"amend_{table}", border=False):
        source, words, file = NEW, dict[str, str](), None
        if table != NOTE:
            typed = _cells(table, key, records, reader)
            st.html(f"<h3>{t('amend-document')}</h3>")
            source, words = _document(records, reader)
            file = st.file_uploader(t("amend-file"), type=FILES, key="amend_file", max_upload_size=10)
        why = st.text_area(
            t(f"amend-why-{'note' if table == NOTE else 'row'}"), key="amend_why", max_chars=1000
        )
        at_once = table != NOTE and may_publish(identity.who())
        label = t("amend-publish" if at_once else "amend-send")
        if st.form_submit_button(label, type="primary", key="amend_send"):
            try:
                rows = drafting.rows_of(table, key, area_code, typed, records) if table != NOTE else ()
                told = (file.name, file.getvalue()) if file else None
                document = drafting.document(source, words)
                _send(Draft(why, rows, (area_code,), document, told), at_once, reader)
            except UnreadableError as error:
                column, read = error.args
                st.error(
                    markup.as_text(
                        t("amend-unreadable", column=amending.column_name(column, reader), read=read)
                    )
                )


def _may_change() -> bool:
    who = identity.who()
    return may_publish(who) or bool(who.proposes)


def _send(draft: Draft, at_once: bool, reader: Reader) -> None:
    """Keep the proposal, and accept it at once for an editor; what is wrong is said and what was typed stays."""
    store = context.store()
    if store is None:
        return
    ledger, who = amending.ledger(store), amending.me()
    try:
        sent = work.send(ledger, draft, who, context.shelf().newest(first=True))
        done = reader.t("amend-sent")
        if at_once:
            made = work.accept(ledger, [sent.proposal_id], who, draft.why)
            done = reader.t("amend-published", number=str(made.number))
            context.published()
        elif sent.others:
            done = reader.t("amend-sent-others", names=reader.join(one.author for one in sent.others))
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = done
    st.rerun()


def _table(table: str, reader: Reader) -> str:
    return reader.t("amend-note") if table == NOTE else reader.t(table_message(table))


def _row(table: str, area_code: str, records: Records, reader: Reader) -> str:
    own = [NEW, *drafting.rows_in(table, area_code, records)]
    names = {key: _name(table, key, records, reader) if key else reader.t("amend-new") for key in own}
    chosen = st.selectbox(reader.t("amend-row"), own, format_func=names.__getitem__, key=f"amend_row_{table}")
    if chosen:
        st.html(lists.go(reader.t("rows-link"), "data", part="history", row=f"{table}|{chosen}"))
    return str(chosen or NEW)


def _name(table: str, key: str, records: Records, reader: Reader) -> str:
    cells = standing(table, key, records)
    word = next(
        (
            cells[n]
            for n in (f"title_{reader.lang}", "title_th", f"name_{reader.lang}", "name_th")
            if n in cells
        ),
        "",
    )
    tag = reader.t(f"proposal-evidence-{cells.get('evidence', 'documented')}")
    return f"{word or key} ({tag})"


def _cells(table: str, key: str, records: Records, reader: Reader) -> dict[str, str]:
    """Draw a field for each column and return what stands in them."""
    before = standing(table, key, records) if key else {}
    if before and before["evidence"] != drafting.DOCUMENTED:
        st.caption(reader.t("amend-illustrative"))
    return {c.name: _field(table, c, key, before, records, reader) for c in drafting.asked(table, not key)}


def _field(
    table: str, column: Column, key: str, before: Mapping[str, str], records: Records, reader: Reader
) -> str:
    label = amending.column_name(column.name, reader) + (" *" if column.required else "")
    name = f"amend_{table}_{key}_{column.name}"
    value, hint = drafting.prefilled(before, column.name), before.get(column.name, "")
    if column.kind == "date":
        value, hint = (amending.written(table, column.name, cell, {}, reader) for cell in (value, hint))
        return st.text_input(
            label, value, key=name, placeholder=hint or reader.t("amend-day-hint"), max_chars=40
        )
    options = _options(column, records, reader)
    if options:
        codes = list(options)
        at = codes.index(value) if value in options else None
        hint = options.get(hint, reader.t("amend-choose"))
        chosen = st.selectbox(label, codes, at, options.__getitem__, key=name, placeholder=hint)
        return str(chosen or "")
    return st.text_input(label, value, key=name, placeholder=hint, max_chars=500)


def _options(column: Column, records: Records, reader: Reader) -> dict[str, str]:
    if column.allowed:
        return {word: amending.word(column, word, reader) for word in column.allowed}
    if not column.refers_to:
        return {}
    frame, code = getattr(records, column.refers_to), TABLES[column.refers_to].key[0]
    kind = "name" if "name_th" in frame else "title"
    return {row[code]: reader.pick(row, kind) for row in frame.to_dict("records")}


def _document(records: Records, reader: Reader) -> tuple[str, dict[str, str]]:
    t, known = reader.t, records.sources[records.sources["evidence"] == "documented"]
    names = {NEW: t("amend-document-new")}
    names |= {row["source_id"]: reader.pick(row, "title") for row in known.to_dict("records")}
    source = st.selectbox(
        t("amend-document-known"), list(names), format_func=names.__getitem__, key="amend_source"
    )
    words = {
        name: st.text_input(
            t(f"amend-document-{name.replace('_', '-')}"), key=f"amend_document_{name}", max_chars=500
        )
        for name in ("title", "publisher", "published_on", "url")
    }
    return str(source or NEW), words
