"""What the reader sees when something fails: in words, with what still stands, nothing applied in part."""

import logging
import uuid
from html import escape

import streamlit as st

from data.faults import FaultsError, fault_text
from data.store.errors import StoreError, store_error_text
from figures.tokens import tokens
from locales import LANGUAGES, Reader
from server import watching
from server.logs import DETAILS
from shell import address, chrome, markup

LOG = logging.getLogger("sti")
SHOWN = 200  # more faults than this help nobody on one page; how many there are is always said


def on_script_error(error: BaseException) -> bool:
    """Show a calm message with a reference in the reader's language; the trace goes to the log under it.

    Holds for pages, parts, callbacks and for what fails before a page is chosen. A store that fails is named.
    """
    watching.failed()
    reference = uuid.uuid4().hex[:8]
    told = {"reference": reference, "page": watching.current_page(), "session": watching.current_session()}
    LOG.error("page failed, reference %s", reference, exc_info=error, extra={DETAILS: told})
    reader = early_reader()
    st.error(reader.t("shell-error", reference=reference))
    if isinstance(error, StoreError):
        st.html(f'<p class="sti-note">{escape(store_error_text(error, reader))}</p>')
    return True


def stale(trouble: StoreError, number: str, reader: Reader) -> None:
    """Draw above a page why its release may be out of date, as far as it concerns readers. number: of the release shown."""
    named = f"keeping-stale-{trouble.kind}"
    message = named if reader.has(named) else "keeping-stale"
    st.warning(reader.t(message, number=number), icon=":material/cloud_off:")


def early_reader() -> Reader:
    """Return the reader as far as is known before the address has been read."""
    asked = address.current().get("lang") or st.query_params.get("lang")
    return Reader(asked if asked in LANGUAGES else LANGUAGES[0], dark=st.context.theme.type == "dark")


def bare_page() -> Reader:
    """Prepare a page that shows no records, and return its reader."""
    reader = early_reader()
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
