"""Two replicas on one store behind nginx, for real: who answers whom, and what a reader notices when one dies."""

import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from data.store.store import Store
from deploy import ready
from deploy.front import TEMPLATE, Front
from deploy.replicas import nginx_command
from geo import boundaries
from measures.selection import DEFAULT_ASOF
from tests.browser import harness

pytestmark = pytest.mark.browser
VIEW = "/coverage?era=ce&asof=2012-09-30"
STATIC = ("/static/", "/app/static/")


class Fleet:
    """What `python -m deploy.replicas` runs: the front's port, each replica's process and port as it said them."""

    def __init__(self, folder: Path, store: Path) -> None:
        self.port, self.store, self.log = harness.free_port(), store, folder / "said.log"
        self.access = folder / "access.log"
        ports = ["--port", str(self.port), "--replica-port", "0", "--folder", str(folder)]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "deploy.replicas", "--count", "2", *ports],
                cwd=harness.ROOT,
                env={**os.environ, "STI_STORE": str(store)},
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def newest(self, name: str) -> tuple[int, int]:
        """Return the process and the port of a replica as it was started last."""
        process, port = re.findall(rf"^{name}: process (\d+), port (\d+)$", self.said(), flags=re.M)[-1]
        return int(process), int(port)

    def answered(self, after: int = 0) -> list[tuple[str, str]]:
        """Return path and replica of each answer from a line of the access log on; "" for nginx itself."""
        names = {f"127.0.0.1:{self.newest(name)[1]}": name for name in ("r1", "r2")}
        lines = self.access.read_text(encoding="utf-8").splitlines()[after:]
        found = [re.fullmatch(r"\S+ \S+ (\S+) .* replica=(.+) cache=\S+", line) for line in lines]
        return [(match[1], names.get(match[2].split(", ")[-1], "")) for match in found if match]

    def ask(self, path: str, cookie: str = "", **headers: str) -> tuple[int, dict[str, str]]:
        """Ask through the front, each time over a new connection; return status and headers."""
        status, answer, _ = self.read(path, cookie, **headers)
        return status, answer

    def read(self, path: str, cookie: str = "", **headers: str) -> tuple[int, dict[str, str], bytes]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            known = {"Cookie": f"sti_replica={cookie}"} if cookie else {}
            line.request("GET", path, headers=known | headers)
            answer = line.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            line.close()


def until(what: Callable[[], object], seconds: float = 120.0) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, f"never came true: {what}"
        time.sleep(0.1)


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    """Two replicas behind nginx, for the whole file."""
    running = Fleet(tmp_path_factory.mktemp("fleet"), tmp_path_factory.mktemp("store") / "store")
    try:
        until(lambda: "ready: " in running.said() or running.process.poll() is not None)
        assert running.process.poll() is None, running.said()
        yield running
    finally:
        running.process.terminate()
        running.process.wait(timeout=60)


def seat(context: BrowserContext) -> str:
    """Return the replica that a browser's cookie names."""
    return next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "sti_replica")


def opened(browser: harness.Browser, fleet: Fleet, path: str, name: str = "") -> Page:
    """Open a path in a browser that was at a replica before, or in one that has never been here."""
    context = harness.context(browser)
    if name:
        context.add_cookies([{"name": "sti_replica", "value": name, "url": fleet.url}])
    page = context.new_page()
    page.set_default_timeout(20_000)
    page.goto(fleet.url + path)
    harness.settle(page)
    return page


def shown(page: Page) -> tuple[str, str, int, dict[str, list[str]]]:
    """Return everything a reader sees: headline, the text of the page, areas on the map; and the address."""
    harness.settle(page)
    text = page.locator("[data-testid=stMain]").inner_text()
    return (
        page.locator("h1").inner_text(),
        text,
        harness.areas_painted(page),
        parse_qs(urlsplit(page.url).query),
    )


def press_until(page: Page, label: str, areas: int) -> None:
    """Choose a level of the map until it is drawn: a session that is new to a replica learns the view at the first."""
    for _ in range(2):
        page.locator(".st-key-level button").filter(has_text=re.compile(f"^{label}$")).click()
        page.wait_for_timeout(500)
        harness.settle(page)
        if harness.areas_painted(page) == areas:
            return
    raise AssertionError(f"{label} was never drawn")


def fetch_csv(page: Page) -> str:
    """Download the table of the map, which only the process of the session can make."""
    harness.open_take(page, "map")
    with page.expect_download() as download:
        page.locator(".st-key-map_csv button").click()
    return download.value.path().read_text(encoding="utf-8-sig")


def test_newcomers_take_turns_and_each_reader_comes_back_to_the_same_replica(fleet: Fleet) -> None:
    given = [fleet.ask("/")[1].get("set-cookie", "") for _ in range(6)]
    assert {cookie.split(";")[0] for cookie in given} == {"sti_replica=r1", "sti_replica=r2"}
    assert given[0].endswith("; Path=/; HttpOnly; SameSite=Lax")
    before = len(fleet.answered())
    again = [fleet.ask("/api/health", cookie=name)[1].get("set-cookie") for name in ("r1", "r1", "r2", "r2")]
    assert again == [None] * 4

    def healths() -> list[str]:
        return [name for path, name in fleet.answered(before) if path == "/api/health"]

    until(lambda: len(healths()) >= 4)  # the log is written behind the answer
    assert healths() == ["r1", "r1", "r2", "r2"]
    unknown = fleet.ask("/", cookie="r9; Path=/")[1]["set-cookie"]
    assert unknown.split(";")[0] in ("sti_replica=r1", "sti_replica=r2")


def test_two_browsers_have_their_sessions_and_downloads_each_from_one_replica(
    browser: harness.Browser, fleet: Fleet
) -> None:
    newcomer = opened(browser, fleet, "/")
    given = seat(newcomer.context)
    other = {"r1": "r2", "r2": "r1"}[given]
    for page, name in ((newcomer, given), (opened(browser, fleet, "/", other), other)):
        begun = len(fleet.answered())
        page.locator(".st-key-lang button", has_text="EN").click()
        harness.settle(page)
        assert "Lampang" in fetch_csv(page)
        page.context.close()
        until(lambda: ("/_stcore/stream", name) in fleet.answered(begun))  # noqa: B023 (a socket is logged at its end)
        own = [answer for answer in fleet.answered(begun) if not answer[0].startswith(STATIC)]
        assert {replica for _, replica in own} == {name}
        assert any(path.startswith("/media/") for path, _ in own)


def test_what_does_not_change_is_fetched_once_and_kept_for_a_year(fleet: Fleet) -> None:
    path = f"/{boundaries.layer('province', DEFAULT_ASOF).url}"
    packed = {"Accept-Encoding": "gzip, deflate, br"}
    fleet.ask(path, **packed)
    before = len(fleet.answered())
    status, headers, body = fleet.read(path, **packed)
    assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
    assert (headers["content-encoding"], body[:2]) == ("gzip", b"\x1f\x8b")
    assert [name for asked, name in fleet.answered(before) if asked == path] == [
        ""
    ]  # from the front's own cache
    plain = fleet.read(path)
    assert (plain[1].get("content-encoding"), plain[2][:1]) == (None, b"{")
    assert fleet.ask("/")[1]["cache-control"] == "no-cache"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_metrics_foreign_names_and_too_big_a_body_are_refused_at_the_front(fleet: Fleet) -> None:
    before = len(fleet.answered())
    metrics = (
        "/_stcore/metrics",
        "/api/metrics",
        "//_stcore/metrics",
        "/%5fstcore/metrics",
        "/x/../api/metrics",
    )
    assert [fleet.ask(path)[0] for path in (*metrics, "/_stcore/agent/openapi.json")] == [403] * 6
    assert fleet.ask("/", Host="sti.example.org")[0] == 421
    assert fleet.ask("/_stcore/upload_file/a/b", **{"Content-Length": str(62 * 2**20)})[0] == 413
    assert {name for _, name in fleet.answered(before)} == {""}  # no replica was asked
    assert fleet.ask("/", Host="localhost")[0] == 200


def test_the_front_says_that_the_dashboard_is_ready(fleet: Fleet) -> None:
    assert ready.is_ready(fleet.port)
    assert ready.is_alive(fleet.port)


def test_behind_the_front_nobody_publishes_without_sign_in(browser: harness.Browser, fleet: Fleet) -> None:
    off = "เผยแพร่จากที่นี่ไม่ได้"
    page = opened(browser, fleet, "/data?part=bring", "r1")
    assert off in shown(page)[1]
    page.context.close()
    alone = harness.context(browser).new_page()
    alone.goto(f"http://127.0.0.1:{fleet.newest('r1')[1]}/data?part=bring")  # past the front: nor there
    assert off in shown(alone)[1]
    alone.context.close()


def test_what_is_published_is_seen_on_every_replica(fleet: Fleet) -> None:
    store = Store(fleet.store)
    current = store.current()
    assert current
    plans = store.records().plans.iloc[1:]
    done = store.publish({"plans": plans}, author="ก", note="ถอนหนึ่งแผน", expected=current.release_id)
    assert done.release_id != current.release_id
    for name in ("r1", "r2"):  # once it is worked out there, which takes a while on a busy machine
        until(lambda name=name: done.release_id.encode() in fleet.read("/api/version", cookie=name)[2], 300)


def test_with_its_marks_taken_off_the_template_serves_tls(fleet: Fleet, tmp_path: Path) -> None:
    port, plain = harness.free_port(), harness.free_port()
    made = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run(["openssl", *made, "-addext", "subjectAltName=DNS:localhost", "-keyout", tmp_path / "key.pem",
                    "-out", tmp_path / "cert.pem"], check=True, capture_output=True)  # fmt: skip
    template = (
        TEMPLATE.read_text(encoding="utf-8").replace("#tls# ", "").replace("@PLAIN@", f"127.0.0.1:{plain}")
    )
    template = template.replace("/etc/sti/tls/fullchain.pem", str(tmp_path / "cert.pem"))
    template = template.replace("/run/credentials/sti-front.service/key.pem", str(tmp_path / "key.pem"))
    ports = tuple(fleet.newest(name)[1] for name in ("r1", "r2"))
    account = "root root" if os.geteuid() == 0 else ""
    text = Front(f"127.0.0.1:{port}", ports, account=account).config(template)
    (tmp_path / "nginx.conf").write_text(text, encoding="utf-8")
    with subprocess.Popen(nginx_command(tmp_path), stderr=subprocess.DEVNULL) as nginx:
        try:
            until(lambda: (tmp_path / "nginx.pid").exists())
            trusted = ssl.create_default_context(cafile=tmp_path / "cert.pem")
            line = http.client.HTTPSConnection("localhost", port, timeout=30, context=trusted)
            line.request("GET", "/")
            answer = line.getresponse()
            assert answer.status == 200
            assert re.fullmatch(
                r"sti_replica=r\d; Path=/; HttpOnly; SameSite=Lax; Secure", answer.headers["set-cookie"]
            )
            assert answer.headers["strict-transport-security"] == "max-age=31536000"
            line.close()
            plainly = http.client.HTTPConnection("127.0.0.1", plain, timeout=30)
            plainly.request("GET", "/coverage?lang=en", headers={"Host": "localhost"})
            assert plainly.getresponse().headers["location"] == "https://localhost/coverage?lang=en"
            plainly.close()
            with (
                socket.create_connection(("127.0.0.1", port)) as foreign,
                pytest.raises(ssl.SSLError, match="(?i)unrecognized.name"),
            ):
                trusted.wrap_socket(foreign, server_hostname="sti.example.org")
        finally:
            nginx.terminate()


class Load:
    """Readers who keep asking, newcomers and those of both replicas, until the block ends."""

    def __init__(self, fleet: Fleet) -> None:
        self.fleet, self.faults, self.count = fleet, list[str](), 0
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._ask, args=(cookie,)) for cookie in ("", "r1", "r2")]

    def _ask(self, cookie: str) -> None:
        while not self._ended.wait(0.3):
            for path in ("/", "/_stcore/health", "/api/version"):
                try:
                    status = self.fleet.ask(path, cookie=cookie)[0]
                except (OSError, http.client.HTTPException) as error:
                    self.faults.append(f"{path} of {cookie}: {error!r}")
                else:
                    self.count += 1
                    if status != 200:
                        self.faults.append(f"{path} of {cookie}: {status}")

    def __enter__(self) -> "Load":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()


def test_when_a_replica_is_killed_its_readers_go_on_at_the_other_and_nobody_sees_an_error(
    browser: harness.Browser, fleet: Fleet
) -> None:
    page = opened(browser, fleet, VIEW, "r1")
    before = shown(page)
    page.evaluate("window.stillHere = true")
    killed, port = fleet.newest("r1")
    with Load(fleet) as load:
        until(lambda: load.count > 20)
        os.kill(killed, signal.SIGKILL)
        until(lambda: seat(page.context) == "r2")
        assert shown(page) == before
        press_until(page, "กลุ่ม", 18)
        after = shown(page)
        assert after[3] == before[3] | {"level": ["group"]}
        press_until(page, "จังหวัด", before[2])
        assert shown(page) == before  # drawn by the other one
        until(lambda: fleet.newest("r1")[0] != killed and ready.is_ready(port))
        assert "ลำปาง" in fetch_csv(page)  # the first is back, its reader stays: there is the session
        assert seat(page.context) == "r2"
    assert "r1 ended with -9" in fleet.said()
    assert page.evaluate("window.stillHere")  # the page was never loaded anew
    assert load.faults == []
    page.context.close()


def test_replicas_are_restarted_one_after_the_other_without_an_error(
    browser: harness.Browser, fleet: Fleet
) -> None:
    page = opened(browser, fleet, VIEW, "r2")
    before, processes = shown(page), [fleet.newest(name)[0] for name in ("r1", "r2")]
    with Load(fleet) as load:
        fleet.process.send_signal(signal.SIGHUP)
        until(lambda: "all replicas restarted" in fleet.said())
    assert load.faults == []
    assert not {fleet.newest(name)[0] for name in ("r1", "r2")} & set(processes)
    until(lambda: seat(page.context) == "r1")
    assert shown(page) == before
    page.context.close()


def test_all_replicas_sign_cookies_with_the_same_secret(fleet: Fleet) -> None:
    environments = [Path(f"/proc/{fleet.newest(name)[0]}/environ").read_bytes() for name in ("r1", "r2")]
    found = {re.search(rb"STREAMLIT_SERVER_COOKIE_SECRET=([0-9a-f]{64})\0", env) for env in environments}
    assert len({match[1] for match in found if match}) == 1


def test_the_end_of_the_script_is_the_end_of_all_it_started(fleet: Fleet) -> None:
    started = [int(process) for process in re.findall(r"process (\d+)", fleet.said())]
    fleet.process.terminate()
    assert fleet.process.wait(timeout=60) == 0
    assert [process for process in started if Path(f"/proc/{process}").exists()] == []
