"""The command line of the data desk: what it prints, what it publishes and how it ends."""

import json
import shutil
from pathlib import Path

import pytest

from data.__main__ import main
from data.intake.remembered import Kept, of_store
from data.store.store import Store, open_store
from tests.ministry_lists import services
from tests.test_intake_remembered import kept_of_2565

PLAN = "plan_id,province_code,needs_collected_on,drafted_on,approved_on,in_provincial_plan_on,source_id\n"
TWO_PLANS = PLAN + "new-1,แพร่,2552-01-05,,,,doc-9\nnew-2,55,2009-02-01,2009-03-01,,,doc-9\n"
SOURCED = ["--source", "doc-9", "--source-title", "หนังสือที่ วท 0201/9"]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    return open_store(tmp_path_factory.mktemp("filled") / "store")


@pytest.fixture
def store(filled, tmp_path, monkeypatch):
    store = Store(shutil.copytree(filled.folder, tmp_path / "store"))
    monkeypatch.setenv("STI_STORE", store.root)
    return store


@pytest.fixture
def plans(tmp_path):
    path = tmp_path / "plans.csv"
    path.write_text(TWO_PLANS.replace(",doc-9", ","), encoding="utf-8")
    return path


def brought(plans: Path, *more: str) -> int:
    return main(
        ["--lang", "en", "import", str(plans), "--table", "plans", "--mode", "merge", "--author", "ก", *more]
    )


def test_a_clean_file_ends_with_0_and_publishes_nothing(store, plans, capsys):
    assert main(["--lang", "en", "check", str(plans), "--table", "plans"]) == 0
    assert "Rows read: plans 2 · faults: 0" in capsys.readouterr().out
    assert store.current().number == 1


def test_a_faulty_cell_ends_with_1_and_is_named_by_row_and_column(store, plans, capsys):
    plans.write_text(PLAN + "new-1,ลำปาว,2009-01-05,,,,\nnew-2,55,soon,,,,\n", encoding="utf-8")
    assert main(["check", str(plans), "--table", "plans", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["verdict"] == "problems"
    assert [(f["row"], f["column"], f["read"], f["code"]) for f in told["faults"]] == [
        (3, "needs_collected_on", "soon", "bad-date")
    ]
    assert [(q["row"], q["column"], q["read"]) for q in told["questions"]] == [(2, "province_code", "ลำปาว")]
    assert brought(plans, *SOURCED) == 1
    assert store.current().number == 1


@pytest.mark.parametrize(
    ("name", "content"), [("plans.xlsm", b"PK"), ("plans.pdf", b"%PDF"), ("none.csv", None)]
)
def test_what_cannot_be_read_ends_with_2(store, tmp_path, capsys, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["check", str(tmp_path / name)]) == 2
    assert name in capsys.readouterr().err


def test_an_import_is_a_release_with_author_and_reason(store, plans, capsys):
    assert brought(plans, "--note", "งวดแรก", *SOURCED) == 0
    release = store.current()
    assert (release.number, release.author, release.note) == (2, "ก", "งวดแรก")
    assert release.differs(store.history()[1]) == ("plans", "sources")
    rows = store.records().plans.set_index("plan_id").loc[["new-1", "new-2"]]
    assert rows["province_code"].tolist() == ["54", "55"]
    assert rows["needs_collected_on"].astype(str).tolist() == ["2009-01-05", "2009-02-01"]
    assert rows["evidence"].tolist() == ["documented", "documented"]
    assert rows["source_id"].tolist() == ["doc-9", "doc-9"]
    assert "tables: plans, sources  reason: งวดแรก" in capsys.readouterr().out


def test_an_import_without_a_source_says_what_to_give(store, plans, capsys):
    assert brought(plans) == 1
    assert "--source" in capsys.readouterr().err
    assert store.current().number == 1


def test_an_answer_settles_a_question_and_stays_as_an_alias(store, plans):
    plans.write_text(PLAN + "new-1,ลำปาว,2009-01-05,,,,\n", encoding="utf-8")
    assert brought(plans, "--answer", "ลำปาว=52", *SOURCED) == 0
    records = store.records()
    assert records.plans.set_index("plan_id").loc["new-1", "province_code"] == "52"
    kept = records.province_aliases.set_index("alias").loc["ลำปาว"]
    assert (kept["province_code"], kept["source_id"]) == ("52", "doc-9")


def test_the_command_reads_a_list_as_the_desk_would_by_what_officers_said(store, tmp_path, capsys):
    kept_of_2565(of_store(store))
    listed = services("2566", ["(ทดสอบ) ค"], turned=True)
    path = tmp_path / "services.xlsx"
    path.write_bytes(listed.content)
    assert main(["--lang", "en", "check", str(path), "--mode", "merge"]) == 0
    said = capsys.readouterr().out
    assert "Sheet “รายงาน” is read as somchai@example.go.th read a list of the same headings on 20" in said
    assert "faults: 0 · questions: 0" in said
    assert main(["--lang", "en", "check", str(path), "--mode", "merge", "--afresh"]) == 1
    assert "somchai" not in capsys.readouterr().out


def test_a_name_that_was_explained_once_is_known_and_what_is_said_now_goes_before(store, plans):
    of_store(store).keep("somying@example.go.th", [Kept("provinces", "ลำปาว", "52")])
    plans.write_text(PLAN + "new-1,ลำปาว,2009-01-05,,,,\n", encoding="utf-8")
    assert main(["check", str(plans), "--table", "plans"]) == 0
    assert main(["check", str(plans), "--table", "plans", "--afresh"]) == 1
    assert brought(plans, "--answer", "ลำปาว=51", *SOURCED) == 0
    assert store.records().plans.set_index("plan_id").loc["new-1", "province_code"] == "51"


def test_history_diff_and_restore(store, plans, capsys):
    brought(plans, "--note", "งวดแรก", *SOURCED)
    first, second = store.history()[1], store.current()
    capsys.readouterr()
    assert main(["history", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(r["number"], r["kind"], r["author"]) for r in told] == [
        (2, "publish", "ก"), (1, "seed", "facts + sample"),
    ]  # fmt: skip
    assert main(["--lang", "en", "diff", first.release_id[:6], second.release_id[:6]]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "plans: 2 rows added, 0 removed, 0 cells changed",
        "sources: 1 rows added, 0 removed, 0 cells changed",
    ]
    assert main(["diff", first.release_id, second.release_id, "--json"]) == 0
    added = json.loads(capsys.readouterr().out)["plans"]["added"]
    assert [row["plan_id"] for row in added] == ["new-1", "new-2"]
    assert main(["restore", first.release_id, "--author", "ข", "--note", "ผิดแฟ้ม"]) == 0
    assert (store.current().kind, store.current().author) == ("restore", "ข")
    assert main(["--lang", "en", "diff", first.release_id, store.current().release_id]) == 0
    assert capsys.readouterr().out.endswith("The two releases hold the same rows.\n")


def test_an_unknown_release_is_a_problem_told_in_words(store, capsys):
    assert main(["restore", "ffff"]) == 1
    assert capsys.readouterr().err == "ไม่พบข้อมูลรุ่น ffff\n"


def test_a_damaged_store_ends_with_2(store, plans, capsys):
    shutil.rmtree(store.folder / "releases" / "_delta_log")
    assert main(["history"]) == 2
    assert main(["check", str(plans)]) == 2
    assert str(store.folder / "releases") in capsys.readouterr().err


def test_an_export_writes_one_file_and_says_where(store, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["export", "--format", "parquet", "--tables", "plans", "--out", str(out)]) == 0
    written = Path(capsys.readouterr().out.strip())
    assert written.parent == out
    assert written.read_bytes()[:4] == b"PAR1"
    assert main(["--lang", "en", "export", "--format", "dbf", "--out", str(out)]) == 2
    assert "“dbf”" in capsys.readouterr().err


def test_vacuum_tells_how_many_files_went_and_is_in_the_audit_log(store, capsys):
    assert main(["--lang", "en", "vacuum", "--keep-days", "30"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "0 files that nothing needs were removed.",
        "1 releases: 1 can be shown and restored · 0 past their time · 0 damaged",
    ]
    last = store.audit.lines()[-1]
    assert (last["event"], last["keep_days"], last["removed"]) == ("vacuum", 30, 0)
