"""Every measure of provinces and groups against the plain definitions: shipped files, views, limited readers, mixes."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
import tiny
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.access.limited import within
from data.records import Records, load
from measures import values
from measures.catalogue import NO_VALUE
from measures.selection import Selection
from tests.oracle import definitions

DAYS = [date(2007, 9, 30), date(2009, 12, 21), date(2010, 9, 30), date(2011, 3, 22), date(2011, 3, 23), date(2011, 5, 26),
        date(2012, 3, 26), date(2013, 9, 30), date(2014, 9, 30), date(2015, 9, 30), date(2018, 1, 1)]  # fmt: skip
MEASURES: dict[str, Callable] = {
    "coverage": definitions.coverage, "attendance": definitions.attendance, "workshops": definitions.workshops,
    "plan": definitions.plan,
    "projects": definitions.projects, "allocated": partial(definitions.money, column="allocated_baht"),
    "disbursed": partial(definitions.money, column="disbursed_baht"), "participants": definitions.participants,
}  # fmt: skip
BY_GROUP: dict[str, Callable] = {
    "workshops": definitions.group_workshops, "projects": definitions.group_projects,
    "allocated": partial(definitions.group_money, column="allocated_baht"),
    "disbursed": partial(definitions.group_money, column="disbursed_baht"),
    "participants": definitions.group_participants,
}  # fmt: skip
RATES = {"projects_rate": "projects", "allocated_rate": "allocated", "participants_rate": "participants"}
SHIPPED = [code for code in MEASURES if code != "participants"]  # no people are shipped: no rates
ASKED = [*SHIPPED, *RATES]
GROUPS = ("2551-upper-north-2", "2551-lower-northeast-2", "2551-south-andaman")


def wanted(
    measure: str, level: str, seen: definitions.Tables, tables: definitions.Tables, day: pd.Timestamp
) -> dict[str, tuple]:
    """Return what the plain definition says of every area of the day."""
    if measure in RATES:
        of, amounts = definitions.groups(seen, day), wanted(RATES[measure], level, seen, tables, day)
        inside = {code: {code} for code in definitions.provinces(seen, day)}
        if level == "group":
            inside = {
                group: {one for one, own in of.items() if own == group and one in inside}
                for group in set(of.values())
            }
        return definitions.rate(amounts, seen, day, inside)
    if level == "province":
        return MEASURES[measure](seen, tables, day)
    of = definitions.groups(seen, day)
    if measure in BY_GROUP:
        return BY_GROUP[measure](seen, tables, day, set(of.values()))
    states = MEASURES[measure](seen, tables, day)
    return definitions.k_of_n(states, definitions.REACHED[measure], of, set(of.values()))


def compare(
    records: Records, tables: definitions.Tables, day: date, measure: str, level: str = "province",
    only: set[str] | None = None,
) -> int:  # fmt: skip
    """Compare one measure in both views; return how many values were."""
    compared = 0
    for view in ("all", "documented"):
        seen = definitions.documented(tables) if view == "documented" else tables
        plain = wanted(measure, level, seen, tables, pd.Timestamp(day))
        frame = values.by_area(records, Selection(day, measure=measure, level=level, evidence=view))
        for row in frame.itertuples():
            if only is not None and row.area_code not in only:
                continue
            where = (measure, level, day, view, row.area_code)
            number = None if pd.isna(row.value) or row.state in NO_VALUE else row.value
            state, value = plain[row.area_code]
            assert row.state == state, where
            assert value is None or number == pytest.approx(value, rel=1e-6, abs=0.5), where
            compared += 1
    return compared


def compare_limited(records: Records, tables: definitions.Tables, day: date, measure: str, group: str) -> int:
    """Compare what a reader of one group sees of its provinces and, on days of its scheme, of the group itself."""
    limited = within(records, (group,))
    own = set(limited.provinces["province_code"])
    compared = compare(limited, tables, day, measure, only=own)
    in_force = set(definitions.groups(tables, pd.Timestamp(day)).values())
    if group in in_force:
        compared += compare(limited, tables, day, measure, "group", {group})
    return compared


@pytest.fixture(scope="module")
def shipped() -> tuple[Records, definitions.Tables]:
    return load(), definitions.read(Path(__file__).parents[2] / "data")


@pytest.mark.parametrize("measure", SHIPPED)
def test_the_shipped_records(shipped, measure, record_property):
    compared = sum(compare(*shipped, day, measure) for day in DAYS)
    in_groups = sum(compare(*shipped, day, measure, "group") for day in DAYS[::2])
    record_property("compared", compared + in_groups)
    print(f"oracle: {measure}: {compared} values of provinces, {in_groups} of groups")
    assert compared == 2 * sum(76 if day < date(2011, 3, 23) else 77 for day in DAYS)
    assert in_groups == 2 * 18 * len(DAYS[::2])


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("measure", SHIPPED)
def test_a_limited_reader_sees_the_same_numbers(shipped, measure, group):
    assert sum(compare_limited(*shipped, day, measure, group) for day in DAYS[2::4]) > 0


def documented_stands_alone(records: Records, day: date, measure: str, level: str) -> int:
    """Compare what is called documented with the documented rows alone: there it must be the same; return how many were.

    The law needs no definition of a measure: a number that changes when illustrative rows are hidden was not stated by a
    document, whatever stands beside it. What is no statement (not applicable, not reported) is outside of it.
    """
    both = [values.by_area(records, Selection(day, measure=measure, level=level, evidence=view)).set_index("area_code")
            for view in ("all", "documented")]  # fmt: skip
    compared = 0
    for code, row in both[0][both[0]["evidence"] == "documented"].iterrows():
        if row["state"] in ("not_applicable", "not_reported"):
            continue
        alone = both[1].loc[code]
        where = (measure, level, day, code)
        assert (row["state"], alone["evidence"]) == (alone["state"], "documented"), where
        assert row["value"] == alone["value"] or (pd.isna(row["value"]) and pd.isna(alone["value"])), where
        compared += 1
    return compared


CODES = st.sampled_from(tiny.ALL_PROVINCES)
DAY = st.dates(date(2009, 1, 1), date(2012, 12, 31))
KIND = st.sampled_from(
    [{"evidence": "documented", "source_id": "seed-003"}, {"evidence": "illustrative", "source_id": "sample"}]
)
BAHT = st.one_of(st.none(), st.just(0.0), st.integers(1, 10**7).map(float))
PLACING = st.sampled_from(["one", "shares", "no-shares", "group", "nationwide", "nowhere"])


@st.composite
def mixed(draw):
    """Records in which documented and illustrative, known and group-only, shared and whole projects mix."""
    made = {
        name: []
        for name in ("representatives", "projects", "project_locations", "workshops", "participations")
    }
    for i, (code, start, length, kind) in enumerate(
        draw(st.lists(st.tuples(CODES, DAY, st.integers(0, 900), KIND), max_size=6))
    ):
        end = start + pd.Timedelta(days=length) if length < 600 else None
        made["representatives"].append(
            tiny.representative(code, str(start), end and str(end), representative_id=f"r{i}") | kind
        )
    for i in range(draw(st.integers(0, 6))):
        kind, start = draw(KIND), draw(DAY)
        status = draw(st.sampled_from(["running", "completed", "planned"]))
        end = str(start + pd.Timedelta(days=draw(st.integers(1, 700)))) if status == "completed" else None
        row = {"ended_on": end, "status": status, "allocated_baht": draw(BAHT), "disbursed_baht": draw(BAHT)}
        begun = None if status == "planned" else str(start)
        made["projects"].append(tiny.project(f"p{i}", begun, **row) | kind)
        codes, placing = draw(st.lists(CODES, min_size=2, max_size=3, unique=True)), draw(PLACING)
        places = {
            "one": [(codes[0], 1.0, "province")], "nowhere": [], "nationwide": [("", None, "nationwide")],
            "shares": [(codes[0], 0.25, "province"), (codes[1], 0.75, "province")],
            "no-shares": [(code, None, "province") for code in codes], "group": [(code, None, "group") for code in codes],
        }[placing]  # fmt: skip
        made["project_locations"] += [
            tiny.location(f"p{i}", *place[:2], precision=place[2]) | kind for place in places
        ]
    for i in range(draw(st.integers(0, 3))):
        made["workshops"].append(tiny.workshop(f"w{i}", str(draw(DAY))) | draw(KIND))
        for code in draw(st.lists(CODES, max_size=3, unique=True)):
            count = draw(st.sampled_from([None, 0, 2]))
            made["participations"].append(
                tiny.seat(f"w{i}", code, draw(st.sampled_from([None, 0, 3])), count) | draw(KIND)
            )
    made["populations"] = [
        {"province_code": code, "year_be": year, "people": people, "source_id": "made-up"} | kind
        for (code, year), (people, kind) in draw(st.dictionaries(
            st.tuples(st.sampled_from(tiny.ALL_PROVINCES), st.integers(2552, 2556)),
            st.tuples(st.integers(0, 900), KIND), min_size=12, max_size=30,
        )).items()
    ]  # fmt: skip
    return tiny.records(**made)


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(mixed(), st.dates(date(2010, 1, 1), date(2012, 12, 31)), st.sampled_from([tiny.NE, tiny.NORTH]))
def test_records_in_which_everything_mixes(records, day, group):
    tables = {name: definitions.typed(frame.copy()) for name, frame in records.tables().items()}
    for measure in ASKED:
        assert compare(records, tables, day, measure)
        assert compare(records, tables, day, measure, "group")
        assert compare_limited(records, tables, day, measure, group)
        for level in ("province", "group"):
            documented_stands_alone(records, day, measure, level)


@pytest.mark.parametrize("measure", ASKED)
def test_what_is_called_documented_is_so_without_the_rest(measure):
    """Two provinces of which documents say all, among illustrative ones: the law above, where it is known to bite."""
    said = {"evidence": "documented", "source_id": "seed-003"}
    guess = {"evidence": "illustrative", "source_id": "sample"}
    records = tiny.records(
        representatives=[tiny.representative(code, "2010-01-05", representative_id=code) | kind
                         for code, kind in (("41", said), ("42", guess))],
        projects=[tiny.project(f"p{code}", "2010-01-05", allocated_baht=100.0, disbursed_baht=50.0) | kind
                  for code, kind in (("41", said), ("42", guess))],
        project_locations=[tiny.location(f"p{code}", code, 1.0) | kind for code, kind in (("41", said), ("42", guess))],
        workshops=[tiny.workshop("w1", "2010-02-01") | said],
        participations=[tiny.seat("w1", "41", 3, 2) | said, tiny.seat("w1", "42", 3, 2) | guess],
        populations=[{"province_code": code, "year_be": 2553, "people": 500_000} | kind
                     for code, kind in (("41", said), ("42", guess))],
        plans=[{"plan_id": f"plan-{code}", "province_code": code, "approved_on": "2010-01-05"} | kind
               for code, kind in (("41", said), ("42", guess))],
    )  # fmt: skip
    assert documented_stands_alone(records, date(2010, 6, 1), measure, "province") > 0
