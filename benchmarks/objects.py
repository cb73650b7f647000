"""Does the store keep its promises on an object store? On an S3 interface on this machine, or on one that is named.

`python -m benchmarks.objects [--at http://host:port] [--seconds 60]` starts moto's server on the loopback address (in an
environment of its own: its libraries want another urllib3 than ours), fills a store, reads it, publishes, lets two publish at
the same moment on the same release, and looks whether two replicas serve what the winner has published.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import pyarrow as pa

from data.store.errors import StoreError
from data.store.store import Store, default_folders
from tests.browser import harness

MOTO = ("moto[s3]==5.2.5", "flask==3.1.3", "flask-cors==6.0.1")
BUCKET = "sti"
OPEN = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # this machine, whatever proxy is named


@contextmanager
def moto() -> Iterator[str]:
    """Serve an S3 interface on this machine until the block ends; its address."""
    port = harness.free_port()
    asked = [word for package in MOTO for word in ("--with", package)]
    command = [
        sys.executable,
        "-m",
        "uv",
        "tool",
        "run",
        "--from",
        MOTO[0],
        *asked,
        "moto_server",
        "-H",
        "127.0.0.1",
        "-p",
        str(port),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):
            with suppress(OSError):
                OPEN.open(address, timeout=2)
                break
            if process.poll() is not None:
                raise RuntimeError("moto's server did not start; name an S3 interface with --at")
            time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait()


def use(address: str) -> str:
    """Point this process and its servers at an S3 interface; make a bucket; return the root of a new store."""
    told = {"AWS_ENDPOINT_URL": address, "AWS_ALLOW_HTTP": "true", "AWS_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true", "NO_PROXY": "127.0.0.1"}  # fmt: skip
    os.environ.update(told)
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        os.environ.setdefault(name, "loopback")
    with suppress(OSError):  # it may be there
        asked = urllib.request.Request(f"{address}/{BUCKET}", method="PUT")  # noqa: S310 - ours or the operator's
        OPEN.open(asked)
    return f"s3://{BUCKET}/store-{time.time_ns()}"


def race(root: str, expected: str) -> list[str]:
    """Let two publish at the same moment on the same release; return what became of each: a number, or a kind of error."""
    found, gate = [], threading.Barrier(2)

    def one(rows: int) -> None:
        store = Store(root)
        table: pa.Table = store.dataset("agencies").to_table()
        gate.wait()
        try:
            made = store.publish(
                {"agencies": table.slice(0, rows)}, author=f"{rows}", note="", expected=expected
            )
            found.append(f"release {made.number}")
        except StoreError as error:
            found.append(error.kind)

    both = [threading.Thread(target=one, args=(rows,)) for rows in (9, 10)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    return sorted(found)


def served(server: harness.Server) -> str:
    """Return the release that a replica serves, "" while it has none."""
    with suppress(OSError):
        return str(json.load(OPEN.open(f"{server.url}/api/version", timeout=20))["release"])
    return ""


def until(server: harness.Server, release: str, seconds: float) -> float:
    """Return the seconds until a replica serves a release. Raises TimeoutError."""
    started = time.perf_counter()
    while served(server) != release:
        if time.perf_counter() - started > seconds:
            raise TimeoutError(f"{server.url} serves {served(server)!r}, not {release!r}")
        time.sleep(0.5)
    return time.perf_counter() - started


def measure(address: str, seconds: float) -> dict[str, object]:
    """Return what was seen, in order."""
    root, clock = use(address), time.perf_counter()
    seeded = Store(root).seed(*default_folders())
    found: dict[str, object] = {"fill_s": round(time.perf_counter() - clock, 1)}
    clock = time.perf_counter()
    found |= {
        "projects": len(Store(root).records().projects),
        "read_s": round(time.perf_counter() - clock, 1),
    }
    with ExitStack() as stack:
        replicas = [stack.enter_context(harness.serving(env={"STI_STORE": root})) for _ in range(2)]
        for replica in replicas:
            until(replica, seeded.release_id, seconds)
        found["race"] = race(root, seeded.release_id)
        newest = Store(root).current()
        assert newest
        found["replicas_s"] = [round(until(one, newest.release_id, seconds), 1) for one in replicas]
    try:
        Store(root).publish({}, author="late", note="", expected=seeded.release_id)
        found["late"] = "published"
    except StoreError as error:
        found["late"] = error.kind
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--at", help="an S3 interface that runs already (keys: AWS_ACCESS_KEY_ID and so on)")
    parser.add_argument("--seconds", type=float, default=120, help="to wait for a replica")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        address = chosen.at or stack.enter_context(moto())
        found = measure(address, chosen.seconds)
    print(json.dumps(found, indent=1))
    good = found["race"] == ["conflict", "release 2"] and found["late"] == "conflict"
    print("kept" if good else "NOT kept")


if __name__ == "__main__":
    main()
