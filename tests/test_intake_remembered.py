"""What an officer said a name means holds for every later list, with who and when; and can be taken back."""

import datetime as dt
import json
from pathlib import Path

from data.intake.examine import examine
from data.intake.files import open_file
from data.intake.known_lists import KnownList, as_said, proposed
from data.intake.mapping import Choice, understand
from data.intake.remembered import Kept, Remembered
from data.records import load
from tests.ministry_lists import services, villages


def test_a_name_is_kept_with_who_and_when_and_not_asked_again(tmp_path: Path) -> None:
    listed, memory = villages(), Remembered(tmp_path / "readings.jsonl")
    book = open_file(listed.name, listed.content)
    answered = examine(book, understand(book), load(), listed.answers, "merge", today=dt.date(2026, 1, 31))
    assert {(one.asks, one.read, one.meaning) for one in answered.kept} == {
        ("programmes", "หมู่บ้านแม่ข่าย วท.", "host-village"),
        ("programmes", "อสวท.", "volunteers"),
    }
    memory.keep("officer@example.go.th", answered.kept)
    memory.keep("officer@example.go.th", answered.kept)
    lines = [
        json.loads(line) for line in (tmp_path / "readings.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [line["who"] for line in lines] == ["officer@example.go.th"] * 2
    assert all(dt.datetime.fromisoformat(line["at"]).tzinfo for line in lines)
    again = examine(book, understand(book), load(), memory.answers(), "merge", today=dt.date(2026, 1, 31))
    assert again.questions == ()


def test_a_word_that_was_taken_back_is_asked_again(tmp_path: Path) -> None:
    memory = Remembered(tmp_path / "readings.jsonl")
    memory.keep("a", [Kept("programmes", "อสวท.", "clinic")])
    memory.keep("b", [Kept("programmes", "อสวท.", "volunteers")])
    assert memory.answers() == {"programmes|อสวท.": "volunteers"}
    memory.keep("b", [Kept("programmes", "อสวท.", "")])
    assert memory.answers() == {}


def test_a_store_without_a_folder_remembers_nothing() -> None:
    memory = Remembered(None)
    memory.keep("a", [Kept("programmes", "อสวท.", "clinic")])
    assert memory.answers() == {}


SAID = Choice(
    "projects", {"เรื่องที่ดำเนินการ": "title_th", "เงินที่ใช้ไป": "disbursed_baht", "งบประมาณ 2565": "allocated_baht"}
)


def kept_of_2565(memory: Remembered) -> None:
    """Bring in last year's list as its officer did, with answers of every kind."""
    listed = services("2565", ["(ทดสอบ) ก", "(ทดสอบ) ข"])
    book = open_file(listed.name, listed.content)
    said = listed.answers | {
        "list:projects.fiscal_year_be|": "2565", "number:disbursed_baht|-": "", "places|ภาคโน้น": "",
        "places|เมืองแพล่": "54", "covers|projects": "country", "date|1/2/65": "2022-02-01", "same:projects|": "new",
    }  # fmt: skip
    one = as_said(book.sheets[0], understand(book, {"รายงาน": SAID})[0], SAID, said)
    assert one is not None
    memory.keep_lists("somchai@example.go.th", [one])


def test_a_list_is_read_as_last_years_with_the_same_headings_in_another_order(tmp_path: Path) -> None:
    memory = Remembered(tmp_path / "readings.jsonl")
    kept_of_2565(memory)
    listed = services("2566", ["(ทดสอบ) ค"], turned=True)
    book = open_file(listed.name, listed.content)
    assert examine(book, understand(book), load()).is_clean is False
    one = proposed(book.sheets[0], memory.lists())
    assert one is not None
    assert one.who == "somchai@example.go.th"
    assert dt.datetime.fromisoformat(one.at).tzinfo
    assert one.table == "projects"
    # The heading of the money bears its own year now.
    assert one.columns == {
        "เรื่องที่ดำเนินการ": "title_th", "เงินที่ใช้ไป": "disbursed_baht", "งบประมาณ 2566": "allocated_baht",
    }  # fmt: skip
    # Not the year, nor what is of one file's rows alone, nor a name that holds for every list.
    assert one.words == {
        "list:projects.programme_code|": "clinic", "list:projects.status|": "", "number:disbursed_baht|-": "",
        "places|ภาคโน้น": "",
    }  # fmt: skip
    plans = understand(book, {"รายงาน": Choice(one.table, one.columns)})
    found = examine(book, plans, load(), one.words, "merge", today=dt.date(2026, 11, 30))
    assert (found.faults, found.questions) == ((), ())
    row = found.sheets["projects"].values.iloc[0]
    columns = ["title_th", "programme_code", "fiscal_year_be", "allocated_baht", "disbursed_baht"]
    assert list(row[columns]) == ["(ทดสอบ) ค", "clinic", 2566, 100_000.0, 90_000.0]


def test_a_reading_is_changed_and_removed_and_says_who_did(tmp_path: Path) -> None:
    memory = Remembered(tmp_path / "readings.jsonl")
    kept_of_2565(memory)
    memory.keep("somchai@example.go.th", [Kept("programmes", "อสวท.", "volunteers")])
    (one,) = memory.lists().values()
    turned = KnownList(one.headers[::-1], one.table, one.columns, one.words)
    memory.keep_lists("malee@example.go.th", [turned])  # nothing new: it stays whose it was
    assert [known.who for known in memory.lists().values()] == ["somchai@example.go.th"]
    memory.keep_lists(
        "malee@example.go.th", [KnownList(one.headers, "projects", {}, {"list:projects.status|": "running"})]
    )
    (changed,) = memory.lists().values()
    assert (changed.who, changed.columns, changed.words) == (
        "malee@example.go.th", {}, {"list:projects.status|": "running"},
    )  # fmt: skip
    memory.forget_list("malee@example.go.th", changed)
    assert memory.lists() == {}
    assert memory.answers() == {"programmes|อสวท.": "volunteers"}
    assert len((tmp_path / "readings.jsonl").read_text(encoding="utf-8").splitlines()) == 4


def test_headings_of_two_years_are_told_apart_and_other_headings_are_another_list() -> None:
    def key(*headers: str) -> str:
        return KnownList(headers, "projects").key

    assert key("โครงการ", "งบ ปี ๒๕๖๕") == key("งบ ปี 2566", " โครงการ")
    assert key("งบ 2565", "งบ 2566") != key("งบ 2566", "งบ 2567")
    assert key("โครงการ", "งบ (บาท)") != key("โครงการ", "งบ (ล้านบาท)")
    assert key("โครงการ", "งบ") != key("โครงการ", "งบ", "จังหวัด")
