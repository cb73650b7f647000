"""What a reader can take from a figure: its framed picture and its table, as files or by the clipboard."""

from collections.abc import Callable
from html import escape
from urllib.parse import quote

import streamlit as st

from addresses import shown
from addresses.parameters import parameters
from exports import tabular
from exports.drawing import picture
from exports.drawing.svg import UnknownMarkError
from figures.figure import Figure
from locales import Reader
from shell import address, context, leaving

COPIED_ROWS = 2000  # rows of a table that the clipboard gets; a file has them all


def offers(figure: Figure, key: str, reader: Reader) -> None:
    """Draw the picture as it will leave, and the ways to take it and the table."""
    framing, square = leaving.framing(figure, reader), leaving.framing(figure, reader, "square")
    try:
        shown = leaving.png(figure, framing)
    except UnknownMarkError:
        st.caption(reader.t("card-no-picture"))
    else:
        with st.container(key=f"{key}_picture"):
            st.image(shown, width=320)
        save(reader.t("card-take-png"), shown, picture.file_name(figure, framing, "png"), f"{key}_png")
        save(
            reader.t("card-take-square"),
            lambda: picture.png(figure, square),
            picture.file_name(figure, square, "png"),
            f"{key}_square",
        )
        save(
            reader.t("card-take-svg"),
            lambda: picture.svg(figure, framing).encode(),
            picture.file_name(figure, framing, "svg"),
            f"{key}_svg",
        )
    stamp = leaving.stamp()
    save(
        reader.t("card-take-csv"),
        lambda: tabular.of_figure(figure, stamp, reader),
        f"{file_stem(figure)}.csv",
        f"{key}_csv",
    )
    st.html(_copies(figure, key, reader))


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
        width="stretch",
    )


def file_stem(figure: Figure) -> str:
    """Return the name of a table's file without its ending."""
    selection, reader = context.selection(), context.reader()
    kind = "" if selection.evidence == "all" else f"-{selection.evidence}"
    return f"sti-{figure.name}-{selection.asof.isoformat()}-{reader.lang}{kind}"


def _copies(figure: Figure, key: str, reader: Reader) -> str:
    rows = figure.table.head(COPIED_ROWS).to_csv(sep="\t", index=False)
    said = "\n".join([figure.title, figure.subtitle, rows])
    t = reader.t
    return (
        f'<span class="sti-links">{_embed(figure, key, reader)}'
        f'<button type="button" data-copy-picture="{escape(key)}_picture">'
        f"{escape(t('card-copy-picture'))}</button>"
        f'<button type="button" data-copy-text="{escape(said, quote=True)}">{escape(t("card-copy-table"))}</button></span>'
    )


def _embed(figure: Figure, key: str, reader: Reader) -> str:
    """Return the button that copies the code for another page; none where nobody may frame our figures."""
    base, known = leaving.root(), shown.FIGURES.get(key)
    # Elsewhere a figure of the same name is another one: the map of Projects, the timeline of an area.
    if known is None or leaving.page() not in known.pages or not base or not shown.frames():
        return ""
    query = address.query_of(parameters(context.records()))
    code = shown.snippet(base, key, query, figure.title)
    return f'<button type="button" data-copy-code="{quote(code)}">{escape(reader.t("api-embed"))}</button>'
