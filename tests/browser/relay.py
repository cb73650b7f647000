"""A line between a browser and the server: slow, uneven, cut, silent. What it is like can change while it is in use."""

import asyncio
import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from tests.browser import harness

CHUNK = 1 << 16


class Relay:
    """Passes bytes on in order, each way late by `delay` and up to `jitter` more seconds."""

    def __init__(self, to: int, *, seed: int = 1) -> None:
        self.port, self.delay, self.jitter = harness.free_port(), 0.0, 0.0
        self.last = 0.0  # when the last bytes arrive, or arrived, by this process's clock
        self._to, self._chance = to, random.Random(seed)  # noqa: S311 - the same line in every run
        self._loop = asyncio.new_event_loop()
        self._writers: set[asyncio.StreamWriter] = set()
        self._is_cut = False
        self._flows = asyncio.Event()
        self._flows.set()
        self._server: asyncio.Server | None = None

    def cut(self) -> None:
        """Break every connection and let no new one through until `mend`."""
        self._is_cut = True
        self._loop.call_soon_threadsafe(self._abort)

    def hold(self) -> None:
        """Let nothing through and say nothing, as a line that has gone away."""
        self._loop.call_soon_threadsafe(self._flows.clear)

    def mend(self) -> None:
        """Let everything through again: what was held comes now, in order."""
        self._is_cut = False
        self._loop.call_soon_threadsafe(self._flows.set)

    def _abort(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()

    async def _serve(self) -> None:
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            writer.transport.abort()
            return
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.transport.abort()
            return
        both = {writer, back}
        self._writers |= both
        try:
            await asyncio.gather(self._pass(reader, back), self._pass(there, writer))
        finally:
            self._writers -= both
            for one in both:
                one.transport.abort()

    async def _pass(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sending = asyncio.create_task(self._send(queue, sink))
        due = 0.0
        try:
            while data := await source.read(CHUNK):
                now = self._loop.time()
                due = max(due, now + self.delay + self._chance.uniform(0, self.jitter))
                self.last = max(self.last, due)
                queue.put_nowait((due, data))
        except OSError:
            pass
        queue.put_nowait((due, b""))
        await sending

    async def _send(self, queue: asyncio.Queue[tuple[float, bytes]], sink: asyncio.StreamWriter) -> None:
        try:
            while True:
                due, data = await queue.get()
                await asyncio.sleep(due - self._loop.time())
                await self._flows.wait()
                if not data:
                    sink.close()
                    return
                sink.write(data)
                self.last = max(self.last, self._loop.time())
                await sink.drain()
        except OSError:
            return

    @contextmanager
    def running(self) -> Iterator["Relay"]:
        """Serve in a thread of its own until the block ends."""
        thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        thread.start()
        asyncio.run_coroutine_threadsafe(self._serve(), self._loop).result(10)
        try:
            yield self
        finally:
            self._loop.call_soon_threadsafe(self._stop)
            thread.join(10)

    def _stop(self) -> None:
        if self._server:
            self._server.close()
        self._abort()
        self._loop.call_later(0.1, self._loop.stop)


def behind(server: harness.Server, relay: Relay) -> harness.Server:
    """Return the server as it is reached through the relay."""
    return replace(server, port=relay.port)
