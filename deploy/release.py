"""Put a release of the program together in dist/: `python -m deploy.release` (`make release`).

Three files, named by the version: the sources of the commit that is checked out, a bill of materials (CycloneDX, every
locked library with its hashes) and the licences of these libraries.
"""

import subprocess
import sys
from pathlib import Path

from data.version import VERSION

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "dist"


def main() -> int:
    """Write the three files; what fails is said by the program that failed."""
    FOLDER.mkdir(exist_ok=True)
    name, scripts = f"sti-provinces-{VERSION}", Path(sys.executable).parent
    for command in (
        ["git", "archive", "--format=tar.gz", f"--prefix={name}/", f"--output={FOLDER / name}.tar.gz", "HEAD"],
        [str(scripts / "cyclonedx-py"), "requirements", "requirements.lock", "--pyproject", "pyproject.toml",
         "--output-reproducible", "--of", "JSON", "-o", str(FOLDER / f"{name}.cdx.json")],
        [str(scripts / "pip-licenses"), "--order=license", "--format=csv", "--with-urls",
         f"--output-file={FOLDER / name}-licences.csv"],
    ):  # fmt: skip
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - our own words
    return 0


if __name__ == "__main__":
    sys.exit(main())
