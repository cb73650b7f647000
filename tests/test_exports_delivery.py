"""Files by mail: a real mail server on this machine receives the right attachment, once, whatever happens in the middle."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pandas as pd
import pytest
from aiosmtpd.controller import Controller

from data.records import load
from data.store.quoted import Quoted
from data.store.store import Store
from exports.delivery import occasions
from exports.delivery.command import main
from exports.delivery.rules import Rule, RulesError, read
from tests import tiny
from tests.browser import harness

ROOT = Path(__file__).resolve().parents[1]


class Box:
    """What a mail server received. refuse: what it says instead of taking a mail. hold: seconds before it answers."""

    def __init__(self) -> None:
        self.letters: list = []
        self.refuse = ""
        self.hold = 0.0

    async def handle_DATA(self, server, session, envelope):
        import asyncio

        self.letters.append((envelope.rcpt_tos, message_from_bytes(envelope.content, policy=policy.default)))
        await asyncio.sleep(self.hold)
        if self.refuse:
            self.letters.pop()
            return self.refuse
        return "250 taken"


@pytest.fixture
def box() -> Iterator[tuple[Box, int]]:
    inside = Box()
    port = harness.free_port()
    controller = Controller(inside, hostname="127.0.0.1", port=port)
    controller.start()
    yield inside, port
    controller.stop()


@pytest.fixture
def store(tmp_path, monkeypatch) -> Store:
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))
    made = Store(tmp_path / "store")
    made.fill(load())
    return made


def rules(folder: Path, port: int, *deliveries: str) -> Path:
    """Write a file of rules; each delivery is lines of TOML."""
    head = f'[smtp]\nport = {port}\nsender = "sti@most.example"\n[people]\nplanners = ["a@x.example", "b@x.example"]\n'
    file = folder / "deliveries.toml"
    file.write_text(head + "".join(f"[[delivery]]\n{one}\n" for one in deliveries), encoding="utf-8")
    return file


BRIEF = 'name = "north"\nscope = "2560-upper-north-1"\nmedium = "brief"\nlang = "th"\nwhen = "release"\nto = ["planners"]'
BOOK = BRIEF.replace("brief", "workbook").replace('"north"', '"book"').replace('"th"', '"en"')


def test_a_release_sends_the_file_to_each_once_and_the_next_release_again(store, box, tmp_path, monkeypatch):
    inside, port = box
    monkeypatch.setenv("STI_URL", "https://sti.example.go.th")
    file = rules(tmp_path, port, BRIEF, BOOK)
    assert main(["--config", str(file), "--lang", "en"]) == 0
    assert sorted(to for tos, _ in inside.letters for to in tos) == ["a@x.example"] * 2 + ["b@x.example"] * 2
    brief = next(letter for _, letter in inside.letters if "ภาคเหนือ" in letter["Subject"])
    attached = next(brief.iter_attachments())
    assert attached.get_filename() == "sti-2560-upper-north-1-2026-09-30-th.pdf"
    assert attached.get_content().startswith(b"%PDF")
    body = brief.get_body().get_content()
    assert "มีข้อมูลรุ่นใหม่" in body
    assert "ไม่ใช่ข้อเท็จจริง" in body
    release = store.current().release_id
    view = f"https://sti.example.go.th/area?release={release}&lang=th&asof=2026-09-30&area=2560-upper-north-1"
    assert view in body.splitlines()  # what the file says stands there next year, too
    books = [
        letter
        for _, letter in inside.letters
        if "sti.example" in str(letter) and "north" not in letter["Subject"]
    ]
    book = next(one for one in books if next(one.iter_attachments()).get_filename().endswith(".xlsx"))
    parts = zipfile.ZipFile(io.BytesIO(next(book.iter_attachments()).get_content()))
    links = "".join(
        parts.read(name).decode() for name in parts.namelist() if name.endswith("sheet1.xml.rels")
    )
    assert view.replace("lang=th", "lang=en").replace("&", "&amp;") in links
    assert Quoted(store).all()[release].ways == ("brief",)  # and a vacuum keeps it
    assert main(["--config", str(file)]) == 0
    assert len(inside.letters) == 4
    before = store.current().release_id
    store.publish({"plans": load().plans.iloc[:-1]}, author="t", note="n", expected=before)
    assert main(["--config", str(file)]) == 0
    assert len(inside.letters) == 8
    lines = [line for line in store.audit.lines() if line["event"] == "delivery"]
    assert [line["state"] for line in lines] == ["sent"] * 8
    kept = (tmp_path / "store" / "audit.log").read_text() + (
        tmp_path / "store" / "deliveries" / "ledger.json"
    ).read_text()
    assert "x.example" not in kept  # addresses are in the configuration, never in the store


def test_a_dry_run_says_what_is_due_and_sends_nothing(store, box, tmp_path, capsys):
    inside, port = box
    assert main(["--config", str(rules(tmp_path, port, BRIEF)), "--dry-run", "--lang", "en"]) == 0
    assert "north: brief due" in capsys.readouterr().out
    assert "2 mails" in capsys.readouterr().out or inside.letters == []
    assert not (tmp_path / "store" / "deliveries").exists()


def test_what_the_server_refuses_is_tried_again_next_time(store, box, tmp_path):
    inside, port = box
    file = rules(tmp_path, port, BRIEF)
    inside.refuse = "451 come back later"
    assert main(["--config", str(file)]) == 1
    assert inside.letters == []
    inside.refuse = ""
    assert main(["--config", str(file)]) == 0
    assert len(inside.letters) == 2


def test_without_a_mail_server_nothing_is_lost(store, tmp_path, box):
    inside, port = box
    assert main(["--config", str(rules(tmp_path, 9, BRIEF))]) == 1
    assert main(["--config", str(rules(tmp_path, port, BRIEF))]) == 0
    assert len(inside.letters) == 2


def start(file: Path) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "exports", "deliver", "--config", str(file)], cwd=ROOT, env=dict(os.environ)
    )


def test_killed_while_the_file_is_made_it_is_sent_once_by_the_next_run(store, box, tmp_path):
    inside, port = box
    file = rules(tmp_path, port, BRIEF)
    process = start(file)
    lock = tmp_path / "store" / "deliveries" / ".lock"
    for _ in range(600):
        if lock.exists():
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert inside.letters == []
    assert main(["--config", str(file)]) == 0
    assert len(inside.letters) == 2


def test_killed_while_a_mail_is_handed_over_it_is_never_sent_twice_but_told(store, box, tmp_path, capsys):
    inside, port = box
    inside.hold = 30
    file = rules(tmp_path, port, BRIEF)
    process = start(file)
    for _ in range(1200):
        if inside.letters:
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert [tos for tos, _ in inside.letters] == [["a@x.example"]]
    inside.hold = 0
    assert main(["--config", str(file), "--lang", "en"]) == 1
    assert [tos for tos, _ in inside.letters] == [["a@x.example"], ["b@x.example"]]
    assert "may have been sent and is not sent again" in capsys.readouterr().err
    assert [line["state"] for line in store.audit.lines() if line["event"] == "delivery"] == [
        "failed",
        "sent",
    ]


def rule(**more) -> Rule:
    return Rule(
        **{
            "name": "r",
            "scope": "nation",
            "medium": "brief",
            "lang": "th",
            "when": "lost",
            "to": ("a@x",),
            **more,
        }
    )


def test_a_representative_lost_is_an_occasion_and_the_first_look_only_looks():
    held = tiny.records(
        representatives=[tiny.representative("41", "2010-02-01"), tiny.representative("50", "2010-02-01")]
    )
    lost = tiny.records(
        representatives=[
            tiny.representative("41", "2010-02-01", "2012-01-01"),
            tiny.representative("50", "2010-02-01"),
        ]
    )
    today = date(2013, 1, 1)
    first, before = occasions.due(rule(), held, today, None)
    assert first is None
    assert (before["41"], before["50"], before["42"]) == (True, True, False)
    same, _ = occasions.due(rule(), held, today, before)
    assert same is None
    found, now = occasions.due(rule(), lost, today, before)
    assert found is not None
    assert found.areas == ("41",)
    assert occasions.due(rule(), lost, today, now)[0] is None
    north = rule(scope="2551-upper-north-1")
    _, before = occasions.due(north, held, today, None)
    assert set(before) == {"50", "52"}


def test_a_value_that_is_not_known_crosses_no_bound():
    def baht(sum_: float | None):
        return tiny.records(
            projects=[tiny.project("p", "2010-01-01", allocated_baht=sum_)],
            project_locations=[tiny.location("p", "41", 1.0)],
        )

    below = rule(when="below", measure="allocated", bound=80.0)
    today = date(2011, 5, 26)
    _, before = occasions.due(below, baht(100.0), today, None)
    assert before["41"] == 100
    assert occasions.due(below, baht(None), today, before)[0] is None
    assert occasions.due(below, baht(70.0), today, before)[0].areas == ("41",)
    assert occasions.due(below, baht(90.0), today, before)[0] is None


@pytest.mark.parametrize(
    ("was", "now", "place"),
    [
        ('"release"', '"sometimes"', "delivery north"),
        ('"planners"', '"a@x.example"', "delivery north"),
        ('"brief"', '"fax"', "delivery north"),
        ("name =", "title =", "delivery ?"),
    ],
)
def test_a_rule_that_is_not_understood_sends_nothing(tmp_path, was, now, place):
    with pytest.raises(RulesError) as caught:
        read(rules(tmp_path, 25, BRIEF.replace(was, now)))
    assert caught.value.args[0] == place


def test_the_example_of_rules_can_be_read():
    post, found = read(ROOT / "deploy" / "deliveries.toml")
    assert {one.when for one in found} == {"monthly", "release", "lost"}
    assert post.host == "127.0.0.1"
    assert pd.Series([one.name for one in found]).is_unique
