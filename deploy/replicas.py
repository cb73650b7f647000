"""`python -m deploy.replicas --count 2 --port 8500`: replicas of the dashboard on one store, nginx in front.

Runs in the foreground and needs no rights. What dies is started again; SIGHUP restarts the replicas one after the
other, each when the one before serves pages; SIGINT and SIGTERM stop everything. For a server room there are units of
systemd (deploy/systemd); this is for one machine, a rehearsal or a test.
"""

import argparse
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType

from deploy import ready
from deploy.front import LOCAL_NAMES, TEMPLATE, Front, max_upload, name_of, names
from deploy.kept import Kept, say

TICK = 0.2  # seconds between two looks
START_WITHIN = 180.0
COOKIE_SECRET = "STREAMLIT_SERVER_COOKIE_SECRET"  # noqa: S105  # pragma: allowlist secret


class StartError(Exception):
    """What keeps the replicas from starting, in words."""


class Replicas:
    """The replicas and the nginx in front of them, in one folder with their logs."""

    def __init__(self, front: Front, folder: Path, env: Mapping[str, str], template: Path = TEMPLATE) -> None:
        self.front = front
        self.folder = folder
        (folder / "nginx.conf").write_text(
            front.config(template.read_text(encoding="utf-8")), encoding="utf-8"
        )
        self.replicas = [
            Kept(name_of(place), replica_command(port), env, folder / f"{name_of(place)}.log", port)
            for place, port in enumerate(front.ports)
        ]
        self.nginx = Kept("nginx", nginx_command(folder), env, folder / "nginx.log")
        self.ending = False
        self._to_roll: list[Kept] = []

    def run(self) -> int:
        """Start everything and keep it running until a signal ends it. Returns the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)
        signal.signal(signal.SIGHUP, self._roll)
        try:
            return self._run()
        finally:
            for kept in (self.nginx, *self.replicas):
                kept.stop()

    def _run(self) -> int:
        for replica in self.replicas:
            replica.start()
        self.nginx.start()
        if not all(self._wait_for(replica) for replica in self.replicas):
            return 0 if self.ending else 1
        say(f"ready: http://{self.front.listen}  ({len(self.replicas)} replicas, logs in {self.folder})")
        while not self.ending:
            self._look()
            if self._to_roll:
                self._restart(self._to_roll.pop(0))
            time.sleep(TICK)
        return 0

    def _look(self) -> None:
        for kept in (self.nginx, *self.replicas):
            kept.look()

    def _wait_for(self, replica: Kept) -> bool:
        """Keep everything running until one replica serves pages; False when it does not in time, or we are ended."""
        deadline = time.monotonic() + START_WITHIN
        while not self.ending and time.monotonic() < deadline:
            if replica.process and ready.is_ready(replica.port):
                return True
            self._look()
            time.sleep(TICK)
        if not self.ending:
            say(f"{replica.name} does not become ready; its log: {replica.log}")
        return False

    def _restart(self, replica: Kept) -> None:
        say(f"restarting {replica.name}")
        replica.stop()
        replica.start()
        if not self._wait_for(replica):
            self._to_roll.clear()  # the others still serve: better the old version than none
        elif not self._to_roll:
            say("all replicas restarted")

    def _end(self, number: int, frame: FrameType | None) -> None:
        self.ending = True

    def _roll(self, number: int, frame: FrameType | None) -> None:
        self._to_roll = list(self.replicas)


def replica_command(port: int) -> list[str]:
    """Return the command of one replica: it listens to this machine alone."""
    address = ["--server.address", "127.0.0.1", "--server.port", str(port)]
    return [sys.executable, "-m", "streamlit", "run", "app.py", *address]


def replica_env(env: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a replica: all sign cookies with the same secret, so that a sign-in counts on each.

    Who sits at the machine is nobody special: readers come through a front.
    """
    return {**env, COOKIE_SECRET: env.get(COOKIE_SECRET) or secrets.token_hex(32), "STI_EDIT_HERE": ""}


def nginx_command(folder: Path) -> list[str]:
    """Return the command of nginx in a folder of its own. Raises StartError when there is no nginx."""
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin")
    if not found:
        raise StartError("nginx is not installed (on Debian: apt-get install nginx-light)")
    return [found, "-p", str(folder), "-c", "nginx.conf", "-e", "stderr", "-g", "daemon off;"]


def check_config(folder: Path) -> None:
    """Let nginx read its configuration. Raises StartError with its words."""
    tried = subprocess.run([*nginx_command(folder), "-t", "-q"], capture_output=True, text=True, check=False)  # noqa: S603
    if tried.returncode:
        raise StartError(tried.stderr.strip())


def free_ports(count: int) -> tuple[int, ...]:
    """Return so many ports that nobody listens on."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    found = tuple(int(probe.getsockname()[1]) for probe in probes)
    for probe in probes:
        probe.close()
    return found


def _check_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise StartError(f"{host}:{port} cannot be listened on: {error.strerror}") from error


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m deploy.replicas", description=(__doc__ or "").splitlines()[0]
    )
    add: Callable[..., object] = parser.add_argument
    add("--count", type=int, default=2, choices=range(1, 33), metavar="1..32", help="how many replicas")
    add("--host", default="127.0.0.1", help="the front's address; 0.0.0.0 for the network")
    add("--port", type=int, default=8500, help="the front's port")
    add(
        "--replica-port",
        type=int,
        help="of the first replica; --port + 1 when left out, 0 takes any that are free",
    )
    add("--folder", type=Path, help="for configuration, cache and logs; a temporary one when left out")
    add("--template", type=Path, default=TEMPLATE, help="a copy of deploy/nginx.conf, as with TLS")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run until a signal comes. Exit codes: 0 ended by a signal, 1 not ready in time, 2 cannot start."""
    options = _options(argv)
    first = options.port + 1 if options.replica_port is None else options.replica_port
    ports = tuple(range(first, first + options.count)) if first else free_ports(options.count)
    listen = f"{options.host}:{options.port}"
    account = "root root" if os.geteuid() == 0 else ""  # root's workers could not enter root's folders
    front = Front(listen, ports, names(os.environ, listen), max_upload(), account)
    env = dict(os.environ)
    if options.host not in LOCAL_NAMES and "STI_HOSTS" not in env:
        env["STI_HOSTS"] = "*"  # the replicas listen to this machine, but are asked by the front's names
    env = replica_env(env)
    with tempfile.TemporaryDirectory(prefix="sti-") as temporary:
        folder = (options.folder or Path(temporary)).resolve()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _check_free(options.host, options.port)
            for port in ports:
                _check_free("127.0.0.1", port)
            replicas = Replicas(front, folder, env, options.template)
            check_config(folder)
        except (StartError, OSError) as error:
            say(str(error))
            return 2
        return replicas.run()


if __name__ == "__main__":
    sys.exit(main())
