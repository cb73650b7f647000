"""The planner's tools run without a browser: where to go next, what is missing, the search, bad input."""

import csv
import io
import re
from datetime import date
from unittest.mock import patch

import pytest
from streamlit.testing.v1 import AppTest

from data import records as data_records
from exports import tabular
from locales import Reader
from measures import gaps
from measures.selection import Selection
from shell import address, gap_table, saved_views, search_box
from tests.pages.test_pages import markup, show

TH = Reader("th")
VIEW = (
    ("lang", "th"),
    ("era", "be"),
    ("asof", date(2011, 5, 26)),
    ("since", date(2010, 5, 26)),
    ("evidence", "all"),
)


def plain(test: AppTest) -> str:
    """Return what a page wrote, without its markup."""
    return re.sub(r"<[^>]+>", " ", markup(test))


def hits(text: str, selection: Selection | None = None) -> str:
    with patch.object(address, "current", dict):  # a view in which nothing was chosen
        return search_box.answer(data_records.load(), selection or Selection(), TH, text, VIEW)


def test_the_planning_tool_is_closed_until_asked_for() -> None:
    closed, opened = show("coverage"), show("coverage", next="open")
    assert "k" not in [box.key for box in closed.number_input]
    assert "k" in [box.key for box in opened.number_input]


def test_five_more_places_are_proposed_in_order_with_their_gain_and_reason() -> None:
    test = show("coverage", next="open")
    text = plain(test)
    assert "เพิ่ม 5 แห่ง เข้าถึงได้ 9 จาก 15 จังหวัดที่ยังไม่มีผู้แทน" in text
    assert "ระยะทางเป็นเส้นตรงระหว่างจุดตัวแทนของจังหวัด ไม่ใช่ระยะเดินทาง" in text
    listed = re.search(r'<ol class="sti-sites">(.*?)</ol>', markup(test), flags=re.DOTALL)
    assert listed is not None
    assert listed.group(1).count("<li>") == 5
    assert "ถึง 4 จังหวัดที่ยังไม่มีผู้แทน รวมตัวจังหวัดเอง" in listed.group(1)


def test_more_places_than_gaps_are_said_to_add_nothing() -> None:
    text = plain(show("coverage", next="open", k="15"))
    assert "เพิ่ม 11 แห่ง เข้าถึงได้ 15 จาก 15 จังหวัดที่ยังไม่มีผู้แทน" in text
    assert "อีก 4 แห่งไม่ทำให้เข้าถึงจังหวัดใดเพิ่ม" in text


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ({"evidence": "documented"}, "ยังบอกไม่ได้ว่าควรไปที่ใด เพราะไม่มีข้อมูลรายจังหวัด"),
        ({"asof": "2003-06-01"}, "ยังไม่มีคำถามนี้ในวันที่เลือก"),
        ({"groups": "2551-upper-north-2"}, "ไม่มีที่ตั้งใดต้องเสนอ"),
        ({"existing": "yes", "radius": "400"}, "สถาบันและผู้แทนที่มีอยู่เข้าถึงครบทุกจังหวัดแล้ว"),
    ],
)
def test_the_tool_says_why_it_proposes_nothing(query: dict[str, str], answer: str) -> None:
    test = show("coverage", next="open", **query)
    assert not test.exception
    assert answer in plain(test)


@pytest.mark.parametrize(
    ("name", "value"),
    [("k", "0"), ("k", "16"), ("k", "five"), ("radius", "0"), ("radius", "401"), ("model", "best"), ("rule", "road"),
     ("existing", "maybe"), ("next", "1"), ("gap", "everything"), ("months", "-1"), ("months", "121")],
)  # fmt: skip
def test_a_setting_out_of_bounds_is_taken_out_and_told(name: str, value: str) -> None:
    query = {"next": "open", name: value}
    test = show("coverage", **query)
    assert not test.exception
    assert not test.error
    assert [name in note.value for note in test.info] == [True]


def test_a_chosen_province_does_not_narrow_the_planning_tool() -> None:
    assert "9 จาก 15" in plain(show("coverage", next="open", area="33"))


def test_the_list_of_gaps_names_province_reason_day_and_nearest_help() -> None:
    test = show(
        "overview", asof="2012-09-30", groups="2551-upper-north-1", gap="no_project_in_phase", phase="phase-3"
    )
    text = plain(test)
    assert "1 จาก 4 จังหวัดยังไม่มีโครงการในระยะที่ 3" in text
    for word in ("แม่ฮ่องสอน", "มีโครงการเฉพาะในระยะอื่น", "1 ต.ค. 2554", "เชียงใหม่ (69 กม.)"):
        assert word in text
    assert re.search(r'href="area\?[^"]*area=58[&"]', markup(test))
    assert re.search(
        r'href="area\?[^"]*area=58&[^"]*row=amend%7Cprojects%7C', markup(test)
    )  # and to its form


def test_nobody_missing_is_said_with_its_denominator() -> None:
    test = show(
        "overview", asof="2015-09-30", groups="2551-upper-north-2", gap="no_project_in_phase", phase="phase-3"
    )
    assert "ทั้ง 4 จังหวัดมีโครงการในระยะที่ 3 แล้ว" in plain(test)


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (
            {"evidence": "documented", "gap": "no_representative"},
            "ยังบอกไม่ได้ว่าจังหวัดใดไม่มีผู้แทน เพราะไม่มีข้อมูลรายจังหวัด",
        ),
        ({"asof": "2003-06-01", "gap": "no_representative"}, "ยังไม่มีบทบาทผู้แทนกระทรวงฯ ในวันที่เลือก"),
        ({"gap": "no_project_in_phase", "phase": "phase-3"}, "ระยะที่ 3 ยังไม่เริ่มในวันที่เลือก"),
        ({"gap": "plan_stalled", "months": "120"}, "จาก 76 จังหวัด"),
    ],
)
def test_silence_and_an_idle_question_are_not_gaps(query: dict[str, str], answer: str) -> None:
    test = show("overview", **query)
    assert not test.exception
    assert answer in plain(test)


def test_the_list_to_take_away_holds_every_row_and_no_formula() -> None:
    stamp = tabular.Stamp("abc", Selection().asof, "", "https://sti.example/coverage")
    records = data_records.load()
    listed = gaps.listing(records, Selection(), kinds=("no_representative",))
    rows = gap_table.csv(listed, records, Selection(), TH, stamp)
    assert rows.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(rows.decode("utf-8-sig"))))
    assert len(table) == 15  # nothing stands under the rows
    assert len({row["จังหวัด"] for row in table}) == 15
    assert {row["area_code"]: row["จังหวัด"] for row in table}["38"] == "บึงกาฬ"
    assert {row["evidence"] for row in table} == {"illustrative"}
    assert {row["ข้อมูลรุ่น"] for row in table} == {"abc"}
    assert not [cell for row in table for cell in row.values() if cell[:1] in ("=", "+", "-", "@")]


def test_a_province_is_found_by_any_spelling_and_leads_to_its_page() -> None:
    for text in ("อุบล", "ubon", "UBON RATCHATHANI", "อุบล ราชธานี"):
        assert 'href="area?area=34"' in hits(text), text


def test_what_the_day_does_not_know_is_shown_on_a_day_that_does() -> None:
    answer = hits("บึงกาฬ", Selection(asof=date(2009, 6, 30)))
    assert re.search(r'href="area\?asof=2011-03-23&amp;[^"]*area=38"', answer)
    assert "ดู ณ 23 มี.ค. 2554" in answer


def test_the_search_answers_markup_and_nonsense_calmly() -> None:
    answer = hits("<script>alert(1)</script>")
    assert "<script>" not in answer
    assert "ไม่พบ “&lt;script&gt;alert(1)&lt;/script&gt;”" in answer
    assert "ข้อความยาวเกินไป (10,000 อักขระ)" in hits("ก" * 10_000)
    assert "ไม่พบ" in hits("   ไม่มีที่นี่แน่นอน ")


def test_many_hits_are_cut_with_a_word() -> None:
    answer = hits("เชียงใหม่")
    assert answer.count("<li>") == 12
    assert "แสดง 12 รายการแรก" in answer


def test_illustrative_hits_are_marked() -> None:
    institution = next(row for row in hits("เชียงใหม่").split("<li>") if "สถาบันเครือข่ายสมมติ" in row)
    assert 'class="sti-tag sample"' in institution


@pytest.mark.parametrize("lang", ["th", "en"])
def test_saved_views_never_leave_the_browser_and_say_so(lang: str) -> None:
    panel = saved_views.panel(Reader(lang))
    assert {"th": "ไม่ส่งไปที่เซิร์ฟเวอร์", "en": "never sent to the server"}[lang] in panel
    assert "<form" not in panel
