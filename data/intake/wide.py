"""Meetings whose rows also say who came: a column for each role or province, made into rows of `participations`."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from data.faults import Fault
from data.intake.changes import Question, answer_key
from data.intake.mapping import SheetPlan
from data.intake.names import Names
from data.intake.normalised import Normalised
from data.intake.numbers import read_number
from data.intake.plain import plain
from data.intake.words import read_word
from data.reading import Sheet, convert
from data.schema import TABLES
from geo.names import fold

TABLE = "participations"
ASKS = "number:attended_count"
OTHER = "other"  # the role of people of whom a list says only where they came from
_BEFORE = ("ผู้แทนจังหวัด", "จังหวัด", "จำนวนผู้เข้าร่วมจาก", "ผู้เข้าร่วมจาก")


def columns_of(plan: SheetPlan, provinces: Names) -> dict[str, tuple[str, str]]:
    """Return headers that no column of a meeting bears and that name who came -> role, province_code ("" for none)."""
    if plan.table != "workshops":
        return {}
    role, found = TABLES[TABLE].column("role"), dict[str, tuple[str, str]]()
    for header in plan.unknown:
        word = read_word(plain(header[:100]), role)
        if word.text in role.allowed and not word.asks:
            found[header] = (word.text, "")
        elif code := _province(header, provinces):
            found[header] = (OTHER, code)
    return found


def _province(header: str, provinces: Names) -> str:
    name = plain(header[:100])
    for before in ("", *_BEFORE):
        codes = provinces.by_name.get(fold(name.removeprefix(before)), ())
        if len(codes) == 1:
            return codes[0]
    return ""


def attendance(reading: Normalised, provinces: Names, answers: Mapping[str, str]) -> Sheet | None:
    """Return who came to the meetings of a sheet, each on the line of its meeting; None where no column says so.

    Cells are counts; what is no count is a fault, and a dash is asked once. A blank cell says nothing.
    """
    wide = columns_of(reading.plan, provinces)
    if not wide:
        return None
    rows: list[dict[str, str]] = []
    lines, asked = list[int](), dict[str, Question]()
    workshops, own = list(reading.text["workshop_id"]), list(reading.text["province_code"])
    at_header = {header: reading.sheet.header.index(header) for header in wide}
    for at, (line, cells) in enumerate(zip(reading.sheet.row_numbers, reading.sheet.rows, strict=True)):
        for header, (role, province) in wide.items():
            cell = cells[at_header[header]]
            read = read_number(cell, "count")
            text = read.text
            if read.asks:
                key = answer_key(ASKS, cell)
                if key not in answers:
                    first = asked.get(key) or Question(reading.label, line, header, cell, ("0", ""), ASKS, 0)
                    asked[key] = Question(
                        first.file, first.row, header, cell, ("0", ""), ASKS, first.count + 1
                    )
                    continue
                text = answers[key]
            if read.fault:
                reading.faults.append(Fault(reading.label, line, header, cell, read.expected, read.fault))
            elif text:
                rows.append({"workshop_id": workshops[at], "province_code": province or own[at], "role": role,
                             "attended_count": text})  # fmt: skip
                lines.append(line)
    reading.questions += asked.values()
    return _sheet(rows, [reading.label] * len(rows), lines)


def _sheet(rows: list[dict[str, str]], files: list[str], lines: list[int]) -> Sheet:
    table = TABLES[TABLE]
    text = pd.DataFrame(
        {name: pd.Series([row.get(name, "") for row in rows], dtype="str") for name in table.names}
    )
    values = pd.DataFrame({column.name: convert(text[column.name], column)[0] for column in table.columns})
    return Sheet(table, values, text, files, lines)
