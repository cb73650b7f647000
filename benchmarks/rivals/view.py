"""The view that every rival shows, from the same records and boundaries as ours: data and figures, no tool.

A map of the 77 provinces by coverage on a day, the control of that day, a bar per province group, the workshops on one
axis and a table of all projects. The days are those of our own control on which the 77 provinces of today exist.
Everything that depends on the day alone is remembered, as a careful author would have it: a change costs a rival no
measure. Only map and bars follow the day; the workshops and the table stay, as the ribbon of our Overview does.
"""

from datetime import date
from functools import cache, lru_cache
from typing import Any

import numpy as np
import pandas as pd

from data.records import Records
from data.store.store import Store, default_root
from figures.classes import classes_of, codes_of
from figures.maps import geo_box
from figures.tokens import tokens
from geo import boundaries
from locales import Reader
from measures import stops, values, workshops
from measures.catalogue import SPECS
from measures.selection import Selection

TITLE = "ผู้แทน วทน. ในจังหวัด"
READER = Reader(lang="th", era="be", dark=False)
FIRST = date(2011, 3, 28)  # Bueng Kan is a province and belongs to a group
LAST = date(2015, 9, 30)  # the end of phase 3; later days have other groups
START = "2012-09-30"  # from here on each of four steps changes the map
MAP_HEIGHT, BARS_HEIGHT, TIMELINE_HEIGHT = 640, 560, 220
PAGE_SIZE = 20
COLUMNS = [
    "project_id", "title_th", "programme_code", "agency_code", "fiscal_year_be", "status",
    "allocated_baht", "disbursed_baht",
]  # fmt: skip


@cache
def records() -> Records:
    """Return the current release of the store that STI_STORE names."""
    return Store(default_root()).records()


@cache
def days() -> dict[str, str]:
    """Return the days at which our rail stops, in order: ISO date -> label."""
    own = [day for day in stops.stops(records(), Selection()) if FIRST <= day <= LAST]
    return {day.isoformat(): READER.date(day) for day in own}


def selection(day: str) -> Selection:
    """Return the choices of a day."""
    return Selection(asof=date.fromisoformat(day))


@lru_cache(maxsize=64)
def states(day: str) -> dict[str, str]:
    """Return province_code -> state of coverage on a day."""
    frame = values.by_area(records=records(), selection=selection(day))
    codes = codes_of(frame, SPECS["coverage"], "province")
    return dict(zip(frame["area_code"], codes, strict=True))


@cache
def classes() -> tuple[list[str], list[str]]:
    """Return the states of coverage and their colours, both in the order of the legend."""
    found = classes_of(SPECS["coverage"], "province", READER)
    return [one.code for one in found], [one.colour for one in found]


def _layer() -> boundaries.Layer:
    return boundaries.layer("province", LAST)


@lru_cache(maxsize=64)
def map_values(day: str) -> np.ndarray:
    """Return the class number of each province, in the order of the boundary file."""
    order, found = classes()[0], states(day)
    return np.array([order.index(found[code]) for code in _layer().codes], dtype=np.int8)


@lru_cache(maxsize=64)
def bar_values(day: str) -> tuple[np.ndarray, list[str]]:
    """Return how many provinces of each of the 18 groups are covered, and the groups' names."""
    frame = values.by_area(records=records(), selection=selection(day).but(level="group"))
    frame = frame.sort_values("area_code")
    return frame["value"].to_numpy(dtype=np.int8), [
        READER.pick(row, "name") for row in frame.to_dict("records")
    ]


def map_figure(day: str, folder: str) -> dict[str, Any]:
    """Return the map. folder: the address of static/geo on the rival's server, with a slash at its end."""
    colours = classes()[1]
    edges = [(i + side) / len(colours) for i in range(len(colours)) for side in (0, 1)]
    sheet = tokens(READER)
    trace = {
        "type": "choropleth",
        "geojson": folder + _layer().path.name,
        "featureidkey": _layer().feature_key,
        "locations": list(_layer().codes),
        "z": map_values(day),
        "zmin": -0.5,
        "zmax": len(colours) - 0.5,
        "colorscale": [[edge, colours[n // 2]] for n, edge in enumerate(edges)],
        "showscale": False,
        "marker": {"line": {"color": sheet.paper, "width": 0.6}},
        "hovertemplate": "%{properties.name_th}<extra></extra>",
    }
    layout = {"height": MAP_HEIGHT, "margin": dict.fromkeys("lrtb", 0), "geo": geo_box()}
    return {"data": [trace], "layout": layout | {"template": None}}


def bar_figure(day: str) -> dict[str, Any]:
    """Return a bar per group: provinces with a representative."""
    counts, names = bar_values(day)
    trace = {"type": "bar", "orientation": "h", "x": counts, "y": names}
    axes = {"xaxis": {"range": [0, 10]}, "yaxis": {"automargin": True}}
    layout = {"height": BARS_HEIGHT, "margin": {"l": 160, "r": 8, "t": 8, "b": 32}} | axes
    return {"data": [trace], "layout": layout | {"template": None}}


def timeline_figure() -> dict[str, Any]:
    """Return every workshop on one axis of days, a row per phase."""
    rows = workshops.listing(records=records(), selection=Selection(asof=date(2026, 9, 30)))
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [day.date().isoformat() for day in rows["start_date"]],
        "y": rows["phase_code"].tolist(),
        "text": rows["title_th"].tolist(),
        "hovertemplate": "%{x}<br>%{text}<extra></extra>",
    }
    layout = {"height": TIMELINE_HEIGHT, "margin": {"l": 80, "r": 8, "t": 8, "b": 32}}
    return {"data": [trace], "layout": layout | {"template": None}}


@cache
def projects() -> pd.DataFrame:
    """Return every project, newest first."""
    frame = records().projects.sort_values(["started_on", "project_id"], ascending=[False, True])
    return frame[COLUMNS].reset_index(drop=True)
