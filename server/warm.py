"""Answer the questions that most readers ask before they ask them: the default view at every day of the control."""

import asyncio
import logging
import os
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from data.cube import book
from data.faults import FaultsError, fault_text
from data.records import Records
from data.renewal import Renewal
from data.store.errors import StoreError
from figures import drawn
from locales import LANGUAGES, Reader
from measures import coverage, dates, overview, values
from measures.selection import EVIDENCE, LEVELS, Selection, compared_with
from server import heap, sign_in, watching
from shell import context
from shell.store_watch import begin, wait_for

LOG = logging.getLogger("sti")
PATIENCE = 30.0  # seconds that the server waits for the records before it begins to answer
BREATH = 0.02  # seconds between two days: readers come first
# Seconds that work in the background waits at most for readers' runs to end before it goes on.
GIVING_WAY = 1.0
LONGEST = (
    20.0  # seconds; a stale release may not stay longer: what is left is worked out when it is asked for
)


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Load all modules and the records before the first reader comes, then warm up in the background.

    A store that takes longer, or does not answer, does not keep the server from saying that it is alive.
    """
    heap.settle()
    context.prepare_with(prepare)
    sign_in.announce()
    await asyncio.to_thread(wait_for, begin(_load), PATIENCE)
    yield


def _load() -> None:
    try:
        context.everything()
    except FaultsError as error:  # the pages say so in the reader's words; the log says it here
        LOG.error(
            "the records cannot be loaded: %s",
            "; ".join(fault_text(f, Reader("en")) for f in error.faults[:20]),
        )
    except StoreError as error:
        LOG.error("the store cannot be opened: %s", error)
    else:
        if os.environ.get("STI_WARM") != "0":
            threading.Thread(target=_warm, name="warm", daemon=True).start()


def prepare(old: Records, new: Records, go_on: Callable[[], bool]) -> None:
    """Work out for a release that has come what readers hold of the one before; readers' runs come first."""
    began = time.monotonic()

    def may_go_on() -> bool:
        give_way()
        return go_on() and time.monotonic() - began < LONGEST

    if not values.carry(old, new):
        for _ in values.prepare(new, held=old):
            if not may_go_on():
                return
    book.of(new).index_titles(give_way)
    done = Renewal(old, new).run(may_go_on)
    LOG.info("release %s: %d answers worked out in %.1f s", new.release, done, time.monotonic() - began)


def give_way() -> None:
    """Wait until no reader's run is under way, but not for long."""
    until = time.monotonic() + GIVING_WAY
    while watching.is_busy() and time.monotonic() < until:
        time.sleep(0.004)


def _warm() -> None:
    began, records = time.monotonic(), context.everything()
    for _ in values.prepare(records):
        give_way()
    book.of(records).index_titles(give_way)
    days = [Selection().asof, *(day.date() for day in dates.steps(records)["day"])]
    for day in days:
        try:
            _one(day)
        except Exception:  # a reader who asks the same will see the calm message; the others lose nothing
            LOG.exception("warming up %s failed", day)
        time.sleep(BREATH)
        give_way()
    LOG.info("warmed up: %d days in %.1f s", len(days), time.monotonic() - began)


def _one(day: Any) -> None:
    records, selection = context.everything(), Selection(asof=day)
    for kind in EVIDENCE:
        seen = selection.but(evidence=kind)
        overview.sentence_parts(records, seen)
        overview.key_figures(records, seen, compared_with(day))
        for level in LEVELS:
            values.by_area(records, seen.but(level=level))
    overview.missing(records, selection)
    overview.changes(records, selection, compared_with(day))
    coverage.gaps(records, selection)
    coverage.by_group(records, selection.but(level="group"))
    for lang in LANGUAGES:
        drawn.area_map(records, selection, Reader(lang))
        drawn.group_ranking(records, selection, Reader(lang), False)
