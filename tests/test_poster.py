"""The first picture: what stands in the very first page, and what never does."""

import re

import pytest

from server import first_picture as poster
from shell import context


@pytest.fixture(scope="module", autouse=True)
def opened():
    context.everything()


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", re.sub(r"<(style|script|svg).*?</\\1>", "", html, flags=re.DOTALL))


def test_the_sentence_the_head_and_every_province_are_there():
    made = poster.of_request("", "")
    assert "มีผู้แทนกระทรวงฯ แล้ว 61 จาก 76 จังหวัด" in words(made)
    assert "เหลือ 15 จังหวัดที่ยังไม่มีผู้แทน" in words(made)
    land, names = made.split('<g class="on-0"')
    assert land.count("<path") == 77 + 1 + 18  # provinces, the border of Bangkok, the groups
    # what is missing, and who lies around Bangkok: fewer on a phone
    assert [one.count("data-name=") for one in names.split('<g class="on-')] == [15 + 4, 15 + 8, 15 + 8]
    assert "<h1" not in made  # the page has the one heading
    assert '<template>{"codes"' in made


def test_it_follows_language_day_and_measure():
    asked = poster.of_request("coverage", "lang=en&asof=2012-09-30&era=ce")
    assert "in 65 of 76 provinces" in words(asked)
    assert "30 Sep 2012" in words(asked)
    assert poster.of_request("coverage", "measure=allocated") != poster.of_request("coverage", "")


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("data", ""),  # no map of the day
        ("", "groups=2548-east"),  # of another day's grouping: its page mends the link
        ("", "release=6521ff419847"),  # a release of its own
        ("", "wrong=1"),
        ("", "asof=2011-02-31"),  # a link that is mended with a word
        ("", "lang=de"),
        ("coverage", "measure=%3Cscript%3E"),
        ("", "&".join(f"a{n}=1" for n in range(60))),
    ],
)
def test_what_it_cannot_show_it_leaves_to_the_page(page: str, query: str):
    assert poster.of_request(page, query) == ""


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("lang=en&groups=2551-east", "3 of 4 provinces"),
        ("lang=en&level=group&measure=projects", "As of 26 May 2011"),
        ("lang=en&evidence=documented&phase=phase-2", "As of 26 May 2011"),
        ("lang=en&period=open&asof=2012-09-30", "25 provinces gained a representative"),
        ("lang=en&asof=2004-01-01&measure=plan", "As of 1 Jan 2004"),
    ],
)
def test_every_view_of_a_link_has_one_for_a_light_and_a_dark_screen(query: str, said: str):
    made = poster.of_request("coverage", query)
    assert said in words(made)
    # One drawing, whose colours are those of either sheet: both sheets said the same.
    assert made.count("@media(prefers-color-scheme:dark)") == 2


def test_where_readers_are_limited_nothing_is_shown_before_they_are_known(monkeypatch):
    monkeypatch.setenv("STI_VIEWERS", "@x.go.th = *")
    assert poster.of_request("", "") == ""


def test_rules_that_cannot_be_read_show_nothing(monkeypatch):
    monkeypatch.setenv("STI_VIEWERS", "nonsense")
    assert poster.of_request("", "") == ""
