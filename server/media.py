"""Files to download: where readers must sign in, a file is for the browser it was made for, as long as its page is open.

The platform serves a file to whoever knows its address. Here a browser gets a cookie with its first page, which says
nothing but that it is the same browser; a file is given to the one whose open session holds it.
"""

import hmac
import re
import secrets
from http.cookies import SimpleCookie

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shell import identity, platform
from shell.platform import MediaFileManager, runtime

COOKIE = "sti_browser"
MOST = 10_000  # files made on demand whose session is remembered
_made: dict[
    str, set[str]
] = {}  # file id -> sessions; the platform does not say whose a file is that was made at a click
_MEDIA = re.compile(r"^((?:/[^/]+)*?)/media/([^/]+)$")


class OwnMedia:
    """ASGI middleware in front of `/media`: no copy is kept on the way, and in sign-in mode no other browser is served."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = _file(scope["path"])
        guards = _guards()
        brought = HTTPConnection(scope).cookies.get(COOKIE, "")
        if asked and guards and not _is_owner(asked, brought):
            await PlainTextResponse("Not Found", status_code=404)(scope, receive, send)
            return

        async def patched(message: Message) -> None:
            if message["type"] == "http.response.start":
                if asked:
                    message["headers"] = [*message["headers"], (b"cache-control", b"private, no-store")]
                elif guards and not brought and _is_page(message):
                    message["headers"] = [*message["headers"], (b"set-cookie", _cookie(scope))]
            await send(message)

        await self.app(scope, receive, patched)


def _file(path: str) -> str:
    """Return the id of the file to download that a path names, "" for any other path: fonts lie in a folder of that name."""
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    found = _MEDIA.match(path)
    return found[2].partition(".")[0] if found and found[1].strip("/") == base else ""


def _guards() -> bool:
    try:
        rules = identity.rules()
    except ValueError:  # a rule that cannot be read closes the door
        return True
    return rules.sign_in or bool(rules.viewers)


def _is_owner(file_id: str, brought: str) -> bool:
    """Say whether an open session of this browser holds the file."""
    if not brought or not runtime.exists():
        return False
    here = runtime.get_instance()
    shown = list(here.media_file_mgr._files_by_session_and_coord.items())
    holders = {session for session, files in shown if file_id in files.values()} | _made.get(file_id, set())
    for session_id in holders:
        theirs = getattr(here.get_client(session_id), "client_context", None)
        cookie = getattr(theirs, "cookies", {}).get(COOKIE, "")
        if here.is_active_session(session_id) and hmac.compare_digest(cookie.encode(), brought.encode()):
            return True
    return False


def ready() -> None:
    """Remember for whom a file is made at a click; call before the server starts."""
    platform.replace("streamlit.runtime.media_file_manager:MediaFileManager.execute_deferred", _execute)


_execute_before = MediaFileManager.execute_deferred


def _execute(self: MediaFileManager, file_id: str) -> str:
    asked = self._deferred_callables.get(file_id)
    url = _execute_before(self, file_id)
    made = _file(url)
    if asked and made:
        while len(_made) >= MOST:
            del _made[next(iter(_made))]
        _made.setdefault(made, set()).add(asked["session_id"])
    return url


def _is_page(message: Message) -> bool:
    return any(
        name == b"content-type" and value.startswith(b"text/html") for name, value in message["headers"]
    )


def _cookie(scope: Scope) -> bytes:
    cookie = SimpleCookie({COOKIE: secrets.token_urlsafe(32)})
    cookie[COOKIE]["path"], cookie[COOKIE]["httponly"], cookie[COOKIE]["samesite"] = "/", True, "Lax"
    forwarded = HTTPConnection(scope).headers.get("X-Forwarded-Proto", "")
    if scope.get("scheme") == "https" or forwarded == "https":
        cookie[COOKIE]["secure"] = True
    return cookie.output(header="").strip().encode("latin-1")
