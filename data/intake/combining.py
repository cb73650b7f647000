"""The rows of a file put together with the release: the tables as they would be."""

import pandas as pd

from data.intake import hosts
from data.intake.derived import LOCATIONS, places_of, without_old_places
from data.intake.examination import Examination
from data.intake.merging import Tables, drop_dangling, merge
from data.intake.normalised import Normalised
from data.intake.notes import Note
from data.intake.sourcing import PENDING
from data.reading import Sheet, convert
from data.schema import TABLES, empty


def put_together(result: Examination, current: Tables, beside: list[Sheet]) -> None:
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
        after["sources"] = pd.concat([after["sources"], pending()], ignore_index=True)
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


def pending() -> pd.DataFrame:
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
