"""Titles and names that differ only in spelling: shown together with counts, one choice for each, none made unasked."""

from collections.abc import Iterable, Sequence

import streamlit as st

from data.intake.clusters import Cluster
from locales import Reader
from views.desk import common as desk
from views.desk.job import Job

SHOWN = 30  # clusters asked about at once
AS_IS = ""


def show(job: Job, found: Sequence[Cluster], reader: Reader) -> None:
    """Draw the clusters of a file with a choice for each; what is chosen is how all of them are read."""
    if not found:
        return
    t = reader.t
    with (
        st.expander(t("spelled", n=len(found)), key="desk_spelled", icon=":material/spellcheck:"),
        st.form("desk_spelled_form", border=False),
    ):
        desk.quiet(t("spelled-sub"))
        chosen = [(one, choice(one, reader)) for one in found[:SHOWN]]
        if len(found) > SHOWN:
            desk.quiet(t("desk-more", shown=SHOWN, of=len(found)))
        if st.form_submit_button(t("spelled-take"), key="desk_spelled_take", type="primary"):
            for one, text in chosen:
                job.answers.update(one.answers(text))
            st.rerun()


def choice(one: Cluster, reader: Reader) -> str:
    """Draw the choice of one spelling; return it, AS_IS to leave them as they are."""
    texts = [text for text, _, _ in one.spellings]
    rows = {text: here + known for text, here, known in one.spellings}
    return str(
        st.selectbox(
            counted(rows.items(), reader),
            [AS_IS, *texts],
            format_func=lambda text: f"“{text}”" if text else reader.t("spelled-as-is"),
            key=f"spelled_{one.table}_{texts[0]}",
            width=820,
        )
    )


def counted(spellings: Iterable[tuple[str, int]], reader: Reader) -> str:
    """Return spellings with how many rows have each."""
    return " · ".join(reader.t("spelled-one", text=text, n=n) for text, n in spellings)
