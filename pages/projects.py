"""Projects: which ones, where, with how much money, in which state? And one project with its places."""

import streamlit as st

from measures.projects import explorer
from shell import clicks, context, downloads, figure_card, markup
from views.present import view as present_view
from views.projects import card as project_card
from views.projects import figures as project_figures
from views.projects import filters as project_filters
from views.projects import listing as project_list
from views.projects import view as project_view

records, reader = context.records(), context.reader()
asked = project_filters.query()
project_filters.first_page_if_new(asked)
project_view.style()
project_filters.show(asked, records, reader)

totals = explorer.totals(records, asked)
st.html(
    markup.lead(
        project_view.lead(totals, asked, reader, records),
        project_view.below(asked, totals.documents, reader, records),
    )
    + project_view.key_totals(totals, asked, reader)
)

downloads.show(present_view.scopes_of(asked.selection), asked.selection.evidence)
measure, conditions = project_filters.measure(), project_view.conditions(asked, reader, records)
timeless = asked.but(level="province")  # the level changes the map alone
project_filters.map_controls(reader)
left, right = st.columns([5, 6], gap="large")
with left:
    area_map = project_figures.area_map(records, asked, measure, conditions, reader)
    figure_card.show(area_map, key="map", on_select=clicks.sets("area", "map", area_map))
    if totals.state == "value":
        whole = project_view.conditions(
            asked.but(status=None), reader, records
        )  # the flow shows every status
        figure_card.show(project_figures.by_status(records, timeless, whole, reader), key="status_flow")
with right:
    if totals.state != "value":
        st.html(markup.section(*project_view.nothing(totals, reader)))
    else:
        figure_card.show(project_figures.by_year(records, timeless, conditions, reader), key="money_by_year")
        parts = project_figures.by_programme(records, timeless, measure, conditions, reader)
        figure_card.show(parts, key="composition", on_select=clicks.sets("programme", "composition", parts))

found = project_card.chosen(asked)
if found:
    project_card.show(found, asked, reader)
project_list.listing(timeless, totals.state)
