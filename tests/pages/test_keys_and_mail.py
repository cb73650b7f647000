"""Editors' screens on the Data page: keys of programs, and the rules by which files go out by mail."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.access.tokens import FILE, Tokens
from data.store.store import Store
from exports.delivery.ledger import Ledger, key
from exports.delivery.preview import FOLDER
from shell import context
from tests.pages.test_data_page import on, told
from tests.pages.test_pages import show

RULES = """
[smtp]
host = "127.0.0.1"
[people]
planners = ["planning@sti.example.go.th", "second@sti.example.go.th"]
north = ["north@sti.example.go.th"]
[[delivery]]
name = "every-release"
scope = "2560-upper-north-1"
medium = "brief"
lang = "th"
when = "release"
to = ["north", "planners"]
[[delivery]]
name = "lost"
scope = "nation"
medium = "workbook"
lang = "en"
when = "lost"
to = ["planners"]
[[delivery]]
name = "nowhere"
scope = "no-such-area"
medium = "deck"
lang = "th"
when = "below"
bound = 3.0
to = ["north"]
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("STI_STORE", str(tmp_path / "store"))
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    monkeypatch.setenv("STI_DELIVERIES", str(tmp_path / "rules.toml"))
    context.everything()
    opened = context.store()
    assert opened is not None
    yield opened
    monkeypatch.undo()


@pytest.mark.parametrize(("lang", "shown_once"), [("th", "แสดงครั้งนี้ครั้งเดียว"), ("en", "shown this once")])
def test_a_key_is_issued_for_some_groups_shown_once_and_revoked(
    store: Store, lang: str, shown_once: str
) -> None:
    test = show("data", part="programs", lang=lang)
    assert not test.exception
    test.text_input(key="keys_name").input("เว็บไซต์ <b>กระทรวง</b>")
    test.radio(key="keys_scope").set_value("groups")
    test.multiselect(key="keys_groups").set_value(["2560-upper-north-1"])
    test.number_input(key="keys_days").set_value(30)
    on(test, "keys_issue_button")
    secret = test.code[0].value
    assert shown_once in test.success[0].value
    (made,) = Tokens(store).all()
    assert (made.name, made.groups) == ("เว็บไซต์ <b>กระทรวง</b>", ("2560-upper-north-1",))
    assert (date.fromisoformat(made.ends_on) - date.fromisoformat(made.issued_at[:10])).days in (30, 31)
    assert Tokens(store).find(secret, date.today()) is not None
    assert secret.rpartition("_")[2] not in (store.folder / FILE).read_text(encoding="utf-8")  # type: ignore[operator]
    test.run()
    assert not test.code  # nobody is shown it again
    assert ("ภาคเหนือตอนบน 1" if lang == "th" else "Upper Northern") in told(test)
    test.selectbox(key="keys_which").set_value(made.token_id)
    on(test, "keys_revoke_button")
    assert Tokens(store).find(secret, date.today()) is None
    assert [line["event"] for line in store.audit.lines()][-2:] == ["token-issued", "token-revoked"]


def test_a_key_without_a_name_or_without_groups_is_not_issued(store: Store) -> None:
    test = show("data", part="programs", lang="th")
    on(test, "keys_issue_button")
    assert test.error
    test.text_input(key="keys_name").input("ชื่อ")
    test.radio(key="keys_scope").set_value("groups")
    on(test, "keys_issue_button")
    assert test.error
    assert Tokens(store).all() == ()


@pytest.mark.parametrize("editors", ["", "somebody@example.go.th"])
def test_who_is_no_editor_sees_neither_keys_nor_rules(
    store: Store, monkeypatch: pytest.MonkeyPatch, editors: str
) -> None:
    monkeypatch.delenv("STI_EDIT_HERE")
    monkeypatch.setenv("STI_EDITORS", editors)
    Tokens(store).issue("ชื่อที่ไม่ควรเห็น", None, "x", date(2030, 1, 1))
    test = show("data", part="programs", lang="th")
    assert not test.exception
    assert "ชื่อที่ไม่ควรเห็น" not in told(test)
    assert "every-release" not in told(test)
    assert not [box for box in test.text_input if box.key == "keys_name"]


def test_the_rules_say_what_would_be_sent_to_whom_by_name_and_nothing_is_sent(store: Store) -> None:
    release = store.current().release_id
    ledger = Ledger(store.folder / FOLDER)  # type: ignore[operator]
    ledger.mark(key("every-release", release, "north@sti.example.go.th"), "sent")
    ledger.mark(key("every-release", release, "second@sti.example.go.th"), "sending")
    before = (store.folder / FOLDER / "ledger.json").read_bytes()  # type: ignore[operator]
    store.audit.write(
        "delivery", "deliver", rule="every-release", state="failed", occasion=release, why="550 no such user"
    )
    test = show("data", part="programs", lang="th")
    plain = told(test)
    assert "north, planners (3 ที่อยู่)" in plain
    assert "550 no such user" in plain
    assert "@sti.example.go.th" not in plain
    on(test, "mail_dry")
    plain = told(test)
    assert "every-release: ถึงกำหนด จะส่ง 1 ฉบับถึง north, planners · 1 ฉบับไม่แน่ว่าส่งไปแล้วหรือไม่" in plain
    assert "lost: ยังไม่ถึงกำหนด" in plain
    assert "nowhere: ไม่มีพื้นที่ no-such-area" in plain
    assert (store.folder / FOLDER / "ledger.json").read_bytes() == before  # type: ignore[operator]
    assert json.loads(before)["states"] == {}


def test_a_rule_that_cannot_be_read_is_told_and_the_page_stands(store: Store, tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text('[[delivery]]\nname = "x"\nto = []\n', encoding="utf-8")
    test = show("data", part="programs", lang="en")
    assert not test.exception
    assert "delivery x" in test.error[0].value
