"""The offline page: one file, no request, both languages, every figure as a picture on light and dark paper."""

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


def test_the_page_is_smaller_than_a_megabyte_and_a_half_also_for_a_province(made, records):
    assert len(made.encode("utf-8")) <= page.MOST_BYTES == 1_500_000
    readers = [Reader("th", "be"), Reader("en", "ce"), Reader("th", "be", True), Reader("en", "ce", True)]
    close = page.render(*(story.build(records, "50", DAY, reader) for reader in readers))
    assert len(close) <= page.MOST_BYTES


def test_the_sentence_comes_before_the_contents(made):
    assert made.index('class="lead"') < made.index('class="contents"') < made.index('id="th-coverage_map"')


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


def test_an_area_that_is_pointed_at_says_its_name_and_state_in_each_language(data):
    assert data["tips"]["th"]["map-coverage"]["33"] == "ศรีสะเกษ\nมีผู้แทน"
    assert data["tips"]["en"]["map-coverage"]["33"] == "Si Sa Ket\nHas a representative"
    assert len(data["tips"]["th"]["map-coverage"]) == 77


def test_each_chart_is_there_for_light_and_dark_paper_wide_and_narrow_screens(stories):
    found = page._pictures(stories[0], stories[2])
    assert [where for where, _ in found["chart-projects"]] == [
        "light wide", "light narrow", "dark wide", "dark narrow",
    ]  # fmt: skip
    (light, on_light), (dark, on_dark) = found["map-coverage"]
    assert (light, dark) == ("light", "dark")
    assert on_light.count("data-code") == on_dark.count("data-code") >= 77
    assert on_light != on_dark
    alone = page._pictures(stories[0], None)["map-coverage"]
    assert alone[0][1] == alone[1][1]


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
    assert all(re.search(r'<div class="still light[a-z ]*"><svg ', one) for one in figures)
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
