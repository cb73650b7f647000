"""What differs between two stored versions of one table: only the rows that differ are ever taken into memory."""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from typing import Any, Literal

import duckdb
import pyarrow as pa

from data.schema import TABLES
from data.store.columnar import arrow_schema

FAILED = (duckdb.Error, OSError, pa.ArrowException)
Kind = Literal["added", "changed", "removed"]
Cells = dict[str, str]
SEPARATOR = " + "  # between the parts of a key, as faults write it


def between(table: str, old: list[str], new: list[str]) -> Iterator[tuple[str, Kind, Cells, Cells]]:
    """Yield (key, kind, cells before, cells after) of every row that differs between Parquet files.

    Of a row that is in both, the cells that differ; of one that came or went, all that are filled. Rows are told apart by
    the table's key; no files, no rows.
    """
    names = arrow_schema(table).names
    with closing(_engine().cursor()) as engine:
        before, after = (_rows(engine, names, paths) for paths in (old, new))
        gone = _differing(engine, before, after)
        come = _differing(engine, after, before)
    left, right = ({key_of(table, row): row for row in rows} for rows in (gone, come))
    for key in sorted(left.keys() | right.keys()):
        was, now = left.get(key), right.get(key)
        if was is None:
            yield key, "added", {}, _filled(now or {})
        elif now is None:
            yield key, "removed", _filled(was), {}
        else:
            differing = [name for name in names if was[name] != now[name]]
            yield key, "changed", {n: was[n] for n in differing}, {n: now[n] for n in differing}


def find(table: str, paths: list[str], key: str) -> Cells | None:
    """Return the filled cells of the row with a key; None where there is none."""
    columns = TABLES[table].key
    parts = key.split(SEPARATOR)
    if len(parts) != len(columns) or not paths:
        return None
    schema = arrow_schema(table)
    with closing(_engine().cursor()) as engine:
        rows = _rows(engine, schema.names, paths)
        same = " AND ".join(f"{_text(name, schema)} = ?" for name in columns)
        found = _plain(engine.execute(f"SELECT * FROM {rows} WHERE {same} LIMIT 1", parts))  # noqa: S608 - names of the schema
    return _filled(found[0]) if found else None


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    """Return the one engine of this process; each question takes a cursor of its own."""
    return duckdb.connect(config={"threads": 1, "memory_limit": "600MB"})


def key_of(table: str, cells: Cells) -> str:
    """Return the key of a row as one text."""
    return SEPARATOR.join(cells[name] for name in TABLES[table].key)


def _text(name: str, schema: pa.Schema) -> str:
    # A column of text is compared as it is, so that pieces whose bounds exclude the key are not read.
    return name if pa.types.is_string(schema.field(name).type) else f"COALESCE(CAST({name} AS VARCHAR), '')"


def _rows(engine: duckdb.DuckDBPyConnection, names: list[str], paths: list[str]) -> str:
    """Return an expression for the rows of some files with all columns of the schema; older files may lack some."""
    if not paths:
        return f"(SELECT {', '.join(f'NULL AS {name}' for name in names)} WHERE FALSE)"
    listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
    source = f"read_parquet([{listed}], union_by_name = true)"
    there = {row[0] for row in engine.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()}  # noqa: S608
    columns = ", ".join(name if name in there else f"NULL AS {name}" for name in names)
    return f"(SELECT {columns} FROM {source})"  # noqa: S608


def _differing(engine: duckdb.DuckDBPyConnection, rows: str, others: str) -> list[Cells]:
    return _plain(engine.execute(f"FROM {rows} EXCEPT FROM {others}"))


def _plain(answer: duckdb.DuckDBPyConnection) -> list[Cells]:
    names = [column[0] for column in answer.description or ()]
    return [dict(zip(names, map(_written, row), strict=True)) for row in answer.fetchall()]


def _written(value: Any) -> str:
    """Return a cell as the schema writes it: ISO days, plain numbers, "" for blank."""
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


def _filled(cells: Cells) -> Cells:
    return {name: cell for name, cell in cells.items() if cell}
