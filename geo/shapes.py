"""Fewer corners, common borders kept; provinces dissolved into groups; shapes written for the browser."""

import json
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

EQUAL_AREA = "EPSG:6933"


@dataclass(frozen=True)
class Detail:
    """How much of the source a set of files keeps.

    tolerance_degrees: side of the square whose area a corner must exceed to be kept;
    island_tolerance_degrees: the same for land without a border, where so few corners are left that the
    coarser one would draw triangles. decimals: of a coordinate, in degrees. min_island_km2: smaller islands
    are left out, never a province's main body.
    """

    name: str
    tolerance_degrees: float
    island_tolerance_degrees: float
    decimals: int
    min_island_km2: float


DETAILS = (
    Detail("overview", 0.029, island_tolerance_degrees=0.011, decimals=3, min_island_km2=3.0),
    Detail("close", 0.004, island_tolerance_degrees=0.002, decimals=4, min_island_km2=0.0),
)


def simplify(provinces: gpd.GeoDataFrame, detail: Detail) -> gpd.GeoDataFrame:
    """Return the coverage with fewer corners: common borders stay common, no province is lost.

    Raises ValueError when simplifying or rounding breaks the coverage.
    """
    kept = [_without_islets(geometry, detail.min_island_km2) for geometry in provinces.geometry]
    parts, owner = shapely.get_parts(np.array(kept), return_index=True)
    island = _has_no_border(parts)
    parts[~island] = shapely.coverage_simplify(parts[~island], detail.tolerance_degrees)
    parts[island] = shapely.coverage_simplify(parts[island], detail.island_tolerance_degrees)
    whole = shapely.multipolygons(parts, indices=owner)
    rounded = shapely.set_precision(whole, 10.0**-detail.decimals, mode="pointwise")
    if not (shapely.is_valid(rounded).all() and shapely.coverage_is_valid(rounded)):
        raise ValueError(f"{detail.name}: the simplified provinces are not a valid coverage")
    return provinces.set_geometry(list(rounded), crs=provinces.crs)


def dissolve(provinces: gpd.GeoDataFrame, code_of: dict[str, str]) -> gpd.GeoDataFrame:
    """Return one feature per value of `code_of` (province_code -> new code), nothing else.

    Returns: code, geometry, sorted by code. Outer borders keep every corner of the provinces' borders, so
    both layers can be drawn over each other.
    """
    new_codes = provinces["code"].map(code_of)
    codes = sorted(set(new_codes.dropna()))
    geometry = [shapely.coverage_union_all(provinces.geometry[new_codes == code].values) for code in codes]
    return gpd.GeoDataFrame({"code": codes}, geometry=geometry, crs=provinces.crs)


def to_geojson(layer: gpd.GeoDataFrame, names: pd.DataFrame, decimals: int) -> bytes:
    """Return compact UTF-8 GeoJSON: properties code, name_th, name_en; outer rings clockwise (plotly).

    names: name_th and name_en by code. Parts stand in order of size, rings start at their lowest corner, so
    that the bytes depend on the shapes only.
    """
    features = []
    for code, geometry in zip(layer["code"], layer.geometry, strict=True):
        properties = {"code": code, "name_th": names.name_th[code], "name_en": names.name_en[code]}
        features.append(
            {"type": "Feature", "properties": properties, "geometry": _geometry(geometry, decimals)}
        )
    return compact_json({"type": "FeatureCollection", "features": features})


def _without_islets(geometry: shapely.Geometry, min_island_km2: float) -> shapely.Geometry:
    parts = shapely.get_parts(geometry)
    km2 = gpd.GeoSeries(parts, crs="EPSG:4326").to_crs(EQUAL_AREA).area.to_numpy() / 1e6
    return shapely.multipolygons(parts[(km2 >= min_island_km2) | (km2 == km2.max())])


def _has_no_border(parts: np.ndarray) -> np.ndarray:
    first, second = shapely.STRtree(parts).query(parts, predicate="intersects")
    touched = np.zeros(len(parts), dtype=bool)
    touched[first[first != second]] = True
    return ~touched


def _geometry(geometry: shapely.Geometry, decimals: int) -> dict[str, Any]:
    parts = sorted(
        shapely.get_parts(shapely.orient_polygons(shapely.normalize(geometry), exterior_cw=True)),
        key=lambda part: (-part.area, part.bounds),
    )
    polygons = [
        [
            [[round(x, decimals), round(y, decimals)] for x, y in shapely.get_coordinates(ring).tolist()]
            for ring in shapely.get_rings(part)
        ]
        for part in parts
    ]
    if len(polygons) == 1:
        return {"type": "Polygon", "coordinates": polygons[0]}
    return {"type": "MultiPolygon", "coordinates": polygons}


def compact_json(content: dict[str, Any]) -> bytes:
    """Return JSON without blanks, UTF-8: Thai takes half the bytes of its escapes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
