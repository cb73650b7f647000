"""The query parameters of the product: their names, allowed values and defaults, in one place."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from addresses.parameter import Parameter, choice, choices, day, known, pattern, sequence, text, whole
from data.access.roles import TRIED
from data.cube import book
from data.proposals import doubts
from data.records import Records
from data.remember import lru_cache
from data.schema import STATUSES, TABLES
from exports.story.story import KINDS
from geo import calendar
from locales import ERAS, LANGUAGES
from measures import gaps
from measures.catalogue import SPECS
from measures.phases import STEPS
from measures.quality_cells import WORK_TABLES
from measures.selection import DEFAULT_ASOF, DEFAULT_SINCE, EVIDENCE, LEVELS, compared_with

FIRST_YEAR, LAST_YEAR = 2546, 2569  # fiscal years, BE
MOST_BAHT = 10**12
MONEY = ("allocated", "disbursed")
RELEASE = "release"
AS = "as"
RELEASE_ID = re.compile(r"[0-9a-f]{6,64}")  # or the beginning of one
DESK_PARTS = ("tables", "bring", "proposals", "rounds", "doubts", "quality", "take", "history", "programs")
SORTS = (
    "-started_on",
    "started_on",
    "-allocated_baht",
    "allocated_baht",
    "-disbursed_baht",
    "title",
    "status",
)


@lru_cache(maxsize=12)
def parameters(records: Records) -> Mapping[str, Parameter]:
    """Return every query parameter by name; allowed codes come from the records."""
    group_codes = tuple(records.province_groups["group_code"])
    area_codes = (*records.provinces["province_code"], *group_codes)
    listed = (*_of_the_view(records, group_codes, area_codes), *_of_projects(records), *_of_tools(area_codes))
    return {parameter.name: parameter for parameter in listed}


def _of_the_view(
    records: Records, group_codes: tuple[str, ...], area_codes: tuple[str, ...]
) -> tuple[Parameter, ...]:
    return (
        choice("lang", LANGUAGES, LANGUAGES[0]),
        choice("era", ERAS, ERAS[0]),
        # the release as whose reader one looks; none is the newest. Whether it is there is asked before all else.
        pattern(RELEASE, RELEASE_ID),
        choice("changed", ("open",), None),
        # the role in which whoever sits at this machine looks; to everybody else it says nothing
        choice(AS, TRIED, None),
        text("doubt", 200),
        day("asof", DEFAULT_ASOF),
        day("since", DEFAULT_SINCE),
        # whether what stands between the two days is shown, rather than the later one
        choice("period", ("open",), None),
        choices("groups", group_codes),
        choice("area", area_codes, None),
        choice("phase", tuple(records.phases["phase_code"]), None),
        choice("programme", tuple(records.programmes["programme_code"]), None),
        choice("agency", tuple(records.agencies["agency_code"]), None),
        choice("measure", tuple(SPECS), "coverage"),
        choice("level", LEVELS, LEVELS[0]),
        choice("evidence", EVIDENCE, EVIDENCE[0]),
        choice("workshop", tuple(records.workshops["workshop_id"]), None),
        choice("cell", _cells(group_codes), None),
    )


def _of_projects(records: Records) -> tuple[Parameter, ...]:
    return (
        known("project", book.of(records).has),
        choice("status", STATUSES, None),
        whole("year_from", None, FIRST_YEAR, LAST_YEAR),
        whole("year_to", None, FIRST_YEAR, LAST_YEAR),
        choice("money", MONEY, MONEY[0]),
        whole("baht_from", None, 0, MOST_BAHT),
        whole("baht_to", None, 0, MOST_BAHT),
        text("q"),
        choice("sort", SORTS, SORTS[0]),
        whole("page", 1, 1, 10**6),
    )


def _of_tools(area_codes: tuple[str, ...]) -> tuple[Parameter, ...]:
    return (
        # comparison: up to four areas, or one area at a second date
        choices("areas", area_codes),
        day("asof2", None),
        # where to go next: the tool stands open, and its settings
        choice("next", ("open",), None),
        whole("k", 5, 1, 15),
        choice("model", ("coverage", "median"), "coverage"),
        choice("rule", ("radius", "neighbours"), "radius"),
        whole("radius", 80, 10, 400),
        choice("existing", ("no", "yes"), "no"),
        # what is missing: a kind of gap opens its list
        choice("gap", ("all", *gaps.KINDS), None),
        whole("months", gaps.STALLED_MONTHS, 0, 120),
        # the presentation: which slides in which order, where it stands, seconds after which it goes on by itself
        sequence("slides", KINDS),
        whole("slide", 1, 1, len(KINDS)),
        whole("every", None, 5, 600),
        # the data desk: its part, the table and cell whose blanks are listed, two releases to compare
        choice("part", DESK_PARTS, DESK_PARTS[0]),
        choice("table", WORK_TABLES, None),
        choice("form", tuple(TABLES), None),
        text("spot"),
        text("before", 12),
        text("after", 12),
        text("row", 200),
        choice("state", doubts.STATES, None),
    )


def _cells(group_codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return every cell of the phase matrix: group|phase|step."""
    steps = [(phase, step) for phase, own in STEPS.items() for step in own]
    return tuple(f"{group}|{phase}|{step}" for group in group_codes for phase, step in steps)


def settled(records: Records, view: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return the view without what cannot go together, and the names that were taken out of it.

    Groups and areas of a scheme that is not drawn on the day are dropped; a day to compare with is an earlier one.
    """
    settled, dropped = dict(view), []
    scheme = _scheme(records, view["asof"])
    settled["groups"] = tuple(code for code in view["groups"] if code.startswith(f"{scheme}-"))
    if settled["groups"] != view["groups"]:
        dropped.append("groups")
    area = view["area"]
    if area and "-" in area and not area.startswith(f"{scheme}-"):
        dropped.append("area")
        settled["area"] = None
    settled["since"] = compared_with(view["asof"], view["since"])
    return settled, tuple(dropped)


@lru_cache(maxsize=1024)
def _scheme(records: Records, asof: date) -> str:
    return calendar.grouping_on(records.group_schemes, asof).scheme
