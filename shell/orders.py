"""Files that readers ask for, made one after the other beside the pages; who asks for the same one gets the same file."""

import logging
import threading
import uuid
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from data.records import Records
from exports import booklet, media
from exports.story import story
from locales import Reader

LOG = logging.getLogger("sti")
KEPT = 24  # finished files that stay for the next reader; the largest is 3 MB
_MAKER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="exports")
_BINDER = ThreadPoolExecutor(max_workers=1, thread_name_prefix="booklets")  # nobody's one file waits for 77
_JOBS: "OrderedDict[tuple[int, str, Order], Job]" = OrderedDict()
_LOCK = threading.Lock()


@dataclass(frozen=True)
class Order:
    """What is asked for. template: digest of somebody's own deck template, "" for ours. period: all between
    `since` and the day is told of."""

    medium: str
    scope: str
    asof: date
    reader: Reader
    evidence: str
    kinds: tuple[str, ...] = ()
    since: date | None = None
    address: str = ""
    template: str = ""
    period: bool = False


@dataclass
class Job:
    """How far an order is. share: of its steps, 0 to 1; problem: why it failed, in the reader's words."""

    order: Order
    share: float | None = None
    content: bytes = b""
    problem: str = ""
    done: threading.Event = field(default_factory=threading.Event)
    cancelled: threading.Event = field(default_factory=threading.Event)

    @property
    def is_running(self) -> bool:
        """Say whether it waits or is being made."""
        return not self.done.is_set()


class More(NamedTuple):
    """What a view chose beside its area and day: slides, the earlier day and whether all between is told of, address."""

    kinds: tuple[str, ...]
    since: date
    address: str
    period: bool = False


def order(medium: str, scope: str, asof: date, reader: Reader, evidence: str, more: More) -> Order:
    """Return an order with what the view chose beside its area."""
    return Order(
        medium, scope, asof, reader, evidence, more.kinds, more.since, more.address, period=more.period
    )


def ask(records: Records, order: Order, own: bytes = b"") -> Job:
    """Start making a file, or return the job that makes or has made the same one; a failed one is tried again.

    own: the template that the order names; nobody keeps it when the file is made.
    """
    key = _key(records, order)
    with _LOCK:
        job = _JOBS.get(key)
        if job is None or job.problem or job.cancelled.is_set():
            job = _JOBS[key] = Job(order)
            (_BINDER if order.medium in booklet.KINDS else _MAKER).submit(_work, records, job, own)
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


def _work(records: Records, job: Job, own: bytes) -> None:
    order, job.share = job.order, 0.0
    what = order.reader.t(f"downloads-{order.medium}")

    def progress(share: float) -> None:
        if job.cancelled.is_set():
            raise CancelledError
        job.share = share

    try:
        job.content = _made(records, order, progress, own)
    except CancelledError:
        LOG.info("export given up by its reader")
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


def _made(records: Records, order: Order, progress: Callable[[float], None], own: bytes) -> bytes:
    if order.medium in booklet.KINDS:
        return booklet.make(order.medium, records, order.asof, order.reader, order.evidence, progress, own)
    return media.make(
        order.medium,
        records,
        order.scope,
        order.asof,
        order.reader,
        order.evidence,
        kinds=order.kinds or None,
        since=order.since,
        period=order.period,
        address=order.address,
        template=own,
        progress=progress,
    )
