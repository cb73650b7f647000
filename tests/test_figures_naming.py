"""The names on a map: which, where, and that picture, slide, presentation and first picture have them all."""

import io
import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations

import pytest
from pptx import Presentation

from data.records import load
from exports import media
from exports.drawing import svg
from exports.drawing.axes import Box
from exports.drawing.outlines import sheet_of
from figures import drawn, naming
from figures.labels import text_width
from geo.boundaries import EXTENT
from locales import Reader
from measures.selection import Selection
from views.present import view as present_view

TH, EN = Reader("th", "be"), Reader("en", "ce")
VIEW = Selection(asof=date(2011, 5, 26))
GAPS = {"ชัยนาท", "ตราด", "บึงกาฬ", "พังงา", "พิจิตร", "มุกดาหาร", "ระนอง", "สตูล", "สมุทรสงคราม", "สิงห์บุรี",
        "หนองบัวลำภู", "อำนาจเจริญ", "อ่างทอง", "อุทัยธานี", "แม่ฮ่องสอน"}  # fmt: skip
NS = {"s": "http://www.w3.org/2000/svg"}


@pytest.fixture(scope="module")
def records():
    return load()


def placed(figure, width, height, size=naming.SIZE, taken=None):
    sheet = sheet_of(EXTENT, Box(0, 0, width, height))
    return naming.place(figure.naming, sheet.points, width, height, size, taken)


def box(name, size):
    wide = text_width(name.text, size)
    left = name.x - wide if name.anchor == "end" else name.x
    return left, name.y - size, left + wide, name.y


@pytest.mark.parametrize(("reader", "width", "height", "size"), [
    (TH, 585, 487, 12), (EN, 585, 487, 12), (TH, 360, 430, 12), (EN, 360, 430, 12), (EN, 780, 800, 16),
])  # fmt: skip
def test_what_is_missing_is_named_apart_and_inside(records, reader, width, height, size):
    names = placed(
        drawn.area_map(records, VIEW, reader), width, height, size, naming.inset_room(width, height, size)
    )
    assert len(names) == 15
    for one in names:
        left, top, right, bottom = box(one, size)
        assert left >= 0, one
        assert top >= 0, one
        assert right <= width, one
        assert bottom <= height, one
    for one, other in combinations([box(name, size) for name in names], 2):
        beside = one[0] >= other[2] or other[0] >= one[2]
        assert beside or abs(one[3] - other[3]) > size, (one, other)


def test_a_name_stands_on_the_side_of_its_area(records):
    names = {name.text: name.anchor for name in placed(drawn.area_map(records, VIEW, TH), 585, 487)}
    assert (names["แม่ฮ่องสอน"], names["อำนาจเจริญ"], names["ตราด"]) == ("end", "start", "start")


def test_a_picture_names_them_with_a_line_to_each(records):
    root = ET.fromstring(svg.of_figure(drawn.area_map(records, VIEW, TH), 585, 487))  # noqa: S314  our own text
    group = root.find(".//s:g[@class='names']", NS)
    assert {text.text for text in group.findall("./s:text[@data-name]", NS)} == GAPS
    assert len(group.findall("./s:line", NS)) == 15


def test_where_nothing_is_known_nothing_is_named_as_missing(records):
    figure = drawn.area_map(records, VIEW.but(evidence="documented"), TH)
    assert figure.naming.asked == ()


def test_groups_on_a_map_and_small_maps_have_no_names(records):
    assert drawn.area_map(records, VIEW.but(level="group"), TH).naming is None
    assert drawn.phase_maps(records, VIEW, TH).naming is None


def test_a_group_shown_close_names_all_its_provinces_and_its_neighbours(records):
    figure = drawn.stage_map(records, VIEW.but(groups=("2551-upper-central-2",)), TH)
    root = ET.fromstring(svg.of_figure(figure, 585, 487))  # noqa: S314  our own text
    said = {text.get("data-name"): text for text in root.iterfind(".//s:text[@data-name]", NS)}
    own = [code for code in said if float(said[code].get("font-size")) > 10]
    assert {said[code].text for code in own} == {"ชัยนาท", "ลพบุรี", "สิงห์บุรี", "อ่างทอง"}
    assert len(said) > len(own)


def test_slide_and_presentation_name_what_is_missing(records):
    content = media.make("deck", records, "nation", VIEW.asof, TH, kinds=["coverage_map"])
    slide = Presentation(io.BytesIO(content)).slides[0]
    group = next(shape for shape in slide.shapes if shape.name == "names")
    assert {shape.text_frame.text for shape in group.shapes if shape.has_text_frame} == GAPS
    assert sum(shape.name.startswith("line ") for shape in group.shapes) == 15
    shown = present_view.sections(records, "nation", VIEW.asof, TH, "all", ("coverage_map",))[0][1]
    texts = [trace.text for trace in shown.plot.data if trace.type == "scattergeo" and trace.mode == "text"]
    assert set(texts[0]) == GAPS
