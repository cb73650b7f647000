"""One figure on a page: finding, definition, legend, plot, and what a reader can do with it."""

import html
from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from figures.figure import Figure
from locales import Reader
from shell import context, markup, remembered

CONFIG = {
    "topojsonURL": "app/static/geo/",
    "displaylogo": False,
    "modeBarButtons": [["toImage"]],
    "scrollZoom": False,
    "responsive": True,
}


def show(figure: Figure, *, key: str, on_select: Callable[[], None] | None = None, level: int = 2) -> None:
    """Draw a figure's card. `key` is the plot's element key; its table twin gets `<key>_table`."""
    reader = context.reader()
    with st.container(key=f"card_{key}"):
        st.html(markup.card_head(figure, reader, level))
        _plot(figure, key, on_select, reader)
        _footer(figure, key, reader)


def table(frame: pd.DataFrame, alt: str) -> None:
    """Draw a table twin: real rows, readable without the figure."""
    st.table(frame, border="horizontal", hide_index=True, alt=alt)


def _plot(figure: Figure, key: str, on_select: Callable[[], None] | None, reader: Reader) -> None:
    # The configuration is part of the element's identity: a date in it would draw the plot anew at each change.
    config = {**CONFIG, "toImageButtonOptions": {"filename": f"sti-{figure.name}", "scale": 2}}
    chosen: dict[str, Any] = {"on_select": on_select, "selection_mode": "points"} if on_select else {}
    st.plotly_chart(
        _Written(written(figure.plot)), key=key, theme=None, config=config, alt=figure.alt, **chosen
    )


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
            release = context.records().release
            opened = st.toggle(reader.t("card-table"), key=f"{key}_table_open", persist_state="session")
            st.download_button(
                reader.t("card-csv"),
                data=lambda: csv_bytes(figure, reader, release),
                file_name=f"{_file_name(figure)}.csv",
                mime="text/csv",
                key=f"{key}_csv",
                on_click="ignore",
                type="tertiary",
            )
            st.html(markup.card_links(figure, key, context.records().sources, reader))
        if opened:
            table(figure.table, figure.alt)


def csv_bytes(figure: Figure, reader: Reader, release: str) -> bytes:
    """Return the table twin as CSV for a spreadsheet: UTF-8 with BOM, then what it shows, as comment-free rows.

    A text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. It is made
    when the reader takes it, outside any session: everything it needs is handed over.
    """
    frame = figure.table.rename(columns=_harmless)
    frame = frame.map(lambda cell: _harmless(cell) if isinstance(cell, str) else cell)
    note = [figure.title, figure.subtitle, reader.t("card-csv-release", release=release)]
    tail = "".join(f'\r\n"{_harmless(line).replace(chr(34), chr(34) * 2)}"' for line in note)
    return ("\ufeff" + frame.to_csv(index=False, lineterminator="\r\n") + tail + "\r\n").encode()


def _harmless(text: Any) -> str:
    text = str(text)
    return f"'{text}" if text[:1] in "=+-@\t\r" and text[:1] else text


def _file_name(figure: Figure) -> str:
    asof = context.selection().asof.isoformat()
    return f"sti-{figure.name}-{asof}-{context.records().release[:8]}"


def escape(text: str) -> str:
    """Escape a text for HTML."""
    return html.escape(text, quote=True)
