"""Placeholder of compare."""

import streamlit as st

from shell import context, filters, markup

filters.show("asof", "groups", "evidence")
st.html(markup.lead(context.reader().t("nav-compare")))
