"""Which provinces, schemes and groups existed on a day. Pure functions over the frames of the records.

Frames are those of data/facts with dates as datetime64 (an open `valid_to` is NaT). `valid_to` is the last
day on which a row holds. Nothing about a province is written in this file: Bueng Kan, split from Nong Khai
on 2011-03-23, comes from the columns established_on and predecessor_code.
"""

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd


class Grouping(NamedTuple):
    """The grouping to draw with on a day.

    scheme: code of a scheme whose members are documented. is_stand_in: True when another scheme, or none,
    was in force on the day that was asked for; say so wherever it is shown. day: the day to pass to
    `members_on`, `groups_on` and `boundaries.layer` to get this grouping (the day asked for, unless it is a
    stand-in, then the first day of the scheme).
    """

    scheme: str
    is_stand_in: bool
    day: date


def provinces_on(provinces: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the rows of the provinces that existed on `day`, Bangkok included.

    Returns: 76 rows before 2011-03-23, 77 after, in file order.
    """
    established = provinces["established_on"]
    return provinces[established.isna() | (established <= pd.Timestamp(day))].reset_index(drop=True)


def scheme_on(group_schemes: pd.DataFrame, day: date) -> str | None:
    """Return the scheme of province groups in force on `day`; None before the first one."""
    schemes = _valid_on(group_schemes, day)["scheme"]
    return str(schemes.iloc[0]) if len(schemes) else None


def grouping_on(group_schemes: pd.DataFrame, day: date) -> Grouping:
    """Return the grouping to draw with on `day`.

    Where the members of the scheme in force are not documented (2546), or no scheme was in force yet, the
    next documented scheme stands in. Raises LookupError when there is none.
    """
    documented = group_schemes[group_schemes["members_documented"] == "yes"]
    in_force = scheme_on(documented, day)
    if in_force is not None:
        return Grouping(in_force, False, day)
    later = documented[documented["valid_from"] > pd.Timestamp(day)].sort_values("valid_from")
    if later.empty:
        raise LookupError(f"no scheme with documented members on or after {day}")
    first = later.iloc[0]
    return Grouping(str(first["scheme"]), True, first["valid_from"].date())


def members_on(province_group_members: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return province_code and group_code of the memberships that hold on `day`, sorted by province_code.

    Returns: no rows under a scheme whose members are not documented; Bangkok never; Bueng Kan not before
    2011-03-28, five days after it became a province.
    """
    rows = _valid_on(province_group_members, day)
    return rows[["province_code", "group_code"]].sort_values("province_code").reset_index(drop=True)


def groups_on(province_groups: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the rows of the groups in force on `day`, all columns, in display order; none before 2008."""
    rows = _valid_on(province_groups, day)
    return rows.loc[pd.to_numeric(rows["display_order"]).sort_values(kind="stable").index].reset_index(
        drop=True
    )


def ungrouped_on(provinces: pd.DataFrame, province_group_members: pd.DataFrame, day: date) -> list[str]:
    """Return the codes of provinces that existed on `day` and were in no group: a total must count them."""
    existing = provinces_on(provinces, day)["province_code"]
    grouped = members_on(province_group_members, day)["province_code"]
    return sorted(set(existing) - set(grouped))


def province_on(provinces: pd.DataFrame, province_code: str, day: date) -> str:
    """Return the code of the province that `province_code`'s territory belonged to on `day`.

    "38" gives "43" before 2011-03-23 and "38" from then on; any other province gives itself. Raises
    LookupError for an unknown code, or for a territory without a predecessor on that day.
    """
    try:
        return territories_on(provinces, day)[province_code]
    except KeyError:
        raise LookupError(f"no province {province_code!r} on {day}") from None


def territories_on(provinces: pd.DataFrame, day: date) -> dict[str, str]:
    """Return today's province_code -> the province_code its territory belonged to on `day`, for all rows."""
    existing = set(provinces_on(provinces, day)["province_code"])
    predecessor = dict(zip(provinces["province_code"], provinces["predecessor_code"], strict=True))
    found: dict[str, str] = {}
    for province_code in provinces["province_code"]:
        then = province_code
        while then and then not in existing:
            then = predecessor.get(then, "")
        if then:
            found[province_code] = then
    return found


def change_days(provinces: pd.DataFrame, province_group_members: pd.DataFrame) -> list[date]:
    """Return the days from which the map is another one: a province is born, a membership starts or ends.

    Returns: sorted days, each the first of a new state. Comparing two dates on different sides of such a
    day is a question across a change, and the answer must say so.
    """
    starts = [*provinces["established_on"].dropna(), *province_group_members["valid_from"].dropna()]
    ends = province_group_members["valid_to"].dropna() + pd.Timedelta(days=1)
    return sorted({moment.date() for moment in [*starts, *ends]})


def day_before(day: date) -> date:
    """Return the last day of the state that ends when `day`'s state begins."""
    return day - timedelta(days=1)


def _valid_on(frame: pd.DataFrame, day: date) -> pd.DataFrame:
    moment = pd.Timestamp(day)
    from_ok = frame["valid_from"].isna() | (frame["valid_from"] <= moment)
    to_ok = frame["valid_to"].isna() | (moment <= frame["valid_to"])
    return frame[from_ok & to_ok]
