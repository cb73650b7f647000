"""Projects and their money, by the places where they work.

A project in three provinces counts in each of them and once nationally. Its baht are split by the stated
shares. What cannot be placed is never spread: it is listed beside the map (`unattributed`).
Planned projects are not counted. Allocated and disbursed are two measures and are never added; both are the
sums of the current release for projects begun by the day, since the records hold no payment dates.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from data.cube import book
from data.cube.footprints import PRECISIONS, Footprints
from data.records import Records
from data.remember import lru_cache
from measures import areas, evidence
from measures.catalogue import GROUP_ONLY
from measures.coverage import Count
from measures.memory import remembered
from measures.projects.areas import ByPattern, Parts, by_pattern, per_area, told
from measures.projects.patterns import NATIONWIDE, codes_on, groups_on, hidden
from measures.projects.query import ProjectQuery, match
from measures.selection import Selection

MONEY = {"allocated": "allocated_baht", "disbursed": "disbursed_baht"}
KINDS = ("nationwide", "group_only", "several_without_share", "no_place", "no_group")
_NO, _FIRST, _SHARE = -1, 0, 1  # what a place gets: nothing known, all (the others nothing), its share


@dataclass(frozen=True, eq=False)
class Layout:
    """How a map takes the patterns of places. Per place: area (its number, -1: on no area), kind (`province`, or why it
    cannot be placed, see KINDS), gets (its share, all, or nothing known), whole (the one place that gets all),
    is_first (the first place of its pattern in its area). bare: per pattern, no place at all."""

    area: np.ndarray
    kind: np.ndarray
    gets: np.ndarray
    whole: np.ndarray
    is_first: np.ndarray
    bare: np.ndarray


def pattern_kinds(found: Footprints) -> np.ndarray:
    """Return per pattern `province`, or why its money cannot be given to provinces (see KINDS)."""
    kind = np.full(len(found), "province", dtype=object)
    silent = found.any_place(~found.stated) & ~found.sole
    for hit, name in (
        (silent, "several_without_share"),
        (found.any_place(found.precision == PRECISIONS.index("group")), "group_only"),
        (np.diff(found.first) == 0, "no_place"),
        (found.any_place(found.precision == NATIONWIDE), "nationwide"),
    ):
        kind[hit] = name
    return kind


@lru_cache(maxsize=32)
def _layout(records: Records, shown: Records, level: str, map_day: date) -> Layout:
    found = book.of(shown).cube.footprints
    kind = pattern_kinds(found)[found.pattern]
    gets = np.where(kind == "province", np.where(found.sole[found.pattern], _FIRST, _SHARE), _NO)
    first_place = np.arange(len(found.code)) == found.first[found.pattern]
    if level == "province":
        codes = codes_on(records, shown, map_day)
        codes = np.where(np.isin(kind, ["province", "several_without_share"]), codes, "")
        place = {code: i for i, code in enumerate(areas.provinces_on(records, map_day)["area_code"])}
    else:
        codes = np.where(kind == "nationwide", "", groups_on(records, shown, map_day))
        place = {code: i for i, code in enumerate(areas.groups_on(records, map_day)["area_code"])}
        settled = np.isin(kind, ["group_only", "several_without_share"]) & _in_one(found, codes)
        kind, gets = np.where(settled, "province", kind), np.where(settled, _FIRST, gets)
        kind = np.where((kind == "province") & (codes == "") & ~hidden(found), "no_group", kind)
    area = np.array([place.get(code, -1) for code in codes], dtype=int)
    _, own = np.unique(found.pattern * (len(place) + 1) + area + 1, return_index=True)
    is_first = np.zeros(len(area), dtype=bool)
    is_first[own] = True
    return Layout(area, kind, gets, first_place, is_first, np.diff(found.first) == 0)


def _in_one(found: Footprints, codes: np.ndarray) -> np.ndarray:
    """Say per place whether all places of its pattern lie in one and the same area."""
    leader = codes[found.first[found.pattern]] if len(codes) else codes
    same = (codes == leader) & (codes != "")
    alone: np.ndarray = (found.count_places(same) == np.diff(found.first))[found.pattern]
    return alone


def begun(records: Records, selection: Selection) -> ByPattern:
    """Return the projects begun by the day, of the chosen phase, programme and agency."""
    chosen = Selection(selection.asof, phase=selection.phase, programme=selection.programme,
                       agency=selection.agency, evidence=selection.evidence)  # fmt: skip
    return _by_pattern(records, chosen)


@lru_cache(maxsize=32)
def _by_pattern(records: Records, chosen: Selection) -> ByPattern:
    return by_pattern(match(records, ProjectQuery(chosen)))


def _amounts(found: ByPattern, layout: Layout, money: str) -> np.ndarray:
    """Return the sum each place gets, NaN where it is not known."""
    pattern = found.cube.footprints.pattern
    whole = np.where(layout.whole, found.baht[money][pattern], 0.0)
    return np.select([layout.gets == _FIRST, layout.gets == _SHARE], [whole, found.place_baht[money]], np.nan)


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return the uniform frame of `selection.measure` (projects, allocated, disbursed) at its level.

    Projects: distinct projects running in the area; in a group, each once. Baht: shares applied; `reason`
    is partly_reported where some project states no sum. An area whose only baht belong to several areas
    without stated shares is not_reported (not_attributable), not zero. group_only: none is known in the province
    itself, but `group_count` of its group's projects name no province. Bangkok counts like any province.
    """
    make = areas.province_draft if selection.level == "province" else areas.group_draft
    draft, found = make(records, selection), begun(records, selection)
    shown = evidence.seen(records, selection)
    layout = _layout(records, shown, selection.level, areas.map_day(records, selection.asof))
    kind, source_id = evidence.of_absence(records, "projects")
    draft.put(slice(None), state="none", value=0.0, evidence=kind, source_id=source_id)
    areas.vouch(draft, records, selection, "projects", since(records, selection.measure))
    pattern = found.cube.footprints.pattern
    if selection.measure == "projects":
        here = np.flatnonzero((layout.area >= 0) & layout.is_first & (found.running[pattern] > 0))
        count = found.running[pattern[here]]
        parts = Parts(layout.area[here], pattern[here], count, count, count.astype(float))
        _put_unsaid(draft, layout, found)
        elsewhere = _put_elsewhere(draft, records, selection, found)
        _put_sums(draft, parts, found, running=True)
        return draft.frame(group_count=elsewhere)
    money = selection.measure
    here = np.flatnonzero((layout.area >= 0) & (found.count[pattern] > 0))
    amount, own = _amounts(found, layout, money)[here], pattern[here]
    unknown = np.isnan(amount)
    gap = {"state": "not_reported", "reason": "not_attributable", "value": np.nan}
    draft.put(np.unique(layout.area[here][unknown]), **gap)
    here, own, amount = here[~unknown], own[~unknown], amount[~unknown]
    parts = Parts(layout.area[here], own, found.count[own], found.stated[money][own], amount)
    # What a project of the area states is known, also where it states 0 baht: it stands over what is said of zeros.
    elsewhere = _put_elsewhere(draft, records, selection, found)
    _put_sums(draft, parts, found, running=False)
    return draft.frame(group_count=elsewhere)


def since(records: Records, measure: str) -> date | None:
    """Return the day from which a list must reach to say that nothing is there: baht add up from the first phase on."""
    return records.phases["start_date"].min().date() if measure in MONEY else None


def _put_unsaid(draft: areas.Draft, layout: Layout, found: ByPattern) -> None:
    """Where projects began of which nobody says whether they run, no zero is claimed."""
    here = (layout.area >= 0) & (found.unsaid[found.cube.footprints.pattern] > 0)
    draft.put(np.unique(layout.area[here]), state="not_reported", reason="status_not_stated", value=np.nan)


def _put_elsewhere(
    draft: areas.Draft, records: Records, selection: Selection, found: ByPattern
) -> np.ndarray:
    """Take back zeros that nobody knows: where the group's projects name no province (state group_only), and
    everywhere while documents tell of projects without a place. Return the projects of the group alone per area."""
    footprints, size = found.cube.footprints, len(draft.codes)
    count = found.running if selection.measure == "projects" else found.count
    zero = (draft.columns["state"] == "none") & (draft.columns["value"] == 0)
    unknown = draft.columns["reason"] == evidence.silence_reason(selection)
    absence = draft.columns["evidence"].copy(), draft.columns["source_id"].copy()
    kind, sources = told_unplaced(records, selection, found)
    if kind in (evidence.DOCUMENTED, evidence.PARTLY):
        gap = {"state": "not_reported", "reason": "place_not_stated", "value": np.nan}
        draft.put(zero | unknown, **gap, evidence=kind, source_id=sources)
    if selection.level != "province":
        return np.zeros(size, dtype=int)
    codes = codes_on(records, evidence.seen(records, selection), selection.asof)
    area = np.array([draft.place.get(code, -1) for code in codes], dtype=int)
    alone = (pattern_kinds(footprints) == "group_only") & (count > 0)
    here = (area >= 0) & alone[footprints.pattern]
    pairs = np.unique(np.stack([area[here], footprints.pattern[here]]), axis=1)
    known: np.ndarray = np.bincount(pairs[0], count[pairs[1]], minlength=size).astype(int)
    for place in np.flatnonzero(zero & (known > 0)):
        kind, sources = found.told(pairs[1][pairs[0] == place], running=selection.measure == "projects")
        # It says two things: that the group has some, and that none is known here.
        kind = evidence.combined((kind, absence[0][place]))
        sources = evidence.join_sources((sources, absence[1][place]))
        draft.put(place, state=GROUP_ONLY, reason="known_only_to_group", value=np.nan, evidence=kind,
                  source_id=sources)  # fmt: skip
    return known


def told_unplaced(records: Records, selection: Selection, found: ByPattern) -> tuple[str, str]:
    """Return (evidence, source ids) of the projects of which no place is stated, ("", "") for none: a limited reader
    does not see them, yet they may stand in any province."""
    if records.whole is not None:
        if records.whole.unplaced is None:
            return "", ""
        found = begun(records.whole.unplaced, selection)
    count = found.running if selection.measure == "projects" else found.count
    bare = (np.diff(found.cube.footprints.first) == 0) & (count > 0)
    return found.told(bare, running=selection.measure == "projects")


def _put_sums(draft: areas.Draft, parts: Parts, found: ByPattern, running: bool) -> None:
    size = len(draft.codes)
    every, said, sums = (
        per_area(parts.area, values, size) for values in (parts.count, parts.stated, parts.baht)
    )
    kinds, ids = told(parts, found.seen_running if running else found.seen, found.cube.words["source"], size)
    has = every > 0
    draft.put(has, reason="", evidence=kinds[has], source_id=ids[has])
    draft.put(has & (said == 0), state="not_reported", reason="no_record", value=np.nan)
    draft.put(has & (said > 0) & (said < every), reason="partly_reported")
    draft.put(said > 0, state="value", value=sums[said > 0])
    draft.put((said > 0) & (sums == 0), state="none")


@remembered
def unattributed(records: Records, selection: Selection) -> pd.DataFrame:
    """Return what the map of `selection.level` cannot place, one row per kind that occurs.

    Columns: kind (nationwide, group_only, several_without_share, no_place, no_group), project_count (running,
    each once), allocated_baht, disbursed_baht, evidence, source_id. Map plus this table is the national
    total of the baht. `several_without_share` projects *are* counted on the map, only their baht are not.
    """
    shown, found = evidence.seen(records, selection), begun(records, selection)
    layout = _layout(records, shown, selection.level, areas.map_day(records, selection.asof))
    footprints = found.cube.footprints
    made = []
    for kind in KINDS:
        own = footprints.any_place(layout.kind == kind) if kind != "no_place" else layout.bare
        if not found.count[own].any():
            continue
        # Parts of a project in no group carry a share; all other kinds are whole projects, counted once.
        if kind == "no_group":
            places = layout.kind == kind
            sums = [float(np.nansum(_amounts(found, layout, money)[places])) for money in MONEY]
        else:
            sums = [float(found.baht[money][own].sum()) for money in MONEY]
        kind_of, sources = found.told(own)
        made.append({
            "kind": kind, "project_count": int(found.running[own].sum()), "allocated_baht": sums[0],
            "disbursed_baht": sums[1], "evidence": kind_of, "source_id": sources,
        })  # fmt: skip
    columns = ["kind", "project_count", "allocated_baht", "disbursed_baht", "evidence", "source_id"]
    return pd.DataFrame(made, columns=columns)


def _inside(records: Records, selection: Selection, found: ByPattern) -> np.ndarray:
    """Say per pattern whether it has a place inside the filter; nationwide ones only for the whole country."""
    chosen, footprints = areas.filter_codes(records, selection), found.cube.footprints
    if chosen is None:
        return np.ones(len(footprints), dtype=bool)
    codes = codes_on(records, evidence.seen(records, selection), selection.asof)
    return footprints.any_place(np.array([code in chosen for code in codes], dtype=bool))


@remembered
def running_total(records: Records, selection: Selection) -> Count:
    """Return the number of projects running on the day, each once; a count without a denominator."""
    found = begun(records, selection)
    inside = _inside(records, selection, found)
    number = int(found.running[inside].sum())
    silent = areas.is_silent(records, selection, "projects")
    if not number and (silent or found.unsaid[inside].any()):  # nobody says whether those begun run: no zero
        return Count(None, None, selection.asof, state="not_reported")
    kind, sources = found.told(inside, running=True)
    kind = kind or evidence.of_absence(records, "projects")[0]
    return Count(number, None, selection.asof, "exact", kind, sources)


@remembered
def money_total(records: Records, selection: Selection) -> dict[str, float]:
    """Return the baht of projects begun by the day, each project whole and once: allocated_baht,
    disbursed_baht. NaN where nothing is reported."""
    found = begun(records, selection)
    inside = _inside(records, selection, found)
    first = since(records, "allocated")
    silent = not found.count[inside].any() and areas.is_silent(records, selection, "projects", first)
    return {
        column: np.nan if silent else float(found.baht[money][inside].sum())
        for money, column in MONEY.items()
    }
