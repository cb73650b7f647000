"""The classes of a map: which colour, label and legend entry each area of a measure's frame gets.

One list of classes serves the map, its legend, the ranking beside it and the hover text, so that
none of them can disagree. The bounds are literals of the measure and the same on every date.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from figures.figure import LegendItem, Pattern
from figures.tokens import Tokens, tokens
from locales import Reader
from measures.catalogue import NO_VALUE, MeasureSpec, classify

OUTSIDE = "outside"

# The colour of each state of a categorical measure: a field of Tokens, or a step of its ramp.
TONES: dict[str, str] = {
    "covered": "reached",
    "uncovered": "missing",
    "attended": "reached",
    "invited_never_came": "missing",
    "never_invited": "zero",
    "in_provincial_plan": "sequential-4",
    "approved": "sequential-3",
    "drafted": "sequential-2",
    "needs_collected": "sequential-1",
    "gained": "reached",
    "kept": "partly",
    "lost": "diverging-0",
    "still_missing": "missing",
    "none": "missing",
    "group_only": "group_only",
    "not_reported": "not_reported",
    "not_applicable": "not_applicable",
    OUTSIDE: "outside",
}
LINES: dict[str, str] = {
    "not_reported": "not_reported_line",
    "group_only": "group_only_line",
    "not_applicable": "not_applicable_line",
    OUTSIDE: "outside_line",
}


@dataclass(frozen=True)
class MapClass:
    """One class of a map; `line` and `pattern` are how the legend draws it."""

    code: str
    label: str
    colour: str
    line: str = ""
    pattern: Pattern = ""


def is_share(spec: MeasureSpec, level: str) -> bool:
    """Say whether areas are coloured by value / of (categorical measures counted over a group)."""
    return spec.kind == "categorical" and level == "group"


def tone(state: str, sheet: Tokens) -> str:
    """Return the colour of a state. Raises KeyError for a state without an agreed colour."""
    field, _, step = TONES[state].partition("-")
    value = getattr(sheet, field)
    return str(value[int(step)] if step else value)


def state_class(state: str, label: str, sheet: Tokens) -> MapClass:
    """Return the class of a state, with the border and stripes that gaps have besides colour."""
    line = getattr(sheet, LINES[state]) if state in LINES else ""
    return MapClass(state, label, tone(state, sheet), line, "hatch" if state == "not_reported" else "")


def state_label(spec: MeasureSpec, state: str, reader: Reader) -> str:
    """Return the measure's own name of a state, or the name common to all measures."""
    own = f"measure-{spec.code}-{state}"
    if spec.kind == "diverging" and state == "none":
        return reader.t("figures-state-unchanged")
    return reader.t(own) if reader.has(own) else reader.t("figures-state-" + state.replace("_", "-"))


def _bound(value: float, spec: MeasureSpec, share: bool, reader: Reader) -> str:
    if share:
        return reader.number(value * 100)
    return reader.number(value / 1e6 if spec.unit == "baht" else value, 2 if spec.per else 0)


def bin_labels(spec: MeasureSpec, level: str, reader: Reader) -> list[str]:
    """Return the labels of the five amount classes: "1", "2", "3–4" ... or "ไม่เกิน 5 ล้านบาท" ...

    Counts are whole, so a class starts one above the bound below it; money and shares are not, and
    their inner classes name both bounds.
    """
    share = is_share(spec, level)
    breaks = spec.group_breaks if level == "group" else spec.breaks
    whole = not share and spec.whole
    unit = (
        reader.t("figures-percent") if share else reader.t("figures-million") if spec.unit == "baht" else ""
    )
    written = [_bound(value, spec, share, reader) for value in breaks]
    if whole:
        starts = [1.0, *(value + 1 for value in breaks)]
        labels = [
            text if start == value else f"{reader.number(start)}–{text}"
            for start, value, text in zip(starts, breaks, written, strict=False)
        ]
        sign = "%" if spec.unit == "percent" else ""
        return [
            *(label + sign for label in labels),
            reader.t("figures-bin-from", low=reader.number(starts[-1]) + sign),
        ]
    inner = [f"{low}–{high}{unit}" for low, high in pairwise(written)]
    return [
        reader.t("figures-bin-upto", high=written[0] + unit),
        *inner,
        reader.t("figures-bin-over", low=written[-1] + unit),
    ]


def _signed(value: float) -> str:
    return "0" if value == 0 else f"{value:+,g}".replace("-", "−")


def change_labels(spec: MeasureSpec, reader: Reader) -> list[str]:
    """Return the labels of the five classes of a difference, from strong loss to strong gain."""
    money = spec.unit == "baht"
    low, less, more, high = (value / 1e6 if money else value for value in spec.breaks)
    step = 1 if spec.whole else 0  # counts are whole: the class above a bound starts at the next number
    unit = reader.t("figures-million") if money else ""
    between = [(low + step, less), (less + step, more), (more + step, high)]
    inner = [
        _signed(start) + unit
        if start == end
        else reader.t("figures-bin-between", low=_signed(start), high=_signed(end) + unit)
        for start, end in between
    ]
    first = reader.t("figures-bin-below", high=_signed(low) + unit)
    return [first, *inner, reader.t("figures-bin-from", low=_signed(high + step) + unit)]


def classes_of(spec: MeasureSpec, level: str, reader: Reader) -> list[MapClass]:
    """Return every class of a measure at a level, in legend order, "outside the filter" last."""
    sheet = tokens(reader)
    if spec.kind == "categorical" and level == "province":
        states = [state_class(state, state_label(spec, state, reader), sheet) for state in spec.states]
    else:
        change = spec.kind == "diverging"
        labels = change_labels(spec, reader) if change else bin_labels(spec, level, reader)
        ramp = sheet.diverging if change else sheet.sequential
        nothing = state_label(spec, "none", reader)
        states = [MapClass(f"bin-{i}", labels[i], ramp[i]) for i in (4, 3, 2, 1, 0)]
        states.append(MapClass("none", nothing, sheet.diverging[2] if change else sheet.zero))
        if change and spec.whole:
            states.pop(2)  # no difference is a class of its own; whole numbers leave nothing between
        gaps = [state for state in spec.states if state in NO_VALUE]
        states += [state_class(state, state_label(spec, state, reader), sheet) for state in gaps]
    return [*states, state_class(OUTSIDE, reader.t("figures-state-outside"), sheet)]


def codes_of(frame: pd.DataFrame, spec: MeasureSpec, level: str) -> list[str]:
    """Return the class code of every row of an area frame, in its order.

    Raises ValueError for a state that the measure does not know.
    """
    codes = frame["state"].astype(str).tolist()
    if spec.kind != "categorical" or level == "group":
        breaks = spec.group_breaks if level == "group" else spec.breaks
        values = frame["value"] / frame["of"] if is_share(spec, level) else frame["value"]
        bins = classify(values.astype(float), breaks)
        for i, (state, place) in enumerate(zip(codes, bins, strict=True)):
            if state != "none" and state not in NO_VALUE:
                if pd.isna(place):
                    raise ValueError(f"state {state!r} of {frame['area_code'].iloc[i]} needs a value")
                codes[i] = f"bin-{place}" if values.iloc[i] != 0 else "none"
    elif strange := sorted(set(codes) - set(spec.states)):
        raise ValueError(f"{spec.code} has no state {strange[0]!r}, expected one of {list(spec.states)}")
    return [c if inside else OUTSIDE for c, inside in zip(codes, frame["in_filter"], strict=True)]


def legend_of(classes: list[MapClass], codes: list[str], spec: MeasureSpec) -> tuple[LegendItem, ...]:
    """Return the legend: amount classes always, so that it never jumps; states where they occur.

    The first two states of a categorical measure stay too: a legend of the good without the gap,
    or the gap without the good, explains nothing.
    """
    counts = Counter(codes)
    kept = [
        c
        for c in classes
        if counts[c.code] or c.code.startswith("bin-") or (c.code in spec.states[:2] and c.code != "value")
    ]
    return tuple(LegendItem(c.label, c.colour, c.line, counts[c.code], c.pattern) for c in kept)
