"""Streamlit's code travels compressed: 7.8 MB become 1.3 MB on a hotel's wifi.

Streamlit leaves its bundles uncompressed on purpose and expects a proxy to do it. Here each is packed once, kept in
memory, and served to every browser; its name holds a hash of its content, so it never changes. The chart code is cut
before (`server/chart_code.py`): its name says nothing of that, so a browser asks each time whether it still holds.
What is no file of Streamlit's is answered with 404; it would send the page for any name, and each would be kept.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path

import streamlit as st
from anyio import to_thread
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server import chart_code

ENDINGS = (".js", ".css")
SMALLEST = 1024  # bytes; below that packing gains nothing


class Packed:
    """ASGI middleware that serves `/static/**.js` and `.css` packed with gzip to browsers that take it."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _is_nothing(scope):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return
        if not _wanted(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self.kept:
            start, body = await self._whole(scope, receive)
            if start["status"] != 200 or len(body) < SMALLEST:
                await send(start)
                await send({"type": "http.response.body", "body": body})
                return
            self.kept[path] = await to_thread.run_sync(_made, path, start, body)
        start, packed = self.kept[path]
        if _holds_it(scope, start):
            await send({**start, "status": 304})
            await send({"type": "http.response.body", "body": b""})
            return
        await send(start)
        await send({"type": "http.response.body", "body": packed})

    async def _whole(self, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
        """Return the plain response in one piece."""
        start: Message = {}
        parts: list[bytes] = []

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.update(message)
            else:
                parts.append(message.get("body", b""))

        drop = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in drop]}
        await self.app(plain, receive, collect)
        return start, b"".join(parts)


def _is_nothing(scope: Scope) -> bool:
    """Say whether somebody asks for a file of Streamlit's that there is not."""
    path = scope.get("path", "")
    return (
        scope["type"] == "http"
        and "/static/" in path
        and not path.startswith(f"{_base()}/app/static/")
        and path not in _files()
    )


def _base() -> str:
    prefix = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{prefix}" if prefix else ""


@cache
def _files() -> frozenset[str]:
    root = Path(st.__file__).parent / "static"
    return frozenset(
        f"{_base()}/{one.relative_to(root).as_posix()}" for one in root.rglob("*") if one.is_file()
    )


def _wanted(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in _files():
        return False
    takes = b"".join(value for name, value in scope["headers"] if name == b"accept-encoding")
    return scope["path"].endswith(ENDINGS) and b"gzip" in takes


def _made(path: str, start: Message, body: bytes) -> tuple[Message, bytes]:
    short = chart_code.shortened(body) if Path(path).name == chart_code.chunk() else body
    packed = gzip.compress(short, 6)
    start = _packed_start(start, len(packed))
    if short is not body:
        mark = hashlib.sha256(short).hexdigest()[:16].encode()
        kept = [pair for pair in start["headers"] if pair[0].lower() != b"cache-control"]
        start["headers"] = [*kept, (b"cache-control", b"no-cache"), (b"etag", b'"%s"' % mark)]
    return start, packed


def _holds_it(scope: Scope, start: Message) -> bool:
    """Say whether a browser has just this already."""
    brought = b",".join(value for name, value in scope["headers"] if name == b"if-none-match")
    mark = dict(start["headers"]).get(b"etag", b"")
    return bool(mark) and mark in (one.strip().removeprefix(b"W/") for one in brought.split(b","))


def _packed_start(start: Message, size: int) -> Message:
    drop = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
    kept = [pair for pair in start["headers"] if pair[0].lower() not in drop]
    added = [
        (b"content-encoding", b"gzip"),
        (b"content-length", str(size).encode()),
        (b"vary", b"accept-encoding"),
    ]
    return {**start, "headers": [*kept, *added]}
