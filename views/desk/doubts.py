"""The list of doubts: by area, table and age, with state, owner and answer; editors answer, corrections are proposals."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from data.access.roles import may_publish
from data.proposals import doubts, work
from data.proposals.doubts import Doubt
from data.proposals.model import ProposalError
from data.records import Records
from data.store.errors import StoreError
from data.store.store import Store
from locales import Reader
from measures.quality_cells import WORK_TABLES
from shell import address, amending, doubting, identity, lists, markup
from views.desk import common as desk
from views.desk import rights as desk_rights

AGES = (7, 30, 90, 365)  # days that a doubt has stood at least
SHOWN = 40  # doubts on the page at once; how many there are is always said
DONE = "doubt_answered"


def show(store: Store | None, records: Records, reader: Reader) -> None:
    """Draw the choice and the list; for editors a field to answer each open one."""
    t = reader.t
    if store is None:
        desk_rights.explain("no-store", reader)
        return
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))
    every = doubting.known()
    counts = {state: sum(one.state == state for one in every) for state in doubts.STATES}
    st.html(markup.section(t("doubts-head"), t("doubts-head-sub", **counts)))
    if not every:
        desk.quiet(t("doubts-none"))
        return
    found = _chosen(every, records, reader)
    if not found:
        desk.quiet(t("doubts-none-chosen"))
    for one in found[:SHOWN]:
        _one(store, one, records, reader)
    if len(found) > SHOWN:
        desk.quiet(t("desk-more", shown=SHOWN, of=len(found)))


def _chosen(every: tuple[Doubt, ...], records: Records, reader: Reader) -> list[Doubt]:
    """Draw the choice of state, table and area, and return what it leaves."""
    t, view = reader.t, address.current()
    names = {row["province_code"]: reader.pick(row, "name") for row in records.provinces.to_dict("records")}
    names |= {
        row["group_code"]: reader.pick(row, "name") for row in records.province_groups.to_dict("records")
    }
    areas = sorted({code for one in every for code in one.note.areas})
    st.session_state["state"], st.session_state["table"] = view["state"], view["table"]
    with st.container(key="doubts_choice", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.selectbox(
            t("doubts-state"), doubts.STATES, index=None, placeholder=t("doubts-any"), key="state", width=220,
            format_func=lambda state: t(f"doubts-state-{state}"),
        )  # fmt: skip
        st.selectbox(
            t("rows-table"), WORK_TABLES, index=None, placeholder=t("doubts-any"), key="table", width=260,
            format_func=lambda name: desk.table_name(name, reader),
        )  # fmt: skip
        owners = ("", *sorted({one.note.owner for one in every} - {""}))
        owner = st.selectbox(
            t("doubts-owner"), owners, index=None, placeholder=t("doubts-any"), key="doubts_owner", width=220,
            format_func=lambda name: name or t("doubts-nobody"),
        )  # fmt: skip
        least = st.selectbox(
            t("doubts-older"), AGES, index=None, placeholder=t("doubts-any"), key="doubts_older", width=200,
            format_func=lambda days: t("doubts-days", n=days),
        )  # fmt: skip
        area = st.selectbox(
            t("doubts-area"), areas, index=None, placeholder=t("doubts-any"), key="doubts_area", width=260,
            format_func=lambda code: names.get(code, code),
        )  # fmt: skip
    return [
        one
        for one in every
        if view["state"] in (None, one.state)
        and view["table"] in (None, one.place.table)
        and (area is None or area in one.note.areas)
        and (owner is None or owner == one.note.owner)
        and (least is None or _days(one) >= least)
    ]


def _days(one: Doubt) -> int:
    """Return for how many days a doubt has stood."""
    return (desk.now() - one.note.sent_at.astimezone(desk.BANGKOK)).days


def _one(store: Store, one: Doubt, records: Records, reader: Reader) -> None:
    t, name = reader.t, one.note.proposal_id
    with st.container(border=True, key=f"doubt_{name}"):
        age = escape(t("doubts-age", n=_days(one))) if one.state == "open" else ""
        ways = [doubting.history(one.place.table, one.place.key, reader), _to_correct(one)]
        links = " · ".join(way for way in ways if way)
        st.html(
            f"<p><b>{doubting.described(one.place, records, reader)}</b></p><p>{doubting.told(one, reader)} "
            f'<span class="sti-sub">{age}</span></p><p class="sti-sub">{links}</p>'
        )
        if one.state == "open" and may_publish(identity.who()):
            with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
                word = f"answer_{name}"
                st.text_input(t("doubts-answer"), key=word, max_chars=500, width=420)
                st.button(
                    t("proposals-reply"),
                    key=f"reply_{name}",
                    on_click=partial(_answer, store, name, word, reader),
                )
                me = amending.me().name
                own = one.note.owner == me
                st.button(
                    t("doubts-let-go" if own else "doubts-take"),
                    key=f"own_{name}",
                    type="tertiary",
                    on_click=partial(_look_after, store, name, "" if own else me, reader),
                )


def _to_correct(one: Doubt) -> str:
    """Return the way to the form that corrects the row, for those who may propose; a group has no form of its own."""
    areas = [code for code in one.note.areas if "-" not in code]
    return lists.amend(areas[0], one.place.table, one.place.key) if areas and one.state != "corrected" else ""


def _look_after(store: Store, name: str, owner: str, reader: Reader) -> None:
    said = reader.t("doubts-taken" if owner else "doubts-let-gone")
    _done(lambda: work.look_after(amending.ledger(store), name, amending.me(), owner), said, reader)


def _answer(store: Store, name: str, word: str, reader: Reader) -> None:
    told = st.session_state.get(word, "")
    said = reader.t("doubts-answered")
    _done(lambda: work.send_back(amending.ledger(store), name, told, amending.me()), said, reader)


def _done(act: Callable[[], None], said: str, reader: Reader) -> None:
    """Do what was asked and say that it is done, or why it is not."""
    try:
        act()
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = said
