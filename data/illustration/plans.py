"""Sample provincial STI development plans: pilots of "year 2553" first, then more every year.

Which provinces were the pilots is not documented; these are examples. A province without a row has no
record, which is not the same as having no plan.
"""

from datetime import date

import numpy as np

from data.illustration.base import LAST_DAY, SOURCE, Places, Row, days_later, generator, workday, year_start

PILOTS = ["65", "50", "40", "31", "80", "71", "16", "20"]
STARTED_LATER = {2554: 14, 2555: 9, 2556: 8, 2557: 9, 2558: 6}
STALLS = 0.17  # chance that a plan goes no further, at each stage
STAGES = ("needs_collected_on", "drafted_on", "approved_on", "in_provincial_plan_on")
DAYS_BETWEEN = ((70, 200), (60, 180), (90, 300))


def plans(where: Places, appointed: dict[str, date]) -> list[Row]:
    """Return one plan per province that has one; most follow the appointment of a representative."""
    rng = generator("plans")
    started = {2553: PILOTS}
    free = [code for code in where.groups if code not in PILOTS]
    for year, count in STARTED_LATER.items():
        first = year_start(year)
        weights = np.array([_readiness(code, appointed, first, where) for code in free])
        chosen = rng.choice(len(free), size=count, replace=False, p=weights / weights.sum())
        started[year] = [free[i] for i in sorted(chosen)]
        free = [code for code in free if code not in started[year]]
    return [_plan(code, year, rng) for year, codes in started.items() for code in codes]


def _readiness(code: str, appointed: dict[str, date], first: date, where: Places) -> float:
    if not where.exists(code, first):
        return 0.0
    return 6.0 if appointed.get(code, date.max) <= first else 0.6


def _plan(code: str, year: int, rng: np.random.Generator) -> Row:
    day = workday(days_later(year_start(year), rng.integers(30, 230)))
    row: Row = {"plan_id": f"sample-plan-{code}", "province_code": code, STAGES[0]: day, "source_id": SOURCE}
    for stage, (soonest, latest) in zip(STAGES[1:], DAYS_BETWEEN, strict=True):
        day = workday(days_later(day, rng.integers(soonest, latest)))
        if rng.random() < STALLS or day > LAST_DAY:
            break
        row[stage] = day
    return row
