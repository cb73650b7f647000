"""The records behind an area's representative and plan: their history, and the doubts about their values."""

from data.proposals import drafting
from data.records import Records
from data.schema import TABLES
from locales import Reader
from shell import amending, doubting

SHOWN = ("representatives", "plans")
UNASKED = ("source_id", "note", "province_code")


def html(province_code: str, records: Records, reader: Reader) -> str:
    """Return them folded, as HTML; "" for an area without such records, and for a group."""
    rows = {}
    for table in SHOWN if "-" not in province_code else ():
        columns = {
            name: amending.column_name(name, reader)
            for name in TABLES[table].names
            if name not in (*UNASKED, *TABLES[table].key)
        }
        for key in drafting.rows_in(table, province_code, records):
            rows[(table, key)] = (f"{amending.table_name(table, reader)} {key}", columns)
    return doubting.of_rows("area", rows, reader)
