"""The search in the head of every page: by any spelling, to the page that shows what was found."""

from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from addresses.parameters import parameters
from data.records import Records
from data.remember import lru_cache
from locales import Reader
from measures import search
from measures.selection import Selection
from shell import address, context, markup

KEY = "search_text"
LONGEST = 100  # characters of a question; longer ones are answered, not searched
SHOWN = 12
# What stays as it is when the reader goes to what was found; the rest could hide it.
KEPT = ("lang", "era", "asof", "since", "evidence")


def show(reader: Reader) -> None:
    """Draw the button that opens the search; it answers while the reader types and reruns nothing else."""
    _part(reader)


@st.fragment
def _part(reader: Reader) -> None:
    with st.popover(reader.t("search-button"), icon=":material/search:", key="search_open"):
        text = st.text_input(
            reader.t("search-label"),
            key=KEY,
            type="search",
            placeholder=reader.t("search-hint"),
            live="200ms",
            autocomplete="off",
        )
        if text:  # every element of the head is sent with every change of a page
            selection = context.selection()
            asked = Selection(asof=selection.asof, evidence=selection.evidence)
            st.html(answer(context.records(), asked, reader, text, _view()))


def _view() -> tuple[tuple[str, Any], ...]:
    """Return the part of the view that links keep, hashable."""
    view = address.current()
    return tuple((name, view[name]) for name in KEPT)


@lru_cache(maxsize=256)
def answer(
    records: Records, selection: Selection, reader: Reader, text: str, view: tuple[tuple[str, Any], ...]
) -> str:
    """Return what was found as links, or why nothing was; view: the name and value of what links keep."""
    if len(text) > LONGEST:
        return _said(reader.t("search-too-long", n=len(text), most=LONGEST))
    found = search.find(records, selection, text, limit=SHOWN + 1)
    if found.empty:
        return _said(reader.t("search-nothing", text=text.strip()))
    more = len(found) > SHOWN
    said = reader.t("search-found-more" if more else "search-found", n=min(len(found), SHOWN))
    rows = "".join(_hit(row, records, reader, dict(view)) for row in found.head(SHOWN).to_dict("records"))
    return f'{_said(said)}<ul class="sti-hits">{rows}</ul>'


def _said(text: str) -> str:
    return f'<p class="sti-sub" role="status">{escape(text)}</p>'


def _hit(row: dict[Any, Any], records: Records, reader: Reader, view: dict[str, Any]) -> str:
    params = dict(row["params"])
    if "asof" in params:
        params["asof"] = date.fromisoformat(params["asof"])
        view = view | {"since": min(view["since"], params["asof"])}
    known = parameters(records)
    defaults = {name: parameter.default for name, parameter in known.items() if name not in KEPT}
    query = address.query_of(known, **{**defaults, **view, **params})
    name = reader.pick(row, "name")
    about = [reader.t(f"search-kind-{row['kind']}"), reader.pick(row, "about")]
    if "asof" in params:
        about.append(reader.t("search-on-day", date=reader.date(params["asof"])))
    tag = markup.evidence_mark(row["evidence"], reader)
    told = " · ".join(part for part in about if part and not pd.isna(part))
    return (
        f'<li>{markup.link(name, row["page"], query)}<span class="sti-sub">{escape(told)} {tag}</span></li>'
    )
