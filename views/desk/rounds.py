"""Rounds of collection: an editor opens them and sees who has answered; contributors see what their areas lack."""

from datetime import timedelta
from functools import partial
from html import escape

import streamlit as st

from data.access.roles import may_publish
from data.proposals.drafting import FORMS
from data.proposals.model import ProposalError
from data.proposals.rights import provinces_of
from data.records import Records
from data.rounds.book import Round, RoundBook
from data.rounds.standing import STATES, Answer, answers, today
from data.store.errors import StoreError
from data.store.store import Store
from exports import rounds as going_out
from exports.delivery.rules import RulesError
from exports.rounds import Going
from figures import rounds as figures
from geo import boundaries, calendar
from locales import Reader
from shell import amending, figure_card, identity, markup, trying
from views.desk import common as desk
from views.desk import rights as desk_rights
from views.desk import rounds_own

DONE = "rounds_done"
FIELDS = ("round_title", "round_tables", "round_areas", "round_until", "round_note")
WEEKS = timedelta(weeks=4)  # until when a round runs, unless its editor says otherwise


def show(store: Store | None, records: Records, reader: Reader) -> None:
    """Draw the rounds as whoever looks may see them."""
    if store is None:
        desk_rights.explain("no-store", reader)
        return
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))
        for name in FIELDS:  # what was asked for stands below; the form is for the next one
            st.session_state.pop(name, None)
    book, t = RoundBook(store), reader.t
    st.html(markup.section(t("rounds"), t("rounds-sub")))
    if not may_publish(identity.who()):
        rounds_own.show(book, records, reader)
        return
    trying.ways("data", reader, part="rounds")
    running = book.running()
    with st.expander(
        t("round-open-title"), expanded=not running, key=f"round_new_{len(running)}", icon=":material/add:"
    ):
        _open(book, records, reader)
    known = list(amending.ledger(store).all().values())
    for one in running:
        found = answers(one, known, today())
        going = Going(
            one, found, going_out.people(identity.rules().contributors, one, records), records, reader
        )
        _round(book, going)


def _open(book: RoundBook, records: Records, reader: Reader) -> None:
    t, day = reader.t, today()
    groups = {row["group_code"]: reader.pick(row, "name")
              for row in calendar.groups_on(records.province_groups, day).to_dict("records")}  # fmt: skip
    names = groups | {
        row["province_code"]: reader.pick(row, "name") for row in records.provinces.to_dict("records")
    }
    with st.form("round_open", border=False):
        title = st.text_input(t("round-title"), key="round_title", max_chars=200, width=620)
        tables = st.multiselect(t("round-tables"), FORMS, ["plans"], lambda one: desk.table_name(one, reader),
                                key="round_tables", placeholder=t("round-tables"), width=620)  # fmt: skip
        areas = st.multiselect(t("round-areas"), list(names), format_func=names.__getitem__, key="round_areas",
                               placeholder=t("round-areas-all"), width=620)  # fmt: skip
        until = st.date_input(t("round-until"), day + WEEKS, min_value=day, format="DD/MM/YYYY", key="round_until",
                              width=300)  # fmt: skip
        desk.quiet(t("round-until-hint"))
        note = st.text_input(t("round-note"), key="round_note", max_chars=500, width=620)
        if st.form_submit_button(t("round-open"), type="primary", key="round_open_button"):
            every = set(records.provinces["province_code"])
            asked = sorted(provinces_of(areas, records) & every) if areas else sorted(every)
            try:
                one = book.open(amending.me(), title, tables, asked, until, note)
            except (ProposalError, StoreError) as error:
                amending.failed(error, reader)
                return
            st.session_state[DONE] = t("round-opened", title=one.title, n=len(one.areas))
            st.rerun()


def _round(book: RoundBook, going: Going) -> None:
    one, reader, t = going.one, going.reader, going.reader.t
    tables = reader.join(desk.table_name(table, reader) for table in one.tables)
    counts = {state: sum(a.state == state for a in going.answers.values()) for state in STATES}
    told = t("round-told", answered=counts["answered"], n=len(one.areas), day=reader.date(one.until))
    with st.container(key=f"round_{one.round_id}"):
        below = t("round-tables-told", tables=tables)
        figure_card.show(_figure(going, f"{one.title}: {told}", f"{below} · {one.note}" if one.note else below),
                         key=f"round_map_{one.round_id}", level=3)  # fmt: skip
        st.html(_listed(going))
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.download_button(t("round-parcel"), data=lambda: going_out.parcel(going), file_name=f"{one.round_id}.zip",
                               mime="application/zip", key=f"round_parcel_{one.round_id}", on_click="ignore",
                               icon=":material/folder_zip:")  # fmt: skip
            _post(book.store, going)
            _prolong(book, one, reader)
            st.button(t("round-close"), key=f"round_close_{one.round_id}", type="tertiary",
                      on_click=partial(_close, book, one, reader))  # fmt: skip


def _figure(going: Going, title: str, subtitle: str) -> figures.Figure:
    layer = boundaries.layer("province", today())
    order = {state: at for at, state in enumerate(("returned", "late", "waiting", "answered"))}
    rows = [_row(answer, going) for answer in sorted(going.answers.values(), key=lambda a: order[a.state])]
    return figures.answered(title, rows, layer, going.reader, subtitle, today())


def _row(answer: Answer, going: Going) -> dict[str, str]:
    when = desk.moment(answer.at, going.reader) if answer.at else ""
    return {"area_code": answer.area, "name": going.name(answer.area), "state": answer.state, "when": when,
            "who": answer.by}  # fmt: skip


def _listed(going: Going) -> str:
    """Return who is still to answer as a list: what an editor acts on, without opening the table."""
    reader = going.reader
    items = []
    for state in ("returned", "late", "waiting"):
        names = [going.name(answer.area) for answer in going.answers.values() if answer.state == state]
        if names:
            told = reader.t("round-state-list", state=reader.t(f"round-state-{state}"), n=len(names))
            items.append(f"<li><b>{escape(told)}</b> {escape(reader.join(names))}</li>")
    return f'<ul class="sti-notes">{"".join(items)}</ul>' if items else ""


def _post(store: Store, going: Going) -> None:
    """Draw the button that sends reminders, where a mail server is configured and somebody is to be reminded."""
    t = going.reader.t
    try:
        server = going_out.post()
    except RulesError as error:
        desk.note(t("deliver-bad-rule", place=error.args[0], expected=error.args[1]))
        return
    if server is None:
        desk.quiet(t("round-no-post"))
        return
    waiting = [
        a for a, areas in going.people.items() if any(going.answers[x].state in going_out.OPEN for x in areas)
    ]
    label = t("round-remind", n=len(waiting))
    if st.button(
        label, key=f"round_remind_{going.one.round_id}", icon=":material/mail:", disabled=not waiting
    ):
        told = going_out.send(store, going, server, today())
        failed = [address for address, why in told.items() if why]
        st.info(markup.as_text(t("round-reminded", n=len(told) - len(failed), failed=len(failed))))


def _prolong(book: RoundBook, one: Round, reader: Reader) -> None:
    """Draw the other last day of a round; everybody who is asked sees it at once, and reminders carry it."""
    t, name = reader.t, one.round_id
    with st.popover(t("round-prolong"), key=f"round_prolong_{name}", icon=":material/event:"), st.form(
        f"round_prolonged_{name}", border=False
    ):  # fmt: skip
        until = st.date_input(
            t("round-prolong-until"), max(one.until, today()), min_value=today(), format="DD/MM/YYYY",
            key=f"round_prolong_until_{name}",
        )  # fmt: skip
        desk.quiet(t("round-until-hint"))
        if st.form_submit_button(
            t("round-prolong-button"), type="primary", key=f"round_prolong_button_{name}"
        ):
            try:
                book.prolong(amending.me(), name, until)
            except (ProposalError, StoreError) as error:
                amending.failed(error, reader)
                return
            st.session_state[DONE] = t("round-prolonged", title=one.title, day=reader.date(until))
            st.rerun()


def _close(book: RoundBook, one: Round, reader: Reader) -> None:
    try:
        book.close(amending.me(), one.round_id)
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = reader.t("round-closed", title=one.title)
