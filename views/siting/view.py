"""Where to go next: a planning tool that proposes provinces for new institutions or representatives."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from data.records import Records
from data.remember import lru_cache
from figures import drawn
from figures.figure import Figure
from figures.siting import curve as siting_curve
from figures.siting import maps as siting_figures
from geo import boundaries, neighbours
from locales import Reader
from measures import siting, siting_question
from measures.selection import Selection
from measures.siting_question import Placement, Question
from shell import address, context, figure_card, markup, part_controls
from views.siting.places import nothing, sites

OPEN, MORE = "siting_open", "siting_more"


def show(records: Records, selection: Selection, reader: Reader) -> None:
    """Draw the tool, closed until asked for. Its controls rerun this part alone; groups and day are the page's."""
    # A chosen group is a scope, a chosen province only a mark on the map.
    area = selection.area if selection.area and "-" in selection.area else None
    asked_of = Selection(asof=selection.asof, groups=selection.groups, area=area, evidence=selection.evidence)
    with st.container(key="card_siting"):
        st.html(markup.section(reader.t("siting-title"), reader.t("siting-title-sub")))
        _part(records, asked_of, reader)


@st.fragment
def _part(records: Records, selection: Selection, reader: Reader) -> None:
    if not _opened(reader):  # closed it costs next to nothing with every change of the page
        part_controls.finish("siting")
        return
    question = _controls(reader)
    placement = _place(records, selection, question)
    if placement.state != "value":
        st.html(nothing(placement, reader))
    else:
        compact = context.compact()
        left, right = st.columns([6, 5], gap="large")
        with left:
            figure = _maps(records, selection, question, reader, compact)
            figure_card.show(figure, key="siting_map", level=3)
        with right:
            st.html(sites(placement, drawn.group_names(records, selection, reader), reader))
        if st.toggle(reader.t("siting-more"), key=MORE, persist_state="session"):
            left, right = st.columns(2, gap="large")
            with left:
                figure = _curve(records, selection, question, reader)
                figure_card.show(figure, key="siting_curve", on_select=_sets_k(figure), level=3)
            with right:
                st.html(_others(records, selection, question, reader))
    part_controls.finish("siting")


def _opened(reader: Reader) -> bool:
    """Draw the switch that opens the tool; open or not stands in the address."""
    st.session_state[OPEN] = address.current()["next"] == "open"

    def switched() -> None:
        part_controls.put("next", "open" if st.session_state[OPEN] else None)

    return st.toggle(reader.t("siting-open"), key=OPEN, on_change=switched)


def _controls(reader: Reader) -> Question:
    with st.container(key="siting_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
        _number("k", 1, siting_question.MOST_SITES, 1, reader)
        _segments("model", siting_question.MODELS, reader)
        _segments("rule", siting_question.RULES, reader)
        if address.current()["rule"] == "radius":
            _number("radius", 10, 400, 10, reader)
        _segments("existing", ("no", "yes"), reader)
    view = address.current()
    return Question(
        k=view["k"],
        model=view["model"],
        rule=view["rule"],
        radius_km=float(view["radius"]),
        count_existing=view["existing"] == "yes",
    )


def _number(name: str, low: int, high: int, step: int, reader: Reader) -> None:
    part_controls.give(name)
    st.number_input(
        reader.t(f"siting-control-{name}"),
        min_value=low,
        max_value=high,
        step=step,
        key=name,
        on_change=part_controls.take(name),
        width=140,
    )


def _segments(name: str, options: tuple[str, ...], reader: Reader) -> None:
    part_controls.give(name)
    st.segmented_control(
        reader.t(f"siting-control-{name}"),
        options,
        format_func=lambda code: reader.t(f"siting-control-{name}-{code}"),
        key=name,
        required=True,
        on_change=part_controls.take(name),
    )


def _sets_k(figure: Figure) -> Callable[[], None]:
    def clicked() -> None:
        points = st.session_state["siting_curve"].selection.points
        if points and (code := figure.key_at(points[0]["point_index"])):
            part_controls.put("k", int(code))

    return clicked


@lru_cache(maxsize=256)
def _place(records: Records, selection: Selection, question: Question) -> Placement:
    return siting.place(records, selection, question)


@lru_cache(maxsize=256)
def _maps(
    records: Records, selection: Selection, question: Question, reader: Reader, compact: bool
) -> Figure:
    layer = boundaries.layer("province", selection.asof)
    return siting_figures.before_and_after(
        placement=_place(records, selection, question),
        points=neighbours.representative_points(layer),
        layer=layer,
        group_layer=boundaries.layer("group", selection.asof),
        reader=reader,
        compact=compact,
    )


@lru_cache(maxsize=256)
def _curve(records: Records, selection: Selection, question: Question, reader: Reader) -> Figure:
    return siting_curve.curve(
        frame=siting.curve(records, selection, question),
        placement=_place(records, selection, question),
        reader=reader,
    )


def _alternatives(question: Question) -> list[Question]:
    """Return the settings to compare with: other radii, neighbours, the other aim, the other way to count."""
    radii = sorted({*siting_question.RADII_KM, question.radius_km})
    made = [replace(question, rule="radius", radius_km=km) for km in radii]
    made.append(replace(question, rule="neighbours"))
    made.append(replace(question, model="median" if question.model == "coverage" else "coverage"))
    made.append(replace(question, count_existing=not question.count_existing))
    return made


def _setting(other: Question, question: Question, reader: Reader) -> str:
    if other.model != question.model:
        return reader.t(f"siting-control-model-{other.model}")
    if other.count_existing != question.count_existing:
        return reader.t(f"siting-others-existing-{'yes' if other.count_existing else 'no'}")
    if other.rule == "neighbours":
        return reader.t("siting-rule-neighbours")
    return reader.t("siting-rule-radius", km=reader.number(other.radius_km))


@lru_cache(maxsize=256)
def _others(records: Records, selection: Selection, question: Question, reader: Reader) -> str:
    """Return what the same number of places would achieve, and which places would change, in other settings."""
    asked = _place(records, selection, question)
    chosen = set(asked.sites["area_code"])
    rows = []
    for other in _alternatives(question):
        found = _place(records, selection, other)
        name = escape(_setting(other, question, reader))
        if other == question:
            name = f'<b>{name}</b> <span class="sti-tag">{escape(reader.t("siting-others-asked"))}</span>'
        reached = reader.t("table-out-of", n=found.reached_count, of=found.open_count)
        mean = found.sites["mean_km"].iloc[-1] if len(found.sites) else float("nan")
        rows.append(
            [
                name,
                f'<span class="keep">{escape(reached) if found.open_count else "–"}</span>{_near(found, reader)}',
                "–" if pd.isna(mean) else reader.number(mean),
                escape(_difference(found, chosen, reader)),
            ]
        )
    columns = [reader.t(f"siting-others-{name}") for name in ("setting", "reached", "mean", "sites")]
    title = reader.t("siting-others", k=question.k)
    head = markup.section(title, reader.t("siting-others-sub"), 3)
    return head + markup.html_table(columns, rows, numeric={2}, caption=title)


def _near(found: Placement, reader: Reader) -> str:
    """Return how many provinces the answer leaves out because something reaches them already."""
    near = found.uncovered_count - found.open_count
    return (
        f'<br><span class="sti-sub">{escape(reader.t("siting-others-near", n=near))}</span>' if near else ""
    )


def _difference(found: Placement, chosen: set[str], reader: Reader) -> str:
    if not len(found.sites):
        return reader.t("siting-others-none")
    rows = found.sites[~found.sites["area_code"].isin(chosen)].to_dict("records")
    named = reader.join(reader.pick(row, "name") for row in rows)
    return named or reader.t("siting-others-same")
