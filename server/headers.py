"""What every answer of the server carries, which names it answers to, and the files that anybody may fetch."""

import os
import re
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shell.stage import script

ICON = Path(__file__).with_name("favicon.png")

# As tight as Streamlit allows: it needs inline script and style, and blobs for downloads.
CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'self'"
)
FRAMED = "/embed"  # the one page that others may frame, where STI_FRAMES names them
CSP_NAME = b"content-security-policy"
HEADERS = [
    (CSP_NAME, CSP.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
]
LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]", "::1")
_HASHED = re.compile(r"\.[0-9a-f]{8,}\.|\.woff2$")
_ONE_YEAR = "public, max-age=31536000, immutable"
_ONE_DAY = "public, max-age=86400"


def allowed_hosts() -> list[str]:
    """Return the host names the server answers to; others get 400, so that a foreign name cannot be led to it.

    STI_HOSTS names them, separated by commas. Without it: localhost alone while the server listens there, else any.
    """
    named = [name.strip() for name in os.environ.get("STI_HOSTS", "").split(",") if name.strip()]
    address = st.get_option("server.address")
    if named:
        return [*named, *LOCAL_NAMES]
    return list(LOCAL_NAMES) if address in LOCAL_NAMES else ["*"]


class SecurityHeaders:
    """ASGI middleware that adds the security headers to every HTTP response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def patched(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = scope["path"] == FRAMED  # it says who may frame it, and allows less in all else
                added = [pair for pair in HEADERS if not (own and pair[0] == CSP_NAME)]
                names = {name for name, _ in added}
                kept = [pair for pair in message["headers"] if pair[0].lower() not in names]
                if own and not any(name.lower() == CSP_NAME for name, _ in kept):
                    added = HEADERS
                message["headers"] = [*kept, *added]
            await send(message)

        await self.app(scope, receive, patched if scope["type"] == "http" else send)


class CachedStatic(StaticFiles):
    """Boundaries and fonts. A file with its content hash in the name never changes: cached for a year, others for a day."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: MutableMapping[str, Any],
        status_code: int = 200,
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        hashed = _HASHED.search(str(full_path))
        response.headers["cache-control"] = _ONE_YEAR if hashed else _ONE_DAY
        return response


async def icon(request: Request) -> FileResponse:
    """Serve the product's icon in the place of Streamlit's."""
    return FileResponse(ICON, headers={"cache-control": _ONE_DAY})


async def stage_script(request: Request) -> Response:
    """Serve the script of the stage under the name of its content; another name is one of another version."""
    if not request.url.path.endswith(f"/{script.name()}"):
        return Response(status_code=404)
    return Response(script.content(), media_type="text/javascript", headers={"cache-control": _ONE_YEAR})
