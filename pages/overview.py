"""Overview: where are we on this day, what is missing, what changed?"""

import streamlit as st

from measures import overview
from shell import context, filters, gap_list, lists, markup
from shell.stage import bar, composition
from views.acts import country as acts
from views.area import card

records, reader = context.records(), context.reader()
selection = bar.show("asof", "place", "evidence", actions=acts.actions)
composition.show(
    acts.OVERVIEW,
    selection,
    tabs=lambda: composition.measure_tabs(acts.MEASURES),
    levels=composition.level_tabs,
    card=card.html(records, selection, composition.links_of("overview"), reader),
)

gap_list.show(records, selection, reader, key="gaps")

since = filters.since()
with st.container(key="changes_head", horizontal=True, gap="small", vertical_alignment="bottom"):
    st.html(markup.section(reader.t("overview-changes"), reader.t("overview-changes-sub")))
    filters.beside("since_controls", "since")
st.html(lists.changes(overview.changes(records=records, selection=selection, since=since), reader))
