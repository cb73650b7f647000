"""Write the locks: every library that comes along, its version and the hashes of its files. `python -m deploy.lock`.

requirements.lock is what `make run` and the image install, requirements-dev.lock what the tests need as well. One lock
holds for every supported Python: where a library differs between them, it carries a marker. `--upgrade` takes newer
versions of what only comes along; what requirements*.txt name stays as it is pinned there.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKS = {"requirements.lock": "requirements.txt", "requirements-dev.lock": "requirements-dev.txt"}
OLDEST = "3.11"


def main(words: list[str]) -> int:
    """Write both locks; return the exit code of the first resolution that fails."""
    for lock, source in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", source, "--universal", "--python-version", OLDEST,
                   "--generate-hashes", "--no-config", "--quiet", "--custom-compile-command", "make lock",
                   "--output-file", lock, *words]  # fmt: skip
        code = subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own words
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
