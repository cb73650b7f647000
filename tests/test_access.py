"""Who may read and write: the rules, and what a limited reader gets of every table."""

import pandas as pd
import pytest
from streamlit import config
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime.secrets import Secrets
from streamlit.testing.v1 import AppTest

from data.access.roles import Identity, Policy, identify, may_publish, policy, visible, why_not
from data.schema import TABLES
from data.store import readable
from data.store.store import Store
from shell import identity
from tests import tiny
from tests.pages.test_pages import ROOT, heading

OPEN = Policy()
SIGNED = Policy(sign_in=True, editors=frozenset({"e@most.go.th"}))
LIMITED = Policy(
    sign_in=True,
    editors=frozenset({"e@most.go.th"}),
    viewers={"n@most.go.th": ("2560-upper-north-1",), "@nesdc.go.th": ("*",)},
)
NORTH = Identity("reader", "n@most.go.th", ("2560-upper-north-1",))


@pytest.mark.parametrize(
    ("rules", "is_local", "email", "role", "groups"),
    [
        (OPEN, True, None, "editor", None),
        (OPEN, False, None, "reader", None),
        (OPEN, False, "e@most.go.th", "reader", None),  # nobody vouches for the address
        (SIGNED, True, None, "reader", None),  # a proxy on this machine looks local: sign-in decides alone
        (SIGNED, False, "E@MOST.go.th ", "editor", None),
        (SIGNED, False, "other@most.go.th", "reader", None),
        (LIMITED, False, None, "nobody", ()),
        (LIMITED, True, None, "nobody", ()),
        (LIMITED, False, "n@most.go.th", "reader", ("2560-upper-north-1",)),
        (LIMITED, False, "x@nesdc.go.th", "reader", None),
        (LIMITED, False, "x@evil-nesdc.go.th", "nobody", ()),
        (LIMITED, False, "x@nesdc.go.th@evil.org", "nobody", ()),
        (LIMITED, False, "e@most.go.th", "editor", None),
        (Policy(viewers={"*": ("2560-upper-north-1",)}), False, None, "reader", ("2560-upper-north-1",)),
    ],
)
def test_who_somebody_is(rules, is_local, email, role, groups):
    who = identify(rules, is_local=is_local, email=email)
    assert (who.role, who.groups) == (role, groups)
    assert may_publish(who) is (role == "editor")


def test_the_reason_why_somebody_may_not_publish():
    remote = identify(OPEN, is_local=False, email=None)
    anonymous = identify(SIGNED, is_local=False, email=None)
    known = identify(SIGNED, is_local=False, email="x@most.go.th")
    assert why_not(remote, OPEN) == "no-sign-in"
    assert why_not(anonymous, SIGNED) == "signed-out"
    assert why_not(known, SIGNED) == "not-an-editor"
    assert why_not(identify(OPEN, is_local=True, email=None), OPEN) == ""


def test_the_policy_is_read_from_the_environment_before_the_secrets():
    secrets = {
        "auth": {"client_id": "x"},
        "access": {"editors": ["A@x.th"], "viewers": {"@x.th": ["g2", "g1"]}},
    }
    assert policy({}, secrets) == Policy(True, frozenset({"a@x.th"}), {"@x.th": ("g1", "g2")})
    env = {"STI_EDITORS": "B@x.th, c@x.th,", "STI_VIEWERS": "n@x.th = g1 g2 ; * = *;"}
    assert policy(env, secrets) == Policy(
        True, frozenset({"b@x.th", "c@x.th"}), {"n@x.th": ("g1", "g2"), "*": ("*",)}
    )
    assert policy({}, {}) == Policy()


@pytest.mark.parametrize("written", ["n@x.th", "= g1", "n@x.th ="])
def test_a_rule_that_cannot_be_read_opens_no_door(written):
    with pytest.raises(ValueError, match="viewers"):
        policy({"STI_VIEWERS": written}, {})


@pytest.fixture(scope="module")
def records():
    north, northeast = tiny.NORTH, tiny.NE
    return tiny.records(
        institutions=[{"institution_code": code, "province_code": province, "source_id": "s"}
                      for code, province in [("cm", "50"), ("ud", "41"), ("serves-lampang", "43"), ("bkk", "10")]],
        institution_service_areas=[
            {"institution_code": "serves-lampang", "province_code": "52", "role": "service_area"},
            {"institution_code": "ud", "province_code": "41", "role": "host"},
        ],
        representatives=[
            {"representative_id": "r1", "institution_code": "cm", "province_code": "50", "source_id": "sample"},
            {"representative_id": "r2", "institution_code": "bkk", "province_code": "52", "source_id": "sample"},
            {"representative_id": "r3", "institution_code": "ud", "province_code": "41", "source_id": "sample"},
        ],
        workshops=[
            tiny.workshop("w-north", "2010-06-01", group_code=north),
            tiny.workshop("w-northeast", "2010-07-01", group_code=northeast),
            tiny.workshop("w-nation", "2010-08-01", group_code="", scope="national"),
        ],
        participations=[
            tiny.seat("w-north", "50", 3, 2), tiny.seat("w-north", "", 9, 9), tiny.seat("w-nation", "41", 1, 1),
            tiny.seat("w-nation", "52", 1, 1), tiny.seat("w-northeast", "41", 1, 1), tiny.seat("w-northeast", "", 5, 5),
        ],
        milestones=[{"milestone_id": "m1", "workshop_id": "w-north"}, {"milestone_id": "m2", "workshop_id": "w-northeast"}],
        projects=[tiny.project(code, "2010-01-01") for code in ("north", "both", "northeast", "nation", "nowhere")],
        project_locations=[
            tiny.location("north", "50", 1.0), tiny.location("both", "52", 0.4), tiny.location("both", "41", 0.6),
            tiny.location("northeast", "42", 1.0), tiny.location("nation", "", precision="nationwide"),
        ],
        plans=[{"plan_id": "p50", "province_code": "50"}, {"plan_id": "p41", "province_code": "41"}],
        observations=[{"observation_id": "o1", "value": 61}],
        network_growth=[{"indicator": "x", "value": 61}],
    )  # fmt: skip


EXPECTED = {
    "provinces": ("province_code", ["50", "52"]),
    "province_groups": ("group_code", ["2551-upper-north-1", "2560-upper-north-1"]),
    "province_group_members": ("province_code", ["50", "52", "50", "52"]),
    "institutions": ("institution_code", ["cm", "serves-lampang", "bkk"]),
    "institution_service_areas": ("province_code", ["52"]),
    "representatives": ("representative_id", ["r1", "r2"]),
    "workshops": ("workshop_id", ["w-north", "w-nation"]),
    "participations": ("province_code", ["50", "", "52"]),
    "milestones": ("workshop_id", ["w-north", ""]),
    "projects": ("project_id", ["north", "both", "nation"]),
    "project_locations": ("project_id", ["north", "both", "both", "nation"]),
    "plans": ("plan_id", ["p50"]),
    "observations": ("observation_id", []),
    "network_growth": ("indicator", []),
    "phases": ("phase_code", ["phase-1", "phase-2", "phase-3"]),
}


def seen(records):
    return {name: getattr(records, name)[column].tolist() for name, (column, _) in EXPECTED.items()}


def test_a_limited_reader_gets_their_provinces_and_nationwide_work(records):
    assert seen(visible(records, NORTH)) == {name: rows for name, (_, rows) in EXPECTED.items()}


def test_the_same_holds_for_big_tables_that_lie_in_files(records, tmp_path, monkeypatch):
    store = Store(tmp_path)
    store.fill(records)
    monkeypatch.setattr(readable, "BIG", 4)
    limited = visible(store.records(), NORTH)
    assert limited.count("projects") == 3
    assert limited.dataset("project_locations").to_table()["province_code"].to_pylist() == [
        "50",
        "52",
        "",
        "",
    ]
    assert not hasattr(limited.dataset("projects"), "files")  # whoever reads files would read past the limit
    assert seen(limited) == {name: rows for name, (_, rows) in EXPECTED.items()}


def test_a_limited_view_keeps_the_types_and_has_a_release_of_its_own(records):
    limited = visible(records, NORTH)
    for name in TABLES:
        pd.testing.assert_series_equal(getattr(limited, name).dtypes, getattr(records, name).dtypes)
    assert limited.release.startswith("tiny.")
    assert visible(records, NORTH) is limited
    other = visible(records, Identity("reader", "n", ("2560-upper-northeast-1",)))
    assert other.release != limited.release


def test_nobody_and_a_group_that_does_not_exist_see_no_province(records):
    for who in (Identity("nobody", groups=()), Identity("reader", "x", ("2560-nowhere",))):
        limited = visible(records, who)
        assert (len(limited.provinces), len(limited.plans), len(limited.representatives)) == (0, 0, 0)


def test_whoever_is_not_limited_gets_the_very_same_object(records):
    assert visible(records, Identity("reader")) is records
    assert visible(records, Identity("editor", "local")) is records


def shown(page="overview"):
    test = AppTest.from_file(str(ROOT / "server" / "main.py"), default_timeout=60)
    if page != "overview":
        test.switch_page(f"../pages/{page}.py")
    return test.run()


def test_a_page_of_a_limited_reader_counts_their_provinces_only(monkeypatch):
    monkeypatch.setattr(identity, "who", lambda: Identity("reader", "x", ("2560-upper-northeast-1",)))
    page = shown()
    assert not page.exception
    assert "จาก 5 จังหวัด" in heading(page)
    monkeypatch.setattr(identity, "who", lambda: Identity("reader", "x"))
    assert "จาก 76 จังหวัด" in heading(shown())


def test_where_readers_are_limited_and_nobody_can_sign_in_nothing_is_shown(monkeypatch):
    monkeypatch.setenv("STI_VIEWERS", "n@most.go.th = 2560-upper-north-1")
    monkeypatch.setattr(identity, "is_local", lambda: False)
    page = shown()
    assert heading(page) == "ข้อมูลชุดนี้จำกัดผู้ดู แต่ยังไม่ได้เปิดให้ลงชื่อเข้าใช้"
    assert not page.get("plotly_chart")


@pytest.mark.parametrize(
    ("address", "headers", "local"),
    [
        ("127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("127.0.0.1", {"Host": "localhost:8501"}, True),
        ("::1", {"Host": "[::1]:8501"}, True),
        ("127.0.0.1", {"Host": "sti.most.go.th"}, False),  # a proxy, or a name that was made to point here
        ("127.0.0.1", {"Host": "localhost", "X-Forwarded-For": "10.0.0.7"}, False),
        ("0.0.0.0", {"Host": "localhost:8501"}, False),  # noqa: S104
        (None, {"Host": "localhost:8501"}, False),
    ],
)
def test_local_means_that_this_machine_is_the_only_way_in(monkeypatch, address, headers, local):
    class Context:
        pass

    context = Context()
    context.headers = headers
    monkeypatch.setattr(identity.st, "context", context)
    monkeypatch.setattr(identity.st, "get_option", lambda name: address)
    assert identity.is_local() is local


@pytest.fixture
def secrets_file(monkeypatch, tmp_path):
    """A file of secrets in the place of the usual ones, read by Streamlit itself."""
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(tmp_path / "secrets.toml")])
    monkeypatch.setattr(identity.st, "secrets", Secrets())
    yield tmp_path / "secrets.toml"
    config.set_option("secrets.files", before)


def test_the_rules_stand_in_the_secrets(secrets_file):
    assert identity.rules() == Policy()
    secrets_file.write_text('[auth]\nclient_id = "x"\n[access]\neditors = ["e@x.th"]\n', encoding="utf-8")
    assert identity.rules() == Policy(True, frozenset({"e@x.th"}))


def test_secrets_that_cannot_be_read_are_not_taken_for_no_limits(secrets_file):
    secrets_file.write_text("[auth\n", encoding="utf-8")
    with pytest.raises(StreamlitSecretNotFoundError):
        identity.rules()


@pytest.mark.parametrize(
    ("claims", "vouched", "email"),
    [
        ({"email": "e@x.go.th", "email_verified": True}, False, "e@x.go.th"),
        ({"email": "e@x.go.th", "email_verified": "true"}, False, "e@x.go.th"),
        ({"email": "e@x.go.th", "email_verified": False}, False, None),
        ({"email": "e@x.go.th", "email_verified": False}, True, None),
        ({"email": "e@x.go.th"}, False, None),  # the provider says nothing: it is not verified
        (
            {"email": "e@x.go.th"},
            True,
            "e@x.go.th",
        ),  # unless whoever runs the server vouches for the provider
        ({}, True, None),
    ],
)
def test_an_address_counts_when_somebody_vouches_for_it(monkeypatch, claims, vouched, email):
    monkeypatch.setattr(identity, "claimed", lambda: claims)
    monkeypatch.setattr(identity, "rules", lambda: Policy(sign_in=True, vouched=vouched))
    assert identity.email() == email


def test_who_vouches_is_read_from_the_secrets_or_the_environment():
    assert not policy({}, {"auth": {"x": 1}}).vouched
    assert policy({}, {"auth": {"x": 1}, "access": {"provider_vouches": True}}).vouched
    assert policy({"STI_PROVIDER_VOUCHES": "1"}, {"auth": {"x": 1}}).vouched


@pytest.mark.parametrize(("told", "local"), [("1", True), ("", False), ("0", False), (None, False)])
def test_without_being_told_at_the_start_nobody_at_this_machine_is_an_editor(monkeypatch, told, local):
    class Context:
        headers = {"Host": "127.0.0.1:8501"}  # noqa: RUF012 - what a proxy sends that hands on its own host

    monkeypatch.setattr(identity.st, "context", Context())
    monkeypatch.setattr(identity.st, "get_option", lambda name: "127.0.0.1")
    monkeypatch.delenv(identity.EDITS_HERE, raising=False)
    if told is not None:
        monkeypatch.setenv(identity.EDITS_HERE, told)
    assert identity.is_local() is local
