"""The platform's chart code goes out without the kinds of trace that no figure uses."""

import hashlib
import json
import re

import plotly.graph_objects as go
import pytest
import tree_sitter_javascript
from tree_sitter import Language, Parser

from figures.figure import KINDS, Figure
from server import chart_code
from tests.figure_frames import EN

ANEW = "Streamlit's chart code is another one or the kinds of trace are: run python -m deploy.chart_code"


def whole() -> bytes:
    return (chart_code.STREAMLIT_JS / chart_code.chunk()).read_bytes()


def test_the_cuts_are_those_of_the_installed_platform_and_of_our_kinds_of_trace() -> None:
    told = json.loads(chart_code.CUTS.read_text(encoding="utf-8"))
    assert told["sha256"] == hashlib.sha256(whole()).hexdigest(), ANEW
    assert told["kinds"] == list(KINDS), ANEW


def test_what_is_left_is_a_third_can_be_read_and_registers_our_kinds_alone() -> None:
    left = chart_code.shortened(whole())
    assert len(left) < len(whole()) / 3
    assert not Parser(Language(tree_sitter_javascript.language())).parse(left).root_node.has_error
    names = dict(re.findall(rb'([\w$]+)=_\(\{"lib/(\w+)\.js"', left))
    listed = re.search(rb"\.register\(\[([^]]*)\]\)", left)
    assert listed
    assert {names[one] for one in re.findall(rb"([\w$]+)\(\)", listed[1])} == {
        b"bar",
        b"scattergeo",
        b"choropleth",
    }
    assert b"maplibre_worker" not in left


def test_code_of_another_version_goes_out_whole() -> None:
    other = whole() + b"//"
    assert chart_code.shortened(other) is other


def test_a_figure_of_a_kind_that_no_browser_gets_is_refused() -> None:
    with pytest.raises(ValueError, match="pie"):
        Figure("a", go.Figure(go.Pie(values=[1])), EN, "", "", "")  # type: ignore[arg-type]
