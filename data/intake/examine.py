"""Examine a planned book against the release: faults, doubts, changes, questions, and what it would become."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from data.faults import Fault
from data.intake import hosts, scopes, wide
from data.intake.asking import aliases, doubles, kept, questions
from data.intake.beside import HOST
from data.intake.cell_readers import LONGEST_CODE
from data.intake.changes import Changes
from data.intake.combining import put_together
from data.intake.derived import complete
from data.intake.examination import Examination, NotReadyError
from data.intake.files import Book
from data.intake.grids import Progress, no_progress
from data.intake.judging import judge
from data.intake.mapping import SheetPlan
from data.intake.merging import Mode, Tables
from data.intake.names import Names, province_names, record_names
from data.intake.normalise import normalise
from data.intake.notes import Note
from data.intake.places import Geography
from data.intake.plain import tidy
from data.intake.suspicions import suspect
from data.intake.totals import compare
from data.reading import Sheet
from data.records import Records
from data.schema import TABLES

__all__ = ["Examination", "NotReadyError", "examine"]


def examine(
    book: Book, plans: tuple[SheetPlan, ...], records: Records, answers: Mapping[str, str] | None = None,
    mode: Mode = "replace_illustrative", *, today: dt.date | None = None, progress: Progress | None = None,
) -> Examination:  # fmt: skip
    """Check a planned book together with the release's other tables. Never raises for what a file may hold.

    answers: by Question.key. mode: "merge" (rows with the same key are replaced), "replace_illustrative"
    (illustrative rows of the table leave besides) or "replace" (the file is the whole table).
    """
    tell = progress or no_progress
    current = records.tables()
    result = Examination(mode, current=current)
    names = _all_names(current, book, plans)
    beside, told = _read(result, book, plans, names, answers or {}, tell)
    result.notes = (*_notes(book, plans, result, names), *told)
    if not result.readings:
        headers = "; ".join(", ".join(sheet.header[:8]) for sheet in book.sheets[:3])
        result.faults = (Fault(book.name, book.sheets[0].header_row, "", headers[:300], "", "no-table"),)
        return result
    put_together(result, current, beside)
    scopes.add(result, answers or {}, current)
    tell(0.6)
    judge(result, current, records.release)
    tell(0.9)
    _suspect(result, current, today or dt.date.today())
    result.questions = questions(result)
    result.clusters = doubles(result, current)
    result.aliases = aliases(result)
    result.kept = kept(result)
    result.changes = Changes(
        replace(changed, column=reading.plan.header_of(changed.column))
        for reading in result.readings.values()
        for changed in reading.changes
    )
    tell(1.0)
    return result


def _read(
    result: Examination, book: Book, plans: tuple[SheetPlan, ...], names: dict[str, Names], answers: Mapping[str, str],
    tell: Progress,
) -> tuple[list[Sheet], list[Note]]:  # fmt: skip
    """Read every sheet that has a table; return the rows of other tables that stand beside its own, and what to tell."""
    current = result.current
    used = [(sheet, plan) for sheet, plan in zip(book.sheets, plans, strict=True) if plan.table]
    beside, told = list[Sheet](), list[Note]()
    geography = Geography(names["provinces"], current["province_groups"], current["province_group_members"])
    serials = not any(note.code == "date-1904" for note in book.notes)
    for at, (sheet, plan) in enumerate(used):
        label = book.label(sheet.name)
        own = names
        if plan.header_of(HOST):
            new = hosts.found(sheet, plan, names, answers)
            own = names | {hosts.TABLE: hosts.knowing(names[hosts.TABLE], new)}
            if new:
                beside.append(hosts.sheet_of(new, label))
                read = ", ".join(host.name for host in new)[:300]
                told.append(Note("institutions-new", len(new), read=read))
        reading = normalise(sheet, plan, label, own, answers, geography, serials=serials)
        if plan.header_of(HOST):
            reading.questions = hosts.offered(reading.questions)
        complete(reading, current[reading.table.name], answers)
        if (came := wide.attendance(reading, names["provinces"], answers)) is not None:
            beside.append(came)
        result.readings[sheet.name] = reading
        tell(0.5 * (at + 1) / len(used))
    return beside, told


def _all_names(current: Tables, book: Book, plans: tuple[SheetPlan, ...]) -> dict[str, Names]:
    """Return the names of every table that the book refers to, those of rows in the book itself included."""
    used = {plan.table for plan in plans if plan.table}
    referred = {c.refers_to for name in used for c in TABLES[name].columns if c.refers_to}
    referred |= {name for name in used if any(column.own for column in TABLES[name].columns)}
    own: dict[str, list[pd.DataFrame]] = {}
    for sheet, plan in zip(book.sheets, plans, strict=True):
        if plan.table in referred and plan.header_of(TABLES[plan.table].key[0]):
            at = {c: sheet.header.index(h) for h, c in plan.columns.items() if c}
            wanted = [c for c in at if c.endswith(("_th", "_en")) or c == TABLES[plan.table].key[0]]
            cells = {c: pd.Series([_one_line(row[at[c]]) for row in sheet.rows], dtype="str") for c in wanted}
            own.setdefault(plan.table, []).append(pd.DataFrame(cells))
    names = {"provinces": province_names(current["provinces"], current["province_aliases"])}
    for name in referred - {"provinces"}:
        frames = [current[name], *own.get(name, [])]
        key = TABLES[name].key[0]
        names[name] = record_names(name, key, frames, is_own=TABLES[name].column(key).own)
    return names


def _one_line(cell: str) -> str:
    return re.sub(r"\s+", " ", tidy(cell[:LONGEST_CODE]))


def _notes(
    book: Book, plans: tuple[SheetPlan, ...], result: Examination, names: Mapping[str, Names]
) -> tuple[Note, ...]:
    notes = list(book.notes)
    for sheet, plan in zip(book.sheets, plans, strict=True):
        notes += sheet.notes
        if plan.table is None:
            notes.append(Note("sheet-left-out", read=sheet.name))
        else:
            came = wide.columns_of(plan, names["provinces"])
            if came:
                notes.append(Note("attendance-columns", len(came), read=", ".join(came)[:300]))
            if unknown := [header for header in plan.unknown if header not in came]:
                notes.append(Note("unknown-columns", len(unknown), read=", ".join(unknown)[:300]))
            if not sheet.rows:
                notes.append(Note("no-rows", read=sheet.name))
    return tuple(notes)


def _suspect(result: Examination, current: Tables, today: dt.date) -> None:
    warnings = []
    starts: dict[str, int] = {}
    for reading in result.readings.values():
        name = reading.table.name
        start = starts.get(name, 0)
        starts[name] = start + len(reading.sheet.rows)
        values = result.sheets[name].values.iloc[start : starts[name]].reset_index(drop=True)
        for found in suspect(reading, values, current[name], today):
            warnings.append(replace(found, column=reading.plan.header_of(found.column) or found.column))
        agreed, doubts = compare(reading, values)
        warnings += doubts
        result.notes += tuple(agreed)
    result.warnings = tuple(warnings)
