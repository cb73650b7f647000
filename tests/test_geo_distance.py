"""Straight-line distances between the points that stand for provinces."""

from datetime import date

import pytest

from geo import boundaries, distance
from geo.neighbours import representative_points

DAY = date(2011, 5, 26)
PROVINCES = boundaries.layer("province", DAY)


@pytest.mark.parametrize(
    ("start", "end", "km"),
    [
        ((100, 0), (101, 0), 111.319),  # one degree along the equator, radius 6378.137 km
        ((100, 0), (100, 1), 110.574),  # one degree of latitude is shorter there: the earth is flattened
        ((100, 15), (100, 15), 0.0),
    ],
)
def test_distances_are_those_of_the_wgs84_ellipsoid(start, end, km):
    assert distance.between(*start, *end) == pytest.approx(km, abs=0.001)


def test_the_matrix_is_symmetric_with_zeros_in_the_diagonal():
    matrix = distance.matrix(PROVINCES)
    assert matrix.shape == (77, 77)
    assert (matrix.to_numpy() == matrix.to_numpy().T).all()
    assert matrix.loc["50", "50"] == 0
    assert list(matrix.index) == list(PROVINCES.codes)


def test_a_cell_of_the_matrix_is_the_distance_of_its_two_points():
    points = representative_points(PROVINCES).set_index("code")
    there, back = points.loc["50"], points.loc["96"]
    straight = distance.between(there["lon"], there["lat"], back["lon"], back["lat"])
    assert distance.matrix(PROVINCES).loc["50", "96"] == pytest.approx(straight)


def test_before_bueng_kan_there_are_76_provinces():
    assert distance.matrix(boundaries.layer("province", date(2011, 3, 22))).shape == (76, 76)


def test_the_nearest_of_some_provinces_is_found_and_an_unknown_one_is_left_out():
    code, km = distance.nearest(PROVINCES, "50", ["96", "51", "99"])
    assert code == "51"
    assert 50 < km < 150


def test_a_province_is_nearest_to_itself():
    assert distance.nearest(PROVINCES, "50", ["51", "50"]) == ("50", 0.0)


def test_nothing_is_nearest_among_nothing():
    assert distance.nearest(PROVINCES, "50", []) is None
    assert distance.nearest(PROVINCES, "50", ["99"]) is None
