"""Try the newest version of every library: what would break? `make upgrade`, `python -m deploy.upgrade [--keep FOLDER]`.

In an environment of its own, which is removed afterwards; the pins stay as they are. Says which libraries are newer, then
runs the tests that tell what a new version moves: the reaches into the platform's insides and every page once.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = (
    "tests/test_platform.py",
    "tests/test_chart_code.py",
    "tests/test_shell_server.py",
    "tests/pages/test_pages.py",
)
_PIN = re.compile(r"^([A-Za-z0-9._-]+(?:\[[^]]*\])?)==([^\s#;]+)", re.MULTILINE)


def pins() -> dict[str, str]:
    """Return every library that the requirements name and the version that is pinned."""
    texts = [
        (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "requirements-dev.txt")
    ]
    return dict(_PIN.findall("\n".join(texts)))


def newer(pinned: dict[str, str], installed: dict[str, str]) -> list[str]:
    """Return a line for each library whose version differs from the pin, in the order of names."""
    named = {name.partition("[")[0].lower().replace("_", "-"): version for name, version in pinned.items()}
    found = {name.lower().replace("_", "-"): version for name, version in installed.items()}
    return [
        f"{name} {version} -> {found[name]}"
        for name, version in sorted(named.items())
        if name in found and found[name] != version
    ]


def installed(python: Path) -> dict[str, str]:
    """Return the versions in an environment."""
    ask = f"import importlib.metadata as m; print('\\n'.join(f'{{d.name}}=={{d.version}}' for d in m.distributions()))"  # noqa: F541
    told = subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout  # noqa: S603
    return dict(line.partition("==")[::2] for line in told.splitlines())


def main(words: list[str]) -> int:
    """Install the newest, tell the differences, run the tests; return their exit code, or pip's."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--keep", type=Path, help="make the environment in this folder and leave it there")
    keep = options.parse_args(words).keep
    with tempfile.TemporaryDirectory(prefix="sti-upgrade-") as passing:
        folder = keep or Path(passing)
        python = folder / "bin" / "python"
        for command in (
            [sys.executable, "-m", "venv", folder],
            [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", *pins()],
        ):
            if code := subprocess.run(command, check=False).returncode:  # noqa: S603
                return code
        print("\n".join(newer(pins(), installed(python)) or ["nothing is newer than what is pinned"]))
        return subprocess.run([python, "-m", "pytest", "-q", *TESTS], cwd=ROOT, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
