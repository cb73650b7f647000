"""Keys, and that a limited one opens its own groups alone, at every address."""

import json
import re
from datetime import date, timedelta

import pytest

from api.routes import DOORS
from data.__main__ import main
from data.access.roles import Identity, visible
from data.access.tokens import Tokens
from data.records import load
from data.store.store import Store
from tests.api.asking import LIMITED, app, ask, key

NORTH = ("2560-upper-north-1",)
IDS = {"projects": "project_id", "workshops": "workshop_id", "representatives": "representative_id",
       "plans": "plan_id", "institutions": "institution_code", "observations": "observation_id"}  # fmt: skip


@pytest.fixture(scope="module")
def shipped():
    return load()


@pytest.fixture(scope="module")
def store(shipped, tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("store"))
    store.fill(shipped)
    return store


@pytest.fixture(scope="module")
def foreign(shipped):
    """What a reader of the upper north 1 must never meet: ids of others' rows, names of others' provinces."""
    seen = visible(shipped, Identity("reader", "n", NORTH))
    ids = {
        code for table, column in IDS.items()
        for code in set(getattr(shipped, table)[column]) - set(getattr(seen, table)[column])
        if re.search(r"[-0-9]", code)
    }  # fmt: skip
    names = set(shipped.provinces["name_th"]) - set(seen.provinces["name_th"])
    return ids, names


RECORDS = [door for door in DOORS if door.holds == "records"]


@pytest.mark.parametrize("door", RECORDS, ids=lambda door: door.path)
def test_a_limited_key_sees_its_groups_alone(shipped, store, foreign, door):
    own = app(shipped, store, LIMITED)
    answer = ask(own, door.example, key(store, NORTH))
    ids, names = foreign
    if answer.status_code == 404:
        assert "{" in door.path  # the example is another's
        return
    assert answer.status_code == 200, answer.text
    words = set(re.findall(r"[\w.|-]+", answer.text))
    assert words & ids == set()
    assert {name for name in names if f'"{name}"' in answer.text or f",{name}," in answer.text} == set()
    assert "private" in answer.headers["cache-control"]


@pytest.mark.parametrize("door", RECORDS, ids=lambda door: door.path)
def test_a_limited_key_gets_what_a_server_of_its_records_alone_would_say(shipped, store, door):
    """Counts tell too: no number of a limited answer may know of rows outside."""
    limited = ask(app(shipped, store, LIMITED), door.example, key(store, NORTH))
    alone = app(visible(shipped, Identity("reader", "n", NORTH)), store, LIMITED)
    if door.path == "/api/v1/releases":
        assert {(row["note"], row["rows"]) for row in limited.json()["releases"]} == {(None, None)}
        return
    assert limited.content == ask(alone, door.example, key(store, None)).content


@pytest.mark.parametrize("door", RECORDS, ids=lambda door: door.path)
@pytest.mark.parametrize("kind", ["none", "unknown", "ended", "revoked"])
def test_without_a_good_key_nothing_opens_where_readers_are_limited(shipped, store, door, kind):
    own, brought = app(shipped, store, LIMITED), ""
    if kind == "unknown":
        brought = "sti_00000000_nothing"
    if kind == "ended":
        brought = key(store, NORTH, days=-1)
    if kind == "revoked":
        brought = key(store, NORTH)
        Tokens(store).revoke(brought.split("_")[1], "tester")
    answer = ask(own, door.example, brought)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    assert answer.json()["title"] == ("token-refused" if brought else "token-needed")


def test_a_wrong_key_is_refused_where_reading_is_open_too(shipped, store):
    assert ask(app(shipped, store), "/api/v1/provinces", "sti_00000000_nothing").status_code == 401
    assert ask(app(shipped, store), "/api/v1/provinces").status_code == 200
    assert ask(app(shipped, store), "/api/v1/provinces", Authorization="Basic eDp5").status_code == 200


def test_a_key_for_some_groups_is_limited_where_reading_is_open(shipped, store):
    told = ask(app(shipped, store), "/api/v1/provinces?asof=2018-01-01", key(store, NORTH)).json()
    assert [row["province_code"] for row in told["provinces"]] == ["50", "51", "52", "58"]


def test_two_limits_share_no_tag(shipped, store):
    own = app(shipped, store)
    brought = [key(store, NORTH), key(store, ("2560-upper-north-2",)), key(store, None), ""]
    tags = [ask(own, "/api/v1/measures", one).headers["etag"] for one in brought]
    assert len(set(tags)) == 3  # a key for everything sees what everybody sees
    assert tags[2] == tags[3]


def test_the_secret_is_shown_once_and_kept_as_a_hash(store):
    made, text = Tokens(store).issue("เว็บจังหวัด", NORTH, "e@most.go.th", date.today() + timedelta(days=1))
    kept = (store.folder / "tokens.json").read_text(encoding="utf-8")
    secret = text.split("_", 2)[2]
    assert secret not in kept
    assert made.token_id in kept
    assert secret not in (store.folder / "audit.log").read_text(encoding="utf-8")
    assert (store.folder / "tokens.json").stat().st_mode & 0o077 == 0
    line = [line for line in store.audit.lines() if line["event"] == "token-issued"][-1]
    assert (line["who"], line["token"], line["groups"]) == ("e@most.go.th", made.token_id, list(NORTH))
    assert Tokens(store).find(text, date.today()).identity().groups == NORTH
    assert Tokens(store).find(text[:-1] + "x", date.today()) is None
    assert Tokens(store).find(text, date.today() + timedelta(days=2)) is None


def test_half_a_file_of_keys_opens_nothing(shipped, tmp_path):
    store = Store(tmp_path)
    store.fill(shipped)
    brought = key(store, None)
    file = tmp_path / "tokens.json"
    file.write_text(file.read_text()[:40])
    answer = ask(app(shipped, store, LIMITED), "/api/v1/provinces", brought)
    assert (answer.status_code, answer.json()["title"]) == (503, "no-release")


def test_rules_that_cannot_be_read_open_nothing(shipped):
    from starlette.applications import Starlette

    from api.house import House
    from api.routes import routes

    def broken():
        raise ValueError("viewers: …")

    own = Starlette(routes=routes(House(lambda: shipped, lambda: None, broken)))
    assert ask(own, "/api/v1/provinces").status_code == 503


def test_the_command_issues_lists_and_takes_back(tmp_path, capsys):
    where = ["--lang", "en", "--store", str(tmp_path)]
    assert main([*where, "seed"]) == 0
    capsys.readouterr()
    assert main([*where, "token", "issue", "--name", "web", "--groups", "2560-upper-north-1"]) == 0
    text = capsys.readouterr().out.strip()
    token_id = text.split("_")[1]
    assert main([*where, "token", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(row["token_id"], row["groups"], "digest" in row) for row in listed] == [
        (token_id, ["2560-upper-north-1"], False)
    ]
    assert main([*where, "token", "revoke", token_id]) == 0
    assert "taken back" in capsys.readouterr().out
    assert Tokens(Store(tmp_path)).find(text, date.today()) is None
    assert main([*where, "token", "revoke", "nope"]) == 1
    assert main([*where, "token", "issue", "--name", "web", "--groups", "2560-nowhere"]) == 1
    assert "2560-nowhere" in capsys.readouterr().err
