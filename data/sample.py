"""Write the illustrative files of data/sample: `python -m data.sample`. The same bytes every time.

Nothing in them is fact. They stand beside the documents so that every page can be seen at work, agree with
each documented total, and carry `source_id` = `sample` in every row.
"""

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from data.illustration import meetings, networks, plans, projects
from data.illustration.base import SOURCE, Places, Row, places
from data.records import FACTS, SAMPLE, Records, load
from data.schema import TABLES

SOURCE_ROW: Row = {
    "source_id": SOURCE,
    "title_th": "ข้อมูลสมมติที่สร้างโดยโปรแกรม ไม่ใช่ข้อเท็จจริง",
    "title_en": "Illustrative data made by a program, not facts",
    "note": "illustrative; written by data/sample.py from a fixed seed and fitted to the documented totals",
}


def tables(facts: Records) -> dict[str, list[Row]]:
    """Return the rows of every sample table, made to agree with the documented records."""
    where: Places = places(facts.provinces, facts.province_groups, facts.province_group_members)
    institutions = networks.institutions(where)
    areas = networks.service_areas(institutions)
    representatives = networks.representatives(areas)
    since = networks.network_days(areas)
    held = meetings.workshops(where)
    people = meetings.participations(where, since, held, facts.workshops)
    meetings.count_people(held, people)
    work, locations = projects.projects(where, since)
    appointed = {code: day for day, codes in networks.APPOINTED.items() for code in codes.split()}
    return {
        "sources": [SOURCE_ROW],
        "institutions": institutions,
        "institution_service_areas": areas,
        "representatives": representatives,
        "workshops": held,
        "participations": people,
        "projects": work,
        "project_locations": locations,
        "plans": plans.plans(where, appointed),
    }


def write(folder: Path = SAMPLE, facts: Path = FACTS) -> list[Path]:
    """Write one CSV per sample table into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, rows in tables(load(facts=facts, sample=None)).items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file, lineterminator="\n")
            sheet.writerow(TABLES[name].names)
            sheet.writerows(_cells(row, TABLES[name].names) for row in rows)
        written.append(path)
    return written


def _cells(row: Row, columns: Iterable[str]) -> list[str]:
    """Return a row as text in column order; what the row does not say is blank."""
    values = (row.get(column) for column in columns)
    return ["" if v is None else v.isoformat() if isinstance(v, date) else str(v) for v in values]


if __name__ == "__main__":
    for path in write():
        print(path.name)
