"""What the server adds around Streamlit: headers, cached static files, health, calm errors."""

import logging
import os
import re
import uuid
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from data.faults import FaultsError
from geo import boundaries
from measures.selection import DEFAULT_ASOF
from shell import context

PRODUCT = "วทน. จังหวัด"
STREAMLIT_JS = Path(st.__file__).parent / "static" / "static" / "js"
LOG = logging.getLogger("sti")

# As tight as Streamlit allows: it needs inline script and style, and blobs for downloads.
CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss: data: blob:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
)
HEADERS = [
    (b"content-security-policy", CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
]
_HASHED = re.compile(r"\.[0-9a-f]{8,}\.|\.woff2$")
_ONE_YEAR = "public, max-age=31536000, immutable"


class SecurityHeaders:
    """ASGI middleware that adds the security headers to every HTTP response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def patched(message: Message) -> None:
            if message["type"] == "http.response.start":
                names = {name for name, _ in HEADERS}
                kept = [pair for pair in message["headers"] if pair[0].lower() not in names]
                message["headers"] = [*kept, *HEADERS]
            await send(message)

        await self.app(scope, receive, patched if scope["type"] == "http" else send)


class FirstPage:
    """ASGI middleware that makes Streamlit's first page ours before any script runs.

    It names the language and the product, says where the server is (a cold link to a page would otherwise ask below
    that page first and get 404), and fetches the map's code and boundaries while the session starts.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = b""
        headers = scope["headers"]
        if any(name == b"accept" and b"text/html" in value for name, value in headers):
            # The page is small, and a compressed one could not be changed.
            scope = {**scope, "headers": [pair for pair in headers if pair[0] != b"accept-encoding"]}

        async def patched(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_html(message):
                start = message
            elif not start:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    await _send_page(start, body, send)

        await self.app(scope, receive, patched)


def _is_html(message: Message) -> bool:
    headers = dict(message["headers"])
    return headers.get(b"content-type", b"").startswith(b"text/html") and b"content-encoding" not in headers


async def _send_page(start: Message, body: bytes, send: Send) -> None:
    body = body.replace(b'<html lang="en">', b'<html lang="th">', 1)
    body = body.replace(b"<title>Streamlit</title>", f"<title>{PRODUCT}</title>".encode(), 1)
    body = body.replace(b"<head>", b"<head>" + _head().encode(), 1)
    kept = [
        pair
        for pair in start["headers"]
        if pair[0].lower() not in (b"content-length", b"etag", b"last-modified")
    ]
    await send({**start, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})


@cache
def _head() -> str:
    base = f"/{config.get_option('server.baseUrlPath').strip('/')}".rstrip("/")
    code = next(STREAMLIT_JS.glob("PlotlyChart.*.js"), None)
    ahead = [f'<link rel="modulepreload" href="{base}/static/js/{code.name}">'] if code else []
    for level in ("province", "group"):
        url = boundaries.layer(level, DEFAULT_ASOF).url
        ahead.append(f'<link rel="preload" as="fetch" crossorigin href="{base}/{url}">')
    where = f"BACKEND_BASE_URL:location.origin+'{base}/'"
    return f"<script>window.__streamlit={{{where}}}</script>" + "".join(ahead)


class CachedStatic(StaticFiles):
    """Boundaries and fonts. A file with its content hash in the name never changes: cached for a year."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: MutableMapping[str, Any],
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        if _HASHED.search(str(full_path)):
            response.headers["cache-control"] = _ONE_YEAR
        return response


async def health(request: Request) -> JSONResponse:
    """Say that the process is alive."""
    return JSONResponse({"status": "alive"})


async def version(request: Request) -> JSONResponse:
    """Say which release of the data is served; 503 while the records cannot be loaded."""
    try:
        return JSONResponse({"release": context.records().release})
    except FaultsError as error:
        return JSONResponse({"release": None, "faults": len(error.faults)}, status_code=503)


def on_script_error(error: BaseException) -> bool:
    """Show a calm message with a reference in the reader's language; the trace goes to the log."""
    reference = uuid.uuid4().hex[:8]
    LOG.error("page failed, reference %s", reference, exc_info=error)
    st.error(context.reader().t("shell-error", reference=reference))
    return True
