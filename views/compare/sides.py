"""What is compared: the controls of the Compare page, and the sides that they stand for."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from data.records import Records
from exports.story.story import NATION
from exports.story.versus import DAY, SIDES
from figures.compare import sides
from figures.compare.sides import Sides, in_order, of_view
from locales import Reader
from measures import scope
from measures.compare import FEWEST, MOST
from shell import address, filters


def controls(records: Records, reader: Reader) -> None:
    """Draw the areas to compare and, for one of them, the second day."""
    view = address.current()
    with st.container(key="compare_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
        _areas(records, reader, view["areas"], view["asof"])
        if len(view["areas"]) < FEWEST:
            _second_day(records, reader, view["asof"])


def _areas(records: Records, reader: Reader, chosen: Sequence[str], day: date) -> None:
    names = dict(filters.area_names(records, day, reader))
    kept = in_order(records, chosen)[:MOST]
    for code in kept:  # an area of another day can be asked for by a link: it is said, not dropped
        if code not in names:
            own = scope.area_on(records, code, day)
            names[code] = reader.t("compare-absent", name=reader.pick(vars(own), "name"))
    st.session_state["areas"] = list(kept)
    st.multiselect(
        reader.t("filter-areas"),
        list(names),
        format_func=names.__getitem__,
        key="areas",
        max_selections=MOST,
        placeholder=reader.t("filter-areas-all"),
        select_all=False,
        width=560,
    )


def _second_day(records: Records, reader: Reader, day: date) -> None:
    chosen = address.current()["asof2"]
    labels = filters.days(records, reader, chosen or day)
    st.session_state["asof2"] = chosen
    st.selectbox(
        reader.t("filter-asof2"),
        [one for one in labels if one != day or one == chosen],
        index=None,
        format_func=labels.__getitem__,
        key="asof2",
        placeholder=reader.t("filter-asof2-all"),
        width=300,
    )


def stories(found: Sides) -> list[tuple[str, date]]:
    """Return the stories that can be taken away: the comparison itself, then each of its sides."""
    each = [(side.area or NATION, side.asof) for side in found.sides]
    whole = SIDES.join(f"{area}{DAY}{day.isoformat()}" for area, day in each)
    return [(whole, found.sides[0].asof), *each]


def chosen(records: Records, reader: Reader) -> Sides | None:
    """Return the sides of the present view; None while there is nothing to compare."""
    return of_view(records, address.current(), reader)


def example(records: Records) -> Sides | None:
    """Return what the page draws before anything is chosen."""
    return sides.example(records, address.current())
