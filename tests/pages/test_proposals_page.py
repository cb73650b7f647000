"""Proposals on the page: the queue of an editor, what a contributor sees of theirs, and that nobody else sees any."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from data.access.roles import Identity
from data.proposals import work
from data.proposals.ledger import Ledger
from data.proposals.merging import standing
from data.proposals.model import Document, ProposalError, Row
from data.proposals.work import Draft
from data.rounds import standing as standing_of_rounds
from data.rounds.book import RoundBook
from data.store.store import Store
from locales import Reader
from shell import context, identity
from shell.markup import as_text
from tests.pages.test_data_page import told
from tests.pages.test_pages import show

CLINIC = Identity("reader", "clinic@cmru.ac.th", None, ("*",))
LETTER = Document(title="หนังสือ <b>ที่</b> 0017/1", publisher="จังหวัด", published_on="2013-06-01")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store of its own for one test."""
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))
    context.everything()
    opened = context.store()
    assert opened is not None
    yield opened
    monkeypatch.undo()


def sent(store: Store, at: int, why: str, who: Identity = CLINIC) -> str:
    records = store.records()
    plan = records.plans.iloc[at]
    before = standing("plans", plan["plan_id"], records)
    after = {name: before[name] for name in ("plan_id", "province_code")} | {"approved_on": "2013-05-01"}
    draft = Draft(why, (Row("plans", before, after),), document=LETTER)
    return work.send(Ledger(store), draft, who, records).proposal_id


def test_an_editor_accepts_the_chosen_and_returns_another_with_a_word(store: Store) -> None:
    one, two, three = (sent(store, at, f"เหตุผล {at}") for at in (3, 4, 4))
    note = work.send(Ledger(store), Draft("โปรด *ตรวจ*", areas=("50",)), CLINIC, store.records()).proposal_id
    test = show("data", part="proposals")
    assert "4 ข้อเสนอ" in told(test)
    assert "หนังสือ &lt;b&gt;ที่" in told(test)
    assert told(test).count("มีข้อเสนออื่นในรายการเดียวกัน จาก clinic@cmru.ac.th") == 2
    assert test.button(key="accept_button").disabled
    test.checkbox(key=f"choose_{one}").check().run()
    test.button(key="accept_button").click().run()
    assert [error.value for error in test.error] == ["โปรดระบุเหตุผล"]
    test.text_input(key="accept_note").input("รับตามหนังสือ")
    test.button(key="accept_button").click().run()
    assert not test.exception
    assert [done.value for done in test.success] == ["รับแล้ว 1 ข้อเสนอ เป็นข้อมูลรุ่นที่ 2"]
    current = store.current()
    assert current is not None
    assert (current.proposals, current.note) == ((one,), "รับตามหนังสือ")
    assert current.author.endswith("(local)")
    test.text_input(key=f"word_{two}").input("ซ้ำกับอีกข้อเสนอ")
    test.button(key=f"back_word_{two}").click().run()
    test.text_input(key=f"word_{note}").input("ตรวจแล้ว")
    test.button(key=f"back_word_{note}").click().run()
    assert not test.exception
    states = {name: (p.state, p.answer) for name, p in Ledger(store).all().items()}
    assert states == {
        one: ("accepted", ""), two: ("returned", "ซ้ำกับอีกข้อเสนอ"), three: ("open", ""), note: ("answered", "ตรวจแล้ว"),
    }  # fmt: skip


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_contributor_sees_what_became_of_theirs_and_takes_one_back(
    store: Store, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    one, two = sent(store, 3, "เหตุผล 3"), sent(store, 5, "เหตุผล 5")
    sent(store, 6, "ของผู้อื่น", Identity("reader", "other@x.go.th", None, ("*",)))
    work.send_back(Ledger(store), two, "ขาดเอกสารแนบ", Identity("editor", "e@most.go.th"))
    monkeypatch.setattr(identity, "who", lambda: CLINIC)
    test = show("data", part="proposals", lang=lang)
    assert not test.exception
    words = told(test)
    assert "ขาดเอกสารแนบ" in words
    assert "ของผู้อื่น" not in words
    test.button(key=f"withdraw_{one}").click().run()
    assert not test.exception
    assert Ledger(store).get(one).state == "withdrawn"


def test_who_is_not_signed_in_sees_no_proposal_and_no_form(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(store, 3, "เหตุผล 3")
    monkeypatch.setattr(identity, "who", lambda: Identity("reader"))
    test = show("data", part="proposals")
    assert "ผู้ที่ไม่ได้ลงชื่อเข้าใช้เสนอข้อมูลไม่ได้" in told(test)
    assert "เหตุผล 3" not in told(test)
    assert not [button for button in show("area", area="50").button if button.key == "amend_open"]


def test_a_round_gets_another_last_day_on_the_page(store: Store) -> None:
    book, editor = RoundBook(store), Identity("editor", "e@most.go.th")
    one = book.open(editor, "แผนปี 2569", ["plans"], ["54", "55"], standing_of_rounds.today())
    test = show("data", part="rounds")
    later = standing_of_rounds.today() + dt.timedelta(days=9)
    test.date_input(key=f"round_prolong_until_{one.round_id}").set_value(later)
    test.button(key=f"round_prolong_button_{one.round_id}").click().run()
    assert not test.exception
    assert [done.value for done in test.success] == [
        as_text(f"รอบ “แผนปี 2569” รับคำตอบถึง {Reader('th', 'be').date(later)}")
    ]
    assert book.get(one.round_id).until == later


def test_whoever_sits_at_this_machine_may_look_in_another_role_and_is_told_so(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(store, 3, "เหตุผล 3")
    editor = show("data", part="proposals")
    assert "ดูหน้านี้ในบทบาท ผู้เสนอข้อมูล · ผู้อ่าน" in told(editor)
    assert "กำลังดูในบทบาท" not in told(editor)
    for role, said, way in (("contributor", "ผู้เสนอข้อมูล", True), ("reader", "ผู้อ่าน", False)):
        test = show("data", part="proposals", **{"as": role})
        assert f"กำลังดูในบทบาท{said} (เฉพาะบนเครื่องนี้)" in told(test)
        assert "เหตุผล 3" not in told(test)  # an editor's queue is nothing for others
        area = show("area", area="54", **{"as": role})
        assert [button.label for button in area.button if button.key == "amend_open"] == (
            ["เพิ่ม/แก้ข้อมูลนี้"] if way else []
        )
    monkeypatch.setattr(identity, "is_local", lambda: False)  # a server that others reach knows no such thing
    assert "กำลังดูในบทบาท" not in told(show("data", part="proposals", **{"as": "contributor"}))


def test_an_editor_looks_after_a_doubt_and_the_list_is_narrowed_by_it(store: Store) -> None:
    records = store.records()
    key = records.plans.iloc[3]["plan_id"]
    draft = Draft("หนังสือระบุวันอื่น", areas=("50",), place=f"plans|{key}|approved_on")
    name = work.send(Ledger(store), draft, CLINIC, records).proposal_id
    test = show("data", part="doubts")
    test.button(key=f"own_{name}").click().run()
    assert not test.exception
    me = Ledger(store).get(name).owner
    assert me.endswith("(local)")
    assert f"ผู้ดูแลข้อสงสัยนี้: {me}" in told(test)
    test.selectbox(key="doubts_owner").select("").run()  # those that nobody looks after
    assert "ไม่มีข้อสงสัยตามที่เลือก" in told(test)
    test.selectbox(key="doubts_owner").select(me).run()
    test.selectbox(key="doubts_older").select(7).run()
    assert "ไม่มีข้อสงสัยตามที่เลือก" in told(test)
    test.selectbox(key="doubts_older").set_value(None).run()
    test.button(key=f"own_{name}").click().run()
    assert Ledger(store).get(name).owner == ""
    with pytest.raises(ProposalError, match="rights"):
        work.look_after(Ledger(store), name, CLINIC, CLINIC.name)


def test_published_titles_that_differ_in_a_letter_are_written_alike_by_proposals_that_keep_their_documents(
    store: Store,
) -> None:
    records = store.records()
    right, slip = "เพาะเห็ดฟางในโรงเรือน", "เพาะเห็ดฟางในโรงเรึอน"
    documents = list(records.sources.loc[records.sources["evidence"] == "documented", "source_id"].iloc[:2])
    projects = records.projects.copy()
    for at, (title, document) in enumerate(zip((right, right, slip, slip), (documents * 2), strict=True)):
        projects.loc[at, ["title_th", "source_id", "evidence"]] = [title, document, "documented"]
    names = list(projects["project_id"].iloc[:4])
    store.publish({"projects": projects}, author="e", note="n", expected=records.release)
    context.shelf().look_again()
    context.everything()
    test = show("data", part="quality")
    box = next(box for box in test.selectbox if box.key and box.key.startswith("spelled_projects"))
    assert box.label == f"“{slip}” 2 แถว · “{right}” 2 แถว"
    test.button(key="desk_spelled_propose").click().run()
    assert Ledger(store).all() == {}  # nothing without a choice
    next(box for box in test.selectbox if box.key and box.key.startswith("spelled_projects")).select(right)
    test.button(key="desk_spelled_propose").click().run()
    assert not test.exception
    assert [one.value for one in test.success] == [as_text("ส่งแล้ว 2 ข้อเสนอ ดูได้ที่ส่วนข้อเสนอ")]
    ledger = Ledger(store)
    of = {one.document.source_id: [row.key for row in one.rows] for one in ledger.all().values()}
    assert of == {documents[0]: [names[2]], documents[1]: [names[3]]}
    work.accept(ledger, list(ledger.all()), Identity("editor", "e"), "ตรงกัน")
    after = store.records().projects.set_index("project_id").loc[names]
    assert list(after["title_th"]) == [right] * 4
    assert list(after["source_id"]) == documents * 2
