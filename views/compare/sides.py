"""What is compared: the controls of the Compare page, and the sides that they stand for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from data.records import Records
from data.remember import lru_cache
from exports.story.story import NATION
from exports.story.versus import DAY, SIDES
from locales import Reader
from measures import areas, scope
from measures.compare import FEWEST, MOST
from measures.selection import Selection
from shell import address, filters

EXAMPLE = ("2551-lower-northeast-1", "2551-lower-northeast-2")


@dataclass(frozen=True)
class Sides:
    """The sides of a comparison. by_date: one area on two days. notes: what of the choice could not be used."""

    sides: tuple[Selection, ...]
    by_date: bool = False
    notes: tuple[str, ...] = ()


def controls(records: Records, reader: Reader) -> None:
    """Draw the areas to compare and, for one of them, the second day."""
    view = address.current()
    with st.container(key="compare_controls", horizontal=True, gap="small", vertical_alignment="bottom"):
        _areas(records, reader, view["areas"], view["asof"])
        if len(view["areas"]) < FEWEST:
            _second_day(records, reader, view["asof"])


def _areas(records: Records, reader: Reader, chosen: Sequence[str], day: date) -> None:
    names = dict(filters.area_names(records, day, reader))
    kept = in_order(records, chosen)[:MOST]
    for code in kept:  # an area of another day can be asked for by a link: it is said, not dropped
        if code not in names:
            own = scope.area_on(records, code, day)
            names[code] = reader.t("compare-absent", name=reader.pick(vars(own), "name"))
    st.session_state["areas"] = list(kept)
    st.multiselect(
        reader.t("filter-areas"),
        list(names),
        format_func=names.__getitem__,
        key="areas",
        max_selections=MOST,
        placeholder=reader.t("filter-areas-all"),
        select_all=False,
        width=560,
    )


def _second_day(records: Records, reader: Reader, day: date) -> None:
    chosen = address.current()["asof2"]
    labels = filters.days(records, reader, chosen or day)
    st.session_state["asof2"] = chosen
    st.selectbox(
        reader.t("filter-asof2"),
        [one for one in labels if one != day or one == chosen],
        index=None,
        format_func=labels.__getitem__,
        key="asof2",
        placeholder=reader.t("filter-asof2-all"),
        width=300,
    )


@lru_cache(maxsize=4)
def _places(records: Records) -> dict[str, int]:
    codes = [*records.provinces["province_code"], *records.province_groups["group_code"]]
    return {code: place for place, code in enumerate(codes)}


def in_order(records: Records, codes: Sequence[str]) -> tuple[str, ...]:
    """Return areas in the order of the register, the one an address gives back: the first side stays the first."""
    places = _places(records)
    return tuple(sorted(dict.fromkeys(codes), key=places.__getitem__))


def chosen(records: Records, reader: Reader) -> Sides | None:
    """Return the sides of the present view; None while there is nothing to compare.

    Two to four areas on one day; one area (or the whole country) on two days, the earlier first; one area on one
    day beside the whole country.
    """
    view = address.current()
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


def example(records: Records) -> Sides | None:
    """Return what the page draws before anything is chosen: two groups that lie side by side, on the reader's day."""
    view = address.current()
    base = Selection(asof=view["asof"], evidence=view["evidence"])
    known = list(areas.groups_on(records, view["asof"])["area_code"])
    codes = EXAMPLE if set(EXAMPLE) <= set(known) else known[:FEWEST]
    return Sides(tuple(base.but(area=code) for code in codes)) if len(codes) == FEWEST else None


def stories(found: Sides) -> list[tuple[str, date]]:
    """Return the stories that can be taken away: the comparison itself, then each of its sides."""
    sides = [(side.area or NATION, side.asof) for side in found.sides]
    whole = SIDES.join(f"{area}{DAY}{day.isoformat()}" for area, day in sides)
    return [(whole, found.sides[0].asof), *sides]


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
