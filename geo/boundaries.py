"""The boundary files that fit a day: which one to draw, where a browser fetches it, its shapes as a frame."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import shapely

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / "geo" / "boundaries.json"
STATIC = ROOT / "static" / "geo"
URL_FOLDER = "app/static/geo/"  # relative, so that it works under any prefix; also plotly's topojsonURL
LEVELS = ("province", "group")
DETAILS = ("overview", "close")
FEATURE_KEY = "properties.code"

Window = tuple[tuple[float, float], tuple[float, float]]
EXTENT: Window = ((97.2, 105.8), (5.5, 20.6))
"""Longitudes and latitudes to draw, in degrees. Fixed, because fitting to the shapes shrinks the map."""
WINDOW: Mapping[str, Any] = MappingProxyType(
    {
        "scope": "world",
        "resolution": 110,
        "visible": False,
        "projection_type": "mercator",
        "lonaxis_range": EXTENT[0],
        "lataxis_range": EXTENT[1],
    }
)
"""Keywords for plotly's `update_geos`: the whole country, no other request than our own empty outline."""


@dataclass(frozen=True)
class Layer:
    """One boundary file.

    url: relative address. path: the same file on disk. feature_key: for plotly. codes: in file order.
    valid_from, valid_to: first and last day it is true for (None: open). scheme: of groups, else None.
    is_stand_in: True when the day that was asked for lies before the first documented grouping.
    """

    url: str
    path: Path
    feature_key: str
    codes: tuple[str, ...]
    sha256: str
    level: str
    detail: str
    scheme: str | None
    valid_from: date | None
    valid_to: date | None
    is_stand_in: bool = False


def layer(level: str, day: date, detail: str = "overview") -> Layer:
    """Return the boundary file true for `day`.

    level: "province" (76 areas before 2011-03-23, 77 after, Bangkok included) or "group" (18, Bangkok in
    none). Before the first documented grouping that one stands in, see `is_stand_in` and
    geo.calendar.grouping_on. Raises ValueError for an unknown level or detail.
    """
    if level not in LEVELS or detail not in DETAILS:
        raise ValueError(f"expected one of {LEVELS} and one of {DETAILS}, got {level!r}, {detail!r}")
    entries = [entry for entry in layers() if entry.level == level and entry.detail == detail]
    for entry in entries:
        if (entry.valid_from or date.min) <= day <= (entry.valid_to or date.max):
            return entry
    first = min(entries, key=lambda entry: entry.valid_from or date.min)
    return replace(first, is_stand_in=True)


@cache
def layers() -> tuple[Layer, ...]:
    """Return every layer of the manifest; two of them may be drawn from one file."""
    entries = json.loads(MANIFEST.read_text(encoding="utf-8"))["layers"]
    return tuple(_layer(entry) for entry in entries)


@cache
def frame(layer: Layer) -> gpd.GeoDataFrame:
    """Return the shapes of a layer: code, name_th, name_en, geometry; EPSG:4326, in file order.

    The frame is shared by everybody who asks: never change it in place.
    """
    features = json.loads(layer.path.read_bytes())["features"]
    shapes = gpd.GeoDataFrame.from_features(features, crs="EPSG:4326")
    return shapes[["code", "name_th", "name_en", "geometry"]]


def window(layer: Layer, codes: tuple[str, ...] | list[str], margin: float = 0.08) -> Window:
    """Return the longitudes and latitudes that show these areas, for a closer look at one group or province.

    margin: share of the larger side to leave free around them. Unknown codes are ignored; without any known
    one the whole country is returned.
    """
    shapes = frame(layer)
    chosen = shapes.geometry[shapes["code"].isin(list(codes))]
    if chosen.empty:
        return EXTENT
    west, south, east, north = shapely.total_bounds(chosen.values)
    pad = margin * max(east - west, north - south)
    return (round(west - pad, 3), round(east + pad, 3)), (round(south - pad, 3), round(north + pad, 3))


def visible(layer: Layer, shown: Window) -> frozenset[str]:
    """Return the areas of a layer whose box lies in a window at least in part."""
    (west, east), (south, north) = shown
    shapes = frame(layer)
    box = shapes.geometry.bounds
    hit = (box["minx"] < east) & (box["maxx"] > west) & (box["miny"] < north) & (box["maxy"] > south)
    return frozenset(shapes.loc[hit, "code"])


def _layer(entry: dict[str, Any]) -> Layer:
    return Layer(
        url=URL_FOLDER + entry["file"],
        path=STATIC / entry["file"],
        feature_key=FEATURE_KEY,
        codes=tuple(entry["codes"]),
        sha256=entry["sha256"],
        level=entry["level"],
        detail=entry["detail"],
        scheme=entry["scheme"],
        valid_from=date.fromisoformat(entry["valid_from"]) if entry["valid_from"] else None,
        valid_to=date.fromisoformat(entry["valid_to"]) if entry["valid_to"] else None,
    )
