"""The records of some groups of provinces: what belongs to them, and nationwide work."""

from functools import partial
from hashlib import sha256

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as pads

from data.cube import book
from data.records import Big, Kinds, Records, StoredRecords, Whole, assemble
from data.remember import lru_cache
from data.rules import STAGES
from data.schema import TABLES, empty
from data.store.columnar import to_frame

REMEMBERED = 32  # limited views that are kept ready
_BY_PROVINCE = (
    "provinces", "province_aliases", "province_group_members", "institution_service_areas", "representatives",
    "plans", "populations",
)  # fmt: skip
_NATIONAL = ("observations", "network_growth")


@lru_cache(maxsize=REMEMBERED)
def within(records: Records, groups: tuple[str, ...]) -> Records:
    """Return what belongs to the provinces that are or were members of the groups.

    Provinces outside are not there, so that no denominator counts them. Work that reaches further keeps all its
    places, those outside without their province: a limit hides names and never changes what a row means, so that a
    shared project is not taken for one province's alone. Of meetings the own people are kept as rows and all of them
    as a number (`Records.whole`); work without any place is left out. National counts are left out too: a part cannot
    be held against them. Documents, phases, events and what lists cover stay. The frames keep their columns and dtypes.
    """
    members = records.province_group_members
    provinces = frozenset(members.loc[members["group_code"].isin(groups), "province_code"])
    frames = {name: _of(getattr(records, name), "province_code", provinces) for name in _BY_PROVINCE}
    frames |= {name: getattr(records, name).iloc[:0] for name in _NATIONAL}
    seen_groups = frozenset(frames["province_group_members"]["group_code"])
    frames["province_groups"] = _of(records.province_groups, "group_code", seen_groups)
    frames["institutions"] = _institutions(records.institutions, frames, provinces)
    attended = _of(records.participations, "province_code", provinces | {""})
    own = frozenset(attended.loc[attended["province_code"] != "", "workshop_id"])
    frames["workshops"] = _workshops(records.workshops, provinces, seen_groups, own)
    held = frozenset(frames["workshops"]["workshop_id"])
    frames["participations"] = _of(attended, "workshop_id", held)
    events = records.milestones
    frames["milestones"] = events.assign(
        workshop_id=events["workshop_id"].where(events["workshop_id"].isin(held), "")
    )
    big: dict[str, Big] = {}
    for name, take in {"projects": _projects, "project_locations": _locations}.items():
        if isinstance(records, StoredRecords) and name in records.big:
            big[name] = partial(take, records, provinces)
        else:
            frames[name] = to_frame(name, take(records, provinces).to_table())
    untouched = {name for name in records.small() if name not in frames}
    frames |= {name: getattr(records, name) for name in untouched}
    mark = sha256(" ".join(groups).encode()).hexdigest()
    return assemble(f"{records.release}.{mark}", frames, big, whole(records))


@lru_cache(maxsize=4)
def whole(records: Records) -> Whole:
    """Return what every limited view of a release must know of all of it; nothing of it names a hidden row."""
    kinds = {name: _kinds(records, name) for name in TABLES}
    kinds["projects"] = tuple(book.of(records).cube.words["source"])
    plans = records.plans
    days = plans.assign(first=plans[list(STAGES)].min(axis=1)).dropna(subset=["first"])
    first = {str(kind): day for kind, day in days.groupby("evidence")["first"].min().items()}
    by = records.participations.groupby(["workshop_id", "evidence"], as_index=False)
    people = by[["invited_count", "attended_count"]].sum(min_count=1)
    return Whole(kinds, first, people, _unplaced(records))


def _kinds(records: Records, table: str) -> Kinds:
    small = records.small()
    if table in small:
        rows = small[table].reindex(columns=["evidence", "source_id"], fill_value="").drop_duplicates()
    else:
        names = [name for name in ("evidence", "source_id") if name in records.dataset(table).schema.names]
        found = records.dataset(table).to_table(columns=names).group_by(names).aggregate([])
        rows = found.to_pandas().reindex(columns=["evidence", "source_id"], fill_value="")
    return tuple(rows.itertuples(index=False, name=None))


def _unplaced(records: Records) -> Records | None:
    """Return the projects of which no place is stated: that there are any turns zeros into "place not stated"."""
    placed = records.dataset("project_locations").to_table(columns=["project_id"])["project_id"].unique()
    bare = ~pc.field("project_id").isin(placed)
    found = records.dataset("projects").to_table(filter=bare)
    if not found.num_rows:
        return None
    blank = {"project_id": [str(i) for i in range(found.num_rows)], "title_th": "", "title_en": ""}
    sums = dict.fromkeys(("allocated_baht", "disbursed_baht"), float("nan"))
    rows = to_frame("projects", found).assign(**blank, **sums, beneficiary_count=pd.NA)
    rows = rows.astype({"beneficiary_count": "Int64"})
    places = empty("project_locations").assign(evidence=pd.Series(dtype="str"))
    frames = {**records.small(), "projects": rows, "project_locations": places}
    others = {name: records.dataset(name) for name in TABLES if name not in frames}
    return assemble(records.release, frames, others)


def _of(frame: pd.DataFrame, column: str, codes: frozenset[str]) -> pd.DataFrame:
    return frame[frame[column].isin(codes)].reset_index(drop=True)


def _institutions(
    institutions: pd.DataFrame, frames: dict[str, pd.DataFrame], provinces: frozenset[str]
) -> pd.DataFrame:
    """Keep who sits in the provinces, serves them or represents the ministry there."""
    named = [frames[name]["institution_code"] for name in ("institution_service_areas", "representatives")]
    kept = institutions["province_code"].isin(provinces) | institutions["institution_code"].isin(
        pd.concat(named)
    )
    return institutions[kept].reset_index(drop=True)


def _workshops(
    workshops: pd.DataFrame, provinces: frozenset[str], groups: frozenset[str], own: frozenset[str]
) -> pd.DataFrame:
    """Keep workshops of the groups and provinces, those for a region or the whole country, and those of others to which
    somebody of the provinces was asked (`own`): whoever came to another group's workshop has been to one."""
    wide = workshops["scope"].isin(["national", "region"])
    here = workshops["group_code"].isin(groups) | workshops["province_code"].isin(provinces)
    return workshops[here | wide | workshops["workshop_id"].isin(own)].reset_index(drop=True)


def _locations(records: Records, provinces: frozenset[str]) -> pads.Dataset:
    """Keep every place of the kept projects; one outside loses its province, not its precision or its share."""
    own = pc.field("project_id").isin(_ids(records, provinces))
    rows = records.dataset("project_locations").to_table(filter=own)
    code = rows["province_code"]
    hidden = pc.if_else(
        pc.is_in(code, value_set=_codes(provinces, code.type)), code, pa.scalar("", code.type)
    )
    return pads.dataset(
        rows.set_column(rows.schema.get_field_index("province_code"), "province_code", hidden)
    )


def _projects(records: Records, provinces: frozenset[str]) -> pads.Dataset:
    own = pc.field("project_id").isin(_ids(records, provinces))
    return pads.dataset(records.dataset("projects").to_table(filter=own))


def _ids(records: Records, provinces: frozenset[str]) -> pa.ChunkedArray:
    """Return the projects with a place in the provinces, and those for the whole country."""
    table = records.dataset("project_locations")
    places = _codes(provinces, table.schema.field("province_code").type)
    here = pc.field("province_code").isin(places) | (pc.field("precision") == "nationwide")
    return table.to_table(columns=["project_id"], filter=here)["project_id"].unique()


def _codes(provinces: frozenset[str], kind: pa.DataType) -> pa.Array:
    return pa.array(sorted(provinces), kind)
