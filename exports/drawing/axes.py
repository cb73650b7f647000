"""Where a value of a plot lies in a picture: the fixed axes of a plotly layout as plain arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

MS_PER_DAY = 86_400_000


@dataclass(frozen=True)
class Box:
    """A rectangle in px, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    def part(self, domain: Mapping[str, Sequence[float]]) -> "Box":
        """Return the part that a plotly domain names: shares of the width, and of the height from the bottom."""
        left, right = domain.get("x", (0, 1))
        low, high = domain.get("y", (0, 1))
        return Box(
            self.x + left * self.width,
            self.y + (1 - high) * self.height,
            (right - left) * self.width,
            (high - low) * self.height,
        )


def day_number(value: Any) -> float:
    """Return a day (ISO text or date, or milliseconds) as a number of days."""
    if isinstance(value, str):
        moment = datetime.fromisoformat(value)
        return moment.toordinal() + (moment.hour * 60 + moment.minute) / 1440
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value) / MS_PER_DAY


@dataclass(frozen=True)
class Axis:
    """One axis: kind (linear, date, category), the values at its ends and their places in px."""

    kind: str
    low: float
    high: float
    start: float
    end: float
    categories: Mapping[str, int]

    def value(self, raw: Any) -> float:
        """Return a raw value (day, category, number) as a number on this axis."""
        if self.kind == "date":
            return day_number(raw)
        if self.kind == "category" and str(raw) in self.categories:
            return float(self.categories[str(raw)])
        return float(raw)

    def at(self, raw: Any) -> float:
        """Return the place of a raw value in px."""
        return self.place(self.value(raw))

    def place(self, value: float) -> float:
        """Return the place of a number in px."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def step(self, raw: Any) -> float:
        """Return a step in the axis' own unit; steps of date axes are milliseconds."""
        return float(raw) / MS_PER_DAY if self.kind == "date" else float(raw)


class Scales:
    """The axes of a plot in a picture of `width` by `height` px; `inner` is what the margins leave."""

    def __init__(
        self, data: Sequence[Mapping[str, Any]], layout: Mapping[str, Any], width: float, height: float
    ) -> None:
        margin = layout.get("margin", {})
        left, top = margin.get("l", 80), margin.get("t", 100)
        self.width, self.height = width, height
        self.inner = Box(left, top, width - left - margin.get("r", 80), height - top - margin.get("b", 80))
        self.axes = {
            name.replace("axis", ""): self._axis(name, layout[name], data)
            for name in layout
            if name.startswith(("xaxis", "yaxis"))
        }
        self.font_size = float(layout.get("font", {}).get("size", 13))

    def _axis(self, name: str, said: Mapping[str, Any], data: Sequence[Mapping[str, Any]]) -> Axis:
        letter, short = name[0], name.replace("axis", "")
        values = [v for t in data if t.get(f"{letter}axis", letter) == short for v in _listed(t.get(letter))]
        kind = said.get("type") or _kind(said, values, data, letter)
        ends = [day_number(v) if kind == "date" else float(v) for v in said["range"]]
        low, high = said.get("domain", (0, 1))
        box = self.inner
        if letter == "x":
            start, end = box.x + low * box.width, box.x + high * box.width
        else:
            start, end = box.y + (1 - low) * box.height, box.y + (1 - high) * box.height
        names = dict.fromkeys(str(v) for v in values if v is not None) if kind == "category" else {}
        return Axis(kind, ends[0], ends[1], start, end, {n: i for i, n in enumerate(names)})

    def x(self, raw: Any, ref: str = "x") -> float:
        """Return the horizontal place of a value; ref "paper" takes a share of the inner width, "x2 domain" of its axis."""
        if ref.endswith(" domain"):
            return self._share(raw, ref)
        return self.inner.x + float(raw) * self.inner.width if ref == "paper" else self.axes[ref].at(raw)

    def y(self, raw: Any, ref: str = "y") -> float:
        """Return the vertical place of a value; ref "paper" takes a share of the inner height, "y2 domain" of its axis;
        both upwards."""
        if ref.endswith(" domain"):
            return self._share(raw, ref)
        return (
            self.inner.y + (1 - float(raw)) * self.inner.height if ref == "paper" else self.axes[ref].at(raw)
        )

    def _share(self, raw: Any, ref: str) -> float:
        axis = self.axes[ref.removesuffix(" domain")]
        return axis.start + float(raw) * (axis.end - axis.start)


def _listed(values: Any) -> Iterable[Any]:
    return [] if values is None else values


def _kind(said: Mapping[str, Any], values: Sequence[Any], data: Any, letter: str) -> str:
    """Return the kind plotly would guess: days and names are text, everything else is a number."""
    texts = [v for v in (*said.get("range", ()), *values) if isinstance(v, str)]
    if not texts:
        return "linear"
    try:
        [day_number(v) for v in texts[:3]]
    except ValueError:
        return "category"
    return "date" if len(texts[0]) >= 10 else "category"
