"""One figure elsewhere: as a picture, as a page for a frame, and what oEmbed is told of it."""

import base64
import hashlib
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from addresses import shown
from addresses.parameter import choice, parsed, written
from addresses.parameters import parameters
from addresses.shown import FIGURES, PARAMETERS
from api.answers import Asked, Content, answer
from api.house import House, Problem, public_url
from data.access.roles import visible
from data.records import Records
from data.remember import lru_cache
from exports.drawing import picture
from exports.drawing.picture import Framing
from locales import Reader

KINDS = {"svg": "image/svg+xml", "png": "image/png"}
FIGURE = choice("figure", tuple(FIGURES), "map")
THEME = choice("theme", ("auto", "light", "dark"), "auto")
SHAPE = choice("shape", ("wide", "square"), "wide")
NARROW = 640  # px; a frame that is narrower gets the square picture
REMEMBERED = 96  # pictures; an SVG of a map takes 250 KB
SCRIPT = (
    "const tell=()=>parent.postMessage({type:'sti-embed',height:document.documentElement.scrollHeight},'*');"
    "addEventListener('load',tell);addEventListener('resize',tell);"
    "document.querySelector('details').addEventListener('toggle',tell);tell()"
)
STYLE = (
    "html{color-scheme:light dark}body{margin:0;font:15px/1.5 'IBM Plex Sans Thai',sans-serif;background:#fff;color:#1b1f24}"
    "img{display:block;width:100%;height:auto}p,details{margin:.5rem 1rem}h1{position:absolute;width:1px;height:1px;"
    "overflow:hidden;clip-path:inset(50%)}table{border-collapse:collapse;font-size:13.5px}td,th{padding:.15rem .6rem;"
    "text-align:left;border-bottom:1px solid #8884}a{color:inherit}.box{overflow:auto;max-height:22rem}"
    "body.dark{background:#14181d;color:#e8eaed}@media(prefers-color-scheme:dark){body.auto{background:#14181d;color:#e8eaed}}"
)


@lru_cache(maxsize=REMEMBERED, renewed=False)
def _picture(
    records: Records, name: str, view: tuple[tuple[str, Any], ...], around: Framing, kind: str
) -> bytes:
    figure = FIGURES[name].draw(records, dict(view), around.reader)
    framed = replace(around, publishers=picture.cited(records, figure.sources, around.reader))
    return picture.png(figure, framed) if kind == "png" else picture.svg(figure, framed).encode()


def framing(asked: Asked, name: str, dark: bool = False) -> Framing:
    """Return what stands around a figure of the view that was asked for."""
    view = asked.view
    reader = Reader(view["lang"], view["era"], dark)
    return Framing(
        reader, view["asof"], asked.records.release, link(asked, name), (), view.get("shape", "wide")
    )


def link(asked: Asked, name: str) -> str:
    """Return the address of the view on its page."""
    known = {key: value for key, value in parameters(asked.records).items() if key in PARAMETERS}
    page = FIGURES[name].pages[0]
    query = urlencode(written(asked.view, known) | {"asof": asked.view["asof"].isoformat()}, doseq=True)
    return f"{asked.url}/{'' if page == 'overview' else page}?{query}"


async def image(request: Request) -> Response:
    """Answer with a figure as SVG or PNG: title, day, legend, mark, source and the way back are in it."""
    name, kind = request.path_params["name"], request.path_params["kind"]
    if name not in FIGURES or kind not in KINDS:
        raise Problem(404, "no-such-figure", "There are: " + ", ".join(FIGURES))

    def make(asked: Asked) -> Content:
        around = framing(asked, name, asked.view["theme"] == "dark")
        view = tuple(sorted((key, asked.view[key]) for key in PARAMETERS))
        return Content(_picture(asked.records, name, view, around, kind), KINDS[kind])

    return await answer(request, make, PARAMETERS, (THEME, SHAPE), strict=False)


async def embed(request: Request) -> Response:
    """Answer with a page for a frame: the picture, its table, its source and the way back."""
    return await answer(request, _embed, PARAMETERS, (FIGURE, THEME), strict=False)


def _embed(asked: Asked) -> Content:
    name, theme = asked.view["figure"], asked.view["theme"]
    around = framing(asked, name)
    reader = around.reader
    figure = FIGURES[name].draw(asked.records, asked.view, reader)
    title = escape(figure.title)
    table = figure.table.to_html(index=False, border=0, escape=True, na_rep="")
    page = (
        f'<!doctype html><html lang="{reader.lang}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f'<body class="{theme}"><h1>{title}</h1>{_pictures(asked, name, theme, figure.alt)}'
        f'<details><summary>{escape(reader.t("card-table"))}</summary><div class="box">{table}</div></details>'
        f'<p><a href="{escape(around.address, quote=True)}" target="_blank" rel="noopener">'
        f"{escape(reader.t('api-embed-open'))}</a></p><script>{SCRIPT}</script></body></html>"
    )
    return Content(page.encode(), "text/html; charset=utf-8", {"Content-Security-Policy": policy()})


def _pictures(asked: Asked, name: str, theme: str, alt: str) -> str:
    """Return the picture in the shape that fits the frame and the paper that fits the reader."""
    known = {key: value for key, value in parameters(asked.records).items() if key in PARAMETERS}
    query = written(asked.view, known)

    def at(shape: str, paper: str) -> str:
        asked_for = urlencode({**query, "shape": shape, "theme": paper}, doseq=True)
        return escape(f"api/figure/{name}.svg?{asked_for}", quote=True)

    papers = {"auto": ("dark", "light")}.get(theme, (theme,))
    sources = ""
    for paper in papers:
        dark = "(prefers-color-scheme:dark) and " if theme == "auto" and paper == "dark" else ""
        for shape, width in (("square", f"(max-width:{NARROW}px)"), ("wide", f"(min-width:{NARROW + 1}px)")):
            sources += f'<source media="{dark}{width}" srcset="{at(shape, paper)}">'
    return f'<picture>{sources}<img src="{at("wide", papers[-1])}" alt="{escape(alt, quote=True)}"></picture>'


def policy() -> str:
    """Return the content security policy of a framed page: nothing but its own picture, and who may frame it."""
    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors {' '.join(shown.frames()) or chr(39) + 'none' + chr(39)}"
    )


async def oembed(request: Request) -> Response:
    """Answer what oEmbed asks about an address of a page of ours: the frame that shows its figure."""
    house: House = request.scope["sti.house"]
    base = public_url(str(request.base_url))
    asked = urlsplit(request.query_params.get("url", ""))
    if request.query_params.get("format", "json") != "json":
        raise Problem(501, "json-only", "oEmbed is answered as JSON.", "format")
    if not shown.frames() or f"{asked.scheme}://{asked.netloc}" != "{0.scheme}://{0.netloc}".format(
        urlsplit(base)
    ):
        raise Problem(404, "not-here", "No figure of this address can be framed.", "url")
    page = asked.path.removeprefix(urlsplit(base).path).strip("/") or "overview"
    here = [name for name, figure in FIGURES.items() if page in figure.pages]
    if not here:
        raise Problem(404, "not-here", "This page has no figure that can be framed.", "url")
    name = shown.named(page, asked.fragment) or here[0]
    return JSONResponse(
        _oembed(request, house, base, name, asked.query), headers={"Cache-Control": "private, no-cache"}
    )


def _oembed(request: Request, house: House, base: str, name: str, query: str) -> dict[str, Any]:
    who, named = house.caller(request.headers.get("Authorization", "")), parse_qs(query)
    records = visible(house.records(named.get("release", [""])[-1]), who)
    known = {key: value for key, value in parameters(records).items() if key in PARAMETERS}
    view, _ = parsed(named, known)
    figure = FIGURES[name].draw(records, view, Reader(view["lang"], view["era"]))
    width = request.query_params.get("maxwidth", "")
    return {
        "version": "1.0", "type": "rich", "provider_name": "วทน. จังหวัด", "provider_url": base,
        "title": figure.title, "html": shown.snippet(base, name, written(view, known), figure.title),
        "width": min(int(width), 1200) if width.isascii() and width.isdigit() else 800, "height": shown.HEIGHT,
    }  # fmt: skip
