"""Who shares a border with whom, and where a mark for an area stands."""

from datetime import date

import pytest
import shapely

from geo import calendar
from geo.boundaries import Layer, frame, layer, layers
from geo.build import read_facts
from geo.neighbours import neighbours, representative_points

FACTS = read_facts()
# Groups whose provinces cannot be walked through on land, and why.
APART = {
    "2551-south-andaman": {"83"},  # Phuket is an island; a bridge, no border
    "2560-south-andaman": {"83"},
    "2560-bangkok-vicinity": {"12", "13", "73"},  # Bangkok lies between them and Samut Prakan, in no group
}


def around(day: date, code: str) -> list[str]:
    pairs = neighbours(layer("province", day))
    return list(pairs["neighbour_code"][pairs["code"] == code])


@pytest.mark.parametrize(
    ("day", "code", "expected"),
    [
        (date(2020, 1, 1), "10", ["11", "12", "13", "24", "73", "74"]),
        (date(2020, 1, 1), "38", ["43", "47", "48"]),
        (date(2020, 1, 1), "83", []),
        (date(2010, 1, 1), "38", []),
        (date(2010, 1, 1), "43", ["41", "42", "47", "48"]),
        (date(2020, 1, 1), "43", ["38", "41", "42", "47"]),
    ],
    ids=["Bangkok", "Bueng Kan", "Phuket", "no Bueng Kan yet", "Nong Khai before", "Nong Khai after"],
)
def test_known_neighbours(day: date, code: str, expected: list[str]) -> None:
    assert around(day, code) == expected


def test_touching_in_one_corner_is_no_border() -> None:
    shapes = frame(layer("province", date(2020, 1, 1))).set_index("code").geometry
    assert shapes["16"].touches(shapes["36"])  # Lop Buri and Chaiyaphum meet in a point
    assert "36" not in around(date(2020, 1, 1), "16")


def test_being_a_neighbour_is_mutual() -> None:
    pairs = neighbours(layer("province", date(2020, 1, 1)))
    there = set(zip(pairs["code"], pairs["neighbour_code"], strict=True))
    assert there == {(second, first) for first, second in there}
    assert all(first != second for first, second in there)


def test_both_details_know_the_same_neighbours() -> None:
    for level in ("province", "group"):
        for day in (date(2011, 3, 22), date(2011, 3, 25), date(2020, 1, 1)):
            coarse, fine = neighbours(layer(level, day)), neighbours(layer(level, day, "close"))
            assert coarse.equals(fine)


@pytest.mark.parametrize("day", [date(2008, 1, 15), date(2011, 3, 25), date(2011, 3, 28), date(2017, 11, 17)])
def test_groups_hang_together_apart_from_three_known_ones(day: date) -> None:
    members = calendar.members_on(FACTS.members, day)
    for group_code, rows in members.groupby("group_code"):
        provinces = set(rows["province_code"])
        apart = APART.get(str(group_code), set())
        start = min(provinces - apart)
        reached, todo = {start}, [start]
        while todo:
            new = (set(around(day, todo.pop())) & provinces) - reached
            reached |= new
            todo += new
        assert provinces - reached == apart


@pytest.mark.parametrize("shipped", layers(), ids=lambda shipped: f"{shipped.path.stem}-{shipped.valid_from}")
def test_points_lie_inside_the_main_body(shipped: Layer) -> None:
    points = representative_points(shipped)
    assert list(points["code"]) == list(shipped.codes)
    for geometry, lon, lat in zip(frame(shipped).geometry, points["lon"], points["lat"], strict=True):
        main_body = max(shapely.get_parts(geometry), key=lambda part: part.area)
        assert main_body.contains(shapely.Point(lon, lat))
