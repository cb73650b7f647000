"""The deck, read back from its XML: the same numbers as the measure, native shapes, nothing cut, nothing hidden."""

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Inches, Pt

from data.records import load
from exports.deck import deck, template
from exports.story.story import build
from locales import Reader

DAY = date(2011, 5, 26)
GROUP = "2551-upper-central-2"
HOSTILE = "<a:t>&\"'=1+1</a:t>\x07 " + "ชื่อยาว" * 40
COVERED, UNCOVERED, NOT_APPLICABLE = "12616F", "F2994A", "ECEFF2"


def opened(content):
    return Presentation(io.BytesIO(content))


@pytest.fixture(scope="module")
def records():
    return load()


@pytest.fixture(scope="module")
def nation(records):
    return deck.render(build(records, "nation", DAY, Reader()))


@pytest.fixture(scope="module")
def group(records):
    return deck.render(build(records, GROUP, DAY, Reader()))


@pytest.fixture(scope="module")
def hostile(records):
    """A group whose workshops and institutions have names that somebody made up to break things."""
    bad = replace(
        records,
        workshops=records.workshops.assign(title_th=HOSTILE),
        institutions=records.institutions.assign(name_th=HOSTILE),
        province_groups=records.province_groups.assign(short_name_th=HOSTILE),
    )
    return deck.render(build(bad, GROUP, DAY, Reader()))


def shapes_of(slide):
    """Return every shape of a slide, those inside groups too."""
    found, waiting = [], list(slide.shapes)
    while waiting:
        shape = waiting.pop(0)
        found.append(shape)
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            waiting += list(shape.shapes)
    return found


def grouped(presentation, name):
    """Return the shapes of the group with a name, on whichever slide it is."""
    for slide in presentation.slides:
        for shape in slide.shapes:
            if shape.shape_type == MSO_SHAPE_TYPE.GROUP and shape.name == name:
                return shape, list(shape.shapes)
    raise LookupError(name)


def fill(shape):
    return str(shape.fill.fore_color.rgb)


def texts(presentation):
    return [
        shape.text_frame.text for s in presentation.slides for shape in shapes_of(s) if shape.has_text_frame
    ]


def charts(presentation):
    return [shape.chart for slide in presentation.slides for shape in slide.shapes if shape.has_chart]


def test_the_country_is_seventy_seven_named_freeforms_in_the_colours_of_the_measure(nation):
    _, provinces = grouped(opened(nation), "map")
    assert len(provinces) == 77
    assert {shape.shape_type for shape in provinces} == {MSO_SHAPE_TYPE.FREEFORM}
    assert Counter(map(fill, provinces)) == {COVERED: 61, UNCOVERED: 15, NOT_APPLICABLE: 1}
    named = {shape.name: fill(shape) for shape in provinces}
    assert named["15 อ่างทอง"] == UNCOVERED
    assert named["10 กรุงเทพมหานคร"] == NOT_APPLICABLE


def test_before_bueng_kan_there_are_seventy_six(records):
    made = deck.render(build(records, "nation", date(2011, 3, 22), Reader(), kinds=("coverage_map",)))
    _, provinces = grouped(opened(made), "map")
    assert len(provinces) == 76
    assert not [shape for shape in provinces if shape.name.startswith("38 ")]


def test_a_group_shows_its_four_provinces_large_and_where_they_lie_among_all(group):
    presentation = opened(group)
    _, close = grouped(presentation, "close-up")
    assert {shape.name for shape in close} == {"15 อ่างทอง", "16 ลพบุรี", "17 สิงห์บุรี", "18 ชัยนาท"}
    assert Counter(map(fill, close)) == {COVERED: 1, UNCOVERED: 3}
    _, located = grouped(presentation, "locator")
    assert len(located) == 77
    assert Counter(map(fill, located))[UNCOVERED] == 3


def test_key_figures_say_the_documented_count(nation):
    slide = opened(nation).slides[1]
    said = [shape.text_frame.text for shape in slide.shapes if shape.name == "key coverage"]
    assert said[0].split("\n")[:2] == ["จังหวัดที่มีผู้แทนกระทรวงฯ", "61 จาก 76"]


def test_the_chart_of_groups_adds_up_to_the_measure(nation):
    squares, _ = next(
        (list(one.shapes), one) for one in opened(nation).slides[2].shapes if one.name == "squares"
    )
    colours = Counter(fill(one) for one in squares if one.name.startswith("swatch"))
    assert colours == {COVERED: 61, UNCOVERED: 15}
    counts = [one.text_frame.text for one in squares if one.name.startswith("count ")]
    assert len(counts) == 18
    assert sum(int(said.split()[0]) for said in counts) == 61
    assert sum(int(said.split()[-1]) for said in counts) == 76


def test_charts_are_native_and_carry_their_data(nation):
    with zipfile.ZipFile(io.BytesIO(nation)) as package:
        names = package.namelist()
    assert len([name for name in names if name.endswith(".xlsx")]) == 4
    assert not [name for name in names if re.search(r"ppt/media/", name)]


def test_the_group_table_has_a_row_for_each_province(group):
    slide = opened(group).slides[2]
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    rows = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert [row[:2] for row in rows[1:]] == [
        ["อ่างทอง", "ยังไม่มีผู้แทน"], ["ลพบุรี", "มีผู้แทน"], ["สิงห์บุรี", "ยังไม่มีผู้แทน"], ["ชัยนาท", "ยังไม่มีผู้แทน"],
    ]  # fmt: skip


def test_every_slide_uses_a_layout_of_ours_and_leaves_no_placeholder_empty(nation):
    for slide in opened(nation).slides:
        assert slide.slide_layout.name in template.LAYOUTS
        for shape in slide.placeholders:
            assert not shape.has_text_frame or shape.text_frame.text.strip(), (
                slide.slide_layout.name,
                shape.name,
            )
            assert type(shape).__name__ not in ("ChartPlaceholder", "TablePlaceholder"), "still empty"


def test_every_slide_has_notes_with_finding_filters_and_release(nation, records):
    for slide in opened(nation).slides:
        said = slide.notes_slide.notes_text_frame.text
        assert "ข้อค้นพบ: " in said
        assert "เงื่อนไข: ทั้งประเทศ ณ 26 พ.ค. 2554" in said
        assert f"ชุดข้อมูล {records.release}" in said


@pytest.mark.parametrize("made", ["nation", "group"])
def test_maps_charts_tables_and_cards_have_alternative_text(made, request):
    for slide in opened(request.getfixturevalue(made)).slides:
        for shape in slide.shapes:
            needs = shape.has_chart or shape.has_table or shape.shape_type == MSO_SHAPE_TYPE.GROUP
            if needs or shape.name.startswith("key "):
                assert shape._element.xpath(".//*[local-name()='cNvPr']")[0].get("descr"), shape.name
    _, provinces = grouped(opened(request.getfixturevalue(made)), "map" if made == "nation" else "locator")
    assert all(shape._element.nvSpPr.cNvPr.get("descr") for shape in provinces)


def test_titles_are_twenty_eight_points_or_more():
    for layout in opened(template.TARGET.read_bytes()).slide_layouts:
        for place in layout.placeholders:
            if place.placeholder_format.idx == 0:
                size = place._element.xpath(".//a:lvl1pPr/a:defRPr/@sz")[0]
                assert int(size) >= 2800


def test_latin_and_thai_take_the_typeface_of_the_theme(nation):
    with zipfile.ZipFile(io.BytesIO(nation)) as package:
        theme = etree.fromstring(package.read("ppt/theme/theme1.xml"))
        named = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    faces = [theme.find(f".//{a}{kind}/{a}{script}").get("typeface")
             for kind in ("majorFont", "minorFont") for script in ("latin", "cs")]  # fmt: skip
    assert faces == ["Sarabun"] * 4
    assert b"Calibri" not in named


def test_thai_charts_name_the_complex_script(nation):
    with zipfile.ZipFile(io.BytesIO(nation)) as package:
        parts = [
            package.read(name) for name in package.namelist() if re.match(r"ppt/charts/chart.*\.xml", name)
        ]
    assert len(parts) == 4
    assert all(b'<a:cs typeface="+mn-cs"/>' in part for part in parts)


@pytest.mark.parametrize("made", ["nation", "group", "hostile"])
def test_nothing_leaves_its_slide_or_reaches_the_footer(made, request):
    presentation = opened(request.getfixturevalue(made))
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width
            if shape.has_table or shape.has_chart or shape.shape_type == MSO_SHAPE_TYPE.GROUP:
                assert shape.top + shape.height <= Inches(6.9), shape.name


def test_labels_of_a_close_up_do_not_cover_each_other(records):
    made = deck.render(
        build(records, "2551-lower-central-2", DAY, Reader("en", "ce"), kinds=("coverage_map",))
    )
    labels = [s for slide in opened(made).slides for s in slide.shapes if s.name.startswith("label ")]
    assert len(labels) >= 3
    for i, one in enumerate(labels):
        for other in labels[i + 1 :]:
            beside = one.left + one.width <= other.left or other.left + other.width <= one.left
            assert beside or one.top + one.height <= other.top or other.top + other.height <= one.top


def test_names_with_markup_are_text_and_long_ones_are_shortened_on_the_slide_only(hostile):
    presentation = opened(hostile)
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    long = [title for title in titles if title.startswith("<a:t>&\"'=1+1</a:t>")]
    assert long
    assert all("…" in title and len(title) < 200 for title in long)
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in presentation.slides)
    assert "ชื่อยาว" * 40 in notes
    assert "\x07" not in notes


def test_a_sentence_that_is_too_long_does_not_reach_the_key_figures(hostile):
    slide = opened(hostile).slides[1]
    said = next(place for place in slide.placeholders if place.placeholder_format.idx == template.TEXT)
    assert said.text_frame.text.endswith("…")
    assert len(said.text_frame.text) < 260


def test_a_measure_that_does_not_apply_yet_is_shown_without_an_empty_table(records):
    early = opened(deck.render(build(records, "nation", date(2004, 1, 1), Reader(), kinds=("coverage_map",))))
    assert early.slides[0].slide_layout.name == "Map"
    _, provinces = grouped(early, "map")
    assert Counter(map(fill, provinces)) == {NOT_APPLICABLE: 76}


def test_nothing_is_smaller_than_twelve_points_but_the_line_of_sources(nation):
    frames = [shape.text_frame for slide in opened(nation).slides for shape in shapes_of(slide)
              if shape.has_text_frame and not shape.name.startswith("source")]  # fmt: skip
    runs = [run for frame in frames for paragraph in frame.paragraphs for run in paragraph.runs]
    sizes = [run.font.size for run in runs if run.font.size]
    assert len(sizes) > 20
    assert min(sizes) >= Pt(12)


def test_a_long_table_stands_whole_in_the_appendix(nation, records):
    listed = build(records, "nation", DAY, Reader(), kinds=("workshops",)).slides[0].table
    presentation = opened(nation)
    slides = [
        s for s in presentation.slides if s.shapes.title.text_frame.text.startswith("จัดประชุมแล้ว 16 จาก 18")
    ]
    shown = sum(len(shape.table.rows) - 1 for slide in slides for shape in slide.shapes if shape.has_table)
    assert shown == len(listed.text) == 40
    titles = [slide.shapes.title.text_frame.text for slide in presentation.slides]
    assert titles.index("ภาคผนวก") < min(i for i, title in enumerate(titles) if "(1/" in title)


def test_no_slide_of_a_table_has_a_row_or_two(nation):
    for slide in opened(nation).slides:
        for shape in slide.shapes:
            if shape.has_table and re.search(r"\(\d+/\d+\)", slide.shapes.title.text_frame.text):
                assert len(shape.table.rows) - 1 >= 3, slide.shapes.title.text_frame.text


def test_the_mark_of_illustrative_data_is_a_badge_that_nothing_cuts(records):
    for scope in ("nation", GROUP, "33"):
        for lang in ("th", "en"):
            reader = Reader(lang, "be" if lang == "th" else "ce")
            story = build(records, scope, DAY, reader)
            made = opened(deck.render(story))
            badges = {
                slide.shapes.title.text_frame.text: one.text_frame.text
                for slide in made.slides for one in slide.shapes if one.name == "badge"
            }  # fmt: skip
            for slide in story.slides[1:]:
                if slide.documented is not None and slide.documented < 1:
                    assert slide.title in badges, slide.title
            assert not [said for said in badges.values() if "…" in said]


def test_every_slide_says_its_sources_with_links(nation):
    for slide in list(opened(nation).slides)[1:]:
        if slide.slide_layout.name != "Cover":
            line = next(shape for shape in slide.shapes if shape.name.startswith("source"))
            assert line.text_frame.text.startswith("ที่มา: ")
    linked = [run.hyperlink.address for slide in opened(nation).slides for shape in slide.shapes
              if shape.name.startswith("source") for run in shape.text_frame.paragraphs[0].runs
              if run.hyperlink.address]  # fmt: skip
    assert linked
    assert all(address.startswith("http") for address in linked)


def test_the_last_slide_leads_back_to_the_view(records):
    address = "https://sti.example/present?asof=2011-05-26&groups=2551-east"
    made = opened(deck.render(build(records, GROUP, DAY, Reader(), address=address)))
    last = list(made.slides)[-1]
    runs = [run for place in last.placeholders if place.has_text_frame
            for paragraph in place.text_frame.paragraphs for run in paragraph.runs]  # fmt: skip
    assert address in {run.hyperlink.address for run in runs}
    code = next(shape for shape in last.shapes if shape.name.split(" ")[0] == "qr")
    assert code.image.content_type == "image/png"
    assert address in code._element.xpath(".//*[local-name()='cNvPr']")[0].get("descr")


def test_the_file_says_what_it_is_and_how_wide(nation, records):
    about = opened(nation).core_properties
    assert "ทั้งประเทศ" in about.title
    assert "กระทรวง" in about.author
    assert about.language == "th-TH"
    assert about.created.date() == date.today()
    assert records.release in about.subject
    with zipfile.ZipFile(io.BytesIO(nation)) as package:
        said = package.read("ppt/presentation.xml").decode()
    assert re.search(r'<p:sldSz cx="12191\d+" cy="6858000"/>', said)


def test_the_same_story_gives_the_same_bytes(records, group):
    assert deck.render(build(records, GROUP, DAY, Reader())) == group


def test_the_template_is_what_its_script_makes():
    assert template.build() == template.TARGET.read_bytes()


def test_a_group_deck_stays_far_below_two_megabytes(group):
    assert len(group) < 2_000_000
