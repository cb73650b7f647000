"""Deck and workbook, opened by another program: LibreOffice prints them, poppler turns the pages into pictures."""

import io
import shutil
import subprocess
import unicodedata
from datetime import date

import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from data.records import load
from exports.deck import deck
from exports.story.story import build
from exports.workbook import workbook
from locales import Reader

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftoppm") is None,
    reason="needs LibreOffice and poppler",
)
REACHED, MISSING = (18, 97, 111), (242, 153, 74)  # the colours of the map on the screen


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The nation's deck and workbook, printed by one LibreOffice; the deck itself to compare with."""
    folder = tmp_path_factory.mktemp("opened")
    told = build(load(), "nation", date(2011, 5, 26), Reader())
    made = deck.render(told)
    (folder / "deck.pptx").write_bytes(made)
    (folder / "book.xlsx").write_bytes(workbook.render(told))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder), str(folder / "deck.pptx"), str(folder / "book.xlsx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder, Presentation(io.BytesIO(made))


def letters(text):
    """Return a text without space, sara aa and marks above and below: those the printer's own mapping confuses."""
    text = text.replace("\u0e33", "").replace("\u0e32", "")
    return "".join(one for one in text if not one.isspace() and unicodedata.category(one) not in ("Mn", "Cc"))


def text_of(path, page=None):
    pages = PdfReader(path).pages
    kept = pages if page is None else [pages[page]]
    return letters("".join(one.extract_text() for one in kept))


def picture(path, page):
    """Return one page as a picture of about 1000 pixels."""
    command = ["pdftoppm", "-png", "-r", "75", "-f", str(page), "-l", str(page), str(path)]
    content = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
    return Image.open(io.BytesIO(content)).convert("RGB")


def share(image, colour):
    """Return the share of an image that has about this colour."""
    near = sum(
        n
        for n, pixel in image.getcolors(1 << 24)
        if max(abs(a - b) for a, b in zip(pixel, colour, strict=True)) < 10
    )
    return near / (image.width * image.height)


def test_every_slide_is_printed_and_none_is_blank(printed):
    folder, made = printed
    path = folder / "deck.pdf"
    assert len(PdfReader(path).pages) == len(made.slides)
    for number in range(1, len(made.slides) + 1):
        page = picture(path, number)
        assert abs(page.width / page.height - 16 / 9) < 0.01
        assert 0.002 < 1 - share(page, (255, 255, 255)) < 0.9


def test_the_printed_slides_say_what_was_meant_in_thai(printed):
    folder, made = printed
    told = [slide.shapes.title.text_frame.text for slide in made.slides]
    for number, title in enumerate(told):
        assert letters(title) in text_of(folder / "deck.pdf", number)
    assert letters("61 จาก 76") in text_of(folder / "deck.pdf", 1)


def test_the_printed_map_has_the_colours_of_the_screen(printed):
    folder, _ = printed
    page = picture(folder / "deck.pdf", 3)
    own = page.crop((0, 0, page.width * 2 // 5, page.height))
    assert share(own, REACHED) > 0.05
    assert share(own, MISSING) > 0.005


def test_the_workbook_is_printed_with_its_numbers_and_charts(printed):
    folder, _ = printed
    path = folder / "book.pdf"
    said = text_of(path)
    for word in ("ขอบเขต", "จังหวัดที่มีผู้แทนกระทรวงฯ", "เพื่อพิจารณาตัดสินใจ", "2554"):
        assert letters(word) in said
    assert "#####" not in said  # a column that is too narrow for its numbers
    assert "Err:" not in said
    assert "#NAME" not in said
    coloured = [share(picture(path, number), REACHED) for number in range(1, len(PdfReader(path).pages) + 1)]
    assert max(coloured) > 0.005  # a chart with its bars
