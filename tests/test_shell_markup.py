"""Small pieces of HTML: what a reader sees, and that nothing in the data can become markup."""

import pandas as pd
import plotly.graph_objects as go

from figures.figure import Figure, LegendItem
from locales import Reader
from shell import markup

TH, EN = Reader("th"), Reader("en", "ce")
EVIL = '<script>alert("x")</script>'


def figure(**changes):
    parts = {
        "name": "map-coverage",
        "plot": go.Figure(),
        "table": pd.DataFrame({"จังหวัด": ["แพร่", "=1+1"], "จำนวน": [3, 4]}),
        "title": "15 จังหวัดยังไม่มีผู้แทน",
        "subtitle": "ณ 26 พ.ค. 2554",
        "alt": "a",
    }
    return Figure(**{**parts, **changes})


def test_the_lead_is_one_h1_whose_numbers_carry_their_meaning():
    html = markup.lead("มีแล้ว <good>61 จาก 76</good> เหลือ <gap>15</gap>", "ณ วันนี้")
    assert html == (
        '<div class="sti-lead"><h1>มีแล้ว <b class="good">61 จาก 76</b> เหลือ <b class="gap">15</b></h1><p>ณ วันนี้</p></div>'
    )


def test_markup_in_data_is_shown_as_text_everywhere():
    item = LegendItem(EVIL, "#fff", count=3)
    pieces = [
        markup.lead(EVIL, EVIL),
        markup.card_head(figure(title=EVIL, subtitle=EVIL, notes=(EVIL,), legend=(item,)), TH, 2),
        markup.section(EVIL, EVIL),
        markup.link(EVIL, "coverage", {"groups": EVIL}),
        markup.squares(1, 2, EVIL),
        markup.html_table([EVIL], [["a"]], caption=EVIL),
    ]
    assert [piece for piece in pieces if "<script" in piece] == []


def test_a_link_carries_the_view_and_repeats_a_list():
    query = {"asof": "2011-05-26", "groups": ["2551-east", "2551-south-gulf"]}
    assert (
        markup.href("coverage", query) == "coverage?asof=2011-05-26&groups=2551-east&groups=2551-south-gulf"
    )
    assert markup.href("overview", {}) == "./"


def test_the_share_of_evidence_is_said_in_words_and_never_rounded_to_all_or_nothing():
    assert markup.evidence_words(None, EN) == ""
    assert markup.evidence_words(0.0, EN) == "all illustrative"
    assert markup.evidence_words(1.0, EN) == "all documented"
    assert markup.evidence_words(0.001, EN) == "1% documented"
    assert markup.evidence_words(0.999, EN) == "99% documented"
    assert markup.evidence_words(0.36, TH) == "มีเอกสารยืนยัน 36%"


def test_squares_can_be_counted_and_are_said_in_words():
    html = markup.squares(3, 4, "3 จาก 4")
    assert html.count('class="on"') == 3
    assert html.count('class="off"') == 1
    assert 'aria-label="3 จาก 4"' in html


def test_a_source_is_cited_with_publisher_and_a_date_no_more_exact_than_known():
    row = {
        "title_th": "ข่าว", "title_en": "News", "publisher": "MOST",
        "published_on": pd.Timestamp("2011-05-01"), "date_precision": "month",
    }  # fmt: skip
    assert markup.source_line(row, EN) == "News — MOST, May 2011"
    assert markup.source_line({**row, "published_on": pd.NaT}, TH) == "ข่าว — MOST"
