"""The uniform frame behind every map and ranking, and how it changed between two days."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from measures import areas, coverage, plans, workshops
from measures.catalogue import GAPS, GROUP_ONLY, SPECS
from measures.memory import remembered
from measures.projects import amounts as projects
from measures.selection import Selection

Frame = Callable[[Records, Selection], pd.DataFrame]


def _attendance_by_group(records: Records, selection: Selection) -> pd.DataFrame:
    return areas.k_of_n(
        records, selection, workshops.by_province(records, selection), SPECS["attendance"].reached
    )


_FRAMES: dict[tuple[str, str], Frame] = {
    ("coverage", "province"): coverage.by_province,
    ("coverage", "group"): coverage.by_group,
    ("attendance", "province"): workshops.by_province,
    ("attendance", "group"): _attendance_by_group,
    ("workshops", "province"): workshops.count_by_province,
    ("workshops", "group"): workshops.count_by_group,
    ("plan", "province"): plans.by_province,
    ("plan", "group"): plans.by_group,
    **{
        (code, level): projects.by_area
        for code in ("projects", "allocated", "disbursed")
        for level in SPECS[code].levels
    },
}


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per area that exists on the day, for `selection.measure` and `selection.level`.

    Columns: areas.COLUMNS first (docs/contracts.md, 3), then what the measure adds. Raises KeyError for a
    measure or level that is not in the catalogue.
    """
    frame = _FRAMES[selection.measure, selection.level](records, selection)
    return frame[areas.COLUMNS + [name for name in frame.columns if name not in areas.COLUMNS]]


def change_since(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Return the areas of `selection.asof` with what changed since the earlier day.

    Amounts: state `value`, value = now minus then (`none` for no change). Categorical measures at province
    level: gained, kept, lost, still_missing (reached by the catalogue's `reached`); at group level the change
    of the count reached. not_reported and not_applicable on either day stay what they are; an area that did
    not exist then is `not_applicable` with reason not_yet_a_province (provinces) or scheme_changed (groups).
    More columns: value_then, state_then, value_now, state_now.
    """
    now = by_area(records, selection)
    # The groups of another scheme are other groups: the filter of today must not blank the past.
    before = by_area(records, selection.but(asof=since, groups=())).set_index("area_code")
    old = before.reindex(now["area_code"])[["state", "value", "reason"]].reset_index(drop=True)
    # What is known of the group alone is no amount of the province: it cannot be taken from another.
    now, old = (
        frame.assign(state=frame["state"].replace(GROUP_ONLY, "not_reported")) for frame in (now, old)
    )
    by_state = SPECS[selection.measure].kind == "categorical" and selection.level == "province"
    changed = now.assign(state_now=now["state"], value_now=now["value"])
    changed = changed.assign(
        state_then=old["state"].fillna("").to_numpy(), value_then=old["value"].to_numpy()
    )
    if by_state:
        reached = SPECS[selection.measure].reached
        states = _gained_or_lost(now["state"].isin(reached), old["state"].isin(reached))
        changed["value"] = np.nan
    else:
        difference = now["value"] - old["value"]
        states = pd.Series("value", index=now.index).mask(difference.eq(0), "none")
        changed["value"] = difference
    return _keep_gaps(
        changed.assign(state=states, of=np.nan, since=pd.Timestamp(since)), old, selection.level
    )


def _gained_or_lost(now: pd.Series, before: pd.Series) -> pd.Series:
    words = np.select(
        [now & ~before, now & before, ~now & before], ["gained", "kept", "lost"], "still_missing"
    )
    return pd.Series(words, index=now.index, dtype="str")


def _keep_gaps(changed: pd.DataFrame, old: pd.DataFrame, level: str) -> pd.DataFrame:
    """A change is known only where both days are: a gap on either side stays a gap, with its reason."""
    for gap in GAPS:
        hit = old["state"].eq(gap) & ~changed["state_now"].isin(GAPS)
        # A role or programme that did not exist yet reached nobody: what is reached now was gained since.
        born = hit & old["reason"].isin(["role_not_yet", "programme_not_started"])
        _set(changed, hit & ~born, state=gap, value=np.nan, reason=old["reason"])
        hit = changed["state_now"].eq(gap)
        _set(changed, hit, state=gap, value=np.nan)
    fresh = old["state"].isna() & ~changed["state_now"].isin(GAPS)
    reason = "not_yet_a_province" if level == "province" else "scheme_changed"
    _set(changed, fresh, state="not_applicable", value=np.nan, reason=reason)
    from_zero = changed["value_now"].notna() & changed["value"].isna() & changed["state"].eq("value")
    _set(changed, from_zero, value=changed["value_now"])
    return changed


def _set(frame: pd.DataFrame, rows: pd.Series, **values: object) -> None:
    for column, value in values.items():
        frame.loc[rows, column] = value[rows] if isinstance(value, pd.Series) else value
