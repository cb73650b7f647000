"""A sheet's cells into the schema's written form, every change kept, every doubt asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from data.columns import Column, Table
from data.faults import Fault
from data.intake.beside import PLACES
from data.intake.cell_readers import reader_of
from data.intake.changes import Question
from data.intake.column_reading import read_column
from data.intake.layout import RawSheet
from data.intake.listed import common
from data.intake.mapping import SheetPlan
from data.intake.names import Names
from data.intake.normalised import Normalised
from data.intake.places import ASKS as PLACES_ASKED
from data.intake.places import Geography, day_of
from data.intake.sheet_cells import Cells
from data.schema import TABLES


def normalise(
    sheet: RawSheet, plan: SheetPlan, label: str, names: Mapping[str, Names], answers: Mapping[str, str],
    geography: Geography, *, serials: bool = True,
) -> Normalised:  # fmt: skip
    """Return the cells of a planned sheet in written form. names: per table that columns refer to."""
    table = TABLES[plan.table or ""]
    result = Normalised(sheet, plan, label, table, pd.DataFrame(), pd.DataFrame())
    result.common, asked = common(
        table, set(result.mapped), sheet.titles, answers, label, sheet.header_row, len(sheet.rows)
    )
    result.questions += asked
    for question in asked:
        result.open_cells |= {(row, question.column) for row in sheet.row_numbers}
    source = Cells(sheet, plan)
    broken = {(f.row, f.column) for f in sheet.faults}
    text, raw = {}, {}
    for column in _in_order(table):
        header = source.header_of(column.name)
        if not header:
            text[column.name] = raw[column.name] = [result.common.get(column.name, "")] * len(sheet.rows)
            continue
        cells = source.of(column.name)
        raw[column.name] = cells
        if column.name == "group_code" and table.name != "province_groups":
            cells = _groups_of_their_day(cells, text, geography)
        read = reader_of(result, column, header, cells, names, answers, serials)
        rows = {r for r, h in broken if h == header}
        text[column.name] = read_column(result, column, cells, read, answers, rows)
    if "date_precision" in table.names and not source.header_of("date_precision"):
        text["date_precision"] = source.precisions(text)
    result.faults += [
        replace(f, column=plan.columns[f.column] or "") for f in sheet.faults if plan.columns.get(f.column)
    ]
    result.faults += [replace(f, column="") for f in sheet.faults if not f.column]
    result.text = _frame({name: text[name] for name in table.names})
    result.raw = _frame({name: raw[name] for name in table.names})
    read_places(result, source, geography, answers)
    result.evidence = _evidence(sheet)
    return result


def _in_order(table: Table) -> list[Column]:
    """Return the columns, days and years first: names of groups are read by them."""
    return sorted(table.columns, key=lambda column: column.kind not in ("date", "year_be"))


def _groups_of_their_day(cells: list[str], text: Mapping[str, list[str]], geography: Geography) -> list[str]:
    """Return codes for names of groups that one group bears on the row's own day; other cells as they are."""
    days = text.get("start_date") or text.get("started_on") or [""] * len(cells)
    years = text.get("fiscal_year_be") or [""] * len(cells)
    return [
        geography.group(cell, day_of(day, year)) or cell
        for cell, day, year in zip(cells, days, years, strict=True)
    ]


def read_places(result: Normalised, source: Cells, geography: Geography, answers: Mapping[str, str]) -> None:
    """Read where each row works, where a table's lists hold its places beside it; ask for every unknown name once."""
    columns = [c.name for c in PLACES.get(result.table.name, ()) if source.header_of(c.name)]
    if not columns:
        return
    cells = [source.of(name) for name in columns]
    days, years = list(result.text["started_on"]), list(result.text["fiscal_year_be"])
    unknown: dict[str, Question] = {}
    result.places = []
    for at, row in enumerate(result.sheet.row_numbers):
        column, cell = next(
            ((name, own[at]) for name, own in zip(columns, cells, strict=True) if own[at].strip()),
            (columns[0], ""),
        )
        reading = geography.read(cell, day_of(days[at], years[at]), answers)
        result.places.append(reading.places)
        if reading.too_long:
            result.faults.append(Fault(result.label, row, column, cell[:80], "provinces", "unknown-province"))
        for part, suggestions in reading.unknown:
            result.open_cells.add((row, column))
            known = unknown.get(part)
            unknown[part] = (
                replace(known, count=known.count + 1)
                if known
                else Question(result.label, row, column, part, suggestions, PLACES_ASKED)
            )
    result.questions += unknown.values()
    result.answered |= {key: said for key, said in answers.items() if key.startswith(f"{PLACES_ASKED}|")}


def _frame(columns: Mapping[str, list[str]]) -> pd.DataFrame:
    return pd.DataFrame({name: pd.Series(cells, dtype="str") for name, cells in columns.items()})


def _evidence(sheet: RawSheet) -> list[str]:
    at = [n for n, header in enumerate(sheet.header) if header.strip().casefold() == "evidence"]
    return [row[at[0]].strip().casefold() for row in sheet.rows] if at else [""] * len(sheet.rows)
