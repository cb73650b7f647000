"""Whether a rule is due: the month, the release, or what crossed a bound since the last look."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from data.records import Records
from exports.delivery.rules import Rule
from measures import values
from measures.catalogue import SPECS
from measures.scope import area_on
from measures.selection import FIRST_DAY, LAST_DAY, Selection


@dataclass(frozen=True)
class Occasion:
    """Why a rule is due: a name that no other occasion of the rule has, and the areas it is about."""

    name: str
    areas: tuple[str, ...] = ()


def day_of(today: date) -> date:
    """Return the day that a file shows: today, or the last day that the records can be asked about."""
    return max(FIRST_DAY, min(today, LAST_DAY))


def due(
    rule: Rule, records: Records, today: date, before: dict[str, Any] | None
) -> tuple[Occasion | None, dict[str, Any]]:
    """Return the occasion of a rule, None when it is not due, and how its areas stand now.

    before: how they stood at the last look; None at the first, which only looks.
    """
    if rule.when == "monthly":
        return Occasion(f"{today:%Y-%m}"), {}
    if rule.when == "release":
        return Occasion(records.release), {}
    now = standing(rule, records, day_of(today))
    if before is None:
        return None, now
    crossed = tuple(code for code, state in now.items() if _crossed(rule, before.get(code), state))
    return (Occasion(f"{records.release}-{today.isoformat()}", crossed) if crossed else None), now


def standing(rule: Rule, records: Records, day: date) -> dict[str, Any]:
    """Return area -> value of the rule's measure (None without one), or whether its state counts as reached."""
    selection = Selection(asof=day, measure=rule.measure, evidence=rule.evidence)
    frame = values.by_area(records=records, selection=selection)
    if rule.scope != "nation":
        inside = area_on(records, rule.scope, day).provinces
        frame = frame[frame["area_code"].isin(inside)]
    rows = frame.to_dict("records")
    if rule.when == "lost":
        return {row["area_code"]: row["state"] in SPECS[rule.measure].reached for row in rows}
    return {row["area_code"]: None if pd.isna(row["value"]) else float(row["value"]) for row in rows}


def _crossed(rule: Rule, before: Any, now: Any) -> bool:
    if before is None or now is None:  # not known on one of the two days: nothing can be said
        return False
    if rule.when == "lost":
        return bool(before) and not now
    return before >= rule.bound > now if rule.when == "below" else before <= rule.bound < now
