"""What the first picture is made of: one drawing in the colours of both sheets, names for any screen, words of areas."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import numpy as np

from exports.drawing import names as svg_names
from exports.drawing import svg
from exports.drawing.axes import Box
from figures import naming
from figures.figure import Figure
from figures.tokens import DARK, FONT, LIGHT
from geo import mercator
from geo.boundaries import Window
from shell import chrome

HERE = Path(__file__).resolve().parent
STAGE = HERE.parent / "shell" / "stage" / "stage.css"
WIDE = (585.0, 487.0)  # px of the plot on a screen of 1366: the land is drawn in these
# px of the plot where the names of the land are to be read as well, and the screens that have about as much
SCREENS = (
    ((360.0, 434.0), "(max-width:820px)"),
    (WIDE, "(min-width:820.1px) and (max-height:780px) and (min-aspect-ratio:17/10)"),
    (
        (600.0, 690.0),
        "(min-width:820.1px) and (min-height:780.1px),(min-width:820.1px) and (max-aspect-ratio:1699/1000)",
    ),
)
BASE = 15  # px of a rem in the page; the browser's own before it
_REM = re.compile(r"([\d.]+)rem")
_COLOUR = re.compile(r"(#[0-9a-fA-F]{6}\b)")
_NARROW = "@media (max-width: 820px)"


@cache
def style() -> str:
    """Return the style sheet, lengths in px: its own rules, those of rail and tip on the stage, both sheets' colours."""
    light, dark = chrome.colours(LIGHT), chrome.colours(DARK)
    own = (HERE / "first_picture.css").read_text(encoding="utf-8")
    return _px(f"{_sheets(light, dark)}{own}{_of_stage()}{_layers()}")


def _sheets(light: str, dark: str) -> str:
    """Return custom properties for a light and a dark screen; a reader who chose one of them in the page gets that."""
    return (
        f"#sti-poster{{{light}}}@media(prefers-color-scheme:dark){{#sti-poster:not([data-sheet=light]){{{dark}}}}}"
        f"#sti-poster[data-sheet=dark]{{{dark}}}"
    )


def _of_stage() -> str:
    """Return the rules of rail and tip in the stage's own style sheet."""
    text = STAGE.read_text(encoding="utf-8")
    wide, _, rest = text.partition(_NARROW)
    narrow, _, after = rest.partition("\n}")

    def ours(part: str) -> str:
        return "".join(
            line for line in part.splitlines() if line.strip().startswith((".sti-rail", ".sti-tip"))
        )

    return f"{ours(wide)}{ours(after)}{_NARROW}{{{ours(narrow)}}}"


def _layers() -> str:
    shown = "".join(
        f"@media {screen}{{#sti-poster .on-{place}{{display:inline}}}}"
        for place, (_, screen) in enumerate(SCREENS)
    )
    return f"#sti-poster [class^=on-]{{display:none}}{shown}"


def _px(text: str) -> str:
    return _REM.sub(lambda found: f"{float(found[1]) * BASE:g}px", text)


def both(light: str, dark: str) -> str:
    """Return HTML with the colours of two sheets as custom properties, and these; `light` where the two say different things.

    light, dark: the same HTML, drawn for each sheet.
    """
    ours, theirs = _COLOUR.split(light), _COLOUR.split(dark)
    if ours[::2] != theirs[::2]:
        return light
    pairs = [pair for pair in zip(ours[1::2], theirs[1::2], strict=True) if pair[0] != pair[1]]
    number = {pair: place for place, pair in enumerate(dict.fromkeys(pairs))}
    told = [
        f"var(--c{number[pair]})" if (pair := (one, other)) in number else one
        for one, other in zip(ours[1::2], theirs[1::2], strict=True)
    ]
    html = ours[0] + "".join(colour + text for colour, text in zip(told, ours[2::2], strict=True))
    one, other = ("".join(f"--c{i}:{pair[at]};" for pair, i in number.items()) for at in (0, 1))
    return f"<style>{_sheets(one, other)}</style>{html}"


def picture(figure: Figure) -> str:
    """Return a map as SVG whose window lies in its place as that of the live map does, on a screen of any size."""
    land = svg.of_figure(replace(figure, naming=None), *WIDE, family=FONT.replace('"', "'"))
    plot = figure.plot.to_plotly_json()
    data, layout = plot["data"], plot["layout"]
    left, above, scale, wide, high = _fitted(_window(layout), *WIDE)
    names = ""
    for place, (size, _) in enumerate(SCREENS):
        own_left, own_above, own_scale, *extent = _fitted(_window(layout), *size)
        if figure.naming and figure.naming.close:  # land is drawn in the window alone, and named there
            own_left, own_above, size = 0.0, 0.0, (extent[0], extent[1])
        k = scale / own_scale
        drawn = "".join(svg_names.draw(figure, data, layout, Box(0, 0, *size), naming.SIZE))
        move = f"translate({left - own_left * k:.2f} {above - own_above * k:.2f}) scale({k:.4f})"
        names += f'<g class="on-{place}" transform="{move}">{drawn}</g>'
    land = land.replace(
        f'viewBox="0 0 {WIDE[0]:g} {WIDE[1]:g}"',
        f'viewBox="{left:.2f} {above:.2f} {wide:.2f} {high:.2f}"',
        1,
    )
    return land.removesuffix("</svg>") + names + "</svg>"


def _window(layout: Mapping[str, Any]) -> Window:
    return tuple(layout["geo"]["lonaxis"]["range"]), tuple(layout["geo"]["lataxis"]["range"])


def _fitted(window: Window, width: float, height: float) -> tuple[float, float, float, float, float]:
    """Return left, top, px a degree, width and height of a window in a box."""
    (west, east), (south, north) = window
    sheet = mercator.fitted(window, width, height)
    high = (mercator.northing(north) - mercator.northing(south)) * sheet.scale
    return sheet.left, sheet.above, sheet.scale, (east - west) * sheet.scale, high


def said(figure: Figure, fixed: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return what the script says of each area as a template. fixed, now: what the stage is told (`shell.stage.scene`)."""
    codes = now["codes"]
    sheet = mercator.fitted(_window(figure.plot.to_plotly_json()["layout"]), *WIDE)
    points = sheet.points(np.array([fixed["points"].get(code, (0, 0)) for code in codes], dtype=float))
    told = {
        "codes": codes,
        "names": [fixed["names"][code] for code in codes],
        "at": [[round(float(x)), round(float(y))] for x, y in points],
        "hatched": [i for i, digit in enumerate(now["z"]) if int(digit, 36) in fixed["hatched"]],
        **{name: fixed[name] for name in ("level", "label", "stripe")},
        **{name: now[name] for name in ("day", "said", "area", "named", "lines", "texts")},
        "x": now["at"],
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"<template>{escape(text, quote=False)}</template>"
