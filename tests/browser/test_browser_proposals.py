"""A correction on an area's page, what is refused, and the queue of an editor, in a real browser."""

from collections.abc import Iterator

import pytest
from conftest import Reader
from playwright.sync_api import Browser, Page, expect

from data.access.roles import Identity
from data.proposals import work
from data.proposals.ledger import Ledger
from data.proposals.merging import standing
from data.proposals.model import Document, Row
from data.proposals.work import Draft
from data.store import keeping
from data.store.releases import Release
from data.store.store import Store
from tests.browser import harness
from tests.browser.test_browser_access import fits, serious

pytestmark = pytest.mark.browser
CLINIC = Identity("reader", "clinic@cmru.ac.th", None, ("*",))


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[harness.Server, Store]]:
    """A server on a store of its own."""
    root = tmp_path_factory.mktemp("proposals") / "store"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STI_STORE", str(root))
        with harness.serving() as running:
            yield running, Store(root)


@pytest.fixture
def editor(browser: Browser, own: tuple[harness.Server, Store]) -> Iterator[Reader]:
    """Somebody at this machine, whose pages stay on this host and complain about nothing."""
    somebody = Reader(browser, own[0])
    yield somebody
    assert somebody.leave() == []


def choose(page: Page, key: str, option: str) -> None:
    """Choose from a list by mouse."""
    page.locator(f".st-key-{key} input").click()
    page.get_by_role("option", name=option).first.click()
    harness.settle(page)


def test_a_plan_is_corrected_on_the_areas_page_and_its_history_tells_it(
    editor: Reader, own: tuple[harness.Server, Store]
) -> None:
    store = own[1]
    key = str(store.records().plans.set_index("province_code").loc["50", "plan_id"])
    page = editor.open("/area?area=50&lang=th")
    page.locator(".st-key-amend_open button").click()
    dialog = page.get_by_role("dialog")
    choose(page, "amend_table", "แผนพัฒนาจังหวัดด้วย วทน.")
    choose(page, "amend_row_plans", key)
    day = dialog.get_by_label("วันที่อนุมัติแผน")
    assert day.input_value() == ""  # what is illustrative is not made documented by leaving it
    day.fill("เร็ว ๆ นี้")
    send = dialog.locator(".st-key-amend_send button")
    send.click()
    dialog.get_by_text("อ่าน “เร็ว ๆ นี้” เป็นวันที่ไม่ได้").wait_for()
    day.fill("๑ พ.ค. ๒๕๕๖")
    dialog.get_by_label("เหตุผล").fill("ตามหนังสือจังหวัด")
    send.click()
    dialog.get_by_text("โปรดระบุเอกสารที่ใช้อ้างอิง").wait_for()
    assert serious(page) == []
    dialog.get_by_label("ชื่อเอกสาร").fill("หนังสือที่ ชม 0017/1")
    send.click()
    page.get_by_text("เผยแพร่แล้ว เป็นข้อมูลรุ่นที่ 2").wait_for()
    row = store.records().plans.set_index("plan_id").loc[key]
    assert (str(row["approved_on"].date()), row["evidence"]) == ("2013-05-01", "documented")
    page = editor.open(f"/data?part=history&row=plans|{key}&lang=th", width=390, height=844)
    page.get_by_text("→ 1 พ.ค. 2556").wait_for()
    page.get_by_text("หนังสือที่ ชม 0017/1").first.wait_for()
    fits(page)


def test_an_editor_takes_a_proposal_by_mouse_and_returns_the_other(
    editor: Reader, own: tuple[harness.Server, Store]
) -> None:
    store = own[1]
    records, names = store.records(), []
    for at, day in ((7, "2013-05-01"), (7, "2013-06-01")):
        plan = records.plans.iloc[at]
        before = standing("plans", plan["plan_id"], records)
        after = {name: before[name] for name in ("plan_id", "province_code")} | {"approved_on": day}
        letter = Document(title="หนังสือ 0017/2")
        file = ("หนังสือ.pdf", b"%PDF-1.7 x")
        draft = Draft(f"วันที่ {day}", (Row("plans", before, after),), document=letter, attachment=file)
        names.append(work.send(Ledger(store), draft, CLINIC, records).proposal_id)
    page = editor.open("/data?part=proposals&lang=th")
    page.locator(f".st-key-proposal_{names[0]}").get_by_text("มีข้อเสนออื่นในรายการเดียวกัน").wait_for()
    assert serious(page) == []
    fits(editor.open("/data?part=proposals&lang=en", width=390, height=844))
    with page.expect_download() as taken:
        page.locator(f".st-key-file_{names[0]} button").click()
    assert taken.value.suggested_filename == "หนังสือ.pdf"
    page.locator(f".st-key-choose_{names[0]} label").click()
    page.get_by_text("รับ 1 ข้อเสนอที่เลือก").wait_for()
    page.locator(".st-key-accept_note input").fill("รับ")
    page.locator(".st-key-accept_button button").click()
    page.get_by_text("รับแล้ว 1 ข้อเสนอ").wait_for()
    page.locator(f".st-key-word_{names[1]} input").fill("ซ้ำกัน")
    page.locator(f".st-key-word_{names[1]} input").press("Tab")
    harness.settle(page)
    page.locator(f".st-key-back_word_{names[1]} button").click()
    page.get_by_text("ส่งถึงผู้เสนอแล้ว").wait_for()
    known = Ledger(store).all()
    assert [known[name].state for name in names] == ["accepted", "returned"]


STILL = """() => {
  const root = document.querySelector('[data-testid=stMainBlockContainer]').cloneNode(true);
  root.querySelectorAll('.sti-fixed, style, script, template, [data-testid=stPlotlyChart]').forEach((it) => it.remove());
  const words = [...root.querySelectorAll('.stHtml, table')].map((it) => it.innerHTML);
  const marks = [...document.querySelectorAll('.st-key-map g.choropleth path')];
  return [...words, ...marks.map((it) => it.getAttribute('d') + it.style.fill)].join('\\n');
}"""  # all that a page says and its map shows; platform's own ids of elements and controls are left out
ASKED = ("/api/v1/measures/coverage?", "/api/v1/projects?", "/api/v1/key-figures?", "/embed?figure=map&",
         "/api/figure/ranking.svg?")  # fmt: skip


def seen(somebody: Reader, release: str) -> list[object]:
    """Return what the pages of a release show and what programs are told of it, byte by byte."""
    found: list[object] = []
    page = somebody.open("/data?part=take")
    for path in ("/", "/projects"):
        page.goto(f"{somebody.server.url}{path}?lang=th&asof=2014-09-30&release={release}")
        harness.settle(page)
        harness.wait_for_areas(page, 77)
        found.append(page.evaluate(STILL))
    for address in ASKED:
        told = harness.asked(page, f"{somebody.server.url}{address}release={release}")
        assert told.status == 200
        found.append(told.body().replace(f":{somebody.server.port}".encode(), b":0"))
    return found


def cut(store: Store, row: int) -> None:
    """Publish a release without one representative, and with a project that costs a million baht more."""
    records = store.records()
    projects = records.projects.copy()
    projects.loc[row, "allocated_baht"] += 1_000_000
    people = records.representatives.drop(index=row).reset_index(drop=True)
    tables = {"representatives": people, "projects": projects}
    store.publish(tables, author="officer", note=f"step {row}", expected=store.standing().release_id)


def test_a_quoted_view_stands_still_over_five_publishes_and_a_vacuum(
    editor: Reader, own: tuple[harness.Server, Store]
) -> None:
    store = own[1]
    quoted = store.standing()
    page = editor.open("/?lang=th&asof=2014-09-30")
    for _ in range(120):  # until readers have moved to what was published before
        if harness.asked(page, f"{own[0].url}/api/ready").json()["release"] == quoted.release_id:
            break
        page.wait_for_timeout(500)
    page.reload()
    harness.settle(page)
    page.locator(".st-key-sentence_quote button").first.click()
    panel = page.locator(".sti-quote")
    panel.get_by_text("ระบบเก็บข้อมูลรุ่นนี้ไว้ให้แล้ว").wait_for()
    thai = panel.locator("blockquote[lang=th]").first.inner_text()
    english = panel.locator("blockquote[lang=en]").first.inner_text()
    address = f"{own[0].url}/?release={quoted.release_id}&asof=2014-09-30&since=2010-05-26"
    assert [part for part in (address, "30 ก.ย. 2557", "(สมมติ)") if part not in thai] == []
    wanted = ("(illustrative)", f"release {quoted.number} ({quoted.release_id})")
    assert [part for part in wanted if part not in english] == []
    before = seen(editor, quoted.release_id)
    for row in range(5):
        cut(store, row)
    vacuumed = keeping.vacuum(store, keep_days=0, grace_hours=0)
    assert quoted.number in vacuumed.quoted
    assert quoted.number + 1 in vacuumed.gone
    with harness.serving(env={"STI_STORE": store.root}) as later:  # the server of next year
        somebody = Reader(editor.browser, later)
        assert seen(somebody, quoted.release_id) == before
        compared_with_the_newest(somebody, store, quoted)
        assert [one for one in somebody.leave() if "410" not in one] == []


def compared_with_the_newest(somebody: Reader, store: Store, quoted: Release) -> None:
    """See what the bar of the quoted view leads to, and what is said of a release that was let go."""
    page = somebody.open(f"/?lang=th&asof=2014-09-30&release={quoted.release_id}", width=390, height=844)
    expect(page.locator(".sti-fixed")).to_contain_text(f"(ข้อมูลรุ่นที่ {quoted.number})")
    page.get_by_role("link", name="ดูว่าอะไรเปลี่ยนไป").click()
    harness.settle(page)
    changed = page.locator(".sti-changed")
    expect(changed.get_by_role("heading", name="งบประมาณที่ได้รับจัดสรร")).to_be_visible()
    assert [one for one in serious(page) if ".st-key-ribbon" not in one] == []
    fits(page)
    page.get_by_role("link", name="เปิดมุมมองเดียวกันด้วยข้อมูลล่าสุด").click()
    expect(page.locator(".sti-fixed")).to_have_count(0)
    assert "release" not in page.url
    gone = next(one for one in store.history() if one.number == quoted.number + 1)
    page = somebody.open(f"/?lang=th&release={gone.release_id}", wait=False)
    expect(page.locator("h1")).to_contain_text("ไม่ได้เก็บรายการของรุ่นนี้ไว้แล้ว")
    page.get_by_role("link", name=f"รุ่นที่ {quoted.number} ").click()
    expect(page.locator(".sti-fixed")).to_contain_text(f"(ข้อมูลรุ่นที่ {quoted.number})")
    told = harness.asked(page, f"{somebody.server.url}/api/v1/projects?release={gone.release_id}")
    assert told.status == 410
    assert quoted.release_id in told.json()["detail"]
