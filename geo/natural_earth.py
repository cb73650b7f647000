"""Read the committed Natural Earth source: one row per province, snapped to a grid, islands assigned.

The source names provinces in English and, for Bueng Kan, wrongly in Thai (name_local says Nong Khai); so
only `name` is read, and only through geo.names.resolve. Nothing is matched by position or by guess.
"""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely

from geo.names import resolve

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source" / "tha.json.gz"
ISLANDS = HERE / "islands.csv"
GRID_DEGREES = 1e-4  # about 11 m: closes the source's slivers, far below its own accuracy


def read_raw(source: Path = SOURCE) -> gpd.GeoDataFrame:
    """Return the features exactly as they came: name (English, blank for the minor islands), geometry.

    Returns: 78 rows, EPSG:4326. They are not a valid coverage: neighbours differ by rounding.
    """
    features = json.loads(gzip.decompress(source.read_bytes()))["features"]
    raw = gpd.GeoDataFrame.from_features(features, crs="EPSG:4326")
    return raw.assign(name=raw["name"].fillna(""))[["name", "geometry"]]


def read_islands(path: Path = ISLANDS) -> pd.DataFrame:
    """Return the reviewed table of minor islands: a point inside each, its name, its province_code or ""."""
    islands = pd.read_csv(path, dtype=str, keep_default_na=False)
    return islands.assign(
        longitude=islands["longitude"].astype(float), latitude=islands["latitude"].astype(float)
    )


def read_provinces(aliases: Mapping[str, str], source: Path = SOURCE) -> gpd.GeoDataFrame:
    """Return the provinces of today with their islands: code, geometry; a valid coverage, sorted by code.

    aliases: see geo.names.alias_table. Raises UnknownProvinceError for a name no alias explains, ValueError
    when the snapped features do not form a valid coverage or the island table does not fit the source.
    """
    raw = read_raw(source)
    raw["geometry"] = shapely.set_precision(raw.geometry.values, GRID_DEGREES)
    named = raw[raw["name"] != ""]
    parts = {
        resolve(text=name, aliases=aliases): list(shapely.get_parts(geometry))
        for name, geometry in zip(named["name"], named.geometry, strict=True)
    }
    if len(parts) != len(named):
        raise ValueError(f"{len(named)} named features give only {len(parts)} provinces")
    for province_code, island in _assigned_islands(raw[raw["name"] == ""]):
        parts[province_code].append(island)
    codes = sorted(parts)
    geometry = [shapely.union_all(parts[code]) for code in codes]
    if not shapely.coverage_is_valid(geometry):
        raise ValueError("the snapped source is not a valid coverage")
    return gpd.GeoDataFrame({"code": codes}, geometry=geometry, crs="EPSG:4326")


def _assigned_islands(unnamed: gpd.GeoDataFrame) -> list[tuple[str, shapely.Polygon]]:
    islands = read_islands()
    points = shapely.points(islands["longitude"], islands["latitude"])
    assigned = []
    for polygon in shapely.get_parts(unnamed.geometry.values):
        rows = islands[shapely.contains(polygon, points)]
        if len(rows) != 1:
            where = polygon.representative_point()
            raise ValueError(
                f"{len(rows)} rows of islands.csv lie in the island at {where.x:.3f}, {where.y:.3f}"
            )
        if rows["province_code"].iloc[0]:
            assigned.append((rows["province_code"].iloc[0], polygon))
    return assigned
