"""Signing in with a real OpenID Connect provider: who may see what, what is written down, and a round of collection."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import oidc_provider_mock
import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from data.access.roles import Identity
from data.proposals import work
from data.proposals.ledger import Ledger
from data.proposals.merging import standing
from data.proposals.model import Document, Row
from data.proposals.work import Draft
from data.rounds.book import RoundBook
from data.rounds.standing import today
from data.store.audit import Audit
from data.store.store import Store
from tests.browser import harness
from tests.browser.test_browser_access import serious
from tests.desk_books import XLSX

pytestmark = pytest.mark.browser
LIMITED, EDITOR, STRANGER = "north@most.go.th", "editor@most.go.th", "stranger@example.org"
PHRAE, NAN, ALSO_NAN = "phrae@pcso.go.th", "nan@pcso.go.th", "office@nan.go.th"
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "only-for-this-test-{port}" # pragma: allowlist secret
client_id = "sti"
client_secret = "sti" # pragma: allowlist secret
server_metadata_url = "{provider}/.well-known/openid-configuration"

[access]
editors = ["editor@most.go.th"]
viewers = {{ "north@most.go.th" = ["2560-upper-north-1"], "@pcso.go.th" = ["*"], "@nan.go.th" = ["*"] }}
contributors = {{ "phrae@pcso.go.th" = ["54"], "nan@pcso.go.th" = ["55"], "office@nan.go.th" = ["55"] }}
"""


@pytest.fixture(scope="module")
def store_folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory, store_folder) -> Iterator[harness.Server]:
    """A dashboard whose readers must sign in."""
    users = [
        oidc_provider_mock.User(sub=email, claims={"email": email, "email_verified": True})
        for email in (LIMITED, EDITOR, STRANGER, PHRAE, NAN, ALSO_NAN)
    ]
    with oidc_provider_mock.run_server_in_thread(user_claims=users) as provider:
        port = harness.free_port()
        secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
        address = f"http://127.0.0.1:{provider.server_port}"
        secrets.write_text(SECRETS.format(port=port, provider=address), encoding="utf-8")
        env = {
            "STREAMLIT_SECRETS_FILES": str(secrets),
            "STI_STORE": str(store_folder),
            "NO_PROXY": "127.0.0.1",
        }
        with harness.serving(env=env, port=port) as running:
            yield running


def signed_in(browser: Browser, server: harness.Server, email: str) -> Page:
    page = harness.context(browser, saves=True).new_page()
    page.goto(server.url)
    expect(page.locator("h1")).to_have_text("โปรดลงชื่อเข้าใช้เพื่อดูข้อมูล", timeout=20_000)
    expect(page.locator("[data-testid=stPlotlyChart]")).to_have_count(0)
    page.get_by_role("button", name="ลงชื่อเข้าใช้").click()
    page.locator("input[name=sub]").fill(email)
    page.get_by_role("button", name=re.compile("authorize", re.IGNORECASE)).first.click()
    page.wait_for_url(f"{server.url}/**")
    return page


def test_each_reader_sees_what_their_address_allows(browser, guarded, store_folder):
    limited = signed_in(browser, guarded, LIMITED)
    expect(limited.locator("h1")).to_contain_text(re.compile("จาก 4 จังหวัด"), timeout=20_000)
    harness.settle(limited)
    harness.open_take(limited, "map")
    with limited.expect_download() as download:  # made outside of the session, after the page
        limited.locator(".st-key-map_csv button").click()
    told = download.value.path().read_text(encoding="utf-8-sig")
    assert [name for name in ("ลำปาง", "ลำพูน", "น่าน", "กระบี่") if name in told] == ["ลำปาง", "ลำพูน"]

    limited.get_by_role("button", name=f"ออกจากระบบ ({LIMITED})").click()
    expect(limited.locator("h1")).to_have_text("End Session", timeout=20_000)  # of the provider itself
    limited.goto(guarded.url)
    expect(limited.locator("h1")).to_have_text("โปรดลงชื่อเข้าใช้เพื่อดูข้อมูล", timeout=20_000)

    editor = signed_in(browser, guarded, EDITOR)
    expect(editor.locator("h1")).to_contain_text("จาก 76 จังหวัด", timeout=20_000)

    stranger = signed_in(browser, guarded, STRANGER)
    expect(stranger.locator("h1")).to_have_text("บัญชีนี้ยังไม่ได้รับสิทธิ์ดูข้อมูล", timeout=20_000)
    expect(stranger.locator("[data-testid=stPlotlyChart]")).to_have_count(0)

    lines = [(line["event"], line["who"]) for line in Audit(store_folder / "audit.log").lines()]
    assert lines == [
        ("seed", "facts + sample"), ("sign-in", LIMITED), ("sign-in", EDITOR), ("refusal", STRANGER),
    ]  # fmt: skip


def at(page: Page, server: harness.Server, path: str) -> Page:
    page.set_default_timeout(60_000)
    page.goto(server.url + path)
    harness.settle(page, timeout_ms=120_000)
    return page


def filled(path: Path) -> bytes:
    """Return the workbook of an area as its office fills it in."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    assert sheet.cell(2, 1).value == "แพร่"
    sheet.cell(2, header.index("วันที่รวบรวมความต้องการ") + 1, "๕ ม.ค. ๒๕๕๔")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_round_with_three_contributors_a_conflict_a_return_and_a_release(
    browser, guarded, store_folder, tmp_path
):
    editor = at(signed_in(browser, guarded, EDITOR), guarded, "/data?part=rounds&lang=th")
    editor.locator(".st-key-round_title input").fill("แผน วทน. ปี 2570")
    for name in ("แพร่", "น่าน"):
        editor.locator(".st-key-round_areas input").fill(name)
        editor.get_by_role("option", name=name, exact=True).click()
    editor.keyboard.press("Escape")
    editor.locator(".st-key-round_open_button button").click()
    editor.get_by_text("เปิดรอบ “แผน วทน. ปี 2570” แล้ว ขอข้อมูลจาก 2 จังหวัด").wait_for()
    harness.settle(editor, timeout_ms=120_000)
    assert serious(editor) == []
    one = RoundBook(Store(store_folder)).running()[0]
    harness.open_take(editor, f"round_map_{one.round_id}")
    with editor.expect_download() as table:
        editor.locator(f".st-key-round_map_{one.round_id}_csv button").click()
    # Who has answered is known today, not on the day that the dashboard is set to.
    assert table.value.suggested_filename == f"sti-round-{today().isoformat()}-th.csv"
    editor.keyboard.press("Escape")

    phrae = at(
        signed_in(browser, guarded, PHRAE), guarded, "/data?part=rounds&lang=th"
    )  # by mouse, with the workbook
    assert phrae.locator("h4").all_inner_texts() == ["แพร่ รอคำตอบ"]
    with phrae.expect_download() as book:
        phrae.locator("[class*=st-key-book_] button").click()
    book.value.save_as(tmp_path / "book.xlsx")
    phrae.locator("[class*=st-key-send_] summary").click()
    file = {"name": "แพร่.xlsx", "mimeType": XLSX, "buffer": filled(tmp_path / "book.xlsx")}
    phrae.locator("[class*=st-key-file_] input[type=file]").set_input_files(file)
    phrae.locator("[class*=st-key-title_] input").fill("หนังสือที่ พร 0017/1")
    phrae.locator("[class*=st-key-go_] button").click()
    phrae.get_by_text("ส่งแล้ว 1 รายการ").wait_for(timeout=120_000)

    # By keyboard, in the form of the area's page, which a link opens at the province's plan.
    nan = at(signed_in(browser, guarded, NAN), guarded, "/area?area=55&lang=th&row=amend|plans|")
    nan.get_by_role("dialog").get_by_label("วันที่ยกร่างแผน").focus()
    nan.keyboard.type("1 มี.ค. 2554")
    nan.get_by_role("dialog").get_by_label("ชื่อเอกสาร").focus()
    nan.keyboard.type("หนังสือที่ นน 0017/1")
    nan.get_by_role("dialog").get_by_label("เหตุผล").focus()
    nan.keyboard.type("ตามหนังสือจังหวัด")
    nan.locator(".st-key-amend_send button").focus()
    nan.keyboard.press("Enter")
    nan.get_by_text("ส่งแล้ว ผู้แก้ไขข้อมูลจะพิจารณา").wait_for()

    store = Store(store_folder)
    ledger, records = Ledger(store), store.records()
    plan = str(records.plans.set_index("province_code").loc["55", "plan_id"])
    row = Row(
        "plans",
        standing("plans", plan, records),
        {"plan_id": plan, "province_code": "55", "drafted_on": "2011-03-02"},
    )
    [one] = RoundBook(store).running()
    draft = Draft("ตามบันทึก", (row,), document=Document(title="บันทึก"), round_id=one.round_id)
    other = work.send(ledger, draft, Identity("reader", ALSO_NAN, None, ("55",)), records)
    assert [proposal.author for proposal in other.others] == [NAN]

    at(editor, guarded, "/data?part=proposals&lang=th")
    expect(editor.get_by_text("มีข้อเสนออื่นในรายการเดียวกัน")).to_have_count(2)
    word = f"word_{other.proposal_id}"
    editor.locator(f".st-key-{word} input").fill("วันที่ไม่ตรงกับหนังสือ")
    editor.locator(f".st-key-{word} input").press("Tab")
    harness.settle(editor, timeout_ms=120_000)
    editor.locator(f".st-key-back_{word} button").click()
    editor.get_by_text("ส่งถึงผู้เสนอแล้ว").wait_for()

    also = at(signed_in(browser, guarded, ALSO_NAN), guarded, "/data?part=rounds&lang=th")
    assert also.locator("h4").all_inner_texts() == ["น่าน ส่งคืนให้แก้ไข"]
    also.get_by_text("วันที่ไม่ตรงกับหนังสือ").wait_for()
    at(also, guarded, "/data?part=proposals&lang=th")
    also.locator(f".st-key-change_{other.proposal_id} summary").click()
    also.get_by_label("วันที่ยกร่างแผน").fill("1 มี.ค. 2554")
    also.locator(f".st-key-change_send_{other.proposal_id} button").click()
    also.get_by_text("ส่งแล้ว ผู้แก้ไขข้อมูลจะพิจารณา").wait_for()

    at(editor, guarded, "/data?part=rounds&lang=th")
    editor.get_by_text("ตอบแล้ว 2 จาก 2 จังหวัด").first.wait_for()
    at(editor, guarded, "/data?part=proposals&lang=th")
    for proposal in ledger.waiting():
        editor.locator(f".st-key-choose_{proposal.proposal_id} label").click()
        harness.settle(editor, timeout_ms=120_000)
    editor.locator(".st-key-accept_note input").fill("รอบแผน 2570")
    editor.locator(".st-key-accept_button button").click()
    editor.get_by_text("รับแล้ว 3 ข้อเสนอ").wait_for()
    release = store.current()
    assert (release.number, release.author, len(release.proposals)) == (2, EDITOR, 3)
    plans = store.records().plans.set_index("province_code").loc[["54", "55"]]
    assert list(plans["evidence"]) == ["documented", "documented"]
    assert (str(plans.loc["54", "needs_collected_on"].date()), str(plans.loc["55", "drafted_on"].date())) == (
        "2011-01-05", "2011-03-01",
    )  # fmt: skip


def test_a_limited_reader_doubts_a_value_and_an_editor_answers_and_corrects_it(
    browser, guarded, store_folder
):
    store = Store(store_folder)
    key = str(store.records().plans.set_index("province_code").loc["52", "plan_id"])
    limited = at(signed_in(browser, guarded, LIMITED), guarded, "/area?area=52&lang=th")
    limited.locator(".sti-behind summary").click()
    limited.get_by_role("link", name="ฉันสงสัยค่านี้: วันที่อนุมัติแผน").click()
    limited.get_by_role("dialog").wait_for()
    harness.settle(limited)
    limited.locator(".st-key-doubt_why textarea").fill("หนังสือจังหวัดระบุวันอื่น")
    limited.locator(".st-key-doubt_send button").click()
    expect(limited.locator(".sti-doubt.open")).to_have_count(1)
    limited.goto(f"{guarded.url}/area?area=10&lang=th&doubt=plans|{key}|approved_on&release=000000000000")
    expect(limited.locator("h1")).to_contain_text("ไม่พบข้อมูลรุ่น")  # the same words for a limited reader

    editor = at(signed_in(browser, guarded, EDITOR), guarded, "/data?part=doubts&lang=th")
    expect(editor.get_by_text("หนังสือจังหวัดระบุวันอื่น")).to_be_visible()
    expect(editor.get_by_text(LIMITED)).to_be_visible()
    editor.get_by_label("คำตอบ").fill("กำลังตรวจ")
    editor.get_by_role("button", name="ตอบ", exact=True).click()
    expect(editor.get_by_text("คำตอบ: กำลังตรวจ")).to_be_visible()
    records, ledger, who = store.records(), Ledger(store), Identity("editor", EDITOR)
    row = standing("plans", key, records)
    after = {name: row[name] for name in ("plan_id", "province_code")} | {"approved_on": "2013-05-01"}
    letter = Document(title="หนังสือที่ ลป 0017/1")
    sent = work.send(ledger, Draft("ตามหนังสือ", (Row("plans", row, after),), ("52",), letter), who, records)
    made = work.accept(ledger, [sent.proposal_id], who, "ตามหนังสือ")
    limited.goto(f"{guarded.url}/data?part=doubts&lang=th")
    expect(limited.get_by_text(f"แก้ไขแล้วในรุ่นที่ {made.number}")).to_be_visible(timeout=20_000)
    doubted = limited.locator("[class*='st-key-doubt_']")  # above it stands who published the release
    expect(doubted.get_by_text(EDITOR)).to_have_count(1)  # who answered; nobody else is named to a reader
