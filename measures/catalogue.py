"""The measures a map can show: their kind, unit, classes and states. Names are messages `measure-<code>`."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from measures.selection import Selection

GAPS = ("not_reported", "not_applicable")
# None is known in the province itself, but some of its group's projects do not say in which province they work.
GROUP_ONLY = "group_only"
NO_VALUE = (*GAPS, GROUP_ONLY)


@dataclass(frozen=True)
class MeasureSpec:
    """One measure, as legends and rankings need it.

    kind: categorical, sequential or diverging. unit: code of the message `measure-<code>-unit`.
    breaks, group_breaks: the four inner bounds between five classes at province and at group level;
    a value on a bound belongs to the lower class. They are literals, so a colour means the same on
    every date. For a categorical measure `group_breaks` divide value / of, the share reached.
    states: state codes in legend order; good, then gaps, then not reported and not applicable.
    reached: the states that count as reached in "k of n" at group level. least_first: lists begin with the least.
    per: of a rate, the amount (`measures.rates`) that is divided by the people of an area.
    """

    code: str
    kind: str
    unit: str
    breaks: tuple[float, ...]
    group_breaks: tuple[float, ...]
    levels: tuple[str, ...]
    states: tuple[str, ...]
    reached: tuple[str, ...] = ()
    least_first: bool = False
    per: str = ""

    @property
    def whole(self) -> bool:
        """Say whether its numbers are whole: baht are told in millions, and rates are quotients."""
        return self.unit != "baht" and not self.per


LEVELS = ("province", "group")
SHARES = (0.2, 0.4, 0.6, 0.8)
PLAN_STAGES = ("needs_collected", "drafted", "approved", "in_provincial_plan")  # in order of progress
AMOUNT_STATES = ("value", "none", *GAPS)
PROJECT_STATES = ("value", "none", GROUP_ONLY, *GAPS)


def _categorical(code: str, states: tuple[str, ...], reached: tuple[str, ...]) -> MeasureSpec:
    return MeasureSpec(code, "categorical", "province", (), SHARES, LEVELS, (*states, *GAPS), reached)


def _sequential(
    code: str, unit: str, breaks: tuple[float, ...], group_breaks: tuple[float, ...],
    states: tuple[str, ...] = PROJECT_STATES,
) -> MeasureSpec:  # fmt: skip
    return MeasureSpec(code, "sequential", unit, breaks, group_breaks, LEVELS, states)


def _rate(code: str, per: str, breaks: tuple[float, ...], states: tuple[str, ...]) -> MeasureSpec:
    """Return a measure per 100,000 people: one scale serves provinces and groups, whose size it takes out."""
    unit = "baht" if per == "allocated" else per
    return MeasureSpec(code, "sequential", unit, breaks, breaks, LEVELS, states, per=per)


SPECS: dict[str, MeasureSpec] = {
    spec.code: spec
    for spec in (
        _categorical("coverage", ("covered", "uncovered"), ("covered",)),
        _categorical("attendance", ("attended", "invited_never_came", "never_invited"), ("attended",)),
        _sequential("workshops", "workshop", (1, 2, 3, 5), (1, 2, 3, 4), AMOUNT_STATES),
        _sequential("institutions", "institution", (1, 2, 3, 5), (2, 4, 6, 8), AMOUNT_STATES),
        _categorical("plan", (*reversed(PLAN_STAGES), "none"), ("approved", "in_provincial_plan")),
        _sequential("projects", "project", (1, 3, 5, 10), (5, 10, 20, 40)),
        _sequential("allocated", "baht", (2e6, 5e6, 10e6, 20e6), (10e6, 20e6, 40e6, 80e6)),
        _sequential("disbursed", "baht", (2e6, 5e6, 10e6, 20e6), (10e6, 20e6, 40e6, 80e6)),
        MeasureSpec(
            "documented",
            "sequential",
            "percent",
            (5, 10, 25, 50),
            (5, 10, 25, 50),
            LEVELS,
            AMOUNT_STATES,
            least_first=True,
        ),
        _rate("projects_rate", "projects", (0.25, 0.5, 1, 2), PROJECT_STATES),
        _rate("allocated_rate", "allocated", (0.25e6, 0.5e6, 1e6, 2e6), PROJECT_STATES),
        _rate("participants_rate", "participants", (1, 2, 5, 10), AMOUNT_STATES),
    )
}
RATES = tuple(code for code, spec in SPECS.items() if spec.per)
# Where each rate is asked for: beside the measure whose amount it divides.
RATE_OF = {"projects": "projects_rate", "allocated": "allocated_rate", "attendance": "participants_rate"}
# Measures of the ministry's work, which areas are compared by; `documented` is one of what is known of it, and rates are
# the same work divided by people.
OF_WORK = tuple(code for code in SPECS if code != "documented" and code not in RATES)


def of_work(code: str) -> str:
    """Return a measure that areas can be compared by: the one asked for, else the first."""
    return code if code in OF_WORK else OF_WORK[0]


# Differences: strong loss, loss, about the same, gain, strong gain.
COUNT_CHANGES = (-3, -1, 0, 2)
BAHT_CHANGES = (-5e6, -0.5e6, 0.5e6, 5e6)
RATE_CHANGES = (-1, -0.1, 0.1, 1)
BAHT_RATE_CHANGES = (-1e6, -0.1e6, 0.1e6, 1e6)
# States of a categorical measure between two days, in legend order.
CHANGE_STATES = ("gained", "kept", "lost", "still_missing", *GAPS)


def breaks_for(code: str, level: str) -> tuple[float, ...]:
    """Return the four inner class bounds of a measure at a level; () for categorical provinces."""
    spec = SPECS[code]
    return spec.group_breaks if level == "group" else spec.breaks


def change_spec(code: str, level: str) -> MeasureSpec:
    """Return the spec of the change of a measure between two days (`values.change_since`).

    Categorical at province level: gained, kept, lost, still_missing. Else diverging: the difference.
    """
    spec = SPECS[code]
    if spec.kind == "categorical" and level == "province":
        return MeasureSpec(
            code, "categorical", spec.unit, (), (), (level,), CHANGE_STATES, ("gained", "kept")
        )
    money = spec.unit == "baht"
    breaks = BAHT_CHANGES if money else COUNT_CHANGES
    if spec.per:
        breaks = BAHT_RATE_CHANGES if money else RATE_CHANGES
    return MeasureSpec(code, "diverging", spec.unit, breaks, breaks, (level,), AMOUNT_STATES, per=spec.per)


def spec_of(selection: Selection) -> MeasureSpec:
    """Return the spec of what `values.by_area` answers: the measure's own on a day, that of its change over a period."""
    if selection.since:
        return change_spec(selection.measure, selection.level)
    return SPECS[selection.measure]


def classify(values: pd.Series, breaks: tuple[float, ...]) -> pd.Series:
    """Return the class 0 to 4 of each value (Int64, NA where there is no value).

    A value on a bound belongs to the lower class: with bounds (1, 2, 4, 6) the value 2 is in class 1.
    """
    classes = np.searchsorted(np.asarray(breaks, dtype=float), values.to_numpy(dtype=float), side="left")
    return pd.Series(classes, index=values.index, dtype="Int64").mask(values.isna())
