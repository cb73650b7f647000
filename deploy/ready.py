"""`python -m deploy.ready --port 8501 [--wait 60]`: does the dashboard on this port serve pages? Exit code 0 or 1.

Needs nothing but Python: it is the health check of the container and the last step of a unit's start.
"""

import argparse
import http.client
import json
import sys
import time
from collections.abc import Sequence

ROUTES = ("/api/ready", "/api/version")  # the second for a version that does not know the first
TIMEOUT = 10.0  # seconds for one answer


def is_ready(port: int) -> bool:
    """Say whether the dashboard at 127.0.0.1:port has records to show."""
    for route in ROUTES:
        status, body = _ask(port, route)
        if _is_json(body):  # a route that does not exist answers with the first page
            return status == 200
    return False


def is_alive(port: int) -> bool:
    """Say whether the process at 127.0.0.1:port answers at all."""
    return _ask(port, "/api/health")[0] == 200


def wait(port: int, seconds: float) -> bool:
    """Wait until the dashboard is ready; False when that takes longer."""
    deadline = time.monotonic() + seconds
    while not is_ready(port):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.2)
    return True


def _ask(port: int, route: str) -> tuple[int, bytes]:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    try:
        line.request("GET", route, headers={"Host": "127.0.0.1", "Accept": "application/json"})
        answer = line.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        line.close()


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except ValueError:
        return False
    return True


def main(argv: Sequence[str] | None = None) -> int:
    """Ask once, or until --wait seconds are over."""
    parser = argparse.ArgumentParser(
        prog="python -m deploy.ready", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--wait", type=float, default=0.0, help="seconds")
    options = parser.parse_args(argv)
    if wait(options.port, options.wait):
        return 0
    print(f"the dashboard on port {options.port} is not ready", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
