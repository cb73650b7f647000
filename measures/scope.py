"""The provinces a choice of groups and area stands for on a day."""

from dataclasses import dataclass
from datetime import date

from data.records import Records
from data.remember import lru_cache
from geo import boundaries, neighbours
from measures import areas
from measures.selection import Selection


@dataclass(frozen=True)
class Area:
    """One area on one day. level: province, group or country; exists: False where the day knows no such area.

    provinces: codes of its provinces on that day, the area itself for a province; () where it does not exist.
    group_code: the group of a province, the area itself for a group, "" otherwise.
    """

    code: str
    level: str
    name_th: str
    name_en: str
    group_code: str
    provinces: tuple[str, ...]
    exists: bool


@lru_cache(maxsize=4096)
def area_on(records: Records, code: str | None, day: date) -> Area:
    """Return what an area code means on a day; None is the whole country.

    An area of another day (Bueng Kan in 2009, a group of 2560 in 2011) keeps its name but does not exist.
    Raises KeyError for a code that no release of the registry knows.
    """
    found = areas.provinces_on(records, day)
    if code is None:
        return Area("", "country", "", "", "", tuple(found["area_code"]), True)
    level = "province" if code in set(records.provinces["province_code"]) else "group"
    on_day = found if level == "province" else areas.groups_on(records, day)
    row = on_day[on_day["area_code"] == code]
    if row.empty:
        return _elsewhen(records, code, level)
    own = row.iloc[0]
    inside = (code,) if level == "province" else tuple(found.loc[found["group_code"] == code, "area_code"])
    return Area(code, level, own["name_th"], own["name_en"], own["group_code"], inside, True)


def _elsewhen(records: Records, code: str, level: str) -> Area:
    if level == "province":
        rows, key, stem = records.provinces, "province_code", "name_th"
    else:
        rows, key, stem = records.province_groups, "group_code", "short_name_th"
    row = rows[rows[key] == code]
    if row.empty:
        raise KeyError(code)
    own = row.iloc[0]
    english = own["name_en"].replace(" Provincial Cluster", "")
    return Area(code, level, own[stem], english, code if level == "group" else "", (), False)


def codes(records: Records, selection: Selection) -> frozenset[str] | None:
    """Return the province codes of the day inside both `groups` and `area`; None for the whole country.

    An area that does not exist on the day gives an empty set: nothing is inside it.
    """
    inside = areas.filter_codes(records, selection)
    if selection.area is None:
        return inside
    own = frozenset(area_on(records, selection.area, selection.asof).provinces)
    return own if inside is None else own & inside


def neighbour_codes(level: str, code: str, day: date) -> tuple[str, ...]:
    """Return the areas that share a land border with one on a day, sorted; () for an island or an unknown one."""
    pairs = neighbours.neighbours(boundaries.layer(level, day))
    return tuple(pairs.loc[pairs["code"] == code, "neighbour_code"])
