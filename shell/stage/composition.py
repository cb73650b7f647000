"""The stage as one piece: what stands where. Where each part lies on which screen is said in stage.css."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from addresses import questions
from addresses.parameters import parameters
from data.records import Records
from figures import drawn
from figures.figure import Figure
from locales import Reader
from measures import overview
from measures.catalogue import RATE_OF, RATES
from measures.selection import Selection
from shell import address, context, figure_card, quoting
from shell.stage import bar, frames, period, rail, scene
from shell.stage import links as linking
from shell.stage.act import Act, parts
from shell.stage.links import Links

PER_PEOPLE = "per_people"  # whether the measure is told per 100,000 people


def links_of(page: str) -> Links:
    """Return links from the present view of this page."""
    return linking.of_session(parameters(context.records())).but(_page=page)


def show(act: Act, selection: Selection, *, tabs: Callable[[], None] | None = None,
         levels: Callable[[], None] | None = None, card: str = "") -> None:  # fmt: skip
    """Draw the stage; over a period, both its days below.

    tabs: draws what chooses the measure, levels: the level; card: stands in place of the list.
    """
    records, reader = context.records(), context.reader()
    links = links_of(act.page)
    if act.periods:
        selection = selection.but(since=questions.beginning(address.current()))
    if selection.since:
        act = period.of(act)
    figure = act.area_map(records, selection, reader)
    made = parts(act, records, selection, links, reader)
    day = reader.date(address.current()["since"])
    since = escape(reader.t("stage-keys-since", date=day)) if act.compares else ""
    if selection.since:
        both = escape(reader.t("period-two-days"))
        since += f' · <button type="button" class="sti-link" data-to="card_two_days">{both}</button>'
    with st.container(key="stage", gap=None):
        with st.container(key="stage_lead"):
            st.html(_lead(made, since, reader))
        with st.container(key="stage_map", gap=None):
            with st.container(key="stage_legend", horizontal=True, gap="small", vertical_alignment="center"):
                st.html(f'<div class="sti-stage-legend" data-part="legend">{"".join(made["legend"])}</div>')
                if levels:
                    levels()
            figure_card.show(figure, key="map", head=False)
        with st.container(key="stage_answer", gap=None):
            if tabs:
                tabs()
            st.html(card or _answer(made, reader))
        st.html(
            rail.show(records, selection, reader, act.periods)
        )  # three elements: what did not change is not sent again
        st.html(scene.ground(act, records, selection, reader))
        st.html(scene.note(act, records, selection, reader))
    with bar.end():
        _quote(act, figure, records, selection, reader)
    frames.show(act, records, selection, links, reader)
    if selection.since:
        figure_card.show(drawn.two_days(records, selection, reader), key="two_days")


def _quote(act: Act, figure: Figure, records: Records, selection: Selection, reader: Reader) -> None:
    """Draw the button that quotes the sentence, with the documents of its numbers: those of the map where it tells of it."""
    of_map = (
        act.spec is not None
        or selection.since is not None
        or act.page == "projects"
        or (act.page == "coverage" and selection.measure != "coverage")
    )
    if act.page == "area":  # its sentence is of many things, each with its own mark in it
        quoting.of_sentence(lambda one: act.sentence(records, selection, one), (), None, reader)
        return
    said = overview.sentence_parts(records=records, selection=selection)
    sources = figure.sources if of_map else tuple(str(said["source_id"]).split())
    share = {"documented": 1.0, "illustrative": 0.0}.get(str(said["evidence"]))
    quoting.of_sentence(
        lambda one: act.sentence(records, selection, one),
        sources,
        figure.documented if of_map else share,
        reader,
        selection.since,
    )


def _lead(made: Mapping[str, list[str]], since: str, reader: Reader) -> str:
    """Return sentence and key figures: one piece of HTML, since each element of a page costs. since: HTML."""
    title = escape(reader.t("stage-keys-title"), quote=True)
    return (
        f'<div class="sti-said" data-part="said">{"".join(made["said"])}</div>'
        f'<ul class="sti-figures" data-part="figures" aria-label="{title}">{"".join(made["figures"])}</ul>'
        f'<p class="sti-since">{since}</p>'
    )


def _answer(made: Mapping[str, list[str]], reader: Reader) -> str:
    """Return the list that belongs to the map, under its finding."""
    title = escape(reader.t("stage-list-title"), quote=True)
    return (
        f'<div class="sti-answer"><div class="head" data-part="head">{"".join(made["head"])}</div>'
        f'<ul class="sti-rows" data-part="rows" tabindex="0" aria-label="{title}">{"".join(made["rows"])}</ul></div>'
    )


def measure_tabs(codes: tuple[str, ...]) -> None:
    """Draw the measures as tabs; one that can be told per 100,000 people has a switch for it beside."""
    reader, chosen = context.reader(), address.current()["measure"]
    amount = next((code for code, rate in RATE_OF.items() if rate == chosen), chosen)
    _tabs("measure", tuple(code for code in codes if code not in RATES), "stage-tab", amount)
    if rate := RATE_OF.get(amount):
        st.session_state[PER_PEOPLE] = chosen == rate
        st.toggle(reader.t("stage-per-people"), key=PER_PEOPLE, on_change=_switched, args=(amount, rate))


def _switched(amount: str, rate: str) -> None:
    address.set_values(measure=rate if st.session_state[PER_PEOPLE] else amount)


def level_tabs() -> None:
    """Draw provinces and groups as tabs."""
    _tabs("level", ("province", "group"), "stage-level", address.current()["level"])


def _tabs(name: str, options: tuple[str, ...], words: str, chosen: str) -> None:
    reader = context.reader()
    st.session_state[name] = chosen
    st.segmented_control(
        reader.t(f"filter-{name}"),
        options,
        format_func=lambda code: (
            reader.t(f"{words}-{code}") if reader.has(f"{words}-{code}") else reader.t(f"{name}-{code}")
        ),
        key=name,
        required=True,
        label_visibility="collapsed",
    )
