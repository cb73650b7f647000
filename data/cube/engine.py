"""Where the cube query runs: in this process, or on an engine for data that outgrows one machine (`STI_ENGINE`).

| STI_ENGINE | runs the query |
| --- | --- |
| duckdb (default) | in this process, by the shortcuts that one process allows (`data/cube/build.py`) |
| duckdb+sql | in this process, as the text of `data/cube/engine_query.py` |
| daft | the same text, in this process, by Daft |
| daft+ray | the same text, by Daft on the Ray cluster of `RAY_ADDRESS`, or on one that is started here |
| ray://host:port | the same text, by Daft on that Ray cluster |

A session runs SQL that all of them understand; `data/cube/engine_build.py` asks it.
"""

import importlib.util
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol
from urllib.parse import urlsplit

import duckdb
import pyarrow as pa
import pyarrow.dataset as ds

from data.store import versions
from data.store.errors import StoreError

DEFAULT = "duckdb"
NAMES = (DEFAULT, "duckdb+sql", "daft", "daft+ray", "ray://host:port")
PARTS_PER_CORE = 2
_LOOPBACK = ("127.0.0.1", "localhost")
_AT_HOME = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
}  # nothing is reported


class EngineError(StoreError):
    """The cube cannot be made where `STI_ENGINE` says; kinds engine-unknown, engine-missing, engine-failed."""


class Session(Protocol):
    """A conversation with an engine: tables by name, SQL in, Arrow out."""

    def read(self, name: str, source: pa.Table | ds.Dataset) -> None:
        """Name a stored table; its files are read where the engine is, at the version of the dataset."""

    def put(self, name: str, table: pa.Table) -> None:
        """Name a small table made here."""

    def keep(self, name: str, sql: str) -> None:
        """Name an answer that stays with the engine, worked out once."""

    def ask(self, sql: str) -> pa.Table:
        """Return an answer."""


def chosen() -> str:
    """Return what `STI_ENGINE` names. Raises EngineError for a name that is not known or not installed."""
    name = os.environ.get("STI_ENGINE", "").strip() or DEFAULT
    if name not in NAMES[:4] and not (name.startswith("ray://") and _port(name)):
        raise EngineError("engine-unknown", name, f"STI_ENGINE is one of {', '.join(NAMES)}")
    needed = {"daft": ("daft",)}.get(name, () if name.startswith(DEFAULT) else ("daft", "ray"))
    missing = [module for module in needed if importlib.util.find_spec(module) is None]
    if missing:
        raise EngineError("engine-missing", name, f"pip install -r requirements-scale.txt: {missing}")
    return name


def _port(address: str) -> int | None:
    try:
        return urlsplit(address).port
    except ValueError:
        return None


@contextmanager
def opened(name: str) -> Iterator[Session]:
    """Open a session; whatever the engine says when it fails is an EngineError `engine-failed`."""
    try:
        if name.startswith(DEFAULT):
            with duckdb.connect(config={"threads": 2}) as connection:
                yield _DuckDB(connection)
        else:
            yield _Daft(name)
    except (StoreError, ValueError):
        raise
    except Exception as error:  # each engine has error classes of its own
        raise EngineError("engine-failed", name, f"{type(error).__name__}: {error}") from error


class _DuckDB:
    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def read(self, name: str, source: pa.Table | ds.Dataset) -> None:
        self._connection.register(name, source)

    def put(self, name: str, table: pa.Table) -> None:
        self._connection.register(name, table)

    def keep(self, name: str, sql: str) -> None:
        self._connection.execute(f"CREATE TEMP TABLE {name} AS {sql}")

    def ask(self, sql: str) -> pa.Table:
        return self._connection.sql(sql).to_arrow_table()


class _Daft:
    """Daft takes one runner per process for good, so the first name that is asked for decides."""

    def __init__(self, name: str) -> None:
        os.environ.update(_AT_HOME)
        self._parts = 0
        if name == "daft":
            _runner("native")
        else:
            # A stored row group is one small task after another otherwise, and every shuffle their square.
            self._parts = PARTS_PER_CORE * _join_ray(name)
            _runner("ray")
        self._daft = importlib.import_module("daft")
        self._frames: dict[str, Any] = {}

    def read(self, name: str, source: pa.Table | ds.Dataset) -> None:
        files = versions.files(source)
        frame = self._daft.read_parquet(files) if files else self._daft.from_arrow(_table(source))
        self._frames[name] = frame

    def put(self, name: str, table: pa.Table) -> None:
        self._frames[name] = self._daft.from_arrow(table)

    def keep(self, name: str, sql: str) -> None:
        frame = self._sql(sql)
        self._frames[name] = (frame.into_partitions(self._parts) if self._parts else frame).collect()

    def ask(self, sql: str) -> pa.Table:
        return self._sql(sql).to_arrow()

    def _sql(self, sql: str) -> Any:
        return self._daft.sql(sql, register_globals=False, **self._frames)


def _table(source: pa.Table | ds.Dataset) -> pa.Table:
    return source if isinstance(source, pa.Table) else source.to_table()


def _runner(kind: str) -> None:
    from daft import runners

    if runners._get_runner() is None:
        runners.set_runner_native() if kind == "native" else runners.set_runner_ray(noop_if_initialized=True)
    if (found := runners.get_or_infer_runner_type()) != kind:
        raise EngineError("engine-failed", kind, f"this process runs Daft on {found} already")


def _join_ray(name: str) -> int:
    """Join the cluster once and return its cores; one on this machine only, or started here, stays on loopback."""
    address = name if name.startswith("ray://") else os.environ.get("RAY_ADDRESS")
    here = address is None or address.rsplit(":", 1)[0] in _LOOPBACK
    if here:  # Ray's word for it; otherwise it takes 127.0.0.1 for the machine's outer address
        os.environ.setdefault("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
    import ray

    own: dict[str, Any] = {"runtime_env": {"env_vars": _AT_HOME}}
    if here:  # what is started here inherits the environment
        own = {"_node_ip_address": _LOOPBACK[0]} | ({"include_dashboard": False} if address is None else {})
    if not ray.is_initialized():
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **own)
    return max(1, int(ray.cluster_resources().get("CPU", 1)))
