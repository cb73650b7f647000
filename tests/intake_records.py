"""The release that tests of intake run against: the documented facts and two illustrative projects."""

import datetime as dt
from functools import cache

import pandas as pd

from data.records import Records, load
from data.schema import TABLES, empty

TODAY = dt.date(2026, 1, 31)


@cache
def base() -> Records:
    """Return shipped facts, with the illustrative tables cut down to what two projects need."""
    shipped = load()
    tables = {name: frame[frame["evidence"] == "documented"] for name, frame in shipped.tables().items()}
    tables["sources"] = shipped.sources
    project = {
        "project_id": "known-1", "title_th": "(สมมติ) โครงการ", "title_en": "(Illustrative) project",
        "programme_code": "clinic", "status": "planned", "source_id": "sample",
    }  # fmt: skip
    rows = [project | {"fiscal_year_be": 2554}, project | {"project_id": "known-2", "fiscal_year_be": 2555}]
    tables["projects"] = _frame("projects", rows)
    tables["project_locations"] = _frame("project_locations", [
        {"project_id": "known-2", "province_code": "52", "precision": "province", "source_id": "sample"},
    ])  # fmt: skip
    return Records("0123456789ab", **{name: frame.reset_index(drop=True) for name, frame in tables.items()})


def _frame(table: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    made = {}
    for column in TABLES[table].columns:
        values = [row.get(column.name) for row in rows]
        if column.dtype == "str":
            values = [value or "" for value in values]
        made[column.name] = pd.Series(values, dtype=column.dtype)
    made["evidence"] = pd.Series(["illustrative"] * len(rows), dtype="str")
    return pd.DataFrame(made)[[*empty(table).columns, "evidence"]]
