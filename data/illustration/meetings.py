"""Sample workshops and who came. Documented workshops keep their rows and only get sample participants.

Rounds restart every fiscal year and leave the documented ones free: 2 and 4 of FY2552, 3 of FY2553
and 2 of FY2554.
"""

from datetime import date

import numpy as np
import pandas as pd

from data.illustration.base import (
    LAST_DAY,
    MARK_EN,
    MARK_TH,
    SOURCE,
    Places,
    Row,
    fiscal_year,
    generator,
    phase_of,
)

PCSO_SINCE = date(2009, 4, 20)  # announced with the first MoU
SCHEME_2551_START = date(2008, 1, 15)
MOI_WORKSHOP, MOI_PEOPLE = "ws-2011-05-26-moi", 400
# (round, day, group of scheme 2551); 18 groups in phase 1, 14 in phase 2 beside the 4 documented.
ROUNDS: list[tuple[int, str, str]] = [
    (1, "2004-01-29", "upper-north-1"),
    (2, "2004-03-10", "central-northeast"),
    (3, "2004-06-17", "lower-northeast-1"),
    (4, "2004-08-06", "south-gulf"),
    (1, "2004-12-14", "upper-central-1"),
    (2, "2005-02-17", "lower-north-1"),
    (3, "2005-05-27", "upper-northeast-1"),
    (4, "2005-07-06", "east"),
    (5, "2005-08-18", "south-border"),
    (1, "2005-11-25", "upper-north-2"),
    (2, "2006-01-24", "lower-central-1"),
    (3, "2006-03-16", "lower-northeast-2"),
    (4, "2006-06-21", "upper-northeast-2"),
    (5, "2006-08-10", "south-andaman"),
    (1, "2006-11-30", "lower-north-2"),
    (2, "2007-02-13", "upper-central-2"),
    (3, "2007-05-18", "middle-central"),
    (4, "2007-07-18", "lower-central-2"),
    (1, "2008-02-14", "lower-northeast-1"),
    (2, "2008-03-18", "central-northeast"),
    (3, "2008-07-03", "lower-north-1"),
    (4, "2008-08-15", "upper-central-2"),
    (1, "2008-11-26", "upper-northeast-1"),
    (3, "2009-02-19", "upper-north-1"),
    (5, "2009-06-30", "lower-northeast-2"),
    (6, "2009-08-20", "lower-central-1"),
    (1, "2009-11-27", "upper-north-2"),
    (2, "2010-02-17", "east"),
    (4, "2010-07-15", "upper-northeast-2"),
    (1, "2011-01-18", "lower-north-2"),
    (3, "2011-06-23", "middle-central"),
    (4, "2011-08-19", "lower-central-2"),
    (1, "2012-02-08", "central-northeast"),
    (2, "2012-06-14", "upper-northeast-1"),
    (3, "2012-07-17", "south-gulf"),
    (1, "2012-12-13", "lower-northeast-1"),
    (2, "2013-02-22", "east"),
    (3, "2013-06-19", "lower-central-1"),
    (1, "2014-01-23", "lower-north-1"),
    (2, "2014-02-18", "upper-northeast-2"),
    (3, "2014-07-17", "south-border"),
    (1, "2014-12-19", "upper-central-1"),
    (2, "2015-05-20", "lower-central-2"),
    (3, "2015-06-25", "central-northeast"),
    (4, "2015-08-05", "lower-northeast-1"),
]
PROVINCIAL = [("2010-03-04", "65"), ("2010-06-23", "40"), ("2011-02-24", "80"),
              ("2013-08-16", "31"), ("2014-03-11", "16"), ("2015-03-05", "71")]  # fmt: skip
NOT_INVITED_IN_PHASE_1 = frozenset(("58", "39", "37", "49", "27", "91", "61", "75"))
# Invited and absent until the day given (None: to the end).
NEVER_CAME: dict[str, date | None] = {"58": date(2014, 6, 26), "23": date(2013, 2, 22), "85": None}
# Documented workshops that get sample participants, with the groups whose provinces were asked.
REGIONAL = {"ws-2009-01-14-upper-north": ("upper-north-1", "upper-north-2"),
            "ws-2013-11-north": ("upper-north-1", "upper-north-2")}  # fmt: skip
UNREPORTED = 0.03  # share of delegations whose attendance nobody wrote down
_STAND_IN = "กลุ่มจังหวัดตามแบบ พ.ศ. 2551 ใช้แทนกลุ่มของ พ.ศ. 2546 ซึ่งไม่มีเอกสารระบุจังหวัด"


def workshops(where: Places) -> list[Row]:
    """Return the sample workshops, titled as examples; participants are filled in by `count_people`."""
    rows = [_group_workshop(n, date.fromisoformat(day), f"2551-{slug}", where) for n, day, slug in ROUNDS]
    rows += [_province_workshop(date.fromisoformat(day), code, where) for day, code in PROVINCIAL]
    return sorted(rows, key=lambda row: str(row["start_date"]))


def _group_workshop(round_no: int, day: date, group: str, where: Places) -> Row:
    year = fiscal_year(day)
    subject_th = "ว. และ ท." if day < PCSO_SINCE else "วทน."
    subject_en = "S&T" if day < PCSO_SINCE else "STI"
    return _workshop(
        f"sample-ws-{day}-{group.removeprefix('2551-')}", day,
        f"{MARK_TH}การประชุมเชิงปฏิบัติการบูรณาการงานด้าน {subject_th} กับกลุ่มจังหวัด ครั้งที่ {round_no}/{year}: "
        f"{where.group_names_th[group]}",
        f"{MARK_EN}Integrating {subject_en} with the province groups, round {round_no}/{year - 543}: "
        f"{where.group_names_en[group]}",
        round_no=round_no, group_code=group, province_code=where.centres[group], scope="group",
        note=_STAND_IN if day < SCHEME_2551_START else "",
    )  # fmt: skip


def _province_workshop(day: date, code: str, where: Places) -> Row:
    return _workshop(
        f"sample-ws-{day}-{code}", day,
        f"{MARK_TH}การประชุมจัดทำแผนพัฒนาจังหวัดด้วย วทน. จ.{where.names_th[code]}",
        f"{MARK_EN}Writing the provincial STI development plan of {where.names_en[code]}",
        province_code=code, scope="province",
    )  # fmt: skip


def _workshop(workshop_id: str, day: date, title_th: str, title_en: str, **cells: object) -> Row:
    year = fiscal_year(day)
    return {
        "workshop_id": workshop_id,
        "fiscal_year_be": year,
        "phase_code": phase_of(year),
        "start_date": day,
        "date_precision": "day",
        "title_th": title_th,
        "title_en": title_en,
        "source_id": SOURCE,
        **cells,
    }


def participations(
    where: Places, networks: dict[str, date], held: list[Row], documented: pd.DataFrame
) -> list[Row]:
    """Return invited and attended people by workshop, province and role.

    People of agencies and others who came for no province have a blank province_code. A blank
    attended_count means that attendance was not reported, which is not the same as 0.
    """
    rng = generator("participations")
    rows = []
    for workshop in [*_documented(documented), *held]:
        rows += _people(workshop, where, networks, rng)
    _meet_the_documented_total(rows)
    return rows


def _documented(documented: pd.DataFrame) -> list[Row]:
    """Return the documented workshops up to the last sample day, but not the one of unknown day."""
    known = documented[documented["start_date"] <= pd.Timestamp(LAST_DAY)]
    rows = known[known["workshop_id"] != "ws-national-undated"].to_dict("records")
    return [{**row, "start_date": row["start_date"].date()} for row in rows]


def _invited(workshop: Row, where: Places) -> list[str]:
    """Return the provinces asked to come."""
    day, scope, group = workshop["start_date"], workshop["scope"], str(workshop.get("group_code", ""))
    assert isinstance(day, date)  # noqa: S101  for the type checker
    if scope == "group":
        asked = where.members(group, day)
    elif scope == "region":
        slugs = REGIONAL[str(workshop["workshop_id"])]
        asked = [code for slug in slugs for code in where.members(f"2551-{slug}", day)]
    elif scope == "province":
        asked = [str(workshop["province_code"])]
    else:
        asked = [code for code in where.groups if where.exists(code, day)]
    if workshop["phase_code"] == "phase-1":
        asked = [code for code in asked if code not in NOT_INVITED_IN_PHASE_1]
    return sorted(asked)


def _people(workshop: Row, where: Places, networks: dict[str, date], rng: np.random.Generator) -> list[Row]:
    day, national = workshop["start_date"], workshop["scope"] == "national"
    assert isinstance(day, date)  # noqa: S101  for the type checker
    clinics_only = workshop["workshop_id"] == "ws-2009-12-21-clinics"
    rows = []
    for code in _invited(workshop, where):
        asked = {"provincial_office": 1 if national else 2, "strategy_group": 1 if national else 2}
        if day >= PCSO_SINCE:
            asked["pcso"] = 1
        if not national:
            asked["other"] = int(rng.integers(12, 34))
        if networks.get(code, date.max) <= day:
            asked["clinic_representative"] = 1 if national else int(rng.integers(1, 3))
        if clinics_only:
            asked = {role: n for role, n in asked.items() if role == "clinic_representative"}
        came = day >= (NEVER_CAME.get(code, date.min) or date.max)
        rows += _delegation(str(workshop["workshop_id"]), code, asked, came, national, rng)
    guests = int(rng.integers(36, 52)) if national else int(rng.integers(14, 32))
    rows += _delegation(str(workshop["workshop_id"]), "", {"agency": guests}, True, True, rng)
    return rows


def _delegation(
    workshop_id: str, code: str, asked: dict[str, int], came: bool, reported: bool, rng: np.random.Generator
) -> list[Row]:
    """Return the rows of one province: all absent, not reported as a whole, or 70 to 95 % present."""
    unknown = rng.random() < UNREPORTED and came and not reported
    rate = rng.uniform(0.70, 0.95)
    rows = []
    for role in sorted(asked):
        there = int(rng.binomial(asked[role], rate)) if came else 0
        if role == "other" and came:
            there = max(there, 1)
        rows.append(
            {
                "workshop_id": workshop_id,
                "province_code": code,
                "role": role,
                "invited_count": asked[role],
                "attended_count": None if unknown else there,
                "source_id": SOURCE,
            }
        )
    return rows


def _meet_the_documented_total(rows: list[Row]) -> None:
    """Add the people without a province that bring the workshop of 26 May 2011 to its 400."""
    here = [int(str(row["attended_count"])) for row in rows if row["workshop_id"] == MOI_WORKSHOP]
    others = MOI_PEOPLE - sum(here)
    rows.append(
        {
            "workshop_id": MOI_WORKSHOP,
            "province_code": "",
            "role": "other",
            "invited_count": others + 14,
            "attended_count": others,
            "source_id": SOURCE,
        }
    )


def count_people(held: list[Row], people: list[Row]) -> None:
    """Fill in the participants of sample workshops: "at least" where a delegation was not reported."""
    for workshop in held:
        counts = [row["attended_count"] for row in people if row["workshop_id"] == workshop["workshop_id"]]
        workshop["participants"] = sum(int(str(n)) for n in counts if n is not None)
        workshop["participants_qualifier"] = "at_least" if None in counts else "exact"
