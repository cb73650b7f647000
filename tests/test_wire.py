"""What travels between server and browser leaves at once."""

import asyncio
import socket

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from server import wire


async def nodelay(listening: socket.socket) -> int:
    """Accept one connection as the platform does and return whether its data leaves at once (1) or waits (0)."""
    made: list[H11Protocol] = []

    def protocol() -> H11Protocol:
        made.append(H11Protocol(config, ServerState(), {}))
        return made[-1]

    async def app(scope: object, receive: object, send: object) -> None:
        raise AssertionError("nothing is asked")

    config = Config(app)
    server = await asyncio.get_running_loop().create_server(protocol, sock=listening)
    async with server:
        _, writer = await asyncio.open_connection(*listening.getsockname())
        while not made:
            await asyncio.sleep(0.01)
        accepted = made[0].transport.get_extra_info("socket")
        found = int(accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()
    return found


def test_a_connection_to_a_socket_without_a_named_protocol_sends_at_once() -> None:
    wire.ready()
    listening = socket.socket(socket.AF_INET)  # as the platform opens it: asyncio leaves such a one alone
    listening.bind(("127.0.0.1", 0))
    assert asyncio.run(nodelay(listening)) == 1


def test_without_our_part_it_would_wait(monkeypatch) -> None:
    monkeypatch.setattr(H11Protocol, "connection_made", wire._made_before)
    listening = socket.socket(socket.AF_INET)
    listening.bind(("127.0.0.1", 0))
    assert asyncio.run(nodelay(listening)) == 0
