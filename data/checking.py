"""Check sheets against the schema and against each other; every fault is returned, none raised."""

from collections.abc import Collection, Iterator, Mapping

import pandas as pd
import pandera.pandas as pa

from data.columns import DATES
from data.faults import Fault
from data.reading import Sheet
from data.schema import TABLES, frame_schema, rule_name
from geo.names import fold

Sheets = Mapping[str, Sheet]
_FOLDED = 200  # characters of a name that are compared
FAR_AHEAD = pd.Timestamp("2200-01-01")  # later than any day the reader accepts
SCHEME_2551_START = pd.Timestamp("2008-01-15")


def check(sheets: Sheets, only: Collection[str] | None = None) -> list[Fault]:
    """Return the faults of a full set of sheets: reading, cells, rows, and between tables.

    One cell is reported once: what could not be read is not also reported as blank.
    only: the tables whose own rows are checked, where the others passed before; what holds between tables is
    checked for all.
    """
    own = [sheet for name, sheet in sheets.items() if only is None or name in only]
    faults = [fault for sheet in own for fault in (*sheet.faults, *check_sheet(sheet))]
    for between in (
        _references,
        _aliases,
        _memberships,
        _shares,
        _phase_years,
        _groups_in_force,
        _province_days,
    ):
        faults += between(sheets)
    by_cell: dict[tuple[str, int, str], Fault] = {}
    for fault in faults:
        by_cell.setdefault((fault.file, fault.row, fault.column), fault)
    return list(by_cell.values())


def check_sheet(sheet: Sheet) -> list[Fault]:
    """Return the faults of one sheet by its own schema: columns, row rules and its key."""
    try:
        frame_schema(sheet.table.name).validate(sheet.values, lazy=True)
    except pa.errors.SchemaErrors as errors:
        # Cells before rows: a rule between cells says little when one of them is wrong by itself.
        cases = errors.failure_cases.sort_values("schema_context", kind="stable")
        cases = cases[["column", "check", "index"]]
        again = cases["check"] == "duplicate-key"
        found = [_schema_fault(sheet, *case) for case in cases[~again].itertuples(index=False, name=None)]
        found += _duplicates(sheet, sorted({int(at) for at in cases.loc[again, "index"]}))
        return list(dict.fromkeys(found))
    return []


def _schema_fault(sheet: Sheet, column: str, name: str, index: int) -> Fault:
    """Turn a failure case of pandera into a fault."""
    table, position = sheet.table, int(index)
    for rule in table.rules:
        if name == rule_name(table, rule):
            against = str(sheet.text[rule.against].iloc[position]) if rule.against else rule.expected
            return sheet.fault(position, rule.column, rule.code, against)
    expected = {
        "not-allowed": ", ".join(table.column(column).allowed),
        "year-not-be": "2400-2699",
        "bad-code": "A-Z ก-ฮ 0-9 . - / ( )" if column and table.column(column).own else "a-z 0-9 - .",
    }
    return sheet.fault(position, column, name, expected.get(name, ""))


def _duplicates(sheet: Sheet, positions: list[int]) -> Iterator[Fault]:
    """Tell each row whose key was there before, with the place of the first."""
    key = list(sheet.table.key)
    first: dict[tuple[str, ...], int] = {}
    # By value: one key may be written in two ways.
    values = list(sheet.values[key].astype("str").itertuples(index=False, name=None))
    for at, cells in enumerate(values):
        first.setdefault(cells, at)
    for at in positions:
        earlier = f"{sheet.file[first[values[at]]]}:{sheet.row[first[values[at]]]}"
        read = " + ".join(sheet.text[key].iloc[at])
        yield Fault(sheet.file[at], sheet.row[at], " + ".join(key), read, earlier, "duplicate-key")


def _where(bad: pd.Series) -> list[int]:
    return [int(at) for at in bad.to_numpy().nonzero()[0]]


def _references(sheets: Sheets) -> Iterator[Fault]:
    """Every filled code must be a key of the table it refers to."""
    for sheet in sheets.values():
        for column in sheet.table.columns:
            if not column.refers_to or column.refers_to not in sheets:
                continue
            keys = sheets[column.refers_to].values[TABLES[column.refers_to].key[0]]
            cells = sheet.values[column.name]
            code = "unknown-province" if column.kind == "province" else "unknown-code"
            for at in _where((cells != "") & ~cells.isin(keys)):
                yield sheet.fault(at, column.name, code, column.refers_to)


def _aliases(sheets: Sheets) -> Iterator[Fault]:
    """A written name of a province is no other province's name; both are told."""
    sheet, provinces = sheets.get("province_aliases"), sheets.get("provinces")
    if sheet is None or provinces is None:
        return
    known: dict[str, str] = {}
    for name in ("province_code", "name_th", "name_en"):
        for written, code in zip(provinces.values[name], provinces.values["province_code"], strict=True):
            known.setdefault(fold(str(written)[:_FOLDED]), str(code))
    names = dict(zip(provinces.values["province_code"], provinces.values["name_th"], strict=True))
    codes = sheet.values["province_code"]
    for at, alias in enumerate(sheet.values["alias"]):
        key = fold(str(alias)[:_FOLDED])
        if key and codes[at] and (other := known.setdefault(key, codes[at])) != codes[at]:
            told = f"{names.get(other, other)} ({other}) ≠ {names.get(codes[at], codes[at])} ({codes[at]})"
            yield sheet.fault(at, "alias", "alias-of-another", told)


def _memberships(sheets: Sheets) -> Iterator[Fault]:
    """In one scheme a province is in one group at a time; the later of two rows is told."""
    sheet = sheets.get("province_group_members")
    if sheet is None:
        return
    rows = sheet.values.assign(last=sheet.values["valid_to"].fillna(FAR_AHEAD))
    for _, spans in rows.groupby(["scheme", "province_code"]):
        spans = spans.sort_values("valid_from", kind="stable")
        for n in range(1, len(spans)):
            earlier, this = spans.iloc[:n], spans.iloc[n]
            overlapping = earlier[earlier["last"] >= this["valid_from"]]
            if len(overlapping):
                yield sheet.fault(
                    spans.index[n], "province_code", "overlap", overlapping["group_code"].iloc[0]
                )


def _shares(sheets: Sheets) -> Iterator[Fault]:
    """Shares of a project never exceed 1, and add up to 1 once every place states its share."""
    sheet = sheets.get("project_locations")
    if sheet is None:
        return
    by_project = sheet.values.groupby("project_id")["share"]
    total, stated, places = (
        by_project.transform("sum"),
        by_project.transform("count"),
        by_project.transform("size"),
    )
    over = total > 1.000001
    short = (stated == places) & (total < 0.999999)
    first = ~sheet.values["project_id"].duplicated()
    for at in _where(first & over & (places > 1)):
        yield sheet.fault(at, "share", "shares-over-one", f"{total[at]:g}")
    for at in _where(first & short):
        yield sheet.fault(at, "share", "shares-not-one", f"{total[at]:g}")


def _phase_years(sheets: Sheets) -> Iterator[Fault]:
    """A stated phase holds the stated fiscal year."""
    if "phases" not in sheets:
        return
    phases = sheets["phases"].values.drop_duplicates("phase_code").set_index("phase_code")
    for name in ("workshops", "projects"):
        if name not in sheets:
            continue
        rows = sheets[name].values
        first, last = (
            rows["phase_code"].map(phases["fy_start_be"]),
            rows["phase_code"].map(phases["fy_end_be"]),
        )
        outside = (rows["fiscal_year_be"] < first) | (rows["fiscal_year_be"] > last)
        for at in _where(outside.fillna(False).astype(bool)):
            yield sheets[name].fault(at, "phase_code", "phase-year", str(rows["fiscal_year_be"][at]))


def _groups_in_force(sheets: Sheets) -> Iterator[Fault]:
    """A workshop names a group of its own day; before 15 Jan 2008 the 18 groups stand in for the 19."""
    if "workshops" not in sheets or "province_groups" not in sheets:
        return
    groups = sheets["province_groups"].values.drop_duplicates("group_code").set_index("group_code")
    sheet = sheets["workshops"]
    rows = sheet.values
    first, last = (rows["group_code"].map(groups[edge]) for edge in ("valid_from", "valid_to"))
    day = rows["start_date"].where(rows["start_date"] >= SCHEME_2551_START, SCHEME_2551_START)
    for at in _where((day < first) | (day > last)):
        yield sheet.fault(at, "group_code", "group-not-in-force", sheet.text["start_date"].iloc[at])


_DATED_BY = {
    "representatives": "appointed_on",
    "plans": "needs_collected_on",
    "institution_service_areas": "valid_from",
    "province_group_members": "valid_from",
    "participations": "workshop_id",
    "workshops": "start_date",
    "project_locations": "project_id",
}


def _province_days(sheets: Sheets) -> Iterator[Fault]:
    """Nothing happens in a province before the province exists (Bueng Kan, 23 Mar 2011)."""
    if "provinces" not in sheets:
        return
    born = (
        sheets["provinces"]
        .values.drop_duplicates("province_code")
        .set_index("province_code")["established_on"]
    )
    for name, column in _DATED_BY.items():
        if name not in sheets:
            continue
        rows = sheets[name].values
        makes = {"participations": _workshop_days, "project_locations": _project_days}
        days = makes[name](sheets, rows) if name in makes else rows[column]
        if name == "workshops":  # one that went on until the province was there took place in it
            days = rows["end_date"].fillna(days)
        since = rows["province_code"].map(born)
        for at in _where(days < since):
            yield sheets[name].fault(at, column, "before-province", f"{since[at]:%Y-%m-%d}")


def _workshop_days(sheets: Sheets, rows: pd.DataFrame) -> pd.Series:
    """Return the last day of the workshop of each row; a workshop that is not there has none."""
    if "workshops" not in sheets:
        return pd.Series(pd.NaT, index=rows.index, dtype=DATES)
    held = sheets["workshops"].values.drop_duplicates("workshop_id").set_index("workshop_id")
    last = held["end_date"].fillna(held["start_date"])
    if not len(last):  # `map` would make numbers of no days
        return pd.Series(pd.NaT, index=rows.index, dtype=DATES)
    return rows["workshop_id"].map(last)


def _project_days(sheets: Sheets, rows: pd.DataFrame) -> pd.Series:
    """Return the last day of the project of each row: its end, else that of its fiscal year unless it still runs."""
    if "projects" not in sheets or not len(rows):
        return pd.Series(pd.NaT, index=rows.index, dtype=DATES)
    own = sheets["projects"].values.drop_duplicates("project_id").set_index("project_id")
    year = own["fiscal_year_be"].astype("Float64") - 543
    closed = pd.to_datetime(pd.DataFrame({"year": year, "month": 9, "day": 30}), errors="coerce").astype(
        DATES
    )
    last = own["ended_on"].fillna(closed.where(~own["status"].isin(["running", "planned"])))
    return (
        rows["project_id"].map(last).astype(DATES) if len(last) else rows["project_id"].map({}).astype(DATES)
    )
