"""Records for analysis: Parquet files with exact types and the statement in their metadata."""

import json
from io import BytesIO

import pandas as pd
import pyarrow as pa
from pyarrow import parquet as pq

from data.takeout.parcel import Parcel, zipped


def parquet(parcel: Parcel) -> bytes:
    """Return one Parquet file for one table, a zip of them with README.txt for several.

    Types: text as string ("" is blank), dates as date32, counts as int64 and sums as double (null is blank).
    """
    files = {f"{name}.parquet": file(frame, parcel) for name, frame in parcel.tables.items()}
    if len(files) == 1:
        return next(iter(files.values()))
    return zipped({"README.txt": parcel.readme().encode()} | files, parcel.day)


def table(frame: pd.DataFrame) -> pa.Table:
    """Return a frame as an Arrow table: days without a time of day, blanks of numbers and days as null."""
    arrays = {}
    for name in frame.columns:
        kind = frame[name].dtype.kind
        wanted = (
            pa.date32()
            if kind == "M"
            else pa.float64()
            if kind == "f"
            else pa.int64()
            if kind in "iu"
            else pa.string()
        )
        arrays[name] = pa.Array.from_pandas(frame[name], type=pa.timestamp("us") if kind == "M" else wanted)
        arrays[name] = arrays[name].cast(wanted)
    return pa.table(arrays)


def file(frame: pd.DataFrame, parcel: Parcel) -> bytes:
    """Return one table as a Parquet file with the statement in its metadata."""
    out = BytesIO()
    told = json.dumps(statement(parcel), ensure_ascii=False)
    pq.write_table(table(frame).replace_schema_metadata({"sti": told}), out, compression="zstd")
    return out.getvalue()


def statement(parcel: Parcel) -> dict[str, object]:
    """Return what a file says about itself, for its metadata."""
    return {"release": parcel.release, "day": parcel.day.isoformat(), "statement": dict(parcel.statement())}
