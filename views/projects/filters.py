"""The controls of the project explorer. Each one's key is its parameter's name; choices without records are left out."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from addresses import questions
from addresses.parameters import MONEY
from data.records import Records
from figures.labels import shorten
from figures.projects import code_name, million
from locales import Reader
from measures.projects import explorer
from measures.projects.query import STATUSES, ProjectQuery
from shell import address, context

AMOUNTS = (50_000, 100_000, 200_000, 500_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 20_000_000)
LONGEST = 100  # characters of a question
OWN = ("q", "programme", "agency", "status", "phase", "year_from", "year_to", "baht_from", "baht_to")
FOLDED = ("agency", "phase", "year_from", "year_to", "baht_from", "baht_to")  # one line holds the others
MEASURES = ("projects", "allocated", "disbursed")
ASKED = "_projects_asked"


def query() -> ProjectQuery:
    """Return the reader's question, after bringing what cannot go together into order."""
    _settle()
    return questions.project_query(address.current())


def measure() -> str:
    """Return what the map and the composition show: projects, or the money chosen (one sum at a time)."""
    return questions.counted(address.current())


def _settle() -> None:
    """Turn bounds the right way round and take out of the text what cannot stand in an address."""
    view = address.current()
    for low, high in (("year_from", "year_to"), ("baht_from", "baht_to")):
        if view[low] is not None and view[high] is not None and view[low] > view[high]:
            address.set_values(**{low: view[high], high: view[low]})
    text = "".join(letter for letter in view["q"] if letter.isprintable())[:LONGEST].strip()
    if text != view["q"]:
        address.set_values(q=text)


def first_page_if_new(asked: ProjectQuery) -> None:
    """Go back to the first page when the question changed under the reader; an address names its own page."""
    view = address.current()
    before, now = st.session_state.get(ASKED), (asked, view["page"])
    if before and before[0] != asked and before[1] == view["page"]:
        view["page"] = 1
    st.session_state[ASKED] = (now[0], view["page"])


def show(asked: ProjectQuery, records: Records, reader: Reader) -> None:
    """Draw the conditions of projects; day, area and evidence stand in the context bar."""
    facets = explorer.facets(records, asked)
    view = address.current()
    with st.container(key="project_filters", horizontal=True, gap="small", vertical_alignment="bottom"):
        st.session_state["q"] = view["q"]
        st.text_input(
            reader.t("projects-filter-q"),
            key="q",
            max_chars=LONGEST,
            placeholder=reader.t("projects-filter-q-hint"),
        )
        for name in ("programme", "status"):
            _choice(name, _labels(facets[name], name, reader), reader)
        _clear(reader)
    n = sum(view[name] is not None for name in FOLDED)
    with (
        st.expander(reader.t("projects-filter-more", n=n), expanded=n > 0),
        st.container(key="project_filters_more", horizontal=True, gap="small", vertical_alignment="bottom"),
    ):
        for name in ("agency", "phase"):
            _choice(name, _labels(facets[name], name, reader), reader)
        years = {int(code): reader.year(int(code)) for code in facets["fiscal_year"]["code"]}
        for name in ("year_from", "year_to"):
            _choice(name, _with(years, view[name], lambda year: reader.year(int(year))), reader)
        amounts = {baht: million(baht, reader) for baht in AMOUNTS}
        for name in ("baht_from", "baht_to"):
            _choice(name, _with(amounts, view[name], lambda baht: million(int(baht), reader)), reader)


def _clear(reader: Reader) -> None:
    """Draw the button that takes every filter of this page away, with the area and the groups."""
    view = address.current()
    nothing: dict[str, Any] = dict.fromkeys((*OWN, "area")) | {"q": "", "groups": (), "page": 1}
    st.button(
        reader.t("projects-clear"),
        key="clear_filters",
        icon=":material/filter_alt_off:",
        type="tertiary",
        disabled=not any(view[name] not in (None, "", ()) for name in (*OWN, "area", "groups")),
        on_click=lambda: address.set_values(**nothing),
    )


def map_controls(reader: Reader) -> None:
    """Draw what changes the figures: projects or money, which money."""
    with st.container(key="map_controls", horizontal=True, gap="small", vertical_alignment="center"):
        kinds = ("projects", "baht")
        st.session_state["map_shows"] = "projects" if measure() == "projects" else "baht"
        st.segmented_control(
            reader.t("projects-filter-map"),
            kinds,
            format_func=lambda kind: reader.t(f"projects-filter-map-{kind}"),
            key="map_shows",
            required=True,
            on_change=_map_shows,
            label_visibility="collapsed",
        )
        st.session_state["money"] = address.current()["money"]
        st.segmented_control(
            reader.t("projects-filter-money"),
            MONEY,
            format_func=lambda money: reader.t(f"projects-{money}"),
            key="money",
            required=True,
            on_change=_money_changed,
            label_visibility="collapsed",
        )


def _map_shows() -> None:
    # Its own key: `measure` belongs to other pages too, and merely coming here must not change it.
    kind = st.session_state["map_shows"]
    address.set_values(measure="projects" if kind == "projects" else address.current()["money"])


def _money_changed() -> None:
    if measure() != "projects":
        address.set_values(measure=st.session_state["money"])


def _labels(facet: pd.DataFrame, name: str, reader: Reader) -> dict[Any, str]:
    """Return code -> name of the choices with records behind them, and of the chosen one in any case.

    In an order that does not depend on the other conditions, and without counts: the same choices are sent once.
    """
    chosen = address.current()[name]
    codes = {*facet["code"], *([chosen] if chosen else [])}
    names = {code: shorten(code_name(name, code, reader, context.records()), 44) for code in codes}
    if name == "status":
        return {code: names[code] for code in STATUSES if code in codes}
    if name == "phase":
        return {code: names[code] for code in sorted(codes)}
    place = {text: i for i, text in enumerate(reader.sorted(names.values()))}
    return dict(sorted(names.items(), key=lambda item: place[item[1]]))


def _with(labels: dict[Any, str], chosen: Any, label: Callable[[Any], str]) -> dict[Any, str]:
    return dict(sorted((labels | ({} if chosen is None else {chosen: label(chosen)})).items()))


def _choice(name: str, labels: Mapping[Any, str], reader: Reader) -> None:
    st.session_state[name] = address.current()[name]
    st.selectbox(
        reader.t(f"projects-filter-{name.replace('_', '-')}"),
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=name,
        placeholder=reader.t("projects-filter-all"),
    )
