"""Proposals: who may, what is refused, concurrent ones, one release with everybody's sources, nothing lost by a kill."""

import io
import json
import multiprocessing
import threading
import zipfile

import pytest

from data.__main__ import main
from data.access.roles import Identity, Policy, identify
from data.proposals import attachments, spelling, work
from data.proposals.effect import queue
from data.proposals.ledger import Ledger
from data.proposals.merging import standing
from data.proposals.model import KINDS, Document, ProposalError, Row
from data.proposals.work import Draft
from data.store.errors import StoreError
from data.store.releases import ConflictError
from data.store.store import Store
from locales import Reader
from tests import proposal_child, tiny

EDITOR = Identity("editor", "e@most.go.th")
CHIANG_MAI = Identity("reader", "cm@x.go.th", None, ("50",))
NORTH = Identity("reader", "n@x.go.th", None, (tiny.NORTH,))
NSTDA = Identity("reader", "a@x.go.th", None, ("agency:nstda",))
READER = Identity("reader", "r@x.go.th")
NOBODY = Identity("reader")
LETTER = Document(title="หนังสือที่ ชม 0017/1", publisher="จังหวัดเชียงใหม่", published_on="2013-06-01")
PROCESSES = multiprocessing.get_context("forkserver")


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("STI_STATE", str(tmp_path / "state"))
    store = Store(tmp_path / "store")
    sources = [{"source_id": s, "title_th": s, "title_en": s} for s in ("s", "doc-1")]
    sources.append({"source_id": "sample", "title_th": "s", "title_en": "s"})
    plans = [{"plan_id": "p50", "province_code": "50", "drafted_on": "2010-01-05", "source_id": "sample"},
             {"plan_id": "p41", "province_code": "41", "source_id": "doc-1"}]  # fmt: skip
    records = tiny.records(
        sources=sources,
        plans=plans,
        agencies=[{"agency_code": "nstda", "name_th": "สวทช.", "name_en": "NSTDA"}],
        programmes=[{"programme_code": "itap", "name_th": "ไอแทป", "name_en": "ITAP"}],
        projects=[tiny.project("north", "2010-01-01", title_th="ก", fiscal_year_be=2553)],
        project_locations=[tiny.location("north", "52", 1.0)],
    )
    documented = records.plans.assign(evidence=["illustrative", "documented"])
    sample = records.sources["source_id"] == "sample"
    cited = records.sources.assign(evidence=sample.map({True: "illustrative", False: "documented"}))
    first = store.fill(records)
    store.publish({"plans": documented, "sources": cited}, author="f", note="", expected=first.release_id)
    return store


@pytest.fixture
def ledger(store):
    return Ledger(store)


def plan(store, plan_id="p50", province="50", **cells):
    records = store.records()
    before = standing("plans", plan_id, records)
    after = {"plan_id": plan_id, "province_code": province} | cells
    return Row("plans", before, after)


def draft(row, why="ตามหนังสือจังหวัด", document=LETTER, **more):
    return Draft(why, (row,) if row else (), document=document, **more)


def sent(ledger, row, who=CHIANG_MAI, **more):
    return work.send(ledger, draft(row, **more), who, ledger.store.records()).proposal_id


def refused(kind, call, *args, **more):
    with pytest.raises(ProposalError) as error:
        call(*args, **more)
    assert error.value.kind == kind
    return error.value


def test_a_proposal_is_kept_with_who_when_why_and_the_cells_before_and_after(store, ledger):
    before = store.current()
    name = sent(ledger, plan(store, approved_on="2013-05-01"))
    assert store.current() == before  # nothing is shown before an editor has accepted
    one = Ledger(Store(store.root)).get(name)
    assert (one.author, one.why, one.state, one.areas) == ("cm@x.go.th", "ตามหนังสือจังหวัด", "open", ("50",))
    (row,) = one.rows
    assert (row.before["drafted_on"], row.after["approved_on"]) == ("2010-01-05", "2013-05-01")
    assert row.changed == ("drafted_on", "approved_on")
    assert (one.base, one.document) == (before.release_id, LETTER)
    assert store.audit.lines()[-1]["of"] == "sent"


@pytest.mark.parametrize(
    ("who", "province", "allowed"),
    [
        (EDITOR, "41", ""), (CHIANG_MAI, "50", ""), (CHIANG_MAI, "52", "rights"), (NORTH, "52", ""), (NORTH, "41", "rights"),
        (READER, "50", "rights"), (NOBODY, "50", "signed-out"), (Identity("nobody", "x@x.go.th", ()), "50", "signed-out"),
        (Identity("reader", "x@x.go.th", None, ("*",)), "41", ""), (NSTDA, "50", "rights"),
        (Identity("reader", "x@x.go.th", (tiny.NE,), ("50",)), "50", "rights"),
    ],
)  # fmt: skip
def test_who_may_propose_about_which_province(store, ledger, who, province, allowed):
    row = plan(store, "new", province, approved_on="2013-05-01")
    if allowed:
        refused(allowed, sent, ledger, row, who, areas=(province,))
        assert ledger.all() == {}
    else:
        sent(ledger, row, who)


def test_a_row_cannot_be_taken_from_a_province_nor_given_to_one(store, ledger):
    theirs = standing("plans", "p41", store.records())
    refused("rights", sent, ledger, Row("plans", theirs, theirs | {"province_code": "50"}))
    refused("rights", sent, ledger, plan(store, province="41", drafted_on="2010-01-05"))
    refused("rights", sent, ledger, Row("plans", {}, theirs | {"province_code": "50"}))  # says there was none


@pytest.mark.parametrize(
    ("who", "allowed"), [(NSTDA, ""), (NORTH, ""), (CHIANG_MAI, "rights"), (READER, "rights")]
)
def test_a_project_belongs_to_its_agency_and_to_its_places(store, ledger, who, allowed):
    now = standing("projects", "north", store.records())
    row = Row("projects", now, now | {"title_th": "ชื่อเต็ม"})
    if allowed:
        refused(allowed, sent, ledger, row, who)
    else:
        sent(ledger, row, who)


def test_signing_in_and_the_list_of_contributors_make_a_contributor():
    rules = Policy(sign_in=True, contributors={"cm@x.go.th": ("50",), "@nstda.or.th": ("agency:nstda",)})
    assert identify(rules, is_local=False, email="cm@x.go.th").proposes == ("50",)
    assert identify(rules, is_local=False, email="a@nstda.or.th").proposes == ("agency:nstda",)
    assert identify(rules, is_local=False, email=None).proposes == ()
    assert identify(Policy(contributors={"*": ("*",)}), is_local=False, email="a@x.go.th").proposes == ()


@pytest.mark.parametrize(
    ("kind", "cells", "more"),
    [
        ("no-reason", {"approved_on": "2013-05-01"}, {"why": " "}),
        ("no-document", {"approved_on": "2013-05-01"}, {"document": Document()}),
        ("no-document", {"approved_on": "2013-05-01"}, {"document": Document(title="x", published_on="2556")}),
        ("no-change", {"drafted_on": "2010-01-05"}, {}),
        ("illustrative", {"approved_on": "2013-05-01"}, {"document": Document(source_id="sample")}),
        ("personal", {"approved_on": "2013-05-01"}, {"why": "โทร 081-234-5678"}),
        ("personal", {"approved_on": "2013-05-01"}, {"document": Document(title="เลข 1-1014-00000-00-6")}),
        ("faults", {"approved_on": "2009-05-01", "drafted_on": "2010-01-05"}, {}),
        ("faults", {"approved_on": "1 พ.ค. 2556"}, {}),
        ("too-long", {"approved_on": "2013-05-01"}, {"why": "ก" * 2001}),
    ],
)  # fmt: skip
def test_what_is_not_kept(store, ledger, kind, cells, more):
    error = refused(kind, sent, ledger, plan(store, **cells), **more)
    assert ledger.all() == {}
    if kind == "faults":
        assert error.faults[0].code in ("stage-order", "bad-date")


def test_tables_that_frame_the_work_cannot_be_proposed(store, ledger):
    refused("table", sent, ledger, Row("sources", {}, {"source_id": "x"}), EDITOR)


def test_agencies_that_differ_in_spelling_are_written_alike_by_a_proposal(store, ledger):
    named = {"nstda": "สำนักงานพัฒนาวิทยาศาสตร์", "nstda-2": "สำนักงาน พัฒนาวิทยาศาสตร์", "nia": "สำนักงานนวัตกรรม"}
    rows = [
        {"agency_code": code, "name_th": name, "name_en": code, "source_id": "doc-1"}
        for code, name in named.items()
    ]
    agencies = tiny.frame("agencies", rows)
    store.publish({"agencies": agencies}, author="f", note="", expected=store.current().release_id)
    one = next(one for one in spelling.found(store.records()) if one.table == "agencies")
    (made,) = spelling.drafts(one, "สำนักงานพัฒนาวิทยาศาสตร์", "ชื่อเดียวกัน", store.records())
    refused("rights", work.send, ledger, made, CHIANG_MAI, store.records())
    refused("rights", work.send, ledger, made, NSTDA, store.records())  # its own name alone is its own
    name = work.send(ledger, made, EDITOR, store.records()).proposal_id
    work.accept(ledger, [name], EDITOR, "รับ")
    found = store.records().agencies.set_index("agency_code")
    assert found["name_th"].to_dict() == {**named, "nstda-2": "สำนักงานพัฒนาวิทยาศาสตร์"}
    assert set(found["source_id"]) == {"doc-1"}


def test_two_who_propose_about_one_row_are_told_of_each_other(store, ledger):
    first = work.send(ledger, draft(plan(store, approved_on="2013-05-01")), CHIANG_MAI, store.records())
    second = work.send(ledger, draft(plan(store, approved_on="2013-06-01")), NORTH, store.records())
    assert (first.others, [one.author for one in second.others]) == ((), ["cm@x.go.th"])
    both = [first.proposal_id, second.proposal_id]
    assert refused("clash", work.accept, ledger, both, EDITOR, "รับ").detail == " ".join(both)
    work.accept(ledger, both[:1], EDITOR, "รับ")
    assert refused("moved", work.accept, ledger, both[1:], EDITOR, "รับ").detail == second.proposal_id
    rows = (plan(store, approved_on="2013-06-01"),)
    work.change(ledger, second.proposal_id, draft(rows[0]), NORTH, store.records())
    assert work.accept(ledger, both[1:], EDITOR, "รับ").number == 4


def test_accepted_ones_become_one_release_with_everybodys_sources(store, ledger):
    names = [
        sent(ledger, plan(store, approved_on="2013-05-01")),
        sent(
            ledger,
            plan(store, "new", "52", approved_on="2012-01-01"),
            NORTH,
            document=Document(source_id="doc-1"),
        ),
    ]
    release = work.accept(ledger, names, EDITOR, "รับข้อเสนอสองจังหวัด")
    assert (release.number, release.author, release.proposals) == (3, "e@most.go.th", tuple(names))
    assert Store(store.root).current().proposals == tuple(names)
    rows = store.records().plans.set_index("plan_id")
    assert rows.loc[["p50", "new"], "source_id"].tolist() == [f"p-{names[0]}", "doc-1"]
    assert rows.loc[["p50", "new", "p41"], "evidence"].tolist() == ["documented"] * 3
    assert str(rows.loc["p50", "approved_on"].date()) == "2013-05-01"
    assert rows.loc["p50"].isna()["drafted_on"]  # an illustrative day is not made documented
    source = store.records().sources.set_index("source_id").loc[f"p-{names[0]}"]
    assert (source["title_th"], source["publisher"]) == (LETTER.title, LETTER.publisher)
    assert [(one.state, one.number) for one in Ledger(store).all().values()] == [("accepted", 3)] * 2
    refused("not-open", work.accept, ledger, names, EDITOR, "อีกครั้ง")


def test_only_editors_accept_and_return_and_only_authors_withdraw(store, ledger):
    name = sent(ledger, plan(store, approved_on="2013-05-01"))
    refused("rights", work.accept, ledger, [name], CHIANG_MAI, "รับ")
    refused("rights", work.send_back, ledger, name, "ขาดเอกสาร", NORTH)
    refused("not-yours", work.withdraw, ledger, name, NORTH)
    refused(
        "not-yours",
        work.change,
        ledger,
        name,
        draft(plan(store, approved_on="2013-07-01")),
        NORTH,
        store.records(),
    )
    refused("no-reason", work.send_back, ledger, name, " ", EDITOR)
    work.send_back(ledger, name, "ขาดเอกสารแนบ", EDITOR)
    one = ledger.get(name)
    assert (one.state, one.answer, one.answered_by) == ("returned", "ขาดเอกสารแนบ", "e@most.go.th")
    refused("not-open", work.accept, ledger, [name], EDITOR, "รับ")
    work.change(ledger, name, draft(plan(store, approved_on="2013-07-01")), CHIANG_MAI, store.records())
    assert ledger.get(name).state == "open"
    work.withdraw(ledger, name, CHIANG_MAI)
    assert ledger.get(name).state == "withdrawn"
    refused("no-proposal", work.accept, ledger, ["none"], EDITOR, "รับ")


def test_a_note_is_the_lightest_proposal(store, ledger):
    name = work.send(ledger, Draft("ผู้แทนย้ายแล้ว", areas=("50",)), READER, store.records()).proposal_id
    refused("signed-out", work.send, ledger, Draft("x", areas=("50",)), NOBODY, store.records())
    limited = Identity("reader", "l@x.go.th", (tiny.NE,))
    refused("rights", work.send, ledger, Draft("x", areas=("50",)), limited, store.records())
    refused("not-open", work.accept, ledger, [name], EDITOR, "รับ")
    work.send_back(ledger, name, "รับทราบ จะตรวจสอบ", EDITOR)
    assert (ledger.get(name).state, ledger.get(name).answer) == ("answered", "รับทราบ จะตรวจสอบ")


def test_the_queue_begins_with_what_matters_most(store, ledger):
    note = work.send(ledger, Draft("x", areas=("50",)), READER, store.records()).proposal_id
    theirs = standing("plans", "p41", store.records())
    corrects = sent(ledger, Row("plans", theirs, theirs | {"approved_on": "2013-01-01"}), EDITOR)
    documents = sent(ledger, plan(store, approved_on="2013-05-01"))
    listed = queue(ledger.waiting(), store.records())
    assert [(one.proposal_id, effect.kind, effect.areas) for one, effect in listed] == [
        (documents, "documents", ("50",)), (corrects, "corrects", ("41",)), (note, "note", ("50",)),
    ]  # fmt: skip


@pytest.mark.parametrize("after_commits", [0, 1, 2, 3])
def test_a_process_killed_while_it_accepts_has_accepted_all_or_nothing(store, ledger, after_commits):
    names = [
        sent(ledger, plan(store, approved_on="2013-05-01")),
        sent(ledger, plan(store, "new", "52", approved_on="2012-01-01"), NORTH),
    ]
    process = PROCESSES.Process(target=proposal_child.accept_and_die, args=(store.root, names, after_commits))
    process.start()
    process.join()
    fresh = Store(store.root)
    states = {one.state for one in Ledger(fresh).all().values()}
    if after_commits < 3:  # two tables, then the row that makes the release
        assert (fresh.current().number, states) == (2, {"open"})
        assert work.accept(Ledger(fresh), names, EDITOR, "รับ").number == 3
    else:
        assert (fresh.current().number, states) == (3, {"accepted"})
    assert Store(store.root).records().plans["evidence"].tolist() == ["documented"] * 3


def test_of_two_editors_who_accept_at_once_one_does(store, ledger):
    name = sent(ledger, plan(store, approved_on="2013-05-01"))
    meet, results = threading.Barrier(2), []

    def accept() -> None:
        own = Ledger(Store(store.root))
        own.all()
        meet.wait()
        try:
            results.append(work.accept(own, [name], EDITOR, "รับ").number)
        except (ProposalError, ConflictError, StoreError) as error:
            results.append(error.kind)

    threads = [threading.Thread(target=accept) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 3 in results
    assert {*results} - {3} <= {"conflict", "not-open", "moved"}
    assert Store(store.root).current().number == 3


def test_many_who_write_at_once_lose_no_word(store):
    def write(number: int) -> None:
        own = Ledger(Store(store.root))
        for n in range(5):
            work.send(own, Draft(f"{number}-{n}", areas=("50",)), READER, store.records())

    threads = [threading.Thread(target=write, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.why for one in Ledger(store).all().values()) == sorted(
        f"{a}-{b}" for a in range(4) for b in range(5)
    )


def office(*parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 /Type", "pdf"), (b"\x89PNG\r\n\x1a\n..", "png"), (b"\xff\xd8\xff\xe0", "jpeg"),
        (office("word/document.xml"), "docx"), (office("xl/workbook.xml", "xl/a.xml"), "xlsx"),
        (office("word/document.xml", "word/vbaProject.bin"), ""), (office("a.txt"), ""),
        (office("xl/workbook.xml", "xl/embeddings/o.bin"), ""), (b"%PDF-1.7 /OpenAction 1", ""),
        (b"%PDF-1.7 /Java#53cript", ""), (b"MZ\x90", ""), (b"<html>", ""), (b"", ""), (b"GIF89a", ""), (b"PK\x03\x04", ""),
    ],
)  # fmt: skip
def test_a_file_is_what_its_content_says(store, ledger, content, kind):
    row = plan(store, approved_on="2013-05-01")
    if not kind:
        refused("attachment-kind", sent, ledger, row, attachment=("หนังสือ.pdf", content))
        assert ledger.all() == {}
        return
    name = sent(ledger, row, attachment=("../../หนังสือ 1.exe", content))
    kept = ledger.get(name).attachment
    assert (kept.name, kept.kind, attachments.read(store, kept)) == ("หนังสือ 1.exe", kind, content)
    path = store.folder / "attachments" / kept.sha256[:2] / kept.sha256
    path.write_bytes(b"x")
    with pytest.raises(StoreError) as error:
        attachments.read(store, kept)
    assert error.value.kind == "damaged"


def test_a_file_over_ten_megabytes_is_not_taken(store, ledger):
    large = b"%PDF-" + bytes(10 * 2**20)
    refused(
        "attachment-size", sent, ledger, plan(store, approved_on="2013-05-01"), attachment=("a.pdf", large)
    )


def test_every_kind_of_refusal_has_words_in_both_languages():
    for kind in KINDS:
        thai, english = (Reader(lang).t(f"proposal-error-{kind}", detail="x") for lang in ("th", "en"))
        assert thai != english


def test_a_ledger_is_one_json_row_a_word(store, ledger):
    sent(ledger, plan(store, approved_on="2013-05-01"))
    (row,) = Ledger(store)._log.rows()
    told = {"why", "rows", "areas", "document", "attachment", "base", "round_id", "place", "answers"}
    assert set(json.loads(row["told"])) == told


def test_the_command_lists_accepts_and_returns(store, ledger, capsys):
    at = ["--lang", "en", "--store", store.root, "proposals"]
    name = sent(ledger, plan(store, approved_on="2013-05-01"))
    note = work.send(ledger, Draft("ผู้แทนย้ายแล้ว", areas=("50",)), READER, store.records()).proposal_id
    assert main(at) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [name, note]
    assert "first documented record  plans 50  2 cells  by cm@x.go.th  reason: ตามหนังสือจังหวัด" in lines[0]
    assert main([*at, "--return", note, "--note", "รับทราบ", "--author", "e"]) == 0
    assert main([*at, "--accept", name]) == 1
    assert capsys.readouterr().err == "Please give a reason.\n"
    assert main([*at, "--accept", name, "--note", "รับ", "--author", "e"]) == 0
    assert main([*at, "--accept", name, "--note", "รับ"]) == 1
    states = {one.proposal_id: (one.state, one.answered_by) for one in Ledger(store).all().values()}
    assert states == {name: ("accepted", "e"), note: ("answered", "e")}
