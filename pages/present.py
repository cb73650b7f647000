"""Present: the story of the chosen area and day on a large screen, stepped through by keyboard or clicker."""

import streamlit as st

from exports.story.story import StoryError
from shell import context, downloads, filters
from views.present import view as present_view

records, reader = context.records(), context.reader()
st.html(f"<style>{present_view.STYLE}</style>")
st.html(f"<script>{present_view.SCRIPT}</script>", unsafe_allow_javascript=True)
with st.container(key="present_panel"):
    selection = filters.show("asof", "area", "groups", "evidence")
    present_view.beginning(reader)
    scope = present_view.scope_of(selection)
    kinds = present_view.chooser(reader)
    downloads.show(present_view.scopes_of(selection), selection.evidence, link=False)
try:
    present_view.slides(records, scope, selection, reader, kinds)
except StoryError as error:
    present_view.cannot(error.sentence(reader), reader)
