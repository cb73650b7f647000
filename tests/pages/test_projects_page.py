"""The projects page run without a browser: questions, states that are not numbers, bad input, the CSV."""

import csv
import io
import re
from pathlib import Path

import pytest
import test_pages
from streamlit.testing.v1 import AppTest
from test_pages import markup

from data import records as data_records
from exports import tabular
from locales import Reader
from measures.projects import explorer
from measures.projects.query import ProjectQuery
from measures.selection import Selection
from views.projects import listing as project_list

ROOT = Path(__file__).resolve().parents[2]
PROJECT = "sample-clinic-2547-001"


def heading(test: AppTest) -> str:
    """Return the sentence without its day in front and the mark behind."""
    dated = re.fullmatch(r"(?:ณ \d+ \S+ \d{4}|As of \d+ \w+ \d{4}:) (.*)", test_pages.heading(test))
    assert dated
    return re.sub(r" (สมมติ|illustrative|มีเอกสาร\S*|documented|partly documented)$", "", dated[1])


def show(**query: str | list[str]) -> AppTest:
    """Open the projects page with an address."""
    return test_pages.show("projects", **query)


def listed(test: AppTest) -> list[str]:
    """Return the ids of the projects on the shown page of the list."""
    return re.findall(r'data-open="([^"]+)"', markup(test))


def calm(test: AppTest) -> AppTest:
    """Fail if the page shows an error or took anything out of its address."""
    assert not test.exception
    assert not test.error
    assert not test.info
    return test


def test_the_sentence_counts_placed_projects_once_and_keeps_nationwide_ones_apart() -> None:
    assert (
        heading(calm(show()))
        == "พบ 827 โครงการ (สมมติ) ได้รับจัดสรร 316.0 ล้านบาท (สมมติ) อีก 18 โครงการเป็นโครงการระดับประเทศ (สมมติ)"
    )


def test_the_sentence_in_english_names_the_money_chosen() -> None:
    sentence = heading(calm(show(lang="en", money="disbursed")))
    assert (
        sentence == "827 projects (illustrative) found, 271.5 million baht (illustrative) disbursed; "
        "18 more work nationwide (illustrative)"
    )


def test_a_page_lists_twenty_projects_and_says_of_how_many() -> None:
    test = calm(show())
    assert len(listed(test)) == 20
    assert "ลำดับที่ 1–20 จาก 845 โครงการ" in markup(test)
    assert "หน้า 1 จาก 43" in markup(test)


def test_a_page_number_beyond_the_last_shows_the_last() -> None:
    test = calm(show(page="999"))
    assert len(listed(test)) == 5  # 845 = 42 pages of 20 and 5 more
    assert "หน้า 43 จาก 43" in markup(test)
    assert test.query_params["page"] in ("43", ["43"])


def test_turning_the_page_shows_other_projects_and_stands_in_the_address() -> None:
    test = show()
    first = listed(test)
    test.button(key="page_on").click().run()
    assert test.query_params["page"] in ("2", ["2"])
    assert not set(listed(test)) & set(first)


def test_a_new_question_starts_at_its_first_page() -> None:
    test = show(page="3")
    assert "หน้า 3 จาก 43" in markup(test)
    test.selectbox(key="programme").set_value("clinic").run()
    assert "หน้า 1 จาก 24" in markup(test)  # 469 projects of the clinics
    assert "page" not in test.query_params


def test_sorting_by_money_puts_the_largest_sum_first_and_unstated_sums_last() -> None:
    down = calm(show(sort="-allocated_baht", lang="en"))
    sums = re.findall(r'<td class="num">([\d.]+)', markup(down))
    assert sums[0] == max(sums, key=float)
    last = calm(show(sort="-allocated_baht", page="43", lang="en"))
    assert "Not stated" in markup(last)


@pytest.mark.parametrize("text", ["ผลิตก๊าซชีวภาพ", "ผลิต  ก๊าซชีวภาพ", "BIOGAS", "bio gas"])
def test_a_text_finds_the_same_projects_in_either_language_and_with_spaces(text: str) -> None:
    ids = set(listed(calm(show(q=text))))
    assert ids
    assert all("sample-" in project for project in ids)
    assert ids == set(listed(show(q="biogas")))


def test_thai_and_arabic_digits_find_the_same_project() -> None:
    assert listed(show(q="clinic-๒๕๔๗-๐๐๑")) == listed(show(q="clinic-2547-001")) == [PROJECT]


def test_facets_offer_only_what_has_records() -> None:
    test = calm(show(asof="2005-09-30"))
    assert [option.split(" ")[0] for option in test.selectbox(key="phase").options] == ["ระยะที่"]
    programmes = test.selectbox(key="programme").options
    assert "เครือข่ายคลินิกเทคโนโลยี" in programmes
    assert "อุทยานวิทยาศาสตร์ภูมิภาค" not in programmes  # begun in 2012


def test_a_chosen_code_stays_a_choice_even_where_it_has_no_project() -> None:
    test = calm(show(asof="2005-09-30", programme="regional-science-park"))
    assert heading(test) == "ไม่มีโครงการตามเงื่อนไขที่เลือก"
    assert "อุทยานวิทยาศาสตร์ภูมิภาค" in test.selectbox(key="programme").options


def test_an_area_shows_its_share_of_the_money_and_what_cannot_be_divided() -> None:
    test = calm(show(area="50"))
    said = "เชียงใหม่: พบ 48 โครงการ (สมมติ) ได้รับจัดสรร 13.3 ล้านบาท (สมมติ) ในจำนวนนี้ 5 โครงการ (สมมติ) แบ่งเงินให้พื้นที่นี้ไม่ได้"
    assert heading(test) == said
    assert "ยอดเต็ม 1.7 ล้านบาท" in markup(test)


def test_documents_alone_give_no_list_and_say_why_instead_of_zero() -> None:
    test = calm(show(evidence="documented"))
    assert heading(test) == "เอกสารไม่ได้ระบุรายการโครงการ"
    assert listed(test) == []
    assert "ไม่มีโครงการตามเงื่อนไขที่เลือก" not in markup(test)


def test_an_area_that_does_not_exist_on_the_day_is_named_and_explained() -> None:
    test = calm(show(area="38", asof="2009-06-30"))
    assert heading(test) == "พื้นที่ที่เลือกยังไม่มีในวันที่ที่แสดง"
    assert test.multiselect(key="place").value == ["38"]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("status", ["planned", "running", "completed", "cancelled"])
def test_every_status_stands_in_both_languages(status: str, lang: str) -> None:
    assert heading(calm(show(status=status, lang=lang, asof="2015-09-30")))


@pytest.mark.parametrize("day", ["2003-01-01", "2009-06-30", "2011-03-25", "2015-09-30", "2018-01-01"])
def test_the_page_stands_on_every_telling_day_with_every_figure_choice(day: str) -> None:
    for measure, level in (("projects", "group"), ("allocated", "province"), ("disbursed", "group")):
        money = measure if measure != "projects" else "allocated"
        assert heading(calm(show(asof=day, measure=measure, level=level, money=money)))


def test_bounds_the_wrong_way_round_are_turned() -> None:
    turned = calm(show(year_from="2554", year_to="2552", baht_from="500000", baht_to="200000"))
    assert (turned.selectbox(key="year_from").value, turned.selectbox(key="year_to").value) == (2552, 2554)
    assert listed(turned) == listed(
        show(year_from="2552", year_to="2554", baht_from="200000", baht_to="500000")
    )


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</div><img src=x>", "' OR 1=1 --", "%", "_"])
def test_markup_in_the_search_text_is_text(text: str) -> None:
    test = calm(show(q=text))
    assert "<script>alert(1)" not in markup(test)
    assert "<img src=x" not in markup(test)


@pytest.mark.parametrize(
    ("name", "value"),
    [("q", "x" * 10_000), ("year_from", "1999"), ("baht_from", "-5"), ("page", "0"), ("sort", "luck"),
     ("project", "no-such"), ("status", "lost"), ("programme", "moon"), ("money", "spent")],
)  # fmt: skip
def test_a_value_that_cannot_be_is_taken_out_and_told(name: str, value: str) -> None:
    test = show(**{name: value})
    assert not test.exception
    assert not test.error
    assert [name in note.value for note in test.info] == [True]
    assert heading(test).startswith("พบ 827 โครงการ")


def test_a_project_opens_with_its_places_and_why_its_money_is_not_divided() -> None:
    test = calm(show(project=PROJECT))
    shown = markup(test)
    assert f'data-project="{PROJECT}"' in shown
    assert "324,000 บาท (0.32 ล้านบาท)" in shown
    assert "ทำหลายจังหวัดโดยไม่ระบุสัดส่วน" in shown
    for name in ("ตรัง", "กระบี่", "พังงา"):
        assert f"<td>{name}</td>" in shown
    test.button(key="project_close").click().run()
    assert "data-project=" not in markup(test)


def test_an_illustrative_project_stays_closed_while_only_documents_are_asked_for() -> None:
    assert "data-project=" not in markup(calm(show(project=PROJECT, evidence="documented")))


def test_clearing_takes_every_condition_away() -> None:
    test = show(area="50", programme="clinic", q="ข้าว", year_from="2550", baht_to="500000")
    test.button(key="clear_filters").click().run()
    assert heading(test).startswith("พบ 827 โครงการ")
    assert set(test.query_params) <= {"asof", "since"}


def test_choosing_money_on_the_map_follows_the_money_chosen() -> None:
    test = show()
    test.button_group(key="map_shows").set_value("baht").run()
    assert test.query_params["measure"] in ("allocated", ["allocated"])
    test.button_group(key="money").set_value("disbursed").run()
    assert test.query_params["measure"] in ("disbursed", ["disbursed"])


def test_coming_to_the_page_does_not_change_the_measure_of_other_pages() -> None:
    test = show()
    test.selectbox(key="programme").set_value("clinic").run()
    assert "measure" not in test.query_params


def test_every_illustrative_project_is_marked() -> None:
    test = calm(show())
    table = next(part for part in markup(test).split("\n") if "data-open=" in part)
    assert table.count('class="sti-tag sample"') == 20


def test_the_csv_holds_the_whole_list_with_sums_as_plain_numbers() -> None:
    records, reader = data_records.load(), Reader("en", "ce")
    asked = ProjectQuery(Selection(area="50"))
    page = explorer.page(records, asked, 1, 10_000, "-allocated_baht")
    frame = project_list.csv_frame(page, asked, records, reader)
    assert len(frame) == 48
    assert frame["Project code"].is_unique
    assert frame["Allocated (baht)"].iloc[0] == max(v for v in frame["Allocated (baht)"] if v != "")
    assert set(frame["Evidence"]) == {"illustrative"}


def test_the_csv_is_made_without_a_session_and_says_what_was_asked() -> None:
    asked = ProjectQuery(Selection(area="50"), text="ข้าว")
    stamp = tabular.Stamp("abc", asked.selection.asof, "เงื่อนไข: มีคำว่า “ข้าว”")
    content = project_list.csv_bytes(data_records.load(), asked, "title_th", Reader("th", "be"), stamp)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert {row["ตัวกรอง"] for row in rows} == {"เงื่อนไข: มีคำว่า “ข้าว”"}
    assert {row["evidence"] for row in rows} == {"illustrative"}
    assert {row["source_id"] for row in rows} == {"sample"}
    assert all(row["programme_code"] and row["agency_code"] for row in rows)


def test_a_registry_of_millions_is_not_offered_by_title(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("measures.projects.listing.TITLES_UP_TO", 1000)
    test = show(sort="title", lang="en")
    assert not test.exception
    assert test.selectbox(key="sort").value == "-started_on"
    assert "title" not in test.selectbox(key="sort").options
    assert "sort" not in test.query_params


def test_a_csv_that_no_spreadsheet_opens_holds_its_first_rows_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(project_list, "MOST", 5)
    stamp = tabular.Stamp("abc", Selection().asof)
    content = project_list.csv_bytes(
        data_records.load(), ProjectQuery(Selection(area="50")), "-allocated_baht", Reader("en", "ce"), stamp
    )
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(rows) == 5
    assert {row["Filters"] for row in rows} == {"CSV of the first 5 of 48"}


def test_a_project_begun_on_the_very_day_is_not_listed_as_over() -> None:
    shown = markup(show(asof="2011-05-26"))
    first = shown[shown.index("26 พ.ค. 2554 –") :].partition("</tr>")[0]
    assert "แล้วเสร็จ" in first  # its latest status, as the column says
    assert "ณ วันที่เลือกยังดำเนินการ" in first
    assert "สถานะและเงินเป็นไปตามบันทึกล่าสุด" in shown
