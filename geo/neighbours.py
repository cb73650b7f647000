"""Which areas share a border, and a point to stand for each. Both follow from a boundary layer alone."""

from functools import cache

import pandas as pd
import shapely

from geo.boundaries import Layer, frame


@cache
def neighbours(layer: Layer) -> pd.DataFrame:
    """Return the pairs of areas with a common border on land: code, neighbour_code, both directions, sorted.

    Areas that touch in one corner only are no neighbours; an island without a border (Phuket) has none. The
    frame is shared: never change it in place.
    """
    shapes = frame(layer)
    geometry = shapes.geometry.to_numpy()
    left, right = shapely.STRtree(geometry).query(geometry, predicate="touches")
    has_border = shapely.length(shapely.intersection(geometry[left], geometry[right])) > 0
    codes = shapes["code"].to_numpy()
    pairs = pd.DataFrame({"code": codes[left[has_border]], "neighbour_code": codes[right[has_border]]})
    return pairs.sort_values(["code", "neighbour_code"], ignore_index=True)


@cache
def representative_points(layer: Layer) -> pd.DataFrame:
    """Return one point per area: code, lon, lat (degrees), in file order.

    The point is the centre of the largest circle inside the largest part, so that a mark or label stands
    well inside the main body and never in the sea. The frame is shared: never change it in place.
    """
    shapes = frame(layer)
    points = [_centre(geometry) for geometry in shapes.geometry]
    return pd.DataFrame(
        {"code": shapes["code"], "lon": [point.x for point in points], "lat": [point.y for point in points]}
    )


def _centre(geometry: shapely.Geometry) -> shapely.Point:
    main_body = max(shapely.get_parts(geometry), key=lambda part: part.area)
    radius = shapely.maximum_inscribed_circle(main_body, tolerance=0.001)
    centre = shapely.get_point(radius, 0)
    return shapely.Point(round(centre.x, 3), round(centre.y, 3))
