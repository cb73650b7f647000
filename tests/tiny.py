"""A tiny country for tests: seven provinces, two groups, three phases, and rows written by hand.

`records(workshops=[...], plans=[...])` returns Records with these rows; what is left out of a row is
blank, as the loader would make it. Geography and phases are always there:
- Bangkok 10; Udon Thani 41, Loei 42, Nong Khai 43 and Bueng Kan 38 (from 2011-03-23, in the group from
  2011-03-28) in upper-northeast-1; Chiang Mai 50 and Lampang 52 in upper-north-1.
- Group codes: 2551-<name> until 2017-11-16, 2560-<name> from 2017-11-17.
"""

from typing import Any

import pandas as pd

from data.records import Records
from data.schema import TABLES

NE, NORTH = "2551-upper-northeast-1", "2551-upper-north-1"
ALL_PROVINCES = ["38", "41", "42", "43", "50", "52"]  # without Bangkok

_WITH_SAMPLE_ROWS = (
    "institutions", "institution_service_areas", "representatives", "workshops", "participations", "projects",
    "project_locations", "plans",
)  # fmt: skip


def frame(table: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Return a table's frame with the loader's types; evidence is illustrative unless a row says so."""
    dtypes = {column.name: column.dtype for column in TABLES[table].columns} | {"evidence": "str"}
    unknown = {key for row in rows for key in row} - set(dtypes)
    if unknown:
        raise KeyError(f"{table} has no column {sorted(unknown)}")
    defaults = {
        "evidence": "illustrative" if table in _WITH_SAMPLE_ROWS else "documented",
        "date_precision": "day",
    }
    made = {}
    for column, dtype in dtypes.items():
        values = [row.get(column) for row in rows]
        if dtype == "str":
            values = [defaults.get(column, "") if value is None else value for value in values]
        elif dtype.startswith("datetime"):
            values = list(pd.to_datetime(values))
        made[column] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(made)


def _province(code: str, th: str, en: str, **more: str) -> dict[str, Any]:
    return {"province_code": code, "name_th": th, "name_en": en, **more}


def _memberships() -> list[dict[str, Any]]:
    old = {"scheme": "2551", "valid_from": "2008-01-15", "valid_to": "2017-11-16"}
    new = {"scheme": "2560", "valid_from": "2017-11-17"}
    names = {"41": "upper-northeast-1", "42": "upper-northeast-1", "43": "upper-northeast-1"}
    names |= {"50": "upper-north-1", "52": "upper-north-1"}
    rows = [old | {"group_code": f"2551-{g}", "province_code": p} for p, g in names.items()]
    rows.append(old | {"group_code": NE, "province_code": "38", "valid_from": "2011-03-28"})
    names["38"] = "upper-northeast-1"
    return rows + [new | {"group_code": f"2560-{g}", "province_code": p} for p, g in names.items()]


def _groups() -> list[dict[str, Any]]:
    rows = []
    for scheme, start, end in [("2551", "2008-01-15", "2017-11-16"), ("2560", "2017-11-17", None)]:
        for order, (name, th, en) in enumerate(
            [
                ("upper-northeast-1", "ภาคตะวันออกเฉียงเหนือตอนบน 1", "Upper Northeastern"),
                ("upper-north-1", "ภาคเหนือตอนบน 1", "Upper Northern"),
            ]
        ):
            rows.append(
                {
                    "scheme": scheme,
                    "group_code": f"{scheme}-{name}",
                    "name_th": f"กลุ่มจังหวัด{th}",
                    "short_name_th": th,
                    "name_en": f"{en} Provincial Cluster 1",
                    "display_order": order + 1,
                    "valid_from": start,
                    "valid_to": end,
                }
            )
    return rows


def _phase(number: int, start_be: int, end_be: int) -> dict[str, Any]:
    return {
        "phase_code": f"phase-{number}",
        "name_th": f"ระยะที่ {number}",
        "name_en": f"Phase {number}",
        "fy_start_be": start_be,
        "fy_end_be": end_be,
        "start_date": f"{start_be - 544}-10-01",
        "end_date": f"{end_be - 543}-09-30",
        "source_id": "seed-000",
    }


_BASE: dict[str, list[dict[str, Any]]] = {
    "provinces": [
        _province("10", "กรุงเทพมหานคร", "Bangkok"),
        _province("38", "บึงกาฬ", "Bueng Kan", established_on="2011-03-23", predecessor_code="43"),
        _province("41", "อุดรธานี", "Udon Thani"),
        _province("42", "เลย", "Loei"),
        _province("43", "หนองคาย", "Nong Khai"),
        _province("50", "เชียงใหม่", "Chiang Mai"),
        _province("52", "ลำปาง", "Lampang"),
    ],
    "group_schemes": [
        {"scheme": "2546", "groups_count": 19, "valid_from": "2003-05-17", "valid_to": "2008-01-14",
         "members_documented": "no"},
        {"scheme": "2551", "groups_count": 2, "valid_from": "2008-01-15", "valid_to": "2017-11-16",
         "members_documented": "yes"},
        {"scheme": "2560", "groups_count": 2, "valid_from": "2017-11-17", "members_documented": "yes"},
    ],
    "province_groups": _groups(),
    "province_group_members": _memberships(),
    "phases": [_phase(1, 2547, 2550), _phase(2, 2551, 2554), _phase(3, 2555, 2558)],
    "programmes": [
        {"programme_code": "representative", "started_on": "2009-12-21", "source_id": "seed-003"},
        {"programme_code": "itap"},
    ],
}  # fmt: skip


def records(**tables: list[dict[str, Any]]) -> Records:
    """Return Records of the tiny country with the given rows; a table given replaces the one here."""
    rows = _BASE | tables
    return Records(release="tiny", **{name: frame(name, rows.get(name, [])) for name in TABLES})


def workshop(workshop_id: str, held: str, **more: Any) -> dict[str, Any]:
    """Return one workshop of the upper northeast in phase 2, changed by `more`."""
    row = {"workshop_id": workshop_id, "start_date": held, "phase_code": "phase-2", "fiscal_year_be": 2553}
    return row | {"scope": "group", "group_code": NE, "source_id": "sample"} | more


def seat(
    workshop_id: str, province_code: str, invited: int | None, attended: int | None, **more: Any
) -> dict:
    """Return one participation row: invited and attended people of a province."""
    row = {"workshop_id": workshop_id, "province_code": province_code, "role": "provincial_office"}
    return row | {"invited_count": invited, "attended_count": attended, "source_id": "sample"} | more


def representative(
    province_code: str, appointed: str, ended: str | None = None, **more: Any
) -> dict[str, Any]:
    """Return one representative row of a province."""
    row = {"representative_id": f"rep-{province_code}-{appointed}", "institution_code": "u1"}
    row |= {
        "province_code": province_code,
        "appointed_on": appointed,
        "ended_on": ended,
        "source_id": "sample",
    }
    return row | more


def project(project_id: str, started: str | None, ended: str | None = None, **more: Any) -> dict[str, Any]:
    """Return one running project of phase 2 worth 100 baht, of which 40 are disbursed."""
    row = {"project_id": project_id, "started_on": started, "ended_on": ended, "status": "running"}
    row |= {"phase_code": "phase-2", "programme_code": "itap", "agency_code": "nstda", "source_id": "sample"}
    return row | {"allocated_baht": 100.0, "disbursed_baht": 40.0} | more


def location(project_id: str, province_code: str, share: float | None = None, **more: Any) -> dict[str, Any]:
    """Return one place of a project."""
    row = {"project_id": project_id, "province_code": province_code, "precision": "province", "share": share}
    return row | {"source_id": "sample"} | more
