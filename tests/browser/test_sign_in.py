"""Signing in with a real OpenID Connect provider: who may see what, and what is written down."""

import re
from collections.abc import Iterator
from pathlib import Path

import oidc_provider_mock
import pytest
from playwright.sync_api import Browser, Page, expect

from data.store.audit import Audit
from tests.browser import harness

pytestmark = pytest.mark.browser
LIMITED, EDITOR, STRANGER = "north@most.go.th", "editor@most.go.th", "stranger@example.org"
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "only-for-this-test-{port}" # pragma: allowlist secret
client_id = "sti"
client_secret = "sti" # pragma: allowlist secret
server_metadata_url = "{provider}/.well-known/openid-configuration"

[access]
editors = ["editor@most.go.th"]
viewers = {{ "north@most.go.th" = ["2560-upper-north-1"] }}
"""


@pytest.fixture(scope="module")
def store_folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="module")
def guarded(tmp_path_factory, store_folder) -> Iterator[harness.Server]:
    """A dashboard whose readers must sign in."""
    users = [
        oidc_provider_mock.User(sub=email, claims={"email": email, "email_verified": True})
        for email in (LIMITED, EDITOR, STRANGER)
    ]
    with oidc_provider_mock.run_server_in_thread(user_claims=users) as provider:
        port = harness.free_port()
        secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
        address = f"http://127.0.0.1:{provider.server_port}"
        secrets.write_text(SECRETS.format(port=port, provider=address), encoding="utf-8")
        env = {
            "STREAMLIT_SECRETS_FILES": str(secrets),
            "STI_STORE": str(store_folder),
            "NO_PROXY": "127.0.0.1",
        }
        with harness.serving(env=env, port=port) as running:
            yield running


def signed_in(browser: Browser, server: harness.Server, email: str) -> Page:
    page = harness.context(browser).new_page()
    page.goto(server.url)
    expect(page.locator("h1")).to_have_text("โปรดลงชื่อเข้าใช้เพื่อดูข้อมูล", timeout=20_000)
    assert page.locator("[data-testid=stPlotlyChart]").count() == 0
    page.get_by_role("button", name="ลงชื่อเข้าใช้").click()
    page.locator("input[name=sub]").fill(email)
    page.get_by_role("button", name=re.compile("authorize", re.IGNORECASE)).first.click()
    page.wait_for_url(f"{server.url}/**")
    return page


def test_each_reader_sees_what_their_address_allows(browser, guarded, store_folder):
    limited = signed_in(browser, guarded, LIMITED)
    expect(limited.locator("h1")).to_contain_text(re.compile("จาก 4 จังหวัด"), timeout=20_000)
    harness.settle(limited)
    harness.open_take(limited, "map")
    with limited.expect_download() as download:  # made outside of the session, after the page
        limited.locator(".st-key-map_csv button").click()
    told = download.value.path().read_text(encoding="utf-8-sig")
    assert [name for name in ("ลำปาง", "ลำพูน", "น่าน", "กระบี่") if name in told] == ["ลำปาง", "ลำพูน"]

    limited.get_by_role("button", name=f"ออกจากระบบ ({LIMITED})").click()
    expect(limited.locator("h1")).to_have_text("End Session", timeout=20_000)  # of the provider itself
    limited.goto(guarded.url)
    expect(limited.locator("h1")).to_have_text("โปรดลงชื่อเข้าใช้เพื่อดูข้อมูล", timeout=20_000)

    editor = signed_in(browser, guarded, EDITOR)
    expect(editor.locator("h1")).to_contain_text("จาก 76 จังหวัด", timeout=20_000)

    stranger = signed_in(browser, guarded, STRANGER)
    expect(stranger.locator("h1")).to_have_text("บัญชีนี้ยังไม่ได้รับสิทธิ์ดูข้อมูล", timeout=20_000)
    assert stranger.locator("[data-testid=stPlotlyChart]").count() == 0

    lines = [(line["event"], line["who"]) for line in Audit(store_folder / "audit.log").lines()]
    assert lines == [
        ("seed", "facts + sample"), ("sign-in", LIMITED), ("sign-in", EDITOR), ("refusal", STRANGER),
    ]  # fmt: skip
