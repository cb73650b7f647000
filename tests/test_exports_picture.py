"""Pictures of figures read back: what they show, what they are and where they come from, without a browser."""

import hashlib
import io
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

import pytest
from PIL import Image

from data import records as data_records
from data.records import Records
from exports.drawing import lettering, picture
from exports.drawing.picture import Framing
from figures import drawn
from figures.figure import Figure
from figures.tokens import DARK, LIGHT
from locales import Reader
from measures.selection import Selection

TH, EN = Reader("th", "be"), Reader("en", "ce")
VIEW = Selection(asof=date(2011, 5, 26))
LINK = "https://sti.example/coverage?asof=2011-05-26"
TEXT = "{http://www.w3.org/2000/svg}text"


@cache
def records() -> Records:
    return data_records.load()


@cache
def figures(reader: Reader) -> dict[str, Figure]:
    made = [
        drawn.area_map(records(), VIEW, reader),
        drawn.group_ranking(records(), VIEW, reader, False),
        drawn.group_ranking(records(), VIEW.but(measure="allocated"), reader, False),
        drawn.phase_maps(records(), VIEW, reader),
        drawn.progress(records(), VIEW, reader, False),
        drawn.full_timeline(records(), VIEW, reader, False),
        drawn.growth(records(), VIEW, reader, False),
        drawn.steps_by_year(records(), VIEW, reader),
        drawn.roles(records(), VIEW, reader),
        drawn.participants(records(), VIEW, reader),
    ]
    return {figure.name: figure for figure in made}


def framed(figure: Figure, reader: Reader, **more: object) -> Framing:
    said = picture.cited(records(), figure.sources, reader)
    return Framing(reader, VIEW.asof, records().release, LINK, said, **more)  # type: ignore[arg-type]


def texts(figure: Figure, framing: Framing) -> list[str]:
    root = ET.fromstring(picture.svg(figure, framing))  # noqa: S314  our own text
    return ["".join(one.itertext()) for one in root.iter(TEXT)]


@pytest.mark.parametrize("reader", [TH, EN], ids=["th", "en"])
def test_every_picture_says_what_it_is_and_where_it_comes_from(reader: Reader) -> None:
    for name, figure in figures(reader).items():
        said = texts(figure, framed(figure, reader))
        whole = "".join(said).replace(" ", "")
        assert figure.title.replace(" ", "") in whole, name
        assert figure.subtitle.replace(" ", "") in whole, name
        assert LINK in said, name
        assert any(reader.date(VIEW.asof) in line for line in said), name
        assert any(records().release in line for line in said), name
        for item in figure.legend:
            assert any(line.startswith(item.label) for line in said), (name, item.label)


def test_the_mark_of_illustrative_data_is_a_badge_in_every_picture_that_rests_on_it() -> None:
    for name, figure in figures(TH).items():
        assert figure.documented is not None, name
        drawing = picture.svg(figure, framed(figure, TH))
        assert (LIGHT.note_paper in drawing) == (figure.documented < 1), name


@pytest.mark.parametrize(("shape", "size"), [("wide", (3200, 1800)), ("square", (2400, 2400))])
def test_a_png_has_its_size_paper_and_badge(shape: str, size: tuple[int, int]) -> None:
    for reader, sheet in ((TH, LIGHT), (replace(TH, dark=True), DARK)):
        figure = drawn.area_map(records(), VIEW, reader)
        with Image.open(io.BytesIO(picture.png(figure, framed(figure, reader, shape=shape)))) as made:
            assert made.size == size
            pixels = made.convert("RGB")
        assert pixels.getpixel((2, 2)) == tuple(bytes.fromhex(sheet.paper[1:]))
        found = {colour for _, colour in pixels.getcolors(1 << 24) or ()}
        assert tuple(bytes.fromhex(sheet.note_paper[1:])) in found
        assert tuple(bytes.fromhex(sheet.missing[1:])) in found


def test_the_screens_typeface_is_inside() -> None:
    figure = drawn.area_map(records(), VIEW, TH)
    drawing = picture.svg(figure, framed(figure, TH))
    assert 'font-family:"IBM Plex Sans Thai"' in drawing
    assert drawing.count("url(data:font/woff2;base64,") == 4
    assert "http://" not in drawing.replace("http://www.w3.org/2000/svg", "")


def test_a_picture_is_named_by_its_figure_and_day() -> None:
    figure = drawn.area_map(records(), VIEW, TH)
    assert picture.file_name(figure, framed(figure, TH), "png") == "sti-map-coverage-2011-05-26-th.png"
    dark = framed(figure, replace(EN, dark=True), shape="square")
    assert picture.file_name(figure, dark, "svg") == "sti-map-coverage-2011-05-26-en-square-dark.svg"


def test_no_text_of_the_frame_lies_over_another_or_leaves_the_picture() -> None:
    for reader in (TH, EN):
        for shape, (width, height) in (("wide", (1600, 900)), ("square", (1200, 1200))):
            for name, figure in figures(reader).items():
                page = picture.page_of(figure, framed(figure, reader, shape=shape))
                rows = sorted(page.texts, key=lambda place: (place.y, place.x))
                for place in rows:
                    ends = lettering.width(place.text, place.size, place.role == "title")
                    assert place.anchor == "end" or place.x + ends <= width - 40, (name, place)
                    assert 0 < place.y < height, (name, place)
                for one, other in pairwise(rows):
                    assert other.y - one.y >= 0.9 * min(one.size, other.size) or other.anchor == "end", (
                        name,
                        one,
                    )
                x, y, across, down = page.plot
                assert y + down <= page.rule + 1, name
                assert x + across <= width, name
                assert down > 0.4 * height, (name, down)


def test_thai_lines_end_between_phrases_and_never_inside_a_word_of_ours() -> None:
    said = "15 จังหวัดยังไม่มีผู้แทนกระทรวงฯ ในกลุ่มจังหวัดภาคเหนือตอนบน 2 วงเงิน 316.0 ล้านบาท ณ วันที่ 26 พ.ค. 2554"
    for room in range(160, 900, 20):
        lines = lettering.lines(said, 30, room)
        assert "".join(lines).replace(" ", "") == said.replace(" ", "")
        for word in ("กลุ่มจังหวัด", "ล้านบาท", "26 พ.ค. 2554"):
            assert any(word in line for line in lines), (room, lines)


def test_a_drawing_spells_sara_am_so_that_the_renderer_sets_it() -> None:
    assert picture._shapable("สำนักน้ำประจำ") == "สํานักนํ้าประจํา"


def test_the_typeface_is_as_its_sidecars_say() -> None:
    for path in sorted(lettering.FONTS.glob("*.ttf")):
        said = tomllib.loads(path.with_name(f"{path.name}.meta.toml").read_text(encoding="utf-8"))
        assert hashlib.sha256(path.read_bytes()).hexdigest() == said["sha256"]
