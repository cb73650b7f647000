"""What a reader can take from a figure: its framed picture and its table, as files or by the clipboard."""

from collections.abc import Callable
from html import escape
from urllib.parse import quote

import streamlit as st

from addresses import shown
from addresses.parameters import parameters
from exports import tabular
from exports.drawing import picture
from exports.drawing.picture import Framing
from exports.drawing.svg import UnknownMarkError
from figures.figure import Figure
from locales import Reader
from shell import address, context, leaving

COPIED_ROWS = 2000  # rows of a table that the clipboard gets; a file has them all


def offers(figure: Figure, key: str, reader: Reader) -> None:
    """Draw the picture as it will leave, and the ways to take it and the table."""
    t, framing = reader.t, leaving.framing(figure, reader)
    square, stamp = leaving.framing(figure, reader, "square"), leaving.stamp(figure.since, on=figure.on)
    shown = _shown(figure, framing, key)
    if shown is None:
        st.caption(t("card-no-picture"))
    with st.container(key=f"{key}_files", horizontal=True, gap="small"):
        if shown is not None:
            save(t("card-take-png"), shown, picture.file_name(figure, framing, "png"), f"{key}_png")
            name = picture.file_name(figure, square, "png")
            save(t("card-take-square"), lambda: picture.png(figure, square), name, f"{key}_square")
            name = picture.file_name(figure, framing, "svg")
            save(t("card-take-svg"), lambda: picture.svg(figure, framing).encode(), name, f"{key}_svg")
        name = f"{leaving.file_stem(figure.name, figure)}.csv"
        save(t("card-take-csv"), lambda: tabular.of_figure(figure, stamp, reader), name, f"{key}_csv")
    st.html(_copies(figure, key, reader))


def _shown(figure: Figure, framing: Framing, key: str) -> bytes | None:
    """Draw the picture and return it; None for a plot that has no drawing yet."""
    try:
        made = leaving.png(figure, framing)
    except UnknownMarkError:
        return None
    with st.container(key=f"{key}_picture"):
        st.image(made, width=320)
    return made


def save(label: str, data: "bytes | Callable[[], bytes]", name: str, key: str) -> None:
    """Draw a button that saves a file; one that is made by a function is made when it is taken."""
    mime = {"csv": "text/csv", "png": "image/png", "svg": "image/svg+xml"}[name.rsplit(".", 1)[1]]
    st.download_button(
        label,
        data=data,
        file_name=name,
        mime=mime,
        key=key,
        on_click="ignore",
        type="tertiary",
        width="content",
    )


def _copies(figure: Figure, key: str, reader: Reader) -> str:
    rows = figure.table.head(COPIED_ROWS).to_csv(sep="\t", index=False)
    said = "\n".join([figure.title, figure.subtitle, rows])
    t = reader.t
    return (
        f'<span class="sti-links">{_embed(figure, key, reader)}'
        f'<button type="button" data-copy-picture="{escape(key)}_picture">'
        f"{escape(t('card-copy-picture'))}</button>"
        f'<button type="button" data-what="table" data-copy-code="{quote(said)}">'
        f"{escape(t('card-copy-table'))}</button></span>"
    )


def _embed(figure: Figure, key: str, reader: Reader) -> str:
    """Return the button that copies the code for another page; none where nobody may frame our figures."""
    base, name = leaving.root(), shown.named(leaving.page(), key)
    if not name or not base or not shown.frames():
        return ""
    query = address.query_of(parameters(context.records()))
    code = shown.snippet(base, name, query, figure.title)
    return f'<button type="button" data-copy-code="{quote(code)}">{escape(reader.t("api-embed"))}</button>'
