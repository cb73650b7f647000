"""The download menu: the story in view as slides, brief, workbook or offline page, made when somebody asks for it.

A thread of its own makes one file at a time, so that other readers' pages are worked out meanwhile; who asks for what
another reader has just asked for gets the same file. The menu says how far a file is and why one cannot be made.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from addresses import questions
from data.records import Records
from exports import booklet, choices, media
from exports.story import story, versus
from exports.story.parts import when
from exports.story.scene import AND
from exports.story.versus import SIDES
from locales import Reader
from measures.selection import LEVELS
from shell import address, context, filters, leaving, lists, markup, orders, own_template, quoting

MIME = {
    "deck": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "brief": "application/pdf",
    "workbook": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "page": "text/html",
    "briefs": "application/pdf",
    "decks": "application/zip",
}
DECKS = ("deck", "decks")
POLL = 0.5  # seconds
SEEN = "_downloads_seen"


def show(scopes: Sequence[tuple[str, date]], evidence: str, *, link: bool = True) -> None:
    """Draw the menu and, with link, the way to the presentation.

    scopes: stories that can be taken away, the first one by default: "nation", a group_code or a province_code, each
    with its day.
    """
    records, reader = context.records(), replace(context.reader(), dark=False)
    view = address.current()
    more = orders.More(
        tuple(view.get("slides", ())), filters.since(), leaving.here(), questions.beginning(view) is not None
    )
    kinds = (*media.MEDIA, *booklet.KINDS)
    every = [_order(kind, *one, evidence, reader, more) for one in scopes for kind in kinds]
    with st.container(key="take_away", horizontal=True, gap="small", vertical_alignment="center"):
        box = st.popover(
            reader.t("downloads-open"),
            icon=":material/download:",
            key="downloads",
            on_change="rerun",
            width="content",
        )
        if box.open:  # else nobody sees it, and it would travel with every change of the page
            with box:
                scope, asof = _which(scopes, records, reader, more)
                _offers(records, scope, asof, evidence, reader, more)
                _watch([job for order in every if (job := orders.known(records, order)) and job.is_running])
        if link:
            scope, asof = next(one for one in scopes if SIDES not in one[0])
            area = None if scope == story.NATION or AND in scope else scope
            to = lists.go(reader.t("present-open"), "present", area=area, asof=asof)
            st.html(f'<span class="sti-present-link">{to}</span>')


def _watch(running: list[orders.Job]) -> None:
    """Draw the page anew when a running job has got further."""
    if running:
        st.session_state[SEEN] = [(job.share, job.is_running) for job in running]
        _tick(running)


@st.fragment(run_every=POLL)
def _tick(running: list[orders.Job]) -> None:
    if st.session_state.get(SEEN) != [(job.share, job.is_running) for job in running]:
        st.rerun()


def _which(
    scopes: Sequence[tuple[str, date]], records: Records, reader: Reader, more: orders.More
) -> tuple[str, date]:
    if len(scopes) == 1:
        return scopes[0]
    names = {
        f"{scope} {asof}": _name(scope, asof, records, reader, _beginning(scope, asof, more))
        for scope, asof in scopes
    }
    options = list(names)
    chosen = st.radio(reader.t("downloads-of"), options, format_func=names.__getitem__, key="downloads_of")
    return scopes[options.index(chosen)]


def _beginning(scope: str, asof: date, more: orders.More) -> date | None:
    """Return the first day of the period that a story is of; a comparison and another day than the view's are of a day."""
    own = more.period and SIDES not in scope and asof == address.current()["asof"]
    return more.since if own else None


def _name(scope: str, asof: date, records: Records, reader: Reader, beginning: date | None = None) -> str:
    try:
        if SIDES in scope:
            return reader.t("downloads-comparison", names=versus.of(records, scope, asof, reader, "all").name)
        own = story.stage(records, scope, asof, reader, "all").name
    except story.StoryError:
        own = scope
    return reader.t("downloads-about", scope=own, when=when(reader, asof, beginning))


def _offers(
    records: Records,
    scope: str,
    asof: date,
    evidence: str,
    reader: Reader,
    more: orders.More,
) -> None:
    try:
        _check(records, scope, asof, reader, evidence)
    except story.StoryError as error:
        st.warning(markup.as_text(error.sentence(reader)))
        return
    st.caption(markup.as_text(_name(scope, asof, records, reader, _beginning(scope, asof, more))))
    if left := _left_out(records, scope, reader):
        st.caption(markup.as_text(reader.t("downloads-leaves-out", said=left)))
    if own := own_template.current():
        st.caption(markup.as_text(reader.t("own-deck-menu", name=own.name)))
    if more.kinds:
        st.caption(reader.t("downloads-slides", n=len(more.kinds)))
    for medium in media.MEDIA if SIDES not in scope else ("deck",):  # sheets and sections are of one area
        _offer(records, _order(medium, scope, asof, evidence, reader, more))
    if scope == story.NATION:
        st.caption(reader.t("downloads-booklets"))
        for kind in booklet.KINDS:  # of the whole country, whatever slides were chosen
            _offer(records, _order(kind, scope, asof, evidence, reader, more))


def _order(
    medium: str, scope: str, asof: date, evidence: str, reader: Reader, more: orders.More
) -> orders.Order:
    """Return an order: a booklet of whole stories, anything else with what the view chose; decks in their template."""
    if medium in booklet.KINDS:
        made = orders.Order(medium, scope, asof, reader, evidence)
    else:
        own_more = more._replace(period=_beginning(scope, asof, more) is not None)
        made = orders.order(medium, scope, asof, reader, evidence, own_more)
    own = own_template.current() if medium in DECKS else None
    return replace(made, template=own.digest) if own else made


def _check(records: Records, scope: str, asof: date, reader: Reader, evidence: str) -> None:
    """Raise StoryError where there is no such story."""
    if SIDES in scope:
        versus.of(records, scope, asof, reader, evidence)
    else:
        story.stage(records, scope, asof, reader, evidence)


def _left_out(records: Records, scope: str, reader: Reader) -> str:
    """Return in words which choices of the reader a story does not take, "" where it takes them all."""
    chosen = context.selection().but(area=None, evidence="all")
    taken = set(scope.split(AND)) >= set(chosen.groups) or scope in chosen.groups
    said = [choices.words(records, chosen.but(groups=()) if taken else chosen, reader)]
    shown = address.current()
    # A story has its own measures; what the map of this page shows beside representatives stays here.
    measure, level = shown.get("measure", choices.COVERAGE), shown.get("level", LEVELS[0])
    said.append(choices.beside(measure, level, reader))
    return " · ".join(one for one in said if one)


def _offer(records: Records, order: orders.Order) -> None:
    """Draw one medium: the button that asks for it, how far it is, or the file."""
    t, medium = order.reader.t, order.medium
    job, what = orders.known(records, order), t(f"downloads-{medium}")
    if job and job.is_running and not job.cancelled.is_set():
        share = job.share or 0.0
        waiting = job.share is None
        text = t("downloads-waiting", what=what) if waiting else t(
            "downloads-working", what=what, pct=round(share * 100))  # fmt: skip
        st.progress(share, text=text)
        if medium in booklet.KINDS and st.button(
            t("downloads-cancel"), key=f"cancel_{medium}", width="stretch"
        ):
            job.cancelled.set()
            st.rerun()
    elif job and job.content:
        name = _file_name(order)
        st.download_button(
            t("downloads-save", name=name, size=_size(len(job.content), order.reader)),
            data=job.content,
            file_name=name,
            mime=MIME[medium],
            key=f"save_{medium}",
            on_click="ignore",
            type="primary",
            width="stretch",
        )
    else:
        if job and job.problem:
            st.error(markup.as_text(job.problem))
        if st.button(what, key=f"make_{medium}", width="stretch"):
            if medium in ("deck", "brief"):  # their address stands on paper
                quoting.keep("deck" if medium == "deck" else "brief")
            own = own_template.current()
            orders.ask(records, order, own.content if own and order.template else b"")
            st.rerun()


def _file_name(order: orders.Order) -> str:
    reader = order.reader
    if order.medium in booklet.KINDS:
        return booklet.filename(order.medium, order.asof, reader.lang, order.evidence)
    beginning = order.since if order.period else None
    return media.filename(order.medium, _file_scope(order), order.asof, reader.lang, reader.era, beginning)


def _file_scope(order: orders.Order) -> str:
    return order.scope if order.evidence == "all" else f"{order.scope}-{order.evidence}"


def _size(size: int, reader: Reader) -> str:
    if size < 1_000_000:
        return reader.t("downloads-kilobytes", n=max(1, round(size / 1000)))
    return reader.t("downloads-megabytes", n=reader.number(size / 1e6, 1))
