"""The read interface on a real server: everything its description allows, packed, and nobody who takes it from the others."""

import gzip
import json
import subprocess
import sys
import threading
import urllib.request
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.error import HTTPError

import pytest
import zstandard

from data.access.tokens import Tokens
from data.store.store import Store
from tests.browser import harness
from tests.browser.harness import Server

NORTH = ("2560-upper-north-1",)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("store")


@pytest.fixture(scope="module")
def served(folder: Path) -> Iterator[Server]:
    env = {
        "STI_STORE": str(folder),
        "STI_API_RATE": "100000/minute",
        "STI_FRAMES": "https://www.example.go.th",
    }
    with harness.serving(env=env) as server:
        yield server


def get(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers (lower case) and body of one GET."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    asked = urllib.request.Request(url, headers=told)  # noqa: S310
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(asked, timeout=60) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def test_what_the_description_allows_never_breaks_the_server_and_answers_as_described(served: Server) -> None:
    command = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{served.url}/api/v1/openapi.json",
        "--checks", "not_a_server_error,content_type_conformance,response_schema_conformance,status_code_conformance",
        "--max-examples", "6", "--seed", "2551", "--generation-database", "none", "--request-timeout", "60",
        "--phases", "coverage,fuzzing", "--workers", "1", "--suppress-health-check", "all",
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=540)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


def test_answers_travel_packed_and_once_only(served: Server) -> None:
    status, headers, body = get(f"{served.url}/api/v1/measures/coverage", Accept_Encoding="gzip")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    told = json.loads(gzip.decompress(body))
    assert (told["total"]["value"], told["total"]["of"]) == (61, 76)
    status, headers, body = get(f"{served.url}/api/v1/measures/coverage", Accept_Encoding="zstd, gzip")
    assert (status, headers["content-encoding"]) == (200, "zstd")
    assert json.loads(zstandard.ZstdDecompressor().decompressobj().decompress(body)) == told
    assert "accept-encoding" in headers["vary"].lower()
    status, headers, body = get(f"{served.url}/api/v1/measures/coverage")
    assert (status, headers.get("content-encoding"), json.loads(body)) == (200, None, told)
    assert get(f"{served.url}/api/v1/measures/coverage", If_None_Match=headers["etag"])[0] == 304


def test_the_interface_carries_the_security_headers_and_opens_to_no_other_origin(served: Server) -> None:
    _, headers, _ = get(f"{served.url}/api/v1/provinces", Origin="https://elsewhere.example")
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers
    _, headers, body = get(f"{served.url}/embed?figure=map")
    assert "frame-ancestors https://www.example.go.th" in headers["content-security-policy"]
    assert headers["content-security-policy"].count("default-src") == 1
    assert b"__streamlit" not in body
    _, headers, _ = get(f"{served.url}/coverage", Accept="text/html")
    assert "example.go.th" not in headers["content-security-policy"]


def test_a_key_issued_by_command_opens_its_groups_at_once_and_closes_at_once(
    served: Server, folder: Path
) -> None:
    tokens = Tokens(Store(folder))
    made, text = tokens.issue("test", NORTH, "tester", date.today() + timedelta(days=1))
    asked = f"{served.url}/api/v1/provinces?asof=2018-01-01"
    told = json.loads(get(asked, Authorization=f"Bearer {text}")[2])
    assert [row["province_code"] for row in told["provinces"]] == ["50", "51", "52", "58"]
    tokens.revoke(made.token_id, "tester")
    assert get(asked, Authorization=f"Bearer {text}")[0] == 401
    assert text.split("_", 2)[2] not in served.said()


def test_a_thousand_requests_from_one_address_are_told_to_wait_and_hurt_nobody_else(folder: Path) -> None:
    env = {"STI_STORE": str(folder), "STI_API_RATE": "100/minute"}
    with harness.serving(env=env) as server:
        asked, seen = f"{server.url}/api/v1/provinces", Counter[int]()
        waits = []

        def many(n: int) -> None:
            for _ in range(n):
                status, headers, _ = get(asked, X_Forwarded_For="203.0.113.7")
                seen[status] += 1
                if status == 429:
                    waits.append(int(headers["retry-after"]))

        threads = [threading.Thread(target=many, args=(250,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        others = [get(asked, X_Forwarded_For=f"203.0.113.{n}")[0] for n in range(20, 40)]
        alive = get(f"{server.url}/api/health")[0]
        for thread in threads:
            thread.join()
    assert seen == {200: 100, 429: 900}
    assert all(1 <= wait <= 61 for wait in waits)
    assert (set(others), alive) == ({200}, 200)
