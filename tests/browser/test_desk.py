"""The desk in a real browser: a faulty workbook, its problem in Thai, the mended file, publishing, and the way back."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pytest
from conftest import Reader
from playwright.sync_api import Browser, Page

from tests.browser import harness
from tests.browser.test_browser_access import fits, serious, tab_to
from tests.desk_books import FAULTY, XLSX, workbook

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[harness.Server]:
    """A server on a store of its own, so that what is published here is seen by no other test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STI_STORE", str(tmp_path_factory.mktemp("desk") / "store"))
        with harness.serving() as running:
            yield running


@pytest.fixture
def officer(browser: Browser, own: harness.Server) -> Iterator[Reader]:
    """Somebody at the desk, whose pages stay on this host and complain about nothing."""
    somebody = Reader(browser, own)
    yield somebody
    assert somebody.leave() == []


def drop(page: Page, key: str, name: str, content: bytes) -> None:
    """Drop a file on the uploader with this key and wait for what comes of it."""
    file = {"name": name, "mimeType": XLSX, "buffer": content}
    page.locator(f".st-key-{key} input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.locator(".st-key-desk_file_line", has_text=name).wait_for(timeout=120_000)
    harness.settle(page, timeout_ms=120_000)


def go_on(page: Page, step: str, key: str = "desk_on") -> None:
    """Press a button with the keyboard and wait for the step it leads to."""
    page.locator(f".st-key-{key} button").focus()
    page.keyboard.press("Enter")
    page.locator(".sti-steps li[aria-current]", has_text=step).wait_for()
    harness.settle(page)


def mended(path: Path) -> bytes:
    """Return the marked workbook with its one faulty day put right, as an officer would in a spreadsheet."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    marked = [cell for row in sheet.iter_rows() for cell in row if cell.comment and cell.row > 2]
    assert [(cell.coordinate, cell.value) for cell in marked] == [("D3", "31/02/2554")]
    assert "ไม่ใช่วันที่" in marked[0].comment.text
    marked[0].value = "28/02/2554"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def comes_to(page: Page, text: str) -> None:
    """Reload at each new release until the headline says it: readers keep the old one until the new is worked out."""
    address, shown = urlsplit(page.url), None
    for _ in range(480):
        if text in page.locator("h1").inner_text():
            return
        served = harness.asked(page, f"{address.scheme}://{address.netloc}/api/version").json()["release"]
        if served == shown:
            page.wait_for_timeout(500)
        else:
            shown = served
            page.reload()
            harness.settle(page, timeout_ms=120_000)
    raise AssertionError(f"never {text}: {page.locator('h1').inner_text()}")


def test_a_faulty_workbook_is_mended_published_and_undone(officer: Reader, tmp_path: Path) -> None:
    page = officer.open("/data?part=bring")
    drop(page, "desk_file", "ผู้แทน.xlsx", workbook(FAULTY))
    go_on(page, "ตรวจข้อมูล")
    problem = page.locator(".sti-problems tbody tr").first.inner_text()
    assert "31/02/2554" in problem
    assert "ไม่ใช่วันที่ที่มีอยู่จริง" in problem
    assert serious(page) == []

    with page.expect_download(timeout=120_000) as download:  # made in a process of its own
        page.locator(".st-key-desk_corrected_file button").click()
    assert download.value.suggested_filename == "ผู้แทน-ตรวจแล้ว.xlsx"
    download.value.save_as(tmp_path / "marked.xlsx")
    drop(page, "desk_again", "ผู้แทน-แก้แล้ว.xlsx", mended(tmp_path / "marked.xlsx"))
    assert "ไม่พบข้อผิดพลาด" in page.locator("[data-testid=stMain]").inner_text()

    go_on(page, "ผลที่จะเปลี่ยน")
    page.locator(".st-key-desk_mode label", has_text="รวมกับของเดิม").click()
    page.locator("#headline li", has_text="เดิม 61 จาก 76").wait_for(timeout=60_000)
    harness.settle(page)
    assert "62 จาก 76" in page.locator("#headline li").first.inner_text()
    assert serious(page) == []

    go_on(page, "เผยแพร่")
    page.locator(".st-key-publish_title input").fill("คำสั่งแต่งตั้งผู้แทน")
    page.locator(".st-key-publish_note textarea").fill("ปรับปรุงตามคำสั่ง")
    page.locator(".st-key-publish_button button").click()
    page.locator(".st-key-desk_undo button").wait_for()
    harness.settle(page)
    assert "รุ่นที่ 2" in page.locator("h1").inner_text()
    other = officer.open("/")  # another reader, who has just come
    comes_to(other, "62 จาก 76")

    page.locator(".st-key-desk_undo button").click()
    page.locator("h1", has_text="รุ่นที่ 3").wait_for()
    comes_to(other, "61 จาก 76")


@pytest.mark.parametrize("part", ["bring", "quality", "take", "history", "programs"])
def test_a_part_of_the_desk_has_no_serious_flaw_and_fits_a_phone(part: str, officer: Reader) -> None:
    page = officer.open(f"/data?part={part}&lang=en", dark=part == "quality")
    assert serious(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    harness.settle(page, quiet_ms=600)
    fits(page)


def test_the_parts_are_reached_and_changed_with_the_keyboard(officer: Reader) -> None:
    page = officer.open("/data")
    tab_to(page, "part")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**part=bring*")
    harness.settle(page)
    tab_to(page, "desk_file")


def asked(server: harness.Server, key: str) -> int:
    """Return the status of the read interface for whoever brings a key."""
    told = {"Authorization": f"Bearer {key}"}
    request = urllib.request.Request(f"{server.url}/api/v1/groups", headers=told)  # noqa: S310
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_key_that_an_editor_issues_opens_the_interface_until_it_is_revoked(
    officer: Reader, own: harness.Server
) -> None:
    page = officer.open("/data?part=programs&lang=th")
    page.locator(".st-key-keys_name input").fill("เว็บไซต์กระทรวง")
    page.locator(".st-key-keys_issue_button button").click()
    key = page.locator("[data-testid=stCode] code").inner_text().strip()
    harness.settle(page)
    assert asked(own, key) == 200
    page.locator(".st-key-keys_which input").focus()
    page.keyboard.press("ArrowDown")  # opens the list, on its first entry
    page.locator("[role=option]", has_text="เว็บไซต์กระทรวง").wait_for()
    page.keyboard.press("Enter")
    page.locator(".st-key-keys_revoke_button button").click()
    page.get_by_text("เพิกถอนกุญแจ เว็บไซต์กระทรวง แล้ว").wait_for()
    harness.settle(page)
    assert asked(own, key) == 401
    assert key.rpartition("_")[2] not in page.content()  # nobody is shown it again


TABLE = """<table><tr><th>รหัสผู้แทน</th><th>สถาบันเครือข่าย</th><th>จังหวัด</th><th>วันที่แต่งตั้ง</th></tr>
<tr><td>rep-49-2554</td><td>nu</td><td>มุกดาหาร</td><td>๑ ต.ค. ๒๕๕๓</td></tr></table>"""


def test_a_table_copied_from_a_web_page_is_pasted_and_read_with_the_keyboard(officer: Reader) -> None:
    page = officer.open("/data?part=bring")
    other = page.context.new_page()  # a table of somebody's web page, copied as everybody does
    other.set_content(TABLE)
    other.keyboard.press("Control+A")
    other.keyboard.press("Control+C")
    other.close()
    page.bring_to_front()
    page.locator(".st-key-desk_file_paste summary").focus()
    page.keyboard.press("Enter")
    text = page.locator(".st-key-desk_file_text textarea")
    text.focus()
    page.keyboard.press("Control+V")
    assert "มุกดาหาร\t๑ ต.ค. ๒๕๕๓" in text.input_value()
    page.locator(".st-key-desk_file_paste_read button").focus()
    page.keyboard.press("Enter")
    page.locator(".sti-steps li[aria-current]", has_text="ระบบเข้าใจว่า").wait_for(timeout=120_000)
    harness.settle(page, timeout_ms=120_000)
    understood = page.locator("[data-testid=stMain]").inner_text()
    assert all(name in understood for name in ("institution_code", "province_code", "appointed_on"))
    go_on(page, "ตรวจข้อมูล")
    assert "ไม่พบข้อผิดพลาด" in page.locator("[data-testid=stMain]").inner_text()
