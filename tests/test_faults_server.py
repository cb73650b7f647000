"""A real server in trouble: its store damaged, gone or silent, its pages failing, its clock elsewhere; and who may watch."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from data import records as files
from data.store.store import Store
from tests import tiny
from tests.browser import harness
from tests.pages.test_pages import show
from tests.raw_reader import RawReader, Told

TOKEN = "a-token-of-this-test-only"  # noqa: S105  # pragma: allowlist secret
PLAN = {"plan_id": "p1", "province_code": "50", "source_id": "sample"}
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
HOLDS = "import sys, time; from pathlib import Path; from data.store.folders import one_writer\n" \
        "with one_writer(Path(sys.argv[1])): print('held', flush=True); time.sleep(600)"  # fmt: skip


@dataclass
class Mended:
    """A server that began on a damaged store, what it said then, and the store that was put in its place."""

    server: harness.Server
    store: Store
    before: dict[str, Any]


def get(server: harness.Server, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
    """Return status, body and headers of an answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(server.url + path, headers=named)  # noqa: S310
    try:
        with DIRECT.open(request, timeout=30) as answer:
            return answer.status, answer.read().decode(), dict(answer.headers.items())
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), dict(error.headers.items())


def read(server: harness.Server, page: str = "", query: str = "") -> Told:
    """Return what a reader who has just arrived is told."""
    with RawReader(server.port) as reader:
        return reader.visit(page, query)


def written(parts: list[str]) -> list[str]:
    """Return what a page says in markup, in no order, without its style and script."""
    return sorted(part for part in parts if not part.startswith(("<style", "<script")))


def until(server: harness.Server, **wanted: object) -> dict[str, Any]:
    """Ask whether the server is ready until it says so in these words, and return all that it says."""
    for _ in range(100):
        told: dict[str, Any] = json.loads(get(server, "/api/ready")[1])
        if all(told.get(name) == value for name, value in wanted.items()):
            return told
        time.sleep(0.2)
    raise AssertionError(f"never {wanted}: {told}")


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mended]:
    """A server far west of Thailand with a JSON log. Its store was damaged when it began, and mended while it ran."""
    folder = tmp_path_factory.mktemp("faults")
    good = Store(folder / "good")
    first = good.seed(files.FACTS, files.SAMPLE)
    plans = tiny.frame("plans", [PLAN])
    good.publish({"plans": plans}, author="a", note="", expected=first.release_id)
    shutil.copytree(good.folder or "", folder / "store")
    for path in (folder / "store" / "releases" / "_delta_log").glob("*.json"):
        path.write_bytes(b"garbage")
    env = {"STI_STORE": str(folder / "store"), "TZ": "America/Los_Angeles"}
    env |= {"STI_LOG": "json", "STI_LOG_LEVEL": "debug", "STI_METRICS_TOKEN": TOKEN}
    with harness.serving(env=env) as server:
        before: dict[str, Any] = {}
        before |= {path: get(server, f"/api/{path}") for path in ("health", "ready", "version")}
        before |= {lang: read(server, "coverage", f"lang={lang}") for lang in ("th", "en")}
        shutil.rmtree(folder / "store")
        (folder / "good").rename(folder / "store")
        until(server, ready=True)
        yield Mended(server, Store(folder / "store"), before)


def test_on_a_damaged_store_the_server_is_alive_but_not_ready_and_says_when_to_ask_again(
    mended: Mended,
) -> None:
    assert mended.before["health"][0] == 200
    assert json.loads(mended.before["health"][1])["status"] == "alive"
    status, body, headers = mended.before["ready"]
    assert (status, json.loads(body), headers["retry-after"]) == (
        503,
        {"ready": False, "kind": "corrupt"},
        "5",
    )
    assert mended.before["version"][0] == 503


@pytest.mark.parametrize(
    ("lang", "words"), [("th", "เปิดที่เก็บข้อมูลไม่ได้"), ("en", "The data store cannot be opened")]
)
def test_on_a_damaged_store_a_page_says_so_and_shows_nothing_else(
    mended: Mended, lang: str, words: str
) -> None:
    told = mended.before[lang]
    assert told.heading() == words
    assert told.exceptions == told.errors == []
    assert "<footer" not in told.text


def test_a_store_that_was_mended_is_served_without_a_new_start(mended: Mended) -> None:
    current = mended.store.current()
    assert current is not None
    assert until(mended.server, stale=False) == {
        "ready": True, "release": current.release_id, "stale": False, "store": "ok",
    }  # fmt: skip
    assert "61" in read(mended.server, "", "asof=2011-05-26").heading()


def test_a_store_that_is_taken_away_leaves_the_release_with_a_word_and_comes_back_by_itself(
    mended: Mended,
) -> None:
    folder = mended.store.folder
    assert folder is not None
    away = folder.with_name("away")
    with RawReader(mended.server.port) as reader:
        assert reader.visit("coverage", "asof=2011-05-26").warnings == []
        folder.rename(away)
        try:
            assert until(mended.server, stale=True)["store"] == "unreachable"
            told = reader.visit("coverage", "asof=2009-06-30&lang=en")
            assert "may be out of date" in told.warnings[0]
            assert "2009" in told.heading() + told.text
            assert told.errors == told.exceptions == []
            assert get(mended.server, "/api/health")[0] == 200
            assert not folder.exists()
        finally:
            away.rename(folder)
        until(mended.server, stale=False)
        assert reader.visit("coverage", "asof=2011-05-26").warnings == []


def test_a_store_that_never_answers_does_not_hold_up_the_pages(mended: Mended) -> None:
    assert mended.store.folder is not None
    pipe = mended.store.folder / "releases" / "_delta_log" / "_last_checkpoint"
    os.mkfifo(pipe)  # whoever opens it waits until somebody writes
    try:
        assert until(mended.server, stale=True)["store"] == "unreachable"
        for page in ("", "coverage", "projects"):
            told = read(mended.server, page, "lang=en")
            assert told.errors == told.exceptions == []
            assert "may be out of date" in told.warnings[0]
    finally:
        # Whoever waits at it goes on; where nobody does, nothing waits for a reader.
        with suppress(OSError):
            os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        pipe.unlink()
    until(mended.server, stale=False)


def test_a_writer_that_stands_still_with_the_store_in_hand_holds_up_no_reader(mended: Mended) -> None:
    command = [sys.executable, "-c", HOLDS, str(mended.store.folder)]
    writer = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=harness.ROOT)
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"held\n"
        writer.send_signal(signal.SIGSTOP)
        told = read(mended.server, "data", "part=history&lang=en")
        assert told.errors == told.exceptions == told.warnings == []
        assert until(mended.server, ready=True)["stale"] is False
    finally:
        writer.kill()
        writer.wait()


@pytest.mark.parametrize("page", ["overview", "coverage", "sources"])
def test_a_server_in_another_zone_shows_the_same_day_and_figures(
    mended: Mended, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STI_STORE", mended.store.root)
    here = show(page, asof="2015-09-30")
    there = read(mended.server, "" if page == "overview" else page, "asof=2015-09-30")
    assert "asof=2015-09-30" in there.query
    assert written(there.html) == written([element.proto.body for element in here.get("html")])


def test_a_server_in_another_zone_tells_the_moment_of_a_release_by_the_clock_of_thailand(
    mended: Mended,
) -> None:
    current = mended.store.current()
    assert current is not None
    thai = current.published_at + timedelta(hours=7)
    assert f"{thai:%H:%M} น." in read(mended.server, "data").text


def test_runs_sessions_and_the_release_can_be_collected(mended: Mended) -> None:
    with RawReader(mended.server.port) as reader:
        reader.visit("workshops")
        status, body, headers = get(mended.server, "/api/metrics")
    assert status == 200
    assert headers["content-type"].startswith("application/openmetrics-text")
    found = dict(line.rsplit(" ", 1) for line in body.splitlines() if not line.startswith("#"))
    assert float(found['sti_runs_total{outcome="done",page="workshops",part="page"}']) >= 1
    assert float(found['sti_run_seconds_count{page="workshops",part="page"}']) >= 1
    assert float(found["sti_sessions"]) >= 1
    assert 0 < float(found["sti_release_age_seconds"]) < 3600
    current = mended.store.current()
    assert current is not None
    assert f'sti_release_info{{kind="publish",number="2",release="{current.release_id}"}}' in found
    assert float(found['sti_figures_held{figure="area_map"}']) >= 1
    assert float(found['sti_answers_held{floor="measures"}']) >= 10
    assert float(found['sti_answer_hits_total{floor="measures"}']) >= 10
    assert float(found["process_resident_memory_bytes"]) > 50e6


@pytest.mark.parametrize(
    "path", ["/api/metrics", "/_stcore/metrics", "/_stcore/metrics?families=active_sessions"]
)
def test_figures_are_for_this_machine_and_for_who_knows_the_token(mended: Mended, path: str) -> None:
    server = mended.server
    assert get(server, path)[0] == 200
    assert get(server, path, X_Forwarded_For="127.0.0.1")[0] == 404
    assert get(server, path, Forwarded="for=203.0.113.9")[0] == 404
    assert get(server, path, X_Real_Ip="203.0.113.9", Authorization="Bearer wrong")[0] == 404
    assert get(server, path, X_Forwarded_For="203.0.113.9", Authorization=f"Bearer {TOKEN}")[0] == 200
    assert get(server, path, X_Forwarded_For="203.0.113.9", Authorization=f"bearer {TOKEN}x")[0] == 404


def test_every_line_of_the_log_is_one_event_and_a_run_names_page_time_session_and_release(
    mended: Mended,
) -> None:
    read(mended.server, "phases")
    lines = [line for line in mended.server.said().splitlines() if line.strip()]
    begins = next(place for place, line in enumerate(lines) if line.startswith("{"))
    events = [json.loads(line) for line in lines[begins:]]
    assert [event for event in events if not {"at", "level", "logger", "message"} <= event.keys()] == []
    runs = [event for event in events if event["logger"] == "sti.runs" and event["page"] == "phases"]
    assert 0 < runs[-1]["seconds"] < 60
    assert re.fullmatch(r"[0-9a-f]{8}", runs[-1]["session"])
    assert (runs[-1]["part"], runs[-1]["outcome"]) == ("page", "done")
    current = mended.store.current()
    assert current is not None
    assert runs[-1]["release"] == current.release_id
    assert any(event["message"].startswith("the store cannot be opened: corrupt") for event in events)


@pytest.fixture(scope="module")
def raising() -> Iterator[harness.Server]:
    """A server whose pages fail."""
    with harness.serving("tests/raising/app.py") as server:
        yield server


@pytest.mark.parametrize("where", ["page", "part", "callback"])
@pytest.mark.parametrize(
    ("lang", "words"), [("th", "หน้านี้แสดงไม่ได้ชั่วคราว"), ("en", "This page cannot be shown at the moment")]
)
def test_whatever_fails_is_said_calmly_with_a_reference_under_which_the_trace_stands_in_the_log(
    raising: harness.Server, where: str, lang: str, words: str
) -> None:
    query = f"where={where}&lang={lang}&say=secret-of-{where}-{lang}"
    with RawReader(raising.port) as reader:
        told = reader.visit("", query)
        if where == "callback":
            assert told.errors == []
            told = reader.visit("", query, press=told.buttons["fail"])
    assert len(told.errors) == 1
    assert words in told.errors[0]
    assert told.exceptions == []
    assert f"secret-of-{where}-{lang}".encode() not in told.raw.replace(query.encode(), b"")
    (reference,) = re.findall(r"\b[0-9a-f]{8}\b", told.errors[0])
    log = raising.said()
    trace = log.split(f"page failed, reference {reference}", 1)[1]
    assert f"  | ValueError: secret-of-{where}-{lang}" in trace
    assert log.count(f"ValueError: secret-of-{where}-{lang}") == 1


def test_a_failure_is_counted(raising: harness.Server) -> None:
    read(raising, "", "where=page")
    body = get(raising, "/api/metrics")[1]
    assert 'sti_runs_total{outcome="failed",page="none",part="page"}' in body


def test_what_a_reader_says_cannot_forge_a_line_of_the_log(raising: harness.Server) -> None:
    forged = "%0A2026-01-01T00:00:00.000%2B00:00 INFO sti.audit: forged%0D%E2%80%A8%1B[2Jforged"
    read(raising, "", f"where=page&say=x{forged}")
    lines = [line for line in re.split(r"[\n\r\x0b\x0c\x85\u2028\u2029]", raising.said()) if "forged" in line]
    assert lines
    assert [line for line in lines if not line.startswith("  | ")] == []
    assert "\x1b" not in raising.said()


def test_a_token_that_is_not_set_opens_nothing(raising: harness.Server) -> None:
    assert get(raising, "/api/metrics", X_Forwarded_For="203.0.113.9", Authorization="Bearer ")[0] == 404
    assert get(raising, "/api/metrics", X_Forwarded_For="203.0.113.9", Authorization="")[0] == 404


RAW = (
    "asof=%FF%FE", "area=%ED%A0%80", "groups=%00%00", "%", "%%%", "&&&===", "=", "?" * 50, "asof", "asof=&asof=&asof=",
    "lang=en;lang=th", "lang[]=en", "area=%253Cscript%253E", "q=%3Cscript%3Ealert(1)%3C/script%3E", "page=" + "9" * 5000,
    "asof=2011-05-26%0d%0aSet-Cookie:%20a=b", "project=" + "%E0%B8%81" * 2000, "a=" * 900, "spot=%7C%7C%7C",
    "before=%27%20OR%201=1&after=../..",
)  # fmt: skip


@pytest.mark.parametrize(
    "page", ["", "projects", "data", "area", "nowhere", "../../etc/passwd", "%3Cscript%3E"]
)
def test_a_link_that_is_no_text_at_all_opens_a_page_all_the_same(mended: Mended, page: str) -> None:
    with RawReader(mended.server.port) as reader:
        for query in RAW:
            told = reader.visit(page, query)
            assert told.errors == told.exceptions == [], query
            shown = [part for part in told.html if "<template" not in part]
            assert "".join(shown).count("<h1") == 1, query
            assert "<script>alert(1)" not in told.text
