"""Files to download: where readers must sign in, a file is for the browser it was made for, as long as its page is open.

The platform serves a file to whoever knows its address. Here a browser gets a cookie with its first page, which says
nothing but that it is the same browser; a file is given to the one whose open session holds it.
"""

import hmac
import re
import secrets
from http.cookies import SimpleCookie

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import runtime

from shell import identity

COOKIE = "sti_browser"
_MEDIA = re.compile(r"/media/([^/]+)$")


class OwnMedia:
    """ASGI middleware in front of `/media`: no copy is kept on the way, and in sign-in mode no other browser is served."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        asked = _MEDIA.search(scope["path"])
        guards = _guards()
        brought = HTTPConnection(scope).cookies.get(COOKIE, "")
        if asked and guards and not _is_owner(asked[1].partition(".")[0], brought):
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
    for session_id, files in list(here.media_file_mgr._files_by_session_and_coord.items()):
        if file_id in files.values() and here.is_active_session(session_id):
            client = here.get_client(session_id)
            theirs = getattr(client, "client_context", None)
            cookies = getattr(theirs, "cookies", {})
            if hmac.compare_digest(cookies.get(COOKIE, "").encode(), brought.encode()):
                return True
    return False


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
