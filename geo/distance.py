"""How far apart two areas are: straight lines over the earth between the points that stand for them.

It is not a travel distance. Roads, ferries and mountains are not in it; say so wherever it is shown.
"""

from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd
from pyproj import Geod

from geo.boundaries import Layer
from geo.neighbours import representative_points

_EARTH = Geod(ellps="WGS84")


def between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the length in km of the shortest line between two points (degrees) on the WGS84 ellipsoid."""
    return float(_EARTH.inv(lon, lat, other_lon, other_lat)[2]) / 1000


@cache
def matrix(layer: Layer) -> pd.DataFrame:
    """Return the distances in km between all areas of a layer: index and columns are codes, in file order.

    Symmetric with zeros on the diagonal. The frame is shared: never change it in place.
    """
    points = representative_points(layer)
    lon, lat, size = points["lon"].to_numpy(), points["lat"].to_numpy(), len(points)
    first, second = np.triu_indices(size, k=1)
    metres = _EARTH.inv(lon[first], lat[first], lon[second], lat[second])[2]
    km = np.zeros((size, size))
    km[first, second] = km[second, first] = np.asarray(metres) / 1000
    return pd.DataFrame(km, index=points["code"].to_numpy(), columns=points["code"].to_numpy())


def nearest(layer: Layer, code: str, among: Iterable[str]) -> tuple[str, float] | None:
    """Return the nearest of some areas and its distance in km, itself included at 0 km; None without any.

    Codes the layer does not hold are left out; of two at one distance the smaller code is taken. Raises
    KeyError when `code` itself is not in the layer.
    """
    distances = matrix(layer)
    own = distances.loc[code]
    known = sorted(other for other in set(among) if other in distances.columns)
    if not known:
        return None
    best = min(known, key=lambda other: (own[other], other))
    return best, float(own[best])
