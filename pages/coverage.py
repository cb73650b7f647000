"""Coverage: which provinces have a representative, since when, and why do the others not?"""

import streamlit as st

from figures import drawn
from measures import coverage
from shell import (
    ahead,
    clicks,
    context,
    downloads,
    figure_card,
    filters,
    gap_list,
    markup,
    opening,
    player,
    tables,
)
from views.area import note as area_note
from views.present import view as present_view
from views.siting import view as siting_view

records, reader = context.records(), context.reader()
selection = filters.show("asof", "groups", "area", "evidence")
player.show(records, reader)

area_map = drawn.area_map(records, selection, reader)
is_coverage = selection.measure == "coverage"
st.html(opening.of_coverage(records, selection, reader))
downloads.show(present_view.scopes_of(selection), selection.evidence)

filters.beside("map_controls", "measure", "level")
left, right = st.columns([5, 6], gap="large")
with left:
    figure_card.show(area_map, key="map", on_select=clicks.sets("area", "map", area_map))
    area_note.show(records, selection, reader)
with right:
    timeless = selection.but(area=None, measure="coverage", level="province")
    figure_card.show(drawn.growth(records, timeless, reader, context.compact()), key="growth")
    if not is_coverage:
        figure_card.show(drawn.group_ranking(records, selection, reader, context.compact()), key="ranking")
if is_coverage:
    missing = coverage.gaps(records=records, selection=selection)
    groups = coverage.by_group(records=records, selection=selection.but(level="group"))
    st.html(
        markup.section(
            reader.t("coverage-gaps"), reader.t("coverage-gaps-sub", date=reader.date(selection.asof))
        )
        + tables.gaps(groups, missing, reader)
    )

siting_view.show(records, selection, reader)
gap_list.show(records, selection, reader, key="gaps")

figure_card.show(drawn.phase_maps(records, timeless.but(measure=selection.measure), reader), key="stations")
ahead.show(records, selection, reader, opening.of_coverage)
