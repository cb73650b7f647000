"""What the reader sees when the records cannot be loaded: every fault in words, nothing applied in part."""

import logging
from html import escape

import streamlit as st

from data.faults import FaultsError, fault_text
from data.store_errors import StoreError, store_error_text
from figures.tokens import tokens
from locales import LANGUAGES, Reader
from shell import chrome, markup

LOG = logging.getLogger("sti")
SHOWN = 200  # more faults than this help nobody on one page; how many there are is always said


def bare_page() -> Reader:
    """Prepare a page that shows no records, and return its reader."""
    asked = st.query_params.get("lang", LANGUAGES[0])
    reader = Reader(asked if asked in LANGUAGES else LANGUAGES[0], dark=st.context.theme.type == "dark")
    st.set_page_config(page_title=reader.t("shell-product"), layout="wide")
    chrome.style(tokens(reader))
    return reader


def show_store(error: StoreError) -> None:
    """Draw the whole page: the store cannot be opened, and what can be done."""
    reader = bare_page()
    LOG.error("the store cannot be opened: %s", error)
    st.html(markup.lead(reader.t("store-closed"), escape(store_error_text(error, reader))))


def show(error: FaultsError) -> None:
    """Draw the whole page: how many faults, and each with file, row, column, what was read and expected."""
    reader = bare_page()
    rows = [
        [
            escape(fault.file),
            str(fault.row or "–"),
            escape(fault.column or "–"),
            escape(fault_text(fault, reader)),
        ]
        for fault in error.faults[:SHOWN]
    ]
    columns = [reader.t(f"faulty-column-{name}") for name in ("file", "row", "column", "sentence")]
    st.html(
        markup.lead(reader.t("shell-data-fault", n=len(error.faults)), reader.t("shell-data-fault-below"))
        + markup.html_table(columns, rows, numeric={1}, caption=reader.t("shell-data-faults"))
    )
