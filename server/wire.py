"""What travels between server and browser: the websocket's compression, and nothing waits to be sent.

uvicorn gives permessage-deflate a window of 4 KB. A change of filter sends about 30 KB of messages that mostly repeat
those of the change before, so that with the 32 KB window of RFC 7692 they shrink to a fraction; it costs about 256 KB
of memory per session. Figures: `python -m benchmarks.browser`.

The platform opens its socket without naming the protocol; asyncio then does not switch off Nagle's algorithm, and every
answer in two parts waits up to 40 ms for the browser's acknowledgement: sixty scripts of a first load, the messages of
a step.

Each of a run's seventy messages wakes the server's thread twice through a pipe and leaves in a system call of its own;
each time the two threads hand the interpreter to and fro. Here they wait for company for a moment (`WAIT`, no longer
than the platform itself lets messages lie), and what a turn of the loop has to say goes out in one call.
Figures: `python -m benchmarks.acts`.
"""

import asyncio
import socket
import threading
from collections.abc import Callable
from typing import Any

from shell import platform
from shell.platform import (
    AppSession,
    H11Protocol,
    Runtime,
    ServerPerMessageDeflateFactory,
    WebSocketsSansIOProtocol,
)

WINDOW_BITS = 15
WAIT = 0.01  # seconds; MESSAGE_FLUSH_INTERVAL_SECS of the platform
ENOUGH = 32  # messages that do not wait any longer
CORKED = 0.001  # seconds that written bytes wait for more


class WideWindow(ServerPerMessageDeflateFactory):
    """permessage-deflate with the full window on the server's side."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(
            server_max_window_bits=WINDOW_BITS,
            client_max_window_bits=settings.get("client_max_window_bits", 12),
            compress_settings={"memLevel": 9, "level": 9},
        )


def ready() -> None:
    """Let every connection of this process use the wide window and send at once; call before the server starts."""
    websockets = "uvicorn.protocols.websockets.websockets_sansio_impl"
    platform.replace(f"{websockets}:ServerPerMessageDeflateFactory", WideWindow)
    platform.replace(f"{websockets}:WebSocketsSansIOProtocol.connection_made", _corked)
    platform.replace("uvicorn.protocols.http.h11_impl:H11Protocol.connection_made", _made)
    platform.replace("streamlit.runtime.app_session:AppSession._call_soon_on_event_loop", _soon)
    platform.replace("streamlit.runtime.runtime:Runtime._enqueued_some_message", _some)


_made_before = H11Protocol.connection_made


def _made(self: H11Protocol, transport: asyncio.Transport) -> None:  # type: ignore[override]
    peer = transport.get_extra_info("socket")
    if peer is not None and peer.family in (socket.AF_INET, socket.AF_INET6):
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    _made_before(self, transport)


class Outbox:
    """What a session's runs hand to the server's thread: in order, several at a time."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._lock = threading.Lock()
        self._waiting: list[Callable[[], None]] = []

    def put(self, deed: Callable[[], None]) -> None:
        """Take a deed from any thread; it is done on the loop in `WAIT` seconds, or sooner where many wait.

        Raises RuntimeError where the loop is closed.
        """
        with self._lock:
            self._waiting.append(deed)
            many = len(self._waiting)
        if many == 1:
            self._loop.call_soon_threadsafe(self._loop.call_later, WAIT, self.empty)
        elif many == ENOUGH:
            self._loop.call_soon_threadsafe(self.empty)

    def empty(self) -> None:
        """Do what waits, on the loop; one that fails keeps no other from being done."""
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for deed in waiting:
            try:
                deed()
            except Exception as error:
                self._loop.call_exception_handler({"message": "a session's event failed", "exception": error})


def _soon(self: AppSession, deed: Callable[[], None]) -> None:
    box = self.__dict__.setdefault("_sti_outbox", None) or _outbox(self)
    try:
        box.put(deed)
    except RuntimeError:
        if not self._event_loop.is_closed():
            raise


def _outbox(session: AppSession) -> Outbox:
    # Two threads of one session may come first together: the one that is put in first is kept.
    with _lock:
        if session.__dict__.get("_sti_outbox") is None:
            session.__dict__["_sti_outbox"] = Outbox(session._event_loop)
        box: Outbox = session.__dict__["_sti_outbox"]
    return box


_lock = threading.Lock()


def _some(self: Runtime) -> None:
    """Wake the loop that sends, unless it has been woken and has not looked yet: it clears the flag before it looks."""
    told = self._get_async_objs()
    if told.need_send_data.is_set():
        return
    if asyncio._get_running_loop() is told.eventloop:
        told.need_send_data.set()
    else:
        told.eventloop.call_soon_threadsafe(told.need_send_data.set)


class Corked:
    """A transport that gathers what is written within a moment and sends it in one system call."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._written: list[bytes] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def write(self, data: bytes) -> None:
        """Keep the bytes for a moment, then send them with what has come since."""
        if not self._written:
            asyncio.get_running_loop().call_later(CORKED, self.flush)
        self._written.append(data)

    def flush(self) -> None:
        """Send what was gathered."""
        written, self._written = self._written, []
        if written and not self._transport.is_closing():
            self._transport.write(b"".join(written))

    def close(self) -> None:
        """Send what was gathered, then close."""
        self.flush()
        self._transport.close()


_opened_before = WebSocketsSansIOProtocol.connection_made


def _corked(self: WebSocketsSansIOProtocol, transport: asyncio.Transport) -> None:  # type: ignore[override]
    _opened_before(self, transport)
    self.transport = Corked(transport)  # type: ignore[assignment]
