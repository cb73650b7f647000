"""The presentation: the story of the reader's choices as slides that all lie in the browser, and its controls.

Stepping, the notes, the dark screen and the rest happen in the browser (views/present/present.js), so that the show goes on
without a connection; the server is asked only when the choices change.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from addresses import questions
from data.records import Records
from data.remember import lru_cache
from exports.story import story
from exports.story.parts import MapArea, Story
from exports.story.scene import AND
from figures import naming
from figures.drawn import roomy
from figures.figure import Figure
from figures.tokens import FONT, tokens
from geo import boundaries, neighbours
from geo.boundaries import Layer
from locales import Reader
from measures.selection import Selection
from shell import address, figure_card, filters, lists
from views.present import bar as show_bar
from views.present import slides as present_slides

HERE = Path(__file__).resolve().parent
STYLE = (HERE / "present.css").read_text(encoding="utf-8")
SCRIPT = "".join((HERE / f"{name}.js").read_text(encoding="utf-8") for name in ("present", "presenter"))
TYPE = 28  # px of the smallest text at 1920 by 1080
MAP_UNITS = 560  # units across that a close map has at least
# px of a name on the country's map at 1366 by 768, as the style sheet sets it (TYPE at 1920), and of that map's place
# below a legend of two rows.
NAME, PLACE = 20, (425.0, 440.0)
LABELLED = 8  # a close map of at most so many provinces has their names on it
EVERY = (10, 20, 30, 60, 120)


def scope_of(selection: Selection) -> str:
    """Return what the slides are about: the chosen area, else the chosen groups, else the nation."""
    return selection.area or AND.join(selection.groups) or story.NATION


def scopes_of(selection: Selection) -> list[tuple[str, date]]:
    """Return the stories that can be taken away, the one shown first: of several groups all of them, each, the nation."""
    several = selection.groups if len(selection.groups) > 1 and not selection.area else ()
    rest = (*several, story.NATION) if several else ()
    return [(code, selection.asof) for code in (scope_of(selection), *rest)]


@lru_cache(maxsize=64)
def told(
    records: Records,
    scope: str,
    asof: date,
    reader: Reader,
    evidence: str,
    kinds: tuple[str, ...],
    since: date | None = None,
    period: bool = False,
) -> Story:
    """Return the story; remembered, for it is the same for every session. Raises StoryError."""
    return story.build(records, scope, asof, reader, evidence, kinds or None, since=since, period=period)


@lru_cache(maxsize=64)
def sections(
    records: Records,
    scope: str,
    asof: date,
    reader: Reader,
    evidence: str,
    kinds: tuple[str, ...],
    since: date | None = None,
    period: bool = False,
) -> tuple[tuple[str, Figure | None], ...]:
    """Return for each slide its HTML and, where it has one, its map."""
    whole = told(records, scope, asof, reader, evidence, kinds, since, period)
    made = []
    for number, slide in enumerate(whole.slides, start=1):
        shown = slide.figures[0] if slide.area_map is not None else None
        html = present_slides.section(slide, number, whole, records.sources)
        made.append((html, large(shown, whole, slide.area_map.close) if shown and slide.area_map else None))
    return tuple(made)


def large(figure: Figure, whole: Story, close: tuple[str, ...]) -> Figure:
    """Return a map for the hall: large type on touching an area, and names: all of few provinces, else what is missing."""
    plot = go.Figure(figure.plot)
    plot.update_layout(height=None, autosize=True, hoverlabel_font_size=TYPE, hoverlabel_font_family=FONT)
    if 0 < len(close) <= LABELLED:
        plot.add_trace(_names(whole, close))
    elif not close and figure.naming is not None:
        window = roomy(
            boundaries.EXTENT, PLACE[0] / PLACE[1]
        )  # a plot is cut at its window: names need its sides
        plot.update_geos(lonaxis_range=window[0], lataxis_range=window[1])
        plot.add_traces(naming.traces(figure.naming, window, *PLACE, NAME))
    return replace(figure, plot=plot)


def _names(whole: Story, close: tuple[str, ...]) -> go.Scattergeo:
    slide = next(one for one in whole.slides if one.area_map is not None)
    assert slide.area_map is not None  # noqa: S101  the generator asks for it
    points = neighbours.representative_points(slide.area_map.close_layer).set_index("code")
    shown = [area for area in slide.area_map.areas if area.code in close]
    return go.Scattergeo(
        lon=[float(points.at[area.code, "lon"]) for area in shown],
        lat=[float(points.at[area.code, "lat"]) for area in shown],
        text=[area.name for area in shown],
        textposition=_apart(slide.area_map.close_layer, points, shown),
        mode="text",
        textfont={"size": TYPE, "family": FONT, "color": tokens(whole.reader).ink},
        hoverinfo="skip",
        showlegend=False,
    )


def _apart(layer: Layer, points: pd.DataFrame, shown: Sequence[MapArea]) -> list[str]:
    """Return where each name stands at its point: of two that would run into each other one above, one below."""
    (west, east), _ = boundaries.window(layer, [area.code for area in shown])
    unit = (east - west) / MAP_UNITS
    places = ["middle center"] * len(shown)
    for i, one in enumerate(shown):
        for j, other in enumerate(shown[:i]):
            down = points.at[one.code, "lat"] - points.at[other.code, "lat"]
            across = abs(points.at[one.code, "lon"] - points.at[other.code, "lon"])
            room = (present_slides.width(one.name) + present_slides.width(other.name)) * TYPE * 0.3
            if abs(down) < 1.4 * TYPE * unit and across < room * unit:
                places[i], places[j] = (
                    ("top center", "bottom center") if down > 0 else ("bottom center", "top center")
                )
    return places


def slides(
    records: Records, scope: str, selection: Selection, reader: Reader, kinds: tuple[str, ...]
) -> None:
    """Draw every slide, one above the other; the browser shows one of them."""
    period = questions.beginning(address.current()) is not None
    asked = (records, scope, selection.asof, reader, selection.evidence, kinds, filters.since(), period)
    made, whole = sections(*asked), told(*asked)
    heading = reader.t("present-title", scope=whole.scope_name, when=whole.when())
    with st.container(key="present"):
        st.html(f'<h1 class="sti-sr">{escape(heading)}</h1>')
        maps = 0
        for number, (html, shown) in enumerate(made, start=1):
            with st.container(key=f"slide_{number}"):
                st.html(html)
                if shown is not None:
                    maps += 1
                    key = "map" if maps == 1 else f"map_{maps}"
                    config = {**figure_card.CONFIG, "displayModeBar": False}
                    st.plotly_chart(
                        shown.plot, key=key, theme=None, config=config, alt=shown.alt, height="stretch"
                    )
        st.html(show_bar.bar(whole, reader))


def cannot(why: str, reader: Reader) -> None:
    """Draw why there is nothing to present, and the way on."""
    link = lists.go(reader.t("present-nation"), "present", area=None, groups=None)
    with st.container(key="present"):
        st.html(
            f'<h1 class="sti-sr">{escape(reader.t("nav-present"))}</h1><section class="sti-show cannot" data-slide="1" '
            f'data-kind="cannot" aria-label="{escape(reader.t("nav-present"))}"><div class="sti-show-cover">'
            f"<h2>{escape(reader.t('present-cannot', why=why))}</h2>"
            f"<p>{escape(reader.t('present-cannot-help'))}</p><p>{link}</p></div></section>{show_bar.bar(None, reader)}"
        )


def beginning(reader: Reader) -> None:
    """Draw the first day of a period, and the way to its last day alone; of a day there is neither."""
    if questions.beginning(address.current()):
        filters.beside("present_since", "since")
        st.html(f'<p class="sti-links">{lists.go(reader.t("present-one-day"), "present", period=None)}</p>')


def chooser(reader: Reader) -> tuple[str, ...]:
    """Draw the choice of slides with their order, and of the seconds between them; return the kinds chosen."""
    t, view = reader.t, address.current()
    period = questions.beginning(view) is not None
    st.session_state["slides"] = list(view["slides"])
    st.multiselect(
        t("present-chosen"),
        story.KINDS,
        format_func=lambda kind: t(f"present-kind-{kind}"),
        key="slides",
        placeholder=t("present-chosen-all", n=len(story.usual(period=period))),
        select_all=False,
    )
    choices = sorted({*EVERY, view["every"]} - {None})
    st.session_state["every"] = view["every"]
    st.selectbox(
        t("present-every"),
        choices,
        index=None,
        format_func=lambda seconds: t("present-every-seconds", n=seconds),
        key="every",
        placeholder=t("present-every-off"),
    )
    return tuple(view["slides"])
