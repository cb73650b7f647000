"""Degrees on paper: Mercator, as every map of the product is drawn, and a window of the world fitted into a box."""

from dataclasses import dataclass
from math import atan, exp, log, pi, tan

import numpy as np

from geo.boundaries import Window


def northing(latitude: float) -> float:
    """Return the northing of a latitude in degrees, in the unit of longitudes."""
    return 180 / pi * log(tan(pi / 4 + latitude * pi / 360))


def latitude(northing: float) -> float:
    """Return the latitude in degrees of a northing: the inverse of `northing`."""
    return 180 / pi * (2 * atan(exp(northing * pi / 180)) - pi / 2)


@dataclass(frozen=True)
class Sheet:
    """How degrees lie in a box: west, top in degrees and northing at its left and above; scale: px a degree."""

    west: float
    top: float
    left: float
    above: float
    scale: float

    def points(self, degrees: np.ndarray) -> np.ndarray:
        """Return rows of longitude and latitude as rows of x and y, y downwards."""
        up = 180 / pi * np.log(np.tan(pi / 4 + degrees[:, 1] * pi / 360))
        return np.column_stack(
            [self.left + (degrees[:, 0] - self.west) * self.scale, self.above + (self.top - up) * self.scale]
        )

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """Return the longitude and latitude of a point of the box: the inverse of `points`."""
        return self.west + (x - self.left) / self.scale, latitude(self.top - (y - self.above) / self.scale)


def fitted(window: Window, width: float, height: float, x: float = 0.0, y: float = 0.0) -> Sheet:
    """Return how a window lies in the middle of a box with its corner at x, y, as large as there is room."""
    (west, east), (south, north) = window
    top, bottom = northing(north), northing(south)
    scale = min(width / (east - west), height / (top - bottom))
    return Sheet(
        west, top, x + (width - scale * (east - west)) / 2, y + (height - scale * (top - bottom)) / 2, scale
    )
