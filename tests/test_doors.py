"""What anybody can try at the server's doors: on a real server, with bounded traffic on this machine."""

import asyncio
import contextlib
import gzip
import re
import socket
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from benchmarks import people_server
from benchmarks.socket_client import Session
from server import chart_code, uploads
from server.packed import Packed
from tests.browser import harness

MB = 1024 * 1024
MOST_MEMORY_MB = 1500


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[harness.Server]:
    """A server with a store of its own, started as nobody in particular."""
    env = {"STI_STORE": str(tmp_path_factory.mktemp("store")), "STI_EDIT_HERE": ""}
    with harness.serving(env=env) as running:
        yield running


def ask(
    server: harness.Server, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of one request."""
    request = urllib.request.Request(server.url + path, data=body, method=method, headers=headers)  # noqa: S310
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, dict(refused.headers), refused.read()


def test_a_script_of_the_platform_that_does_not_exist_is_not_found_and_not_kept(
    server: harness.Server,
) -> None:
    for number in range(20):
        path = f"/static/js/made-up-{number}.js"
        for one in (path, f"/coverage{path}", f"/x{number}{path}"):
            assert ask(server, one, **{"Accept-Encoding": "gzip"})[0] == 404
    page = ask(server, "/", Accept="text/html")[2].decode()
    scripts = re.findall(r'(?:src|href)="\./(static/js/[^"]+\.js)"', page)
    assert scripts
    for script in scripts:
        status, headers, _ = ask(server, f"/{script}", **{"Accept-Encoding": "gzip"})
        assert (status, headers["content-type"].partition(";")[0]) in (
            (200, "text/javascript"),
            (200, "application/javascript"),
        )


def test_what_is_kept_packed_has_a_bound() -> None:
    """A hundred thousand made-up names leave nothing behind."""

    async def page(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("x" * 5000)(scope, receive, send)

    async def asked() -> Packed:
        async def nothing(*_: object) -> dict[str, str]:
            return {"type": "http.request"}

        packed = Packed(page)
        for number in range(1000):
            for path in (f"/static/js/{number}.js", f"/{number}/static/js/a.js", f"/app/static/{number}.js"):
                headers = [(b"accept-encoding", b"gzip")]
                scope = {"type": "http", "method": "GET", "path": path, "headers": headers}
                await packed(scope, nothing, nothing)  # type: ignore[arg-type]
        return packed

    assert asyncio.run(asked()).kept == {}


def test_the_chart_code_is_a_third_of_the_platforms_and_asked_for_anew_without_being_sent_again(
    server: harness.Server,
) -> None:
    path = f"/static/js/{chart_code.chunk()}"
    status, headers, body = ask(server, path, **{"Accept-Encoding": "gzip"})
    assert (status, headers["cache-control"]) == (200, "no-cache")
    assert len(body) < 500_000
    assert gzip.decompress(body) == chart_code.shortened(
        (chart_code.STREAMLIT_JS / chart_code.chunk()).read_bytes()
    )
    again = ask(server, path, **{"Accept-Encoding": "gzip", "If-None-Match": headers["etag"]})
    assert (again[0], again[2]) == (304, b"")
    assert ask(server, path, **{"Accept-Encoding": "gzip", "If-None-Match": '"another"'})[0] == 200


@pytest.mark.parametrize("path", ["/", "/coverage", "/api/health", "/nothing/here"])
def test_a_page_may_connect_to_its_own_origin_only(path: str, server: harness.Server) -> None:
    policy = ask(server, path)[1]["content-security-policy"]
    connects = re.search(r"connect-src ([^;]+)", policy)
    assert connects
    assert connects[1].split() == ["'self'", "data:", "blob:"]


def test_a_start_that_does_not_say_so_lets_nobody_publish_and_tells_how_to_turn_it_on(
    server: harness.Server,
) -> None:
    assert "publishing is off: no sign-in is configured" in server.said()
    assert "docs/operating.md" in server.said()


def test_a_proxy_that_names_no_client_makes_nobody_an_editor(server: harness.Server) -> None:
    async def heard() -> str:
        session = Session(
            server.port, hears=True
        )  # its Host is 127.0.0.1, and no header says that somebody forwarded it
        await session.open()
        run = await session.visit("data", "lang=en&part=bring")
        await session.close()
        assert run.errors == []
        return " ".join(session.heard)

    assert "Nothing can be published from here" in asyncio.run(heard())


def parcel(size: int, name: str = "a.csv") -> tuple[bytes, str]:
    """Return a body as a browser sends a file, and its type."""
    head = f'--x\r\nContent-Disposition: form-data; name="f"; filename="{name}"\r\n\r\n'.encode()
    return head + b"0" * size + b"\r\n--x--\r\n", "multipart/form-data; boundary=x"


async def tab(server: harness.Server) -> tuple[object, str]:
    """Open a tab; return its line and the name of its session."""
    line = await connect(
        f"ws://127.0.0.1:{server.port}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        max_queue=None,  # what nobody reads would keep the goodbye from coming through, for ten seconds a line
        proxy=None,
    )
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    asked = BackMsg()
    asked.rerun_script.query_string = ""
    await line.send(asked.SerializeToString())
    while True:
        message = ForwardMsg.FromString(await line.recv(decode=False))
        if message.WhichOneof("type") == "new_session":
            return line, message.new_session.initialize.session_id


def xsrf(server: harness.Server) -> dict[str, str]:
    """Return the headers by which a page proves that it is ours."""
    cookies = ask(server, "/_stcore/health")[1]
    token = re.search(r"_streamlit_xsrf=([^;]+)", str(cookies))
    assert token, cookies
    return {"Cookie": f"_streamlit_xsrf={token[1]}", "X-Xsrftoken": token[1]}


def put(server: harness.Server, session: str, size: int, name: str = "1", **headers: str) -> int:
    """Send a file straight to the endpoint; return the status. A line that is closed in the middle counts as refused."""
    body, kind = parcel(size)
    with contextlib.suppress(ConnectionError, urllib.error.URLError):
        path = f"/_stcore/upload_file/{session}/{name}"
        return ask(server, path, method="PUT", body=body, **headers, **{"Content-Type": kind})[0]
    return 413


def test_uploads_need_a_page_that_is_open_and_proof_that_it_is_ours(server: harness.Server) -> None:
    async def tried() -> list[int]:
        line, session = await tab(server)
        ours = await asyncio.to_thread(xsrf, server)
        found = [
            await asyncio.to_thread(put, server, "nobody", 10, **ours),
            await asyncio.to_thread(put, server, session, 10),
            await asyncio.to_thread(put, server, session, 61 * MB, **ours),
            await asyncio.to_thread(put, server, session, 10, **ours),
        ]
        await line.close()  # type: ignore[attr-defined]
        return found

    assert asyncio.run(tried()) == [400, 403, 413, 204]


def test_one_page_cannot_hold_more_than_its_share(server: harness.Server) -> None:
    async def tried() -> list[int]:
        line, session = await tab(server)
        ours = await asyncio.to_thread(xsrf, server)
        found = [await asyncio.to_thread(put, server, session, 50 * MB, str(n), **ours) for n in range(4)]
        await line.close()  # type: ignore[attr-defined]
        return found

    assert uploads.MOST_OF_ONE == 120 * MB
    assert asyncio.run(tried()) == [204, 204, 413, 413]


def test_twenty_uploads_at_once_keep_memory_in_bounds(server: harness.Server) -> None:
    most = 0.0

    async def watch() -> None:
        nonlocal most
        while True:
            most = max(most, people_server.read(server.process.pid).rss_mb)
            await asyncio.sleep(0.1)

    async def tried() -> list[int]:
        watching = asyncio.create_task(watch())
        tabs = [await tab(server) for _ in range(20)]
        ours = await asyncio.to_thread(xsrf, server)
        found = await asyncio.gather(
            *(asyncio.to_thread(put, server, session, 40 * MB, **ours) for _, session in tabs)
        )
        for line, _ in tabs:
            await line.close()  # type: ignore[attr-defined]
        watching.cancel()
        return list(found)

    found = asyncio.run(tried())
    assert 204 in found
    assert set(found) <= {204, 503, 413}
    assert most < MOST_MEMORY_MB


def test_idle_lines_and_slow_senders_hurt_nobody(server: harness.Server) -> None:
    held = []
    try:
        for number in range(300):
            one = socket.create_connection(("127.0.0.1", server.port), timeout=10)
            held.append(one)
            if number % 3:  # a third says nothing at all
                one.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
        for _ in range(3):
            for one in held[1::3]:
                with contextlib.suppress(OSError):
                    one.sendall(b"a")
            assert ask(server, "/api/health")[0] == 200

        async def read() -> list[str]:
            session = Session(server.port)
            await session.open()
            runs = [await session.visit("coverage", ""), await session.press("asof_back")]
            await session.close()
            return [error for run in runs for error in run.errors]

        assert asyncio.run(asyncio.wait_for(read(), 60)) == []
    finally:
        for one in held:
            one.close()


@pytest.mark.parametrize(("host", "told"), [("127.0.0.1", "1"), ("localhost", "1"), ("10.1.2.3", "")])
def test_make_run_says_so_on_this_machine_alone(host: str, told: str) -> None:
    shown = subprocess.run(
        ["make", "--dry-run", "run", f"HOST={host}"],
        cwd=harness.ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert f"STI_EDIT_HERE={told} " in shown
