"""Tiny files for tests of the data: written as CSV, read and checked as the loader would."""

import csv
from io import StringIO
from pathlib import Path

from data.checking import check
from data.reading import read_file
from data.schema import TABLES

Row = dict[str, str]
FOUND = tuple[str, int, str, str, str, str]  # file, row, column, read, expected, code


def csv_text(table: str, rows: list[Row], without: tuple[str, ...] = ()) -> str:
    """Return a table as CSV text: its full header (less some columns), blank where a row says nothing."""
    names = [name for name in TABLES[table].names if name not in without]
    file = StringIO()
    sheet = csv.DictWriter(file, names, lineterminator="\n")
    sheet.writeheader()
    sheet.writerows(rows)
    return file.getvalue()


def found(folder: Path, files: dict[str, str | bytes]) -> list[FOUND]:
    """Write files (table -> content) into `facts`, read and check them, and return the faults as tuples."""
    place = folder / "facts"
    place.mkdir(exist_ok=True)
    sheets = {}
    for table, content in files.items():
        path = place / f"{table}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        sheets[table] = read_file(path, TABLES[table])
    return [(f.file, f.row, f.column, f.read, f.expected, f.code) for f in check(sheets)]


PROVINCES = csv_text(
    "provinces",
    [
        {"province_code": "54", "name_th": "แพร่", "name_en": "Phrae", "source_id": "s"},
        {"province_code": "55", "name_th": "น่าน", "name_en": "Nan", "source_id": "s"},
        {"province_code": "38", "name_th": "บึงกาฬ", "name_en": "Bueng Kan", "established_on": "2011-03-23",
         "source_id": "s"},
    ],
)  # fmt: skip
PHASES = csv_text(
    "phases",
    [
        {"phase_code": "phase-2", "name_th": "ระยะที่ 2", "name_en": "Phase 2", "fy_start_be": "2551",
         "fy_end_be": "2554", "start_date": "2007-10-01", "end_date": "2011-09-30", "source_id": "s"},
    ],
)  # fmt: skip
GROUPS = csv_text(
    "province_groups",
    [
        {"scheme": "2551", "group_code": "2551-north", "name_th": "เหนือ", "short_name_th": "เหนือ",
         "name_en": "North", "valid_from": "2008-01-15", "valid_to": "2017-11-16", "source_id": "s"},
        {"scheme": "2560", "group_code": "2560-north", "name_th": "เหนือ", "short_name_th": "เหนือ",
         "name_en": "North", "valid_from": "2017-11-17", "source_id": "s"},
    ],
)  # fmt: skip
