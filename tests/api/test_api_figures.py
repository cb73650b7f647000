"""A figure elsewhere: picture, framed page, oEmbed, and what the heads of pages say."""

import io
import re

import pytest
from lxml import etree
from PIL import Image

from addresses import shown
from addresses.shown import FIGURES, frames, snippet
from data.records import load
from figures import drawn
from locales import Reader
from measures.selection import Selection
from server import page_links
from tests import tiny
from tests.api.asking import app, ask


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture(scope="module")
def own(shipped):
    return app(shipped)


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_figure_is_a_picture_with_its_title(own, name, lang):
    answer = ask(own, f"/api/figure/{name}.svg?lang={lang}&asof=2013-09-30")
    assert answer.headers["content-type"] == "image/svg+xml"
    root = etree.fromstring(answer.content)
    title = root.findtext("{http://www.w3.org/2000/svg}title")
    page = ask(own, f"/embed?figure={name}&lang={lang}&asof=2013-09-30").text
    assert re.search(r"<h1>(.*?)</h1>", page)[1].replace("&amp;", "&").replace("&#x27;", "'") == title


def test_the_number_in_the_picture_is_the_number_of_the_page(own, shipped):
    figure = drawn.area_map(shipped, Selection(), Reader("en", "ce"))
    root = etree.fromstring(ask(own, "/api/figure/map.svg?lang=en&era=ce").content)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == figure.title
    assert figure.title.startswith("15 provinces")
    assert "<h1>15 provinces" in ask(own, "/embed?figure=map&lang=en&era=ce").text


def test_png_is_a_picture_in_light_and_dark(own):
    papers = []
    for theme in ("light", "dark"):
        made = Image.open(io.BytesIO(ask(own, f"/api/figure/map.png?theme={theme}").content))
        assert min(made.size) > 1000
        papers.append(made.convert("L").getpixel((5, 5)))
    assert papers[0] > 200
    assert papers[1] < 60


def test_a_picture_that_is_known_already_is_not_sent_again(own):
    first = ask(own, "/api/figure/map.svg")
    assert first.headers["cache-control"] == "public, max-age=60"
    assert ask(own, "/api/figure/map.svg", If_None_Match=first.headers["etag"]).status_code == 304


def test_the_framed_page_may_be_framed_by_who_is_named_and_load_nothing_else(own, monkeypatch):
    told = ask(own, "/embed?figure=map").headers["content-security-policy"]
    assert "frame-ancestors https://www.example.go.th" in told
    assert told.startswith("default-src 'none'")
    monkeypatch.delenv("STI_FRAMES")
    assert "frame-ancestors 'none'" in ask(own, "/embed?figure=map").headers["content-security-policy"]


@pytest.mark.parametrize(
    "written", ["*", "www.most.go.th", "https://x.go.th/path", "'self'", "https://x; script-src *"]
)
def test_a_setting_that_names_no_origin_stops_the_start(shipped, monkeypatch, written):
    monkeypatch.setenv("STI_FRAMES", written)
    with pytest.raises(ValueError, match="STI_FRAMES"):
        app(shipped)


def test_nobody_may_frame_where_nothing_is_set():
    assert frames({}) == ()
    assert frames({"STI_FRAMES": "https://a.go.th, http://127.0.0.1:8000"}) == (
        "https://a.go.th",
        "http://127.0.0.1:8000",
    )


def test_an_address_that_is_not_known_shows_the_default_as_pages_do(own):
    assert ask(own, "/embed?figure=nope&asof=yesterday&x=1").content == ask(own, "/embed").content


def test_titles_with_markup_stay_text_in_the_framed_page():
    title = '<img src=x onerror="alert(1)">"\'‮'
    rows = tiny.records(workshops=[tiny.workshop("w1", "2010-06-01", title_th=title, title_en=title)])
    for lang in ("th", "en"):
        page = ask(app(rows), f"/embed?figure=timeline&lang={lang}").text
        assert "<img src=x" not in page
        drawing = ask(app(rows), f"/api/figure/timeline.svg?lang={lang}").content
        assert b"<img src=x" not in drawing
        etree.fromstring(drawing)


def test_oembed_gives_the_frame_of_an_address_of_ours(own):
    told = ask(own, "/api/oembed?url=http://sti.test/coverage?lang=en%26asof=2013-09-30%23growth").json()
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert 'src="http://sti.test/embed?figure=growth&amp;lang=en&amp;asof=2013-09-30"' in told["html"]
    assert "<script" not in told["html"]
    for foreign in ("https://elsewhere.go.th/coverage", "http://sti.test/data", "nonsense"):
        assert ask(own, f"/api/oembed?url={foreign}").status_code == 404
    assert ask(own, "/api/oembed?url=http://sti.test/coverage&format=xml").status_code == 501


def test_the_code_to_embed_is_escaped():
    code = snippet("https://x.go.th", "map", {"groups": ['"><script>'], "page": 3}, 'a "title" <b>')
    assert "<script" not in code
    assert "page=3" not in code
    assert 'title="a &quot;title&quot; &lt;b&gt;"' in code


def scope(path, query=b""):
    return {"type": "http", "path": path, "query_string": query, "scheme": "http", "server": ("sti.test", 80),
            "headers": [(b"host", b"sti.test")], "root_path": ""}  # fmt: skip


def test_the_head_of_a_page_names_feeds_calendar_and_frame(monkeypatch):
    told = page_links.of_request(scope("/coverage", b"lang=en&groups=2551-east,2551-south-gulf"), "")
    found = dict(re.findall(r'type="([^"]+)" title="[^"]+" href="([^"]+)"', told))
    assert found["text/calendar"] == "/api/v1/calendar.ics?lang=en&amp;groups=2551-east%2C2551-south-gulf"
    assert found["application/atom+xml"].startswith("/api/v1/feeds/changes.atom?lang=en&amp;groups=")
    assert found["application/json+oembed"].startswith(
        "/api/oembed?url=http%3A%2F%2Fsti.test%2Fcoverage%3Flang"
    )
    assert "oembed" not in page_links.of_request(scope("/data"), "")
    assert "<script" not in page_links.of_request(scope("/coverage", b"groups=%22%3E%3Cscript%3E"), "")
    monkeypatch.delenv("STI_FRAMES")
    assert "oembed" not in page_links.of_request(scope("/coverage"), "")


def test_every_figure_stands_on_the_pages_that_it_names():
    from pathlib import Path

    for name, figure in FIGURES.items():
        for page in figure.pages:
            text = (Path(__file__).parents[2] / "pages" / f"{page}.py").read_text(encoding="utf-8")
            # the stage holds the map, as its list the ranking, and over a period both its days
            on_stage = "composition.show(" in text
            key = figure.key or name
            assert f'key="{key}"' in text or (key in ("map", "ranking", "two_days") and on_stage), (
                name,
                page,
            )
            assert shown.named(page, key) == name
    assert shown.FIGURES["map"].pages[0] == "coverage"
    assert shown.named("phases", "map") == ""


@pytest.mark.parametrize(
    ("name", "query", "title"),
    [
        ("map", "period=open", "<h1>22 provinces gained a representative; 14 without on both days</h1>"),
        ("map", "since=2010-05-26", "<h1>15 provinces have no representative yet</h1>"),
        ("two_days", "", "<h1>From 39 provinces (26 May 2010) to 61 (26 May 2011)</h1>"),
        ("projects_map", "status=running&asof=2011-05-26", "<h1>No project matches these conditions</h1>"),
        ("projects_map", "measure=allocated", "<h1>Nakhon Ratchasima has the most: 18.0 million baht"),
        ("projects_status", "", "<h1>176 running of 845 projects begun</h1>"),
        ("area_money", "area=57", "allocated the most, 4.9 million baht</h1>"),
        ("area_money", "area=57&programme=itap", "allocated the most, 4.9 million baht</h1>"),
        ("area_timeline", "", "<h1>18 events in the area up to the chosen day</h1>"),
        ("compare_map", "areas=57&areas=56&measure=plan", ": Phayao · Chiang Rai</h1>"),
        ("compare_map", "measure=documented", "<h1>Provincial Representatives: "),
    ],
)
def test_figures_follow_the_view(own, name, query, title):
    assert title in ask(own, f"/embed?figure={name}&lang=en&era=ce&{query}").text


def test_away_from_its_page_a_figure_names_its_place(own):
    for name, query in (("area_money", "area=57"), ("projects_money", "area=57")):
        drawn = ask(own, f"/api/figure/{name}.svg?lang=en&era=ce&{query}").content
        assert "Chiang Rai" in "".join(etree.fromstring(drawn).itertext()), name


def test_oembed_knows_a_figure_by_its_name_on_the_page(own):
    told = ask(
        own, "/api/oembed?url=http://sti.test/projects?lang=en%26status=running%23money_by_year"
    ).json()
    assert 'src="http://sti.test/embed?figure=projects_money&amp;lang=en&amp;status=running"' in told["html"]
