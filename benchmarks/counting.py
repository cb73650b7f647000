"""A TCP relay on localhost that counts what really crosses the wire, compression and headers included."""

import contextlib
import socket
import threading
from collections.abc import Iterator


class Relay:
    """Passes every connection on to a server; `received` is the bytes that went to the browser so far."""

    def __init__(self, upstream_port: int) -> None:
        self.upstream_port = upstream_port
        self.received = 0
        self.sent = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Stop taking connections."""
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                browser, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self.upstream_port))
                for side in (browser, server):
                    side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._pump, args=(server, browser, True), daemon=True).start()
                threading.Thread(target=self._pump, args=(browser, server, False), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, to_browser: bool) -> None:
        with contextlib.suppress(OSError):
            while chunk := source.recv(65536):
                with self._lock:
                    if to_browser:
                        self.received += len(chunk)
                    else:
                        self.sent += len(chunk)
                target.sendall(chunk)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextlib.contextmanager
def relay(upstream_port: int) -> Iterator[Relay]:
    """Relay to a port of this machine until the block ends."""
    passing = Relay(upstream_port)
    try:
        yield passing
    finally:
        passing.close()
