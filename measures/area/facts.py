"""What documents say about an area by name, and what happened there: the sourced part of an area's page."""

import re
from collections.abc import Iterable

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, attendance, evidence
from measures.catalogue import PLAN_STAGES
from measures.scope import Area
from measures.selection import Selection

FACT_COLUMNS = ["fact", "code", "on", "end", "precision", "title_th", "title_en", "province_code", "evidence",
                "source_id"]  # fmt: skip
EVENT_COLUMNS = ["kind", "code", "on", "end", "precision", "title_th", "title_en", "province_code", "evidence",
                 "source_id"]  # fmt: skip
# A province name is read only where it stands alone: เลย, ตาก and น่าน are ordinary words and syllables too.
_PIECES = re.compile(r"[\s(),;:/\"“”]+")
_PREFIXES = re.compile(r"^(จังหวัด|จ\.)")
_AFTER_PREFIX = re.compile(r"(?:จังหวัด|จ\.)\s*")


@lru_cache(maxsize=16)
def _named(records: Records) -> dict[str, frozenset[str]]:
    """Return milestone_id -> province codes that its title or place names, in Thai or in English."""
    thai = dict(zip(records.provinces["name_th"], records.provinces["province_code"], strict=True))
    english = dict(zip(records.provinces["name_en"], records.provinces["province_code"], strict=True))
    longest = sorted(thai, key=len, reverse=True)
    found = {}
    for row in records.milestones.itertuples():
        codes = set()
        for text in (row.title_th, row.place):
            pieces = {_PREFIXES.sub("", piece) for piece in _PIECES.split(text)}
            codes |= {thai[piece] for piece in pieces if piece in thai}
            for start in _AFTER_PREFIX.finditer(text):
                rest = text[start.end() :]
                codes |= {thai[name] for name in longest if rest.startswith(name)}
        codes |= {
            code for name, code in english.items() if re.search(rf"\b{re.escape(name)}\b", row.title_en)
        }
        found[row.milestone_id] = frozenset(codes)
    return found


def workshops_about(records: Records, area: Area) -> pd.DataFrame:
    """Return the workshops held for the area: of its group, of a group it belongs to or then belonged to, or of
    one of its provinces; with held_on. National ones and those "of the north" are about no area."""
    rows, inside = attendance.held(records), frozenset(area.provinces)
    near = {code for code, provinces in areas.group_provinces(records).items() if provinces & inside}
    wanted = {area.code} if area.level == "group" else near
    hit = rows["group_code"].isin(wanted) | (
        rows["scope"].eq("province") & rows["province_code"].isin(inside)
    )
    if area.level == "province":  # a group met before its youngest province was born
        own = records.provinces.loc[records.provinces["province_code"] == area.code, "established_on"]
        hit &= ~(rows["held_on"] < own.iloc[0])
    return rows[hit]


@lru_cache(maxsize=256)
def documented_facts(records: Records, area: Area) -> pd.DataFrame:
    """Return what documents state about the area by name, newest first, of any date.

    Columns: fact (milestone, workshop, institution, service_area, observation), code, on (NaT: not dated), end,
    precision, title_th, title_en, province_code, evidence (always documented), source_id.
    """
    documents, inside = records.documented(), frozenset(area.provinces) or frozenset({area.code})
    parts = [
        _milestones(documents, area, inside), _workshops(documents, area), _institutions(documents, inside),
        _service(documents, inside), _observations(documents, inside),
    ]  # fmt: skip
    found = _stack(parts, FACT_COLUMNS)
    return found.sort_values(["on", "code"], ascending=[False, True], na_position="last", ignore_index=True)


def _stack(parts: Iterable[pd.DataFrame], columns: list[str]) -> pd.DataFrame:
    filled = [part[columns] for part in parts if len(part)]
    if not filled:
        return pd.DataFrame(columns=columns).astype({"on": "datetime64[us]", "end": "datetime64[us]"})
    return pd.concat(filled, ignore_index=True).astype({"on": "datetime64[us]", "end": "datetime64[us]"})


def _milestones(records: Records, area: Area, inside: frozenset[str]) -> pd.DataFrame:
    """Milestones that name the area. One that tells of a workshop is listed as the workshop."""
    named, rows = _named(records), records.milestones
    hits = [bool(named.get(code, frozenset()) & inside) for code in rows["milestone_id"]]
    hit = np.array(hits, dtype=bool)
    rows = rows[hit & rows["workshop_id"].eq("").to_numpy()]
    single = area.code if area.level == "province" else ""
    return rows.rename(columns={"milestone_id": "code", "date": "on", "end_date": "end",
                                "date_precision": "precision"}).assign(fact="milestone", province_code=single)  # fmt: skip


def _workshops(records: Records, area: Area) -> pd.DataFrame:
    rows = workshops_about(records, area)
    return rows.rename(columns={"workshop_id": "code", "start_date": "on", "end_date": "end",
                                "date_precision": "precision"}).assign(fact="workshop")  # fmt: skip


def _institutions(records: Records, inside: frozenset[str]) -> pd.DataFrame:
    rows = records.institutions[records.institutions["province_code"].isin(inside)]
    return rows.rename(columns={"institution_code": "code", "joined_on": "on", "name_th": "title_th",
                                "name_en": "title_en"}).assign(fact="institution", end=pd.NaT, precision="day")  # fmt: skip


def _service(records: Records, inside: frozenset[str]) -> pd.DataFrame:
    rows = records.institution_service_areas
    rows = rows[rows["province_code"].isin(inside) & (rows["role"] == "service_area")]
    names = records.institutions.set_index("institution_code")[["name_th", "name_en"]]
    rows = rows.join(names, on="institution_code").rename(columns={
        "institution_code": "code", "valid_from": "on", "valid_to": "end", "name_th": "title_th",
        "name_en": "title_en"})  # fmt: skip
    return rows.assign(fact="service_area", precision="day")


def _observations(records: Records, inside: frozenset[str]) -> pd.DataFrame:
    rows = records.observations
    of_province = rows["scope"].str.removeprefix("province:")
    rows = rows[rows["scope"].str.startswith("province:") & of_province.isin(inside)]
    rows = rows.rename(columns={"observation_id": "code", "as_of": "on", "date_precision": "precision"})
    return rows.assign(fact="observation", end=pd.NaT, title_th=rows["quote"], title_en=rows["note"],
                       province_code=of_province[rows.index])  # fmt: skip


def events(records: Records, selection: Selection, area: Area) -> pd.DataFrame:
    """Return what happened in the area by the day, oldest first.

    Columns: kind, code, on, end, precision, title_th, title_en, province_code, evidence, source_id. kind:
    milestone and workshop carry their own titles; province_established, group_joined, institution_joined,
    representative_appointed, representative_ended and the plan stages needs_collected, drafted, approved,
    in_provincial_plan are messages `event-<kind>`, where the titles name the institution, group or province.
    """
    found = _events(evidence.seen(records, selection), area)
    return found[found["on"] <= pd.Timestamp(selection.asof)].reset_index(drop=True)


@lru_cache(maxsize=256)
def _events(shown: Records, area: Area) -> pd.DataFrame:
    """Return what happened in the area on any day that is known, oldest first."""
    inside = frozenset(area.provinces)
    parts = [
        _milestones(shown, area, inside).assign(kind="milestone"),
        _workshops(shown, area).assign(kind="workshop"),
        _founding(shown, inside), _joining(shown, inside), _joined_institutions(shown, inside),
        *_representatives(shown, inside), *_plan_stages(shown, inside),
    ]  # fmt: skip
    found = _stack(parts, EVENT_COLUMNS)
    found = found[found["on"].notna()]
    return found.sort_values(["on", "kind", "code"], ignore_index=True)


def _founding(records: Records, inside: frozenset[str]) -> pd.DataFrame:
    rows = records.provinces
    rows = rows[rows["province_code"].isin(inside) & rows["established_on"].notna()]
    return rows.assign(kind="province_established", code=rows["province_code"], on=rows["established_on"],
                       end=pd.NaT, precision="day", title_th=rows["name_th"], title_en=rows["name_en"])  # fmt: skip


def _joining(records: Records, inside: frozenset[str]) -> pd.DataFrame:
    rows = records.province_group_members
    rows = rows[rows["province_code"].isin(inside)]
    groups = records.province_groups.drop_duplicates("group_code").set_index("group_code")
    names = groups[["short_name_th", "name_en"]].reindex(rows["group_code"]).fillna("")
    english = names["name_en"].str.replace(" Provincial Cluster", "", regex=False)
    return rows.assign(kind="group_joined", code=rows["group_code"], on=rows["valid_from"], end=pd.NaT,
                       precision="day", title_th=names["short_name_th"].to_numpy(),
                       title_en=english.to_numpy())  # fmt: skip


def _joined_institutions(records: Records, inside: frozenset[str]) -> pd.DataFrame:
    return _institutions(records, inside).assign(kind="institution_joined")


def _representatives(records: Records, inside: frozenset[str]) -> list[pd.DataFrame]:
    rows = records.representatives[records.representatives["province_code"].isin(inside)]
    names = records.institutions.set_index("institution_code")[["name_th", "name_en"]]
    names = names.reindex(rows["institution_code"]).fillna("")
    base = rows.assign(code=rows["representative_id"], title_th=names["name_th"].to_numpy(),
                       title_en=names["name_en"].to_numpy(), end=pd.NaT, precision="day")  # fmt: skip
    return [base.assign(kind="representative_appointed", on=rows["appointed_on"]),
            base.assign(kind="representative_ended", on=rows["ended_on"])]  # fmt: skip


def _plan_stages(records: Records, inside: frozenset[str]) -> list[pd.DataFrame]:
    rows = records.plans[records.plans["province_code"].isin(inside)]
    names = records.provinces.set_index("province_code")[["name_th", "name_en"]].reindex(
        rows["province_code"]
    )
    base = rows.assign(code=rows["plan_id"], title_th=names["name_th"].to_numpy(),
                       title_en=names["name_en"].to_numpy(), end=pd.NaT, precision="day")  # fmt: skip
    return [base.assign(kind=stage, on=rows[f"{stage}_on"]) for stage in PLAN_STAGES]
