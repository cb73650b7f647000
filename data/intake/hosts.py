"""Appointments whose rows also say where the institution sits: one that nobody knows yet comes in with its appointment."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from data.intake.beside import HOST
from data.intake.changes import Question, answer_key
from data.intake.layout import RawSheet
from data.intake.mapping import SheetPlan
from data.intake.names import Names, read_province, read_reference
from data.intake.plain import tidy
from data.reading import Sheet, convert
from data.schema import TABLES
from geo.names import fold

TABLE = "institutions"
NEW = "new"  # the answer to which institution a name means: none of those, a new one
LONGEST = 300


@dataclass(frozen=True)
class Host:
    """An institution that comes in with its appointment."""

    code: str
    name: str
    province_code: str
    row: int


def found(
    sheet: RawSheet, plan: SheetPlan, names: Mapping[str, Names], answers: Mapping[str, str]
) -> tuple[Host, ...]:
    """Return the new institutions of a sheet of appointments that says where they sit.

    A name that is like a known one is new only where the officer says so; where the seat is not known, it stays a question.
    """
    host, own = plan.header_of(HOST), plan.header_of("institution_code")
    if plan.table != "representatives" or not host or not own:
        return ()
    at_name, at_host = sheet.header.index(own), sheet.header.index(host)
    new: dict[str, Host] = {}
    for row, cells in zip(sheet.row_numbers, sheet.rows, strict=True):
        name = tidy(cells[at_name][:LONGEST])
        reading = read_reference(name, names[TABLE])
        if not name or fold(name) in new or not (reading.asks or reading.fault):
            continue
        if reading.suggestions and answers.get(answer_key(TABLE, cells[at_name])) != NEW:
            continue
        seat = read_province(cells[at_host], names["provinces"])
        if seat.text and not (seat.asks or seat.fault):
            mark = hashlib.sha256(f"{fold(name)}\0{seat.text}".encode()).hexdigest()[:8]
            new[fold(name)] = Host(f"inst-{mark}", name, seat.text, row)
    return tuple(new.values())


def knowing(names: Names, hosts: tuple[Host, ...]) -> Names:
    """Return the names of institutions with those that come in."""
    spelled = (*names.spelled, *((host.name, host.code) for host in hosts))
    return Names(names.table, names.codes | {host.code for host in hosts}, spelled, names.registry)


def offered(questions: list[Question]) -> list[Question]:
    """Return questions in which a name may also mean a new institution."""
    return [replace(q, suggestions=(*q.suggestions, NEW)) if q.asks == TABLE else q for q in questions]


def sheet_of(hosts: tuple[Host, ...], label: str) -> Sheet:
    """Return new institutions as rows of their table, each on the line of its first appointment."""
    table = TABLES[TABLE]
    rows = [{"institution_code": h.code, "name_th": h.name, "province_code": h.province_code} for h in hosts]
    text = pd.DataFrame(
        {name: pd.Series([row.get(name, "") for row in rows], dtype="str") for name in table.names}
    )
    values = pd.DataFrame({column.name: convert(text[column.name], column)[0] for column in table.columns})
    return Sheet(table, values, text, [label] * len(hosts), [host.row for host in hosts])
