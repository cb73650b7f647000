"""Change a proposal that waits or was returned: the cells it asks for, its reason, and it is sent again."""

import streamlit as st

from data.proposals import drafting, work
from data.proposals.drafting import UnreadableError
from data.proposals.ledger import Ledger
from data.proposals.merging import standing
from data.proposals.model import Proposal, ProposalError, Row
from data.proposals.work import Draft
from data.records import Records
from data.schema import TABLES
from data.store.errors import StoreError
from locales import Reader
from shell import amending, context, markup

DONE = "proposals_done"


def show(ledger: Ledger, one: Proposal, reader: Reader) -> None:
    """Draw a field for each cell that the proposal changes, and the reason; send it in the place of the old one."""
    t, mark = reader.t, one.proposal_id
    with (
        st.expander(t("proposals-change"), key=f"change_{mark}"),
        st.form(f"change_form_{mark}", border=False),
    ):
        typed = {(at, name): _field(mark, at, row, name, reader)
                 for at, row in enumerate(one.rows) for name in row.changed if name not in TABLES[row.table].key}  # fmt: skip
        why = st.text_area(t("amend-why-row"), one.why, key=f"change_why_{mark}", max_chars=1000)
        if not st.form_submit_button(t("proposals-change-send"), type="primary", key=f"change_send_{mark}"):
            return
        records = context.shelf().newest(first=True)
        try:
            rows = tuple(_row(at, row, typed, records) for at, row in enumerate(one.rows))
            draft = Draft(why, rows, one.areas, one.document, round_id=one.round_id)
            work.change(ledger, mark, draft, amending.me(), records)
        except UnreadableError as error:
            column, read = error.args
            st.error(
                markup.as_text(t("amend-unreadable", column=amending.column_name(column, reader), read=read))
            )
            return
        except (ProposalError, StoreError) as error:
            amending.failed(error, reader)
            return
        st.session_state[DONE] = t("amend-sent")
        st.rerun()


def _field(mark: str, at: int, row: Row, name: str, reader: Reader) -> str:
    label, key = amending.column_name(name, reader), f"change_{mark}_{at}_{name}"
    column = TABLES[row.table].column(name)
    if column.allowed:
        words = {word: amending.word(column, word, reader) for word in column.allowed}
        now = row.after.get(name, "")
        where = list(words).index(now) if now in words else None
        return str(st.selectbox(label, list(words), where, words.__getitem__, key=key, placeholder=reader.t("amend-choose"))
                   or "")  # fmt: skip
    told = amending.written(row.table, name, row.after.get(name, ""), {}, reader)
    return st.text_input(
        label, told if column.kind == "date" else row.after.get(name, ""), key=key, max_chars=500
    )


def _row(at: int, row: Row, typed: dict[tuple[int, str], str], records: Records) -> Row:
    """Return a row with the cells as they were typed; what it was before is what the release says today."""
    cells = dict(row.after)
    for (where, name), text in typed.items():
        if where == at:
            cells[name] = drafting.read_cell(TABLES[row.table].column(name), text)
    return Row(
        row.table, standing(row.table, row.key, records), {name: cell for name, cell in cells.items() if cell}
    )
