"""The offline page: one file, no request, both languages, live plots where the browser can, pictures where not."""

import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest

from data.records import FACTS, SAMPLE, load
from exports.brief import blocks
from exports.page import bundle, page
from exports.page import markup as page_html
from exports.story import story
from locales import Reader

DAY = date(2011, 5, 26)


@pytest.fixture(scope="module")
def records():
    return load(FACTS, SAMPLE)


@pytest.fixture(scope="module")
def stories(records):
    readers = [Reader("th", "be"), Reader("en", "ce"), Reader("th", "be", True), Reader("en", "ce", True)]
    return [story.build(records, "nation", DAY, reader) for reader in readers]


@pytest.fixture(scope="module")
def made(stories):
    return page.render(*stories).decode("utf-8")


@pytest.fixture(scope="module")
def data(made):
    return json.loads(re.search(r'<script type="application/json" id="story">(.*?)</script>', made, re.S)[1])


def test_the_page_is_smaller_than_six_megabytes(made):
    assert len(made.encode("utf-8")) <= 6_000_000


class Addresses(HTMLParser):
    """Collects what elements would load or lead to."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        """Keep the addresses of one element."""
        self.found += [value for name, value in attrs if name in ("src", "href", "action", "data", "poster")]


def test_nothing_in_the_page_points_outside(made):
    parser = Addresses()
    parser.feed(made)
    assert [address for address in parser.found if not address.startswith(("#", "data:"))] == []
    assert re.findall(r"@import|url\((?!data:)", re.search(r"<style>(.*?)</style>", made, re.S)[1]) == []


def test_the_browser_is_told_to_connect_to_nobody(made):
    assert "default-src 'none'" in made
    assert "connect-src" not in made.partition("</head>")[0]


def test_values_of_the_map_are_those_of_the_measure(data):
    trace = data["plots"]["th"]["light"]["map-coverage"]["data"][0]
    classes = [trace["z"].count(place) for place in (0, 1)]
    assert (len(trace["locations"]), classes) == (77, [61, 15])


def test_boundaries_of_every_map_travel_with_the_page(data):
    named = {
        trace["geojson"]
        for themes in data["plots"].values()
        for plots in themes.values()
        for plot in plots.values()
        for trace in plot["data"]
        if trace["type"] == "choropleth"
    }
    assert named == set(data["boundaries"])
    assert max(len(shapes["features"]) for shapes in data["boundaries"].values()) == 77


def test_dark_plots_are_another_set_and_the_light_ones_serve_where_there_are_none(data, stories):
    plots = data["plots"]["th"]
    assert (
        plots["dark"]["map-coverage"]["data"][0]["colorscale"]
        != plots["light"]["map-coverage"]["data"][0]["colorscale"]
    )
    alone = page._plots(stories[0], None)
    assert alone["dark"] is alone["light"]


def test_both_languages_say_the_same_slides_in_the_same_order(made):
    slides = {lang: re.findall(rf'<section id="{lang}-(\w+)"', made) for lang in ("th", "en")}
    assert slides["th"] == slides["en"]
    assert slides["th"][:3] == ["where_we_are", "coverage_map", "gaps"]


def test_the_sentence_says_61_of_76_in_both_languages(made):
    assert '<b class="good">61 จาก 76 จังหวัด</b>' in made
    assert '<b class="good">61 of 76 provinces</b>' in made


def test_every_figure_has_a_still_picture_a_name_and_a_table_twin(made, stories):
    thai = re.search(r'<main[^>]*id="main-th".*?</main>', made, re.S)[0]
    figures = re.findall(r"<figure.*?</figure>", thai, re.S)
    assert len(figures) == thai.count(">ตารางของภาพนี้ (") > 4
    assert all('<div class="still"><svg ' in one for one in figures)
    assert all(re.search(r'role="img" aria-label="[^"]{10,}"', one) for one in figures)


def test_a_page_in_one_language_has_no_choice_of_language(stories):
    alone = page.render(stories[0]).decode("utf-8")
    assert 'data-lang="' not in alone
    assert 'id="main-en"' not in alone


def test_a_page_of_no_story_is_refused():
    with pytest.raises(ValueError, match="needs a story"):
        page.render()


def test_markup_in_a_text_is_printed_and_never_run():
    block = blocks.entries([("</script><script>alert(1)</script>", True)])
    assert "<script" not in page_html.render(block, Reader())
    assert bundle.in_script({"a": "</script>"}) == '{"a":"\\u003c/script>"}'


def test_the_same_stories_give_the_same_bytes(made, stories):
    assert page.render(*stories).decode("utf-8") == made
