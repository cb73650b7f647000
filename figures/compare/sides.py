"""The sides of a comparison: two to four areas on one day, or one area on two."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.records import Records
from data.remember import lru_cache
from locales import Reader
from measures import areas, scope
from measures.compare import FEWEST, MOST
from measures.selection import Selection

EXAMPLE = ("2551-lower-northeast-1", "2551-lower-northeast-2")


@dataclass(frozen=True)
class Sides:
    """The sides of a comparison. by_date: one area on two days. notes: what of the choice could not be used."""

    sides: tuple[Selection, ...]
    by_date: bool = False
    notes: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def _places(records: Records) -> dict[str, int]:
    codes = [*records.provinces["province_code"], *records.province_groups["group_code"]]
    return {code: place for place, code in enumerate(codes)}


def in_order(records: Records, codes: Sequence[str]) -> tuple[str, ...]:
    """Return areas in the order of the register, the one an address gives back: the first side stays the first."""
    places = _places(records)
    return tuple(sorted(dict.fromkeys(codes), key=places.__getitem__))


def of_view(records: Records, view: Mapping[str, Any], reader: Reader) -> Sides | None:
    """Return the sides of a view; None while there is nothing to compare.

    Two to four areas on one day; one area (or the whole country) on two days, the earlier first; one area on one
    day beside the whole country.
    """
    codes = in_order(records, view["areas"])
    base = Selection(asof=view["asof"], evidence=view["evidence"])
    notes = []
    if len(codes) > MOST:
        notes.append(reader.t("compare-at-most"))
    if len(codes) >= FEWEST:
        if view["asof2"]:
            notes.append(reader.t("compare-one-date"))
        # An area that is not there on the day has no numbers to differ from: it stands last.
        sides = [base.but(area=code) for code in codes[:MOST]]
        sides.sort(key=lambda side: not scope.area_on(records, side.area, side.asof).exists)
        return Sides(tuple(sides), notes=tuple(notes))
    area = codes[0] if codes else None
    if view["asof2"]:
        days = sorted((view["asof"], view["asof2"]))
        return Sides(tuple(base.but(area=area, asof=day) for day in days), by_date=True)
    return Sides((base.but(area=area), base)) if area else None


def example(records: Records, view: Mapping[str, Any]) -> Sides | None:
    """Return what the page draws before anything is chosen: two groups that lie side by side, on the reader's day."""
    base = Selection(asof=view["asof"], evidence=view["evidence"])
    known = list(areas.groups_on(records, view["asof"])["area_code"])
    codes = EXAMPLE if set(EXAMPLE) <= set(known) else known[:FEWEST]
    return Sides(tuple(base.but(area=code) for code in codes)) if len(codes) == FEWEST else None


def labels(records: Records, found: Sides, reader: Reader) -> tuple[str, ...]:
    """Return the name of each side: its area, or its day."""
    if found.by_date:
        return tuple(reader.date(side.asof) for side in found.sides)
    return tuple(area_name(records, side, reader) for side in found.sides)


def area_name(records: Records, side: Selection, reader: Reader) -> str:
    """Return the name of a side's area."""
    if side.area is None:
        return reader.t("compare-country")
    return reader.pick(vars(scope.area_on(records, side.area, side.asof)), "name")
