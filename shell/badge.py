"""The badge that always says which data is shown."""

from html import escape

import streamlit as st

from locales import Reader
from measures.selection import Selection


def show(selection: Selection, reader: Reader) -> None:
    """Draw the badge: illustrative rows are mixed in, or documented rows only."""
    mixed = selection.evidence == "all"
    word = reader.t("badge-mixed" if mixed else "badge-documented")
    why = reader.t("badge-mixed-why" if mixed else "badge-documented-why")
    st.html(
        f'<span class="sti-badge {"mixed" if mixed else "documented"}" role="note" title="{escape(why, quote=True)}">'
        f'{escape(word)}<span class="sti-sr"> {escape(why)}</span></span>'
    )
