"""What docs/security.md promises and no other test shows."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from detect_secrets import SecretsCollection
from detect_secrets.settings import transient_settings

ROOT = Path(__file__).resolve().parents[1]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
DETECTORS = (
    "AWSKeyDetector", "AzureStorageKeyDetector", "BasicAuthDetector", "GitHubTokenDetector", "GitLabTokenDetector",
    "JwtTokenDetector", "KeywordDetector", "PrivateKeyDetector", "PypiTokenDetector", "SlackDetector",
)  # fmt: skip
NO_TEXT = (".png", ".woff2", ".ttf", ".pptx", ".geojson", ".csv", ".min.js")


def tracked() -> list[str]:
    """Return the files of the repository; skip where this is no checkout."""
    asked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if asked.returncode:
        pytest.skip("not a git checkout")
    return asked.stdout.split("\n")[:-1]


def secrets_in(paths: list[Path]) -> list[str]:
    """Return where a scanner finds something like a key, a token or a password."""
    with transient_settings({"plugins_used": [{"name": name} for name in DETECTORS]}):
        found = SecretsCollection()
        for path in paths:
            found.scan_file(str(path))
    return [f"{Path(file).name}:{secret.line_number} {secret.type}" for file, secret in found]


def test_no_file_of_the_repository_holds_a_secret() -> None:
    paths = [ROOT / name for name in tracked() if not name.endswith(NO_TEXT)]
    assert secrets_in([path for path in paths if path.is_file()]) == []


def test_the_scanner_would_see_one(tmp_path: Path) -> None:
    planted = tmp_path / "secrets.toml"
    planted.write_text('client_secret = "' + "q8Zr" * 6 + '"\n', encoding="utf-8")
    assert secrets_in([planted]) == ["secrets.toml:1 Secret Keyword"]


def test_what_a_browser_may_fetch_is_boundaries_fonts_and_the_page_of_the_interface_only() -> None:
    static = ROOT / "static"
    served = {path.relative_to(static).as_posix() for path in static.rglob("*") if path.is_file()}
    allowed = re.compile(
        r"geo/[a-z0-9-]+(\.[a-z0-9-]+)*\.geojson(\.meta\.toml)?|geo/world_110m\.json(\.meta\.toml)?|"
        r"fonts/[a-zA-Z0-9-]+\.woff2(\.meta\.toml)?|fonts/OFL-[A-Za-z-]+\.txt|"
        r"guide/[a-z0-9-]+\.png|"
        r"swagger-ui/swagger-ui(-bundle)?\.(js|css)(\.meta\.toml)?|swagger-ui/LICENSE-[A-Za-z0-9-]+\.txt"
    )
    assert sorted(name for name in served if not allowed.fullmatch(name)) == []


def test_the_server_starts_closed_and_quiet() -> None:
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["server"]["enableCORS"] is True
    assert CONFIG["server"]["enableXsrfProtection"] is True
    assert CONFIG["server"]["maxUploadSize"] <= 64
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["browser"]["gatherUsageStats"] is False
