"""Every illustrative number carries its mark where it stands: sentence, key figure, title, legend, alternative text."""

from datetime import date

import pytest

from data.records import load
from figures import drawn, leads, sentences
from figures.evidence import marked
from locales import Reader
from measures import overview
from measures.selection import Selection
from shell import lists, markup

TH, EN = Reader("th"), Reader("en")
DAY = date(2011, 5, 26)


@pytest.fixture(scope="module")
def records():
    return load()


def lead(records, reader, **more):
    return sentences.plain(
        leads.overview(overview.sentence_parts(records, Selection(DAY, **more)), "", reader)
    )


def test_the_sentence_marks_what_no_document_states_and_only_that(records):
    assert lead(records, TH) == (
        "มีผู้แทนกระทรวงฯ แล้ว 61 จาก 76 จังหวัด จัดประชุมแล้ว 16 จาก 18 กลุ่ม\u00a0(มีเอกสารบางส่วน) ในระยะที่\u00a02 "
        "เหลือ 15 จังหวัดที่ยังไม่มีผู้แทน"
    )
    assert "16 of 18 groups\u00a0(partly documented) in Phase" in lead(records, EN)
    assert "(" not in lead(records, TH, evidence="documented")
    own = lead(records, TH, groups=("2551-lower-northeast-2",))
    assert own.count("สมมติ") == 3  # 3 of 4, the workshop, the one that is missing


@pytest.mark.parametrize(("evidence", "mark"), [("all", True), ("documented", False)])
def test_a_figure_marks_its_title_its_legend_and_its_alternative_text(records, evidence, mark):
    figure = drawn.area_map(records, Selection(DAY, measure="plan", evidence=evidence), TH)
    head = markup.card_head(figure, TH, 2)
    title, legend = head.partition("</h2>")[0], head.partition("sti-legend")[2]
    assert ("สมมติ" in title, "สมมติ" in legend) == (mark, mark)
    assert marked(figure.alt, figure.documented, TH).endswith("(สมมติ)") is mark


def test_key_figures_mark_four_of_five(records, monkeypatch):
    monkeypatch.setattr(lists, "go", lambda text, page, **more: text)
    frame = overview.key_figures(records, Selection(DAY), date(2010, 5, 26))
    html = {row["code"]: lists._key(row, TH) for row in frame.to_dict("records")}
    assert [code for code, said in html.items() if "sti-tag sample" in said] == [
        "workshops",
        "participants",
        "projects",
        "plans",
    ]


def test_a_mark_is_read_in_brackets_and_has_its_own_colour():
    html = markup.lead("มี <good>3 จาก 4</good><mark>สมมติ</mark> แห่ง")
    assert (
        html
        == '<div class="sti-lead"><h1>มี <b class="good">3 จาก 4</b><b class="mark">\u00a0(สมมติ)</b> แห่ง</h1></div>'
    )
    assert sentences.with_mark("<good>a</good>ใน", "x") == "<good>a</good><mark>x</mark> ใน"
    assert sentences.with_mark("a", "") == "a"
