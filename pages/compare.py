"""Compare: two to four areas, or one area on two days, side by side, in counts and in rates."""

import streamlit as st

from figures.compare import drawn as compare_drawn
from shell import address, context, downloads, figure_card, filters, markup
from views.compare import sides as compare_sides
from views.compare import view as compare_view

records, reader, compact = context.records(), context.reader(), context.compact()
filters.show("asof", "evidence")
compare_sides.controls(records, reader)
st.html(f"<style>{compare_view.STYLE}{'' if compact else compare_view.WIDE}</style>")

chosen = compare_sides.chosen(records, reader)
found = chosen or compare_sides.example(records)
if chosen is None:
    st.html(
        markup.lead(reader.t("compare-choose"), reader.t("compare-choose-below"))
        + compare_view.examples(reader)
        + (compare_view.example_head(records, found, reader) if found else "")
    )
else:
    st.html(
        markup.lead(compare_view.lead(records, chosen, reader), compare_view.below(records, chosen, reader))
        + compare_view.notes(records, chosen, reader)
    )
    downloads.show(compare_sides.stories(chosen), chosen.sides[0].evidence)
if found:
    filters.beside("map_controls", "measure")
    measure = address.current()["measure"]
    maps = compare_drawn.side_maps(records, found, measure, reader, compact)
    figure_card.show(maps, key="map")
    st.html(compare_view.table(records, found, reader))
    compare_view.take_away(records, found, reader)
if chosen:
    over_time = compare_drawn.over_time(records, chosen, reader, compact)
    if over_time.documented is not None:  # else no day is reported for any side, and the table has said so
        figure_card.show(over_time, key="over_time")
