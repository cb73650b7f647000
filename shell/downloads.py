"""The download menu: the story in view as slides, brief, workbook or offline page, made when somebody asks for it.

A thread of its own makes one file at a time, so that other readers' pages are worked out meanwhile; who asks for what
another reader has just asked for gets the same file. The menu says how far a file is and why one cannot be made.
"""

import logging
import threading
import uuid
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from data.records import Records
from exports import choices, media
from exports.story import story
from locales import Reader
from shell import address, context, filters, leaving, lists, markup

LOG = logging.getLogger("sti")
MIME = {
    "deck": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "brief": "application/pdf",
    "workbook": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "page": "text/html",
}
KEPT = 24  # finished files that stay for the next reader; the largest is 3 MB
POLL = 0.5  # seconds
SEEN = "_downloads_seen"
_MAKER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="exports")
_JOBS: "OrderedDict[tuple[int, str, Order], Job]" = OrderedDict()
_LOCK = threading.Lock()


@dataclass(frozen=True)
class Order:
    """What is asked for."""

    medium: str
    scope: str
    asof: date
    reader: Reader
    evidence: str
    kinds: tuple[str, ...] = ()
    since: date | None = None
    address: str = ""


@dataclass
class Job:
    """How far an order is. share: of its steps, 0 to 1; problem: why it failed, in the reader's words."""

    order: Order
    share: float | None = None
    content: bytes = b""
    problem: str = ""
    done: threading.Event = field(default_factory=threading.Event)

    @property
    def is_running(self) -> bool:
        """Say whether it waits or is being made."""
        return not self.done.is_set()


More = tuple[tuple[str, ...], date, str]  # slides chosen, earlier day, address of the view


def _order(medium: str, scope: str, asof: date, reader: Reader, evidence: str, more: More) -> Order:
    return Order(medium, scope, asof, reader, evidence, *more)


def ask(records: Records, order: Order) -> Job:
    """Start making a file, or return the job that makes or has made the same one; a failed one is tried again."""
    key = _key(records, order)
    with _LOCK:
        job = _JOBS.get(key)
        if job is None or job.problem:
            job = _JOBS[key] = Job(order)
            _MAKER.submit(_work, records, job)
        _JOBS.move_to_end(key)
        for old in [key for key, job in _JOBS.items() if not job.is_running][: max(0, len(_JOBS) - KEPT)]:
            del _JOBS[old]
    return job


def known(records: Records, order: Order) -> Job | None:
    """Return the job of an order that somebody asked for, None without one."""
    return _JOBS.get(_key(records, order))


def _key(records: Records, order: Order) -> tuple[int, str, Order]:
    """Return what tells jobs apart: readers who may see different rows hold different records."""
    return id(records), records.release, order


def _work(records: Records, job: Job) -> None:
    order, job.share = job.order, 0.0
    what = order.reader.t(f"downloads-{order.medium}")

    def progress(share: float) -> None:
        job.share = share

    try:
        job.content = media.make(
            order.medium,
            records,
            order.scope,
            order.asof,
            order.reader,
            order.evidence,
            kinds=order.kinds or None,
            since=order.since,
            address=order.address,
            progress=progress,
        )
    except story.StoryError as error:
        job.problem = error.sentence(order.reader)
    except media.MissingMediumError as error:
        job.problem = order.reader.t("downloads-missing", what=what, why=str(error.args[1]))
    except Exception:  # a file that cannot be made must not end the thread; the log has the trace
        reference = uuid.uuid4().hex[:8]
        LOG.exception("export failed, reference %s", reference)
        job.problem = order.reader.t("downloads-failed", what=what, reference=reference)
    finally:
        job.done.set()


def show(scopes: Sequence[tuple[str, date]], evidence: str, *, link: bool = True) -> None:
    """Draw the menu and, with link, the way to the presentation.

    scopes: stories that can be taken away, the first one by default: "nation", a group_code or a province_code, each
    with its day.
    """
    records, reader = context.records(), replace(context.reader(), dark=False)
    more: More = (
        tuple(address.current().get("slides", ())),
        filters.since(),
        leaving.here(),
    )
    orders = [_order(medium, *one, reader, evidence, more) for one in scopes for medium in media.MEDIA]
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
                scope, asof = _which(scopes, records, reader)
                _offers(records, scope, asof, evidence, reader, more)
                _watch([job for order in orders if (job := known(records, order)) and job.is_running])
        if link:
            scope, asof = scopes[0]
            area = None if scope == story.NATION else scope
            to = lists.go(reader.t("present-open"), "present", area=area, asof=asof)
            st.html(f'<span class="sti-present-link">{to}</span>')


def _watch(running: list[Job]) -> None:
    """Draw the page anew when a running job has got further."""
    if running:
        st.session_state[SEEN] = [(job.share, job.is_running) for job in running]
        _tick(running)


@st.fragment(run_every=POLL)
def _tick(running: list[Job]) -> None:
    if st.session_state.get(SEEN) != [(job.share, job.is_running) for job in running]:
        st.rerun()


def _which(scopes: Sequence[tuple[str, date]], records: Records, reader: Reader) -> tuple[str, date]:
    if len(scopes) == 1:
        return scopes[0]
    names = {f"{scope} {asof}": _name(scope, asof, records, reader) for scope, asof in scopes}
    options = list(names)
    chosen = st.radio(reader.t("downloads-of"), options, format_func=names.__getitem__, key="downloads_of")
    return scopes[options.index(chosen)]


def _name(scope: str, asof: date, records: Records, reader: Reader) -> str:
    try:
        own = story.stage(records, scope, asof, reader, "all").name
    except story.StoryError:
        own = scope
    return reader.t("downloads-about", scope=own, date=reader.date(asof))


def _offers(
    records: Records,
    scope: str,
    asof: date,
    evidence: str,
    reader: Reader,
    more: More,
) -> None:
    try:
        story.stage(records, scope, asof, reader, evidence)
    except story.StoryError as error:
        st.warning(markup.as_text(error.sentence(reader)))
        return
    st.caption(markup.as_text(_name(scope, asof, records, reader)))
    if left := _left_out(records, scope, reader):
        st.caption(markup.as_text(reader.t("downloads-leaves-out", said=left)))
    if more[0]:
        st.caption(reader.t("downloads-slides", n=len(more[0])))
    for medium in media.MEDIA:
        _offer(records, _order(medium, scope, asof, reader, evidence, more))


def _left_out(records: Records, scope: str, reader: Reader) -> str:
    """Return in words which choices of the reader a story does not take, "" where it takes them all."""
    chosen = context.selection().but(area=None, evidence="all")
    return choices.words(records, chosen.but(groups=()) if scope in chosen.groups else chosen, reader)


def _offer(records: Records, order: Order) -> None:
    """Draw one medium: the button that asks for it, how far it is, or the file."""
    t, medium = order.reader.t, order.medium
    job, what = known(records, order), t(f"downloads-{medium}")
    if job and job.is_running:
        share = job.share or 0.0
        waiting = job.share is None
        text = t("downloads-waiting", what=what) if waiting else t(
            "downloads-working", what=what, pct=round(share * 100))  # fmt: skip
        st.progress(share, text=text)
    elif job and job.content:
        name = media.filename(medium, _file_scope(order), order.asof, order.reader.lang, order.reader.era)
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
        if job:
            st.error(markup.as_text(job.problem))
        if st.button(what, key=f"make_{medium}", width="stretch"):
            ask(records, order)
            st.rerun()


def _file_scope(order: Order) -> str:
    return order.scope if order.evidence == "all" else f"{order.scope}-{order.evidence}"


def _size(size: int, reader: Reader) -> str:
    if size < 1_000_000:
        return reader.t("downloads-kilobytes", n=max(1, round(size / 1000)))
    return reader.t("downloads-megabytes", n=reader.number(size / 1e6, 1))
