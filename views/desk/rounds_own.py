"""What a round asks of a contributor: what their areas lack, a workbook to fill in, and the way to send it back."""

from functools import partial
from html import escape

import streamlit as st

from data.faults import fault_text
from data.intake import steps
from data.intake.notes import RefusedFileError
from data.proposals import drafting, work
from data.proposals.drafting import UnreadableError
from data.proposals.model import ProposalError
from data.proposals.rights import provinces_of
from data.proposals.work import Draft
from data.records import Records
from data.rounds import returned
from data.rounds.book import Round, RoundBook
from data.rounds.standing import Answer, Lack, answers, lacking, today
from data.rounds.workbooks import workbook
from data.store.errors import StoreError
from data.takeout import MIMES
from locales import Reader
from shell import amending, context, identity, lists, markup
from views.desk import common as desk
from views.desk import drop as desk_drop
from views.desk import job as desk_job

DONE = "rounds_done"
TAGS = {"answered": "good", "returned": "gap", "late": "gap", "waiting": ""}


def show(book: RoundBook, records: Records, reader: Reader) -> None:
    """Draw every running round that asks something of the reader's own areas."""
    t, who = reader.t, identity.who()
    own = {area for one in book.running() for area in _own_areas(one, records)}
    if not own:
        desk.quiet(t("rounds-none-own" if who.name else "rounds-sign-in"))
        if not who.name and identity.rules().sign_in:
            st.button(t("desk-sign-in"), on_click=st.login, key="rounds_sign_in", type="primary")
        return
    known = list(amending.ledger(book.store).all().values())
    for one in book.running():
        areas = _own_areas(one, records)
        if areas:
            st.html(markup.section(one.title, t("round-until-told", day=reader.date(one.until)), level=3))
            if one.note:
                desk.note(one.note)
            found = answers(one, known, today())
            for area in areas:
                _area(book, one, found[area], records, reader)


def _own_areas(one: Round, records: Records) -> tuple[str, ...]:
    proposes = identity.who().proposes
    if "*" in proposes:
        return one.areas
    own = provinces_of(proposes, records)
    return tuple(area for area in one.areas if area in own)


def _area(book: RoundBook, one: Round, answer: Answer, records: Records, reader: Reader) -> None:
    t, area = reader.t, answer.area
    name = reader.pick(records.provinces.set_index("province_code").loc[area], "name")
    with st.container(border=True, key=f"ask_{one.round_id}_{area}"):
        state = t(f"round-state-{answer.state}")
        st.html(f'<h4>{escape(name)} <span class="sti-tag {TAGS[answer.state]}">{escape(state)}</span></h4>')
        for proposal in answer.proposals:
            if proposal.state == "returned":
                desk.note(t("round-returned", who=proposal.answered_by, word=proposal.answer))
        lacks = lacking(one.tables, area, records)
        st.html(_lacks(lacks, records, reader))
        st.html(f'<p class="sti-go">{lists.go(t("round-form", area=name), "area", area=area)}</p>')
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.download_button(t("round-workbook"), data=lambda: workbook(one, area, records, reader),
                               file_name=f"{one.round_id}-{area}.xlsx", mime=MIMES["xlsx"],
                               key=f"book_{one.round_id}_{area}", on_click="ignore", icon=":material/download:")  # fmt: skip
            if answer.state in ("waiting", "late"):
                nothing = partial(_nothing, book, one, area, records, reader)
                st.button(
                    t("round-nothing"),
                    key=f"nothing_{one.round_id}_{area}",
                    on_click=nothing,
                    type="tertiary",
                )
        with st.expander(t("round-send"), key=f"send_{one.round_id}_{area}"):
            _fill(book, one, area, reader)


def _lacks(lacks: tuple[Lack, ...], records: Records, reader: Reader) -> str:
    if not lacks:
        return f'<p class="sti-good">{escape(reader.t("round-lacks-nothing"))}</p>'
    items = []
    for lack in lacks:
        table = desk.table_name(lack.table, reader)
        columns = reader.join(amending.column_name(column, reader) for column in lack.columns)
        told = reader.t("round-lacks-row", table=table) if not lack.key else reader.t(
            "round-lacks-cells", table=table, key=lack.key, columns=columns)  # fmt: skip
        items.append(f"<li>{escape(told)}</li>")
    return f'<ul class="sti-notes">{"".join(items)}</ul>'


def _fill(book: RoundBook, one: Round, area: str, reader: Reader) -> None:
    """Draw the way back of a filled workbook: the file, the document behind it, what is wrong, or that it was sent."""
    t, mark = reader.t, f"{one.round_id}_{area}"
    with st.form(f"fill_{mark}", border=False):
        file = st.file_uploader(t("round-file"), key=f"file_{mark}", max_upload_size=5)
        title = st.text_input(t("amend-document-title"), key=f"title_{mark}", max_chars=300, width=620)
        day = st.text_input(t("amend-document-published-on"), key=f"day_{mark}", max_chars=40, width=300)
        if not st.form_submit_button(t("amend-send"), type="primary", key=f"go_{mark}") or file is None:
            return
    records = context.shelf().newest(first=True)
    try:
        with desk_drop.working(t("desk-checking")) as progress:
            name = desk_drop.plain_name(file.name)
            filled = steps.opened(name, file.getvalue(), desk_job.limits())
            came = returned.read(filled, steps.Asked({}, {}, "merge", today()), records, progress)
        if not came.found.is_clean:
            _wrong(came, reader)
            return
        document = drafting.document("", {"title": title, "published_on": day})
        draft = Draft(t("round-why", title=one.title), came.rows, (area,), document, (name, file.getvalue()),
                      one.round_id)  # fmt: skip
        work.send(amending.ledger(book.store), draft, amending.me(), records)
    except RefusedFileError as error:
        st.error(markup.as_text(fault_text(error.fault, reader)))
    except UnreadableError as error:
        st.error(
            markup.as_text(t("amend-unreadable", column=t("amend-document-published-on"), read=error.args[1]))
        )
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
    else:
        st.session_state[DONE] = t("round-sent", n=len(came.rows))
        st.rerun()


def _wrong(came: returned.Returned, reader: Reader) -> None:
    """Say what is wrong with a filled workbook, row by row; questions are for the editors' desk and told here as faults."""
    st.error(markup.as_text(reader.t("round-wrong")))
    lines = [fault_text(fault, reader) for fault in came.found.faults[:50]]
    lines += [
        reader.t("round-not-known", row=str(q.row), column=q.column, read=q.read)
        for q in came.found.questions[:50]
    ]
    st.html('<ul class="sti-notes">' + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>")


def _nothing(book: RoundBook, one: Round, area: str, records: Records, reader: Reader) -> None:
    """Keep that an area has nothing to add (callback): an answer, too."""
    draft = Draft(reader.t("round-nothing-why", title=one.title), areas=(area,), round_id=one.round_id)
    try:
        work.send(amending.ledger(book.store), draft, amending.me(), records)
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    st.session_state[DONE] = reader.t("round-nothing-sent")
