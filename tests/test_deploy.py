"""What stands around the program: the front's configuration, the keeper of processes, units, the image's contents."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from benchmarks.socket_client import Session
from deploy import front, ready, replicas
from deploy import kept as kept_module
from deploy.front import TEMPLATE, Front
from deploy.kept import Kept
from tests.browser import harness

ROOT = Path(__file__).resolve().parents[1]
UNITS = ROOT / "deploy" / "systemd"
CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
NOBODY = 10001  # who the image runs as


def config(*ports: int, **settings: object) -> str:
    return Front("127.0.0.1:8500", ports, **settings).config(TEMPLATE.read_text(encoding="utf-8"))


def test_every_blank_of_the_template_is_filled_in():
    assert re.findall(r"@[A-Z_]+@", config(8501, 8502)) == []


def test_each_replica_has_the_others_behind_it():
    text = config(9001, 9002, 9003)
    group = re.search(r"upstream r2 \{(.+?)\}", text, flags=re.S)[1]
    assert re.findall(r"server 127.0.0.1:(\d+) \S+ \S+?( backup)?;", group) == [
        ("9002", ""), ("9001", " backup"), ("9003", " backup"),
    ]  # fmt: skip
    assert re.findall(r'"~:(\d+)\$" (r\d)', text) == [("9001", "r1"), ("9002", "r2"), ("9003", "r3")]


def test_the_front_takes_the_same_uploads_as_the_dashboard():
    assert "client_max_body_size 61m;" in config(8501, max_upload=front.max_upload())


@pytest.mark.parametrize(
    ("env", "listen", "expected"),
    [
        ({}, "127.0.0.1:8500", ("localhost", "127.0.0.1")),
        ({}, "0.0.0.0:80", ("*",)),
        ({"STI_HOSTS": "sti.go.th, *.most.go.th"}, "0.0.0.0:80", ("sti.go.th", "*.most.go.th", "localhost", "127.0.0.1")),
        ({"STI_HOSTS": " , "}, "127.0.0.1:8500", ("localhost", "127.0.0.1")),
    ],
)  # fmt: skip
def test_the_front_answers_to_the_names_of_the_dashboard(env, listen, expected):
    assert front.names(env, listen) == expected


def test_only_a_front_for_any_name_answers_to_any_name():
    named, any_name = config(8501, names=("sti.go.th",)), config(8501, names=("*",))
    refuses = re.compile(
        r"listen 127.0.0.1:8500 default_server[^;]*;\s+server_name \"\";[^;]*;\s+return 421;"
    )
    assert refuses.search(named)
    assert "server_name sti.go.th;" in named
    assert not refuses.search(any_name)


def kept(tmp_path, command, port=0):
    return Kept("r1", [sys.executable, "-c", command], dict(os.environ), tmp_path / "log", port)


def look_until(process, what):
    deadline = time.monotonic() + 30
    while not what():
        assert time.monotonic() < deadline
        process.look()
        time.sleep(0.02)


def test_a_process_that_dies_at_once_is_started_again_with_growing_pauses(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(kept_module, "LONGEST_PAUSE", 1.0)
    dying = kept(tmp_path, "import sys; print('why', flush=True); sys.exit(3)")
    pauses = []
    for _ in range(3):
        look_until(dying, lambda: dying.process)
        look_until(dying, lambda: dying.process is None)
        pauses.append(dying._pause)
    assert pauses == [0.5, 1.0, 1.0]
    assert capsys.readouterr().out.count("r1 ended with 3, starting it again") == 3
    assert (tmp_path / "log").read_text() == "why\n" * 3


def test_a_replica_that_does_not_answer_any_more_is_ended_and_started_again(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(kept_module, "LOOK_EVERY", 0.0)
    monkeypatch.setattr(kept_module, "SETTLED", 0.0)
    monkeypatch.setattr(ready, "TIMEOUT", 0.1)
    deaf = "import socket, sys, time\ns = socket.create_server(('127.0.0.1', int({port})))\ntime.sleep(60)"
    port = harness.free_port()
    silent = kept(tmp_path, deaf.format(port=port), port)
    silent.start()
    first = silent.process
    try:
        look_until(silent, lambda: silent.process not in (first, None))
        assert first.returncode == -9
        assert "r1 does not answer any more, ending it" in capsys.readouterr().out
    finally:
        silent.stop()
    assert silent.process.poll() is not None


def test_a_port_that_is_taken_is_said_and_nothing_is_started(capsys):
    with replicas.socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert replicas.main(["--port", str(port), "--replica-port", "0"]) == 2
    assert f"127.0.0.1:{port} cannot be listened on" in capsys.readouterr().out


@pytest.fixture(scope="module")
def units(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The units as they would stand on a machine whose program lies here, with this interpreter and any nginx."""
    folder = tmp_path_factory.mktemp("units")
    for path in UNITS.iterdir():
        text = path.read_text(encoding="utf-8").replace("/opt/sti/.venv/bin/python", sys.executable)
        text = text.replace("/usr/sbin/nginx", shutil.which("nginx") or "/bin/true")
        (folder / path.name).write_text(text.replace("/opt/sti", str(ROOT)), encoding="utf-8")
    return folder


def analyze(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    found = shutil.which("systemd-analyze")
    if found is None:
        pytest.skip("systemd-analyze is not installed (`make browser-ready` does)")
    return subprocess.run([found, *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_the_units_are_understood_by_systemd_without_a_word(units):
    names = ("./sti@8501.service", "./sti-front.service", "./sti.target")
    told = analyze("verify", "--man=false", *names, folder=units)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


@pytest.mark.parametrize(("unit", "at_most"), [("sti@.service", 15), ("sti-front.service", 17)])
def test_the_units_are_locked_in_as_far_as_systemd_can_judge(unit, at_most, units):
    # `at_most` is ten times the exposure level, of 0 (locked in) to 100
    told = analyze(
        "security", "--offline=true", f"--threshold={at_most}", "--no-pager", f"./{unit}", folder=units
    )
    assert "Overall exposure level" in told.stdout
    assert told.returncode == 0, told.stdout[-80:]


def test_a_unit_does_not_start_without_the_secret_that_all_replicas_share():
    text = (UNITS / "sti@.service").read_text(encoding="utf-8")
    check = re.search(r"ExecStartPre=/bin/sh -c '(.+)'", text)[1].replace("$$", "$")
    for secret, code in (("", 1), ("x" * 31, 1), ("x" * 32, 0)):
        env = {"STREAMLIT_SERVER_COOKIE_SECRET": secret}
        assert subprocess.run(["/bin/sh", "-c", check], env=env, capture_output=True).returncode == code


def test_the_image_is_pinned_runs_as_nobody_and_takes_no_secret_or_record_along():
    assert re.search(r"^ARG PYTHON=python:\d+\.\d+\.\d+-slim-\w+$", CONTAINERFILE, flags=re.M)
    last = CONTAINERFILE.rpartition("\nFROM ")[2]
    assert f"\nUSER {NOBODY}:{NOBODY}\n" in last
    assert "pip uninstall" in last
    assert not any(word in last for word in ("apt-get", "pip install", "requirements"))
    sources = [source for source, _ in copied()]
    assert not {"store/", ".streamlit/secrets.toml", "tests/", ".git/"} & set(sources)


def copied() -> list[tuple[str, str]]:
    """Return what the image's last stage copies from the repository: source and target."""
    last = CONTAINERFILE.rpartition("\nFROM ")[2]
    return re.findall(r"^COPY ([\w./]+) ([\w./]+)$", last, flags=re.M)


def ignored() -> tuple[list[str], list[str]]:
    """Return the patterns that are let through, and those that are held back again."""
    lines = (ROOT / "deploy" / ".containerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    return [rule[1:] for rule in rules if rule.startswith("!")], [
        r for r in rules[1:] if not r.startswith("!")
    ]


def lay_out(folder: Path) -> None:
    """Copy what the image holds, by the Containerfile and its ignore file."""
    let_through, held_back = ignored()
    for source, target in copied():
        assert source.rstrip("/") in let_through
        whole = ROOT / source
        for path in sorted(whole.rglob("*")) if whole.is_dir() else [whole]:
            inside = path.relative_to(ROOT).as_posix()
            if not path.is_file() or any(_matches(inside, rule) for rule in held_back):
                continue
            place = folder / target / path.relative_to(whole) if whole.is_dir() else folder / target
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, place)


def _matches(path: str, rule: str) -> bool:
    rule = rule.removeprefix("**/")
    return path.startswith(f"{rule}/") or any(fnmatch(part, rule) for part in path.split("/"))


def contents(folder: Path) -> dict[str, int]:
    return {str(path.relative_to(folder)): path.stat().st_mtime_ns for path in folder.rglob("*")}


def account() -> dict[str, object]:
    """Return how to start a process as the image's account: root can, where others may reach the interpreter."""
    if os.geteuid() != 0:
        return {}
    as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": ()}
    try:
        reached = subprocess.run(
            [sys.executable, "-c", "import streamlit"], cwd="/", check=False, **as_nobody
        )
    except PermissionError:
        return {}
    return as_nobody if reached.returncode == 0 else {}


@pytest.fixture
def image() -> Iterator[tuple[Path, Path]]:
    """A folder as the image lays it out, and an empty one for the store; open to the image's account."""
    with tempfile.TemporaryDirectory(prefix="sti-image-") as outer:
        program, store = Path(outer) / "opt", Path(outer) / "store"
        program.mkdir()
        store.mkdir()
        lay_out(program)
        Path(outer).chmod(0o755)
        if account():
            os.chown(store, NOBODY, NOBODY)
        yield program, store


async def read_pages(port: int) -> dict[str, list[str]]:
    """Read two pages over a websocket; return what went wrong on each."""
    session = Session(port)
    await session.open()
    try:
        return {page: (await session.visit(page)).errors for page in ("", "coverage")}
    finally:
        await session.close()


def test_what_the_image_holds_is_enough_to_serve_and_nothing_is_written_but_the_store(image):
    program, store = image
    before, port = contents(program), harness.free_port()
    secrets = store / "secrets.toml"  # as the unit hands it over where there is no sign-in
    secrets.touch()
    words = re.findall(r'"([^"]+)"', CONTAINERFILE.rpartition("\nCMD [")[2])
    command = [sys.executable, *(word.replace("8501", str(port)) for word in words[1:])]
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(store),
        "PYTHONDONTWRITEBYTECODE": "1",
        "STI_STORE": str(store),
        "STREAMLIT_SECRETS_FILES": str(secrets),
    }
    log = (store / "log").open("wb")
    server = subprocess.Popen(command, cwd=program, env=env, stdout=log, stderr=log, **account())
    try:
        assert ready.wait(port, 120), (store / "log").read_text()
        health = [sys.executable, "-m", "deploy.ready", "--port", str(port)]
        assert subprocess.run(health, cwd=program, env=env).returncode == 0
        assert asyncio.run(read_pages(port)) == {"": [], "coverage": []}
    finally:
        server.terminate()
        server.wait(30)
        log.close()
    assert contents(program) == before
    assert (store / "releases").is_dir()
    assert subprocess.run(health, cwd=program, env=env, capture_output=True).returncode == 1
