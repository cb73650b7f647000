"""The same number everywhere: one figure's values, read back from every medium's own format, beside the measure."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree
from pptx import Presentation
from pypdf import PdfReader

from data.records import load
from exports.brief import brief
from exports.deck import deck
from exports.page import page
from exports.story.story import build
from exports.workbook import workbook
from locales import Reader
from measures import values
from measures.projects import explorer
from measures.projects.explorer import ProjectQuery
from measures.selection import Selection
from views.present import slides as present_slides

DAY = date(2011, 5, 26)
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SVG = "{http://www.w3.org/2000/svg}"
BOOK = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# The first and the last groups of the day, as the shipped records have them.
SOME_GROUPS = {"ภาคกลางตอนบน 2": (1, 4), "ภาคตะวันออกเฉียงเหนือตอนบน 2": (2, 3), "ภาคเหนือตอนล่าง 1": (5, 5)}


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture(scope="module")
def told(records):
    return build(records, "nation", DAY, Reader())


@pytest.fixture(scope="module")
def by_group(records):
    """Group name -> (provinces with a representative, provinces), as the measure says."""
    frame = values.by_area(records, Selection(asof=DAY, level="group"))
    found = {row.name_th: (int(row.value), int(row.of)) for row in frame.itertuples()}
    assert len(found) == 18
    assert SOME_GROUPS.items() <= found.items()
    return found


@pytest.fixture(scope="module")
def allocated(records):
    """Fiscal year -> million baht of the projects that began in it, as the measure says."""
    query = ProjectQuery(Selection(asof=DAY), money="allocated")
    frame = explorer.by_fiscal_year(records, query)
    frame = frame[frame["fiscal_year_be"].notna()]
    found = {str(int(row.fiscal_year_be)): round(row.baht / 1e6, 3) for row in frame.itertuples()}
    assert list(found) == [str(year) for year in range(2547, 2555)]
    return found


def chart_xml(content, place):
    """Return series name -> {category: value} of a deck's chart, from its XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = sorted(
            (name for name in package.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)),
            key=lambda name: int(re.sub(r"\D", "", name)),
        )
        root = etree.fromstring(package.read(names[place]))
    found = {}
    for series in root.iter(f"{CHART}ser"):
        name = "".join(series.find(f"{CHART}tx").itertext()).strip().rpartition("\n")[2].strip()
        labels = [point.findtext(f"{CHART}v") for point in series.find(f"{CHART}cat").iter(f"{CHART}pt")]
        numbers = [
            float(point.findtext(f"{CHART}v")) for point in series.find(f"{CHART}val").iter(f"{CHART}pt")
        ]
        found[re.sub(r".*\$\d+", "", name) or name] = dict(zip(labels, numbers, strict=True))
    return found


def sheet_rows(content, name):
    """Return the rows of a workbook's sheet as lists of cells, from its XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        shared = [
            "".join(item.itertext())
            for item in etree.fromstring(package.read("xl/sharedStrings.xml")).findall(f"{BOOK}si")
        ]
        names = [
            one.get("name") for one in etree.fromstring(package.read("xl/workbook.xml")).iter(f"{BOOK}sheet")
        ]
        sheet = etree.fromstring(package.read(f"xl/worksheets/sheet{names.index(name) + 1}.xml"))
    rows = []
    for row in sheet.iter(f"{BOOK}row"):
        cells = [(cell.get("t"), cell.findtext(f"{BOOK}v")) for cell in row.iter(f"{BOOK}c")]
        rows.append([shared[int(v)] if kind == "s" else float(v) for kind, v in cells if v is not None])
    return rows


def picture_of(content, name):
    """Return the picture of a figure on light paper, as an offline page holds it."""
    found = re.search(
        rf'data-plot="{name}".*?<div class="still light[ a-z]*">(<svg.*?)</div>', content.decode(), re.S
    )
    return etree.fromstring(found[1])


def texts_of(picture):
    return ["".join(one.itertext()) for one in picture.iter(f"{SVG}text")]


def test_the_deck_says_the_measures_count_of_every_group(told, by_group):
    slide = Presentation(io.BytesIO(deck.render(told))).slides[2]
    squares = next(shape for shape in slide.shapes if shape.name == "squares").shapes
    names = [shape.text_frame.text for shape in squares if shape.name.startswith("group ")]
    counts = [shape.text_frame.text.split() for shape in squares if shape.name.startswith("count ")]
    assert {name: (int(n), int(of)) for name, (n, _, of) in zip(names, counts, strict=True)} == by_group


def test_the_workbook_says_the_measures_count_of_every_group(told, by_group):
    rows = sheet_rows(workbook.render(told), "ผู้แทน")
    table = rows[: next(i for i, row in enumerate(rows) if row[0].startswith("ผู้แทนกระทรวงฯ รายกลุ่ม"))]
    found = {row[0]: (int(row[1]), int(row[2])) for row in table if row[0] in by_group}
    assert found == by_group


def test_the_brief_prints_the_measures_count_of_every_group(told, by_group):
    lines = PdfReader(io.BytesIO(brief.render(told))).pages[0].extract_text().split("\n")
    names = [line.strip() for line in lines if line.strip() in by_group]
    counts = [re.fullmatch(r"(\d+) จาก (\d+)", line.strip()) for line in lines[lines.index(names[-1]) :]]
    said = [(int(found[1]), int(found[2])) for found in counts if found]
    assert dict(zip(names, said, strict=True)) == by_group


def test_the_page_draws_the_measures_count_of_every_group(told, by_group):
    texts = texts_of(picture_of(page.render(told), "ranking-coverage"))
    names = [text for text in texts if text in by_group]
    counts = [text.split(" จาก ") for text in texts if " จาก " in text]
    assert {name: (int(n), int(of)) for name, (n, of) in zip(names, counts, strict=True)} == by_group


def test_the_presentation_shows_the_measures_count_of_every_group(told, by_group, records):
    slide = next(one for one in told.slides if one.kind == "coverage_map")
    html = present_slides.section(slide, 3, told, records.sources)
    rows = re.findall(r'<span class="name">([^<]+)</span>.*?<span class="said">(\d+) จาก (\d+)<', html)
    assert {name: (int(n), int(of)) for name, n, of in rows} == by_group


def test_every_map_gives_each_province_the_class_of_the_measure(told, records):
    frame = values.by_area(records, Selection(asof=DAY))
    states = dict(zip(frame["area_code"], frame["state"], strict=True))
    assert list(states.values()).count("covered") == 61
    shown = told.slide("coverage_map")
    in_story = {area.code: shown.area_map.classes[area.class_index].code for area in shown.area_map.areas}
    assert in_story == states
    picture = picture_of(page.render(told), "map-coverage")
    paths = [
        one
        for one in picture.iter(f"{SVG}path")
        if one.get("data-code") in states and one.get("fill") != "none"
    ]
    colours = {one.code: one.colour for one in shown.area_map.classes}
    assert len({one.get("data-code") for one in paths}) == 77
    assert {(one.get("data-code"), one.get("fill")) for one in paths} == {
        (code, colours[state]) for code, state in states.items()
    }


def test_deck_workbook_and_page_say_the_measures_money_of_every_year(told, allocated):
    first = next(iter(chart_xml(deck.render(told), 2).values()))
    assert {year: round(value, 3) for year, value in first.items()} == allocated
    rows = sheet_rows(workbook.render(told), "โครงการ")
    found = {row[0]: round(row[1], 3) for row in rows if len(row) == 3 and isinstance(row[1], float)}
    assert {year: found[year] for year in allocated} == allocated
    said = texts_of(picture_of(page.render(told), "chart-projects"))
    written = [f"{value:.1f}" for value in allocated.values()]
    assert said[: len(written)] == written


def test_a_project_less_in_the_records_is_a_project_less_in_the_story(records):
    """The numbers follow the records: none of them is written into a text."""
    running = records.projects[records.projects["started_on"] <= "2011-05-26"]
    fewer = replace(
        records, projects=records.projects[records.projects["project_id"] != running["project_id"].iloc[0]]
    )
    assert "827 โครงการ" in build(records, "nation", DAY, Reader(), kinds=["projects"]).slides[0].title
    assert "826 โครงการ" in build(fewer, "nation", DAY, Reader(), kinds=["projects"]).slides[0].title
