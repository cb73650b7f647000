"""The main script: runs before every page. Page frame, navigation, the reader's choices, then the page."""

from pathlib import Path

import streamlit as st

from data.faults import FaultsError
from shell import address, chrome, context, faulty, lists
from shell.parameters import parameters, settle

FAVICON = Path(__file__).with_name("favicon.png")

try:
    records = context.records()
except FaultsError as error:
    faulty.show(error)
    st.stop()
known = parameters(records)
address.read(known)
settle(records)
reader = context.reader()

st.set_page_config(
    page_title=reader.t("shell-product"),
    # Once per session: it would be fetched again with every change. A named icon would come from another host.
    page_icon=None if "_seen_before" in st.session_state else str(FAVICON),
    layout="wide",
    initial_sidebar_state="collapsed",
)
page = st.navigation(
    [
        st.Page(
            f"../pages/{name}.py",
            title=reader.t(f"nav-{name}"),
            url_path="" if name == "overview" else name,
            default=name == "overview",
        )
        for name in lists.PAGES
    ],
    position="top",
)
st.session_state["_seen_before"] = True
chrome.head(reader)
page.run()
chrome.foot(reader, records)
address.write(known)
