"""The shipped boundary files: the right areas on the right day, and shapes that a map can be drawn from."""

import hashlib
import itertools
import json
import math
import tomllib
from datetime import date
from pathlib import Path

import pytest
import shapely

from geo import boundaries, calendar
from geo.boundaries import EXTENT, Layer, frame, layer, layers, window
from geo.build import read_facts
from geo.shapes import EQUAL_AREA

FACTS = read_facts()
BEFORE, AFTER = date(2011, 3, 22), date(2011, 3, 23)
FILES = {entry.path: entry for entry in layers()}
ALL_FILES = pytest.mark.parametrize("shipped", list(FILES.values()), ids=[path.name for path in FILES])
BOTH_DETAILS = pytest.mark.parametrize("detail", ["overview", "close"])


def km2(shipped: Layer) -> dict[str, float]:
    areas = frame(shipped).to_crs(EQUAL_AREA).area / 1e6
    return dict(zip(frame(shipped)["code"], areas, strict=True))


def rings(path: Path) -> list[tuple[bool, list[list[float]]]]:
    """Every ring of a file as it stands there: (is it an outer ring, its corners)."""
    found = []
    for feature in json.loads(path.read_bytes())["features"]:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        found += [(i == 0, ring) for polygon in polygons for i, ring in enumerate(polygon)]
    return found


@BOTH_DETAILS
def test_a_day_is_drawn_with_the_provinces_of_that_day(detail: str) -> None:
    for day, count in ((BEFORE, 76), (AFTER, 77)):
        drawn = layer("province", day, detail)
        registry = calendar.provinces_on(FACTS.provinces, day)["province_code"]
        assert len(drawn.codes) == count
        assert sorted(drawn.codes) == sorted(registry)
        assert tuple(frame(drawn)["code"]) == drawn.codes
    assert "38" not in layer("province", BEFORE, detail).codes
    assert "38" in layer("province", AFTER, detail).codes


@BOTH_DETAILS
def test_before_the_split_nong_khai_holds_the_area_of_bueng_kan(detail: str) -> None:
    before, after = km2(layer("province", BEFORE, detail)), km2(layer("province", AFTER, detail))
    assert before["43"] == pytest.approx(after["43"] + after["38"], rel=1e-9)
    assert after["38"] == pytest.approx(4305, rel=0.1)  # km2 as officially stated; the source draws 7 % less
    assert {code for code in before if before[code] != pytest.approx(after[code], rel=1e-9)} == {"43"}


@BOTH_DETAILS
def test_groups_of_a_day_are_the_groups_drawn(detail: str) -> None:
    for day in (date(2008, 1, 15), date(2011, 3, 25), date(2011, 3, 28), date(2017, 11, 17)):
        drawn = layer("group", day, detail)
        assert sorted(drawn.codes) == sorted(calendar.groups_on(FACTS.groups, day)["group_code"])
        assert len(drawn.codes) == 18


@BOTH_DETAILS
def test_bueng_kan_lies_in_no_group_for_five_days(detail: str) -> None:
    bueng_kan = (
        frame(layer("province", AFTER, detail)).set_index("code").geometry["38"].representative_point()
    )
    covered = {
        day: bool(frame(layer("group", day, detail)).contains(bueng_kan).any())
        for day in (BEFORE, AFTER, date(2011, 3, 25), date(2011, 3, 27), date(2011, 3, 28))
    }
    assert list(covered.values()) == [True, False, False, False, True]


@BOTH_DETAILS
def test_bangkok_lies_in_no_group(detail: str) -> None:
    for day in (date(2008, 1, 15), date(2020, 1, 1)):
        areas, groups = km2(layer("province", day, detail)), km2(layer("group", day, detail))
        assert sum(areas.values()) - sum(groups.values()) == pytest.approx(areas["10"], rel=1e-6)


@BOTH_DETAILS
def test_a_group_is_exactly_its_provinces(detail: str) -> None:
    day = date(2011, 5, 26)
    areas, groups = km2(layer("province", day, detail)), km2(layer("group", day, detail))
    members = calendar.members_on(FACTS.members, day)
    of_members = members.assign(km2=members["province_code"].map(areas)).groupby("group_code")["km2"].sum()
    assert groups == pytest.approx(of_members.to_dict(), rel=1e-9)


def test_before_the_first_documented_grouping_it_stands_in() -> None:
    early = layer("group", date(2005, 1, 1))
    assert (early.scheme, early.is_stand_in) == ("2551", True)
    assert early.url == layer("group", date(2008, 1, 15)).url
    assert not layer("group", date(2008, 1, 15)).is_stand_in
    assert not layer("province", date(2003, 1, 1)).is_stand_in


def test_every_day_has_exactly_one_layer_per_level_and_detail() -> None:
    for level in boundaries.LEVELS:
        for detail in boundaries.DETAILS:
            spans = [entry for entry in layers() if (entry.level, entry.detail) == (level, detail)]
            for earlier, later in itertools.pairwise(spans):
                assert earlier.valid_to is not None
                assert later.valid_from is not None
                assert (later.valid_from - earlier.valid_to).days == 1
            assert spans[-1].valid_to is None


def test_unknown_levels_and_details_are_refused() -> None:
    with pytest.raises(ValueError, match="'district'"):
        layer("district", AFTER)
    with pytest.raises(ValueError, match="'huge'"):
        layer("province", AFTER, "huge")


@ALL_FILES
def test_neighbours_share_their_borders_without_gap_or_overlap(shipped: Layer) -> None:
    shapes = frame(shipped).geometry.to_numpy()
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes, gap_width=0.002)  # about 200 m
    whole = shapely.coverage_union_all(shapes)
    enclosed = [ring for part in shapely.get_parts(whole) for ring in shapely.get_rings(part)[1:]]
    assert enclosed == []


@ALL_FILES
def test_no_part_is_a_sliver(shipped: Layer) -> None:
    """4 pi area / perimeter^2: 1 for a circle, 0.05 for a strip 60 times as long as wide."""
    parts = frame(shipped).to_crs(EQUAL_AREA).geometry.explode()
    compactness = 4 * math.pi * parts.area / parts.length**2
    assert compactness.min() > 0.05
    assert parts.area.min() > 0.7e6  # the smallest island that the source draws has 0.8 km2


@ALL_FILES
def test_outer_rings_run_clockwise_and_are_closed(shipped: Layer) -> None:
    for is_outer, ring in rings(shipped.path):
        assert ring[0] == ring[-1]
        assert shapely.LinearRing(ring).is_ccw != is_outer


@ALL_FILES
def test_coordinates_are_rounded_and_inside_the_extent(shipped: Layer) -> None:
    decimals = {"overview": 3, "close": 4}[shipped.detail]
    (west, east), (south, north) = EXTENT
    for _, ring in rings(shipped.path):
        for lon, lat in ring:
            assert (round(lon, decimals), round(lat, decimals)) == (lon, lat)
            assert west < lon < east
            assert south < lat < north


@ALL_FILES
def test_the_name_and_the_manifest_carry_the_hash_of_the_content(shipped: Layer) -> None:
    digest = hashlib.sha256(shipped.path.read_bytes()).hexdigest()
    assert shipped.sha256 == digest
    assert shipped.path.name.split(".")[1] == digest[:8]
    assert shipped.url == f"app/static/geo/{shipped.path.name}"
    sidecar = tomllib.loads((shipped.path.parent / f"{shipped.path.name}.meta.toml").read_text("utf-8"))
    assert sidecar["sha256"] == digest
    assert sidecar["licence"] == "public domain (Natural Earth)"


@ALL_FILES
def test_files_stay_small_enough_for_a_bad_connection(shipped: Layer) -> None:
    limit_bytes = {"overview": 72_000, "close": 300_000}[shipped.detail]
    assert shipped.path.stat().st_size < limit_bytes


@ALL_FILES
def test_features_carry_both_names_and_nothing_else(shipped: Layer) -> None:
    for feature in json.loads(shipped.path.read_bytes())["features"]:
        assert list(feature["properties"]) == ["code", "name_th", "name_en"]
        assert all(feature["properties"].values())


def test_names_are_the_registry_names_and_short_group_names() -> None:
    provinces = frame(layer("province", AFTER)).set_index("code")
    assert tuple(provinces.loc["38", ["name_th", "name_en"]]) == ("บึงกาฬ", "Bueng Kan")
    assert tuple(provinces.loc["82", ["name_th", "name_en"]]) == ("พังงา", "Phang-nga")
    groups = frame(layer("group", AFTER)).set_index("code")
    names = groups.loc["2551-upper-central-1", ["name_th", "name_en"]]
    assert tuple(names) == ("ภาคกลางตอนบน 1", "Upper Central 1")


@pytest.mark.parametrize(
    ("code", "lon", "lat"),
    [
        ("10", 100.50, 13.75),  # Bangkok
        ("50", 98.99, 18.79),  # Chiang Mai
        ("30", 102.10, 14.97),  # Nakhon Ratchasima
        ("90", 100.47, 7.01),  # Hat Yai
        ("83", 98.34, 7.95),  # Phuket
        ("75", 99.98, 13.41),  # Samut Songkhram
        ("38", 103.65, 18.30),  # Bueng Kan
        ("34", 104.85, 15.24),  # Ubon Ratchathani
        ("84", 100.01, 9.52),  # Ko Samui
    ],
)
@BOTH_DETAILS
def test_known_places_lie_in_their_province(detail: str, code: str, lon: float, lat: float) -> None:
    shapes = frame(layer("province", date(2020, 1, 1), detail))
    assert list(shapes["code"][shapes.contains(shapely.Point(lon, lat))]) == [code]


def test_window_frames_the_chosen_areas_and_falls_back_to_the_country() -> None:
    drawn = layer("province", AFTER)
    (west, east), (south, north) = window(drawn, ["83"])
    assert 98.0 < west < 98.3 < 98.4 < east < 98.6
    assert 7.4 < south < 7.6 < 8.15 < north < 8.4
    assert window(drawn, []) == EXTENT
    assert window(drawn, ["no such code"]) == EXTENT


def test_static_holds_what_anybody_may_see_and_no_record() -> None:
    static = boundaries.STATIC.parent
    assert sorted(entry.name for entry in static.iterdir()) == ["fonts", "geo", "guide", "swagger-ui"]
    listed = {path.name for path in FILES} | {"world_110m.json"}
    assert {entry.name for entry in boundaries.STATIC.iterdir()} == listed | {
        f"{name}.meta.toml" for name in listed
    }
    assert {entry.suffix for entry in (static / "fonts").iterdir()} <= {".woff2", ".txt", ".toml", ".ttf"}
    assert {entry.suffix for entry in (static / "guide").iterdir()} == {
        ".png"
    }  # pictures of the shipped records
    assert {entry.suffix for entry in (static / "swagger-ui").iterdir()} == {".js", ".css", ".txt", ".toml"}
