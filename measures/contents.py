"""How many rows a release holds, by table, evidence and source; big tables are counted where they lie."""

import pandas as pd

from data.cube import book
from data.cube.pieces import Pieces
from data.records import Records
from data.remember import lru_cache
from data.schema import TABLES

COLUMNS = ["table", "evidence", "source_id", "row_count"]
_IN_PIECES = ("projects", "project_locations")


@lru_cache(maxsize=8)
def by_source(records: Records) -> pd.DataFrame:
    """Return one row per table, evidence and source: table, evidence, source_id ("" for a table without), row_count."""
    own = book.of(records)
    pieces = dict(zip(_IN_PIECES, (own.projects, own.locations), strict=True))
    made = []
    for name in TABLES:
        if name in pieces:
            made.append(_counted(_of_pieces(pieces[name])).assign(table=name))
        else:
            made.append(_counted(getattr(records, name)).assign(table=name))
    return pd.concat(made, ignore_index=True)[COLUMNS]


def _counted(rows: pd.DataFrame) -> pd.DataFrame:
    source = rows["source_id"] if "source_id" in rows else pd.Series("", index=rows.index, dtype="str")
    keyed = pd.DataFrame(
        {"evidence": rows["evidence"], "source_id": source, "row_count": rows.get("row_count", 1)}
    )
    return keyed.groupby(["evidence", "source_id"], as_index=False, sort=False)["row_count"].sum()


def _of_pieces(pieces: Pieces) -> pd.DataFrame:
    parts = [
        rows.group_by(["evidence", "source_id"]).aggregate([([], "count_all")]).to_pandas()
        for _, rows in pieces.batches(["evidence", "source_id"])
    ]
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=["evidence", "source_id"])
    text = found[["evidence", "source_id"]].astype("str")
    return text.assign(row_count=found["count_all"] if parts else pd.Series([], dtype=int))
