"""Every rule over the tables as they would be, its faults told under the officer's own headers."""

from dataclasses import replace
from typing import cast

import pandas as pd

from data.checking import check
from data.faults import Fault
from data.intake.combining import pending
from data.intake.examination import Examination
from data.intake.merging import Tables
from data.intake.written import WrittenOnDemand, write
from data.reading import Sheet
from data.rules import no_end, no_start
from data.schema import TABLES


def judge(result: Examination, current: Tables, release: str) -> None:
    """Run every rule over the tables as they would be; keep the faults, under the officer's own headers."""
    sheets = {}
    for name in TABLES:
        frame = result.changed.get(name, current[name])
        new = result.sheets.get(name)
        count = 0 if new is None or name not in result.changed else len(new.values)
        old = frame.iloc[: len(frame) - count] if count else frame
        if name == "sources" and result.needs_source:
            old = pd.concat([old, pending()], ignore_index=True)
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
