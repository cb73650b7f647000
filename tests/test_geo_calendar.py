"""Provinces and groups on a day, around the days on which the map of Thailand changed."""

from datetime import date

import pandas as pd
import pytest

from geo import calendar
from geo.build import read_facts

FACTS = read_facts()


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2003, 10, 1), 76), (date(2011, 3, 22), 76), (date(2011, 3, 23), 77), (date(2026, 1, 1), 77)],
)
def test_bueng_kan_exists_from_its_first_day(day: date, count: int) -> None:
    existing = calendar.provinces_on(FACTS.provinces, day)
    assert len(existing) == count
    assert ("38" in set(existing["province_code"])) == (count == 77)
    assert "10" in set(existing["province_code"])


@pytest.mark.parametrize(
    ("day", "scheme"),
    [
        (date(2003, 1, 1), None),
        (date(2003, 5, 16), None),
        (date(2003, 5, 17), "2546"),
        (date(2008, 1, 14), "2546"),
        (date(2008, 1, 15), "2551"),
        (date(2017, 11, 16), "2551"),
        (date(2017, 11, 17), "2560"),
        (date(2026, 1, 1), "2560"),
    ],
)
def test_scheme_in_force(day: date, scheme: str | None) -> None:
    assert calendar.scheme_on(FACTS.schemes, day) == scheme


@pytest.mark.parametrize(
    ("day", "grouping"),
    [
        (date(2003, 1, 1), ("2551", True, date(2008, 1, 15))),
        (date(2006, 6, 30), ("2551", True, date(2008, 1, 15))),
        (date(2008, 1, 15), ("2551", False, date(2008, 1, 15))),
        (date(2011, 5, 26), ("2551", False, date(2011, 5, 26))),
        (date(2020, 1, 1), ("2560", False, date(2020, 1, 1))),
    ],
)
def test_an_undocumented_scheme_is_stood_in_for_and_says_so(
    day: date, grouping: tuple[str, bool, date]
) -> None:
    assert calendar.grouping_on(FACTS.schemes, day) == grouping


def test_no_documented_scheme_ahead_is_an_error() -> None:
    undocumented = FACTS.schemes[FACTS.schemes["scheme"] == "2546"]
    with pytest.raises(LookupError, match="2005-01-01"):
        calendar.grouping_on(undocumented, date(2005, 1, 1))


@pytest.mark.parametrize(
    ("day", "members", "groups", "ungrouped"),
    [
        (date(2008, 1, 15), 75, 18, ["10"]),
        (date(2011, 3, 22), 75, 18, ["10"]),
        (date(2011, 3, 23), 75, 18, ["10", "38"]),
        (date(2011, 3, 25), 75, 18, ["10", "38"]),
        (date(2011, 3, 27), 75, 18, ["10", "38"]),
        (date(2011, 3, 28), 76, 18, ["10"]),
        (date(2017, 11, 17), 76, 18, ["10"]),
    ],
)
def test_members_and_groups_on_a_day(day: date, members: int, groups: int, ungrouped: list[str]) -> None:
    rows = calendar.members_on(FACTS.members, day)
    assert list(rows.columns) == ["province_code", "group_code"]
    assert (len(rows), rows["province_code"].is_unique) == (members, True)
    assert len(calendar.groups_on(FACTS.groups, day)) == groups
    assert calendar.ungrouped_on(FACTS.provinces, FACTS.members, day) == ungrouped


def test_the_scheme_of_2546_has_no_members_and_no_groups() -> None:
    assert calendar.members_on(FACTS.members, date(2005, 1, 1)).empty
    assert calendar.groups_on(FACTS.groups, date(2005, 1, 1)).empty


def test_every_member_belongs_to_a_group_in_force_on_the_same_day() -> None:
    for day in [*calendar.change_days(FACTS.provinces, FACTS.members), date(2026, 1, 1)]:
        groups = set(calendar.groups_on(FACTS.groups, day)["group_code"])
        assert set(calendar.members_on(FACTS.members, day)["group_code"]) == groups


def test_groups_come_in_display_order_not_in_text_order() -> None:
    groups = pd.DataFrame(
        {
            "group_code": ["c", "a", "b"],
            "display_order": ["10", "2", "9"],
            "valid_from": pd.to_datetime(["2008-01-15"] * 3),
            "valid_to": pd.to_datetime([None] * 3),
        }
    )
    assert list(calendar.groups_on(groups, date(2009, 1, 1))["group_code"]) == ["a", "b", "c"]


def test_the_territory_of_bueng_kan_was_part_of_nong_khai() -> None:
    assert calendar.province_on(FACTS.provinces, "38", date(2011, 3, 22)) == "43"
    assert calendar.province_on(FACTS.provinces, "38", date(2011, 3, 23)) == "38"
    assert calendar.province_on(FACTS.provinces, "43", date(2011, 3, 22)) == "43"
    with pytest.raises(LookupError, match="'99'"):
        calendar.province_on(FACTS.provinces, "99", date(2011, 3, 22))


def test_a_chain_of_splits_is_followed_back() -> None:
    provinces = pd.DataFrame(
        {
            "province_code": ["01", "02", "03"],
            "established_on": pd.to_datetime([None, "2005-01-01", "2010-01-01"]),
            "predecessor_code": ["", "01", "02"],
        }
    )
    assert calendar.territories_on(provinces, date(2004, 12, 31)) == {"01": "01", "02": "01", "03": "01"}
    assert calendar.territories_on(provinces, date(2007, 1, 1)) == {"01": "01", "02": "02", "03": "02"}


def test_the_map_changed_on_four_days() -> None:
    assert calendar.change_days(FACTS.provinces, FACTS.members) == [
        date(2008, 1, 15),
        date(2011, 3, 23),
        date(2011, 3, 28),
        date(2017, 11, 17),
    ]


def test_the_centre_province_of_a_group_is_one_of_its_members() -> None:
    for day in (date(2008, 1, 15), date(2011, 3, 28), date(2017, 11, 17)):
        group_of = calendar.members_on(FACTS.members, day).set_index("province_code")["group_code"]
        groups = calendar.groups_on(FACTS.groups, day)
        stated = groups[groups["centre_province_code"] != ""]
        assert list(group_of[stated["centre_province_code"]]) == list(stated["group_code"])
