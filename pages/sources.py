"""Sources: which document says what, where do they disagree, do our numbers agree with theirs?"""

import streamlit as st

from measures import reconciliation
from shell import context, markup
from views.sources import view as sources_view

records, reader = context.records(), context.reader()
compared = reconciliation.compare(records)

st.html(
    markup.lead(
        reader.t(
            "sources-lead",
            documents=len(records.documented().sources),
            conflicts=len(records.conflicts),
            agrees=int(compared["verdict"].eq("agrees").sum()),
            made=int(compared["verdict"].eq("by_construction").sum()),
            rest=int((~compared["verdict"].isin(["agrees", "by_construction"])).sum()),
            of=len(compared),
        ),
        reader.t("sources-lead-below"),
    )
)
sections = {
    "illustrative": lambda: sources_view.illustrative(records, reader),
    "reconciliation": lambda: sources_view.reconciliation(compared, records, reader),
    "conflicts": lambda: sources_view.conflicts(records.conflicts, reader),
    "definitions": lambda: sources_view.definitions(reader),
    "documents": lambda: sources_view.documents(records, reader),
}
st.html(sources_view.contents(sections, reader))
for name, draw in sections.items():
    st.html(
        f'<section id="{name}">'
        + markup.section(reader.t(f"sources-{name}"), reader.t(f"sources-{name}-sub"))
        + draw()
        + "</section>"
    )
