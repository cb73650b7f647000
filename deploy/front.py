"""`python -m deploy.front`: the configuration of the nginx in front of the replicas, from `deploy/nginx.conf`.

Names come from STI_HOSTS, the upload limit from `.streamlit/config.toml`: said once, true for both.
"""

import argparse
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = Path(__file__).with_name("nginx.conf")
LOCAL_NAMES = ("localhost", "127.0.0.1")
ANY_NAME = "*"
STATE = "max_fails=1 fail_timeout=2s"  # a replica that is gone is asked again after two seconds


@dataclass(frozen=True)
class Front:
    """What the template leaves open.

    listen: address and port. ports: of the replicas on this machine, in order: the first is r1. names: the host names
    that are answered, "*" for any. max_upload: megabytes. account: what the workers run as, only for root to say.
    access_log: a file, or what else nginx accepts there.
    """

    listen: str
    ports: tuple[int, ...]
    names: tuple[str, ...] = LOCAL_NAMES
    max_upload: int = 200
    account: str = ""
    access_log: str = "access.log"

    def config(self, template: str) -> str:
        """Return the template with every blank filled in."""
        is_open = ANY_NAME in self.names
        blanks = {
            "USER": f"user {self.account};" if self.account else "",
            "LISTEN": self.listen,
            "NAMES": "_" if is_open else " ".join(self.names),
            "PLAIN": f"{self.listen.rpartition(':')[0]}:80",
            "OURS": " default_server" if is_open else "",
            "OTHERS": "" if is_open else " default_server",
            "ACCESS_LOG": self.access_log,
            "MAX_BODY": f"{self.max_upload + 1}m",
            "ANY": "\n".join(f"        {_server(port)};" for port in self.ports),
            "GROUPS": "\n".join(self._group(port) for port in self.ports),
            "BY_COOKIE": "\n".join(f"        {name} {name};" for name in self._names()),
            "BY_ADDRESS": "\n".join(
                f'        "~:{port}$" {name};' for name, port in zip(self._names(), self.ports, strict=True)
            ),
        }
        for name, value in blanks.items():
            template = template.replace(f"@{name}@", value)
        return template

    def _names(self) -> list[str]:
        return [name_of(place) for place in range(len(self.ports))]

    def _group(self, own: int) -> str:
        """Return the group of one replica: itself, and the others in its place when it is gone."""
        name = name_of(self.ports.index(own))
        others = [f"        {_server(port)} backup;" for port in self.ports if port != own]
        return "\n".join(
            [
                f"    upstream {name} {{",
                f"        zone {name} 64k;",
                f"        {_server(own)};",
                *others,
                "    }",
            ]
        )


def name_of(place: int) -> str:
    """Return the name of the replica at a place, counted from 0: what the cookie and the log call it."""
    return f"r{place + 1}"


def names(env: Mapping[str, str], listen: str) -> tuple[str, ...]:
    """Return the host names to answer: those of STI_HOSTS and this machine's; any, when open and none is named.

    The same rule as `server.routes.allowed_hosts`, with the front's address in the place of the replicas'.
    """
    named = tuple(name.strip() for name in env.get("STI_HOSTS", "").split(",") if name.strip())
    if named:
        return (*named, *LOCAL_NAMES)
    return LOCAL_NAMES if listen.rpartition(":")[0] in LOCAL_NAMES else (ANY_NAME,)


def max_upload(config: Path = ROOT / ".streamlit" / "config.toml") -> int:
    """Return Streamlit's upload limit in megabytes."""
    return int(tomllib.loads(config.read_text(encoding="utf-8"))["server"]["maxUploadSize"])


def _server(port: int) -> str:
    return f"server 127.0.0.1:{port} {STATE}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the configuration, or write it to a file."""
    parser = argparse.ArgumentParser(
        prog="python -m deploy.front", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--listen", default="127.0.0.1:8500", help="address:port of the front")
    parser.add_argument("--ports", type=int, nargs="+", default=[8501, 8502], help="of the replicas")
    parser.add_argument(
        "--template", type=Path, default=TEMPLATE, help="a copy of deploy/nginx.conf, as with TLS"
    )
    parser.add_argument("--access-log", default="access.log", help="a file, or syslog:server=unix:/dev/log")
    parser.add_argument("--out", type=Path, help="the file to write; printed when left out")
    options = parser.parse_args(argv)
    front = Front(
        listen=options.listen,
        ports=tuple(options.ports),
        names=names(os.environ, options.listen),
        max_upload=max_upload(),
        access_log=options.access_log,
    )
    text = front.config(options.template.read_text(encoding="utf-8"))
    if options.out:
        options.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
