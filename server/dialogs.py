"""The platform's error dialogs stay closed: they speak English, and stand in the way of what can still be read.

What they would say is said by the page, in the reader's language: a lost line (shell/line.js), an unknown page
(`server/main.py`), a failed script (`server/faulty.py`).
"""

import json

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATH = "/_stcore/host-config"


class NoDialogs:
    """ASGI middleware that tells the browser so when it asks how it is hosted."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].endswith(PATH):
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = b""

        async def collect(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
            else:
                body += message.get("body", b"")

        await self.app(scope, receive, collect)
        if start["status"] == 200:
            body = json.dumps(json.loads(body) | {"blockErrorDialogs": True}).encode()
        kept = [pair for pair in start["headers"] if pair[0].lower() != b"content-length"]
        await send({**start, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
        await send({"type": "http.response.body", "body": body})
