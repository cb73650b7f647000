"""The first page a browser gets, before any script of ours runs."""

import gzip
import re
from functools import cache

from anyio import to_thread
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo import boundaries
from measures.selection import DEFAULT_ASOF
from server import first_picture as poster
from server import page_links
from server.chart_code import CHART, STREAMLIT_JS, chunk
from shell.platform import config

PRODUCT = "วทน. จังหวัด"
PARTS = ("Html", "ButtonGroup", "Selectbox", "Multiselect", "Checkbox", "Button", "DownloadButton")
_IMPORT = re.compile(r'(?:from|import)\s*"\./([\w.-]+\.js)"')
_OTHER_FONT = re.compile(rb'<link[^>]*rel="preload"[^>]*SourceSans[^>]*>')
NOT_PAGES = ("/api/", "/embed")  # of our own, whole as they come
FONT = "IBM Plex Sans Thai"
WEIGHTS = (400, 500, 600)
SUBSETS = {  # unicode-range of each file, as its maker states it
    "thai": "U+02D7,U+0303,U+0331,U+0E01-0E5B,U+200C-200D,U+25CC",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,"
    "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
}


class FirstPage:
    """ASGI middleware that makes Streamlit's first page ours before any script runs.

    It names the language and the product, holds the first picture (`poster`), and says where the server is (a cold link
    to a page would otherwise ask below that page first and get 404). It fetches the code of the map and the controls
    and the boundaries while the session starts, and runs the map's code while the server works out the first view. A
    font that a few signs need (▲ and ▼) is fetched when they are met, not before everything else.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["path"].removeprefix(_base()).startswith(NOT_PAGES) if scope["type"] == "http" else True
        if ours or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = b""
        headers = scope["headers"]
        if any(name == b"accept" and b"text/html" in value for name, value in headers):
            # The page is small, and a compressed one could not be changed.
            scope = {**scope, "headers": [pair for pair in headers if pair[0] != b"accept-encoding"]}

        async def patched(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_html(message):
                start = message
            elif not start:
                await send(message)
            else:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    page = scope["path"].removeprefix(_base()).strip("/")
                    query = scope["query_string"].decode("ascii", "replace")
                    picture = await to_thread.run_sync(poster.of_request, page, query)
                    takes = b"".join(value for name, value in headers if name == b"accept-encoding")
                    found = page_links.of_request(scope, _base())
                    await _send_page(start, body, picture, found, b"gzip" in takes, send)

        await self.app(scope, receive, patched)


def _is_html(message: Message) -> bool:
    headers = dict(message["headers"])
    return headers.get(b"content-type", b"").startswith(b"text/html") and b"content-encoding" not in headers


async def _send_page(start: Message, body: bytes, picture: str, links: str, packed: bool, send: Send) -> None:
    body = body.replace(b'<html lang="en">', b'<html lang="th">', 1)
    body = body.replace(b"<title>Streamlit</title>", f"<title>{PRODUCT}</title>".encode(), 1)
    body = _OTHER_FONT.sub(b"", body)
    body = body.replace(b"</head>", (_parts(body) + links + _stand_in(_base())).encode() + b"</head>", 1)
    body = body.replace(b"<head>", b"<head>" + _head().encode(), 1)
    body = body.replace(b"</body>", picture.encode() + b"</body>", 1)
    more = [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")] if packed else []
    body = gzip.compress(body, 6) if packed else body
    kept = [
        pair
        for pair in start["headers"]
        if pair[0].lower() not in (b"content-length", b"etag", b"last-modified")
    ]
    await send({**start, "headers": [*kept, *more, (b"content-length", str(len(body)).encode())]})
    await send({"type": "http.response.body", "body": body})


@cache
def _head() -> str:
    base = _base()
    chart = chunk()
    ahead = [_preload(base, chart)] if chart else []
    for level in ("province", "group"):
        url = boundaries.layer(level, DEFAULT_ASOF).url
        ahead.append(f'<link rel="preload" as="fetch" crossorigin href="{base}/{url}">')
    # The hash is kept because the first run writes the view to the address and drops it.
    script = f"window.__streamlit={{BACKEND_BASE_URL:location.origin+'{base}/'}};window.stiHash=location.hash"
    # What the reader asks for first is sent, then the map's code is run, which takes most of a second.
    script += (
        ";{const send=WebSocket.prototype.send;WebSocket.prototype.send=function(asked){"
        "WebSocket.prototype.send=send;send.call(this,asked);"
        f"setTimeout(()=>import('{base}/static/js/{chart}'))}}}}"
        if chart
        else ""
    )
    return f"<script>{script}</script><style>{_fonts(base)}</style>" + "".join(ahead)


def _base() -> str:
    return f"/{config.get_option('server.baseUrlPath').strip('/')}".rstrip("/")


def _preload(base: str, name: str) -> str:
    return f'<link rel="modulepreload" href="{base}/static/js/{name}">'


@cache
def _parts(page: bytes) -> str:
    """Return links to the files of the parts that every page with a map shows, and of what these and the map import."""
    found: dict[str, None] = {}
    wanted = [path.name for part in (CHART, *PARTS) for path in STREAMLIT_JS.glob(f"{part}.*.js")]
    while wanted:
        name = wanted.pop(0)
        if name not in found and name.encode() not in page:  # what stands in the page is fetched anyhow
            found[name] = None
            wanted += _IMPORT.findall((STREAMLIT_JS / name).read_text(encoding="utf-8"))
    return "".join(_preload(_base(), name) for name in found if not name.startswith(CHART))


def _fonts(base: str) -> str:
    rules = []
    for weight in WEIGHTS:
        for subset, characters in SUBSETS.items():
            url = f"{base}/app/static/fonts/ibm-plex-sans-thai-{subset}-{weight}-normal.woff2"
            rules.append(
                f"@font-face{{font-family:'{FONT}';font-style:normal;font-display:swap;font-weight:{weight};"
                f"src:url({url}) format('woff2');unicode-range:{characters}}}"
            )
    return "".join(rules)


def _stand_in(base: str) -> str:
    """Return rules that give the platform's own typeface our letters: until its settings come it would draw with that,
    and fetch it. They stand after its style sheet, with its weights, so that of two faces theirs is the second asked."""
    rules = "".join(
        f"@font-face{{font-family:'Source Sans';font-style:normal;font-display:swap;font-weight:100 900;"
        f"src:url({base}/app/static/fonts/ibm-plex-sans-thai-{subset}-400-normal.woff2) format('woff2');"
        f"unicode-range:{characters}}}"
        for subset, characters in SUBSETS.items()
    )
    return f"<style>{rules}</style>"
