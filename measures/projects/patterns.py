"""The patterns of places of projects as a day and an area see them: inside, outside, or not to be told apart."""

from datetime import date

import numpy as np

from data.cube import book
from data.cube.footprints import PRECISIONS, Footprints
from data.records import Records
from data.remember import lru_cache
from measures import areas

KINDS = ("province", "nationwide", "no_place")
WHOLE, PART, UNKNOWN = 0, 1, 2
NATIONWIDE = PRECISIONS.index("nationwide")


@lru_cache(maxsize=16)
def placed(found: Footprints) -> np.ndarray:
    """Say per place of a pattern whether it is a province, told (its code is known) or hidden from this reader."""
    return found.precision != NATIONWIDE


@lru_cache(maxsize=16)
def hidden(found: Footprints) -> np.ndarray:
    """Say per place of a pattern whether it is a province that this reader may not see (data/access/limited.py)."""
    return placed(found) & (found.provinces[found.code] == "")


@lru_cache(maxsize=16)
def kinds(found: Footprints) -> np.ndarray:
    """Return per pattern the number of its kind in KINDS."""
    made = np.full(len(found), KINDS.index("no_place"), dtype=np.int8)
    made[found.any_place(placed(found))] = KINDS.index("province")
    made[found.any_place(found.precision == NATIONWIDE)] = KINDS.index("nationwide")
    return made


@lru_cache(maxsize=64)
def _codes(records: Records, shown: Records, map_day: date) -> np.ndarray:
    found = book.of(shown).cube.footprints
    names = areas.territories_on(records, map_day)
    codes = np.array([names.get(code, code) for code in found.provinces], dtype=object)
    made: np.ndarray = codes[found.code]
    return made


def codes_on(records: Records, shown: Records, day: date) -> np.ndarray:
    """Return per place of a pattern the province it counts for on a day; "" stays "". Shared: do not change."""
    return _codes(records, shown, areas.map_day(records, day))


@lru_cache(maxsize=64)
def groups_on(records: Records, shown: Records, map_day: date) -> np.ndarray:
    """Return per place of a pattern the group of its province, "" for none. Shared: do not change."""
    on_day = areas.provinces_on(records, map_day)
    group_of = dict(zip(on_day["area_code"], on_day["group_code"], strict=True))
    return np.array([group_of.get(code, "") for code in _codes(records, shown, map_day)], dtype=object)


@lru_cache(maxsize=64)
def weights(
    records: Records, shown: Records, day: date, inside: frozenset[str] | None
) -> tuple[np.ndarray, np.ndarray]:
    """Return per pattern how its money belongs to an area (None: the country), and per place whether it is inside.

    All its places inside: the whole. Else the sum of the stated shares inside, if every place states one.
    Else it is not attributable to this area. Nationwide projects belong to no area. Places that a limited reader may
    not see lie outside of every area, the reader's whole country included.
    """
    found = book.of(shown).cube.footprints
    if inside is None:
        within = placed(found) & ~hidden(found)
        apart = found.any_place(hidden(found))
        return np.where(apart, area_weights(found, found.count_places(within)), WHOLE).astype(np.int8), within
    codes = codes_on(records, shown, day)
    within = placed(found) & np.array([code in inside for code in codes], dtype=bool)
    return area_weights(found, found.count_places(within)), within


def area_weights(found: Footprints, within: np.ndarray, pattern: np.ndarray | None = None) -> np.ndarray:
    """Return WHOLE, PART or UNKNOWN for patterns of which `within` places lie in an area.

    pattern: the number of each; all of them in order, if not given.
    """
    own = np.arange(len(found)) if pattern is None else pattern
    places = found.count_places(placed(found))[own]
    silent = found.any_place(placed(found) & ~found.stated)[own]
    made = np.where(silent, UNKNOWN, PART)
    all_inside = (within == places) & (places > 0) & (kinds(found)[own] == KINDS.index("province"))
    return np.where(all_inside, WHOLE, made).astype(np.int8)
