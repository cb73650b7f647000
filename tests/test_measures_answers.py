"""Answers by release are the answers of the measures: on every event day, on random days, at each level, view and filter."""

import datetime as dt
import random

import numpy as np
import pandas as pd
import pytest

from data import records as folders
from data.records import Records
from measures import dates, values
from measures.answers.over_days import COLUMNS, over_days
from measures.answers.table import TABLES, build, event_days
from measures.memory import aside
from measures.selection import EVIDENCE, FIRST_DAY, LAST_DAY, LEVELS, Selection

FILTERS = ((), ("2551-upper-north-1",), ("2560-upper-north-1", "2551-central-1"))


@pytest.fixture(scope="module")
def records() -> Records:
    found = folders.load(facts=folders.FACTS, sample=folders.SAMPLE)
    for _ in values.prepare(found):
        pass
    return found


@pytest.mark.parametrize("kind", EVIDENCE)
@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("measure", TABLES)
def test_the_table_says_what_the_measure_says(records: Records, measure: str, level: str, kind: str) -> None:
    rng = random.Random(f"{measure}{level}{kind}")  # noqa: S311 - the same days in every run
    days = event_days(records, measure)[1:]
    span = (LAST_DAY - FIRST_DAY).days
    asked = [*rng.sample(days, 25), *(day - dt.timedelta(days=1) for day in rng.sample(days, 10))]
    asked += [FIRST_DAY + dt.timedelta(days=rng.randrange(span)) for _ in range(15)]
    with aside():
        for number, day in enumerate(asked):
            chosen = Selection(day, measure=measure, level=level, evidence=kind, groups=FILTERS[number % 3])
            assert values.table_of(records, chosen) is not None
            pd.testing.assert_frame_equal(values.by_area(records, chosen), values.asked(records, chosen))


def test_an_answer_that_stays_is_kept_once(records: Records) -> None:
    table = values.answers(records, "coverage", "province", "all")
    assert len(table.rows) < 400 < sum(map(len, table.places))
    assert table.on(dt.date(1800, 1, 1)) is table.places[0]


def test_a_measure_with_a_phase_chosen_is_asked_itself(records: Records) -> None:
    assert values.table_of(records, Selection(measure="attendance", phase="2")) is None
    assert values.table_of(records, Selection(measure="projects")) is None


@pytest.mark.parametrize(
    ("measure", "level"), [("coverage", "province"), ("plan", "group"), ("projects", "province")]
)
def test_several_days_at_once_are_the_days_one_by_one(records: Records, measure: str, level: str) -> None:
    chosen = Selection(measure=measure, level=level, groups=FILTERS[1])
    days = [day.date() for day in dates.steps(records)["day"]][::3]
    told = over_days(records, chosen, days)
    assert told.days == tuple(days)
    for row, day in enumerate(days):
        frame = values.by_area(records, chosen.but(asof=day))
        where = [told.codes.index(code) for code in frame["area_code"]]
        for name in COLUMNS:
            pd.testing.assert_series_equal(
                pd.Series(told.columns[name][row, where]), frame[name], check_names=False, check_dtype=False
            )
        absent = np.setdiff1d(np.arange(len(told.codes)), where)
        assert set(told.columns["state"][row, absent]) <= {""}
    if level == "province":
        bueng_kan = told.columns["state"][:, told.codes.index("38")]
        assert [bool(state) for state in bueng_kan] == [day >= dt.date(2011, 3, 23) for day in days]


def test_what_a_publish_of_projects_did_not_touch_is_kept(records: Records) -> None:
    frames = records.tables()
    projects = frames["projects"].assign(allocated_baht=1.0)
    later = Records("later", **{**frames, "projects": projects})
    assert values.carry(records, later)
    assert values.answers.peek(later, "plan", "group", "documented") is values.answers(
        records, "plan", "group", "documented"
    )
    plans = frames["plans"].iloc[1:].reset_index(drop=True)
    other = Records("other", **{**frames, "plans": plans})
    assert not values.carry(records, other)
    assert values.answers.peek(other, "coverage", "province", "all") is None


def test_a_release_is_prepared_as_far_as_the_one_before_was(records: Records) -> None:
    frames = records.tables()
    frames["plans"] = frames["plans"].iloc[1:].reset_index(drop=True)
    cold, later, last = (Records(name, **frames) for name in ("cold", "later", "last"))
    assert list(values.prepare(later, held=cold)) == []
    values.answers(later, "workshops", "province", "all")
    assert len(list(values.prepare(last, held=later))) == 1
    assert values.answers.peek(last, "workshops", "province", "all") is not None
    assert values.answers.peek(last, "plan", "group", "all") is None


def test_building_leaves_the_memory_of_readers_alone(records: Records) -> None:
    day = Selection(dt.date(2012, 2, 2), measure="plan", phase="2")
    before = values.by_area(records, day)
    with aside():
        build(
            event_days(records, "plan"), lambda asof: values.asked(records, Selection(asof, measure="plan"))
        )
    assert values.by_area(records, day) is before
