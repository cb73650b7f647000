"""How good the records are: completeness by table, province group and fiscal year, age, failures, conflicts.

Completeness is a count of cells: filled, of those that a reader needs (`measures.quality_cells`). A table without
rows is not incomplete, it says nothing; that is a state of its own.
"""

from datetime import date

import pandas as pd
import pyarrow.compute as pc

from data.checking import check
from data.reading import Sheet
from data.records import Records
from data.schema import TABLES
from data.takeout.parcel import written
from measures import areas, evidence, quality_cells, reconciliation
from measures.memory import remembered
from measures.quality_cells import WORK_TABLES
from measures.selection import Selection

UNGROUPED, PLACELESS = "ungrouped", "placeless"
"""Places that are no group: provinces in no group (Bangkok), and rows that name no province."""
COLUMNS = [
    "table", "group_code", "name_th", "name_en", "fiscal_year_be", "row_count", "wanted_count", "filled_count",
    "share", "state", "documented_count", "evidence", "source_id",
]  # fmt: skip
DATED_BY = {"participations": ("workshop_id", "workshops"), "project_locations": ("project_id", "projects")}
_COUNTS = dict.fromkeys(
    ("fiscal_year_be", "row_count", "wanted_count", "filled_count", "documented_count"), "Int64"
)


@remembered
def completeness(records: Records, selection: Selection, table: str | None = None) -> pd.DataFrame:
    """Return the completeness per fiscal year: one row per table and year, or per group and year of one `table`.

    Columns: table, group_code ("" when the whole country is meant; UNGROUPED, PLACELESS), name_th, name_en ("" for
    places that are no group), fiscal_year_be (<NA>: not dated), row_count, wanted_count, filled_count (cells), share
    (0 to 1, NaN where no cell is wanted), state (value, nothing_wanted), documented_count (rows), evidence, source_id.
    Only what has rows is listed. Groups are those of the as-of day. A project that works in two groups is counted in
    both, but once in the row of its table. Raises KeyError for a table that is not in WORK_TABLES.
    """
    if table is not None and table not in WORK_TABLES:
        raise KeyError(table)
    parts = [
        _by_place(records, selection, name, table is not None) for name in ([table] if table else WORK_TABLES)
    ]
    found = pd.concat(parts, ignore_index=True)
    return found.astype(_COUNTS).astype({"share": float})[COLUMNS]


def _by_place(records: Records, selection: Selection, table: str, by_group: bool) -> pd.DataFrame:
    counted = _counted(records, table, selection)
    placed = _placed(records, selection, table)
    if selection.groups:
        placed = placed[placed["group_code"].isin(selection.groups)]
    if not by_group:
        placed = placed.assign(group_code="")
    placed = placed.drop_duplicates(["row", "group_code"])
    rows = placed.merge(counted, on="row")
    names = areas.groups_on(records, selection.asof).set_index("area_code")[["name_th", "name_en"]]
    order = {code: place for place, code in enumerate([*names.index, UNGROUPED, PLACELESS])}
    made = []
    for (group, year), part in rows.groupby(["group_code", "fiscal_year_be"], dropna=False, sort=True):
        wanted, filled = int(part["wanted"].sum()), int(part["filled"].sum())
        th, en = names.loc[group] if group in names.index else ("", "")
        made.append({
            "table": table, "group_code": group, "name_th": th, "name_en": en, "fiscal_year_be": year,
            "row_count": len(part), "wanted_count": wanted, "filled_count": filled,
            "share": filled / wanted if wanted else float("nan"), "state": "value" if wanted else "nothing_wanted",
            "documented_count": int(part["evidence"].eq(evidence.DOCUMENTED).sum()),
            "evidence": evidence.combined(part["evidence"]), "source_id": evidence.join_sources(part["source_id"].unique()),
        })  # fmt: skip
    made.sort(key=lambda row: order.get(str(row["group_code"]), -1))  # as groups stand everywhere else
    return pd.DataFrame(made, columns=COLUMNS)


def _counted(records: Records, table: str, selection: Selection) -> pd.DataFrame:
    """Return per row of a table: row, fiscal_year_be, wanted, filled, evidence, source_id; only rows to be seen."""
    rows = quality_cells.rows_of(records, table)
    wanted, filled = (pd.Series(0, index=rows.index) for _ in range(2))
    for column, expected in quality_cells.wanted(table):
        here = expected(records, rows)
        wanted += here.astype(int)
        filled += (here & quality_cells.is_filled(rows[column])).astype(int)
    made = pd.DataFrame({
        "row": range(len(rows)), "fiscal_year_be": quality_cells.years(records, table).array,
        "wanted": wanted.array, "filled": filled.array, "evidence": rows["evidence"].array,
        "source_id": rows["source_id"].array,
    })  # fmt: skip
    return (
        made[made["evidence"] == evidence.DOCUMENTED] if selection.evidence == evidence.DOCUMENTED else made
    )


def _placed(records: Records, selection: Selection, table: str) -> pd.DataFrame:
    """Return row and group_code of the as-of day for every place of every row."""
    placed = quality_cells.places(records, table)
    found = areas.provinces_on(records, selection.asof).set_index("area_code")["group_code"]
    groups = areas.then(records, placed["province_code"], selection.asof).map(found)
    groups = groups.fillna("").replace("", UNGROUPED)
    return placed.assign(group_code=groups.where(placed["province_code"] != "", PLACELESS))


@remembered
def missing_cells(
    records: Records,
    selection: Selection,
    table: str,
    group_code: str = "",
    fiscal_year_be: int | None = None,
) -> pd.DataFrame:
    """Return the cells that are wanted and blank: key, column, evidence, source_id, in file order.

    key: the cells of the table's key, separated by " + ". group_code "" and fiscal_year_be None mean any.
    """
    rows = quality_cells.rows_of(records, table)
    counted = _counted(records, table, selection)
    if fiscal_year_be is not None:
        counted = counted[counted["fiscal_year_be"].eq(fiscal_year_be).fillna(False).astype(bool)]
    placed = _placed(records, selection, table)
    inside = (group_code,) if group_code else selection.groups
    if inside:
        placed = placed[placed["group_code"].isin(inside)]
    positions = sorted(set(counted["row"]) & set(placed["row"]))
    own = rows.iloc[positions]
    keys = (
        written(own[list(TABLES[table].key)]).agg(" + ".join, axis=1)
        if len(own)
        else pd.Series([], dtype="str")
    )
    made = []
    for column, expected in quality_cells.wanted(table):
        blank = (expected(records, rows) & ~quality_cells.is_filled(rows[column])).iloc[positions]
        found = own[blank.to_numpy()]
        made.append(pd.DataFrame({
            "at": [at for at, is_blank in zip(positions, blank, strict=True) if is_blank],
            "key": keys[blank.to_numpy()].array, "column": column, "evidence": found["evidence"].array,
            "source_id": found["source_id"].array,
        }))  # fmt: skip
    listed = pd.concat(made, ignore_index=True).sort_values("at", kind="stable", ignore_index=True)
    return listed[["key", "column", "evidence", "source_id"]]


@remembered
def tables(records: Records, day: date) -> pd.DataFrame:
    """Return every table: table, row_count, documented_count, documented_share (NaN without rows), newest_on,
    age_months, wanted_count, filled_count, share.

    newest_on: the latest date in any date column up to `day`, of participations and places that of their workshops
    and projects (NaT where there is none); age_months: whole months from then to `day`. Counts of cells are <NA> for
    tables whose completeness is not judged (WORK_TABLES are).
    """
    made = []
    for name in TABLES:
        size, documented = records.count(name), _documented(records, name)
        newest = _newest(records, name, day)
        cells = _counted(records, name, Selection()) if name in WORK_TABLES else None
        wanted, filled = (
            (None, None) if cells is None else (int(cells["wanted"].sum()), int(cells["filled"].sum()))
        )
        made.append({
            "table": name, "row_count": size, "documented_count": documented,
            "documented_share": documented / size if size else float("nan"),
            "newest_on": newest, "age_months": None if pd.isna(newest) else months_between(newest.date(), day),
            "wanted_count": wanted, "filled_count": filled,
            "share": filled / wanted if filled is not None and wanted else float("nan"),
        })  # fmt: skip
    counts = dict.fromkeys(("age_months", "wanted_count", "filled_count"), "Int64")
    return pd.DataFrame(made).astype({"newest_on": "datetime64[us]", **counts})


def _documented(records: Records, table: str) -> int:
    if table in records.small():
        return int(getattr(records, table)["evidence"].eq(evidence.DOCUMENTED).sum())
    return records.dataset(table).count_rows(filter=pc.field("evidence") == evidence.DOCUMENTED)


def _newest(records: Records, table: str, day: date) -> pd.Timestamp:
    key, parent = DATED_BY.get(table, ("", table))
    dates = [column.name for column in TABLES[parent].columns if column.kind == "date"]
    rows = quality_cells.rows_of(records, parent, *dates, *filter(None, [key]))
    if key:
        rows = rows[rows[key].isin(quality_cells.rows_of(records, table, key)[key])]
    past = [rows.loc[rows[name] <= pd.Timestamp(day), name].max() for name in dates if name in rows]
    return max((found for found in past if pd.notna(found)), default=pd.NaT)


def months_between(earlier: date, later: date) -> int:
    """Return the whole months from one day to a later one."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


@remembered
def failures(records: Records) -> pd.DataFrame:
    """Return the rules that rows of the release break: table, code (message `fault-<code>`), column, count.

    What is published has passed these rules; a failure means that a rule is newer than the release.
    """
    sheets = {name: _sheet(name, frame) for name, frame in records.tables().items()}
    found = pd.DataFrame(
        [(f.file, f.code, f.column) for f in check(sheets)], columns=["table", "code", "column"]
    )
    counted = found.value_counts(sort=False).reset_index(name="count")
    return counted.sort_values(["table", "code", "column"], ignore_index=True)


def _sheet(name: str, frame: pd.DataFrame) -> Sheet:
    rows = frame[TABLES[name].names].reset_index(drop=True)
    return Sheet(TABLES[name], rows, written(rows), [name] * len(rows), list(range(2, len(rows) + 2)))


@remembered
def disagreements(records: Records) -> pd.DataFrame:
    """Return what does not agree, counted: kind, count, of.

    Kinds: conflicts (two documents that disagree; of is <NA>), differs and cannot_compute (published totals against
    the records, see `measures.reconciliation`).
    """
    verdicts = reconciliation.compare(records)["verdict"]
    made = [
        ("conflicts", len(records.conflicts), None),
        ("differs", int(verdicts.eq("differs").sum()), len(verdicts)),
        ("cannot_compute", int(verdicts.eq("cannot_compute").sum()), len(verdicts)),
    ]
    return pd.DataFrame(made, columns=["kind", "count", "of"]).astype({"of": "Int64"})
