"""Nobody takes the server from the others: so many requests a minute from one address, so many worked on at once."""

import os
import time
from collections.abc import Callable
from typing import TypeVar

import orjson
from anyio import CapacityLimiter, to_thread
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

T = TypeVar("T")
RATE = "240/minute"  # of one address; STI_API_RATE
AT_ONCE = 2  # answers in the making: readers of the pages come first
WAITING = 32  # more than so many in the queue are sent away at once
LOCAL = ("127.0.0.1", "::1")


class Counter:
    """Counts the requests of each address in a moving window; in memory, for this process, forgotten after it."""

    def __init__(self, rate: str = "") -> None:
        self.rate: RateLimitItem = parse(rate or os.environ.get("STI_API_RATE") or RATE)
        self.window = MovingWindowRateLimiter(MemoryStorage())

    def take(self, asker: str) -> tuple[bool, int, int]:
        """Count one request; return whether it may pass, how many are left, and seconds until the window is free."""
        passes = self.window.hit(self.rate, asker)
        told = self.window.get_window_stats(self.rate, asker)
        return passes, told.remaining, max(1, round(told.reset_time - time.time()))


class Fair:
    """ASGI wrapper that tells who asks too much to wait."""

    def __init__(self, app: ASGIApp, counter: Counter) -> None:
        self.app, self.counter = app, counter

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        passes, left, wait = self.counter.take(address_of(Request(scope)))
        if not passes:
            await too_many(wait)(scope, receive, send)
            return

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"x-ratelimit-remaining", str(left).encode())]
            await send(message)

        await self.app(scope, receive, counted)


def address_of(request: Request) -> str:
    """Return the address a request comes from; a proxy on this machine says whose it carries."""
    peer = request.client.host if request.client else ""
    told = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return told if told and peer in LOCAL else peer


def too_many(wait: int) -> Response:
    """Return the answer to who asks too much: 429, and after how many seconds to ask again."""
    told = {
        "type": "about:blank",
        "title": "too-many",
        "status": 429,
        "detail": f"Ask again in {wait} seconds.",
    }
    return Response(orjson.dumps(told), 429, {"Retry-After": str(wait)}, "application/problem+json")


class Workers:
    """A few threads of our own, so that programs never hold those that serve pages."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self.at_once, self.waiting = at_once, waiting
        self._limiter: CapacityLimiter | None = None

    @property
    def is_full(self) -> bool:
        """Say whether another question would have to wait too long."""
        limiter = self._limiter
        return limiter is not None and limiter.statistics().tasks_waiting >= self.waiting

    async def run(self, work: Callable[[], T]) -> T:
        """Do the work in a thread; wait while the others are busy."""
        self._limiter = self._limiter or CapacityLimiter(self.at_once)
        return await to_thread.run_sync(work, limiter=self._limiter)
