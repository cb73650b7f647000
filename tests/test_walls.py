"""Role by route by record: who may not read something finds it on no page, in no file and no answer of the server.

The list of routes is made from the server's own: a new route without an entry here fails.
"""

import asyncio
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pandas as pd
import pytest
import streamlit
from pypdf import PdfReader
from starlette.routing import BaseRoute, Mount, Route

from api import routes as api
from api.house import House
from api.routes import DOORS
from benchmarks.socket_client import Counting, Run, Session
from data.access.limited import within
from data.records import Records, load
from data.store.store import Store, open_store
from exports import media
from locales import Reader
from server import routes as served
from shell.lists import PAGES
from tests.browser import harness

MARK = "ความลับของกลุ่มอื่น-7Q4X"  # the title of a project, looked for in every byte
PROJECT, PROVINCE, GROUP = "walls-secret-1", "90", "2560-south-gulf"
OWN_GROUP = "2560-upper-north-1"

# What each route of the server can hold: "nothing" that is anybody's, or "records", which are looked into below.
ROUTES = {
    "/favicon.png": "nothing",
    "/guide": "nothing",
    "/api/health": "nothing",
    "/api/ready": "nothing",
    "/api/version": "nothing",
    "/api/metrics": "nothing",
    "/app/static": "nothing",
    "/app/static/stage.{hash}.js": "nothing",
    "/api/v1": "records",
    "/embed": "records",
    "/api/oembed": "nothing",
    "/api/figure/{name}.{kind}": "records",
}
RECORDS = [door.example for door in DOORS] + [
    f"/api/v1/projects?asof=2026-09-30&size=500&q={PROJECT}",
    f"/api/v1/projects/{PROJECT}",
    "/api/v1/tables/projects",
    "/api/v1/tables/project_locations",
    "/embed?figure=map",
    "/api/figure/map.svg",
    "/api/figure/map.png",
]
ADDRESSES = [
    *((page if page != "overview" else "", "asof=2026-09-30") for page in PAGES),
    ("projects", f"asof=2026-09-30&project={PROJECT}"),
    ("projects", f"asof=2026-09-30&q={MARK[:20]}"),
    ("projects", f"asof=2026-09-30&area={PROVINCE}"),
    ("area", f"asof=2026-09-30&area={PROVINCE}"),
    ("area", f"asof=2026-09-30&area={GROUP}"),
    ("compare", f"asof=2026-09-30&areas={PROVINCE}&areas=50"),
    ("present", f"asof=2026-09-30&area={PROVINCE}"),
    ("coverage", "asof=2026-09-30&gap=all&next=open"),
]


class Ear(Session):
    """A tab that keeps every byte it was sent."""

    def __init__(self, port: int, cookies: Mapping[str, str] | None = None) -> None:
        super().__init__(port, cookies=cookies)
        self.bytes = bytearray()

    async def _take(self, line: Counting, run: Run, seen: dict) -> bool:  # type: ignore[type-arg]
        raw = await line.recv(decode=False)
        self.bytes += raw

        class Again:
            async def recv(self, *, decode: bool) -> bytes:
                return raw

        return await super()._take(Again(), run, seen)  # type: ignore[arg-type]


def publish_mark(opened: Store) -> None:
    """Publish one project of another group that bears the mark."""
    current = opened.current()
    assert current
    records = opened.records(current)
    project = records.projects.iloc[[0]].assign(project_id=PROJECT, title_th=MARK, title_en=MARK)
    at = records.project_locations.iloc[[0]].assign(
        project_id=PROJECT, province_code=PROVINCE, precision="province", share=1.0
    )
    opened.publish(
        {"projects": pd.concat([records.projects, project], ignore_index=True),
         "project_locations": pd.concat([records.project_locations, at], ignore_index=True)},
        author="a", note="n", expected=current.release_id,
    )  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which one project of another group bears a mark."""
    root = tmp_path_factory.mktemp("walls") / "store"
    opened = open_store(str(root))
    assert isinstance(opened, Store)
    publish_mark(opened)
    return root


def server_for(store: Path, viewers: str) -> Iterator[harness.Server]:
    env = {"STI_STORE": str(store), "STI_EDIT_HERE": ""} | ({"STI_VIEWERS": viewers} if viewers else {})
    with harness.serving(env=env) as running:
        yield running


@pytest.fixture(scope="module")
def for_all(store: Path) -> Iterator[harness.Server]:
    """Everybody reads everything."""
    yield from server_for(store, "")


@pytest.fixture(scope="module")
def limited(store: Path) -> Iterator[harness.Server]:
    """Everybody reads one other group."""
    yield from server_for(store, f"* = {OWN_GROUP}")


@pytest.fixture(scope="module")
def closed(store: Path) -> Iterator[harness.Server]:
    """Nobody reads without signing in."""
    yield from server_for(store, f"somebody@most.go.th = {OWN_GROUP}")


def answer(server: harness.Server, path: str) -> tuple[int, bytes]:
    """Return status and body of one request, asked as a browser does."""
    request = urllib.request.Request(server.url + path, headers={"Accept": "text/html"})  # noqa: S310
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=60) as found:
            return found.status, found.read()
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code, refused.read()


async def page(
    server: harness.Server, name: str, query: str, cookies: Mapping[str, str] | None = None
) -> tuple[bytes, list[str]]:
    """Return every byte that a page sends, with the answers of its search; and its faults."""
    ear = Ear(server.port, cookies)
    await ear.open()
    runs = [await ear.visit(name, query)]
    if "search_text" in ear.controls:
        runs.append(await ear.choose("search_text", MARK[:12]))
    await ear.close()
    return bytes(ear.bytes), [error for run in runs for error in run.errors]


def paths(found: list[BaseRoute]) -> set[str]:
    return {one.path for one in found if isinstance(one, (Route, Mount))}


def test_every_route_of_the_server_has_an_entry() -> None:
    house = House(lambda: None, lambda: None, lambda: None)  # type: ignore[arg-type,return-value]
    known = paths([*served.routes(harness.ROOT / "static"), *api.routes(house)])
    assert known - set(ROUTES) == set(), "say in ROUTES what the new route can hold"
    for route, holds in ROUTES.items():
        if holds == "records" and route in known:
            assert any(one.startswith(route.partition("{")[0]) for one in RECORDS), route


def test_the_mark_is_there_to_be_found_by_who_may(for_all: harness.Server) -> None:
    raw, faults = asyncio.run(page(for_all, "projects", f"asof=2026-09-30&project={PROJECT}"))
    assert faults == []
    assert MARK.encode() in raw
    assert any(PROJECT.encode() in answer(for_all, path)[1] for path in RECORDS)


@pytest.mark.parametrize("role", ["limited", "closed"])
def test_no_route_holds_what_the_reader_may_not_see(role: str, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue(role)
    plain = [path for path, holds in ROUTES.items() if holds == "nothing"]
    first = [f"/{name}?{query}" for name, query in ADDRESSES if MARK[:5] not in query]
    for path in [*plain, *RECORDS, *first]:
        status, body = answer(server, path)
        assert status < 500, path
        assert MARK.encode() not in body, path
        if PROJECT not in path:
            assert PROJECT.encode() not in body, path
        if role == "closed" and path in RECORDS and path.startswith("/api/v1/projects"):
            assert status in (401, 403, 404), path


@pytest.mark.parametrize("role", ["limited", "closed"])
def test_fonts_and_icons_are_everybodys_and_kept(role: str, request: pytest.FixtureRequest) -> None:
    """The platform keeps its fonts in a folder of the name under which downloads lie."""
    server = request.getfixturevalue(role)
    folder = Path(streamlit.__file__).parent / "static" / "static" / "media"
    for font in [one.name for one in folder.glob("*.woff2")][:3]:
        asked = urllib.request.Request(f"{server.url}/static/media/{font}")  # noqa: S310
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(asked) as found:
            assert found.status == 200
            assert "no-store" not in str(found.headers.get_all("cache-control"))


@pytest.mark.parametrize("role", ["limited", "closed"])
def test_no_page_holds_what_the_reader_may_not_see(role: str, request: pytest.FixtureRequest) -> None:
    server = request.getfixturevalue(role)

    async def walk() -> None:
        for name, query in ADDRESSES:
            raw, faults = await page(server, name, query)
            assert faults == [], (name, query)
            assert MARK.encode() not in raw, (name, query)

    asyncio.run(walk())
    assert MARK not in server.said()


def said_in(medium: str, records: Records) -> str:
    """Return all that a file of the whole country says, as text."""
    made = media.make(medium, records, "nation", date(2014, 9, 30), Reader("th", "be"))
    if medium == "page":
        return made.decode()
    if medium == "brief":
        return "".join(one.extract_text() for one in PdfReader(BytesIO(made)).pages)
    with zipfile.ZipFile(BytesIO(made)) as parts:
        return "".join(
            parts.read(name).decode("utf-8", "replace") for name in parts.namelist() if name.endswith("xml")
        )


@pytest.mark.parametrize("medium", media.MEDIA)
def test_a_file_of_a_limited_reader_says_nothing_of_other_groups(medium: str) -> None:
    """Names on the map are geography and everybody's; titles of workshops and names of institutions are records."""
    records = load()
    seen, marked = within(records, (OWN_GROUP,)), {}
    for table, key, column in (
        ("workshops", "workshop_id", "title"),
        ("institutions", "institution_code", "name"),
    ):
        frame = getattr(records, table)
        theirs = ~frame[key].isin(getattr(seen, table)[key])
        marked[table] = frame.assign(**{f"{column}_th": frame[f"{column}_th"].mask(theirs, MARK)})
    full = replace(records, **marked)
    assert MARK in said_in(medium, full)
    assert MARK not in said_in(medium, within(full, (OWN_GROUP,)))
