"""What may be sent to the desk at once: bounds on what one page holds, on what all hold, and on how slowly it may come."""

import asyncio
import re
from collections import Counter

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shell.platform import runtime

MB = 1024 * 1024
MOST_OF_ONE = 2 * 60 * MB  # bytes that one page holds: a file, and the one that takes its place
MOST_OF_ALL = 300 * MB
READ_AT_ONCE = 2  # files that are taken out of their parcel at the same time, each in memory as a whole
SILENCE = 30.0  # seconds without a byte
LONGEST = 900.0  # seconds for a whole file
_UPLOAD = re.compile(r"/_stcore/upload_file/([^/]+)/[^/]+$")


class BoundedUploads:
    """ASGI middleware in front of the platform's upload route."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._coming: Counter[str] = Counter()  # session -> bytes announced and not there yet
        self._turns = asyncio.Semaphore(READ_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = _UPLOAD.search(scope["path"]) if scope["type"] == "http" else None
        if not asked or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        session = asked[1]
        size = HTTPConnection(scope).headers.get("content-length", "")
        refused = self._refusal(session, size)
        if refused:
            status, why = refused
            answer = PlainTextResponse(why, status_code=status, headers={"Connection": "close"})
            await answer(scope, receive, send)
            return
        self._coming[session] += int(size)
        try:
            await self._take(scope, receive, send)
        finally:
            self._coming[session] -= int(size)
            if not self._coming[session]:
                del self._coming[session]

    def _refusal(self, session: str, size: str) -> tuple[int, str] | None:
        """Return status and reason for what is not taken."""
        if not runtime.exists() or not runtime.get_instance().is_active_session(session):
            return 400, "Invalid session"
        if not size.isascii() or not size.isdigit():
            return 411, "Length Required"
        held = _held()
        if held[session] + self._coming[session] + int(size) > MOST_OF_ONE:
            return 413, "Too much at once"
        if held.total() + self._coming.total() + int(size) > MOST_OF_ALL:
            return 503, "Too many files at the moment"
        return None

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the file come in while it comes, then hand it on whole parcels at a time."""
        deadline = asyncio.get_running_loop().time() + LONGEST
        has_turn = False

        async def patient() -> Message:
            nonlocal has_turn
            left = deadline - asyncio.get_running_loop().time()
            message = await asyncio.wait_for(receive(), min(SILENCE, max(left, 0.0)))
            if message["type"] == "http.request" and not message.get("more_body") and not has_turn:
                await self._turns.acquire()  # now it is read into memory
                has_turn = True
            return message

        try:
            await self.app(scope, patient, send)
        except TimeoutError:
            await PlainTextResponse("Request Timeout", status_code=408, headers={"Connection": "close"})(
                scope, receive, send
            )
        finally:
            if has_turn:
                self._turns.release()


def _held() -> Counter[str]:
    """Return the bytes that each session's files take."""
    files = getattr(runtime.get_instance().uploaded_file_mgr, "file_storage", {})
    return Counter(
        {session: sum(len(one.data) for one in own.values()) for session, own in list(files.items())}
    )
