"""The guide for readers: five of them, two languages, pictures that are there, nothing from elsewhere."""

import re

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from server import guide

READERS = ["executive", "planner", "presenter", "officer", "administrator"]


def asked(query: str) -> str:
    answer = TestClient(Starlette(routes=[Route("/guide", guide.page)])).get(f"/guide{query}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    return answer.text


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_reader_has_a_part_and_a_way_to_it(lang):
    page = asked(f"?lang={lang}")
    assert f'<html lang="{lang}">' in page
    assert re.findall(r'<h2 id="([a-z]+)">', page) == READERS
    assert re.findall(r'href="#([a-z]+)"', page) == READERS
    assert page.count("<h1>") == 1


def test_any_other_language_is_answered_in_thai():
    assert "คู่มือแดชบอร์ด วทน. จังหวัด" in asked("?lang=<script>")
    assert "<script" not in asked("?lang=<script>")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_picture_is_there_has_a_text_and_comes_from_here(lang):
    pictures = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', asked(f"?lang={lang}"))
    assert len(pictures) == 5
    for source, words in pictures:
        assert source.startswith("app/static/guide/")
        assert (guide.ROOT / source.removeprefix("app/")).stat().st_size > 5_000
        assert len(words) > 8
    assert not re.search(r"https?://", asked(f"?lang={lang}"))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_button_that_the_officers_part_names_has_that_name(lang):
    text = (guide.ROOT / "locales" / lang / "guide.md").read_text(encoding="utf-8")
    part = re.split(r"\{#(\w+)\}", text)
    named = re.findall(r"\*\*(.+?)\*\*", part[part.index("officer") + 1])
    words = " ".join(
        path.read_text(encoding="utf-8") for path in (guide.ROOT / "locales" / lang).glob("*.ftl")
    )
    assert len(named) > 10
    assert [name for name in named if not re.search(rf"(?m)= {re.escape(name)}$", words)] == []
