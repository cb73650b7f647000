"""The printed brief, read back by other programs: pages, fonts, tags, and every word and number as it was meant."""

import io
import shutil
import subprocess
from datetime import date
from math import hypot

import pandas as pd
import pytest
from pypdf import PdfReader

from data.records import FACTS, SAMPLE, load
from exports.brief import blocks, brief, sheets, typesetting
from exports.drawing import charts
from exports.story import story
from exports.story.parts import Chart, Series
from locales import Reader

DAY = date(2011, 5, 26)
NORTH = "2551-upper-north-1"


@pytest.fixture(scope="module")
def records():
    return load(FACTS, SAMPLE)


@pytest.fixture(scope="module")
def made(records):
    """Stories and their briefs: the nation, a group and a province in Thai, the nation in English."""
    wanted = [("nation", "th"), (NORTH, "th"), ("58", "th"), ("nation", "en")]
    stories = {(scope, lang): story.build(records, scope, DAY, _reader(lang)) for scope, lang in wanted}
    return {key: (one, brief.render(one)) for key, one in stories.items()}


def _reader(lang):
    return Reader(lang, "be" if lang == "th" else "ce")


def opened(pdf):
    return PdfReader(io.BytesIO(pdf))


def words(pdf):
    """Return the text of a PDF without the breaks between lines, which are not in what was meant."""
    return "".join(page.extract_text() for page in opened(pdf).pages).replace("\n", "").replace(" ", "")


def squeezed(text):
    return text.replace("\n", "").replace(" ", "")


def sheet_of(*content):
    return {"brand": "ก", "asof": "ข", "foot": "ค", "kicker": "", "title": "หัวเรื่อง", "running": "ง",
            "is_first": True, "factor": 1, "blocks": list(content)}  # fmt: skip


def typeset(*content, lang="th"):
    said = {"title": "t", "author": "a", "description": "d", "keywords": [], "cover": None, "contents": None}
    return typesetting.pdf({**said, "sheets": [sheet_of(*content)]}, Reader(lang))


@pytest.mark.parametrize(("scope", "pages"), [("58", 1), (NORTH, 2), ("nation", 4)])
def test_a_province_takes_one_sheet_a_group_two_the_nation_four(made, scope, pages):
    assert len(opened(made[scope, "th"][1]).pages) == pages


def test_every_sheet_is_a4(made):
    boxes = {tuple(round(float(x)) for x in page.mediabox) for page in opened(made["nation", "th"][1]).pages}
    assert boxes == {(0, 0, 595, 842)}


def smallest(pdf):
    """Return the smallest size in points of a letter, and what is written in it."""
    found = []
    for page in opened(pdf).pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: (
                text.strip() and found.append((size * hypot(tm[2], tm[3]) * hypot(cm[2], cm[3]), text))
            )
        )
    return min(found)


@pytest.mark.parametrize(("scope", "lang"), [("nation", "th"), (NORTH, "th"), ("58", "th"), ("nation", "en")])
def test_nothing_is_printed_smaller_than_seven_and_a_half_points(made, scope, lang):
    size, text = smallest(made[scope, lang][1])
    assert size >= 7.45, text


def test_a_document_is_a_link_and_its_publisher_has_the_name_of_the_readers_language(made):
    for lang, name in (("th", "กระทรวงวิทยาศาสตร์และเทคโนโลยี"), ("en", "MinistryofScienceandTechnology")):
        page = opened(made["nation", lang][1]).pages[-1]
        links = [one.get_object()["/A"].get("/URI") for one in page["/Annots"]]
        assert len(links) > 3
        assert all(link.startswith("http") for link in links)
        assert name in squeezed(page.extract_text())


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_brief_is_tagged_and_says_its_language_and_title(made, lang):
    told, pdf = made["nation", lang]
    root = opened(pdf).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"].startswith(lang)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened(pdf).metadata.title == f"{told.slide('title').title}: {told.scope_name}"


def test_a_brief_declares_pdf_ua_1(made):
    metadata = opened(made["58", "th"][1]).trailer["/Root"]["/Metadata"].get_data().decode()
    assert "pdfuaid:part>1<" in metadata


def structure(pdf):
    """Return the kinds of all structure elements, and the alternative texts of figures."""
    kinds, texts, todo = [], [], [opened(pdf).trailer["/Root"]["/StructTreeRoot"]]
    while todo:
        node = todo.pop().get_object()
        if isinstance(node, list):
            todo += node
        elif isinstance(node, dict):
            if "/S" in node and "/P" in node:
                kinds.append(node["/S"])
                texts += [node["/Alt"]] if "/Alt" in node else []
            if "/K" in node:
                todo.append(node["/K"])
    return kinds, texts


def test_headings_tables_lists_and_figures_are_tagged_as_such(made):
    kinds, _ = structure(made["nation", "th"][1])
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/L", "/LI", "/Figure"} <= set(kinds)


def test_the_map_carries_its_finding_as_alternative_text(made):
    told, pdf = made["nation", "th"]
    assert told.slide("coverage_map").figures[0].alt in structure(pdf)[1]


def test_bookmarks_name_the_scope(made):
    told, pdf = made["58", "th"]
    assert (
        next(entry.title for entry in opened(pdf).outline if not isinstance(entry, list)) == told.scope_name
    )


def fonts_of(pdf):
    found = {}
    for page in opened(pdf).pages:
        for font in (page["/Resources"].get("/Font") or {}).values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            found[inner["/BaseFont"].partition("+")[2]] = inner["/FontDescriptor"].get_object()
    return found


def test_every_font_is_inside_and_thai_is_set_in_sarabun(made):
    found = fonts_of(made["nation", "th"][1])
    assert {"SarabunPrint-Regular", "SarabunPrint-Bold"} <= set(found)
    assert all("/FontFile2" in one or "/FontFile3" in one for one in found.values())


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler-utils is not installed")
def test_poppler_finds_every_font_embedded_subset_and_mapped_to_letters(made, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(made["58", "th"][1])
    listed = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[2:]]
    assert len(rows) >= 2
    assert {tuple(row[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


THAI = ["ที่ตั้ง", "น้ำใจ ครั้งที่ 2 ทั้งนี้", "กำแพงเพชร ญี่ปุ่น ผู้แทน สิทธิ์ พันธุ์", "ฎีกา กตัญญู ฤๅษี ปรากฏ", "ป้ายฝ้าฟ้า ปู่ย่า"]


@pytest.mark.parametrize("text", THAI)
def test_thai_is_read_back_letter_by_letter(text):
    assert opened(typeset(blocks.text([text]))).pages[0].extract_text().split("\n").count(text) == 1


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")
@pytest.mark.parametrize("text", THAI)
def test_a_second_program_reads_the_same_thai(text, tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(typeset(blocks.text([text])))
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert text in told.split("\n")


def test_the_numbers_of_the_day_are_on_the_first_sheet(made):
    first = squeezed(opened(made["nation", "th"][1]).pages[0].extract_text())
    assert "61จาก76จังหวัด" in first
    assert "15จังหวัดยังไม่มีผู้แทน" in first


@pytest.mark.parametrize(("scope", "lang"), [("nation", "th"), (NORTH, "th"), ("58", "th"), ("nation", "en")])
def test_every_key_figure_and_finding_of_the_story_is_printed(made, scope, lang):
    told, pdf = made[scope, lang]
    printed = words(pdf)
    keys = [key.value for key in told.slide("where_we_are").key_figures]
    findings = [
        slide.title for slide in told.slides if slide.kind not in ("title", "where_we_are", "sources")
    ]
    assert [text for text in (*keys, *findings) if squeezed(text) not in printed] == []


def test_the_squares_of_the_ranking_are_those_of_the_measure(made):
    first = squeezed(opened(made["nation", "th"][1]).pages[0].extract_text())
    told = made["nation", "th"][0].slide("coverage_map").figures[1]
    rows = told.table.iloc[:, 0].tolist()
    assert len(rows) == 18
    assert [name for name in rows if squeezed(name) not in first] == []


def test_the_day_the_release_and_what_sample_means_stand_on_every_sheet(made):
    told, pdf = made["nation", "th"]
    for page in opened(pdf).pages:
        text = squeezed(page.extract_text())
        assert "ข้อมูลณ26พฤษภาคม2554" in text
        assert told.release in text
        assert "ไม่ใช่ข้อเท็จจริง" in text


def test_english_readers_get_the_common_era(made):
    assert "Asof26May2011" in squeezed(opened(made["nation", "en"][1]).pages[0].extract_text())


def test_illustrative_rows_are_marked_and_documented_ones_are_not():
    frame = pd.DataFrame({"เรื่อง": ["แรก", "สอง"], "หลักฐาน": ["สมมติ", "มีเอกสาร"]})
    block = blocks.table(frame, mark=[True, False], evidence_column="หลักฐาน", reader=Reader())
    assert block["rows"][0] == [
        {"text": "แรก", "mark": False, "word": ""},
        {"text": "", "mark": True, "word": "สมมติ"},
    ]
    assert block["rows"][1] == [
        {"text": "สอง", "mark": False, "word": ""},
        {"text": "มีเอกสาร", "mark": False, "word": ""},
    ]
    lines = opened(typeset(block)).pages[0].extract_text()
    assert lines.count("สมมติ") == 1


@pytest.mark.parametrize(
    "name", ['#eval("1+1")', "*ไม่หนา* _x_", "$x^2$ @ref <label>", "\\ // [a](b) `c`", "= หัวข้อ"]
)
def test_markup_in_a_name_is_printed_as_text(name):
    assert name in opened(typeset(blocks.text([name]))).pages[0].extract_text()


def test_a_name_of_300_letters_still_leaves_one_sheet():
    long = "มหาวิทยาลัย" * 30
    table = blocks.table(pd.DataFrame({"ชื่อ": [long] * 8, "จำนวน": ["1"] * 8}), reader=Reader())
    assert len(opened(typeset(table, table, table, table)).pages) == 1


def test_more_rows_than_fit_are_counted_below():
    frame = pd.DataFrame({"ก": [str(i) for i in range(10)]})
    assert blocks.table(frame, most=4, reader=Reader())["notes"] == ["และอีก 6 รายการ"]


def test_the_same_story_gives_the_same_bytes(made):
    told, pdf = made["58", "th"]
    assert brief.render(told) == pdf


def test_a_booklet_has_cover_contents_every_brief_and_one_run_of_page_numbers(made):
    pdf = brief.booklet([made["58", "th"][0], made[NORTH, "th"][0]])
    pages = opened(pdf).pages
    assert len(pages) == 5
    assert squeezed(pages[4].extract_text()).endswith("5/5")
    contents = squeezed(pages[1].extract_text())
    assert "แม่ฮ่องสอน" in contents
    assert "ภาคเหนือตอนบน1" in contents
    names = [entry.title for entry in opened(pdf).outline if not isinstance(entry, list)]
    assert names == ["สารบัญ", "แม่ฮ่องสอน", "ภาคเหนือตอนบน 1"]


def test_a_booklet_of_nothing_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        brief.booklet([])


def test_a_story_of_few_slides_leaves_out_the_sheets_without_content(records):
    short = story.build(records, "nation", DAY, Reader(), kinds=["title", "where_we_are"])
    assert len(sheets.sheets(short)) == 1


def test_before_the_role_existed_nothing_is_claimed(records):
    told = story.build(records, "nation", date(2007, 1, 1), Reader())
    assert "ยังไม่มีบทบาทผู้แทนกระทรวงฯประจำจังหวัด" in words(brief.render(told))


def test_an_unknown_value_is_a_question_mark_and_zero_is_a_zero():
    series = (Series("a", (None, 0.0, 1234.5), "#12616F"),)
    chart = Chart("columns", "t", ("x", "y", "z"), series, "u", "alt", "#,##0.0")
    plot = charts.figure("c", chart, None, (), Reader()).plot.to_plotly_json()
    assert plot["data"][0]["text"] == ["?", "0.0", "1,234.5"]


def test_a_chart_without_room_for_values_gets_a_scale_of_round_steps():
    many = tuple(str(year) for year in range(2547, 2559))
    chart = Chart("columns", "t", many, (Series("a", (4.6,) * 12, "#000000"), Series("b", (1.0,) * 12, "#111111")),
                  "u", "alt")  # fmt: skip
    layout = charts.figure("c", chart, None, (), Reader(), 300).plot.to_plotly_json()["layout"]
    assert layout["yaxis"]["dtick"] == 1
    assert layout["xaxis"]["ticktext"] == ["2548", "2550", "2552", "2554", "2556", "2558"]
