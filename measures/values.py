"""The uniform frame behind every map and ranking, and how it changed between two days."""

from collections.abc import Callable, Iterator
from datetime import date

import numpy as np
import pandas as pd

from data.records import Records
from data.remember import lru_cache
from measures import areas, coverage, documented, network, plans, rates, workshops
from measures.answers.table import TABLES, Table, build, event_days
from measures.catalogue import GAPS, GROUP_ONLY, RATES, SPECS
from measures.evidence import combined, join_sources
from measures.memory import aside, remembered
from measures.projects import amounts as projects
from measures.selection import EVIDENCE, Selection

THEN = [
    "state",
    "value",
    "of",
    "reason",
    "evidence",
    "source_id",
]  # of the earlier day, that a change rests on

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
    ("institutions", "province"): network.count_by_province,
    ("institutions", "group"): network.count_by_group,
    ("plan", "province"): plans.by_province,
    ("plan", "group"): plans.by_group,
    ("documented", "province"): documented.by_area,
    ("documented", "group"): documented.by_area,
    **{
        (code, level): projects.by_area
        for code in ("projects", "allocated", "disbursed")
        for level in SPECS[code].levels
    },
    **{(code, level): rates.by_area for code in RATES for level in SPECS[code].levels},
}


@lru_cache(maxsize=64)
def answers(records: Records, measure: str, level: str, kind: str) -> Table:
    """Return what every area answers on every day, for a measure of `TABLES`; kind: the evidence chosen. Some seconds
    of work the first time: made in the background (`prepare`), asked for by `by_area` where it is there."""
    chosen = Selection(measure=measure, level=level, evidence=kind)
    with aside():
        return build(event_days(records, measure), lambda day: asked(records, chosen.but(asof=day)))


def prepare(records: Records, held: Records | None = None) -> Iterator[None]:
    """Work out the answers of every measure, level and view, one at each step: whoever iterates may rest in between.

    held: a release before; what was never worked out for it is not worked out for this one.
    """
    for kind in EVIDENCE:
        for measure in TABLES:
            for level in SPECS[measure].levels:
                if held is None or answers.peek(held, measure, level, kind) is not None:
                    answers(records, measure, level, kind)
                    yield


def carry(old: Records, new: Records) -> bool:
    """Take the answers of one release over to the next, if it differs in projects alone; say whether it does."""
    before, after = old.small(), new.small()
    for name in (before.keys() | after.keys()) - {"projects", "project_locations"}:
        if not before[name].equals(after[name]):
            return False
    for kind in EVIDENCE:
        for measure in TABLES:
            for level in SPECS[measure].levels:
                if (table := answers.peek(old, measure, level, kind)) is not None:
                    answers.keep(table, new, measure, level, kind)
    return True


@remembered
def by_area(records: Records, selection: Selection) -> pd.DataFrame:
    """Return one row per area that exists on the day, for `selection.measure` and `selection.level`.

    Over a period (`selection.since`) the rows are those of `change_since`.
    Columns: areas.COLUMNS first (docs/contracts/measures.md), then what the measure adds. Raises KeyError for a
    measure or level that is not in the catalogue.
    """
    if selection.since:
        return change_since(records, selection.but(since=None), selection.since)
    table = table_of(records, selection)
    if table is None:
        return asked(records, selection)
    return table.frame(selection.asof, lambda codes: inside(records, selection, codes))


def table_of(records: Records, selection: Selection) -> Table | None:
    """Return the answers on every day, where they are worked out already and no phase, programme or agency is chosen."""
    if selection.measure not in TABLES or selection.phase or selection.programme or selection.agency:
        return None
    return answers.peek(records, selection.measure, selection.level, selection.evidence)


def inside(records: Records, selection: Selection, codes: pd.Series) -> np.ndarray:
    """Say which areas of the day lie in the reader's filter (`in_filter`)."""
    if selection.level == "group":
        found = codes.isin(selection.groups) | (not selection.groups)
    else:
        found = areas.is_inside(records, selection, codes, selection.asof)
    return found.to_numpy(dtype=bool)


def asked(records: Records, selection: Selection) -> pd.DataFrame:
    """Return what the measure itself says: what `by_area` answers, without the answers by release."""
    frame = _FRAMES[selection.measure, selection.level](records, selection)
    return frame[areas.COLUMNS + [name for name in frame.columns if name not in areas.COLUMNS]]


def change_since(records: Records, selection: Selection, since: date) -> pd.DataFrame:
    """Return the areas of `selection.asof` with what changed since the earlier day.

    Amounts: state `value`, value = now minus then (`none` for no change). Categorical measures at province
    level: gained, kept, lost, still_missing (reached by the catalogue's `reached`); at group level the change
    of the count reached. not_reported and not_applicable on either day stay what they are; an area that did
    not exist then is `not_applicable` with reason not_yet_a_province (provinces) or scheme_changed (groups).
    A change rests on both days: it is documented where both are, and names the sources of both.
    More columns: value_then, state_then, of_then, value_now, state_now, of_now.
    """
    now = by_area(records, selection)
    # The groups of another scheme are other groups: the filter of today must not blank the past.
    before = by_area(records, selection.but(asof=since, groups=())).set_index("area_code")
    old = before.reindex(now["area_code"])[THEN].reset_index(drop=True)
    # What is known of the group alone is no amount of the province: it cannot be taken from another.
    now, old = (
        frame.assign(state=frame["state"].replace(GROUP_ONLY, "not_reported")) for frame in (now, old)
    )
    by_state = SPECS[selection.measure].kind == "categorical" and selection.level == "province"
    changed = now.assign(
        state_then=old["state"].fillna("").to_numpy(), value_then=old["value"].to_numpy(),
        of_then=old["of"].to_numpy(), state_now=now["state"], value_now=now["value"], of_now=now["of"],
        **_both(now, old),
    )  # fmt: skip
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


def _both(now: pd.DataFrame, old: pd.DataFrame) -> dict[str, list[str]]:
    """Return evidence and sources of what rests on two days."""
    old = old.fillna({"evidence": "", "source_id": ""})
    return {
        "evidence": [combined(pair) for pair in zip(old["evidence"], now["evidence"], strict=True)],
        "source_id": [join_sources(pair) for pair in zip(old["source_id"], now["source_id"], strict=True)],
    }


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
