"""Where a map has room for a name: what its areas are called and where, the edge of the land, no name over another."""

from collections.abc import Callable, Collection, Mapping

import numpy as np
import shapely

from data.remember import lru_cache
from geo import boundaries, neighbours
from geo.boundaries import Layer

ROW = 6.0  # px between two heights at which the coast is known
NEAR = 14.0  # px above and below a name that it keeps away from
Project = Callable[[np.ndarray], np.ndarray]
"""Rows of longitude and latitude -> rows of x and y, y downwards."""


@lru_cache(maxsize=64)
def texts(layer: Layer, lang: str) -> Mapping[str, str]:
    """Return code -> name of every area of a layer."""
    shapes = boundaries.frame(layer)
    return dict(zip(shapes["code"], shapes[f"name_{lang}"], strict=True))


@lru_cache(maxsize=64)
def points(layer: Layer) -> Mapping[str, tuple[float, float]]:
    """Return code -> longitude and latitude that stand for each area, the same for a coarse line and a fine one."""
    twins = (one for one in boundaries.layers() if (one.level, one.detail, one.valid_from, one.scheme)
             == (layer.level, "overview", layer.valid_from, layer.scheme))  # fmt: skip
    spots = neighbours.representative_points(next(twins, layer))
    return {row.code: (float(row.lon), float(row.lat)) for row in spots.itertuples()}


@lru_cache(maxsize=32)
def _outer(layer: Layer) -> np.ndarray:
    """Return the corners of all outer rings as rows of longitude and latitude."""
    parts = shapely.get_parts(boundaries.frame(layer).geometry.to_numpy())
    return np.asarray(shapely.get_coordinates(shapely.get_exterior_ring(parts)))


class Coast:
    """Where land begins and ends, left and right, at a height."""

    def __init__(self, layer: Layer, to: Project, height: float, unit: float) -> None:
        self.unit = unit
        self.step = ROW * self.unit
        placed = to(_outer(layer))
        rows = np.floor(placed[:, 1] / self.step + 0.5).astype(int)
        known = (rows >= 0) & (rows <= int(np.ceil(height / self.step)))
        count = int(np.ceil(height / self.step)) + 1
        self.left, self.right = np.full(count, np.inf), np.full(count, -np.inf)
        np.minimum.at(self.left, rows[known], placed[known, 0])
        np.maximum.at(self.right, rows[known], placed[known, 0])

    def edge(self, y: float, right: bool) -> float | None:
        """Return where the land ends near a height; None where there is none."""
        first = max(0, int(np.floor((y - NEAR * self.unit) / self.step + 0.5)))
        last = int(np.floor((y + NEAR * self.unit) / self.step + 0.5)) + 1
        near = (self.right if right else self.left)[first:last]
        near = near[np.isfinite(near)]
        return None if not len(near) else float(near.max() if right else near.min())


def spread(rows: list[float], line: float, low: float, high: float) -> list[float]:
    """Return heights in the same order, moved apart by a line and kept inside."""
    made: list[float] = []
    for y in rows:
        made.append(max(y, made[-1] + line if made else low))
    for i in range(len(made) - 1, -1, -1):
        made[i] = min(made[i], high if i == len(made) - 1 else made[i + 1] - line)
    return made


class Taken:
    """Names in their places, none over another."""

    def __init__(self, unit: float, line: float, room: float) -> None:
        self.unit, self.line, self.room = unit, line, room
        self.places: list[tuple[float, float, float]] = []

    def free(self, x: float, y: float, half: float) -> bool:
        """Say whether nothing stands there. half: half the width of the name."""
        return all(
            abs(y - py) > self.line * self.unit or abs(x - px) > half + other + self.room
            for px, py, other in self.places
        )

    def put(self, x: float, y: float, half: float, steps: Collection[float], always: bool) -> float | None:
        """Take the first free place, `steps` up or down; return its height, None where there is none."""
        step = next((by for by in steps if self.free(x, y + by * self.unit, half)), 0 if always else None)
        if step is None:
            return None
        self.places.append((x, y + step * self.unit, half))
        return y + step * self.unit
