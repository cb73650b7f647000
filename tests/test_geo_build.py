"""From the source to the shipped files: what is repaired, what is left out, and that it can be repeated."""

import gzip
import hashlib
import json
import tomllib
from pathlib import Path

import pytest
import shapely

from geo import boundaries
from geo.build import OUT, build, read_facts
from geo.names import alias_table, resolve
from geo.natural_earth import GRID_DEGREES, SOURCE, read_islands, read_provinces, read_raw
from geo.shapes import DETAILS, EQUAL_AREA, Detail, simplify

FACTS = read_facts()
ALIASES = alias_table(provinces=FACTS.provinces, province_aliases=FACTS.aliases)
PROVINCES = read_provinces(aliases=ALIASES)


def test_a_second_build_gives_the_committed_bytes(tmp_path: Path) -> None:
    build(out=tmp_path / "geo", manifest=tmp_path / "boundaries.json")
    again = {path.name: path.read_bytes() for path in (tmp_path / "geo").iterdir()}
    assert again == {path.name: path.read_bytes() for path in OUT.iterdir()}
    assert (tmp_path / "boundaries.json").read_bytes() == boundaries.MANIFEST.read_bytes()


def test_an_older_boundary_file_does_not_survive_a_build(tmp_path: Path) -> None:
    (tmp_path / "provinces-75-overview.00000000.geojson").write_text("{}")
    build(out=tmp_path, manifest=tmp_path / "boundaries.json")
    assert not list(tmp_path.glob("provinces-75*"))


def test_the_source_is_the_one_its_sidecar_describes() -> None:
    packed = SOURCE.read_bytes()
    sidecar = tomllib.loads(SOURCE.with_name("tha.json.gz.meta.toml").read_text("utf-8"))
    assert sidecar["sha256"] == hashlib.sha256(packed).hexdigest()
    assert sidecar["sha256_raw"] == hashlib.sha256(gzip.decompress(packed)).hexdigest()
    assert packed[4:8] == b"\0\0\0\0"  # no time stamp, so that packing again gives the same bytes


def test_raw_borders_do_not_fit_but_snapped_ones_do() -> None:
    raw = read_raw().geometry.to_numpy()
    assert not shapely.coverage_is_valid(raw)
    assert shapely.coverage_is_valid(shapely.set_precision(raw, GRID_DEGREES))


def test_every_source_name_gives_another_registry_code() -> None:
    names = [name for name in read_raw()["name"] if name]
    codes = [resolve(text=name, aliases=ALIASES) for name in names]
    assert (len(names), len(set(codes))) == (77, 77)
    assert set(codes) == set(FACTS.provinces["province_code"])
    assert list(PROVINCES["code"]) == sorted(codes)


def test_the_thai_name_of_bueng_kan_in_the_source_is_wrong_which_is_why_it_is_not_read() -> None:
    features = json.loads(gzip.decompress(SOURCE.read_bytes()))["features"]
    bueng_kan = next(f["properties"] for f in features if f["properties"]["name"] == "Bueng Kan")
    assert resolve(text=bueng_kan["name"], aliases=ALIASES) == "38"
    assert bueng_kan["name_local"] != "บึงกาฬ"


def test_each_minor_island_belongs_to_the_province_nearest_to_it() -> None:
    raw = read_raw()
    provinces = raw[raw["name"] != ""].to_crs("EPSG:32647")
    islands = read_islands()
    points = shapely.points(islands["longitude"], islands["latitude"])
    unnamed = shapely.get_parts(raw.geometry[raw["name"] == ""].to_numpy())
    assert len(unnamed) == len(islands) == 11
    for province_code, point in zip(islands["province_code"], points, strict=True):
        island = unnamed[shapely.contains(unnamed, point)]
        island_m = raw.iloc[:1].set_geometry(island, crs=raw.crs).to_crs("EPSG:32647").geometry.iloc[0]
        nearest = provinces["name"].loc[provinces.distance(island_m).idxmin()]
        assert resolve(text=nearest, aliases=ALIASES) == province_code


@pytest.mark.parametrize(
    ("lon", "lat", "province_code"),
    [(99.84, 10.09, "84"), (97.643, 8.627, "82"), (99.302, 6.544, "91"), (98.369, 7.603, "83")],
    ids=["Ko Tao", "Similan", "Adang", "Racha Yai"],
)
def test_known_islands_are_drawn_with_their_province(lon: float, lat: float, province_code: str) -> None:
    assert list(PROVINCES["code"][PROVINCES.contains(shapely.Point(lon, lat))]) == [province_code]


@pytest.mark.parametrize("detail", DETAILS, ids=[detail.name for detail in DETAILS])
def test_simplifying_keeps_every_province_and_nearly_all_area(detail: Detail) -> None:
    simpler = simplify(PROVINCES, detail)
    source_km2 = read_raw().to_crs(EQUAL_AREA).area.sum() / 1e6
    km2 = simpler.to_crs(EQUAL_AREA).area / 1e6
    share = km2 / (PROVINCES.to_crs(EQUAL_AREA).area / 1e6)
    assert list(simpler["code"]) == list(PROVINCES["code"])
    assert km2.sum() == pytest.approx(source_km2, rel=0.01)
    assert km2.sum() == pytest.approx(513_120, rel=0.01)  # the area of Thailand as officially stated
    assert 0.94 < share.min() < share.max() < 1.06  # Samut Songkhram, the smallest, loses 5 % in overview
    assert shapely.get_num_coordinates(simpler.geometry.to_numpy()).sum() < 15_500


def test_the_stub_offers_every_layer_the_map_library_reads() -> None:
    stub = json.loads((OUT / "world_110m.json").read_bytes())
    assert stub["type"] == "Topology"
    assert stub["arcs"] == []
    assert sorted(stub["objects"]) == [
        "coastlines",
        "countries",
        "lakes",
        "land",
        "ocean",
        "rivers",
        "subunits",
    ]
    assert all(
        layer == {"type": "GeometryCollection", "geometries": []} for layer in stub["objects"].values()
    )


def test_the_stub_has_the_name_that_the_drawing_window_makes_plotly_ask_for() -> None:
    scope, resolution = boundaries.WINDOW["scope"], boundaries.WINDOW["resolution"]
    assert (OUT / f"{scope}_{resolution}m.json").is_file()
