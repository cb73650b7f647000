"""Workshops: who was invited, who came, who never did, on what evidence?"""

import streamlit as st

from figures import drawn
from measures import workshop_people, workshops
from shell import clicks, context, figure_card, filters, lists, markup, tables
from shell.stage import bar, composition
from views.acts import country
from views.acts import workshops as acts
from views.area import card

records, reader = context.records(), context.reader()
selection = bar.show("asof", "place", "phase", "evidence", actions=country.actions)
attended = selection.but(measure="attendance", level="province")
composition.show(
    acts.ACT, attended, card=card.html(records, attended, composition.links_of("workshops"), reader)
)

listing = workshops.listing(records=records, selection=selection)
with st.container(key="workshop_detail"):
    chosen = filters.workshop(listing)
    if chosen:
        detail = workshop_people.detail(records=records, workshop_id=chosen)
        st.html(tables.workshop_detail(detail, records.sources, reader))
        area = detail.workshop["group_code"] or detail.workshop["province_code"]
        if link := lists.amend(area, "workshops", chosen) if area else "":
            st.html(f'<p class="sti-go">{link}</p>')
st.html(markup.section(reader.t("workshops-list"), reader.t("workshops-list-sub", n=len(listing))))
with st.container(key="workshop_list"):
    st.html(tables.workshop_list(listing, reader, lists.workshop_link))

timeless = attended.but(area=None)
st.html(lists.never_came(workshops.never_came(records=records, selection=selection), reader))
left, right = st.columns(2, gap="large")
with left:
    by_phase = drawn.group_phase(records, timeless, reader, context.compact())
    narrow = clicks.then(acts.narrow, "group_phase", by_phase)
    figure_card.show(by_phase, key="group_phase", on_select=narrow)
with right:
    figure_card.show(drawn.participants(records, timeless, reader), key="participants")
    figure_card.show(drawn.roles(records, timeless, reader), key="roles")
