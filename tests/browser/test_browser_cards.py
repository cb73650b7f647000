"""What a reader can do with a figure: read its table, take it away, link to it, click on it."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import OpenPage
from PIL import Image
from playwright.sync_api import Page, expect

from tests.browser import harness

pytestmark = pytest.mark.browser
COVERED = "มีผู้แทน"
# The middle of the province with the largest box.
LARGEST = """() => {
  const boxes = [...document.querySelector('.st-key-map g.choropleth').querySelectorAll('path')]
    .map((path) => path.getBoundingClientRect()).sort((a, b) => b.height * b.width - a.height * a.width);
  return [boxes[0].x + boxes[0].width / 2, boxes[0].y + boxes[0].height / 2];
}"""


def open_table(page: Page, key: str = "map") -> list[list[str]]:
    """Open a figure's table twin and return its cells, headings first."""
    page.locator(f".st-key-{key}_table_open label").click()
    harness.settle(page)
    rows = page.locator(f".st-key-{key}_table table tr").all()
    return [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows]


def download(page: Page, key: str = "map") -> tuple[str, bytes]:
    """Take a figure's CSV and return its file name and bytes."""
    harness.open_take(page, key)
    with page.expect_download() as waiting:
        page.locator(f".st-key-{key}_csv button").click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_the_sentence_and_the_table_of_the_map_say_the_same_number(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    sentence = page.locator("h1").inner_text()
    assert re.search(r"61\s*จาก\s*76", sentence)
    rows = open_table(page)
    assert len(rows) == 1 + 77
    assert sum(COVERED in row for row in rows) == 61


def test_a_csv_opens_in_a_spreadsheet_and_holds_the_numbers_of_the_map(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    name, content = download(page)
    assert re.fullmatch(r"sti-map-coverage-2011-05-26-th\.csv", name)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[0][:5] == ["ข้อมูลรุ่น", "วันที่เลือก (ISO 8601)", "ตัวกรอง", "ที่อยู่ของหน้า", "จังหวัด"]
    assert rows[0][-2:] == ["evidence", "source_id"]
    assert len(rows) == 1 + 77  # nothing stands under the rows
    assert sum(COVERED in row for row in rows) == 61
    assert "กรุงเทพมหานคร" in {row[4] for row in rows}
    assert {urlsplit(row[3]).path for row in rows[1:]} == {"/coverage"}


def test_the_csv_in_english_has_english_headings(open_page: OpenPage) -> None:
    page = open_page("/coverage?lang=en")
    _, content = download(page)
    assert (
        content.decode("utf-8-sig")
        .splitlines()[0]
        .startswith("Data release,Day chosen (ISO 8601),Filters,Address of the view,Province,")
    )


def test_a_picture_of_the_map_is_framed_and_named_by_its_day(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    harness.open_take(page, "map")
    with page.expect_download() as waiting:
        page.locator(".st-key-map_png button").click()
    assert waiting.value.suggested_filename == "sti-map-coverage-2011-05-26-th.png"
    with Image.open(waiting.value.path()) as picture:
        assert picture.size == (3200, 1800)
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24)}
    assert (255, 244, 229) in colours  # the badge
    assert picture.mode in ("RGB", "RGBA", "P")


def test_a_picture_and_a_table_go_to_the_clipboard(open_page: OpenPage) -> None:
    page = open_page("/coverage")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    harness.open_take(page, "map")
    page.locator("[data-copy-picture='map_picture']").click()
    page.locator("[data-copy-picture]", has_text="คัดลอกแล้ว").wait_for()
    kinds = page.evaluate("navigator.clipboard.read().then((all) => all.flatMap((one) => one.types))")
    assert kinds == ["image/png"]
    page.locator("[data-what=table]").click()
    page.locator("[data-what=table]", has_text="คัดลอกแล้ว").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0] == "15 จังหวัดยังไม่มีผู้แทน"
    assert "\t" in copied


def test_a_figures_link_is_copied_and_leads_to_the_figure(open_page: OpenPage) -> None:
    page = open_page("/?asof=2009-06-30")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-copy='map']").click()
    page.wait_for_function(
        "() => [...document.querySelectorAll('[data-copy]')].some((b) => b.textContent === 'คัดลอกแล้ว')"
    )
    link = page.evaluate("navigator.clipboard.readText()")
    assert urlsplit(link).fragment == "map"
    assert parse_qs(urlsplit(link).query)["asof"] == ["2009-06-30"]


def test_a_link_to_a_figure_scrolls_to_it(open_page: OpenPage) -> None:
    page = open_page("/coverage#map", height=500)
    page.wait_for_function(
        "() => Math.abs(document.querySelector('.st-key-card_map').getBoundingClientRect().top) < 100"
    )


@pytest.mark.parametrize("path", ["/", "/coverage"])
def test_a_click_on_a_province_sets_the_visible_control_and_the_address(
    path: str, open_page: OpenPage
) -> None:
    page = open_page(path)
    largest = page.evaluate(LARGEST)
    page.mouse.move(*largest)
    page.wait_for_timeout(150)
    page.mouse.click(*largest)
    page.wait_for_url("**area=*")
    page.locator(".st-key-place [data-tag]").wait_for()
    harness.settle(page)
    assert re.fullmatch(r"[1-9]\d", parse_qs(urlsplit(page.url).query)["area"][0])
    expect(page.locator(".st-key-place [data-tag]")).to_have_count(1)
