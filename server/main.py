"""The main script: runs before every page. Page frame, navigation, the reader's choices, then the page."""

import streamlit as st

from addresses.parameters import parameters
from data.faults import FaultsError
from data.store.errors import StoreError
from server import faulty, sign_in, turns
from shell import acts, address, chrome, context, doubting, fixed_view, identity, lists, trying

turns.ready()

if identity.who().role == "nobody":
    sign_in.gate()
    st.stop()
try:
    records = context.begin()
except FaultsError as error:
    faulty.show(error)
    st.stop()
except StoreError as error:
    faulty.show_store(error)
    st.stop()
gone = None
if asked := address.asked_release():
    try:
        records = context.fix(asked)
    except StoreError as error:
        gone = error
known = parameters(records)
address.read(known)
if asked and gone is None:  # the beginning of an id is written whole
    address.set_values(release=records.release.partition(".")[0])
address.settle(records)
reader = context.reader()

page = st.navigation(
    [
        st.Page(
            f"../pages/{name}.py",
            title=reader.t(f"nav-{name}"),
            url_path="" if name == "overview" else name,
            default=name == "overview",
            visibility="hidden" if name == "present" else "visible",
        )
        for name in lists.PAGES
    ],
    position="top",
)
st.set_page_config(
    page_title=f"{page.title} · {reader.t('shell-product')}",
    layout="wide",
    initial_sidebar_state="collapsed",
)
chrome.head(reader, page.title)
chrome.unknown_page(reader)
if (trouble := context.shelf().trouble) is not None:
    shown = context.shelf().release
    faulty.stale(trouble, str(shown.number) if shown else records.release, reader)
if gone is not None:
    fixed_view.missing(gone, asked, page.url_path or "overview", reader)
    address.write(known)
    st.stop()
trying.bar(page.url_path or "overview", reader)
fixed_view.bar(page.url_path or "overview", reader)
page.run()
doubting.show(page.url_path or "overview", reader)
chrome.foot(reader, records)
sign_in.controls(reader)
acts.answered()
address.write(known)
