"""What an officer said a name means holds for every later list, with who and when; and can be taken back."""

import datetime as dt
import json
from pathlib import Path

from data.intake.examine import examine
from data.intake.files import open_file
from data.intake.mapping import understand
from data.intake.remembered import Kept, Remembered
from data.records import load
from tests.ministry_lists import villages


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
