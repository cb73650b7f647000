"""Which cells of a record a reader needs although the schema lets them be blank, and where each row belongs.

The schema demands only what a row cannot live without. What a planner misses when it is blank is declared here, as
(column, the rows where it can be expected); completeness is counted over these cells and over nothing else. A table
without such columns is judged by the cells that its schema demands.
"""

from collections.abc import Callable, Mapping

import pandas as pd

from data.records import Records
from data.rules import STAGES, fiscal_years
from data.schema import TABLES
from data.store.columnar import to_frame

Expected = Callable[[Records, pd.DataFrame], pd.Series]
WORK_TABLES = (
    "representatives", "institutions", "institution_service_areas", "workshops", "participations", "plans",
    "projects", "project_locations",
)  # fmt: skip


def rows_of(records: Records, table: str, *columns: str) -> pd.DataFrame:
    """Return the rows of a table; of one that lies in files only some columns are read: `columns`, or those that
    completeness asks about."""
    if table in records.small():
        rows: pd.DataFrame = getattr(records, table)
        return rows
    dataset = records.dataset(table)
    wanted = columns or _asked(table)
    names = [name for name in dataset.schema.names if name in wanted]
    return to_frame(table, dataset.to_table(columns=names), whole=False)


def _asked(table: str) -> frozenset[str]:
    """Return the columns that say how complete a row is, where and when it belongs and who says so: no titles."""
    also = {"province_code", "status", "fiscal_year_be", "evidence", "source_id", *TABLES[table].key}
    return frozenset(also | {column for column, _ in wanted(table)})


def _always(records: Records, rows: pd.DataFrame) -> pd.Series:
    return pd.Series(True, index=rows.index)


def _begun(records: Records, rows: pd.DataFrame) -> pd.Series:
    return rows["status"] != "planned"


def _completed(records: Records, rows: pd.DataFrame) -> pd.Series:
    return rows["status"] == "completed"


def _in_a_phase(records: Records, rows: pd.DataFrame) -> pd.Series:
    """Rows whose fiscal year lies in a phase; later work belongs to none."""
    last = records.phases["fy_end_be"].max()
    return (rows["fiscal_year_be"] <= last).fillna(False).astype(bool)


def _one_of_several_places(records: Records, rows: pd.DataFrame) -> pd.Series:
    """A place's share of a project says something where the project has several places."""
    places = rows_of(records, "project_locations", "project_id")["project_id"].value_counts()
    return rows["project_id"].map(places) > 1


def _stage_before(stage: str) -> Expected:
    """A stage that a later one implies was reached on a day that somebody knows."""
    later = list(STAGES[STAGES.index(stage) + 1 :])

    def expected(records: Records, rows: pd.DataFrame) -> pd.Series:
        return rows[later].notna().any(axis=1)

    return expected


WANTED: Mapping[str, tuple[tuple[str, Expected], ...]] = {
    "institutions": (("joined_on", _always),),
    "institution_service_areas": (("valid_from", _always),),
    "workshops": (
        ("fiscal_year_be", _always), ("phase_code", _in_a_phase), ("province_code", _always),
        ("participants", _always),
    ),
    "participations": (("invited_count", _always), ("attended_count", _always)),
    "plans": tuple((stage, _stage_before(stage)) for stage in STAGES[:-1]),
    "projects": (
        ("agency_code", _always), ("phase_code", _in_a_phase), ("allocated_baht", _always),
        ("disbursed_baht", _begun), ("beneficiary_count", _completed),
    ),
    "project_locations": (("share", _one_of_several_places),),
}  # fmt: skip


def wanted(table: str) -> tuple[tuple[str, Expected], ...]:
    """Return the columns completeness is counted over, each with the rows where it can be expected."""
    demanded = [(column.name, _always) for column in TABLES[table].columns if column.required]
    return WANTED.get(table, tuple(demanded))


def is_filled(cells: pd.Series) -> pd.Series:
    """Say for each cell whether it holds something."""
    return cells.notna() if cells.dtype.kind in "Mfiu" else cells != ""


def years(records: Records, table: str) -> pd.Series:
    """Return the fiscal year (BE) each row of a table belongs to, by its own order; <NA> where none is known.

    Participations belong to the year of their workshop, places to that of their project, plans to that of their
    first stage, and the rest to that of the day they begin.
    """
    rows = rows_of(records, table)
    if table == "projects":
        return rows["fiscal_year_be"]
    if table == "workshops":
        return rows["fiscal_year_be"].fillna(fiscal_years(rows["start_date"]))
    if table == "participations":
        held = pd.Series(years(records, "workshops").array, index=records.workshops["workshop_id"])
        return rows["workshop_id"].map(held[~held.index.duplicated()]).astype("Int64")
    if table == "project_locations":
        begun = (
            rows_of(records, "projects", "project_id", "fiscal_year_be")
            .drop_duplicates("project_id")
            .set_index("project_id")["fiscal_year_be"]
        )
        return rows["project_id"].map(begun).astype("Int64")
    if table == "plans":
        return fiscal_years(rows[list(STAGES)].min(axis=1).astype("datetime64[us]"))
    begins = {"representatives": "appointed_on", "institutions": "joined_on"}.get(table, "valid_from")
    return fiscal_years(rows[begins])


def places(records: Records, table: str) -> pd.DataFrame:
    """Return where each row belongs: row (its position), province_code ("" for none); a project has a row per place.

    A workshop of a group belongs to the province at the group's centre, and so to the group of any scheme there.
    """
    positions = pd.RangeIndex(records.count(table))
    if table == "projects":
        ids = rows_of(records, table, "project_id")["project_id"]
        own = pd.DataFrame({"row": positions, "project_id": ids.array})
        located = rows_of(records, "project_locations", "project_id", "province_code")[
            ["project_id", "province_code"]
        ]
        found = own.merge(located, on="project_id", how="left").fillna({"province_code": ""})
        return found[["row", "province_code"]].drop_duplicates(ignore_index=True)
    rows = rows_of(records, table)
    codes = pd.Series(rows["province_code"].array, index=positions)
    if table == "workshops":
        groups = records.province_groups.drop_duplicates("group_code").set_index("group_code")
        centres = pd.Series(rows["group_code"].array, index=positions).map(groups["centre_province_code"])
        codes = centres.where(centres.fillna("") != "", codes)
    return pd.DataFrame({"row": positions, "province_code": codes.array})
