"""Area: one province or group on one page, which prints on one sheet: what it has, what it lacks, what is near."""

from dataclasses import replace

import streamlit as st

from figures import drawn
from figures.area import drawn as area_drawn
from measures import areas, evidence
from measures.area import profile as area_profile
from shell import clicks, context, figure_card, markup
from shell.stage import bar, composition
from views.acts import area as acts
from views.area import amend as area_amend
from views.area import gaps as area_gaps
from views.area import ranking
from views.area import sheet as area_sheet
from views.area import tables as area_tables
from views.area import view as area_view

records, reader, compact = context.records(), context.reader(), context.compact()
selection = bar.show("asof", "area", "phase", "evidence", actions=area_view.files).but(
    groups=(), programme=None, agency=None, measure="coverage", level="province"
)
st.html(f"<style>{area_view.STYLE}</style>")
st.html(f"<script>{area_view.SCRIPT}</script>", unsafe_allow_javascript=True)
names, t = area_drawn.province_names(records, reader), reader.t

if selection.area is None:
    groups = areas.groups_on(records, selection.asof)
    provinces = int((areas.provinces_on(records, selection.asof)["area_code"] != areas.BANGKOK).sum())
    day = reader.date(selection.asof)
    said = t("area-choose-below", date=day, groups=len(groups), provinces=provinces)
    st.html(markup.lead(t("area-choose"), said))
    left, right = st.columns([5, 7], gap="large")
    with left:
        whole = drawn.area_map(records, selection.but(phase=None), reader)
        figure_card.show(whole, key="map", on_select=clicks.sets("area", "map", whole))
    right.html(
        area_view.section(
            t("area-groups"), t("area-groups-sub"), area_view.chooser(records, selection, reader)
        )
    )
else:
    page = area_profile.profile(records, selection)
    tag = markup.sample_tag
    facts = area_tables.facts(page, records, reader)
    listed = (
        f'<ul class="sti-facts-list">{"".join(f"<li>{line}</li>" for line in facts)}</ul>'
        if facts
        else f'<p class="sti-sub">{t("area-facts-none")}</p>'
    )
    told = area_view.section(t("area-facts"), t("area-facts-sub"), listed)
    composition.show(acts.ACT, selection, tabs=lambda: st.html(area_view.actions(page, reader)))
    if not page.area.exists:
        st.html(area_view.absent(page, records, names, reader) + told)
    else:
        area_amend.show(page.area.code, names.get(page.area.code, page.area.code), reader)
        left, right = st.columns([5, 7], gap="large")
        left.html(
            area_view.section(
                t("area-neighbours"), t("area-neighbours-sub"), area_view.neighbours(page, reader)
            )
        )
        silent = evidence.is_silent(records, selection, "institutions")
        right.html(area_view.people(page, records, selection, names, silent, reader))
        missing = area_gaps.missing(page, records, selection, names, reader, tag)
        straight = t("gap-straight-line")
        sub = t("area-gaps-sub", date=reader.date(selection.asof), straight=straight)
        st.html(area_view.section(t("area-gaps"), sub, missing.html(reader)))
        if missing.rows:
            listing = area_gaps.gap_list(page, records, selection, names, reader)
            near = area_drawn.locator(records, selection, reader)
            gaps = replace(near, name="area-gaps", table=listing, rows=page.gaps.to_dict("records"))
            area_view.take_away(gaps, "gaps_csv", t("area-gaps-csv"), reader)
        left, right = st.columns([5, 7], gap="large")
        with left:
            figure_card.show(area_drawn.money(records, selection, reader), key="money_by_year")
        ranks = f'<div class="sti-ranks">{ranking.ranks(page, reader, tag).html(reader)}</div>'
        right.html(area_view.section(t("area-ranks"), t("area-ranks-sub", level=page.area.level), ranks))
        figure_card.show(area_drawn.timeline(records, selection, reader, compact), key="timeline")
        left, right = st.columns([7, 5], gap="large")
        shops = area_tables.workshops(page, reader, tag)
        left.html(
            area_view.section(
                t("area-workshops"), t("area-workshops-sub", n=len(shops.rows)), shops.html(reader)
            )
        )
        roles = area_tables.roles(page, reader, tag).html(reader)
        right.html(area_view.section(t("area-roles"), t("area-roles-sub"), roles))
        st.html(told)
    # st.html takes pictures out; every text of the sheet is escaped.
    sheet = markup.one_block(area_sheet.sheet(records, selection, reader))
    st.markdown(sheet, unsafe_allow_html=True)
