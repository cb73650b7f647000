"""One figure on a page: finding, definition, legend, plot, and what a reader can do with it."""

import html
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from figures.evidence import marked
from figures.figure import Figure
from locales import Reader
from shell import context, figure_take, markup, quoting, remembered

CONFIG = {
    "topojsonURL": "app/static/geo/",
    "displaylogo": False,
    "displayModeBar": False,
    "scrollZoom": False,
    "responsive": True,
}


def show(
    figure: Figure,
    *,
    key: str,
    on_select: Callable[[], None] | None = None,
    level: int = 2,
    head: bool = True,
) -> None:
    """Draw a figure's card. `key` is the plot's element key; its table twin gets `<key>_table`.

    head: False where the page says title and legend itself; the plot is then as high as its place.
    """
    reader = context.reader()
    with st.container(key=f"card_{key}"):
        if head:
            st.html(markup.card_head(figure, reader, level))
        _plot(figure, key, on_select, reader, "content" if head else "stretch")
        _footer(figure, key, reader)


def table(frame: pd.DataFrame, alt: str) -> None:
    """Draw a table twin: real rows, readable without the figure."""
    st.table(frame, border="horizontal", hide_index=True, alt=alt)


def _plot(
    figure: Figure, key: str, on_select: Callable[[], None] | None, reader: Reader, height: Any = "content"
) -> None:
    chosen: dict[str, Any] = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    spec = _Written(written(figure.plot))
    alt = marked(figure.alt, figure.documented, reader)
    st.plotly_chart(spec, key=key, theme=None, config=CONFIG, alt=alt, height=height, **chosen)


class _Written(go.Figure):
    """A plot that is written out already; the platform would copy its whole tree at each drawing."""

    def __init__(self, spec: dict[str, Any]) -> None:
        self._spec = spec

    def to_dict(self) -> dict[str, Any]:
        return self._spec


@remembered.once
def written(plot: go.Figure) -> dict[str, Any]:
    """Return a plot as plain values, written out once for every session: nobody changes them."""
    spec: dict[str, Any] = plot.to_dict()
    return spec


def _footer(figure: Figure, key: str, reader: Reader) -> None:
    with st.container(key=f"{key}_table"):
        with st.container(key=f"{key}_footer", horizontal=True, gap="small", vertical_alignment="center"):
            opened = st.toggle(reader.t("card-table"), key=f"{key}_table_open", persist_state="session")
            box = st.popover(
                reader.t("card-take"), key=f"{key}_take", type="tertiary", on_change="rerun", width="content"
            )
            if box.open:  # else nobody sees it, and it would travel with every change of the page
                with box:
                    figure_take.offers(figure, key, reader)
            quoting.of_figure(figure, key, reader)
            st.html(markup.card_links(figure, key, context.records().sources, reader))
        if opened:
            table(figure.table, marked(figure.alt, figure.documented, reader))


def escape(text: str) -> str:
    """Escape a text for HTML."""
    return html.escape(text, quote=True)
