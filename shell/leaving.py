"""What a file takes along from the page: the address of the view, what was chosen, the frame of a picture."""

import hashlib
from datetime import date
from typing import Any
from urllib.parse import urlencode, urlsplit

import streamlit as st

from addresses.parameter import written
from addresses.parameters import parameters
from data.remember import lru_cache
from exports import choices
from exports.drawing import picture
from exports.drawing.picture import Framing, Shape
from exports.tabular import Stamp
from figures import words
from figures.figure import Figure
from locales import Reader
from shell import address, context

MOST_NAMED = 3  # chosen areas that a file's name spells out


def here(**changes: Any) -> str:
    """Return the whole address of the view as it was published, "" where there is no browser.

    The release that is shown stands in it, so that whoever follows it finds the numbers of the file. changes: values
    of parameters that are others than those of the view.
    """
    base = (st.context.url or "").split("?")[0].split("#")[0]
    own = {"release": context.records().release.partition(".")[0], "changed": None}
    view, known = {**address.current(), **own, **changes}, parameters(context.records())
    days = {
        name: known[name].write(view[name]) for name in ("asof", "since")
    }  # defaults may be others next year
    query = written(view, known) | days
    base = base if urlsplit(base).path else f"{base}/"
    return f"{base}?{urlencode(query, doseq=True)}" if st.context.url else ""


def root() -> str:
    """Return the address of the dashboard itself, without a slash at its end; "" where there is no browser."""
    parts = urlsplit(st.context.url or "")
    base = st.get_option("server.baseUrlPath").strip("/")
    return f"{parts.scheme}://{parts.netloc}{f'/{base}' if base else ''}" if parts.netloc else ""


def page() -> str:
    """Return the name of the page that is shown, as its address has it."""
    return urlsplit(st.context.url or "").path.rpartition("/")[2] or "overview"


def file_stem(name: str, of: Figure | None = None) -> str:
    """Return the name of a file of this view without its ending: two areas, days or languages are two names.

    of: the figure that is in it, which knows its own days.
    """
    selection, lang = context.selection(), context.reader().lang
    chosen = [*selection.groups, *filter(None, [selection.area])]
    if len(chosen) > MOST_NAMED:  # a file's name has an end
        told = hashlib.sha256(" ".join(chosen).encode()).hexdigest()[:6]
        chosen = [f"{len(chosen)}-areas-{told}"]
    kind = [] if selection.evidence == "all" else [selection.evidence]
    days = of.days(selection.asof) if of else selection.asof.isoformat()
    return "-".join(["sti", name, *chosen, days, lang, *kind])


def stamp(since: date | None = None, conditions: str | None = None, on: date | None = None) -> Stamp:
    """Return what every row of a file of this page says. conditions: of a page that has its own words for most of them.
    on: the day of what is in it, where that is not the chosen one."""
    records, selection = context.records(), context.selection()
    if conditions is not None:
        selection = selection.but(phase=None, programme=None, agency=None)
    said = words.dots([choices.words(records, selection, context.reader(), since), conditions or ""])
    return Stamp(records.release, on or selection.asof, said, here())


def framing(figure: Figure, reader: Reader, shape: Shape = "wide") -> Framing:
    """Return the frame of a figure of this page."""
    records, selection = context.records(), context.selection()
    said = choices.words(records, selection, reader, figure.since)
    publishers = picture.cited(records, figure.sources, reader)
    return Framing(reader, figure.on or selection.asof, records.release, here(), publishers, shape, said)


@lru_cache(maxsize=48, renewed=False)
def png(figure: Figure, framing: Framing) -> bytes:
    """Return a figure's picture; who asks again for the same one does not wait."""
    return picture.png(figure, framing)
