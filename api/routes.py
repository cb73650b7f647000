"""Every address of this interface, in one list, and the routes that answer there."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette_compress import CompressMiddleware

from addresses import shown
from api import figures, v1
from api.fair import Counter, Fair
from api.house import House, Problem

BASE = "/api/v1"
SMALLEST = 500  # bytes; below that packing gains nothing
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Door:
    """One address. path: as the description has it. example: a whole address to ask. holds: records, or words."""

    path: str
    example: str
    holds: str = "records"


DOORS = (
    Door("/api/v1/openapi.json", "/api/v1/openapi.json", "words"),
    Door("/api/v1/try", "/api/v1/try", "words"),
    Door("/api/v1/releases", "/api/v1/releases"),
    Door("/api/v1/provinces", "/api/v1/provinces?asof=2018-01-01"),
    Door("/api/v1/groups", "/api/v1/groups?asof=2018-01-01"),
    Door("/api/v1/measures", "/api/v1/measures", "words"),
    Door("/api/v1/measures/{measure}", "/api/v1/measures/coverage?asof=2018-01-01"),
    Door("/api/v1/key-figures", "/api/v1/key-figures?asof=2018-01-01"),
    Door("/api/v1/changes", "/api/v1/changes?asof=2015-09-30&since=2009-01-01"),
    Door("/api/v1/projects", "/api/v1/projects?asof=2015-09-30&size=500"),
    Door("/api/v1/projects/{project_id}", "/api/v1/projects/sample-clinic-2554-009"),
    Door("/api/v1/workshops", "/api/v1/workshops?asof=2015-09-30"),
    Door("/api/v1/sources", "/api/v1/sources"),
    Door("/api/v1/tables", "/api/v1/tables"),
    Door("/api/v1/tables/{table}", "/api/v1/tables/project_locations"),
    Door("/api/v1/catalog.jsonld", "/api/v1/catalog.jsonld"),
    Door("/api/v1/feeds/releases.atom", "/api/v1/feeds/releases.atom"),
    Door("/api/v1/feeds/changes.atom", "/api/v1/feeds/changes.atom?lang=en"),
    Door("/api/v1/calendar.ics", "/api/v1/calendar.ics?lang=th"),
    Door("/embed", "/embed?figure=map&asof=2015-09-30&level=group"),
    Door("/api/figure/{name}.{kind}", "/api/figure/ranking.svg?asof=2015-09-30"),
    Door("/api/oembed", "/api/oembed?url=http://sti.test/coverage?lang=th"),
)
OTHERS = [
    Route("/embed", figures.embed),
    Route("/api/figure/{name}.{kind}", figures.image),
    Route("/api/oembed", figures.oembed),
]


def routes(house: House) -> list[BaseRoute]:
    """Return the routes of this interface over what a process serves; one counter for all of them."""
    shown.frames()  # a setting that cannot be read stops the start, it opens nothing
    counter = Counter()
    app = v1.build()
    app.add_route("/try", try_it, include_in_schema=False)
    others = Starlette(routes=OTHERS, exception_handlers={Problem: v1.problem, HTTPException: v1.problem})
    fair = Fair(packed(Housed(others, house)), counter)
    return [
        Mount(BASE, Fair(packed(Housed(app, house)), counter)),
        *(Route(route.path, fair) for route in OTHERS),
    ]


def packed(app: ASGIApp) -> ASGIApp:
    """Return the app whose answers travel packed: zstd or brotli where the caller takes it, else gzip."""
    return CompressMiddleware(app, minimum_size=SMALLEST)


class Housed:
    """ASGI wrapper that hands the house to whoever answers."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self.app, self.house = app, house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app({**scope, "sti.house": self.house}, receive, send)


async def try_it(request: Request) -> HTMLResponse:
    """Show the description and let a reader ask; everything it needs is served from here."""
    root = request.scope.get("root_path", "").removesuffix(BASE)
    page = (HERE / "try.html").read_text(encoding="utf-8").replace("{base}", escape(root, quote=True))
    return HTMLResponse(page, headers={"Cache-Control": "public, max-age=300"})
