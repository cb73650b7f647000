"""Quote this: the finding in words that can stand in minutes next year, and the release behind it kept from then on."""

import logging
import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from html import escape, unescape
from urllib.parse import quote

import streamlit as st

from data.remember import asked_again
from data.store.errors import StoreError
from data.store.quoted import Quoted, Way
from data.store.releases import BANGKOK
from data.store.store import Store
from exports import quoting
from exports.drawing import picture
from exports.media import ERAS
from exports.quoting import Quotation
from figures.evidence import marked
from figures.figure import Figure
from locales import LANGUAGES, Reader
from shell import context, leaving

LOG = logging.getLogger("sti")
_TAGS = re.compile(r"<span class=\"sti-tag[^\"]*\">(.*?)</span>")
_MARKUP = re.compile(r"<[^>]+>")
_HEADING = re.compile(r"<h1>(.*?)</h1>", re.DOTALL)


def readers(reader: Reader) -> list[Reader]:
    """Return the reader and the same one in the other language, with the era that is usual there."""
    others = [Reader(lang, ERAS[lang], reader.dark) for lang in LANGUAGES if lang != reader.lang]
    return [reader, *others]


def of_figure(figure: Figure, key: str, reader: Reader) -> None:
    """Draw the button of a figure's card."""

    def quotations() -> list[tuple[Reader, Quotation]]:
        made = []
        for one in readers(reader):
            own = figure if one == reader else asked_again(figure, context.records().release, {reader: one})
            if isinstance(own, Figure):
                said = marked(own.title, own.documented, one)
                made.append((one, quotation(said, own.documented, own.sources, one, own.since)))
        return made

    _button(key, quotations, reader)


def of_sentence(
    sentence: Callable[[Reader], str], sources: tuple[str, ...], documented: float | None, reader: Reader,
    since: date | None = None,
) -> None:  # fmt: skip
    """Draw the button of a page's sentence. sentence: writes it as HTML; sources: ids of the documents behind it.
    since: the first day of the period that it is of."""

    def quotations() -> list[tuple[Reader, Quotation]]:
        return [
            (one, quotation(plain(sentence(one)), documented, sources, one, since)) for one in readers(reader)
        ]

    _button("sentence", quotations, reader)


def plain(lead: str) -> str:
    """Return the words of a page's heading; the marks of its numbers stand in brackets."""
    found = _HEADING.search(lead)
    told = _MARKUP.sub("", _TAGS.sub(r"(\1)", found[1] if found else lead))
    return " ".join(unescape(told).split())


def quotation(
    said: str, documented: float | None, sources: tuple[str, ...], reader: Reader, since: date | None = None
) -> Quotation:
    """Return a finding of the present view with what must stand beside it."""
    records, release = context.records(), context.release()
    return Quotation(
        said=said,
        asof=context.selection().asof,
        since=since,
        documented=documented,
        publishers=picture.cited(records, sources, reader),
        release=records.release.partition(".")[0],
        number=release.number if release else 0,
        published=release.published_at.astimezone(BANGKOK).date() if release else None,
        address=leaving.here(lang=reader.lang, era=reader.era),
    )


def _button(key: str, quotations: Callable[[], list[tuple[Reader, Quotation]]], reader: Reader) -> None:
    box = st.popover(
        reader.t("quote-this"), key=f"{key}_quote", type="tertiary", on_change="rerun", width="content"
    )
    if box.open:  # else nobody sees it, and it would travel with every change of the page
        with box:
            st.html(_panel(quotations(), keep("address"), reader))


def _panel(made: list[tuple[Reader, Quotation]], kept: bool, reader: Reader) -> str:
    parts = []
    for one, quoted in made:
        for kind, told in (
            ("text", quoting.text(quoted, one)),
            ("reference", quoting.reference(quoted, one)),
        ):
            name = reader.t(f"quote-{kind}", lang=reader.t(f"shell-lang-{one.lang}"))
            code, copy = quote(told), escape(reader.t("quote-copy"))
            parts.append(
                f'<h3>{escape(name)}</h3><blockquote lang="{one.lang}">{escape(told)}</blockquote>'
                f'<button type="button" data-what="quote" data-copy-code="{code}">{copy}</button>'
            )
    said = escape(reader.t("quote-kept" if kept else "quote-not-kept"))
    return f'<div class="sti-quote">{"".join(parts)}<p class="sti-sub">{said}</p></div>'


@lru_cache(maxsize=4)
def _quoted(root: str) -> Quoted:
    return Quoted(Store(root))


def known(store: Store) -> Quoted:
    """Return what is quoted of a store; what was read of it stays read."""
    return _quoted(store.root)


def keep(way: Way) -> bool:
    """Write down that the release that is shown is quoted, so that it stays; say whether it is kept."""
    store, release = context.store(), context.release()
    if store is None or release is None:
        return False
    try:
        known(store).write(release.release_id, way)
    except StoreError as error:  # the words can be had all the same; they say that nobody keeps the view
        LOG.warning("that release %s is quoted cannot be written down: %s", release.release_id, error)
        return False
    return True
