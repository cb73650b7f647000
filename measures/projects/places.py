"""Where the projects that answer a question work: the map of the project explorer."""

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, evidence
from measures.catalogue import AMOUNT_STATES, LEVELS, SPECS, MeasureSpec
from measures.memory import remembered
from measures.projects.amounts import since
from measures.projects.areas import ByPattern, Parts, by_pattern, per_area, told
from measures.projects.patterns import PART, UNKNOWN, WHOLE, area_weights, codes_on, groups_on, placed
from measures.projects.query import MONEY, ProjectQuery, match

# Projects begun, not only those running on the day (`projects`), so that an area's number is that of its list.
FOUND = MeasureSpec(
    "found", "sequential", "project", (5, 10, 20, 40), (20, 40, 80, 160), LEVELS, AMOUNT_STATES
)  # fmt: skip


def spec_of(measure: str) -> MeasureSpec:
    """Return the classes and words of what `by_area` gives: projects, allocated or disbursed."""
    return SPECS[measure] if measure in MONEY else FOUND


@remembered
def by_area(records: Records, query: ProjectQuery, measure: str) -> pd.DataFrame:
    """Return the uniform frame (`values.by_area`) of the projects that answer, in every area of the day.

    measure: projects (each once in every area where it has a place), allocated or disbursed (baht that belong
    to the area: `explorer.totals` asked for that area alone). `query.area` and `query.groups` are left out of
    the question, groups decide `in_filter`. An area whose only projects also work elsewhere without stated
    shares is not_reported (not_attributable); one of whose projects some state no sum is partly_reported.
    """
    selection = query.selection
    make = areas.province_draft if selection.level == "province" else areas.group_draft
    draft = make(records, selection)
    kind, source_id = evidence.of_absence(records, "projects")
    draft.put(slice(None), state="none", value=0.0, evidence=kind, source_id=source_id)
    areas.vouch(draft, records, selection, "projects", since(records, "allocated"))  # begun ones add up, too
    found = by_pattern(match(records, query.but(groups=(), area=None)))
    parts = area_parts(records, query, found, draft.place, measure)
    _put(draft, parts, found)
    return draft.frame()


def area_parts(
    records: Records, query: ProjectQuery, found: ByPattern, place: dict[str, int], measure: str
) -> Parts:
    """Return one part per pattern and area in `place` (code -> number) that it has a place in."""
    shown, footprints = evidence.seen(records, query.selection), found.cube.footprints
    day = query.selection.asof
    if query.selection.level == "group":
        codes = groups_on(records, shown, areas.map_day(records, day))
    else:
        codes = codes_on(records, shown, day)
    number = np.array([place.get(code, -1) for code in codes], dtype=int)
    here = np.flatnonzero(placed(footprints) & (number >= 0))
    key = footprints.pattern[here] * len(place) + number[here]
    pairs, pair, within = np.unique(key, return_inverse=True, return_counts=True)
    pattern, area = pairs // max(1, len(place)), pairs % max(1, len(place))
    if measure not in MONEY:
        count = found.count[pattern]
        return Parts(area, pattern, count, count, count.astype(float))
    weight = area_weights(footprints, within, pattern)
    shares = np.bincount(pair, found.place_baht[measure][here], minlength=len(pairs))
    baht = np.select([weight == WHOLE, weight == PART], [found.baht[measure][pattern], shares], np.nan)
    return Parts(area, pattern, found.count[pattern],
                 np.where(weight == UNKNOWN, 0, found.stated[measure][pattern]), baht)  # fmt: skip


def _put(draft: areas.Draft, parts: Parts, found: ByPattern) -> None:
    size, pairs = len(draft.codes), found.cube.words["source"]
    known = ~np.isnan(parts.baht)
    every = per_area(parts.area, parts.count, size)
    attributed = per_area(parts.area, np.where(known, parts.count, 0), size)
    stated = per_area(parts.area, parts.stated, size)
    baht = per_area(parts.area, np.nan_to_num(parts.baht), size)
    kinds, ids = told(parts, found.seen, pairs, size)
    has = every > 0
    draft.put(has, evidence=kinds[has], source_id=ids[has], reason="")
    draft.put(has & (attributed == 0), state="not_reported", value=np.nan, reason="not_attributable")
    draft.put((attributed > 0) & (stated == 0), state="not_reported", value=np.nan, reason="no_record")
    draft.put((stated > 0) & (stated < every), reason="partly_reported")
    draft.put(stated > 0, state="value", value=baht[stated > 0])
    draft.put((stated > 0) & (baht == 0), state="none")
