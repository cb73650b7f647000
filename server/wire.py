"""What travels between server and browser: the websocket's compression, and nothing waits to be sent.

uvicorn gives permessage-deflate a window of 4 KB. A change of filter sends about 30 KB of messages that mostly repeat
those of the change before, so that with the 32 KB window of RFC 7692 they shrink to a fraction; it costs about 256 KB
of memory per session. Figures: `python -m benchmarks.browser`.

The platform opens its socket without naming the protocol; asyncio then does not switch off Nagle's algorithm, and every
answer in two parts waits up to 40 ms for the browser's acknowledgement: sixty scripts of a first load, the messages of
a step.
"""

import asyncio
import socket
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets import websockets_sansio_impl
from websockets.extensions.permessage_deflate import ServerPerMessageDeflateFactory

WINDOW_BITS = 15


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
    websockets_sansio_impl.ServerPerMessageDeflateFactory = WideWindow  # type: ignore[assignment,misc]
    H11Protocol.connection_made = _made  # type: ignore[method-assign]


_made_before = H11Protocol.connection_made


def _made(self: H11Protocol, transport: asyncio.Transport) -> None:  # type: ignore[override]
    peer = transport.get_extra_info("socket")
    if peer is not None and peer.family in (socket.AF_INET, socket.AF_INET6):
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    _made_before(self, transport)
