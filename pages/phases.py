"""Phases: which steps did each province group reach in each of the three phases, and on what evidence?"""

import streamlit as st

from figures import drawn, leads
from measures import overview, phase_evidence, phases
from shell import clicks, context, downloads, figure_card, filters, lists, markup, tables
from views.present import view as present_view

records, reader = context.records(), context.reader()
selection = filters.show("asof", "groups", "phase", "evidence")

parts = overview.sentence_parts(records=records, selection=selection)
compact = context.compact()
plain = selection.but(area=None, measure="coverage", level="province")
progress = drawn.progress(records, plain, reader, compact)
st.html(
    markup.lead(
        progress.title,
        leads.below(parts, reader.date(selection.asof), "", selection.evidence, reader, coverage=False),
    )
    + lists.stated(
        {
            reader.pick(row, "name"): phases.stated(records, row["phase_code"])
            for row in records.phases.to_dict("records")
        },
        reader,
    )
)

downloads.show(present_view.scopes_of(selection), selection.evidence)

timeline = drawn.full_timeline(records, plain, reader, compact)
figure_card.show(timeline, key="timeline")
if later := lists.later(timeline, reader):  # a limited reader may have none
    st.html(later)
figure_card.show(progress, key="matrix", on_select=clicks.sets("cell", "matrix", progress))
cell = filters.cell(progress)
if cell:
    found = phase_evidence.evidence_of(records, *cell.split("|"), selection)
    st.html(tables.evidence(found, filters.cell_name(cell), reader))
figure_card.show(drawn.steps_by_year(records, plain, reader), key="steps")
