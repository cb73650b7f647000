"""Every stop of the time rail, written ahead: what lies in the page once so that time moves under the hand.

A thread of its own writes them, once per release, view and reader. They are made by the very functions that write the
page, so the server's answer changes nothing any more.
"""

import json
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from data.records import Records
from locales import Reader
from measures import stops
from measures.selection import Selection
from shell import acts
from shell.stage import scene
from shell.stage.act import Act, parts
from shell.stage.links import Links

LOG = logging.getLogger("sti")
KEPT = 48  # written sets; one takes about 150 KB
BREATH = 0.02  # seconds between two stops: readers come first
WAITING = "<template data-stage-frames></template>"
NONE = "<template data-stage-frames data-none></template>"
ANY_DAY = "asof=@"  # in links; the script puts the day in
_WRITER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="stage")
_SETS: "OrderedDict[Hashable, Future[str]]" = OrderedDict()
_LOCK = threading.Lock()


def show(act: Act, records: Records, selection: Selection, links: Links, reader: Reader) -> None:
    """Put the stops into the page: at once where they are written already, else when the page asks for them.

    It asks when it has come to rest (`rail.js` presses a button that nobody sees), so a page is never later for it.
    """
    area = selection.area if act.with_area else None
    view = links.but(asof=Selection.asof, area=area)
    _part(act, records, selection.but(asof=Selection.asof, area=area), view, reader)


@st.fragment
def _part(act: Act, records: Records, selection: Selection, links: Links, reader: Reader) -> None:
    wanted = st.button(reader.t("stage-rail-label"), key="stage_ahead")
    if wanted:
        asked(act, records, selection, links, reader)  # never waited for: the page asks again
    found = _SETS.get(_key(act, records, selection, links, reader))
    st.html(found.result() if found is not None and found.done() else WAITING)
    acts.answered("stage_ahead")


def _key(act: Act, records: Records, selection: Selection, links: Links, reader: Reader) -> Hashable:
    return act, id(records), records.release, selection, links, reader


def asked(act: Act, records: Records, selection: Selection, links: Links, reader: Reader) -> "Future[str]":
    """Return the stops of a view as a template, in the making or made; a set that failed is empty."""
    key = _key(act, records, selection, links, reader)
    with _LOCK:
        found = _SETS.get(key)
        if found is None:
            found = _SETS[key] = _WRITER.submit(_made, act, records, selection, links, reader)
        _SETS.move_to_end(key)
        while len(_SETS) > KEPT:
            _SETS.popitem(last=False)
    return found


def _made(act: Act, records: Records, selection: Selection, links: Links, reader: Reader) -> str:
    try:
        told = json.dumps(
            written(act, records, selection, links, reader), ensure_ascii=False, separators=(",", ":")
        )
    except Exception:  # the rail then asks the server for each day; the log has the trace
        LOG.exception("the stops of the rail cannot be written")
        return NONE
    return f"<template data-stage-frames>{escape(told, quote=False)}</template>"


class _Table:
    """Texts by number: what many stops say is held once."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def put(self, text: str) -> int:
        return self.places.setdefault(text, len(self.places))


def written(act: Act, records: Records, selection: Selection, links: Links, reader: Reader) -> dict[str, Any]:
    """Return every stop: look of the map and the numbers of the texts; `html`, `texts`: the texts by number."""
    html, texts, made = _Table(), _Table(), []
    for day in stops.stops(records, selection):
        time.sleep(BREATH)
        made.append(_stop(act, records, selection.but(asof=day), links.but(asof=day), reader, html, texts))
    return {"stops": made, "html": list(html.places), "texts": list(texts.places)}


def _stop(
    act: Act,
    records: Records,
    selection: Selection,
    links: Links,
    reader: Reader,
    html: _Table,
    texts: _Table,
) -> dict[str, Any]:
    shown = scene.look(act, records, selection if act.near else selection.but(area=None), reader)
    day = selection.asof
    made = parts(act, records, selection, links, reader)
    return {
        "day": str(day),
        "said": reader.date(day),
        **scene.written(shown),
        "texts": [texts.put(text) for text in shown.texts],
        "parts": {
            name: [html.put(_any_day(piece, day)) for piece in pieces] for name, pieces in made.items()
        },
    }


def _any_day(text: str, day: date) -> str:
    return text.replace(f"asof={day}", ANY_DAY)
