"""A view that stands still: the quiet bar above it, what has changed since, and what is said where its release is gone."""

from html import escape
from typing import Any

import streamlit as st

from data.store import fixed, keeping
from data.store.errors import StoreError, store_error_text
from data.store.releases import BANGKOK, Release
from figures import maps
from locales import Reader
from measures import versus
from measures.catalogue import SPECS
from measures.selection import Selection
from measures.versus import Differing
from shell import address, context, filters, lists, markup

LISTED = 40  # areas of a measure that are named; the rest is counted


def day_of(release: Release, reader: Reader) -> str:
    """Return the day on which a release was published, by the clock of Thailand."""
    return reader.date(release.published_at.astimezone(BANGKOK).date())


def bar(page: str, reader: Reader) -> None:
    """Draw above a fixed view what it is and whether newer data exist; nothing above any other view."""
    release, newest = context.fixed(), context.shelf().release
    if release is None or newest is None:
        return
    t = reader.t
    told = t("fixed-as-published", date=day_of(release, reader), number=str(release.number))
    if release.number >= newest.number:
        rest = escape(t("fixed-is-newest"))
    elif not release.differs(newest):
        rest = f"{escape(t('fixed-same-rows'))} {_to_newest(page, reader)}"
    else:
        is_open = address.current()["changed"] == "open"
        what = t("fixed-close" if is_open else "fixed-what-changed")
        here = lists.go(what, page, changed=None if is_open else "open")
        rest = f"{escape(t('fixed-newer', number=str(newest.number)))} {here} {_to_newest(page, reader)}"
    name = escape(t("fixed-name"), quote=True)
    st.html(f'<aside class="sti-fixed" aria-label="{name}"><b>{escape(told)}</b> {rest}</aside>')
    if address.current()["changed"] == "open" and release.number < newest.number:
        _changed(release, newest, reader)


def _to_newest(page: str, reader: Reader) -> str:
    return lists.go(reader.t("fixed-to-newest"), page, release=None, changed=None)


def _changed(release: Release, newest: Release, reader: Reader) -> None:
    """Draw both views as numbers: the sentence of the day then and now, and each number that differs."""
    then, now, selection = context.records(), context.newest(), context.selection()
    t = reader.t
    figures = versus.key_figures(then, now, selection, filters.since())
    areas = versus.areas(then, now, selection)
    shown = {"then": release, "now": newest}
    heads = [
        t(f"fixed-{name}", date=day_of(one, reader), number=str(one.number)) for name, one in shown.items()
    ]
    parts = [markup.section(t("fixed-changed"), t("fixed-changed-sub", day=reader.date(selection.asof)))]
    if not figures and not areas:
        parts.append(f'<p class="sti-sub">{escape(t("fixed-no-number"))}</p>')
    if figures:
        parts.append(_table(t("fixed-figures"), [_key(one, reader) for one in figures], heads, reader))
    for code, found in areas.items():
        rows = [_area(code, one, selection, reader) for one in found[:LISTED]]
        name = t("fixed-areas", measure=t(f"measure-{code}"), n=len(found))
        parts.append(_table(name, rows, heads, reader))
    two = {"before": release.release_id, "after": newest.release_id}
    every = lists.go(t("fixed-rows"), "data", part="history", release=None, changed=None, **two)
    parts.append(f'<p class="sti-links">{every}</p>')
    st.html(f'<section class="sti-changed">{"".join(parts)}</section>')


def _table(name: str, rows: list[list[str]], heads: list[str], reader: Reader) -> str:
    told = f"<h3>{escape(name)}</h3>"
    return told + markup.html_table([reader.t("fixed-what"), *heads], rows, caption=name)


def _key(one: Differing, reader: Reader) -> list[str]:
    cells = []
    for row in (one.then, one.now):
        number, of = lists.said(row, reader) if row is not None else ("", reader.t("fixed-not-there"))
        mark = markup.evidence_mark(str(row["evidence"]), reader) if row is not None and number else ""
        cells.append(f"<b>{escape(number)}</b> {escape(of)} {mark}".strip())
    return [escape(reader.t(f"key-{one.code}")), *cells]


def _area(measure: str, one: Differing, selection: Selection, reader: Reader) -> list[str]:
    spec, cells = SPECS[measure], []
    for row in (one.then, one.now):
        if row is None:
            cells.append(escape(reader.t("fixed-not-there")))
        else:
            mark = markup.evidence_mark(str(row["evidence"]), reader)
            cells.append(f"{escape(maps.value_label(row, spec, selection.level, reader))} {mark}".strip())
    return [escape(reader.pick(dict(one.row), "name")), *cells]


def missing(error: StoreError, asked: str, page: str, reader: Reader) -> None:
    """Draw why the release of an address cannot be shown, since when, and the nearest that can; no number stands below."""
    t, told = reader.t, ""
    release, near = _found(asked)
    if release is None or error.kind not in ("gone", "damaged"):
        message = "fixed-unknown" if error.kind == "no-release" else ""
        told = t(message, asked=asked[:20]) if message else store_error_text(error, reader)
        below = t("fixed-unknown-below") if message else ""
    else:
        named: dict[str, Any] = {"number": str(release.number), "date": day_of(release, reader)}
        told = t(f"fixed-{error.kind}", **named)
        below = _why(release, error, reader)
    ways = []
    if near is not None:
        text = t("fixed-nearest", number=str(near.number), date=day_of(near, reader))
        ways.append(lists.go(text, page, release=near.release_id))
    ways.append(lists.go(t("fixed-to-newest"), page, release=None))
    listed = "".join(f"<li>{way}</li>" for way in ways)
    st.html(markup.lead(told, below) + f'<ul class="sti-list ways">{listed}</ul>')


def _found(asked: str) -> tuple[Release | None, Release | None]:
    """Return the release that is asked for, as far as the history knows it, and the nearest that can be shown."""
    store = context.store()
    try:
        if store is None:
            return None, None
        release = fixed.find(store.history(), asked)
        return release, fixed.nearest(store, release)
    except StoreError:
        return None, None


def _why(release: Release, error: StoreError, reader: Reader) -> str:
    store = context.store()
    parting = keeping.parting(store.folder, release.release_id) if store else None
    if error.kind != "gone":
        return reader.t("fixed-damaged-below")
    if parting is None:
        return reader.t("fixed-gone-below")
    day = reader.date(parting.at.astimezone(BANGKOK).date())
    return reader.t("fixed-gone-on", date=day, days=parting.keep_days)
