"""The figures that a monitor collects, and the door in front of them.

Everything is counted in this process: behind a proxy each replica is asked for itself.
"""

import hmac
import json
import logging
import os
import time
from collections.abc import Iterable
from urllib.parse import urlsplit

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from data import remember
from figures import drawn
from shell import context
from shell.identity import FORWARDED, HERE
from shell.platform import ACTIVE_SESSIONS_FAMILY, runtime

PRIVATE = ("/api/metrics", "/_stcore/metrics")
BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8)
REGISTRY = CollectorRegistry()
RUNS = Counter(
    "sti_runs", "Runs of a page or of a part of it.", ("page", "part", "outcome"), registry=REGISTRY
)
SECONDS = Histogram(
    "sti_run_seconds", "Time of a run on the server.", ("page", "part"), registry=REGISTRY, buckets=BUCKETS
)
EVENTS = Counter("sti_audit_events", "Lines of the audit log, by event.", ("event",), registry=REGISTRY)


class State(Collector):
    """What is read off at the moment somebody asks: sessions, the release, the memory of drawn figures."""

    def collect(self) -> Iterable[Metric]:
        """Yield the families; asks neither the store nor the disk."""
        yield GaugeMetricFamily("sti_sessions", "Readers connected now.", value=sessions())
        yield from _release()
        yield from _memory()
        yield from _remembered()


def sessions() -> int:
    """Return how many readers are connected to this process."""
    if not runtime.exists():
        return 0
    found = runtime.get_instance().stats_mgr.get_stats(family_names=[ACTIVE_SESSIONS_FAMILY])
    return sum(int(getattr(stat, "value", 0)) for stats in found.values() for stat in stats)


def _release() -> Iterable[Metric]:
    shelf = context.shelf()
    yield GaugeMetricFamily("sti_ready", "1 while a release is served.", value=int(shelf.is_open))
    stale = "1 while the store cannot be read and the release held before is served."
    yield GaugeMetricFamily("sti_store_lost", stale, value=int(shelf.trouble is not None))
    if release := shelf.release:
        told = {"release": release.release_id, "number": str(release.number), "kind": release.kind}
        yield InfoMetricFamily("sti_release", "The release that is served.", value=told)
        age = time.time() - release.published_at.timestamp()
        yield GaugeMetricFamily("sti_release_age_seconds", "Time since it was published.", value=age)


def _memory() -> Iterable[Metric]:
    hits = CounterMetricFamily("sti_figure_hits", "Figures taken from memory.", labels=["figure"])
    misses = CounterMetricFamily("sti_figure_misses", "Figures that had to be drawn.", labels=["figure"])
    held = GaugeMetricFamily("sti_figures_held", "Figures in memory.", labels=["figure"])
    for name, figure in vars(drawn).items():
        if hasattr(figure, "cache_info"):
            info = figure.cache_info()
            label = [name.lstrip("_")]
            hits.add_metric(label, info.hits)
            misses.add_metric(label, info.misses)
            held.add_metric(label, info.currsize)
    yield from (hits, misses, held)


def _remembered() -> Iterable[Metric]:
    """Everything that is remembered of releases, per floor: how much is held, given from memory, worked out."""
    told: dict[str, list[int]] = {}
    for memory in remember.memories():
        info, floor = memory.cache_info(), str(getattr(memory, "__module__", "")).split(".")[0]
        sums = told.setdefault(floor, [0, 0, 0])
        told[floor] = [sums[0] + info.currsize, sums[1] + info.hits, sums[2] + info.misses]
    held = GaugeMetricFamily("sti_answers_held", "Answers that are remembered.", labels=["floor"])
    hits = CounterMetricFamily("sti_answer_hits", "Answers given from memory.", labels=["floor"])
    misses = CounterMetricFamily("sti_answer_misses", "Answers that were worked out.", labels=["floor"])
    for floor, (now, given, made) in told.items():
        held.add_metric([floor], now)
        hits.add_metric([floor], given)
        misses.add_metric([floor], made)
    yield from (held, hits, misses)


REGISTRY.register(State())
ProcessCollector(registry=REGISTRY)


class AuditEvents(logging.Handler):
    """Counts the lines of the audit log as they are written: publishes, restores, refusals, sign-ins."""

    def emit(self, record: logging.LogRecord) -> None:
        """Count one line; what is no event is passed over."""
        try:
            EVENTS.labels(str(json.loads(record.getMessage())["event"])).inc()
        except (ValueError, KeyError, TypeError):
            return


def start() -> None:
    """Begin to count the lines of the audit log."""
    audit = logging.getLogger("sti.audit")
    audit.setLevel(logging.INFO)
    audit.addHandler(AuditEvents())


def answer(request: Request) -> Response:
    """Answer with every figure in the OpenMetrics text format."""
    return Response(
        generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
    )


class Private:
    """ASGI middleware: figures are for this machine and for who knows STI_METRICS_TOKEN; for others there are none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["path"].rstrip("/").endswith(PRIVATE)
        if asked and not is_known(Request(scope)):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_known(request: Request) -> bool:
    """Say whether a request brings the token, or comes from this machine without a proxy in between."""
    token = os.environ.get("STI_METRICS_TOKEN", "")
    brought = request.headers.get("Authorization", "").encode()
    if token and hmac.compare_digest(brought, f"Bearer {token}".encode()):
        return True
    client, host = request.client, urlsplit(f"//{request.headers.get('Host', '')}").hostname
    is_here = client is not None and client.host in HERE and host in HERE
    return is_here and not any(request.headers.get(name) is not None for name in FORWARDED)
