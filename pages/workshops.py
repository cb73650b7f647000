"""Workshops: who was invited, who came, who never did, on what evidence?"""

import streamlit as st

from figures import drawn, leads
from measures import freshness, overview, workshops
from measures.evidence import combined
from shell import clicks, context, downloads, figure_card, filters, lists, markup, tables
from views.present import view as present_view

records, reader = context.records(), context.reader()
selection = filters.show("asof", "groups", "phase", "evidence")

parts = overview.sentence_parts(records=records, selection=selection)
never = workshops.never_came(records=records, selection=selection)
last = freshness.said_if_past(records, selection.asof)
day, past = reader.date(selection.asof), reader.date(last) if last else ""
st.html(
    markup.lead(
        leads.workshops(
            parts, len(never), filters.scope(records, selection, reader), reader, combined(never["evidence"])
        ),
        leads.below(parts, day, past, selection.evidence, reader, coverage=False),
    )
)

downloads.show(present_view.scopes_of(selection), selection.evidence)

compact = context.compact()
timeless = selection.but(area=None, measure="attendance", level="province")
figure_card.show(drawn.full_timeline(records, timeless, reader, compact), key="timeline")

left, right = st.columns([5, 6], gap="large")
with left:
    attended = timeless.but(area=selection.area)
    area_map = drawn.area_map(records, attended, reader)
    figure_card.show(area_map, key="map", on_select=clicks.sets("area", "map", area_map))
with right:
    figure_card.show(drawn.group_phase(records, timeless, reader, compact), key="group_phase")
    st.html(lists.never_came(never, reader))

left, right = st.columns(2, gap="large")
with left:
    figure_card.show(drawn.roles(records, timeless, reader), key="roles")
with right:
    figure_card.show(drawn.participants(records, timeless, reader), key="participants")

listing = workshops.listing(records=records, selection=selection)
st.html(markup.section(reader.t("workshops-list"), reader.t("workshops-list-sub", n=len(listing))))
chosen = filters.workshop(listing)
if chosen:
    detail = workshops.detail(records=records, workshop_id=chosen)
    st.html(tables.workshop_detail(detail, records.sources, reader))
st.html(tables.workshop_list(listing, reader, lists.workshop_link))
