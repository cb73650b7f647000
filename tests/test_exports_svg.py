"""Figures as vector pictures: the same shapes, colours and texts as the plot, and nothing that a name can break."""

import hashlib
import re
import tomllib
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from exports.brief import typeface
from exports.drawing import svg
from exports.drawing.axes import Axis, day_number
from exports.drawing.outlines import colour_of
from figures import maps
from figures.figure import Figure
from geo import boundaries
from geo.mercator import northing
from locales import Reader
from measures.catalogue import SPECS
from measures.selection import Selection

NS = {"s": "http://www.w3.org/2000/svg"}
FONTS = Path(__file__).resolve().parent.parent / "exports" / "fonts"


def figure_of(data, **layout):
    base = {"margin": {"l": 0, "r": 0, "t": 0, "b": 0}, "height": 100}
    plot = go.Figure({"data": data, "layout": base | layout}, _validate=False)
    return Figure("x", plot, pd.DataFrame(), "t", "s", "a")


def axis(low, high, **more):
    return {"range": [low, high], "showgrid": False, "showticklabels": False} | more


def drawn(figure, width=200):
    return ET.fromstring(svg.of_figure(figure, width))  # noqa: S314  our own text


def coverage_map(uncovered=("38",), asof=date(2011, 5, 26)):
    layer = boundaries.layer("province", asof)
    frame = pd.DataFrame(
        {"area_code": layer.codes, "name_th": "ก", "name_en": "a", "group_code": "", "value": float("nan"),
         "of": float("nan"), "since": pd.NaT, "reason": "", "in_filter": True, "evidence": "", "source_id": "",
         "state": ["not_applicable" if c == "10" else "uncovered" if c in uncovered else "covered"
                   for c in layer.codes]}
    )  # fmt: skip
    return maps.choropleth(
        frame=frame, spec=SPECS["coverage"], selection=Selection(asof=asof), layer=layer, reader=Reader()
    )


def fills(root):
    return {
        p.get("data-code"): p.get("fill")
        for p in root.iterfind(".//s:path[@data-code]", NS)
        if p.get("fill") != "none"
    }


def test_a_map_of_2011_has_77_named_paths_in_the_colours_of_their_classes():
    found = fills(drawn(coverage_map(), 300))
    assert len(found) == 77
    assert (found["38"], found["50"], found["10"]) == ("#F2994A", "#12616F", "#ECEFF2")


def test_a_map_of_2009_has_76_areas_and_no_bueng_kan():
    found = fills(drawn(coverage_map(uncovered=(), asof=date(2009, 6, 1)), 300))
    assert len(found) == 76
    assert "38" not in found


def test_the_whole_country_lies_inside_its_picture():
    root = drawn(coverage_map(), 360)
    numbers = [
        tuple(map(float, pair.split(",")))
        for path in root.iterfind("./s:g/s:path[@data-code]", NS)  # the close-up is cut at its frame
        for pair in re.findall(r"-?[\d.]+,-?[\d.]+", path.get("d"))
    ]
    assert min(x for x, _ in numbers) > 0
    assert max(x for x, _ in numbers) < 360
    assert min(y for _, y in numbers) > 0
    assert max(y for _, y in numbers) < 640


def test_mercator_leaves_the_equator_and_stretches_the_north():
    assert northing(0) == pytest.approx(0)
    assert northing(20.6) == pytest.approx(21.0587, abs=0.001)  # 180/pi * asinh(tan 20.6°)


def test_a_bar_is_as_long_as_its_share_of_the_axis():
    bar = {"type": "bar", "orientation": "h", "x": [5], "y0": 0, "width": 0.5, "marker": {"color": "#12616F"}}
    rect = drawn(figure_of([bar], xaxis=axis(0, 10), yaxis=axis(0.5, -0.5))).find("s:rect", NS)
    assert {k: rect.get(k) for k in ("x", "y", "width", "height", "fill")} == {
        "x": "0", "y": "25", "width": "100", "height": "50", "fill": "#12616F"}  # fmt: skip


def test_a_bar_without_length_draws_nothing():
    bar = {"type": "bar", "x": ["a", "b"], "y": [0, 4], "marker": {"color": "#12616F"}}
    root = drawn(figure_of([bar], xaxis=axis(-0.5, 1.5, type="category"), yaxis=axis(0, 4)))
    assert [rect.get("height") for rect in root.iterfind("s:rect", NS)] == ["100"]


def test_a_line_breaks_where_a_value_is_missing():
    line = {"type": "scatter", "mode": "lines", "x": [0, 1, 2, 3], "y": [0, 1, None, 1]}
    path = drawn(figure_of([line], xaxis=axis(0, 4), yaxis=axis(0, 1))).find("s:path", NS)
    assert path.get("d") == "M0.0,100.0L50.0,0.0M150.0,0.0"


def test_a_step_line_keeps_its_height_until_the_next_day():
    line = {
        "type": "scatter",
        "mode": "lines",
        "x": ["2009-01-01", "2009-01-11"],
        "y": [0, 1],
        "line": {"shape": "hv"},
    }
    plot = figure_of([line], xaxis=axis("2009-01-01", "2009-01-21", type="date"), yaxis=axis(0, 1))
    assert drawn(plot).find("s:path", NS).get("d") == "M0.0,100.0L100.0,100.0L100.0,0.0"


def test_days_are_counted_and_milliseconds_are_days_too():
    assert day_number("2011-05-26") - day_number("2011-05-25") == 1
    assert day_number(86_400_000) == 1
    assert Axis("date", 0, 10, 0, 100, {}).step(5 * 86_400_000) == 5


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("ก & ข", "ก & ข"),
        ("<b>61</b> จาก 76", "61 จาก 76"),
    ],
)
def test_a_text_is_printed_as_it_was_written_and_only_bold_is_understood(written, shown):
    mark = {"type": "scatter", "mode": "text", "x": [0], "y": [0], "text": [written]}
    root = drawn(figure_of([mark], xaxis=axis(0, 1), yaxis=axis(0, 1)))
    assert "".join(root.find("s:text", NS).itertext()) == shown
    assert root.find(".//s:script", NS) is None


def test_an_open_symbol_is_drawn_without_fill():
    marks = {"type": "scatter", "mode": "markers", "x": [0, 1], "y": [0, 0],
             "marker": {"symbol": [0, 100], "size": 10, "color": "#14202E"}}  # fmt: skip
    circles = drawn(figure_of([marks], xaxis=axis(0, 1), yaxis=axis(0, 1))).findall("s:circle", NS)
    assert [(c.get("fill"), c.get("r")) for c in circles] == [("#14202E", "5"), ("none", "5")]


def test_an_unknown_kind_of_trace_is_refused_and_named():
    figure = figure_of([])
    figure.plot.add_pie()
    with pytest.raises(svg.UnknownMarkError) as error:
        svg.of_figure(figure, 100)
    assert error.value.args == ("pie",)


def test_a_stepped_scale_gives_the_step_that_begins_at_a_share():
    scale = [[0, "a"], [0.5, "a"], [0.5, "b"], [1, "b"]]
    assert [colour_of(scale, share) for share in (0.25, 0.5, 0.75)] == ["a", "b", "b"]


def test_a_picture_that_stands_alone_says_its_alternative_text():
    plot = figure_of([], xaxis=axis(0, 1), yaxis=axis(0, 1))
    alone = ET.fromstring(svg.of_figure(plot, 100, hidden=False))  # noqa: S314
    assert (alone.get("role"), alone.get("aria-label")) == ("img", "a")


def test_hatching_is_drawn_in_the_legend_too():
    assert 'stroke="#76818E"' in svg.swatch("#C3CAD2", "#76818E", "hatch")


def test_clusters_hold_the_syllables_that_pdf_readers_used_to_repeat():
    known = set(typeface.clusters())
    assert {"ตั้", "ที่", "น้ำ", "กำ", "ร์", "ปู่", "ธิ์", "ธุ์", "ญี่"} <= known
    assert typeface.as_shaped("น้ำ") == "น\u0e4d\u0e49\u0e32"


@pytest.mark.parametrize("path", sorted(FONTS.rglob("*.ttf")), ids=lambda path: path.name)
def test_every_font_is_the_one_its_sidecar_describes(path):
    said = tomllib.loads(path.with_name(path.name + ".meta.toml").read_text(encoding="utf-8"))
    assert hashlib.sha256(path.read_bytes()).hexdigest() == said["sha256"]
    assert "Open Font License" in said["licence"]
