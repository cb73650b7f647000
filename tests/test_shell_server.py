"""What the server adds around Streamlit: headers, the first page, packed code, cached static files."""

import asyncio
import gzip
import re
from pathlib import Path

import pytest
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, Router

from server import packed
from server.first_page import STREAMLIT_JS, FirstPage
from server.headers import CachedStatic, SecurityHeaders, allowed_hosts
from server.packed import Packed

ROOT = Path(__file__).resolve().parents[1]
PAGE = '<!DOCTYPE html>\n<html lang="en">\n  <head>\n <title>Streamlit</title></head><body></body></html>'


def ask(app, path, headers=(), method="GET"):
    """Send one request to an ASGI app; return status, headers (lower case) and body."""
    sent = []

    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive():
        await asyncio.sleep(0)
        return next(asked, {"type": "http.disconnect"})

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": path,
        "raw_path": path.encode(), "root_path": "", "scheme": "http", "query_string": b"",
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2),
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    start = sent[0]
    found = {name.decode().lower(): value.decode() for name, value in start["headers"]}
    return start["status"], found, b"".join(message.get("body", b"") for message in sent[1:])


def streamlit_like():
    async def index(request):
        if "gzip" in request.headers.get("accept-encoding", ""):
            body = gzip.compress(PAGE.encode())
            return Response(body, media_type="text/html", headers={"content-encoding": "gzip"})
        return HTMLResponse(PAGE)

    async def code(request):
        return Response("x = 1;" * 1000, media_type="text/javascript", headers={"etag": "abc"})

    async def plain(request):
        return PlainTextResponse("ok")

    return Router([Route("/", index), Route("/static/js/a.js", code), Route("/api", plain)])


BROWSER = [("Accept", "text/html,application/xhtml+xml"), ("Accept-Encoding", "gzip, br")]


def test_every_answer_carries_the_security_headers():
    status, headers, _ = ask(SecurityHeaders(streamlit_like()), "/api")
    assert status == 200
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'self'" in headers["content-security-policy"]


def test_the_first_page_is_thai_and_ours_even_for_a_browser_that_takes_gzip():
    _, headers, body = ask(FirstPage(streamlit_like()), "/", BROWSER)
    text = gzip.decompress(body).decode()
    assert '<html lang="th">' in text
    assert "<title>วทน. จังหวัด</title>" in text
    assert "BACKEND_BASE_URL:location.origin+'/'" in text
    assert int(headers["content-length"]) == len(body)
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "accept-encoding")


def test_the_first_page_fetches_only_files_that_are_there():
    text = gzip.decompress(ask(FirstPage(streamlit_like()), "/", BROWSER)[2]).decode()
    files = [part.split(")")[0].split('"')[0] for part in text.split("/app/static/")[1:]]
    assert len(files) == 10  # six fonts, two of them again in the platform's name, two boundary files
    assert [name for name in files if not (ROOT / "static" / name).is_file()] == []


def test_the_platforms_own_page_gets_the_code_of_controls_and_map_ahead_and_a_font_of_few_signs_waits():
    page = (STREAMLIT_JS.parents[1] / "index.html").read_text(encoding="utf-8")
    assert "SourceSans" in page

    async def index(request):
        return HTMLResponse(page)

    text = gzip.decompress(ask(FirstPage(Router([Route("/", index)])), "/", BROWSER)[2]).decode()
    added = re.findall(r'<link rel="modulepreload" href="/static/js/([^"]+)">', text)
    assert {name.split(".")[0] for name in added} >= {
        "PlotlyChart",
        "Selectbox",
        "Multiselect",
        "Html",
        "purify",
    }
    assert [name for name in added if not (STREAMLIT_JS / name).is_file() or name in page] == []
    assert len(added) == len(set(added))
    assert "SourceSans" not in text
    assert f"import('/static/js/{added[0]}')" in text


def test_other_answers_pass_through_the_first_page_untouched():
    assert ask(FirstPage(streamlit_like()), "/api")[2] == b"ok"


@pytest.fixture
def one_script(monkeypatch):
    """A platform with one file of code."""
    monkeypatch.setattr(packed, "_files", lambda: frozenset({"/static/js/a.js"}))


@pytest.mark.usefixtures("one_script")
def test_code_is_packed_once_for_browsers_that_take_it():
    app = Packed(streamlit_like())
    for _ in range(2):
        status, headers, body = ask(app, "/static/js/a.js", BROWSER)
        assert status == 200
        assert headers["content-encoding"] == "gzip"
        assert headers["vary"] == "accept-encoding"
        assert "etag" not in headers
        assert gzip.decompress(body) == b"x = 1;" * 1000
    assert list(app.kept) == ["/static/js/a.js"]


@pytest.mark.usefixtures("one_script")
def test_a_browser_that_takes_no_gzip_gets_plain_code():
    _, headers, body = ask(Packed(streamlit_like()), "/static/js/a.js")
    assert "content-encoding" not in headers
    assert body == b"x = 1;" * 1000


def test_missing_code_is_a_plain_404_and_not_kept():
    app = Packed(streamlit_like())
    assert ask(app, "/static/js/none.js", BROWSER)[0] == 404
    assert app.kept == {}


def test_hashed_boundaries_are_cached_for_a_year_and_nothing_outside_is_served():
    app = Router([Mount("/app/static", CachedStatic(directory=ROOT / "static"))])
    boundary = next((ROOT / "static/geo").glob("provinces-77-overview.*.geojson")).name
    status, headers, _ = ask(app, f"/app/static/geo/{boundary}")
    assert (status, headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
    assert ask(app, "/app/static/geo/world_110m.json")[1]["cache-control"] == "public, max-age=86400"


def test_a_path_out_of_the_static_folder_is_refused():
    app = Router([Mount("/app/static", CachedStatic(directory=ROOT / "static"))])
    for path in (
        "/app/static/../requirements.txt",
        "/app/static/..%2frequirements.txt",
        "/app/static/geo/../../app.py",
    ):
        try:
            status = ask(app, path)[0]
        except Exception as error:  # starlette raises HTTPException where no handler stands around it
            status = error.status_code
        assert status in (400, 404)


def answered(host, monkeypatch, hosts="", address="127.0.0.1"):
    """Return the status a request to this host name gets."""
    monkeypatch.setenv("STI_HOSTS", hosts)
    monkeypatch.setattr("server.headers.st.get_option", lambda name: address)
    app = TrustedHostMiddleware(streamlit_like(), allowed_hosts(), www_redirect=False)
    return ask(app, "/api", [("Host", host)])[0]


def test_a_local_server_answers_to_its_own_names_only(monkeypatch):
    assert answered("localhost:8501", monkeypatch) == 200
    assert answered("127.0.0.1:8501", monkeypatch) == 200
    assert answered("[::1]:8501", monkeypatch) == 200
    assert answered("evil.example", monkeypatch) == 400
    assert answered("127.0.0.1.evil.example", monkeypatch) == 400


def test_an_open_server_answers_to_the_names_it_is_given(monkeypatch):
    assert answered("sti.example:80", monkeypatch, address="0.0.0.0") == 200  # noqa: S104
    named = {"hosts": "sti.example, *.ministry.example", "address": "0.0.0.0"}  # noqa: S104
    assert answered("sti.example", monkeypatch, **named) == 200
    assert answered("a.ministry.example", monkeypatch, **named) == 200
    assert answered("localhost", monkeypatch, **named) == 200
    assert answered("other.example", monkeypatch, **named) == 400
