"""The audit log: one line per event, readable whatever was written, and never in the way."""

import json
import threading

import pytest

from data.store.audit import Audit


@pytest.fixture
def audit(tmp_path):
    return Audit(tmp_path / "audit.log")


def test_an_event_is_one_line_of_json_with_its_moment(audit):
    audit.write("sign-in", "somchai@most.go.th", of="สมชาย\nบรรทัดสอง")
    (line,) = audit.path.read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert told["at"].endswith("+00:00")
    assert (told["event"], told["who"], told["of"]) == ("sign-in", "somchai@most.go.th", "สมชาย\nบรรทัดสอง")


def test_a_line_cut_short_spoils_no_other(audit):
    audit.write("publish", "a")
    with audit.path.open("ab") as file:
        file.write(b'{"at": "2026-01-')
    audit.write("restore", "b")
    assert [line["event"] for line in audit.lines()] == ["publish", "restore"]


def test_lines_of_several_writers_never_mix(audit):
    threads = [
        threading.Thread(
            target=lambda n=n: [audit.write("publish", f"w{n}", note="ก" * 500) for _ in range(50)]
        )
        for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(audit.lines()) == 200
    assert {line["note"] for line in audit.lines()} == {"ก" * 500}


def test_a_log_that_cannot_be_written_is_told_to_the_logger_and_stops_nothing(tmp_path, caplog):
    (tmp_path / "file").write_text("x")
    Audit(tmp_path / "file" / "audit.log").write("publish", "somebody")
    assert "the audit log cannot be written" in caplog.text
    assert "somebody" in caplog.text


def test_a_store_at_an_address_has_the_logger_only(caplog):
    caplog.set_level("INFO", "sti.audit")
    audit = Audit(None)
    audit.write("publish", "somebody")
    assert '"who": "somebody"' in caplog.text
    assert audit.lines() == []


def test_an_unknown_event_is_a_broken_promise(audit):
    with pytest.raises(ValueError, match="'publsh'"):
        audit.write("publsh", "a")
