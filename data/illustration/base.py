"""What every part of the sample shares: the seed, the last day, the facts it must agree with."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

SEED = 25540526  # the day of the one documented count of representatives, in Buddhist years
SOURCE = "sample"
LAST_DAY = date(2015, 9, 30)  # end of phase 3; the sample says nothing about later days
MARK_TH, MARK_EN = "(สมมติ) ", "(Illustrative) "

Row = dict[str, object]


def generator(part: str) -> np.random.Generator:
    """Return the random numbers of one part, so that a change in one part leaves the others alone."""
    return np.random.default_rng([SEED, *part.encode()])


def fiscal_year(day: date) -> int:
    """Return the fiscal year (BE) of a day."""
    return day.year + 543 + (day.month >= 10)


def year_start(fiscal_year_be: int) -> date:
    """Return the first day of a fiscal year (BE)."""
    return date(fiscal_year_be - 544, 10, 1)


def phase_of(fiscal_year_be: int) -> str:
    """Return the phase of a fiscal year between 2547 and 2558."""
    return "phase-1" if fiscal_year_be <= 2550 else "phase-2" if fiscal_year_be <= 2554 else "phase-3"


def days_later(day: date, days: float | np.integer) -> date:
    """Return the day some whole days later."""
    return day + timedelta(days=int(days))


def workday(day: date) -> date:
    """Return the day itself, or the Monday after it when it falls on a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


@dataclass(frozen=True)
class Places:
    """Provinces and groups as the documents have them.

    names_th, names_en, group_names_th, group_names_en: by code. groups: group_code of scheme 2551 by
    province_code. born: the day a province or its membership begins, for Bueng Kan only.
    """

    names_th: dict[str, str]
    names_en: dict[str, str]
    groups: dict[str, str]
    group_names_th: dict[str, str]
    group_names_en: dict[str, str]
    centres: dict[str, str]
    born: dict[str, date]

    def members(self, group_code: str, day: date) -> list[str]:
        """Return the provinces of a group on a day; before 2008 as the group was in 2008."""
        return [p for p, group in self.groups.items() if group == group_code and self.exists(p, day)]

    def exists(self, province_code: str, day: date) -> bool:
        """Say whether a province, with its place in a group, exists on a day."""
        return day >= self.born.get(province_code, day)


def places(provinces: pd.DataFrame, province_groups: pd.DataFrame, members: pd.DataFrame) -> Places:
    """Build Places from the documented tables (scheme 2551)."""
    by_code = provinces.set_index("province_code")
    groups = province_groups[province_groups["scheme"] == "2551"].set_index("group_code")
    belongs = members[members["scheme"] == "2551"].set_index("province_code")
    late = belongs[belongs["valid_from"] > belongs["valid_from"].min()]
    english = groups["name_en"].str.replace(" Provincial Cluster", "", regex=False)
    return Places(
        names_th=by_code["name_th"].to_dict(),
        names_en=by_code["name_en"].to_dict(),
        groups=belongs["group_code"].to_dict(),
        group_names_th=groups["short_name_th"].to_dict(),
        group_names_en=english.to_dict(),
        centres=groups["centre_province_code"].to_dict(),
        born={str(code): day.date() for code, day in late["valid_from"].items()},
    )
