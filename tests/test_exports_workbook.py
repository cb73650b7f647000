"""The workbook, read back cell by cell from its XML, as another program would."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from urllib.parse import unquote

import openpyxl
import pandas as pd
import pytest
from lxml import etree

from data.records import load
from exports import media
from exports.story.story import build
from exports.workbook import workbook
from locales import Reader

DAY = date(2011, 5, 26)
GROUP = "2551-upper-central-2"
HOSTILE = '=HYPERLINK("http://example.org")'
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook as its XML says it is: sheet name -> {cell: value}."""

    def __init__(self, content):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        shared = etree.fromstring(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(item.itertext()) for item in shared.findall(f"{M}si")]
        names = [sheet.get("name") for sheet in self.xml("xl/workbook.xml").iter(f"{M}sheet")]
        self.sheets = {name: self.xml(f"xl/worksheets/sheet{i}.xml") for i, name in enumerate(names, start=1)}

    def xml(self, name):
        return etree.fromstring(self.parts[name])

    def cells(self, sheet):
        found = {}
        for cell in self.sheets[sheet].iter(f"{M}c"):
            value = cell.find(f"{M}v")
            if value is not None:
                text = value.text
                found[cell.get("r")] = self.strings[int(text)] if cell.get("t") == "s" else float(text)
        return found

    def row_of(self, sheet, text):
        """Return the values of the row that holds a text, by column letter."""
        cells = self.cells(sheet)
        at = next(re.sub(r"\D", "", name) for name, value in cells.items() if value == text)
        return {
            re.sub(r"\d", "", name): value for name, value in cells.items() if re.sub(r"\D", "", name) == at
        }


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture(scope="module")
def nation(records):
    return Book(workbook.render(build(records, "nation", DAY, Reader())))


@pytest.fixture(scope="module")
def english(records):
    return Book(workbook.render(build(records, GROUP, DAY, Reader("en", "ce"))))


@pytest.fixture(scope="module")
def hostile(records):
    bad = replace(records, workshops=records.workshops.assign(title_th=HOSTILE, title_en=HOSTILE))
    return Book(workbook.render(build(bad, GROUP, DAY, Reader("en", "ce"))))


def test_a_sheet_for_each_slide_after_one_that_says_what_was_asked(nation):
    assert list(nation.sheets) == [
        "เกี่ยวกับสมุดงานนี้", "สถานะ ณ วันที่แสดง", "ผู้แทน", "สิ่งที่ยังขาด", "การประชุม", "ระยะ", "โครงการ", "เปรียบเทียบ",
        "เพื่อตัดสินใจ", "แหล่งข้อมูล",
    ]  # fmt: skip


def test_the_documented_count_is_a_number_with_its_denominator(nation):
    row = nation.row_of("สถานะ ณ วันที่แสดง", "จังหวัดที่มีผู้แทนกระทรวงฯ")
    assert (row["B"], row["C"], row["E"]) == (61.0, 76.0, 1.0)


def test_the_groups_of_the_table_add_up_to_the_measure(nation):
    cells = nation.cells("ผู้แทน")
    head = next(int(name[1:]) for name, value in cells.items() if value == "มีผู้แทน (จังหวัด)")
    reached = [cells[f"B{head + i}"] for i in range(1, 19)]
    of = [cells[f"C{head + i}"] for i in range(1, 19)]
    assert (sum(reached), sum(of)) == (61.0, 76.0)


def test_an_estimate_stays_a_number_and_keeps_its_word(nation):
    row = nation.row_of("สถานะ ณ วันที่แสดง", "ผู้เข้าร่วมประชุมในปีงบประมาณนี้")
    assert row["B"] == 657.0
    assert '"ประมาณ "#,##0'.encode() in nation.parts["xl/styles.xml"].replace(b"&quot;", b'"')


def test_units_stand_in_the_headers_of_money(nation):
    said = set(nation.cells("โครงการ").values())
    assert {"จัดสรร (ล้านบาท)", "เบิกจ่าย (ล้านบาท)"} <= said


def test_filters_and_evidence_are_stated_on_every_sheet(nation):
    for name in list(nation.sheets)[1:]:
        values = nation.cells(name).values()
        assert any(str(value).startswith("เงื่อนไข: ทั้งประเทศ ณ 26 พ.ค. 2554") for value in values), name


def test_tables_have_a_frozen_head_and_a_filter(english):
    for name in ("Representatives", "Gaps", "Workshops", "Phases", "Projects", "Comparison"):
        sheet = english.sheets[name]
        assert sheet.find(f".//{M}pane").get("state") == "frozen"
        assert sheet.find(f"{M}autoFilter") is not None


def test_days_are_days_in_the_calendar_of_the_reader(nation, english):
    assert b"[$-107041E]d mmm yyyy" in nation.parts["xl/styles.xml"]
    assert english.row_of("About", "As of")["B"] == 40689.0  # days since 1899-12-30: 26 May 2011


def test_charts_are_native_and_point_at_cells(nation):
    charts = [content for name, content in nation.parts.items() if name.startswith("xl/charts/chart")]
    assert len(charts) == 5
    assert all(b"<c:f>" in chart for chart in charts)
    assert not [name for name in nation.parts if name.startswith("xl/media")]


def test_what_a_record_says_can_become_neither_formula_nor_link(hostile):
    assert HOSTILE in hostile.cells("Workshops").values()
    for name, sheet in hostile.sheets.items():
        assert sheet.find(f".//{M}f") is None, name
        links = sheet.findall(f".//{M}hyperlink")
        assert not links or name == "Sources", name  # the addresses of documents, and nothing else
    relations = [told.decode() for name, told in hostile.parts.items() if "worksheets/_rels" in name]
    targets = [found for told in relations for found in re.findall(r'hyperlink" Target="([^"]*)"', told)]
    assert len(targets) > 3
    documents = set(load().sources["url"])
    assert {unescape(one) for one in targets} <= {unquote(url) for url in documents} | documents


def test_a_long_text_is_kept_whole(records):
    long = "ชื่อยาว" * 43
    bad = replace(records, workshops=records.workshops.assign(title_en=long))
    book = Book(workbook.render(build(bad, GROUP, DAY, Reader("en", "ce"), kinds=("workshops",))))
    assert long in book.cells("Workshops").values()


def test_the_same_story_gives_the_same_bytes(records):
    told = build(records, GROUP, DAY, Reader())
    assert workbook.render(told) == workbook.render(told)


def test_documented_rows_only_leave_numbers_blank_and_say_so(records):
    book = Book(workbook.render(build(records, "nation", DAY, Reader("en", "ce"), evidence="documented")))
    row = book.row_of("Representatives", "Eastern")
    assert row["B"] == "not reported"


def test_planners_get_every_province_with_every_measure_and_every_gap_as_excel_tables():
    records = load()
    made = media.make(
        "workbook", records, "nation", date(2011, 5, 26), Reader("en", "ce"), address="http://sti/?a=1"
    )
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book["Provinces"]
    assert list(sheet.tables) == ["sti_provinces"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    head, body, total = rows[0], rows[1:-1], rows[-1]
    assert len(body) == 77
    one = dict(zip(head, next(row for row in body if row[0] == "50"), strict=True))
    assert one["Budget allocated (baht)"] == 13303850
    assert one["Number of workshops"] == 5
    assert one["Since"] == datetime(2009, 12, 21)
    assert one["Provincial Representatives"] == "Has a representative"
    allocated = head.index("Budget allocated (baht)")
    assert total[0] == "Sum of the rows shown"
    assert total[allocated] == "=SUBTOTAL(109,[Budget allocated (baht)])"
    assert sheet.cell(5, allocated + 1).number_format == "#,##0.00,,"
    gaps = [
        [cell.value for cell in row]
        for row in book["All gaps"].iter_rows(min_row=5, max_row=book["All gaps"].max_row - 1)
    ]
    counted = Counter(row[4] for row in gaps)
    assert counted["No representative yet"] == 15
    assert counted["Plan stands still"] == 2
    assert counted["not reported"] == 55
    links = [cell.hyperlink.target for row in book["About"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["http://sti/?a=1"]


EN = Reader("en", "ce")


def test_rates_of_people_that_somebody_brought_keep_their_decimals_and_are_not_added_up():
    held = load()
    people = [{"province_code": code, "year_be": 2554, "people": 500_000, "source_id": "sample", "note": "",
               "evidence": "illustrative"} for code in held.provinces["province_code"] if code != "50"]  # fmt: skip
    frame = pd.DataFrame(people).astype({"year_be": "Int64", "people": "Int64"})
    told = media.make("workbook", replace(held, populations=frame), "nation", date(2011, 5, 26), EN)
    sheet = openpyxl.load_workbook(io.BytesIO(told))[EN.t("planner-sheet-provinces")]
    heads = [cell.value for cell in sheet[4]]
    column = heads.index("Projects per 100,000 people")
    krabi, chiang_mai = (
        next(row for row in sheet.iter_rows(min_row=5) if row[0].value == code) for code in ("81", "50")
    )
    assert (krabi[column].value, krabi[column].number_format) == (
        pytest.approx(krabi[heads.index("Projects running")].value / 5),
        "#,##0.00",
    )
    assert chiang_mai[column].value == "Not reported"
    money = heads.index("Allocated per 100,000 people (in baht)")
    last = list(sheet.iter_rows())[-1]
    assert (last[money].value, last[column].value) == (None, None)
    assert "Projects per 100,000 people" not in [
        cell.value for cell in openpyxl.load_workbook(io.BytesIO(media.make("workbook", held, "50", date(2011, 5, 26), EN)))[
            EN.t("planner-sheet-provinces")][4]]  # fmt: skip
