"""Look before anything is installed or served: one line that says what is missing and what to do.

    python3 deploy/before.py python            is this Python one that the dashboard runs on, and can it make an environment?
    python3 deploy/before.py port HOST PORT    is this address free?

Runs on any Python from 3.6 on, so it imports nothing of ours and says nothing in newer words. Exit code 1 where not.
"""

import socket
import sys

OLDEST, NEWEST = (3, 11), (3, 14)


def python(version: tuple, has_venv: bool, name: str) -> str:
    """Return what is wrong with the Python that was found, or "". version: (major, minor)."""
    needed = f"Python {OLDEST[0]}.{OLDEST[1]} to {NEWEST[0]}.{NEWEST[1]}"
    if version < OLDEST or version > NEWEST:
        found = f"{name} is Python {version[0]}.{version[1]}"
        return f"{needed} is needed; {found}. Name another: make PYTHON=/path/to/python3.11 ..."
    if not has_venv:
        debian = f"python{version[0]}.{version[1]}-venv"
        return f"{name} has no venv module. On Debian: apt-get install {debian}"
    return ""


def port(host: str, number: int) -> str:
    """Return what is wrong with an address to serve on, or ""."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, number))
    except (OSError, OverflowError) as error:
        return f"Port {number} on {host} cannot be used ({error}). Choose another: make run PORT=8502"
    return ""


def main(words: list) -> int:
    """Say what is wrong, if anything is; return the exit code."""
    if words[:1] == ["port"]:
        wrong = port(words[1], int(words[2]))
    else:
        try:
            import ensurepip  # noqa: F401 - Debian splits it off
            import venv  # noqa: F401

            has_venv = True
        except ImportError:
            has_venv = False
        wrong = python(tuple(sys.version_info[:2]), has_venv, sys.executable)
    if wrong:
        sys.stderr.write(wrong + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
