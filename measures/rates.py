"""Measures per 100,000 people: an amount of an area divided by its people, by the population of the year of the day.

The people come from the table `populations`, of which the product ships no row. The year is the calendar year of the
chosen day (a count of people is that of the end of a year); where that year lacks a province of the area, the nearest
earlier year that lacks none, which is said. A later year is never used. A count that was made before a province was
divided is of another area and is not used for its parts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from locales.dates import BE_OFFSET
from measures import areas, evidence, participants
from measures.catalogue import NO_VALUE, SPECS
from measures.memory import remembered
from measures.projects import amounts
from measures.selection import Selection

PER = 100_000
Row = tuple[int, str, str]  # people, evidence, source_id


@dataclass(frozen=True)
class People:
    """The people of an area: how many (None: not known) by the count of which year (B.E.), and who says so.

    lacking: the provinces of which no count is there, where that is why; reason: why there is none, or that the year is
    an earlier one.
    """

    count: int | None = None
    year: int | None = None
    lacking: tuple[str, ...] = ()
    reason: str = ""
    evidence: str = ""
    source_id: str = ""


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of a measure of `catalogue.RATES`: the amount per 100,000 people (baht as baht).

    A rate needs both: what is not reported of the amount stays so, and without people nothing is reported, never 0.
    More columns: people, people_year (B.E.), lacking_th, lacking_en (provinces without a count), amount. Evidence and
    sources are those of both numbers.
    """
    per = SPECS[selection.measure].per
    frame = (
        participants.by_area(records, selection)
        if per == "participants"
        else amounts.by_area(records, selection.but(measure=per))
    )
    told = people(records, selection)
    found = [told.get(code, People(reason="no_population")) for code in frame["area_code"]]
    count = np.array([np.nan if one.count is None else one.count for one in found])
    applies = frame["state"].ne("not_applicable")
    known = ~frame["state"].isin(NO_VALUE) & ~np.isnan(count)
    lacks = applies & np.isnan(count)
    why = pd.Series([one.reason for one in found], index=frame.index)
    names = {lang: _names(records, found, frame, f"name_{lang}") for lang in ("th", "en")}
    return frame.assign(
        amount=frame["value"], value=(frame["value"] / count * PER).where(known),
        state=frame["state"].mask(lacks, "not_reported"), since=frame["since"].mask(lacks),
        reason=frame["reason"].mask(lacks | (known & frame["reason"].eq("")), why),
        people=np.where(known, count, np.nan),
        people_year=np.where(known, [np.nan if one.year is None else one.year for one in found], np.nan),
        lacking_th=np.where(lacks, names["th"], ""), lacking_en=np.where(lacks, names["en"], ""),
        evidence=_both(frame["evidence"], [one.evidence for one in found], known, lacks, evidence.combined),
        source_id=_both(frame["source_id"], [one.source_id for one in found], known, lacks, evidence.join_sources),
    )  # fmt: skip


def _both(
    own: pd.Series, other: list[str], known: pd.Series, lacks: pd.Series, join: Callable[[Iterable[str]], str]
) -> list[str]:
    """Return evidence or sources of both numbers where there is a rate, and of nothing where people are missing."""
    return [
        "" if silent else join((one, two)) if is_rate else one
        for one, two, is_rate, silent in zip(own, other, known, lacks, strict=True)
    ]


def _names(records: Records, found: list[People], frame: pd.DataFrame, column: str) -> list[str]:
    """Return the names of the provinces that lack a count, "" where it is the area itself."""
    name_of = dict(zip(records.provinces["province_code"], records.provinces[column], strict=True))
    return [
        "" if one.lacking == (code,) else ", ".join(name_of.get(part, part) for part in one.lacking)
        for one, code in zip(found, frame["area_code"], strict=True)
    ]


def people(records: Records, selection: Selection) -> dict[str, People]:
    """Return the people of every area of the day at the level of `selection`, by the rule of this module."""
    shown = evidence.seen(records, selection)
    return _people(
        records, shown, selection.level, areas.map_day(records, selection.asof), selection.asof.year
    )


@lru_cache(maxsize=128)
def _people(records: Records, shown: Records, level: str, day: date, year: int) -> dict[str, People]:
    provinces = areas.provinces_on(records, day)
    column = "area_code" if level == "province" else "group_code"
    own = provinces[provinces[column] != ""].groupby(column)["area_code"].agg(tuple)
    counts = _counts(shown)
    years = [one for one in sorted(counts, reverse=True) if one <= year + BE_OFFSET]
    return {
        str(area): _of(records, parts, counts, years, day, year + BE_OFFSET) for area, parts in own.items()
    }


@lru_cache(maxsize=16)
def _counts(shown: Records) -> dict[int, dict[str, Row]]:
    """Return year (B.E.) -> province -> its count; a count of nobody is none."""
    made: dict[int, dict[str, Row]] = {}
    rows = shown.populations
    for row in rows[rows["people"].gt(0).fillna(False)].itertuples():
        made.setdefault(int(row.year_be), {})[row.province_code] = (
            int(row.people),
            row.evidence,
            row.source_id,
        )
    return made


def _of(
    records: Records, provinces: tuple[str, ...], counts: dict[int, dict[str, Row]], years: list[int], day: date,
    wanted: int,
) -> People:  # fmt: skip
    """Return the people of an area made of some provinces of the day, by the nearest of the years that is whole."""
    gap = People(
        reason="no_population" if not counts else "population_lacking", lacking=provinces if counts else ()
    )
    for number, year in enumerate(years):
        parts = parts_then(records, provinces, day, date(year - BE_OFFSET, 12, 31))
        rows = counts[year]
        if parts is None:  # older counts are of a larger area, too
            return gap if number else People(reason="population_of_other_area")
        if lacking := tuple(code for code in parts if code not in rows):
            gap = gap if number else People(reason="population_lacking", lacking=lacking)
            continue
        found = [rows[code] for code in parts]
        return People(
            sum(count for count, _, _ in found), year, (),
            "" if year == wanted else "population_of_earlier_year",
            evidence.combined(kind for _, kind, _ in found), evidence.join_sources(source for *_, source in found),
        )  # fmt: skip
    return gap


def parts_then(records: Records, provinces: tuple[str, ...], day: date, then: date) -> tuple[str, ...] | None:
    """Return the provinces on another day that make up some provinces of `day`; None where no set of them does."""
    own, listed = set(provinces), areas.provinces_on(records, max(day, then))["area_code"]
    early = areas.territories_on(records, min(day, then))
    lands = {str(code): early.get(code, code) for code in listed}
    if then >= day:  # divided since: all its parts together
        return tuple(code for code, land in lands.items() if land in own)
    wholes = {lands[code] for code in own if code in lands}
    return (
        tuple(sorted(wholes)) if all(code in own for code, land in lands.items() if land in wholes) else None
    )
