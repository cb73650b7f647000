"""Overview: where are we on this day, what is missing, what changed?"""

import streamlit as st

from figures import drawn
from measures import overview
from shell import ahead, clicks, context, downloads, figure_card, filters, gap_list, lists, markup, opening
from views.area import note as area_note
from views.present import view as present_view

records, reader = context.records(), context.reader()
selection = filters.show("asof", "groups", "area", "evidence")
since = filters.since()

st.html(
    opening.of_overview(records, selection, reader)
    + lists.key_figures(overview.key_figures(records=records, selection=selection, since=since), reader)
)
downloads.show(present_view.scopes_of(selection), selection.evidence)

filters.beside("map_controls", "measure", "level")
left, right = st.columns([5, 6], gap="large")
with left:
    area_map = drawn.area_map(records, selection, reader)
    figure_card.show(area_map, key="map", on_select=clicks.sets("area", "map", area_map))
    area_note.show(records, selection, reader)
with right:
    figure_card.show(drawn.group_ranking(records, selection, reader, context.compact()), key="ranking")
    st.html(lists.missing(overview.missing(records=records, selection=selection), reader))

gap_list.show(records, selection, reader, key="gaps")

figure_card.show(drawn.ribbon(records, reader, context.compact()), key="ribbon")

st.html(markup.section(reader.t("overview-changes"), reader.t("overview-changes-sub")))
filters.beside("since_controls", "since")
st.html(lists.changes(overview.changes(records=records, selection=selection, since=since), reader))
ahead.show(records, selection, reader, opening.of_overview)
