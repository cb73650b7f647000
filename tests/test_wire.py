"""What travels between server and browser leaves at once."""

import asyncio
import socket
import threading

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


def test_what_a_run_says_arrives_in_order_and_wakes_the_loop_once() -> None:
    done: list[int] = []
    woken: list[object] = []

    async def play() -> None:
        loop = asyncio.get_running_loop()
        box = wire.Outbox(loop)

        def wake(deed, *args) -> None:  # type: ignore[no-untyped-def]
            woken.append(deed)
            real(deed, *args)

        real, loop.call_soon_threadsafe = loop.call_soon_threadsafe, wake  # type: ignore[method-assign]

        def say() -> None:
            for number in range(20):
                box.put(lambda number=number: done.append(number))

        thread = threading.Thread(target=say)
        thread.start()
        thread.join()
        assert done == []
        while len(done) < 20:
            await asyncio.sleep(0.005)

    asyncio.run(play())
    assert done == list(range(20))
    assert len(woken) == 1


def test_one_failed_event_keeps_no_other_from_being_done() -> None:
    done, told = list[str](), list[str]()

    async def play() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: told.append(str(context["exception"])))
        box = wire.Outbox(loop)
        box.put(lambda: done.append("before"))
        box.put(lambda: {}["gone"])
        box.put(lambda: done.append("after"))
        box.empty()

    asyncio.run(play())
    assert done == ["before", "after"]
    assert told == ["'gone'"]


def test_what_is_written_in_a_moment_leaves_in_one_call_and_before_the_end(monkeypatch) -> None:
    monkeypatch.setattr(wire, "CORKED", 60)

    class Line:
        def __init__(self) -> None:
            self.sent: list[bytes] = []

        def write(self, data: bytes) -> None:
            self.sent.append(data)

        def is_closing(self) -> bool:
            return False

        def close(self) -> None:
            self.sent.append(b"closed")

    line = Line()

    async def play() -> None:
        corked = wire.Corked(line)  # type: ignore[arg-type]
        for letter in (b"a", b"b", b"c"):
            corked.write(letter)
            await asyncio.sleep(0)
        assert line.sent == []
        corked.flush()
        corked.write(b"d")
        corked.close()

    asyncio.run(play())
    assert line.sent == [b"abc", b"d", b"closed"]
