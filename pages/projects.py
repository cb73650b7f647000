"""Projects: which ones, where, with how much money, in which state? And one project with its places."""

import streamlit as st

from figures import projects as project_figures
from measures.projects import explorer
from shell import clicks, context, figure_card, markup
from shell.stage import bar, composition
from views.acts import country
from views.projects import card as project_card
from views.projects import filters as project_filters
from views.projects import listing as project_list
from views.projects import stage as acts
from views.projects import view as project_view

records, reader = context.records(), context.reader()
bar.show("asof", "place", "evidence", actions=country.actions)
asked = project_filters.query()
project_filters.first_page_if_new(asked)
project_view.style()
measure = project_filters.measure()
composition.show(
    acts.act(asked.but(asof=type(asked.selection).asof, area=None, groups=(), level="province"), measure),
    asked.selection.but(measure=measure),
    tabs=lambda: project_filters.map_controls(reader),
    levels=composition.level_tabs,
)

found = project_card.chosen(asked)
if found:
    project_card.show(found, asked, reader)
project_filters.show(asked, records, reader)
totals = explorer.totals(records, asked)
timeless = asked.but(level="province")  # the level changes the map alone
project_list.listing(timeless, totals.state)

if totals.state != "value":
    st.html(markup.section(*project_view.nothing(totals, reader)))
else:
    left, right = st.columns([5, 6], gap="large")
    with left:
        figure_card.show(project_figures.by_status(records, timeless, reader), key="status_flow")
    with right:
        figure_card.show(project_figures.by_year(records, timeless, reader), key="money_by_year")
    with st.expander(reader.t("projects-figures-more"), key="projects_figures"):
        left, right = st.columns([5, 6], gap="large")
        with left:
            as_circles = project_figures.amounts(records, asked, measure, reader)
            figure_card.show(as_circles, key="circles", on_select=clicks.sets("area", "circles", as_circles))
        with right:
            parts = project_figures.by_programme(records, timeless, measure, reader)
            figure_card.show(
                parts, key="composition", on_select=clicks.sets("programme", "composition", parts)
            )
