"""What is proposed: for editors the queue, by what it would change; for contributors what became of theirs."""

from functools import partial
from html import escape

import streamlit as st

from data.access.roles import may_publish
from data.proposals import attachments, work
from data.proposals.effect import Effect, queue
from data.proposals.ledger import Ledger
from data.proposals.model import Proposal, ProposalError
from data.records import Records
from data.store.errors import StoreError
from data.store.releases import ConflictError
from data.store.store import Store
from locales import Reader
from shell import amending, context, identity, markup, trying
from views.desk import common as desk
from views.desk import proposals_change
from views.desk import rights as desk_rights

SHOWN = 20  # proposals on the page at once; how many wait is always said
DONE = "proposals_done"


def show(store: Store | None, records: Records, reader: Reader) -> None:
    """Draw the queue, or what became of the reader's own proposals."""
    t = reader.t
    if store is None:
        desk_rights.explain("no-store", reader)
        return
    if done := st.session_state.pop(DONE, ""):
        st.success(done)
    ledger = amending.ledger(store)
    if may_publish(identity.who()):
        _queue(ledger, reader)
        trying.ways("data", reader, part="proposals")
        return
    st.html(markup.section(t("proposals-own"), t("proposals-own-sub")))
    if not amending.may_propose():
        desk.quiet(t("proposals-nobody"))
        if identity.rules().sign_in:
            st.button(t("desk-sign-in"), on_click=st.login, key="proposals_sign_in", type="primary")
        return
    own = [one for one in ledger.all().values() if one.author == identity.who().name][::-1]
    if not own:
        desk.quiet(t("proposals-own-none"))
    for one in own[:SHOWN]:
        _own(ledger, one, records, reader)


def _queue(ledger: Ledger, reader: Reader) -> None:
    """Draw what waits, each with the cells before and after, and the form that takes the chosen ones as one release."""
    t, records = reader.t, context.shelf().newest(first=True)
    listed = queue(ledger.waiting(), records)
    st.html(markup.section(t("proposals-queue"), t("proposals-queue-sub", n=len(listed))))
    if not listed:
        desk.quiet(t("proposals-none"))
        return
    chosen = []
    for one, effect in listed[:SHOWN]:
        with st.container(border=True, key=f"proposal_{one.proposal_id}"):
            _told(one, effect, records, reader)
            for other in ledger.others_on(one.rows, but=one.proposal_id):
                desk.note(t("proposals-other", author=other.author, why=other.why))
            _file(ledger.store, one, reader)
            if not one.is_note and st.checkbox(t("proposals-choose"), key=f"choose_{one.proposal_id}"):
                chosen.append(one.proposal_id)
            with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
                word = f"word_{one.proposal_id}"
                label = t("proposals-answer" if one.is_note else "proposals-word")
                st.text_input(label, key=word, max_chars=500, width=420)
                send = partial(_send_back, ledger, one.proposal_id, word, reader)
                st.button(
                    t(f"proposals-{'reply' if one.is_note else 'return'}"), key=f"back_{word}", on_click=send
                )
    with st.form("proposals_accept", border=False):
        note = st.text_input(t("desk-reason"), key="accept_note", max_chars=300, width=520)
        label = t("proposals-accept", n=len(chosen))
        if st.form_submit_button(label, type="primary", key="accept_button", disabled=not chosen):
            _accept(ledger, chosen, note, reader)
    desk_rights.who(reader)


def _accept(ledger: Ledger, ids: list[str], note: str, reader: Reader) -> None:
    try:
        made = work.accept(ledger, ids, amending.me(), note)
    except ConflictError as error:
        desk_rights.failed(error, reader)
        return
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = reader.t("proposals-accepted", n=len(ids), number=str(made.number))
    desk_rights.published()
    st.rerun()


def _send_back(ledger: Ledger, proposal_id: str, word: str, reader: Reader) -> None:
    try:
        work.send_back(ledger, proposal_id, st.session_state.get(word, ""), amending.me())
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = reader.t("proposals-sent-back")


def _own(ledger: Ledger, one: Proposal, records: Records, reader: Reader) -> None:
    t = reader.t
    with st.container(border=True, key=f"own_{one.proposal_id}"):
        state = t(f"proposal-state-{one.state}", number=str(one.number), who=one.answered_by)
        answer = (
            f'<p class="sti-note">{escape(t("proposals-said", word=one.answer))}</p>' if one.answer else ""
        )
        st.html(f'<p><span class="sti-tag">{escape(state)}</span> {escape(_head(one, reader))}</p>{answer}')
        st.html(_body(one, records, reader))
        if one.state in ("open", "returned"):
            take_back = partial(_withdraw, ledger, one.proposal_id, reader)
            st.button(t("proposals-withdraw"), key=f"withdraw_{one.proposal_id}", on_click=take_back)
            if not one.is_note:
                proposals_change.show(ledger, one, reader)


def _withdraw(ledger: Ledger, proposal_id: str, reader: Reader) -> None:
    try:
        work.withdraw(ledger, proposal_id, amending.me())
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)


def _told(one: Proposal, effect: Effect, records: Records, reader: Reader) -> None:
    names = {row["province_code"]: reader.pick(row, "name") for row in records.provinces.to_dict("records")}
    areas = reader.join(names.get(code, code) for code in effect.areas)
    told = reader.t(f"proposal-effect-{effect.kind}")
    table = desk.table_name(effect.table, reader) if effect.table else ""
    parts = " · ".join(part for part in (told, table, areas) if part)
    st.html(f"<h3>{escape(parts)}</h3><p>{escape(_head(one, reader))}</p>{_body(one, records, reader)}")


def _head(one: Proposal, reader: Reader) -> str:
    when = desk.moment(one.sent_at, reader)
    return reader.t("proposals-head", author=one.author, when=when, why=one.why)


def _body(one: Proposal, records: Records, reader: Reader) -> str:
    if one.is_note:
        return ""
    return f'<p class="sti-sub">{escape(_document(one, records, reader))}</p>' + amending.cells(
        one.rows, amending.names(records, reader), reader
    )


def _document(one: Proposal, records: Records, reader: Reader) -> str:
    known = {row["source_id"]: reader.pick(row, "title") for row in records.sources.to_dict("records")}
    document = one.document
    words = [
        known.get(document.source_id, document.source_id) or document.title,
        document.publisher,
        document.url,
    ]
    return reader.t("proposals-document", document=" · ".join(word for word in words if word))


def _file(store: Store, one: Proposal, reader: Reader) -> None:
    """Offer the file behind a proposal to take away; it is never shown in the page."""
    if one.attachment is None:
        return
    try:
        content = attachments.read(store, one.attachment)
    except StoreError as error:
        amending.failed(error, reader)
        return
    name = f"{one.attachment.name.rpartition('.')[0] or one.attachment.name}.{one.attachment.kind}"
    label = markup.as_text(reader.t("proposals-file", name=one.attachment.name))
    st.download_button(
        label, content, name, "application/octet-stream", key=f"file_{one.proposal_id}", on_click="ignore"
    )
