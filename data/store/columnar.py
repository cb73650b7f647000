"""Frames as columns on disk: the Arrow schema of a table, and the way there and back without a change."""

import hashlib
from functools import cache

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads

from data.schema import TABLES

_ARROW = {
    "str": pa.string(),
    "datetime64[us]": pa.date32(),  # every date of the records is a whole day
    "Int64": pa.int64(),
    "float64": pa.float64(),
}


@cache
def arrow_schema(name: str) -> pa.Schema:
    """Return the stored schema of a table: its columns in order, then `evidence`."""
    fields = [pa.field(column.name, _ARROW[column.dtype]) for column in TABLES[name].columns]
    return pa.schema([*fields, pa.field("evidence", pa.string())])


def to_arrow(name: str, frame: pd.DataFrame | pa.Table) -> pa.Table:
    """Return a frame of a table as Arrow; blank numbers and dates become null, blank text stays "".

    Columns the schema does not know are left out. Raises KeyError for a missing column, and ArrowInvalid or
    ArrowTypeError for a cell that does not fit.
    """
    schema = arrow_schema(name)
    if isinstance(frame, pa.Table):
        return frame.select(schema.names).cast(schema).replace_schema_metadata().combine_chunks()
    missing = [column for column in schema.names if column not in frame]
    if missing:
        raise KeyError(f"{name}: {', '.join(missing)}")
    table = pa.Table.from_pandas(frame[schema.names], schema=schema, preserve_index=False)
    return table.replace_schema_metadata().combine_chunks()  # rows in pieces would be written in any order


def to_frame(name: str, table: pa.Table, whole: bool = True) -> pd.DataFrame:
    """Return stored columns as the frame the schema promises: same columns, order and dtypes.

    A column that an older release does not have yet is blank; one that the schema no longer knows is left out.
    whole=False: only the columns that are there.
    """
    kinds = {column.name: column.dtype for column in TABLES[name].columns} | {"evidence": "str"}
    columns = {
        column: _series(table[column], dtype)
        if column in table.column_names
        else pd.Series([_blank(dtype)] * len(table), dtype=dtype)
        for column, dtype in kinds.items()
        if whole or column in table.column_names
    }
    return pd.DataFrame(columns)


def _series(cells: pa.ChunkedArray, dtype: str) -> pd.Series:
    if dtype == "str":
        cells = pc.fill_null(cells, "") if cells.null_count else cells
    if dtype == "datetime64[us]":
        cells = cells.cast(pa.timestamp("us"))
    if dtype == "Int64":
        return cells.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get).reset_index(drop=True)
    return cells.to_pandas().astype(dtype)


def _blank(dtype: str) -> object:
    return "" if dtype == "str" else None


def in_memory(name: str, frame: pd.DataFrame) -> pads.Dataset:
    """Return a frame as a dataset, for callers that ask tables with queries."""
    return pads.dataset(to_arrow(name, frame))


def same_rows(left: pa.Table, right: pa.Table) -> bool:
    """Say whether two tables hold the same rows, in whatever order."""
    if set(left.column_names) != set(right.column_names) or left.num_rows != right.num_rows:
        return False
    by = [(name, "ascending") for name in right.column_names]
    left = left.select(right.column_names).cast(right.schema)
    return bool(left.sort_by(by).combine_chunks().equals(right.sort_by(by).combine_chunks()))


class _Digest:
    """A file that only remembers the hash of what was written to it."""

    closed = False

    def __init__(self) -> None:
        self.hash = hashlib.sha256()

    def write(self, part: bytes) -> int:
        self.hash.update(part)
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""


def content_hash(table: pa.Table) -> str:
    """Return sixteen hex digits of a table's content: the same rows in the same order give the same digits."""
    sink = _Digest()
    with pa.ipc.new_stream(pa.PythonFile(sink, mode="w"), table.schema) as stream:
        stream.write_table(table, max_chunksize=65_536)
    return sink.hash.hexdigest()[:16]
