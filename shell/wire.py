"""What travels between server and browser: the websocket's compression.

uvicorn gives permessage-deflate a window of 4 KB. A change of filter sends about 30 KB of messages that mostly repeat
those of the change before, so that with the 32 KB window of RFC 7692 they shrink to a fraction; it costs about 256 KB
of memory per session. Figures: `python -m benchmarks.browser`.
"""

from typing import Any

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


def widen() -> None:
    """Let every websocket of this process use the wide window; call before the server starts."""
    websockets_sansio_impl.ServerPerMessageDeflateFactory = WideWindow  # type: ignore[assignment,misc]
