"""Published titles and names that differ only in spelling: what is chosen goes to the editors as a proposal."""

import streamlit as st

from data.intake.clusters import Cluster
from data.proposals import spelling, work
from data.proposals.model import ProposalError
from data.records import Records
from data.remember import lru_cache
from data.store.errors import StoreError
from locales import Reader
from shell import amending, context, identity, markup
from views.desk import common as desk
from views.desk import spelled as desk_spelled

DONE = "_desk_spelled_done"


def show(records: Records, reader: Reader) -> None:
    """Draw the clusters with a choice for each, for those who may propose and see everything; nothing is changed here."""
    t, store = reader.t, context.store()
    if done := st.session_state.pop(DONE, ""):
        st.success(markup.as_text(done))
    if store is None or context.fixed() or not amending.may_propose() or identity.who().groups is not None:
        return
    found = _found(records)
    if not found:
        return
    label = t("spelled-published", n=len(found))
    with (
        st.expander(label, key="desk_spelled_over", icon=":material/spellcheck:"),
        st.form("desk_spelled_over_form", border=False, clear_on_submit=True),
    ):
        desk.quiet(t("spelled-published-sub"))
        chosen = [(one, desk_spelled.choice(one, reader)) for one in found[: desk_spelled.SHOWN]]
        if len(found) > desk_spelled.SHOWN:
            desk.quiet(t("desk-more", shown=desk_spelled.SHOWN, of=len(found)))
        if not st.form_submit_button(t("spelled-propose"), key="desk_spelled_propose", type="primary"):
            return
    ledger, count = amending.ledger(store), 0
    try:
        for one, text in chosen:
            for draft in (
                spelling.drafts(one, text, t("spelled-why", text=text[:200]), records) if text else ()
            ):
                work.send(ledger, draft, amending.me(), records)
                count += 1
    except (ProposalError, StoreError) as error:
        amending.failed(error, reader)
        return
    if count:
        st.session_state[DONE] = t("spelled-proposed", n=count)
        st.rerun()


@lru_cache(maxsize=2)
def _found(records: Records) -> tuple[Cluster, ...]:
    return spelling.found(records)
