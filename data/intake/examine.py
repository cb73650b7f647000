"""Examine a planned book against the release: faults, doubts, changes, questions, and what it would become."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import pandas as pd

from data.checking import check
from data.faults import Fault
from data.intake import clusters, hosts, scopes, wide
from data.intake.beside import HOST
from data.intake.changes import Changes, Question
from data.intake.derived import LOCATIONS, complete, places_of, without_old_places
from data.intake.examination import Examination, NotReadyError
from data.intake.files import Book
from data.intake.grids import Progress, no_progress
from data.intake.mapping import SheetPlan
from data.intake.merging import Mode, Tables, drop_dangling, merge
from data.intake.names import VOCABULARIES, Names, province_names, record_names
from data.intake.normalise import LONGEST_CODE, Normalised, normalise
from data.intake.notes import Note
from data.intake.places import ASKS as PLACES_ASKED
from data.intake.places import Geography
from data.intake.plain import tidy
from data.intake.remembered import Kept
from data.intake.sourcing import PENDING, Alias
from data.intake.suspicions import suspect
from data.intake.totals import compare
from data.intake.written import WrittenOnDemand, write
from data.reading import Sheet, convert
from data.records import Records
from data.rules import no_end, no_start
from data.schema import TABLES, empty

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
    used = [(sheet, plan) for sheet, plan in zip(book.sheets, plans, strict=True) if plan.table]
    names = _all_names(current, book, plans)
    beside, told = list[Sheet](), list[Note]()
    geography = Geography(names["provinces"], current["province_groups"], current["province_group_members"])
    serials = not any(note.code == "date-1904" for note in book.notes)
    for at, (sheet, plan) in enumerate(used):
        label = book.label(sheet.name)
        own = names
        if plan.header_of(HOST):
            new = hosts.found(sheet, plan, names, answers or {})
            own = names | {hosts.TABLE: hosts.knowing(names[hosts.TABLE], new)}
            if new:
                beside.append(hosts.sheet_of(new, label))
                told.append(
                    Note("institutions-new", len(new), read=", ".join(host.name for host in new)[:300])
                )
        reading = normalise(sheet, plan, label, own, answers or {}, geography, serials=serials)
        if plan.header_of(HOST):
            reading.questions = hosts.offered(reading.questions)
        complete(reading, current[reading.table.name], answers or {})
        if (came := wide.attendance(reading, names["provinces"], answers or {})) is not None:
            beside.append(came)
        result.readings[sheet.name] = reading
        tell(0.5 * (at + 1) / len(used))
    result.notes = (*_notes(book, plans, result, names), *told)
    if not used:
        headers = "; ".join(", ".join(sheet.header[:8]) for sheet in book.sheets[:3])
        result.faults = (Fault(book.name, book.sheets[0].header_row, "", headers[:300], "", "no-table"),)
        return result
    _put_together(result, current, beside)
    scopes.add(result, answers or {}, current)
    tell(0.6)
    _check(result, current, records.release)
    tell(0.9)
    _suspect(result, current, today or dt.date.today())
    result.questions = _questions(result)
    result.clusters = _clusters(result, current)
    result.aliases = _aliases(result)
    result.kept = _kept(result)
    result.changes = Changes(
        replace(changed, column=reading.plan.header_of(changed.column))
        for reading in result.readings.values()
        for changed in reading.changes
    )
    tell(1.0)
    return result


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


def _put_together(result: Examination, current: Tables, beside: list[Sheet]) -> None:
    """Make the rows of the file into values and the tables they would leave; `sheets` and `changed`.

    beside: rows of other tables that stand in the rows of the file: who came to a meeting, new institutions.
    """
    after = dict(current)
    by_table: dict[str, list[Normalised]] = {}
    for reading in result.readings.values():
        by_table.setdefault(reading.table.name, []).append(reading)
    for name in [name for name in TABLES if name in by_table]:
        if name not in by_table:  # went in together with its projects
            continue
        readings = by_table[name]
        new = _with_evidence(_stack(readings), readings, current, result)
        result.sheets[name] = new
        if not len(new.values):
            continue
        mapped = pd.Series(
            [r.mapped for r in readings for _ in r.sheet.rows], index=new.values.index, dtype="object"
        )
        _merge_in(name, new, mapped, result, current, after)
        places = places_of(new, readings) if name == "projects" else None
        if places is not None and (len(places.row) or name in by_table):
            _add_places(places, by_table, result, current, after)
    for sheet in beside:
        _add_beside(sheet, result, current, after)
    if result.needs_source and "sources" in after:
        after["sources"] = pd.concat([after["sources"], _pending()], ignore_index=True)
    trimmed, result.removed = drop_dangling(after)
    for name in result.removed:
        result.changed[name] = trimmed[name].reset_index(drop=True)
        result.notes += (Note("illustrative-left", result.removed[name], read=name),)


def _merge_in(
    name: str, new: Sheet, mapped: pd.Series, result: Examination, current: Tables, after: Tables
) -> None:
    """Put the rows of the file and those of the release together."""
    parts, _ = merge(name, current[name], new.values, mapped, result.mode)
    new.values, kept = parts["new"], parts["kept"]
    if name == LOCATIONS:
        kept = without_old_places(kept, new, result.readings)
    after[name] = pd.concat([kept, new.values[current[name].columns]], ignore_index=True)
    result.changed[name] = after[name]


def _add_places(
    places: Sheet, by_table: dict[str, list[Normalised]], result: Examination, current: Tables, after: Tables
) -> None:
    """Put the places that stand in the rows of projects into their table; a sheet of places comes besides."""
    if LOCATIONS in by_table:
        own = _with_evidence(_stack(by_table.pop(LOCATIONS)), [], current, result)
        places = _both(own, places)
    result.sheets[LOCATIONS] = places
    mapped = pd.Series([("project_id", "province_code", "precision")] * len(places.values),
                       index=places.values.index, dtype="object")  # fmt: skip
    _merge_in(LOCATIONS, places, mapped, result, current, after)


def _add_beside(sheet: Sheet, result: Examination, current: Tables, after: Tables) -> None:
    """Put rows that stood in those of another table into their own, besides those of a sheet of their own.

    They add to what is there, illustrative rows of their table stay: the list is not about them.
    """
    own, name = _with_evidence(sheet, [], current, result), sheet.table.name
    whole = _both(result.sheets[name], own) if name in result.sheets else own
    result.sheets[name] = whole
    if not len(whole.values):
        return
    mapped = pd.Series(
        [tuple(sheet.table.names)] * len(whole.values), index=whole.values.index, dtype="object"
    )
    mode = result.mode
    result.mode = "merge" if name == hosts.TABLE else mode
    _merge_in(name, whole, mapped, result, current, after)
    result.mode = mode


def _both(first: Sheet, second: Sheet) -> Sheet:
    return Sheet(
        first.table, pd.concat([first.values, second.values], ignore_index=True),
        pd.concat([first.text, second.text], ignore_index=True), first.file + second.file, first.row + second.row,
        first.faults + second.faults,
    )  # fmt: skip


def _pending() -> pd.DataFrame:
    """Return the row of `sources` that stands for the one an officer is yet to name."""
    blank = {"source_id": PENDING, "title_th": "-", "title_en": "-", "evidence": "documented"}
    text = {c.name: blank.get(c.name, "") for c in TABLES["sources"].columns if c.dtype == "str"}
    return empty("sources").reindex([0]).assign(evidence="documented", **text)


def _stack(readings: list[Normalised]) -> Sheet:
    """Put the sheets of one table under each other and convert their text."""
    table = readings[0].table
    text, raw = readings[0].text, readings[0].raw
    if len(readings) > 1:
        text = pd.concat([r.text for r in readings], ignore_index=True)
        raw = pd.concat([r.raw for r in readings], ignore_index=True)
    values, faults = {}, [f for r in readings for f in r.faults]
    file = [r.label for r in readings for _ in r.sheet.rows]
    row = [number for r in readings for number in r.sheet.row_numbers]
    sheet = Sheet(table, text, raw, file, row, faults)
    for column in table.columns:
        values[column.name], wrong = convert(text[column.name], column)
        for code, positions in wrong.items():
            sheet.faults += [sheet.fault(at, column.name, code) for at in positions]
    sheet.values = pd.DataFrame(values)
    return sheet


def _with_evidence(sheet: Sheet, readings: list[Normalised], current: Tables, result: Examination) -> Sheet:
    """Say of each row whether it is documented; rows without a source wait for the officer's."""
    told = [cell for r in readings for cell in r.evidence]
    said = pd.Series(told or [""] * len(sheet.values), index=sheet.values.index, dtype="str")
    sources = current["sources"]
    illustrative = set(sources.loc[sources["evidence"] == "illustrative", "source_id"])
    values = sheet.values
    if "source_id" not in values:
        by_source = pd.Series(False, index=values.index)
    else:
        by_source = values["source_id"].isin(illustrative)
        if sheet.table.name != "sources":
            faulty = {(f.file, f.row) for f in sheet.faults if f.column == "source_id"}
            faulty |= {
                (r.label, row) for r in readings for row, column in r.open_cells if column == "source_id"
            }
            blank = values["source_id"] == ""
            result.needs_source |= bool(blank.any()) and len(faulty) < int(blank.sum())
            values = values.assign(source_id=values["source_id"].mask(blank, PENDING).astype("str"))
    is_sample = by_source | said.isin(["illustrative", "ตัวอย่าง", "ข้อมูลตัวอย่าง"])
    evidence = pd.Series("documented", index=values.index, dtype="str").mask(is_sample, "illustrative")
    sheet.values = values.assign(evidence=evidence.astype("str"))
    return sheet


def _check(result: Examination, current: Tables, release: str) -> None:
    """Run every rule over the tables as they would be; keep the faults, under the officer's own headers."""
    sheets = {}
    for name in TABLES:
        frame = result.changed.get(name, current[name])
        new = result.sheets.get(name)
        count = 0 if new is None or name not in result.changed else len(new.values)
        old = frame.iloc[: len(frame) - count] if count else frame
        if name == "sources" and result.needs_source:
            old = pd.concat([old, _pending()], ignore_index=True)
        sheets[name] = _as_sheet(name, old, new if count else None, release)
        if new is not None and not count:
            sheets[name].faults += new.faults
    faults = [
        *_header_faults(result),
        *_dates_missing(result),
        *check(sheets, {*result.sheets, *result.changed}),
    ]
    result.faults = tuple(_told(result, faults))


def _as_sheet(name: str, old: pd.DataFrame, new: Sheet | None, release: str) -> Sheet:
    """Return the rows of the release and of the file as one sheet; rows of the release say which it is."""
    table = TABLES[name]
    old = old.reset_index(drop=True)
    file, row = [f"{release}/{name}.csv"] * len(old), list(range(2, len(old) + 2))
    values = old[table.names]
    if new is None:
        return Sheet(table, values, cast(pd.DataFrame, WrittenOnDemand(old)), file, row)
    if not len(old):
        return Sheet(table, new.values[table.names], new.text, new.file, new.row, list(new.faults))
    return Sheet(
        table,
        pd.concat([values, new.values[table.names]], ignore_index=True),
        pd.concat([write(old, table), new.text], ignore_index=True),
        file + new.file,
        row + new.row,
        list(new.faults),
    )


def _header_faults(result: Examination) -> list[Fault]:
    faults = []
    for reading in result.readings.values():
        at = reading.sheet.header_row
        if reading.sheet.rows:
            faults += [
                Fault(reading.label, at, name, "", name, "missing-column") for name in reading.plan.missing
            ]
        faults += [
            Fault(reading.label, at, name, name, "", "repeated-column") for name in reading.plan.repeated
        ]
    return faults


def _dates_missing(result: Examination) -> list[Fault]:
    """Return rows that leave a day blank which their status needs, where the list has a column for it."""
    faults = []
    for reading in (r for r in result.readings.values() if r.table.name == "projects"):
        values = reading.text.assign(
            **{c: reading.text[c].where(reading.text[c] != "") for c in ("started_on", "ended_on")}
        )
        for column, missing in (("started_on", no_start), ("ended_on", no_end)):
            if not reading.plan.header_of(column) or not reading.plan.header_of("status"):
                continue
            for at in missing(values).to_numpy().nonzero()[0]:
                row, status = reading.sheet.row_numbers[at], reading.text["status"].iloc[at]
                if reading.read(at, column).strip():  # what stands there has been told already
                    continue
                faults.append(
                    Fault(
                        reading.label,
                        row,
                        column,
                        "",
                        reading.read(at, "status") or status,
                        "status-needs-date",
                    )
                )
    return faults


def _told(result: Examination, faults: list[Fault]) -> list[Fault]:
    """Return faults as an officer should see them: not what an open question or a missing column brings."""
    readings = {reading.label: reading for reading in result.readings.values()}
    headers = {
        label: {column: header for header, column in reading.plan.columns.items() if column}
        for label, reading in readings.items()
    }
    kept = []
    for fault in faults:
        reading = readings.get(fault.file)
        if reading is None:
            kept.append(fault)
            continue
        columns = fault.column.split(" + ")
        if fault.code != "missing-column" and any(column in reading.plan.missing for column in columns):
            continue
        if any((fault.row, column) in reading.open_cells for column in columns):
            continue
        shown = " + ".join(headers[fault.file].get(column, column) for column in columns)
        kept.append(fault if shown == fault.column else replace(fault, column=shown))
    return sorted(dict.fromkeys(kept))


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


def _questions(result: Examination) -> tuple[Question, ...]:
    """Return the questions, one per text whatever column or sheet it stands in."""
    asked: dict[str, Question] = {}
    for reading in result.readings.values():
        for question in reading.questions:
            shown = replace(question, column=reading.plan.header_of(question.column) or question.column)
            first = asked.get(question.key)
            asked[question.key] = replace(first, count=first.count + question.count) if first else shown
    return tuple(asked.values())


def _clusters(result: Examination, current: Tables) -> tuple[clusters.Cluster, ...]:
    """Return titles and names of the file that differ only in spelling among each other or from documented ones."""
    written: dict[str, list[str]] = {}
    for reading in result.readings.values():
        if (column := clusters.COLUMNS.get(reading.table.name, "")) in reading.mapped:
            written.setdefault(reading.table.name, []).extend(reading.text[column])
    places = list(current["provinces"]["name_th"])
    return tuple(
        one
        for name, texts in written.items()
        for one in clusters.found(name, texts, clusters.of_frame(name, current[name]), places)
    )


def _kept(result: Examination) -> tuple[Kept, ...]:
    """Return the names that an officer explained and that no alias of a province can hold."""
    found: dict[tuple[str, str], Kept] = {}
    for reading in result.readings.values():
        for key, meaning in reading.answered.items():
            asks, _, read = key.partition("|")
            is_name = asks in (*VOCABULARIES, PLACES_ASKED) or asks.startswith("word:")
            is_alias = asks in ("provinces", PLACES_ASKED) and meaning.isdigit()
            if is_name and meaning and not is_alias:
                found[(asks, read)] = Kept(asks, read, meaning)
    return tuple(found.values())


def _aliases(result: Examination) -> tuple[Alias, ...]:
    found: dict[str, Alias] = {}
    for reading in result.readings.values():
        for key, code in reading.answered.items():
            asks, _, read = key.partition("|")
            if asks in ("provinces", PLACES_ASKED) and code.isdigit():
                found.setdefault(read, Alias(read, code))
    return tuple(found.values())
