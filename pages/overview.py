"""Overview: where are we on this day, what is missing, what changed?"""

import streamlit as st

from figures import leads
from measures import freshness, overview
from shell import (
    area_note,
    clicks,
    context,
    downloads,
    drawn,
    figure_card,
    filters,
    gap_list,
    lists,
    markup,
    present_view,
)

records, reader = context.records(), context.reader()
selection = filters.show("asof", "groups", "area", "evidence")
since = filters.since()

parts = overview.sentence_parts(records=records, selection=selection)
last = freshness.said_if_past(records, selection.asof)
st.html(
    markup.lead(
        leads.overview(parts, filters.scope(selection), reader),
        leads.below(
            parts, reader.date(selection.asof), reader.date(last) if last else "", selection.evidence, reader
        ),
    )
    + lists.key_figures(overview.key_figures(records=records, selection=selection, since=since), reader)
)
downloads.show([(present_view.scope_of(selection), selection.asof)], selection.evidence)

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
